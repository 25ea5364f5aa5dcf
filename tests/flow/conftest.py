"""What tests of the ways of a document are given: a ledger of their own, and a site on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.opening import open_ledger
from reportedly.ledger.store import Ledger
from tests.ingest.sites import Site, open_site


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "case.db", create=True) as opened:
        yield opened


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened

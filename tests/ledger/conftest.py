"""What tests of ledgers are given: an empty one, in each kind of store in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.sqlite import open_file

STORES = ("sqlite",)


@pytest.fixture(params=STORES)
def address(tmp_path: Path) -> str:
    """Where the test's own empty ledger lies; it may be opened more than once."""
    path = tmp_path / "ledger.db"
    open_file(path, create=True).close()
    return str(path)


@pytest.fixture
def ledger(address: str) -> Iterator[SqlLedger]:
    """An empty ledger."""
    with SqlLedger(open_file(Path(address), create=False)) as opened:
        yield opened

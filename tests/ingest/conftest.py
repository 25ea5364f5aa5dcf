"""What tests of the net are given: a site of their own."""

from collections.abc import Iterator

import pytest

from tests.ingest.sites import Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened

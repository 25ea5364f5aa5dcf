"""What tests of the workbench are given: a server on a ledger, asked as a program asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.conftest import address, ledger, new_schema, nowhere, server  # noqa: F401 - fixtures: a ledger in each store
from tests.workbench.served import Served, fill, serve


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a small ledger, compared, for tests that change nothing."""
    with serve(fill(str(tmp_path_factory.mktemp("ledger") / "case.db"))) as served:
        served.wait_compared()
        yield served


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Served]:
    """The same for one test, which may change it."""
    with serve(fill(str(tmp_path / "case.db"))) as served:
        served.wait_compared()
        yield served

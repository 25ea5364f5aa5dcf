"""What tests of ledgers are given: an empty one, in each kind of store in turn."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from benchmarks.postgres_server import PROGRAMS, run_server
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger

STORES = ("sqlite", pytest.param("postgres", marks=pytest.mark.needs(*PROGRAMS)))
SCHEMAS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server that all tests share, each with schemas of its own; the address of a database."""
    with run_server() as address:
        with psycopg.connect(address) as connection:
            found = connection.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").fetchone()
        if not found:
            refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            refuse("not run: this PostgreSQL server has no PostGIS")
        yield address


@pytest.fixture
def new_schema(server: str) -> Callable[[], str]:
    """Makes addresses at which there is nothing yet."""
    return lambda: f"{server}&schema=test_{next(SCHEMAS)}"


@pytest.fixture(params=STORES)
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address in each kind of store at which there is nothing yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return str(request.getfixturevalue("new_schema")())


@pytest.fixture
def address(nowhere: str) -> str:
    """Where the test's own empty ledger is; it may be opened more than once."""
    open_ledger(nowhere, create=True).close()
    return nowhere


@pytest.fixture
def ledger(address: str) -> Iterator[SqlLedger]:
    """An empty ledger."""
    with open_ledger(address) as opened:
        yield opened

"""What a server's rights and settings mean for checking and forgetting."""

from collections.abc import Callable

import pytest

from reportedly.ledger.opening import open_ledger
from tests.ledger.eventful import SECRET, make_eventful
from tests.ledger.readings import make_reading


@pytest.fixture
def guest(new_schema: Callable[[], str]) -> tuple[str, str]:
    """A ledger, and its address for somebody who may only read it."""
    address = new_schema()
    schema = address.rpartition("=")[2]
    with open_ledger(address, create=True) as ledger:
        make_eventful(ledger)
        ask = ledger.database.ask
        ask(f"CREATE ROLE guest_{schema} LOGIN")
        ask(f'GRANT USAGE ON SCHEMA "{schema}" TO guest_{schema}')
        ask(f'GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO guest_{schema}')
    return address, address.replace("reportedly@", f"guest_{schema}@")


@pytest.mark.needs("initdb", "pg_ctl")
def test_who_may_only_read_can_check(guest: tuple[str, str]) -> None:
    """By their names alone the triggers are checked then; every row is."""
    owner, reader = guest
    with open_ledger(reader) as ledger:
        assert ledger.verify().faults == ()
    with open_ledger(owner) as ledger:
        ledger.database.ask("ALTER TABLE entry DISABLE TRIGGER entry_kept")
    with open_ledger(reader) as ledger:
        assert [fault.where for fault in ledger.verify().faults] == ["trigger entry_kept"]


@pytest.mark.needs("initdb", "pg_ctl")
def test_what_a_server_keeps_is_named(new_schema: Callable[[], str]) -> None:
    """Statements are logged, and there is a copy from before an upgrade."""
    address = new_schema()
    schema = address.rpartition("=")[2]
    with open_ledger(address, create=True) as ledger:
        id_ = ledger.add(SECRET.document, SECRET).id
        kept = make_reading()
        ledger.add(kept.document, kept)
        ledger.database.ask("SET log_statement = 'mod'")
        ledger.database.ask(f'CREATE SCHEMA "{schema}_before_2"')
        left = ledger.forget(id_, who="the court", why="order 12/34").left
        assert len(left) == 2 and "logs" in left[0] and f"{schema}_before_2" in left[1]
        assert ledger.verify().found == 0

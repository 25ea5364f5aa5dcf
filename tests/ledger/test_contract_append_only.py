"""The database itself forbids that what is there be changed, whoever asks, in each kind of store."""

from datetime import UTC, datetime

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.postgres import PostgresDatabase
from reportedly.ledger.recording import append
from reportedly.model.held import EntryKind
from reportedly.model.review import Action, Review
from tests.ledger.readings import make_reading

TABLES = (
    "entry",
    "content",
    "head",
    "document",
    "reading",
    "claim",
    "source",
    "claim_source",
    "place",
    "claim_place",
    "claim_flag",
    "review",
    "forgotten",
)

CHANGES = (
    "UPDATE entry SET subject = 'another' WHERE seq = 1",
    "UPDATE entry SET at = '2020-01-01T00:00:00+00:00'",
    "UPDATE content SET packed = (SELECT packed FROM content WHERE seq = 2) WHERE seq = 1",
    "UPDATE head SET seq = 0",
    "UPDATE head SET seq = seq + 1",
    "UPDATE document SET title = 'another'",
    "UPDATE document SET title = 'another', until = 3",
    "UPDATE document SET until = NULL",
    "UPDATE reading SET made_by = 'another', until = 3",
    "UPDATE claim SET kind = 'other' WHERE until IS NULL",
    "UPDATE claim SET kind = 'other', until = 3 WHERE until IS NULL",
    "UPDATE claim SET until = NULL WHERE until IS NOT NULL",
    "UPDATE claim SET until = 9 WHERE until IS NOT NULL",
    "UPDATE source SET name = 'another'",
    "UPDATE place SET lat = 0",
    "UPDATE claim_source SET side = 'ukraine'",
    "UPDATE claim_place SET role = 'region'",
    "UPDATE claim_flag SET code = 'other'",
    "UPDATE review SET action = 'note'",
    "UPDATE forgotten SET forgetting = 1",
    "INSERT INTO head VALUES (2, 0, (SELECT hash FROM head))",
    "INSERT INTO content SELECT 2, packed FROM content WHERE seq = 1",
    "INSERT INTO content SELECT 99, packed FROM content WHERE seq = 1",
    "INSERT INTO forgotten VALUES (1, 1)",
    "INSERT INTO forgotten VALUES (3, 5)",
)

REPLACEMENTS = (
    "REPLACE INTO entry SELECT * FROM entry WHERE seq = 1",
    "REPLACE INTO entry SELECT 7, e.id, kind, subject, at, content_sha256, h.hash, e.hash FROM entry e, head h LIMIT 1",
    "REPLACE INTO head VALUES (1, 0, zeroblob(32))",
    "REPLACE INTO content SELECT 6, packed FROM content WHERE seq = 1",
    "REPLACE INTO forgotten SELECT * FROM forgotten",
    "UPDATE OR REPLACE document SET number = 1, until = 5 WHERE until IS NULL",
    *(
        f"REPLACE INTO {table} SELECT * FROM {table}"
        for table in ("document", "reading", "claim", "source", "place", "claim_source", "claim_place", "review")
    ),
)
"""What would delete rows in SQLite without saying so."""


@pytest.fixture
def full(ledger: SqlLedger) -> SqlLedger:
    """A ledger with at least one row in each table; its last entry is a document's."""
    reading = make_reading()
    ledger.add(reading.document, reading)
    ((claim,),) = ledger.database.ask("SELECT id FROM claim WHERE number = 1")
    for action in (Action.REJECT, Action.ACCEPT):
        ledger.review(Review(action=action, subjects=(claim,), who="A. Reader", at=datetime.now(UTC)))
    with ledger.database.writing():
        seq = append(ledger.database, EntryKind.FORGETTING, "rp-0000000000", None, {"why": "to see"})
        ledger.database.ask("INSERT INTO forgotten VALUES (3, :seq)", {"seq": seq})
    ledger.add(make_reading("Nothing was claimed.").document)
    return ledger


def contents(ledger: SqlLedger) -> list[list[tuple[object, ...]]]:
    """Every row of every table."""
    return [sorted((tuple(row) for row in ledger.database.ask(f"SELECT * FROM {table}")), key=str) for table in TABLES]


def refused(ledger: SqlLedger, sql: str) -> bool:
    """Does the database refuse to run this, and is everything as it was?"""
    before = contents(ledger)
    with pytest.raises(LedgerError) as caught:
        ledger.database.ask(sql)
    assert "refuses: " in str(caught.value), caught.value
    return contents(ledger) == before


def test_every_table_has_rows_to_guard(full: SqlLedger) -> None:
    assert [table for table, rows in zip(TABLES, contents(full), strict=True) if not rows] == []


def test_nothing_is_deleted(full: SqlLedger) -> None:
    for table in TABLES:
        if table != "content":
            assert refused(full, f"DELETE FROM {table}")
    assert refused(full, "DELETE FROM content WHERE seq = 1")


def test_nothing_is_changed(full: SqlLedger) -> None:
    for sql in CHANGES:
        assert refused(full, sql), sql


def test_nothing_goes_in_a_roundabout_way(full: SqlLedger) -> None:
    on_server = isinstance(full.database, PostgresDatabase)
    for sql in [f"TRUNCATE {table} CASCADE" for table in TABLES] if on_server else REPLACEMENTS:
        assert refused(full, sql), sql


def test_an_entry_comes_only_after_the_last(full: SqlLedger) -> None:
    columns = "'rp-1111111111', kind, subject, at, content_sha256"
    for seq, previous in (("6", "hash"), ("8", "(SELECT hash FROM head)"), ("7", "previous")):
        assert refused(full, f"INSERT INTO entry SELECT {seq}, {columns}, {previous}, hash FROM entry WHERE seq = 1")


def test_content_goes_where_a_forgetting_says_so(full: SqlLedger) -> None:
    full.database.ask("DELETE FROM content WHERE seq = 3")
    assert full.database.ask("SELECT seq FROM content ORDER BY seq") == [(1,), (2,), (4,), (5,), (6,)]

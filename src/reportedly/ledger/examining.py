"""Is what a ledger needs there? A first look, which reads no content."""

import sqlite3
from contextlib import closing

from reportedly.ledger.database import Database

# Parts of SQLite that a ledger in a file needs, and a statement that only works with them.
FEATURES: dict[str, str] = {
    "FTS5": "CREATE VIRTUAL TABLE a USING fts5 (words, content = '')",
    "FTS5's trigrams": "CREATE VIRTUAL TABLE b USING fts5 (words, tokenize = 'trigram')",
    "R*Tree": "CREATE VIRTUAL TABLE c USING rtree (number, south, north, west, east)",
    "JSON": "SELECT value FROM json_each('[1]')",
    "row values": "SELECT (1, 2) IS NOT (3, 4)",
}


def list_missing_features() -> tuple[str, list[str]]:
    """SQLite's version, and the parts that this build of it lacks."""
    missing = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, sql in FEATURES.items():
            try:
                connection.execute(sql).fetchall()
            except sqlite3.Error:
                missing.append(name)
    return sqlite3.sqlite_version, missing


def look_quickly(database: Database) -> tuple[str | None, int]:
    """What is wrong with a ledger at first sight, if anything, and how many bytes it has."""
    if database.dialect == "sqlite":
        ((said,),) = database.ask("PRAGMA quick_check(1)")
        ((pages,),), ((page_bytes,),) = database.ask("PRAGMA page_count"), database.ask("PRAGMA page_size")
        wrong, size = (None if said == "ok" else str(said)), int(pages) * int(page_bytes)
    else:
        ((size,),) = database.ask(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c"
            " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
        )
        wrong = None
    ((last,), (head,)) = (
        database.ask(f"SELECT {what}")[0] for what in ("(SELECT max(seq) FROM entry)", "(SELECT seq FROM head)")
    )
    if (last or 0) != head:
        wrong = f"its record ends at entry {last}, and should at {head}"
    return wrong, int(size)

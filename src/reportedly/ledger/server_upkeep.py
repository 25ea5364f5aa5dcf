"""What checking and forgetting ask of a ledger on a PostgreSQL server."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Protocol

from reportedly.errors import LedgerError, UnfinishedError
from reportedly.ledger.migrating import list_steps
from reportedly.ledger.schemas import SchemaDatabase, find_tables, make_schema
from reportedly.ledger.statements import vectorise
from reportedly.ledger.words import list_trigrams

CHECKED_AT_ONCE = 500
"""Rows that are compared by one question."""
PROBE = "reportedly_form_as_it_should_be"
"""A schema that is made to be compared with, and undone at once."""
PATIENCE_S = 10
"""How long wiping waits for others."""
LOCK_NOT_AVAILABLE = "55P03"
NOT_ALLOWED = "42501"

# What makes a schema what it is, with definitions that do not name it.
FORM: Mapping[str, str] = {
    "trigger": """
        SELECT c.relname || '.' || t.tgname, concat_ws(' ', pg_get_triggerdef(t.oid, true), t.tgenabled)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = :schema::regnamespace AND NOT t.tgisinternal
        """,
    "function": """
        SELECT p.proname, concat_ws(' ', p.prosrc, p.proconfig::text, p.prosecdef) FROM pg_proc p
        WHERE p.pronamespace = :schema::regnamespace
        """,
    "index": """
        SELECT c.relname, concat_ws(' ', pg_get_indexdef(c.oid, 0, true), i.indisvalid)
        FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relnamespace = :schema::regnamespace
        """,
    "column": """
        SELECT c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = :schema::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        """,
    "constraint": """
        SELECT c.relname || '.' || k.conname, pg_get_constraintdef(k.oid, true)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = :schema::regnamespace
        """,
    "rule": """
        SELECT c.relname || '.' || r.rulename, pg_get_ruledef(r.oid, true)
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = :schema::regnamespace
        """,
}

# Where a server keeps what was taken out: the question that finds out, and what to say.
TRACES: Sequence[tuple[str, str]] = (
    (
        "SELECT 1 FROM pg_settings WHERE name = 'wal_recycle' AND setting = 'on'",
        "old segments of the server's write-ahead log, which it overwrites bit by bit (wal_recycle = on)",
    ),
    (
        "SELECT 1 FROM pg_settings WHERE name = 'wal_keep_size' AND setting <> '0'",
        "segments of the write-ahead log that the server keeps for replicas (wal_keep_size)",
    ),
    (
        "SELECT 1 FROM pg_settings WHERE name = 'archive_mode' AND setting <> 'off'",
        "the archive of the server's write-ahead log (archive_mode)",
    ),
    (
        "SELECT 1 FROM pg_replication_slots UNION ALL SELECT 1 FROM pg_stat_replication",
        "replicas of the server, and the write-ahead log that is kept for them",
    ),
    (
        "SELECT 1 FROM pg_settings WHERE (name, setting) IN (('log_statement', 'mod'), ('log_statement', 'all'))",
        "the server's logs, which hold statements",
    ),
    ("SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'", "what pg_stat_statements remembers"),
)


class ServerDatabase(SchemaDatabase, Protocol):
    """A database on a server whose changes may be tried and undone."""

    def trying(self) -> AbstractContextManager[None]:
        """All that is done inside is undone."""
        ...


def check_form(database: ServerDatabase) -> Iterator[tuple[str, str]]:
    """Which triggers, functions, columns, indexes and constraints are missing, added, changed or switched off."""
    there = list_form(database, database.schema)
    try:
        with database.trying():
            make_schema(database, PROBE)
            database.use(PROBE)
            for _, sql in list_steps("postgres"):
                database.run_script(sql)
            wanted = list_form(database, PROBE)
    except LedgerError as error:
        if getattr(error.__cause__, "sqlstate", None) != NOT_ALLOWED:
            raise
        yield from check_guards(database)  # who may make no schema cannot compare more
        return
    for key in sorted(wanted.keys() | there.keys()):
        where = " ".join(key)
        if key not in there:
            yield where, "is missing"
        elif key not in wanted:
            yield where, "is there, though no ledger has it"
        elif there[key] != wanted[key]:
            yield where, "is not the one that a ledger has, or is switched off"


def check_guards(database: ServerDatabase) -> Iterator[tuple[str, str]]:
    """Which triggers are missing or switched off, by their names alone."""
    found = database.ask(
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE c.relnamespace = :schema::regnamespace AND t.tgenabled IN ('O', 'A')",
        {"schema": f'"{database.schema}"'},
    )
    there = {name for (name,) in found}
    for _, sql in list_steps("postgres"):
        for name in re.findall(r"CREATE TRIGGER (\w+)", sql):
            if name not in there:
                yield f"trigger {name}", "is missing or switched off"


def list_form(database: ServerDatabase, schema: str) -> dict[tuple[str, str], str]:
    """What makes the schema in use what it is: kind and name, with a definition that does not name the schema."""
    return {
        (kind, str(name)): str(definition)
        for kind, sql in FORM.items()
        for name, definition in database.ask(sql, {"schema": f'"{schema}"'})
    }


def check_words(database: SchemaDatabase, table: str, rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Which rows of `document`, `claim` or `word` are found by other words than `rows` say."""
    remaining = iter(rows)
    while batch := list(islice(remaining, CHECKED_AT_ONCE)):
        numbers = [number for number, _ in batch]
        if table == "word":
            found = database.ask("SELECT number, trigrams FROM word WHERE number = ANY(:numbers)", {"numbers": numbers})
            there = {number: list(trigrams) for number, trigrams in found}
            wrong = [number for number, word in batch if there.get(number) != list_trigrams(word)]
        else:
            found = database.ask(
                "SELECT w.number FROM unnest(:numbers::bigint[], :vectors::text[]) AS w (number, vector)"
                f" LEFT JOIN {table}_words t ON t.rowid = w.number WHERE t.words IS DISTINCT FROM w.vector::tsvector",
                {"numbers": numbers, "vectors": [vectorise(words) for _, words in batch]},
            )
            wrong = [number for (number,) in found]
        yield from ((number, "the words by which it is found are not its words") for number in wrong)
    if table != "word":
        for (number,) in database.each(
            f"SELECT t.rowid FROM {table}_words t LEFT JOIN {table} r ON r.number = t.rowid WHERE r.number IS NULL"
        ):
            yield number, "is there, though nothing has that number"


def check_places(database: SchemaDatabase, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
    """Which places lie at another point than their own."""
    remaining = iter(rows)
    while batch := list(islice(remaining, CHECKED_AT_ONCE)):
        numbers, lats, lons = zip(*batch, strict=True)
        found = database.ask(
            "SELECT w.number, p.number FROM unnest(:numbers::bigint[], :lats::float8[], :lons::float8[])"
            " AS w (number, lat, lon) LEFT JOIN place_point p ON p.number = w.number WHERE p.number IS NULL"
            " OR ST_Y(p.point::geometry) <> w.lat OR ST_X(p.point::geometry) <> w.lon",
            {"numbers": list(numbers), "lats": list(lats), "lons": list(lons)},
        )
        for number, there in found:
            yield number, "is missing" if there is None else "is another point"
    for (number,) in database.each(
        "SELECT t.number FROM place_point t LEFT JOIN place p ON p.number = t.number AND p.lat IS NOT NULL"
        " WHERE p.number IS NULL"
    ):
        yield number, "is there, though no such place has a point"


def wipe(database: SchemaDatabase) -> Sequence[str]:
    """Write every table anew without what was taken out, and begin a new write-ahead log; where traces may be left.

    Raises:
        UnfinishedError: if somebody else's use of the ledger stands in the way for now.
    """
    if database.ask(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)"
    ):
        raise UnfinishedError(database.address, "somebody else is in the middle of a transaction")
    ((before,),) = database.ask("SELECT current_setting('lock_timeout')")
    database.ask("SELECT set_config('lock_timeout', :wait, false)", {"wait": f"{PATIENCE_S}s"})
    left: list[str] = []
    try:
        tables = find_tables(database, database.schema)
        if database.ask(
            "SELECT 1 FROM pg_class WHERE relnamespace = :schema::regnamespace AND relkind = 'r'"
            " AND NOT pg_has_role(relowner, 'USAGE')",
            {"schema": f'"{database.schema}"'},
        ):
            left.append("the tables themselves: their owner must run `reportedly forget --finish`")
        for table in tables:
            attempt(database, f'VACUUM (FULL, ANALYZE) "{table}"', left, f"the table {table}")
        attempt(database, "VACUUM (FULL) pg_catalog.pg_statistic", left, "the server's statistics of columns")
        attempt(database, "SELECT pg_switch_wal()", left, "the server's write-ahead log, until it is cycled")
        for _ in range(2):  # what the first leaves for a restart, the second does not need
            attempt(database, "CHECKPOINT", left, "the server's write-ahead log, until its next checkpoints")
    finally:
        database.ask("SELECT set_config('lock_timeout', :wait, false)", {"wait": before})
    return [*dict.fromkeys(left), *list_traces(database)]


def study(database: SchemaDatabase) -> None:
    """Let the server count what the tables of the schema hold, as it does by itself after a while."""
    for table in find_tables(database, database.schema):
        database.ask(f'ANALYZE "{table}"')


def attempt(database: SchemaDatabase, sql: str, left: list[str], where: str) -> None:
    """Run a statement; if this user may not, note where traces are left.

    Raises:
        UnfinishedError: if somebody else holds what the statement needs.
    """
    try:
        database.ask(sql)
    except LedgerError as error:
        if getattr(error.__cause__, "sqlstate", None) == LOCK_NOT_AVAILABLE:
            raise UnfinishedError(database.address, f"somebody else is using it ({error.wrong})") from error
        left.append(f"{where} ({error.wrong})")


def list_traces(database: SchemaDatabase) -> list[str]:
    """Where this program does not reach."""
    found = [said for sql, said in TRACES if database.ask(sql)]
    copies = database.ask(
        "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, :beginning) ORDER BY 1",
        {"beginning": f"{database.schema}_before_"},
    )
    return [*found, *(f"the copy in the schema {name}, made before an upgrade" for (name,) in copies)]


def has_word(database: SchemaDatabase, word: str) -> bool:
    """Is a document or a claim found by this word?"""
    vector = vectorise(word)
    return any(
        database.ask(
            f"SELECT 1 FROM {table} WHERE words @@ :query::tsquery LIMIT 1", {"query": vector.partition(":")[0]}
        )
        for table in ("document_words", "claim_words")
    )

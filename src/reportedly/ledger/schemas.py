"""A ledger's schema in a database that others use too: what is there, how it is made, how it is copied."""

from itertools import count
from typing import Protocol

from reportedly.errors import LedgerError
from reportedly.ledger.database import Database
from reportedly.ledger.migrating import list_steps

NEEDED = "postgis"
"""The extension that brings points on Earth."""


class SchemaDatabase(Database, Protocol):
    """A database with schemas."""

    schema: str
    """The ledger's."""

    def use(self, schema: str) -> None:
        """Let names mean the tables of `schema`."""
        ...

    def lock(self, name: str) -> None:
        """Wait for a turn at something, until the transaction ends."""
        ...

    def run_script(self, sql: str) -> None:
        """Several statements, without values."""
        ...


def find_tables(database: Database, schema: str) -> list[str]:
    """The tables of a schema, each after those that it points to."""
    found = database.ask(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
        " WHERE nspname = :schema AND relkind IN ('r', 'p') ORDER BY c.oid",
        {"schema": schema},
    )
    return [str(name) for (name,) in found]


def find_version(database: SchemaDatabase) -> int | None:
    """Of the tables; None where nothing is yet.

    Raises:
        LedgerError: if what is there is no ledger.
    """
    schema = database.schema
    tables = find_tables(database, schema)
    if not tables:
        return None
    if not {"form", "entry", "head"} <= set(tables):
        raise LedgerError(
            database.address, f"is no ledger: the schema {schema!r} holds other tables; name another with ?schema=NAME"
        )
    found = database.ask("SELECT version FROM form")
    if not found:
        raise LedgerError(database.address, "does not say of which version it is; nothing was changed, use a backup")
    return int(found[0][0])


def make_schema(database: Database, schema: str) -> None:
    """An empty schema, if it is not there."""
    if not database.ask("SELECT 1 FROM pg_namespace WHERE nspname = :schema", {"schema": schema}):
        database.ask(f'CREATE SCHEMA "{schema}"')


def add_extension(database: SchemaDatabase) -> None:
    """Let the database have points on Earth, if it has none yet and this user may say so."""
    database.lock("reportedly extensions")
    if database.ask("SELECT 1 FROM pg_extension WHERE extname = :name", {"name": NEEDED}):
        return
    try:
        database.ask(f"CREATE EXTENSION {NEEDED} SCHEMA public")
    except LedgerError as error:
        raise LedgerError(
            database.address,
            f"needs PostGIS in its database; let an administrator install it on the server (on Debian"
            f" `apt install postgresql-15-postgis-3`) and run `CREATE EXTENSION {NEEDED};` in this database"
            f" ({error.wrong})",
        ) from error


def copy_schema(database: SchemaDatabase, version: int) -> str:
    """A copy of the ledger in another schema of the database, as it is before it is brought to `version`; its name.

    It is a ledger of its own, guards included, which the program that made it can open.
    """
    schema = database.schema
    wanted = f"{schema}_before_{version}"
    names = (wanted if number == 1 else f"{wanted}_{number}" for number in count(1))
    made = next(name for name in names if not find_tables(database, name))
    make_schema(database, made)
    old = find_version(database) or 0
    database.use(made)
    for number, sql in list_steps("postgres"):
        if number <= old:
            database.run_script(sql)
    tables = find_tables(database, made)
    for table in tables:
        database.ask(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    database.ask("DELETE FROM head")
    database.ask("DELETE FROM form")
    for table in tables:
        database.ask(f'INSERT INTO "{table}" SELECT * FROM "{schema}"."{table}"')
        database.ask(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
    database.ask("SELECT setval(pg_get_serial_sequence('word', 'number'), (SELECT coalesce(max(number), 1) FROM word))")
    database.use(schema)
    return made

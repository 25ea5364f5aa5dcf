"""From an address to a ledger."""

import os
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LedgerError
from reportedly.ledger.database import Database
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.migrating import MIGRATIONS, Told, bring_up_to_date, tell_nobody
from reportedly.ledger.server_address import is_server, read_address
from reportedly.ledger.sqlite import open_file


def open_ledger(
    address: str | os.PathLike[str],
    *,
    create: bool = False,
    told: Told = tell_nobody,
    folder: Traversable = MIGRATIONS,
) -> SqlLedger:
    """The ledger at `address`.

    Args:
        address: the path of a file, or `postgresql://USER@HOST/DATABASE?schema=NAME`. Each schema may hold one
            ledger; without a name it is `reportedly`.
        create: make one if nothing is there.
        told: told where the copy lies that is made before an older ledger is brought up to date.
        folder: the steps that lead to the tables of this version.

    Raises:
        LedgerError: if it cannot be opened, or what is there is no ledger or a newer version's. Nothing is changed then.
    """
    typed = os.fspath(address)
    if is_server(typed):
        return SqlLedger(open_server(typed, create=create, told=told, folder=folder))
    return SqlLedger(open_file(Path(typed).expanduser(), create=create, told=told, folder=folder))


def open_server(address: str, *, create: bool, told: Told, folder: Traversable) -> Database:
    """The ledger in a schema of a PostgreSQL database."""
    where = read_address(address)
    try:
        from reportedly.ledger.postgres import PostgresDatabase
    except ImportError as error:
        raise LedgerError(
            where.shown, "needs PostgreSQL's driver, which is not installed: pip install 'reportedly[postgres]'"
        ) from error
    database = PostgresDatabase(where)
    try:
        bring_up_to_date(database, create=create, told=told, folder=folder)
    except BaseException:
        database.close()
        raise
    return database

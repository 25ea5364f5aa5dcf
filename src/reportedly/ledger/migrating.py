"""The numbered steps that bring an empty or an older ledger to the form that this version writes."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from reportedly.errors import LedgerError

MIGRATIONS = files("reportedly.ledger") / "migrations"
"""A file for each step and database: `0001.sqlite.sql`."""

NOT_THERE = "is not there; `reportedly add` makes one"
NO_LEDGER = "is no ledger but something else; nothing was changed"
MADE_BY_NEWER = "was made by a newer reportedly; upgrade this one. Nothing was changed"

Told = Callable[[str], object]
"""Told where the copy is that was made before a ledger was changed."""


def tell_nobody(copy: str) -> None:
    """For those who know that there is nothing to tell."""


class Migratable(Protocol):
    """What a database offers to those who open it."""

    address: str

    @property
    def dialect(self) -> str: ...

    def version(self) -> int | None:
        """Of the tables; None where nothing is yet.

        Raises:
            LedgerError: if what is there is no ledger.
        """
        ...

    def preparing(self) -> AbstractContextManager[None]:
        """All that is done inside is done, or nothing; others who open the ledger wait."""
        ...

    def copy(self, version: int) -> str:
        """Make a copy of the whole ledger before it is brought to `version`; where it lies."""
        ...

    def run_step(self, sql: str, version: int) -> None:
        """Run one step, which leads to `version`."""
        ...


def list_steps(dialect: str, folder: Traversable = MIGRATIONS) -> Sequence[tuple[int, str]]:
    """The SQL of every step with the version that it leads to, in order.

    Args:
        dialect: `sqlite` or `postgres`.
    """
    ending = f".{dialect}.sql"
    steps = [
        (int(file.name.removesuffix(ending)), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(ending)
    ]
    return sorted(steps)


def bring_up_to_date(database: Migratable, *, create: bool, told: Told, folder: Traversable = MIGRATIONS) -> None:
    """Make the tables what this version writes. Of several who try at once one does it, and the others wait.

    Raises:
        LedgerError: if nothing is there and not `create`, if what is there is no ledger, or a newer version made it.
    """
    steps = list_steps(database.dialect, folder)
    newest = steps[-1][0]
    if find_version(database, newest, create=create) == newest:
        return
    with database.preparing():
        version = find_version(database, newest, create=create)  # somebody else may have been here meanwhile
        if 0 < version < newest:
            told(database.copy(newest))
        for number, sql in steps:
            if number > version:
                database.run_step(sql, number)


def find_version(database: Migratable, newest: int, *, create: bool) -> int:
    """The version of the tables, 0 where nothing is and something may be made."""
    version = database.version()
    if version is None and not create:
        raise LedgerError(database.address, NOT_THERE)
    if version is not None and version > newest:
        raise LedgerError(database.address, MADE_BY_NEWER)
    return version or 0

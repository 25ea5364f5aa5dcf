"""What a ledger in one file does for those who check it, forget in it, and copy it."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from reportedly.ledger import sqlite_upkeep
from reportedly.ledger.database import Row, Values

T = TypeVar("T")


class FileUpkeep(ABC):
    """The part of `SqliteDatabase` that upkeep asks for."""

    address: str
    _path: Path
    _connection: sqlite3.Connection

    @abstractmethod
    def ask(self, sql: str, values: Values = {}) -> list[Row]: ...  # noqa: B006 - never changed
    @abstractmethod
    def run_many(self, sql: str, rows: Sequence[Values]) -> None: ...
    @abstractmethod
    def _patiently(self, run: Callable[[], T]) -> T: ...

    def check_form(self) -> Iterator[tuple[str, str]]:
        yield from self._patiently(lambda: list(sqlite_upkeep.check_form(self._connection)))

    def check_words(self, table: str, rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        yield from sqlite_upkeep.check_words(self._connection, table, rows)

    def check_places(self, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
        yield from sqlite_upkeep.check_places(self._connection, rows)

    def forget_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        self._patiently(lambda: sqlite_upkeep.forget_words(self._connection, table, rows))

    def forget_places(self, numbers: Sequence[int]) -> None:
        self.run_many("DELETE FROM place_box WHERE number = :number", [{"number": number} for number in numbers])

    def has_word(self, word: str) -> bool:
        return any(
            self.ask(f"SELECT 1 FROM {table} WHERE {table} MATCH :word LIMIT 1", {"word": f'"{word}"'})
            for table in ("document_words", "claim_words")
        )

    def remove_words(self, words: Iterable[str]) -> None:
        self._patiently(lambda: sqlite_upkeep.remove_words(self._connection, words))

    def wipe(self) -> Sequence[str]:
        sqlite_upkeep.wipe(self._connection, self.address)
        return sqlite_upkeep.list_traces(self._path)

    def copy_to(self, path: Path) -> None:
        """Copy the ledger as it is at one moment to a new file, while others may read and write.

        Raises:
            CopyError: if something is there already, or the disk is full.
        """
        sqlite_upkeep.copy_to(self._connection, path)

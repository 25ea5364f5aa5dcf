"""What the two databases have in common, and where they differ."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = Sequence[Any]
Values = Mapping[str, Any]


class Database(Protocol):
    """One connection. SQL is what both databases understand, with values as `:name`."""

    address: str
    """As the user named it, without a password."""

    def ask(self, sql: str, values: Values = {}) -> list[Row]:
        """Run one statement; its rows, none if it has none."""
        ...

    def each(self, sql: str, values: Values = {}) -> Iterable[Row]:
        """The same, a row at a time, for answers that do not fit into memory."""
        ...

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Run one statement for each of `rows`."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """All that is written inside is written, or nothing; one writer at a time.

        Raises:
            LedgerError: if another writer does not make way in time, or the disk is full.
        """
        ...

    def seeing(self) -> AbstractContextManager[None]:
        """Everything asked inside is answered from one state."""
        ...

    def index_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Make the `words` of rows of `document` or `claim` findable."""
        ...

    def index_places(self, rows: Sequence[tuple[int, float, float]]) -> None:
        """Make places findable by number, latitude and longitude."""
        ...

    def add_words(self, words: Iterable[str]) -> None:
        """Remember words for those who misspell them."""
        ...

    def close(self) -> None: ...

"""What the two databases have in common, and where they differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from reportedly.ledger.query import Circle
from reportedly.ledger.words import Group

Row = Sequence[Any]
Values = Mapping[str, Any]


class Database(Protocol):
    """One connection. SQL is what both databases understand, with values as `:name`."""

    address: str
    """As the user named it, without a password."""

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgres`."""
        ...

    def ask(self, sql: str, values: Values = {}) -> list[Row]:  # noqa: B006 - never changed
        """Run one statement; its rows, none if it has none."""
        ...

    def each(self, sql: str, values: Values = {}) -> Iterable[Row]:  # noqa: B006 - never changed
        """The same, a row at a time, for answers that do not fit into memory."""
        ...

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Run one statement for each of `rows`."""
        ...

    def run_in_turn(self, statements: Sequence[tuple[str, Values]]) -> None:
        """Run one statement after the other, none of which has an answer."""
        ...

    def put_rows(self, table: str, rows: Sequence[Values]) -> None:
        """Write rows that name the same columns in the same order, however many, as fast as the database takes them."""
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

    def check_form(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the file, the tables or the triggers themselves: where, and what."""
        ...

    def check_words(self, table: str, rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Which rows of `document`, `claim` or `word` are found by other words than they should be, and what is wrong.

        Args:
            rows: number and words of each row that there should be.
        """
        ...

    def check_places(self, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
        """Which places are found at another point than they should be.

        Args:
            rows: number, latitude and longitude of each place that has a point.
        """
        ...

    def forget_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Take out what `index_words` brought in, before the rows themselves go."""
        ...

    def forget_places(self, numbers: Sequence[int]) -> None:
        """Take out what `index_places` brought in."""
        ...

    def has_word(self, word: str) -> bool:
        """Is a document found by this word, which is folded?"""
        ...

    def remove_words(self, words: Iterable[str]) -> None:
        """Remember these words no longer."""
        ...

    def get_ready(self) -> None:
        """Let the database see what it holds after much came in at once, so that it answers by the shortest ways."""
        ...

    def wipe(self) -> Sequence[str]:
        """Overwrite what was taken out, wherever the database still keeps it; in words, what could not be reached.

        Raises:
            UnfinishedError: if somebody else's use of the ledger stands in the way for now.
        """
        ...

    def among(self, column: str, name: str, wanted: Sequence[int] | Sequence[str]) -> tuple[str, Values]:
        """SQL: `column` is one of these numbers or ids, however many, and its value, `name`."""
        ...

    def matches(self, table: str, name: str) -> str:
        """SQL: a row of `claim_words` or `document_words` has the words that `write_match` wrote into value `name`."""
        ...

    def write_match(self, groups: Sequence[Group]) -> str:
        """What has a term of every group, as the database's full-text search wants it."""
        ...

    def words_with_any(self, parts: Sequence[str], fewest: int, most: int, limit: int) -> list[str]:
        """Words of the ledger that have one of these parts, edges counting as spaces, and so many letters."""
        ...

    def knows_words(self, words: Iterable[str]) -> bool:
        """Does the full-text search see these words, and all that the ledger has, as they are?"""
        ...

    def joined(self, column: str) -> str:
        """SQL: all values of a column as one text, with commas between them."""
        ...

    def places_in_circle(self, circle: Circle) -> tuple[str, Values]:
        """SQL that selects the `number`s of the places in the circle, its rim included, and its values."""
        ...

    def places_in_box(self, west: str, east: str) -> str:
        """The same for `:south` to `:north` and these two values, of which the first is not greater."""
        ...

    def close(self) -> None: ...

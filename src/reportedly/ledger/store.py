"""What a ledger can do, whatever it is kept in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, Self

from reportedly.ledger.query import Query
from reportedly.ledger.verdicts import Forgotten, Happening, Verification
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added, HeldClaim, HeldDocument, HeldPlace, HeldSource, Page
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.review import Review

Progress = Callable[[int, int], object]
"""Told how many are done, and of how many."""


class Ledger(Protocol):
    """Documents, readings and reviews, which are only ever added.

    Everything that changes it is wholly there afterwards or not at all. Any method may raise `LedgerError`.
    """

    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...

    # In.

    def look_up(self, document: Document) -> Added | None:
        """What would become of `document` if it is known or forgotten; None if it would be added."""
        ...

    def add(self, document: Document, reading: Reading | None = None, capture: Capture | None = None) -> Added:
        """Add a document, with its reading and the web capture that it was taken from."""
        ...

    def add_reading(self, reading: Reading) -> str | None:
        """Add another reading of a document that is there; its id, None if it says and is made by what the last was."""
        ...

    def review(self, review: Review) -> str:
        """Add a person's review; its id.

        Raises:
            ReviewError: if it cannot be what it says.
            UnknownIdError: if what it is about is not there.
        """
        ...

    def forget(self, id_: str, *, who: str, why: str) -> Forgotten:
        """Take out the content of a document, with all that was made of it, or of a review.

        Raises:
            UnknownIdError: if nothing has that id.
            ForgettingError: if it is no document and no review, or was forgotten before.
            UnfinishedError: if it is out of the tables, but traces may still lie in the file: then `finish_forgetting`.
        """
        ...

    def finish_forgetting(self) -> tuple[str, ...]:
        """Overwrite what was forgotten wherever the database still keeps it; in words, what could not be reached."""
        ...

    # Out.

    def find_id(self, beginning: str) -> tuple[str, str]:
        """What the one thing with such an id is (`claim`, `document`, `source`, `place`, `reading`, …), and the id.

        Raises:
            IdError: if nothing has such ids.
            UnknownIdError: if there is none, or there are several.
        """
        ...

    def claims(self, query: Query) -> Page[HeldClaim]: ...
    def each_claim(self, query: Query) -> Iterator[HeldClaim]:
        """Every claim that fits, however many; `limit` and `after` do not count."""
        ...

    def readings(self, query: Query) -> Iterator[Reading]:
        """The readings as they stand with people's corrections, cut down to the claims that fit; claims bear lasting ids.

        Without any filter all readings, those without a claim too.
        """
        ...

    def documents(self, query: Query) -> Page[HeldDocument]:
        """Documents by `text`, `ids`, `published_*`, `outlets`, `languages`, `at`; those without a claim too."""
        ...

    def sources(self, query: Query) -> Page[HeldSource]:
        """The sources of the claims that fit, the most named first."""
        ...

    def places(self, query: Query) -> Page[HeldPlace]:
        """The places of the claims that fit, the most named first."""
        ...

    def document(self, id_: str) -> Document: ...
    def capture(self, id_: str) -> Capture: ...
    def to_reread(self, made_by: Callable[[str | None], MadeBy] | None) -> Iterator[Document]:
        """The documents as they stand now whose reading was made by something else, or that were not read; all if None.

        Args:
            made_by: what would make the reading of a document in such a language, by ISO 639-1. The profile does not
                count: each document chooses its own.
        """
        ...

    def history(self, id_: str) -> Sequence[Happening]:
        """What happened to a thing, the earliest first."""
        ...

    def seq(self) -> int:
        """The number of the last entry."""
        ...

    def seq_before(self, moment: datetime) -> int:
        """The number of the last entry that was added before `moment`, which has its zone; 0 if there was none."""
        ...

    # Upkeep.

    def verify(self, progress: Progress | None = None, expected: Sequence[tuple[int, str]] = ()) -> Verification:
        """Check every row, and the hashes of entries that were noted elsewhere."""
        ...

    def last_asked(self, url: str) -> tuple[str | None, str | None] | None:
        """The ETag and Last-Modified that a watched address gave last."""
        ...

    def note_asked(self, url: str, etag: str | None, last_modified: str | None, at: datetime) -> None:
        """Remember with what a watched address answered, and when."""
        ...

    def asked_at(self, urls: Iterable[str]) -> dict[str, str]:
        """When each of `urls` was asked last, ISO 8601; those never asked are left out."""
        ...

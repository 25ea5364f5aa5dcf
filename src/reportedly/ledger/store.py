"""What a ledger can do, whatever it is kept in."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from reportedly.ledger.changes import Changed
from reportedly.ledger.grouping import Group
from reportedly.ledger.loading import Loading
from reportedly.ledger.loading import Progress as Loadings
from reportedly.ledger.lots import Loaded
from reportedly.ledger.query import Query
from reportedly.ledger.rows_since import Mark, RowsSince
from reportedly.ledger.verdicts import Forgotten, Happening, Verification
from reportedly.model.capture import Capture
from reportedly.model.comparable import Comparable
from reportedly.model.document import Document
from reportedly.model.held import Added, HeldClaim, HeldDocument, HeldPlace, HeldSource, Page
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.review import Review

Progress = Callable[[int, int], object]
"""Told how many are done, and of how many."""


class Book(Protocol):
    """What was compared: claims as they are compared, the blocks under which they are kept, and their groups.

    A group is named by the claim of it that comes first in the order of `Comparable.rank`. Whoever has a book has it
    alone until it is closed; then all that was done is there, or after an error nothing. Documents are named by their
    short ids, claims by their lasting ones; blocks are whole numbers of 64 bits, with sign.
    """

    @property
    def rules(self) -> str | None:
        """By which rules claims were compared; None if `begin_anew` was never told."""
        ...

    def begin_anew(self, rules: str) -> None:
        """Take out all that is kept. Every document has changed then, and is to be compared by these rules."""
        ...

    # What is to be done.

    def changed(self, limit: int) -> Changed:
        """At most `limit` documents, 1 or more, whose standing claims changed since the last settling, and all unsettled
        blocks. The same until it is settled."""
        ...

    def held(self, document: str) -> Sequence[HeldClaim]:
        """The claims of a document that stand, in the order of its text; those that a person rejected too."""
        ...

    def kept(self, document: str) -> Mapping[str, Comparable]:
        """What is kept of a document's claims, by their ids, in the order of ranks."""
        ...

    # What is compared with.

    def sharing(self, blocks: Collection[int], after: str | None = None) -> Sequence[Comparable]:
        """What is kept under one of these blocks, each once, in the order of ranks; only ranks greater than `after`."""
        ...

    def groups_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The group of each of these claims; those that have none are left out."""
        ...

    def members(self, groups: Collection[str]) -> Mapping[str, Sequence[Comparable]]:
        """What is kept of all claims of each of these groups, in the order of ranks."""
        ...

    # What came of it.

    def keep(self, comparables: Sequence[tuple[Comparable, Collection[int]]]) -> None:
        """Keep claims under blocks, in place of what was kept of them; they stay in their groups.

        Raises:
            UnknownIdError: if the document of one is not there.
        """
        ...

    def drop(self, claims: Collection[str]) -> None:
        """Keep these claims no longer. Those that are left of their groups must be regrouped if the name goes."""
        ...

    def regroup(self, groups: Mapping[str, str]) -> None:
        """Put claims that are kept into other groups: by claim, the group's name."""
        ...

    def settle(self, changed: Changed) -> None:
        """All that this book gave out as changed is compared."""
        ...


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

    def load(
        self, documents: Iterable[Loaded], *, rules: str | None = None, progress: Loadings | None = None
    ) -> Loading:
        """Add many documents that were read elsewhere, as `add` would one after the other, but some at a time: each lot
        of them is wholly there or not at all, and others who write wait for one lot. What is known is left as it is, so
        that a loading that broke off is taken up by running it again.

        Args:
            rules: by which the documents were compared, all of them with each other. Into a ledger that holds nothing
                else that is taken as it is; it counts once all are there, and until then nothing counts as compared.
                Of a document whose `compared` is None, and of what is replaced, the comparing is left to be done.

        Raises:
            UnknownIdError: if a claim was compared that its document's reading does not make.
        """
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

    # Comparing.

    def has_changes(self, rules: str | None = None) -> bool:
        """Is there anything that was not compared yet, or not by these rules?"""
        ...

    def compared_by(self) -> str | None:
        """By which rules claims were compared last; None if they never were."""
        ...

    def comparing(self) -> AbstractContextManager[Book]:
        """A book, for which the ledger is kept to oneself: nobody else writes meanwhile. Others wait, so be brief."""
        ...

    def groups(self, query: Query, *, of_several: bool = False) -> Iterator[Group]:
        """Every group with a claim that fits, each once: its name, and all its claims in the order of ranks, each as it
        is compared and as it is held.

        As they were compared last, without the claims that stand no longer or were rejected since. The first is the one
        whose last claim has the greatest rank, or the least if the oldest are wanted first. Of the query `sort`,
        `limit` and `after` do not count. With `of_several` only those of several claims, or of one on several chains:
        others can have no status but `single-source` and `unsourced`.

        Raises:
            QueryError: if the query has `at`: groups are known only as they stand now.
        """
        ...

    def group(self, id_: str) -> Group | None:
        """The group to which a claim belongs, or the claim after which an event is named; None if there is none."""
        ...

    # Out.

    def find_id(self, beginning: str) -> tuple[str, str]:
        """What the one thing with such an id is (`claim`, `document`, `source`, `place`, `reading`, `event`, …), and the id.

        Raises:
            IdError: if nothing has such ids.
            UnknownIdError: if there is none, or there are several.
        """
        ...

    def claims(self, query: Query) -> Page[HeldClaim]: ...
    def each_claim(self, query: Query) -> Iterator[HeldClaim]:
        """Every claim that fits, however many; `limit` and `after` do not count."""
        ...

    def claims_since(self, seq: int, most: int) -> Sequence[HeldClaim]:
        """The claims that stand and were read or judged after this entry, the latest first; so many at most."""
        ...

    def numbers(self, query: Query) -> NDArray[np.int64]:
        """The numbers of all rows of claims that pass the filters, in any order, whether they stand or not.

        `at` and what is not a filter do not count.
        """
        ...

    def rows_since(self, mark: Mark) -> AbstractContextManager[RowsSince]:
        """What came after a mark, of one state of the ledger; it must be read before the context ends."""
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

"""A ledger over a database that speaks SQL."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import UnknownIdError
from reportedly.ledger import giving, taking, watching
from reportedly.ledger.changes import compared_to, has_changes
from reportedly.ledger.comparing import SqlBook
from reportedly.ledger.database import Database
from reportedly.ledger.forgetting import forget
from reportedly.ledger.grouping import Group, each_group, find_group
from reportedly.ledger.histories import history
from reportedly.ledger.holding import Holder, find_ids
from reportedly.ledger.listing import list_documents, list_places, list_sources
from reportedly.ledger.loading import Loading, load
from reportedly.ledger.loading import Progress as Loadings
from reportedly.ledger.lots import Loaded
from reportedly.ledger.numbering import list_numbers
from reportedly.ledger.paging import Question, count_fitting, each_row, find_page, list_rows_since
from reportedly.ledger.query import Query
from reportedly.ledger.recognising import look_up
from reportedly.ledger.rereading import each_reading
from reportedly.ledger.rows_since import Mark, RowsSince, read_rows_since
from reportedly.ledger.verdicts import Forgotten, Happening, Verification
from reportedly.ledger.verifying import Progress, verify
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added, HeldClaim, HeldDocument, HeldPlace, HeldSource, Page
from reportedly.model.ids import complete_beginning, next_beginning
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.review import Review

SHOWN = 3
"""Ids named where a beginning is not unique."""


class SqlLedger:
    """What `Ledger` asks for."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def look_up(self, document: Document) -> Added | None:
        return look_up(self.database, document)

    def add(self, document: Document, reading: Reading | None = None, capture: Capture | None = None) -> Added:
        with self.database.writing():
            return taking.add(self.database, document, reading, capture)

    def load(
        self, documents: Iterable[Loaded], *, rules: str | None = None, progress: Loadings | None = None
    ) -> Loading:
        return load(self.database, documents, rules=rules, progress=progress)

    def add_reading(self, reading: Reading) -> str | None:
        with self.database.writing():
            return taking.add_reading(self.database, reading)

    def review(self, review: Review) -> str:
        with self.database.writing():
            return taking.add_review(self.database, review)

    def forget(self, id_: str, *, who: str, why: str) -> Forgotten:
        with self.database.writing():
            forgotten = forget(self.database, id_, who, why)
        return replace(forgotten, left=self.finish_forgetting())

    def finish_forgetting(self) -> tuple[str, ...]:
        """Overwrite what was forgotten wherever the database still keeps it; in words, what could not be reached."""
        return tuple(self.database.wipe())

    @contextmanager
    def comparing(self) -> Iterator[SqlBook]:
        with self.database.writing():
            yield SqlBook(self.database)

    def find_id(self, beginning: str) -> tuple[str, str]:
        begins = complete_beginning(beginning)
        found = find_ids(self.database, begins, next_beginning(begins), SHOWN + 1)
        if len(found) != 1:
            raise UnknownIdError(beginning, [id_ for _, id_ in found[:SHOWN]])
        return found[0]

    def verify(self, progress: Progress | None = None, expected: Sequence[tuple[int, str]] = ()) -> Verification:
        return verify(self.database, progress, expected)

    def history(self, id_: str) -> Sequence[Happening]:
        return history(self.database, id_)

    def capture(self, id_: str) -> Capture:
        return giving.capture(self.database, id_)

    def to_reread(self, made_by: Callable[[str | None], MadeBy] | None) -> Iterator[Document]:
        return giving.to_reread(self.database, made_by)

    def last_asked(self, url: str) -> tuple[str | None, str | None] | None:
        return watching.last_asked(self.database, url)

    def note_asked(self, url: str, etag: str | None, last_modified: str | None, at: datetime) -> None:
        with self.database.writing():
            watching.note_asked(self.database, url, etag, last_modified, at)

    def asked_at(self, urls: Iterable[str]) -> dict[str, str]:
        return watching.asked_at(self.database, urls)

    def claims(self, query: Query) -> Page[HeldClaim]:
        with self.database.seeing():
            question = Question.of(query, self.database)
            found, after = find_page(query, question, self.database)
            total = count_fitting(question, self.database) if query.count else None
            items = tuple(Holder(self.database, query.at).hold_claims(found))
        return Page(items=items, after=after, total=total, notes=question.notes)

    def each_claim(self, query: Query) -> Iterator[HeldClaim]:
        return Holder(self.database, query.at).hold_claims(each_row(query, self.database))

    def claims_since(self, seq: int, most: int) -> Sequence[HeldClaim]:
        with self.database.seeing():
            return tuple(Holder(self.database).hold_claims(list_rows_since(self.database, seq, most)))

    def numbers(self, query: Query) -> NDArray[np.int64]:
        with self.database.seeing():
            return list_numbers(query, self.database)

    def rows_since(self, mark: Mark) -> AbstractContextManager[RowsSince]:
        return read_rows_since(self.database, mark)

    def readings(self, query: Query) -> Iterator[Reading]:
        return each_reading(query, self.database)

    def groups(self, query: Query, *, of_several: bool = False) -> Iterator[Group]:
        return each_group(query, self.database, of_several=of_several)

    def group(self, id_: str) -> Group | None:
        return find_group(id_, self.database)

    def has_changes(self, rules: str | None = None) -> bool:
        with self.database.seeing():
            return has_changes(self.database, rules)

    def compared_by(self) -> str | None:
        return compared_to(self.database)[2]

    def documents(self, query: Query) -> Page[HeldDocument]:
        with self.database.seeing():
            return list_documents(query, self.database)

    def sources(self, query: Query) -> Page[HeldSource]:
        with self.database.seeing():
            return list_sources(query, self.database)

    def places(self, query: Query) -> Page[HeldPlace]:
        with self.database.seeing():
            return list_places(query, self.database)

    def document(self, id_: str) -> Document:
        return giving.document(self.database, id_)

    def seq(self) -> int:
        return int(self.database.ask("SELECT seq FROM head")[0][0])

    def seq_before(self, moment: datetime) -> int:
        values = {"moment": moment.astimezone(UTC).isoformat(timespec="microseconds")}
        return int(self.database.ask("SELECT coalesce(max(seq), 0) FROM entry WHERE at < :moment", values)[0][0])

"""A ledger over a database that speaks SQL."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Self

from reportedly.errors import UnknownIdError
from reportedly.ledger import giving, taking, watching
from reportedly.ledger.database import Database
from reportedly.ledger.forgetting import forget
from reportedly.ledger.histories import history
from reportedly.ledger.holding import find_ids
from reportedly.ledger.ids import complete_beginning, next_beginning
from reportedly.ledger.verdicts import Forgotten, Happening, Verification
from reportedly.ledger.verifying import Progress, verify
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added
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
        return taking.look_up(self.database, document)

    def add(self, document: Document, reading: Reading | None = None, capture: Capture | None = None) -> Added:
        with self.database.writing():
            return taking.add(self.database, document, reading, capture)

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

    def to_reread(self, made_by: MadeBy | None) -> Iterator[Document]:
        return giving.to_reread(self.database, made_by)

    def last_asked(self, url: str) -> tuple[str | None, str | None] | None:
        return watching.last_asked(self.database, url)

    def note_asked(self, url: str, etag: str | None, last_modified: str | None) -> None:
        with self.database.writing():
            watching.note_asked(self.database, url, etag, last_modified)

    def due(self, urls: Iterable[str]) -> dict[str, str]:
        return watching.due(self.database, urls)

    def seq(self) -> int:
        return int(self.database.ask("SELECT seq FROM head")[0][0])

"""A ledger over a database that speaks SQL."""

from datetime import UTC, datetime
from typing import Self

from reportedly.errors import UnknownIdError
from reportedly.ledger import taking
from reportedly.ledger.database import Database
from reportedly.ledger.holding import find_ids
from reportedly.ledger.ids import complete_beginning, next_beginning
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added
from reportedly.model.reading import Reading
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

    def find_id(self, beginning: str) -> tuple[str, str]:
        begins = complete_beginning(beginning)
        found = find_ids(self.database, begins, next_beginning(begins), SHOWN + 1)
        if len(found) != 1:
            raise UnknownIdError(beginning, [id_ for _, id_ in found[:SHOWN]])
        return found[0]

    def seq(self) -> int:
        return int(self.database.ask("SELECT seq FROM head")[0][0])

    def seq_before(self, moment: datetime) -> int:
        values = {"moment": moment.astimezone(UTC).isoformat(timespec="microseconds")}
        return int(self.database.ask("SELECT coalesce(max(seq), 0) FROM entry WHERE at < :moment", values)[0][0])

"""Documents and captures as they came in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportedly.errors import UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.database import Database
from reportedly.ledger.rows import read
from reportedly.ledger.unpacking import ASKED_AT_ONCE, content_at, document_at
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.reading import MadeBy


def capture(database: Database, id_: str) -> Capture:
    """A web capture.

    Raises:
        UnknownIdError: if there is none with that id, or it was forgotten.
    """
    found = database.ask(
        "SELECT e.seq FROM entry e JOIN content c ON c.seq = e.seq WHERE e.id = :id AND e.kind = 'capture'", {"id": id_}
    )
    if not found:
        raise UnknownIdError(id_, ())
    stored = rows.read(content_at(database, found[0][0]), rows.StoredCapture)
    return Capture(
        url=stored.url,
        final_url=stored.final_url,
        captured_at=stored.captured_at,
        sha256=stored.sha256,
        warc=stored.warc,
    )


def document(database: Database, id_: str) -> Document:
    """A document, of whichever version.

    Raises:
        UnknownIdError: if there is none with that id, or it was forgotten.
    """
    found = database.ask("SELECT number FROM document WHERE id = :id", {"id": id_})
    if not found:
        raise UnknownIdError(id_, ())
    return document_at(database, found[0][0])


def to_reread(database: Database, made_by: Callable[[str | None], MadeBy] | None) -> Iterator[Document]:
    """The documents that stand whose reading was made by something else, or that were not read; all if None.

    Which profile a reading rests on is each document's own and does not count. Readings may be added meanwhile.
    """
    last = 0
    while found := database.ask(
        "SELECT d.number, d.language, r.made_by FROM document d LEFT JOIN reading r ON r.document = d.number AND r.until IS NULL"
        " WHERE d.until IS NULL AND d.number > :last ORDER BY d.number LIMIT :limit",
        {"last": last, "limit": ASKED_AT_ONCE},
    ):
        for number, language, written in found:
            maker = read(written.encode("utf-8"), MadeBy) if made_by and written else None
            if made_by is None or maker is None or not is_same_maker(maker, made_by(language)):
                yield document_at(database, number)
            last = number


def is_same_maker(left: MadeBy, right: MadeBy) -> bool:
    """Would both read a document alike?"""
    return replace(left, profile=None) == replace(right, profile=None)

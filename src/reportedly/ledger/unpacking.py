"""What lies in the record, unpacked."""

from reportedly.errors import StoredFormError
from reportedly.ledger import rows
from reportedly.ledger.database import Database
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.review import Review


def content_at(database: Database, seq: int) -> bytes:
    """The JSON of entry `seq`.

    Raises:
        StoredFormError: if it is not there or damaged.
    """
    found = database.ask("SELECT packed FROM content WHERE seq = :seq", {"seq": seq})
    if not found:
        raise StoredFormError(f"the content of entry {seq}", "it is not there")
    return rows.unpack(bytes(found[0][0]))


def document_at(database: Database, seq: int) -> Document:
    """The document of entry `seq`."""
    return rows.restore_document(rows.read(content_at(database, seq), rows.StoredDocument))


def reading_at(database: Database, seq: int, document: Document) -> Reading:
    """The reading of entry `seq`, which is one of `document`; its claims bear the ids that it gave them."""
    return rows.restore_reading(rows.read(content_at(database, seq), rows.StoredReading), document)


def reviews_of(database: Database, subject: str, at: int | None = None) -> list[tuple[str, Review]]:
    """Every review about a claim with its id, the earliest first; those up to entry `at` if that is given."""
    found = database.ask(
        "SELECT e.id, c.packed FROM review r JOIN entry e ON e.seq = r.number JOIN content c ON c.seq = r.number"
        " WHERE r.subject = :subject AND r.number <= :at ORDER BY r.number",
        {"subject": subject, "at": at if at is not None else 1 << 62},
    )
    return [(id_, rows.read(rows.unpack(bytes(packed)), Review)) for id_, packed in found]

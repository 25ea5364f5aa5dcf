"""What lies in the record, unpacked."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from reportedly.errors import StoredFormError
from reportedly.ledger import rows
from reportedly.ledger.database import Database, Row
from reportedly.ledger.projecting import give_lasting_ids
from reportedly.ledger.replaying import Reviewed
from reportedly.model.document import Document
from reportedly.model.held import Entry, EntryKind
from reportedly.model.reading import Reading
from reportedly.model.review import Review

ENTRY_COLUMNS = "e.seq, e.id, e.kind, e.subject, e.at, e.content_sha256, e.previous, e.hash"
"""What `make_entry` needs of a row of `entry e`."""
ASKED_AT_ONCE = 500
"""Values in one question: both databases take more, neither is faster with more."""


def make_entry(row: Row) -> Entry:
    """The entry of a row of `ENTRY_COLUMNS`."""
    seq, id_, kind, subject, at, content_sha256, previous, hash_ = row[:8]
    return Entry(
        seq=seq,
        id=id_,
        kind=EntryKind(kind),
        subject=subject,
        at=datetime.fromisoformat(at),
        content_sha256=bytes(content_sha256),
        previous=bytes(previous),
        hash=bytes(hash_),
    )


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


def reviews_of(database: Database, subject: str) -> list[tuple[str, Review]]:
    """Every review about a claim with its id, the earliest first."""
    found = database.ask(
        "SELECT e.id, c.packed FROM review r JOIN entry e ON e.seq = r.number JOIN content c ON c.seq = r.number"
        " WHERE r.subject = :subject ORDER BY r.number",
        {"subject": subject},
    )
    return [(id_, rows.read(rows.unpack(bytes(packed)), Review)) for id_, packed in found]


def readings_of(database: Database, document_id: str, document: Document) -> list[tuple[int, Reading]]:
    """Every reading of a document in the record with its entry, in order; its claims bear lasting ids."""
    found = database.ask(
        "SELECT e.seq, c.packed FROM entry e JOIN content c ON c.seq = e.seq"
        " WHERE e.subject = :id AND e.kind = 'reading' ORDER BY e.seq",
        {"id": document_id},
    )
    stored = [(seq, rows.read(rows.unpack(bytes(packed)), rows.StoredReading)) for seq, packed in found]
    return [(seq, give_lasting_ids(rows.restore_reading(each, document))) for seq, each in stored]


def reviews_about(database: Database, subjects: Iterable[str]) -> list[Reviewed]:
    """Every review about one of `subjects`, in order, each with those of `subjects` that it touches."""
    touched: dict[int, set[str]] = defaultdict(set)
    for number, subject in ask_each(database, "SELECT number, subject FROM review WHERE subject IN", subjects):
        touched[number].add(subject)
    contents = "SELECT e.seq, e.id, c.packed FROM entry e JOIN content c ON c.seq = e.seq WHERE e.seq IN"
    found = sorted(ask_each(database, contents, touched), key=lambda row: int(row[0]))
    return [
        Reviewed(
            seq=seq,
            id=id_,
            review=rows.read(rows.unpack(bytes(packed)), Review),
            about=frozenset(touched[seq]),
        )
        for seq, id_, packed in found
    ]


def ask_each(database: Database, sql: str, values: Iterable[object]) -> Iterable[Row]:
    """The rows of a question that ends in `IN`, for any number of values."""
    listed = list(values)
    for start in range(0, len(listed), ASKED_AT_ONCE):
        some = {f"v{number}": value for number, value in enumerate(listed[start : start + ASKED_AT_ONCE])}
        yield from database.ask(f"{sql} ({', '.join(f':{name}' for name in some)})", some)

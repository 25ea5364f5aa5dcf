"""What is written: entries of the record, and the rows by which they are found."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from reportedly.ledger.chain import bind
from reportedly.ledger.columns import (
    Columns,
    claim_columns,
    document_columns,
    document_words,
    place_columns,
    source_columns,
    use_columns,
)
from reportedly.ledger.database import Database
from reportedly.ledger.projecting import Findable, Standing
from reportedly.ledger.rows import StoredDocument, digest, pack, write
from reportedly.ledger.words import list_endings
from reportedly.model.document import Document
from reportedly.model.held import EntryKind


def append(database: Database, kind: EntryKind, id_: str, subject: str | None, content: object) -> int:
    """Add an entry with its content to the end of the record; its number."""
    ((last, previous),) = database.ask("SELECT seq, hash FROM head")
    written = write(content)
    seq, at, content_sha256 = int(last) + 1, datetime.now(UTC).isoformat(timespec="microseconds"), digest(written)
    database.ask(
        "INSERT INTO entry (seq, id, kind, subject, at, content_sha256, previous, hash)"
        " VALUES (:seq, :id, :kind, :subject, :at, :content_sha256, :previous, :hash)",
        {
            "seq": seq,
            "id": id_,
            "kind": kind.value,
            "subject": subject,
            "at": at,
            "content_sha256": content_sha256,
            "previous": bytes(previous),
            "hash": bind(seq, id_, kind.value, subject, at, content_sha256, bytes(previous)),
        },
    )
    database.ask("INSERT INTO content (seq, packed) VALUES (:seq, :packed)", {"seq": seq, "packed": pack(written)})
    return seq


def insert(database: Database, table: str, rows: Sequence[Columns]) -> None:
    """Write rows that have the same columns."""
    if rows:
        names = list(rows[0])
        values = ", ".join(f":{name}" for name in names)
        database.run_many(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})", rows)


def insert_document(
    database: Database,
    seq: int,
    id_: str,
    document: Document,
    stored: StoredDocument,
    *,
    replaces: int | None,
    is_old: bool,
) -> None:
    """The row by which a document is found; `is_old` if a later version is there already."""
    until = seq if is_old else None
    columns = document_columns(seq, id_, document, stored.capture, replaces=replaces, until=until)
    insert(database, "document", [columns])
    words = document_words(document)
    database.index_words("document", [(seq, words)])
    database.add_words(dict.fromkeys(words.split()))


def insert_claims(
    database: Database,
    claims: Sequence[tuple[int, Findable]],
    document: Document,
    *,
    document_number: int,
    reading_number: int,
    since: int,
    is_old: bool,
) -> None:
    """The rows by which claims of one reading are found, each with its place in the reading."""
    ((last,),) = database.ask("SELECT coalesce(max(number), 0) FROM claim")
    until = since if is_old else None
    standing = [
        Standing(findable=each, reading=reading_number, place=place, since=since, until=until) for place, each in claims
    ]
    insert_standing(database, list(enumerate(standing, last + 1)), document, document_number)


def insert_standing(
    database: Database, claims: Sequence[tuple[int, Standing]], document: Document, document_number: int
) -> None:
    """The rows by which claims of one document are found, under these numbers."""
    insert(
        database,
        "claim",
        [{"number": number, **claim_columns(document_number, document, each)} for number, each in claims],
    )
    database.index_words("claim", [(number, each.findable.words) for number, each in claims])
    database.add_words(dict.fromkeys(word for _, each in claims for word in each.findable.words.split()))
    found = [(number, each.findable) for number, each in claims]
    insert_sources(database, found)
    insert_places(database, found)
    flags = [{"claim": number, "code": code} for number, each in found for code in each.flags]
    insert(database, "claim_flag", flags)


def insert_sources(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The links of the claims, and the sources that were not there yet, by the name they have first."""
    uses = [(number, use) for number, each in claims for use in each.sources]
    names = {use.id: use.name for _, use in reversed(uses)}
    numbers = number_new(database, "source", names)
    new = [(number, id_) for id_, (number, is_new) in numbers.items() if is_new]
    insert(database, "source", [{"number": number, **source_columns(id_, names[id_])} for number, id_ in new])
    insert_endings(database, [(number, names[id_]) for number, id_ in new])
    insert(database, "claim_source", [use_columns(number, use, numbers[use.id][0]) for number, use in uses])


def insert_endings(database: Database, names: Sequence[tuple[int, str]]) -> None:
    """The name of each source from each of its words on."""
    rows = [{"ending": ending, "source": number} for number, name in names for ending in list_endings(name)]
    insert(database, "source_name", rows)


def insert_places(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The places of the claims, and those that were not there yet, as they are first."""
    uses = [(number, nth, use) for number, each in claims for nth, use in enumerate(each.places)]
    places = {use.id: use.place for _, _, use in reversed(uses)}
    numbers = number_new(database, "place", places)
    new = [(number, id_) for id_, (number, is_new) in numbers.items() if is_new]
    insert(database, "place", [{"number": number, **place_columns(id_, places[id_])} for number, id_ in new])
    points = [(number, places[id_].lat, places[id_].lon) for number, id_ in new]
    database.index_places([(number, lat, lon) for number, lat, lon in points if lat is not None and lon is not None])
    insert(
        database,
        "claim_place",
        [
            {"claim": number, "nth": nth, "place": numbers[use.id][0], "role": use.place.role.value}
            for number, nth, use in uses
        ],
    )


def number_new(database: Database, table: str, ids: Iterable[str]) -> dict[str, tuple[int, bool]]:
    """The number of each id in `table`, and whether its row is still to be written."""
    numbers: dict[str, tuple[int, bool]] = {}
    ((last,),) = database.ask(f"SELECT coalesce(max(number), 0) FROM {table}")
    for id_ in ids:
        found = database.ask(f"SELECT number FROM {table} WHERE id = :id", {"id": id_})
        if not found:
            last += 1
        numbers[id_] = (found[0][0], False) if found else (last, True)
    return numbers

"""What is written: entries of the record, and the rows by which they are found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly.ledger.chain import bind
from reportedly.ledger.columns import (
    claim_columns,
    document_columns,
    document_words,
    place_columns,
    source_columns,
    use_columns,
)
from reportedly.ledger.database import Database, Values
from reportedly.ledger.projecting import Findable, Standing
from reportedly.ledger.rows import Content, StoredDocument, write_content
from reportedly.ledger.words import list_endings
from reportedly.model.document import Document
from reportedly.model.held import EntryKind
from reportedly.model.place import Place

INSERT_ENTRY = (
    "INSERT INTO entry (seq, id, kind, subject, at, content_sha256, previous, hash)"
    " VALUES (:seq, :id, :kind, :subject, :at, :content_sha256, :previous, :hash)"
)
INSERT_CONTENT = "INSERT INTO content (seq, packed) VALUES (:seq, :packed)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim as it is found, under its number in the ledger."""

    number: int
    document: Document
    document_number: int
    standing: Standing


class Tail:
    """Entries that come to the end of the record, each with its content: numbered at once, and written together."""

    def __init__(self, database: Database) -> None:
        ((seq, hash_),) = database.ask("SELECT seq, hash FROM head")
        self.seq = int(seq)
        """The number of the last entry."""
        self._hash = bytes(hash_)
        self._database = database
        self._statements: list[tuple[str, Values]] = []

    def append(self, kind: EntryKind, id_: str, subject: str | None, content: Content) -> int:
        """Add an entry with its content; its number."""
        at, previous = datetime.now(UTC).isoformat(timespec="microseconds"), self._hash
        self.seq += 1
        self._hash = bind(self.seq, id_, kind.value, subject, at, content.sha256, previous)
        entry = {
            "seq": self.seq,
            "id": id_,
            "kind": kind.value,
            "subject": subject,
            "at": at,
            "content_sha256": content.sha256,
            "previous": previous,
            "hash": self._hash,
        }
        # The content of an entry is taken only while the entry is the last.
        self._statements += [(INSERT_ENTRY, entry), (INSERT_CONTENT, {"seq": self.seq, "packed": content.packed})]
        return self.seq

    def write(self) -> None:
        """Write what was added since."""
        statements, self._statements = self._statements, []
        self._database.run_in_turn(statements)


def append(database: Database, kind: EntryKind, id_: str, subject: str | None, content: object) -> int:
    """Add an entry with its content to the end of the record; its number."""
    tail = Tail(database)
    seq = tail.append(kind, id_, subject, write_content(content))
    tail.write()
    return seq


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
    database.put_rows("document", [columns])
    words = document_words(document)
    database.index_words("document", [(seq, words)])
    add_words(database, [words])


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
    insert_standing(
        database, [Numbered(number, document, document_number, each) for number, each in enumerate(standing, last + 1)]
    )
    add_words(database, (each.words for _, each in claims))


def add_words(database: Database, said: Iterable[str]) -> None:
    """Remember the folded words of documents and claims for those who misspell them."""
    database.add_words(dict.fromkeys(word for words in said for word in words.split()))


def insert_standing(database: Database, claims: Sequence[Numbered]) -> None:
    """The rows by which claims are found. Their words are still to be added."""
    rows = [
        {"number": each.number, **claim_columns(each.document_number, each.document, each.standing)} for each in claims
    ]
    database.put_rows("claim", rows)
    database.index_words("claim", [(each.number, each.standing.findable.words) for each in claims])
    found = [(each.number, each.standing.findable) for each in claims]
    insert_sources(database, found)
    insert_places(database, found)
    database.put_rows("claim_flag", [{"claim": number, "code": code} for number, each in found for code in each.flags])


def insert_sources(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The links of the claims, and the sources that were not there yet, by the name they have first."""
    names: dict[str, str] = {}
    for _, each in claims:
        for use in each.sources:
            names.setdefault(use.id, use.name)
    numbers, new = number_all(database, "source", names)
    database.put_rows("source", [{"number": numbers[id_], **source_columns(id_, names[id_])} for id_ in new])
    endings = [{"ending": ending, "source": numbers[id_]} for id_ in new for ending in list_endings(names[id_])]
    database.put_rows("source_name", endings)
    uses = [use_columns(number, use, numbers[use.id]) for number, each in claims for use in each.sources]
    database.put_rows("claim_source", uses)


def insert_places(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The places of the claims, and those that were not there yet, as they are first."""
    places: dict[str, Place] = {}
    for _, each in claims:
        for use in each.places:
            places.setdefault(use.id, use.place)
    numbers, new = number_all(database, "place", places)
    database.put_rows("place", [{"number": numbers[id_], **place_columns(id_, places[id_])} for id_ in new])
    points = [(numbers[id_], places[id_].lat, places[id_].lon) for id_ in new]
    database.index_places([(number, lat, lon) for number, lat, lon in points if lat is not None and lon is not None])
    uses = [
        {"claim": number, "nth": nth, "place": numbers[use.id], "role": use.place.role.value}
        for number, each in claims
        for nth, use in enumerate(each.places)
    ]
    database.put_rows("claim_place", uses)


def number_all(database: Database, table: str, ids: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    """The number of each id in `table`, and those ids whose rows are still to be written."""
    wanted = list(ids)
    test, values = database.among("id", "ids", wanted)
    found = database.ask(f"SELECT id, number FROM {table} WHERE {test}", values)
    numbers = {id_: int(number) for id_, number in found}
    new = [id_ for id_ in wanted if id_ not in numbers]
    ((last,),) = database.ask(f"SELECT coalesce(max(number), 0) FROM {table}")
    return numbers | {id_: number for number, id_ in enumerate(new, last + 1)}, new

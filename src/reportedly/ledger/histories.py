"""What happened to a thing, from the record."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportedly.errors import UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.database import Database
from reportedly.ledger.differing import (
    count,
    tell_claim,
    tell_claim_changes,
    tell_document_changes,
    tell_reading_changes,
)
from reportedly.ledger.judging import judge
from reportedly.ledger.projecting import give_lasting_ids
from reportedly.ledger.unpacking import (
    ENTRY_COLUMNS,
    content_at,
    document_at,
    make_entry,
    reading_at,
    readings_of,
    reviews_about,
)
from reportedly.ledger.verdicts import Happening
from reportedly.model.document import Document
from reportedly.model.held import Entry, EntryKind
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.review import Action, Review

SHOWN = 200
"""Documents that are listed where a source or a place is named."""

VERBS: Mapping[Action, str] = {
    Action.ACCEPT: "accepted",
    Action.REJECT: "rejected",
    Action.CORRECT: "corrected",
    Action.MERGE: "said to speak of one happening with others",
    Action.SPLIT: "said to speak of another happening than others",
    Action.NOTE: "noted upon",
    Action.GRAPHIC: "marked as graphic",
    Action.WITHDRAW: "a review was taken back",
}


def history(database: Database, id_: str) -> Sequence[Happening]:
    """What happened to the document, reading, claim, source, place, review or capture `id_`, the earliest first.

    Raises:
        UnknownIdError: if nothing has that id.
    """
    with database.seeing():
        found = [make_entry(row) for row in ask_entries(database, "e.id = :id", id=id_)]
        if found:
            return in_order([*tell_entry(database, found[0]), *tell_reviews(database, [id_]), *tell_end(database, id_)])
        for table, tell in TOLD_BY_ROWS:
            if database.ask(f"SELECT 1 FROM {table} WHERE id = :id LIMIT 1", {"id": id_}):
                return in_order(tell(database, id_))
    raise UnknownIdError(id_, ())


def in_order(happenings: Iterable[Happening]) -> Sequence[Happening]:
    """The earliest first."""
    return sorted(happenings, key=lambda each: each.entry.seq)


def tell_entry(database: Database, entry: Entry) -> Iterator[Happening]:
    """What an entry of the record brought, and what followed from it."""
    if is_gone(database, entry.seq):
        yield Happening(entry=entry, what=f"{entry.kind.value} added; its content was forgotten since")
        return
    if entry.kind is EntryKind.DOCUMENT:
        yield from tell_document(database, entry)
    elif entry.kind is EntryKind.READING:
        yield tell_reading(database, entry)
    elif entry.kind is EntryKind.REVIEW:
        yield tell_review(database, entry)
    elif entry.kind is EntryKind.CAPTURE:
        yield from tell_capture(database, entry)
    else:
        yield tell_forgetting(database, entry)


def tell_document(database: Database, entry: Entry) -> Iterator[Happening]:
    """How a document came, what it replaced and what replaced it, how it was read and judged."""
    stored = rows.read(content_at(database, entry.seq), rows.StoredDocument)
    document = rows.restore_document(stored)
    facts = {
        "outlet": document.outlet,
        "address": document.url,
        "published": document.published,
        "captured": document.captured_at,
        "from the web capture": stored.capture,
        "SHA-256 of what came in": document.raw_sha256,
        "SHA-256 of the entry": entry.hash.hex(),
    }
    details = tuple(f"{name}: {value}" for name, value in facts.items() if value is not None)
    yield Happening(entry=entry, what=f"document {entry.id} added", details=details)
    yield from tell_versions(database, entry.seq, document)
    before: Reading | None = None
    claims: set[str] = set()
    for seq, reading in readings_of(database, entry.id, document):
        what = f"read by {tell_made_by(reading.made_by)}"
        yield Happening(entry=entry_at(database, seq), what=what, details=tell_reading_changes(before, reading))
        before = reading
        claims |= {claim.id for claim in reading.claims}
    yield from tell_reviews(database, claims)


def tell_versions(database: Database, number: int, document: Document) -> Iterator[Happening]:
    """The version that a document took the place of, and the one that took its place."""
    for (older,) in database.ask(
        "SELECT replaces FROM document WHERE number = :number AND replaces IS NOT NULL", {"number": number}
    ):
        yield Happening(
            entry=entry_at(database, number),
            what=f"it takes the place of {entry_at(database, older).id}",
            details=tell_document_changes(document_at(database, older), document),
        )
    for newer, id_ in database.ask("SELECT number, id FROM document WHERE replaces = :number", {"number": number}):
        yield Happening(
            entry=entry_at(database, newer),
            what=f"{id_} takes its place",
            details=tell_document_changes(document, document_at(database, newer)),
        )
    ((until,),) = database.ask("SELECT until FROM document WHERE number = :number", {"number": number})
    if until == number:
        yield Happening(entry=entry_at(database, number), what="a later version was there already: it never stood")


def tell_reading(database: Database, entry: Entry) -> Happening:
    """A reading by itself."""
    stored = rows.read(content_at(database, entry.seq), rows.StoredReading)
    parts = ((stored.claims, "claim"), (stored.sources, "source"), (stored.flags, "flag"))
    details = (", ".join(count(len(some), what) for some, what in parts),)
    return Happening(
        entry=entry, what=f"document {entry.subject} read by {tell_made_by(stored.made_by)}", details=details
    )


def tell_capture(database: Database, entry: Entry) -> Iterator[Happening]:
    """What was fetched, and the documents that came of it."""
    stored = rows.read(content_at(database, entry.seq), rows.StoredCapture)
    details = (f"address: {stored.final_url}", f"captured: {stored.captured_at}", f"SHA-256: {stored.sha256}")
    yield Happening(entry=entry, what=f"web capture of {stored.url} added", details=details)
    for row in ask_entries(database, "e.subject = :id AND e.kind = 'document'", id=entry.id):
        document = make_entry(row)
        yield Happening(entry=document, what=f"document {document.id} taken from it")


def tell_forgetting(database: Database, entry: Entry) -> Happening:
    """What was forgotten, by whom and why."""
    stored = rows.read(content_at(database, entry.seq), rows.StoredForgetting)
    details = tuple(f"entry {seq}: SHA-256 of the content {content_sha256}" for seq, content_sha256 in stored.entries)
    what = f"{entry.subject} forgotten at the wish of {stored.who}: {stored.why}"
    return Happening(entry=entry, what=what, details=details)


def tell_end(database: Database, id_: str) -> Iterator[Happening]:
    """The forgetting of a document or a review."""
    for row in ask_entries(database, "e.subject = :id AND e.kind = 'forgetting'", id=id_):
        yield tell_forgetting(database, make_entry(row))


def tell_reviews(database: Database, ids: Iterable[str]) -> Iterator[Happening]:
    """What people said of things."""
    for each in reviews_about(database, ids):
        yield tell_review(database, entry_at(database, each.seq))


def tell_review(database: Database, entry: Entry) -> Happening:
    """One review."""
    review = rows.read(content_at(database, entry.seq), Review)
    details = [f"correction: {review.field} → {review.value}"] if review.field else []
    if review.why:
        details.append(f"why: {review.why}")
    details.append(f"review: {entry.id}")
    what = f"{', '.join(review.subjects)}: {VERBS[review.action]} by {review.who}"
    return Happening(entry=entry, what=what, details=tuple(details))


def tell_claim_history(database: Database, id_: str) -> Iterator[Happening]:
    """In which readings a claim is, what it says there, and what people made of it."""
    ((number,),) = database.ask("SELECT min(document) FROM claim WHERE id = :id", {"id": id_})
    document = document_at(database, number)
    told: Mapping[str, str] | None = None
    for seq, reading in readings_of(database, entry_at(database, number).id, document):
        entry = entry_at(database, seq)
        made_by = tell_made_by(reading.made_by)
        claim = next((each for each in reading.claims if each.id == id_), None)
        if claim is None:
            if told is not None:
                yield Happening(entry=entry, what=f"not in the reading {entry.id} by {made_by}")
            continue
        says = tell_claim(claim, {source.id: source for source in reading.sources})
        if told is None:
            details = (f"“{claim.span.text}”", *(f"{name}: {value}" for name, value in says.items()))
            yield Happening(entry=entry, what=f"first read, in {entry.id} by {made_by}", details=details)
        else:
            details = tell_claim_changes(told, says) or ("nothing changed",)
            yield Happening(entry=entry, what=f"read again, in {entry.id} by {made_by}", details=details)
        told = says
    yield from tell_judgements(database, id_, document)
    for newer, other in database.ask("SELECT number, id FROM document WHERE replaces = :number", {"number": number}):
        yield Happening(entry=entry_at(database, newer), what=f"its document was changed by its publisher: {other}")


def tell_judgements(database: Database, id_: str, document: Document) -> Iterator[Happening]:
    """Each review of a claim with what it changed."""
    found = reviews_about(database, [id_])
    standing = database.ask(
        "SELECT since, reading, place_in_reading FROM claim WHERE id = :id ORDER BY number", {"id": id_}
    )
    for position, each in enumerate(found):
        happening = tell_review(database, entry_at(database, each.seq))
        changed: tuple[str, ...] = ()
        for since, number, place in standing:
            if since == each.seq:
                reading = give_lasting_ids(reading_at(database, number, document))
                sources = {source.id: source for source in reading.sources}
                before, after = (
                    tell_claim(judge(reading.claims[place], [(one.id, one.review) for one in some]).claim, sources)
                    for some in (found[:position], found[: position + 1])
                )
                changed = tell_claim_changes(before, after)
        yield Happening(entry=happening.entry, what=happening.what, details=(*changed, *happening.details))


def tell_naming(table: str) -> Callable[[Database, str], Iterator[Happening]]:
    """How to tell in which documents a source or a place is named, and what people said of it."""

    def tell(database: Database, id_: str) -> Iterator[Happening]:
        found = database.ask(
            f"SELECT min(c.since), d.id, count(DISTINCT c.id) FROM {table} t JOIN claim_{table} u ON u.{table} = t.number"
            " JOIN claim c ON c.number = u.claim JOIN document d ON d.number = c.document WHERE t.id = :id"
            " GROUP BY d.number, d.id ORDER BY 1, 2 LIMIT :limit",
            {"id": id_, "limit": SHOWN},
        )
        for since, document, claims in found:
            yield Happening(entry=entry_at(database, since), what=f"named in {count(claims, 'claim')} of {document}")
        yield from tell_reviews(database, [id_])

    return tell


TOLD_BY_ROWS: Sequence[tuple[str, Callable[[Database, str], Iterator[Happening]]]] = (
    ("claim", tell_claim_history),
    ("source", tell_naming("source")),
    ("place", tell_naming("place")),
)


def tell_made_by(made_by: MadeBy) -> str:
    """What made a reading."""
    parts = (f"reportedly {made_by.reportedly}", made_by.model or "rules alone", made_by.gazetteer, made_by.profile)
    return ", ".join(filter(None, parts))


def is_gone(database: Database, seq: int) -> bool:
    """Was the content of an entry forgotten?"""
    return bool(database.ask("SELECT 1 FROM forgotten WHERE seq = :seq", {"seq": seq}))


def entry_at(database: Database, seq: int) -> Entry:
    """The entry with this number."""
    return make_entry(ask_entries(database, "e.seq = :seq", seq=seq)[0])


def ask_entries(database: Database, where: str, **values: object) -> Sequence[Sequence[object]]:
    """The entries that fit, in order."""
    return database.ask(f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE {where} ORDER BY e.seq", values)

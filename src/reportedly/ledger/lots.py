"""Documents that come in together: their rows are made in memory, and written table by table."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.ledger import rows
from reportedly.ledger.columns import document_columns, document_words, reading_columns
from reportedly.ledger.database import Database, Values
from reportedly.ledger.judging import judge
from reportedly.ledger.projecting import Findable, Standing, give_lasting_ids, make_findable
from reportedly.ledger.recognising import Version, key_of_bytes, key_of_place, versions_before
from reportedly.ledger.recording import Numbered, Tail, add_words, insert_standing
from reportedly.ledger.taking import end_document, is_older
from reportedly.model.comparable import Comparable
from reportedly.model.document import Document
from reportedly.model.held import EntryKind
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A document that was read elsewhere, and what was compared of it."""

    document: Document
    reading: Reading | None
    compared: Sequence[tuple[Comparable, Collection[int], str]] | None = None
    """Each claim as it is compared, its blocks, and the claim after which its group is named; None if not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document with all that can be worked out before it is known what comes before it in the record."""

    loaded: Loaded
    id: str
    words: str
    content: rows.Content
    reading: rows.Content | None
    claims: tuple[Findable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document under its number."""

    number: int
    prepared: Prepared
    reading: int | None
    """The entry of its reading."""
    before: Version | None
    """What stood at its place."""
    is_old: bool
    """Does that still stand, since it is the later version?"""

    @property
    def until(self) -> int | None:
        """From when on the document stands no longer."""
        return self.number if self.is_old else None


def cut_lots(documents: Iterable[Loaded], size: int) -> Iterator[list[Loaded]]:
    """`documents` in lots of at most `size`, no two of a lot being versions or doubles of one another."""
    lot: list[Loaded] = []
    taken: set[tuple[str, ...]] = set()
    for each in documents:
        keys = set(list_keys(each.document))
        if lot and (len(lot) == size or not taken.isdisjoint(keys)):
            yield lot
            lot, taken = [], set()
        lot.append(each)
        taken.update(keys)
    if lot:
        yield lot


def list_keys(document: Document) -> Iterator[tuple[str, ...]]:
    """What another document has too whose adding hangs on whether this one is there."""
    yield ("same", document.id)
    if place := key_of_place(document):
        yield ("place", *place)
    if raw := key_of_bytes(document):
        yield ("text", *raw, document.text)


def prepare(loaded: Loaded) -> Prepared:
    """Work out what is written of a document that is new."""
    document, reading = loaded.document, loaded.reading
    claims: tuple[Findable, ...] = ()
    if reading is not None:
        lasting = give_lasting_ids(reading)
        # Nobody can have reviewed the claims of a document that was never there.
        claims = tuple(make_findable(lasting, judge(claim, ())) for claim in lasting.claims)
    return Prepared(
        loaded=loaded,
        id=make_id("document", document.id),
        words=document_words(document),
        content=rows.write_content(rows.store_document(document, None)),
        reading=None if reading is None else rows.write_content(rows.store_reading(reading)),
        claims=claims,
    )


def write_lot(database: Database, lot: Sequence[Prepared]) -> list[Written]:
    """Add documents that are new, and of which none is a version or a double of another. Inside `writing`."""
    written = write_entries(database, lot)
    for each in written:
        if each.before is not None and not each.is_old:
            end_document(database, each.before[0], each.number)
    database.put_rows("document", list(map(make_document_row, written)))
    database.index_words("document", [(each.number, each.prepared.words) for each in written])
    database.put_rows("reading", [row for each in written for row in make_reading_rows(each)])
    ((last,),) = database.ask("SELECT coalesce(max(number), 0) FROM claim")
    claims = [pair for each in written for pair in stand(each)]
    insert_standing(
        database,
        [
            Numbered(number, told.document, each.number, standing)
            for number, (each, told, standing) in enumerate(claims, last + 1)
        ],
    )
    add_words(database, (said for each in lot for said in (each.words, *(claim.words for claim in each.claims))))
    return written


def write_entries(database: Database, lot: Sequence[Prepared]) -> list[Written]:
    """Add the entries of documents and their readings."""
    versions = versions_before(database, [each.loaded.document for each in lot])
    tail, written = Tail(database), list[Written]()
    for each in lot:
        before = versions.get(key_of_place(each.loaded.document))
        number, reading = tail.append(EntryKind.DOCUMENT, each.id, None, each.content), None
        if each.reading is not None:
            id_ = make_id("reading", each.id, str(number + 1))
            reading = tail.append(EntryKind.READING, id_, each.id, each.reading)
        is_old = is_older(each.loaded.document, before)
        written.append(Written(number=number, prepared=each, reading=reading, before=before, is_old=is_old))
    tail.write()
    return written


def make_document_row(each: Written) -> Values:
    """The row of a document."""
    replaces = each.before[0] if each.before and not each.is_old else None
    prepared = each.prepared
    return document_columns(
        each.number, prepared.id, prepared.loaded.document, None, replaces=replaces, until=each.until
    )


def make_reading_rows(each: Written) -> Iterator[Values]:
    """The row of its reading, if it was read."""
    if each.reading is not None and (reading := each.prepared.loaded.reading) is not None:
        yield reading_columns(each.reading, each.number, reading.made_by, each.reading if each.is_old else None)


def stand(each: Written) -> Iterator[tuple[Written, Reading, Standing]]:
    """Its claims as they stand from now on."""
    reading = each.prepared.loaded.reading
    if each.reading is None or reading is None:
        return
    until = each.reading if each.is_old else None
    for place, claim in enumerate(each.prepared.claims):
        yield (
            each,
            reading,
            Standing(findable=claim, reading=each.reading, place=place, since=each.reading, until=until),
        )

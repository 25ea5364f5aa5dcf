"""From the rows by which things are found to the things."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from reportedly.errors import StoredFormError
from reportedly.ledger import rows
from reportedly.ledger.conditions import in_list
from reportedly.ledger.database import Database, Row
from reportedly.ledger.judging import Judged, find_graphic, judge
from reportedly.ledger.projecting import flags_about, lasting_ids_of, rename_flag, source_id
from reportedly.ledger.rows import StoredReading
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.held import HeldClaim
from reportedly.model.review import Review
from reportedly.model.source import Source

UNPACKED = 256
"""Readings kept unpacked while a list is made: the claims of one document often follow each other."""
AT_ONCE = 200
"""Claims whose documents and readings are fetched together."""

# Where ids are: the table, the kind of thing in SQL, and the column.
NAMED: Sequence[tuple[str, str, str]] = (
    ("entry", "kind", "id"),
    ("claim", "'claim'", "id"),
    ("source", "'source'", "id"),
    ("place", "'place'", "id"),
    ("comparable", "'event'", "event"),
)


class Holder:
    """Makes things of rows, for one question put to a ledger."""

    def __init__(self, database: Database, at: int | None = None) -> None:
        self._database = database
        self._at = at
        self._packed: dict[int, tuple[str, bytes]] = {}
        self.document = lru_cache(UNPACKED)(self._document)
        self.stored = lru_cache(UNPACKED)(self._unpack)
        self.sources = lru_cache(UNPACKED)(self._list_sources)
        self.source_ids = lru_cache(UNPACKED)(self._list_source_ids)
        self.lasting_ids = lru_cache(UNPACKED)(self._list_lasting_ids)

    def hold_claims(self, found: Iterable[Row]) -> Iterator[HeldClaim]:
        """The claim of each row, which begins with `paging.CLAIM_COLUMNS`."""
        waiting = iter(found)
        while some := list(islice(waiting, AT_ONCE)):
            self.fetch({number for row in some for number in row[2:4]})
            documents = {row[2]: self.id_of(row[2]) for row in some}
            reviews = self.fetch_reviews({*(row[1] for row in some), *documents.values()})
            graphic = {number for number, id_ in documents.items() if find_graphic(reviews.get(id_, ()))}
            for row in some:
                held = self._hold_claim(row, reviews.get(row[1], ()))
                yield replace(held, is_graphic=True) if row[2] in graphic else held

    def judge_claims(self, found: Sequence[Row]) -> list[Judged]:
        """The same without all that is around a claim."""
        self.fetch({number for row in found for number in row[2:4]})
        reviews = self.fetch_reviews({row[1] for row in found})
        return [self._judge(row, reviews.get(row[1], ())) for row in found]

    def fetch(self, numbers: set[int]) -> None:
        """Have the entries with these numbers ready, and no others."""
        self._packed = {number: held for number, held in self._packed.items() if number in numbers}
        if missing := numbers - self._packed.keys():
            test, values = in_list("c.seq", "seq", sorted(missing))
            for seq, id_, packed in self._database.ask(
                f"SELECT c.seq, e.id, c.packed FROM content c JOIN entry e ON e.seq = c.seq WHERE {test}", values
            ):
                self._packed[seq] = (id_, bytes(packed))

    def fetch_reviews(self, claims: set[str]) -> dict[str, list[tuple[str, Review]]]:
        """The reviews about each of these claims with their ids, the earliest first."""
        test, values = in_list("r.subject", "subject", sorted(claims))
        found: dict[str, list[tuple[str, Review]]] = {}
        for subject, id_, packed in self._database.ask(
            "SELECT r.subject, e.id, c.packed FROM review r JOIN entry e ON e.seq = r.number"
            f" JOIN content c ON c.seq = r.number WHERE {test} AND r.number <= :at ORDER BY r.number",
            {**values, "at": self._at if self._at is not None else 1 << 62},
        ):
            found.setdefault(subject, []).append((id_, rows.read(rows.unpack(bytes(packed)), Review)))
        return found

    def id_of(self, seq: int) -> str:
        """The id of an entry."""
        self.need(seq)
        return self._packed[seq][0]

    def need(self, seq: int) -> None:
        """Have one more entry ready.

        Raises:
            StoredFormError: if it is not there.
        """
        if seq not in self._packed:
            self.fetch({*self._packed, seq})
        if seq not in self._packed:
            raise StoredFormError(f"the content of entry {seq}", "it is not there")

    def flags(self, reading: int, document: int, claim: str, place: int) -> tuple[Flag, ...]:
        """The flags about a claim, under lasting ids."""
        stored = self.stored(reading)
        about = tuple(flags_about(stored.claims[place].id, stored.flags))
        if not about:
            return ()
        lasting = self.lasting_ids(reading)
        return tuple(rename_flag(flag, lasting) for flag in about)

    def _judge(self, row: Row, reviews: Sequence[tuple[str, Review]]) -> Judged:
        _, id_, _, reading, place, *_ = row
        return judge(replace(self.stored(reading).claims[place], id=id_), reviews)

    def _hold_claim(self, row: Row, reviews: Sequence[tuple[str, Review]]) -> HeldClaim:
        _, id_, document, reading, place, since, *_ = row
        judged = self._judge(row, reviews)
        return HeldClaim(
            claim=judged.claim,
            document=self.document(document),
            document_id=self.id_of(document),
            sources=self.sources(reading) | {source.id: source for source in judged.sources},
            source_ids=self.source_ids(reading, document)
            | {source.id: source_id(source, self.document(document)) for source in judged.sources},
            flags=self.flags(reading, document, id_, place),
            made_by=self.stored(reading).made_by,
            reading_id=self.id_of(reading),
            seq=since,
            verdict=judged.verdict,
            corrected=judged.corrected,
            notes=judged.notes,
            together=judged.together,
            apart=judged.apart,
        )

    def _document(self, number: int) -> Document:
        self.need(number)
        return rows.restore_document(rows.read(rows.unpack(self._packed[number][1]), rows.StoredDocument))

    def _unpack(self, number: int) -> StoredReading:
        self.need(number)
        return rows.read(rows.unpack(self._packed[number][1]), StoredReading)

    def _list_sources(self, number: int) -> dict[str, Source]:
        return {source.id: source for source in self.stored(number).sources}

    def _list_lasting_ids(self, number: int) -> dict[str, str]:
        stored = self.stored(number)
        return lasting_ids_of(stored.claims, stored.document)

    def _list_source_ids(self, number: int, document: int) -> dict[str, str]:
        return {source.id: source_id(source, self.document(document)) for source in self.stored(number).sources}


def find_ids(database: Database, beginning: str, end: str, limit: int) -> Sequence[tuple[str, str]]:
    """What has an id from `beginning` up to `end`, exclusive: its kind and its id."""
    found: dict[tuple[str, str], None] = {}
    for table, kind, id_ in NAMED:
        rows = database.ask(
            f"SELECT DISTINCT {kind}, {id_} FROM {table} WHERE {id_} >= :beginning AND {id_} < :end LIMIT :limit",
            {"beginning": beginning, "end": end, "limit": limit},
        )
        found |= {(str(kind), str(id_)): None for kind, id_ in rows}
    return list(found)

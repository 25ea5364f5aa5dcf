"""From the rows by which things are found to the things."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportedly.ledger.database import Database, Row
from reportedly.ledger.judging import judge
from reportedly.ledger.projecting import flags_about, give_lasting_ids, source_id
from reportedly.ledger.unpacking import document_at, reading_at, reviews_of
from reportedly.model.document import Document
from reportedly.model.held import HeldClaim
from reportedly.model.reading import Reading

CLAIM_COLUMNS = "c.number, c.id, c.document, c.reading, c.place_in_reading, c.since"
"""What `hold_claims` needs of each row of `claim c`."""
UNPACKED = 256
"""Readings kept unpacked while a list is made: the claims of one document often follow each other."""


class Holder:
    """Makes things of rows, for one question put to a ledger."""

    def __init__(self, database: Database, at: int | None) -> None:
        self._database = database
        self._at = at
        self.document = lru_cache(UNPACKED)(self._document)
        self.reading = lru_cache(UNPACKED)(self._reading)
        self.id_of = lru_cache(4 * UNPACKED)(self._id_of)

    def hold_claims(self, found: Iterable[Row]) -> Iterator[HeldClaim]:
        """The claim of each row of `CLAIM_COLUMNS`."""
        for _, id_, document_number, reading_number, place, since in found:
            reading = self.reading(reading_number, document_number)
            judged = judge(reading.claims[place], reviews_of(self._database, id_, self._at))
            yield HeldClaim(
                claim=judged.claim,
                document=reading.document,
                document_id=self.id_of(document_number),
                sources={source.id: source for source in reading.sources},
                source_ids={source.id: source_id(source, reading.document) for source in reading.sources},
                flags=tuple(flags_about(id_, reading.flags)),
                made_by=reading.made_by,
                reading_id=self.id_of(reading_number),
                seq=since,
                verdict=judged.verdict,
                corrected=judged.corrected,
                notes=judged.notes,
                together=judged.together,
                apart=judged.apart,
            )

    def _document(self, number: int) -> Document:
        return document_at(self._database, number)

    def _reading(self, number: int, document: int) -> Reading:
        return give_lasting_ids(reading_at(self._database, number, self.document(document)))

    def _id_of(self, seq: int) -> str:
        return str(self._database.ask("SELECT id FROM entry WHERE seq = :seq", {"seq": seq})[0][0])


def find_ids(database: Database, beginning: str, end: str, limit: int) -> Sequence[tuple[str, str]]:
    """What has an id from `beginning` up to `end`, exclusive: its kind and its id."""
    found: dict[tuple[str, str], None] = {}
    for table, kind in (("entry", "kind"), ("claim", "'claim'"), ("source", "'source'"), ("place", "'place'")):
        rows = database.ask(
            f"SELECT DISTINCT {kind}, id FROM {table} WHERE id >= :beginning AND id < :end LIMIT :limit",
            {"beginning": beginning, "end": end, "limit": limit},
        )
        found |= {(str(kind), str(id_)): None for kind, id_ in rows}
    return list(found)

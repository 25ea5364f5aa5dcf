"""Readings as they stand with people's corrections, cut down to the claims that fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reportedly.ledger.conditions import say_standing
from reportedly.ledger.database import Database, Row
from reportedly.ledger.holding import Holder
from reportedly.ledger.paging import CLAIM_COLUMNS, Question
from reportedly.ledger.projecting import lasting_ids_of, rename_flag
from reportedly.ledger.query import Query
from reportedly.model.claim import Claim, Link
from reportedly.model.flag import Flag
from reportedly.model.reading import Reading
from reportedly.model.source import Source


def each_reading(query: Query, database: Database) -> Iterator[Reading]:
    """The readings of the documents with a claim that fits, as they came in; of all that were read where nothing is asked.

    What is held back of a reading is said in `cut_reading`.
    """
    question = Question.of(query, database)
    reading_stands, _ = say_standing(query, table="r", since="number")
    if question.conditions:
        standing = f"(SELECT max(r.number) FROM reading r WHERE r.document = c.document AND {reading_stands})"
        sql, values = question.select(f"{CLAIM_COLUMNS}, {standing}")
        sql += " ORDER BY c.document, c.reading DESC, c.place_in_reading"
    else:
        columns = CLAIM_COLUMNS.replace("c.document", "r.document")
        sql = (
            f"SELECT {columns}, r.number FROM reading r LEFT JOIN claim c ON c.document = r.document"
            f" AND {question.standing} WHERE {reading_stands}"
            " ORDER BY r.document, c.reading DESC, c.place_in_reading"
        )
        values = question.values
    holder = Holder(database, query.at)
    for _, found in groupby(database.each(sql, values), key=lambda row: row[2]):
        yield cut_reading(list(found), holder, is_whole=not question.conditions)


def cut_reading(found: Sequence[Row], holder: Holder, *, is_whole: bool) -> Reading:
    """One reading with these claims under their lasting ids, the sources that they name and the flags about them.

    A flag names of the claims that it is about, and of those that it rests on, the ones that are here. Claims that
    people vouched for and that the last reading does not hold come after its own, their sources under new ids.

    Args:
        found: rows of `CLAIM_COLUMNS` and the number of the reading that stands; one row without a claim if it has none.
        is_whole: keep sources that no claim names.
    """
    document, standing = found[0][2], found[0][6]
    rows = [row for row in found if row[0] is not None]
    holder.fetch({document, standing, *(row[3] for row in rows)})
    reading = holder.stored(standing)
    parts = Parts(sources=list(reading.sources))
    for number, some in groupby(rows, key=lambda row: int(row[3])):
        parts.add(number, list(some), holder, is_other=number != standing)
    named = {link.source for claim in parts.claims for chain in claim.chains for link in chain}
    return Reading(
        document=holder.document(document),
        made_by=reading.made_by,
        sources=tuple(source for source in parts.sources if is_whole or source.id in named),
        claims=tuple(parts.claims),
        flags=tuple(dict.fromkeys(parts.flags)),
    )


@dataclass(kw_only=True)
class Parts:
    """What a reading is put together of."""

    sources: list[Source]
    claims: list[Claim] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def add(self, reading: int, rows: Sequence[Row], holder: Holder, *, is_other: bool) -> None:
        """Add claims of one reading with what belongs to them; `is_other` if not of the reading that stands."""
        stored = holder.stored(reading)
        judged = holder.judge_claims(rows)
        claims = [each.claim for each in judged]
        named = [source for each in judged for source in each.sources]
        if is_other:
            claims = self._bring_sources(claims, [*stored.sources, *named])
        else:
            self.sources += named
        self.claims += claims
        here = {claim.id for claim in claims}
        lasting = {old: new for old, new in lasting_ids_of(stored.claims, stored.document).items() if new in here}
        self.flags += [flag for flag in (rename_flag(flag, lasting) for flag in stored.flags) if flag.claims]

    def _bring_sources(self, claims: Sequence[Claim], sources: Sequence[Source]) -> list[Claim]:
        """The claims with the sources that they name under ids that are not taken yet."""
        named = {link.source for claim in claims for chain in claim.chains for link in chain}
        taken = {source.id for source in self.sources}
        free = (f"s{number}" for number in range(1, len(taken) + len(named) + 1) if f"s{number}" not in taken)
        new = {source.id: next(free) for source in sources if source.id in named}
        self.sources += [replace(source, id=new[source.id]) for source in sources if source.id in new]

        def rename(link: Link) -> Link:
            return replace(link, source=new[link.source])

        return [replace(claim, chains=tuple(tuple(map(rename, chain)) for chain in claim.chains)) for claim in claims]

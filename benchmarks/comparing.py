"""What comparing costs while documents are added, at several sizes of a ledger, and for all documents at once.

    python -m benchmarks.comparing --documents 1000 10000 100000

Readings are made up, for size: a hundred documents a day whatever the size, four claims each, worded so that their deeds are
told, at places of the packed gazetteer of which few are named often; every fifth document retells one of the last two days,
one in fifty comes some days late. Goals: the cost for each document grows at most 1.5-fold from the smallest size to the
largest; ten thousand documents are compared whole within five minutes.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import mean, median

from benchmarks.made_readings import MADE_BY, Weighted, list_places, make_name
from reportedly.flow import compare_new, find_events
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.model.claim import Certainty, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.place import Place, PlaceRole
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.reference.entry import Entry

A_DAY = 100
"""Documents that are published in a day."""
CLAIMS = 4
RETOLD, LATE = 0.2, 0.02
TIMED = 200
"""Documents that are added and compared one by one at the end."""
WHOLE = 10_000
FIRST = datetime(2022, 3, 1, tzinfo=UTC)
SAID = (
    (Kind.STRIKE, "A missile hit {thing} in {place}"),
    (Kind.STRIKE, "Shells fell on {thing} in {place} during the night"),
    (Kind.CASUALTY, "{number} people were killed in {place}"),
    (Kind.CASUALTY, "At least {number} people were injured in {place}"),
    (Kind.CONTROL, "Government troops have captured {place} after days of fighting"),
    (Kind.CONTROL, "Rebel fighters withdrew from {place} towards the river"),
    (Kind.DAMAGE, "The blast damaged {thing} and {number} houses in {place}"),
    (Kind.DISPLACEMENT, "About {number} residents were evacuated from {place}"),
    (Kind.OTHER, "The council of {place} will discuss the budget for {thing}"),
    (Kind.ASSESSMENT, "The situation around {place} may get worse for {thing}"),
)
THINGS = "a market|a hospital|an apartment block|a bridge|a power station|an ammunition depot|a school|the railway station".split(
    "|"
)


class Archive:
    """Makes readings in the order in which they come in."""

    def __init__(self, seed: int = 6) -> None:
        self._chance = Random(seed)
        self._places = Weighted.by_zipf(list_places()[:2000], shift=8)
        self._names = [make_name(Random(n)) for n in range(3000)]
        self._told: list[tuple[str, ...]] = []
        self._number = 0

    def make(self, count: int) -> Iterator[Reading]:
        """The next readings."""
        for _ in range(count):
            self._number += 1
            yield self._make_one(self._number)

    def _make_one(self, number: int) -> Reading:
        chance = self._chance
        moment = FIRST + timedelta(days=number / A_DAY, seconds=chance.random())
        if chance.random() < LATE:
            moment -= timedelta(days=chance.randint(1, 6))
        recent = self._told[-2 * A_DAY :]
        told = chance.choice(recent) if recent and chance.random() < RETOLD else tuple(map(str, range(CLAIMS)))
        sentences = [each if " in " in each or " " in each else self._word() for each in told]
        self._told.append(tuple(sentences))
        return make_reading(number, moment, sentences, chance, self._names)

    def _word(self) -> str:
        chance = self._chance
        place = chance.choices(self._places.things, cum_weights=self._places.steps)[0]
        assert isinstance(place, Entry)
        kind = chance.randrange(len(SAID))
        said = SAID[kind][1].format(place=place.name, thing=chance.choice(THINGS), number=chance.randint(2, 60))
        PLACED[said] = (SAID[kind][0], place)
        return said


PLACED: dict[str, tuple[Kind, Entry]] = {}
"""The kind and the place of every sentence that was made."""


def make_reading(
    number: int, moment: datetime, sentences: Sequence[str], chance: Random, names: Sequence[str]
) -> Reading:
    """A reading of these sentences, each on somebody's word."""
    speakers = [chance.choice(names) for _ in sentences]
    text = " ".join(f"{said}, {who} said." for said, who in zip(sentences, speakers, strict=True))
    document = Document(
        text=text,
        outlet=f"Outlet {number % 60}",
        url=f"https://example.org/{number}",
        language="en",
        published=moment.date(),
        published_at=moment,
    )
    sources, claims, start = [], [], 0
    for nth, (said, who) in enumerate(zip(sentences, speakers, strict=True), 1):
        span = Span(start=start, end=start + len(said), text=said)
        mention = Span(start=span.end + 2, end=span.end + 2 + len(who), text=who)
        source = Source(id=f"s{nth}", name=who, type=SourceType.OFFICIAL, identity=Identity.NAMED, mentions=(mention,))
        sources.append(source)
        claims.append(make_claim(f"c{nth}", span, Link(source=source.id, mention=mention, cue=None), moment, chance))
        start = mention.end + len(" said. ")
    return Reading(document=document, made_by=MADE_BY, sources=tuple(sources), claims=tuple(claims))


def make_claim(id_: str, span: Span, link: Link, moment: datetime, chance: Random) -> Claim:
    """One claim; every second is dated."""
    kind, entry = PLACED[span.text]
    at = span.start + span.text.index(entry.name)
    day = moment.date() - timedelta(days=chance.randint(0, 2))
    return Claim(
        id=id_,
        span=span,
        kind=kind,
        polarity=Polarity.NEGATIVE if chance.random() < 0.05 else Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        tense=Tense.PAST,
        chains=((link,),),
        places=(
            Place(
                span=Span(start=at, end=at + len(entry.name), text=entry.name),
                role=PlaceRole.AT,
                name=entry.name,
                gazetteer_id=entry.id,
                lat=entry.lat,
                lon=entry.lon,
                radius_km=5.0,
                country=entry.country,
                candidates=1,
                confidence=0.95,
            ),
        ),
        time=When(span=span, value=day.isoformat(), earliest=day, latest=day) if chance.random() < 0.5 else None,
    )


def fill(ledger: SqlLedger, archive: Archive, count: int) -> float:
    """Add so many documents and compare them in lots; the seconds that comparing took."""
    for reading in archive.make(count):
        ledger.add(reading.document, reading)
    begun = time.perf_counter()
    compare_new(ledger)
    return time.perf_counter() - begun


def time_each(ledger: SqlLedger, archive: Archive, count: int) -> list[float]:
    """Add documents and compare each at once; the milliseconds that comparing took for each."""
    spent = []
    for reading in archive.make(count):
        ledger.add(reading.document, reading)
        begun = time.perf_counter()
        compare_new(ledger)
        spent.append(1000 * (time.perf_counter() - begun))
    return spent


def main() -> None:
    """Print the cost at each size, its growth, and that of ten thousand at once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    sizes = sorted(parser.parse_args().documents)
    costs: list[float] = []
    archive = Archive()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with open_ledger(str(path), create=True) as ledger:
            there = 0
            for size in sizes:
                begun = time.perf_counter()
                spent = fill(ledger, archive, size - there - TIMED)
                if size == WHOLE or (size > WHOLE and not costs):
                    print(f"in lots: {size - there - TIMED:,} documents compared in {spent:.0f} s")
                each = time_each(ledger, archive, TIMED)
                there = size
                costs.append(mean(each))
                print(
                    f"{size:>8,} documents: {mean(each):.1f} ms a document (median {median(each):.1f}),"
                    f" {costs[-1] / costs[0]:.2f} times the smallest; {path.stat().st_size / 1e6:.0f} MB;"
                    f" filled in {time.perf_counter() - begun:.0f} s",
                    flush=True,
                )
                if size == WHOLE:
                    begun = time.perf_counter()
                    events = sum(1 for _ in find_events(ledger))
                    print(f"all {events:,} events told in {time.perf_counter() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()

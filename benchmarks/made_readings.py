"""Readings made up at random, as many as one likes: real places, invented words, the habits of real reporting.

Words follow Zipf's law over an invented vocabulary in Latin and Cyrillic letters; places are those of the packed
gazetteer, large ones more often named than small ones; days of publication go on while documents come in. The same
seed makes the same readings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from reportedly.model.claim import Certainty, Chain, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.place import Place, PlaceRole
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.reference.entry import COLUMNS, Entry, Match, make_entry
from reportedly.reference.gazetteer import Gazetteer

VOCABULARY = 300_000
OUTLETS, NAMED_SOURCES = 200, 5_000
COUNTRIES = ("UA", "RU", "SY", "SD", "IL", "PS", "LB", "YE", "AM", "AZ")
SIDES = ("russia", "ukraine", "sd", "rsf", "il", "hamas", "us", None, None)
FIRST_DAY = date(2022, 2, 24)
DAYS = 1500
SYLLABLES = {
    "en": "ba be ka lo mi nor ter sta vil den pro con ing est ra so fu gar hel wi ton per cal dro".split(),
    "uk": "ба ве ко ло мі нор тер ста віл ден про кон ів ець ра со фу гар хе ви тон пер кал дро".split(),
}
NAMELESS = ("a soldier", "an official", "residents", "reports", "two commanders", "an aid worker", "a spokesman")
MADE_BY = MadeBy(reportedly="0.0", model="attribution-en-1", gazetteer="packed", profile=None)


@dataclass(frozen=True)
class Weighted:
    """Things of which the n-th is drawn about 1/n as often as the first."""

    things: Sequence[object]
    steps: Sequence[float]

    @classmethod
    def by_zipf(cls, things: Sequence[object], exponent: float = 1.0, shift: float = 0.0) -> "Weighted":
        """The first of `things` the commonest."""
        return cls(things, list(accumulate(1 / (rank + shift) ** exponent for rank in range(1, len(things) + 1))))


class Maker:
    """Makes readings, one after the other."""

    def __init__(self, documents: int, seed: int = 1) -> None:
        """`documents`: over how many the days of publication are spread."""
        self._random, self._documents, self._seed = Random(seed), documents, seed
        self.words = {
            language: Weighted.by_zipf(make_words(Random(seed), parts, VOCABULARY), shift=2.7)
            for language, parts in SYLLABLES.items()
        }
        self.places = Weighted.by_zipf(list_places(), shift=5)
        self.outlets = Weighted.by_zipf([f"Outlet {make_word(Random(n), 'en')}" for n in range(OUTLETS)], 0.8)
        self.names = Weighted.by_zipf([make_name(Random(seed + n)) for n in range(NAMED_SOURCES)], 0.9)

    def draw(self, weighted: Weighted) -> object:
        """One of the things."""
        return self._random.choices(weighted.things, cum_weights=weighted.steps)[0]

    def make_readings(self) -> Iterator[Reading]:
        """So many as were asked for, the earliest published first, more or less."""
        for number in range(self._documents):
            yield self._make_reading(number)

    def _make_reading(self, number: int) -> Reading:
        pick = self._random
        language = "en" if pick.random() < 0.7 else "uk"
        length = min(900, max(25, int(pick.lognormvariate(4.8, 0.7))))
        words = [str(word) for word in pick.choices(
            self.words[language].things, cum_weights=self.words[language].steps, k=length
        )]  # fmt: skip
        sources, naming = self._make_sources()
        claims = pick.randint(1, 15)
        entries = [self.draw(self.places) for _ in range(pick.randint(1, 4))]
        starts = sorted(pick.randrange(length - 5) for _ in range(claims))
        cut = [(start, pick.randint(5, 22)) for start in starts]
        for start in starts:
            if pick.random() < 0.7:
                entry = pick.choice(entries)
                assert isinstance(entry, Entry)
                words[start] = entry.name
        day = int(number / self._documents * DAYS)
        published = FIRST_DAY + timedelta(days=max(0, day + pick.randint(-4, 1)))
        document = Document(
            text=" ".join([*naming, *words]),
            url=f"https://example.org/{self._seed}/{number}",
            locator=f"https://example.org/{self._seed}/{number}",
            outlet=str(self.draw(self.outlets)),
            title=" ".join(words[:7]),
            published=published if pick.random() < 0.97 else None,
            language=language,
        )
        offset = sum(len(each) + 1 for each in naming)
        made = [
            self._make_claim(f"c{nth}", document, words, offset, start, long, sources, entries)
            for nth, (start, long) in enumerate(cut, 1)
        ]
        flags = [
            Flag(code=pick.choice(list(FlagCode)), claims=(claim.id,), because=(made[0].id,), message="Worth a look.")
            for claim in made
            if pick.random() < 0.12
        ]
        return Reading(
            document=document, made_by=MADE_BY, sources=tuple(sources), claims=tuple(made), flags=tuple(flags)
        )

    def _make_sources(self) -> tuple[list[Source], list[str]]:
        sources: list[Source] = []
        naming: list[str] = []
        offset = 0
        for nth in range(1, self._random.randint(2, 5)):
            is_named = self._random.random() < 0.7
            name = str(self.draw(self.names)) if is_named else self._random.choice(NAMELESS)
            naming.append(name)
            span = Span(start=offset, end=offset + len(name), text=name)
            offset += len(name) + 1
            sources.append(
                Source(
                    id=f"s{nth}",
                    name=name,
                    type=self._random.choice(list(SourceType)),
                    identity=Identity.NAMED if is_named else Identity.UNNAMED,
                    side=self._random.choice(SIDES),
                    mentions=(span,),
                )
            )
        return sources, naming

    def _make_claim(
        self,
        id_: str,
        document: Document,
        words: Sequence[str],
        offset: int,
        start: int,
        long: int,
        sources: Sequence[Source],
        entries: Sequence[object],
    ) -> Claim:
        pick = self._random
        begin = offset + sum(len(word) + 1 for word in words[:start])
        end = begin + len(" ".join(words[start : start + long]))
        span = Span(start=begin, end=end, text=document.text[begin:end])
        places = [
            make_place(entry, span, pick.choices(list(PlaceRole), (10, 3, 2, 2, 2))[0])
            for entry in entries
            if isinstance(entry, Entry) and entry.name == words[start]
        ]
        return Claim(
            id=id_,
            span=span,
            kind=pick.choices(list(Kind), (9, 12, 10, 8, 2, 6, 3, 2, 6, 8, 9, 12, 14))[0],
            polarity=pick.choices(list(Polarity), (9, 1))[0],
            certainty=pick.choices(list(Certainty), (80, 6, 10, 4))[0],
            tense=pick.choices(list(Tense), (6, 3, 1))[0],
            chains=self._make_chains(sources),
            places=tuple(places[:1]),
            time=self._make_time(document, span) if pick.random() < 0.6 else None,
        )

    def _make_chains(self, sources: Sequence[Source]) -> tuple[Chain, ...]:
        many = self._random.choices((0, 1, 2), (3, 5, 2))[0]
        links = [
            Link(source=source.id, mention=source.mentions[0], cue=None, because="said so")
            for source in sources[: max(many, 1)]
        ]
        return (tuple(links),) if many else ()

    def _make_time(self, document: Document, span: Span) -> When:
        first = (document.published or FIRST_DAY) - timedelta(days=int(self._random.expovariate(0.4)))
        days = self._random.choices((0, 6, 30, 364), (80, 8, 8, 4))[0]
        last = first + timedelta(days=days)
        return When(span=span, value=first.isoformat(), earliest=first, latest=last)


def make_place(entry: Entry, span: Span, role: PlaceRole) -> Place:
    """The place at the beginning of a claim."""
    name = Span(start=span.start, end=span.start + len(entry.name), text=span.text[: len(entry.name)])
    return Place(
        span=name,
        role=role,
        name=entry.name,
        gazetteer_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        radius_km=5.0,
        country=entry.country,
        candidates=1,
        confidence=0.9,
        because="the largest by that name",
    )


def list_places() -> list[Entry]:
    """The settlements of some countries at war, the largest first."""
    marks = ", ".join("?" * len(COUNTRIES))
    rows = Gazetteer.open_packed().base.execute(
        f"SELECT {COLUMNS} FROM entry WHERE kind = 3 AND country IN ({marks}) ORDER BY population DESC, key", COUNTRIES
    )
    return [make_entry(row, Match.EXACT) for row in rows]


def make_words(random: Random, parts: Sequence[str], many: int) -> list[str]:
    """So many words, each once, short ones among the commonest."""
    words: dict[str, None] = {}
    while len(words) < many:
        syllables = 1 + min(5, len(words) // 15)
        words["".join(random.choices(parts, k=random.randint(max(1, syllables - 2), syllables)))] = None
    return list(words)


def make_word(random: Random, language: str) -> str:
    """A word of three syllables."""
    return "".join(random.choices(SYLLABLES[language], k=3))


def make_name(random: Random) -> str:
    """A first name and a family name."""
    return f"{make_word(random, 'en').title()} {make_word(random, 'en').title()}"

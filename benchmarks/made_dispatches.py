"""Dispatches made up for size, in the order in which they come in: real places, invented happenings, usual wording.

A hundred a day, however many there are, so that as much is said of a day in a large archive as in a small one. Every day has
its stories, of which few are told by many; a dispatch tells one to three of them, in English, Russian or Ukrainian, in one to
four claims each, of which not all name their place or day. Every fifth dispatch retells one of the last two days in the same
words, or nearly; one in fifty comes some days late, and one in two hundred says not when it was published. What a month's
dispatches say comes again in the next, at other dates. The same seed makes the same dispatches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from random import Random

from benchmarks.dispatch_words import BODIES, BY, CITY, NEARLY, PLACED, SIDES, SORTS, THINGS, Row
from benchmarks.made_readings import MADE_BY, make_name
from reportedly.model.claim import Actor, ActorRole, Certainty, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.place import Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.reference.entry import COLUMNS, Entry, Match, make_entry
from reportedly.reference.gazetteer import Gazetteer

A_DAY = 100
"""Dispatches that are published in a day."""
STORIES = 80
"""Stories of a day."""
PLACES = 400
MONTH = 30
"""After so many days the same comes again on other days, so that sizes apart by whole months are compared by the same."""
RETOLD, LATE, UNDATED = 0.2, 0.02, 0.005
RECENT = 2 * A_DAY
FIRST = datetime(2022, 3, 1, tzinfo=UTC)
LANGUAGES = {"en": 0.5, "ru": 0.25, "uk": 0.25}
OUTLETS = 80
READ_BY = replace(MADE_BY, profile="ukraine")
SORT_WEIGHTS = (6, 3, 2)


@dataclass(frozen=True, slots=True)
class Story:
    """What a day's dispatches tell of."""

    day: date
    entry: Entry
    sort: int
    thing: int
    number: int


@dataclass(frozen=True, slots=True)
class Told:
    """One claim before it stands in a text."""

    words: str
    kind: Kind
    side: str | None
    story: Story
    name: str | None
    """The place as the words name it; None where they do not."""
    number: str | None
    day: date | None
    who: str | None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What one document says."""

    language: str
    told: tuple[Told, ...]


class Archive:
    """Makes dispatches in the order in which they come in."""

    def __init__(self, seed: int = 6) -> None:
        self._seed, self._chance = seed, Random(seed)
        self._names = [make_name(Random(seed + n)) for n in range(3000)]
        self._recent: list[Dispatch] = []
        self._number = 0

    def make(self, count: int) -> Iterator[Reading]:
        """The next readings."""
        for _ in range(count):
            day, nth = divmod(self._number, A_DAY)
            if nth == 0:
                self._chance = Random(f"{self._seed} {day % MONTH}")
            moment = FIRST + timedelta(days=self._number / A_DAY)
            if self._chance.random() < LATE:
                moment -= timedelta(days=self._chance.randint(1, 10))
            dispatch = self._choose(moment)
            self._recent = [*self._recent[1 - RECENT :], dispatch]
            published = None if self._chance.random() < UNDATED else moment
            yield make_reading(self._number, published, self._outlet(), dispatch)
            self._number += 1

    def make_hot_day(self, count: int) -> Iterator[Reading]:
        """So many readings that tell of strikes in the largest city on one day, in one claim each; the last comes late."""
        chance = self._chance
        for nth in range(count):
            story = Story(FIRST.date(), list_entries()[0], 0, chance.randrange(8), 2)
            language = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
            told = self._tell_one(story, language, SORTS[0][0], PLACED[language])
            moment = FIRST + timedelta(days=nth / count if nth < count - 1 else 0.5)
            yield make_reading(self._number, moment, self._outlet(), Dispatch(language, (told,)))
            self._number += 1

    def _choose(self, moment: datetime) -> Dispatch:
        chance = self._chance
        if self._recent and chance.random() < RETOLD:
            return self._retell(chance.choice(self._recent))
        language = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        told: list[Told] = []
        for _ in range(chance.choices((1, 2, 3), (4, 3, 3))[0]):
            day = moment.date() - timedelta(days=chance.choices((0, 1), (7, 3))[0])
            story = chance.choices(list_stories(day, self._seed), cum_weights=FAVOUR)[0]
            told += self._tell(story, language)
        return Dispatch(language, tuple(told))

    def _retell(self, earlier: Dispatch) -> Dispatch:
        chance = self._chance
        told = earlier.told[: chance.randint(1, len(earlier.told))]
        if chance.random() < 0.3:
            told = tuple(replace(each, words=NEARLY[earlier.language] + each.words) for each in told)
        return Dispatch(earlier.language, told)

    def _tell(self, story: Story, language: str) -> Iterator[Told]:
        chance = self._chance
        sort = SORTS[story.sort]
        for nth, row in enumerate(sorted(chance.sample(range(len(sort)), chance.randint(1, min(4, len(sort)))))):
            where = PLACED[language] if nth == 0 else chance.choice((PLACED[language], "", CITY[language]))
            yield self._tell_one(story, language, sort[row], where)

    def _tell_one(self, story: Story, language: str, row: Row, where: str) -> Told:
        chance = self._chance
        kind, side, wordings = row
        name = write_name(story.entry, language)
        pattern = chance.choice(wordings[language]).replace("{where}", where)
        number = str(max(2, story.number + chance.choice((0, 0, 0, -1, 1, 5))))
        return Told(
            words=pattern.format(place=name, thing=THINGS[language].split("|")[story.thing], number=number),
            kind=kind,
            side=side,
            story=story,
            name=name if "{place}" in pattern else None,
            number=number if "{number}" in pattern else None,
            day=story.day if chance.random() < 0.5 else None,
            who=self._choose_voice(language),
        )

    def _outlet(self) -> str:
        return f"Outlet {self._chance.randrange(OUTLETS)}"

    def _choose_voice(self, language: str) -> str | None:
        draw = self._chance.random()
        if draw < 0.25:
            return None
        return self._chance.choice(BODIES[language] if draw < 0.6 else self._names)


FAVOUR = list(accumulate(1 / (rank + 3) for rank in range(STORIES)))


@lru_cache(maxsize=64)
def list_stories(day: date, seed: int) -> Sequence[Story]:
    """What happened on a day, the most told first."""
    chance = Random(f"{seed} {(day - FIRST.date()).days % MONTH}")
    entries = list_entries()
    favour = list(accumulate(1 / (rank + 5) for rank in range(len(entries))))
    return [
        Story(
            day=day,
            entry=chance.choices(entries, cum_weights=favour)[0],
            sort=chance.choices(range(len(SORTS)), SORT_WEIGHTS)[0],
            thing=chance.randrange(8),
            number=chance.randint(2, 60),
        )
        for _ in range(STORIES)
    ]


@lru_cache(maxsize=1)
def list_entries() -> Sequence[Entry]:
    """The largest settlements of two countries at war."""
    rows = Gazetteer.open_packed().base.execute(
        f"SELECT {COLUMNS} FROM entry WHERE kind = 3 AND country IN ('UA', 'RU') ORDER BY population DESC, key LIMIT ?",
        (PLACES,),
    )
    return [make_entry(row, Match.EXACT) for row in rows]


@lru_cache(maxsize=2048)
def write_name(entry: Entry, language: str) -> str:
    """The place's name in the letters of a language."""
    if language == "en":
        return entry.name
    rows = Gazetteer.open_packed().base.execute(
        "SELECT DISTINCT key FROM name WHERE entry = ? ORDER BY key", (int(entry.id.rpartition(":")[2]),)
    )
    known = [str(key) for (key,) in rows if all("а" <= letter <= "ґ" for letter in key)]
    fitting = [key for key in known if ("і" in key or "ї" in key) == (language == "uk")] or known or [entry.name]
    return min(fitting, key=len).title()


def make_reading(number: int, moment: datetime | None, outlet: str, dispatch: Dispatch) -> Reading:
    """The reading of a dispatch as it stands in one outlet."""
    parts, starts, at = [], [], 0
    for told in dispatch.told:
        by = f", {BY[dispatch.language].format(who=told.who)}" if told.who else ""
        starts.append(at)
        parts.append(f"{told.words}{by}.")
        at += len(parts[-1]) + 1
    text = " ".join(parts)
    document = Document(
        text=text,
        outlet=outlet,
        url=f"https://example.org/{number}",
        locator=f"https://example.org/{number}",
        language=dispatch.language,
        published=moment.date() if moment else None,
        published_at=moment,
    )
    sources: dict[str, Source] = {}
    claims = []
    for nth, (told, start) in enumerate(zip(dispatch.told, starts, strict=True), 1):
        link = make_link(told, start, text, dispatch.language, sources)
        claims.append(make_claim(f"c{nth}", told, start, link))
    return Reading(document=document, made_by=READ_BY, sources=tuple(sources.values()), claims=tuple(claims))


def make_link(told: Told, start: int, text: str, language: str, sources: dict[str, Source]) -> Link | None:
    """On whose word a claim stands, whose source comes to the others of the document."""
    if told.who is None:
        return None
    at = text.index(told.who, start + len(told.words))
    mention = Span(start=at, end=at + len(told.who), text=told.who)
    bodies = BODIES[language]
    source = Source(
        id=f"s{len(sources) + 1}",
        name=told.who,
        type=SourceType.INSTITUTION if told.who in bodies else SourceType.OFFICIAL,
        identity=Identity.COLLECTIVE if told.who == bodies[-1] else Identity.NAMED,
        side=SIDES[bodies.index(told.who)] if told.who in bodies else None,
        mentions=(mention,),
    )
    source = sources.setdefault(told.who, source)
    return Link(source=source.id, mention=mention, cue=None)


def make_claim(id_: str, told: Told, start: int, link: Link | None) -> Claim:
    """One claim where it stands."""

    def cut(words: str) -> Span:
        at = start + told.words.index(words)
        return Span(start=at, end=at + len(words), text=words)

    whole = cut(told.words)
    number = float(told.number) if told.number else None
    return Claim(
        id=id_,
        span=whole,
        kind=told.kind,
        polarity=Polarity.NEGATIVE if told.story.number % 20 == 0 and link else Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        tense=Tense.FUTURE if told.kind is Kind.OTHER else Tense.PAST,
        chains=((link,),) if link else (),
        places=(make_place(told.story.entry, cut(told.name)),) if told.name else (),
        time=When(span=whole, value=told.day.isoformat(), earliest=told.day, latest=told.day) if told.day else None,
        quantities=(Quantity(span=cut(told.number), value=number, low=number, high=number),) if told.number else (),
        actors=(Actor(span=whole, role=ActorRole.AGENT, side=told.side),) if told.side else (),
    )


def make_place(entry: Entry, name: Span) -> Place:
    """The place at its name."""
    return Place(
        span=name,
        role=PlaceRole.AT,
        name=entry.name,
        gazetteer_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        radius_km=5.0,
        country=entry.country,
        candidates=1,
        confidence=0.95,
    )

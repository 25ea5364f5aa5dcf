"""Readings built by hand, from words of a text: fast, and without the parser.

make_reading(
    "A mayor said that 12 people were killed in Malynivka on Tuesday.",
    Says("12 people were killed in Malynivka on Tuesday", by=((Voice("A mayor"),),), at=(MALYNIVKA,)),
    outlet="Example Herald",
)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportedly.model.claim import Actor, ActorRole, Certainty, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.place import Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When

MADE_BY = MadeBy(reportedly="0.0", model="tagger 1", gazetteer="places 1", profile=None)
PUBLISHED = date(2025, 12, 3)
TEXT = (
    "Russian forces captured the village of Malynivka on Tuesday, the channel Front Diary said, citing a soldier. "
    "About 12 people were killed in Kyiv."
)
"""What `make_reading()` reads; its claims are `CAPTURED` and `KILLED`."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place and where it lies."""

    name: str
    words: str | None = None
    """As the text has it, if not by its name."""
    role: PlaceRole = PlaceRole.AT
    gazetteer_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


@dataclass(frozen=True)
class Voice:
    """A source; the first word of it in the text is its mention."""

    words: str
    name: str | None = None
    """If not its words."""
    type: SourceType = SourceType.UNSPECIFIED
    identity: Identity = Identity.NAMED
    side: str | None = None
    cue: str | None = None


@dataclass(frozen=True)
class Says:
    """A claim, by the words that it has in the text."""

    words: str
    kind: Kind = Kind.OTHER
    by: tuple[tuple[Voice, ...], ...] = ()
    """Chains, each from the voice nearest the reader to the origin."""
    at: tuple[Spot, ...] = ()
    on: tuple[str, date, date] | None = None
    """The words of the time, its first and its last day."""
    count: tuple[str, float, str] | None = None
    """The words of the number, its value and its unit."""
    agent: str | None = None
    side: str | None = None
    """The agent's."""
    flags: tuple[FlagCode, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense = Tense.PAST
    presupposed: bool = False


MALYNIVKA = Spot(name="Malynivka", gazetteer_id="geonames:701823", lat=49.80, lon=36.72, country="UA")
KYIV = Spot(name="Kyiv", gazetteer_id="geonames:703448", lat=50.45, lon=30.52, country="UA")
FRONT_DIARY = Voice("the channel Front Diary", "Front Diary", SourceType.CHANNEL, Identity.NAMED, "russia", "said")
SOLDIER = Voice("a soldier", None, SourceType.MILITARY, Identity.UNNAMED, None, "citing")
CAPTURED = Says(
    "Russian forces captured the village of Malynivka on Tuesday",
    Kind.CONTROL,
    by=((FRONT_DIARY, SOLDIER),),
    at=(MALYNIVKA,),
    on=("Tuesday", date(2025, 12, 2), date(2025, 12, 2)),
    agent="Russian forces",
    side="russia",
    flags=(FlagCode.ANONYMOUS_ORIGIN,),
)
KILLED = Says("About 12 people were killed in Kyiv", Kind.CASUALTY, at=(KYIV,), count=("12", 12, "person"))


def make_document(text: str = TEXT, **about: Any) -> Document:
    """A document of the Example Herald in English, but for what `about` says."""
    told: dict[str, Any] = {"outlet": "Example Herald", "published": PUBLISHED, "language": "en"}
    return Document(text=text, **(told | about))


def make_reading(text: str = TEXT, *says: Says, made_by: MadeBy = MADE_BY, **about: Any) -> Reading:
    """The reading of a text that makes these claims; `about` is of the document.

    All words must stand in the text. Without `says` the claims of `TEXT` are made if that is the text, else none.
    """
    document = make_document(text, **about)
    if text == TEXT and not says:
        says = (CAPTURED, KILLED)
    voices = list(dict.fromkeys(voice for each in says for chain in each.by for voice in chain))
    ids = {voice: f"s{number}" for number, voice in enumerate(voices, 1)}
    claims = [make_claim(text, f"c{number}", each, ids) for number, each in enumerate(says, 1)]
    return Reading(
        document=document,
        made_by=made_by,
        sources=tuple(make_source(text, id_, voice) for voice, id_ in ids.items()),
        claims=tuple(claims),
        flags=tuple(
            Flag(code=code, claims=(claim.id,), message=f"{code.value}.")
            for each, claim in zip(says, claims, strict=True)
            for code in each.flags
        ),
    )


def make_many(number: int, **about: Any) -> Sequence[Reading]:
    """So many readings of `TEXT`, each from an outlet of its own: `Outlet 0`, `Outlet 1` …"""
    one = make_reading(**about)
    return [replace(one, document=replace(one.document, outlet=f"Outlet {each}")) for each in range(number)]


def make_claim(text: str, id_: str, says: Says, ids: dict[Voice, str]) -> Claim:
    """The claim that `says` tells of."""
    time = says.on and When(
        span=cut(text, says.on[0]), value=says.on[1].isoformat(), earliest=says.on[1], latest=says.on[2]
    )
    agents = (Actor(span=cut(text, says.agent), role=ActorRole.AGENT, side=says.side),) if says.agent else ()
    return Claim(
        id=id_,
        span=cut(text, says.words),
        kind=says.kind,
        polarity=says.polarity,
        certainty=says.certainty,
        tense=says.tense,
        presupposed=says.presupposed,
        chains=tuple(tuple(make_link(text, voice, ids) for voice in chain) for chain in says.by),
        places=tuple(make_place(text, spot) for spot in says.at),
        time=time,
        quantities=(make_quantity(text, *says.count),) if says.count else (),
        actors=agents,
    )


def make_link(text: str, voice: Voice, ids: dict[Voice, str]) -> Link:
    """A step of a chain."""
    return Link(source=ids[voice], mention=cut(text, voice.words), cue=cut(text, voice.cue) if voice.cue else None)


def make_source(text: str, id_: str, voice: Voice) -> Source:
    """A source with its one mention."""
    return Source(
        id=id_,
        name=voice.name or voice.words,
        type=voice.type,
        identity=voice.identity,
        side=voice.side,
        mentions=(cut(text, voice.words),),
    )


def make_place(text: str, spot: Spot) -> Place:
    """A place as certain as can be."""
    return Place(
        span=cut(text, spot.words or spot.name),
        role=spot.role,
        name=spot.name,
        gazetteer_id=spot.gazetteer_id,
        lat=spot.lat,
        lon=spot.lon,
        radius_km=5.0 if spot.lat is not None else None,
        country=spot.country,
        candidates=1,
        confidence=0.9,
    )


def make_quantity(text: str, words: str, value: float, unit: str) -> Quantity:
    """A number, exact."""
    return Quantity(span=cut(text, words), value=value, low=value, high=value, unit=unit)


def cut(text: str, words: str) -> Span:
    """Where `words` stand first."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)

"""The shapes of the public JSON: its field names are an interface and only ever grow."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct, field

from reportedly.model.claim import ActorRole, Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.place import PlaceRole
from reportedly.model.source import Identity, SourceType

READING_SCHEMA = "reportedly.reading/1"

Offset = Annotated[int, Meta(ge=0)]


class SpanShape(Struct, frozen=True, kw_only=True):
    """Where words stand: code points into `document.text`, `end` exclusive."""

    start: Offset
    end: Offset
    text: str


class AlternativeShape(Struct, frozen=True, kw_only=True):
    """A place that a name may mean as well."""

    gazetteer_id: str
    name: str
    lat: Annotated[float, Meta(ge=-90, le=90)] | None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None
    country: str | None
    confidence: Annotated[float, Meta(ge=0, le=1)]


class PlaceShape(SpanShape, frozen=True, kw_only=True):
    """Where a claim says that something happened."""

    role: PlaceRole
    name: str
    gazetteer_id: str | None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None
    radius_km: float | None
    country: str | None
    candidates: Annotated[int, Meta(ge=0)]
    confidence: Annotated[float, Meta(ge=0, le=1)] | None
    alternatives: list[AlternativeShape]
    because: str


class WhenShape(SpanShape, frozen=True, kw_only=True):
    """When a claim says that something happened."""

    value: str
    earliest: date
    latest: date


class QuantityShape(SpanShape, frozen=True, kw_only=True):
    """A number, its range and what it counts."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool


class ActorShape(SpanShape, frozen=True, kw_only=True):
    """Somebody who does or suffers what is claimed."""

    role: ActorRole
    side: str | None


class LinkShape(Struct, frozen=True, kw_only=True):
    """One step of a chain."""

    source: str
    mention: SpanShape
    cue: SpanShape | None
    because: str


class ClaimShape(SpanShape, frozen=True, kw_only=True):
    """One proposition and on whose word it is said; `chains` empty is the outlet's own voice."""

    id: str
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    presupposed: bool
    chains: list[list[LinkShape]]
    places: list[PlaceShape]
    time: WhenShape | None
    quantities: list[QuantityShape]
    actors: list[ActorShape]


class SourceShape(Struct, frozen=True, kw_only=True):
    """Somebody or something given as the origin or the relay of claims."""

    id: str
    name: str
    type: SourceType
    identity: Identity
    side: str | None
    mentions: list[SpanShape]
    known_as: str | None
    """The name that joins it with the same source of other documents, in other languages too."""


class FlagShape(Struct, frozen=True, kw_only=True):
    """An observation with its evidence, never a verdict on truth."""

    code: FlagCode
    claims: list[str]
    because: list[str]
    message: str
    words: list[SpanShape]


class DocumentShape(Struct, frozen=True, kw_only=True):
    """One text as it was published."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: date | None
    published_at: datetime | None
    captured_at: datetime | None
    archive_url: str | None
    forwarded_from: str | None
    language: str | None
    text: str
    captions: list[str]
    raw_sha256: str | None


class MadeByShape(Struct, frozen=True, kw_only=True):
    """The versions of everything that had a hand in a reading."""

    reportedly: str
    model: str | None
    gazetteer: str
    profile: str | None


class ReadingShape(Struct, frozen=True, kw_only=True):
    """A document, its sources, its claims and what is worth a second look."""

    schema_: str = field(name="schema", default=READING_SCHEMA)
    made_by: MadeByShape
    document: DocumentShape
    sources: list[SourceShape]
    claims: list[ClaimShape]
    flags: list[FlagShape]

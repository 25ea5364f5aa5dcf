"""The shapes of the public JSON of events: its field names are an interface and only ever grow."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from reportedly.model.claim import Kind
from reportedly.model.event import ChangeKind, Stance, Status, StepKind

EVENTS_SCHEMA = "reportedly.events/1"

Count = Annotated[int, Meta(ge=0)]


class SpotShape(Struct, frozen=True, kw_only=True):
    """Where it is said to have happened; the point is no finer than the place."""

    name: str
    lat: Annotated[float, Meta(ge=-90, le=90)] | None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None
    gazetteer_id: str | None
    radius_km: float | None
    country: str | None
    is_region: bool


class EvidenceShape(Struct, frozen=True, kw_only=True):
    """A ground on which a claim was joined to another, or that speaks against it."""

    signal: str
    weight: float
    because: str


class MemberShape(Struct, frozen=True, kw_only=True):
    """A claim's part in the event; `document` and `claim` are the ids that readings give them."""

    document: str
    claim: str
    stance: Stance
    side: str | None
    reported: date | None
    because: str
    concession: bool
    text: str
    on_whose_word: str
    outlet: str | None
    url: str | None
    compared_with: str | None
    evidence: list[EvidenceShape]


class CountShape(Struct, frozen=True, kw_only=True):
    """How many lines of reporting share no source; `bottleneck` names the sources through which all pass."""

    least: Count
    most: Count
    bottleneck: list[str]


class IndependenceShape(Struct, frozen=True, kw_only=True):
    """The lines of those that affirm and of those that deny, zeros where there is none."""

    affirms: CountShape
    denies: CountShape


class LineShape(Struct, frozen=True, kw_only=True):
    """One line of reporting: names from the origin to the source nearest the reader, and what stands on it."""

    stance: Stance
    path: list[str]
    claims: list[str]
    documents: list[str]
    sides: list[str]


class VertexShape(Struct, frozen=True, kw_only=True):
    """A source or a document of the provenance graph."""

    id: str
    name: str
    side: str | None
    is_document: bool
    also: list[str]


class StepShape(Struct, frozen=True, kw_only=True):
    """One way that words went. `wording` shows a common origin, not who copied whom."""

    start: str
    end: str
    kind: StepKind
    because: str
    claim: str | None


class ChangeShape(Struct, frozen=True, kw_only=True):
    """What a later claim says otherwise than an earlier one on which it rests."""

    kind: ChangeKind
    earlier: str
    later: str
    because: str


class EventShape(Struct, frozen=True, kw_only=True):
    """Claims of one happening, and how the reporting of it stands; never whether it happened."""

    id: str
    label: str
    kind: Kind
    place: SpotShape | None
    earliest: date | None
    latest: date | None
    status: Status
    why: str
    claims: list[MemberShape]
    independent: IndependenceShape
    lines: list[LineShape]
    vertices: list[VertexShape]
    steps: list[StepShape]
    changes: list[ChangeShape]


class EventsShape(Struct, frozen=True, kw_only=True):
    """The events of a ledger."""

    schema_: str = field(name="schema", default=EVENTS_SCHEMA)
    events: list[EventShape]

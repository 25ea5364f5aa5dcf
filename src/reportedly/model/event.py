"""What several reports say of one happening, and how far they rest on each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Kind
from reportedly.model.comparable import Spot
from reportedly.model.held import HeldClaim


class Stance(StrEnum):
    """How a claim stands to the happening."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    QUALIFIES = "qualifies"
    """Accepts that it happened, and not its extent or number."""


class Status(StrEnum):
    """What the reporting of an event amounts to; never whether it happened."""

    CONTESTED = "contested"
    CONCEDED = "conceded"
    CORROBORATED = "corroborated"
    ONE_SIDED = "one-sided"
    CIRCULAR = "circular"
    SINGLE_SOURCE = "single-source"
    UNSOURCED = "unsourced"


class StepKind(StrEnum):
    """On what ground it is said that words went from one to the other. Each ground is kept apart."""

    ATTRIBUTION = "attribution"
    """A document says on whose word it speaks."""
    CITATION = "citation"
    """A document names the outlet of another document of the event."""
    FORWARD = "forward"
    """A post says that it was taken over."""
    WORDING = "wording"
    """The same words stand in an earlier document. It shows a common origin, not who copied whom."""
    OWN_VOICE = "own-voice"
    """A channel, command or authority speaks for itself."""


class ChangeKind(StrEnum):
    """What changed from one telling to a later one."""

    ATTRIBUTION_DROPPED = "attribution-dropped"
    CERTAINTY_RAISED = "certainty-raised"
    NUMBER_GROWN = "number-grown"
    PLACE_MOVED = "place-moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One ground on which two claims are held to speak of the same happening, or not."""

    signal: str
    """The signal's name in the table `SIGNALS`."""
    weight: float
    """What it added to the score; below 0 it speaks against."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A claim's part in an event."""

    held: HeldClaim
    stance: Stance
    because: str
    """Why it stands so, in words for the reader."""
    side: str | None = None
    """For which side the claim's origin speaks; None if for none or unknown."""
    is_concession: bool = False
    """Said by the side against which it speaks."""
    compared_with: str | None = None
    """The claim of the event to which it was found most alike; None for the first."""
    evidence: tuple[Evidence, ...] = ()
    """On what ground it was joined to that claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One way that words went, from one vertex of the provenance graph to another."""

    start: str
    """A vertex: the id of a source of the event, or of a document."""
    end: str
    kind: StepKind
    because: str
    """The words or figures on which it rests."""
    claim: str | None = None
    """The claim in which that stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertex:
    """A source or a document of the provenance graph."""

    id: str
    name: str
    side: str | None = None
    is_document: bool = False
    also: tuple[str, ...] = ()
    """Other names under which the same source stands in the documents; the body of which it is the spokesman."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One independent line of reporting: it shares no source with the others."""

    path: tuple[str, ...]
    """Names of the sources, from the origin to the one nearest the reader."""
    claims: tuple[str, ...]
    """The claims that stand on this path."""
    documents: tuple[str, ...]
    """`Document.id` of those that carry it."""
    sides: tuple[str, ...]
    """For whom its origin speaks; empty if for nobody known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many lines of reporting share no source."""

    least: int
    """Sources that cannot be told apart count as one."""
    most: int
    """They count as several."""
    bottleneck: tuple[str, ...] = ()
    """The sources through which all lines pass, where there are several documents."""
    lines: tuple[Line, ...] = ()
    """As many as `least`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that a later telling says otherwise than an earlier one on which it rests."""

    kind: ChangeKind
    earlier: str
    """A claim's id."""
    later: str
    because: str
    """Both wordings, in words for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims of one happening, and how the reporting of it stands."""

    id: str
    label: str
    kind: Kind
    place: Spot | None
    earliest: date | None
    """Hull of the dated claims; None if none is dated."""
    latest: date | None
    status: Status
    why: str
    """One sentence."""
    members: tuple[Member, ...]
    """In the order in which they were published."""
    independent: Mapping[Stance, Independence] = field(default_factory=dict)
    """For those that affirm and for those that deny; without an entry where there is none."""
    vertices: tuple[Vertex, ...] = ()
    steps: tuple[Step, ...] = ()
    changes: tuple[Change, ...] = ()
    """What changed along the lines."""

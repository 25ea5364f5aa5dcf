"""What is claimed."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.place import Place
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.when import When


class Kind(StrEnum):
    """What sort of thing a claim is about."""

    CONTROL = "control"
    COMBAT = "combat"
    STRIKE = "strike"
    CASUALTY = "casualty"
    DISPLACEMENT = "displacement"
    DAMAGE = "damage"
    AID = "aid"
    DETENTION = "detention"
    MOVEMENT = "movement"
    DIPLOMACY = "diplomacy"
    POSITION = "position"
    ASSESSMENT = "assessment"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How firmly the innermost voice states it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """When it is said to hold, seen from the day of speaking."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class ActorRole(StrEnum):
    """What part an actor has in what is claimed."""

    AGENT = "agent"
    PATIENT = "patient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a chain: a source and the words that bring it in."""

    source: str
    """The id of a `Source` of the same reading."""
    mention: Span
    """The mention nearest the cue; it may be a pronoun."""
    cue: Span | None
    """The reporting words; None where the form alone attributes (a headline's colon, a forward)."""
    because: str = ""
    """Why this link was made, in words for the reader."""


Chain = tuple[Link, ...]
"""From the source nearest the reader to the origin. Empty is never stored: own voice has no chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who does or suffers what is claimed."""

    span: Span
    role: ActorRole
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition that could be true or false on its own, and on whose word it is said."""

    id: str
    """`c1`, `c2` … within its reading."""
    span: Span
    """The proposition without source and cue."""
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    presupposed: bool = False
    """Taken for granted by the grammar ("after the capture of Y") rather than asserted."""
    chains: tuple[Chain, ...] = ()
    """On whose word. Empty: the outlet's own voice. Two: two sources side by side."""
    places: tuple[Place, ...] = ()
    time: When | None = None
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()

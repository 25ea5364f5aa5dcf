"""What is worth a second look, with its evidence. Never a verdict on truth."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class FlagCode(StrEnum):
    """What may be noticed about claims within one document."""

    ATTRIBUTION_DROPPED = "attribution-dropped"
    CERTAINTY_RAISED = "certainty-raised"
    NUMBER_CHANGED = "number-changed"
    PLACE_INCONSISTENT = "place-inconsistent"
    PLACE_AMBIGUOUS = "place-ambiguous"
    TIME_INCONSISTENT = "time-inconsistent"
    ANONYMOUS_ORIGIN = "anonymous-origin"
    UNSPECIFIED_SOURCE = "unspecified-source"
    CROSS_SIDE_RELAY = "cross-side-relay"
    PRESUPPOSED_CLAIM = "presupposed-claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An observation about claims."""

    code: FlagCode
    claims: tuple[str, ...]
    """The ids of the claims that it is about."""
    because: tuple[str, ...] = ()
    """The ids of the other claims that it rests on."""
    message: str
    """One sentence for the reader."""
    words: tuple[Span, ...] = ()
    """The words of the text that it rests on."""

"""What was said of the future, and what was reported later."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.event import Event, Member, Stance


class Term(StrEnum):
    """Whether the day that a forecast names has passed."""

    OPEN = "open"
    """It has not, or none is named."""
    DUE = "due"


class Ground(StrEnum):
    """On what ground a forecast counts as answered. Without one it is not answered."""

    REVIEW = "review"
    """A person accepted or rejected it, or wrote a note on it."""
    EVENT = "event"
    """A later event of the same place, kind and deed affirms or denies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Something of the same place and kind that was reported after a forecast."""

    event: Event
    member: Member
    day: date | None
    """On which it was published."""
    stance: Stance | None
    """How it stands to the forecast; None where it is only of the same place and kind."""
    because: str
    """What is the same and what is not, in words for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Something that was said of the future."""

    event: Event
    members: tuple[Member, ...]
    """Those of the event that speak of the future, the earliest first."""
    published: date | None
    """The first of them."""
    horizon: date | None
    """The latest day that they name; None if they name none."""
    term: Term
    grounds: tuple[Ground, ...]
    """Empty: nothing is decided."""
    later: tuple[Later, ...]
    """The earliest first."""

    @property
    def answers(self) -> tuple[Stance, ...]:
        """What the later events say of it, each once."""
        return tuple(dict.fromkeys(each.stance for each in self.later if each.stance is not None))

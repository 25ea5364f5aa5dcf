"""Who was said to hold a place."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.comparable import Spot
from reportedly.model.event import Event, Member


class Standing(StrEnum):
    """How it stands with what is said of who holds a place; never who holds it."""

    CONTESTED = "contested"
    """Some say so, and others that it is not so, or that another side holds it."""
    CONCEDED = "conceded"
    """The side that lost it says so, as its last word."""
    CLAIMED = "claimed"
    """Nobody denies it, and the side that lost it says nothing."""
    DENIED = "denied"
    """It is only said not to be so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One claim about who holds the place."""

    day: date | None
    """On which it was published."""
    member: Member
    sides: tuple[str, ...]
    """For which it speaks; empty: for nobody known."""
    holder: str | None
    """Which side is said to hold it; None if it is only said who does not, or the words do not tell."""
    is_denial: bool
    """Said against what the event says."""
    is_partial: bool = False
    """Said of a part only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One event in the account of who holds a place."""

    event: Event
    holder: str | None
    """The side that holds it afterwards, as those have it who affirm the event; None if their words do not tell."""
    standing: Standing
    since: date | None
    """The first day on which it is said to have happened; None if nobody dates it."""
    claimed_by: tuple[str, ...]
    """The sides that say so of the whole place, the first to say it first."""
    denied_by: tuple[str, ...]
    sayings: tuple[Saying, ...]
    """In the order of time, undated ones last."""
    is_by_name: bool = False
    """Not known to be the very place: it bears its name, and the text does not say which it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who was said to hold a place, event by event. No line is drawn between places."""

    place: Spot
    turns: tuple[Turn, ...]
    """In the order of time, undated ones last."""
    last_words: tuple[tuple[str, Saying], ...]
    """What each side said last of who holds it; sides in the order of their names."""
    ahead: int = 0
    """Events left out, since they are only about what is to come."""

"""What two sides have to say of the same events, on one axis of time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Kind
from reportedly.model.event import Event, Member


class Answer(StrEnum):
    """What a side has to say of an event."""

    ASSERTED = "asserted"
    DENIED = "denied"
    QUALIFIED = "qualified"
    """It accepts that it happened, and not its extent or number."""
    CONCEDED = "conceded"
    """It says so although it speaks against itself."""
    RELAYED = "relayed"
    """An outlet or another voice of that side passes on what others say."""
    SILENT = "silent"
    """Nothing of it within the days asked for, though that side published. It is no denial."""
    ABSENT = "absent"
    """The ledger holds nothing at all that this side published in those days: nothing can be said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim of an event, as part of a side's account."""

    day: date | None
    """On which it was published."""
    answer: Answer
    member: Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """What a side published in the days in which it said nothing of an event."""

    first: date
    """The first day on which anything of the event was published."""
    last: date
    documents: int
    claims: int
    is_over: bool
    """Does the ledger reach to the last of these days?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one side has to say of an event."""

    side: str
    answers: tuple[Answer, ...]
    """Each once, in the order of time. Empty: it says nothing of it, and no document of the event is dated."""
    tellings: tuple[Telling, ...]
    """In the order of time, undated ones last."""
    meanwhile: Meanwhile | None = None
    """Where it said nothing in the first days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """An event, and what each of the two sides has to say of it."""

    event: Event
    accounts: tuple[Account, Account]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """Of events of one kind, those of which only one side speaks, both, or neither."""

    kind: Kind
    only: Mapping[str, tuple[str, ...]]
    """By side: the ids of the events of which only this one speaks."""
    both: tuple[str, ...]
    neither: tuple[str, ...]
    """Told by others alone."""

    @property
    def events(self) -> int:
        """How many events of this kind there are."""
        return sum(map(len, self.only.values())) + len(self.both) + len(self.neither)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSides:
    """The accounts of two sides, and how far they diverge."""

    sides: tuple[str, ...]
    """Two; none where there is no event."""
    silent_after_days: int
    events: tuple[Accounts, ...]
    """The earliest first."""
    kinds: tuple[Divergence, ...]
    """In the order of `Kind`; only those of which there is an event."""

    @property
    def spoken_of(self) -> int:
        """Of how many events at least one side speaks."""
        return sum(each.events - len(each.neither) for each in self.kinds)

"""What became of what a source said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.model.claim import Kind
from reportedly.model.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Whose record it is."""

    id: str | None
    """In the ledger; None for a publisher that is nobody's source."""
    name: str
    side: str | None = None
    """For which it speaks, as it was mostly read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many, with the interval in which the share would lie for many more of the sort."""

    number: int
    of: int
    low: float | None = None
    """Lower end of the Wilson interval at 95 %, 0 to 1; None under the least number of events."""
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTime:
    """Days from a source's claim until others said so."""

    events: int
    median_days: float | None = None
    """None under the least number of events; likewise the others."""
    least_days: int | None = None
    most_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the events that a source affirmed. One event may count as several things, open ones only as open."""

    events: int
    conceded: Share
    """The side that it speaks against said so later."""
    corroborated: Share
    """An independent line of another side, or of a third party, said so later."""
    contradicted: Share
    """A side that opposes the source's denied it."""
    preceded: Share
    """Others had said so, or conceded it, before the source did."""
    open: Share
    """None of these."""
    until_conceded: LeadTime
    until_corroborated: LeadTime
    denied: int
    """Events that the source denied or qualified; they are not among `events`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The track record of a source. It measures reporting, not truth or honesty."""

    source: Teller
    least_events: int
    """Below so many events there are only counts."""
    claims: Mapping[Kind, int]
    """How many claims of each kind have it as their origin, the commonest first."""
    total: Tally
    kinds: Mapping[Kind, Tally]
    """The kinds of which it affirmed or denied an event, in the order of `Kind`."""
    latest: tuple[Event, ...] = field(default=())
    """The newest first."""

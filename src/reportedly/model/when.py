"""When a claim says that something happened."""

from dataclasses import dataclass
from datetime import date

from reportedly.errors import IntervalError
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days within which a claim says that something happened.

    Raises:
        IntervalError: if the last day lies before the first.
    """

    span: Span
    """The time expression as it stands."""
    value: str
    """A TIMEX3 value: `2025-12-02`, `2025-12`, `2025-12-02T12:00`."""
    earliest: date
    """First calendar day in the source's time zone."""
    latest: date
    """Last calendar day, included."""

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise IntervalError(self.span.text, self.earliest, self.latest)


def shift_day(day: date, days: int) -> date:
    """The day so many days later, or earlier if fewer than 0; the last or the first of the calendar where it ends before."""
    return date.fromordinal(max(date.min.toordinal(), min(date.max.toordinal(), day.toordinal() + days)))

"""How far a named time zone is from UTC on a day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta


def offset_of(zone: str, day: date | None) -> str:
    """`+02:00` or `Z` as a clock time of TIMEX3 carries it; nothing if none is named or `day` does not settle it.

    Args:
        zone: an offset, `Z`, or whose clock it is, one of `CLOCKS`: as `time.toml` writes it.
        day: on which the clock showed the time. On the day of a change the new offset holds.
    """
    if zone not in CLOCKS:
        return zone.upper()
    winter_h, summer_time = CLOCKS[zone]
    added = summer_time(day) if day else None
    return "" if added is None else f"{winter_h + added:+03}:00"


def _european(day: date) -> int | None:
    """Hours added: the last Sunday of March to the last Sunday of October, since 1997 all over Europe."""
    if day.year < 1997:
        return None
    return int(_last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10))


def _american(day: date) -> int | None:
    """Hours added: the second Sunday of March to the first of November, since 2007."""
    if day.year < 2007:
        return None
    first = [date(day.year, month, 1) for month in (3, 11)]
    sundays = [each + timedelta(days=7 - each.isoweekday()) for each in first]
    return int(sundays[0] + timedelta(weeks=1) <= day < sundays[1])


def _russian(day: date) -> int | None:
    """Hours added to what has held since 26 October 2014: none; an hour from 27 March 2011 on; before, as in Europe."""
    if day >= date(2014, 10, 26):
        return 0
    return 1 if day >= date(2011, 3, 27) else _european(day)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


# Hours from UTC in winter, and what summer adds.
CLOCKS: Mapping[str, tuple[int, Callable[[date], int | None]]] = {
    "london": (0, _european),
    "berlin": (1, _european),
    "kyiv": (2, _european),
    "moscow": (3, _russian),
    "new york": (-5, _american),
}

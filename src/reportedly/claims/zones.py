"""How far a named time zone is from UTC on a day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta


def offset_of(zone: str, day: date | None) -> str:
    """`+02:00` or `Z` as a clock time of TIMEX3 carries it; nothing if no zone is named or `day` is needed.

    Args:
        zone: as `time.toml` writes it: an offset, and behind it whose summer time holds (`+02:00 EU`).
        day: on which the clock showed the time. On the day of a change the new offset holds.
    """
    offset, _, rule = zone.upper().partition(" ")
    if not rule:
        return offset
    added = SUMMER_TIMES[rule](day) if day else None
    if added is None:
        return ""
    sign, hours, minutes = (-1 if offset[0] == "-" else 1), int(offset[1:3]), offset[4:]
    shifted = sign * hours + added
    return f"{'-' if shifted < 0 else '+'}{abs(shifted):02}:{minutes}"


def _european(day: date) -> int | None:
    """Hours added: the last Sunday of March to the last Sunday of October, since 1996."""
    if day.year < 1996:
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


SUMMER_TIMES: Mapping[str, Callable[[date], int | None]] = {"EU": _european, "US": _american, "RU": _russian}

"""How far a clock that a text names is ahead of Greenwich."""

from calendar import SUNDAY, monthrange
from datetime import date

# Kyiv has kept the European summer time since this year, Moscow three hours all year since this day (IANA tz data).
KYIV_SINCE = date(1997, 1, 1)
MOSCOW_SINCE = date(2014, 10, 26)


def offset_of(zone: str, day: date) -> str:
    """`+03:00`; nothing if the zone is unknown or had other rules on that day.

    Args:
        zone: `kyiv` or `moscow`.
        day: on which the clock is read; on the night of a change the day's later time is given.
    """
    if zone == "moscow" and day >= MOSCOW_SINCE:
        return "+03:00"
    if zone == "kyiv" and day >= KYIV_SINCE:
        return "+03:00" if _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10) else "+02:00"
    return ""


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, monthrange(year, month)[1])
    return date.fromordinal(last.toordinal() - (last.weekday() - SUNDAY) % 7)

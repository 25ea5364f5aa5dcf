"""Decades, centuries and the years before Christ."""

from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.timex import Standpoint, Timex, Values


def count_decade(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "The 1930s"; "the 90s" are the last ones that have begun."""
    if "decade" in values:
        tens = int(values["decade"])
    elif standpoint.now is None:
        return None
    else:
        tens = standpoint.now.year // 100 * 10 + int(values["decade_short"])
        tens -= 10 if tens > standpoint.now.year // 10 else 0
    return Timex("DATE", f"{tens}", date(tens * 10, 1, 1), date(tens * 10 + 9, 12, 31))


def count_century(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "The 20th century", from 1901 to 2000."""
    number = int(values["century"]) - 1
    return Timex("DATE", f"{number}", date(number * 100 + 1, 1, 1), date(number * 100 + 100, 12, 31))


def count_before_christ(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "In the spring of 264 BC": the calendar of this program has no days for it."""
    within = values.get("season") or (f"{int(values['month']):02}" if "month" in values else None)
    last = f"BC{int(values['last_year_bc']):04}" + (f"-{within}" if within else "")
    return Timex("DATE", f"BC{int(values['year_bc']):04}/{last}" if "year_bc" in values else last)


def count_part(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "In the night", "in the morning", with no day beside it.

    A report of the night is of the last one, unless it tells of what will be. An evening may be yesterday's or today's: it has no days.
    """
    now, part = standpoint.now, values["part"]
    timex = Timex("TIME", f"{now or 'XXXX-XX-XX'}T{part}")
    if now is None or part == "EV":
        return timex
    if part == "NI" and standpoint.future:
        return replace(timex, earliest=now, latest=now + timedelta(days=1))
    return replace(timex, earliest=now - timedelta(days=part == "NI"), latest=now)

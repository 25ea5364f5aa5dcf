"""A time as TIMEX3 has it, from where it is counted, and the days that it covers."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.claims.zones import offset_of

Values = Mapping[str, str]
"""What a rule of `annotate/date_phrases.py` read in the words."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time as TIMEX3 has it, and the days that it covers."""

    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    earliest: date | None = None
    """None where the words say when only vaguely, or how long."""
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where the words are counted."""

    now: date | None
    """The day on which somebody speaks. None if unknown."""
    future: bool | None = None
    """Does the verb speak of what is to come? None if no verb tells."""
    there: date | None = None
    """The day that the text has been speaking of, from which "two days earlier" counts."""
    around: tuple[date, date] | None = None
    """First and last day of the time, up to a year, that the text spoke of last: "later that year" is its year."""
    year: int | None = None
    """Year of this month or day where the text has just told of one near it with its year."""
    two_years: bool = False
    """Is this month or day that of the publication's year as well as that of another year that the text is in?"""
    quarter: tuple[int, int] | None = None
    """Year and number of the quarter that the text reports on, to which "a year earlier" compares."""
    telling: bool = False
    """Is `now` the time to which a history has come (`claims/narration.py`), so that what lies nearest is meant?"""


def clock_of(values: Values, day: date | None) -> str:
    """`T12:00`, `T06:00+02:00` where a zone is named, `TMO` or nothing; `day` decides on summer time."""
    zone = offset_of(values.get("zone", ""), day)
    if "noon" in values:
        return ("T24:00" if values["noon"] == "midnight" else "T12:00") + zone
    if "hour" in values:
        hour = int(values["hour"])
        if half := values.get("half_day"):
            hour = hour % 12 + (12 if half == "p" else 0)
        return f"T{hour:02}:{values.get('minute', '00')}{zone}"
    return f"T{values['part']}" if "part" in values else ""


def on_day(day: date, values: Values) -> Timex:
    """One day, with the hour or the part of the day that `values` names."""
    clock = clock_of(values, day)
    return Timex("TIME" if clock else "DATE", f"{day}{clock}", day, day)


def months_from(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """First and last day of `months` months from `month` (1-12, or beyond) of `year` on."""
    last = year * 12 + month - 1 + months - 1
    first = year * 12 + month - 1
    end_year, end_month = last // 12, last % 12 + 1
    return date(first // 12, first % 12 + 1, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def year_nearest(now: date, month: int, day: int) -> int:
    """The year in which that day lies nearest to `now`."""
    years = [year for year in range(now.year - 4, now.year + 5) if day <= monthrange(year, month)[1]]
    return min(years, key=lambda year: abs(date(year, month, day) - now))

"""What units of time say ("last week", "two days earlier", "three months"), seen from a day."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.timex import Standpoint, Timex, Values, months_from, on_day, year_nearest

BACKWARD = frozenset({"ago", "earlier", "before", "previous", "preceding", "prior"})
OPENING = frozenset({"first", "opening"})
FROM_NOW = frozenset({"ago", "from now"})
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS_IN = {"D": 1, "NI": 1, "W": 7, "2W": 14, "WE": 7}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
UNIT_OF_PLURAL = {
    "seconds": "TS", "minutes": "TM", "hours": "TH", "days": "D", "nights": "NI", "weeks": "W", "weekends": "WE",
    "months": "M", "years": "Y", "decades": "E", "centuries": "C",
}  # fmt: skip
UNIT_WORDS = UNIT_OF_PLURAL | {name.removesuffix("s"): unit for name, unit in UNIT_OF_PLURAL.items()} | {
    "century": "C", "quarter": "Q",
}  # fmt: skip


def _unit_of(values: Values) -> str:
    return (
        values["unit"]
        if "unit" in values and values["unit"] not in UNIT_WORDS
        else UNIT_WORDS[values.get("unit") or values["plural"]]
    )


def count_unit(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "Last week", "this year", "the weekend": a calendar unit."""
    now, unit, shift = standpoint.now, _unit_of(values), int(values.get("which", "0"))
    if now is None:
        return None
    if unit == "WE":
        ahead = shift > 0 or (standpoint.future and shift == 0)
        in_weekend = now.isoweekday() >= 6
        saturday = now - timedelta(days=now.isoweekday() - 6)
        weeks = (1 if in_weekend and shift else 0) if ahead else (-1 if shift or not in_weekend else 0)
        saturday += timedelta(weeks=weeks)
        week = saturday.isocalendar()
        return Timex("DATE", f"{week.year}-W{week.week:02}-WE", saturday, saturday + timedelta(days=1))
    return _calendar(unit, now, shift)


def _calendar(unit: str, day: date, shift: int) -> Timex | None:
    """The calendar unit that lies `shift` units from the one that holds `day`."""
    if unit in {"D", "NI"}:
        return on_day(day + timedelta(days=shift), {"part": "NI"} if unit == "NI" else {})
    if unit in {"W", "WE"}:
        monday = day - timedelta(days=day.isoweekday() - 1) + timedelta(weeks=shift)
        week = monday.isocalendar()
        return Timex("DATE", f"{week.year}-W{week.week:02}", monday, monday + timedelta(days=6))
    months = MONTHS_IN.get(unit)
    if months is None:
        return None
    index = (day.year * 12 + day.month - 1) // months + shift
    first, last = months_from(index * months // 12, index * months % 12 + 1, months)
    value = {
        "M": f"{first.year:04}-{first.month:02}", "Q": f"{first.year:04}-Q{(first.month + 2) // 3}",
        "Y": f"{first.year:04}", "E": f"{first.year // 10:03}", "C": f"{first.year // 100:02}",
    }[unit]  # fmt: skip
    return Timex("DATE", value, first, last)


def _length(values: Values) -> tuple[str, float | None, str]:
    """TIMEX3 duration, its number (None if vague) and its unit."""
    unit = _unit_of(values)
    written = "X" if "plural" in values else values.get("count", "1").replace(",", "")
    number = None if written == "X" or "count2" in values else float(written)
    if unit == "2W":
        unit, number = "W", None if number is None else number * 2
    shown = "X" if number is None else f"{number:g}"
    letter = {"NI": "D"}.get(unit, unit)
    return (f"PT{shown}{letter[1]}" if letter[0] == "T" else f"P{shown}{letter}"), number, unit


def count_span(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "The past 24 hours", "the coming weeks": a stretch that ends or begins now."""
    value, number, unit = _length(values)
    now, forward = standpoint.now, values["way"] == "1"
    timex = Timex("DURATION", value)
    # "За неделю построят": how long it will take.
    if now is None or number is None or (standpoint.future and "in_a_week" in values):
        return timex
    other = _moved(now, number if forward else -number, unit)
    return replace(timex, earliest=min(now, other), latest=max(now, other))


def _moved(day: date, number: float, unit: str) -> date:
    """`day`, and `number` units on; a part of a day counts as one."""
    if unit in DAYS_IN:
        return day + timedelta(days=round(number * DAYS_IN[unit]))
    if unit in MONTHS_IN:
        index = day.year * 12 + day.month - 1 + round(number * MONTHS_IN[unit])
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    hours = number * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit]
    return day + timedelta(days=int(-(-hours // 24)) if hours > 0 else int(hours // 24))


def cut_edge(first: date, last: date, values: Values) -> Timex:
    """The first or last three months, or so, of an interval; a vague number of them leaves a third of it."""
    length, number, unit = _length({"count": values["count"], "unit": UNIT_OF_PLURAL[values["edge_unit"]]})
    amount = (last - first).days / 3 / {"D": 1, "W": 7, "M": 30}[unit] if number is None else number
    if values["edge"] in OPENING:
        return Timex("DURATION", length, first, min(last, _moved(first, amount, unit) - timedelta(days=1)))
    return Timex("DURATION", length, max(first, _moved(last + timedelta(days=1), -amount, unit)), last)


def count_shift(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "Three weeks ago", "two days earlier", "the following month"."""
    toward = values.get("toward", "")
    base = standpoint.now if toward in FROM_NOW else day_told(values, standpoint)
    if "part" in values:
        number, unit = 1.0 if toward else 0.0, "D"
    else:
        _, amount, unit = _length(values)
        if amount is None:
            return Timex("DATE", "PAST_REF" if toward in BACKWARD else "FUTURE_REF")
        number = 0.0 if "same" in values else amount
        if "bound" in values:
            return Timex("DURATION", _length(values)[0])
        if standpoint.quarter and unit == "Y" and number == 1 and toward in BACKWARD:
            return quarter_of(standpoint.quarter[0] - 1, standpoint.quarter[1])
    if base is None and "eve" in values and not standpoint.telling:
        base = standpoint.now  # news that opens with "накануне"
    if base is None:
        return None
    day = _moved(base, -number if toward in BACKWARD else number, unit)
    if unit[0] == "T":
        return Timex("DATE", f"{day}", min(day, base), max(day, base))
    timex = on_day(day, values) if unit == "D" else _calendar(unit, day, 0)
    # "Half a century ago" says no year.
    return replace(timex, earliest=None, latest=None) if timex and unit in {"E", "C"} else timex


def day_told(values: Values, standpoint: Standpoint) -> date | None:
    """The day from which "two days earlier" or "that year" counts."""
    unit, around = values.get("unit", values.get("plural", "")), standpoint.around
    months = MONTHS_IN.get(UNIT_WORDS.get(unit, unit))
    if months is None or around is None:
        return standpoint.there
    first, last = ((day.year * 12 + day.month - 1) // months for day in around)
    return around[0] if first == last else standpoint.there


def quarter_of(year: int, number: int) -> Timex:
    """A quarter by its year and number."""
    return Timex("DATE", f"{year}-Q{number}", *months_from(year, number * 3 - 2, 3))


def count_period(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "The latest quarter", "the year-ago period": the quarter that the text reports on, or that of another year."""
    year, number = standpoint.quarter or (None, None)
    if "quarter" in values:
        number = int(values["quarter"])
        year = year or (standpoint.now.year if standpoint.now else None)
    if "year" in values:
        year = int(values["year"])
    elif "ago" in values and year is not None:
        year -= 1
    if number is None or year is None:
        if "ago" in values and standpoint.now:
            return _calendar("Y", standpoint.now, -1)
        return None
    return quarter_of(year, number)


def count_length(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "Three days": how long, never when."""
    return Timex("DURATION", _length(values)[0])


def count_set(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "Every day", "daily": what repeats, never when."""
    if "weekday" in values:
        return Timex("SET", f"XXXX-WXX-{values['weekday']}")
    if "part" in values:
        return Timex("SET", f"XXXX-XX-XXT{values['part']}")
    return Timex("SET", values["set"] if "set" in values else _length(values)[0])


def count_quarter(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "The third quarter"."""
    number, now = int(values["quarter"]), standpoint.now
    if now and standpoint.future and not values.keys() & {"year", "which", "year_shift"}:
        # "It will publish its third-quarter results": the quarter that lies nearest.
        years = (now.year - 1, now.year, now.year + 1)
        middle = {year: abs((date(year, number * 3 - 1, 15) - now).days) for year in years}
        return quarter_of(min(years, key=lambda year: middle[year]), number)
    return _count_season_of(values, standpoint, number * 3 - 2, f"Q{number}")


def count_season(values: Values, standpoint: Standpoint) -> Timex | None:
    """ "Last summer"; a winter keeps its value, and no days."""
    season = values["season"]
    timex = _count_season_of(values, standpoint, SEASON_MONTHS[season], season)
    # "Winter 2014" begins or ends in 2014: the words do not say which.
    return replace(timex, earliest=None, latest=None) if timex and season == "WI" else timex


def _count_season_of(values: Values, standpoint: Standpoint, month: int, name: str) -> Timex | None:
    """Three months from `month` on, in the year that is given or meant."""
    now = standpoint.now
    if "year" in values:
        year = int(values["year"])
    elif "same_year" in values:
        told = day_told({"unit": "Y"}, standpoint)
        if told is None:
            return None
        year = told.year
    elif now is None:
        return None
    elif "year_shift" in values:
        year = now.year + int(values["year_shift"])
    elif standpoint.telling and "which" not in values:
        year = year_nearest(now, month, 15)
    else:
        first, last = months_from(now.year, month, 3)
        which = values.get("which")
        year = now.year
        if which == "-1" or (which is None and not standpoint.future and first > now):
            year -= 1 if last >= now else 0
        elif which == "1" or (which is None and standpoint.future):
            year += 1 if first <= now and (which == "1" or last < now) else 0
    return Timex("DATE", f"{year}-{name}", *months_from(year, month, 3))

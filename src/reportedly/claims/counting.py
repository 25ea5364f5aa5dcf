"""What a date phrase says, counted from a day: the rules of `annotate/date_phrases.py`, one counter each."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.eras import count_before_christ, count_century, count_decade, count_part
from reportedly.claims.time_units import (
    count_length,
    count_period,
    count_quarter,
    count_season,
    count_set,
    count_shift,
    count_span,
    count_unit,
    cut_edge,
    day_told,
)
from reportedly.claims.timex import Standpoint, Timex, Values, clock_of, months_from, on_day, year_nearest

# A bare "November 30" is the last one, unless the next is this near: a day nearly a year ago carries its year.
# Chosen of 0, 30, 60 and 90 on the development half of three TIMEX3 sets; `benchmarks/times.py` measures it again.
NEAR_DAYS = 60
# The same beside a verb of the past: "ordered a truce from 6 January".
AHEAD_DAYS = 10
# A day that is over by no more than this is meant even beside a verb of the future: the next is a year away.
# Chosen in the same way, of 1, 14, 30, 60 and 90; from 14 on all are alike.
JUST_OVER_DAYS = 30
# "Overnight" is no longer the last night where the text has just told of a day so long ago. Chosen by reading news.
LONG_AGO_DAYS = 14
YEAR_DAYS = frozenset({365, 366})
# TIMEX3 has a value for half a year; other parts of a time stand in its days only.
HALVES = {"first-half": "-H1", "second-half": "-H2"}


def count_time(rule: str, values: Values, standpoint: Standpoint) -> Timex | None:
    """What the words that `rule` found say, seen from `standpoint`; None if that cannot be told."""
    counter = COUNTERS.get(rule)
    if values.get("lead") == "since":
        standpoint = replace(standpoint, future=False)
    try:
        timex = counter(values, standpoint) if counter else None
    except (OverflowError, ValueError):  # "a million years ago", "31 April"
        return None
    if timex is None or timex.earliest is None or timex.latest is None:
        return timex
    first, last = _portion(timex.earliest, timex.latest, values.get("portion"), standpoint.now)
    if "edge" in values:
        return cut_edge(first, last, values)
    if "days_on" in values:
        return on_day(last + timedelta(days=int(values["days_on"])), {})
    if "night_before" in values:
        first -= timedelta(days=1)
    if first > last:
        return None
    value = timex.value
    if "evening" in values:  # "the night of the 29th to the 30th"
        value = f"{first}TNI"
    elif len(value) == len("2014"):
        value += HALVES.get(values.get("portion", ""), "")
    return replace(timex, value=value, earliest=first, latest=last)


def _portion(first: date, last: date, portion: str | None, now: date | None) -> tuple[date, date]:
    """The early, middle or late part of an interval. Early, middle and late are thirds."""
    days = (last - first).days + 1
    if portion is None or days < 3:
        return first, last
    if portion == "past":
        return first, min(last, now) if now else last
    if portion == "rest":
        return max(first, now) if now else first, last
    half = days - 184 if days in YEAR_DAYS else days // 2  # to 30 June
    begin, end = {
        "early": (0, days // 3), "start": (0, days // 3), "mid": (days // 3, days - days // 3),
        "late": (days - days // 3, days), "end": (days - days // 3, days),
        "first-half": (0, half), "second-half": (half, days),
        "first-days": (0, 5), "last-days": (days - 5, days),
        "first-week": (0, 7), "second-week": (7, 14), "third-week": (14, 21), "last-week": (days - 7, days),
    }[portion]  # fmt: skip
    return first + timedelta(days=max(0, begin)), first + timedelta(days=min(days, end) - 1)


def _nearest(candidates: list[date], standpoint: Standpoint, near_days: int) -> date | None:
    """Which of some days, a year apart, is meant: the last up to now, or the next if near or in the future."""
    now = standpoint.now
    if now is None:
        return None
    past = [each for each in candidates if each <= now]
    coming = [each for each in candidates if each > now]
    reach = min(near_days, AHEAD_DAYS) if standpoint.future is False else near_days
    near = not standpoint.future and coming and (coming[0] - now).days <= reach
    if coming and (standpoint.future or not past or near):
        just_over = standpoint.future and past and (now - past[-1]).days <= JUST_OVER_DAYS
        return past[-1] if just_over else coming[0]
    return past[-1] if past else None


def _count_date(values: Values, standpoint: Standpoint) -> Timex | None:
    month = int(values["month"]) if "month" in values else None
    year = int(values["year"]) if "year" in values else None
    if month is None:
        return None if year is None else _count_years(year, int(values.get("year2", year)))
    day = int(values.get("day", "1"))
    if year is None:
        year = _year_of(month, day, values, standpoint)
        if year is None:
            return None
    if "day" not in values:
        return Timex("DATE", f"{year}-{month:02}", *months_from(year, month))
    first = date(year, month, day)
    if "week_of" in values:
        return count_unit({"unit": "W"}, Standpoint(first))
    if "day2" in values:
        last = date(year, month, int(values["day2"]))
        return Timex("DATE", f"{first}/{last}", first, last)
    return on_day(first, values)


def _count_years(first: int, last: int) -> Timex | None:
    """One year or several ("2014-2015", "2022-23")."""
    last += first - first % 100 if last < 100 else 0
    value = f"{first}/{last}" if last > first else f"{first}"
    return Timex("DATE", value, date(first, 1, 1), date(last, 12, 31)) if last >= first else None


def _year_of(month: int, day: int, values: Values, standpoint: Standpoint) -> int | None:
    """The year of a month or a day that is given without one."""
    if "same_year" in values:
        told = day_told({"unit": "Y"}, standpoint)
        return told.year if told else None
    now = standpoint.now
    if now is None:
        return None
    if "year_shift" in values:
        return now.year + int(values["year_shift"])
    if standpoint.year is not None or standpoint.two_years:
        return standpoint.year
    if standpoint.telling and "which" not in values:
        return year_nearest(now, month, day)
    if "day" not in values:
        shift = values.get("which")
        if shift == "-1":
            return now.year if month < now.month else now.year - 1
        if shift == "1":
            return now.year if month > now.month else now.year + 1
        if month == now.month or shift == "0":
            return now.year
    years = [year for year in range(now.year - 4, now.year + 5) if day <= monthrange(year, month)[1]]
    near_days = 0 if values.get("lead") == "since" else NEAR_DAYS
    chosen = _nearest([date(year, month, day) for year in years], standpoint, near_days)
    return chosen.year if chosen else None


def _count_weekday(values: Values, standpoint: Standpoint) -> Timex | None:
    now, weekday = standpoint.now, int(values["weekday"])
    which = values.get("which")
    if there := values.get("there"):
        now, which = standpoint.there, "1" if "following" in there else "-1"
    if now is None:
        return None
    if "week_shift" in values:
        monday = now - timedelta(days=now.isoweekday() - 1) + timedelta(weeks=int(values["week_shift"]))
        return on_day(monday + timedelta(days=weekday - 1), values)
    back = (now.isoweekday() - weekday) % 7
    ahead = standpoint.future and values.get("portion") != "past"
    # "This Saturday" is the one to come, unless the verb is past.
    ahead = ahead or (which == "0" and standpoint.future is None and "portion" not in values)
    if which == "1" or (which in {None, "0"} and ahead and back):
        return on_day(now + timedelta(days=7 - back), values)
    return on_day(now - timedelta(days=7 if which == "-1" and not back else back), values)


def _count_deictic(values: Values, standpoint: Standpoint) -> Timex | None:
    if standpoint.now is None:
        return None
    days, _, part = values["deictic"].partition(" ")
    timex = on_day(standpoint.now + timedelta(days=int(days)), {"part": part, **values} if part else values)
    # "Last night" reaches into this day, as "overnight" does.
    return replace(timex, latest=standpoint.now) if (days, part) == ("-1", "NI") else timex


def _count_overnight(values: Values, standpoint: Standpoint) -> Timex | None:
    now, around = standpoint.now, standpoint.around
    # A text that tells of a day long ago means the night of that day, before it or after: none that can be counted.
    if now and around and (around[1] - around[0]).days <= 1 and abs((now - around[1]).days) > LONG_AGO_DAYS:
        return None
    return Timex("TIME", f"{now}TNI", now - timedelta(days=1), now) if now else None


def _count_clock(values: Values, standpoint: Standpoint) -> Timex | None:
    now = standpoint.now
    # "As of 06:00" opens a report of this very day; any other clock time may be that of another day.
    day = now if values.get("lead") == "as-of" else None
    return Timex("TIME", f"{now or 'XXXX-XX-XX'}{clock_of(values, now)}", day, day)


def _count_vague(values: Values, standpoint: Standpoint) -> Timex | None:
    return Timex("DATE", values["vague"])


def _count_range(values: Values, standpoint: Standpoint) -> Timex | None:
    """From the first day of one time to the last of another; the nearer end is counted first."""
    ends = {
        side: {key[len(side) :]: value for key, value in values.items() if key.startswith(side)}
        for side in ("from_", "to_")
    }
    one, two = ends["from_"], ends["to_"]
    for name in ("year", "month"):
        if name in two and name not in one and one["rule"] == "date" == two["rule"]:
            one[name] = two[name]
    if "zone" in two:
        one.setdefault("zone", two["zone"])
    if one["rule"] == "clock" or two["rule"] == "clock":
        return _count_hours(one, two, standpoint)
    if standpoint.future:
        left = count_time(one["rule"], one, standpoint)
        right = count_time(two["rule"], two, replace(standpoint, now=left.latest if left else None))
        if one["rule"] == "weekday" == two["rule"] and standpoint.now:
            left, right = _under_way(one, two, standpoint.now) or (left, right)
    else:
        right = count_time(two["rule"], two, standpoint)
        left = count_time(one["rule"], one, replace(standpoint, now=right.earliest if right else None))
    if not left or not right or not left.earliest or not right.latest or right.latest < left.earliest:
        return None
    return Timex("DATE", f"{left.value}/{right.value}", left.earliest, right.latest)


def _under_way(one: Values, two: Values, now: date) -> tuple[Timex, Timex] | None:
    """The days "from Friday to Sunday" that have begun but are not over."""
    right = _count_weekday(two, Standpoint(now, future=True))
    left = _count_weekday(one, Standpoint(right.earliest, future=False)) if right else None
    return (left, right) if left and right and left.earliest and left.earliest <= now else None


def _count_hours(one: Values, two: Values, standpoint: Standpoint) -> Timex | None:
    """ "Between 22:00 and 05:00 on Tuesday": the end without a day takes the other's, or the one next to it."""
    dated, back = (two, True) if one["rule"] == "clock" else (one, False)
    if dated["rule"] == "clock":
        return _count_bare_hours(one, two, standpoint)
    whole = count_time(dated["rule"], dated, standpoint)
    if not whole or not whole.earliest or not whole.latest or "T" not in whole.value:
        return None
    hours = [clock_of(each, whole.latest) for each in (one, two)]
    if "night_before" in dated:  # noon parts its evening from its morning
        first, last = (whole.earliest if hour >= "T12" else whole.latest for hour in hours)
    elif whole.earliest < whole.latest:
        return None
    else:
        first = last = whole.latest
        if hours[0] > hours[1]:  # over midnight
            first, last = (first - timedelta(days=1), last) if back else (first, last + timedelta(days=1))
    left, right = on_day(first, one), on_day(last, two)
    return Timex("DATE", f"{left.value}/{right.value}", first, last) if first <= last else None


def _count_bare_hours(one: Values, two: Values, standpoint: Standpoint) -> Timex:
    """ "From 8:30 to 10:30 Moscow time" is a bulletin's own day, unless the text has told of another one.

    Without a zone it may be of any day, and "from 20:00 to 8:00" runs into another.
    """
    now = standpoint.now
    hours = [clock_of(each, now) for each in (one, two)]
    forward = now is not None and hours[0] <= hours[1]
    timex = Timex("TIME", "/".join(f"{now if forward else 'XXXX-XX-XX'}{hour}" for hour in hours))
    own = forward and "zone" in two and not standpoint.telling and standpoint.there in (None, now)
    return replace(timex, earliest=now, latest=now) if own else timex


COUNTERS: Mapping[str, Callable[[Values, Standpoint], Timex | None]] = {
    "date": _count_date,
    "weekday": _count_weekday,
    "deictic": _count_deictic,
    "overnight": _count_overnight,
    "unit": count_unit,
    "span": count_span,
    "shift": count_shift,
    "length": count_length,
    "set": count_set,
    "clock": _count_clock,
    "decade": count_decade,
    "century": count_century,
    "before_christ": count_before_christ,
    "part": count_part,
    "quarter": count_quarter,
    "period": count_period,
    "season": count_season,
    "vague": _count_vague,
    "range": _count_range,
}

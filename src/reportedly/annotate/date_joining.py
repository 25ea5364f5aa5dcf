"""Which date phrases that stand side by side say one time together?"""

import re

Hit = tuple[int, int, str, dict[str, str]]
"""Start, end, name of the rule, what it read."""

DAYS = frozenset({"date", "weekday", "deictic", "overnight"})
RANGED = frozenset({"date", "weekday", "deictic", "clock"})

# The words of all languages stand together: the alphabets keep them apart.
BETWEEN_DAY_AND_CLOCK = re.compile(
    r",?\s+(?:at\s+|from\s+|between\s+|(?:об?|у|в|з|с|між|между)\s+)?"
    r"(?:(?:around|about|approximately|roughly|exactly|(?:shortly|just)\s+(?:before|after)|близько|около|приблизно о)\s+)?"
    r"|,\s*"
)
BETWEEN_CLOCK_AND_DAY = re.compile(r"(?:\s*\(?[A-Z]{2,4}\)?)?(?:\s+local\s+time)?,?\s+(?:on\s+|(?:у|во?)\s+)?")
BETWEEN_WEEKDAY_AND_DATE = re.compile(r"(?:,\s*|\s+)(?:the\s+)?\(?")
BETWEEN_NIGHT_AND_DAY = re.compile(r"\s+(?:into|to|on|in|of)\s+(?:early\s+)?")
BETWEEN_DATE_AND_YEAR = re.compile(r"\s+(?:of\s+|in\s+|(?:у|в)\s+)?")
BETWEEN_TWO_DAYS = re.compile(r",?\s+(?:and\s+(?:on\s+)?|(?:та|і|й|и|а также|а також)\s+(?:у\s+|в\s+)?)|,\s+")
DASH = re.compile(r"\s*[-–—]\s*")
# How a range opens, and what may stand between its ends then.
RANGES = tuple(
    (
        re.compile(rf"\b(?:{opening})\s+(?:the\s+)?", re.IGNORECASE),
        re.compile(rf"\s+(?:{joining})\s+(?:on\s+)?(?:the\s+)?"),
    )
    for opening, joining in (
        ("from|із?|зі?|со?|від|от", "to|until|till|through|по|до"),
        ("between|між|поміж|между", "and|to|і|й|та|и"),
    )
)


def join(text: str, hits: list[Hit]) -> list[Hit]:
    """Make one phrase of neighbours that say one time together ("Tuesday, December 2", "today, at 12 noon")."""
    for pair in (_pair, _range):  # the hour belongs to its day before two days make a range
        joined: list[Hit] = []
        for hit in hits:
            while joined and (both := pair(text, joined[-1], hit)):
                joined.pop()
                hit = both
            if joined and BETWEEN_TWO_DAYS.fullmatch(text[joined[-1][1] : hit[0]]):
                _share_year(joined[-1], hit)
            joined.append(hit)
        hits = joined
    return hits


def _share_year(left: Hit, right: Hit) -> None:
    """ "February 4 and June 9, 2019": the year stands once, for both."""
    if left[2] == right[2] == "date" and "day" in left[3] and "day" in right[3] and "year" in right[3]:
        left[3].setdefault("year", right[3]["year"])


def _pair(text: str, left: Hit, right: Hit) -> Hit | None:
    """One phrase out of two neighbours; None if they are two."""
    between = text[left[1] : right[0]]
    if len(between) > 30:
        return None
    start, end, one, two = left[0], right[1], left[3], right[3]
    fits = f"{left[2]} {right[2]}"
    if (
        fits == "weekday date"
        and "day" in two
        and not ("day" in one or "weekday" in two)
        and BETWEEN_WEEKDAY_AND_DATE.fullmatch(between)
    ):
        return start, end, "date", two | _kept(one, "lead", "part", "weekday", "night_before", "evening")
    if left[2] in DAYS and right[2] == "clock" and "hour" not in one and BETWEEN_DAY_AND_CLOCK.fullmatch(between):
        return start, end, left[2], one | _kept(two, "hour", "minute", "half_day", "noon", "zone")
    if left[2] == "clock" and right[2] in DAYS and BETWEEN_CLOCK_AND_DAY.fullmatch(between):
        return start, end, right[2], two | _kept(one, "hour", "minute", "half_day", "noon", "zone", "lead")
    if left[2] == "overnight" and right[2] in DAYS and BETWEEN_NIGHT_AND_DAY.fullmatch(between):
        day = {key: value for key, value in two.items() if key != "lead"}  # "the night to Sunday" is no deadline
        return start, end, right[2], {"part": "NI"} | day | {"night_before": "1"} | _kept(one, "lead")
    if _takes_year(left, right) and BETWEEN_DATE_AND_YEAR.fullmatch(between):
        return start, end, left[2], one | {"year_shift": two["which"]}
    if _takes_year(left, right, same=True) and BETWEEN_DATE_AND_YEAR.fullmatch(between):
        return start, end, left[2], one | {"same_year": "1"}
    if (
        fits == "weekday unit"
        and two.get("unit") == "W"
        and "which" in two
        and BETWEEN_DATE_AND_YEAR.fullmatch(between)
    ):
        return start, end, "weekday", one | {"week_shift": two["which"]}
    if left[2] == "shift" and "bound" in one and right[2] in DAYS and between.isspace():
        return _counted_from(left, right)
    return None


def _counted_from(left: Hit, right: Hit) -> Hit | None:
    """ "Two days after December 1", "the day before last Tuesday"."""
    days = {"D": 1, "day": 1, "W": 7, "week": 7}.get(left[3]["unit"])
    count = left[3].get("count", "1")
    if days is None or not count.isdigit() or "count2" in left[3]:
        return None
    sign = -1 if left[3]["toward"] == "before" else 1
    values = {key: value for key, value in right[3].items() if key != "lead"}
    return left[0], right[1], right[2], values | {"days_on": str(sign * days * int(count))} | _kept(left[3], "lead")


def _range(text: str, left: Hit, right: Hit) -> Hit | None:
    """One phrase out of the two ends of a stretch; None if they are two times."""
    between = text[left[1] : right[0]]
    if left[2] == "overnight" and right[2] == "range" and re.fullmatch(r"\s+from\s+", between):
        return left[0], right[1], "range", right[3]
    if left[2] not in RANGED or right[2] not in RANGED or not _is_range(text, between, left, right):
        return None
    ends = {f"from_{key}": value for key, value in left[3].items() if key != "lead"}
    ends |= {f"to_{key}": value for key, value in right[3].items() if key != "lead"}
    return left[0], right[1], "range", ends | {"from_rule": left[2], "to_rule": right[2]}


def _is_range(text: str, between: str, left: Hit, right: Hit) -> bool:
    """ "Between Monday and Wednesday", "from May 1 to May 5", "9:00-11:00"; "Monday and Wednesday" are two times."""
    if "from_rule" in left[3]:
        return False
    if DASH.fullmatch(between) or (left[3].get("part") == "NI" and between.strip() == "to"):
        return True
    start = max(0, left[0] - 20)
    for opening, joining in RANGES:
        if joining.fullmatch(between):
            openings = [each.end() for each in opening.finditer(text, start, left[1])]
            # "On Monday from 20:00 to 22:00" opens within the first end.
            return any(end == left[0] or (end > left[0] and right[2] == "clock") for end in openings)
    return False


def _takes_year(left: Hit, right: Hit, *, same: bool = False) -> bool:
    """Is `right` a year such as "last year", or "the same year", that says which month, season or quarter `left` is?"""
    month_alone = left[2] in {"season", "quarter"} or (left[2] == "date" and "month" in left[3])
    rule, word = ("shift", "same") if same else ("unit", "which")
    other_year = right[2] == rule and right[3].get("unit") == "Y" and word in right[3] and "portion" not in right[3]
    return month_alone and other_year and "year" not in left[3]


def _kept(values: dict[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names if name in values}

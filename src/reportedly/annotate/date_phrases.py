"""Where does a text say when? Nothing is counted from any day yet: that is for `claims/dating.py`."""

import re
from collections.abc import Sequence
from types import MappingProxyType

from reportedly.annotate.date_rules import Rules, date_rules
from reportedly.model.annotation import DatePhrase, Found, Layer, SentenceRole
from reportedly.model.document import Document

_Hit = tuple[int, int, str, dict[str, str]]
"""Start, end, name of the rule, what it read."""

WORD = re.compile(r"[^\W\d_]+|\d")
DAYS = frozenset({"date", "weekday", "deictic", "overnight"})
RANGED = frozenset({"date", "weekday", "deictic", "clock"})

BETWEEN_DAY_AND_CLOCK = re.compile(
    r",?\s+(?:at\s+|from\s+)?(?:(?:around|about|approximately|roughly|exactly|(?:shortly|just)\s+(?:before|after))\s+)?"
    r"|,\s*"
)
BETWEEN_CLOCK_AND_DAY = re.compile(r"(?:\s*\(?[A-Z]{2,4}\)?)?(?:\s+local\s+time)?,?\s+(?:on\s+)?")
BETWEEN_WEEKDAY_AND_DATE = re.compile(r"(?:,\s*|\s+)(?:the\s+)?\(?")
BETWEEN_NIGHT_AND_DAY = re.compile(r"\s+(?:into|to|on|in|of)\s+(?:early\s+)?")
BETWEEN_DATE_AND_YEAR = re.compile(r"\s+(?:of\s+|in\s+)?")
BETWEEN_TWO_DAYS = re.compile(r",?\s+and\s+(?:on\s+)?|,\s+")
BETWEEN_ENDS = re.compile(r"\s*[-–—]\s*|\s+(?:and|to|until|till|through)\s+(?:on\s+)?(?:the\s+)?")
# "$55 a night", "50 shells a day", "three times a week": how much in each, not how long.
BEFORE_RATE = re.compile(
    r"(?:\d(?:[\d.,]*\d)?%?|\b(?:hundred|thousand|million|billion|times|twice|once|percent|cents))(?: [a-z]+)? $", re.I
)
# "The third strike in a week": the week that ends now.
BEFORE_SPAN = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b[^.,;:]{1,40}"
    r"\bin (?:the space of |less than |just |only )?$",
    re.IGNORECASE,
)
# "Shortly before midnight" is about midnight, not any time up to it.
NEAR_CLOCK = re.compile(r"\b(?:shortly|just|right|immediately|moments|minutes)\s+$", re.IGNORECASE)
FROM_INSIDE = re.compile(r"\sfrom\s")
OPENS_RANGE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


class DatePhrases:
    """The stage that finds the words that say when."""

    makes = Layer.DATE_PHRASE
    needs = frozenset({Layer.SENTENCE})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> Sequence[tuple[DatePhrase, ...]]:
        """The date phrases of each document, in order, none overlapping another."""
        return [_find(document, each) for document, each in zip(documents, found, strict=True)]


def _find(document: Document, found: Found) -> tuple[DatePhrase, ...]:
    rules = date_rules(document.language or "en")
    if rules is None:
        return ()
    phrases: list[DatePhrase] = []
    for sentence in found.sentences:
        if sentence.role is SentenceRole.FURNITURE:
            continue
        for start, end, rule, values in _join(sentence.text, _hits(sentence.text, rules)):
            begin = sentence.start + start
            phrases.append(
                DatePhrase(
                    start=begin,
                    end=sentence.start + end,
                    text=document.text[begin : sentence.start + end],
                    rule=rule,
                    values=MappingProxyType(values),
                )
            )
    return tuple(phrases)


def _hits(text: str, rules: Rules) -> list[_Hit]:
    """What the rules find in a sentence; of overlapping finds the longest, then the earliest rule's."""
    classes: set[str] = set()
    for word in set(WORD.findall(text)):
        if word.isdigit():
            classes |= {"digits", "year", "decade"}
        elif found := rules.triggers.get(word.lower()):
            classes |= found
    if not classes:
        return []
    hits: list[_Hit] = []
    for rule in rules.rules:
        if rule.trigger in classes:
            for match in rule.pattern.finditer(text):
                if hit := _read(text, rule.name, match, rules):
                    hits.append(hit)
    hits.sort(key=lambda hit: hit[0] - hit[1])
    taken: list[_Hit] = []
    for hit in hits:
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in taken):
            taken.append(hit)
    return sorted(taken)


def _read(text: str, name: str, match: re.Match[str], rules: Rules) -> _Hit | None:
    """What a match says, in the words of `claims/dating.py`; None if the words are none that say when."""
    values = {}
    for group, words in match.groupdict().items():
        if words is not None:
            plain = re.sub(r"\s+", " ", words).lower()
            values[group] = rules.meanings.get(group, {}).get(plain, plain)
    if _is_other(text, name, match, values, rules):
        return None
    start, end = match.span()
    if name == "length" and _ends(BEFORE_SPAN, text, start):
        name, values = "span", values | {"way": "-1", "of_series": "1"}
    if name == "date" and values.keys() <= {"year", "before_year"}:
        start = match.start("year")
    if "part_after" in values:
        values["part"] = values.pop("part_after")
    if "month_number" in values:
        values["month"] = values.pop("month_number")
    lead = rules.lead.search(text, max(0, start - 40), start)
    if lead and not (name == "clock" and _ends(NEAR_CLOCK, text, lead.start())):
        plain = re.sub(r"\s+", " ", lead.group(1)).lower()
        values["lead"] = rules.meanings["lead"].get(plain, plain)
    if "weekday2" in values:
        values["weekday"] = values.pop("weekday2")
    while end > start and (text[end - 1].isspace() or (text[end - 1] == "." and "half_day" not in values)):
        end -= 1
    return (start, end, name, values) if end > start else None


def _is_other(text: str, name: str, match: re.Match[str], values: dict[str, str], rules: Rules) -> bool:
    """Do the words say something else than when: a name, a rate, a verb?"""
    if name == "unit":
        return _is_title(match)
    if name == "length":
        return match.group().lower().startswith(("a ", "an ")) and _ends(BEFORE_RATE, text, match.start())
    if name == "deictic":
        return _is_name(text, match)
    return name == "date" and "month" in values and not _is_month(text, match, values, rules)


def _is_title(match: re.Match[str]) -> bool:
    """ "This Week", each word with a capital: the name of a broadcast or a column, or a headline's style."""
    return all((word := match.groupdict().get(name)) and word.istitle() for name in ("which", "unit"))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """ "USA Today": a word such as "today" with a capital within a sentence, and not in a headline's style."""
    inside = re.search(r"\w $", text[max(0, match.start() - 2) : match.start()]) is not None
    after = re.match(r"\s+(\w)", text[match.end() : match.end() + 3])
    return inside and match.group().istitle() and not (after and after[1].isupper())


def _ends(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Does `pattern`, which ends with `$`, match right before `end`?"""
    return pattern.search(text, max(0, end - 60), end) is not None


def _is_month(text: str, match: re.Match[str], values: dict[str, str], rules: Rules) -> bool:
    """Is the name of a month one, rather than a word ("may", "march") or a person's name ("April")?"""
    if values.keys() & {"day", "year", "which"}:
        return True
    word = match.group("month").lower()
    if word not in rules.months:
        return False
    return (
        word not in rules.doubtful_months
        or "portion" in values
        or rules.before_month.search(text, max(0, match.start() - 20), match.start()) is not None
    )


def _join(text: str, hits: list[_Hit]) -> list[_Hit]:
    """Make one phrase of neighbours that say one time together ("Tuesday, December 2", "today, at 12 noon")."""
    for pair in (_pair, _range):  # the hour belongs to its day before two days make a range
        joined: list[_Hit] = []
        for hit in hits:
            while joined and (both := pair(text, joined[-1], hit)):
                joined.pop()
                hit = both
            if joined and BETWEEN_TWO_DAYS.fullmatch(text[joined[-1][1] : hit[0]]):
                _share_year(joined[-1], hit)
            joined.append(hit)
        hits = joined
    return hits


def _share_year(left: _Hit, right: _Hit) -> None:
    """ "February 4 and June 9, 2019": the year stands once, for both."""
    if left[2] == right[2] == "date" and "day" in left[3] and "day" in right[3] and "year" in right[3]:
        left[3].setdefault("year", right[3]["year"])


def _pair(text: str, left: _Hit, right: _Hit) -> _Hit | None:
    """One phrase out of two neighbours; None if they are two."""
    between = text[left[1] : right[0]]
    if len(between) > 30:
        return None
    start, end, one, two = left[0], right[1], left[3], right[3]
    fits = f"{left[2]} {right[2]}"
    if fits == "weekday date" and "day" in two and "day" not in one and BETWEEN_WEEKDAY_AND_DATE.fullmatch(between):
        return start, end, "date", two | _kept(one, "lead", "part", "weekday")
    if left[2] in DAYS and right[2] == "clock" and "hour" not in one and BETWEEN_DAY_AND_CLOCK.fullmatch(between):
        return start, end, left[2], one | _kept(two, "hour", "minute", "half_day", "noon", "zone")
    if left[2] == "clock" and right[2] in DAYS and BETWEEN_CLOCK_AND_DAY.fullmatch(between):
        return start, end, right[2], two | _kept(one, "hour", "minute", "half_day", "noon", "zone", "lead")
    if left[2] == "overnight" and right[2] in DAYS and BETWEEN_NIGHT_AND_DAY.fullmatch(between):
        return start, end, right[2], two | {"night_before": "1"} | _kept(one, "lead")
    if _takes_year(left, right) and BETWEEN_DATE_AND_YEAR.fullmatch(between):
        return start, end, left[2], one | {"year_shift": two["which"]}
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


def _counted_from(left: _Hit, right: _Hit) -> _Hit | None:
    """ "Two days after December 1", "the day before last Tuesday"."""
    days = {"D": 1, "day": 1, "W": 7, "week": 7}.get(left[3]["unit"])
    count = left[3].get("count", "1")
    if days is None or not count.isdigit() or "count2" in left[3]:
        return None
    sign = -1 if left[3]["toward"] == "before" else 1
    values = {key: value for key, value in right[3].items() if key != "lead"}
    return left[0], right[1], right[2], values | {"days_on": str(sign * days * int(count))} | _kept(left[3], "lead")


def _range(text: str, left: _Hit, right: _Hit) -> _Hit | None:
    """One phrase out of the two ends of a stretch; None if they are two times."""
    between = text[left[1] : right[0]]
    if left[2] == "overnight" and right[2] == "range" and re.fullmatch(r"\s+from\s+", between):
        return left[0], right[1], "range", right[3]
    if left[2] not in RANGED or right[2] not in RANGED or not _is_range(text, left[0], between, left, right):
        return None
    ends = {f"from_{key}": value for key, value in left[3].items() if key != "lead"}
    ends |= {f"to_{key}": value for key, value in right[3].items() if key != "lead"}
    return left[0], right[1], "range", ends | {"from_rule": left[2], "to_rule": right[2]}


def _kept(values: dict[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names if name in values}


def _takes_year(left: _Hit, right: _Hit) -> bool:
    """Is `right` a year such as "last year" that says which month, season or quarter `left` is?"""
    month_alone = left[2] in {"season", "quarter"} or (left[2] == "date" and "month" in left[3])
    other_year = (
        right[2] == "unit" and right[3].get("unit") == "Y" and "which" in right[3] and "portion" not in right[3]
    )
    return month_alone and other_year and "year" not in left[3]


def _is_range(text: str, start: int, between: str, left: _Hit, right: _Hit) -> bool:
    """ "Between Monday and Wednesday", "from May 1 to May 5", "9:00-11:00"; "Monday and Wednesday" are two times."""
    if "from_rule" in left[3] or not BETWEEN_ENDS.fullmatch(between):
        return False
    dash = between.strip() in {"-", "–", "—"}
    night = left[3].get("part") == "NI" and between.strip() == "to"
    if right[2] == "clock" and FROM_INSIDE.search(text, start, left[1]):
        return True
    return dash or night or OPENS_RANGE.search(text, max(0, start - 20), start) is not None

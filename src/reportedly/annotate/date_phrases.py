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
# Letters and signs that look alike and mean the same here.
PLAIN = str.maketrans("’ʼ‑ёЁ", "''-еЕ")
# Groups that stand for the same as another one in another place of the phrase.
RENAMED = {
    "part_after": "part", "month_number": "month", "month_adjective": "month", "day_word": "day", "one_unit": "unit",
    "length_adjective": "unit", "count_stem": "count", "way_of_day": "way", "way_during": "way", "year_away": "which",
    "toward_through": "toward", "toward_until": "toward", "toward_there": "toward", "century_number": "century",
    "part_alone": "part",
}  # fmt: skip
DAYS = frozenset({"date", "weekday", "deictic", "overnight"})
RANGED = frozenset({"date", "weekday", "deictic", "clock"})

# The alphabets keep the languages apart.
BETWEEN_DAY_AND_CLOCK = re.compile(
    r",?\s+(?:at\s+|around\s+|about\s+|from\s+|(?:об?|у|в|з|с|близько|около|приблизно о)\s+)?(?:exactly\s+)?|,\s*"
)
BETWEEN_CLOCK_AND_DAY = re.compile(r"(?:\s*\(?[A-Z]{2,4}\)?)?(?:\s+local\s+time)?,?\s+(?:on\s+|(?:у|во?)\s+)?")
BETWEEN_WEEKDAY_AND_DATE = re.compile(r"(?:,\s*|\s+)(?:the\s+)?\(?")
BETWEEN_NIGHT_AND_DAY = re.compile(r"\s+(?:into|to|on|in|of|from)\s+(?:early\s+)?")
BETWEEN_DATE_AND_YEAR = re.compile(r"\s+(?:of\s+|in\s+|(?:у|в)\s+)?")
BETWEEN_TWO_DAYS = re.compile(r",?\s+(?:and\s+(?:on\s+)?|(?:та|і|й|и|а також)\s+(?:у\s+|в\s+)?)|,\s+")
BETWEEN_ENDS = re.compile(r"\s*[-–—]\s*|\s+(?:and|to|until|till|through|по|до)\s+(?:on\s+)?(?:the\s+)?")
OPENS_RANGE = re.compile(r"\b(?:between|from|із?|зі?|со?|від|от)\s+(?:the\s+)?$", re.IGNORECASE)


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
    plain = text.translate(PLAIN)
    if rules.in_small and len(small := plain.lower()) == len(plain):
        plain = small
    classes: set[str] = set()
    for word in set(WORD.findall(plain)):
        if word.isdigit():
            classes |= {"digits", "year", "decade"}
        elif found := rules.triggers.get(word.lower()):
            classes |= found
    if not classes:
        return []
    hits: list[_Hit] = []
    for rule in rules.rules:
        if rule.trigger in classes:
            for match in rule.pattern.finditer(plain):
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
    start, end = match.span()
    if name == "unit" and _is_title(match):
        return None
    if "month_adjective" in values and text[match.start("month_adjective")].isupper():
        return None
    if name == "date" and match.groupdict().get("month") and not _is_month(text, match, values, rules):
        return None
    if name == "date" and values.keys() <= {"year", "before_year"}:
        start = match.start("year")
    if "begin" in values:
        start = match.start("begin")
        del values["begin"]
    _rename(values)
    if lead := rules.lead.search(text, max(0, start - 40), start):
        plain = re.sub(r"\s+", " ", lead.group(1)).lower()
        values["lead"] = rules.meanings["lead"].get(plain, plain)
    if name == "set" and end - start > 0 and "weekday2" in values:
        values["weekday"] = values.pop("weekday2")
    while end > start and (text[end - 1].isspace() or (text[end - 1] == "." and "half_day" not in values)):
        end -= 1
    return (start, end, name, values) if end > start else None


def _rename(values: dict[str, str]) -> None:
    """Call each value by the name that `claims/counting.py` knows."""
    if "tens" in values:
        values["count"] = str(int(values.pop("tens")) + int(values["count"]))
    if "," in values.get("count", "") and len(values["count"].split(",")[1]) < 3:
        values["count"] = values["count"].replace(",", ".")
    if values.pop("eve", None):
        values |= {"toward": "previous", "unit": "D"}
    if "year_away" in values:
        values["unit"] = "Y"
    if short := values.pop("short_year", None):
        # Nobody writes of 1949 as '49 beside "year" any more, nor yet of 2050.
        values["year"] = ("20" if int(short) < 50 else "19") + short
    if "night_before" in values:
        values.setdefault("part", "NI")
    for old, new in RENAMED.items():
        if old in values:
            values[new] = values.pop(old)


def _is_title(match: re.Match[str]) -> bool:
    """ "This Week", each word with a capital: the name of a broadcast or a column, or a headline's style."""
    return all((word := match.groupdict().get(name)) and word.istitle() for name in ("which", "unit"))


def _is_month(text: str, match: re.Match[str], values: dict[str, str], rules: Rules) -> bool:
    """Is the name of a month one, rather than a word ("may", "march") or a person's name ("April")?"""
    if values.keys() & {"day", "year", "which", "month_adjective"}:
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
    # A clock time belongs to its day before the two begin or end a range: "from 8:00 May 1 to 9:00 May 2".
    return _join_ranges(text, _join_times(text, hits))


def _join_ranges(text: str, hits: list[_Hit]) -> list[_Hit]:
    joined: list[_Hit] = []
    for hit in hits:
        both = _range(text, joined[-1], hit) if joined else None
        if both:
            joined.pop()
        joined.append(both or hit)
    return joined


def _join_times(text: str, hits: list[_Hit]) -> list[_Hit]:
    joined: list[_Hit] = []
    for hit in hits:
        while joined and (both := _pair(text, joined[-1], hit)):
            joined.pop()
            hit = both
        if joined and BETWEEN_TWO_DAYS.fullmatch(text[joined[-1][1] : hit[0]]):
            _share_year(joined[-1], hit)
        joined.append(hit)
    return joined


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
        return start, end, right[2], two | {"night_before": "1"} | _kept(one, "lead")
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
    return None


def _range(text: str, left: _Hit, right: _Hit) -> _Hit | None:
    """One phrase out of the two ends of a range; None if they are none."""
    between, start, end, one, two = text[left[1] : right[0]], left[0], right[1], left[3], right[3]
    if left[2] in RANGED and right[2] in RANGED and _is_range(text, start, between, left, right):
        ends = {f"from_{key}": value for key, value in one.items() if key != "lead"}
        return (
            start,
            end,
            "range",
            ends
            | {f"to_{key}": value for key, value in two.items()}
            | {
                "from_rule": left[2],
                "to_rule": right[2],
            },
        )
    return None


def _kept(values: dict[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names if name in values}


def _takes_year(left: _Hit, right: _Hit, *, same: bool = False) -> bool:
    """Is `right` a year such as "last year", or "the same year", that says which month, season or quarter `left` is?"""
    month_alone = left[2] in {"season", "quarter"} or (left[2] == "date" and "month" in left[3])
    rule, word = ("shift", "same") if same else ("unit", "which")
    other_year = right[2] == rule and right[3].get("unit") == "Y" and word in right[3] and "portion" not in right[3]
    return month_alone and other_year and "year" not in left[3]


def _is_range(text: str, start: int, between: str, left: _Hit, right: _Hit) -> bool:
    """ "Between Monday and Wednesday", "from May 1 to May 5", "9:00-11:00"; "Monday and Wednesday" are two times."""
    if "from_rule" in left[3] or not BETWEEN_ENDS.fullmatch(between):
        return False
    dash = between.strip() in {"-", "–", "—"}
    return dash or OPENS_RANGE.search(text, max(0, start - 20), start) is not None

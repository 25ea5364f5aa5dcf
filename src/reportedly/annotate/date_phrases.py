"""Where does a text say when? Nothing is counted from any day yet: that is for `claims/dating.py`."""

import re
from collections.abc import Sequence
from types import MappingProxyType

from reportedly.annotate.date_joining import Hit, join
from reportedly.annotate.date_rules import Rules, date_rules
from reportedly.model.annotation import DatePhrase, Found, Layer, SentenceRole
from reportedly.model.document import Document

WORD = re.compile(r"[^\W\d_]+|\d")
# Letters and signs that look alike and mean the same here.
PLAIN = str.maketrans("’ʼ‑ёЁ", "''-еЕ")
# Groups that stand for the same as another one in another place of the phrase.
RENAMED = {
    "part_after": "part", "month_number": "month", "month_adjective": "month", "day_word": "day", "one_unit": "unit",
    "length_adjective": "unit", "count_stem": "count", "way_of_day": "way", "way_during": "way", "year_away": "which",
    "toward_through": "toward", "toward_until": "toward", "toward_there": "toward", "century_number": "century",
    "part_alone": "part", "weekday2": "weekday", "half_way": "portion",
}  # fmt: skip
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
NEAR_CLOCK = re.compile(
    r"\b(?:shortly|just|right|immediately|moments|minutes|незадовго|невдовзі|одразу|відразу|незадолго|вскоре|сразу)\s+$",
    re.IGNORECASE,
)


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
        for start, end, rule, values in join(sentence.text, _hits(sentence.text, rules)):
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


def _hits(text: str, rules: Rules) -> list[Hit]:
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
    hits: list[Hit] = []
    for rule in rules.rules:
        if rule.trigger in classes:
            for match in rule.pattern.finditer(plain):
                if hit := _read(text, rule.name, match, rules):
                    hits.append(hit)
    hits.sort(key=lambda hit: hit[0] - hit[1])
    taken: list[Hit] = []
    for hit in hits:
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in taken):
            taken.append(hit)
    return sorted(taken)


def _read(text: str, name: str, match: re.Match[str], rules: Rules) -> Hit | None:
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
    if "begin" in values:
        start = match.start("begin")
        del values["begin"]
    _rename(values)
    lead = rules.lead.search(text, max(0, start - 40), start)
    if lead and not (name == "clock" and _ends(NEAR_CLOCK, text, lead.start())):
        plain = re.sub(r"\s+", " ", lead.group(1)).lower()
        # "Before dawn on Friday" is on Friday still.
        if not (plain == "before" and "part" in match.groupdict() and match.start("part") == match.start()):
            values["lead"] = rules.meanings["lead"].get(plain, plain)
    while end > start and (text[end - 1].isspace() or (text[end - 1] == "." and "half_day" not in values)):
        end -= 1
    return (start, end, name, values) if end > start else None


def _rename(values: dict[str, str]) -> None:
    """Call each value by the name that `claims/counting.py` knows."""
    if "tens" in values:
        values["count"] = str(int(values.pop("tens")) + int(values["count"]))
    if "," in values.get("count", "") and len(values["count"].split(",")[1]) < 3:
        values["count"] = values["count"].replace(",", ".")
    if "eve" in values:
        values |= {"toward": "previous", "unit": "D"}
    if "in_a_week" in values:
        values |= {"way": "-1", "unit": "W"}
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


def _is_other(text: str, name: str, match: re.Match[str], values: dict[str, str], rules: Rules) -> bool:
    """Do the words say something else than when: a name, a rate, a verb?"""
    if name == "unit":
        return _is_title(match)
    if name == "length":
        return match.group().lower().startswith(("a ", "an ")) and _ends(BEFORE_RATE, text, match.start())
    if name == "deictic":
        return _is_name(text, match)
    if "month_adjective" in values:  # "Жовтнева" is the name of a street, a square or a district
        return text[match.start("month_adjective")].isupper()
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
    if values.keys() & {"day", "day_word", "year", "which"}:
        return True
    word = match.group("month").lower()
    if word not in rules.months:
        return False
    return (
        word not in rules.doubtful_months
        or "portion" in values
        or rules.before_month.search(text, max(0, match.start() - 20), match.start()) is not None
    )

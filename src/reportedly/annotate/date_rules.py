"""Which words say when: one table of patterns for each language, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.reference.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and a word class without which it need not be tried."""

    name: str
    """What `claims/dating.py` knows it as."""
    trigger: str
    """The class of words, one of which must stand in the sentence."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one language."""

    rules: tuple[Rule, ...]
    triggers: Mapping[str, frozenset[str]]
    """To each lower-case word the classes that it belongs to."""
    meanings: Mapping[str, Mapping[str, str]]
    """To each named group of the patterns what its words mean."""
    lead: re.Pattern[str]
    """A word right before a date phrase that changes what it says, such as "since"."""
    months: frozenset[str]
    """The full names of the months, lower case."""
    doubtful_months: frozenset[str]
    """Those that are also words or names of persons."""
    before_month: re.Pattern[str]
    """A word after which a doubtful name is a month."""


# A blank stands for white space; {name} for a named group of the words in that table of `time.toml`,
# {year} {day} {hour} {minute} for digits. The name of a rule says which fields `claims/dating.py` will find.
# Where two rules find overlapping phrases, the longer phrase stands.
ENGLISH: tuple[tuple[str, str, str], ...] = (
    # 2 December 2025 / the night of 2 December / 9-11 November
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on|to) )?(?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?:st|nd|rd|th)?)?(?: of)? {month}\b\.?(?:(?:,| of)? {year}(?!\d))?(?: {part_after}\b)?",
    ),
    # December 2, 2025 / December 2nd / November 9-11
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on) )?{month}\b\.? (?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?:st|nd|rd|th)?)?(?!\d|[:%]|[.,]\d| (?:percent|per cent|{units}))(?:(?:,|, in| of)? {year}(?!\d|[.,]\d))?(?: {part_after}\b)?",
    ),
    # early December 2025 / December / last December
    (
        "date",
        "month",
        r"(?:{portion}(?: of|-| in)? )?(?:{which} )?{month}\b\.?(?!\.? \d{{1,2}}\b(?!\s?\d))(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    ("date", "month", r"\bmid-{month}\b(?:(?:,| of)? {year}(?!\d|[.,]\d))?"),
    # 2025-12-02 / 02.12.2025 / 21.05
    ("date", "digits", r"(?<![\d.-]){year}-{month_number}-{day}(?:[T ]{hour}:{minute}(?::\d\d)?)?(?![\d-])"),
    ("date", "digits", r"(?<![\d.,]){day}\.{month_number}\.{year}(?!\d)"),
    (
        "date",
        "digits",
        r"(?:^(?={day_month_line})|(?<=,\s)(?={day_month_line})|(?<=\bon\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\bdated\s)|(?<=\buntil\s)){day}\.{month_number}(?![\d%]|[.,]\d| ?(?:percent|per cent|million|billion|km|m)\b)",
    ),
    # in 2014 / early 2014 / the end of 2014 / fiscal 2014
    ("date", "year", r"(?<![\w.,-]){year}[-–/]{year2}(?![\d%\w-]|[.,]\d)"),
    (
        "date",
        "year",
        r"(?:{portion}(?:-| of| in)? |{before_year} |['’]s |\()(?:the year )?{year}(?![\d%\w]|[.,]\d|-\w| (?:million|billion|percent|per cent|km|people|men|soldiers|troops|dead)\b)",
    ),
    # the early 1990s
    ("decade", "decade", r"(?:the )?(?:{portion}[ -](?:of the )?)?{decade}s\b"),
    ("century", "unit", r"(?:the )?{century}(?:st|nd|rd|th) century"),
    # earlier on Tuesday morning / last Tuesday / the previous Friday
    (
        "weekday",
        "weekday",
        r"(?:{portion}(?: on|-| in)? )?(?:(?:the )?{part} of )?(?:(?:{which}|(?P<there>the previous|the following)) )?{weekday}\b(?!s\b)(?: (?:in the )?{part_after}\b)?",
    ),
    ("set", "weekday", r"(?:(?:every|each)(?: other)? )?{weekday}s\b|(?:every|each)(?: other)? {weekday2}\b"),
    # today / earlier today / yesterday evening
    ("deictic", "deictic", r"(?:{portion}(?: in)? )?{deictic}\b(?: {part_after}\b)?"),
    ("overnight", "deictic", r"\bovernight\b"),
    # last week / the end of the month / so far this year
    ("unit", "unit", r"(?:{portion}(?:-| of| in| on)? )?{which} (?:fiscal |calendar )?{unit}\b"),
    ("unit", "unit", r"{portion} of (?:the|this) (?P<unit>day|week|month|year|weekend|quarter|decade|century)\b"),
    ("unit", "unit", r"\bthe (?P<unit>weekend)\b"),
    # the past 24 hours / recent days / the next few weeks / the past day
    ("span", "unit", r"(?:the )?{way} {count}(?: or so)? {unit}s?\b"),
    ("span", "unit", r"(?:the )?{way} (?P<plural>{units})\b(?! of\b)"),
    ("span", "unit", r"the (?P<way>past|last|coming) {unit}\b(?! of\b)"),
    # three weeks ago / two days earlier / a day after
    ("shift", "unit", r"{count}(?: more)?(?: or so| or two)? {unit}s?(?: or so)? {toward}\b"),
    ("shift", "unit", r"the {toward_there} {unit}\b"),
    ("shift", "part", r"(?:the {toward_there}|{same}) {part}\b"),
    ("shift", "unit", r"{same} {unit}\b(?!-)"),
    ("shift", "unit", r"the (?P<unit>day|night|week|month|year) (?P<toward>before|after)\b(?! (?:yesterday|tomorrow))"),
    # three days / two-day / weeks
    (
        "length",
        "unit",
        r"{count}(?: (?:more|full|whole|consecutive|straight))?[ -](?!second\b|quarter){unit}s?\b(?![-–]? ?olds?\b)",
    ),
    ("length", "unit", r"(?P<plural>days|weeks|months|years|decades|centuries|hours|minutes)\b(?![-–]? ?olds?\b)"),
    # every day / each week / daily
    ("set", "unit", r"(?:every|each) (?:{count} )?{unit}s?\b"),
    ("set", "part", r"(?:every|each) {part}\b"),
    ("set", "set", r"\b{set}\b"),
    # 09:00 / 10 p.m. / 12 noon
    ("clock", "digits", r"(?<![\d:.,]){hour}[:.]{minute}(?::\d\d)? ?{half_day}"),
    ("clock", "digits", r"(?<![\d:.,]){hour}:{minute}(?::[0-5]\d)?(?![\d:])"),
    ("clock", "digits", r"(?<![\d:.,]){hour} ?{half_day}"),
    ("clock", "noon", r"(?:\b12 )?\b{noon}\b"),
    # the third quarter of 2025 / last summer / summer 2025
    ("quarter", "unit", r"(?:(?:the|{which}) )?(?:fiscal )?{quarter}[ -]quarters?\b(?:(?: of)? {year}(?!\d|[.,]\d))?"),
    (
        "season",
        "season",
        r"(?:{portion}(?:-| of| in)? )?(?:{which} |\bthe |\bin ){season}\b(?! of (?!\d|this|last))(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    ("season", "season", r"\b(?P<season>spring|summer|autumn|winter|fall)(?:,| of)? {year}(?!\d|[.,]\d)"),
    ("season", "season", r"{portion}[ -](?P<season>spring|summer|autumn|winter)\b"),
    (
        "vague",
        "vague",
        r"\b{vague}\b(?! (?:that|few|several|two|three|year|years|week|weeks|month|months|day|days|decade))",
    ),
)

PATTERNS: Mapping[str, Any] = {"en": ENGLISH}

DIGITS = {
    "year": r"(?P<year>(?:19|20)\d\d)",
    "day_month_line": r"\d\d\.\d\d(?:[.:]?$|[.:]\s)",
    "year2": r"(?P<year2>(?:19|20)\d\d|\d\d)",
    "decade": r"(?P<decade>(?:19|20)\d)0",
    "day": r"(?P<day>(?<![\d.,:$€£])(?:3[01]|[12]\d|0?[1-9]))(?!\d)",
    "day2": r"(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d)",
    "month_number": r"(?P<month_number>0[1-9]|1[0-2])",
    "hour": r"(?P<hour>2[0-4]|[01]?\d)",
    "minute": r"(?P<minute>[0-5]\d)",
    "half_day": r"(?P<half_day>[ap])\.?m\b\.?",
    "century": r"(?P<century>1\d|2[01])",
    "noon": r"(?P<noon>noon|midday|midnight)",
    "toward": r"(?P<toward>ago|earlier|later|before|after|afterwards?|from now|prior)",
    "toward_there": r"(?P<toward>following|next|previous|preceding)",
    "same": r"(?P<same>that same|the same|that)",
}


def _any_of(words: Mapping[str, str] | list[str]) -> str:
    # The longest first: "early" must not hide "earlier".
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _fragments(words: Mapping[str, Any]) -> dict[str, str]:
    """What each {name} of a pattern stands for."""
    title = {name: _any_of([word.title() for word in words[name]]) for name in ("month", "weekday")}
    shouted = {name: _any_of([word.upper() for word in words["alone"][name]]) for name in ("month", "weekday")}
    return DIGITS | {
        **{
            name: rf"\b(?P<{name}>{_any_of(words[name])})"
            for name in ("unit", "part", "season", "which", "way", "portion", "deictic", "set", "vague")
        },
        "count": rf"(?<![\w.,])(?P<count>\d{{1,3}}(?:,\d{{3}}|\.\d)?|{_any_of(words['count'])})",
        "part_after": rf"(?P<part_after>{_any_of(words['part'])})",
        "month": rf"\b(?P<month>(?-i:{title['month']}|{shouted['month']}))",
        "weekday": rf"\b(?P<weekday>(?-i:{title['weekday']}|{shouted['weekday']}))",
        "weekday2": rf"\b(?P<weekday2>(?-i:{title['weekday']}))",
        "units": r"days|weeks|months|years|hours|minutes|decades|centuries|seconds|weekends|nights",
        "quarter": rf"\b(?P<quarter>{_any_of(words['ordinal'])})",
        "before_year": rf"\b(?:{_any_of(words['alone']['before_year'])})",
    }


def _triggers(words: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for name in ("month", "weekday", "unit", "season", "set", "part"):
        for word in words[name]:
            classes.setdefault(word, set()).add(name)
            classes.setdefault(word + "s", set()).add(name)
    for name in ("deictic", "vague"):
        for phrase in words[name]:
            classes.setdefault(phrase.split()[-1], set()).add(name)
    classes.setdefault("overnight", set()).add("deictic")
    for word in ("noon", "midday", "midnight"):
        classes.setdefault(word, set()).add("noon")
    for unit in ("days", "nights"):
        classes.setdefault(unit, set()).add("unit")
    return {word: frozenset(names) for word, names in classes.items()}


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", r"\s?").replace(" ", r"\s{1,3}"), re.IGNORECASE)


@cache
def date_rules(language: str) -> Rules | None:
    """The rules of `language`; None if there are none."""
    if language not in PATTERNS:
        return None
    words = lexicon(language, "time")
    parts = _fragments(words)
    meanings: dict[str, Mapping[str, str]] = {
        name: words[name]
        for name in (
            "month",
            "weekday",
            "unit",
            "part",
            "season",
            "which",
            "way",
            "portion",
            "deictic",
            "set",
            "vague",
            "count",
        )
    }
    meanings |= {"part_after": words["part"], "weekday2": words["weekday"], "quarter": words["ordinal"]}
    rules = tuple(
        Rule(name, trigger, _compile(pattern.format(**parts))) for name, trigger, pattern in PATTERNS[language]
    )
    lead = _compile(rf"\b({_any_of(words['lead'])})(?: (?:the|around|about|early|roughly))? $")
    alone = words["alone"]
    return Rules(
        rules,
        _triggers(words),
        meanings | {"lead": words["lead"]},
        lead,
        months=frozenset(alone["month"]),
        doubtful_months=frozenset(alone["name"]),
        before_month=_compile(rf"\b(?:{_any_of(alone['after'])}) $"),
    )

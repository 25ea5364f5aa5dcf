"""Which words say when: one table of patterns for each language, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.annotate.date_patterns_en import ENGLISH
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

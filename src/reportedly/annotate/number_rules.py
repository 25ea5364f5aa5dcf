"""The patterns of numbers in each language, and what their words mean; compiled once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.reference.lexicon import lexicon

SPACE = "[ \u00a0\u2009\u202f]"
FIGURE = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{SPACE}\d{{3}})+(?![\d,.]\d)|\d+(?:\.\d+)?½?|½"


YEARS = range(1900, 2100)


@dataclass(slots=True)
class Number:
    """A number as it is being read."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    factor: float = 1.0
    """What a word such as "million" multiplied the figures by."""
    word: bool = False
    plain: bool = False
    """Written in figures alone, so that it could be a year."""

    def bind(self, bound: str) -> None:
        """Make it a least, a most or a rough figure."""
        known = self.value is not None
        if bound == "least" and known:
            self.low, self.high = self.value, None
        elif bound == "least":
            self.high = None
        elif bound == "most":
            self.low, self.high = None, self.value if known else self.high
        elif bound == "nearly":
            self.low, self.high, self.approximate = None, self.value if known else self.high, True
        else:
            self.approximate = True


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of one language and what their words mean."""

    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    named: re.Pattern[str]
    unit: re.Pattern[str]
    currency: re.Pattern[str]
    between: re.Pattern[str]
    value: Mapping[str, float]
    times: Mapping[str, float]
    many: Mapping[str, float]
    bound: Mapping[str, str]
    units: Mapping[str, str]
    currencies: Mapping[str, str]
    doubtful: frozenset[str]
    ends: re.Pattern[str]
    """What may stand right behind figures: anything but a letter, a figure or a hyphen, or else a unit or a range."""
    not_one: re.Pattern[str]
    one_of: re.Pattern[str]
    of_them: re.Pattern[str]
    """What makes a small number in letters a part of somebody told before: "two of them"."""


def _any_of(words: Mapping[str, Any] | Sequence[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def number_words(language: str) -> Words:
    """The patterns of `language`, compiled once."""
    table = lexicon(language, "number")
    ones, times = _any_of(table["word"]), _any_of(table["times"])
    figure = rf"(?P<figure>{FIGURE})"
    spoken = (
        rf"(?P<spoken>(?:{ones})\b(?:(?:[\s-]|\sand\s)(?:{ones})\b|[\s-](?:{times})\b(?=\s(?:and\s)?(?:{ones})\b))*)"
    )
    lead = r"(?P<vague>several|a\s+few)|(?P<lead>half\s+a|a|an)"
    one = rf"{figure}(?:\s?(?P<suffix>{_any_of(table['suffix'])})\b|(?P<times_1>(?:[\s-](?:{times})\b)+))?"
    two = rf"\b{spoken}(?P<times_2>(?:[\s-](?:{times})\b)*)"
    three = rf"\b(?:{lead})(?P<times_3>(?:\s+(?:{times})\b)+)"
    many = rf"\b(?P<many>{_any_of(table['many'])})\b"
    currency = _any_of(table["currency"])
    flags = re.IGNORECASE
    return Words(
        number=re.compile(rf"(?<![\w.,:/#+’'])(?:(?<!-)|(?<=\d-))(?:{many}|{three}|{two}|{one})", flags),
        before=re.compile(rf"(?<![\w-])({_any_of(table['bound'])})\s*(?:the\s+|a\s+total\s+of\s+)?$", flags),
        after=re.compile(rf"\s+({_any_of(table['bound_after'])})\b|(\+)(?!\w)", flags),
        named=re.compile(
            rf"\b(?:{_any_of(table['name']['before'])}|(?-i:{_any_of([each.title() for each in table['name']['title']])}))\s+$",
            flags,
        ),
        unit=re.compile(rf"[\s-]?({_any_of(table['unit'])})(?![\w²])", flags),
        currency=re.compile(rf"({currency})\s?$", flags),
        between=re.compile(r"\bbetween\s+\W?$", flags),
        value=table["word"],
        times=table["times"] | table["suffix"],
        many=table["many"],
        bound=table["bound"] | table["bound_after"] | {"+": "least"},
        units={name.lower(): unit for name, unit in table["unit"].items()},
        currencies=table["currency"],
        doubtful=frozenset(table["doubtful"]["bound"]),
        ends=re.compile(rf"(?![\w:/’']|[.,]\d|-[^\W\d])|[\s-]?(?:{_any_of(table['unit'])})(?![\w²-])|m\b", flags),
        not_one=re.compile(rf"\b(?:{_any_of(table['name']['not_one'])})[\s-]$", flags),
        of_them=re.compile(rf"\s+of\s+(?:{_any_of(table['name']['of_them'])})\b", flags),
        one_of=re.compile(rf"[\s-](?:{_any_of(table['name']['one_of'])})\b|[^\s-]|$", flags),
    )

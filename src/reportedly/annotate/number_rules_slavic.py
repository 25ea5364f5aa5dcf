"""What the number words of Russian and Ukrainian mean; texts mix the two, so the words of both hold for either."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.reference.lexicon import lexicon

LANGUAGES = ("ru", "uk")
SPACE = "[ \u00a0\u2009\u202f]"
FIGURE = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:,\d+(?!\d))?|\d+(?:[.,]\d+)*½?|½"
CYRILLIC = "а-яёіїєґ"


@dataclass(frozen=True, slots=True)
class SlavicWords:
    """The words of both languages, as they stand in a text in small letters, and the patterns made of them."""

    value: Mapping[str, float]
    times: Mapping[str, float]
    many: frozenset[str]
    single: frozenset[str]
    several: frozenset[str]
    never_alone: frozenset[str]
    bound: Mapping[str, str]
    bound_after: Mapping[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    exceeds: re.Pattern[str]
    growth: re.Pattern[str]
    range_from: re.Pattern[str]
    range_joint: re.Pattern[str]
    between: re.Pattern[str]
    between_joint: re.Pattern[str]
    unit: re.Pattern[str]
    units: tuple[tuple[str, re.Pattern[str]], ...]
    currency: re.Pattern[str]
    named: re.Pattern[str]
    bodies: re.Pattern[str]
    counted: frozenset[str]
    of_them: re.Pattern[str]
    one_of: re.Pattern[str]
    not_one: re.Pattern[str]
    ordinal: re.Pattern[str]
    before_year: re.Pattern[str]
    guns: re.Pattern[str]


def _words(tables: Iterable[Mapping[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table[name].split())


def _phrases(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


def _any(tables: Iterable[Mapping[str, Any]], name: str) -> str:
    return "|".join(table[name] for table in tables)


def _forms(tables: Iterable[Mapping[str, str]]) -> dict[str, float]:
    return {form: float(value) for table in tables for value, forms in table.items() for form in forms.split()}


@cache
def slavic_words() -> SlavicWords:
    """The words and patterns of both languages, compiled once."""
    tables = [lexicon(language, "number") for language in LANGUAGES]
    say, bounds, ranges, names = ([table[part] for table in tables] for part in ("say", "bound", "range", "name"))
    kinds = ("least", "most", "nearly", "roughly")
    bound = {phrase: kind for table in bounds for kind in kinds for phrase in table[kind]}
    bound_after = {
        phrase: kind for table in bounds for kind in ("least", "most", "roughly") for phrase in table[f"after_{kind}"]
    }
    joints = {part: _phrases(word for table in ranges for word in table[part]) for part in ranges[0]}
    by_unit: dict[str, list[str]] = {}
    for table in tables:
        for unit, forms in table["unit"].items():
            by_unit.setdefault(unit, []).extend(forms)
    any_unit = "|".join(
        sorted((form for forms in by_unit.values() for form in forms), key=lambda form: (-len(form), form))
    )
    flags = re.IGNORECASE
    return SlavicWords(
        value=_forms(table["word"] for table in tables),
        times=_forms(table["times"] for table in tables),
        many=_words(say, "many"),
        single=_words(say, "single"),
        several=_words(say, "several"),
        never_alone=_words(say, "never_alone"),
        bound=bound,
        bound_after=bound_after,
        before=re.compile(rf"(?<![\w-])({_phrases(bound)})[\s*_«„\"(]*$", flags),
        after=re.compile(rf"\s+({_phrases(bound_after)})\b", flags),
        exceeds=re.compile(rf"\b(?:{_any(bounds, 'exceeds')})\s+(?:\w+\s+)?$", flags),
        growth=re.compile(rf"\b(?:{_any(bounds, 'growth')})", flags),
        range_from=re.compile(rf"\b(?:{joints['from']})[\s*_]+$", flags),
        range_joint=re.compile(rf"\s?[-–—]\s?|\s+(?P<to>{joints['to']})\s+|\s+(?:{joints['either']})\s+", flags),
        between=re.compile(rf"\b(?:{joints['between']})\s+$", flags),
        between_joint=re.compile(rf"\s+(?:{joints['both']})\s+", flags),
        unit=re.compile(rf"[\s-]?({any_unit})(?![\w²³])", flags),
        units=tuple((unit, re.compile("|".join(forms), flags)) for unit, forms in by_unit.items()),
        currency=re.compile(r"([$€£₽₴¥₪])\s?$"),
        named=re.compile(rf"(?<!\w)(?:{_phrases(_words(names, 'before'))})\.?\s*$", flags),
        bodies=re.compile(rf"\s+((?:{_any(names, 'bodies')})\w*)", flags),
        counted=_words(names, "counted"),
        of_them=re.compile(rf"\s+(?:{_any(names, 'of_them')})\b", flags),
        one_of=re.compile(rf"[\s-]+(?:{_phrases(_words(names, 'one_of'))})\b|\s*[^\s{CYRILLIC}]|\s*$", flags),
        not_one=re.compile(rf"\b(?:{_phrases(_words(names, 'not_one'))})\s+$", flags),
        ordinal=re.compile(rf"\s+(?:{_any(names, 'ordinal')})\b", flags),
        before_year=re.compile(rf"\b(?:{_phrases(_words(names, 'before_year'))})\s+$", flags),
        guns=re.compile(rf"[\s-]+(?:[{CYRILLIC}-]+\s+)?(?:{_any(names, 'guns')})", flags),
    )

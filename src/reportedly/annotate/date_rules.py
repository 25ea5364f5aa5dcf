"""Which words say when: one table of patterns for each language, compiled once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.annotate.date_fragments import SAME_WORDS, any_of, english_fragments, slavic_fragments
from reportedly.annotate.date_patterns_en import ENGLISH
from reportedly.annotate.date_patterns_slavic import SLAVIC
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_forms import write_out, write_out_table


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and a word class without which it need not be tried."""

    name: str
    """What `claims/counting.py` knows it as."""
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
    in_small: bool
    """Are the patterns to be tried on a text in small letters?"""


@dataclass(frozen=True, slots=True)
class Table:
    """The patterns of one language, not yet filled with its words."""

    patterns: tuple[tuple[str, str, str], ...]
    """Name, trigger and pattern of each rule."""
    fragments: Callable[[Mapping[str, Any]], dict[str, str]]
    """From the words of `time.toml` to what each {name} stands for."""
    in_small: bool
    """Are the patterns in small letters, for a text in small letters? That is several times faster."""


PATTERNS: Mapping[str, Table] = {
    "en": Table(ENGLISH, english_fragments, in_small=False),
    "ru": Table(SLAVIC, slavic_fragments, in_small=True),
    "uk": Table(SLAVIC, slavic_fragments, in_small=True),
}

# To a table of `time.toml` the class whose rules its words bring into play, where the two differ.
TRIGGERED = {"month_adjective": "month", "one_unit": "unit", "plural": "unit", "year_away": "unit"}
CLASSES = ("month", "weekday", "unit", "season", "set", "part", "deictic", "vague", "part_alone", "noon")
# Tables of `time.toml` that hold lists, not what a word means: of those that a pattern may name, and of all others.
LISTS = ("word", "alone")
OTHER_LISTS = ("tense", "resumed", "harm")
# To a named group the table with the meanings of its words, where it has none of its own.
MEANT_BY = SAME_WORDS | {"year_shift": "which"}
_WORD = re.compile(r"[^\W\d_]+")


def _triggers(words: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for name in (*CLASSES, *TRIGGERED):
        for phrase in words.get(name, ()):
            # Another part of a phrase may be a word of any sentence.
            last = _WORD.findall(phrase)[-1]
            classes.setdefault(last, set()).add(TRIGGERED.get(name, name))
            classes.setdefault(last + "s", set()).add(TRIGGERED.get(name, name))
    for stem in words.get("count_stem", ()):
        for adjective in words["length_adjective"]:
            classes.setdefault(_WORD.findall(stem + adjective)[-1], set()).add("length_adjective")
    lists = words.get("word", {})
    for name, trigger in (
        ("century_word", "unit"),
        ("quarter_word", "quarter"),
        ("eve", "part"),
        ("night_adjective", "deictic"),
    ):
        for phrase in lists.get(name, ()):
            classes.setdefault(_WORD.findall(phrase)[-1], set()).add(trigger)
    classes.setdefault("overnight", set()).add("deictic")
    for word in ("noon", "midday", "midnight"):
        classes.setdefault(word, set()).add("noon")
    for unit in ("days", "nights", "period"):
        classes.setdefault(unit, set()).add("unit")
    return {word: frozenset(names) for word, names in classes.items()}


def _compile(pattern: str, *, in_small: bool) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", r"\s?").replace(" ", r"\s{1,3}"), re.NOFLAG if in_small else re.IGNORECASE)


def _written_out(words: Mapping[str, Any]) -> dict[str, Any]:
    """The words of `time.toml`, each form of an inflected word on its own."""
    lists = {
        name: {key: [form for short in forms for form in write_out(short)] for key, forms in words[name].items()}
        for name in LISTS
        if name in words
    }
    tables = {name: table for name, table in words.items() if name not in (*LISTS, *OTHER_LISTS)}
    return {name: write_out_table(table) for name, table in tables.items()} | lists


@cache
def date_rules(language: str) -> Rules | None:
    """The rules of `language`; None if there are none."""
    if language not in PATTERNS:
        return None
    table, words = PATTERNS[language], _written_out(lexicon(language, "time"))
    parts = table.fragments(words)
    meanings: dict[str, Mapping[str, str]] = {name: meant for name, meant in words.items() if name not in LISTS}
    meanings |= {group: words[name] for group, name in MEANT_BY.items()}
    alone = words["alone"]
    return Rules(
        tuple(
            Rule(name, trigger, _compile(pattern.format(**parts), in_small=table.in_small))
            for name, trigger, pattern in table.patterns
        ),
        _triggers(words),
        meanings,
        lead=_compile(rf"\b({any_of(words['lead'])})(?: (?:the|around|about|early|roughly))? $", in_small=False),
        months=frozenset(alone["month"]),
        doubtful_months=frozenset(alone["name"]),
        before_month=_compile(rf"\b(?:{any_of(alone['after'])}) $", in_small=False),
        in_small=table.in_small,
    )

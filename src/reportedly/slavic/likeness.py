"""When two names, or two descriptions, may be one source."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from rapidfuzz import fuzz

from reportedly.reference.lexicon import lexicon
from reportedly.reference.person_names import fold_person, plain_name
from reportedly.reference.transliteration import latinise
from reportedly.slavic.describing import Description
from reportedly.slavic.words import spelt

_LEAST_ALIKE = 85
"""Of 100: two surnames that sound alike; cases and alphabets differ."""
_LEAST_NAME_ALIKE = 92
_LEAST_LETTERS = 3
_ARMIES = frozenset({"армия", "армія"})
_FORCES = _ARMIES | {"войско", "військо", "военный", "військовий"}


def is_army(description: Description) -> bool:
    """ "Сирийская армия", "сирийские военные", "украинские войска": a side's forces at large."""
    if description.side is None or description.name or not description.nouns & _FORCES:
        return False
    return description.plural or bool(description.nouns & _ARMIES)


def lemma_of(description: Description) -> str:
    """The lemma of a mention's head."""
    return spelt(description.head.lemma) if description.head is not None else ""


LANGUAGES = ("ru", "uk")
"""Both at once: sentences of the other language are quoted."""


def stand_for_each_other(new: AbstractSet[str], old: AbstractSet[str]) -> bool:
    """May one of the nouns `new` name a source again that was called `old`: "комбат", "командир"?"""
    return any(new & group and old & group for group in _exchange_groups())


def are_other_offices(new: AbstractSet[str], old: AbstractSet[str]) -> bool:
    """ "Министр" is not the president who spoke last, though both may be called "глава"."""
    mine, theirs = new & _listed("offices"), old & _listed("offices")
    return bool(mine and theirs) and not mine & theirs and not stand_for_each_other(mine, theirs)


def any_body() -> frozenset[str]:
    """Nouns that take up whatever body spoke last: "ведомство"."""
    return _listed("any_body")


@cache
def _exchange_groups() -> Sequence[frozenset[str]]:
    return [
        frozenset(spelt(word) for word in each)
        for language in LANGUAGES
        for each in lexicon(language, "source")["takes_up"]
    ]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(spelt(word) for language in LANGUAGES for word in lexicon(language, "source")[name])


def are_alike(one: str, other: str, *, person: bool, language: str) -> bool:
    """Are two names one, by their whole or by the surname, declined or in another alphabet?"""
    left, right = plain_name(one), plain_name(other)
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return True
    if person:
        first, second = (fold_person(latinise(each, language) or each).split() for each in (one, other))
        if first and second and 1 in (len(first), len(second)) and first[0] == second[0]:
            return True  # by the given name alone
        if not first or not second or fuzz.ratio(first[-1], second[-1]) < _LEAST_ALIKE:
            return False
        return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]
    words, others = left.split(), right.split()
    short, long = sorted((words, others), key=len)
    if not short or min(len(left), len(right)) < _LEAST_LETTERS:
        return False
    return set(short) <= set(long) or fuzz.ratio(left, right) >= _LEAST_NAME_ALIKE

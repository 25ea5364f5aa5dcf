"""What the dictionary of lemmas knows of a Ukrainian word: its lemma, and from the lemma's forms its gender."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportedly.reference.lexicon import lexicon

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

_APOSTROPHES = str.maketrans("’ʼ`‘′‑", "'''''-", "\u0301")
_NEUTER_YA = re.compile(r"(?:([бвгґджзклмнпрстфхцчшщ])\1|'|ст|(?<=віт)р)я$")
_PEOPLE = ("official", "military", "expert", "civilian")
"""Types of sources that are persons rather than bodies."""
_WOMEN = (("ка", ""), ("ниця", "ник"), ("виця", "вик"), ("чиня", "ець"), ("иня", ""), ("ка", "ець"))
"""How a word for a woman ends, and what the man's ends in instead."""
_CONSONANTS = "бвгґджзклмнпрстфхцчшщйь"


@cache
def _strategy() -> "DictionaryLookupStrategy":
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy()


@cache
def words_of(section: str, key: str) -> frozenset[str]:
    """A list of words in `grammar.toml`."""
    return frozenset(lexicon("uk", "grammar")[section][key].split())


@cache
def _corrections() -> dict[str, str]:
    return {
        form: lemma for lemma, forms in lexicon("uk", "grammar")["corrections"].items() for form in str(forms).split()
    }


def plain(word: str) -> str:
    """The word with one sort of apostrophe and hyphen and without stress marks."""
    return word.translate(_APOSTROPHES)


@lru_cache(maxsize=65536)
def exact_lemma(word: str) -> str | None:
    """The lemma of `word` with just these capitals, if the dictionary has it."""
    if corrected := _corrections().get(word):
        return corrected
    return _strategy().exact_lemma(word, "uk")


@lru_cache(maxsize=65536)
def is_form(word: str, lemma: str) -> bool:
    """Is `word` a form of `lemma`?"""
    return exact_lemma(word) == lemma


@lru_cache(maxsize=65536)
def is_verb(lemma: str) -> bool:
    """Is it an infinitive that the dictionary has?"""
    return (
        lemma.endswith(("ти", "тися")) and lemma not in words_of("nouns", "like_infinitives") and is_form(lemma, lemma)
    )


@lru_cache(maxsize=65536)
def gender_of(lemma: str) -> str:
    """`M`, `F`, `N`, `P` (has no singular), `MF` (голова), `0` (has no cases), or `` if it cannot be told.

    The lists of `grammar.toml` go first, then the ending, then which other forms the dictionary has.
    """
    lower = lemma.lower()
    for gender, key in (
        ("M", "masculine"),
        ("F", "feminine"),
        ("N", "neuter"),
        ("MF", "common"),
        ("0", "indeclinable"),
        ("P", "plural"),
    ):
        if lower in words_of("genders", key):
            return gender
    stem = lemma[:-1]
    match lower[-1:]:
        case "а":
            return "F"
        case "я":
            return "N" if _NEUTER_YA.search(lower) else "F"
        case "о":
            return (
                "M" if lower.endswith("енко") else "N" if is_form(stem + "ом", lemma) or not exact_lemma(lemma) else "0"
            )
        case "е":
            return "N" if is_form(stem + "ем", lemma) or is_form(stem + "а", lemma) else "0"
        case "и" | "і" | "ї":
            return "P" if any(is_form(stem + end, lemma) for end in ("ам", "ям", "ах", "ях")) else "0"
        case last if last and last in _CONSONANTS:
            return _consonant_gender(lemma)
    return "0"


def _consonant_gender(lemma: str) -> str:
    stem = lemma.removesuffix("ь")
    if lemma.endswith("ість") and len(lemma) > 5:
        return "F"
    if any(is_form(stem + end, lemma) for end in ("ем", "ом", "я", "а", "єм")):
        return "M"
    return "F" if any(is_form(each + "ю", lemma) for each in (stem, stem + stem[-1:], stem + "'")) else "M"


@cache
def animates() -> frozenset[str]:
    """Words for persons and beasts: those of `grammar.toml`, and what people are called as sources."""
    types, bodies = lexicon("uk", "source")["types"], frozenset(lexicon("uk", "source")["heads"]["forces"])
    people = (word for kind in _PEOPLE for word in types[kind] if word not in bodies)
    return words_of("animacy", "animate") | (frozenset(people) - words_of("animacy", "groups"))


@lru_cache(maxsize=65536)
def is_animate(lemma: str, gender: str) -> bool | None:
    """Is it a person or a beast? None if its form does not tell."""
    lower = lemma.lower()
    if lower in animates():
        return True
    if gender == "F" and lower[-1:] in "аяь":
        return any(lower.endswith(end) and lower.removesuffix(end) + man in animates() for end, man in _WOMEN)
    if gender not in ("M", "MF") or lower in words_of("animacy", "inanimate"):
        return False
    if any(lower.endswith(each) and lower != each for each in words_of("animacy", "inanimate_tails")):
        return False
    if lower.endswith(tuple(words_of("animacy", "animate_endings"))):
        return True
    if lower.endswith(tuple(words_of("animacy", "inanimate_endings"))):
        return False
    return None if lemma[:1].isupper() and not lower.endswith(tuple(words_of("animacy", "town_endings"))) else False

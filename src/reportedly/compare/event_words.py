"""The words of the lists of events, as patterns."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from reportedly.reference.lexicon import lexicon

BETWEEN = r"\s+(?:[\w'-]+\s+){0,4}?"
_APOSTROPHES = str.maketrans("’ʼ`´", "''''", "\u0301")


def plain(text: str) -> str:
    """Words as the lists write them: small, without ё, straight apostrophes, no stress marks."""
    return text.casefold().translate(_APOSTROPHES).replace("ё", "е")


def find_objects(text: str, language: str | None) -> tuple[str, ...]:
    """What the deed is done to or with, by names that do not hang on the language."""
    spoken = without_idioms(plain(text), language)
    return tuple(name for name, pattern in object_patterns(language).items() if pattern.search(spoken))


def is_of_part(text: str, language: str | None) -> bool:
    """Do the words speak of a part only?"""
    return bool(list_pattern(language, "parts").search(plain(text)))


@cache
def list_pattern(language: str | None, table: str) -> re.Pattern[str]:
    """The words of a table that is one list."""
    return compile_words(word_list(language)[table]["words"].split("|"))


@cache
def object_patterns(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """The words of each object."""
    return {name: compile_words(words.split("|")) for name, words in word_list(language)["objects"].items()}


@cache
def weapon_pattern(language: str | None) -> re.Pattern[str]:
    """What is fired or flown, which tells of a strike where no word does so outright."""
    objects = word_list(language)["objects"]
    return compile_words("|".join(objects[name] for name in ("missile", "drone", "shell", "bomb")).split("|"))


@cache
def idle_words(language: str | None) -> frozenset[str]:
    """Words that carry no meaning of their own."""
    return frozenset(word_list(language)["idle"]["words"].split())


def word_list(language: str | None) -> Mapping[str, Mapping[str, str]]:
    """The language's list of events; English where there is none."""
    return lexicon(language if language in ("ru", "uk") else "en", "event")


def compile_words(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all: a star stands for any ending, several words stand in a row, ~ for up to four words between."""
    rows = sorted((each.strip() for each in patterns if each.strip()), key=len, reverse=True)
    if not rows:
        return re.compile(r"(?!)")
    parts = (
        r"\s+".join(re.escape(word).replace(r"\*", r"[\w']*") for word in row.split()).replace(r"\s+\~\s+", BETWEEN)
        for row in rows
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


def without_idioms(spoken: str, language: str | None) -> str:
    """The words with those blanked that only look like a deed: "taken up positions"."""
    return list_pattern(language, "idioms").sub(lambda found: " " * len(found[0]), spoken)

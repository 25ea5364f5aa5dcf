"""Words as they are looked for: without case, accents and apostrophes, in any script."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from reportedly.reference.spelling import skeleton, sounded

APOSTROPHES = re.compile("(?<=\\w)['’ʼ`´‘ʹ′](?=\\w)")
WORD = re.compile(r"[^\W_]+")
MAX_LETTERS = 60
"""What is longer is no word but an address or a code; its beginning will do."""
FEWEST_LETTERS_OF_BONES = 4
"""Shorter words sound like too many others."""
SLIP_OF_LETTERS = 4
"""In two spellings of one name at most one sound in so many differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Folded words that stand together, in this order."""

    words: tuple[str, ...]
    is_beginning: bool
    """May the last of them go on?"""


Group = tuple[Term, ...]
"""Alternatives, one of which must be there."""


def list_words(text: str) -> list[str]:
    """The words of `text` in order, folded: Куп’янськ and КУП'ЯНСЬК are one word."""
    folded = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold())
    if not folded.isascii():
        for mark in filter(unicodedata.combining, set(folded)):
            folded = folded.replace(mark, "")
    return [word[:MAX_LETTERS] for word in WORD.findall(folded)]


def fold_words(text: str) -> str:
    """The words of `text` with single spaces between them."""
    return " ".join(list_words(text))


@lru_cache(maxsize=65536)
def bones_of(word: str) -> str | None:
    """What a name keeps in every script and romanisation; None for what is too short or holds digits."""
    if len(word) < FEWEST_LETTERS_OF_BONES or not word.isalpha():
        return None
    return skeleton(word)


def bones_of_name(name: str) -> str | None:
    """What a name of several words keeps in every script and romanisation; None for what is too short."""
    words = list_words(name)
    if sum(map(len, words)) < FEWEST_LETTERS_OF_BONES or not all(word.isalpha() for word in words):
        return None
    return skeleton(" ".join(words))


def list_endings(name: str) -> list[str]:
    """The folded name from each of its words on, each once."""
    words = list_words(name)
    return list(dict.fromkeys(" ".join(words[start:]) for start in range(len(words))))


def script_of(word: str) -> str:
    """The script of a word's first letter, by its Unicode name: `LATIN`, `CYRILLIC`, `ARABIC`."""
    return unicodedata.name(word[0], "").partition(" ")[0] if word else ""


def sound_alike(one: str, other: str) -> bool:
    """Are two names of the same bones one name, vowels considered? Kyiv and Киев are; Kyiv and кава are not."""
    left, right = sounded(one), sounded(other)
    return SLIP_OF_LETTERS * DamerauLevenshtein.distance(left, right) <= max(len(left), len(right))


def pad(word: str) -> str:
    """`word` with its edges, so that first and last letters count among its trigrams."""
    return f" {word} "


def list_trigrams(word: str) -> list[str]:
    """Every three letters that stand together in `word` with its edges, each once."""
    return list_pieces(pad(word))


def list_pieces(padded: str) -> list[str]:
    """Every three signs that stand together, each once."""
    return sorted({padded[start : start + 3] for start in range(len(padded) - 2)})

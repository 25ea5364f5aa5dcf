"""The words of a text that was not parsed, and the lists by which the words beside a name are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.model.annotation import Sentence
from reportedly.reference.lexicon import lexicon

LANGUAGES = frozenset({"en", "uk", "ru"})
"""Those with a list of the words around places."""
_ONLY = {"ru": re.compile("[ыэъё]", re.IGNORECASE), "uk": re.compile("[іїєґ]", re.IGNORECASE)}
"""Letters that the other of the two languages lacks."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’ʼ][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it stands, and what stands before it."""

    start: int
    end: int
    text: str
    gap: str
    """What lies between the word before, in the same sentence, and this one."""
    first: bool
    """Does it open its sentence, or a line or a quotation in it?"""

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()


def cut_words(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Word, ...]]:
    """The words of each sentence."""
    for sentence in sentences:
        words: list[Word] = []
        at = sentence.start
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            gap = text[at : match.start()]
            opens = not words or any(mark in gap for mark in ":\n!?") or gap.rstrip().endswith((".", "—", "–"))
            words.append(Word(match.start(), match.end(), match.group(), gap, opens))
            at = match.end()
        yield tuple(words)


@cache
def listed(language: str, table: str, name: str) -> frozenset[str]:
    """A word list of `place.toml`; empty where the language has none."""
    if language not in LANGUAGES:
        return frozenset()
    return frozenset(str(lexicon(language, "place").get(table, {}).get(name, "")).split())


@cache
def _spoken(language: str, table: str, name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = listed(language, table, name)
    return words, tuple(word.removesuffix("-") for word in words if word.endswith("-"))


@lru_cache(maxsize=65536)
def is_spoken(language: str, table: str, name: str, word: str) -> bool:
    """Does a list hold `word`, in small letters, or its beginning ("аэродром-")?"""
    exact, beginnings = _spoken(language, table, name)
    return word in exact or word.startswith(beginnings)


@lru_cache(maxsize=1024)
def languages_of(text: str, language: str) -> tuple[str, ...]:
    """The languages in which a sentence of a text in `language` may be written, the likeliest first.

    Ukrainian reporting carries Russian sentences, and the reverse; each has letters that the other lacks.
    """
    if language not in _ONLY:
        return (language,)
    other = "uk" if language == "ru" else "ru"
    strange = len(_ONLY[other].findall(text))
    if not strange:
        return (language,)
    return (other, language) if strange > len(_ONLY[language].findall(text)) else (language, other)


@cache
def cases_of(language: str, preposition: str) -> tuple[str | None, ...]:
    """The cases that a preposition asks for; `(None,)` where the language has none or the word is none."""
    if preposition in listed(language, "nouns", "around"):
        return ("genitive", "nominative")
    cases = ("locative", "dative", "genitive", "instrumental", "accusative")
    asked = tuple(case for case in cases if preposition in listed(language, "prepositions", case))
    return asked or (None,)

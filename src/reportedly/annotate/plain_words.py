"""The words of a text that was not parsed, and the lists by which the words beside a name are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.model.annotation import Sentence
from reportedly.reference.lexicon import lexicon

LANGUAGES = frozenset({"en", "uk", "ru"})
"""Those with a list of the words around places."""
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
def cases_of(language: str, preposition: str) -> tuple[str | None, ...]:
    """The cases that a preposition asks for; `(None,)` where the language has none or the word is none."""
    if preposition in listed(language, "nouns", "around"):
        return ("genitive", "nominative")
    cases = ("locative", "dative", "genitive", "instrumental", "accusative")
    asked = tuple(case for case in cases if preposition in listed(language, "prepositions", case))
    return asked or (None,)

"""Which sentences of a Russian or Ukrainian text are in another language: Ukrainian, Russian or English."""

import re
from collections.abc import Callable
from functools import cache

from reportedly.reference.lexicon import lexicon

OTHER = {"ru": "uk", "uk": "ru"}

MIN_LETTERS = 3
MIN_SHARE = 0.2
"""So many letters that only the other language has, or words with one among all, make a sentence that language's."""
MIN_ENGLISH_WORDS = 5
MIN_LATIN = 4
"""So many letters to each Cyrillic one."""
ENGLISH_WORDS = frozenset(
    """
    the a an of and to in that was for on is with by said has have had from at it were are be this as not their its his
    we they he she you i will would or but
    """.split()
)

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_LATIN_RUN = re.compile(rf"(?:[A-Za-z]+[^\w\n]+){{{MIN_ENGLISH_WORDS - 1}}}[A-Za-z]")
_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def passage_teller(text: str, language: str) -> Callable[[str], str | None]:
    """What tells the language of each sentence of `text`; None where it is `language`, that of the whole text."""
    other = OTHER[language] if _letters(OTHER[language]).search(text) else None
    english = _LATIN_RUN.search(text) is not None
    if not other and not english:
        return lambda sentence: None

    def tell(sentence: str) -> str | None:
        if other and _is_in(sentence, other, language):
            return other
        return "en" if english and _is_english(sentence) else None

    return tell


@cache
def _letters(language: str) -> re.Pattern[str]:
    return re.compile(f"[{lexicon(language, 'layout')['language']['letters']}]", re.IGNORECASE)


def _is_in(sentence: str, other: str, language: str) -> bool:
    """Has the sentence letters that only `other` has, and none that only `language` has?"""
    found = len(_letters(other).findall(sentence))
    against = len(_letters(language).findall(sentence))
    if not found or against * 4 > found:
        return False
    words = _WORD.findall(sentence)
    telling = sum(_letters(other).search(word) is not None for word in words)
    return telling >= 2 and (found >= MIN_LETTERS or telling >= MIN_SHARE * len(words))


def _is_english(sentence: str) -> bool:
    """Is the sentence running English text, rather than a row of names?"""
    words = _LATIN_WORD.findall(_ADDRESS.sub(" ", sentence).lower())
    if len(words) < MIN_ENGLISH_WORDS or MIN_LATIN * len(_CYRILLIC.findall(sentence)) > sum(map(len, words)):
        return False
    return sum(word in ENGLISH_WORDS for word in words) >= MIN_SHARE * len(words)

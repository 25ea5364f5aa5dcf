"""Is a word one of a list? Lists name words whole or, with a star, how they begin: `обстрел*`."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from reportedly.reference.lexicon import lexicon

_SPELLING = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ё": "е"})


class WordList:
    """Words and beginnings of words, in small letters, е for ё and one sort of apostrophe."""

    __slots__ = ("_stems", "_whole")

    def __init__(self, words: Iterable[str]) -> None:
        spelt = [_spell(word) for word in words]
        self._whole = frozenset(word for word in spelt if not word.endswith("*"))
        self._stems = tuple(word[:-1] for word in spelt if word.endswith("*"))

    def __contains__(self, word: str) -> bool:
        low = _spell(word)
        return low in self._whole or (bool(self._stems) and low.startswith(self._stems))

    def __bool__(self) -> bool:
        return bool(self._whole or self._stems)


@lru_cache(maxsize=65536)
def _spell(word: str) -> str:
    return word.casefold().translate(_SPELLING)


def split_words(listed: Any) -> list[str]:
    """The words of a list, or of a string that keeps them between spaces."""
    return listed.split() if isinstance(listed, str) else list(listed)


@cache
def word_list(language: str, name: str, *path: str) -> WordList:
    """The list that stands at `path` in one of a language's lexicons; empty if that lexicon has none.

    Args:
        language: ISO 639-1, lower case.
        name: the lexicon's name, such as `flags`.
    """
    found: Any = lexicon(language, name)
    for key in path:
        found = found.get(key, {})
    words = split_words(found or ())
    return WordList((*words, *_exchanged(words)) if language == "uk" else words)


def _exchanged(words: Iterable[str]) -> list[str]:
    """Ukrainian words that begin with в or у before a consonant may begin with the other: "влучити", "улучити"."""
    other = {"в": "у", "у": "в"}
    return [other[word[0]] + word[1:] for word in words if word[:1] in other and word[1:2] not in "аеєиіїоуюя"]

"""Which letters SQLite's full-text search tells apart as we do."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from reportedly.ledger.database import Database
from reportedly.ledger.words import fold_words

COMMON = "0-9A-Za-zа-џ"
"""Most words have no others, and need not be looked at one by one."""


class Letters:
    """What is known of the words of a file: the search was built with some version of Unicode, and folds by itself."""

    def __init__(self) -> None:
        self._seen = (0, 0)
        self._are_known = True

    def know(self, database: Database, words: Iterable[str]) -> bool:
        """Are these words, and all that the ledger has, found by what they are, and nothing else?"""
        ((forgetting, last),) = database.ask(
            "SELECT (SELECT coalesce(max(forgetting), 0) FROM forgotten), (SELECT coalesce(max(number), 0) FROM word)"
        )
        if (forgetting, last) != self._seen:
            # A forgetting takes words out, and others may come under their numbers.
            after = self._seen[1] if forgetting == self._seen[0] else 0
            new = database.ask(
                f"SELECT word FROM word WHERE number > :after AND word GLOB '*[^{COMMON}]*'", {"after": after}
            )
            self._are_known = (self._are_known or not after) and all(is_known(word) for (word,) in new)
            self._seen = (forgetting, last)
        return self._are_known and all(map(is_known, words))


@lru_cache(maxsize=64)
def letters_of(path: Path, inode: int) -> Letters:
    """What all connections to one file know of its words: to look at all of them takes long."""
    return Letters()


def is_known(word: str) -> bool:
    """Has it only letters and digits that every database tells apart as we do?"""
    return all(map(is_plain, word))


@cache
def is_plain(letter: str) -> bool:
    """Is it a small letter or a digit that Unicode has for so long that every database knows it?

    Capitals that folding leaves are those that something else is written with, such as № with N; SQLite takes a Latin
    one for the small letter wherever it compares, and others only in the full text.
    """
    if letter.isascii():
        return letter.isalnum()
    category = unicodedata.ucd_3_2_0.category(letter)
    is_small = category not in ("Lu", "Lt") and letter == letter.lower() == letter.casefold()
    return category[0] in "LN" and is_small and fold_words(letter) == letter

"""Is something written in Cyrillic letters? Asked of every name, so that it costs an English text nothing."""

import re

_LETTER = re.compile(r"[Ѐ-ӿ]")
_LEADING = 2000
"""How much of a text tells its script."""


def has_cyrillic(words: str) -> bool:
    """Is any letter Cyrillic?"""
    return not words.isascii() and _LETTER.search(words) is not None


def is_cyrillic(text: str) -> bool:
    """Is `text` as a whole in Cyrillic letters, whatever Latin names it quotes?"""
    if text.isascii():
        return False
    opening = text[:_LEADING]
    return 3 * len(_LETTER.findall(opening)) > len(opening)

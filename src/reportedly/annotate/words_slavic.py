"""Where words and marks begin and end in Russian and Ukrainian text."""

import re
from collections.abc import Iterator

from reportedly.model.span import Span

_MARKUP = re.compile(
    r"\]\(\s*(?:https?|tg)://[^\s)]*\s*\)?|\[(?=[^\[\]\n]{0,200}\]\()|\*{2,}|_{2,}|\*(?=\w)|(?<=\w)\*|[\u200b-\u200f\u2060\ufeff]"
)
"""What posts are marked up with: bold, italics, the address behind a word. None of it is a word or a mark of the sentence."""
_PIECE = re.compile(
    r"(?:https?://|www\.)[^\s\])»”]+"  # addresses
    r"|(?<![\w.])(?:[\w-]+\.)+(?:me|ru|ua|com|org|net|ly|cc|info|tv|ру|рф|укр)(?:/[^\s\])»”]*)?(?![^\W\d])"
    r"|[@#][^\W\d]\w*"  # handles and tags
    r"|\d+(?:[.,:/]\d+)+|\d+-?[^\W\d_]{1,3}(?![^\W_])|\d+-лет[^\W\d_]+|\d+"  # 1,6 · 21:15 · 47-й · 33-летняя · 155
    r"|[^\W\d_][^\W_]*(?:[’ʼ'`‘][^\W\d_]+|[-‑][^\W_]+)*"  # Куп’янськ · Ан-225 · прес-служба
    r"|\*+|_+|\.{2,}|\"+|[^\w\s][\ufe0f\u200d]*|_",
)
_SIGNS = re.compile(r"[^\w\s.,;:!?…\"'«»„“”‘’()\[\]{}—–‑*_/\\+%№$€£&@#<>=|~^`-]")


def cut_words(text: str, start: int = 0) -> Iterator[Span]:
    """The words and marks of `text` in order, nothing but white space between them.

    Args:
        text: one sentence.
        start: where it begins in the document.
    """
    bare = _MARKUP.sub(lambda match: " " * len(match.group()), text)
    for match in _PIECE.finditer(bare):
        yield Span(start=start + match.start(), end=start + match.end(), text=match.group())


def is_sign(text: str) -> bool:
    """Is it a picture or an arrow rather than a mark of the sentence?"""
    return _SIGNS.match(text) is not None

"""What stands between quotation marks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportedly.model.annotation import Annotation, Found, Layer, Quote
from reportedly.model.document import Document
from reportedly.model.span import Span

PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}
"""Marks that show which way they face. A „ may be closed by any of “ ” or a straight mark."""

NESTED = frozenset({"ru", "uk"})
"""The languages whose marks nest; see `annotate/quote_nesting.py`."""

_STRAIGHT = '"'
_CLOSING = frozenset("”»“" + _STRAIGHT)


class Quotes:
    """Pairs quotation marks within a paragraph; a quotation left open goes on if the next paragraph opens one."""

    makes = Layer.QUOTE
    needs = frozenset({Layer.SENTENCE})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `Quote` for each document, in order of their first marks, none overlapping."""
        return [
            tuple(_pair(document, list(_paragraphs(each)))) for document, each in zip(documents, found, strict=True)
        ]


def _pair(document: Document, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    if document.language in NESTED:
        from reportedly.annotate.quote_nesting import pair_nested  # English needs none of it

        return pair_nested(document.text, paragraphs)
    return _pair_marks(document.text, paragraphs)


def _paragraphs(found: Found) -> Iterator[tuple[int, int]]:
    for _, group in groupby(found.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        yield sentences[0].start, sentences[-1].end


def _pair_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    for number, (start, end) in enumerate(paragraphs):
        opened: int | None = None
        for at in range(start, end):
            mark = text[at]
            if opened is not None and _closes(text, opened, at, end):
                yield _quote(text, opened, at + 1)
                opened = None
            elif _opens(text, start, at, end) and (opened is None or mark != "‘"):
                opened = at
        goes_on = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in (*PAIRS, _STRAIGHT)
        if opened is not None and goes_on and text[opened] == text[paragraphs[number + 1][0]] and text[opened] != "‘":
            yield _quote(text, opened, end)


def _opens(text: str, start: int, at: int, end: int) -> bool:
    mark, before, after = text[at], text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark == "“":
        return not after.isspace()
    if mark in PAIRS:
        return not after.isspace() and (mark != "‘" or not before.isalnum())
    # A straight mark faces the word that it touches; glued to a stop it opens what follows ('wrote."The next').
    if mark == _STRAIGHT:
        return not after.isspace() and (not before.isalnum() and (before not in ",.!?" or after.isupper()))
    return mark == "'" and before in " \n(" and after.isalnum() and _single_closes(text, at, end)


def _single_closes(text: str, at: int, end: int) -> bool:
    """Is there a straight apostrophe further on that can only close?"""
    return any(
        text[each] == "'" and not text[each - 1].isspace() and (each + 1 == end or not text[each + 1].isalnum())
        for each in range(at + 1, min(end, at + 200))
    )


def _closes(text: str, opened: int, at: int, end: int) -> bool:
    first, mark = text[opened], text[at]
    before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
    if first == "„":
        return mark in _CLOSING and not before.isspace()
    if first in "‘'":
        return mark == PAIRS.get(first, "'") and not after.isalnum() and not before.isspace()
    if first == "“" and mark == _STRAIGHT:
        # A typewriter's mark closes a typographer's, where no other one does.
        return not before.isspace() and not after.isalnum() and "”" not in text[at:end]
    if first in PAIRS:
        return mark == PAIRS[first]
    if mark not in (_STRAIGHT, "”"):
        return False
    # ', "explained the daily': a closing mark that a stray space has pushed from its comma.
    return not before.isspace() or (after.isalpha() and text[at - 2] in ",.!?")


def _quote(text: str, start: int, end: int) -> Quote:
    closed = text[end - 1] in (*PAIRS.values(), _STRAIGHT, "'")
    return Quote(start=start, end=end, text=text[start:end], inner=Span.cut(text, start + 1, end - closed))

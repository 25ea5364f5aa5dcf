"""What stands between the quotation marks of Russian and Ukrainian, which nest: «… „…“ …», "… "…" …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model.annotation import Quote
from reportedly.model.span import Span

OPENED_BY = {"»": "«", "”": "“„", "“": "„", '"': '"„“'}
"""The marks that a mark can close. A row of straight marks, as broken tables have them, is one mark."""
FAR_PARAGRAPHS = 6
"""A quotation opened in one paragraph and not closed there may be closed in so many of the next ones."""

_MARK = re.compile(r'[«»„“”]|"+')
_MARKUP = "*_~|"
_SPOKEN = re.compile(r"[*_]*,[*_]*\s*[—–-]+\s")


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    start: int
    end: int


@dataclass(slots=True)
class _Paired:
    """What a paragraph leaves: whole quotations, marks left open, marks that close what an earlier one opened."""

    whole: list[tuple[_Mark, _Mark]]
    opened: list[_Mark]
    strays: list[_Mark]


def pair_nested(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """The outermost quotations of a text, in order. A mark left open quotes nothing, unless a later paragraph closes it."""
    paired = [_pair(text, start, end) for start, end in paragraphs]
    found = [
        Quote(
            start=first.start,
            end=last.end,
            text=text[first.start : last.end],
            inner=Span.cut(text, first.end, last.start),
        )
        for each in paired
        for first, last in each.whole
    ]
    found += _far(text, paired)
    found += _repeated(text, paragraphs, paired)
    end = 0
    for quote in sorted(found, key=lambda each: (each.start, -each.end)):
        if quote.start >= end:
            yield quote
            end = quote.end


def _far(text: str, paired: Sequence[_Paired]) -> Iterator[Quote]:
    """Quotations that go on over the ends of paragraphs."""
    for number, each in enumerate(paired):
        if not each.opened or each.opened[0].kind == '"':
            continue
        first = each.opened[0]
        strays = (stray for later in paired[number + 1 : number + 1 + FAR_PARAGRAPHS] for stray in later.strays)
        if last := next((stray for stray in strays if first.kind in OPENED_BY[stray.kind]), None):
            inner = Span.cut(text, first.end, last.start)
            yield Quote(start=first.start, end=last.end, text=text[first.start : last.end], inner=inner)


def _repeated(text: str, paragraphs: Sequence[tuple[int, int]], paired: Sequence[_Paired]) -> Iterator[Quote]:
    """Quotations whose mark is set anew at the head of each paragraph and closed in the last one alone."""
    for ((_, end), each), ((start, _), _) in pairwise(zip(paragraphs, paired, strict=True)):
        if each.opened and text[start] == each.opened[0].kind:
            first = each.opened[0]
            yield Quote(start=first.start, end=end, text=text[first.start : end], inner=Span.cut(text, first.end, end))


def _pair(text: str, start: int, end: int) -> _Paired:
    """Pair the marks of one paragraph."""
    paired = _Paired([], [], [])
    for match in _MARK.finditer(text, start, end):
        mark = _Mark(match.group()[0], *match.span())
        if _opens(text, mark, start, end, paired.opened):
            paired.opened.append(mark)
            continue
        depth = next(
            (
                each
                for each in reversed(range(len(paired.opened)))
                if paired.opened[each].kind in OPENED_BY.get(mark.kind, "")
            ),
            None,
        )
        if depth is None:
            paired.strays.append(mark)
        else:
            if text[paired.opened[depth].end : mark.start].strip():
                paired.whole.append((paired.opened[depth], mark))
            del paired.opened[depth:]
    if paired.opened and (last := _shared(text, end, paired)):
        paired.whole.append((paired.opened[0], last))
        paired.opened.clear()
    return paired


def _shared(text: str, end: int, paired: _Paired) -> _Mark | None:
    """The mark that closes both a name and the speech that ends with it: «… ракеты «Рожь», — сказал он."""
    return next(
        (
            last
            for first, last in reversed(paired.whole)
            if first.start > paired.opened[0].start and _SPOKEN.match(text, last.end, end)
        ),
        None,
    )


def _opens(text: str, mark: _Mark, start: int, end: int, opened: Sequence[_Mark]) -> bool:
    """Does a mark open a quotation? Straight ones and “ face the word that they touch."""
    if mark.kind in "«„":
        return True
    if mark.kind in "»”":
        return False
    if mark.kind == "“" and opened and opened[-1].kind == "„":
        return False
    before = text[start : mark.start].rstrip(_MARKUP)[-1:] or " "
    after = text[mark.end : end].lstrip(_MARKUP)[:1] or " "
    if after.isspace() or after in ",.!?…:;)]»”":
        return False
    if before.isspace() or before in "([«„“—–-/":
        return True
    return not opened or opened[-1].kind not in OPENED_BY.get(mark.kind, "")

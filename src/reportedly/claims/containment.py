"""Which place lies in which, as the words say it: "X, Y", "X in the Y region", "Y's X", "In the Y region, … X"."""

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.relations import Relation, RelationKind
from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span

_WITHIN = re.compile(
    r"^(?P<words>,?\s*(?:(?:a|the)\s+(?:\w+\s+){1,4})?(?:located\s+|situated\s+)?(?:\b(?:in|inside|within)|\bof)\s+"
    r"(?:the\s+)?(?:(?:\w+ern|\w+-held|self-\w+|occupied)\s+){0,2}(?:(?:region|oblast|province|state|district)\s+of\s+)?)$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^,\s*$")
_LISTING = re.compile(r"^\s*(?:,|and|or|,\s*and|,\s*or)\s*$")
_POSSESSED = re.compile(r"^(?:['’]s?\s+)(?:\w+ern\s+)?(?:city|town|village|capital|port)?\s*(?:of\s+)?$", re.IGNORECASE)
_REGION_FIRST = re.compile(r"in\s+(?:the\s+)?(?:\w+ern\s+)?$", re.IGNORECASE)
_UNIT_NEXT = re.compile(r"\s+(?:region|oblast|province|governorate|district|state)\b", re.IGNORECASE)


def read_containment(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """Every relation of containment that the words between names state."""
    for number, name in enumerate(names):
        if number + 1 < len(names) and sentence_starts[number] == sentence_starts[number + 1]:
            yield from _pairwise(text, number, number + 1, names)
            yield from _through(text, number, names, sentence_starts)
            yield from _listed(text, number, names, sentence_starts)
        if match := _REGION_FIRST.match(text[sentence_starts[number] : name.start].lstrip("•–—-▪ \n")):
            yield from _region_heading(text, number, match.group(), names, sentence_starts)


def _pairwise(text: str, left: int, right: int, names: Sequence[PlaceName]) -> Iterator[Relation]:
    """ "X, Y", "X in the Y region", "Y's X": one of two neighbours lies in the other."""
    start, end = names[left].end, names[right].start
    gap = text[start:end]
    if names[right].adjective or start > end:
        return
    words = Span(start=start, end=end, text=gap)
    plain = not names[left].adjective
    if plain and (_COMMA.match(gap) or _WITHIN.match(gap)):
        listed = _is_listed(text, left, right, names)
        yield Relation(kind=RelationKind.WITHIN, target=left, anchor=right, words=words, listed=listed)
    if _POSSESSED.match(gap) or (not plain and _is_kind_noun(gap)):
        yield Relation(kind=RelationKind.WITHIN, target=right, anchor=left, words=words)


def _listed(text: str, last: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]) -> Iterator[Relation]:
    """ "A, B and C in the Y region": A and B lie there too."""
    region = last + 1
    gap = text[names[last].end : names[region].start]
    if names[region].adjective or not _WITHIN.match(gap):
        return
    words = Span(start=names[last].end, end=names[region].start, text=gap)
    target = last - 1
    while target >= 0 and sentence_starts[target] == sentence_starts[last] and not names[target].adjective:
        if not _LISTING.match(text[names[target].end : names[target + 1].start]):
            return
        yield Relation(kind=RelationKind.WITHIN, target=target, anchor=region, words=words)
        target -= 1


def _region_heading(
    text: str, anchor: int, opening: str, names: Sequence[PlaceName], sentence_starts: Sequence[int]
) -> Iterator[Relation]:
    """ "In the Y region, … in X": the sentence's other places most likely lie there."""
    if names[anchor].adjective or not _UNIT_NEXT.match(text[names[anchor].end : names[anchor].end + 30]):
        return
    start = names[anchor].start - len(opening)
    words = Span.cut(text, start, names[anchor].start)
    for target in range(anchor + 1, len(names)):
        if sentence_starts[target] != sentence_starts[anchor]:
            return
        if not names[target].adjective:
            yield Relation(kind=RelationKind.WITHIN, target=target, anchor=anchor, words=words, loose=True)


def _through(text: str, left: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]) -> Iterator[Relation]:
    """ "X in Ukraine's Donetsk region", "X, in the Syrian province of Y": X lies in the second of the two."""
    owner, right = left + 1, left + 2
    if right >= len(names) or sentence_starts[right] != sentence_starts[left]:
        return
    if not names[owner].adjective or names[left].adjective or names[right].adjective:
        return
    rest = text[names[owner].end : names[right].start]
    owned = _POSSESSED.match(rest) or re.match(r"^\s+(?:(?:region|province|oblast|state|district)\s+of\s+)?$", rest)
    words = Span.cut(text, names[left].end, names[right].start)
    if owned and _WITHIN.match(text[names[left].end : names[owner].start]):
        yield Relation(kind=RelationKind.WITHIN, target=left, anchor=right, words=words)


def _is_listed(text: str, left: int, right: int, names: Sequence[PlaceName]) -> bool:
    """Does the text go on to a further name, or come from one: "A, B, C and D"?"""
    gaps = []
    if left > 0 and not names[left - 1].adjective:
        gaps.append(text[names[left - 1].end : names[left].start])
    if right + 1 < len(names) and not names[right + 1].adjective:
        gaps.append(text[names[right].end : names[right + 1].start])
    return any(_LISTING.match(gap) for gap in gaps)


def _is_kind_noun(gap: str) -> bool:
    """ "the Ukrainian city of X", "the Sudanese village X"."""
    return (
        re.match(
            r"^\s+(?:[\w-]+\s+){0,2}(?:city|town|village|port|settlement|capital|region|island)\s+(?:of\s+)?$", gap
        )
        is not None
    )

"""How far, in which direction, and between which places: what the words say of where one place lies from another."""

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.relations import BEARINGS, Relation, RelationKind, says_sector, target_before
from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span

_KM = {"nautical mile": 1.852, "nmi": 1.852, "km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609, "mi": 1.609}
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "a dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a hundred": 100, "a few": 3,
    "several": 5, "a couple of": 2,
}  # fmt: skip

_COMPASS = r"(?:north|south)(?:-?(?:east|west))?|east|west"
_OF_TOWN = r"(?:the\s+)?(?:(?:city|town|village|settlement|port|regional capital|capital)\s+of\s+|city\s+|town\s+|village\s+)?(?:\w+-held\s+)?"
_NUMBER = r"\d[\d,.]*|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DISTANCE = re.compile(
    rf"(?P<words>(?:(?P<loose>about|some|approximately|around|roughly|nearly|almost|up to|more than|less than|over|under)\s+)?"
    rf"(?:just\s+|only\s+)?\b(?P<number>{_NUMBER})(?:\s+|-)?(?P<unit>km|kilomet(?:er|re)s?|nautical\s+miles?|nmi|miles?|mi)\b(?:\s*\([^)]*\))?"
    rf"\s*,?\s*(?:away\s+)?(?:to\s+the\s+)?(?P<compass>{_COMPASS})?\s*(?:away\s+)?(?:from|of|off|outside)\s+)"
    rf"(?:the\s+)?(?:cent(?:re|er)\s+of\s+|outskirts\s+of\s+)?{_OF_TOWN}$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    rf"(?P<words>(?:to\s+the\s+|(?:just\s+)?(?<!\bthe\s))\b(?P<compass>{_COMPASS})\s+(?:of|from)\s+){_OF_TOWN}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"(?P<words>\b(?:near|close\s+to|next\s+to|not\s+far\s+from|outside|just\s+outside|adjacent\s+to|"
    rf"in\s+the\s+vicinity\s+of|that\s+overlooks?|overlooking)\s+){_OF_TOWN}$",
    re.IGNORECASE,
)
_REACH = 120
"""Characters before a name that are searched for a relation."""


def read_distances(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """Distances, directions, nearness, "between", and what is told under a direction of the front."""
    for anchor, name in enumerate(names):
        start = max(sentence_starts[anchor], name.start - _REACH)
        yield from _before(text, start, anchor, names, sentence_starts)
        yield from _between(text, anchor, names, sentence_starts)
        if says_sector(text, name):
            yield from _heading(text, anchor, names, sentence_starts)


def _before(
    text: str, start: int, anchor: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]
) -> Iterator[Relation]:
    """Relations whose words end where the anchor's name begins; "near the Polish border" is near no point."""
    if names[anchor].adjective:
        return
    piece = text[start : names[anchor].start]
    match, kind = _DISTANCE.search(piece), RelationKind.DISTANCE
    if match is None:
        match, kind = _DIRECTION.search(piece), RelationKind.DIRECTION
    if match is None:
        match, kind = _NEAR.search(piece), RelationKind.NEAR
    if match is None:
        return
    words = Span.cut(text, start + match.start("words"), start + match.end("words"))
    target = target_before(text, words, anchor, names, sentence_starts)
    if kind is RelationKind.NEAR and target is None:
        return  # "fighting near Y": the role says it all
    facts = match.groupdict()
    compass = facts.get("compass")
    bearing = BEARINGS[compass.lower()] if compass else None
    km, slack = _kilometres(facts) if kind is RelationKind.DISTANCE else (None, 0.0)
    yield Relation(kind=kind, target=target, anchor=anchor, km=km, slack_km=slack, bearing=bearing, words=words)


def _kilometres(facts: dict[str, str | None]) -> tuple[float, float]:
    """The distance, and how far off it may be: an eighth, more for round and hedged numbers."""
    spoken, unit = (facts["number"] or "").lower(), (facts["unit"] or "").lower().rstrip("s")
    digits = spoken.replace(",", "").rstrip(".")
    value = float(_NUMBERS[spoken]) if spoken in _NUMBERS else float(digits) if digits.count(".") < 2 else 0.0
    km = value * _KM[" ".join(unit.split())]
    slack = max(2.5, 0.12 * km)
    if value % 5 == 0 or facts["loose"]:
        slack += 2.5
    if facts["loose"] in ("up to", "less than", "under", "more than", "over") or spoken in ("a few", "several"):
        slack += 0.25 * km
    return km, slack


def _between(text: str, first: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]) -> Iterator[Relation]:
    """ "X, between A and B": X is near both."""
    second = first + 1
    if second >= len(names) or sentence_starts[first] != sentence_starts[second]:
        return
    opening = re.search(
        r"\bbetween\s+(?:the\s+\w+\s+of\s+)?$", text[max(0, names[first].start - 40) : names[first].start]
    )
    if opening is None or not re.match(r"^\s+and\s+$", text[names[first].end : names[second].start]):
        return
    start = max(0, names[first].start - 40) + opening.start()
    words = Span.cut(text, start, names[second].start)
    target = target_before(text, words, first, names, sentence_starts)
    if target is not None:
        for anchor in (first, second):
            yield Relation(kind=RelationKind.BETWEEN, target=target, anchor=anchor, words=words)


def _heading(text: str, anchor: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]) -> Iterator[Relation]:
    """ "In the Y direction, … near X": every later place of the sentence belongs there."""
    start = sentence_starts[anchor]
    if not re.match(r"(?:in|on|along|at)\s+(?:the\s+)?$", text[start : names[anchor].start].lstrip("•–—-▪ \n").lower()):
        return
    words = Span.cut(text, start, min(len(text), names[anchor].end + 12))
    for target in range(anchor + 1, len(names)):
        if sentence_starts[target] != start:
            return
        if not names[target].adjective and not says_sector(text, names[target]):
            yield Relation(kind=RelationKind.SECTOR, target=target, anchor=anchor, words=words)

"""What the words say about where one place lies from another: distance, direction, nearness, containment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon


class RelationKind(StrEnum):
    """How one place stands to another."""

    DISTANCE = "distance"
    """So many kilometres off, in a direction or in none."""
    DIRECTION = "direction"
    NEAR = "near"
    BETWEEN = "between"
    WITHIN = "within"
    """The anchor is an area, and the target lies in it."""
    SECTOR = "sector"
    """Told under the heading of a direction ("In the Lyman direction, … near Yampil")."""
    OUTSKIRTS = "outskirts"
    """At the edge of a town, on one side of it or on any."""
    BANK = "bank"
    """The anchor is a river, and the target lies on one of its banks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Where `target` lies, seen from `anchor`; both are numbers in the document's list of place names."""

    kind: RelationKind
    target: int | None
    """None where no place is named for what lies there: "a drone fell 5 km from Y"."""
    anchor: int
    km: float | None = None
    slack_km: float = 0.0
    """How far from `km` the true distance may be, as the words and the roundness of the number go."""
    bearing: float | None = None
    """Direction from the anchor, degrees clockwise from north."""
    bank: str | None = None
    """`left` or `right` of the river, looking downstream."""
    words: Span
    """The words that say so."""
    listed: bool = False
    """Whether more names follow or go before, so that "X, Y" may be a list."""


BEARINGS = {
    word: 45.0 * step
    for step, spoken in enumerate(
        ("north", "northeast north-east", "east", "southeast south-east", "south", "southwest south-west", "west", "northwest north-west")
    )
    for word in spoken.split()
}  # fmt: skip
_KM = {"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609, "mi": 1.609}
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
    rf"(?:just\s+|only\s+)?\b(?P<number>{_NUMBER})(?:\s+|-)?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi)\b(?:\s*\([^)]*\))?"
    rf"\s*,?\s*(?:away\s+)?(?:to\s+the\s+)?(?P<compass>{_COMPASS})?\s*(?:away\s+)?(?:from|of|off|outside)\s+)"
    rf"(?:the\s+)?(?:cent(?:re|er)\s+of\s+|outskirts\s+of\s+)?{_OF_TOWN}$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    rf"(?P<words>(?:to\s+the\s+|just\s+)?\b(?P<compass>{_COMPASS})\s+(?:of|from)\s+){_OF_TOWN}$", re.IGNORECASE
)
_NEAR = re.compile(
    rf"(?P<words>\b(?:near|close\s+to|next\s+to|not\s+far\s+from|outside|just\s+outside|adjacent\s+to|"
    rf"in\s+the\s+vicinity\s+of|that\s+overlooks?|overlooking)\s+){_OF_TOWN}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^(?P<words>,?\s*(?:(?:a|the)\s+(?:\w+\s+){1,4})?(?:located\s+|situated\s+)?(?:\b(?:in|inside|within)|\bof)\s+"
    r"(?:the\s+)?(?:(?:\w+ern|\w+-held|self-\w+|occupied)\s+){0,2}(?:(?:region|oblast|province|state|district)\s+of\s+)?)$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^,\s*$")
_LISTING = re.compile(r"^\s*(?:,|and|or|,\s*and|,\s*or)\s*$")
_POSSESSED = re.compile(r"^(?:['’]s?\s+)(?:\w+ern\s+)?(?:city|town|village|capital|port)?\s*(?:of\s+)?$", re.IGNORECASE)
_ASIDE_WORDS = frozenset(
    "which that is are was lies lie located situated a an the village town city settlement strategic small key location"
    " position place suburb hamlet hill hilltop just only some about railway logistics hub with frontline another region regions district districts".split()
)
_REACH = 120
"""Characters before a name that are searched for a relation."""


def read_relations(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> list[Relation]:
    """Every relation that the words between names state.

    Args:
        text: the document's text.
        sentence_starts: where the sentence begins in which each of `names` stands.
        names: in order of the text.
    """
    found: list[Relation] = []
    for anchor, name in enumerate(names):
        start = max(sentence_starts[anchor], name.start - _REACH)
        found += _before(text, start, anchor, names, sentence_starts)
        if anchor + 1 < len(names) and sentence_starts[anchor] == sentence_starts[anchor + 1]:
            found += _pairwise(text, anchor, anchor + 1, names)
            found += _through(text, anchor, names, sentence_starts)
        found += _between(text, anchor, names, sentence_starts)
        if says_sector(text, name):
            found += _heading(text, anchor, names, sentence_starts)
    return found


def says_sector(text: str, name: PlaceName) -> bool:
    """Is the name that of a direction: "the Lyman direction"?"""
    following = re.match(r"\s+(?!the\b|an?\b|its?\b|this\b)(?:\w+\s+)?([a-z]+)\b", text[name.end : name.end + 40])
    first = re.match(r"[ -]([a-z]+)\b", text[name.end : name.end + 40])
    sector = frozenset(lexicon("en", "place")["nouns"]["sector"].split())
    return any(match is not None and match.group(1).lower() in sector for match in (first, following))


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
    km = value * _KM[unit]
    slack = max(2.5, 0.12 * km)
    if value % 5 == 0 or facts["loose"]:
        slack += 2.5
    if facts["loose"] in ("up to", "less than", "under", "more than", "over") or spoken in ("a few", "several"):
        slack += 0.25 * km
    return km, slack


def target_before(
    text: str, words: Span, anchor: int, names: Sequence[PlaceName], sentence_starts: Sequence[int]
) -> int | None:
    """The number of the place before `words`, if only an aside ("a village", "which lies") parts it from the relation's words."""
    before = anchor - 1
    if before < 0 or sentence_starts[before] != sentence_starts[anchor] or names[before].adjective:
        return None
    between = re.findall(r"[\w-]+|[^\w\s]", text[names[before].end : words.start].lower())
    aside = all(word in _ASIDE_WORDS or word in ",(–—-" or word.endswith("ing") for word in between)
    return before if aside else None


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

"""What the words say about where one place lies from another: distance, direction, nearness, containment."""

import re
from collections.abc import Sequence
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
    QUARTER = "quarter"
    """The anchor is a town, and the target a part of it that has a name of its own."""
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
    loose: bool = False
    """Does it speak for an entry that keeps it, but not against one that breaks it?"""
    listed: bool = False
    """Whether more names follow or go before, so that "X, Y" may be a list."""


BEARINGS = {
    word: 45.0 * step
    for step, spoken in enumerate(
        ("north", "northeast north-east", "east", "southeast south-east", "south", "southwest south-west", "west", "northwest north-west")
    )
    for word in spoken.split()
}  # fmt: skip


_DIRECTION_OF = re.compile(r"\bdirections?\s+of\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?$", re.IGNORECASE)
_ASIDE_WORDS = frozenset(
    "which that is are was lies lie located situated a an the village town city settlement strategic small key location"
    " position place suburb hamlet hill hilltop just only some about railway logistics hub with frontline another region regions district districts".split()
)


def says_sector(text: str, name: PlaceName) -> bool:
    """Is the name that of a direction: "the Lyman direction"?"""
    following = re.match(r"\s+(?!the\b|an?\b|its?\b|this\b)(?:\w+\s+)?([a-z]+)\b", text[name.end : name.end + 40])
    first = re.match(r"[ -]([a-z]+)\b", text[name.end : name.end + 40])
    if _DIRECTION_OF.search(text[max(0, name.start - 40) : name.start]):
        return True
    sector = frozenset(lexicon("en", "place")["nouns"]["sector"].split())
    return any(match is not None and match.group(1).lower() in sector for match in (first, following))


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

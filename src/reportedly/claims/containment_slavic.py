"""Which place lies in which, as Russian and Ukrainian say it: "X Донецкой области", "X (Донецкая область)", "в Донецкой области: X"."""

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.asked_slavic import asked_kind, is_unit
from reportedly.claims.relations import Relation, RelationKind
from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span
from reportedly.reference.gazetteer import PlaceKind

_UNIT = r"(?:область|области|областей|областях|області|областю|обл|район\w*|р-н\w*|громад\w*|тг|край|края|крае|краю|округ\w*)\.?"
_OF = re.compile(rf"^\s+(?:{_UNIT}\s+)?$", re.IGNORECASE)
""" "X Покровского района Донецкой области": nothing but the units' own nouns."""
_IN = re.compile(
    r"^\s*,?\s*\(?\s*(?:(?:что|що|который|которая|який|яка|яке|расположен\w*|розташован\w*|находится|знаходиться|находящ\w+)\s+){0,2}"
    r"(?:в|во|у|на)\s+(?:(?:\w*оккупированн|\w*окупован|соседн|сусідн|российск|російськ|украинск|українськ|прифронтов)\w*\s+)*"
    r"(?:(?:республи|республі)\w+\s+)?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(rf"^\s*(?:{_UNIT}\s*)?(?:\(|,)\s*(?:ар\s+|республи\w+\s+|республіка\s+)?$", re.IGNORECASE)
_LISTING = re.compile(r"^\s*(?:,|,?\s*(?:и|й|і|та|или|або))\s*$")
_OPENING = re.compile(
    r"^\W*(?:(?:в|во|у|на|по)\s+)?(?:(?:временно|тимчасово|\w*оккупированн\w+|\w*окупован\w+)\s+)*$", re.IGNORECASE
)
_LONGEST_CHAIN = 3


def read_slavic_containment(
    text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]
) -> Iterator[Relation]:
    """Every relation of containment that the words between names state."""
    for number, name in enumerate(names):
        if not name.adjective:
            yield from _chain(text, number, sentence_starts, names)
            yield from _listed(text, number, sentence_starts, names)
        if _OPENING.match(text[sentence_starts[number] : name.start]) and is_unit(text, name):
            yield from _heading(text, number, sentence_starts, names)


def _chain(text: str, target: int, starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """ "X Y-ского района Z-ской области": X lies in both."""
    for anchor in range(target + 1, min(target + 1 + _LONGEST_CHAIN, len(names))):
        if names[anchor].adjective:
            return
        gap = text[names[anchor - 1].end : names[anchor].start]
        if starts[anchor] != starts[target] or not _joins(text, gap, names[anchor]):
            return
        words = Span.cut(text, names[anchor - 1].end, names[anchor].start)
        if is_region(text, names[anchor]):
            # A district that only its town is known for: the place is somewhere around the town.
            kind = (
                RelationKind.NEAR
                if is_unit(text, names[anchor]) and not _is_whole(text, names[anchor])
                else RelationKind.WITHIN
            )
            yield Relation(kind=kind, target=target, anchor=anchor, words=words)


def _joins(text: str, gap: str, right: PlaceName) -> bool:
    """Do the words between two names say that the first lies in the second?"""
    if _IN.match(gap):
        return True
    unit = is_region(text, right)
    return unit and (_OF.match(gap) is not None or _ASIDE.match(gap) is not None)


def is_region(text: str, name: PlaceName) -> bool:
    """Is it a region by its own words, or a name that is a country's or an area's by what it is?"""
    if is_unit(text, name) or asked_kind(text, name) is PlaceKind.AREA:
        return True
    return name.text in ("РФ", "США") or name.text in (
        "Украины",
        "Украина",
        "України",
        "Україна",
        "России",
        "Россия",
        "Росії",
        "Росія",
    )


def _is_whole(text: str, name: PlaceName) -> bool:
    """Does the name hold the unit itself, and not only the town that it is called after?"""
    return asked_kind(text, name) in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA)


def _listed(text: str, last: int, starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """ "A, B и C в Донецкой области": A and B lie there too."""
    region = last + 1
    if region >= len(names) or starts[region] != starts[last] or not is_unit(text, names[region]):
        return
    gap = text[names[last].end : names[region].start]
    if not (_IN.match(gap) or _OF.match(gap)):
        return
    words = Span.cut(text, names[last].end, names[region].start)
    for target in range(last - 1, -1, -1):
        if starts[target] != starts[last] or names[target].adjective or is_unit(text, names[target]):
            return
        if not _LISTING.match(text[names[target].end : names[target + 1].start]):
            return
        yield Relation(kind=RelationKind.WITHIN, target=target, anchor=region, words=words)


def _heading(text: str, anchor: int, starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """ "В Донецкой области … X": the sentence's other places most likely lie there."""
    words = Span.cut(text, starts[anchor], names[anchor].end)
    for target in range(anchor + 1, len(names)):
        if starts[target] != starts[anchor] or is_unit(text, names[target]):
            return
        if not names[target].adjective:
            yield Relation(kind=RelationKind.WITHIN, target=target, anchor=anchor, words=words, loose=True)

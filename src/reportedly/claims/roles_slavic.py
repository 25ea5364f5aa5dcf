"""How a place bears on what is said of it, from the words around its name in Russian and Ukrainian."""

import re
from collections.abc import Sequence

from reportedly.claims.asked_slavic import TOWN_BEFORE, is_unit, says_sector
from reportedly.claims.relations import Relation, RelationKind
from reportedly.model.annotation import PlaceName
from reportedly.model.place import PlaceRole
from reportedly.reference.gazetteer import PlaceKind

_REFERRING = (
    RelationKind.DISTANCE, RelationKind.DIRECTION, RelationKind.NEAR, RelationKind.BETWEEN, RelationKind.OUTSKIRTS,
    RelationKind.BANK,
)  # fmt: skip
_LIST_GAP = re.compile(r"^\s*(?:,|,?\s*(?:и|й|і|та|или|або))\s*$")
_NEAR = re.compile(
    r"\b(?:под|під|возле|близ|вблизи|около|вокруг|рядом\s+со?|недалеко\s+(?:от|від)|неподал[её]ку\s+от|біля|поблизу|неподалік|"
    r"поблизу\s+від|неподалік\s+від|поруч\s+(?:з|із|зі)|поряд\s+(?:з|із|зі)|коло|навколо|довкола|окраин\w+|околиц\w+|околиц|пригород\w*|передміст\w+|"
    r"предмест\w+|подступах\s+к|підступах\s+до|окрестност\w+|[ву]\s+район[еі]|[\w-]+(?:нее|ніше|іше)(?:\s+від)?|"
    rf"(?:к|на)\s+[\w-]+(?:\s+(?:схід|захід))?\s+(?:от|від))\s+{TOWN_BEFORE}$",
    re.IGNORECASE,
)
_TOWARD = re.compile(
    rf"\b(?:в\s+сторону|у\s+бік|в\s+бік|в\s+направлении|[ву]\s+напрямку|по\s+направлению\s+к|курсом\s+на|курс\s+на)\s+{TOWN_BEFORE}$",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(?:наступ|продвиг|продвин|просува|просунул|движ|двиг|руха|прорыв|прорив|рв[уеі]|отступ|відступ|отход|отош|відход|відійш|дорог|трасс|трас[аиіу])\w*"
    rf"\s+(?:[\w-]+\s+){{0,2}}(?:на|к|ко|до)\s+{TOWN_BEFORE}$",
    re.IGNORECASE,
)
_LIES = re.compile(r"\b(?:находит|располож|лежит|знаходит|розташован|лежить)\w*\b", re.IGNORECASE)
"""What is said to lie somewhere is a place itself, if an unnamed one."""
_REACH = 60


def read_slavic_role(
    number: int, text: str, names: Sequence[PlaceName], relations: Sequence[Relation], kind: PlaceKind | None
) -> PlaceRole:
    """The role of one place name; `kind` is what it was resolved to."""
    name = names[number]
    anchored = [relation for relation in relations if relation.anchor == number and relation.kind in _REFERRING]
    area = kind not in (None, PlaceKind.SETTLEMENT)
    if area:
        # "В западной части Крыма" is in it.
        anchored = [relation for relation in anchored if relation.kind is not RelationKind.OUTSKIRTS]
    if says_sector(text, name):
        return PlaceRole.TOWARD
    if is_unit(text, name):
        return PlaceRole.REGION
    # Near what "под X" says, it happened near X too.
    measured = [relation for relation in anchored if relation.kind is not RelationKind.NEAR]
    if any(relation.target is not None or _only_says_where(text, relation) for relation in measured):
        return PlaceRole.REFERENCE
    before = text[max(0, name.start - _REACH) : name.start]
    if _TOWARD.search(before) or _GOES.search(before):
        return PlaceRole.TOWARD
    if anchored or _NEAR.search(before):
        return PlaceRole.NEAR
    if _goes_on(number, text, names) and read_slavic_role(number - 1, text, names, relations, None) is PlaceRole.NEAR:
        return PlaceRole.NEAR
    return PlaceRole.REGION if area else PlaceRole.AT


def _only_says_where(text: str, relation: Relation) -> bool:
    """ "Аэродром находится в 55 км от X": X is named to say where the other is."""
    measured = relation.kind in (RelationKind.DISTANCE, RelationKind.DIRECTION)
    return measured and _LIES.search(text[max(0, relation.words.start - 40) : relation.words.start]) is not None


def _goes_on(number: int, text: str, names: Sequence[PlaceName]) -> bool:
    """Does a list go on from the name before?"""
    before = names[number - 1] if number else None
    return (
        before is not None
        and not before.adjective
        and _LIST_GAP.match(text[before.end : names[number].start]) is not None
    )

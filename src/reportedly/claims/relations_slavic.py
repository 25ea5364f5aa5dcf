"""Where one place lies from another, as Russian and Ukrainian say it: "в 55 км к северу от X", "на околиці X", "между X и Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.asked_slavic import TOWN_BEFORE, says_sector
from reportedly.claims.relations import Relation, RelationKind
from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span

_UNITS_KM = (("км", 1.0), ("кило", 1.0), ("кіло", 1.0), ("мор", 1.852), ("мил", 1.609), ("м", 0.001))
_NUMBERS = {
    "один": 1, "одном": 1, "одного": 1, "полутора": 1.5, "півтора": 1.5, "двух": 2, "два": 2, "двох": 2, "трех": 3, "трёх": 3,
    "три": 3, "трьох": 3, "четырех": 4, "четырёх": 4, "чотирьох": 4, "чотири": 4, "пяти": 5, "п’яти": 5, "п'яти": 5, "шести": 6,
    "семи": 7, "восьми": 8, "девяти": 9, "дев’яти": 9, "десяти": 10, "десятке": 10, "пятнадцати": 15, "двадцати": 20, "двадцяти": 20,
    "тридцати": 30, "тридцяти": 30, "сорока": 40, "пятидесяти": 50, "ста": 100, "нескольких": 5, "кількох": 5, "декількох": 5,
    "паре": 2, "кілька": 5, "несколько": 5,
}  # fmt: skip
_SIDE = r"(?:север|юг|юж|восто|запад|юго|північ|півд|схід|східн|захід)[\w-]*(?:\s+(?:схід|захід)\w*)?"
_FURTHER = r"(?:север|юж|восточ|запад|юго|северо|північ|півден|схід|захід)[\w-]*(?:нее|ніше|іше)"
_LOOSE = (
    r"примерно|приблизительно|около|почти|более(?:\s+чем)?|менее(?:\s+чем)?|свыше|до|порядка|не\s+более|"
    r"приблизно|орієнтовно|близько|майже|понад|більше|менше|менш\s+ніж|більш\s+ніж"
)
_NUMBER = r"\d+(?:[.,\s]\d+)*(?:\s?[-–—]\s?\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DISTANCE = re.compile(
    rf"(?P<words>\b(?:(?P<loose>{_LOOSE})\s+)?(?:(?:в|у|за|на|до)\s+)?(?:(?P<about>{_LOOSE})\s+)?(?P<number>{_NUMBER})\s*-?"
    r"(?P<unit>км|километр\w*|кілометр\w*|морск\w+\s+мил\w+|миль|мил\w+|м\b|метр\w*)\.?\s*(?:\([^)]*\)\s*)?,?\s*"
    rf"(?:(?:(?:к|ко|на)\s+)?(?P<side>{_SIDE})\s+)?(?:(?:от|від|од)\s+|(?<=ее\s)|(?<=іше\s)))"
    rf"(?:(?:центра|центру|границ\w+|окраин\w+|околиц\w+)\s+)?{TOWN_BEFORE}$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    rf"(?P<words>\b(?:(?:к|ко|на|з|с)\s+(?P<side>{_SIDE})\s+(?:от|від|од)|(?P<further>{_FURTHER})(?:\s+(?:от|від|од))?)\s+){TOWN_BEFORE}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"(?P<words>\b(?:под|під|возле|близ|вблизи(?:\s+от)?|недалеко\s+(?:от|від)|неподал[её]ку\s+от|рядом\s+со?|около|вокруг|"
    r"біля|поблизу(?:\s+від)?|неподалік(?:\s+від)?|поруч\s+(?:з|із|зі)|поряд\s+(?:з|із|зі)|коло|навколо|довкола|"
    r"в\s+окрестностях|на\s+подступах\s+к|на\s+підступах\s+до|[ву]\s+район[еі]|в\s+околицях)\s+)"
    rf"{TOWN_BEFORE}$",
    re.IGNORECASE,
)
_EDGE = re.compile(
    rf"(?P<words>\b(?:(?:на|в|у|из|от|з|від|до|к)\s+)?(?:(?P<side>(?:север|юж|восточ|запад|юго|північ|півд|східн|західн)[\w-]*)\s+)?"
    rf"(?:окраин\w*|околиц\w+|пригород\w*|передміст\w+|предмест\w+|част[иь]\w*|частин\w+)\s+){TOWN_BEFORE}$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<words>\bна\s+(?P<side>севере|юге|востоке|западе|северо-востоке|северо-западе|юго-востоке|юго-западе|півночі|півдні|"
    rf"сході|заході|північному\s+сході|північному\s+заході|південному\s+сході|південному\s+заході)\s+){TOWN_BEFORE}$",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"(?P<words>\b(?:(?:на|с|з|вдоль|по|до|из)\s+)?(?:(?P<bank>лев|прав|лів)(?:ом|ого|ому|ый|ий|обереж\w+)|(?P<side>(?:север|юж|восточ|запад|північ|півд|східн|західн)[\w-]*))"
    r"\s+бер[её][гз]\w*\s+)(?:р(?:\.|ек\w+|ік\w+|ічк\w+)\s*)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"(?P<words>\b(?:между|між|поміж)\s+){TOWN_BEFORE}$", re.IGNORECASE)
_ASIDE = frozenset(
    "что що который которая которое котрий який яка яке находится находящемся расположен расположена расположено расположенном"
    " расположенной расположенный расположенное знаходиться розташований розташована розташоване розташованому розташованій лежит лежить село сёла посёлок поселок"
    " деревня город село селище місто хутір станция станция всего лише только за в у это це это недалеко а и".split()
)
_REACH = 130
"""Characters before a name that are searched for a relation."""
_NEAR_KINDS = ((RelationKind.DISTANCE, _DISTANCE), (RelationKind.DIRECTION, _DIRECTION), (RelationKind.BANK, _BANK))
_EDGE_KINDS = ((RelationKind.OUTSKIRTS, _EDGE), (RelationKind.OUTSKIRTS, _PART), (RelationKind.NEAR, _NEAR))


@dataclass(frozen=True, slots=True)
class _Page:
    """A document's text and names, and where the sentence of each name begins."""

    text: str
    starts: Sequence[int]
    names: Sequence[PlaceName]


def read_slavic_relations(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """Distances, directions, nearness, edges, banks, "between", and what is told under a direction of the front."""
    page = _Page(text, sentence_starts, names)
    for anchor, name in enumerate(names):
        if name.adjective:
            continue
        yield from _before(page, anchor)
        yield from _between(page, anchor)
        if says_sector(text, name):
            yield from _heading(page, anchor)


def bearing_of(words: str | None) -> float | None:
    """Degrees clockwise from north of "юго-западу", "північний схід", "східніше"; None where no side is named."""
    if not words:
        return None
    said = words.lower()
    north, south = bool(re.search(r"север|північ", said)), bool(re.search(r"юг|юж|півден|півдн", said))
    east, west = bool(re.search(r"вост|схід|східн|сход", said)), bool(re.search(r"запад|захід|заход", said))
    if north or south:
        along = 0.0 if north else 180.0
        turn = 45.0 if north else -45.0
        return (along + (turn if east else -turn if west else 0.0)) % 360
    return 90.0 if east else 270.0 if west else None


def _before(page: _Page, anchor: int) -> Iterator[Relation]:
    """Relations whose words end where the anchor's name begins."""
    start = max(page.starts[anchor], page.names[anchor].start - _REACH)
    piece = page.text[start : page.names[anchor].start]
    for kind, pattern in (*_NEAR_KINDS, *_EDGE_KINDS):
        match = pattern.search(piece)
        if match is None:
            continue
        words = Span.cut(page.text, start + match.start("words"), start + match.end("words"))
        target = _target(page, words, anchor)
        if kind is RelationKind.NEAR and target is None:
            return  # "бои под Y": the role says it all
        facts = match.groupdict()
        side = bearing_of(facts.get("side") or facts.get("further"))
        bank = facts.get("bank")
        if kind is RelationKind.BANK and (target is None or (bank is None and side is None)):
            return
        km, slack = _kilometres(facts) if kind is RelationKind.DISTANCE else (None, 0.0)
        if kind is RelationKind.DISTANCE and not km:
            continue
        yield Relation(
            kind=kind,
            target=target,
            anchor=anchor,
            km=km,
            slack_km=slack,
            bearing=side,
            bank=None if bank is None else "right" if bank.lower() == "прав" else "left",
            words=words,
        )
        return


def _target(page: _Page, words: Span, anchor: int) -> int | None:
    """The number of the place before `words`, if only an aside ("село", "которое находится") parts the two."""
    before = anchor - 1
    if before < 0 or page.starts[before] != page.starts[anchor] or page.names[before].adjective:
        return None
    between = re.findall(r"[\w-]+|[^\w\s]", page.text[page.names[before].end : words.start].lower())
    return before if all(word in _ASIDE or word in ",(–—-" for word in between) else None


def _kilometres(facts: dict[str, str | None]) -> tuple[float, float]:
    """The distance, and how far off it may be: an eighth, more for round and hedged numbers, half the span of "10–15"."""
    spoken, unit = (facts["number"] or "").lower(), (facts["unit"] or "").lower()
    scale = next((km for start, km in _UNITS_KM if unit.startswith(start)), 1.0)
    hedge = facts.get("loose") or facts.get("about")
    if spoken in _NUMBERS:
        low = high = float(_NUMBERS[spoken])
    else:
        ends = [
            float(each.replace(",", "."))
            for each in re.findall(r"\d+(?:[.,]\d+)?", re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", spoken))
        ]
        low, high = ends[0], ends[-1]
    value = (low + high) / 2
    km = value * scale
    slack = max(2.5, 0.12 * km, scale * abs(high - low) / 2)
    if value % 5 == 0 or hedge:
        slack += 2.5
    if (hedge or "").split()[:1] and (hedge or "").split()[0].lower() not in (
        "примерно",
        "около",
        "приблизительно",
        "близько",
        "приблизно",
        "порядка",
        "орієнтовно",
    ):
        slack += 0.25 * km
    return km, slack


def _between(page: _Page, first: int) -> Iterator[Relation]:
    """ "X, между A и B": X is near both."""
    second = first + 1
    if second >= len(page.names) or page.starts[first] != page.starts[second]:
        return
    start = max(page.starts[first], page.names[first].start - _REACH)
    opening = _BETWEEN.search(page.text[start : page.names[first].start])
    if opening is None or not re.match(
        r"^\s+(?:и|й|і|та)\s+$", page.text[page.names[first].end : page.names[second].start]
    ):
        return
    words = Span.cut(page.text, start + opening.start("words"), page.names[second].start)
    target = _target(page, words, first)
    if target is not None:
        for anchor in (first, second):
            yield Relation(kind=RelationKind.BETWEEN, target=target, anchor=anchor, words=words)


def _heading(page: _Page, anchor: int) -> Iterator[Relation]:
    """ "На Y направлении … под X": every later place of the sentence belongs there."""
    start, name = page.starts[anchor], page.names[anchor]
    if not re.match(r"[^\w]*(?:(?:на|по|в|у)\s+)?$", page.text[start : name.start].lower()):
        return
    words = Span.cut(page.text, start, min(len(page.text), name.end + 12))
    for target in range(anchor + 1, len(page.names)):
        if page.starts[target] != start:
            return
        if not page.names[target].adjective and not says_sector(page.text, page.names[target]):
            yield Relation(kind=RelationKind.SECTOR, target=target, anchor=anchor, words=words)

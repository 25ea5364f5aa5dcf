"""What speaks for one entry of the gazetteer that bears a name: signs, each a number, that weights turn into a score."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from reportedly.claims.relation_fit import km_between
from reportedly.reference.gazetteer import Entry, Match, PlaceKind
from reportedly.reference.spelling import sounded

OWN_SIGNS = (
    "people of a town", "people of a unit", "country", "first-level unit", "second-level unit", "area", "water",
    "capital", "alternate name", "unlike name", "unlike beside own", "other romanisation", "unit called after its seat",
    "unit called like a capital", "kind asked for", "unit asked for",
)  # fmt: skip
"""The order in which `own_signs` gives them."""
SHARED_SIGNS = ("shared cell", "shared unit", "profile")
"""The order in which `Coverage.signs` gives them."""
SCENE_SIGNS = ("country's share", "country named", "near", "beside")
"""The order in which `Scene.signs` gives them."""

_LEAST_PEOPLE = 200
"""Stands in where the number of inhabitants is unknown."""
_SEAT_PEOPLE = 20_000
"""A town of this size is meant rather than the region called after it, unless the text says "region"."""
_LEAST_LIKENESS = 60.0
_FAR_KM = 200.0
OWN_NAMES = (Match.EXACT, Match.FOLDED, Match.RENAMED)


@dataclass(slots=True)
class Term:
    """A name, wherever it stands in the document: the same name is the same place."""

    key: str
    asked: PlaceKind | None
    """The kind that the words around ask for: "the Kharkiv region"."""
    entries: tuple[Entry, ...]
    mentions: list[int] = field(default_factory=list)
    named: bool = False
    """Is it once named as a place, and not only as an adjective or as who acts: "Russian", "Moscow said"?"""
    scores: list[float] = field(default_factory=list)

    def ranked(self) -> list[tuple[float, Entry]]:
        """Scores and entries, the best first."""
        return sorted(zip(self.scores, self.entries, strict=True), key=lambda pair: (-pair[0], pair[1].id))

    def best(self) -> Entry | None:
        return self.ranked()[0][1] if self.entries else None


def own_signs(entry: Entry, term: Term) -> list[float]:
    """What speaks for `entry` before anything around the name is looked at."""
    people = math.log(max(entry.population, _LEAST_PEOPLE)) - math.log(_LEAST_PEOPLE)
    kind = entry.kind
    unit = kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)
    alternate = entry.match is Match.ALTERNATE
    unlike = alternate and fuzz.token_set_ratio(sounded(term.key), sounded(entry.name)) < _LEAST_LIKENESS
    after_seat = term.asked is None and unit and any(_is_seat(other, entry) for other in term.entries)
    after_capital = (
        term.asked is None and unit and any(other.capital and other.match in OWN_NAMES for other in term.entries)
    )
    return [
        people if kind is PlaceKind.SETTLEMENT else 0.0,
        people if unit else 0.0,
        float(kind is PlaceKind.COUNTRY),
        float(kind is PlaceKind.ADMIN1),
        float(kind is PlaceKind.ADMIN2),
        float(kind is PlaceKind.AREA),
        float(kind is PlaceKind.WATER),
        float(entry.capital),
        float(alternate and not unlike),
        float(unlike),
        float(unlike and any(other.match in OWN_NAMES for other in term.entries)),
        float(entry.match is Match.SKELETON),
        float(after_seat),
        float(after_capital),
        float(term.asked is not None and fits(entry, term.asked)),
        float(term.asked in UNITS and kind in UNITS),
    ]


UNITS = (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA)


def fits(entry: Entry, asked: PlaceKind | None) -> bool:
    """Is the entry of the kind that the words ask for?"""
    return entry.kind is asked or (asked is PlaceKind.ADMIN1 and entry.kind is PlaceKind.AREA)


def _is_seat(town: Entry, unit: Entry) -> bool:
    same = town.admin1 == unit.admin1 and town.country == unit.country
    return same and town.kind is PlaceKind.SETTLEMENT and town.population >= _SEAT_PEOPLE


class Coverage:
    """Which corners of the world the names of a document could share, whatever each one means."""

    def __init__(self, terms: Sequence[Term], profile: Sequence[str]) -> None:
        self._profile = frozenset(profile)
        self._cells: dict[tuple[int, int], set[int]] = defaultdict(set)
        self._units: dict[str, set[int]] = defaultdict(set)
        self._weights: list[float] = []
        for number, term in enumerate(terms):
            cells, units = set(), set()
            for entry in term.entries:
                if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER):
                    continue
                if (cell := _cell(entry)) is not None:
                    cells.add(cell)
                if entry.admin1:
                    units.add(entry.admin1)
            for cell in cells:
                self._cells[cell].add(number)
            for unit in units:
                self._units[unit].add(number)
            # A name that stands everywhere in the world speaks for no corner of it.
            self._weights.append(1 / math.sqrt(len(cells)) if cells else 0.0)
        self._total = sum(self._weights)

    def signs(self, number: int, entry: Entry) -> tuple[float, float, float]:
        """The shares of the other names that may lie around `entry`, and in its first-level unit."""
        profile = float(entry.country in self._profile)
        others = self._total - self._weights[number]
        cell = _cell(entry)
        if others <= 0 or cell is None or entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER):
            return 0.0, 0.0, profile
        north, east = cell
        around: set[int] = set()
        for row in (north - 1, north, north + 1):
            for column in (east - 1, east, east + 1):
                around |= self._cells.get((row, column), _NOBODY)
        within = self._units.get(entry.admin1 or "", _NOBODY)
        return self._share(around, number) / others, self._share(within, number) / others, profile

    def _share(self, numbers: AbstractSet[int], but: int) -> float:
        return sum(self._weights[number] for number in numbers if number != but)


_NOBODY: frozenset[int] = frozenset()


def _cell(entry: Entry) -> tuple[int, int] | None:
    """A square of about a hundred kilometres."""
    if entry.lat is None or entry.lon is None:
        return None
    return round(entry.lat), round(entry.lon * math.cos(math.radians(round(entry.lat))))


@dataclass(frozen=True, slots=True)
class Vote:
    """What another name is taken for so far, and how surely, 0 to 1."""

    entry: Entry
    share: float


class Scene:
    """The other places named around a name, as they are resolved so far."""

    def __init__(self, votes: Sequence[tuple[Vote, bool]], named: Mapping[str, int]) -> None:
        """Each vote with whether it is that of the name right before or after."""
        self._named = named
        self._countries: defaultdict[str, float] = defaultdict(float, named)
        self._local = []
        for vote, is_beside in votes:
            if vote.entry.country:
                self._countries[vote.entry.country] += vote.share
            if vote.entry.kind is not PlaceKind.COUNTRY:
                self._local.append((vote, is_beside))
        self._total = max(1.0, sum(self._countries.values()))

    def signs(self, entry: Entry) -> tuple[float, ...]:
        """The signs that the surroundings give, in the order of `SCENE_SIGNS`."""
        if entry.kind is PlaceKind.COUNTRY:
            return _NO_SIGNS
        near = beside = 0.0
        for vote, is_beside in self._local:
            if vote.entry.id == entry.id or (km := km_between(entry, vote.entry)) is None:
                continue
            close = vote.share * math.exp(-km / _FAR_KM)
            near = max(near, close)
            if is_beside:
                beside = max(beside, close)
        country = entry.country or ""
        return (
            self._countries.get(country, 0.0) / self._total,
            float(country in self._named),
            near,
            beside,
        )


_NO_SIGNS = (0.0,) * len(SCENE_SIGNS)

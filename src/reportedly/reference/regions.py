"""Which region contains a point, and on what authority. Nothing here says whose a territory is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.outlines import Ring, border_km, distance_km, is_inside, unpack_rings

BORDER_KM = 5.0
"""Borders are simplified to about 1 km and points are given to about 2 km: nearer than this, nothing is said."""
_SURELY_INSIDE, _SURELY_OUTSIDE = 0.7, 1.5
"""Shares of the radius of an area that has no border: between the two, nothing is said."""


class Answer(StrEnum):
    """Does the region contain the point?"""

    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    DISPUTED = "disputed"
    """It lies in an area that states dispute, the one asked about among them."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Containment:
    """An answer and what it rests on."""

    answer: Answer
    authority: str
    """Whose borders, in words for the reader."""
    away_km: float | None = None
    """How far outside the point lies, if it does."""


@dataclass(frozen=True, slots=True)
class _Outline:
    box: tuple[float, float, float, float]
    """South, north, west, east."""
    packed: bytes

    def rings(self) -> Sequence[Ring]:
        return unpack_rings(self.packed)


class Regions:
    """The borders of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._base = gazetteer.base

    def contains(self, region: Entry, lat: float, lon: float, *, measure: bool = True) -> Containment:
        """Does `region` contain the point (WGS 84 degrees)?

        Args:
            measure: whether to measure how far outside a point lies that is far outside; that takes long.
        """
        if region.lat is None or region.lon is None:
            return Containment(answer=Answer.UNKNOWN, authority=f"{region.name} has no border here")
        if region.kind is PlaceKind.COUNTRY and (dispute := self._dispute(region, lat, lon)):
            return dispute
        outlines = self._outlines(region)
        if outlines:
            return _within(outlines, lat, lon, self._authority(region), measure)
        if region.kind in (PlaceKind.AREA, PlaceKind.ADMIN2) and region.radius_km is not None:
            return _around(region, lat, lon)
        return Containment(answer=Answer.UNKNOWN, authority=f"no border of {region.name} is known")

    def _dispute(self, country: Entry, lat: float, lon: float) -> Containment | None:
        """The disputed area that holds the point, if `country` is one of those that dispute it."""
        query = "SELECT e.slug FROM disputed d JOIN entry e ON e.key = d.area WHERE d.country = ?"
        for (slug,) in self._base.execute(query, (country.country,)):
            area = self._gazetteer.entry(slug)
            if area is None:
                continue
            held = self.contains(area, lat, lon, measure=False)
            if held.answer is Answer.CONSISTENT or (held.away_km or math.inf) < BORDER_KM:
                return Containment(answer=Answer.DISPUTED, authority=f"{area.name} is disputed between states")
        return None

    def _outlines(self, region: Entry) -> list[_Outline]:
        query, values = "SELECT south, north, west, east, rings FROM outline WHERE ", self._which(region)
        if values is None:
            return []
        where, given = values
        return [_Outline(tuple(row[:4]), row[4]) for row in self._base.execute(query + where, given)]

    def _which(self, region: Entry) -> tuple[str, tuple[Any, ...]] | None:
        """The condition that selects the outlines of `region`."""
        if region.kind is PlaceKind.COUNTRY:
            return "country = ?", (region.country,)
        if region.kind is PlaceKind.ADMIN1:
            source, _, number = region.id.partition(":")
            return ("entry = ?", (int(number),)) if source == "geonames" else None
        if region.kind is PlaceKind.AREA:
            covered = "entry IN (SELECT c.entry FROM covers c JOIN entry e ON e.key = c.area WHERE e.slug = ?)"
            return covered, (region.id,)
        return None

    def _authority(self, region: Entry) -> str:
        if region.kind is PlaceKind.AREA:
            query = "SELECT u.name FROM covers c JOIN entry a ON a.key = c.area JOIN entry u ON u.key = c.entry"
            units = [name for (name,) in self._base.execute(f"{query} WHERE a.slug = ?", (region.id,))]
            return f"the borders of {', '.join(units)} (Natural Earth), taken for {region.name} here"
        return f"the border of {region.name} (Natural Earth, simplified)"


def _within(outlines: Sequence[_Outline], lat: float, lon: float, authority: str, measure: bool) -> Containment:
    margin = BORDER_KM / 100 / max(0.05, math.cos(math.radians(lat)))
    near = [
        each.rings()
        for each in outlines
        if each.box[0] - margin <= lat <= each.box[1] + margin and each.box[2] - margin <= lon <= each.box[3] + margin
    ]
    holding = [rings for rings in near if is_inside(rings, lat, lon)]
    if holding:
        edge = min(border_km(rings, lat, lon) for rings in holding)
        if edge > BORDER_KM or _neighbours_hold(near, lat, lon):
            return Containment(answer=Answer.CONSISTENT, authority=authority)
        return Containment(answer=Answer.UNKNOWN, authority=f"{edge:.0f} km from {authority}")
    away = min((border_km(rings, lat, lon) for rings in near), default=None)
    if away is not None and away <= BORDER_KM:
        return Containment(answer=Answer.UNKNOWN, authority=f"{away:.0f} km from {authority}", away_km=away)
    if not measure:
        return Containment(answer=Answer.CONTRADICTS, authority=authority)
    away = min(border_km(each.rings(), lat, lon) for each in outlines)
    return Containment(answer=Answer.CONTRADICTS, authority=authority, away_km=away)


def _neighbours_hold(near: Sequence[Sequence[Ring]], lat: float, lon: float) -> bool:
    """Is every point `BORDER_KM` around inside too? So it is at a border between two parts of one region."""
    step, narrow = BORDER_KM / 111.2, max(0.05, math.cos(math.radians(lat)))
    around = [(lat + step * math.cos(turn), lon + step * math.sin(turn) / narrow) for turn in _TURNS]
    return all(any(is_inside(rings, *point) for rings in near) for point in around)


_TURNS = tuple(math.radians(degrees) for degrees in range(0, 360, 45))


def _around(region: Entry, lat: float, lon: float) -> Containment:
    """By the circle that describes `region` roughly."""
    assert region.lat is not None and region.lon is not None and region.radius_km is not None
    away = distance_km(region.lat, region.lon, lat, lon)
    authority = f"the rough extent of {region.name}, {region.radius_km:.0f} km around its middle"
    if away <= _SURELY_INSIDE * region.radius_km:
        return Containment(answer=Answer.CONSISTENT, authority=authority)
    outside = max(0.0, away - region.radius_km)
    if away >= _SURELY_OUTSIDE * region.radius_km + BORDER_KM:
        return Containment(answer=Answer.CONTRADICTS, authority=authority, away_km=outside)
    return Containment(answer=Answer.UNKNOWN, authority=authority, away_km=outside)

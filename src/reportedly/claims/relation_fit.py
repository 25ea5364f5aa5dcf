"""Whether two entries of the gazetteer stand to each other as the words of a text say."""

import math
from collections.abc import Mapping

from reportedly.claims.relations import Relation, RelationKind
from reportedly.reference.courses import bank_of
from reportedly.reference.gazetteer import Entry, PlaceKind
from reportedly.reference.outlines import bearing_deg, distance_km
from reportedly.reference.regions import Answer, Regions

AREAS = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA)
REACH_KM: Mapping[RelationKind, float] = {
    RelationKind.DIRECTION: 150.0, RelationKind.NEAR: 40.0, RelationKind.BETWEEN: 120.0, RelationKind.SECTOR: 80.0,
    RelationKind.OUTSKIRTS: 10.0, RelationKind.QUARTER: 10.0, RelationKind.DISTANCE: 0.0,
}  # fmt: skip
"""How far off a place may lie of which only this is said."""
_STRETCHED = 3.0
"""So many times as far away things are still called near a great city."""
_BEARING_SLACK_DEG = 30.0
"""By so much a direction in a text is often off."""
LEAST_CLOSENESS = 0.2
"""Two entries that stand less well break the relation: a distance off by 1.8 times its slack, a direction by 54 degrees."""


def is_loose(relation: Relation, anchor: Entry) -> bool:
    """ "X, Y" may be a list as well as a town and its region; a country right behind a town is its own."""
    if relation.loose:
        return True
    comma = relation.kind is RelationKind.WITHIN and relation.words.text.strip() == ","
    return comma and (relation.listed or anchor.kind is not PlaceKind.COUNTRY)


def keeps(relation: Relation, target: Entry, anchor: Entry, regions: Regions) -> bool | None:
    """Do these two entries stand as `relation` says? None if it cannot be told."""
    share = closeness(relation, target, anchor, regions)
    return None if share is None else share >= LEAST_CLOSENESS


def closeness(relation: Relation, target: Entry, anchor: Entry, regions: Regions) -> float | None:
    """How well two entries stand as `relation` says: 1 just so, 0 not at all; None if it cannot be told."""
    if relation.kind is RelationKind.WITHIN:
        inside = _lies_in(target, anchor, regions)
        return None if inside is None else float(inside)
    if relation.kind is RelationKind.BANK:
        return _lies_on_bank(relation, target, anchor)
    km = km_between(target, anchor)
    if km is None or anchor.kind in AREAS or anchor.kind is PlaceKind.WATER:
        return None
    extent = radius_km(anchor) + radius_km(target)
    if relation.kind is RelationKind.DISTANCE and relation.km is not None:
        off = max(0.0, abs(km - relation.km) - 0.3 * extent) / relation.slack_km
        share = math.exp(-off * off / 2)
    else:
        beyond = max(0.0, km - extent)
        reach = REACH_KM[relation.kind]
        share = math.exp(-beyond / reach) if beyond <= reach else 0.0
        if relation.kind is RelationKind.NEAR and reach < beyond <= _STRETCHED * reach:
            share = LEAST_CLOSENESS
    if relation.bearing is not None and km > extent:
        turn = _turn(relation.bearing, target, anchor) / _BEARING_SLACK_DEG
        share *= math.exp(-turn * turn / 2)
    return share


def _turn(bearing: float, target: Entry, anchor: Entry) -> float:
    """Degrees between the direction that is said and the one that is."""
    assert anchor.lat is not None and anchor.lon is not None and target.lat is not None and target.lon is not None
    turn = abs(bearing - bearing_deg(anchor.lat, anchor.lon, target.lat, target.lon)) % 360
    return min(turn, 360 - turn)


def _lies_in(target: Entry, region: Entry, regions: Regions) -> bool | None:
    if region.kind not in AREAS or target.id == region.id or target.lat is None or target.lon is None:
        return None
    if target.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) or (target.kind is region.kind):
        return None
    if region.kind is PlaceKind.ADMIN1 and target.admin1 is not None and target.admin1 == region.admin1:
        return True
    if region.kind is PlaceKind.ADMIN2 and target.admin2 is not None and target.admin2 == region.admin2:
        return True
    if region.kind is PlaceKind.COUNTRY and target.country == region.country:
        return True
    return regions.contains(region, target.lat, target.lon, measure=False).answer is not Answer.CONTRADICTS


def _lies_on_bank(relation: Relation, target: Entry, river: Entry) -> float | None:
    if target.lat is None or target.lon is None or target.kind is not PlaceKind.SETTLEMENT:
        return None
    bank = bank_of(river.id, target.lat, target.lon)
    if bank is None:
        return None
    if relation.bank is not None:
        return float(bank.side == relation.bank)
    assert relation.bearing is not None
    turn = abs(relation.bearing - bank.bearing) % 360
    return float(min(turn, 360 - turn) < 90)


def km_between(one: Entry, other: Entry) -> float | None:
    """Distance of two entries; None if one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)


_TOWN_RADII_KM = ((5_000_000, 25.0), (1_000_000, 18.0), (300_000, 12.0), (80_000, 8.0), (20_000, 5.0), (3_000, 3.0))


def radius_km(entry: Entry) -> float:
    """How far from its point a place reaches: a town by its inhabitants, a region by its area."""
    if entry.radius_km is not None:
        return entry.radius_km
    return next((km for people, km in _TOWN_RADII_KM if entry.population >= people), 2.0)

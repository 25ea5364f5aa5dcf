"""How the places of two claims lie to each other."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import product

from reportedly.compare.stems import key_of_name, list_names
from reportedly.model.comparable import Comparable, Spot
from reportedly.reference.outlines import distance_km

BESIDE_KM = 3.0
"""Two points that lie so near are one place for a report."""
REGION_RADIUS_KM = 120.0
"""Of a region whose extent is not known."""
WIDE_KM = 18.0
"""The largest cities are no wider."""
FAR_REACHES = 2.0
"""A long region reaches further than a round one of its size, and never so many times as far."""
MOST_KM = 15.0
"""A place that is known less exactly than this is not the same as another merely since they may overlap."""


class Meeting(Enum):
    """What two claims' places are to each other."""

    SAME = auto()
    CARRIED = auto()
    """The same, but one claim does not name it itself."""
    WITHIN = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class Met:
    """How two places lie to each other, and what they are called."""

    how: Meeting
    name: str
    is_sure: bool = True
    """Do both claims name them themselves?"""


def meet(left: Comparable, right: Comparable) -> Met | None:
    """The closest relation of a place of the one to a place of the other; None if one of them has none."""
    return meet_spots(left.spots, right.spots)


@lru_cache(maxsize=1 << 16)
def meet_spots(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> Met | None:
    """The same of places alone."""
    found = [relate(one, other) for one, other in product(left, right)]
    best = min((met for met in found if met), key=lambda met: met.how.value, default=None)
    if best is not None and best.how is Meeting.APART:
        # A region beside a settlement decides nothing, unless it is far off: only the closest places may part two claims.
        settled = [[spot for spot in each if not spot.is_region] for each in (left, right)]
        if not all(settled):
            return best if not any(settled) or all(found) else None
    return best


@lru_cache(maxsize=1 << 16)
def relate(one: Spot, other: Spot) -> Met | None:
    """How two places lie to each other; None if that is not known."""
    carried = one.is_carried or other.is_carried
    if is_same(one, other):
        return Met(Meeting.CARRIED if carried else Meeting.SAME, one.name, not carried)
    if one.is_region != other.is_region:
        region, place = (one, other) if one.is_region else (other, one)
        if contains(region, place):
            return Met(Meeting.WITHIN, region.name, not carried)
        return Met(Meeting.APART, f"{region.name} and {place.name}", not carried) if is_far(region, place) else None
    if not (one.is_sure and other.is_sure) and key_of_name(one.name) == key_of_name(other.name):
        return None  # of a name with many bearers not the same one may have been chosen
    apart_km = distance(one, other)
    if apart_km is not None and apart_km <= max(part_of(one, other), wide_km(one), wide_km(other)):
        return Met(Meeting.WITHIN, min(one.name, other.name, key=len), not carried)
    resolved = one.lat is not None and other.lat is not None
    return Met(Meeting.APART, f"{one.name} and {other.name}", resolved and not carried)


def part_of(one: Spot, other: Spot) -> float:
    """How far two places may lie from each other of which one's name is a part of the other's: Kakhovka, Nova Kakhovka."""
    less, more = sorted((set(list_names(one.name)), set(list_names(other.name))), key=len)
    return MOST_KM if less and less < more else 0.0


def wide_km(spot: Spot) -> float:
    """How far a place reaches that is more than a settlement: a strip, an island; 0 for one that is none."""
    return spot.radius_km if spot.radius_km is not None and spot.radius_km > WIDE_KM else 0.0


def is_same(one: Spot, other: Spot) -> bool:
    """Are they one place? Two places of one name that lie apart are not."""
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    apart_km = distance(one, other)
    if apart_km is None:
        return key_of_name(one.name) == key_of_name(other.name)
    if one.is_region or other.is_region:
        return key_of_name(one.name) == key_of_name(other.name) and apart_km <= REGION_RADIUS_KM
    reach_km = min(MOST_KM, max(one.radius_km or 0.0, other.radius_km or 0.0))
    return apart_km <= (reach_km if key_of_name(one.name) == key_of_name(other.name) else BESIDE_KM)


def contains(region: Spot, place: Spot) -> bool:
    """Does the region hold the place, as far as its extent tells?"""
    apart_km = distance(region, place)
    if apart_km is None:
        return False
    if region.country and place.country and region.country != place.country:
        return False
    return apart_km <= (region.radius_km or REGION_RADIUS_KM)


def is_far(region: Spot, place: Spot) -> bool:
    """Does a place lie well beyond a region's bounds? A region of which no reach is known has none."""
    apart_km = distance(region, place)
    if apart_km is None or region.radius_km is None or not (region.is_sure and place.is_sure):
        return False
    return apart_km > FAR_REACHES * region.radius_km


def distance(one: Spot, other: Spot) -> float | None:
    """Kilometres between two points; None if one is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)

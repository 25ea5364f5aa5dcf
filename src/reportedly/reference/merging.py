"""Entries of different data that are one place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reference.entry import IMPORTED_IDS, Entry, PlaceKind, better_match
from reportedly.reference.outlines import KM_PER_DEGREE, distance_km
from reportedly.reference.spelling import sounded

SAME_KM = 8.0
"""Two data sets put the points of one village this far apart."""
_RANKS = {"geonames": 1, "own": 2, "postal": 3}
"""Whose point is kept: what was written by hand (0), GeoNames', a user's own, then that of postal codes."""


def merge_same(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` without those that are the same place as a better one of other data: same name, same kind, near by.

    A water has no point: what other data call by the name that was asked for is one water.
    """
    kept: dict[tuple[str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in sorted(entries, key=lambda each: (_rank(each), each.id)):
        name = "" if entry.kind is PlaceKind.WATER else sounded(entry.name)
        group, data = kept[entry.kind, name], _data(entry)
        for other, listed in group.items():
            # GeoNames and a careful table list a place once; postal codes do under each code, its point a little off.
            if other == data and not data.startswith("postal:"):
                continue
            at = next((number for number, better in enumerate(listed) if _is_near(better, entry)), None)
            if at is not None:
                listed[at] = replace(listed[at], match=better_match(listed[at].match, entry.match))
                break
        else:
            group[data].append(entry)
    return [entry for group in kept.values() for listed in group.values() for entry in listed]


def _data(entry: Entry) -> str:
    """Which data set the entry is of: `geonames`, `postal:UA`, `own:villages`."""
    source = entry.id.partition("-")[0]
    kind = source.partition(":")[0]
    return source if kind in IMPORTED_IDS else kind


def _rank(entry: Entry) -> int:
    return _RANKS.get(entry.id.partition(":")[0], 0)


def _is_near(one: Entry, other: Entry) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one.lat is None and other.lat is None
    reach_km = max(SAME_KM, other.radius_km or 0.0)
    if abs(one.lat - other.lat) * KM_PER_DEGREE > reach_km:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach_km

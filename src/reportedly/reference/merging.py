"""Entries of different data that are one place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reference.entry import Entry, better_match
from reportedly.reference.outlines import distance_km
from reportedly.reference.spelling import sounded

SAME_KM = 8.0
"""Two data sets put the points of one village this far apart."""
_RANKS = {"geonames": 1, "own": 2, "postal": 3}
"""Whose point is kept: what was written by hand (0), GeoNames', a user's own, then that of postal codes."""


def merge_same(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` without those that are the same place as a better one of other data: same name, same kind, near by.

    A water has no point: there, one name in the packed file and in another is one water.
    """
    kept: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (_rank(each), each.id)):
        group = kept[entry.kind, sounded(entry.name)]
        for number, better in enumerate(group):
            if _may_repeat(better, entry) and _is_near(better, entry):
                group[number] = replace(better, match=better_match(better.match, entry.match))
                break
        else:
            group.append(entry)
    return [entry for group in kept.values() for entry in group]


def _may_repeat(one: Entry, other: Entry) -> bool:
    """GeoNames and a careful table list a place once; postal codes list it under each code, its point a little off."""
    return _data(one) != _data(other) or other.id.startswith("postal:")


def _data(entry: Entry) -> str:
    """Which data set the entry is of: `geonames`, `postal:UA`, `own:villages`."""
    source = entry.id.partition("-")[0]
    return source if source.startswith(("own:", "postal:")) else source.partition(":")[0]


def _rank(entry: Entry) -> int:
    return _RANKS.get(entry.id.partition(":")[0], 0)


def _is_near(one: Entry, other: Entry) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one.lat is None and other.lat is None
    off_km = other.radius_km or 0.0
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(SAME_KM, off_km)

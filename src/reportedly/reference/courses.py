"""On which bank of a river does a point lie?"""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from reportedly.reference.outlines import bearing_deg, distance_km

_UNSURE_KM = 5.0
"""Courses are good to this: nearer the river nothing is said."""
_REACH_KM = 120.0


@dataclass(frozen=True, slots=True)
class Bank:
    """Where a point lies, seen from the nearest point of a river."""

    side: str
    """`left` or `right`, looking downstream."""
    bearing: float
    """Degrees clockwise from north."""


def bank_of(river_id: str, lat: float, lon: float) -> Bank | None:
    """The bank of the river with this `Entry.id` on which a point lies.

    Returns:
        None if the river's course is not known here, or the point is too near it to tell, or far from it.
    """
    nearest: tuple[float, float, float, float] | None = None
    for (start_lat, start_lon), (end_lat, end_lon) in pairwise(_courses().get(river_id, ())):
        narrow = math.cos(math.radians(lat))
        east, north = (end_lon - start_lon) * narrow, end_lat - start_lat
        to_east, to_north = (lon - start_lon) * narrow, lat - start_lat
        along = max(0.0, min(1.0, (to_east * east + to_north * north) / (east * east + north * north)))
        at = (start_lat + along * (end_lat - start_lat), start_lon + along * (end_lon - start_lon))
        km = distance_km(lat, lon, *at)
        if nearest is None or km < nearest[0]:
            nearest = (km, *at, east * to_north - north * to_east)
    if nearest is None or not _UNSURE_KM < nearest[0] < _REACH_KM:
        return None
    _, river_lat, river_lon, turn = nearest
    return Bank("left" if turn > 0 else "right", bearing_deg(river_lat, river_lon, lat, lon))


@cache
def _courses() -> dict[str, list[list[float]]]:
    text = (files("reportedly.reference") / "data" / "courses.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

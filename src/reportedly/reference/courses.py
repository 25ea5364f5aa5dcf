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
    course = _courses().get(river_id, ())
    narrow = math.cos(math.radians(lat))
    steps = [((b[1] - a[1]) * narrow, b[0] - a[0]) for a, b in pairwise(course)]
    nearest: tuple[float, int, float] | None = None
    for number, ((start_lat, start_lon), (east, north)) in enumerate(zip(course, steps, strict=False)):
        to_east, to_north = (lon - start_lon) * narrow, lat - start_lat
        along = max(0.0, min(1.0, (to_east * east + to_north * north) / (east * east + north * north)))
        km = distance_km(lat, lon, start_lat + along * north, start_lon + along * east / narrow)
        if nearest is None or km < nearest[0]:
            nearest = (km, number, along)
    if nearest is None or not _UNSURE_KM < nearest[0] < _REACH_KM:
        return None
    _, number, along = nearest
    east, north = steps[number]
    river_lat, river_lon = course[number][0] + along * north, course[number][1] + along * east / narrow
    if along in (0.0, 1.0) and 0 <= (other := number + (1 if along else -1)) < len(steps):
        # At a bend the river runs as both its arms do: either alone may point past the place.
        (east, north), (more_east, more_north) = _unit(steps[number]), _unit(steps[other])
        east, north = east + more_east, north + more_north
    turn = east * (lat - river_lat) - north * (lon - river_lon) * narrow
    return Bank("left" if turn > 0 else "right", bearing_deg(river_lat, river_lon, lat, lon))


def _unit(step: tuple[float, float]) -> tuple[float, float]:
    length = math.hypot(*step)
    return step[0] / length, step[1] / length


@cache
def _courses() -> dict[str, list[list[float]]]:
    text = (files("reportedly.reference") / "data" / "courses.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

"""What may be asked of a ledger."""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.errors import QueryError
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType
from reportedly.reference.outlines import EARTH_RADIUS_KM

RIM_KM = 1e-6
"""What lies so little outside a circle lies on its rim: databases differ in the last digits of a sine."""


class Sort(StrEnum):
    """What comes first. Claims without a day come last."""

    ADDED = "added"
    """As the ledger took them in."""
    PUBLISHED = "published"
    HAPPENED = "happened"
    """By the first day on which it may have happened."""


class ReviewState(StrEnum):
    """What people made of a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    OPEN = "open"
    """Neither accepted nor rejected."""


class Lack(StrEnum):
    """What a claim may be without."""

    PLACE = "place"
    """Nowhere on the map is it said to have happened."""
    DAY = "day"
    """On no days is it said to have happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Everything within a great-circle distance of a point."""

    lat: float
    lon: float
    radius_km: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180 and 0 < self.radius_km <= 20_040):
            raise QueryError(
                f"there is no circle of {self.radius_km:g} km around {self.lat:g}, {self.lon:g}; write the latitude first"
            )

    def bounds(self) -> "Box":
        """A box that holds the circle, and does not span the 180th meridian: rather it goes all around."""
        angle = (self.radius_km + 1) / EARTH_RADIUS_KM
        south, north = self.lat - math.degrees(angle), self.lat + math.degrees(angle)
        west, east = -180.0, 180.0
        if south > -90 and north < 90:
            reach = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(self.lat)))))
            if self.lon - reach >= -180 and self.lon + reach <= 180:
                west, east = self.lon - reach, self.lon + reach
        return Box(south=max(south, -90.0), west=west, north=min(north, 90.0), east=east)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Everything between two parallels and two meridians; where west is greater than east it spans the 180th."""

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        on_earth = -90 <= self.south <= self.north <= 90 and -180 <= self.west <= 180 and -180 <= self.east <= 180
        if not on_earth:
            raise QueryError(f"there is no box from {self.south:g}, {self.west:g} to {self.north:g}, {self.east:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which claims: those that fit every question asked; several answers to one question are alternatives.

    What is not asked is empty or None.
    """

    text: str | None = None
    """Words in any script, all of them: each a whole word, its beginning, or near enough; "in quotes" in this order."""
    ids: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Short ids."""
    places: tuple[str, ...] = ()
    """Names, gazetteer ids or short ids."""
    circle: Circle | None = None
    box: Box | None = None
    happened_from: date | None = None
    happened_to: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    sources: tuple[str, ...] = ()
    """Names, their beginnings, or short ids."""
    sides: tuple[str, ...] = ()
    """Of any source in the chains."""
    source_types: tuple[SourceType, ...] = ()
    """Likewise."""
    kinds: tuple[Kind, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    polarities: tuple[Polarity, ...] = ()
    tenses: tuple[Tense, ...] = ()
    flags: tuple[FlagCode, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    reviews: tuple[ReviewState, ...] = ()
    lacks: tuple[Lack, ...] = ()
    """Without all of these."""
    at: int | None = None
    """The number of an entry: the ledger as it stood after it. None is now."""
    sort: Sort = Sort.ADDED
    newest_first: bool = True
    limit: int = 50
    after: str | None = None
    """`Page.after` of the page before."""
    count: bool = False
    """Count all that fit, for `Page.total`."""

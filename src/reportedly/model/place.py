"""Where a claim says that something happened."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import PointError
from reportedly.model.span import Span


class PlaceRole(StrEnum):
    """What a place has to do with the claim."""

    AT = "at"
    NEAR = "near"
    TOWARD = "toward"
    """A direction or an axis: a sector, never a point."""
    REGION = "region"
    """An area that contains where it happened."""
    REFERENCE = "reference"
    """Named only to say where another place is: "9 km from Lyman"."""


def is_point(lat: float | None, lon: float | None) -> bool:
    """Is this a point on Earth, or no point at all?"""
    if lat is None or lon is None:
        return lat is None and lon is None
    return -90 <= lat <= 90 and -180 <= lon <= 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A place that a name may mean as well."""

    gazetteer_id: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    confidence: float
    """Probability, 0 to 1, that this is the one meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a claim says that something happened, as far as its text lets us know.

    A name may be known while its point is not. Such a place is listed, never mapped.

    Source: names and points are GeoNames' (CC BY 4.0), through `reference/gazetteer.py`.

    Raises:
        PointError: if the point is half given, or not on Earth.
    """

    span: Span
    """Where the name stands: code points into `Document.text`, end exclusive."""
    role: PlaceRole
    name: str
    """The gazetteer's spelling; the text's own if it cannot be resolved."""
    gazetteer_id: str | None = None
    """Gazetteer and number, such as `geonames:704508`. None if no entry stands behind the name."""
    lat: float | None = None
    """WGS 84 degrees, north positive. None if unresolved, never 0."""
    lon: float | None = None
    """WGS 84 degrees, east positive. None exactly when `lat` is None."""
    radius_km: float | None = None
    """The true point lies within this great-circle distance in nine cases of ten."""
    country: str | None = None
    """ISO 3166 alpha-2 of the gazetteer's entry, upper case; it says nothing of sovereignty."""
    candidates: int = 0
    """How many entries bore the name and were weighed."""
    confidence: float | None = None
    """Probability, 0 to 1, that the entry chosen is the one meant."""
    alternatives: tuple[Alternative, ...] = ()
    """What else the name may mean, the likeliest first; all that it may mean if nothing was chosen."""
    because: str = ""
    """Why this entry was chosen, or why none was, in words for the reader."""

    def __post_init__(self) -> None:
        if not is_point(self.lat, self.lon):
            raise PointError(self.name, self.lat, self.lon)

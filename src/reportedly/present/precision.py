"""How exactly a place is known, and how much of its point may be shown."""

from dataclasses import replace
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.comparable import Spot
from reportedly.model.place import Place, PlaceRole


class Precision(StrEnum):
    """What sort of thing a point stands for."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    DIRECTION = "direction"
    """A sector or an axis: nothing is said to be at the point."""


LARGEST_KM = (
    (0.5, Precision.SITE),
    (30.0, Precision.SETTLEMENT),
    (60.0, Precision.DISTRICT),
    (350.0, Precision.PROVINCE),
)
"""Up to which radius a place is what; the greatest cities reach 25 km."""
DECIMALS = ((5.0, 3), (50.0, 2))
"""Below which radius a coordinate has how many decimals: three are 110 m, two 1.1 km, one 11 km."""
FEWEST_DECIMALS = 1


def judge_precision(place: Place) -> Precision | None:
    """What the place's point stands for; None if it has none."""
    if place.lat is None or place.radius_km is None:
        return None
    if place.role is PlaceRole.TOWARD:
        return Precision.DIRECTION
    radius_km = place.radius_km
    if place.role is PlaceRole.REGION or place.gazetteer_id is None:
        # An area, or a circle that the text's words draw: no town stands at its middle, however small it is.
        radius_km = max(radius_km, LARGEST_KM[1][0] + 1)
    return next((kind for km, kind in LARGEST_KM if radius_km <= km), Precision.COUNTRY)


def count_decimals(radius_km: float | None) -> int:
    """How many decimals of a degree the radius warrants."""
    if radius_km is None:
        return FEWEST_DECIMALS
    return next((decimals for km, decimals in DECIMALS if radius_km < km), FEWEST_DECIMALS)


def round_claim(claim: Claim) -> Claim:
    """The claim with every point as coarse as its place is."""
    return replace(claim, places=tuple(round_place(place) for place in claim.places))


def round_place(place: Place) -> Place:
    """The place with its point, and those of its alternatives, as coarse as it is."""
    decimals = count_decimals(place.radius_km)
    alternatives = tuple(
        replace(each, lat=round_degrees(each.lat, decimals), lon=round_degrees(each.lon, decimals))
        for each in place.alternatives
    )
    lat, lon = round_degrees(place.lat, decimals), round_degrees(place.lon, decimals)
    return replace(place, lat=lat, lon=lon, alternatives=alternatives)


def round_spot(spot: Spot) -> Spot:
    """The place of an event with its point as coarse as it is."""
    decimals = count_decimals(spot.radius_km)
    return replace(spot, lat=round_degrees(spot.lat, decimals), lon=round_degrees(spot.lon, decimals))


def round_degrees(degrees: float | None, decimals: int) -> float | None:
    """Never -0.0, which is no place of its own."""
    return None if degrees is None else round(degrees, decimals) + 0.0

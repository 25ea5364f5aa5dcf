"""A map shows where somebody said that something happened, as exactly as that is known."""

import json
from typing import Any

import pytest

from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.present.map import write_geojson
from reportedly.present.precision import Precision, count_decimals, judge_precision
from tests.present.held import hold, placed, spot


def collect(*claims: HeldClaim) -> dict[str, Any]:
    """The collection as a program reads it."""
    read: dict[str, Any] = json.loads("".join(write_geojson(claims)))
    return read


def test_a_feature_is_a_claim_at_a_place() -> None:
    collection = collect(*hold())
    assert collection["type"] == "FeatureCollection"
    feature = collection["features"][0]
    assert (feature["type"], feature["id"]) == ("Feature", "rp-0000000001")
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.26, 47.67]}
    said = feature["properties"]
    assert list(said)[:2] == ["claim_id", "permalink"]
    assert (said["place"], said["role"], said["radius_km"], said["precision"]) == ("Stepove", "near", 14.0, "district")
    assert said["on_whose_word"].endswith("combat near Stepove, on the circle 11 km from Huliaipole (ongoing)")
    assert said["sides"] == ["russia", "ukraine"]


def test_a_claim_without_a_point_is_a_feature_without_geometry() -> None:
    collection = collect(*hold())
    assert [each["properties"]["claim_id"] for each in collection["features"]] == [each.claim.id for each in hold()]
    assert [each["geometry"] for each in collection["features"][1:]] == [None, None]
    assert collection["features"][2]["properties"]["place"] == "Stepove"


def test_a_reference_is_no_place_of_the_claim() -> None:
    (feature,) = collect(placed(spot(48.0, 37.0, role=PlaceRole.REFERENCE)))["features"]
    assert feature["geometry"] is None and feature["properties"]["place"] is None


def test_each_place_of_a_claim_is_a_feature_with_its_own_id() -> None:
    features = collect(placed(spot(48.0, 37.0), spot(49.0, 38.0)))["features"]
    assert [each["id"] for each in features] == ["rp-0000000002", "rp-0000000002.2"]
    assert {each["properties"]["claim_id"] for each in features} == {"rp-0000000002"}


@pytest.mark.parametrize(("radius_km", "point"), [(3.0, 48.123), (5.0, 48.12), (50.0, 48.1), (None, 48.1)])
def test_no_point_is_finer_than_its_place(radius_km: float | None, point: float) -> None:
    (feature,) = collect(placed(spot(48.123456, 37.0, radius_km)))["features"]
    assert feature["geometry"]["coordinates"] == [37.0, point]
    assert count_decimals(radius_km) <= 3


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        (spot(48.0, 37.0, 0.3), Precision.SITE),
        (spot(48.0, 37.0, 25.0), Precision.SETTLEMENT),
        (spot(48.0, 37.0, 8.0, role=PlaceRole.REGION), Precision.DISTRICT),
        (spot(48.0, 37.0, 120.0, role=PlaceRole.REGION), Precision.PROVINCE),
        (spot(48.0, 37.0, 500.0), Precision.COUNTRY),
        (spot(48.0, 37.0, 40.0, role=PlaceRole.TOWARD), Precision.DIRECTION),
        (spot(48.0, 37.0, 2.0, gazetteer_id=None), Precision.DISTRICT),
        (spot(None, None, None), None),
    ],
)
def test_what_a_point_stands_for(place: Place, precision: Precision | None) -> None:
    assert judge_precision(place) == precision


def test_the_box_holds_every_point() -> None:
    claims = [placed(spot(48.0, 37.0)), placed(spot(-10.5, 20.25)), *hold()[1:]]
    assert collect(*claims)["bbox"] == [20.25, -10.5, 37.0, 48.0]
    assert "bbox" not in collect(*hold()[1:])


def test_a_box_may_span_the_180th_meridian() -> None:
    claims = [placed(spot(-17.0, 178.5)), placed(spot(-16.0, -179.5)), placed(spot(-16.5, 180.0))]
    assert collect(*claims)["bbox"] == [178.5, -17.0, -179.5, -16.0]


def test_nothing_is_a_collection_too() -> None:
    assert collect() == {"type": "FeatureCollection", "features": []}

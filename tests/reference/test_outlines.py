"""Borders: packing, inside and outside, distances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reference.outlines import (
    area_and_centre,
    bearing_deg,
    border_km,
    distance_km,
    is_inside,
    moved,
    pack_rings,
    simplify,
    unpack_rings,
)

SQUARE = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)]
HOLE = [(0.4, 0.4), (0.4, 0.6), (0.6, 0.6), (0.6, 0.4)]
POINTS = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


@given(st.lists(st.lists(POINTS, min_size=1, max_size=20), max_size=4))
def test_packed_rings_come_back_to_half_a_thousandth(rings: list[list[tuple[float, float]]]) -> None:
    for ring, back in zip(rings, unpack_rings(pack_rings(rings)), strict=True):
        for point, again in zip(ring, back, strict=True):
            assert point == pytest.approx(again, abs=0.00051)


def test_a_hole_is_outside() -> None:
    assert is_inside([SQUARE, HOLE], 0.2, 0.2)
    assert not is_inside([SQUARE, HOLE], 0.5, 0.5)
    assert not is_inside([SQUARE], 1.5, 0.5)


def test_distance_to_the_nearest_border() -> None:
    assert border_km([SQUARE], 0.5, 0.1) == pytest.approx(11.1, rel=0.01)
    assert border_km([SQUARE], 1.1, 0.5) == pytest.approx(11.1, rel=0.01)


def test_great_circle_distance_and_bearing() -> None:
    assert distance_km(50.45, 30.5233, 49.8383, 24.0232) == pytest.approx(468.6, abs=3)
    assert bearing_deg(0, 0, 1, 0) == pytest.approx(0)
    assert bearing_deg(0, 0, 0, 1) == pytest.approx(90)


@given(POINTS, st.floats(0, 359), st.floats(1, 500))
def test_moving_goes_as_far_as_asked(point: tuple[float, float], bearing: float, km: float) -> None:
    lat, lon = moved(*point, bearing, km)
    assert distance_km(*point, lat, lon) == pytest.approx(km, rel=1e-3)


def test_simplifying_keeps_corners_and_drops_points_on_a_line() -> None:
    assert simplify([(0.0, 0.0), (0.0, 0.5), (0.0, 1.0), (1.0, 1.0)], 0.01) == [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)]


def test_area_and_centre_of_gravity() -> None:
    km2, lat, lon = area_and_centre(SQUARE)
    assert km2 == pytest.approx(12_364, rel=0.01)
    assert (lat, lon) == pytest.approx((0.5, 0.5))

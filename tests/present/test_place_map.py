"""A map shows named places on a grid, each within its frame, and no name upon another."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.comparable import Spot
from reportedly.present.place_map import (
    LETTER_PX,
    MOST_HEIGHT,
    WIDTH,
    PlaceMap,
    box_of,
    draw_map,
)
from reportedly.reference.outlines import distance_km
from tests.present.happenings import make_many

SPOTS = st.builds(
    Spot,
    name=st.text(min_size=1, max_size=40),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    radius_km=st.none() | st.floats(0.1, 900),
    is_region=st.booleans(),
)


def draw(*spots: Spot) -> PlaceMap:
    """The map, which there must be."""
    drawn = draw_map(spots)
    assert drawn is not None
    return drawn


def at(lat: float, lon: float, radius_km: float | None = 5.0, name: str = "Stepove") -> Spot:
    """A settlement."""
    return Spot(name=name, lat=lat, lon=lon, radius_km=radius_km)


@given(st.lists(SPOTS, min_size=1, max_size=20))
def test_every_dot_lies_on_the_map_and_no_name_on_another(spots: list[Spot]) -> None:
    drawn = draw(*spots)
    assert [dot.number for dot in drawn.dots] == list(range(1, len(spots) + 1))
    for dot in drawn.dots:
        assert 0 <= float(dot.x) <= WIDTH and 0 <= float(dot.y) <= float(drawn.height)
    boxes = [
        box_of(float(name.x), float(name.y), name.anchor, len(name.words) * LETTER_PX * 0.5) for name in drawn.names
    ]
    for one, two in combinations(boxes, 2):
        assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
    assert float(drawn.height) <= MOST_HEIGHT + 1


def test_north_is_up_and_east_is_right() -> None:
    kharkiv, odesa = draw(at(49.99, 36.23), at(46.48, 30.73)).dots
    assert float(kharkiv.y) < float(odesa.y) and float(kharkiv.x) > float(odesa.x)


def test_a_circle_is_as_wide_as_the_place_is_uncertain() -> None:
    drawn = draw(at(48.0, 37.0, 20.0), at(48.0, 38.0, 20.0))
    one, two = drawn.dots
    apart_px = float(two.x) - float(one.x)
    assert float(one.rx) / apart_px == pytest.approx(20 / distance_km(48.0, 37.0, 48.0, 38.0), rel=0.02)
    assert float(one.ry) == pytest.approx(float(one.rx), rel=0.02)


def test_the_bar_is_as_long_as_it_says() -> None:
    drawn = draw(at(48.0, 37.0), at(48.0, 38.0))
    one, two = drawn.dots
    per_km = (float(two.x) - float(one.x)) / distance_km(48.0, 37.0, 48.0, 38.0)
    km = float(drawn.scale.words.removesuffix(" km").replace(",", ""))
    assert float(drawn.scale.width) == pytest.approx(km * per_km, rel=0.02)


def test_the_180th_meridian_parts_nothing() -> None:
    drawn = draw(at(-17.0, 178.5), at(-16.0, -179.5))
    west, east = drawn.dots
    assert 0 < float(east.x) - float(west.x) < WIDTH
    assert {"179°E", "180°W", "179°W"} & {label.words for label in drawn.degrees}


def test_the_grid_has_few_round_lines() -> None:
    drawn = draw(at(48.0, 37.0))
    assert 4 <= len(drawn.lines) <= 18
    assert all(re.fullmatch(r"\d+(\.\d+)?°[NSEW]", label.words) for label in drawn.degrees)


def test_no_point_is_finer_than_its_place() -> None:
    assert draw(at(48.123456, 37.654321, 60.0)).dots == draw(at(48.1, 37.7, 60.0)).dots


def test_crowded_names_give_way() -> None:
    drawn = draw(*(at(48.0 + number / 1000, 37.0, 0.2) for number in range(12)), at(49.0, 38.0))
    assert len(drawn.dots) == 13 and len(drawn.names) < 13


def test_areas_are_told_from_places() -> None:
    (dot,) = draw(Spot(name="Donetsk Oblast", lat=48.0, lon=37.8, radius_km=120.0, is_region=True)).dots
    assert dot.is_area


def test_without_a_point_there_is_no_map() -> None:
    assert draw_map([]) is None and draw_map([Spot(name="Nowhere")]) is None
    assert len(draw(*(event.place for event in make_many(50) if event.place)).dots) == 50

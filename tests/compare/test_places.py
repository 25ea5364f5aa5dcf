"""How the places of two claims lie to each other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.places import Meeting, meet_spots
from reportedly.model.comparable import Spot
from tests.compare.pairs import KUPIANSK, MALYNIVKA, NAMESAKE, REGION

NAMED_ONLY = Spot(name="Kupiansk")
ELSEWHERE = Spot(name="Lviv", gazetteer_id="geonames:702550", lat=49.84, lon=24.02, radius_km=8.0, country="UA")
OUTSIDE = Spot(name="Poltava", gazetteer_id="geonames:696643", lat=49.59, lon=34.54, radius_km=8.0, country="UA")
BESIDE = replace(KUPIANSK, name="Kupiansk-Vuzlovyi", gazetteer_id="geonames:703655", lat=49.65, lon=37.69)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (KUPIANSK, KUPIANSK, Meeting.SAME),
        (KUPIANSK, replace(KUPIANSK, is_carried=True), Meeting.CARRIED),
        (KUPIANSK, NAMED_ONLY, Meeting.SAME),
        (NAMED_ONLY, Spot(name="Купянск"), Meeting.SAME),
        (KUPIANSK, MALYNIVKA, Meeting.APART),
        (MALYNIVKA, NAMESAKE, Meeting.APART),
        (KUPIANSK, REGION, Meeting.WITHIN),
        (KUPIANSK, BESIDE, Meeting.WITHIN),
        (OUTSIDE, REGION, None),
        (ELSEWHERE, REGION, Meeting.APART),
        (replace(ELSEWHERE, is_sure=False), REGION, None),
        (ELSEWHERE, replace(REGION, radius_km=None), None),
        (MALYNIVKA, replace(NAMESAKE, is_sure=False), None),
    ],
)
def test_two_places(one: Spot, other: Spot, how: Meeting | None) -> None:
    found = meet_spots((one,), (other,))
    assert (found.how if found else None) is how


def test_two_places_of_one_name_part_two_claims_for_sure() -> None:
    """A namesake that may have been chosen by mistake parts nothing."""
    found = meet_spots((MALYNIVKA,), (NAMESAKE,))
    assert found is not None and found.how is Meeting.APART and found.is_sure


def test_the_closest_places_decide() -> None:
    found = meet_spots((MALYNIVKA, KUPIANSK), (ELSEWHERE, KUPIANSK))
    assert found is not None and found.how is Meeting.SAME


def test_a_region_beside_a_settlement_parts_nothing() -> None:
    assert meet_spots((OUTSIDE,), (REGION,)) is None
    assert meet_spots((ELSEWHERE, REGION), (KUPIANSK,)) is not None


def test_who_names_no_place_meets_none() -> None:
    assert meet_spots((), (KUPIANSK,)) is None


SPOTS = st.sampled_from(
    [KUPIANSK, MALYNIVKA, NAMESAKE, REGION, NAMED_ONLY, ELSEWHERE, BESIDE, replace(KUPIANSK, is_carried=True)]
)


@given(st.lists(SPOTS, max_size=3).map(tuple), st.lists(SPOTS, max_size=3).map(tuple))
def test_it_does_not_matter_who_is_asked_first(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> None:
    one, other = meet_spots(left, right), meet_spots(right, left)
    assert (one and one.how) is (other and other.how)

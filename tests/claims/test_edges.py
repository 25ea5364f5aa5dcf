"""Outskirts and banks."""

import inspect

import pytest

from reportedly.claims.backdrop import Backdrop
from reportedly.claims.geocode import Located
from reportedly.model.place import PlaceRole
from reportedly.reference.gazetteer import PlaceKind
from tests.claims.test_geocode import away_km, located, read

__all__ = ["located"]


def test_one_side_of_a_town_lies_at_its_edge(located: dict[str, Located]) -> None:
    """Drones hit a depot on the northern outskirts of Kramatorsk."""
    place = located["Kramatorsk"].place
    assert place.role is PlaceRole.NEAR
    assert 3 < away_km(located["Kramatorsk"], 48.74, 37.58) < 12
    assert place.lat is not None and place.lat > 48.76
    assert "the north of Kramatorsk" in place.because


def test_outskirts_on_any_side_leave_the_point_in_the_middle(located: dict[str, Located]) -> None:
    """Shells fell on the outskirts of Kramatorsk."""
    assert away_km(located["Kramatorsk"], 48.74, 37.58) < 3
    assert located["Kramatorsk"].place.role is PlaceRole.NEAR


def test_a_village_on_the_outskirts_lies_there(located: dict[str, Located]) -> None:
    """Shells fell on Novoselivka, on the outskirts of Kharkiv."""
    place = located["Novoselivka"].place
    assert place.gazetteer_id is None
    assert away_km(located["Novoselivka"], 49.98, 36.25) < 3


@pytest.mark.parametrize(
    ("bank", "there", "elsewhere"),
    # Melitopol bore the name once; Velyka Oleksandrivka bears it in short.
    [("left", "Melitopol", "Velyka Oleksandrivka"), ("right", "Velyka Oleksandrivka", "Melitopol")],
)
def test_a_bank_leaves_out_namesakes_on_the_other(bank: str, there: str, elsewhere: str) -> None:
    place = read(f"Shells fell on Novooleksandrivka, on the {bank} bank of the Dnipro.", Backdrop(countries=("UA",)))[
        "Novooleksandrivka"
    ].place
    meant = {place.name, *(each.name for each in place.alternatives)}
    assert elsewhere not in meant
    assert there in meant or bank == "left"


def test_a_bank_far_from_every_namesake_says_nothing() -> None:
    text = inspect.cleandoc("Shells fell on Kramatorsk, on the left bank of the Dnipro.")
    assert away_km(read(text)["Kramatorsk"], 48.74, 37.58) < 3


@pytest.mark.parametrize(
    ("text", "part", "town"),
    [
        ("Marines entered the Vokzalnyi district on the western edge of Krasny Liman.", "Vokzalnyi", "Lyman"),
        ("Marines hold the Vokzalnyi neighbourhood of Lyman.", "Vokzalnyi", "Lyman"),
        ("A shell hit a school in the Budonnivskyi district of Donetsk.", "Budonnivskyi", "Donetsk"),
    ],
)
def test_a_part_of_a_town_lies_in_it(text: str, part: str, town: str) -> None:
    placed = read(text, Backdrop(countries=("UA",)))
    around = next(each for each in placed.values() if each.place.name == town)
    assert around.place.role is PlaceRole.REGION
    assert around.entry is not None and around.entry.kind is PlaceKind.SETTLEMENT
    assert placed[part].place.role is PlaceRole.AT
    assert away_km(placed[part], around.entry.lat or 0.0, around.entry.lon or 0.0) < 10


def test_a_district_of_the_region_is_no_part_of_the_city(located: dict[str, Located]) -> None:
    """Shells hit the Bakhmut district of Donetsk."""
    kinds = {name: each.entry.kind for name, each in located.items() if each.entry is not None}
    assert kinds == {"Bakhmut": PlaceKind.ADMIN2, "Donetsk": PlaceKind.ADMIN1}


@pytest.mark.parametrize(
    "text", ["They reached the edge of Chasov Yar.", "They went through Chasiv Yar's western districts."]
)
def test_whose_edge_is_reached_is_a_place(text: str) -> None:
    assert [each.place.name for each in read(text, Backdrop(countries=("UA",))).values()] == ["Chasiv Yar"]

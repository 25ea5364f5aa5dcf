"""Which region contains a point; never whose it is."""

import pytest

from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.regions import Answer, Regions


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def first(gazetteer: Gazetteer, name: str, kind: PlaceKind) -> Entry:
    return next(entry for entry in gazetteer.find(name) if entry.kind is kind)


@pytest.mark.parametrize(
    ("region", "kind", "town", "answer"),
    [
        ("DPR", PlaceKind.AREA, "Makiivka", Answer.CONSISTENT),
        ("DPR", PlaceKind.AREA, "Izium", Answer.CONTRADICTS),
        ("DPR", PlaceKind.AREA, "Orikhiv", Answer.CONTRADICTS),
        ("Donbas", PlaceKind.AREA, "Luhansk", Answer.CONSISTENT),
        ("Kharkiv", PlaceKind.ADMIN1, "Izium", Answer.CONSISTENT),
        ("Kharkiv", PlaceKind.ADMIN1, "Sumy", Answer.CONTRADICTS),
        ("Darfur", PlaceKind.AREA, "Nyala", Answer.CONSISTENT),
        ("Darfur", PlaceKind.AREA, "Khartoum", Answer.CONTRADICTS),
        ("Poland", PlaceKind.COUNTRY, "Bakhmut", Answer.CONTRADICTS),
        ("Ukraine", PlaceKind.COUNTRY, "Lviv", Answer.CONSISTENT),
    ],
)
def test_points_and_regions(gazetteer: Gazetteer, region: str, kind: PlaceKind, town: str, answer: Answer) -> None:
    place = first(gazetteer, town, PlaceKind.SETTLEMENT)
    assert place.lat is not None and place.lon is not None
    held = Regions(gazetteer).contains(first(gazetteer, region, kind), place.lat, place.lon)
    assert held.answer is answer
    assert held.authority


@pytest.mark.parametrize(
    ("country", "other", "town"),
    [("Ukraine", "Russia", "Simferopol"), ("Azerbaijan", "Armenia", "Stepanakert"), ("Kosovo", "Serbia", "Pristina")],
)
def test_both_states_get_the_same_answer_about_what_they_dispute(
    gazetteer: Gazetteer, country: str, other: str, town: str
) -> None:
    place = next(entry for entry in gazetteer.find(town) if entry.kind is PlaceKind.SETTLEMENT)
    assert place.lat is not None and place.lon is not None
    for name in (country, other):
        held = Regions(gazetteer).contains(first(gazetteer, name, PlaceKind.COUNTRY), place.lat, place.lon)
        assert held.answer is Answer.DISPUTED


def test_nothing_is_said_at_a_border(gazetteer: Gazetteer) -> None:
    strip = first(gazetteer, "Gaza Strip", PlaceKind.AREA)
    assert Regions(gazetteer).contains(strip, 31.59, 34.54).answer is Answer.UNKNOWN


def test_a_river_has_no_border(gazetteer: Gazetteer) -> None:
    (river,) = gazetteer.find("Dnipro River")
    assert Regions(gazetteer).contains(river, 48.0, 35.0).answer is Answer.UNKNOWN

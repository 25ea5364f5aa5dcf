"""Names to entries."""

import time

import pytest

from reportedly.reference.gazetteer import Gazetteer, Match, PlaceKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_it_says_what_it_was_built_from_and_whose_the_data_are(gazetteer: Gazetteer) -> None:
    assert gazetteer.version.startswith("cities500-")
    assert "GeoNames" in gazetteer.credits
    assert "CC BY 4.0" in gazetteer.credits


@pytest.mark.parametrize(
    ("asked", "name", "match"),
    [
        ("Kramatorsk", "Kramatorsk", Match.EXACT),
        ("KRAMATORSK", "Kramatorsk", Match.EXACT),
        ("Kirovograd", "Kropyvnytskyi", Match.RENAMED),
        ("Krasnoarmeysk", "Pokrovsk", Match.RENAMED),
        ("Snigirevka", "Snihurivka", Match.ALTERNATE),
        ("Kreminnaya", "Kreminna", Match.SKELETON),
        ("Staromayorskoye", "Staromaiorske", Match.ALTERNATE),
        ("Al Fashir", "El Fasher", Match.RENAMED),
        ("Rangoon", "Yangon", Match.RENAMED),
        ("Stepanakert", "Khankendi", Match.RENAMED),
        ("Сватове", "Svatove", Match.ALTERNATE),
        ("Al Hudaydah", "Hodeidah", Match.ALTERNATE),
        ("Inda Selassie", "Shire", Match.ALTERNATE),
        ("Mrauk U", "Mrauk-U", Match.FOLDED),
        ("Burayj", "Bureij", Match.ALTERNATE),
        ("Martuni", "Khojavend", Match.RENAMED),
        ("Deir el-Zor", "Deir ez-Zor", Match.ALTERNATE),
    ],
)
def test_names_lead_to_their_place(gazetteer: Gazetteer, asked: str, name: str, match: Match) -> None:
    assert (name, match) in {(entry.name, entry.match) for entry in gazetteer.find(asked)}


def test_an_entry_has_its_id_point_and_units(gazetteer: Gazetteer) -> None:
    (entry,) = [entry for entry in gazetteer.find("Bakhmut") if entry.kind is PlaceKind.SETTLEMENT]
    assert entry.id == "geonames:713174"
    assert (entry.lat, entry.lon) == pytest.approx((48.594, 38.0), abs=0.01)
    assert (entry.country, entry.admin1) == ("UA", "UA.05")
    again = gazetteer.entry(entry.id)
    assert again is not None
    assert again.name == "Bakhmut"


def test_areas_and_waters_are_known_too(gazetteer: Gazetteer) -> None:
    (dpr,) = gazetteer.find("Donetsk People’s Republic")
    assert dpr.kind is PlaceKind.AREA
    assert "party" in dpr.note
    (river,) = gazetteer.find("Dnipro River")
    assert (river.kind, river.lat) == (PlaceKind.WATER, None)


def test_only_very_names_are_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("chasiv yar")
    assert not gazetteer.knows("Kreminnaya")
    assert not gazetteer.knows("Xyzzyville")
    assert gazetteer.find("Xyzzyville") == ()


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Ukrainian", "UA"),
        ("Israelis", "IL"),
        ("South Sudanese", "SS"),
        ("Congolese", "CD"),
        ("polish", "PL"),
        ("table", None),
    ],
)
def test_adjectives_and_peoples_have_their_country(gazetteer: Gazetteer, word: str, country: str | None) -> None:
    assert gazetteer.country_of_adjective(word) == country


@pytest.mark.parametrize(("country", "name"), [("UA", "Kyiv"), ("RU", "Moscow"), ("SD", "Khartoum"), ("AM", "Yerevan")])
def test_capitals(gazetteer: Gazetteer, country: str, name: str) -> None:
    capital = gazetteer.capital(country)
    assert capital is not None
    assert (capital.name, capital.capital) == (name, True)
    assert gazetteer.capital("ZZ") is None


def test_the_countries_around_a_point(gazetteer: Gazetteer) -> None:
    assert gazetteer.countries_around(50.6, 36.6) == {"RU", "UA"}
    assert gazetteer.countries_around(48.8, 2.3) == {"FR"}
    assert gazetteer.countries_around(-40.0, -120.0) == frozenset()


def test_a_look_up_is_fast_the_second_time(gazetteer: Gazetteer) -> None:
    gazetteer.find("Kharkiv")
    began = time.perf_counter()
    for _ in range(1000):
        gazetteer.find("Kharkiv")
    assert (time.perf_counter() - began) / 1000 < 0.0001


def test_a_name_of_ones_own_may_be_another_languages_for_a_place_elsewhere(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Pokrovskoye")
    assert {entry.country for entry in found} >= {"RU", "UA"}
    assert [entry.match for entry in found if entry.name == "Pokrovske"] == [Match.SKELETON]


def test_a_name_outside_these_countries_is_not_respelt(gazetteer: Gazetteer) -> None:
    assert Match.SKELETON not in {entry.match for entry in gazetteer.find("Springfield")}

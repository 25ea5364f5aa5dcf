"""Which place lies in which, and who acts where."""

import pytest

from reportedly.claims.geocode import Located
from reportedly.model.place import PlaceRole
from reportedly.reference.profile import conflict_partners
from tests.claims.test_geocode import away_km, located, read

__all__ = ["located"]


def test_all_of_a_list_lie_in_the_region_behind_it(located: dict[str, Located]) -> None:
    """Shells fell on Petropavlivka and Kalynove in Kharkiv Oblast."""
    assert away_km(located["Petropavlivka"], 49.71, 37.72) < 3
    # Towns of that name lie in other regions only: it is a village of this one.
    assert located["Kalynove"].place.gazetteer_id is None
    assert located["Kalynove"].place.radius_km is not None
    assert "somewhere in Kharkiv" in located["Kalynove"].place.because


def test_a_region_that_opens_a_sentence_speaks_for_its_places(located: dict[str, Located]) -> None:
    """In Kharkiv region, a shell hit the village of Petropavlivka."""
    assert away_km(located["Petropavlivka"], 49.71, 37.72) < 3


def test_a_region_that_opens_a_sentence_does_not_hold_what_lies_elsewhere(located: dict[str, Located]) -> None:
    """In Kharkiv region, engineers found drones that had been launched from Belgorod in Russia."""
    assert located["Belgorod"].place.country == "RU"


def test_a_quarter_of_a_town_lies_there(located: dict[str, Located]) -> None:
    """Shells fell in the Shambat district of Omdurman in Sudan."""
    place = located["Shambat"].place
    assert (place.country, place.gazetteer_id) == ("SD", None)
    assert away_km(located["Shambat"], 15.64, 32.48) < 3


def test_one_part_of_a_town(located: dict[str, Located]) -> None:
    """Fighting raged in the west of Taiz in Yemen."""
    place = located["Taiz"].place
    assert place.lon is not None and place.lon < 44.0
    assert away_km(located["Taiz"], 13.58, 44.02) < 12


def test_miles_at_sea(located: dict[str, Located]) -> None:
    """A ship was hit 50 nautical miles west of Hodeidah in Yemen."""
    assert away_km(located["Hodeidah"], 14.8, 42.95) == pytest.approx(92.6, abs=3)


def test_a_town_is_meant_rather_than_the_region_called_after_it(located: dict[str, Located]) -> None:
    """Fighters took Kidal. The governor of the Gao region fled."""
    assert away_km(located["Kidal"], 18.44, 1.41) < 3
    assert located["Gao"].place.role is PlaceRole.REGION


def test_the_direction_of_a_town(located: dict[str, Located]) -> None:
    """Rebels moved in the direction of Aleppo. Fighting raged in the north of Mali."""
    assert located["Aleppo"].place.role is PlaceRole.TOWARD
    assert located["Mali"].place.role is PlaceRole.REGION


def test_whoever_arrives_is_there(located: dict[str, Located]) -> None:
    """The envoy travelled to Bucha. The rebels advanced to Goma."""
    assert located["Bucha"].place.role is PlaceRole.AT
    assert located["Goma"].place.role is PlaceRole.TOWARD


def test_an_army_may_be_abroad() -> None:
    place = read("Russian infantry advanced near Pokrovsk.")["Pokrovsk"].place
    assert place.country == "UA"
    assert {"RU", "UA"} <= conflict_partners("RU")
    assert conflict_partners("BT") == {"BT"}


def test_a_level_of_unit_goes_by_different_words(located: dict[str, Located]) -> None:
    """Rebels entered Beni territory, near Oicha, in eastern Congo."""
    assert located["Beni"].place.country == "CD"


def test_near_a_great_city_may_be_far(located: dict[str, Located]) -> None:
    """The refinery in Schwedt, near Berlin, was shut."""
    assert away_km(located["Schwedt"], 53.06, 14.28) < 5


def test_a_plant_may_stand_far_from_its_town(located: dict[str, Located]) -> None:
    """Inspectors left the Rivne nuclear power plant. Officials met in Rivne station."""
    assert located["Rivne"].place.radius_km == pytest.approx(8)
    whole = read("Inspectors left the Rivne nuclear power plant.")["Rivne"].place
    assert whole.radius_km == pytest.approx(60)


@pytest.mark.parametrize("named", ["Zaporizhzhia nuclear power plant", "Zaporizhzhya plant", "Zaporozhye NPP"])
def test_the_best_known_plant_stands_elsewhere(named: str) -> None:
    placed = read(f"Inspectors reached the {named} on Monday.")[named.split()[0]].place
    assert placed.name == "Enerhodar" and placed.radius_km is not None and placed.radius_km < 10


def test_a_station_of_the_city_is_in_the_city(located: dict[str, Located]) -> None:
    """Trains left from Zaporizhzhia station on Monday."""
    assert located["Zaporizhzhia"].place.name == "Zaporizhzhia"

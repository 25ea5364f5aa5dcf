"""Names to places: what the words say comes before how big a town is."""

import inspect

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.backdrop import Backdrop
from reportedly.claims.geocode import NO_BACKDROP, Located, contradicts, is_ambiguous, locate
from reportedly.model.document import Document
from reportedly.model.place import PlaceRole
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.outlines import distance_km

STAGES = (Sentences(), Grammar(), Mentions(), PlaceNames())


def read(text: str, backdrop: Backdrop = NO_BACKDROP) -> dict[str, Located]:
    """The places of `text` by the words that name them, the last mention of each."""
    document = Document(text=text)
    found = annotate([document], STAGES)[0]
    placed = locate(document, found, Tree(text, found.tokens), Gazetteer.open(), backdrop)
    return {each.place.span.text: each for each in placed}


@pytest.fixture
def located(request: pytest.FixtureRequest) -> dict[str, Located]:
    return read(inspect.getdoc(request.function) or "")


def away_km(each: Located, lat: float, lon: float) -> float:
    assert each.place.lat is not None and each.place.lon is not None
    return distance_km(each.place.lat, each.place.lon, lat, lon)


def test_a_distance_that_no_namesake_keeps_gives_a_circle(located: dict[str, Located]) -> None:
    """Mines were found near Novoselivka, a village about 12 kilometers from Sloviansk."""
    place = located["Novoselivka"].place
    assert (place.name, place.gazetteer_id, place.role) == ("Novoselivka", None, PlaceRole.NEAR)
    assert away_km(located["Novoselivka"], 48.85, 37.6) < 2
    assert place.radius_km == pytest.approx(17)
    assert "12 km from Sloviansk" in place.because
    assert located["Novoselivka"].conflict is None, "a village of that name may lie there, too small for the gazetteer"
    assert located["Sloviansk"].place.role is PlaceRole.REFERENCE


def test_a_town_that_does_not_lie_where_the_text_says_is_a_conflict(located: dict[str, Located]) -> None:
    """Sappers are at work near Chuhuiv, about 12 kilometers from Sloviansk."""
    conflict = located["Chuhuiv"].conflict
    assert conflict is not None
    assert [span.text for span in conflict.spans] == ["Chuhuiv", "about 12 kilometers from", "Sloviansk"]


def test_a_distance_chooses_among_namesakes(located: dict[str, Located]) -> None:
    """Shelling hit Avdiivka, 20 km north of Donetsk in Ukraine."""
    assert away_km(located["Avdiivka"], 48.14, 37.74) < 3
    assert located["Avdiivka"].conflict is None


def test_a_direction_and_a_distance_move_the_point(located: dict[str, Located]) -> None:
    """Drones fell 50 km west of Kharkiv."""
    place = located["Kharkiv"].place
    assert place.role is PlaceRole.NEAR
    assert away_km(located["Kharkiv"], 49.98, 35.55) < 5
    assert place.radius_km is not None and place.radius_km > 25


def test_the_direction_of_a_town_is_a_sector(located: dict[str, Located]) -> None:
    """Tanks are moving along the Lyman direction."""
    place = located["Lyman"].place
    assert place.role is PlaceRole.TOWARD
    assert place.radius_km is not None and place.radius_km >= 40


def test_what_is_told_under_a_direction_lies_there(located: dict[str, Located]) -> None:
    """In the Lyman direction, drones burned two lorries near Yampil."""
    assert away_km(located["Yampil"], 48.936, 37.956) < 3


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Two people died in Paris, Texas.", 33.66, -95.56),
        ("Two people died in Paris.", 48.85, 2.35),
        ("Two people died in Kalynivka in the Vinnytsia region.", 49.46, 28.52),
    ],
)
def test_a_region_that_is_named_decides(text: str, lat: float, lon: float) -> None:
    name = "Paris" if "Paris" in text else "Kalynivka"
    assert away_km(read(text)[name], lat, lon) < 15


def test_the_region_and_its_capital_are_told_apart() -> None:
    city, region = read("Shells hit Kherson.")["Kherson"], read("Shells hit the Kherson region.")["Kherson"]
    assert (city.place.role, region.place.role) == (PlaceRole.AT, PlaceRole.REGION)
    assert city.place.radius_km is not None and region.place.radius_km is not None
    assert city.place.radius_km < 20 < region.place.radius_km


def test_renamed_towns_say_so(located: dict[str, Located]) -> None:
    """Trains no longer stop at Kirovograd."""
    assert located["Kirovograd"].place.name == "Kropyvnytskyi"
    assert "former name" in located["Kirovograd"].place.because


def test_a_name_that_cannot_be_resolved_has_no_point(located: dict[str, Located]) -> None:
    """The rescuers reached the village of Zhurbanivskove on Monday."""
    place = located["Zhurbanivskove"].place
    assert (place.lat, place.lon, place.name) == (None, None, "Zhurbanivskove")


def test_a_river_is_listed_never_mapped(located: dict[str, Located]) -> None:
    """Reeds burned on the sandy bank of the Dnipro."""
    assert located["Dnipro"].place.lat is None


def test_two_far_namesakes_of_one_size_are_ambiguous(located: dict[str, Located]) -> None:
    """Ukrainian farmers said that hail ruined Mykolaivka."""
    assert is_ambiguous(located["Mykolaivka"])


def test_one_clear_town_is_not(located: dict[str, Located]) -> None:
    """Ukrainian farmers said that hail ruined Poltava."""
    assert not is_ambiguous(located["Poltava"])


def test_a_place_outside_the_region_it_is_said_to_be_in(located: dict[str, Located]) -> None:
    """Buses left Izyum in Ukraine, then stopped in Alchevsk, in the Luhansk People's Republic."""
    region = located["Luhansk People's Republic"].place
    message = contradicts(located["Izyum"].place, region, Gazetteer.open())
    assert message is not None
    assert "outside" in message
    assert contradicts(located["Alchevsk"].place, region, Gazetteer.open()) is None


def test_the_same_name_is_the_same_place() -> None:
    text = "Shells hit Avdiivka in the Donetsk region. Two people were hurt in Avdiivka."
    document = Document(text=text)
    found = annotate([document], STAGES)[0]
    placed = locate(document, found, Tree(text, found.tokens), Gazetteer.open())
    assert len({each.place.gazetteer_id for each in placed if each.place.span.text == "Avdiivka"}) == 1


def test_the_profile_weighs_in() -> None:
    text = "A drone hit Petrivka."
    assert read(text, Backdrop(countries=("UA",)))["Petrivka"].place.country == "UA"


def test_places_near_one_another_belong_together(located: dict[str, Located]) -> None:
    """Schools closed in Bunia, Beni and Butembo."""
    assert {each.place.country for each in located.values()} == {"CD"}


def test_what_bears_the_name_of_a_far_town_stands_elsewhere() -> None:
    assert read("Thieves broke into the Oakland hotel in Bukavu.")["Oakland"].place.lat is None
    assert read("Thieves broke into the Bukavu hotel.")["Bukavu"].place.country == "CD"


def test_the_country_behind_the_name_decides() -> None:
    place = read("Two villages near Coimbra, Mali, were burned.")["Coimbra"].place
    assert (place.lat, place.country) == (None, "ML")


def test_a_small_namesake_abroad_is_left_out() -> None:
    places = read("Buses left Goma for Bukavu, then for Camden.")
    assert (places["Camden"].place.lat, places["Goma"].place.country) == (None, "CD")


def test_an_old_name_of_a_city_abroad_raises_no_doubt() -> None:
    assert not is_ambiguous(read("Shells hit Pokrovsk and Myrnohrad in the Donetsk region.")["Pokrovsk"])


def test_one_noun_makes_regions_of_all_names_before_it(located: dict[str, Located]) -> None:
    """Power failed in the Donetsk, Kharkiv and Kherson regions."""
    assert {each.place.role for each in located.values()} == {PlaceRole.REGION}


def test_what_lies_in_a_region_of_a_country(located: dict[str, Located]) -> None:
    """A bridge fell in Krasnopillia in Ukraine's Donetsk region."""
    assert away_km(located["Krasnopillia"], 48.0, 37.8) < 150


@pytest.mark.parametrize(
    ("text", "country"),
    [("A bus fell into a river in Congo.", None), ("A bus fell into a river in Congo, near Goma.", "CD")],
)
def test_one_of_two_countries_of_a_name_needs_a_sign(text: str, country: str | None) -> None:
    assert read(text)["Congo"].place.country == country


def test_the_border_of_a_country_is_no_point(located: dict[str, Located]) -> None:
    """A refinery in Schwedt, near the Polish border, was shut."""
    assert away_km(located["Schwedt"], 53.06, 14.28) < 5

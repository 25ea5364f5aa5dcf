"""Small names, names within names, and people, bodies and things that bear a place's name."""

from collections.abc import Callable

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import PlaceName
from reportedly.model.document import Document
from reportedly.reference.gazetteer import Gazetteer


def find(text: str, gazetteer: Gazetteer | None = None) -> tuple[PlaceName, ...]:
    stages = (Sentences(), Grammar(), Mentions(), PlaceNames(gazetteer))
    return annotate([Document(text=text, language="en")], stages)[0].place_names


def places(text: str) -> list[str]:
    """The names that are used as places."""
    return [name.text for name in find(text) if not name.adjective]


@pytest.mark.parametrize(
    "text",
    [
        "Lincoln said no. Nobody asked Lincoln again.",
        "Bolton told reporters that he would resign.",
        "Paris Hilton arrived on Monday.",
        "Jordan Hale testified. Jordan was calm.",
        "By CHAD ROE of the Herald. A bus burned.",
        "The West Nile virus spread to birds.",
        "The lorry stopped at Loop 12.",
        "A Lancet hit a tank.",
        "The nurses of St. Mary's marched.",
        "He drove the Bronco home.",
        "The District Court was silent.",
        "We met City Manager Ada Roe.",
        "The Minister of Economy and Unity resigned.",
        "The Secretary for Economy resigned.",
        "They lit candles for Mary, the mother of Jesus.",
        "Vladimir and Olga Roewell came home.",
        "The Party of Unity won.",
        "It was cold in the Far North.",
    ],
)
def test_bearers_of_a_places_name(text: str) -> None:
    assert places(text) == []


def test_the_same_name_where_the_text_places_something_in_it() -> None:
    names = find("Lincoln said no in Lincoln, a town in Nebraska.")
    assert [(name.start, name.text) for name in names] == [(19, "Lincoln"), (38, "Nebraska")]


def test_the_region_that_bears_a_words_name() -> None:
    assert places("Two men died in Unity state.") == ["Unity"]
    assert places("A bus burned in Cameroon's Far North.") == ["Far North"]
    assert places("A bus burned in Vladimir.") == ["Vladimir"]
    assert places("They travelled to Vladimir.") == ["Vladimir"]


def test_a_town_behind_that_is_no_thing() -> None:
    assert places("The ministry denied that Lyman had been captured.") == ["Lyman"]


def test_a_self_declared_republic_is_one_name() -> None:
    assert [name.text for name in find("The Donetsk People's Republic reported losses.")] == [
        "Donetsk People's Republic"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A shell hit a house on Mill Road.", "Mill Road"),
        ("A boat sank in Otter Creek.", "Otter Creek"),
        ("Smoke rose over Lake Murrow.", "Lake Murrow"),
    ],
)
def test_streets_and_waters_say_themselves_what_they_are(text: str, place: str) -> None:
    assert [(name.text, name.known) for name in find(text)] == [(place, False)]


def test_an_island_is_the_place_that_the_gazetteer_holds() -> None:
    assert places("Ships left Sakhalin Island.") == ["Sakhalin"]


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("A bus burned in Erie, Pa., on Monday.", "Pa.", "Pennsylvania"),
        ("A bus burned in Erie, PA, on Monday.", "PA", "Pennsylvania"),
        ("Fires spread across N.C. on Monday.", "N.C.", "North Carolina"),
    ],
)
def test_states_in_short(text: str, name: str, key: str) -> None:
    assert (name, key) in [(each.text, each.key) for each in find(text)]


def test_two_capitals_are_a_state_only_behind_a_town() -> None:
    assert "PA" not in [name.text for name in find("The PA spoke OK English.")]


def test_peoples_of_areas_are_adjectives() -> None:
    names = find("A European envoy met Chechen fighters.")
    assert [(name.key, name.adjective) for name in names] == [("Europe", True), ("Chechnya", True)]


def test_a_county_is_one_whatever_stands_behind_it() -> None:
    assert [name.text for name in find("He sits in the Fulton County Detention Center.")] == ["Fulton County"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Police in the region say that Mayfield police found him.", "Mayfield"),
        ("John Roe, 41, of Albion, was hurt.", "Albion"),
        ("The senator, R-Marshall, voted no.", "Marshall"),
    ],
)
def test_small_towns_that_own_something_or_are_somebodys_home(text: str, town: str) -> None:
    assert town in [name.text for name in find(text)]


def test_a_country_within_a_companys_name_is_an_attribute() -> None:
    assert [(name.text, name.adjective) for name in find("He flew with Air Zimbabwe.")] == [("Zimbabwe", True)]


def test_a_part_of_a_country_is_a_place() -> None:
    assert places("Fighting goes on in northeast Nigeria.") == ["Nigeria"]


def test_a_list_is_read_along_its_whole_length() -> None:
    text = "Shells fell on Kharkiv, Vovchansk, Lyptsi, Zolochiv, Dvorichna and Kupiansk."
    assert places(text) == ["Kharkiv", "Vovchansk", "Lyptsi", "Zolochiv", "Dvorichna", "Kupiansk"]


def test_a_man_of_a_town_says_not_where_it_happened() -> None:
    assert places("An Albion man was hurt in Kherson.") == ["Kherson"]


def test_a_dateline_names_the_town_but_nothing_happened_there() -> None:
    names = find("ALBION, Ky. (AP) — A bus burned on Monday in Erie.")
    assert [(name.text, name.key, name.adjective) for name in names] == [
        ("ALBION", "ALBION", True),
        ("Ky.", "Kentucky", True),
        ("Erie", "Erie", False),
    ]


NAMES = ("Druzhba", "Tochka", "Luch", "Kateryna", "Svoboda", "Rada", "Stepove", "Vilne", "Peremoha", "Zoria")


@pytest.mark.parametrize(
    "text",
    [
        "The Druzhba pipeline was hit in Ukraine.",
        "A Tochka missile fell in Ukraine.",
        "Luch makes missiles in Ukraine.",
        "Kateryna left Ukraine.",
        "Svoboda said that Ukraine would win.",
        "Lawmakers of the Rada met.",
    ],
)
def test_with_every_village_imported_a_name_of_anything_is_no_village(
    text: str, with_villages: Callable[..., Gazetteer]
) -> None:
    assert [name.text for name in find(text, with_villages(*NAMES)) if name.text != "Ukraine"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit Stepove and Vilne.", ["Stepove", "Vilne"]),
        ("Two people died in the village of Peremoha.", ["Peremoha"]),
        ("Fighting continues near Zoria.", ["Zoria"]),
    ],
)
def test_and_a_village_is_still_one_where_the_text_says_so(
    text: str, expected: list[str], with_villages: Callable[..., Gazetteer]
) -> None:
    assert [name.text for name in find(text, with_villages(*NAMES))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President George W. Lincoln spoke in Rome. It was sold by senators around Lincoln as a way out.", ["Rome"]),
        ("He gave his “Liberty first” speech in Rome.", ["Rome"]),
    ],
)
def test_a_surname_and_a_word_that_opens_a_quotation_are_no_towns(text: str, expected: list[str]) -> None:
    assert [name.text for name in find(text)] == expected

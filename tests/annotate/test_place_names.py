"""Places that a text names, and what only looks like one."""

import inspect
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import PlaceName
from reportedly.model.document import Document

STAGES = (Sentences(), Grammar(), Mentions(), PlaceNames())


def find(text: str) -> tuple[PlaceName, ...]:
    return annotate([Document(text=text)], STAGES)[0].place_names


@pytest.fixture
def names(request: pytest.FixtureRequest) -> tuple[PlaceName, ...]:
    return find(inspect.getdoc(request.function) or "")


@pytest.fixture
def places(names: tuple[PlaceName, ...]) -> list[str]:
    """The names that are used as places."""
    return [name.text for name in names if not name.adjective]


def test_towns_that_the_recogniser_may_not_know(places: list[str]) -> None:
    """Lorries were burned on the roads to Bilozerske, Dobropillia and Novodonetske."""
    assert places == ["Bilozerske", "Dobropillia", "Novodonetske"]


def test_other_romanisations(places: list[str]) -> None:
    """Rescuers set out for three towns: Chuguev, Liman and Nikolaev."""
    assert places == ["Chuguev", "Liman", "Nikolaev"]


def test_names_of_several_words(places: list[str]) -> None:
    """Fighting went on in Chasiv Yar and in Deir al-Balah."""
    assert places == ["Chasiv Yar", "Deir al-Balah"]


def test_the_longest_name_wins(names: tuple[PlaceName, ...]) -> None:
    """A convoy crossed the Luhansk People's Republic (LPR)."""
    assert [name.text for name in names] == ["Luhansk People's Republic", "LPR"]


def test_parts_of_a_country(places: list[str]) -> None:
    """Cholera is spreading in northern Syria."""
    assert places == ["northern Syria"]


def test_nationalities_are_adjectives_and_lead_to_their_country(names: tuple[PlaceName, ...]) -> None:
    """Russian troops met South Sudanese soldiers."""
    assert [(name.key, name.adjective) for name in names] == [("Russia", True), ("South Sudan", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Belgrade denies it.",
        "Tehran's patience is running out.",
        "The talks with Serbia have failed.",
        "The Kharkiv brigade withdrew.",
        "The head of the Kherson regional administration spoke.",
        "A Moscow-installed judge resigned.",
        "The Washington Post reported it.",
        "The Sumy Group of Forces said so.",
        "The Bank of England was silent.",
        "The Rowing Committee of Ukraine was silent.",
    ],
)
def test_states_and_bodies_called_after_a_place_are_no_places(text: str) -> None:
    assert [name.text for name in find(text) if not name.adjective] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Explosions were heard in Kyiv.", "Kyiv"),
        ("Kyiv was shelled at night.", "Kyiv"),
        ("Two balloons had crossed into Latvia.", "Latvia"),
        ("Aden's airport was closed.", "Aden"),
        ("Nine bathers drowned in the Odesa region.", "Odesa"),
        ("The battle for Sirte has begun.", "Sirte"),
        ("Cranes were burned in the Port of Odesa.", "Odesa"),
    ],
)
def test_the_same_names_as_places(text: str, place: str) -> None:
    assert [name.text for name in find(text) if not name.adjective] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Peterson said that he had left. Peterson did not explain.",
        "On Sunday in March the President spoke to the Secretary of State.",
        "Many were hurt. Nice people helped.",
        "The White House kept silent.",
    ],
)
def test_people_and_words_are_no_places(text: str) -> None:
    assert find(text) == ()


def test_the_river_is_not_the_city(names: tuple[PlaceName, ...]) -> None:
    """Reeds burned on the sandy bank of the Dnipro."""
    assert [name.key for name in names] == ["Dnipro River"]


def test_a_village_that_no_gazetteer_knows(names: tuple[PlaceName, ...]) -> None:
    """The troops entered the village of Zhurbanivskove on Monday."""
    assert [(name.text, name.known) for name in names] == [("Zhurbanivskove", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The parade on Liberation Square opened the Liberty Day.",
        "The Lincoln Prize was given at noon.",
        "The Glasgow Herald and the Odessa Times had it first.",
    ],
)
def test_what_is_only_called_after_a_place_is_none(text: str) -> None:
    assert find(text) == ()


def test_a_part_of_a_longer_name_is_no_place(places: list[str]) -> None:
    """A bus burned near Ben Yakar airport, police said."""
    assert "Ben" not in places


def test_a_town_at_the_start_that_the_parser_takes_for_an_adverb(places: list[str]) -> None:
    """Toretsk came under heavy fire."""
    assert places == ["Toretsk"]


def test_whose_governor_it_is_says_no_place(names: tuple[PlaceName, ...]) -> None:
    """Kherson's governor went on holiday."""
    assert [(name.text, name.adjective) for name in names] == [("Kherson", True)]


def test_letters_that_stand_for_a_body_are_no_village(places: list[str]) -> None:
    """Three banks were shut out of SWIFT."""
    assert places == []


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=200))
def test_every_span_cuts_its_own_text(text: str) -> None:
    names = find(text)
    assert all(name.text == text[name.start : name.end] for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The garrison was forced to withdraw from Avdiivka, the White House said.", "Avdiivka"),
        ("Kyiv has pulled its troops out of Avdiivka.", "Avdiivka"),
        ("In the night to Monday Zaporizhzhia was hit.", "Zaporizhzhia"),
    ],
)
def test_a_town_that_is_left_or_hit_is_a_place(text: str, place: str) -> None:
    found = annotate([Document(text=text, language="en")], STAGES)[0]
    assert place in [each.text for each in found.place_names if not each.adjective]

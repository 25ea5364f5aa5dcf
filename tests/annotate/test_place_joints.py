"""Names that are joined by an article or a hyphen, and words around names that show ground."""

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.document import Document


def places(text: str) -> list[str]:
    """The names that are used as places."""
    stages = (Sentences(), Grammar(), Mentions(), PlaceNames())
    return [
        name.text
        for name in annotate([Document(text=text, language="en")], stages)[0].place_names
        if not name.adjective
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers shot two men in the village of Bir al-Makhnuq.", ["Bir al-Makhnuq"]),
        ("A convoy left Deir ez-Zor on Monday.", ["Deir ez-Zor"]),
        ("Police in the town of Zor al-Makhnuq denied it.", ["Zor al-Makhnuq"]),
    ],
)
def test_a_part_of_a_joined_name_is_not_the_place(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_part_of_a_persons_joined_name_is_no_place() -> None:
    assert places("General Ain al-Makhnuq spoke on Monday.") == []


def test_two_towns_joined_by_a_hyphen_are_two_places() -> None:
    assert places("The Odesa-Mykolaiv road was hit.") == ["Odesa", "Mykolaiv"]


@pytest.mark.parametrize("verb", ["retook", "recaptured", "regained", "reclaimed", "overran"])
def test_what_is_taken_again_is_ground(verb: str) -> None:
    assert places(f"The army {verb} Tripoli in May.") == ["Tripoli"]


def test_a_direction_from_a_town_behind_a_list() -> None:
    assert places("Shells hit Nikopol, Marhanets and west of Kherson.") == ["Nikopol", "Marhanets", "Kherson"]


def test_the_capital_by_name_is_ground() -> None:
    assert places("The capital Khartoum was calm.") == ["Khartoum"]
    assert places("The army held the capital, Tripoli, for a week.") == ["Tripoli"]

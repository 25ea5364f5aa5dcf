"""Places that the recogniser takes for people, and names that no gazetteer holds."""

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
    (found,) = annotate([Document(text=text, language="en")], stages)
    return [name.text for name in found.place_names if not name.adjective]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two soldiers died in an ambush at Zerwanko.", ["Zerwanko"]),
        ("Clashes around Zerwanko went on.", ["Zerwanko"]),
        ("A patrol was attacked at Zerwanko, 12 km north of Djibo.", ["Zerwanko", "Djibo"]),
        ("The patrol camped 30 km from Zerwanko.", ["Zerwanko"]),
        ("Gunmen entered Zerwanko district.", ["Zerwanko"]),
        ("Rebels seized Tell es-Zerwan, residents said.", ["Tell es-Zerwan"]),
    ],
)
def test_a_place_that_no_gazetteer_holds(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy drove through Shusha.", ["Shusha"]),
        ("There were raids on Gao.", ["Gao"]),
        ("The families fled from Mae Sai.", ["Mae Sai"]),
        ("The army moved into nearby Bucha.", ["Bucha"]),
        ("They took Saraqib, along with Khan Sheikhoun.", ["Saraqib", "Khan Sheikhoun"]),
        ("They took Saraqib as well as Binnish.", ["Saraqib", "Binnish"]),
    ],
)
def test_a_place_that_the_recogniser_takes_for_something_else(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_an_unlisted_member_of_a_list_of_towns() -> None:
    assert places("The rebels took Buthidaung, Zerwan and Thandwe.") == ["Buthidaung", "Zerwan", "Thandwe"]
    assert places("Shells fell in Nikopol, Marhanets and Zerwanko.") == ["Nikopol", "Marhanets", "Zerwanko"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roewell resigned. Clashes around Roewell went on.",
        "He was shot at Mr Zerwanko's house.",
        "A fight broke out near Zerwanko's car.",
        "He worked at Zerwanko Ltd.",
        "Rebels seized Ain al-Makhnuq, a general.",
        "He shouted at Minister Zerwanko.",
    ],
)
def test_people_and_bodies_stay_what_they_are(text: str) -> None:
    assert places(text) == []


def test_a_person_between_capitals_is_no_member_of_the_list() -> None:
    assert "Zerwanko" not in places("Berlin, Zerwanko and Paris agreed.")

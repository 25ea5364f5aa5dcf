"""Who trails behind what is said, title and name between commas, and what the parser makes of it."""

import pytest

from reportedly.flow import read_text
from reportedly.model.annotation import Found
from reportedly.model.reading import Reading
from tests.annotate.test_grammar import word
from tests.claims.test_chains import claim, names

SAID = "The garrison has withdrawn from Volchansk"


@pytest.mark.parametrize(
    "who",
    [
        "the corps' new commander, Petro Halytskyi",
        "Petro Halytskyi, the head of the town's military administration",
        "its commander, General Petro Halytskyi",
        "the spokesman of the Sloboda Brigade, Petro Halytskyi",
        "Petro Halytskyi, the mayor of the town appointed by Kyiv",
    ],
)
def test_a_title_and_a_name_say_what_stands_before(who: str) -> None:
    reading = read_text(f"{SAID}, {who}, said on Sunday.", language="en")
    assert claim(reading, "garrison").span.text == SAID
    assert [[name.removeprefix("General ") for name in chain] for chain in names(reading, "garrison")] == [
        ["Petro Halytskyi"]
    ]


def test_the_object_is_not_part_of_whoever_says_it(reading: Reading) -> None:
    """Marines have completely liberated Severodonetsk, Defence Ministry spokesman Igor Konashenkov said."""
    assert claim(reading, "Marines").span.text == "Marines have completely liberated Severodonetsk"
    assert [each.name for each in claim(reading, "Marines").places] == ["Sievierodonetsk"]
    assert names(reading, "Marines") == [["Defence Ministry spokesman Igor Konashenkov"]]


def test_a_name_behind_a_participle_is_the_titles(reading: Reading) -> None:
    """The mayor appointed by Kyiv, Oleh Sapa, also admitted that the bridge was lost."""
    (source,) = reading.sources
    assert (source.name, source.side) == ("Oleh Sapa", "ukraine")


def test_whose_office_it_is_does_not_speak(reading: Reading) -> None:
    """ "Nobody will be left behind," Andriy Sapa, head of the office of the president, Petro Halytskyi, wrote."""
    assert all("Halytskyi" not in source.name for source in reading.sources)


def test_a_list_is_no_source(found: Found) -> None:
    """Shells hit the school, the chapel, the bakery, residents said."""
    assert word(found, "residents").relation == "nsubj"
    assert word(found, "bakery").relation != "nsubj"

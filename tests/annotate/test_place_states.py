"""A country, a capital or a continent as party and as ground."""

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.document import Document


def grounds(text: str) -> dict[str, bool]:
    """Each name, and whether it is where something is."""
    stages = (Sentences(), Grammar(), Mentions(), PlaceNames())
    (found,) = annotate([Document(text=text, language="en")], stages)
    return {name.text: not name.adjective for name in found.place_names}


@pytest.mark.parametrize(
    "text",
    [
        "The consulates of Japan were closed.",
        "The envoy to Japan resigned.",
        "She spoke in defence of the rights of Japan.",
        "The parliament voted for a loan to Japan.",
        "The commissioner for Africa resigned.",
        "It is up to Japan to answer.",
        "The boycott against Japan has ended.",
        "Trade with Japan has fallen.",
        "Coal from Japan was cheaper.",
        "The talks between Japan and Peru failed.",
        "They appealed to Japan.",
        "They put pressure on Japan.",
    ],
)
def test_a_state_that_is_dealt_with_is_no_ground(text: str) -> None:
    assert not any(grounds(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "The war against Japan lasted four years.",
        "The bombing of Japan continued.",
        "The strikes on Japan killed two.",
        "The army carried out strikes on Japan.",
        "The families returned to Japan.",
        "The troops withdrew from Japan.",
        "The border with Japan is closed.",
        "Most of Japan was quiet.",
        "Parts of Japan were flooded.",
        "The north of Japan was flooded.",
        "Planes flew over Japan.",
        "The border between Japan and Peru is closed.",
        "The raids by pirates on Japan went on.",
        "The refineries of Japan burned.",
        "Two people died in Japan.",
        "Two people died across Africa.",
    ],
)
def test_what_happens_on_its_ground_is_there(text: str) -> None:
    assert all(grounds(text).values())


def test_the_members_of_a_list_are_judged_by_what_stands_before_it() -> None:
    assert grounds("The envoys to Japan, Peru and Chile met.") == {"Japan": False, "Peru": False, "Chile": False}
    assert grounds("The flights to Japan, Peru and Chile left.") == {"Japan": True, "Peru": True, "Chile": True}


def test_a_town_that_is_no_capital_stays_ground() -> None:
    assert grounds("The mayor promised aid to Kharkiv.") == {"Kharkiv": True}

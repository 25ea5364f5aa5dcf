"""Who does or suffers what is claimed."""

from collections.abc import Callable

import pytest

from reportedly.claims.actors import find_actors
from reportedly.claims.propositions import Proposition
from reportedly.model.tree import Tree

SIDES = {"Russian": "russia", "Russia": "russia", "Ukrainian": "ukraine", "Ukraine": "ukraine"}


@pytest.fixture
def actors(tree_of: Tree, propose: Callable[..., Proposition]) -> Callable[[str], list[tuple[str, str, str | None]]]:
    """Role, words and side of the actors of the predicate that reads like this."""

    def side_of(words: str) -> str | None:
        return next((side for name, side in SIDES.items() if name in words.split()), None)

    return lambda word: [
        (each.role.value, each.span.text, each.side) for each in find_actors(tree_of, propose(word), side_of)
    ]


Actors = Callable[[str], list[tuple[str, str, str | None]]]


def test_subject_and_object(actors: Actors) -> None:
    """Russian forces wounded two civilians near the bridge."""
    assert actors("wounded") == [("agent", "Russian forces", "russia"), ("patient", "two civilians", None)]


def test_a_passive_turns_them_round(actors: Actors) -> None:
    """Two civilians were killed by Russian soldiers."""
    assert actors("killed") == [("patient", "Two civilians", None), ("agent", "Russian soldiers", "russia")]


def test_the_doer_of_a_nominal_happening(actors: Actors) -> None:
    """The storming of the docks by Ukrainian marines failed."""
    assert actors("storming") == [("agent", "Ukrainian marines", "ukraine")]


def test_whose_attacks_they_were(actors: Actors) -> None:
    """Russian strikes injured four drivers on the highway."""
    assert actors("injured") == [("agent", "Russian", "russia"), ("patient", "four drivers", None)]


def test_a_place_taken_is_no_patient(actors: Actors) -> None:
    """Ukrainian troops captured Vienna."""
    assert actors("captured") == [("agent", "Ukrainian troops", "ukraine")]


def test_a_state_invaded_is_one(actors: Actors) -> None:
    """Russia invaded Ukraine in February."""
    assert actors("invaded") == [("agent", "Russia", "russia"), ("patient", "Ukraine", "ukraine")]


def test_a_relative_clause_is_left_out(actors: Actors) -> None:
    """The soldiers who had crossed the river attacked the village."""
    assert actors("attacked") == [("agent", "The soldiers", None)]


def test_both_of_a_pair(actors: Actors) -> None:
    """Ukrainian soldiers and Russian troops clashed on Monday."""
    assert actors("clashed") == [("agent", "Ukrainian soldiers", "ukraine"), ("agent", "Russian troops", "russia")]


def test_pronouns_are_left_out(actors: Actors) -> None:
    """They attacked the village."""
    assert actors("attacked") == []


def test_things_are_no_actors(actors: Actors) -> None:
    """The storm damaged the bridge."""
    assert actors("damaged") == []

"""How many of what a claim speaks of."""

import pytest

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.grammar import Grammar
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.claims.quantities import measure
from reportedly.model.annotation import Found, Layer, Sentence
from reportedly.model.document import Document
from reportedly.model.quantity import Quantity
from reportedly.model.tree import Tree


@pytest.fixture
def quantities(request: pytest.FixtureRequest) -> tuple[Quantity, ...]:
    text = request.function.__doc__
    documents = [Document(text=text, language="en")]
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    for stage in (Grammar(), DatePhrases(), NumberPhrases()):
        found = found.adding(stage.makes, tuple(stage.find(documents, [found])[0]))
    return measure(found.number_phrases, Tree(text, found.tokens))


def test_unit_is_what_is_counted(quantities: tuple[Quantity, ...]) -> None:
    """Four nurses were injured and at least nine sailors were killed."""
    assert [(each.value, each.unit) for each in quantities] == [(4, "nurse"), (9, "sailor")]


def test_own_unit_comes_first(quantities: tuple[Quantity, ...]) -> None:
    """The balloon came down about 70 km from the coast."""
    assert [(each.value, each.unit, each.approximate) for each in quantities] == [(70, "km", True)]


def test_words_between_do_not_matter(quantities: tuple[Quantity, ...]) -> None:
    """More than 300 exhausted people came, and 2,500 spare tents."""
    assert [each.unit for each in quantities] == ["people", "tent"]


def test_what_dozens_are_of(quantities: tuple[Quantity, ...]) -> None:
    """They found dozens of shells."""
    assert [(each.value, each.low, each.unit) for each in quantities] == [(None, 24, "shell")]


def test_nobody_counted_is_no_unit(quantities: tuple[Quantity, ...]) -> None:
    """The claims reached nearly 8,000 last spring, and 66 of them were paid."""
    assert [each.unit for each in quantities] == [None, None]


def test_a_number_that_is_set_aside_is_not_claimed(quantities: tuple[Quantity, ...]) -> None:
    """Not 20 but about 90 gunners were killed."""
    assert [(each.value, each.unit) for each in quantities] == [(90, "gunner")]

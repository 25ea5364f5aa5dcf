"""Somebody calls untrue what another says: the claim is what was said, negative, on the word of whoever calls it so."""

import pytest

from reportedly.flow import read_text
from reportedly.model.reading import Reading
from tests.claims.test_chains import claim, names


@pytest.mark.parametrize(
    "text",
    [
        "Asmara's claim that the town had fallen did not correspond to reality, said Anna Holm, spokeswoman for the corps.",
        "Asmara's claim that the town had fallen is untrue, Anna Holm said.",
        "The claim that the town had fallen has nothing to do with the truth, Anna Holm said.",
        "According to Anna Holm, the report that the town had fallen is not true.",
        "Anna Holm called reports that the town had fallen a lie.",
        "It is not true that the town had fallen, Anna Holm said.",
        "Anna Holm said it was a lie that the town had fallen.",
        "Anna Holm denounced as fake reports that the town had fallen.",
        "Anna Holm dismissed as false an enemy report that the town had fallen.",
    ],
)
def test_what_is_called_untrue_is_denied_by_whoever_calls_it_so(text: str) -> None:
    reading = read_text(text, language="en")
    denied = claim(reading, "had fallen")
    assert "the town had fallen" in denied.span.text
    assert names(reading, "had fallen") == [["Anna Holm"]]
    assert (denied.polarity, denied.certainty, denied.kind) == ("negative", "certain", "control")


def test_it_stands_where_it_is_called_untrue(reading: Reading) -> None:
    """According to Anna Holm, Asmara's claim that the town had fallen is false."""
    assert claim(reading, "had fallen").span.text == "Asmara's claim that the town had fallen is false"


def test_the_outlet_may_call_it_untrue(reading: Reading) -> None:
    """The claim that the town had fallen was false."""
    assert (claim(reading, "the town had fallen").polarity, names(reading, "the town")) == ("negative", [])


def test_a_report_of_something_is_dismissed_as_that(reading: Reading) -> None:
    """Addis Ababa on Friday dismissed an Eritrean report of a raid on the dam."""
    assert claim(reading, "raid").span.text == "an Eritrean report of a raid on the dam"
    assert (claim(reading, "raid").polarity, names(reading, "raid")) == ("negative", [["Addis Ababa"]])


def test_whose_report_is_denied_is_not_what_is_denied(reading: Reading) -> None:
    """The ministry denies the reports of separatists."""
    assert claim(reading, "denies").span.text == "The ministry denies the reports of separatists"


def test_what_is_not_false_is_not_denied(reading: Reading) -> None:
    """The report that the town has fallen is not false, Anna Holm said."""
    assert claim(reading, "town").polarity == "positive"


def test_false_claims_are_nobodys_word(reading: Reading) -> None:
    """The blogger had spread false claims that the town was empty."""
    assert reading.sources == ()
    assert claim(reading, "empty").polarity == "negative"

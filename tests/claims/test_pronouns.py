"""Whom the pronoun of a trailing cue means: whoever spoke or acted before, and not whoever is told of."""

import pytest

from reportedly.flow import read_text
from reportedly.model.reading import Reading
from tests.claims.test_chains import names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Khortytsia command said the ridge was held. Russia would pay for the burnt school, it added.",
            "Khortytsia",
        ),
        ("Zelenskyy said the ridge was held. Putin would pay for the burnt school, he said.", "Zelenskyy"),
        ("Petro Koval came to the ruins on Friday. Putin would pay for the burnt school, he said.", "Petro Koval"),
        ("Officials said the ridge was lost. The guards would pay for the burnt school, they added.", "Officials"),
    ],
)
def test_whoever_spoke_before_speaks_on(text: str, speaker: str) -> None:
    ((name,),) = names(read_text(text, language="en"), "burnt school")
    assert speaker in name


def test_somebody_alone_speaks_of_himself(reading: Reading) -> None:
    """The company would shut two shops, it said."""
    assert names(reading, "two shops") == [["company"]]


def test_nobody_is_guessed_where_the_dead_were_named(reading: Reading) -> None:
    """Two soldiers were killed. The gunmen had used knives, they said."""
    assert names(reading, "knives") == [["unidentified speaker"]]

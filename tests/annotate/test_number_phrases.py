"""Where a text says how many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.model.annotation import Found, Layer, NumberPhrase, Sentence
from reportedly.model.document import Document


def find(text: str, language: str = "en") -> tuple[NumberPhrase, ...]:
    documents = [Document(text=text, language=language)]
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    found = found.adding(Layer.DATE_PHRASE, DatePhrases().find(documents, [found])[0])
    return NumberPhrases().find(documents, [found])[0]


@pytest.mark.parametrize(
    ("words", "value", "low", "high", "unit", "approximate"),
    [
        ("173", 173, 173, 173, None, False),
        ("86,000", 86_000, 86_000, 86_000, None, False),
        ("218 700", 218_700, 218_700, 218_700, None, False),
        ("3.5 million", 3_500_000, 3_500_000, 3_500_000, None, False),
        ("two", 2, 2, 2, None, False),
        ("twenty-four", 24, 24, 24, None, False),
        ("two hundred and fifty thousand", 250_000, 250_000, 250_000, None, False),
        ("half a dozen", 6, 6, 6, None, False),
        ("a dozen or so", 12, 12, 12, None, True),
        ("dozens", None, 24, None, None, True),
        ("hundreds of thousands", None, 200_000, None, None, True),
        ("several hundred", None, 200, None, None, True),
        ("between 6,000 and 9,000", None, 6_000, 9_000, None, False),
        ("7,000 to 8,500", None, 7_000, 8_500, None, False),
        ("35-45", None, 35, 45, None, False),
        ("three to five", None, 3, 5, None, False),
        ("3 to 4 million", None, 3_000_000, 4_000_000, None, False),
        ("at least 14", 14, 14, None, None, False),
        ("more than a dozen", 12, 12, None, None, False),
        ("well over 40,000", 40_000, 40_000, None, None, False),
        ("50+", 50, 50, None, None, False),
        ("up to 37", 37, None, 37, None, False),
        ("fewer than 5", 5, None, 5, None, False),
        ("nearly 8,000", 8_000, None, 8_000, None, True),
        ("about 300", 300, 300, 300, None, True),
        ("some 20", 20, 20, 20, None, True),
        ("approximately 23 kilometers", 23, 23, 23, "km", True),
        ("100 sq km", 100, 100, 100, "km2", False),
        ("65%", 65, 65, 65, "%", False),
        ("2,400 tonnes", 2_400, 2_400, 2_400, "t", False),
        ("30-kilometre", 30, 30, 30, "km", False),
        ("3½ km", 3.5, 3.5, 3.5, "km", False),
        ("over $47 million", 47_000_000, 47_000_000, None, "USD", False),
        ("€5m", 5_000_000, 5_000_000, 5_000_000, "EUR", False),
        ("€3-4 million", None, 3_000_000, 4_000_000, "EUR", False),
        ("40 million dollars", 40_000_000, 40_000_000, 40_000_000, "USD", False),
    ],
)
def test_says_how_many(
    words: str, value: float | None, low: float | None, high: float | None, unit: str | None, approximate: bool
) -> None:
    (number,) = find(f"They saw {words} there.")
    assert number.text == words
    assert (number.value, number.low, number.high) == (value, low, high)
    assert (number.unit, number.approximate) == (unit, approximate)


@pytest.mark.parametrize(
    "words",
    [
        "An S-200 and a MiG-29 beside T-72B3 tanks.",
        "The 85th brigade came first.",
        "The Group of 7 met.",
        "One of the officials and no one else.",
        "They left on December 2, 2025, at 09:00.",
        "It was so in 2014.",
        "It lasted two days and 24 hours.",
        "They fired 155mm shells.",
        "Resolution 2254 was adopted.",
        "It lost World War Two.",
        "It is said so [1] and [2].",
        "Ivan Petrov, 45, is a 12-year-old boy's father.",
        "Call +380 44 123 4567 or 555-01-23.",
    ],
)
def test_says_no_number(words: str) -> None:
    assert find(words) == ()


def test_preposition_before_a_small_number_is_no_bound() -> None:
    """Drones flew over three regions."""
    assert [each.text for each in find(test_preposition_before_a_small_number_is_no_bound.__doc__ or "")] == ["three"]


def test_figure_after_a_comma_is_no_age() -> None:
    """Last week, 24,000 people left, and they are building 75 bridges."""
    assert [each.value for each in find(test_figure_after_a_comma_is_no_age.__doc__ or "")] == [24_000, 75]


@pytest.mark.parametrize(
    ("words", "value", "unit"), [("4m rounds", 4e6, None), ("2.25m tonnes", 2.25e6, "t"), ("300m away", 300, "m")]
)
def test_m_is_a_million_or_a_metre(words: str, value: float, unit: str | None) -> None:
    (number,) = find(f"They saw {words}.")
    assert (number.value, number.unit) == (value, unit)


def test_rise_has_two_numbers() -> None:
    """The toll rose from 20 to 30."""
    assert [each.value for each in find(test_rise_has_two_numbers.__doc__ or "")] == [20, 30]


def test_a_part_of_those_told_before_is_no_number() -> None:
    assert find("Two of them swam ashore.") == ()
    assert [each.value for each in find("Two of the divers swam ashore.")] == [2]


def test_nautical_miles_are_a_unit() -> None:
    (number,) = find("12 nautical miles off the cape")
    assert number.unit == "nmi"


def test_language_without_words_has_no_phrases() -> None:
    assert find("12", language="xx") == ()


WORDS = st.sampled_from(
    "at least over $ 12 3,000 4,000 1 400 - – million m km % two hundred thousand and dozens of a few half dozen or so + "
    "between up to nearly ½ .5 2014 one 0 k".split(" ")
)


@given(
    st.one_of(
        st.text(),
        st.lists(WORDS, max_size=12).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)])),
    )
)
def test_every_number_cuts_its_own_text(text: str) -> None:
    end = 0
    for number in find(text):
        assert number.text == text[number.start : number.end] != ""
        assert number.start >= end
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end

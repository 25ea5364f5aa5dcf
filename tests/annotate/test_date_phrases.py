"""Where a text says when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document


def find(text: str, language: str = "en") -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language=language)], [found])[0]


@pytest.fixture
def phrases(request: pytest.FixtureRequest) -> list[str]:
    return [phrase.text for phrase in find(request.function.__doc__)]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("December 2", "date"),
        ("December 2, 2025", "date"),
        ("2 December 2025", "date"),
        ("2nd of December", "date"),
        ("2025-12-02", "date"),
        ("02.12.2025", "date"),
        ("Tuesday, December 2, 2025", "date"),
        ("December", "date"),
        ("late November", "date"),
        ("mid-November", "date"),
        ("the first week of August", "date"),
        ("the first days of June", "date"),
        ("the night of August 3", "date"),
        ("last June", "date"),
        ("the end of 2014", "date"),
        ("the early 1990s", "decade"),
        ("the 20th century", "century"),
        ("Tuesday", "weekday"),
        ("Tuesday morning", "weekday"),
        ("earlier on Wednesday", "weekday"),
        ("last Tuesday", "weekday"),
        ("yesterday", "deictic"),
        ("tonight", "deictic"),
        ("last night", "deictic"),
        ("the day before yesterday", "deictic"),
        ("overnight", "overnight"),
        ("overnight into Tuesday", "weekday"),
        ("last week", "unit"),
        ("so far this year", "unit"),
        ("the start of the month", "unit"),
        ("the weekend", "unit"),
        ("the past 36 hours", "span"),
        ("the past day", "span"),
        ("recent days", "span"),
        ("the coming weeks", "span"),
        ("the next several months", "span"),
        ("three weeks ago", "shift"),
        ("two days earlier", "shift"),
        ("a day after", "shift"),
        ("the following day", "shift"),
        ("that evening", "shift"),
        ("three days", "length"),
        ("two-day", "length"),
        ("every day", "set"),
        ("daily", "set"),
        ("07:15", "clock"),
        ("10 p.m.", "clock"),
        ("12 noon", "clock"),
        ("18:30, August 3, 2024", "date"),
        ("2025-12-02T06:00+02:00", "date"),
        ("14:30 GMT", "clock"),
        ("06:00 Kyiv time", "clock"),
        ("1400 local time", "clock"),
        ("06.00 Kyiv time", "clock"),
        ("7 o'clock", "clock"),
        ("06:00 (Moscow time) on December 2", "date"),
        ("Tuesday at around 6 a.m.", "weekday"),
        ("the early hours of Tuesday", "weekday"),
        ("dawn on Tuesday", "weekday"),
        ("the week of March 6", "date"),
        ("two days after December 1", "date"),
        ("the first half of 2025", "date"),
        ("the 1990s", "decade"),
        ("two or three weeks", "length"),
        ("the months ahead", "span"),
        ("next year's first quarter", "quarter"),
        ("the year-ago period", "period"),
        ("the same period last year", "period"),
        ("the latest quarter", "period"),
        ("the third quarter of 2025", "quarter"),
        ("last summer", "season"),
        ("summer 2025", "season"),
        ("recently", "vague"),
    ],
)
def test_says_when(words: str, rule: str) -> None:
    assert [(phrase.text, phrase.rule) for phrase in find(f"It began {words} at dusk.")] == [(words, rule)]


@pytest.mark.parametrize(
    "words",
    [
        "They walked 7 km.",
        "They sent 2014 soldiers.",
        "It may have ended.",
        "Theresa May said so.",
        "The march on the town began.",
        "A 9-month-old strike.",
        "Some 14.03 percent agreed.",
        "A Mi-8 and 1,987 crates.",
        "The fall of the town.",
        "He came second.",
        "It stood at 12.30 percent.",
        "A room costs $55 a night.",
        "They fired 50 shells a day.",
        "He ran it in 2:05.",
        "He told the Today programme so.",
        "It will come as soon as it can.",
        "They kept warm in the winter cold.",
        "The bid for EXPO-2030.",
        "The Sundarbans monarch.",
    ],
)
def test_says_no_time(words: str) -> None:
    assert find(words) == ()


def test_day_and_hour_are_one_phrase(phrases: list[str]) -> None:
    """Tomorrow, at 12 noon, the bridge will be closed."""
    assert phrases == ["Tomorrow, at 12 noon"]


def test_hours_of_a_night_are_one_phrase(phrases: list[str]) -> None:
    """It burned from 8 p.m. on October 2 to 8 a.m. on October 3, and on Monday from 20:00 to 22:00."""
    assert phrases == ["8 p.m. on October 2 to 8 a.m. on October 3", "Monday from 20:00 to 22:00"]


def test_zone_is_read() -> None:
    """At 06:00 MSK on May 3 and at 14:30 local time."""
    one, two = find(test_zone_is_read.__doc__ or "")
    assert (one.values["zone"], two.values["zone"]) == ("moscow", "")


def test_days_hours_and_weeks_behind_a_colon_end(phrases: list[str]) -> None:
    """He wrote on Saturday, April 25: they left on May 3: nobody stayed."""
    assert phrases == ["Saturday, April 25", "May 3"]


def test_another_in_a_week_counts_the_week() -> None:
    """It was the second raid on the port in a week, and the first in a year."""
    one, two = find(test_another_in_a_week_counts_the_week.__doc__ or "")
    assert (one.text, one.rule, two.rule) == ("a week", "span", "length")


def test_headline_keeps_its_today(phrases: list[str]) -> None:
    """Seven Die Today In Port Fire"""
    assert phrases == ["Today"]


def test_two_days_are_two_phrases(phrases: list[str]) -> None:
    """He said on Monday that on Tuesday they would leave, and on Wednesday and Friday come back."""
    assert phrases == ["Monday", "Tuesday", "Wednesday", "Friday"]


def test_two_ends_are_one_phrase(phrases: list[str]) -> None:
    """Between Monday and Wednesday they shelled it, and from May 1 to June 3, 2022, they held it."""
    assert phrases == ["Monday and Wednesday", "May 1 to June 3, 2022"]


def test_month_with_a_preposition_is_one(phrases: list[str]) -> None:
    """In May and since March, people may march."""
    assert phrases == ["May", "March"]


def test_lead_is_read_but_stands_outside() -> None:
    """They have rented it since Friday and must leave by June 15."""
    one, two = find(test_lead_is_read_but_stands_outside.__doc__ or "")
    assert (one.text, one.values["lead"]) == ("Friday", "since")
    assert (two.text, two.values["lead"]) == ("June 15", "by")


def test_year_that_stands_once_is_shared() -> None:
    """The truces of February 4 and June 9, 2019."""
    one, two = find(test_year_that_stands_once_is_shared.__doc__ or "")
    assert one.values["year"] == two.values["year"] == "2019"


def test_heading_gives_day_and_month(phrases: list[str]) -> None:
    """Sumy, 14.03. Our digest of the night, 08:30"""
    assert phrases == ["14.03", "08:30"]


def test_full_stop_belongs_to_the_sentence(phrases: list[str]) -> None:
    """The pier burned on Friday. It reopened in April."""
    assert phrases == ["Friday", "April"]


def test_language_without_rules_has_no_phrases() -> None:
    assert find("Tuesday", language="xx") == ()


WORDS = st.sampled_from(
    "since by May 9 31 2014 Tuesday night of the last two days ago overnight into - , . : 12 p.m. week early".split(" ")
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)))
def test_every_phrase_cuts_its_own_text(text: str) -> None:
    end = 0
    for phrase in find(text):
        assert phrase.text == text[phrase.start : phrase.end] != ""
        assert phrase.start >= end
        end = phrase.end


def test_last_may_be_a_verb() -> None:
    (phrase,) = find("The fair will last a month.")
    assert (phrase.text, phrase.rule) == ("a month", "length")


def test_the_night_to_a_day_ends_on_it(phrases: list[str]) -> None:
    """A barge sank in the night to Sunday, and another in the night into July 29."""
    assert phrases == ["the night to Sunday", "the night into July 29"]


def test_the_last_day_of_something_is_not_yesterday(phrases: list[str]) -> None:
    """They lost forty men on the last day of the siege."""
    assert phrases == []

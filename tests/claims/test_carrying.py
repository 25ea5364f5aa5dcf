"""When a claim without a date goes on about a happening that was dated."""

import pytest

from reportedly.model.claim import Kind
from reportedly.model.reading import Reading


@pytest.fixture
def casualty_days(reading: Reading) -> list[str | None]:
    """The first day of each claim of casualties."""
    casualties = [each for each in reading.claims if each.kind is Kind.CASUALTY]
    return [str(each.time.earliest) if each.time else None for each in casualties]


def test_the_attack_is_that_of_the_sentence_before(casualty_days: list[str | None]) -> None:
    """A drone attacked a bus in Nikopol on Tuesday. The attack wounded six people."""
    assert casualty_days == ["2025-12-02"]


def test_another_word_for_it_will_do(casualty_days: list[str | None]) -> None:
    """A car bomb exploded in Goma on Friday. Twelve people died in the blast."""
    assert casualty_days == ["2025-11-28"]


def test_an_attack_elsewhere_is_another(casualty_days: list[str | None]) -> None:
    """A car bomb exploded in Goma on Friday. Twelve people died in the attack on Bukavu."""
    assert casualty_days == [None]


def test_an_undated_attack_in_between_hides_the_dated_one(casualty_days: list[str | None]) -> None:
    """A drone hit a bus on Monday. Another drone hit a hospital. The attack killed six people."""
    assert casualty_days == [None]


def test_what_is_to_come_dates_no_past(casualty_days: list[str | None]) -> None:
    """They will shell Nikopol on Friday. The attack killed six people."""
    assert casualty_days == [None]


def test_two_days_leave_it_open(casualty_days: list[str | None]) -> None:
    """A drone hit a bus on Monday and another drone hit a school on Tuesday. The attack killed six people."""
    assert casualty_days == [None]


def test_the_dead_of_the_next_sentence_are_of_that_attack(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. Six people died in the city."""
    assert casualty_days == ["2025-12-02"]


def test_not_those_of_another_place(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. Six people were killed in Goma."""
    assert casualty_days == [None]


def test_nor_those_of_a_whole_war(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. More than 5,000 people were killed in the war."""
    assert casualty_days == [None]


def test_nor_a_sum_up_to_now(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. More than 5,000 people have been killed."""
    assert casualty_days == [None]


def test_nor_those_of_another_attack(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. Another drone killed two people."""
    assert casualty_days == [None]


def test_nor_those_of_a_happening_that_the_text_has_not_told(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. Two people died in a crash."""
    assert casualty_days == [None]


def test_what_is_joined_to_an_attack_and_no_harm_has_no_day(reading: Reading) -> None:
    """A drone hit a bus in Nikopol on Tuesday and the mayor resigned."""
    assert [str(each.time.earliest) if each.time else None for each in reading.claims] == ["2025-12-02", None]


def test_nor_those_two_sentences_on(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. The mayor likes the sea. Six people were killed."""
    assert casualty_days == [None]


def test_the_dead_of_the_same_sentence_are_too(casualty_days: list[str | None]) -> None:
    """The market was shelled on Tuesday, with five people killed and twelve wounded."""
    assert casualty_days == ["2025-12-02", "2025-12-02"]


def test_and_so_are_those_of_a_verb_beside_it(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday and six people were killed."""
    assert casualty_days == ["2025-12-02"]


def test_day_behind_the_reporting_verb_is_that_of_saying(reading: Reading) -> None:
    """The mayor said on Tuesday shells had killed two people in Nikopol."""
    assert all(each.time is None for each in reading.claims)


def test_a_possessive_day_behind_it_is_not(casualty_days: list[str | None]) -> None:
    """The mayor said Tuesday's shelling killed two people."""
    assert casualty_days == ["2025-12-02"]


def test_who_the_first_dead_was_is_no_news_of_the_attack(casualty_days: list[str | None]) -> None:
    """A drone hit a bus in Nikopol on Tuesday. The first casualty was a driver."""
    assert set(casualty_days) <= {None}

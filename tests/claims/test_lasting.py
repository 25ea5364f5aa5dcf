"""For how long something has lasted."""

import pytest

from reportedly.model.reading import Reading


@pytest.fixture
def days(reading: Reading) -> tuple[str, str] | None:
    """First and last day of the only claim; published on Wednesday, 3 December 2025."""
    (claim,) = reading.claims
    return (str(claim.time.earliest), str(claim.time.latest)) if claim.time else None


Days = tuple[str, str] | None


def test_what_has_been_going_on_goes_on_to_this_day(days: Days) -> None:
    """For 100 days the rebels have been shelling the harbour."""
    assert days == ("2025-08-25", "2025-12-03")


def test_wherever_its_length_stands(days: Days) -> None:
    """The army has been bombarding the harbour for three weeks."""
    assert days == ("2025-11-12", "2025-12-03")


def test_what_went_on_may_be_over(days: Days) -> None:
    """The rebels shelled the harbour for three weeks."""
    assert days is None


def test_a_sentence_has_not_been_served_yet(days: Days) -> None:
    """The captain has been jailed for three years."""
    assert days is None


def test_nobody_can_count_several_weeks(days: Days) -> None:
    """The rebels have been shelling the harbour for several weeks."""
    assert days is None


def test_nobody_can_count_nearly_three_weeks(days: Days) -> None:
    """The rebels have been shelling the harbour for nearly three weeks."""
    assert days is None

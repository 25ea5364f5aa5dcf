"""A date counts from the tense of its claim."""

import pytest

from reportedly.model.claim import Tense
from reportedly.model.reading import Reading


@pytest.fixture
def days(reading: Reading) -> dict[Tense, tuple[str, str] | None]:
    """First and last day of the last claim of each tense; published on Wednesday, 3 December 2025."""
    return {
        claim.tense: (str(claim.time.earliest), str(claim.time.latest)) if claim.time else None
        for claim in reading.claims
    }


Days = dict[Tense, tuple[str, str] | None]


def test_a_plan_for_a_month_does_not_move_what_happened_in_it(days: Days) -> None:
    """The council is expected to vote in April. The mayor died in April."""
    assert days[Tense.PAST] == ("2025-04-01", "2025-04-30")


def test_a_month_that_is_over_does_not_hold_back_what_will_be(days: Days) -> None:
    """The village voted in June. The town will also vote in June."""
    assert days[Tense.FUTURE] == ("2026-06-01", "2026-06-30")


def test_what_happened_after_a_time_to_come_has_no_day(days: Days) -> None:
    """The fair in January drew crowds. The guard was shot two months later."""
    assert days[Tense.PAST] is None


def test_what_is_planned_in_the_present_has_no_month_gone_by(days: Days) -> None:
    """The ministers meet in June."""
    assert days[Tense.PRESENT] is None


def test_a_month_just_over_may_be_told_in_the_present(days: Days) -> None:
    """The flood destroys the old mill on November 28."""
    assert days[Tense.PRESENT] == ("2025-11-28", "2025-11-28")


def test_what_happened_this_year_ends_with_the_news(days: Days) -> None:
    """Bread prices rose this year."""
    assert days[Tense.PAST] == ("2025-01-01", "2025-12-03")


def test_what_will_happen_this_week_has_the_whole_week(days: Days) -> None:
    """The minister will visit the valley this week."""
    assert days[Tense.FUTURE] == ("2025-12-01", "2025-12-07")


def test_a_year_that_is_written_out_stays(days: Days) -> None:
    """The bridge collapsed on December 9, 2025."""
    assert days[Tense.PAST] == ("2025-12-09", "2025-12-09")


def test_a_stay_told_in_the_present_lies_ahead(days: Days) -> None:
    """The minister is visiting the island from Friday to Sunday."""
    assert days[Tense.PRESENT] == ("2025-12-05", "2025-12-07")


def test_or_it_lasts_still(days: Days) -> None:
    """The minister is visiting the island from Tuesday to Thursday."""
    assert days[Tense.PRESENT] == ("2025-12-02", "2025-12-04")


def test_a_chronicle_tells_what_is_over_in_the_present(days: Days) -> None:
    """In June, the river floods the valley."""
    assert days[Tense.PRESENT] == ("2025-06-01", "2025-06-30")

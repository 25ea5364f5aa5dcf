"""What a text speaks of when it comes to a date phrase."""

from datetime import date

import pytest

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.narration import tell
from reportedly.model.document import Document

WEDNESDAY = date(2025, 12, 3)


@pytest.fixture
def values(request: pytest.FixtureRequest) -> list[str | None]:
    """The TIMEX3 values of the docstring's phrases, counted in order."""
    document = Document(text=request.function.__doc__, language="en")
    (found,) = annotate([document], (Sentences(), DatePhrases()))
    told = tell(document.text, found.sentences, found.date_phrases, WEDNESDAY, "en")
    return [each.timex.value if each.timex else None for each in told]


def test_next_day_follows_the_day_spoken_of(values: list[str | None]) -> None:
    """Fire broke out on November 20. The next day the roof fell in."""
    assert values == ["2025-11-20", "2025-11-21"]


def test_without_a_day_spoken_of_there_is_no_next_day(values: list[str | None]) -> None:
    """Fire broke out in the mill. The next day the roof fell in."""
    assert values == [None]


def test_that_year_is_the_year_spoken_of(values: list[str | None]) -> None:
    """She left the island in June 2019 and came back later that year. The following month she was arrested."""
    assert values[:2] == ["2019-06", "2019"]


def test_following_month_counts_from_a_month(values: list[str | None]) -> None:
    """In March the dam was closed. The following month it burst."""
    assert values == ["2025-03", "2025-04"]


def test_a_day_long_past_in_the_text_is_forgotten(values: list[str | None]) -> None:
    """Fire broke out on Monday. It spread. It rained. It snowed. It froze. It thawed. The next day the roof fell in."""
    assert values == ["2025-12-01", None]


def test_a_year_ago_is_the_same_quarter(values: list[str | None]) -> None:
    """The mill earned two million in the third quarter, up from one million a year earlier."""
    assert values == ["2025-Q3", "2024-Q3"]


def test_the_year_ago_period_needs_no_other_words(values: list[str | None]) -> None:
    """Third-quarter sales fell. In the year-ago period they had risen, and they rose in the latest quarter again."""
    assert values == ["2025-Q3", "2024-Q3", "2025-Q3"]


def test_a_month_named_twice_may_be_of_two_years(values: list[str | None]) -> None:
    """The two are expected to join in April. The feast in April was a poor one."""
    assert values == ["2026-04", "2025-04"]


def test_night_of_a_day_long_ago_cannot_be_counted(values: list[str | None]) -> None:
    """The raid on the fort began on August 7, 2016. A corporal died overnight."""
    assert values == ["2016-08-07", None]


def test_last_night_in_the_news_can(values: list[str | None]) -> None:
    """The raid on the fort began on Monday. A corporal died overnight."""
    assert values == ["2025-12-01", "2025-12-03TNI"]


def test_a_tale_of_another_year_goes_on_in_it(values: list[str | None]) -> None:
    """On August 6, 2016, a gang raided the fort. On August 9 it fled. On September 2 it was caught."""
    assert values == ["2016-08-06", "2016-08-09", "2016-09-02"]


def test_a_day_that_may_be_of_either_year_is_of_none(values: list[str | None]) -> None:
    """On November 26, 2016, a gang raided the fort. On November 28 it fled."""
    assert values == ["2016-11-26", None]


def test_a_year_long_gone_does_not_reach_other_months(values: list[str | None]) -> None:
    """The war began on February 24, 2022. On December 1 the bridge fell."""
    assert values == ["2022-02-24", "2025-12-01"]

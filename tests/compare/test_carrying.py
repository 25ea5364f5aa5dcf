"""Where and when something happened that says neither itself."""

import pytest

from reportedly.model.comparable import Comparable
from tests.compare.dispatches import compare

FAR = "The road was closed and the power was off for a while. " * 14


def where(claim: Comparable) -> list[tuple[str, bool]]:
    """The places of a claim, and whether each is carried on."""
    return [(spot.name, spot.is_carried) for spot in claim.spots]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A missile hit a market in Kramatorsk on Tuesday. Twelve people were killed."),
        ("ru", "Во вторник ракета попала в рынок в Краматорске. Погибли двенадцать человек."),
        ("uk", "У вівторок ракета влучила в ринок у Краматорську. Загинули дванадцять людей."),
    ],
)
def test_the_dead_are_where_and_when_the_strike_was(language: str, text: str) -> None:
    strike, toll = compare(text, language=language)
    assert (strike.deed, toll.deed) == ("strike", "kill")
    assert (where(strike), where(toll)) == ([("Kramatorsk", False)], [("Kramatorsk", True)])
    assert strike.earliest is not None and (toll.earliest, toll.latest) == (strike.earliest, strike.latest)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russian forces captured Kupiansk. The city had been defended for months."),
        ("ru", "Российские войска взяли Купянск. Город оборонялся несколько месяцев."),
        ("uk", "Російські війська захопили Куп'янськ. Місто оборонялося кілька місяців."),
    ],
)
def test_the_city_is_the_one_that_was_named_last(language: str, text: str) -> None:
    assert where(compare(text, language=language)[-1]) == [("Kupiansk", True)]


def test_what_names_its_own_place_takes_no_other(compared: tuple[Comparable, ...]) -> None:
    """A missile hit a market in Kramatorsk. Two people were killed in Kupiansk."""
    assert [where(each) for each in compared] == [[("Kramatorsk", False)], [("Kupiansk", False)]]


def test_what_names_its_own_day_takes_no_other(compared: tuple[Comparable, ...]) -> None:
    """A missile hit a market in Kramatorsk on Monday. Two people were killed on Tuesday."""
    assert [each.earliest and each.earliest.day for each in compared] == [1, 2]


def test_nothing_is_carried_over_many_sentences() -> None:
    far = compare(f"A missile hit a market in Kramatorsk on Tuesday. {FAR}Twelve people were killed.")[-1]
    assert (far.deed, far.spots, far.earliest) == ("kill", (), None)


def test_what_follows_and_is_of_another_sort_is_elsewhere(compared: tuple[Comparable, ...]) -> None:
    """Russian forces captured Kupiansk. Both countries exchanged 300 prisoners of war."""
    assert [(each.deed, where(each)) for each in compared] == [
        ("capture", [("Kupiansk", False)]), ("exchange", []),
    ]  # fmt: skip


def test_a_view_has_no_place_but_its_own(compared: tuple[Comparable, ...]) -> None:
    """A missile hit a market in Kramatorsk. The war must end, the minister said."""
    assert where(compared[-1]) == []


def test_a_country_is_no_place_at_which_two_happenings_meet(compared: tuple[Comparable, ...]) -> None:
    """A missile hit a market in Ukraine."""
    assert where(compared[0]) == []


def test_what_has_lasted_for_weeks_dates_nothing(compared: tuple[Comparable, ...]) -> None:
    """Russian forces have been shelling Kupiansk since August. Three people were killed."""
    assert [each.earliest for each in compared] == [None, None]

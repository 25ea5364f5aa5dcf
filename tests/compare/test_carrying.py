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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russian forces captured Kupiansk. Ukrainian troops withdrew from Vynohradne, the army said."),
        ("en", "A drone hit the airfield in Engels. A second one hit the airfield at Dyahylevo, the ministry said."),
        ("ru", "Беспилотник атаковал аэродром в Энгельсе. Второй атаковал аэродром «Кленовый», сообщил губернатор."),
        ("uk", "Ракета влучила в Покровськ. Ще одна знищила будинок у Кленовому, повідомив речник."),
    ],
)
def test_who_names_a_place_that_nobody_knows_speaks_of_no_other(language: str, text: str) -> None:
    assert not any(is_carried for _, is_carried in where(compare(text, language=language)[-1]))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A missile hit Kupiansk in April. When it hit, 12 people were killed."),
        ("ru", "Ракета попала в Купянск во вторник. Когда она попала, погибли 12 человек."),
    ],
)
def test_a_place_in_no_such_words_is_carried(language: str, text: str) -> None:
    assert where(compare(text, language=language)[-1]) == [("Kupiansk", True)]


def test_a_region_that_is_named_holds_what_was_named_before() -> None:
    told = compare("A drone hit the airfield in Engels on Monday. Another hit an airfield in the Ryazan region.")
    assert where(told[-1]) == [("Ryazan", False)]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Kupiansk was hit by missiles launched from Belgorod.", ["Kupiansk"]),
        ("en", "Rockets launched from Belgorod hit Kharkiv on Monday.", ["Kharkiv"]),
        ("en", "Missiles were launched from Belgorod, the governor said.", []),
        ("ru", "По Харькову ударили ракетами, выпущенными из Белгорода.", ["Kharkiv"]),
        ("uk", "Харків обстріляли ракетами, випущеними з Бєлгорода.", ["Kharkiv"]),
    ],
)
def test_from_where_it_was_fired_is_not_where_it_struck(language: str, text: str, places: list[str]) -> None:
    assert [spot.name for spot in compare(text, language=language)[0].spots] == places

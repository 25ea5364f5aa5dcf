"""A subject that a relative clause parts from its predicate is told in one claim."""

from datetime import date

import pytest

from reportedly.flow import read_text


def spans(text: str, language: str) -> list[str]:
    """The words of each claim."""
    reading = read_text(text, outlet="Example Herald", published=date(2025, 12, 3), language=language)
    return [claim.span.text for claim in reading.claims]


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("ru", "Все, кто был на борту, погибли, сообщило Минобороны.", ["Все, кто был на борту, погибли"]),
        ("ru", "Люди, которые находились в здании, погибли.", ["Люди, которые находились в здании, погибли"]),
        ("ru", "Тех, кто пострадал, доставили в больницу.", ["Тех, кто пострадал, доставили в больницу"]),
        ("uk", "Усі, хто перебував у будинку, загинули.", ["Усі, хто перебував у будинку, загинули"]),
        (
            "ru",
            "Двое мужчин погибли, а водитель, который сидел за рулем, выжил.",
            ["Двое мужчин погибли", "водитель, который сидел за рулем, выжил"],
        ),
        ("ru", "Это дом, в котором жили беженцы.", ["Это дом, в котором жили беженцы"]),
    ],
)
def test_the_insertion_belongs_to_its_subject(language: str, text: str, claims: list[str]) -> None:
    assert spans(text, language) == claims


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Українська ППО цей літак не збивала.", []),
        ("Українську сторону попередили про обмін.", []),
        ("Ракета влучила в Українську.", ["Ukrainsk"]),
    ],
)
def test_what_is_ukrainian_is_no_town(text: str, towns: list[str]) -> None:
    reading = read_text(text, outlet="Example Herald", published=date(2025, 12, 3), language="uk")
    assert [place.name for claim in reading.claims for place in claim.places] == towns


def test_the_sector_of_a_renamed_town_lies_at_that_town() -> None:
    text = "На Артёмовском направлении отражены две атаки."
    reading = read_text(text, outlet="Example Herald", published=date(2025, 12, 3), language="ru")
    assert [place.name for place in reading.claims[0].places] == ["Bakhmut"]


def test_a_day_just_ahead_is_not_that_of_a_year_ago() -> None:
    text = "Президент поручил ввести перемирие с полудня 6 января."
    (claim,) = read_text(text, outlet="Example Herald", published=date(2023, 1, 5), language="ru").claims
    assert claim.time is None or claim.time.earliest.year == 2023

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

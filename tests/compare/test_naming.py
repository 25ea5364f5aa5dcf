"""What a source is called when everything around its name is left out."""

import pytest

from reportedly.compare.naming import bodies_of, call, is_one_name, speaks_for_itself
from reportedly.reference.profile import load_profile

UKRAINE = load_profile("ukraine")
WORLD = load_profile("world")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oleksandr Syrskyi", "Александр Сырский"),
        ("Oleksandr Syrskyi", "Олександр Сирський"),
        ("Commander-in-Chief Oleksandr Syrskyi", "Syrskyi"),
        ("regional governor Pavlo Kyrylenko", "Pavel Kirilenko"),
        ("the Telegram channel Rubezh", "Telegram-канал «Рубеж»"),
        ("the Russian Defence Ministry", "Минобороны России"),
        ("Deputy Minister Hanna Maliar", "Hanna Malyar"),
        ("the mayor Tin Oo", "Tin Oo"),
        ("the newspaper Harbour Post", "Harbour Post"),
        ("Harbour Post (Telegram channel)", "Harbour Post"),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert is_one_name(call(one, None, UKRAINE), call(other, None, UKRAINE))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor Tin Oo", "the monk Ashin Wara"),
        ("Oleksandr Syrskyi", "Oleksandr Lysenko"),
        ("the Russian Defence Ministry", "the Ukrainian Defence Ministry"),
        ("Harbour Post", "Hill Post"),
        ("Aung Min Thein", "Aung Min"),
        ("the Northern Brigade", "the Southern Brigade"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert not is_one_name(call(one, None, UKRAINE), call(other, None, UKRAINE))


@pytest.mark.parametrize(
    ("described", "body"),
    [
        ("Le Yay Win, a spokesman for the Brotherhood Alliance", "Brotherhood Alliance"),
        ("Kremlin spokesman Dmitry Peskov", "Kremlin"),
        ("Defence Ministry spokesman Igor Konashenkov", "Defence Ministry"),
        ("представитель Кремля Дмитрий Песков", "Кремль"),
        ("речник Генштабу Андрій Ковальов", "Генштаб"),
    ],
)
def test_a_spokesman_speaks_for_a_body(described: str, body: str) -> None:
    wanted = call(body, None, UKRAINE)
    assert any(is_one_name(each, wanted) for each in bodies_of(described, UKRAINE))


def test_who_speaks_for_nobody_has_no_body() -> None:
    assert bodies_of("the mayor Tin Oo", WORLD) == ()


@pytest.mark.parametrize(
    ("publisher", "for_itself"),
    [
        ("Ridge Diary (Telegram channel)", True),
        ("General Staff of the Armed Forces of Ukraine", True),
        ("Ministry of Defence of Russia", True),
        ("president.gov.ua", True),
        ("Хроника хребта (телеграм-канал)", True),
        ("Генеральний штаб ЗСУ", True),
        ("Harbour Post", False),
        ("Telegram News Agency", False),
        ("Вечерние ведомости", False),
    ],
)
def test_a_channel_or_an_authority_speaks_for_itself(publisher: str, for_itself: bool) -> None:
    assert speaks_for_itself(publisher, UKRAINE) is for_itself

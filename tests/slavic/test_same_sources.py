"""Which mentions are one source in Russian and Ukrainian: an office, a body, a woman behind a man's noun."""

import pytest

from reportedly.flow import read_text


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "ru",
            "Мост закрыт, заявил президент Ильхам Алиев. Паром ходит, сообщил министр.",
            ["президент Ильхам Алиев", "министр"],
        ),
        (
            "uk",
            "Міст закрито, заявив президент Ільхам Алієв. Пором ходить, повідомив міністр.",
            ["президент Ільхам Алієв", "міністр"],
        ),
        (
            "ru",
            "Мост закрыт, сообщили в Минобороны Армении. Мэрия просит жителей не выходить.",
            ["Минобороны Армении", "Мэрия"],
        ),
        (
            "ru",
            "Мост закрыт, сообщили в Минобороны Армении. Паром ходит, добавили в ведомстве.",
            ["Минобороны Армении"],
        ),
        (
            "ru",
            "Мост закрыт, сообщила пресс-секретарь порта Шушан Габриелян. «Паром ходит», — заявила она.",
            ["пресс-секретарь порта Шушан Габриелян"],
        ),
    ],
)
def test_who_is_who(language: str, text: str, names: list[str]) -> None:
    assert [source.name for source in read_text(text, language=language).sources] == names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("повідомила", "Державна служба з надзвичайних ситуацій"),
        ("повідомив", "комітет із питань безпеки"),
        ("повідомило", "управління з питань прав дитини"),
    ],
)
def test_what_a_body_is_for_belongs_to_its_name(said: str, name: str) -> None:
    (source,) = read_text(f"Під'їзд зруйновано, {said} {name}.", language="uk").sources
    assert source.name == name


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("У Харкові зникло світло. У мерії повідомили про ремонт мереж.", "ukraine"),
        ("У Краматорську зникло світло. У мерії повідомили про ремонт мереж.", None),
        ("У Харкові тихо, а у Варшаві мітинг. Поліція заявила, що двох поранено.", None),
    ],
)
def test_local_bodies_are_of_the_town_spoken_of(text: str, side: str | None) -> None:
    (source,) = read_text(text, language="uk", profile="ukraine").sources
    assert source.side == side

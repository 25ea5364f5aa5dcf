"""Names in Cyrillic and Arabic letters come out as reporting in English prints them."""

import pytest

from reportedly.reference.transliteration import is_arabic, latinise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Харків", "Kharkiv"),
        ("Запоріжжя", "Zaporizhzhia"),
        ("Згурівка", "Zghurivka"),
        ("Їздецьке", "Yizdetske"),
        ("Знам'янка", "Znamianka"),
        ("Ґалаґан", "Galagan"),
        ("Юр’ївка", "Yurivka"),
        ("Єнакієве", "Yenakiieve"),
        ("Щасливий Яр", "Shchaslyvyi Yar"),
        ("Велика-Глуша", "Velyka-Hlusha"),
    ],
)
def test_ukrainian_follows_the_table_of_2010(name: str, latin: str) -> None:
    assert latinise(name, "uk") == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Харьков", "Kharkov"),
        ("Белгород", "Belgorod"),
        ("Новый Оскол", "Novy Oskol"),
        ("Нижний Тагил", "Nizhny Tagil"),
        ("Енакиево", "Yenakiyevo"),
        ("Орёл", "Oryol"),
        ("Подъельник", "Podyelnik"),
        ("Ильинка", "Ilyinka"),
        ("Гремячий", "Gremyachy"),
    ],
)
def test_russian_is_written_as_newspapers_do(name: str, latin: str) -> None:
    assert latinise(name, "ru") == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [("الخرطوم", "Al-Khrtum"), ("غزة", "Ghza"), ("وادي حلفا", "Wadi Hlfa"), ("عدن", "Adn"), ("يافا", "Yafa")],
)
def test_arabic_gives_consonants_and_long_vowels(name: str, latin: str) -> None:
    assert latinise(name, "ar") == latin


def test_signs_for_short_vowels_are_passed_over() -> None:
    assert latinise("غَزَّة", "ar") == latinise("غزة", "ar")


def test_a_language_without_a_table_is_left_alone() -> None:
    assert latinise("თბილისი", "ka") is None


def test_arabic_letters_are_told_from_others() -> None:
    assert is_arabic("حلب")
    assert not is_arabic("Халеб")

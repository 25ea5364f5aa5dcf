"""Cases led back to the nominative, adjectives to their towns."""

import pytest

from reportedly.annotate.name_cases import base_forms, towns_of


@pytest.mark.parametrize(
    ("language", "form", "case", "base"),
    [
        ("uk", "Києві", "locative", "Київ"),
        ("uk", "Слов'янську", "locative", "Слов'янськ"),
        ("uk", "Кам'янці", "locative", "Кам'янка"),
        ("uk", "Черкасах", "locative", "Черкаси"),
        ("uk", "Рубіжного", "genitive", "Рубіжне"),
        ("uk", "Балаклії", "genitive", "Балаклія"),
        ("uk", "Великій Новосілці", "locative", "Велика Новосілка"),
        ("uk", "Сумщині", "locative", "Сумська область"),
        ("ru", "Горловке", "locative", "Горловка"),
        ("ru", "Угледаром", "instrumental", "Угледар"),
        ("ru", "Донецкой области", "genitive", "Донецкая область"),
        ("ru", "Ростове-на-Дону", "locative", "Ростов-на-Дону"),
    ],
)
def test_the_nominative_is_among_the_forms(language: str, form: str, case: str, base: str) -> None:
    assert base in base_forms(language, form, case)


def test_a_form_of_another_case_is_none() -> None:
    assert "Полтава" in base_forms("uk", "Полтавою", "instrumental")
    assert "Полтава" not in base_forms("uk", "Полтавою", "locative")


def test_the_text_s_own_form_comes_first() -> None:
    assert base_forms("uk", "Дніпро", "locative")[0] == "Дніпро"


def test_a_language_without_cases_has_one_form() -> None:
    assert base_forms("en", "Donetsk", None) == ("Donetsk",)


def test_endings_leave_a_stem() -> None:
    assert "О" not in base_forms("uk", "Ому", "locative")


@pytest.mark.parametrize(
    ("language", "adjective", "town"),
    [
        ("uk", "Покровського", "Покровськ"),
        ("uk", "Харківської", "Харків"),
        ("uk", "Авдіївському", "Авдіївка"),
        ("uk", "Кременчуцький", "Кременчук"),
        ("ru", "Бахмутское", "Бахмут"),
        ("ru", "Горловском", "Горловка"),
    ],
)
def test_an_adjective_leads_to_its_town(language: str, adjective: str, town: str) -> None:
    assert town in towns_of(language, adjective)


def test_what_is_no_adjective_leads_nowhere() -> None:
    assert towns_of("uk", "Харків") == ()

"""Words and names meet in other forms, scripts and spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.stems import key_of_name, list_names, list_stems, names_in


@pytest.mark.parametrize(
    "spellings",
    [
        ("Oleksandr Syrskyi", "Александр Сырский", "Олександр Сирський", "Александра Сырского"),
        ("Kupiansk", "Купянск", "Куп'янськ", "Куп’янську", "Купянска"),
        ("Avdiivka", "Авдеевка", "Авдіївка", "Авдеевке", "Авдіївку"),
        ("Peskov", "Песков", "Пескова", "Песковым", "Пєсков"),
        ("Kotov", "Котов", "Котова"),
        ("Kharkiv", "Харків", "Харкові", "Харкова"),
        ("Sloviansk", "Славянск", "Слов'янськ", "Slavyansk"),
    ],
)
def test_a_name_is_one_in_every_script_and_case(spellings: tuple[str, ...]) -> None:
    kept = {list_names(each)[-1] for each in spellings}
    assert len(kept) == 1 and kept != {""}, {each: list_names(each) for each in spellings}


@pytest.mark.parametrize(("one", "other"), [("Kherson", "Kharkiv"), ("Сумы", "Самара"), ("Izium", "Lyman")])
def test_two_names_are_two(one: str, other: str) -> None:
    assert key_of_name(one) != key_of_name(other)


def test_an_apostrophe_is_a_letter_of_a_cyrillic_name_and_ends_an_english_one() -> None:
    assert len(list_names("Слов'янськ")) == len(list_names("Kyiv's")) == 1
    assert list_names("Kyiv's") == list_names("Kyiv")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The rockets destroyed two markets", "A rocket destroying the market"),
        ("ru", "Ракеты разрушили рынок", "Ракетой разрушен рынок"),
        ("uk", "Ракети зруйнували ринок", "Ракетою зруйновано ринок"),
    ],
)
def test_forms_of_a_word_are_one(language: str, one: str, other: str) -> None:
    assert set(list_stems(other, language)) <= set(list_stems(one, language)) | {"two"}
    assert len(list_stems(other, language)) == 3


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "uk", "ar", None]))
def test_any_text_has_stems_and_names_each_once(text: str, language: str | None) -> None:
    for found in (list_stems(text, language), list_names(text, language)):
        assert len(set(found)) == len(found) and all(found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Drones attacked an oil depot. Explosions were heard.", "en"),
        ("Дроны атаковали нефтебазу. Взрывы слышали жители.", "ru"),
        ("Дрони атакували нафтобазу. Вибухи чули мешканці.", "uk"),
    ],
)
def test_what_only_opens_a_sentence_is_no_name(text: str, language: str) -> None:
    assert names_in(text, language) == ()


def test_a_name_that_opens_a_sentence_is_one() -> None:
    assert names_in("Kupiansk was shelled.", "en") == list_names("Kupiansk")

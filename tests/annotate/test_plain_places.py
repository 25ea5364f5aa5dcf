"""Places in texts without a parser: posts, headings, lists of villages, names in their cases."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.plain_places import find_plain
from reportedly.model.annotation import Found, Layer, PlaceName, Sentence
from reportedly.model.document import Document
from reportedly.reference.gazetteer import Gazetteer

VILLAGES = ("Перемога", "Мир", "Зоря", "Степове", "Воля", "Малинівка", "Глушкове")


def lines(text: str) -> tuple[Sentence, ...]:
    """Every line a sentence."""
    ends = [at for at, letter in enumerate(text) if letter == "\n"] + [len(text)]
    starts = [0] + [end + 1 for end in ends[:-1]]
    spans = [Sentence.cut(text, start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
    return tuple(Sentence(start=span.start, end=span.end, text=span.text) for span in spans)


def find(text: str, language: str, gazetteer: Gazetteer | None = None) -> tuple[PlaceName, ...]:
    found = Found({Layer.SENTENCE: lines(text)})
    (names,) = PlaceNames(gazetteer).find([Document(text=text, language=language)], [found])
    return tuple(name for name in names if isinstance(name, PlaceName))


def keys(text: str, language: str, gazetteer: Gazetteer | None = None) -> list[str]:
    """What the names that are used as places were led back to."""
    return [name.key for name in find(text, language, gazetteer) if not name.adjective]


@pytest.fixture
def villages(with_villages: Callable[..., Gazetteer]) -> Gazetteer:
    """A gazetteer with villages that are called Victory, Peace, Dawn."""
    return with_villages(*VILLAGES)


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Вибухи пролунали під Краматорськом.", "uk", "Краматорськ"),
        ("Уночі горіло у Харкові.", "uk", "Харків"),
        ("Удар припав на склад у Полтаві.", "uk", "Полтава"),
        ("Бої точаться біля Мар'їнки.", "uk", "Мар'їнка"),
        ("Двоє поранених у Новій Каховці.", "uk", "Нова Каховка"),
        ("Взрывы прогремели под Херсоном.", "ru", "Херсон"),
        ("Пожар на складе в Мариуполе потушен.", "ru", "Мариуполь"),
        ("Дрон упал в Ростове-на-Дону.", "ru", "Ростов-на-Дону"),
        ("Ракета впала на околиці Бахмута.", "uk", "Бахмут"),
        ("Горит аэродром Саки.", "ru", "Саки"),
    ],
)
def test_a_name_in_its_case_is_led_back_to_the_nominative(text: str, language: str, key: str) -> None:
    assert keys(text, language) == [key]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Обстріляно три села Донецької області.", "uk", "Донецька область"),
        ("На Харківщині знеструмлено школи.", "uk", "Харківська область"),
        ("Взрывы в Курской обл. слышали многие.", "ru", "Курская область"),
        ("Вибухи лунають на території РФ.", "uk", "Russia"),
    ],
)
def test_regions_and_what_is_short_for_a_country(text: str, language: str, key: str) -> None:
    assert keys(text, language) == [key]


def test_a_direction_names_its_town() -> None:
    assert keys("На Покровському напрямку тривають бої.", "uk") == ["Покровськ"]
    assert keys("Бои идут на Лиманском направлении.", "ru") == ["Лиман"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Бої у Донецькій та Луганській областях тривають.", "uk", ["Донецька область", "Луганська область"]),
        ("На Лиманському та Сіверському напрямках тихо.", "uk", ["Лиман", "Сіверськ"]),
        ("В Курской и Белгородской областях сбиты дроны.", "ru", ["Курская область", "Белгородская область"]),
    ],
)
def test_adjectives_that_share_one_noun(text: str, language: str, expected: list[str]) -> None:
    assert keys(text, language) == expected


def test_a_name_that_the_gazetteer_holds_in_the_other_language() -> None:
    (name,) = find("Под завалами в Кривом Роге ищут людей.", "ru")
    assert name.text == "Кривом Роге"


def test_a_far_country_is_not_led_to_a_village_of_like_sound() -> None:
    assert find("Наступление в Малиноване продолжается.", "ru") == ()


def test_a_region_behind_a_small_town_speaks_for_it() -> None:
    assert keys("Обстріляли Яковлівку Донецької області.", "uk") == ["Яковлівка", "Донецька область"]


def test_a_list_behind_a_preposition_is_read_to_its_end() -> None:
    text = "Авіація била по Торецьку, Щербинівці, Петрівці та Сіверську."
    assert [name.text for name in find(text, "uk")] == ["Торецьку", "Щербинівці", "Петрівці", "Сіверську"]


def test_lines_of_nothing_but_names_are_places() -> None:
    assert keys("Під вогнем:\nТорецьк\nЧасів Яр\nСіверськ", "uk") == ["Торецьк", "Часів Яр", "Сіверськ"]


def test_a_village_that_no_gazetteer_knows() -> None:
    names = find("Горить с. Журбанівське Поле, каже голова.", "uk")
    assert [(name.text, name.known) for name in names] == [("Журбанівське Поле", False)]


def test_a_letter_that_ends_a_measure_introduces_no_village() -> None:
    assert find("Вітер до 25 м/с. Журбанів чекає на дощ.", "uk") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Генерал Харківський мовчав.", "uk"),
        ("Владимир Путин и Владимир Сорока спорили.", "ru"),
        ("Читали Пушкина вслух.", "ru"),
        ("Нафтопровід «Дружба» стоїть.", "uk"),
        ("Полк Азов вийшов з бою.", "uk"),
        ("Рыбаков нашли в Охотском море.", "ru"),
        ("Роман прийшов, Роман пішов.", "uk"),
    ],
)
def test_people_bodies_and_pipelines_are_no_places(text: str, language: str) -> None:
    assert keys(text, language) == []


def test_a_body_called_after_a_town_is_an_attribute() -> None:
    assert [(n.key, n.adjective) for n in find("Харківська ОВА попередила людей.", "uk")] == [("Харків", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ми віримо в Перемогу і Мир.",
        "Перемога буде за нами. Зоря сходить.",
        "Воля або смерть, до Перемоги!",
    ],
)
def test_words_that_some_village_bears_are_words(text: str, villages: Gazetteer) -> None:
    assert find(text, "uk", villages) == ()


def test_the_same_villages_where_the_text_says_village(villages: Gazetteer) -> None:
    assert keys("Обстріляно село Перемога, горить смт Зоря.", "uk", villages) == ["Перемога", "Зоря"]
    assert keys("Снаряди впали у Малинівці та Глушковому.", "uk", villages) == ["Малинівка", "Глушкове"]


def test_what_one_line_shows_to_be_a_place_is_one_in_the_next(villages: Gazetteer) -> None:
    assert keys("Бої біля Малинівки.\nМалинівка горить.", "uk", villages) == ["Малинівка", "Малинівка"]


def test_a_small_name_by_itself_is_left_alone(villages: Gazetteer) -> None:
    assert find("Малинівка співає.", "uk", villages) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling in Kramatorsk and Sloviansk", ["Kramatorsk", "Sloviansk"]),
        ("Kyiv says drones came from Russia", ["Kyiv", "Russia"]),
        ("The White House keeps silent", []),
        ("Paris Hilton meets Jordan Hale", []),
        ("Kharkiv brigade moves on", []),
    ],
)
def test_english_headings(text: str, expected: list[str]) -> None:
    assert keys(text, "en") == expected


def test_nationalities_are_attributes_without_a_parser_too() -> None:
    assert [(n.key, n.adjective) for n in find("Russian drones over Odesa", "en")] == [
        ("Russia", True),
        ("Odesa", False),
    ]


def test_a_language_without_word_lists_yields_what_is_well_known() -> None:
    assert keys("Lärm in Berlin, Lärm in Malinka.", "de") == ["Berlin"]


def test_what_a_recogniser_takes_for_a_person_must_be_placed_by_its_words() -> None:
    text = "Зустріли Броварника, тоді Бровари. Склад у Броварах горить."
    places = [name.text for name in find_plain(text, lines(text), "uk", Gazetteer.open_packed(), {26, 43})]
    assert places == ["Броварах"]


def test_a_sentence_in_the_other_language_is_read_in_its_own() -> None:
    assert keys("Мощные взрывы под Мелитополем.\nУ Мелітополі горить склад.", "uk") == ["Мелитополь", "Мелітополь"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120), st.sampled_from(["en", "uk", "ru", "de"]))
def test_every_span_cuts_its_own_text(text: str, language: str) -> None:
    names = find(text, language)
    assert all(name.text == text[name.start : name.end] for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))

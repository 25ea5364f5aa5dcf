"""Where a Russian text says when."""

import pytest

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document


def find(text: str) -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language="ru")], [found])[0]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("2 декабря 2025 года", "date"),
        ("2-го декабря", "date"),
        ("первого сентября", "date"),
        ("двадцать четвёртого февраля 2022 года", "date"),
        ("9 по 11 ноября", "date"),
        ("вечером 22 ноября", "date"),
        ("в ночь на 2 декабря", "date"),
        ("в ночь с 30 ноября на 1 декабря", "date"),
        ("в ночь на среду, 3 декабря", "date"),
        ("02.12.2025", "date"),
        ("в начале декабря", "date"),
        ("в конце 1914 года", "date"),
        ("1939–1945 годах", "date"),
        ("августовских", "date"),
        ("июле прошлого года", "date"),
        ("четверг, 19 декабря, 12:00", "date"),
        ("среду", "weekday"),
        ("среду утром", "weekday"),
        ("ночь со среды на четверг", "weekday"),
        ("прошлую пятницу", "weekday"),
        ("сегодня", "deictic"),
        ("вчера вечером", "deictic"),
        ("позавчера", "deictic"),
        ("минувшей ночью", "part"),
        ("утром", "part"),
        ("минувшие сутки", "span"),
        ("в течение суток", "span"),
        ("последние 24 часа", "span"),
        ("ближайшие дни", "span"),
        ("через две недели", "shift"),
        ("два года назад", "shift"),
        ("годом ранее", "shift"),
        ("спустя год", "shift"),
        ("следующий день", "shift"),
        ("того же года", "shift"),
        ("накануне вечером", "shift"),
        ("прошлой неделе", "unit"),
        ("в конце месяца", "unit"),
        ("этом году", "unit"),
        ("трёх месяцев", "length"),
        ("двадцати четырёх часов", "length"),
        ("полтора года", "length"),
        ("2,5 недели", "length"),
        ("трёхдневный", "length"),
        ("ежедневно", "set"),
        ("каждую ночь", "set"),
        ("по понедельникам", "set"),
        ("06:00", "clock"),
        ("20:00 мск", "clock"),
        ("весной 1915 года", "season"),
        ("этой осенью", "season"),
        ("третьем квартале 2024 года", "quarter"),
        ("в начале 2000-х", "decade"),
        ("90-х годах", "decade"),
        ("XIX века", "century"),
        ("264 года до н. э", "before_christ"),
        ("недавно", "vague"),
        ("в ближайшее время", "vague"),
    ],
)
def test_says_when(words: str, rule: str) -> None:
    assert [(phrase.text, phrase.rule) for phrase in find(f"Это было {words} у села.")] == [(words, rule)]


@pytest.mark.parametrize(
    "words",
    [
        "Они прошли 7 км.",
        "Погибло 1500 солдат.",
        "В 2000 домах нет света.",
        "Марта сказала, что Август ушёл.",
        "Загрязнение окружающей среды.",
        "Октябрьская революция.",
        "На 5 году войны.",
        "Вырос до 2.12 процента.",
        "День за днём.",
    ],
)
def test_says_no_time(words: str) -> None:
    assert find(words) == ()


def test_two_ends_with_their_zones_are_one_phrase() -> None:
    (phrase,) = find("В период с 20.00 мск 2 октября до 8.00 мск 3 октября сбито 15 аппаратов.")
    assert phrase.text == "20.00 мск 2 октября до 8.00 мск 3 октября"
    assert (phrase.values["from_zone"], phrase.values["to_day"]) == ("moscow", "3")


def test_hour_after_a_preposition_is_a_clock_time_and_else_a_length() -> None:
    assert [phrase.rule for phrase in find("В 11 часов бой начался и шёл 11 часов.")] == ["clock", "length"]


def test_month_that_is_a_name_needs_a_preposition() -> None:
    assert [phrase.text for phrase in find("В марте Марта уехала, а к маю вернулась.")] == ["марте", "маю"]


def test_word_of_a_preposition_is_not_that_of_the_season() -> None:
    assert [phrase.text for phrase in find("При этом весной 2022 года было тихо.")] == ["весной 2022 года"]

"""Where a Russian or Ukrainian text says how many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.model.annotation import Found, Layer, NumberPhrase, Sentence
from reportedly.model.document import Document


def find(text: str, language: str = "ru", *, passage: str | None = None) -> tuple[NumberPhrase, ...]:
    documents = [Document(text=text, language=language)]
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text, language=passage),)})
    found = found.adding(Layer.DATE_PHRASE, DatePhrases().find(documents, [found])[0])
    return NumberPhrases().find(documents, [found])[0]


@pytest.mark.parametrize(
    ("words", "value", "low", "high", "unit", "approximate"),
    [
        ("1 694", 1694, 1694, 1694, None, False),
        ("1\u00a0694", 1694, 1694, 1694, None, False),
        ("1,6 млн", 1_600_000, 1_600_000, 1_600_000, None, False),
        ("65,9 млрд", 65_900_000_000, 65_900_000_000, 65_900_000_000, None, False),
        ("15 тыс.", 15_000, 15_000, 15_000, None, False),
        ("300к", 300_000, 300_000, 300_000, None, False),
        ("444,900", 444_900, 444_900, 444_900, None, False),
        ("2 тысячи 300", 2300, 2300, 2300, None, False),
        ("двоих", 2, 2, 2, None, False),
        ("двадцать пять", 25, 25, 25, None, False),
        ("тысячу двести", 1200, 1200, 1200, None, False),
        ("два десятка", 20, 20, 20, None, False),
        ("полторы тысячи", 1500, 1500, 1500, None, False),
        ("пів сотні", 50, 50, 50, None, False),
        ("дев’ятеро", 9, 9, 9, None, False),
        ("понад двісті", 200, 200, None, None, False),
        ("щонайменше 302", 302, 302, None, None, False),
        ("не меньше двенадцати", 12, 12, None, None, False),
        ("более чем 30", 30, 30, None, None, False),
        ("20+", 20, 20, None, None, False),
        ("двадцать с лишним", 20, 20, None, None, False),
        ("до 500", 500, None, 500, None, False),
        ("не более 20", 20, None, 20, None, False),
        ("щонайбільше 8", 8, None, 8, None, False),
        ("майже 17 тисяч", 17_000, None, 17_000, None, True),
        ("около 300", 300, 300, 300, None, True),
        ("около тысячи", 1000, 1000, 1000, None, True),
        ("близько 120", 120, 120, 120, None, True),
        ("тысячи", None, 2000, None, None, True),
        ("сотни тысяч", None, 200_000, None, None, True),
        ("кілька десятків", None, 20, None, None, True),
        ("от 480 до 1000 км", None, 480, 1000, "km", False),
        ("від 25,7% до 27,4%", None, 25.7, 27.4, "%", False),
        ("10–15", None, 10, 15, None, False),
        ("два-три", None, 2, 3, None, False),
        ("2–3 млн долларов", None, 2_000_000, 3_000_000, "USD", False),
        ("между 5 и 10", None, 5, 10, None, False),
        ("15 %", 15, 15, 15, "%", False),
        ("примерно 55 км", 55, 55, 55, "km", True),
        ("30-километровая", 30, 30, 30, "km", False),
        ("10 тисяч квадратних метрів", 10_000, 10_000, 10_000, "m2", False),
        ("1,6 млн кубометрів", 1_600_000, 1_600_000, 1_600_000, "m3", False),
        ("20 мм", 20, 20, 20, "mm", False),
        ("72.000 рублей", 72_000, 72_000, 72_000, "RUB", False),
        ("5 млн долл. США", 5_000_000, 5_000_000, 5_000_000, "USD", False),
        ("1 млрд грн", 1e9, 1e9, 1e9, "UAH", False),
        ("$6,2 миллиона", 6_200_000, 6_200_000, 6_200_000, "USD", False),
    ],
)
def test_says_how_many(
    words: str, value: float | None, low: float | None, high: float | None, unit: str | None, approximate: bool
) -> None:
    (number,) = find(f"Там видели {words} там.")
    assert number.text == words
    assert (number.value, number.low, number.high) == (value, low, high)
    assert (number.unit, number.approximate) == (unit, approximate)


@pytest.mark.parametrize(
    "words",
    [
        "Ан-225 и Т-72, С-300 и «Гром-2».",
        "47-я бригада, 47 бригада и двадцать первый батальон пришли.",
        "Один из них и двое из них остались, и ни один не ушёл.",
        "Они ушли 2 декабря 2025 года в 9:00 и в 8.00 мск.",
        "В 2014 жители уехали.",
        "Это длилось 12 часов, ему 45 лет, ей от 35 до 40 лет.",
        "41-летний Иван Петров, 41, служит.",
        "Школа №5 и квартира 12, дом 7.",
        "82 мм миномёт и 152-мм гаубица.",
        "Звоните +380 44 123 45 67 или 8 (800) 555-35-35.",
        "Карта 4276 1234 5678 9012.",
        "Круглосуточно, 24/7, 2:1 и 3-1, 18+",
        "Втрое больше: в три раза.",
        "Он обнял семью.",
        "https://example.com/a/12",
        "2. Второй пункт.",
    ],
)
def test_says_no_number(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize("words", ["Число погибших выросло до 16.", "Кількість загиблих зросла до 16."])
def test_what_has_grown_to_a_number_is_that_number(words: str) -> None:
    (number,) = find(words)
    assert (number.text, number.value, number.high) == ("16", 16, 16)


def test_a_rise_has_two_numbers() -> None:
    assert [(each.value, each.high) for each in find("Число выросло с 20 до 30.")] == [(20, 20), (30, 30)]


def test_exceeding_is_a_least() -> None:
    (number,) = find("Площа перевищила 10 тисяч гектарів.", "uk")
    assert (number.text, number.low, number.high, number.unit) == ("10 тисяч гектарів", 10_000, None, "ha")


def test_tanks_are_counted_though_they_could_be_a_year() -> None:
    assert [each.value for each in find("Уничтожено 1950 танков.")] == [1950]


def test_a_passage_in_english_is_read_as_english() -> None:
    assert [each.value for each in find("Two dozen people left.", passage="en")] == [24]


@given(st.text(alphabet="1 2,.%-–км тысдвадопятьне«»+/$\n", max_size=80))
def test_numbers_cut_their_own_text_in_order(text: str) -> None:
    end = 0
    for each in find(text):
        assert each.text == text[each.start : each.end]
        assert each.start >= end
        end = each.end

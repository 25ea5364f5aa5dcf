"""What stands between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import Found, Layer, Quote
from reportedly.model.document import Document


def quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    return annotate([Document(text=text, language=language)], (Sentences(), Quotes()))[0].quotes


def test_guillemets_quote_too(found: Found) -> None:
    """The ministry said: «The village is ours.»"""
    assert [span.text for span in found[Layer.QUOTE]] == ["«The village is ours.»"]


def test_curly_and_straight_marks_quote(found: Found) -> None:
    """She spoke of “a mistake”, he of "a crime"."""
    assert [each.inner.text for each in found.quotes] == ["a mistake", "a crime"]


def test_an_apostrophe_quotes_nothing(found: Found) -> None:
    """Ukraine's army didn't take the soldiers' camp."""
    assert not found.quotes


def test_single_marks_quote_a_call_sign(found: Found) -> None:
    """A medic with the call sign ‘Lys,’ who works near the port, wrote."""
    assert [each.inner.text for each in found.quotes] == ["Lys,"]


def test_a_quotation_goes_on_into_the_next_paragraph() -> None:
    found = quotes('"We will stay.\n\n"We will not leave," the mayor said.')
    assert [each.text for each in found] == ['"We will stay.', '"We will not leave,"']


def test_a_straight_mark_may_close_a_curly_one() -> None:
    assert [each.inner.text for each in quotes('“We stay. We fight," she said.')] == ["We stay. We fight,"]


def test_a_mark_left_open_quotes_nothing() -> None:
    assert not quotes('The station, "Aurora reported, is off the air.\n\nRain is near.')


def test_a_mark_glued_to_a_stop_opens() -> None:
    assert [each.inner.text for each in quotes('It is so," he wrote."The next thing is "this", and more."')][-1:] == [
        "this"
    ]


@given(st.text(alphabet="ab .,\"'“”‘’«»\n", max_size=120))
def test_quotes_cut_their_own_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for each in quotes(text):
        assert each.text == text[each.start : each.end]
        assert each.holds(each.inner)
        assert each.start >= end
        end = each.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("«Мы уйдём. Но «Заря» останется», — сказал он. Газета «Рожь».", ["Мы уйдём. Но «Заря» останется", "Рожь"]),
        ('"Понятие "вовлечение" есть", - заявил он.', ['Понятие "вовлечение" есть']),
        ('"Да, это из-за ракеты "Рожь", - указал он. А "Пыль"?', ['Да, это из-за ракеты "Рожь', "Пыль"]),
        ("Он сказал: „Это так“, а потом “не так” и „снова”.", ["Это так", "не так", "снова"]),
        ('Пише ""Вечірня газета"" і """"зоря"""".', ["Вечірня газета", "зоря"]),
        ('**"Так и было"**, сказал он.', ["Так и было"]),
        ("«Маяк остановлен. Цех «Б» работает.\n\nДалее текст.", ["Б"]),
        ("«Первое.\n\nВторое.\n\nТретье», — сказал он.", ["Первое.\n\nВторое.\n\nТретье"]),
        ("«Первое.\n\n«Второе», — сказал он.", ["Первое.", "Второе"]),
        ("Об'єкт і м'яч, п’ять об’єктів.", []),
    ],
)
def test_quotations_nest(text: str, found: list[str]) -> None:
    assert [each.inner.text for each in quotes(text, "ru")] == found


@given(st.text(alphabet='аб .,—"“”„«»*\n', max_size=120))
def test_nested_quotes_cut_their_own_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for each in quotes(text, "uk"):
        assert each.text == text[each.start : each.end]
        assert each.holds(each.inner)
        assert each.start >= end
        end = each.end

"""The language is told where it can be, and a language that is not read is said by its name."""

import pytest

from reportedly.ingest.language import refuse, tell_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said on Tuesday that its forces had taken the village and were moving on.", "en"),
        ("Министерство обороны сообщило, что посёлок взят и бои продолжаются на окраинах города.", "ru"),
        ("Міністерство оборони повідомило, що селище звільнено, а бої тривають на околицях міста.", "uk"),
        ("Das Ministerium teilte am Dienstag mit, dass die Truppen das Dorf eingenommen haben.", "de"),
        ("Le ministère a déclaré mardi que ses forces avaient pris le village et poursuivaient leur avance.", "fr"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert tell_language(text) == language


@pytest.mark.parametrize("text", ["", "Odesa", "12 34 56 78 90 12 34 56 78", "OK. OK. OK."])
def test_too_little_tells_nothing(text: str) -> None:
    assert tell_language(text) is None


@pytest.mark.parametrize("text", ["Бой за Краматорск", "Удар", "القتال", "קרב"])
def test_another_alphabet_is_never_english(text: str) -> None:
    assert tell_language(text) not in (None, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("В Лиссабоне туман.", "ru"),
        ("Сегодня день отказа от курения, 12-й год", "ru"),
        ("Вибухи в Одесі", "uk"),
        ("🔴 [Подписаться](https://t.me/example) | [Прислать новость](https://t.me/example_bot)", "ru"),
        ("Apple и Google сняли с продаж Samsung Galaxy и Google Pixel", "ru"),
        ("Уряд повідомив: селище звільнено, бої тривають. «Это был удар», — сказал очевидец.", "uk"),
        ("Министерството съобщи, че селото е превзето и боевете продължават.", "bg"),
        ("Міністэрства паведаміла, што вёска ўзята і баі працягваюцца.", "be"),
        ("Министарство је саопштило да је село заузето и да се борбе настављају.", "sr"),
    ],
)
def test_languages_in_cyrillic_are_told_apart(text: str, language: str) -> None:
    assert tell_language(text) == language


def test_what_is_not_read_is_refused_with_what_is() -> None:
    assert [refuse(code) for code in ("en", "ru", "uk")] == [None, None, None]
    assert (refuse("de") or "").startswith("is German: not read yet, only English, Russian and Ukrainian are")
    assert "'xx'" in (refuse("xx") or "")

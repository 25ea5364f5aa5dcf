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


def test_only_english_is_read_now() -> None:
    assert refuse("en") is None
    assert (refuse("ru") or "").startswith("is Russian: not read yet")
    assert "'xx'" in (refuse("xx") or "")

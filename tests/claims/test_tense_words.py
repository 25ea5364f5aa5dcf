"""What the words around a date phrase tell of its tense."""

import pytest

from reportedly.claims.tense_words import speaks_of_future


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("The bridge will open on Friday.", True),
        ("The bridge will be opened on Friday.", True),
        ("They said that it would open on Friday.", True),
        ("The bridge is expected to open on Friday.", True),
        ("The vote was postponed until Friday.", True),
        ("On Friday the bridge will open.", True),
        ("The bridge opened on Friday.", False),
        ("The bridge, which will be long, opened on Friday.", False),
        ("The bridge had been scheduled to open on Friday.", False),
        ("On Friday the bridge opened and will stay open.", False),
        ("The bridge on Friday.", False),
    ],
)
def test_nearest_sign_decides(text: str, future: bool) -> None:
    start = text.index("Friday")
    assert speaks_of_future(text, 0, start, start + len("Friday"), len(text), "en") is future


def test_signs_of_another_sentence_tell_nothing() -> None:
    text = "It will rain. The bridge on Friday. It will snow."
    start, end = text.index("The"), text.index(" It will snow")
    at = text.index("Friday")
    assert not speaks_of_future(text, start, at, at + len("Friday"), end, "en")


@pytest.mark.parametrize(
    ("language", "text", "day", "future"),
    [
        ("uk", "Міст буде відкрито в п’ятницю.", "п’ятницю", True),
        ("uk", "Збори перенесли на п’ятницю.", "п’ятницю", True),
        ("uk", "У п’ятницю відбудуться збори.", "п’ятницю", True),
        ("uk", "Міст, який буде довгим, відкрили в п’ятницю.", "п’ятницю", False),
        ("ru", "Мост планируют открыть в пятницу.", "пятницу", True),
        ("ru", "Мост открыли в пятницу.", "пятницу", False),
    ],
)
def test_ukrainian_and_russian_signs(language: str, text: str, day: str, future: bool) -> None:
    start = text.index(day)
    assert speaks_of_future(text, 0, start, start + len(day), len(text), language) is future

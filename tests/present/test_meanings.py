"""Every code has its words: a screen never shows a code that nobody explained."""

from enum import StrEnum

import pytest

from reportedly.ledger.query import ReviewState
from reportedly.model.account import Answer
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.control import Standing
from reportedly.model.event import ChangeKind, Stance, Status, StepKind
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType
from reportedly.present.meanings import is_right_to_left, tell_meanings
from reportedly.present.precision import Precision


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("kinds", Kind),
        ("certainties", Certainty),
        ("polarities", Polarity),
        ("tenses", Tense),
        ("source_types", SourceType),
        ("flags", FlagCode),
        ("statuses", Status),
        ("stances", Stance),
        ("steps", StepKind),
        ("changes", ChangeKind),
        ("answers", Answer),
        ("standings", Standing),
        ("precisions", Precision),
        ("reviews", ReviewState),
    ],
)
def test_every_code_has_words(told: str, codes: type[StrEnum]) -> None:
    words = getattr(tell_meanings(), told)
    assert set(words) == {str(code) for code in codes}
    assert all(words.values())


def test_right_to_left_goes_by_the_language() -> None:
    assert is_right_to_left("ar")
    assert is_right_to_left("he")
    assert not is_right_to_left("uk")
    assert not is_right_to_left(None)

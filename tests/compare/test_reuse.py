"""Words that stand in an earlier document already."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reportedly.compare.reuse import find_reuse, first_with_words, is_earlier
from reportedly.model.held import HeldClaim
from tests.compare.dispatches import FIRST, hold
from tests.ledger.readings import Says, make_reading

SENTENCE = "A shell tore the roof off the old bakery near the river on Monday morning"


def tell(words: str, outlet: str, day: int = 3) -> HeldClaim:
    """A claim in its outlet's own voice, on a day of December 2025."""
    published = FIRST.replace(month=12, day=day)
    (held,) = hold(make_reading(f"{words}. The road is closed.", Says(words), outlet=outlet, published=published))
    return held


FIRST_TOLD = tell(SENTENCE, "Harbour Post", 3)


@pytest.mark.parametrize(
    ("later", "is_same"),
    [
        (SENTENCE, True),
        (SENTENCE.upper(), True),
        (SENTENCE.replace("old ", ""), True),
        (f"Officials add nothing, but {SENTENCE.lower()}", True),
        ("The roof of a bakery was torn off by a shell on Monday, near the old river", False),
        ("A shell tore the roof off", False),
    ],
)
def test_most_rows_of_four_words_must_be_the_same(later: str, is_same: bool) -> None:
    found = find_reuse(FIRST_TOLD, tell(later, "Hill Courier", 4))
    assert (found is not None) is is_same
    assert found is None or (0.6 <= found.share <= 1 and found.shared >= 4)


def test_the_first_who_had_the_words_is_named_and_never_the_document_itself() -> None:
    copy, later = tell(SENTENCE, "Hill Courier", 4), tell(SENTENCE, "Coast Times", 5)
    found = first_with_words(later, [FIRST_TOLD, copy])
    assert found is not None and found[0] is FIRST_TOLD
    assert first_with_words(FIRST_TOLD, [FIRST_TOLD]) is None


def test_earlier_is_who_published_before_by_the_instant_where_both_have_one() -> None:
    same_day = tell(SENTENCE, "Hill Courier", 3)
    assert is_earlier(FIRST_TOLD, tell(SENTENCE, "Hill Courier", 4))
    assert not is_earlier(FIRST_TOLD, same_day) and not is_earlier(same_day, FIRST_TOLD)
    six, nine = (at(FIRST_TOLD, hour) for hour in (6, 9))
    assert is_earlier(six, nine) and not is_earlier(nine, six)
    unknown = replace(same_day, document=replace(same_day.document, published=None))
    assert not is_earlier(unknown, FIRST_TOLD) and not is_earlier(FIRST_TOLD, unknown)


def at(held: HeldClaim, hour: int) -> HeldClaim:
    """The claim, published at an hour of the day."""
    return replace(held, document=replace(held.document, published_at=datetime(2025, 12, 3, hour, tzinfo=UTC)))

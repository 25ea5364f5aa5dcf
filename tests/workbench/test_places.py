"""Who is said to hold a place, as the map has it."""

from typing import Any

import pytest

from reportedly.compare.control import tell_control
from reportedly.model.claim import Polarity
from reportedly.model.event import Stance
from reportedly.workbench.counted_shapes import HeldByShape
from reportedly.workbench.places import shape_control
from tests.compare.made import MALYNIVKA, MINISTRY, SOLDIER, STAFF, Told, gather, make_event, tell

DENIED: dict[str, Any] = {"polarity": Polarity.NEGATIVE, "stance": Stance.DENIES}


def shape(*told: Told) -> HeldByShape | None:
    """What the map has of Malynivka, by one event."""
    events, comparables = gather(make_event(*told))
    return shape_control(tell_control(events, MALYNIVKA, comparables))


@pytest.mark.parametrize(
    ("told", "held", "said", "denied"),
    [
        # A side concedes: who says so is not who is said to hold it.
        ([tell(by=STAFF, gains="russia")], ["russia"], ["ukraine"], []),
        ([tell(by=MINISTRY, gains="russia"), tell(by=STAFF, day=3, gains="ukraine")],
         ["russia", "ukraine"], ["russia", "ukraine"], ["ukraine"]),
        ([tell(by=MINISTRY, gains="russia"), tell(by=STAFF, gains="russia", **DENIED)], ["russia"], ["russia"], ["ukraine"]),
        # The last word of a side counts.
        ([tell(by=MINISTRY, gains="russia"), tell(by=STAFF, gains="russia", **DENIED), tell(by=STAFF, day=4, gains="russia")],
         ["russia"], ["russia", "ukraine"], []),
        # Where no side names a holder, those without a side are heard.
        ([tell(gains="russia"), tell(by=STAFF, gains="russia", **DENIED)], ["russia"], [], ["ukraine"]),
        ([tell(by=SOLDIER, day=None, gains="russia"), tell(by=MINISTRY, day=None, gains="russia")], ["russia"], ["russia"], []),
        ([tell(by=MINISTRY, gains="russia", partial=True)], [], [], []),
        ([tell(by=STAFF, gains="russia", **DENIED)], [], [], ["ukraine"]),
    ],
)  # fmt: skip
def test_who_is_said_to_hold_it_is_told_apart_from_who_says_so(
    told: list[Told], held: list[str], said: list[str], denied: list[str]
) -> None:
    shaped = shape(*told)
    assert shaped is not None and (shaped.held_by, shaped.said_by, shaped.denied_by) == (held, said, denied)


def test_a_place_of_which_no_words_tell_who_holds_it_is_left_out() -> None:
    assert shape(tell(by=MINISTRY), tell()) is None

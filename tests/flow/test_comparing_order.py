"""What comes of comparing does not hang on how documents came in, went, or on who was killed meanwhile."""

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.flow import compare_new, comparing
from reportedly.ledger.changes import Changed
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.ledger.store import Book
from reportedly.model.reading import Reading
from reportedly.model.review import Action
from tests.compare.dispatches import find_events
from tests.compare.sets import sets_of_readings
from tests.flow.happened import add, describe, make_war, new_ledger, review, tell

FEW = settings(max_examples=10, deadline=None)


def tell_at_once(readings: list[Reading]) -> list[tuple[Any, ...]]:
    """What comes of all of them together, without a ledger."""
    return sorted((describe(event) for event in find_events(*readings)), key=lambda told: str(told[0].id))


@FEW
@given(st.data())
def test_in_any_order_and_in_any_lots_the_same_events_come_of_it(data: st.DataObject) -> None:
    readings = data.draw(sets_of_readings(most=9))
    waiting = data.draw(st.permutations(readings))
    with new_ledger() as ledger:
        while waiting:
            lot = data.draw(st.integers(1, len(waiting)))
            add(ledger, waiting[:lot])
            compare_new(ledger)
            waiting = waiting[lot:]
        assert tell(ledger) == tell_at_once(readings)
        assert ledger.verify().faults == ()


@FEW
@given(st.data())
def test_what_is_forgotten_was_never_there(data: st.DataObject) -> None:
    readings = data.draw(sets_of_readings(most=9))
    gone = data.draw(
        st.lists(st.sampled_from(readings), min_size=1, max_size=2, unique_by=lambda each: each.document.id)
    )
    with new_ledger(readings) as ledger:
        compare_new(ledger)
        for each in gone:
            added = ledger.look_up(each.document)
            assert added is not None
            ledger.forget(added.id, who="the court", why="order 12/34")
        assert tell(ledger) == tell_at_once([each for each in readings if each not in gone])
        assert ledger.verify().faults == ()


@FEW
@given(st.data())
def test_reviews_that_are_taken_back_leave_no_trace(data: st.DataObject) -> None:
    """Compared after each, or only in the end."""
    with new_ledger(data.draw(sets_of_readings())) as ledger:
        before = tell(ledger)
        claims = [held.claim.id for held in ledger.each_claim(Query())]
        given_reviews = []
        for _ in range(data.draw(st.integers(1, 3))):
            action = data.draw(st.sampled_from([Action.REJECT, Action.MERGE, Action.SPLIT]))
            count = 1 if action is Action.REJECT else 2
            if len(claims) >= count:
                about = data.draw(st.permutations(claims))[:count]
                given_reviews.append(review(ledger, action, *about))
            if data.draw(st.booleans()):
                compare_new(ledger)
        for each in data.draw(st.permutations(given_reviews)):
            review(ledger, Action.WITHDRAW, each)
        assert tell(ledger) == before


@FEW
@given(st.data())
def test_a_reading_that_is_made_again_takes_the_place_of_the_first(data: st.DataObject) -> None:
    """As if the document had been read so from the beginning."""
    readings = data.draw(sets_of_readings())
    which = data.draw(st.integers(0, len(readings) - 1))
    old = readings[which]
    made_by = replace(old.made_by, reportedly="0.1")
    new = replace(old, made_by=made_by, claims=old.claims[: data.draw(st.integers(0, len(old.claims) - 1))])
    with new_ledger(readings) as ledger:
        compare_new(ledger)
        assert ledger.add_reading(new) is not None
        assert tell(ledger) == tell_at_once([*readings[:which], new, *readings[which + 1 :]])


def kill_myself() -> None:
    """The process ends at once, and cleans nothing up."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program cannot be doubled there")
@pytest.mark.parametrize("lots", [0, 1, 3])
@pytest.mark.parametrize("within", [True, False], ids=["within a lot", "between two"])
def test_who_is_killed_while_comparing_leaves_what_the_next_one_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lots: int, *, within: bool
) -> None:
    """After so many lots of two documents."""
    address = str(tmp_path / "case.db")
    war = make_war()
    with open_ledger(address, create=True) as ledger:
        add(ledger, war[:1])
        compare_new(ledger)
        add(ledger, war[1:])
    monkeypatch.setattr(comparing, "AT_ONCE", 2)
    child = os.fork()
    if not child:
        die_after(lots, address, within=within)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with open_ledger(address) as ledger:
        assert ledger.has_changes()
        assert tell(ledger) == tell_at_once(war)
        assert ledger.verify().faults == ()


def die_after(lots: int, address: str, *, within: bool) -> None:
    """Compare so many lots and die: when the next is compared and not settled yet, or before it is begun."""
    whole, done = comparing.compare_changed, 0

    def compare_and_die(book: Book, changed: Changed) -> None:
        nonlocal done
        if done == lots and not within:
            kill_myself()
        whole(book, changed)
        if done == lots:
            kill_myself()
        done += 1

    comparing.compare_changed = compare_and_die
    try:
        with open_ledger(address) as ledger:
            compare_new(ledger)
    finally:
        os._exit(1)  # whatever happens, this copy of the tests does not go on

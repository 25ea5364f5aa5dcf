"""From a group of claims to its events: rules about all made-up sets of dispatches."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.events import make_events
from reportedly.compare.status import STATUSES
from reportedly.model.event import Stance
from reportedly.model.reading import Reading
from tests.compare.dispatches import FIRST, find_events, group
from tests.compare.sets import (
    DIARY,
    GOVERNOR,
    MINISTRY,
    MONITORS,
    OFFICER,
    STAFF,
    UKRAINE,
    sets_of_readings,
)
from tests.ledger.readings import MALYNIVKA, Says, Voice, make_reading

ROOT = Path(__file__).resolve().parents[2]


@settings(max_examples=30, deadline=None)
@given(sets_of_readings())
def test_an_event_explains_itself(readings: list[Reading]) -> None:
    """By claims, documents and sources that it has."""
    for event in find_events(*readings):
        stances = {each.held.claim.id: each.stance for each in event.members}
        documents = {each.held.document.id for each in event.members}
        vertices = {vertex.id for vertex in event.vertices}
        assert event.status in STATUSES and event.why and event.label
        assert event.members[0].compared_with is None
        for number, member in enumerate(event.members):
            before = {each.held.claim.id for each in event.members[:number]}
            assert member.because and (number == 0 or member.compared_with in before)
        for stance, counted in event.independent.items():
            assert 0 <= counted.least <= counted.most and len(counted.lines) == counted.least
            told = [id_ for line in counted.lines for id_ in line.claims]
            assert all(stances[id_] is stance for id_ in told)
            assert all(line.path and line.claims and set(line.documents) <= documents for line in counted.lines)
        assert set(event.independent) == set(stances.values()) - {Stance.QUALIFIES}
        for step in event.steps:
            assert step.because and (step.claim is None or step.claim in stances)
            assert step.end in vertices | documents and step.start in vertices | documents
        for change in event.changes:
            assert {change.earlier, change.later} <= set(stances) and change.because


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_every_claim_of_a_group_is_in_one_event_whatever_the_order(data: st.DataObject) -> None:
    for pairs in group(data.draw(sets_of_readings())):
        events = make_events(pairs)
        told = [each.held.claim.id for event in events for each in event.members]
        assert sorted(told) == sorted(comparable.claim for comparable, _ in pairs)
        assert make_events(data.draw(st.permutations(pairs))) == events


def say(by: tuple[Voice, ...], outlet: str, day: int = 1, words: str = "Russian troops captured Malynivka") -> Reading:
    """A dispatch on somebody's word."""
    text = f"{words} in the early hours of the morning" + "".join(f", {each.words} said" for each in by) + "."
    claim = Says(text.split(",")[0].rstrip("."), by=(by,) if by else (), at=(MALYNIVKA,), agent=None)
    return make_reading(text, claim, made_by=UKRAINE, outlet=outlet, published=FIRST.replace(month=12, day=day))


def some_readings() -> list[Reading]:
    """A small event with every sort of voice in it."""
    return [
        say((MINISTRY,), "Harbour Post"),
        say((DIARY, OFFICER), "Hill Courier", 2),
        say((STAFF,), "Coast Times", 2),
        say((MONITORS,), "Plain News", 2),
        say((), "Copy Times", 3),
        say((), "Ridge Diary (Telegram channel)", 2, "It is said that Russian troops captured Malynivka"),
    ]


@pytest.mark.parametrize("seed", ["1", "7"])
def test_nothing_hangs_on_the_order_of_sets(seed: str) -> None:
    """Another process, which hashes words otherwise, finds the same to the letter."""
    code = "from tests.compare.test_events import *; print(find_events(*some_readings()))"
    paths = os.pathsep.join(path for path in sys.path if path)
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert told.stdout == f"{find_events(*some_readings())}\n"


def test_a_copy_speaks_for_whom_it_copies() -> None:
    """And is said to be no voice of its own."""
    (event,) = find_events(say((STAFF,), "Harbour Post"), say((), "Copy Times", 2))
    assert [each.side for each in event.members] == ["ukraine", "ukraine"]
    assert event.independent[Stance.AFFIRMS].least == 1


def test_three_copies_do_not_turn_what_is_said_to_have_happened() -> None:
    """One source says that the one side gained the place, a later one that the other did, and three copy the later."""
    lost = "Ukrainian troops captured Malynivka"
    told = [say((MINISTRY,), "Harbour Post"), say((GOVERNOR,), "Hill Courier", 2, lost)]
    copies = [say((), f"Copy {number} Times", 3, lost) for number in range(3)]
    stances = [
        [each.stance for each in event.members][:2] for event in (*find_events(*told), *find_events(*told, *copies))
    ]
    assert stances[0] == stances[1]

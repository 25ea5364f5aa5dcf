"""The axis says when who spoke of what; sides and stances are told apart without colours."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.event import Event, Stance
from reportedly.present.timeline import AXIS, LEFT, Timeline, choose_period, draw_timeline
from tests.present.happenings import make_lost, make_many, make_struck

COLOURS: Mapping[str | None, str] = {"russia": "a", "ukraine": "b"}


def draw(*events: Event) -> Timeline:
    """The timeline, which there must be."""
    drawn = draw_timeline([(f"e{number}", event) for number, event in enumerate(events, 1)], COLOURS)
    assert drawn is not None
    return drawn


def publish(event: Event, day: date | None) -> Event:
    """The event as if all of it had been published on that day."""
    members = (
        replace(each, held=replace(each.held, document=replace(each.held.document, published=day)))
        for each in event.members
    )
    return replace(event, members=tuple(members))


def test_a_mark_is_a_day_a_stance_and_a_side() -> None:
    (row,) = draw(make_lost()).rows
    assert [(mark.classes, mark.title) for mark in row.marks] == [
        ("mark-a affirms", "2 December 2025: 1 claim, affirms"),
        ("mark-a affirms", "3 December 2025: 1 claim, affirms"),
        ("mark-b denies", "3 December 2025: 1 claim, denies"),
        ("mark-n affirms", "4 December 2025: 1 claim, affirms"),
    ]
    above, _, below, middle = row.marks
    assert float(above.y) < float(middle.y) < float(below.y)
    assert above.shape != below.shape
    assert [float(one.x) <= float(two.x) for one, two in pairwise(row.marks)] == [True] * 3


def test_the_table_says_what_is_drawn() -> None:
    (row,) = draw(make_lost()).rows
    assert [(told.day, told.stance, told.side, told.claims) for told in row.told] == [
        ("2 December 2025", "affirms", "Russia’s side", 1),
        ("3 December 2025", "affirms", "Russia’s side", 1),
        ("3 December 2025", "denies", "Ukraine’s side", 1),
        ("4 December 2025", "affirms", "–", 1),
    ]


def test_claims_of_one_day_stance_and_side_are_one_mark() -> None:
    event = publish(make_lost(), date(2025, 12, 3))
    (row,) = draw(event).rows
    assert row.marks[0].title == "3 December 2025: 2 claims, affirms"
    assert len(row.marks) == 3


def test_stances_of_one_side_on_one_day_stand_beside_each_other() -> None:
    one = publish(make_lost(), date(2025, 12, 3))
    both = tuple(replace(each, side="russia") for each in one.members)
    (row,) = draw(replace(one, members=both)).rows
    assert len(row.marks) == 2 and len({mark.x for mark in row.marks}) == 2


def test_a_claim_without_a_day_is_in_the_table_alone() -> None:
    drawn = draw(make_lost(), publish(make_struck(), None))
    assert (len(drawn.rows[1].marks), drawn.undated) == (0, 1)
    assert drawn.rows[1].told[0].day == "day not known"


def test_the_band_is_when_it_is_said_to_have_happened() -> None:
    lost, struck = draw(make_lost(), make_struck()).rows
    assert lost.band and float(lost.band[1]) > 300 and struck.band is None


def test_a_day_long_past_does_not_press_the_others_together() -> None:
    old = replace(make_struck(), earliest=date(1941, 9, 19), latest=date(1941, 9, 19))
    drawn = draw(make_lost(), old)
    assert drawn.outside == 1 and drawn.rows[1].band is None
    assert float(drawn.rows[0].marks[-1].x) - float(drawn.rows[0].marks[0].x) > 20


@given(st.dates(), st.dates(), st.dates())
def test_every_mark_lies_on_the_axis(published: date, one: date, other: date) -> None:
    event = replace(publish(make_lost(), published), earliest=min(one, other), latest=max(one, other))
    drawn = draw(event, make_struck())
    for row in drawn.rows:
        assert all(LEFT - 6 <= float(mark.x) <= LEFT + AXIS + 6 for mark in row.marks)
        assert row.band is None or LEFT - 5 <= float(row.band[0]) <= LEFT + AXIS + 5
    assert 1 <= len(drawn.ticks) <= 12
    period = choose_period([event, make_struck()])
    assert period and period[0] <= published <= period[1]


def test_only_the_stances_that_are_taken_are_explained() -> None:
    assert [stance for _, stance in draw(make_lost()).legend] == [Stance.AFFIRMS, Stance.DENIES]
    assert len(draw(*make_many(50)).rows) == 50


def test_without_any_day_there_is_no_axis() -> None:
    assert draw_timeline([("e1", publish(make_struck(), None))], COLOURS) is None

"""What holds of every set of dispatches: neither a copy nor a second name for a source adds a line."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.event import Event, Stance
from reportedly.model.reading import Reading
from tests.compare.dispatches import count_lines, find_events
from tests.compare.sets import LONE_VOICES, NAMED_VOICES, copy_of, merged, sets_of_readings
from tests.ledger.readings import Voice

AFTER_ALL = 6
"""A day of December 2025 after that of every dispatch."""
EACH = settings(max_examples=60, deadline=None)


@given(told=sets_of_readings(), data=st.data())
@EACH
def test_an_uncredited_copy_adds_no_line(told: list[Reading], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(told))
    copy = copy_of(copied, outlet="Late Copier", day=AFTER_ALL)
    assert_no_more_lines(find_events(*told), find_events(*told, copy))


@given(told=sets_of_readings(), gone=st.sampled_from(LONE_VOICES), kept=st.sampled_from(NAMED_VOICES))
@EACH
def test_two_names_of_one_source_are_no_more_lines_than_one(told: list[Reading], gone: Voice, kept: Voice) -> None:
    assert_no_more_lines(find_events(*told), find_events(*merged(told, gone, kept)))


@given(told=sets_of_readings())
@EACH
def test_the_least_is_never_more_than_the_most(told: list[Reading]) -> None:
    for event in find_events(*told):
        assert all(each.least <= each.most for each in event.independent.values())


def assert_no_more_lines(before: Sequence[Event], after: Sequence[Event]) -> None:
    events = {event.id: event for event in after}
    for event in before:
        for stance in Stance:
            old, new = count_lines(event, stance), count_lines(events[event.id], stance)
            assert new[0] <= old[0] and new[1] <= old[1], (event.label, stance, old, new)

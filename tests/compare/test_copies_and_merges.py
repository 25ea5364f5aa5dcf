"""What holds of every set of dispatches: neither a copy nor a second name for a source adds a line."""

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportedly.compare.events import make_events
from reportedly.compare.traits import comparables
from reportedly.model.event import Event, Independence, Stance
from reportedly.model.reading import Reading
from tests.compare.dispatches import find_events, group, hold
from tests.compare.sets import ONE_SIDE, copy_of, merged, sets_of_readings
from tests.ledger.readings import Voice

AFTER_ALL = 6
"""A day of December 2025 after that of every dispatch."""
NOBODY = Independence(least=0, most=0)
EACH = settings(max_examples=30, deadline=None)


@given(told=sets_of_readings(), data=st.data())
@EACH
def test_an_uncredited_copy_in_an_outlet_adds_no_line(told: list[Reading], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(told))
    copy = copy_of(copied, outlet="Late Copier", day=AFTER_ALL)
    assert_no_more_lines(find_events(*told), find_events(*told, copy))


@given(told=sets_of_readings(), data=st.data())
@EACH
def test_an_uncredited_copy_in_a_channel_adds_none_to_the_event_that_it_copies(
    told: list[Reading], data: st.DataObject
) -> None:
    for pairs in group(told):
        _, copied = data.draw(st.sampled_from(pairs))
        (whole,) = (each for each in told if each.document.id == copied.document.id)
        copies = hold(copy_of(whole, outlet="Copy Diary (Telegram channel)", day=AFTER_ALL))
        (held,) = (each for each in copies if each.claim.span == copied.claim.span)
        (comparable,) = comparables([held])
        assert_no_more_lines(make_events(pairs), make_events([*pairs, (comparable, held)]))


@given(told=sets_of_readings(), both=st.permutations(ONE_SIDE))
@EACH
def test_two_names_of_one_source_are_no_more_lines_than_one(told: list[Reading], both: Sequence[Voice]) -> None:
    """Two of one side, for on whose side a bare denial is tells what it denies; and where no claim thereby changes sides."""
    before, after = find_events(*told), find_events(*merged(told, both[0], both[1]))
    assume(list_stances(before) == list_stances(after))
    assert_no_more_lines(before, after)


def assert_no_more_lines(before: Sequence[Event], after: Sequence[Event]) -> None:
    """No event has more lines than one of those had in which its claims were."""
    for event in after:
        claims = {each.held.claim.id for each in event.members}
        were = [each for each in before if claims & {member.held.claim.id for member in each.members}]
        for stance, counted in event.independent.items():
            then = [each.independent.get(stance, NOBODY) for each in were]
            assert counted.least <= max((each.least for each in then), default=0), (event.label, stance)
            assert counted.most <= max((each.most for each in then), default=0), (event.label, stance)


def list_stances(events: Sequence[Event]) -> dict[str, Stance]:
    """The stance of each claim."""
    return {each.held.claim.id: each.stance for event in events for each in event.members}

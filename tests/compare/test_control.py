"""Who was said to hold a place, by whom and from when."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.control import tell_control
from reportedly.model.claim import Kind, Polarity, Tense
from reportedly.model.comparable import Spot
from reportedly.model.control import Control, Standing, Turn
from reportedly.model.event import Stance
from reportedly.model.place import Place, PlaceRole
from tests.compare.made import MALYNIVKA, MINISTRY, MONITORS, STAFF, Made, Told, gather, make_event, on, tell

TAKEN: dict[str, Any] = {"by": MINISTRY, "gains": "russia"}


def account(*made: Made, **about: Any) -> Control:
    """Who holds Malynivka, by these events."""
    events, comparables = gather(*made)
    return tell_control(events, MALYNIVKA, comparables, **about)


def turn(*told: Told) -> Turn:
    """What one event says of it."""
    (only,) = account(make_event(*told)).turns
    return only


def test_what_one_side_says_is_claimed() -> None:
    one = turn(tell(**TAKEN, day=3, happened=(1, 2)))
    assert (one.holder, one.standing, one.claimed_by, one.denied_by) == ("russia", Standing.CLAIMED, ("russia",), ())
    assert one.since == on(1)


def test_who_affirms_without_saying_for_whom_speaks_of_the_same_holder() -> None:
    one = turn(tell(by=MINISTRY), tell(by=MONITORS, gains="russia"))
    assert [saying.holder for saying in one.sayings] == ["russia", "russia"]
    assert one.claimed_by == ("russia", "ch")


def test_a_part_is_not_the_whole() -> None:
    one = turn(tell(**TAKEN), tell(by=STAFF, gains="russia", partial=True, stance=Stance.QUALIFIES))
    assert (one.claimed_by, one.denied_by) == (("russia",), ())
    assert [saying.is_partial for saying in one.sayings] == [False, True]


def test_what_the_loser_denies_is_contested() -> None:
    one = turn(tell(**TAKEN), tell(by=STAFF, day=3, gains="russia", polarity=Polarity.NEGATIVE, stance=Stance.DENIES))
    assert (one.holder, one.standing, one.denied_by) == ("russia", Standing.CONTESTED, ("ukraine",))
    assert [saying.holder for saying in one.sayings] == ["russia", None]


def test_who_says_that_he_holds_it_denies_that_the_other_does() -> None:
    one = turn(tell(**TAKEN), tell(**TAKEN), tell(by=STAFF, gains="ukraine"))
    assert (one.holder, one.standing, one.denied_by) == ("russia", Standing.CONTESTED, ("ukraine",))


def test_the_losers_last_word_decides() -> None:
    taken, denied = tell(**TAKEN), tell(by=STAFF, day=3, stance=Stance.DENIES)
    conceded = tell(by=STAFF, day=5, gains="russia", concedes=True)
    assert turn(taken, denied, conceded).standing is Standing.CONCEDED
    again = tell(by=STAFF, day=7, stance=Stance.DENIES)
    assert turn(taken, conceded, again).standing is Standing.CONTESTED


def test_who_loses_a_part_concedes_no_whole() -> None:
    assert turn(tell(**TAKEN), tell(by=STAFF, gains="russia", partial=True)).standing is Standing.CLAIMED


def test_what_is_only_denied_is_no_claim() -> None:
    one = turn(tell(by=STAFF, gains="russia", polarity=Polarity.NEGATIVE, stance=Stance.DENIES))
    assert (one.holder, one.standing, one.claimed_by) == ("russia", Standing.DENIED, ())


def test_what_is_to_come_is_left_out_and_counted() -> None:
    told = account(make_event(tell(**TAKEN, tense=Tense.FUTURE)), make_event(tell(**TAKEN), tell(tense=Tense.FUTURE)))
    assert (len(told.turns), told.ahead) == (1, 1)
    assert len(told.turns[0].sayings) == 1


def test_only_control_of_that_very_place_counts() -> None:
    elsewhere = Spot(name="Malynivka", gazetteer_id="geonames:1")
    told = account(
        make_event(tell(**TAKEN), place=elsewhere),
        make_event(tell(**TAKEN), place=None),
        make_event(tell(**TAKEN, kind=Kind.COMBAT)),
        make_event(tell(**TAKEN), place=Spot(name="malynivka"), id_="named"),
        make_event(tell(**TAKEN), place=Spot(name="Малинівка"), id_="told"),
        names=("Малинівка",),
    )
    assert {each.event.id: each.is_by_name for each in told.turns} == {"named": True, "told": True}


def test_a_claim_that_names_the_place_among_others_counts() -> None:
    elsewhere = Spot(name="Stepove", gazetteer_id="geonames:1")
    named = also_at(tell(**TAKEN), MALYNIVKA, PlaceRole.AT)
    towards = also_at(tell(**TAKEN), MALYNIVKA, PlaceRole.TOWARD)
    (one,) = account(make_event(named, tell(by=STAFF), towards, place=elsewhere)).turns
    assert [saying.member for saying in one.sayings] == [named.member]
    assert not one.is_by_name


def also_at(told: Told, spot: Spot, role: PlaceRole) -> Told:
    """The claim with a place more."""
    claim = told.member.held.claim
    place = Place(span=claim.span, role=role, name=spot.name, gazetteer_id=spot.gazetteer_id)
    held = replace(told.member.held, claim=replace(claim, places=(place,)))
    return replace(told, member=replace(told.member, held=held))


def test_the_order_is_that_of_time_and_the_last_word_of_each_side_is_told() -> None:
    told = account(
        make_event(tell(by=STAFF, day=20, gains="ukraine", happened=(18, 19)), id_="back"),
        make_event(tell(**TAKEN, day=4, happened=(2, 2)), id_="taken"),
        make_event(tell(by=MONITORS, day=9, gains="russia"), id_="seen"),
        make_event(tell(**TAKEN, day=None), id_="undated"),
    )
    assert [each.event.id for each in told.turns] == ["taken", "seen", "back", "undated"]
    assert [(side, saying.day, saying.holder) for side, saying in told.last_words] == [
        ("ch", on(9), "russia"),
        ("russia", on(4), "russia"),
        ("ukraine", on(20), "ukraine"),
    ]


TOLD = st.builds(
    tell,
    by=st.sampled_from([None, MINISTRY, STAFF, MONITORS]),
    day=st.none() | st.integers(1, 31),
    gains=st.sampled_from([None, "russia", "ukraine"]),
    stance=st.sampled_from(Stance),
    polarity=st.sampled_from(Polarity),
    tense=st.sampled_from(Tense),
    concedes=st.booleans(),
    partial=st.booleans(),
)
EVENTS = st.lists(st.lists(TOLD, min_size=1, max_size=5).map(lambda told: make_event(*told)), max_size=5)


@given(EVENTS, st.randoms())
def test_the_order_of_events_does_not_matter(made: list[Made], random: Any) -> None:
    assert account(*made) == account(*random.sample(made, len(made)))


@given(EVENTS)
def test_every_event_is_a_turn_or_ahead(made: list[Made]) -> None:
    told = account(*made)
    assert len(told.turns) + told.ahead == len(made)
    for each in told.turns:
        said = {side for saying in each.sayings for side in saying.sides}
        assert {*each.claimed_by, *each.denied_by} <= said
        is_denied = [saying.is_denial for saying in each.sayings]
        assert (each.standing is Standing.DENIED) == all(is_denied)
        if each.standing is Standing.CONTESTED:
            assert any(is_denied) and not all(is_denied)

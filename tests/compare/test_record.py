"""What became of what a source said: counts with an interval, and nothing but counts under the least number."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.record import find_interval, keep_record
from reportedly.model.claim import Kind
from reportedly.model.event import Stance
from reportedly.model.record import Record, Tally, Teller
from tests.compare.made import (
    GOVERNOR,
    MINISTRY,
    MONITORS,
    SOLDIER,
    STAFF,
    Made,
    Told,
    Voice,
    gather,
    make_event,
    tell,
)


def record(voice: Voice, *made: Made, **about: Any) -> Record:
    """The track record of a source."""
    return keep_record(Teller(id=voice.id, name=voice.name, side=voice.side), gather(*made)[0], **about)


def tally(voice: Voice, *told: Told) -> dict[str, int]:
    """What became of one event, but for what it did not become."""
    return numbers(record(voice, make_event(*told)).total)


def numbers(counted: Tally) -> dict[str, int]:
    """The counts that are not 0."""
    shares = {
        name: getattr(counted, name).number for name in ("conceded", "corroborated", "contradicted", "preceded", "open")
    }
    return {name: number for name, number in (shares | {"denied": counted.denied}).items() if number}


def test_what_nobody_else_speaks_of_is_open() -> None:
    assert tally(MINISTRY, tell(by=MINISTRY)) == {"open": 1}


def test_what_the_loser_says_later_is_conceded() -> None:
    one = record(MINISTRY, make_event(tell(by=MINISTRY, day=2), tell(by=STAFF, day=7, concedes=True)), least_events=1)
    assert numbers(one.total) == {"conceded": 1}
    assert (one.total.until_conceded.median_days, one.total.until_conceded.events) == (5, 1)


def test_what_the_loser_said_before_is_no_merit() -> None:
    assert tally(MINISTRY, tell(by=STAFF, day=2, concedes=True), tell(by=MINISTRY, day=4)) == {"preceded": 1}


def test_a_third_party_corroborates() -> None:
    one = record(MINISTRY, make_event(tell(by=MINISTRY, day=2), tell(by=MONITORS, day=4)), least_events=1)
    assert numbers(one.total) == {"corroborated": 1}
    assert one.total.until_corroborated.least_days == 2


def test_a_known_body_that_speaks_for_no_side_is_a_third_party() -> None:
    assert tally(MINISTRY, tell(by=MINISTRY), tell(by=Voice("Amnesty International"), day=4)) == {"corroborated": 1}


@pytest.mark.parametrize("voice", [GOVERNOR, SOLDIER])
def test_the_same_side_and_nobody_known_do_not_corroborate(voice: Voice) -> None:
    assert tally(STAFF, tell(by=STAFF), tell(by=voice, day=4)) == {"open": 1}


def test_who_only_relays_the_source_does_not_corroborate() -> None:
    assert tally(MINISTRY, tell(by=MINISTRY), tell(by=MINISTRY, through=MONITORS, day=4)) == {"open": 1}


def test_the_other_side_contradicts() -> None:
    told = (tell(by=MINISTRY), tell(by=STAFF, day=3, stance=Stance.DENIES), tell(by=STAFF, day=9, concedes=True))
    assert tally(MINISTRY, *told) == {"contradicted": 1, "conceded": 1}
    assert tally(STAFF, tell(by=STAFF), tell(by=MONITORS, stance=Stance.DENIES)) == {"open": 1}
    assert tally(SOLDIER, tell(by=SOLDIER), tell(by=STAFF, stance=Stance.DENIES)) == {"contradicted": 1}


def test_a_sides_figures_of_its_enemys_losses_concede_nothing() -> None:
    losses: dict[str, Any] = {"kind": Kind.CASUALTY, "by": STAFF, "day": 5, "concedes": True}
    ours = tell(by=MINISTRY, kind=Kind.CASUALTY)
    assert "conceded" not in tally(MINISTRY, ours, tell(**losses, patient="russia"))
    assert tally(MINISTRY, ours, tell(**losses, patient="ukraine")) == {"conceded": 1}


def test_what_a_source_denies_is_counted_apart() -> None:
    one = record(STAFF, make_event(tell(by=MINISTRY), tell(by=STAFF, stance=Stance.DENIES)))
    assert (one.total.events, numbers(one.total)) == (0, {"denied": 1})


def test_a_relay_is_no_origin() -> None:
    assert record(MONITORS, make_event(tell(by=MINISTRY, through=MONITORS))).total.events == 0


@pytest.mark.parametrize("own_voice", [True, False])
def test_a_channel_is_the_origin_of_what_it_says_itself(*, own_voice: bool) -> None:
    channel = Voice("Front Diary", "russia")
    made = make_event(tell(outlet="front diary"), own_voice=own_voice)
    assert record(channel, made).total.events == int(own_voice)


def test_under_the_least_number_there_are_only_counts() -> None:
    made = [make_event(tell(by=MINISTRY, day=2), tell(by=MONITORS, day=4)) for _ in range(5)]
    few, many = record(MINISTRY, *made[:4]), record(MINISTRY, *made)
    assert few.total.corroborated.number == 4
    assert (few.total.corroborated.low, few.total.until_corroborated.median_days) == (None, None)
    assert many.total.corroborated.low == pytest.approx(0.5655, abs=1e-4)
    assert many.total.until_corroborated.median_days == 2


def test_it_is_told_by_kind_what_became_and_what_is_said() -> None:
    one = record(
        MINISTRY,
        make_event(tell(by=MINISTRY, kind=Kind.STRIKE, day=9), id_="strike"),
        make_event(tell(by=MINISTRY, day=2), tell(by=MINISTRY, day=3), id_="taken"),
        make_event(tell(by=STAFF), id_="foreign"),
    )
    assert list(one.kinds) == [Kind.CONTROL, Kind.STRIKE]
    assert one.claims == {Kind.CONTROL: 2, Kind.STRIKE: 1}
    assert [each.id for each in one.latest] == ["strike", "taken"]
    assert one.total.events == 2


@pytest.mark.parametrize(
    ("number", "of", "low", "high"),
    # The first is the example of R. G. Newcombe, Statistics in Medicine 17 (1998).
    [(81, 263, 0.2553, 0.3662), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634)],
)
def test_the_interval_is_wilsons(number: int, of: int, low: float, high: float) -> None:
    assert find_interval(number, of) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share(counts: tuple[int, int]) -> None:
    number, of = counts
    low, high = find_interval(number, of)
    assert 0 <= low <= number / of <= high <= 1
    assert (1 - high, 1 - low) == pytest.approx(find_interval(of - number, of))


TOLD = st.builds(
    tell,
    by=st.sampled_from([None, MINISTRY, STAFF, MONITORS, SOLDIER]),
    day=st.none() | st.integers(1, 31),
    stance=st.sampled_from(Stance),
    kind=st.sampled_from([Kind.CONTROL, Kind.CASUALTY]),
    concedes=st.booleans(),
    patient=st.sampled_from([None, "russia", "ukraine"]),
)
EVENTS = st.lists(st.lists(TOLD, min_size=1, max_size=5).map(lambda told: make_event(*told)), max_size=6)


@given(EVENTS, st.randoms())
def test_the_order_of_events_does_not_matter(made: list[Made], random: Any) -> None:
    assert record(MINISTRY, *made) == record(MINISTRY, *random.sample(made, len(made)))


@given(EVENTS)
def test_counts_add_up(made: list[Made]) -> None:
    one = record(MINISTRY, *made, least_events=2)
    assert one.total.events + one.total.denied == sum(each.events + each.denied for each in one.kinds.values())
    for each in (one.total, *one.kinds.values()):
        shares = (each.conceded, each.corroborated, each.contradicted, each.preceded)
        assert all(share.of == each.events for share in shares)
        assert max(share.number for share in shares) <= each.events - each.open.number
        assert each.events - each.open.number <= sum(share.number for share in shares)
        assert all((share.low is None) == (each.events < 2) for share in shares)


@given(st.lists(TOLD, max_size=4))
def test_no_figure_of_the_enemys_losses_is_a_concession(told: list[Told]) -> None:
    """Whatever else an event holds."""
    others = [each for each in told if not each.member.is_concession]
    figures = tell(by=STAFF, kind=Kind.CASUALTY, day=31, concedes=True, patient="russia")
    made = make_event(tell(by=MINISTRY, day=1, kind=Kind.CASUALTY), *others, figures)
    assert record(MINISTRY, made).total.conceded.number == 0

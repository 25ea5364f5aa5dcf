"""What was said of the future, whether its day has come, and what was reported later."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.forecasts import find_forecasts, is_forecast
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.comparable import Spot
from reportedly.model.event import Stance
from reportedly.model.forecast import Forecast, Ground, Term
from reportedly.model.held import Verdict
from tests.compare.made import MINISTRY, STAFF, Made, Told, gather, make_event, on, tell

TODAY = date(2025, 12, 20)
PLANNED: dict[str, Any] = {"tense": Tense.FUTURE, "deed": "capture", "gains": "russia"}
TAKEN: dict[str, Any] = {"by": MINISTRY, "deed": "capture", "gains": "russia"}


def forecast(*made: Made, today: date = TODAY) -> tuple[Forecast, ...]:
    """The forecasts of these events, with what the same events report later."""
    events, comparables = gather(*made)
    return find_forecasts(events, events, comparables, today=today)


def later(told: Told, *others: Told) -> Forecast:
    """What was reported later of one forecast."""
    (only,) = forecast(make_event(told), *(make_event(each) for each in others))
    return only


@pytest.mark.parametrize(
    ("happened", "term", "horizon"), [((2, 19), Term.DUE, 19), ((2, 20), Term.OPEN, 20), (None, Term.OPEN, None)]
)  # fmt: skip
def test_a_forecast_is_due_when_its_last_day_has_passed(
    happened: tuple[int, int] | None, term: Term, horizon: int | None
) -> None:
    one = later(tell(**PLANNED, happened=happened))
    assert (one.term, one.horizon, one.published) == (term, on(horizon), on(2))
    assert (one.grounds, one.later) == ((), ())


@pytest.mark.parametrize(
    ("words", "kind", "tense", "happened", "expected"),
    [
        ("Malynivka will fall", Kind.CONTROL, Tense.FUTURE, None, True),
        ("Malynivka fell", Kind.CONTROL, Tense.PAST, None, False),
        ("they will leave Malynivka", Kind.POSITION, Tense.FUTURE, (3, 9), True),
        ("they will leave Malynivka", Kind.POSITION, Tense.FUTURE, None, False),
        ("they must leave Malynivka", Kind.POSITION, Tense.FUTURE, (3, 9), False),
        ("it is hoped that they will leave", Kind.POSITION, Tense.FUTURE, (3, 9), False),
        ("Malynivka may turn the scales", Kind.ASSESSMENT, Tense.FUTURE, None, True),
    ],
)  # fmt: skip
def test_demands_and_wishes_are_no_forecasts(
    words: str, kind: Kind, tense: Tense, happened: tuple[int, int] | None, *, expected: bool
) -> None:
    assert is_forecast(tell(words, kind=kind, tense=tense, happened=happened).member.held) is expected


@pytest.mark.parametrize(("words", "expected"), [("a ceasefire", False), ("they plan to leave", True)])
def test_what_is_left_open_counts_if_it_is_planned(words: str, *, expected: bool) -> None:
    held = tell(words, kind=Kind.DIPLOMACY, tense=Tense.FUTURE, certainty=Certainty.UNKNOWN).member.held
    assert is_forecast(held) is expected


def test_an_event_that_many_foretell_is_one_forecast() -> None:
    (one,) = forecast(make_event(tell(**PLANNED, happened=(5, 9), day=3), tell(**PLANNED, happened=(5, 12), day=2)))
    assert (len(one.members), one.published, one.horizon) == (2, on(2), on(12))


def test_a_later_event_of_the_same_deed_affirms() -> None:
    one = later(tell(**PLANNED, happened=(2, 10)), tell(**TAKEN, day=9, happened=(9, 9)))
    assert (one.grounds, one.answers) == ((Ground.EVENT,), (Stance.AFFIRMS,))
    assert one.later[0].because == "the same place, kind and deed (capture)"


def test_a_later_event_that_says_it_is_not_so_denies() -> None:
    one = later(tell(**PLANNED, happened=(2, 10)), tell(**TAKEN, day=11, polarity=Polarity.NEGATIVE))
    assert one.answers == (Stance.DENIES,)


@pytest.mark.parametrize(
    ("about", "because"),
    [
        ({"deed": None}, "the words do not tell whether it is the same deed"),
        ({"deed": "shelling"}, "another deed (shelling, not capture)"),
        ({"gains": "ukraine"}, "of another side (ukraine, not russia)"),
        ({"partial": True}, "of a part only"),
        ({"certainty": Certainty.POSSIBLE}, "said to be possible only"),
        ({"happened": (12, 12)}, "after the last day that the forecast names"),
    ],
)
def test_what_only_looks_alike_decides_nothing(about: dict[str, Any], because: str) -> None:
    one = later(tell(**PLANNED, happened=(2, 10)), tell(**{**TAKEN, "day": 12, **about}))
    assert [(each.stance, each.because) for each in one.later] == [(None, f"of the same place and kind, but {because}")]
    assert (one.grounds, one.answers) == ((), ())


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ({"day": 2}, True),
        ({"day": 1}, False),
        ({"day": 17}, True),
        ({"day": 18}, False),
        ({"day": None}, False),
        ({"day": 4, "happened": (1, 1)}, False),
        ({"day": 4, "kind": Kind.COMBAT}, False),
        ({"day": 4, "tense": Tense.FUTURE}, False),
    ],
)
def test_what_counts_was_reported_from_publication_to_a_week_after_the_last_day(
    about: dict[str, Any], *, found: bool
) -> None:
    events, comparables = gather(
        make_event(tell(**PLANNED, happened=(2, 10)), id_="ahead"), make_event(tell(**{**TAKEN, **about}))
    )
    one = next(each for each in find_forecasts(events, events, comparables, today=TODAY) if each.event.id == "ahead")
    assert bool(one.later) is found


def test_elsewhere_is_not_there() -> None:
    ahead = make_event(tell(**PLANNED, happened=(2, 10)))
    (one,) = forecast(ahead, make_event(tell(**TAKEN, day=4), place=Spot(name="Malynivka", gazetteer_id="geonames:1")))
    assert one.later == ()


@pytest.mark.parametrize("about", [{"verdict": Verdict.ACCEPTED}, {"verdict": Verdict.REJECTED}, {"notes": ("Seen.",)}])
def test_a_person_may_answer_it(about: dict[str, Any]) -> None:
    assert later(tell(**PLANNED, **about)).grounds == (Ground.REVIEW,)


def test_the_nearest_day_comes_first() -> None:
    found = forecast(
        make_event(tell(**PLANNED), id_="never"),
        make_event(tell(**PLANNED, happened=(2, 30)), id_="last"),
        make_event(tell(**PLANNED, happened=(2, 12)), id_="first"),
    )
    assert [each.event.id for each in found] == ["first", "last", "never"]


DAYS = st.integers(1, 31)
TOLD = st.builds(
    tell,
    by=st.sampled_from([None, MINISTRY, STAFF]),
    day=st.none() | DAYS,
    happened=st.none() | st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days))),
    tense=st.sampled_from(Tense),
    polarity=st.sampled_from(Polarity),
    deed=st.sampled_from([None, "capture", "shelling"]),
    gains=st.sampled_from([None, "russia", "ukraine"]),
    verdict=st.sampled_from([None, *Verdict]),
)
EVENTS = st.lists(st.lists(TOLD, min_size=1, max_size=4).map(lambda told: make_event(*told)), max_size=6)


@given(EVENTS, st.randoms())
def test_the_order_of_events_does_not_matter(made: list[Made], random: Any) -> None:
    assert forecast(*made) == forecast(*random.sample(made, len(made)))


@given(EVENTS)
def test_nothing_is_decided_without_a_ground(made: list[Made]) -> None:
    for each in forecast(*made):
        reviewed = any(member.held.verdict for member in each.members)
        assert (Ground.REVIEW in each.grounds) == reviewed
        assert (Ground.EVENT in each.grounds) == bool(each.answers)
        for after in each.later:
            assert after.day is not None and each.published is not None and after.day >= each.published
            assert after.member.held.claim.tense is not Tense.FUTURE

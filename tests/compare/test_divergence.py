"""Both sides' accounts of an event, silence included, and what each speaks of alone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.divergence import Output, add_up, compare_sides, count_output
from reportedly.compare.speakers import choose_sides, outlet_side
from reportedly.model.account import Account, Answer, TwoSides
from reportedly.model.claim import Kind
from reportedly.model.document import Document
from reportedly.model.event import Stance
from reportedly.model.held import HeldDocument
from reportedly.reference.profile import load_profile
from tests.compare.made import MADE_BY, MINISTRY, MONITORS, STAFF, Made, Told, gather, make_event, on, tell

SIDES = ("russia", "ukraine")
BUSY = add_up({date(2025, 12, 4): {"a", "b"}, date(2025, 12, 20): {"c"}}, {date(2025, 12, 4): 5})


def compare(*made: Made, output: Any = None, **about: Any) -> TwoSides:
    """Both sides' accounts; Ukraine's side published two documents with five claims on 4 December."""
    return compare_sides(gather(*made)[0], SIDES, {"ukraine": BUSY} if output is None else output, **about)


def account(side: str, *told: Told, **about: Any) -> Account:
    """One side's account of one event."""
    (each,) = compare(make_event(*told), **about).events
    return each.accounts[SIDES.index(side)]


def test_what_a_side_says_is_told_in_the_order_of_time() -> None:
    told = (
        tell(by=STAFF, day=6, concedes=True),
        tell(by=STAFF, day=3, stance=Stance.DENIES),
        tell(by=MINISTRY, day=2),
    )
    assert account("ukraine", *told).answers == (Answer.DENIED, Answer.CONCEDED)
    assert [each.day for each in account("ukraine", *told).tellings] == [on(3), on(6)]
    assert account("russia", *told).answers == (Answer.ASSERTED,)


def test_a_number_that_is_disputed_is_qualified() -> None:
    told = (tell(by=MINISTRY), tell(by=STAFF, stance=Stance.QUALIFIES))
    assert account("ukraine", *told).answers == (Answer.QUALIFIED,)


def test_silence_says_how_much_was_published_meanwhile() -> None:
    silent = account("ukraine", tell(by=MINISTRY, day=2), last_day=on(9))
    assert silent.answers == (Answer.SILENT,)
    assert silent.meanwhile is not None
    assert (silent.meanwhile.first, silent.meanwhile.last) == (on(2), on(9))
    assert (silent.meanwhile.documents, silent.meanwhile.claims, silent.meanwhile.is_over) == (2, 5, True)


def test_who_published_nothing_is_not_called_silent() -> None:
    assert account("ukraine", tell(by=MINISTRY, day=10)).answers == (Answer.ABSENT,)
    assert account("ukraine", tell(by=MINISTRY, day=2), output={}).answers == (Answer.ABSENT,)


def test_a_late_answer_follows_silence() -> None:
    told = (tell(by=MINISTRY, day=2), tell(by=STAFF, day=10, stance=Stance.DENIES))
    assert account("ukraine", *told).answers == (Answer.SILENT, Answer.DENIED)
    assert account("ukraine", *told, silent_after_days=8).answers == (Answer.DENIED,)


def test_silence_may_not_be_over() -> None:
    silent = account("ukraine", tell(by=MINISTRY, day=2), last_day=on(5))
    assert silent.meanwhile is not None and not silent.meanwhile.is_over


def test_nothing_is_made_of_documents_without_a_day() -> None:
    nothing = account("ukraine", tell(by=MINISTRY, day=None))
    assert (nothing.answers, nothing.meanwhile) == ((), None)
    assert account("ukraine", tell(by=MINISTRY), tell(by=STAFF, day=None)).answers == (Answer.ASSERTED,)


def test_an_outlet_that_passes_on_the_other_side_is_no_silence_and_no_assertion() -> None:
    relayed = tell(by=STAFF, outlet="TASS", day=2)
    assert account("russia", relayed).answers == (Answer.RELAYED,)
    assert account("ukraine", relayed).answers == (Answer.ASSERTED,)


def test_a_channel_that_passes_on_a_soldier_of_the_other_side_is_no_silence() -> None:
    relayed = tell(by=STAFF, through=MINISTRY, day=2)
    assert account("russia", relayed).answers == (Answer.RELAYED,)


def test_an_outlet_speaks_for_its_side_where_no_source_does() -> None:
    assert account("russia", tell(outlet="TASS")).answers == (Answer.ASSERTED,)
    assert account("russia", tell(outlet="Meduza")).answers == (Answer.ABSENT,)


@pytest.mark.parametrize(
    ("outlet", "side"), [("TASS", "russia"), ("DeepState", "ukraine"), ("Kim", None), ("Example Herald", None), (None, None)]
)  # fmt: skip
def test_the_profile_knows_whose_an_outlet_is(outlet: str | None, side: str | None) -> None:
    assert outlet_side(Document(text="x", outlet=outlet), load_profile("ukraine")) == side


def test_each_kind_says_of_what_only_one_side_speaks() -> None:
    two = compare(
        make_event(tell(by=MINISTRY), id_="one"),
        make_event(tell(by=STAFF), id_="other"),
        make_event(tell(by=MINISTRY), tell(by=STAFF, stance=Stance.DENIES), id_="both"),
        make_event(tell(by=MONITORS, kind=Kind.STRIKE), id_="neither"),
    )
    control, strike = two.kinds
    assert (control.kind, control.only, control.both) == (
        Kind.CONTROL,
        {"russia": ("one",), "ukraine": ("other",)},
        ("both",),
    )
    assert (strike.kind, strike.neither, strike.events) == (Kind.STRIKE, ("neither",), 1)


def test_the_sides_are_the_opposed_ones_most_named() -> None:
    events, _ = gather(make_event(tell(by=MINISTRY)), make_event(tell(by=MONITORS, patient="ukraine")))
    assert choose_sides(events) == SIDES
    assert choose_sides(gather(make_event(tell(by=STAFF)))[0]) == SIDES
    assert choose_sides(gather(make_event(tell(by=MONITORS)))[0]) is None
    assert choose_sides([]) is None


def test_output_counts_what_a_side_published_in_its_outlets_and_on_its_word() -> None:
    first, last = date(2025, 12, 1), date(2025, 12, 9)
    documents = [hold("TASS", 1), hold("TASS", 1), hold("Example Herald", 1), hold("TASS", None)]
    claims = [tell(by=MINISTRY, day=2), tell(by=STAFF, day=3, outlet="TASS"), tell(day=4, outlet="TASS"), tell(day=5)]
    output = count_output(documents, [each.member.held for each in claims], SIDES)
    assert output["russia"].between(first, last) == (4, 2)
    assert output["ukraine"].between(first, last) == (1, 1)


def hold(outlet: str, day: int | None) -> HeldDocument:
    """A document without a claim."""
    document = Document(text="Nothing happened.", outlet=outlet, published=on(day))
    about: dict[str, Any] = {"made_by": MADE_BY, "replaces": None, "replaced_by": None, "capture": None}
    return HeldDocument(id=f"rp-{id(document)}", seq=1, added_at=NOW, document=document, claims=0, **about)


NOW = datetime(2025, 12, 9, tzinfo=UTC)

DAYS = st.integers(1, 31)
TOLD = st.builds(
    tell,
    by=st.sampled_from([None, MINISTRY, STAFF, MONITORS]),
    day=st.none() | DAYS,
    outlet=st.sampled_from(["Example Herald", "TASS", "DeepState"]),
    stance=st.sampled_from(Stance),
    kind=st.sampled_from([Kind.CONTROL, Kind.STRIKE]),
    concedes=st.booleans(),
)
EVENTS = st.lists(st.lists(TOLD, min_size=1, max_size=4).map(lambda told: make_event(*told)), max_size=6)


@given(EVENTS, st.randoms())
def test_the_order_of_events_does_not_matter(made: list[Made], random: Any) -> None:
    mixed = random.sample(made, len(made))
    assert compare(*made) == compare(*mixed)
    assert choose_sides(gather(*made)[0]) == choose_sides(gather(*mixed)[0])


@given(EVENTS)
def test_every_event_is_counted_once(made: list[Made]) -> None:
    two = compare(*made)
    listed = [id_ for each in two.kinds for ids in (*each.only.values(), each.both, each.neither) for id_ in ids]
    assert sorted(listed) == sorted(each.event.id for each in made)
    assert sum(each.events for each in two.kinds) == len(made)


@given(EVENTS, st.integers(1, 40))
def test_a_side_is_silent_only_where_it_published_and_said_nothing(made: list[Made], days: int) -> None:
    for each in compare(*made, silent_after_days=days).events:
        for said in each.accounts:
            meanwhile = said.meanwhile
            assert (Answer.SILENT in said.answers) == (
                meanwhile is not None and meanwhile.documents + meanwhile.claims > 0
            )
            if meanwhile is not None:
                assert all(telling.day is not None and telling.day > meanwhile.last for telling in said.tellings)


@given(st.dictionaries(DAYS, st.integers(0, 9)), DAYS, DAYS)
def test_output_adds_up(claims: dict[int, int], first: int, last: int) -> None:
    def day(number: int) -> date:
        return date(2025, 12, number)

    output = add_up({}, {day(number): many for number, many in claims.items()})
    expected = sum(many for number, many in claims.items() if first <= number <= last)
    if first <= last:
        assert output.between(day(first), day(last)) == (0, expected)
    assert Output().between(day(1), day(31)) == (0, 0)

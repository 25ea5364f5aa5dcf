"""From the claims of a ledger to its events, and back from an event to what stands in the ledger."""

from collections.abc import Iterator

import pytest

from reportedly.compare.events import make_events
from reportedly.compare.rules import name_rules
from reportedly.errors import OtherRulesError, UnknownIdError
from reportedly.flow import compare_new, find_event, find_events
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Kind
from reportedly.model.event import Event, Stance, Status
from reportedly.model.ids import make_id
from reportedly.model.review import Action
from tests.compare.dispatches import count_lines
from tests.compare.sets import GOVERNOR, MINISTRY, MONITORS, STAFF
from tests.flow.happened import THEN, add, describe, make_war, new_ledger, review, say, tell
from tests.ledger.readings import KYIV, MALYNIVKA, make_many


@pytest.fixture
def war() -> Iterator[Ledger]:
    """A ledger in which a small war is told, not compared yet."""
    with new_ledger(make_war()) as ledger:
        yield ledger


def find(ledger: Ledger, label: str) -> Event:
    """The one event of this label."""
    (event,) = (each for each in find_events(ledger) if each.label == label)
    return event


def claim_of(event: Event, outlet: str) -> str:
    """The id of the claim that an outlet carries."""
    (id_,) = (each.held.claim.id for each in event.members if each.held.document.outlet == outlet)
    return id_


def test_the_war_is_told_as_it_is(war: Ledger) -> None:
    assert {event.label: (event.status, len(event.members)) for event in find_events(war)} == {
        "Capture of Malynivka": (Status.CONTESTED, 5),
        "Strike (missile) in Malynivka": (Status.CORROBORATED, 3),
        "Deaths in Malynivka": (Status.SINGLE_SOURCE, 1),
        "Strike (missile) in Kyiv": (Status.ONE_SIDED, 2),
    }


def test_every_event_is_explained_by_rows_of_the_ledger(war: Ledger) -> None:
    """Its status, lines and stances come out again from its group's rows; what it names as a ground stands in them."""
    rows = {held.claim.id: held for held in war.each_claim(Query())}
    for event in find_events(war):
        found = war.group(event.id)
        assert found is not None
        again = {each.id: each for each in make_events(found[1])}[event.id]
        assert describe(again) == describe(event)
        claims = {held.claim.id: held for _, held in found[1]}
        assert all(rows[id_] == held for id_, held in claims.items())
        sources = {id_ for held in claims.values() for id_ in held.source_ids.values()}
        documents = {held.document.id for held in claims.values()}
        assert {each.held.claim.id for each in event.members} <= claims.keys()
        assert {each.compared_with for each in event.members} - {None} <= claims.keys()
        assert {step.claim for step in event.steps} <= claims.keys()
        told = [line for each in event.independent.values() for line in each.lines]
        assert {id_ for line in told for id_ in line.claims} <= claims.keys()
        assert {id_ for line in told for id_ in line.documents} <= documents
        publishers = {vertex.id for vertex in event.vertices if vertex.id.startswith("publisher ")}
        assert {vertex.id for vertex in event.vertices} - publishers <= sources | documents
        words = {held.claim.id: held.document.text for held in claims.values()}
        for step in event.steps:
            if step.kind == "attribution":
                assert step.claim and step.because in {*words[step.claim].split(), "the form of the text says so"}


def test_nothing_new_is_nothing_to_compare(war: Ledger) -> None:
    seen: list[int] = []
    assert compare_new(war, seen.append) == 11 and seen == [11]
    assert compare_new(war, seen.append) == 0 and seen == [11]
    add(war, [say("strike", GOVERNOR, outlet="Late Post", day=5, place=KYIV)])
    assert compare_new(war) == 1


def test_other_rules_compare_everything_again(war: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tell(war)
    monkeypatch.setattr("reportedly.flow.comparing.name_rules", lambda: f"{name_rules()} and another")
    assert compare_new(war) == 11
    assert tell(war) == before


def test_an_event_is_found_by_its_id_by_a_claim_and_by_the_beginning_of_either(war: Ledger) -> None:
    event = find(war, "Capture of Malynivka")
    for id_ in (event.id, event.id[:8], *(each.held.claim.id for each in event.members)):
        assert find_event(war, id_) == event
    with pytest.raises(UnknownIdError):
        find_event(war, "rp-0000000000")


def test_the_id_of_an_event_that_became_part_of_another_leads_there(war: Ledger) -> None:
    """A document that comes in late tells of it first."""
    old = find(war, "Strike (missile) in Kyiv")
    add(war, [say("strike", MONITORS, outlet="Early Post", day=2, place=KYIV)])
    new = find(war, "Strike (missile) in Kyiv")
    assert new.id != old.id and find_event(war, old.id) == new


def test_what_is_asked_for_chooses_events_and_not_their_claims(war: Ledger) -> None:
    (event,) = find_events(war, Query(outlets=("Coast Times",), kinds=(Kind.STRIKE,)))
    assert (event.label, len(event.members)) == ("Strike (missile) in Malynivka", 3)


def test_the_ledger_as_it_stood_has_the_events_of_then(war: Ledger) -> None:
    then, seq = tell(war), war.seq()
    add(war, [say("strike", MINISTRY, outlet="Late Post", day=4), say("kill", MONITORS, outlet="Late Post", day=4)])
    assert tell(war) != then
    at = sorted((describe(event) for event in find_events(war, Query(at=seq))), key=lambda told: str(told[0].id))
    assert at == then


def test_a_rejected_claim_counts_no_more_until_that_is_taken_back(war: Ledger) -> None:
    before = tell(war)
    event = find(war, "Strike (missile) in Malynivka")
    assert (event.status, count_lines(event)) == (Status.CORROBORATED, (2, 2))
    wrong = review(war, Action.REJECT, claim_of(event, "Hill Courier"), why="misread")
    event = find(war, "Strike (missile) in Malynivka")
    assert (event.status, count_lines(event), len(event.members)) == (Status.CIRCULAR, (1, 1), 2)
    review(war, Action.WITHDRAW, wrong)
    assert tell(war) == before


def test_rejecting_the_first_claim_names_the_event_anew(war: Ledger) -> None:
    """Its old id leads to the one that is left."""
    event = find(war, "Strike (missile) in Malynivka")
    first = event.members[0].held.claim.id
    assert event.id == make_id("event", first)
    review(war, Action.REJECT, first)
    left = find(war, "Strike (missile) in Malynivka")
    assert left.id != event.id and {each.held.claim.id for each in left.members} == {
        each.held.claim.id for each in event.members[1:]
    }


def test_merging_joins_two_events_and_taking_it_back_parts_them(war: Ledger) -> None:
    before = tell(war)
    kyiv, malynivka = (find(war, f"Strike (missile) in {place.name}") for place in (KYIV, MALYNIVKA))
    merged = review(war, Action.MERGE, claim_of(kyiv, "Plain News"), claim_of(malynivka, "Harbour Post"))
    joined = find_event(war, claim_of(kyiv, "Plain News"))
    assert claim_of(malynivka, "Harbour Post") in {each.held.claim.id for each in joined.members}
    review(war, Action.WITHDRAW, merged)
    assert tell(war) == before


def test_splitting_parts_an_event_and_taking_it_back_joins_it(war: Ledger) -> None:
    before = tell(war)
    event = find(war, "Strike (missile) in Malynivka")
    one, other = claim_of(event, "Harbour Post"), claim_of(event, "Hill Courier")
    split = review(war, Action.SPLIT, one, other)
    assert find_event(war, one).id != find_event(war, other).id
    review(war, Action.WITHDRAW, split)
    assert tell(war) == before


def test_a_corrected_claim_goes_where_it_belongs(war: Ledger) -> None:
    before = tell(war)
    event = find(war, "Strike (missile) in Malynivka")
    wrong = claim_of(event, "Hill Courier")
    fixed = review(war, Action.CORRECT, wrong, field="polarity", value='"negative"')
    assert {each.held.claim.id: each.stance for each in find_event(war, wrong).members}[wrong] is Stance.DENIES
    review(war, Action.WITHDRAW, fixed)
    assert tell(war) == before


def test_a_new_version_takes_the_place_of_its_document() -> None:
    """What the publisher changed no longer stands; the event is that of the words that stand now."""
    told = [say("strike", STAFF, outlet="Hill Courier", day=3)]
    first, second = (
        say(
            deed,
            GOVERNOR,
            outlet="Harbour Post",
            day=3,
            locator="https://post.example/1",
            captured_at=THEN.replace(hour=at),
        )
        for deed, at in (("strike", 9), ("kill", 12))
    )
    with new_ledger([*told, first]) as ledger:
        assert len(find(ledger, "Strike (missile) in Malynivka").members) == 2
        assert ledger.add(second.document, second).replaces is not None
        changed = tell(ledger)
        assert len(changed) == 2 and len(find(ledger, "Strike (missile) in Malynivka").members) == 1
    with new_ledger([*told, second]) as fresh:
        assert changed == tell(fresh)


def test_who_compares_by_other_rules_meanwhile_is_told_and_not_raced(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.flow.comparing.AT_ONCE", 1)
    for told in make_many(3):
        ledger.add(told.document, told)

    def interfere(done: int) -> None:
        with ledger.comparing() as book:
            book.begin_anew("the rules of another version")

    with pytest.raises(OtherRulesError, match="another version"):
        compare_new(ledger, interfere)

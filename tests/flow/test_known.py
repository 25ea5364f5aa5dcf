"""Events are told as far as they were compared, now and as of an earlier entry."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reportedly.errors import UnknownIdError
from reportedly.flow.comparing import compare_new, find_events
from reportedly.flow.known import events_of, known_event, known_events
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Polarity
from reportedly.model.event import Event
from reportedly.model.review import Action, Review
from tests.present.happenings import ARABIC, DAILY, HERALD, POST, WIRE

NOW = datetime(2025, 12, 6, tzinfo=UTC)


def fill(ledger: Ledger) -> None:
    for each in (HERALD, WIRE, POST, DAILY, ARABIC):
        ledger.add(each.document, replace(each, made_by=replace(each.made_by, profile="ukraine")))


def claims_of(event: Event) -> set[str]:
    return {member.held.claim.id for member in event.members}


def denial(ledger: Ledger) -> str:
    (held,) = ledger.claims(Query(polarities=(Polarity.NEGATIVE,))).items
    return held.claim.id


def test_nothing_is_compared_for_an_answer(ledger: Ledger) -> None:
    fill(ledger)
    assert list(known_events(ledger, Query())) == [] and ledger.has_changes()
    with pytest.raises(UnknownIdError):
        known_event(ledger, denial(ledger))
    assert list(events_of(ledger, [denial(ledger)])) == []


def test_what_is_compared_is_what_comparing_finds(ledger: Ledger) -> None:
    fill(ledger)
    found = list(find_events(ledger))
    assert list(known_events(ledger, Query())) == found and len(found) == 2
    assert list(known_events(ledger, Query(), most_groups=1)) == found[:1]
    assert list(events_of(ledger, sorted(claims_of(found[1])))) == found[1:]
    assert known_event(ledger, found[1].id) == known_event(ledger, denial(ledger)) == found[1]


def test_of_an_earlier_entry_the_claims_are_told_that_stood_then(ledger: Ledger) -> None:
    fill(ledger)
    compare_new(ledger)
    entries = {member.held.seq: member.held.claim.id for member in known_event(ledger, denial(ledger)).members}
    for seq in sorted(entries):
        told = claims_of(known_event(ledger, entries[seq], at=seq))
        assert told == {claim for since, claim in entries.items() if since <= seq}
        assert [claims_of(each) for each in known_events(ledger, Query(at=seq))] == [told]
    with pytest.raises(UnknownIdError):
        known_event(ledger, denial(ledger), at=1)


def test_a_correction_shows_from_the_entry_that_made_it(ledger: Ledger) -> None:
    fill(ledger)
    compare_new(ledger)
    id_, before = denial(ledger), ledger.seq()
    ledger.review(
        Review(action=Action.CORRECT, subjects=(id_,), who="A reader", at=NOW, field="polarity", value='"positive"')
    )
    compare_new(ledger)
    told = {at: known_event(ledger, id_, at=at).status for at in (None, before)}
    assert told[before] == "contested" and told[None] != "contested"


def test_the_filters_are_those_of_the_entry(ledger: Ledger) -> None:
    fill(ledger)
    compare_new(ledger)
    asked = Query(polarities=(Polarity.NEGATIVE,), at=ledger.seq())
    assert [denial(ledger) in claims_of(each) for each in known_events(ledger, asked)] == [True]
    assert list(known_events(ledger, replace(asked, at=2))) == []

"""Readings and people's reviews, whatever the ledger is kept in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from reportedly.errors import IdError, ReviewError, UnknownIdError
from reportedly.ledger.holding import Holder
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.paging import CLAIM_COLUMNS
from reportedly.model.capture import Capture
from reportedly.model.claim import Kind
from reportedly.model.held import HeldClaim, Outcome, Verdict
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from tests.ledger.readings import MADE_BY, make_reading

NOW = datetime(2025, 12, 4, 9, 30, tzinfo=UTC)
WHOLE_RECORD = 1 << 40

Say = Callable[..., str]


def stand(ledger: SqlLedger, at: int | None = None) -> list[HeldClaim]:
    """The claims as they stand, or stood after entry `at`, in the order of the text."""
    found = ledger.database.ask(
        f"SELECT {CLAIM_COLUMNS} FROM claim c WHERE since <= :at AND (until IS NULL OR until > :at) ORDER BY c.number",
        {"at": at or WHOLE_RECORD},
    )
    return sorted(Holder(ledger.database, at).hold_claims(found), key=lambda each: each.claim.span.start)


@pytest.fixture
def read(ledger: SqlLedger) -> Reading:
    """A reading that the ledger holds: one capture, one death toll."""
    reading = make_reading()
    ledger.add(reading.document, reading)
    return reading


@pytest.fixture
def say(ledger: SqlLedger, read: Reading) -> Say:
    """Reviews the first claim, or what else is named."""

    def review(action: Action, *subjects: str, **more: Any) -> str:
        about = subjects or (stand(ledger)[0].claim.id,)
        return ledger.review(Review(action=action, subjects=about, who="A. Reader", at=NOW, **more))

    return review


def test_a_claim_comes_back_as_it_went_in(ledger: SqlLedger, read: Reading) -> None:
    for held, claim in zip(stand(ledger), read.claims, strict=True):
        assert replace(held.claim, id=claim.id) == claim
        assert (held.document, held.made_by, held.seq) == (read.document, MADE_BY, 2)
    captured, killed = stand(ledger)
    assert [flag.claims for flag in captured.flags] == [(captured.claim.id,)]
    assert killed.flags == ()


def test_ids_stay_when_a_document_is_read_again(ledger: SqlLedger, read: Reading) -> None:
    before = [each.claim.id for each in stand(ledger)]
    assert ledger.add_reading(read) is None
    again = replace(read, made_by=replace(MADE_BY, reportedly="0.1"))
    assert ledger.add_reading(again)
    assert ledger.add_reading(again) is None
    assert [(each.claim.id, each.seq) for each in stand(ledger)] == [(id_, 3) for id_ in before]
    assert [each.seq for each in stand(ledger, at=2)] == [2, 2]


def test_a_reading_of_what_is_not_there_is_refused(ledger: SqlLedger) -> None:
    with pytest.raises(UnknownIdError):
        ledger.add_reading(make_reading())
    assert ledger.seq() == 0


def test_what_is_no_longer_read_goes_unless_somebody_vouched_for_it(ledger: SqlLedger, say: Say, read: Reading) -> None:
    say(Action.ACCEPT)
    ledger.add_reading(replace(read, claims=(), flags=()))
    assert [each.verdict for each in stand(ledger)] == [Verdict.ACCEPTED]
    say(Action.REJECT)
    ledger.add_reading(replace(read, claims=(), flags=(), made_by=replace(MADE_BY, model=None)))
    assert stand(ledger) == []


def test_a_claim_that_is_read_no_longer_stands_as_long_as_somebody_vouches_for_it(
    ledger: SqlLedger, say: Say, read: Reading
) -> None:
    claim = stand(ledger)[0].claim.id
    ledger.add_reading(replace(read, made_by=replace(MADE_BY, reportedly="9"), claims=(), flags=()))
    assert stand(ledger) == []
    accepted = say(Action.ACCEPT, claim)
    assert [each.claim.id for each in stand(ledger)] == [claim]
    withdrawn = say(Action.WITHDRAW, accepted)
    assert stand(ledger) == []
    say(Action.WITHDRAW, withdrawn)
    assert [(each.claim.id, each.verdict) for each in stand(ledger)] == [(claim, Verdict.ACCEPTED)]
    assert ledger.verify().faults == ()


def test_the_later_of_two_verdicts_holds(ledger: SqlLedger, say: Say) -> None:
    say(Action.ACCEPT)
    say(Action.REJECT)
    assert [stand(ledger, at)[0].verdict for at in (2, 3, 4)] == [None, Verdict.ACCEPTED, Verdict.REJECTED]


def test_a_correction_changes_one_field_and_can_be_taken_back(ledger: SqlLedger, say: Say) -> None:
    correction = say(Action.CORRECT, field="kind", value='"strike"')
    assert (stand(ledger)[0].claim.kind, stand(ledger)[0].corrected) == (Kind.STRIKE, ("kind",))
    withdrawal = say(Action.WITHDRAW, correction)
    assert (stand(ledger)[0].claim.kind, stand(ledger)[0].corrected) == (Kind.CONTROL, ())
    say(Action.WITHDRAW, withdrawal)
    assert (stand(ledger)[0].claim.kind, stand(ledger)[0].corrected) == (Kind.STRIKE, ("kind",))
    assert ledger.database.ask("SELECT kind FROM claim WHERE until IS NULL ORDER BY place_in_reading, number") == [
        ("strike",),
        ("casualty",),
    ]


def test_notes_gather_and_claims_come_together_and_apart(ledger: SqlLedger, say: Say) -> None:
    one, other = (each.claim.id for each in stand(ledger))
    say(Action.NOTE, why="Seen on two channels.")
    say(Action.NOTE, why="It's 100 % the same picture: a field.")
    say(Action.MERGE, one, other)
    assert stand(ledger)[0].notes == ("Seen on two channels.", "It's 100 % the same picture: a field.")
    assert [(each.together, each.apart) for each in stand(ledger)] == [((other,), ()), ((one,), ())]
    say(Action.SPLIT, one, other)
    assert [(each.together, each.apart) for each in stand(ledger)] == [((), (other,)), ((), (one,))]


def test_what_cannot_be_reviewed_leaves_no_trace(ledger: SqlLedger, say: Say) -> None:
    claim = stand(ledger)[0].claim.id
    for wrong in (
        {"field": "colour", "value": '"red"'},
        {"field": "kind", "value": '"red"'},
        {"field": "time", "value": "{"},
    ):
        with pytest.raises(ReviewError):
            say(Action.CORRECT, **wrong)
    with pytest.raises(ReviewError, match="write one of control, combat, "):
        say(Action.CORRECT, field="kind", value='"strikes"')
    with pytest.raises(ReviewError, match="write true or false"):
        say(Action.CORRECT, field="presupposed", value='"yes"')
    for together in (Action.MERGE, Action.SPLIT):
        with pytest.raises(ReviewError, match="2 different ones"):
            say(together, claim, claim)
    with pytest.raises(ReviewError):
        say(Action.WITHDRAW, claim)
    with pytest.raises(UnknownIdError):
        say(Action.ACCEPT, "rp-0000000000")
    assert ledger.seq() == 2
    assert [each.verdict for each in stand(ledger)] == [None, None]


def test_an_older_capture_is_an_older_version(ledger: SqlLedger) -> None:
    late = make_reading(locator="web:example", captured_at=NOW)
    early = make_reading(
        "About 9 people were killed in Kyiv.", locator="web:example", captured_at=NOW - timedelta(days=1)
    )
    ledger.add(late.document, late)
    added = ledger.add(early.document, early)
    assert (added.outcome, added.replaces) == (Outcome.VERSION, None)
    assert {each.document.text for each in stand(ledger)} == {late.document.text}


def test_a_capture_is_kept_once_for_all_that_came_from_it(ledger: SqlLedger) -> None:
    capture = Capture(url="a:b", final_url="a:c", captured_at=NOW, sha256="00" * 32, warc=bytes(range(256)))
    for reading in (make_reading(), make_reading("Another of the same page.")):
        ledger.add(reading.document, reading, capture)
    kinds = [kind for (kind,) in ledger.database.ask("SELECT kind FROM entry ORDER BY seq")]
    assert kinds == ["capture", "document", "reading", "document", "reading"]


def test_an_id_is_found_by_its_beginning(ledger: SqlLedger, read: Reading) -> None:
    document = make_id("document", read.document.id)
    assert ledger.find_id(document) == ("document", document)
    assert ledger.find_id(f" {document[3:9].lower()} ") == ("document", document)
    assert {ledger.find_id(each.claim.id)[0] for each in stand(ledger)} == {"claim"}
    with pytest.raises(UnknownIdError):
        ledger.find_id("rp-0000000000" if document != "rp-0000000000" else "rp-1")
    with pytest.raises(IdError):
        ledger.find_id("%")

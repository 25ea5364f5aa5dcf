"""What was compared is checked, goes with what is forgotten, and outlives those who are killed."""

import os
import signal
from typing import Any

import pytest

from reportedly.errors import ForgettingError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.model.ids import make_id
from reportedly.model.review import Action
from tests.ledger.comparer import compare, list_groups, settle_groups
from tests.ledger.eventful import list_claims, review, unguarded
from tests.ledger.readings import make_many, make_reading

WISH = {"who": "the court", "why": "order 12/34"}


@pytest.fixture
def told(ledger: SqlLedger) -> list[str]:
    """Three documents, compared, that tell of the same two happenings; their ids, by the order of their ranks."""
    for each in make_many(3):
        ledger.add(each.document, each)
    compare(ledger)
    return [
        id_
        for (id_,) in ledger.database.ask(
            "SELECT d.id FROM comparable k JOIN document d ON d.number = k.document GROUP BY d.id ORDER BY min(k.rank)"
        )
    ]


def test_what_was_compared_is_whole(ledger: SqlLedger, told: list[str]) -> None:
    assert ledger.verify().faults == ()


# A change behind the ledger's back, and how the fault that it makes begins and ends.
DAMAGES = (
    ("UPDATE comparable SET claim = 'rp-0000000000' WHERE number = 2", "comparable rp-0000000000", "of its document"),
    ("UPDATE comparable SET document = 1 WHERE number = 5", "comparable ", "belongs to no claim of its document"),
    ("UPDATE comparable SET rank = '3' WHERE number = 2", "comparable ", "has another rank"),
    ("UPDATE comparable SET event = 'rp-0000000000' WHERE number = 2", "comparable ", "the id that it gives it"),
    ("UPDATE comparable SET grp = 'rp-0000000000' WHERE number = 2", "comparable ", "which is not in it"),
    ("UPDATE comparable SET grp = NULL WHERE grp = claim", "comparable ", "which is not in it"),
    ("UPDATE comparable SET grp = (SELECT max(claim) FROM comparable)", "comparable ", "which comes later"),
    ("UPDATE comparable SET packed = (SELECT packed FROM content WHERE seq = 1)", "comparable ", "run `reportedly verify` to see where"),
    ("UPDATE comparable SET packed = (SELECT packed FROM comparable WHERE number = 1)", "comparable ", "claim and rank"),
    ("DELETE FROM comparable WHERE grp = claim", "comparable ", "which is not in it"),
    ("DELETE FROM comparable WHERE number = 1", "block ", "belongs to nothing that was compared"),
    ("INSERT INTO block VALUES (7, 77)", "block 7 of comparable number 77", "belongs to nothing that was compared"),
    ("INSERT INTO unsettled_document VALUES (77)", "unsettled_document number 77", "belongs to no document"),
    ("UPDATE compared SET seq = 99", "compared", "more entries were compared than there are"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "where", "wrong"), DAMAGES)
def test_what_does_not_fit_together_is_named(
    ledger: SqlLedger, told: list[str], change: str, where: str, wrong: str
) -> None:
    with unguarded(ledger):
        ledger.database.ask(change)
    faults = [fault for fault in ledger.verify().faults if fault.where.startswith(where)]
    assert any(wrong in fault.wrong for fault in faults), faults


def test_a_table_that_is_gone_is_named(ledger: SqlLedger, told: list[str]) -> None:
    ledger.database.ask("DROP INDEX comparable_group")
    assert any("comparable_group" in fault.where for fault in ledger.verify().faults)


def test_what_is_kept_of_a_document_goes_with_it_at_once(ledger: SqlLedger, told: list[str]) -> None:
    """The first is forgotten, after whose claims both groups are named: then they are named after the second's."""
    gone, second, _ = (list_claims(ledger, id_) for id_ in told)
    assert {name for name, _ in list_groups(ledger)} == set(gone)
    ledger.forget(told[0], **WISH)
    assert count(ledger, "comparable") == 4
    assert {name for name, _ in list_groups(ledger)} == set(second)
    assert ledger.verify().faults == ()
    assert ledger.has_changes()
    with ledger.comparing() as book:
        changed = book.changed(9)
        assert changed.documents == () and {each.claim for each in book.sharing(changed.blocks)} >= set(second)
        settle_groups(book, changed.blocks)
        book.settle(changed)
    assert not ledger.has_changes()
    assert {name for name, _ in list_groups(ledger)} == set(second)
    assert not ledger.database.ask("SELECT key FROM unsettled_block")


def test_blocks_that_nobody_settled_stay_unsettled(ledger: SqlLedger, told: list[str]) -> None:
    ledger.forget(told[0], **WISH)
    more = make_reading("It was quiet.")
    ledger.add(more.document, more)
    with ledger.comparing() as book:
        before = book.changed(1)
        book.settle(before)
    with ledger.comparing() as book:
        assert not book.changed(1)
    ledger.forget(told[1], **WISH)
    with ledger.comparing() as book:
        assert book.changed(1).blocks


def test_what_a_review_said_goes_from_what_is_compared(ledger: SqlLedger, told: list[str]) -> None:
    """A correction named a place that nobody may know of; another claim of the document may carry it."""
    claim, other = list_claims(ledger, told[1])
    place = '[{"span": {"start": 0, "end": 7, "text": "Russian"}, "name": "Zyzzogeton", "role": "at"}]'
    wrong = review(ledger, Action.CORRECT, claim, field="places", value=place)
    compare(ledger)
    assert (claim, [claim]) in list_groups(ledger)
    with ledger.comparing() as book:
        assert book.kept(told[1])[claim].spots[0].name == "Zyzzogeton"
    ledger.forget(wrong, **WISH)
    with ledger.comparing() as book:
        assert book.kept(told[1]) == {}
        changed = book.changed(9)
        assert changed.documents == (told[1],) and changed.blocks
    assert ledger.verify().faults == ()
    assert compare(ledger) == 1
    assert not ledger.has_changes()
    assert sorted(len(claims) for _, claims in list_groups(ledger)) == [3, 3]
    assert other in {each for _, claims in list_groups(ledger) for each in claims}


def test_many_reviews_that_are_forgotten_are_compared_again_some_at_a_time(ledger: SqlLedger, told: list[str]) -> None:
    merged = review(ledger, Action.MERGE, *(list_claims(ledger, id_)[0] for id_ in told))
    compare(ledger)
    ledger.forget(merged, **WISH)
    assert compare(ledger, at_once=1) == 3
    assert sorted(len(claims) for _, claims in list_groups(ledger)) == [3, 3]


def test_an_event_is_not_forgotten_by_itself(ledger: SqlLedger, told: list[str]) -> None:
    with pytest.raises(ForgettingError, match="an event goes with the documents of its claims"):
        ledger.forget(make_id("event", list_claims(ledger, told[0])[0]), **WISH)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program cannot be doubled there")
def test_who_is_killed_while_comparing_leaves_all_as_it_was(ledger: SqlLedger, told: list[str], address: str) -> None:
    for each in make_many(6)[3:]:
        ledger.add(each.document, each)
    before = state_of(ledger)
    ledger.close()
    child = os.fork()
    if not child:
        with open_ledger(address) as opened, opened.comparing() as book:
            book.drop(list(book.kept(told[0])))
            settle_groups(book, [key for (key,) in opened.database.ask("SELECT key FROM block")])
            book.settle(book.changed(9))
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with open_ledger(address) as opened:
        assert state_of(opened) == before
        assert compare(opened) == 3
        assert opened.verify().faults == ()


def state_of(ledger: SqlLedger) -> list[Any]:
    """All that was compared."""
    tables = ("comparable", "block", "compared", "unsettled_block", "unsettled_document")
    return [sorted(map(str, ledger.database.ask(f"SELECT * FROM {table}"))) for table in tables]


def count(ledger: SqlLedger, table: str) -> int:
    return int(ledger.database.ask(f"SELECT count(*) FROM {table}")[0][0])

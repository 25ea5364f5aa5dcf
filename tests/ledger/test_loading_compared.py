"""What was compared elsewhere comes along, and counts when it is right; else the ledger compares by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.bulk_load import compare_all
from reportedly.flow.comparing import compare_new
from reportedly.ledger.changes import loaded_by
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.loading import load
from reportedly.ledger.lots import Loaded
from reportedly.ledger.opening import open_ledger
from reportedly.model.review import Action
from tests.ledger.eventful import LOCATOR, THEN, list_claims, review
from tests.ledger.loaded import RULES, BrokenError, add_all, break_off, dump, make_dispatches, tell
from tests.ledger.readings import make_document, make_reading

FORGET = {"who": "the court", "why": "order 12/34"}


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[SqlLedger]:
    """An empty ledger in a file: for what does not hang on the database."""
    with open_ledger(tmp_path / "filed.db", create=True) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqlLedger]:
    """Another empty ledger, in a file."""
    with open_ledger(tmp_path / "other.db", create=True) as opened:
        yield opened


def groups_of(made: Iterable[Loaded]) -> Iterator[tuple[object, object, str]]:
    for each in made:
        yield from each.compared or ()


def test_what_was_compared_elsewhere_need_not_be_compared(ledger: SqlLedger, other: SqlLedger) -> None:
    made = make_dispatches()
    became = load(ledger.database, made, rules=RULES, at_once=4)
    add_all(other, made)
    compare_new(other)
    assert became.is_compared and not ledger.has_changes(RULES) and ledger.compared_by() == RULES
    assert became.claims == sum(len(each.compared or ()) for each in made) > len({each for *_, each in groups_of(made)})
    assert dump(ledger) == dump(other)
    numbers = "SELECT number, claim FROM comparable ORDER BY number"
    assert ledger.database.ask(numbers) == other.database.ask(numbers)


def test_what_comes_later_is_compared_with_what_was_loaded(filed: SqlLedger, other: SqlLedger) -> None:
    made = make_dispatches()
    load(filed.database, compare_all([each.reading for each in made[:20] if each.reading]), rules=RULES, at_once=7)
    more = load(filed.database, made, rules=RULES, at_once=7)
    assert tell(more) == [7, 0, 20, 0] and not more.is_compared
    add_all(other, made)
    assert compare_new(filed) == 7 and compare_new(other)
    assert dump(filed) == dump(other)


def test_loaded_twice_is_loaded_once(filed: SqlLedger) -> None:
    made = make_dispatches()
    load(filed.database, made, rules=RULES)
    before = dump(filed)
    again = load(filed.database, iter([*made, *made]), rules=RULES, at_once=4)
    assert tell(again) == [0, 0, 2 * len(made), 0] and again.is_compared
    assert dump(filed) == before


def test_until_all_is_there_nothing_counts_as_compared(ledger: SqlLedger, other: SqlLedger) -> None:
    made = make_dispatches()
    for after in (5, 11, 23):
        with pytest.raises(BrokenError):
            load(ledger.database, break_off(made, after), rules=RULES, at_once=3)
        assert loaded_by(ledger.database) == RULES and ledger.compared_by() is None
        assert ledger.has_changes() and ledger.has_changes(RULES) and not ledger.verify().faults
    assert load(ledger.database, made, rules=RULES, at_once=3).is_compared
    add_all(other, made)
    compare_new(other)
    assert dump(ledger) == dump(other)


@pytest.mark.parametrize("what", ["compared", "added", "reviewed", "forgotten", "other readings", "other groups"])
def test_what_others_do_to_a_loading_that_broke_off_is_seen(filed: SqlLedger, other: SqlLedger, what: str) -> None:
    """Then all is compared here, as if nothing had been compared elsewhere."""
    made: Sequence[Loaded] = make_dispatches()
    with pytest.raises(BrokenError):
        load(filed.database, break_off(made, 14), rules=RULES, at_once=4)
    add_all(other, made[:12])
    for each in (filed, other):
        id_ = each.database.ask("SELECT id FROM document ORDER BY number")[3][0]
        if what == "compared":
            compare_new(each)
        elif what == "added":
            strange = make_reading(outlet="Strange Herald")
            each.add(strange.document, strange)
        elif what == "reviewed":
            review(each, Action.REJECT, list_claims(each, id_)[0])
        elif what == "forgotten":
            each.forget(id_, **FORGET)
    if what == "other readings":
        made = compare_all(
            [replace(each.reading, claims=each.reading.claims[:1], flags=()) for each in made if each.reading]
        )
    elif what == "other groups":
        made = [
            replace(each, compared=[(one, keys, one.claim) for one, keys, _ in each.compared or ()]) for each in made
        ]
    assert not load(filed.database, made, rules=RULES, at_once=4).is_compared
    add_all(other, made)
    assert filed.has_changes(RULES)
    assert compare_new(filed) > 0 and compare_new(other) > 0
    assert dump(filed) == dump(other)


def test_into_a_ledger_that_holds_something_nothing_comes_compared(filed: SqlLedger, other: SqlLedger) -> None:
    first, *made = make_dispatches()
    for each in (filed, other):
        add_all(each, [first])
        compare_new(each)
    assert not load(filed.database, made, rules=RULES, at_once=4).is_compared
    add_all(other, made)
    assert compare_new(filed) == compare_new(other)
    assert dump(filed) == dump(other)


def test_a_version_is_compared_when_it_is_asked_for(filed: SqlLedger, other: SqlLedger) -> None:
    """What it replaces was compared elsewhere with all the others, and takes its leave here."""
    readings = [each.reading for each in make_dispatches() if each.reading]
    edited = [
        replace(each, document=replace(each.document, locator=LOCATOR, outlet="Herald", captured_at=THEN + timedelta(hours=hour)))
        for each, hour in zip(readings[:3], (1, 2, 0), strict=True)
    ]  # fmt: skip
    made = compare_all([*edited[:1], *readings[3:9], *edited[1:], *readings[9:]])
    became = load(filed.database, made, rules=RULES, at_once=5)
    assert tell(became) == add_all(other, made) and became.versions == 2
    assert not became.is_compared and filed.compared_by() == RULES
    assert compare_new(filed) == 2 and compare_new(other)
    assert dump(filed) == dump(other)


def test_what_nobody_compared_is_compared_when_it_is_asked_for(filed: SqlLedger, other: SqlLedger) -> None:
    made = list(make_dispatches())
    most = compare_all([each.reading for each in made[2:] if each.reading])
    load(filed.database, [*(replace(each, compared=None) for each in made[:2]), *most], rules=RULES, at_once=5)
    add_all(other, made)
    assert compare_new(filed) == 2 and compare_new(other)
    assert dump(filed) == dump(other)


def test_documents_without_a_reading_and_readings_without_a_claim_come_in(filed: SqlLedger, other: SqlLedger) -> None:
    quiet = make_reading("It was quiet.")
    made = [
        Loaded(document=make_document("Nobody read this yet."), reading=None, compared=()),
        Loaded(document=quiet.document, reading=quiet, compared=()),
        *make_dispatches()[:0],
    ]
    assert load(filed.database, made, rules=RULES).is_compared
    add_all(other, made)
    compare_new(filed)
    compare_new(other)
    left_out = {"compared"}  # there was nothing to compare
    assert {table: rows for table, rows in dump(filed).items() if table not in left_out} == {
        table: rows for table, rows in dump(other).items() if table not in left_out
    }

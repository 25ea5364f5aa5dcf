"""Many documents at once: the ledger comes out as if they had been added one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, UnknownIdError
from reportedly.flow.comparing import compare_new
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.loading import Loading, load
from reportedly.ledger.lots import cut_lots
from reportedly.ledger.opening import open_ledger
from tests.ledger.loaded import RULES, add_all, dump, make_dispatches, plain, tell
from tests.ledger.readings import make_many, make_reading

FORGET = {"who": "the court", "why": "order 12/34"}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqlLedger]:
    """Another empty ledger, in a file."""
    with open_ledger(tmp_path / "other.db", create=True) as opened:
        yield opened


def test_a_loaded_ledger_is_the_one_that_adding_makes(ledger: SqlLedger, other: SqlLedger) -> None:
    made = [*make_dispatches()[:25], *plain(make_many(2))]
    seen: list[Loading] = []
    became = load(ledger.database, made, progress=seen.append, at_once=10)
    assert tell(became) == add_all(other, made) == [len(made), 0, 0, 0]
    assert [each.new for each in seen] == [10, 20, 27]
    assert dump(ledger) == dump(other) and not ledger.verify().faults
    assert not became.is_compared and compare_new(ledger) == compare_new(other) > 0
    assert dump(ledger) == dump(other)


def test_of_versions_and_doubles_each_comes_in_a_lot_of_its_own() -> None:
    """Three states of one page, and between them what has nothing to do with it."""
    texts = ("one", "two", "three", "four", "two", "five")
    places = ("a", "a", None, "a", None, None)
    made = plain(make_reading(text, locator=place) for text, place in zip(texts, places, strict=True))
    assert [len(lot) for lot in cut_lots(made, 9)] == [1, 2, 3]
    assert [len(lot) for lot in cut_lots(made, 2)] == [1, 2, 2, 1]
    feed = plain(make_reading(text, raw_sha256="11" * 32) for text in ("one", "two", "three"))
    assert [len(lot) for lot in cut_lots(feed, 9)] == [3]


def test_what_was_forgotten_stays_so(ledger: SqlLedger) -> None:
    made = make_dispatches()
    load(ledger.database, made[:4])
    gone = ledger.look_up(made[1].document)
    assert gone is not None
    ledger.forget(gone.id, **FORGET)
    assert tell(load(ledger.database, made[:4])) == [0, 0, 3, 1]


def test_a_claim_of_another_document_is_refused(ledger: SqlLedger) -> None:
    one, another = make_dispatches()[:2]
    with pytest.raises(UnknownIdError):
        load(ledger.database, [replace(one, compared=another.compared)], rules=RULES)
    assert ledger.seq() == 0


def test_letters_that_a_database_does_not_take_do_no_harm(ledger: SqlLedger, nowhere: str) -> None:
    made = plain(make_reading(f"It was\x00 \tquiet\\N.\n{number}", outlet="A\x00\tB\\") for number in range(3))
    load(ledger.database, made)
    with open_ledger(f"{nowhere}_other", create=True) as other:
        add_all(other, made)
        assert dump(ledger) == dump(other) and not ledger.verify().faults


def test_a_lot_that_fails_leaves_nothing(ledger: SqlLedger) -> None:
    ledger.database.ask("DROP TABLE claim_place")
    with pytest.raises(LedgerError):
        load(ledger.database, make_dispatches()[:4], rules=RULES)
    assert ledger.seq() == 0 and not ledger.database.ask("SELECT 1 FROM claim")

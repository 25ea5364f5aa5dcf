"""What becomes of a document that is added, whatever the ledger is kept in."""

from dataclasses import replace

from reportedly.ledger.ids import make_id
from reportedly.ledger.keeping import SqlLedger
from reportedly.model.held import Added, Outcome
from tests.ledger.readings import make_many, make_reading


def test_a_document_is_new_once(ledger: SqlLedger) -> None:
    reading = make_reading()
    id_ = make_id("document", reading.document.id)
    assert ledger.add(reading.document, reading) == Added(outcome=Outcome.NEW, id=id_)
    seq = ledger.seq()
    assert ledger.add(reading.document, reading) == Added(outcome=Outcome.KNOWN, id=id_)
    assert (seq, ledger.seq()) == (2, 2)


def test_the_same_words_in_two_outlets_are_two_documents(ledger: SqlLedger) -> None:
    outcomes = [ledger.add(each.document, each) for each in make_many(3)]
    assert {each.outcome for each in outcomes} == {Outcome.NEW}
    assert len({each.id for each in outcomes}) == 3


def test_what_a_publisher_changed_is_another_version(ledger: SqlLedger) -> None:
    first = make_reading(locator="telegram:front/7")
    then = make_reading("About 14 people were killed in Kyiv.", locator="telegram:front/7")
    before = ledger.add(first.document, first)
    assert ledger.add(then.document, then) == Added(
        outcome=Outcome.VERSION, id=make_id("document", then.document.id), replaces=before.id
    )
    other = replace(then.document, text="Somebody else's post.", outlet="Another")
    assert ledger.add(other).outcome is Outcome.NEW


def test_one_page_holds_many_documents(ledger: SqlLedger) -> None:
    """Two posts of one day on one saved page have the page's bytes in common, and are two documents all the same."""
    first = make_reading(locator="telegram:front/7", raw_sha256="ab" * 32)
    second = make_reading("About 14 people were killed in Kyiv.", locator="telegram:front/8", raw_sha256="ab" * 32)
    assert [ledger.add(each.document, each).outcome for each in (first, second)] == [Outcome.NEW, Outcome.NEW]


def test_the_same_bytes_at_the_same_place_are_known_however_they_are_read(ledger: SqlLedger) -> None:
    first = make_reading(locator="https://herald.example/1", raw_sha256="ab" * 32)
    again = make_reading(
        "About 14 people were killed in Kyiv.", locator="https://herald.example/1", raw_sha256="ab" * 32
    )
    before = ledger.add(first.document, first)
    assert ledger.add(again.document, again) == Added(outcome=Outcome.KNOWN, id=before.id)

"""What becomes of a document that is added, whatever the ledger is kept in."""

from dataclasses import replace

from reportedly.ledger.keeping import SqlLedger
from reportedly.model.held import Added, Outcome
from reportedly.model.ids import make_id
from tests.ledger.readings import make_document, make_many, make_reading


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


def test_documents_of_one_file_are_told_apart_by_their_words(ledger: SqlLedger) -> None:
    """Of a feed's entries of one day all but the first were taken for known, since they share its bytes."""
    about = {"outlet": "Example Herald", "raw_sha256": "ab" * 32}
    first, second = (make_document(f"{words} was said.\n", url=f"https://a.example/{words}", **about) for words in "xy")
    assert [ledger.add(each).outcome for each in (first, second)] == [Outcome.NEW, Outcome.NEW]
    assert ledger.look_up(replace(second, locator="file:///elsewhere")) is not None

"""Documents that a person marks as hard to look at, whatever the ledger is kept in."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import ReviewError
from reportedly.ledger.copying import back_up
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.model.review import Action, Review
from tests.ledger.readings import make_reading

AT = datetime(2025, 12, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def document(ledger: SqlLedger) -> str:
    """The id of the one document of a ledger."""
    reading = make_reading()
    return ledger.add(reading.document, reading).id


def say(ledger: SqlLedger, action: Action, subject: str, **more: Any) -> str:
    return ledger.review(Review(action=action, subjects=(subject,), who="A. Reader", at=AT, **more))


def marks(ledger: SqlLedger, at: int | None = None) -> list[str | None]:
    return [held.graphic for held in ledger.documents(Query(at=at)).items]


def test_a_mark_stands_until_it_is_taken_back_and_its_claims_stay_as_they_are(ledger: SqlLedger, document: str) -> None:
    before = [held.seq for held in ledger.claims(Query()).items]
    assert marks(ledger) == [None]
    mark = say(ledger, Action.GRAPHIC, document, why="shows the dead")
    assert marks(ledger) == [mark]
    withdrawn = say(ledger, Action.WITHDRAW, mark)
    assert marks(ledger) == [None]
    say(ledger, Action.WITHDRAW, withdrawn)
    assert marks(ledger) == [mark]
    assert [marks(ledger, at) for at in (2, 3, 4, 5)] == [[None], [mark], [None], [mark]]
    assert [held.seq for held in ledger.claims(Query()).items] == before
    assert ledger.verify().faults == ()


def test_its_claims_tell_it_too(ledger: SqlLedger, document: str) -> None:
    other = make_reading("Kyiv was quiet.", url="https://herald.example/quiet")
    ledger.add(other.document, other)
    say(ledger, Action.GRAPHIC, document)
    assert {held.document_id for held in ledger.each_claim(Query()) if held.is_graphic} == {document}
    assert not any(held.is_graphic for held in ledger.each_claim(Query(at=4)))


def test_of_two_marks_the_one_that_is_left_counts(ledger: SqlLedger, document: str) -> None:
    first, second = (say(ledger, Action.GRAPHIC, document) for _ in range(2))
    assert marks(ledger) == [second]
    say(ledger, Action.NOTE, document, why="Seen by two.")
    say(ledger, Action.WITHDRAW, second)
    assert marks(ledger) == [first]


def test_its_history_says_who_marked_it_and_why(ledger: SqlLedger, document: str) -> None:
    mark = say(ledger, Action.GRAPHIC, document, why="shows the dead")
    say(ledger, Action.WITHDRAW, mark)
    marked, taken_back = ledger.history(document)[-2:]
    assert marked.what == f"{document}: marked as graphic by A. Reader"
    assert marked.details == ("why: shows the dead", f"review: {mark}")
    assert taken_back.what == f"{mark}: a review was taken back by A. Reader"


def test_only_documents_are_marked(ledger: SqlLedger, document: str) -> None:
    claim = ledger.claims(Query()).items[0]
    for other in (claim.claim.id, claim.reading_id, "rp-0000000000"):
        with pytest.raises(ReviewError, match="needs a document"):
            say(ledger, Action.GRAPHIC, other)
    with pytest.raises(ReviewError):
        say(ledger, Action.GRAPHIC, document, field="kind")
    assert (marks(ledger), ledger.seq()) == ([None], 2)


def test_a_mark_is_forgotten_with_its_document_and_alone(ledger: SqlLedger, document: str) -> None:
    other = make_reading("Nothing to see.")
    kept = ledger.add(other.document, other).id
    mark, wrong = say(ledger, Action.GRAPHIC, document), say(ledger, Action.GRAPHIC, kept)
    assert ledger.forget(wrong, who="A. Person", why="slander").entries == 1
    assert dict(zip([held.id for held in ledger.documents(Query()).items], marks(ledger), strict=True)) == {
        document: mark,
        kept: None,
    }
    ledger.forget(document, who="A. Person", why="order 12/34")
    verified = ledger.verify()
    assert verified.faults == ()
    assert {gone.entry.id for gone in verified.forgotten} >= {mark, wrong, document}
    assert marks(ledger) == [None]


def test_a_mark_is_copied_with_its_ledger(ledger: SqlLedger, document: str, tmp_path: Path) -> None:
    mark = say(ledger, Action.GRAPHIC, document)
    assert marks(ledger) == [mark]
    back_up(ledger.database, str(tmp_path / "copy.db"))
    with open_ledger(tmp_path / "copy.db") as copy:
        assert marks(copy) == [mark]

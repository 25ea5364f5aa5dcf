"""`reportedly review`: what a person makes of claims and documents."""

from pathlib import Path

import pytest

from reportedly.errors import ReviewError
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from tests.cli.ledger import make_ledger, run


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A small ledger."""
    return make_ledger(tmp_path / "reportedly.db")


def find_graphic(ledger: Path) -> set[str]:
    """The ids of the documents that are marked."""
    with open_ledger(ledger) as opened:
        return {held.id for held in opened.documents(Query()).items if held.graphic}


def test_documents_are_marked_as_graphic_and_that_is_taken_back(ledger: Path) -> None:
    with open_ledger(ledger) as opened:
        one, other = [held.id for held in opened.documents(Query()).items][:2]
    marked = run("review", "graphic", one[:8], other, "--who", "A reader", "--why", "shows the dead", "--db", ledger)
    assert marked.exit_code == 0 and find_graphic(ledger) == {one, other}
    first, second = marked.stdout.split()
    assert run("review", "withdraw", first, "--who", "A reader", "--db", ledger).exit_code == 0
    assert find_graphic(ledger) == {other}
    assert "marked as graphic by A reader" in run("history", other, "--db", ledger).stdout
    assert second in run("history", other, "--db", ledger).stdout


def test_a_claim_is_not_marked_as_graphic(ledger: Path) -> None:
    with open_ledger(ledger) as opened:
        claim = opened.claims(Query()).items[0].claim.id
    with pytest.raises(ReviewError, match="needs a document"):
        run("review", "graphic", claim, "--who", "A reader", "--db", ledger)
    assert find_graphic(ledger) == set()

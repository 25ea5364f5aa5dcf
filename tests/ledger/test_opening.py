"""What an address leads to, in each kind of store: a ledger, a new one, or a refusal that leaves everything alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.migrating import MIGRATIONS, list_steps
from reportedly.ledger.opening import open_ledger
from reportedly.model.review import Action
from tests.ledger.comparer import compare, list_groups
from tests.ledger.eventful import list_claims, read_again, review
from tests.ledger.readings import make_many, make_reading

NEXT_STEP = "ALTER TABLE watched ADD COLUMN note TEXT;\nCREATE TABLE later (number BIGINT PRIMARY KEY);\n"


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder of migrations in which there is one more."""
    folder = tmp_path / "later"
    folder.mkdir()
    for dialect in ("sqlite", "postgres"):
        for number, sql in list_steps(dialect, MIGRATIONS):
            (folder / f"{number:04}.{dialect}.sql").write_text(sql, encoding="utf-8")
        (folder / f"{number + 1:04}.{dialect}.sql").write_text(NEXT_STEP, encoding="utf-8")
    return folder


def test_nothing_is_made_unasked(nowhere: str) -> None:
    with pytest.raises(LedgerError, match="is not there; `reportedly add` makes one"):
        open_ledger(nowhere)
    with pytest.raises(LedgerError, match="is not there"):
        open_ledger(nowhere)


def test_what_was_added_is_there_when_it_is_opened_again(nowhere: str) -> None:
    reading = make_reading()
    with open_ledger(nowhere, create=True) as ledger:
        ledger.add(reading.document, reading)
    with open_ledger(nowhere, create=True) as ledger:
        assert ledger.seq() == 2


def test_an_older_ledger_is_copied_before_it_is_changed(address: str, later: Path) -> None:
    reading = make_reading()
    with open_ledger(address) as ledger:
        ledger.add(reading.document, reading)
    copies: list[str] = []
    with open_ledger(address, folder=later, told=copies.append) as ledger:
        assert ledger.database.ask("SELECT note FROM watched") == ledger.database.ask("SELECT number FROM later") == []
        assert ledger.seq() == 2
    with open_ledger(address, folder=later, told=copies.append):
        assert len(copies) == 1
    (copy,) = copies
    assert "before" in copy
    with open_ledger(copy) as before:
        assert before.seq() == 2
        with pytest.raises(LedgerError):
            before.database.ask("SELECT note FROM watched")
        with pytest.raises(LedgerError, match="only added to"):
            before.database.ask("DELETE FROM entry")
        other = make_reading("Something else was said.")
        before.add(other.document, other)


def test_a_ledger_of_the_first_version_is_compared_like_any_other(nowhere: str, tmp_path: Path) -> None:
    """It had been read twice and reviewed before anything was ever compared."""
    first = tmp_path / "first"
    first.mkdir()
    for dialect in ("sqlite", "postgres"):
        (first / f"0001.{dialect}.sql").write_text(dict(list_steps(dialect))[1], encoding="utf-8")
    readings = make_many(3)
    with open_ledger(nowhere, create=True, folder=first) as ledger:
        ids = [ledger.add(each.document, each).id for each in readings]
        ledger.add_reading(read_again(readings[0]))
        review(ledger, Action.REJECT, list_claims(ledger, ids[1])[0])
    copies: list[str] = []
    with open_ledger(nowhere, told=copies.append) as ledger:
        assert len(copies) == 1
        assert ledger.has_changes() and list_groups(ledger) == []
        with ledger.comparing() as book:
            assert sorted(book.changed(9).documents) == sorted(ids)
        compare(ledger)
        assert sorted(len(claims) for _, claims in list_groups(ledger)) == [1, 3]
        assert ledger.verify().faults == ()
    with open_ledger(copies[0], folder=first) as before:
        assert before.seq() == 8


def test_a_newer_ledger_is_refused_untouched(address: str, later: Path, tmp_path: Path) -> None:
    open_ledger(address, folder=later).close()
    file = tmp_path / "ledger.db"
    before = file.read_bytes() if file.exists() else b""
    for create in (False, True):
        with pytest.raises(LedgerError, match="made by a newer reportedly"):
            open_ledger(address, create=create)
    assert (file.read_bytes() if file.exists() else b"") == before
    with open_ledger(address, folder=later) as ledger:
        assert ledger.database.ask("SELECT number FROM later") == []


def test_a_step_that_fails_leaves_the_ledger_as_it_was(address: str, later: Path) -> None:
    newest = list_steps("sqlite")[-1][0] + 1
    for file in later.glob(f"{newest:04}.*"):
        file.write_text("CREATE TABLE later (number BIGINT PRIMARY KEY);\nDROP TABLE what_is_not_there;\n")
    with pytest.raises(LedgerError, match="what_is_not_there"):
        open_ledger(address, folder=later)
    with open_ledger(address) as ledger, pytest.raises(LedgerError):
        ledger.database.ask("SELECT * FROM later")


OPEN = """
import sys
from pathlib import Path
from reportedly.ledger.opening import open_ledger
with open_ledger(sys.argv[1], create=True, folder=Path(sys.argv[2]), told=print) as ledger:
    ledger.database.ask("SELECT number FROM later")
"""


@pytest.mark.parametrize("is_there", [False, True], ids=["making", "changing"])
def test_of_many_who_open_at_once_one_makes_it(nowhere: str, later: Path, is_there: bool) -> None:
    if is_there:
        open_ledger(nowhere, create=True).close()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    children = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, nowhere, str(later)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    said = [child.communicate(timeout=60) for child in children]
    assert [errors for _, errors in said] == [""] * 4
    assert sum(bool(copy) for copy, _ in said) == int(is_there)

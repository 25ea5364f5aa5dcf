"""A backup is a ledger: whole, checked, and open at once."""

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.postgres_server import find_program
from reportedly.errors import CopyError, LedgerError
from reportedly.ledger.copying import copy_record
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.sqlite import SqliteDatabase
from tests.ledger.comparer import compare, list_groups
from tests.ledger.eventful import make_eventful
from tests.ledger.readings import make_many


def copy_file(ledger: SqlLedger, path: Path) -> None:
    assert isinstance(ledger.database, SqliteDatabase)
    ledger.database.copy_to(path)


@pytest.fixture
def filed(tmp_path: Path) -> SqlLedger:
    """A ledger in a file."""
    return open_ledger(tmp_path / "filed.db", create=True)


def test_a_copy_of_the_file_is_the_ledger(filed: SqlLedger, tmp_path: Path) -> None:
    made = make_eventful(filed)
    copy_file(filed, tmp_path / "copy.db")
    with open_ledger(tmp_path / "copy.db") as copy:
        assert copy.verify() == filed.verify()
        assert copy.history(made.document) == filed.history(made.document)
        copy.add(make_many(4)[3].document)
        assert copy.verify().found == 0
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_replaces_nothing(filed: SqlLedger, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CopyError, match="already"):
        copy_file(filed, tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    with pytest.raises(CopyError):
        copy_file(filed, tmp_path / "no" / "folder.db")


def test_a_copy_is_whole_while_others_write(filed: SqlLedger, tmp_path: Path) -> None:
    readings, done = make_many(60), threading.Event()

    def write() -> None:
        with open_ledger(filed.database.address) as other:
            for each in readings:
                other.add(each.document, each)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    copies = 0
    while not done.is_set() or not copies:
        copy_file(filed, tmp_path / f"copy{copies}.db")
        copies += 1
    writer.join()
    for number in {0, copies // 2, copies - 1}:
        with open_ledger(tmp_path / f"copy{number}.db") as copy:
            found = copy.verify()
            assert found.found == 0 and found.entries % 2 == 0


def test_a_record_moves_into_another_store_and_back(ledger: SqlLedger, nowhere: str, tmp_path: Path) -> None:
    """From either store into a file, and from there into another of the first kind: nothing is lost on the way."""
    made = make_eventful(ledger)
    compare(ledger)
    ledger.forget(made.reviews[0], who="the court", why="order 12/35")
    assert ledger.has_changes()
    with open_ledger(tmp_path / "moved.db", create=True) as moved:
        assert copy_record(ledger.database, moved.database) == ledger.seq()
        assert moved.verify() == ledger.verify()
        assert moved.history(made.claims[0]) == ledger.history(made.claims[0])
        assert moved.last_asked("https://herald.example/feed") == ('"1"', None)
        back = f"{nowhere}_back"
        with open_ledger(back, create=True) as other:
            copy_record(moved.database, other.database)
            assert other.verify() == ledger.verify()
            assert list_groups(other) == list_groups(ledger)
            assert compare(other) == compare(ledger) == 1
            assert list_groups(other) == list_groups(ledger)
            other.add(make_many(4)[3].document)
            assert other.verify().found == 0


def test_a_record_is_not_written_into_one_that_holds_something(ledger: SqlLedger, filed: SqlLedger) -> None:
    make_eventful(ledger)
    each = make_many(1)[0]
    filed.add(each.document, each)
    with pytest.raises(CopyError, match="empty"):
        copy_record(ledger.database, filed.database)
    assert filed.seq() == 2


@pytest.mark.slow
@pytest.mark.needs("initdb", "pg_ctl", "pg_dump", "pg_restore")
def test_a_dump_of_the_server_is_the_ledger(new_schema: Callable[[], str], server: str, tmp_path: Path) -> None:
    """As docs/ledger.md says it: the schema is dumped, dropped and restored; the guards and hashes hold."""
    address = new_schema()
    with open_ledger(address, create=True) as ledger:
        made = make_eventful(ledger)
        before, told = ledger.verify(), ledger.history(made.document)
    schema, dump = address.rpartition("=")[2], str(tmp_path / "ledger.dump")
    run("pg_dump", "--format=custom", f"--schema={schema}", f"--file={dump}", server)
    with open_ledger(address) as ledger:
        ledger.database.ask(f'DROP SCHEMA "{schema}" CASCADE')
    run("pg_restore", f"--dbname={server}", dump)
    with open_ledger(address) as ledger:
        assert (ledger.verify(), ledger.history(made.document)) == (before, told)
        with pytest.raises(LedgerError, match="only added to"):
            ledger.database.ask("DELETE FROM entry WHERE seq = 1")
        ledger.add(make_many(4)[3].document)
        assert ledger.verify().found == 0


def run(name: str, *arguments: str) -> None:
    subprocess.run([find_program(name) or name, *arguments], check=True, timeout=60)

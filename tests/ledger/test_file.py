"""A ledger in a file: what else may be at its path, and what a disk can do to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.migrating import MIGRATIONS, list_steps
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.sqlite import SqliteDatabase, open_file
from tests.ledger.readings import make_many, make_reading

NOBODY = 65534
"""The number of a user who owns nothing."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document."""
    reading = make_reading()
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        ledger.add(reading.document, reading)
    return tmp_path / "ledger.db"


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fill(ledger: SqlLedger) -> None:
    """Add more and more."""
    for reading in make_many(500):
        ledger.add(reading.document, reading)


def make_foreign(path: Path, pragma: str) -> None:
    """Some other program's file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA {pragma}; CREATE TABLE notes (words TEXT);")


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("pragma", ["user_version = 0", "user_version = 7", "application_id = 7", "journal_mode = WAL"])
def test_another_programs_file_is_left_alone(tmp_path: Path, pragma: str, create: bool) -> None:
    make_foreign(tmp_path / "notes.db", pragma)
    before = files(tmp_path)
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(tmp_path / "notes.db", create=create)
    assert files(tmp_path) == before


@pytest.mark.parametrize("written", [b"Not a database at all.", b"SQLite format 3\x00 is how it begins", b"x" * 5000])
def test_a_text_is_no_ledger(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "dispatch.txt"
    path.write_bytes(written)
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(path, create=True)
    assert files(tmp_path) == {"dispatch.txt": written}


def test_an_empty_file_may_become_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerError, match="is not there"):
        open_ledger(path)
    assert open_ledger(path, create=True).seq() == 0


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path, create=True)
    with pytest.raises(LedgerError, match="there is no folder"):
        open_ledger(tmp_path / "none" / "ledger.db", create=True)


def test_a_damaged_file_says_so(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(LedgerError, match="is damaged"), open_ledger(path) as ledger:
        ledger.add(make_reading("Another.").document)


def test_a_full_disk_loses_only_what_was_being_written(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.database.ask("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="the disk is full"):
            fill(ledger)
        ((pages,),) = ledger.database.ask("PRAGMA max_page_count = 1000000")
        assert pages == 1000000
        documents, readings = (
            ledger.database.ask(f"SELECT count(*) FROM {table}") for table in ("document", "reading")
        )
        assert documents == readings
        assert ledger.add(make_reading("There is room again.").document)


def test_a_writer_who_waited_too_long_says_for_whom(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.file_connection.WAIT_S", 0.3)
    with open_ledger(path) as first, open_ledger(path) as second, first.database.writing():
        with pytest.raises(LedgerError, match="is being written by another program"):
            second.add(make_reading("Another.").document)
        assert second.seq() == 2


def test_a_long_answer_is_read_while_others_write(path: Path) -> None:
    with open_ledger(path) as ledger, open_ledger(path) as other:
        for number, _ in enumerate(ledger.database.each("SELECT seq FROM entry ORDER BY seq")):
            one, two = (
                make_reading(f"The {number}. of mine.").document,
                make_reading(f"The {number}. of others.").document,
            )
            other.add(two)
            ledger.add(one)
        assert (number, ledger.seq()) == (1, 6)


ADD = """
import sys
from reportedly.ledger.opening import open_ledger
from reportedly.model.document import Document
with open_ledger(sys.argv[1]) as ledger:
    ledger.add(Document(text="From another program."))
"""


def test_to_open_a_ledger_twice_gives_up_no_lock(path: Path) -> None:
    """If it did, the other program would take itself for the last one and throw the log away under us."""
    with open_ledger(path) as first:
        first.add(make_reading("Another.").document)
        open_ledger(path).close()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
        subprocess.run([sys.executable, "-c", ADD, str(path)], env=environment, check=True)
        assert path.with_name("ledger.db-wal").exists()
        assert first.seq() == 4
    assert not path.with_name("ledger.db-wal").exists()


def test_a_log_that_grew_long_is_cut_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.file_connection.LONG_LOG_BYTES", 200_000)
    monkeypatch.setattr("reportedly.ledger.file_connection.SHORTEN_S", 0)
    log = path.with_name("ledger.db-wal")
    lengths = []
    with open_ledger(path) as ledger, open_ledger(path) as other:
        with other.database.seeing():
            assert other.seq() == 2
            for reading in make_many(10):
                ledger.add(reading.document, reading)
            lengths.append(log.stat().st_size)
        for reading in make_many(20)[10:]:
            ledger.add(reading.document, reading)
            lengths.append(log.stat().st_size)
    assert max(lengths) > 200_000 > min(lengths)


def test_a_copy_that_finds_no_room_changes_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "ledger.db.before-2.part").mkdir()
    with closing(open_file(path, create=False)) as database, pytest.raises(LedgerError, match="no copy could be made"):
        database.copy(2)
    assert not (tmp_path / "ledger.db.before-2").exists()


def test_a_copy_never_takes_the_place_of_another(path: Path) -> None:
    with closing(open_file(path, create=False)) as database:
        assert [Path(database.copy(2)).name for _ in range(2)] == ["ledger.db.before-2", "ledger.db.before-2.2"]


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """The ledger in a folder in which nobody may write."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    shutil.copy(path, folder)
    shutil.copytree(str(MIGRATIONS), folder / "migrations")
    (folder / path.name).chmod(0o444)
    folder.chmod(0o555)
    yield folder / path.name
    folder.chmod(0o755)
    shutil.rmtree(folder)


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="not run: rights are other ones on this system")


def run_as_nobody(work: Callable[[], object]) -> str:
    """What `work` comes to when somebody does it for whom rights count: root may write everywhere."""
    reading, writing = os.pipe()
    if not os.fork():
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            said = str(work())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told to the process that waits
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.wait()
    return said


@needs_fork
def test_a_ledger_is_read_where_nothing_can_be_written(read_only: Path) -> None:
    def read() -> object:
        with open_ledger(read_only, folder=read_only.parent / "migrations") as ledger:
            return ledger.seq(), list(ledger.database.each("SELECT count(*) FROM entry"))

    def write() -> None:
        with open_ledger(read_only, folder=read_only.parent / "migrations") as ledger:
            ledger.add(make_reading("More.").document)

    assert run_as_nobody(read) == "(2, [(2,)])"
    assert "can only be read here" in run_as_nobody(write)
    assert {each.name for each in read_only.parent.iterdir()} == {read_only.name, "migrations"}


@needs_fork
def test_what_was_copied_without_its_log_is_not_read_by_half(read_only: Path) -> None:
    read_only.parent.chmod(0o755)
    read_only.with_name("ledger.db-wal").write_bytes(b"the last entries")
    read_only.parent.chmod(0o555)
    said = run_as_nobody(lambda: open_ledger(read_only, folder=read_only.parent / "migrations"))
    assert "its last part lies in ledger.db-wal" in said


def test_what_opens_a_ledger_tells_which_program_made_it(path: Path) -> None:
    with closing(SqliteDatabase(path, "mode=ro")) as database:
        assert database.version() == list_steps("sqlite")[-1][0]
        assert database.ask("PRAGMA journal_mode") == [("wal",)]

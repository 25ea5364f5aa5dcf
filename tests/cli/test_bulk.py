"""`reportedly bulk`: what it says of an archive, and of what it cannot use."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.bulk.stages import Progress
from reportedly.cli.bulk_words import say_progress, say_size, say_time
from reportedly.errors import ArchiveError
from tests.cli.conftest import NEWS
from tests.cli.ledger import run

ROWS = "".join(json.dumps({"id": number, "text": NEWS, "outlet": f"Paper {number}"}) + "\n" for number in range(6))


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Six documents, and two lines that hold none."""
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{ROWS}{{broken\n{{}}\n", encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_archive_from_beginning_to_end(rows: Path, tmp_path: Path) -> None:
    """Each command says what came of it; troubles are counted by cause."""
    archive, events, ledger = tmp_path / "archive", tmp_path / "events", tmp_path / "case.db"
    read = run("bulk", "read", rows, "--out", archive, "--shard", 2, "--workers", 2)
    assert read.exit_code == 0
    assert read.stdout.startswith("6 documents of 1 inputs: 6 read (12 claims)\n1 × ")
    compared = run("bulk", "compare", archive, "--out", events, "--workers", 2)
    assert compared.exit_code == 0
    assert " events: " in compared.stdout
    told = run("bulk", "status", archive)
    assert "read     3 of 3: " in told.stdout and "on the disk " in told.stdout
    loaded = run("bulk", "load", archive, "--events", events, "--db", ledger)
    assert loaded.stdout == "6 new; 12 claims, compared already\n"
    assert run("bulk", "load", archive, "--db", ledger).stdout.startswith("0 new, 6 known already; 0 claims")
    assert run("claims", "--db", ledger).exit_code == 0
    status = json.loads(run("bulk", "status", archive, "--format", "json").stdout)
    assert sum(cause["count"] for cause in status["troubles"].values()) == 2


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_input_of_which_nothing_can_be_read_is_told(rows: Path, tmp_path: Path) -> None:
    """It does not hold up the others, and the exit code says so."""
    result = run("bulk", "read", tmp_path / "none.txt", rows, "--out", tmp_path / "archive", "--workers", 1)
    assert result.exit_code == 1
    assert f"{tmp_path / 'none.txt'}: is not there" in result.stderr
    assert "6 documents of 2 inputs" in result.stdout


@pytest.mark.parametrize(
    "words",
    [["compare", "nowhere", "--out", "events"], ["status", "nowhere"], ["load", "nowhere", "--db", "case.db"]],
    ids=lambda words: words[0],
)
def test_where_no_archive_is_nothing_is_made(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a folder nor a ledger."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArchiveError, match="nowhere holds no archive; make one with `reportedly bulk read"):
        run("bulk", *words)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["read", "-", "--out", "archive"], "standard input cannot be read by several workers"),
        (["read", "a.txt", "--out", "archive", "--address", "auto"], "say --engine ray with it"),
        (["read", "a.txt"], "Missing option '--out'"),
    ],
)
def test_a_wrong_command_line_is_told(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is made."""
    monkeypatch.chdir(tmp_path)
    result = run("bulk", *words)
    assert result.exit_code == 2 and told in result.stderr
    assert not list(tmp_path.iterdir())


def test_progress_says_how_far_how_fast_and_how_long() -> None:
    """As far as it can be told."""
    progress = Progress(stage="read", done=12_000, total=20_000, counts={"words": 60_000}, seconds=20.0, done_now=2_000)
    assert say_progress(progress) == "reading: 12,000 of 20,000 documents, 3,000 words/s, about 80 s left"
    assert [say_time(seconds) for seconds in (5, 300, 36_000)] == ["5 s", "5 min", "10.0 h"]
    assert [say_size(size) for size in (12, 12_345, 5e12)] == ["12 B", "12 kB", "5.0 TB"]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="interrupts as a terminal does")
def test_interrupted_it_goes_on_where_it_was(rows: Path, tmp_path: Path) -> None:
    """Ctrl-C ends it with 130; no worker and no half file stays, and the same command ends the work."""
    archive = tmp_path / "archive"
    command = [sys.executable, "-m", "reportedly", "bulk", "read", str(rows), "--out", str(archive), "--shard", "1"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    end = time.monotonic() + 60
    while not list(archive.glob("documents/*.parquet")) and time.monotonic() < end:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said.strip()) == (130, "")
    assert "6 read (12 claims)" in run("bulk", "read", rows, "--out", archive, "--shard", 1).stdout
    assert not list(archive.rglob("*.part"))

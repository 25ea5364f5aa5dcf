"""`reportedly` as the operating system sees it: streams, signals, exit codes."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "reportedly"]


def test_colours_stay_out_of_pipes(news: Path) -> None:
    result = run("read", news)
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout and result.stderr == b""


@pytest.mark.parametrize(("no_colour", "shown"), [("", True), ("1", False)])
def test_colours_are_for_terminals_that_want_them(news: Path, no_colour: str, shown: bool) -> None:
    output = run_in_terminal("read", news, env={"NO_COLOR": no_colour})
    assert (b"\x1b[1m" in output) is shown


def test_a_long_run_shows_on_a_terminal_where_it_is(news: Path) -> None:
    output = run_in_terminal("read", news, news, env={})
    assert b"reading 2 of 2: " in output


def test_a_reader_that_goes_away_is_no_failure_to_talk_about(news: Path) -> None:
    """As with `reportedly read … | head -1`."""
    process = subprocess.Popen([*COMMAND, "read", *[str(news)] * 3], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait(60)


def test_an_interruption_ends_without_a_traceback() -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    process.stdin.write(b"The army said so. " * 100_000)  # more than a pipe holds: once it is gone, the command reads
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.strip() == b""


def test_letters_that_a_stream_cannot_hold_do_not_stop_it(news: Path) -> None:
    result = run("read", news, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert result.returncode == 0 and result.stdout


def test_a_profile_that_is_none_is_one_line(news: Path) -> None:
    result = run("read", news, "--profile", "atlantis")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1 and b"atlantis" in result.stderr


def test_what_ends_a_run_is_one_line_that_no_terminal_obeys(tmp_path: Path) -> None:
    result = run("claims", "--db", tmp_path / "\x1b]0;x\x07none\nsuch.db")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1 and "␛]0;x␇none␊such.db" in result.stderr.decode()
    assert b"\x1b" not in result.stderr


def test_help_comes_at_once() -> None:
    """The goal is 0.2 s; the parser alone would take longer, so it must not be loaded."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:], "--help"], capture_output=True, check=True
    ).stderr
    for module in (b"spacy", b"rich", b"trafilatura", b"msgspec", b"numpy", b"jinja2"):
        assert b" " + module + b"\n" not in loaded


def test_the_version_is_printed() -> None:
    assert run("--version").stdout.startswith(b"reportedly, version ")


def run(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """What `reportedly` answers in a process of its own."""
    command: Sequence[str] = [*COMMAND, *(str(each) for each in arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **(env or {})}, timeout=100, check=False)


def run_in_terminal(*arguments: object, env: dict[str, str]) -> bytes:
    """What `reportedly` writes to a terminal that is both its output and its error stream."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *(str(each) for each in arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **env},
    )
    os.close(theirs)
    output = b""
    while True:
        try:
            output += os.read(ours, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
    os.close(ours)
    assert process.wait(60) == 0
    return output

"""`reportedly serve` as the operating system sees it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reportedly.ledger.opening import open_ledger
from tests.workbench.served import Client, until

COMMAND = [sys.executable, "-m", "reportedly", "serve", "--no-browser"]
FIRST_LINE_S = 5.0


@contextmanager
def run(*arguments: object, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, ended afterwards if it did not end by itself."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def read_address(process: subprocess.Popen[str]) -> tuple[str, Client]:
    """The first line, and a client with its token."""
    assert process.stdout
    line = process.stdout.readline().strip()
    parts = urlsplit(line)
    assert parts.port and parts.query.startswith("token="), line
    token = parts.query.removeprefix("token=")
    return line, Client(port=parts.port, headers={"Authorization": f"Bearer {token}"})


def test_the_first_line_is_the_address_and_comes_soon(tmp_path: Path) -> None:
    begun = time.monotonic()
    with run("--port", 0, cwd=tmp_path) as process:
        line, client = read_address(process)
        assert time.monotonic() - begun < FIRST_LINE_S
        assert line.startswith(f"http://127.0.0.1:{client.port}/?token=") and len(line.split("=")[1]) >= 43
        until(lambda: client.ask("GET", "/api/state").status, lambda status: status == 200)
        assert client.get("start")["ledger"] == str(tmp_path / "reportedly.db")
        assert client.get("start")["who"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to_and_what_is_stored_stays(tmp_path: Path, number: signal.Signals) -> None:
    with run("--db", "case.db", "--port", 0, cwd=tmp_path) as process:
        _, client = read_address(process)
        lines = b'{"text": "The mayor said that %d people were killed on Tuesday."}\n'
        body = b"".join(lines % number for number in range(300))
        id_ = client.ask("POST", "/api/imports?name=lines.jsonl", body).json["id"]
        until(lambda: client.get(f"imports/{id_}"), lambda job: job["new"] > 1)
        process.send_signal(number)
        out, errors = process.communicate(timeout=60)
        assert process.returncode == 130 and out == ""
        assert [line for line in errors.splitlines() if line and "Ctrl-C" not in line] == []
    with open_ledger(tmp_path / "case.db") as ledger:
        assert ledger.verify().faults == () and ledger.seq() >= 2


def test_a_port_that_one_names_is_that_port_or_an_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with run("--port", port, cwd=tmp_path) as process:
            out, errors = process.communicate(timeout=60)
            assert process.returncode == 1 and out == ""
            assert f"port {port}" in errors and "taken" in errors and "--port" in errors


def test_what_is_no_ledger_or_no_host_is_an_error_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no ledger" * 50, encoding="utf-8")
    for arguments in (("--db", "note.txt"), ("--host", "no.such.host.invalid")):
        with run(*arguments, cwd=tmp_path) as process:
            out, errors = process.communicate(timeout=60)
            assert process.returncode == 1 and out == "" and len(errors.splitlines()) == 1


def test_that_other_machines_can_reach_it_is_told(tmp_path: Path) -> None:
    with run("--host", "0.0.0.0", "--port", 0, cwd=tmp_path) as process:
        line, _ = read_address(process)
        assert line.startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        assert "other machines can reach it" in process.communicate(timeout=60)[1]

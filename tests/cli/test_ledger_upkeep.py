"""`reportedly verify`, `history`, `forget` and `backup` in words and exit codes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.errors import CopyError, ForgettingError
from reportedly.ledger.opening import open_ledger
from tests.ledger.eventful import Eventful, make_eventful, unguarded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reportedly.db"


@pytest.fixture
def made(path: Path) -> Eventful:
    with open_ledger(path, create=True) as ledger:
        return make_eventful(ledger)


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(reportedly, [str(word) for word in words], input=stdin)


def test_a_whole_ledger_says_what_to_note(path: Path, made: Eventful) -> None:
    result = run("verify", "--db", path)
    assert result.exit_code == 0
    assert "the court: order 12/34" in result.stdout
    noted = result.stdout.rpartition(" ")[2].strip()
    assert run("verify", "--db", path, "--expect", noted).exit_code == 0
    assert run("verify", "--db", path, "--expect", noted[:12]).exit_code == 0
    wrong = run("verify", "--db", path, "--expect", f"1:{'0' * 64}")
    assert wrong.exit_code == 1 and "!! entry 1 (document" in wrong.stdout
    assert run("verify", "--db", path, "--expect", "twelve").exit_code == 2


def test_what_is_wrong_is_named(path: Path, made: Eventful) -> None:
    with open_ledger(path) as ledger, unguarded(ledger):
        ledger.database.ask("UPDATE claim SET kind = 'aid' WHERE id = :id", {"id": made.claims[0]})
    result = run("verify", "--db", path)
    assert result.exit_code == 1
    assert f"!! claim {made.claims[0]} since" in result.stdout and "kind is 'aid'" in result.stdout


def test_a_history_is_told_for_any_beginning_of_an_id(path: Path, made: Eventful) -> None:
    result = run("history", made.claims[0][3:10].lower(), "--db", path)
    assert result.exit_code == 0
    assert "first read" in result.stdout and "    kind: control → combat" in result.stdout


def test_nothing_is_forgotten_before_it_is_said_twice(path: Path, made: Eventful) -> None:
    words = ("forget", made.document, "--who", "Ada", "--why", "asked to", "--db", path)
    assert run(*words, stdin="n\n").exit_code == 1
    assert run("history", made.document, "--db", path).stdout.count("forgotten") == 0
    result = run(*words, stdin="y\n")
    assert result.exit_code == 0
    assert f"still there, and may hold the same: {made.later}" in result.stderr
    assert "forgotten at the wish of Ada: asked to" in run("history", made.document, "--db", path).stdout
    assert isinstance(run(*words, "--yes").exception, ForgettingError)
    assert run("forget", "--finish", "--db", path).exit_code == 0


def test_a_forgetting_says_who_and_why(path: Path, made: Eventful) -> None:
    assert run("forget", made.document, "--db", path, "--yes").exit_code == 2
    assert run("forget", "--db", path).exit_code == 2
    assert run("forget", made.document, "--finish", "--db", path).exit_code == 2


def test_a_backup_is_a_ledger(path: Path, made: Eventful, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "copy.db", "--db", path)
    assert result.exit_code == 0
    assert result.stdout.split()[-1] == run("verify", "--db", tmp_path / "copy.db").stdout.split()[-1]
    assert isinstance(run("backup", tmp_path / "copy.db", "--db", path).exception, CopyError)

"""`reportedly doctor` says what is wrong, part by part, and what to do."""

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly.annotate import ukrainian_dictionary
from reportedly.annotate.russian import load_networks
from reportedly.annotate.ukrainian_dictionary import exact_lemma
from reportedly.cli.main import reportedly
from reportedly.ledger.opening import open_ledger
from tests.ledger.eventful import make_eventful


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def run(*words: object) -> Result:
    return CliRunner().invoke(reportedly, ["doctor", *(str(word) for word in words)])


def marked(result: Result) -> list[str]:
    """The names of what is wrong."""
    return [line[4:22].strip() for line in result.stdout.splitlines() if line.startswith("!!")]


def test_all_is_well_where_it_is(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "reportedly.db", create=True) as ledger:
        make_eventful(ledger)
    result = run("--db", tmp_path / "reportedly.db")
    assert (marked(result), result.exit_code) == ([], 0), result.stdout
    assert "entries" in result.stdout and "cities500" in result.stdout


def test_a_ledger_that_is_none_is_named_and_left(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,")
    result = run("--db", tmp_path / "letter.txt")
    assert (marked(result), result.exit_code) == (["ledger"], 1)
    assert (tmp_path / "letter.txt").read_text() == "Dear all,"


def test_a_broken_part_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The runtime of the model cannot be loaded, and the model's folder is empty."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "onnxruntime":
            raise ImportError("its library is missing")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setenv("REPORTEDLY_MODEL", str(tmp_path))
    result = run("--db", tmp_path / "none.db")
    assert marked(result) == ["model runtime", "model", "reading"]
    assert "→ pip install --force-reinstall onnxruntime" in result.stdout
    assert "ok  parser" in result.stdout and result.exit_code == 1


@pytest.mark.parametrize(("package", "language"), [("natasha", "Russian"), ("simplemma.strategies", "Ukrainian")])
def test_a_language_that_cannot_be_read_is_named_and_the_others_are_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, package: str, language: str
) -> None:
    load_networks.cache_clear()
    exact_lemma.cache_clear()
    ukrainian_dictionary._strategy.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    result = run("--db", tmp_path / "none.db")
    assert (marked(result), result.exit_code) == ([language], 1)
    assert f"→ pip install --force-reinstall {package.split('.')[0]}" in result.stdout


def test_a_record_that_was_cut_off_shows_at_first_sight(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "reportedly.db", create=True) as ledger:
        make_eventful(ledger)
        ledger.database.ask("DROP TRIGGER head_only_follows")
        ledger.database.ask("UPDATE head SET seq = 99")
    result = run("--db", tmp_path / "reportedly.db")
    assert marked(result) == ["ledger"] and "ends at entry" in result.stdout

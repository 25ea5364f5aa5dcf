"""`reportedly gazetteer` keeps a user's own places beside the packed ones."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.errors import GazetteerError, UnknownGazetteerError

COMMAND = [sys.executable, "-m", "reportedly", "gazetteer"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of one's own."""
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "gazetteers"


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    """A table of two villages, and a row that is none."""
    path = tmp_path / "villages.csv"
    path.write_text(
        "id,name,name_uk,lat,lon,population\n1,Malynivka,Малинівка,48.7374,37.7736,350\n"
        "2,Zzhorivka,Жжорівка,48.5,37.5,\n3,Nowhere,,95,37.5,\n",
        encoding="utf-8",
    )
    return path


def test_imported_places_are_listed_shown_and_removed(home: Path, villages: Path) -> None:
    done = run("import", villages, "--country", "UA", "--licence", "my survey")
    assert done.exit_code == 0 and done.stdout == ""
    assert "2 places" in done.stderr and "1 damaged" in done.stderr and "line 4: no point on Earth" in done.stderr
    assert "has not changed" in run("import", villages, "--country", "UA", "--licence", "my survey").stderr

    listed = run("list").stdout
    for fact in ("villages", "2 places", "villages.csv", "my survey", "MB"):
        assert fact in listed

    shown = run("show", "Malynivka")
    assert shown.exit_code == 0
    for fact in ("Malynivka (settlement, Ukraine)", "350 people", "48.7374, 37.7736", "own:villages-1", "[villages-"):
        assert fact in shown.stdout

    assert run("remove", "villages").exit_code == 0
    assert list(home.iterdir()) == []
    assert "nothing was imported" in run("list").stderr
    assert isinstance(run("remove", "villages").exception, UnknownGazetteerError)


def test_show_tells_other_romanisations_apart(home: Path, villages: Path) -> None:
    run("import", villages, "--country", "UA")
    shown = run("show", "Malinovka").stdout
    exact, _, others = shown.partition("another romanisation")
    assert "own:villages-1" not in exact and "own:villages-1" in others


def test_show_fails_with_a_hint_for_a_name_that_is_none(home: Path) -> None:
    shown = run("show", "Xyzzyville")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "gazetteer import" in shown.stderr


def test_a_reading_may_use_an_import_that_lies_elsewhere(home: Path, villages: Path, tmp_path: Path) -> None:
    text = "Russian forces struck a village near Malinovka, approximately 16 kilometers from Kramatorsk."
    target = tmp_path / "ukraine.sqlite"
    assert run("import", villages, "--country", "UA", "--to", target).exit_code == 0
    assert not home.exists()

    def found(*options: object) -> tuple[set[str | None], str]:
        result = CliRunner().invoke(
            reportedly, ["read", "-", "--format", "json", *map(str, options)], input=text, catch_exceptions=False
        )
        reading = json.loads(result.stdout)
        places = [place for claim in reading["claims"] for place in claim["places"]]
        return {place.get("gazetteer_id") for place in places}, reading["made_by"]["gazetteer"]

    ids, version = found("--gazetteer", target)
    assert "own:villages-1" in ids and "+villages-" in version
    assert found("--gazetteer", tmp_path)[0] == ids, "a folder of imports"
    ids, version = found()
    assert "own:villages-1" not in ids and "+" not in version
    assert "own:villages-1" in run("show", "Malynivka", "--gazetteer", target).stdout


def test_a_file_that_is_no_gazetteer_is_refused(home: Path, villages: Path) -> None:
    result = run("show", "Kyiv", "--gazetteer", villages)
    assert isinstance(result.exception, GazetteerError) and "is no gazetteer" in str(result.exception)
    result = run("show", "Kyiv", "--gazetteer", home.parent.parent)
    assert isinstance(result.exception, GazetteerError) and "without gazetteers" in str(result.exception)


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["--classes", "PQ"], "feature classes"),
        (["--country", "UKR"], "two letters"),
        (["--name", "x", "other.csv"], "one FILE"),
        (["--to", "x.sqlite", "other.csv"], "no folder"),
    ],
)
def test_wrong_options_are_told(home: Path, villages: Path, arguments: list[str], wrong: str) -> None:
    result = run("import", villages, *arguments)
    assert result.exit_code == 2 and wrong in result.stderr


def test_a_killed_import_is_listed_and_goes_on(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    rows = (f"Zzplace {number},{number / 10_000},{number / 10_000}" for number in range(100_000))
    path.write_text("name,lat,lon\n" + "\n".join(rows), encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "import", str(path)], stderr=subprocess.PIPE)
    partial = home / "big.sqlite.partial"
    while not (partial.exists() and partial.stat().st_size > 1_000_000):
        assert process.poll() is None, "it was done before it could be killed"
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert "not finished" in run("list").stdout
    done = run("import", path)
    assert "going on after line" in done.stderr and "100,000 places" in done.stderr
    assert [each.name for each in home.iterdir()] == ["big.sqlite"]


def test_an_interruption_says_how_to_go_on(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    path.write_text("name,lat,lon\n" + "".join(f"Zzplace {n},{n / 9999},1\n" for n in range(100_000)), encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "import", str(path)], stderr=subprocess.PIPE)
    while not (home / "big.sqlite.partial").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"the same command goes on" in errors and b"Traceback" not in errors


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_for_terminals(home: Path, villages: Path, terminal: bool) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "import", str(villages)], stderr=theirs if terminal else subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    os.close(theirs)
    _, piped = process.communicate(timeout=60)
    output = os.read(ours, 65536) if terminal else piped
    os.close(ours)
    assert (b"importing villages.csv: 100 %" in output) is terminal
    assert b"2 places" in output


def run(*arguments: object) -> Result:
    """What `reportedly gazetteer` answers."""
    return CliRunner().invoke(reportedly, ["gazetteer", *map(str, arguments)])

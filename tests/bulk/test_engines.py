"""The same documents one by one, through workers of this machine and through Ray: the same claims and the same events."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from reportedly.compare.rules import name_rules
from reportedly.flow.comparing import find_events
from reportedly.flow.examples import find_examples
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.present.contract import make_plain
from reportedly.present.event_contract import shape_event

ROWS = (
    {
        "id": 1,
        "text": "A missile hit the market in Kostiantynivka on 6 September, the governor said. 17 people were killed.",
    },
    {"id": 2, "text": "«Ракета попала в рынок в Константиновке», сообщили в Минобороны России.", "date": "2023-09-07"},
    {"id": 3, "text": "The Russian Defence Ministry denied that its missile had hit the market in Kostiantynivka."},
    {
        "id": 1,
        "text": "A missile hit the market in Kostiantynivka on 6 September, officials said. 16 people were killed.",
    },
    {"id": 3, "text": "The Russian Defence Ministry denied that its missile had hit the market in Kostiantynivka."},
    {"id": 4, "text": "Am Morgen wurde der Markt von einer Rakete getroffen, sagte der Gouverneur. Es gab viele Tote."},
    {"id": 5, "text": ""},
)
"""With an edited version, the same again, a language that is not read and a row without words."""


def run(*words: str | Path) -> str:
    """What a command says on stdout."""
    command = [sys.executable, "-m", "reportedly", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_table(folder: Path, name: str) -> list[dict[str, Any]]:
    """All rows of a table, in any order, but the same each time."""
    rows = [row for path in (folder / name).glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    for row in rows:
        row.pop("captured_at", None)
    return sorted(rows, key=lambda row: json.dumps(row, default=str))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example dispatches and rows of JSON Lines."""
    folder = tmp_path_factory.mktemp("inputs")
    for path in find_examples().glob("*"):
        if path.suffix in (".txt", ".html", ".md") and path.name != "README.md":
            shutil.copy(path, folder)
    rows = [{"outlet": "Harbour Post", "date": "2023-09-06", **row} for row in ROWS]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "rows.jsonl").write_text(lines + "{broken\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def one_by_one(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], dict[str, Any], Path]:
    """The ids of the claims and the events of a ledger to which all was added, and where it lies."""
    path = tmp_path_factory.mktemp("ledger") / "added.db"
    subprocess.run(
        [sys.executable, "-m", "reportedly", "add", str(inputs), "--db", str(path)], capture_output=True, check=False
    )
    return (*ask(path), path)


def ask(path: Path) -> tuple[set[str], dict[str, Any]]:
    """The claims and events of a ledger."""
    with open_ledger(path) as ledger:
        claims = {held.claim.id for held in ledger.each_claim(Query())}
        events = {event.id: make_plain(shape_event(event)) for event in find_events(ledger)}
    return claims, json.loads(json.dumps(events, default=str))


def compare(archive: Path, events: Path, engine: Sequence[str]) -> dict[str, Any]:
    """The events that `bulk compare` writes, by their ids."""
    run("bulk", "compare", archive, "--out", events, *engine)
    return {row["event_id"]: json.loads(row["event"]) for row in read_table(events, "events")}


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("engine", ["local", "ray"])
def test_every_way_leads_to_the_same(
    inputs: Path, one_by_one: tuple[set[str], dict[str, Any], Path], engine: str, tmp_path: Path
) -> None:
    """Claims, events, and the ledger that is loaded with both."""
    claims, events, _ = one_by_one
    archive, told = tmp_path / "archive", tmp_path / "events"
    chosen = ["--engine", engine, "--workers", "2"]
    said = run("bulk", "read", inputs, "--out", archive, "--shard", "4", *chosen)
    assert "1 known already, 1 not read" in said
    assert "2 × " not in said
    assert "1 × line … has no text" in said
    assert compare(archive, told, chosen) == events
    replaced = {row["claim_id"] for row in read_table(archive, "claims")} - claims
    assert replaced, "the version that was edited has claims of its own"
    run("bulk", "load", archive, "--events", told, "--db", tmp_path / "loaded.db")
    with open_ledger(tmp_path / "loaded.db") as ledger:
        assert ledger.compared_by() == name_rules()  # a version is left to be taken out of the groups
        assert not ledger.verify().faults
    assert ask(tmp_path / "loaded.db") == (claims, events)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_inputs_may_come_later(inputs: Path, one_by_one: tuple[set[str], dict[str, Any], Path], tmp_path: Path) -> None:
    """What is there is not done again, and the events are of all together."""
    _, events, _ = one_by_one
    archive = tmp_path / "archive"
    files = sorted(inputs.iterdir())
    run("bulk", "read", *files[:5], "--out", archive, "--workers", "2")
    written = {path: path.stat().st_mtime_ns for path in archive.rglob("*.parquet")}
    run("bulk", "read", *files, "--out", archive, "--workers", "2")
    assert {path: path.stat().st_mtime_ns for path in written} == written
    assert compare(archive, tmp_path / "events", ["--workers", "2"]) == events

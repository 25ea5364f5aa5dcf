"""The tagger, as shipped, on PolNeAR's development articles, against the floors of floors.toml."""

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("REPORTEDLY_EVAL", "")) / "attribution"
ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["attribution"]


@cache
def measure(where: Path) -> dict[str, float]:
    """The last number that the corpus's scorer prints before any bracket, for each of its measures, in per cent."""
    gold, predicted = CORPUS / "dev.jsonl.gz", where / "predicted.jsonl"
    command: list[str | Path] = [sys.executable, ROOT / "benchmarks" / "attribution.py", gold, "--out", predicted]
    subprocess.run(command, check=True, timeout=600)
    done = subprocess.run(
        [sys.executable, CORPUS / "score_attribution.py", gold, predicted],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    sys.stdout.write(done.stdout)
    rows = re.findall(r"^(\w+) .*?([\d.]+) +\(", done.stdout, re.MULTILINE)
    return {name: float(value) for name, value in rows}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return measure(tmp_path_factory.mktemp("attribution"))


@pytest.mark.timeout(900)
@pytest.mark.parametrize("what", FLOORS)
def test_the_tagger_keeps_its_floor(what: str, measured: dict[str, float]) -> None:
    assert measured[what] >= FLOORS[what]

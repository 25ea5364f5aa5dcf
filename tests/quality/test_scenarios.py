"""Documents compared, on sets that were compared by hand, against the floors of floors.toml."""

import os
import tomllib
from functools import cache
from pathlib import Path

import pytest

from benchmarks.scenarios import measure

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["scenarios"]


@cache
def scores() -> list[float]:
    """The score of each set."""
    folder = Path(os.environ["REPORTEDLY_EVAL"]) / "scenarios"
    return [measure(path).mean for path in sorted(folder.glob("*.json"))]


@pytest.mark.timeout(300)
def test_sets_compared_by_hand_keep_their_floors() -> None:
    found = {"mean": sum(scores()) / len(scores()), "least": min(scores())}
    print(found)
    assert all(found[name] >= floor for name, floor in FLOORS.items())

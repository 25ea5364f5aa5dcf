"""The sets of documents that were written for this project and compared by hand, against floors that only rise."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.scenarios import measure

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE.parent / "quality" / "floors.toml").read_text(encoding="utf-8"))["own_scenarios"]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("lot", FLOORS)
def test_a_lot_keeps_its_floor(lot: str) -> None:
    scores = [measure(path).mean for path in sorted((HERE / "scenarios" / lot).glob("*.json"))]
    print(lot, len(scores), sum(scores) / len(scores))
    assert sum(scores) / len(scores) >= FLOORS[lot]

"""Times as found and counted, on the development halves of TIMEX3 corpora, against the floors of floors.toml."""

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["times"]


@cache
def measure() -> dict[str, float]:
    """Value F1 of each set, in per cent."""
    command = [sys.executable, "benchmarks/times.py"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True, timeout=600)
    sys.stdout.write(done.stdout)
    return {name: float(value) for name, value in re.findall(r"^(\w+) .*?value ([\d.]+)", done.stdout, re.MULTILINE)}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("corpus", FLOORS)
def test_times_keep_their_floor(corpus: str) -> None:
    assert measure()[corpus] >= FLOORS[corpus]

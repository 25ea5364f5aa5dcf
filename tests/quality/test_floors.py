"""Quality on annotated documents, against the floors of floors.toml. The documents lie outside the project."""

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

EVAL = Path(os.environ.get("REPORTEDLY_EVAL", ""))
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
GROUPS = {
    "real": ["real-en-*.jsonl"],
    "constructed": [
        f"{name}.jsonl"
        for name in (
            "artyomovsk-telegram",
            "evening-briefing-pokrovsk",
            "goma-local",
            "kherson-wire",
            "przewodow-correction",
            "shusha-analysis",
        )
    ],
    "kramatorsk": ["kramatorsk.jsonl"],
    "russian": ["real-ru-*.jsonl", "saki-ru.jsonl", "ugledar-ru.jsonl"],
    "ukrainian": ["real-uk-*.jsonl", "kharkiv-uk.jsonl"],
}
"""The files of each group: the real English articles, the ones written for testing, the design's example, and posts."""

KINDS = [(group, what) for group, floors in FLOORS["readings"]["kinds"].items() for what in floors]


@cache
def score(group: str) -> dict[str, float]:
    """The share of each kind of check that held, and `score`, for the command as a user would call it."""
    files = sorted(path for pattern in GROUPS[group] for path in (EVAL / "readings").glob(pattern))
    assert files, f"no readings of group {group!r} under {EVAL}"
    scorer = EVAL.parent / "contract" / "score_reading.py"
    command = f"{sys.executable} -m reportedly read --format json"
    done = subprocess.run(
        [sys.executable, scorer, *files, "--command", command], capture_output=True, text=True, check=True, timeout=900
    )
    sys.stdout.write(done.stdout)
    rows = re.findall(r"^(.+?) +\d+ / +\d+ +([\d.]+)$", done.stdout, re.MULTILINE)
    return {what.strip(): float(share) for what, share in [*rows, ("score", done.stdout.split()[-1])]}


@pytest.mark.timeout(900)
@pytest.mark.parametrize("group", GROUPS)
def test_readings_keep_their_floor(group: str) -> None:
    assert score(group)["score"] >= FLOORS["readings"][group]


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("group", "what"), KINDS)
def test_readings_keep_the_floor_of_each_kind(group: str, what: str) -> None:
    assert score(group)[what] >= FLOORS["readings"]["kinds"][group][what]

"""Places as found and weighed, on the development halves of four corpora, against the floors of floors.toml."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(os.environ.get("REPORTEDLY_EVAL", "")) / "geo"
HEADLINES = CORPORA.parent / "corpora" / "viina_extract.dev.jsonl.gz"
ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["places"]


def measure(*arguments: str | Path) -> str:
    """What a benchmark prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    sys.stdout.write(done.stdout)
    return done.stdout


@cache
def score(where: Path, corpus: str, mode: str) -> Any:
    """The corpus's scorer on what the benchmark predicts: with countries, and without."""
    gold, predicted = CORPORA / "dev" / f"{corpus}.jsonl.gz", where / f"{corpus}-{mode}.jsonl"
    measure("benchmarks/places.py", gold, "--mode", mode, "--out", predicted)
    spec = importlib.util.spec_from_file_location("score_geo", CORPORA / "score_geo.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return [
        scorer.score(scorer.read(str(gold)), scorer.read(str(predicted)), mode, skip_countries=skip)
        for skip in (False, True)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("places")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("corpus", FLOORS["given"])
def test_given_names_keep_their_floor(corpus: str, folder: Path) -> None:
    whole, without_countries = score(folder, corpus, "gold")
    assert whole["resolution"]["acc161_all"] >= FLOORS["given"][corpus]
    assert without_countries["resolution"]["acc161_all"] >= FLOORS["given_no_countries"][corpus]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("corpus", FLOORS["end_to_end"])
def test_places_end_to_end_keep_their_floor(corpus: str, folder: Path) -> None:
    whole, _ = score(folder, corpus, "e2e")
    assert whole["e2e_161"]["f1"] >= FLOORS["end_to_end"][corpus]


@pytest.mark.timeout(900)
def test_relations_keep_their_floor() -> None:
    lines = measure("benchmarks/relations.py", CORPORA / "dev" / "relations_ua.jsonl.gz").splitlines()
    (right,) = (float(line.split()[1]) for line in lines if line.startswith("all "))
    assert right >= FLOORS["relations"]


def test_places_of_headlines_keep_their_floor() -> None:
    printed = measure("benchmarks/headlines.py", HEADLINES)
    found = re.search(r"^all: .*? within 25 km ([\d.]+), or in its region ([\d.]+)", printed, re.MULTILINE)
    assert found is not None
    assert float(found[1]) >= FLOORS["headlines"]["near"]
    assert float(found[2]) >= FLOORS["headlines"]["near_or_region"]


def test_spellings_keep_their_floor() -> None:
    pairs, names = CORPORA / "dev" / "name_pairs.tsv", CORPORA / "geonames" / "UA_postal.txt.gz"
    printed = measure("benchmarks/spellings.py", pairs, "--names", names)
    found = re.search(r"^all +\d+ pairs +recall@1 ([\d.]+) +@5 ([\d.]+)", printed, re.MULTILINE)
    assert found is not None
    assert float(found[1]) >= FLOORS["spellings"]["first"]
    assert float(found[2]) >= FLOORS["spellings"]["first_five"]

"""Which claims of a file say the same, by their words alone: no place, no day, no source.

    python -m benchmarks.clusters GOLD.jsonl.gz --out PRED.jsonl

GOLD has an `id` and a `text` in English a line; PRED gets the `id` and the name of a `cluster`. Two claims are as alike as
their stems, names and the fours of letters of their stems are, each weighted by how rare it is in the file, and somewhat more
if they are like the same others. Those that are more alike than THRESHOLD are in one cluster, with all that these are in one
with. Threshold and NEIGHBOURS were chosen on the development half of the VoxCheck claims, whose clusters are themes: a side
figure, which says what the words alone can do.
"""

import argparse
import gzip
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.compare.stems import list_names, list_stems

THRESHOLD = 0.14
NEIGHBOURS = 0.3
"""What being like the same others counts."""
LETTERS = 4
Matrix = npt.NDArray[np.float64]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines, packed or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def list_features(text: str) -> Iterator[str]:
    """What of a text counts: stems, names, and the fours of letters of stems."""
    for stem in list_stems(text, "en"):
        yield f"stem {stem}"
        padded = f" {stem} "
        yield from (f"four {padded[at : at + LETTERS]}" for at in range(len(padded) - LETTERS + 1))
    yield from (f"name {name}" for name in list_names(text, "en"))


def compare_texts(features: Sequence[Sequence[str]]) -> Matrix:
    """How alike any two texts are, 0 to 1: the cosine of their features, each weighted by how rare it is."""
    in_texts = Counter(feature for each in features for feature in set(each))
    number = {feature: at for at, feature in enumerate(in_texts)}
    rows = np.zeros((len(features), len(number)))
    for row, each in zip(rows, features, strict=True):
        for feature, count in Counter(each).items():
            row[number[feature]] = (1 + math.log(count)) * math.log(len(features) / in_texts[feature])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths == 0, 1, lengths)
    alike: Matrix = rows @ rows.T
    return alike


def add_neighbours(alike: Matrix) -> Matrix:
    """The same, and somewhat more for those that are like the same others; the most alike pair has 1."""
    pairs = alike.copy()
    np.fill_diagonal(pairs, 0)
    both: Matrix = pairs + NEIGHBOURS * (pairs @ pairs)
    return both / max(float(both.max()), 1e-9)


def cluster(alike: Matrix, threshold: float = THRESHOLD) -> list[int]:
    """The number of each text's cluster: whatever a chain of pairs above the threshold joins."""
    home = list(range(len(alike)))
    for one, other in np.argwhere(np.triu(alike, 1) >= threshold):
        kept, gone = home[one], home[other]
        home = [kept if each == gone else each for each in home]
    return home


def main() -> None:
    """Write the clusters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    asked = parser.parse_args()
    lines = read_lines(asked.gold)
    alike = compare_texts([list(list_features(line["text"])) for line in lines])
    homes = cluster(add_neighbours(alike), asked.threshold)
    pairs = zip(lines, homes, strict=True)
    written = [json.dumps({"id": line["id"], "cluster": f"k{home}"}) + "\n" for line, home in pairs]
    asked.out.write_text("".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()

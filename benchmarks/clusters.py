"""Which texts of a file tell the same, by their words alone: no reading, no place, no source.

    python -m benchmarks.clusters GOLD.jsonl.gz --out PRED.jsonl

GOLD has an `id` and a `text` a line, and may have the same text in other languages (`text_ru`, `text_it` …) and the day when
it was `published`; nothing else of it is used. PRED gets the `id` and the name of a `cluster`.

Two texts are as alike as their stems and names, each weighted by how rare it is in the file; the mean over the languages that
both have, somewhat more if they were published within the same weeks. Likeness is then handed on along a graph in which each
text is joined to the NEIGHBOURS likest: texts that are like the same others are one cluster though they share no word.
Clusters are put together by the mean likeness of their texts, until there are SHARE times as many clusters as texts: a share
holds for another file where a threshold does not, since what is handed on hangs on how many texts there are.

NEIGHBOURS, HANDED_ON and SHARE are what scores best (B-cubed F1) on the development half of the VoxCheck claims, whose
clusters are themes: a side figure, which says what words alone can do.
"""

import argparse
import gzip
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.compare.stems import list_names, list_stems

NEIGHBOURS = 30
HANDED_ON = 0.95
"""The part of a text's likeness that goes on to the next."""
SHARE = 0.12
"""Clusters for each text."""
SAME_WEEKS, WEEKS_DAYS = 0.5, 30
"""How much more alike two texts of one day are than two of distant days, and after how many days about a third is left."""
MAIN = "en"
"""The language of `text`."""
STEM_LETTERS = 6
"""So many letters are kept of a word in a language that has no stems here."""

Matrix = npt.NDArray[np.float64]
Line = Mapping[str, Any]


def read_lines(path: Path) -> list[Line]:
    """The objects of a file of JSON Lines, packed or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def list_features(text: str, language: str) -> list[str]:
    """What of a text counts: its stems and names."""
    known = language in ("en", "ru", "uk")
    stems = list_stems(text, language if known else None)
    names = list_names(text, language if known else None)
    return [*(stem if known else stem[:STEM_LETTERS] for stem in stems), *(f"name {name}" for name in names)]


def compare_texts(features: Sequence[Sequence[str]]) -> Matrix:
    """How alike any two texts are, 0 to 1: the cosine of their features, each weighted by how rare it is."""
    in_texts = Counter(feature for each in features for feature in set(each))
    number = {feature: at for at, feature in enumerate(each for each, count in in_texts.items() if count > 1)}
    rows = np.zeros((len(features), max(1, len(number))))
    for row, each in zip(rows, features, strict=True):
        for feature, count in Counter(each).items():
            if feature in number:
                row[number[feature]] = (1 + math.log(count)) * math.log(len(features) / in_texts[feature])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths == 0, 1, lengths)
    alike: Matrix = rows @ rows.T
    return alike


def compare_lines(lines: Sequence[Line]) -> Matrix:
    """The mean over the languages that both lines have, more if they were published within the same weeks."""
    fields = sorted({name for line in lines for name in line if name == "text" or name.startswith("text_")})
    total, both = np.zeros((len(lines), len(lines))), np.zeros((len(lines), len(lines)))
    for name in fields:
        texts = [line.get(name) or "" for line in lines]
        there = np.array([bool(text) for text in texts], dtype=float)
        total += compare_texts([list_features(text, name.partition("_")[2] or MAIN) for text in texts])
        both += np.outer(there, there)
    alike: Matrix = total / np.maximum(both, 1) * (1 + SAME_WEEKS * compare_days(lines))
    return alike


def compare_days(lines: Sequence[Line]) -> Matrix:
    """1 for two lines of one day, falling to 0 for distant ones; 0 where a day is not known."""
    days = np.array(
        [date.fromisoformat(line["published"]).toordinal() if line.get("published") else np.nan for line in lines]
    )
    near: Matrix = np.exp(-np.abs(days[:, None] - days[None, :]) / WEEKS_DAYS)
    return np.nan_to_num(near)


def hand_on(alike: Matrix, neighbours: int) -> Matrix:
    """How alike texts are when likeness goes on from each to the likest others, and from these on; a text to itself 1."""
    pairs = alike.copy()
    np.fill_diagonal(pairs, 0)
    kept = np.zeros_like(pairs)
    for row, likest in enumerate(np.argsort(-pairs, axis=1, kind="stable")[:, :neighbours]):
        kept[row, likest] = pairs[row, likest]
    kept = (kept + kept.T) / 2
    ties = kept.sum(axis=1)
    ties[ties == 0] = 1
    handed = np.linalg.inv(np.eye(len(kept)) - HANDED_ON * kept / np.sqrt(np.outer(ties, ties)))
    own = np.sqrt(np.diag(handed))
    result: Matrix = handed / np.outer(own, own)
    return result


def cluster(alike: Matrix, count: int) -> list[int]:
    """The number of each text's cluster: again and again the two that are most alike on average become one."""
    between, sizes = alike.copy(), np.ones(len(alike))
    np.fill_diagonal(between, -np.inf)
    home = list(range(len(alike)))
    for _ in range(len(alike) - count):
        kept, gone = sorted(map(int, np.unravel_index(between.argmax(), between.shape)))
        mean = (between[kept] * sizes[kept] + between[gone] * sizes[gone]) / (sizes[kept] + sizes[gone])
        between[kept], between[:, kept] = mean, mean
        between[gone], between[:, gone] = -np.inf, -np.inf
        between[kept, kept] = -np.inf
        sizes[kept] += sizes[gone]
        home = [kept if each == gone else each for each in home]
    return home


def main() -> None:
    """Write the clusters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--neighbours", type=int, default=NEIGHBOURS)
    parser.add_argument("--share", type=float, default=SHARE)
    asked = parser.parse_args()
    lines = read_lines(asked.gold)
    alike = hand_on(compare_lines(lines), asked.neighbours)
    homes = cluster(alike, max(1, round(asked.share * len(lines))))
    pairs = zip(lines, homes, strict=True)
    written = [json.dumps({"id": line["id"], "cluster": f"k{home}"}) + "\n" for line, home in pairs]
    asked.out.write_text("".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()

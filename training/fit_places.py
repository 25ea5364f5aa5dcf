"""Fits the weights by which entries of the gazetteer are chosen, on gold toponyms that lie outside the project.

    REPORTEDLY_EVAL=FOLDER python -m training.fit_places [--folds 4]

Prints the weights for `claims/ranking.py`, and first how often the first choice is right on documents that the weights
have not seen. FOLDER holds `geo/dev/*.jsonl.gz`.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.places import CORPORA, COUNTRY_KM, RIGHT_KM, gold_names, read_golds
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.entry_signs import Term
from reportedly.claims.place_terms import count_countries, gather_terms, tie_terms
from reportedly.claims.ranking import NIL_SCORE, SIGNS, WEIGHTS, Ranking
from reportedly.claims.relation_reading import read_relations
from reportedly.model.document import Document
from reportedly.reference.gazetteer import Gazetteer, PlaceKind
from reportedly.reference.outlines import distance_km
from reportedly.reference.regions import Regions

ROUNDS = 4
STEPS = 300
LEARNING_RATE = 0.05
PULL = 0.001
"""Towards the weights in use: what the corpora do not tell stays as it is."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gold:
    """A term of a document and its entries that the annotators may have meant."""

    term: Term
    right: Floats
    """One for each entry that lies where the annotators say, else 0."""
    mentions: int


@dataclass(frozen=True, slots=True)
class Page:
    """A document's terms, with and without gold."""

    corpus: str
    ranking: Ranking
    golds: Sequence[Gold | None]


def load_pages(folder: Path) -> Iterator[Page]:
    """Every document of the corpora, the gold names given."""
    gazetteer = Gazetteer.open()
    regions = Regions(gazetteer)
    for corpus in CORPORA:
        for gold in read_golds(folder / "geo" / "dev" / f"{corpus}.jsonl.gz"):
            (found,) = annotate([Document(text=gold["text"], language="en")], [Sentences()])
            names = gold_names(gold, gazetteer)
            starts = [max((s.start for s in found.sentences if s.start <= n.start), default=0) for n in names]
            relations = read_relations(gold["text"], starts, names)
            terms, numbers = gather_terms(gold["text"], names, gazetteer, {})
            ties = list(tie_terms(relations, numbers))
            ranking = Ranking(terms, ties, count_countries(terms), (), regions)
            meant = {(each["start"], each["end"]): each for each in gold["toponyms"]}
            points = [[meant[names[n].start, names[n].end] for n in term.mentions] for term in terms]
            yield Page(corpus, ranking, [_gold(term, said) for term, said in zip(terms, points, strict=True)])


def _gold(term: Term, said: Sequence[dict[str, Any]]) -> Gold | None:
    said = [each for each in said if each.get("lat") is not None]
    if not said or not term.entries:
        return None
    right = np.zeros(len(term.entries))
    for number, entry in enumerate(term.entries):
        near = 0
        for each in said:
            reach = (
                COUNTRY_KM if each.get("countryish") and entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) else RIGHT_KM
            )
            if entry.lat is not None and entry.lon is not None:
                near += distance_km(entry.lat, entry.lon, each["lat"], each["lon"]) <= reach
        right[number] = 2 * near >= len(said)
    return Gold(term, right, len(said))


def settle(pages: Sequence[Page], weights: dict[str, float]) -> None:
    """Resolve all pages by `weights`."""
    for page in pages:
        for _ in range(ROUNDS):
            if not page.ranking.settle(weights):
                break


def fit(pages: Sequence[Page], weights: dict[str, float], nil: float) -> tuple[dict[str, float], float]:
    """Weights under which the right entries are likeliest, the surroundings staying as they are."""
    rows = [
        (gold, signs) for page in pages for gold, signs in zip(page.golds, page.ranking.signs(), strict=True) if gold
    ]
    most = max(len(signs) for _, signs in rows)
    signs = np.zeros((len(rows), most, len(SIGNS)))
    shut = np.full((len(rows), most + 1), -1e9)
    right = np.zeros((len(rows), most + 1))
    for row, (gold, given) in enumerate(rows):
        signs[row, : len(given)] = given
        shut[row, : len(given)] = shut[row, most] = 0.0
        right[row, : len(given)] = gold.right
        right[row, most] = not gold.right.any()
    counts = np.sqrt([float(gold.mentions) for gold, _ in rows])
    old = np.array([*(weights[name] for name in SIGNS), nil])
    new, slope, spread = old.copy(), np.zeros_like(old), np.zeros_like(old)
    for step in range(1, STEPS + 1):
        scores = np.concatenate([signs @ new[:-1], np.full((len(rows), 1), new[-1])], axis=1) + shut
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        meant = likely * right / ((likely * right).sum(axis=1, keepdims=True) + 1e-12)
        wrong = (likely - meant) * (counts / counts.sum())[:, None]
        gradient = np.append(np.einsum("re,res->s", wrong[:, :-1], signs), wrong[:, -1].sum()) + PULL * (new - old)
        slope = 0.9 * slope + 0.1 * gradient
        spread = 0.99 * spread + 0.01 * gradient**2
        new -= LEARNING_RATE * (slope / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return dict(zip(SIGNS, new[:-1].tolist(), strict=True)), float(new[-1])


def share_right(pages: Sequence[Page]) -> dict[str, float]:
    """By corpus the share of gold toponyms with entries whose first choice is right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for page in pages:
        for gold in filter(None, page.golds):
            total[page.corpus] += gold.mentions
            right[page.corpus] += int(gold.right[int(np.argmax(gold.term.scores))]) * gold.mentions
    return {corpus: round(right[corpus] / total[corpus], 3) for corpus in total}


def learn(pages: Sequence[Page]) -> tuple[dict[str, float], float]:
    """Weights and the score of "something else", starting from those in use."""
    weights, nil = dict(WEIGHTS), NIL_SCORE
    for _ in range(ROUNDS):
        settle(pages, weights)
        weights, nil = fit(pages, weights, nil)
    return weights, nil


def main() -> None:
    """Fit on a part and try on the rest, then fit on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=4)
    folds = parser.parse_args().folds
    pages = list(load_pages(Path(os.environ["REPORTEDLY_EVAL"])))
    for fold in range(folds):
        weights, _ = learn([page for number, page in enumerate(pages) if number % folds != fold])
        unseen = [page for number, page in enumerate(pages) if number % folds == fold]
        settle(unseen, weights)
        print(f"fold {fold}, unseen:", share_right(unseen), flush=True)
    weights, nil = learn(pages)
    settle(pages, weights)
    print("all, seen:", share_right(pages))
    print(*(f'"{name}": {weight:.1f},' for name, weight in weights.items()), f"NIL_SCORE = {nil:.1f}", sep="\n")


if __name__ == "__main__":
    main()

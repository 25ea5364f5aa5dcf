"""The weights of the signals by which claims are put together, fitted on sets that were compared by hand.

    python -m training.fit_signals tests/compare/scenarios/seen/*.json

A pair of claims of different documents that share a block and that nothing forbids is an example: one happening or not, as
the set says; claims that it does not list are no happening of those listed. The sets hold few different happenings at one
place and time, which are what real archives are full of: so claims of other sets are moved to a claim's place and days, as
many as there are pairs of one happening, and are examples of two. Logistic regression with weights that are never below
nought, drawn towards those in force.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from benchmarks.scenarios import filled_ledger, load_scenario, place_members
from reportedly.compare.blocks import list_blocks
from reportedly.compare.deeds import are_alike
from reportedly.compare.signals import BIAS, SIGNALS
from reportedly.compare.traits import comparables
from reportedly.compare.vetoes import is_vetoed
from reportedly.ledger.query import Query
from reportedly.model.comparable import Comparable
from reportedly.model.held import HeldClaim

UNLISTED = 0.3
"""What a pair counts of which one claim is not listed: the set may have left it out for another reason."""
IMPOSTOR = 0.7
"""What a pair counts of which one claim was moved."""
SAME_LANGUAGE = 0.5
SEED = 6
PULL = 0.02
"""How strongly the weights are drawn towards those in force."""
STEPS = 20_000
RATE = 0.05

Example = tuple[list[float], float, float]
"""What each signal finds, 1 for one happening and 0 for two, and what the example counts."""


def read_claims(path: Path) -> tuple[dict[str, Comparable], dict[str, int]]:
    """The claims of one set as they are compared, and the event of each that it lists."""
    scenario = load_scenario(path)
    with filled_ledger(scenario) as ledger:
        held = list(ledger.each_claim(Query()))
    by_document: dict[str, list[HeldClaim]] = {}
    for each in held:
        by_document.setdefault(each.document.id, []).append(each)
    claims = {each.claim: each for some in by_document.values() for each in comparables(some)}
    event_of = {claim: number for (number, _), claim in place_members(scenario, held).items() if claim is not None}
    return claims, event_of


def make_impostors(sets: Sequence[Mapping[str, Comparable]], count: int) -> Iterator[Example]:
    """Pairs of claims of different sets, the one moved to the place and the days of the other."""
    chance = Random(SEED)
    while count:
        first, second = chance.sample(range(len(sets)), 2)
        left, right = (chance.choice(list(sets[number].values())) for number in (first, second))
        if left.deed is None or not left.spots:
            continue
        moved = replace(
            right,
            spots=left.spots,
            published=left.published,
            earliest=left.earliest if right.earliest else None,
            latest=left.latest if right.earliest else None,
            language=left.language if chance.random() < SAME_LANGUAGE else right.language,
        )
        if are_alike(left.deed, moved.deed) and not is_vetoed(left, moved):
            count -= 1
            yield find_strengths(left, moved), 0.0, IMPOSTOR


def find_strengths(left: Comparable, right: Comparable) -> list[float]:
    """What each signal finds in two claims."""
    return [finding[0] if (finding := signal.ask(left, right)) else 0.0 for signal in SIGNALS]


def make_examples(claims: Mapping[str, Comparable], event_of: Mapping[str, int]) -> Iterator[Example]:
    """The pairs that are examples."""
    blocks = {id_: set(list_blocks(claim)) for id_, claim in claims.items()}
    for (one, left), (other, right) in combinations(claims.items(), 2):
        if left.document == right.document or not blocks[one] & blocks[other] or is_vetoed(left, right):
            continue
        if one not in event_of and other not in event_of:
            continue
        listed = one in event_of and other in event_of
        yield (
            find_strengths(left, right),
            float(listed and event_of[one] == event_of[other]),
            1.0 if listed else UNLISTED,
        )


def fit(examples: Sequence[Example]) -> npt.NDArray[np.float64]:
    """A weight for each signal, and last the bias."""
    strengths = np.array([[*each[0], 1.0] for each in examples])
    same, counts = np.array([each[1] for each in examples]), np.array([each[2] for each in examples])
    in_force = np.array([*(signal.weight for signal in SIGNALS), BIAS])
    weights = in_force.copy()
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-strengths @ weights))
        slope = strengths.T @ (counts * (said - same)) / counts.sum() + PULL * (weights - in_force) / len(weights)
        weights -= RATE * slope
        weights[:-1] = weights[:-1].clip(min=0)
    return weights


def main() -> None:
    """Print the table of weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+", type=Path)
    asked = parser.parse_args()
    sets = [read_claims(path) for path in asked.paths]
    examples = [each for claims, event_of in sets for each in make_examples(claims, event_of)]
    examples += make_impostors([claims for claims, _ in sets], sum(each[1] == 1 for each in examples))
    weights = fit(examples)
    said = [sum(w * s for w, s in zip(weights, [*each[0], 1.0], strict=True)) > 0 for each in examples]
    right = sum(each[2] for each, is_one in zip(examples, said, strict=True) if is_one == bool(each[1]))
    print(f"{len(examples)} pairs, {sum(each[1] for each in examples):.0f} of them one happening")
    print(f"right with these weights: {right / sum(each[2] for each in examples):.3f}")
    for signal, weight in zip(SIGNALS, weights, strict=False):
        print(f"    Signal({signal.name}, weight={weight:.1f}),")
    print(f"BIAS = {weights[-1]:.1f}")


if __name__ == "__main__":
    main()

"""Chains within chains: cases of our own, written before anything was tuned on them, in `nested_cases.toml`."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly import Reading, read_text
from reportedly.model.claim import Chain, Claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("nested_cases.toml").read_text(encoding="utf-8"))[
    "case"
]
FLOORS = {0: 1.0, 1: 0.80, 2: 0.90, 3: 0.80}
"""Chains exactly right among all claims of this depth; 3 stands for deeper ones as well. Floors only rise."""


def nearest_claim(reading: Reading, start: int, end: int) -> Claim | None:
    """The claim that shares most with the anchor, if it shares the better part of the shorter of the two."""

    def shared(claim: Claim) -> int:
        return min(end, claim.span.end) - max(start, claim.span.start)

    best = max(reading.claims, key=lambda claim: (shared(claim), claim.span.start - claim.span.end), default=None)
    if best is None or 2 * shared(best) < min(end - start, best.span.end - best.span.start):
        return None
    return best


def _says(reading: Reading, chain: Chain, wanted: list[str]) -> bool:
    names = {source.id: source.name.casefold() for source in reading.sources}
    return len(chain) == len(wanted) and all(
        any(word.casefold() in names[link.source] for word in words.split("|"))
        for link, words in zip(chain, wanted, strict=True)
    )


def _outcomes() -> Iterator[tuple[str, int, bool, str]]:
    """Form, depth, whether the chains are exactly right, and what was read, for each claim of each case."""
    for case in CASES:
        reading = read_text(case["text"], language="en")
        for wanted in case["claims"]:
            start = case["text"].index(wanted["anchor"])
            claim = nearest_claim(reading, start, start + len(wanted["anchor"]))
            chains = claim.chains if claim else ()
            right = (
                claim is not None
                and len(chains) == len(wanted["chains"])
                and all(any(_says(reading, chain, each) for chain in chains) for each in wanted["chains"])
            )
            names = {source.id: source.name for source in reading.sources}
            read = [[names[link.source] for link in chain] for chain in chains] if claim else None
            depth = max((len(each) for each in wanted["chains"]), default=0)
            yield case["form"], min(depth, 3), right, f"{wanted['anchor']!r}: {wanted['chains']}, read {read}"


def test_chains_of_every_depth() -> None:
    """RBC reported that a serviceman had told Baza that the depot was hit."""
    outcomes = list(_outcomes())
    asked = Counter(depth for _, depth, _, _ in outcomes)
    right = Counter(depth for _, depth, good, _ in outcomes if good)
    shares = {depth: right[depth] / asked[depth] for depth in asked}
    wrong = "\n".join(f"{form} {told}" for form, _, good, told in outcomes if not good)
    for depth, floor in FLOORS.items():
        assert shares[depth] >= floor, f"depth {depth}: {right[depth]} of {asked[depth]} right\n{wrong}"


@pytest.mark.parametrize("form", sorted({case["form"] for case in CASES}))
def test_every_form_is_tried_often(form: str) -> None:
    assert sum(case["form"] == form for case in CASES) >= 10

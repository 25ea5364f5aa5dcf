"""Which claims may be of one happening, bucket by bucket: as many links as tie together what belongs together, and no more."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa

from reportedly.bulk.buckets import BucketTask, read_buckets
from reportedly.bulk.layout import Layout, Numbers, save_array
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.schemas import SCHEMAS
from reportedly.compare.signals import score
from reportedly.compare.vetoes import is_vetoed
from reportedly.ledger.rows import restore_comparable
from reportedly.model.comparable import Comparable

UNPACKED = 10_000
"""Rows that are unpacked together."""
MOST_PAIRED = 64
"""Of claims that share a key, and are no more than so many, each pair is looked at, but under one key alone."""
PAIRS_AT_ONCE = 4_000_000
"""Pairs among which it is looked for those that meet again; the same two meet under several keys."""
PAIRS = [np.triu_indices(size, 1) for size in range(MOST_PAIRED + 1)]
"""The places of both in each pair of so many."""


@dataclass(frozen=True, slots=True)
class Link:
    """Compares the claims that share a blocking key."""

    root: Path
    """Of the readings."""
    out: Path
    stage = "link"

    def makes(self, task: BucketTask) -> list[Path]:
        """As `Work` asks for."""
        return [self._path(task)]

    def _path(self, task: BucketTask) -> Path:
        return Layout(self.out).work(f"links/{task.name}.npy")

    def __call__(self, task: BucketTask) -> Manifest:
        """Compare within some buckets."""
        begun, layout = time.process_time(), Layout(self.root)
        parts = [read_buckets(path, task.first, task.last) for path in layout.tables("blocks")]
        table = pa.concat_tables(parts or [SCHEMAS["blocks"].empty_table()])
        table = leave_out(table, np.load(Layout(self.out).work("replaced.npy")))
        linker = Linker()
        for meeting in each_meeting(table):
            linker.link(meeting)
        links = linker.links()
        save_array(self._path(task), links)
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={"keys": table.num_rows, "scored": linker.scored, "links": len(links)},
            cpu_s=time.process_time() - begun,
        )


def leave_out(table: pa.Table, claims: Numbers) -> pa.Table:
    """The rows without these claims."""
    if not len(claims):
        return table
    return table.filter(pa.array(~np.isin(table["claim"].to_numpy(), claims)))


@dataclass(frozen=True, slots=True)
class Meeting:
    """The claims under one key."""

    claims: Sequence[tuple[int, Comparable]]
    """Each with its number."""
    fresh: Sequence[tuple[int, int]] | None
    """The pairs of them, by their places, that have not met under another key of the task; None if there are too many pairs."""


def each_meeting(table: pa.Table) -> Iterator[Meeting]:
    """The claims under each key that several share."""
    key = table["key"].to_numpy()
    order = np.argsort(key, kind="stable")
    _, many = np.unique(key[order], return_counts=True)
    shared = many > 1
    rows = order[np.repeat(shared, many)]  # the others meet nobody: they are not even unpacked
    met = table.select(["claim", "comparable"]).take(pa.array(rows))
    sizes = many[shared]
    fresh = each_fresh(met["claim"].to_numpy(), sizes)
    claims = each_claim(met)
    for size in sizes.tolist():
        some = list(islice(claims, size))
        yield Meeting(some, None if size > MOST_PAIRED else next(fresh))


def each_fresh(claims: Numbers, sizes: Numbers) -> Iterator[list[tuple[int, int]]]:
    """As `mark_fresh`, so many pairs at a time that memory is bounded."""
    pairs = np.where(sizes <= MOST_PAIRED, sizes * (sizes - 1) // 2, 0)
    lots = np.cumsum(pairs) // PAIRS_AT_ONCE
    ends = np.append(np.flatnonzero(np.diff(lots)) + 1, len(sizes))
    rows = np.concatenate([[0], np.cumsum(sizes)])
    for first, last in pairwise([0, *ends.tolist()]):
        yield from mark_fresh(claims[rows[first] : rows[last]], sizes[first:last])


def mark_fresh(claims: Numbers, sizes: Numbers) -> Iterator[list[tuple[int, int]]]:
    """Of each key that few share, the pairs that meet for the first time.

    Args:
        claims: numbers, key after key.
        sizes: how many share each key.
    """
    _, local = np.unique(claims, return_inverse=True)
    few = sizes <= MOST_PAIRED
    starts = (np.cumsum(sizes) - sizes)[few]
    codes = []
    for start, size in zip(starts.tolist(), sizes[few].tolist(), strict=True):
        one, other = PAIRS[size]
        left, right = local[start + one], local[start + other]
        codes.append(np.minimum(left, right) * len(claims) + np.maximum(left, right))
    is_fresh = np.zeros(sum(map(len, codes)), dtype=bool)
    if codes:
        is_fresh[np.unique(np.concatenate(codes), return_index=True)[1]] = True
    at = 0
    for size in sizes[few].tolist():
        one, other = PAIRS[size]
        chosen = np.flatnonzero(is_fresh[at : at + len(one)])
        at += len(one)
        yield list(zip(one[chosen].tolist(), other[chosen].tolist(), strict=True))


def each_claim(table: pa.Table) -> Iterator[tuple[int, Comparable]]:
    """Each claim with its number."""
    for batch in table.to_batches(UNPACKED):
        for number, words in zip(batch["claim"].to_pylist(), batch["comparable"].to_pylist(), strict=True):
            yield number, restore_comparable(words.encode("utf-8"))


class Linker:
    """Ties claims together, by their numbers. Whatever is put to one group is tied; what is tied need not be of one group."""

    def __init__(self) -> None:
        self.scored = 0
        self._tied: dict[int, int] = {}

    def link(self, meeting: Meeting) -> None:
        """Tie what belongs together of those that share a key."""
        if meeting.fresh is None:
            self._link_many(sorted(meeting.claims, key=lambda each: each[1].rank))
            return
        for one, other in meeting.fresh:
            (left, first), (right, second) = meeting.claims[one], meeting.claims[other]
            top, mine = self._find(left), self._find(right)
            if top != mine and self._belongs(*sorted((first, second), key=lambda claim: claim.rank)):
                self._tied[top] = mine

    def _link_many(self, claims: Sequence[tuple[int, Comparable]]) -> None:
        """The same of many, of whom not all pairs are looked at: those that are tied already are one."""
        knots: dict[int, list[Comparable]] = {}
        for number, claim in claims:
            mine = self._find(number)
            own = knots.pop(mine, [])
            for knot, others in list(knots.items()):
                if any(self._belongs(other, claim) for other in others):
                    self._tied[knot] = mine
                    own += knots.pop(knot)
            knots[mine] = [*own, claim]

    def links(self) -> Numbers:
        """Of shape (links, 2): the numbers of two claims that are tied."""
        pairs = [(number, self._find(number)) for number in self._tied]
        return np.array([pair for pair in pairs if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)

    def _find(self, number: int) -> int:
        """The claim that stands for all that are tied to this one."""
        top = number
        while (above := self._tied.get(top, top)) != top:
            top = above
        while number != top:
            self._tied[number], number = top, self._tied.get(number, number)
        return top

    def _belongs(self, earlier: Comparable, claim: Comparable) -> bool:
        """May a claim be put to a group since an earlier one is in it?"""
        self.scored += 1
        return is_led_to(claim, earlier) or (not is_vetoed(claim, earlier) and score(claim, earlier) > 0)


def is_led_to(claim: Comparable, earlier: Comparable) -> bool:
    """Is it put to that one for another reason than that it is like it?"""
    return claim.refers_to == earlier.claim or earlier.claim in claim.together

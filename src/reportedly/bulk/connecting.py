"""Links into components: the claims that hang together over any number of links, across all buckets."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from reportedly.bulk.layout import Numbers


def connect(links: Iterable[Numbers]) -> tuple[Numbers, Numbers]:
    """The claims that hang together with others, in order, and of each the least claim that it hangs together with.

    Needs some hundred bytes a link in memory.

    Args:
        links: arrays of shape (links, 2).
    """
    pairs = np.concatenate([*links, np.zeros((0, 2), dtype=np.int64)])
    claims, at = np.unique(pairs, return_inverse=True)
    ends = at.reshape(-1, 2)
    least = np.arange(len(claims))
    while True:
        left, right = least[ends[:, 0]], least[ends[:, 1]]
        apart = left != right
        if not apart.any():
            return claims, claims[least]
        ends, left, right = ends[apart], left[apart], right[apart]
        np.minimum.at(least, np.maximum(left, right), np.minimum(left, right))
        while (higher := least[least]).tobytes() != least.tobytes():
            least = higher


def load_pairs(path: Path) -> tuple[Numbers, Numbers]:
    """Two arrays of one file, read where they are asked, and shared by all who ask."""
    both = np.load(path, mmap_mode="r")
    return both[0], both[1]


def look_up(claims: Numbers, found: Numbers, wanted: Numbers) -> Numbers:
    """What `found` holds for each of `wanted`; -1 for those that are not among `claims`, which are in order."""
    if not len(claims):
        return np.full(len(wanted), -1, dtype=np.int64)
    at = np.minimum(np.searchsorted(claims, wanted), len(claims) - 1)
    return np.where(claims[at] == wanted, found[at], -1)

"""Which documents are the same as one before, and which a later version replaces: as if they were added one by one."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Part
from reportedly.model.document import Document

Key = np.dtype([("same", "i8"), ("raw", "i8"), ("place", "i8"), ("text", "i8"), ("captured_us", "i8")])
"""What tells documents apart, as numbers that are equal where the words are; 0 where there are none."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is not like any other document, by shard: the numbers of rows, in order."""

    known: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """The same as a document before; it is not read."""
    replaced: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Versions beside a later one; they are read, and no event rests on them."""


def key_of(document: Document) -> tuple[int, int, int, int, int]:
    """The key of a document, which says when it was captured."""
    outlet, published = document.outlet or "", str(document.published or "")
    return (
        number_words(document.id),
        number_words(document.raw_sha256, outlet, published) if document.raw_sha256 else 0,
        number_words(document.locator, outlet) if document.locator else 0,
        number_words(document.text),
        ((document.captured_at or EPOCH) - EPOCH) // timedelta(microseconds=1),
    )


def number_words(*words: str) -> int:
    """A number of 64 bits that stands for words: among a hundred million, two share one once in four thousand archives."""
    digest = hashlib.blake2b("\x00".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1


def settle(layout: Layout, shards: Sequence[Part]) -> Settled:
    """What is known or replaced among the documents of all shards, which stand in the order in which they would be added."""
    if not shards:
        return Settled()
    keys = np.concatenate([load_keys(layout.keys(shard.name)) for shard in shards])
    known, replaced = judge(keys)
    starts = list(accumulate((shard.documents for shard in shards), initial=0))
    return Settled(known=by_shard(known, shards, starts), replaced=by_shard(replaced, shards, starts))


def load_keys(path: Path) -> NDArray[np.void]:
    """The keys of a shard's documents."""
    keys: NDArray[np.void] = np.load(path)
    return keys


def by_shard(numbers: Sequence[int], shards: Sequence[Part], starts: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The rows in each shard that these numbers of documents mean."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, shard in zip(numbers, np.searchsorted(starts, numbers, side="right") - 1, strict=True):
        found[shards[shard].name].append(number - starts[shard])
    return {name: tuple(rows) for name, rows in found.items()}


def judge(keys: NDArray[np.void]) -> tuple[list[int], list[int]]:
    """The numbers of the documents that are known, and of those that are replaced, by the rules of a ledger's `add`."""
    known: list[int] = []
    replaced: list[int] = []
    ids: set[int] = set()
    alike: dict[int, list[tuple[int, int]]] = defaultdict(list)
    standing: dict[int, tuple[int, int]] = {}
    for number in list_shared(keys):
        same, raw, place, text, captured = keys[number].tolist()
        if same in ids or (raw and any((place and place == where) or text == words for where, words in alike[raw])):
            known.append(number)
            continue
        ids.add(same)
        if raw:
            alike[raw].append((place, text))
        before = standing.get(place) if place else None
        if before is not None and captured < before[1]:
            replaced.append(number)
            continue
        if before is not None:
            replaced.append(before[0])
        if place:
            standing[place] = (number, captured)
    return known, sorted(replaced)


def list_shared(keys: NDArray[np.void]) -> list[int]:
    """The numbers of the documents that share a part of their key with another, in order; of most there is nothing to judge."""
    shared = np.zeros(len(keys), dtype=bool)
    for name in ("same", "raw", "place"):
        _, at, counts = np.unique(keys[name], return_inverse=True, return_counts=True)
        shared |= (counts[at] > 1) & (keys[name] != 0)
    return [int(number) for number in np.flatnonzero(shared)]

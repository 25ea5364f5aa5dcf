"""Components into groups: claims as they are compared go to where their component is, and are grouped there as in a ledger."""

import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportedly.bulk.buckets import BucketTask, read_buckets
from reportedly.bulk.connecting import load_pairs, look_up
from reportedly.bulk.layout import BUCKETS, Layout, Numbers, save_array
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.tables import read_rows, write_rows
from reportedly.compare.memory import Memory
from reportedly.ledger.rows import restore_comparable
from reportedly.model.comparable import Comparable
from reportedly.model.ids import number_of

ALONE = -1


@dataclass(frozen=True, slots=True)
class Sort:
    """Sends claims that hang together with others to the bucket of their component."""

    root: Path
    out: Path
    stage = "sort"

    def makes(self, task: ShardTask) -> list[Path]:
        """As `Work` asks for."""
        return [self._path(task)]

    def _path(self, task: ShardTask) -> Path:
        return Layout(self.out).work(f"sorted/{task.name}.parquet")

    def __call__(self, task: ShardTask) -> Manifest:
        """Sort the claims of one shard."""
        begun, out = time.process_time(), Layout(self.out)
        claims, components = load_pairs(out.work("components.npy"))
        rows = list(read_rows(Layout(self.root).table("comparables", task.name), ["claim_id", "comparable"]))
        found = look_up(claims, components, np.array([number_of(row["claim_id"]) for row in rows], dtype=np.int64))
        sent = [
            {"bucket": component % BUCKETS, "component": component, "comparable": row["comparable"]}
            for row, component in zip(rows, found.tolist(), strict=True)
            if component != ALONE
        ]
        write_rows(self._path(task), "sorted", sorted(sent, key=lambda row: row["bucket"]))
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={"tied": len(sent)},
            cpu_s=time.process_time() - begun,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Groups the claims of each component."""

    out: Path
    stage = "group"

    def makes(self, task: BucketTask) -> list[Path]:
        """As `Work` asks for."""
        return [self._path(task)]

    def _path(self, task: BucketTask) -> Path:
        return Layout(self.out).work(f"groups/{task.name}.npy")

    def __call__(self, task: BucketTask) -> Manifest:
        """Group the claims of some buckets."""
        begun, out = time.process_time(), Layout(self.out)
        components: dict[int, list[Comparable]] = defaultdict(list)
        for path in out.tables("work/sorted"):
            table = read_buckets(path, task.first, task.last)
            for component, words in zip(table["component"].to_pylist(), table["comparable"].to_pylist(), strict=True):
                components[component].append(restore_comparable(words.encode("utf-8")))
        grouped: list[tuple[int, int]] = []
        for component in list(components):
            grouped += group(components.pop(component))
        save_array(self._path(task), np.array(grouped, dtype=np.int64).reshape(-1, 2))
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={"grouped": len(grouped)},
            cpu_s=time.process_time() - begun,
        )


def group(claims: list[Comparable]) -> list[tuple[int, int]]:
    """The claims of a component that are put together with others: the number of each, and of the claim that names its group."""
    memory = Memory()
    memory.add(claims)
    return [
        (number_of(claim.claim), number_of(name))
        for name, some in memory.groups().items()
        if len(some) > 1
        for claim in some
    ]


def bring_together(arrays: list[Numbers]) -> Numbers:
    """The groups that all tasks found, as `connecting.load_pairs` and `look_up` take them."""
    pairs = np.concatenate([*arrays, np.zeros((0, 2), dtype=np.int64)])
    return np.ascontiguousarray(pairs[np.argsort(pairs[:, 0])].T)

"""Readings into claims as they are compared, each under its blocking keys: sorted so that a bucket is read at one stroke."""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from reportedly.bulk.holding import hold_claims
from reportedly.bulk.layout import BUCKETS, Layout
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.schemas import SCHEMAS
from reportedly.bulk.shards import ShardTask, each_read
from reportedly.bulk.tables import write_rows, write_table
from reportedly.compare.blocks import list_blocks
from reportedly.compare.traits import comparables
from reportedly.ledger.rows import write
from reportedly.model.comparable import Comparable
from reportedly.model.ids import make_id, number_of

ROWS_OF_A_GROUP = 2048
"""About so many rows are read together where some buckets of a shard are wanted."""


@dataclass(frozen=True, slots=True)
class Block:
    """Puts claims under their keys."""

    root: Path
    stage = "block"

    def makes(self, task: ShardTask) -> list[Path]:
        """As `Work` asks for."""
        return [Layout(self.root).table(name, task.name) for name in ("comparables", "blocks")]

    def __call__(self, task: ShardTask) -> Manifest:
        """Sort the claims of one shard into buckets."""
        begun, layout = time.process_time(), Layout(self.root)
        made = [
            each
            for _, _, reading in each_read(self.root, task.name, task.known)
            if reading is not None
            for each in comparables(hold_claims(reading))
        ]
        written = [write(each).decode("utf-8") for each in made]
        write_rows(
            layout.table("comparables", task.name),
            "comparables",
            (
                {"document_id": make_id("document", each.document), "claim_id": each.claim, "comparable": words}
                for each, words in zip(made, written, strict=True)
            ),
        )
        blocks, groups = sort_blocks(made, written)
        write_table(layout.table("blocks", task.name), blocks, groups=groups)
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={"compared": len(made), "keys": blocks.num_rows},
            cpu_s=time.process_time() - begun,
        )


def sort_blocks(claims: list[Comparable], written: list[str]) -> tuple[pa.Table, list[int]]:
    """The rows of `blocks`, and where each row group of them begins, but for the first."""
    keys = [list_blocks(each) for each in claims]
    key = np.array([each for some in keys for each in some], dtype=np.int64)
    at = np.repeat(np.arange(len(claims)), [len(some) for some in keys])
    bucket = bucket_of(key)
    order = np.lexsort((key, bucket))
    numbers = np.array([number_of(each.claim) for each in claims], dtype=np.int64)
    at, bucket = at[order], bucket[order]
    table = pa.table(
        {
            "bucket": pa.array(bucket.astype(np.int16)),
            "key": pa.array(key[order]),
            "claim": pa.array(numbers[at]),
            "comparable": pa.array(written, type=pa.string()).take(pa.array(at)),
        },
        schema=SCHEMAS["blocks"],
    )
    many = min(BUCKETS, 1 << max(0, len(key) // ROWS_OF_A_GROUP).bit_length())
    starts = np.searchsorted(bucket, np.arange(1, many) * (BUCKETS // many))
    return table, [int(start) for start in starts]


def bucket_of(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """In which bucket each of these keys or groups is."""
    return numbers & (BUCKETS - 1)

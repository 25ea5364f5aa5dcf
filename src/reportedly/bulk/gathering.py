"""Each document to where the groups of its claims are; a claim that is alone in its group is an event already."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportedly.bulk.connecting import load_pairs, look_up
from reportedly.bulk.events import EventTables
from reportedly.bulk.grouping import ALONE
from reportedly.bulk.holding import hold_claims
from reportedly.bulk.layout import BUCKETS, Layout
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.shards import ShardTask, each_read
from reportedly.bulk.tables import Row, read_rows, write_rows
from reportedly.ledger.rows import restore_comparable, store_document, store_reading, write
from reportedly.model.document import Document
from reportedly.model.ids import number_of
from reportedly.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Gather:
    """Sends documents to the buckets of their groups."""

    root: Path
    out: Path
    stage = "gather"

    def makes(self, task: ShardTask) -> list[Path]:
        """As `Work` asks for."""
        out = Layout(self.out)
        return [out.work(f"gathered/{task.name}.parquet"), *EventTables.paths(out, f"alone-{task.name}")]

    def __call__(self, task: ShardTask) -> Manifest:
        """Gather the claims of one shard."""
        begun, layout, out = time.process_time(), Layout(self.root), Layout(self.out)
        claims, groups = load_pairs(out.work("groups.npy"))
        rows = list(read_rows(layout.table("comparables", task.name)))
        found = look_up(claims, groups, np.array([number_of(row["claim_id"]) for row in rows], dtype=np.int64))
        of_document: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row, group in zip(rows, found.tolist(), strict=True):
            of_document[row["document_id"]].append((group, row["comparable"]))
        tables, gathered = EventTables(), list[Row]()
        for number, document, reading in each_read(self.root, task.name, task.known):
            if reading is None or number in task.replaced:
                continue
            held = {each.claim.id: each for each in hold_claims(reading)}
            compared = of_document[next(iter(held.values())).document_id] if held else []
            for group, words in compared:
                if group == ALONE:
                    claim = restore_comparable(words.encode("utf-8"))
                    tables.add(claim.claim, [(claim, held[claim.claim])])
            gathered += gather(document, reading, [each for each in compared if each[0] != ALONE])
        gathered.sort(key=lambda row: row["bucket"])
        write_rows(out.work(f"gathered/{task.name}.parquet"), "gathered", gathered)
        tables.save(out, f"alone-{task.name}")
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={**tables.counts, "gathered": sum(len(row["groups"]) for row in gathered)},
            cpu_s=time.process_time() - begun,
        )


def gather(document: Document, reading: Reading, compared: list[tuple[int, str]]) -> Iterator[Row]:
    """The document for each bucket in which groups of its claims are."""
    by_bucket: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for group, words in compared:
        by_bucket[group % BUCKETS].append((group, words))
    if not by_bucket:
        return
    stored = write(store_document(document, None)).decode("utf-8"), write(store_reading(reading)).decode("utf-8")
    for bucket, some in by_bucket.items():
        yield {
            "bucket": bucket,
            "document": stored[0],
            "reading": stored[1],
            "groups": [group for group, _ in some],
            "comparables": [words for _, words in some],
        }

"""Groups into events."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.bulk.buckets import BucketTask, read_buckets
from reportedly.bulk.events import EventTables
from reportedly.bulk.holding import hold_claims, restore
from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.tables import Row
from reportedly.compare.events import Pair
from reportedly.ledger.rows import StoredDocument, read, restore_comparable
from reportedly.ledger.rows import restore_document as restore_stored
from reportedly.model.ids import spell_id


@dataclass(frozen=True, slots=True)
class Tell:
    """Makes the events of groups of several claims."""

    out: Path
    stage = "tell"

    def makes(self, task: BucketTask) -> list[Path]:
        """As `Work` asks for."""
        return EventTables.paths(Layout(self.out), task.name)

    def __call__(self, task: BucketTask) -> Manifest:
        """Tell the events of some buckets."""
        begun, out, tables = time.process_time(), Layout(self.out), EventTables()
        files = out.tables("work/gathered")
        rows = (row for path in files for row in read_buckets(path, task.first, task.last).to_pylist())
        for group, pairs in sort_groups(rows).items():
            tables.add(spell_id(group), pairs)
        tables.save(out, task.name)
        return Manifest(
            task=task.name, made_from=task.made_from, counts=tables.counts, cpu_s=time.process_time() - begun
        )


def sort_groups(rows: Iterator[Row]) -> dict[int, list[Pair]]:
    """The claims of each group, each as it is compared and as it is held."""
    groups: dict[int, list[Pair]] = defaultdict(list)
    for row in rows:
        document = restore_stored(read(row["document"].encode("utf-8"), StoredDocument))
        held = {each.claim.id: each for each in hold_claims(restore(row["reading"], document))}
        for group, words in zip(row["groups"], row["comparables"], strict=True):
            claim = restore_comparable(words.encode("utf-8"))
            groups[group].append((claim, held[claim.claim]))
    return groups

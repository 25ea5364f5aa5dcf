"""Documents into readings: one shard after the other, each document by itself."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.bulk.holding import hold_claims
from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.schemas import CLAIM_COLUMNS
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.tables import Row, read_rows, restore_document, write_rows
from reportedly.bulk.troubles import Counted
from reportedly.flow.adding import Means, try_reading
from reportedly.ledger.rows import store_reading, write
from reportedly.model.document import Document
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading
from reportedly.present.table import make_row

Outcome = tuple[Document, Reading | None, str | None]
"""A document, its reading, and why there is none."""


@dataclass(frozen=True, slots=True)
class Read:
    """Reads documents. The models are loaded with the first, once for a worker."""

    root: Path
    means: Means
    stage = "read"

    def makes(self, task: ShardTask) -> list[Path]:
        """As `Work` asks for."""
        return [Layout(self.root).table(name, task.name) for name in ("readings", "claims")]

    def __call__(self, task: ShardTask) -> Manifest:
        """Read one shard."""
        begun, counted = time.process_time(), Counted()
        counts = write_readings(Layout(self.root), task.name, self._read_shard(task, counted))
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={**counts, "documents": counts["documents"] + len(task.known), "known": len(task.known)},
            troubles=counted.causes,
            cpu_s=time.process_time() - begun,
        )

    def _read_shard(self, task: ShardTask, counted: Counted) -> Iterator[Outcome]:
        known = set(task.known)
        for number, row in enumerate(read_rows(Layout(self.root).table("documents", task.name))):
            if number in known:
                continue
            document = restore_document(row)
            reading, unread, trouble = try_reading(document, name_document(document, task.name), self.means)
            if trouble:
                counted.add(trouble)
            yield document, reading, unread


def write_readings(layout: Layout, shard: str, outcomes: Iterable[Outcome]) -> Counter[str]:
    """Write the parts of `readings` and `claims` that a shard makes; what they hold, counted."""
    counts: Counter[str] = Counter(documents=0)
    readings: list[Row] = []
    claims: list[Row] = []
    for document, reading, unread in outcomes:
        readings.append(reading_row(document, reading, unread))
        counts["documents"] += 1
        counts["unread" if reading is None else "read"] += 1
        if reading is not None:
            counts["words"] += len(document.text.split())
            counts["claims"] += len(reading.claims)
            claims += claim_rows(reading)
    write_rows(layout.table("claims", shard), "claims", claims)
    write_rows(layout.table("readings", shard), "readings", readings)
    return counts


def name_document(document: Document, shard: str) -> str:
    """What a trouble calls a document."""
    return document.url or document.title or f"{make_id('document', document.id)} in shard {shard}"


def reading_row(document: Document, reading: Reading | None, unread: str | None) -> Row:
    """The row of `readings`."""
    return {
        "document_id": make_id("document", document.id),
        "claims": len(reading.claims) if reading else None,
        "unread": unread,
        "reading": write(store_reading(reading)).decode("utf-8") if reading else None,
    }


def claim_rows(reading: Reading) -> Iterator[Row]:
    """The rows of `claims`, in the order of the reading."""
    for held in hold_claims(reading):
        row = make_row(held, None)
        yield {name: make(row) for name, make in CLAIM_COLUMNS.items()}

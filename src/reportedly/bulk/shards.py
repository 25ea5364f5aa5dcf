"""One shard of an archive: what a worker takes at a time where documents are gone through one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.bulk.holding import restore
from reportedly.bulk.layout import Layout
from reportedly.bulk.tables import read_rows, restore_document
from reportedly.model.document import Document
from reportedly.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTask:
    """One shard."""

    name: str
    made_from: str
    known: tuple[int, ...] = ()
    """The rows that are not read, since the archive has them before."""
    replaced: tuple[int, ...] = ()
    """The rows on which no event rests, since a later version stands."""


def each_read(root: Path, shard: str, known: Sequence[int]) -> Iterator[tuple[int, Document, Reading | None]]:
    """The documents of a shard that are no repetitions, each with its row and its reading; None if it was not read."""
    layout, left_out = Layout(root), set(known)
    readings = read_rows(layout.table("readings", shard))
    for number, row in enumerate(read_rows(layout.table("documents", shard))):
        if number in left_out:
            continue
        document, kept = restore_document(row), next(readings)
        yield number, document, restore(kept["reading"], document) if kept["reading"] else None

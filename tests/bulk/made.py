"""Archives for tests: an engine without workers, and folders as `bulk read` leaves them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportedly.bulk.archives import LISTED, Archive, Listed, list_blocking, name_input
from reportedly.bulk.blocking import Block
from reportedly.bulk.engines import Work
from reportedly.bulk.layout import Layout, write_whole
from reportedly.bulk.manifests import Manifest, digest, save
from reportedly.bulk.reading import Read, write_readings
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.stages import Progress, run_stage
from reportedly.bulk.taking import Take, cut_shards, write_shard
from reportedly.flow.adding import Means, stamp
from reportedly.ledger.rows import write
from reportedly.model.reading import Reading

NOW = datetime(2026, 1, 2, tzinfo=UTC)


class Here:
    """An engine that does everything itself, one task after the other."""

    def run(self, work: Work[Any], tasks: Sequence[Any]) -> Iterator[Manifest]:
        yield from map(work, tasks)

    def close(self) -> None:
        """It has nobody to send home."""


def tell_nobody(progress: Progress) -> None:
    """How far it is does not matter here."""


def keep(root: Path, readings: Sequence[Reading], shard_documents: int = 2) -> Archive:
    """An archive of one input that holds these readings, put under their keys."""
    layout = Layout(root)
    by_id = {each.document.id: each for each in readings}
    documents = [stamp(each.document, NOW) for each in readings]
    parts = [
        write_shard(layout, f"{name_input(0)}-{number:05}", shard)
        for number, shard in enumerate(cut_shards(iter(documents), shard_documents))
    ]
    write_whole(root / LISTED, lambda path: path.write_bytes(write((Listed(source="made", since=NOW),))))
    taken = Manifest(task=name_input(0), made_from="made", parts=tuple(parts))
    save(layout.manifest(Take.stage, taken.task), taken)
    archive = Archive(layout)
    known = archive.settled().known
    reads, starts = [], 0
    for part in parts:
        task = ShardTask(name=part.name, made_from=digest([part.digest]), known=tuple(known.get(part.name, ())))
        mine = documents[starts : starts + part.documents]
        starts += part.documents
        new = [each for number, each in enumerate(mine) if number not in task.known]
        outcomes = [(each, replace(by_id[each.id], document=each), None) for each in new]
        counts = write_readings(layout, part.name, outcomes)
        save(
            layout.manifest(Read.stage, part.name),
            Manifest(task=part.name, made_from=task.made_from, counts={**counts, "known": len(task.known)}),
        )
        reads.append(task)
    done = run_stage(Here(), Read(root, Means()), reads, layout, tell_nobody)
    run_stage(Here(), Block(root), list_blocking(reads, done), layout, tell_nobody)
    return archive

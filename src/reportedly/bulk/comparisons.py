"""From the readings of an archive to its events: link, connect, sort, group, gather, tell."""

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import numpy as np

from reportedly.bulk.archives import Archive
from reportedly.bulk.blocking import Block
from reportedly.bulk.buckets import BucketTask, cut_buckets
from reportedly.bulk.connecting import connect
from reportedly.bulk.engines import Engine, T, Work
from reportedly.bulk.gathering import Gather
from reportedly.bulk.grouping import Group, Sort, bring_together
from reportedly.bulk.layout import Layout, alone_in, save_array, sweep
from reportedly.bulk.linking import Link
from reportedly.bulk.manifests import Manifest, Part, digest, load, save
from reportedly.bulk.settling import Settled
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.stages import Told, run_stage
from reportedly.bulk.tables import read_rows
from reportedly.bulk.telling import Tell
from reportedly.compare.rules import name_rules
from reportedly.errors import ArchiveError
from reportedly.model.ids import number_of

KEYS_OF_A_TASK = 400_000
"""About so many keys are compared together: they are held in memory, packed."""
CLAIMS_OF_A_TASK = 20_000
MADE = ("events", "members", "work")
STAGES = (Link.stage, Sort.stage, Group.stage, Gather.stage, Tell.stage)
COMPARED, BEGUN = "compared", "begun"


def compare_archive(root: Path, out: Path, engine: Engine, told: Told) -> Manifest:
    """The events of all that is read in an archive, as Parquet; what came of it.

    Raises:
        ArchiveError: if the archive is not wholly read, or a folder cannot be used.
    """
    archive, layout = Archive.at(root), Layout(out)
    with ExitStack() as stack:
        for folder in {root.resolve(), out.resolve()}:
            stack.enter_context(alone_in(folder))
        blocks, settled = demand_blocks(archive), archive.settled()
        made_from = name_comparison(blocks, settled)
        finished = load(layout.manifest(COMPARED, COMPARED))
        if finished is not None and finished.made_from == made_from and is_there(finished, layout):
            return finished
        begin(layout, made_from)
        made = Comparison(archive, layout, blocks, settled, made_from, engine, told).run()
        save(layout.manifest(COMPARED, COMPARED), made)
        rmtree(out / "work", ignore_errors=True)
        sweep(out)
        return made


def name_comparison(blocks: list[Manifest], settled: Settled) -> str:
    """What tells whether a comparison is of the same."""
    return digest([name_rules(), *(each.made_from for each in blocks), settled])


def demand_blocks(archive: Archive) -> list[Manifest]:
    """What came of putting each shard under its keys, by the rules that are here.

    Raises:
        ArchiveError: if that is not wholly done.
    """
    shards, done = archive.shards(), archive.done(Block.stage)
    read = archive.done("read")
    fit = [
        each.name
        for each in shards
        if each.name in done and done[each.name].made_from == digest([read[each.name].made_from, name_rules()])
    ]
    if len(fit) < len(shards) or len(archive.taken()) < len(archive.listed()):
        raise ArchiveError(
            str(archive.layout.root),
            "is not wholly read, or was by another version of this program; run the same `reportedly bulk read` again: what"
            " is done is not done again",
        )
    return [done[name] for name in fit]


def is_there(finished: Manifest, layout: Layout) -> bool:
    """Is everything there that a comparison made?"""
    return all(layout.table("events", part.name).exists() for part in finished.parts)


def begin(layout: Layout, made_from: str) -> None:
    """Go on with what was begun of the same; take away what was made of something else."""
    sweep(layout.root)
    begun = load(layout.manifest(COMPARED, BEGUN))
    layout.manifest(COMPARED, COMPARED).unlink(missing_ok=True)
    if begun is None or begun.made_from != made_from:
        for folder in (*(layout.root / name for name in MADE), *(layout.root / "manifests" / name for name in STAGES)):
            rmtree(folder, ignore_errors=True)
        save(layout.manifest(COMPARED, BEGUN), Manifest(task=BEGUN, made_from=made_from))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of an archive."""

    archive: Archive
    layout: Layout
    blocks: list[Manifest]
    settled: Settled
    made_from: str
    engine: Engine
    told: Told

    def run(self) -> Manifest:
        """All stages; what came of them together."""
        root, out = self.archive.layout.root, self.layout.root
        shards = tuple(each.task for each in self.blocks)
        self._write_replaced()
        links = self._run_stage(
            Link(root, out),
            [
                BucketTask(name=name, made_from=self.made_from, first=first, last=last)
                for name, first, last in cut_buckets(sum(each.counts["keys"] for each in self.blocks), KEYS_OF_A_TASK)
            ],
        )
        self._connect([each.task for each in links])
        tied = self._run_stage(Sort(root, out), [ShardTask(name=shard, made_from=self.made_from) for shard in shards])
        grouped = self._run_stage(
            Group(out),
            [
                BucketTask(name=name, made_from=self.made_from, first=first, last=last)
                for name, first, last in cut_buckets(sum(each.counts["tied"] for each in tied), CLAIMS_OF_A_TASK)
            ],
        )
        groups = [np.load(self.layout.work(f"groups/{each.task}.npy")) for each in grouped]
        save_array(self.layout.work("groups.npy"), bring_together(groups))
        gathered = self._run_stage(
            Gather(root, out),
            [
                ShardTask(
                    name=shard,
                    made_from=self.made_from,
                    known=tuple(self.settled.known.get(shard, ())),
                    replaced=tuple(self.settled.replaced.get(shard, ())),
                )
                for shard in shards
            ],
        )
        together = sum(each.counts["gathered"] for each in gathered)
        told = self._run_stage(
            Tell(out),
            [
                BucketTask(name=f"together-{name}", made_from=self.made_from, first=first, last=last)
                for name, first, last in cut_buckets(together, CLAIMS_OF_A_TASK)
            ],
        )
        counts: Counter[str] = Counter()
        done = [*links, *tied, *grouped, *gathered, *told]
        for each in done:
            counts.update(each.counts)
        return Manifest(
            task=COMPARED,
            made_from=self.made_from,
            counts=counts,
            parts=tuple(Part(name=path.stem, digest="", documents=0) for path in self.layout.tables("events")),
            cpu_s=sum(each.cpu_s for each in done),
        )

    def _run_stage(self, work: Work[T], tasks: list[T]) -> list[Manifest]:
        staged = run_stage(self.engine, work, tasks, self.layout, self.told)
        if staged.lost:
            first = staged.lost[0]
            raise ArchiveError(
                str(self.layout.root),
                f"is not finished: of {len(staged.lost)} tasks of {work.stage!r} nothing came ({first.task}: {first.why});"
                " run the command again with fewer workers",
            )
        return staged.manifests

    def _write_replaced(self) -> None:
        """The claims of replaced documents: they stand no longer."""
        claims: list[int] = []
        for shard, numbers in self.settled.replaced.items():
            rows = list(read_rows(self.archive.layout.table("documents", shard), ["document_id"]))
            gone = {rows[number]["document_id"] for number in numbers}
            kept = read_rows(self.archive.layout.table("comparables", shard), ["document_id", "claim_id"])
            claims += [number_of(row["claim_id"]) for row in kept if row["document_id"] in gone]
        save_array(self.layout.work("replaced.npy"), np.array(sorted(claims), dtype=np.int64))

    def _connect(self, links: list[str]) -> None:
        """Bring the links of all buckets together."""
        arrays = (np.load(self.layout.work(f"links/{name}.npy")) for name in links)
        save_array(self.layout.work("components.npy"), np.stack(connect(arrays)))

"""What `reportedly bulk compare` costs as an archive grows: by stage, with the time that each takes beside the smallest.

    python -m benchmarks.bulk_comparing --claims 100000 1000000 --workers 2
    python -m benchmarks.bulk_comparing --claims 100000 1000000 --workers 2 --folder made/    # keeps what it makes

The dispatches are made up (`made_dispatches`, which `comparing` has too): real places, stories that several tell in their own
words or copy, some that deny them, in three languages. An archive of ten times the claims covers ten times as many days, with
as much told of each. That is how an archive grows that goes on: a larger one has more days, or more wars, and hardly more
reports of one day in one town. What does not grow like that is in it too: one dispatch in two hundred says not when it
was published, and the wording of a month comes back in the next.

Archives are left as `bulk read` leaves them, with the stage that puts claims under their keys done by the real engine. Then each
is compared, in a process of its own; the smallest first. Wall seconds are the driver's. CPU seconds are those of the driver
at the stage, and those that the tasks count of themselves: starting a worker is in neither. Goal: ten times the claims take
at most 11 times as long, in all and in each stage. Memory is read in /proc, so this is for Linux.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import chain, pairwise
from pathlib import Path

from benchmarks.bulk_reading import ROOT, Watch
from benchmarks.made_dispatches import Archive as Dispatches
from reportedly.bulk.archives import LISTED, SHARD_DOCUMENTS, Archive, Listed, list_blocking, name_input
from reportedly.bulk.blocking import Block
from reportedly.bulk.choosing import ENGINES
from reportedly.bulk.comparisons import STAGES, compare_archive
from reportedly.bulk.layout import Layout, write_whole
from reportedly.bulk.manifests import Manifest, Part, load, save
from reportedly.bulk.reading import Read, write_readings
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.stages import Progress, Staged, run_stage
from reportedly.bulk.status import list_manifests, measure
from reportedly.bulk.taking import Take, write_shard
from reportedly.flow.adding import stamp
from reportedly.ledger.rows import write
from reportedly.model.reading import Reading

HEARD = datetime(2026, 1, 2, tzinfo=UTC)
MADE = "made up"
BEFORE, BETWEEN, AFTER = "settle", "connect", "finish"
PARTS = (BEFORE, STAGES[0], BETWEEN, *STAGES[1:], AFTER)
"""What is timed: the stages, and what the driver does by itself before, between and after."""
SLACK = 1.1
"""Goal: so many times the claims may take at most this much longer than so many times as long."""
TOLD_FROM_S = 1.0
"""What takes less is not judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one comparison took, as its process tells."""

    wall_s: Mapping[str, float]
    """By part, in order."""
    driver_s: Mapping[str, float]
    """CPU of the driver, by part."""
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One archive and its comparison."""

    claims: int
    documents: int
    comparison: Comparison
    workers_s: Mapping[str, float]
    """CPU of the tasks, by stage."""
    longest_s: Mapping[str, float]
    """CPU of the task that took the most, by stage: no number of workers makes a stage shorter."""
    counts: Mapping[str, int]
    """What the stages counted."""
    driver_mb: float
    worker_mb: float
    all_mb: float
    bytes_of: Mapping[str, int]


def make_archive(root: Path, claims: int) -> None:
    """Leave dispatches with at least so many claims in a folder, as taken in and read; nothing, if they are there."""
    layout = Layout(root)
    if load(layout.manifest(Take.stage, name_input(0))):
        return
    begun, parts = time.monotonic(), list[Part]()
    for number, shard in enumerate(cut_dispatches(claims)):
        parts.append(keep_shard(layout, f"{name_input(0)}-{number:05}", shard))
    write_whole(root / LISTED, lambda path: path.write_bytes(write((Listed(source=MADE, since=HEARD),))))
    documents = sum(part.documents for part in parts)
    save(
        layout.manifest(Take.stage, name_input(0)),
        Manifest(task=name_input(0), made_from=MADE, counts={"documents": documents}, parts=tuple(parts)),
    )
    print(f"made {documents:,} documents in {time.monotonic() - begun:.0f} s", flush=True)


def cut_dispatches(claims: int) -> Iterator[list[Reading]]:
    """Readings with at least so many claims together, some at a time."""
    dispatches, made = Dispatches(), 0
    while made < claims:
        shard: list[Reading] = []
        while len(shard) < SHARD_DOCUMENTS and made < claims:
            shard += dispatches.make(1)
            made += len(shard[-1].claims)
        yield shard


def keep_shard(layout: Layout, name: str, readings: Sequence[Reading]) -> Part:
    """Keep a shard of documents and their readings."""
    documents = [stamp(each.document, HEARD) for each in readings]
    part = write_shard(layout, name, documents)
    outcomes = ((at, replace(each, document=at), None) for at, each in zip(documents, readings, strict=True))
    counts = write_readings(layout, name, outcomes)
    save(layout.manifest(Read.stage, name), Manifest(task=name, made_from=part.digest, counts=counts))
    return part


def block_archive(root: Path, engine: str, workers: int) -> Staged:
    """Put the claims of an archive under their keys, as far as they are not."""
    archive, staged = Archive.at(root), Staged(manifests=list_manifests(Layout(root), Read.stage))
    known = archive.settled().known
    tasks = [
        ShardTask(name=each.task, made_from=each.made_from, known=tuple(known.get(each.task, ())))
        for each in staged.manifests
    ]
    work = ENGINES[engine](workers)
    begun = time.monotonic()
    try:
        blocked = run_stage(work, Block(root), list_blocking(tasks, staged), archive.layout, lambda _: None)
    finally:
        work.close()
    print(f"put under keys in {time.monotonic() - begun:.0f} s", flush=True)
    return blocked


def compare_here(root: Path, out: Path, engine: str, workers: int) -> Comparison:
    """Compare an archive in this process."""
    marks: list[tuple[str, float, float]] = []

    def mark(part: str) -> None:
        """Note that a part begins."""
        if not marks or marks[-1][0] != part:
            marks.append((part, time.monotonic(), time.process_time()))

    def follow(progress: Progress) -> None:
        """Note when a stage begins, and when it has ended."""
        mark(progress.stage)
        if progress.done == progress.total:
            mark(BETWEEN if progress.stage == STAGES[0] else AFTER)

    work = ENGINES[engine](workers)
    try:
        mark(BEFORE)
        made = compare_archive(root, out, work, follow)
        mark("")
    finally:
        work.close()
    walls, cpus = dict.fromkeys(PARTS, 0.0), dict.fromkeys(PARTS, 0.0)
    for (part, wall, cpu), (_, next_wall, next_cpu) in pairwise(marks):
        walls[part] += next_wall - wall
        cpus[part] += next_cpu - cpu
    return Comparison(wall_s=walls, driver_s=cpus, events=made.counts["events"])


def measure_comparison(root: Path, out: Path, engine: str, workers: int) -> Measured:
    """Compare an archive in a process of its own."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "benchmarks.bulk_comparing", "--engine", engine, "--workers", f"{workers}"]
    command += ["--compare", str(root), str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as driver, Watch(driver.pid).looking() as watch:
        said, _ = driver.communicate()
    if driver.returncode:
        sys.exit(f"{' '.join(command)} ended with {driver.returncode}")
    layout = Layout(out)
    archive, read = Layout(root), list_manifests(Layout(root), Read.stage)
    done = {stage: list_manifests(layout, stage) for stage in STAGES}
    counts: Counter[str] = Counter()
    for each in chain.from_iterable(done.values()):
        counts.update(each.counts)
    return Measured(
        claims=sum(each.counts["claims"] for each in read),
        documents=sum(each.counts["documents"] for each in read),
        comparison=Comparison(**json.loads(said)),
        workers_s={stage: sum(each.cpu_s for each in some) for stage, some in done.items()},
        longest_s={stage: max(each.cpu_s for each in some) for stage, some in done.items()},
        counts=counts,
        driver_mb=watch.driver_mb,
        worker_mb=watch.worker_mb,
        all_mb=watch.all_mb,
        bytes_of={**measure(archive), **measure(layout)},
    )


def say_measured(measured: Measured, smallest: Measured) -> Iterator[str]:
    """The table of one comparison."""
    took, least = measured.comparison, smallest.comparison
    times = measured.claims / smallest.claims
    yield f"{measured.claims:,} claims of {measured.documents:,} documents: {took.events:,} events"
    yield f"  {'part':8} | wall s | CPU s: driver | workers | longest task | wall beside the smallest"
    for part in PARTS:
        yield (
            f"  {part:8} | {took.wall_s[part]:6.1f} | {took.driver_s[part]:13.1f} | {measured.workers_s.get(part, 0):7.1f}"
            f" | {measured.longest_s.get(part, 0):12.1f} | " + say_growth(took.wall_s[part], least.wall_s[part], times)
        )
    whole, whole_least = sum(took.wall_s.values()), sum(least.wall_s.values())
    driver, workers = sum(took.driver_s.values()), sum(measured.workers_s.values())
    yield f"  {'all':8} | {whole:6.1f} | {driver:13.1f} | {workers:7.1f} | {'':12} | {say_growth(whole, whole_least, times)}"
    cpu, cpu_least = driver + workers, sum(least.driver_s.values()) + sum(smallest.workers_s.values())
    yield f"  CPU beside the smallest: {say_growth(cpu, cpu_least, times)}"
    a_claim = {name: measured.counts[name] / measured.claims for name in ("keys", "scored", "links", "gathered")}
    yield "  of a claim: " + ", ".join(f"{number:.1f} {name}" for name, number in a_claim.items())
    yield (
        f"  most memory: driver {measured.driver_mb:,.0f} MB, a worker {measured.worker_mb:,.0f} MB,"
        f" all together {measured.all_mb:,.0f} MB"
    )
    sizes = ", ".join(f"{name} {size / 1e6:,.1f} MB" for name, size in measured.bytes_of.items())
    yield f"  on the disk: {sizes}"


def say_growth(seconds: float, least: float, times: float) -> str:
    """How much longer something took, beside how much more there was."""
    if times == 1:
        return "1"
    grown = seconds / max(least, 1e-9)
    is_missed = grown > SLACK * times and seconds >= TOLD_FROM_S
    return f"{grown:.1f} times for {times:.1f} times the claims" + (": too much" if is_missed else "")


def main() -> None:
    """Print a table for each archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--engine", choices=list(ENGINES), default="local")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, help="where archives are kept, and taken from if they are there")
    parser.add_argument("--compare", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.compare:
        root, out = asked.compare
        print(json.dumps(asdict(compare_here(root, out, asked.engine, asked.workers))))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder, smallest = asked.folder or Path(temporary), None
        for claims in sorted(asked.claims):
            root = folder.absolute() / f"claims-{claims}"
            make_archive(root, claims)
            block_archive(root, asked.engine, asked.workers)
            measured = measure_comparison(root, folder.absolute() / f"events-{claims}", asked.engine, asked.workers)
            smallest = smallest or measured
            for line in say_measured(measured, smallest):
                print(line, flush=True)


if __name__ == "__main__":
    main()

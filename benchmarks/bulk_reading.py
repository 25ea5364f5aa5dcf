"""How fast `reportedly bulk read` reads real text: with one worker and with two, on both engines.

    python -m benchmarks.bulk_reading FILE… --documents 20000
    python -m benchmarks.bulk_reading FILE… --documents 2000 --shard 100 --engines local --workers 1 2 4

FILE is anything that `reportedly add` reads. Documents are taken from all of them in turn; where all have run out, they come
again as if published some days later, and none is the same as one before. They are mixed, and written as several files of
JSON Lines, so that taking in has something to share out. Each engine and number of workers is one run of the real command.

What is measured: the whole command; the reading stage, from the last input that was taken in to the last shard that was
read, with the starting of what is started for it and the loading of the models; and words a second once each worker has
finished its first shard. The memory of a worker is the most that one of them needed; that of all is the driver's and its
children's together, whatever engine's they are. It is read in /proc, so this is for Linux.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, count, islice
from pathlib import Path

from reportedly.bulk.choosing import ENGINES
from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.reading import Read
from reportedly.bulk.status import list_manifests
from reportedly.bulk.taking import Take
from reportedly.ingest.language import refuse
from reportedly.ingest.loading import load_source
from reportedly.model.document import Document

ROOT = Path(__file__).resolve().parents[1]
INPUTS = 8
"""Files of JSON Lines."""
LATER = timedelta(days=7)
"""So much later a document is published again."""
CAPTURED_AT = "2026-01-02T03:04:05+00:00"
OF_WORKERS = ("multiprocessing.spawn", "ray::MapWorker")
"""What stands in the command line of a worker."""
LOOK_EVERY_S = 0.5


def take_in_turn(files: Sequence[str], most: int) -> list[Document]:
    """So many documents in languages that are read, one of each file after the other, each with an address of its own."""
    of_files = [
        [each for each in load_source(name) if isinstance(each, Document) and not refuse(each.language or "en")]
        for name in files
    ]
    if not any(of_files):
        sys.exit("there is no document in these files that could be read")
    longest = max(map(len, of_files))
    once = [some[nth] for nth in range(longest) for some in of_files if nth < len(some)]
    again = (publish_later(each, LATER * nth) for nth in count() for each in once)
    return [
        replace(each, url=f"{each.url or 'https://example.org/'}#{number}")
        for number, each in enumerate(islice(again, most))
    ]


def publish_later(document: Document, by: timedelta) -> Document:
    """The same words on another day."""
    at, day = document.published_at, document.published
    return replace(document, published_at=at and at + by, published=day and day + by)


def write_inputs(folder: Path, documents: Sequence[Document], many: int = INPUTS) -> list[str]:
    """The documents, mixed, in so many files of JSON Lines; their paths."""
    mixed = random.Random(0).sample(range(len(documents)), len(documents))
    paths = [folder / f"{number}.jsonl" for number in range(many)]
    for number, path in enumerate(paths):
        with path.open("w", encoding="utf-8") as file:
            for nth in mixed[number::many]:
                file.write(write_row(nth, documents[nth]))
    return [str(path) for path in paths]


def write_row(number: int, document: Document) -> str:
    """One line of JSON Lines, with a newline."""
    published = document.published_at or document.published
    row = {
        "id": f"{number}",
        "published": published and published.isoformat(),
        "captured_at": CAPTURED_AT,
        **{name: getattr(document, name) for name in ("text", "title", "url", "outlet", "author", "language")},
    }
    return json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process that is there now."""

    pid: int
    begun: int
    """Ticks from the start of the machine: no two processes have both numbers."""
    command: str
    peak_mb: float
    """The most memory that it has needed so far."""

    @property
    def is_worker(self) -> bool:
        """Does it do tasks?"""
        return any(word in self.command for word in OF_WORKERS)


def list_family(root: int) -> list[Process]:
    """A process, its children, and theirs, as far as they are alive."""
    children: dict[int, list[int]] = {}
    begun: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, *rest = path.read_text(errors="replace").rpartition(")")[2].split()
        except (OSError, ValueError):  # it is gone meanwhile
            continue
        if state != "Z":
            children.setdefault(int(parent), []).append(int(path.parent.name))
            begun[int(path.parent.name)] = int(rest[17])
    family = [root] if root in begun else []
    for pid in family:
        family += children.get(pid, ())
    return [each for pid in family if (each := look_at(pid, begun[pid]))]


def look_at(pid: int, begun: int) -> Process | None:
    """One process; None if it is gone meanwhile."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        status = Path(f"/proc/{pid}/status").read_text(errors="replace")
    except OSError:
        return None
    peak = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")), "0")
    return Process(pid=pid, begun=begun, command=command, peak_mb=int(peak) / 1024)


class Watch:
    """Looks at a process and its children again and again, as long as it is told to."""

    def __init__(self, root: int, every_s: float = LOOK_EVERY_S) -> None:
        self.worker_mb = self.driver_mb = self.all_mb = 0.0
        self._root, self._every_s, self._over = root, every_s, threading.Event()

    @contextmanager
    def looking(self) -> Iterator["Watch"]:
        """Look, in a thread of its own."""
        thread = threading.Thread(target=self._look_on, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._over.set()
            thread.join()

    def _look_on(self) -> None:
        while not self._over.wait(self._every_s):
            family = list_family(self._root)
            self.driver_mb = max([self.driver_mb, *(each.peak_mb for each in family[:1])])
            self.worker_mb = max([self.worker_mb, *(each.peak_mb for each in family if each.is_worker)])
            self.all_mb = max(self.all_mb, sum(each.peak_mb for each in family))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of the command took."""

    engine: str
    workers: int
    whole_s: float
    reading_s: float
    """Of the stage, with all that is started and loaded in it."""
    warm_rate: float
    """Words a second, once as many shards were finished as there are workers."""
    core_rate: float
    """The same words a second of processor time, as the tasks count it."""
    counts: tuple[int, int, int]
    """Documents, words and claims that were read."""
    worker_mb: float
    all_mb: float


def time_run(inputs: Sequence[str], engine: str, workers: int, shard: int) -> Run:
    """Let the command read everything once."""
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder) / "archive")
        command = [sys.executable, "-m", "reportedly", "bulk", "read", *inputs, "--out", str(layout.root)]
        command += ["--engine", engine, "--workers", f"{workers}", "--shard", f"{shard}"]
        begun = time.monotonic()
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as driver:
            with Watch(driver.pid).looking() as watch:
                said, _ = driver.communicate()
            whole_s = time.monotonic() - begun
        if driver.returncode:
            sys.exit(f"{' '.join(command)}\n{said.decode(errors='replace')}")
        taken = max(moment for moment, _ in list_done(layout, Take.stage))
        read = list_done(layout, Read.stage)
    counts = [sum(each.counts.get(name, 0) for _, each in read) for name in ("read", "words", "claims")]
    if known := sum(each.counts.get("known", 0) for _, each in read):
        sys.exit(f"{known} documents were known already: they are not what they should be")
    first, warm = read[workers - 1 : workers], read[workers:]
    warm_words = sum(each.counts.get("words", 0) for _, each in warm)
    return Run(
        engine=engine,
        workers=workers,
        whole_s=whole_s,
        reading_s=read[-1][0] - taken,
        warm_rate=warm_words / (warm[-1][0] - first[0][0]) if warm else float("nan"),
        core_rate=warm_words / sum(each.cpu_s for _, each in warm) if warm else float("nan"),
        counts=(counts[0], counts[1], counts[2]),
        worker_mb=watch.worker_mb,
        all_mb=watch.all_mb,
    )


def list_done(layout: Layout, stage: str) -> list[tuple[float, Manifest]]:
    """What came of the tasks of a stage, in the order in which they were done, each with the second when."""
    times = {each.task: layout.manifest(stage, each.task).stat().st_mtime for each in list_manifests(layout, stage)}
    return sorted(((times[each.task], each) for each in list_manifests(layout, stage)), key=lambda each: each[0])


def say_run(run: Run) -> str:
    """One row of the table."""
    documents, words, _ = run.counts
    return (
        f"{run.engine:6} | {run.workers:7} | {run.whole_s:7.1f} | {run.reading_s:9.1f} | {words / run.whole_s:14,.0f}"
        f" | {words / run.reading_s:13,.0f} | {run.warm_rate:7,.0f} | {run.core_rate:9,.0f}"
        f" | {documents / run.whole_s:11.1f} | {run.worker_mb:9,.0f} | {run.all_mb:6,.0f}"
    )


def say_gains(runs: Sequence[Run]) -> Iterator[str]:
    """What more workers gain on each engine, and what Ray costs beside the local workers."""
    for run in runs:
        one = next((each for each in runs if each.engine == run.engine and each.workers == 1), None)
        if one is not None and run is not one:
            yield (
                f"{run.engine}: {run.workers} workers are {one.whole_s / run.whole_s:.2f} times as fast as one; reading alone"
                f" {one.reading_s / run.reading_s:.2f}, without starting {run.warm_rate / one.warm_rate:.2f}"
            )
    for run in runs:
        local = next((each for each in runs if each.engine == "local" and each.workers == run.workers), None)
        if local is not None and run is not local:
            more_s, reading_s = run.whole_s - local.whole_s, run.reading_s - local.reading_s
            yield (
                f"{run.engine} beside local, workers {run.workers}: {more_s:+.1f} s ({more_s / local.whole_s:+.1%});"
                f" reading alone {reading_s:+.1f} s ({reading_s / local.reading_s:+.1%}),"
                f" without starting {local.warm_rate / run.warm_rate - 1:+.1%}"
            )


def demand_same(runs: Iterable[Run]) -> None:
    """Nothing, if all have read the same."""
    if len(found := {each.counts for each in runs}) > 1:
        sys.exit(f"not every run has read the same documents, words and claims: {sorted(found)}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--shard", type=int, default=100, help="documents that a worker takes at a time")
    asked = parser.parse_args()
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as folder:
        documents = take_in_turn(asked.files, asked.documents)
        inputs = write_inputs(Path(folder), documents)
        words = sum(len(each.text.split()) for each in documents)
        print(f"{len(documents):,} documents, {words:,} words, {os.cpu_count()} cores")
        print(
            "engine | workers | whole s | reading s | words/s: whole | with starting | without | of a core"
            " | documents/s | worker MB | all MB",
            flush=True,
        )
        for engine, workers in chain.from_iterable([(each, n) for n in asked.workers] for each in asked.engines):
            runs.append(time_run(inputs, engine, workers, asked.shard))
            print(say_run(runs[-1]), flush=True)
    demand_same(runs)
    for line in say_gains(runs):
        print(line)


if __name__ == "__main__":
    main()

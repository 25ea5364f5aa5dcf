"""Kills `reportedly bulk read` and `bulk compare` again and again, and looks whether the same comes of it.

    python -m benchmarks.bulk_kills FILE… --documents 600 --kills 20 --engine local
    python -m benchmarks.bulk_kills FILE… --documents 600 --kills 20 --engine ray

FILE is anything that `reportedly add` reads. First both commands run undisturbed, which gives the wanted result. Then they run
in new folders, in rounds, and processes of them die of SIGKILL: at each stage one, after a random time, in turn the
driver and one of the workers at random. After its driver the command is run again, at once; after a worker it must go on by
itself. In the end of each round all tables, the rows sorted, must be the same as undisturbed, and so must what was noted of every
task, but for processor times; the inputs say when they were captured. No unfinished file may be left, and no process. Exit code 1 if anything differs.

What stands in /proc is looked at, so this is for Linux.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain, count
from pathlib import Path

from benchmarks.bulk_reading import ROOT, Process, list_family, take_in_turn, write_inputs
from reportedly.bulk.choosing import ENGINES
from reportedly.bulk.layout import TABLES, Layout
from reportedly.bulk.status import list_manifests
from reportedly.bulk.tables import read_rows

COMMANDS: Mapping[str, Sequence[str]] = {
    "read": ("take", "read", "block"),
    "compare": ("link", "sort", "group", "gather", "tell"),
}
"""The stages of each, in order."""
STAGES = tuple(chain.from_iterable(COMMANDS.values()))
DRIVER, WORKER = "driver", "worker"
LOOK_EVERY_S = 0.03
GONE_AFTER_S = 20.0
"""So long after a round workers may still be on their way out."""
ALL_GONE_AFTER_S = 90.0
"""So long in the end everybody else: Ray's own agents wait a minute for a cluster that is dead."""
LONGEST_S = 120.0
"""So much longer than undisturbed, and ten times as long, a command may run before it is taken to stand still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the commands work, and how."""

    inputs: Sequence[str]
    folder: Path
    options: Sequence[str]
    shard: int

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """What each command writes into."""
        return {"read": Layout(self.folder / "archive"), "compare": Layout(self.folder / "events")}

    def start(self, command: str) -> "subprocess.Popen[bytes]":
        """Begin a command, or go on with it."""
        archive, out = str(self.folder / "archive"), str(self.layouts[command].root)
        asked = [*self.inputs, "--shard", f"{self.shard}"] if command == "read" else [archive]
        return subprocess.Popen(
            [sys.executable, "-m", "reportedly", "bulk", command, *asked, "--out", out, *self.options],
            cwd=ROOT,
            env=os.environ | {"RAY_TMPDIR": str(self.folder / "ray")},
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "said").open("ab"),
        )

    def done(self, command: str, stage: str) -> int:
        """The tasks of a stage that are done."""
        return len(list((self.layouts[command].root / "manifests" / stage).glob("*.json")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What comes of it undisturbed."""

    contents: Mapping[str, Sequence[str]]
    """By table, or the stage that noted them."""
    tasks: Mapping[str, int]
    """By stage."""
    lengths: Mapping[str, float]
    """Seconds of each stage."""
    whole_s: Mapping[str, float]
    """Of each command."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What the kills came to."""

    kills: list[tuple[str, str]] = field(default_factory=list)
    """Who was hit, at which stage."""
    faults: list[str] = field(default_factory=list)
    seen: dict[tuple[int, int], Process] = field(default_factory=dict)
    """Every process that was there."""


def gather_contents(place: Place) -> dict[str, list[str]]:
    """All that the commands left, as lines in order: rows, what was noted of tasks, keys."""
    found: dict[str, list[str]] = {}
    for layout in place.layouts.values():
        for table in TABLES:
            rows = (row for path in layout.tables(table) for row in read_rows(path))
            found.setdefault(table, []).extend(json.dumps(row, default=str, ensure_ascii=False) for row in rows)
        for path in (layout.root / "manifests").glob("*"):
            noted = (asdict(each) | {"cpu_s": 0} for each in list_manifests(layout, path.name))
            found[f"manifests of {path.name}"] = [json.dumps(each, default=dict, sort_keys=True) for each in noted]
        keys = (layout.root / "keys").glob("*")
        found.setdefault("keys", []).extend(
            f"{each.name} {hashlib.sha256(each.read_bytes()).hexdigest()}" for each in keys
        )
    return {name: sorted(lines) for name, lines in found.items()}


def run_undisturbed(place: Place) -> Wanted:
    """Let both commands run to their end."""
    lengths: dict[str, float] = {}
    whole_s: dict[str, float] = {}
    for command, stages in COMMANDS.items():
        begun = time.monotonic()
        with place.start(command) as driver:
            worker = wait_for_worker(driver)
            driver.wait()
        if driver.returncode:
            sys.exit(f"bulk {command} ended with {driver.returncode}: {(place.folder / 'said').read_text()}")
        whole_s[command] = time.monotonic() - begun
        for stage in stages:
            done = max(path.stat().st_mtime for path in (place.layouts[command].root / "manifests" / stage).iterdir())
            lengths[stage], worker = done - worker, done
    return Wanted(
        contents=gather_contents(place),
        tasks={stage: place.done(command, stage) for command, stages in COMMANDS.items() for stage in stages},
        lengths=lengths,
        whole_s=whole_s,
    )


def wait_for_worker(driver: "subprocess.Popen[bytes]") -> float:
    """The second when the first worker was there."""
    while driver.poll() is None and not any(each.is_worker for each in list_family(driver.pid)):
        time.sleep(LOOK_EVERY_S)
    return time.time()


class Killer:
    """Runs a command and kills its processes as planned, until the command comes to its end."""

    def __init__(self, place: Place, command: str, wanted: Wanted, tally: Tally, chance: random.Random) -> None:
        self._place, self._command, self._wanted = place, command, wanted
        self._tally, self._chance = tally, chance

    def run(self, plan: list[tuple[str, str]]) -> None:
        """Run it.

        Args:
            plan: at which stage who is to be killed, in order; what is killed is taken off.
        """
        while (code := self._run_once(plan)) == -signal.SIGKILL:
            pass
        if code:
            said = (self._place.folder / "said").read_text(errors="replace")
            self._tally.faults.append(f"bulk {self._command} ended with {code}: {said[-2000:]}")
        for left in self._place.folder.rglob("*.part"):
            self._tally.faults.append(
                f"after bulk {self._command}: {left.relative_to(self._place.folder)} is left unfinished"
            )

    def _run_once(self, plan: list[tuple[str, str]]) -> int:
        """Run until it ends or its driver is killed; the exit code."""
        begun = time.monotonic()
        longest_s, due = LONGEST_S + 10 * self._wanted.whole_s[self._command], None
        with self._place.start(self._command) as driver:
            while driver.poll() is None:
                family = list_family(driver.pid)
                self._tally.seen.update({(each.pid, each.begun): each for each in family})
                workers, stage = [each for each in family if each.is_worker], self._stage()
                if due is None and plan and workers and stage and STAGES.index(stage) >= STAGES.index(plan[0][0]):
                    due = time.monotonic() + self._chance.uniform(0, self._wanted.lengths[plan[0][0]])
                if due is not None and time.monotonic() >= due and stage and (workers or plan[0][1] == DRIVER):
                    _, whom = plan.pop(0)
                    self._kill(driver.pid if whom == DRIVER else self._chance.choice(workers).pid, whom, stage)
                    due = None
                if time.monotonic() - begun > longest_s:
                    self._tally.faults.append(f"bulk {self._command} stands still at {stage}")
                    driver.terminate()
                    return driver.wait()
                time.sleep(LOOK_EVERY_S)
        return driver.returncode

    def _stage(self) -> str | None:
        """The first stage that is not done; None after the last."""
        stages = COMMANDS[self._command]
        return next((each for each in stages if self._place.done(self._command, each) < self._wanted.tasks[each]), None)

    def _kill(self, pid: int, whom: str, stage: str) -> None:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        done = self._place.done(self._command, stage)
        self._tally.kills.append((whom, stage))
        print(
            f"kill {len(self._tally.kills)}: a {whom} at {stage}, {done} of {self._wanted.tasks[stage]} tasks done",
            flush=True,
        )


def run_round(place: Place, wanted: Wanted, plan: list[tuple[str, str]], tally: Tally, chance: random.Random) -> None:
    """Run both commands in a new folder, kill as planned, and look at what comes of it."""
    before = len(tally.faults)
    for command, stages in COMMANDS.items():
        Killer(place, command, wanted, tally, chance).run([each for each in plan if each[0] in stages])
        if len(tally.faults) > before:
            break
    else:
        tally.faults += compare_contents(gather_contents(place), wanted.contents)
        tally.faults += [f"{left} is left" for left in place.folder.glob("*/work")]
    workers = [each for each in tally.seen.values() if each.is_worker]
    tally.faults += list(name_left(workers, GONE_AFTER_S))


def compare_contents(found: Mapping[str, Sequence[str]], wanted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What differs."""
    for name in sorted({*found, *wanted}):
        mine, right = Counter(found.get(name, ())), Counter(wanted.get(name, ()))
        if mine != right:
            more, less = list((mine - right).elements()), list((right - mine).elements())
            yield f"{name}: {len(more)} too much, {len(less)} missing; {(more or less)[0][:500]}"


def name_left(some: Iterable[Process], after_s: float) -> Iterator[str]:
    """The processes that have not gone after so long, in words."""
    left, until = list(some), time.monotonic() + after_s
    while (left := [each for each in left if is_alive(each)]) and time.monotonic() < until:
        time.sleep(0.2)
    yield from (f"process {each.pid} is left: {each.command[:200]}" for each in left)


def is_alive(process: Process) -> bool:
    """Is it the same one that is still there?"""
    return any((each.pid, each.begun) == (process.pid, process.begun) for each in list_family(process.pid)[:1])


def plan_kills(number: int, left: int, chance: random.Random) -> list[tuple[str, str]]:
    """Who is to be killed at which stage of a round, in the order of stages; in the next round it is the others."""
    plan = [(stage, (DRIVER, WORKER)[(number + nth) % 2]) for nth, stage in enumerate(STAGES)]
    first = chance.randrange(max(1, len(plan) + 1 - left))
    return plan[first : first + left]


def main() -> None:
    """Kill, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--engine", choices=list(ENGINES), default="local")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shard", type=int, default=15, help="documents of a task")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance, tally = random.Random(asked.seed), Tally()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        inputs = write_inputs(Path(folder), take_in_turn(asked.files, asked.documents))
        options = ("--engine", asked.engine, "--workers", f"{asked.workers}")
        for number in count():
            place = Place(inputs=inputs, folder=Path(folder) / f"{number}", options=options, shard=asked.shard)
            place.folder.mkdir()
            if number == 0:
                wanted = run_undisturbed(place)
                print("undisturbed: " + ", ".join(f"{name} {length:.1f} s" for name, length in wanted.lengths.items()))
                continue
            run_round(place, wanted, plan_kills(number, asked.kills - len(tally.kills), chance), tally, chance)
            if len(tally.kills) >= asked.kills or number > asked.kills:
                break
        tally.faults += list(name_left(tally.seen.values(), ALL_GONE_AFTER_S))
    for fault in tally.faults:
        print(fault)
    hit = Counter(f"{whom} at {stage}" for whom, stage in tally.kills)
    print(
        f"{asked.engine}: {len(tally.kills)} kills, {len(tally.faults)} faults; "
        + ", ".join(f"{n} × {who}" for who, n in hit.items())
    )
    sys.exit(1 if tally.faults or len(tally.kills) < asked.kills else 0)


if __name__ == "__main__":
    main()

"""What comparing costs: for each document that is added, as a ledger grows; for many at once; and on a hot day in one city.

    python -m benchmarks.comparing --store sqlite --documents 1000 10000 100000 --whole 10000 --hot 500 1000 2000

The dispatches are made up, for size (`made_dispatches`). A ledger is filled and compared in lots; then the last dispatches
are added one by one, and what comparing each costs is told apart from what adding it does. Goals: a document costs at most
1.5 times as much in the largest ledger as in the smallest; ten thousand that nobody compared are compared, and all their
events told, within five minutes. CPU seconds are this process's and those of the server's process that works for it.
"""

import argparse
import gc
import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from statistics import mean, median
from typing import Any
from unittest.mock import patch

from benchmarks.ledger_size import Clock, opened, size_mb
from benchmarks.made_dispatches import Archive
from reportedly.flow import comparing
from reportedly.flow.comparing import compare_new, find_events
from reportedly.ledger.comparing import SqlBook
from reportedly.ledger.keeping import SqlLedger
from reportedly.model.reading import Reading
from reportedly.present.event_contract import write_events_jsonl

TIMED = 300
"""Documents that are added and compared one by one at the end."""
REST = "commits and the rest"

PARTS: dict[str, Sequence[tuple[Any, str]]] = {
    "traits": ((comparing, "comparables"), (comparing, "list_blocks")),
    "lookup": tuple((SqlBook, name) for name in ("changed", "held", "kept", "sharing", "groups_of", "members")),
    "scoring": ((comparing, "regroup"),),
    "writing": tuple((SqlBook, name) for name in ("keep", "drop", "regroup", "settle")),
}
"""Whose time is told apart, each without that of the others that it calls."""


class Stopwatch:
    """Seconds that each part takes while `running`."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time every part."""
        with ExitStack() as stack:
            for part, places in PARTS.items():
                for owner, name in places:
                    stack.enter_context(patch.object(owner, name, self._timed(part, getattr(owner, name))))
            yield

    def _timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            begun = time.perf_counter()
            try:
                return function(*args, **named)
            finally:
                took = time.perf_counter() - begun
                self.spent[part] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        return run


def add_all(ledger: SqlLedger, readings: Iterable[Reading]) -> int:
    """Add documents without comparing them; how many claims they have."""
    claims = 0
    for reading in readings:
        ledger.add(reading.document, reading)
        claims += len(reading.claims)
    return claims


def time_each(
    ledger: SqlLedger, readings: Iterable[Reading]
) -> tuple[list[float], list[float], list[float], Stopwatch]:
    """Add documents and compare each at once: milliseconds of adding, of comparing, and of processors for comparing."""
    clock, watch = Clock(ledger), Stopwatch()
    adding, spent, worked = [], [], []
    gc.collect()
    for reading in readings:
        begun = time.perf_counter()
        ledger.add(reading.document, reading)
        wall, cpu = clock.read()
        adding.append(1000 * (wall - begun))
        with watch.running():
            begun = time.perf_counter()
            compare_new(ledger)
            watch.spent[REST] += time.perf_counter() - begun
        wall_after, cpu_after = clock.read()
        spent.append(1000 * (wall_after - wall))
        worked.append(1000 * (cpu_after - cpu))
    watch.spent[REST] -= sum(watch.spent[part] for part in PARTS)
    return adding, spent, worked, watch


def measure_growth(store: str, address: str | None, sizes: Sequence[int]) -> None:
    """Print the cost of a document at each size."""
    archive, there, costs = Archive(), 0, list[float]()
    print(
        "documents | claims | adding ms | comparing ms: mean, median, CPU | of the smallest | MB | shares", flush=True
    )
    with opened(store, address) as (ledger, _):
        claims = 0
        for size in sizes:
            claims += add_all(ledger, archive.make(size - TIMED - there))
            begun = time.perf_counter()
            compare_new(ledger)
            filled_s = time.perf_counter() - begun
            lot = size - TIMED - there
            readings = list(archive.make(TIMED))
            claims += sum(len(each.claims) for each in readings)
            adding, spent, worked, watch = time_each(ledger, readings)
            costs.append(mean(worked))
            whole = sum(watch.spent.values())
            shares = ", ".join(f"{part} {seconds / whole:.0%}" for part, seconds in watch.spent.items())
            print(
                f"{size:>9,} | {claims:>9,} | {mean(adding):.1f} | {mean(spent):.1f}, {median(spent):.1f},"
                f" {costs[-1]:.1f} | {costs[-1] / costs[0]:.2f} | {size_mb(ledger):,.0f} | {shares}"
                f" ({lot:,} in lots: {1000 * filled_s / lot:.1f} ms each)",
                flush=True,
            )
            there = size


def measure_whole(store: str, count: int) -> None:
    """Compare so many documents that nobody compared, and tell all events; print the seconds, and a digest of the events."""
    with opened(store, None) as (ledger, _):
        claims = add_all(ledger, Archive().make(count))
        clock, (begun, cpu) = Clock(ledger), Clock(ledger).read()
        compare_new(ledger)
        compared, cpu_compared = clock.read()
        digest, events, largest = hashlib.sha256(), 0, 0
        for event in find_events(ledger):
            digest.update("".join(write_events_jsonl([event])).encode())
            events, largest = events + 1, max(largest, len(event.members))
        told, cpu_told = clock.read()
    print(
        f"{count:,} documents with {claims:,} claims: compared in {compared - begun:.0f} s ({cpu_compared - cpu:.0f} s"
        f" CPU), {events:,} events told in {told - compared:.0f} s ({cpu_told - cpu_compared:.0f} s CPU), the largest of"
        f" {largest} claims; digest {digest.hexdigest()[:16]}",
        flush=True,
    )


def measure_hot_day(store: str, sizes: Sequence[int]) -> None:
    """Print what one day in one city costs of which so many tell the same kind of thing."""
    print("claims of one kind, city and day | comparing s | one late, ms | telling s | events, the largest", flush=True)
    for size in sizes:
        readings = list(Archive().make_hot_day(size + 1))
        with opened(store, None) as (ledger, _):
            add_all(ledger, readings[:-1])
            clock = Clock(ledger)
            _, begun = clock.read()
            compare_new(ledger)
            _, compared = clock.read()
            add_all(ledger, readings[-1:])
            _, before = clock.read()
            compare_new(ledger)
            _, after = clock.read()
            members = [len(event.members) for event in find_events(ledger)]
            _, told = clock.read()
        print(
            f"{size:,} | {compared - begun:.1f} | {1000 * (after - before):.0f} | {told - after:.1f}"
            f" | {len(members)}, {max(members)}",
            flush=True,
        )


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--documents", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--db", help="an empty ledger for these; by default a new one")
    parser.add_argument("--whole", type=int, default=0, help="so many documents compared at once")
    parser.add_argument("--hot", type=int, nargs="*", default=[], help="so many claims of one kind, city and day")
    asked = parser.parse_args()
    if asked.documents:
        measure_growth(asked.store, asked.db, sorted(asked.documents))
    if asked.whole:
        measure_whole(asked.store, asked.whole)
    if asked.hot:
        measure_hot_day(asked.store, sorted(asked.hot))


if __name__ == "__main__":
    main()

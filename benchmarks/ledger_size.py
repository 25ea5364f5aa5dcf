"""What a ledger costs as it grows, and how fast it answers when it is large.

    python -m benchmarks.ledger_size --claims 1000000 --store sqlite --db large.db
    python -m benchmarks.ledger_size --claims 1000000 --store postgres

Made-up readings go in one by one, as `reportedly add` puts them in; then pages are asked for, each as it comes out of the
ledger, with all claims unpacked. A ledger that lies at `--db` already is only asked. CPU seconds are this process's and,
of a PostgreSQL server on this machine, those of the server's process that works for it: on a busy machine they say more
than the clock does. The first page is left out: it opens what the others find open.
"""

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.made_readings import FIRST_DAY, SIDES, Maker, Weighted
from benchmarks.postgres_server import run_server
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.postgres import PostgresDatabase
from reportedly.ledger.query import Box, Circle, Query, Sort
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.reference.entry import Entry

CLAIMS_OF_A_DOCUMENT = 8
STEPS = (1_000, 100_000, 1_000_000)
"""Claims at which the cost of a document is told, over the documents before."""
WINDOW = 1_000
"""Documents over which the cost is told, at most."""


class Clock:
    """Seconds on the wall, and of processors' work for us."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._server: Path | None = None
        if isinstance(ledger.database, PostgresDatabase):
            self._server = Path(f"/proc/{ledger.database.ask('SELECT pg_backend_pid()')[0][0]}/stat")

    def read(self) -> tuple[float, float]:
        """Wall and CPU."""
        cpu = time.process_time()
        if self._server and self._server.exists():
            parts = self._server.read_text().rpartition(")")[2].split()
            cpu += (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
        return time.perf_counter(), cpu


def fill(ledger: SqlLedger, claims: int) -> None:
    """Add made-up readings until there are so many claims, telling what a document costs."""
    clock, there = Clock(ledger), 0
    spent: list[tuple[float, float]] = []
    steps = [step for step in STEPS if step <= claims]
    for reading in Maker(claims // CLAIMS_OF_A_DOCUMENT).make_readings():
        wall, cpu = clock.read()
        ledger.add(reading.document, reading)
        wall_after, cpu_after = clock.read()
        spent.append((wall_after - wall, cpu_after - cpu))
        there += len(reading.claims)
        if steps and there >= steps[0]:
            last = spent[-WINDOW:]
            wall, cpu = (1000 * statistics.fmean(each) for each in zip(*last, strict=True))
            print(f"at {steps.pop(0):>9,} claims: {wall:.2f} ms a document by the clock, {cpu:.2f} ms CPU", flush=True)


def make_filters(maker: Maker, random: Random) -> Query:
    """One to four filters in any order, common and rare."""
    makers: Sequence[Callable[[], dict[str, Any]]] = (
        lambda: {"kinds": tuple(random.sample(list(Kind), random.randint(1, 2)))},
        lambda: {"certainties": (random.choice(list(Certainty)),)},
        lambda: {"tenses": (random.choice(list(Tense)),)},
        lambda: {"polarities": (random.choice(list(Polarity)),)},
        lambda: {"sides": (random.choice([side for side in SIDES if side]),)},
        lambda: {"flags": (random.choice(list(FlagCode)),)},
        lambda: {"languages": (random.choice(("en", "uk")),)},
        lambda: {"outlets": (str(draw(maker.outlets, random)),)},
        lambda: {"sources": (str(draw(maker.names, random)).split()[random.randint(0, 1)],)},
        lambda: {"places": (draw_place(maker, random).name,)},
        lambda: {"circle": make_circle(draw_place(maker, random), random)},
        lambda: {"box": make_box(draw_place(maker, random), random)},
        lambda: make_days("happened", random, 30),
        lambda: make_days("published", random, 90),
    )
    asked: dict[str, Any] = {"sort": random.choice(list(Sort)), "newest_first": random.random() < 0.7}
    for each in random.sample(makers, random.randint(1, 4)):
        asked |= each()
    return Query(**asked)


def make_text(maker: Maker, random: Random, claim: str) -> Query:
    """Common, rare, begun, misspelt, two words, a phrase, a place; `claim` is the text of one that is there."""
    words = [str(word) for word in maker.words[random.choice(("en", "uk"))].things]
    said = claim.split()
    at = random.randrange(max(1, len(said) - 1))
    long = max(said, key=len)
    text = random.choice(
        (
            random.choice(words[:30]),
            random.choice(words[100:3000]),
            random.choice(words[5000:100_000]),
            long[:4],
            long[: len(long) // 2] + long[len(long) // 2 + 1 :],
            f"{random.choice(words[:300])} {random.choice(words[:300])}",
            f"{random.choice(said)} {random.choice(said)}",
            f'"{" ".join(said[at : at + 2])}"',
            draw_place(maker, random).name,
        )
    )
    return Query(text=text, sort=random.choice(list(Sort)))


def draw(weighted: Weighted, random: Random) -> object:
    """One of the things."""
    return random.choices(weighted.things, cum_weights=weighted.steps)[0]


def draw_place(maker: Maker, random: Random) -> Entry:
    """A place, the oftener named the likelier."""
    entry = draw(maker.places, random)
    assert isinstance(entry, Entry)
    return entry


def make_circle(entry: Entry, random: Random) -> Circle:
    """5 to 300 km around a place."""
    return Circle(lat=entry.lat or 0.0, lon=entry.lon or 0.0, radius_km=random.choice((5, 20, 50, 100, 300)))


def make_box(entry: Entry, random: Random) -> Box:
    """Around a place, up to four degrees high."""
    half = random.choice((0.2, 0.5, 2.0))
    lat, lon = entry.lat or 0.0, entry.lon or 0.0
    return Box(
        south=max(-90, lat - half), north=min(90, lat + half), west=max(-180, lon - half), east=min(180, lon + half)
    )


def make_days(what: str, random: Random, most: int) -> dict[str, Any]:
    """A stretch of days."""
    first = FIRST_DAY + timedelta(days=random.randrange(1500))
    return {f"{what}_from": first, f"{what}_to": first + timedelta(days=random.randrange(most))}


def time_pages(ledger: SqlLedger, name: str, queries: Sequence[Query], slowest: int) -> None:
    """Ask each query, and tell how long the pages took."""
    clock = Clock(ledger)
    ledger.claims(Query())
    times: list[tuple[float, float, Query, int]] = []
    for query in queries:
        wall, cpu = clock.read()
        page = ledger.claims(query)
        wall_after, cpu_after = clock.read()
        times.append((1000 * (wall_after - wall), 1000 * (cpu_after - cpu), query, len(page.items)))
    walls, cpus = [each[0] for each in times], [each[1] for each in times]
    for kind, milliseconds in (("by the clock", walls), ("CPU", cpus)):
        cuts = statistics.quantiles(milliseconds, n=20)
        print(f"{name}: {len(times)} pages, {kind}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms")
    full = sum(many == Query().limit for *_, many in times)
    print(f"{name}: {full} full pages, {sum(not many for *_, many in times)} empty")
    for _, cpu, query, many in sorted(times, key=lambda each: -each[1])[:slowest]:
        asked = {
            name: getattr(query, name) for name in Query.__slots__ if getattr(query, name) != getattr(Query(), name)
        }
        print(f"    {cpu:7.1f} ms, {many} claims: {asked}")


@contextmanager
def opened(store: str, address: str | None) -> Iterator[tuple[SqlLedger, bool]]:
    """The ledger, and whether it is new."""
    if store == "postgres" and address is None:
        with run_server() as server, opened(store, server) as found:
            yield found
        return
    with tempfile.TemporaryDirectory() as folder, open_ledger(address or f"{folder}/new.db", create=True) as ledger:
        yield ledger, ledger.seq() == 0


def size_mb(ledger: SqlLedger) -> float:
    """Of the file, or of all tables of the schema with their indexes."""
    if not isinstance(ledger.database, PostgresDatabase):
        return (
            float(ledger.database.ask("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")[0][0])
            / 1e6
        )
    sql = "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE relkind = 'r' AND relnamespace = current_schema::regnamespace"
    return float(ledger.database.ask(sql)[0][0]) / 1e6


def main() -> None:
    """Fill a ledger if it is empty, and ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--db", help="path of the file, or address on a server that stays as it is")
    parser.add_argument("--pages", type=int, default=300, help="of each sort")
    parser.add_argument("--slowest", type=int, default=0, help="tell so many of the slowest pages")
    chosen = parser.parse_args()
    with opened(chosen.store, chosen.db) as (ledger, is_new):
        if is_new:
            fill(ledger, chosen.claims)
        print(f"{chosen.store}: {size_mb(ledger):,.0f} MB")
        maker, random = Maker(chosen.claims // CLAIMS_OF_A_DOCUMENT), Random(7)
        gc.freeze()  # its words are no part of a ledger, and would be looked through for garbage again and again
        time_pages(ledger, "filters", [make_filters(maker, random) for _ in range(chosen.pages)], chosen.slowest)
        said = [each.claim.span.text for each in ledger.claims(Query(kinds=(Kind.STRIKE,), limit=200)).items]
        queries = [make_text(maker, random, random.choice(said)) for _ in range(chosen.pages)]
        time_pages(ledger, "text", queries, chosen.slowest)


if __name__ == "__main__":
    main()

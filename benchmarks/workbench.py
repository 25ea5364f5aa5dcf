"""How fast the workbench answers on a large ledger: counting in memory, and what a browser waits for.

    python -m benchmarks.ledger_size --claims 1000000 --store sqlite --db large.db
    python -m benchmarks.workbench --db large.db
    python -m benchmarks.workbench --db large.db --server

The questions are made of what the ledger holds: its commonest side, place and words. Each is asked several times; told are
the first time and the median. Of the ledger nothing is changed without `--server`; with it `reportedly serve` is started,
which compares what was not compared yet: let it do so before, or the figures tell of two things at once. Goals: the first
view within 1 s once the claims are counted; the table and the facets within 150 ms after a facet was changed.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from benchmarks.workbench_server import run_workbench
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Box, Query
from reportedly.ledger.words import list_words
from reportedly.model.claim import Kind
from reportedly.tally.counts import FacetName
from reportedly.tally.tally import Tally

FIRST_VIEW_MS, FACET_MS = 1000, 150
SAMPLE = 500
"""Claims of which the words are taken that are searched for."""
BUSY = 503
"""What the server answers while it counts for the first time."""
WAIT_S = 600


def make_questions(ledger: SqlLedger, tally: Tally) -> Mapping[str, Query]:
    """What may be asked of this ledger."""
    all_ = tally.facets(ledger, Query())
    kind = Kind(all_.facet(FacetName.KIND).options[0].value)
    sides = tuple(option.value for option in all_.facet(FacetName.SIDE).options)
    months = all_.facet(FacetName.PUBLISHED).options
    month = date.fromisoformat(f"{months[len(months) // 2].value}-01") if months else date(2025, 1, 1)
    spot = tally.places(ledger, Query(), most=1).places[0]
    box = Box(
        south=max(-90.0, spot.lat - 2), north=min(90.0, spot.lat + 2), west=spot.lon - 3, east=min(180.0, spot.lon + 3)
    )
    common, rare = find_words(ledger)
    return {
        "nothing": Query(),
        "one facet": Query(sides=sides[:1]),
        "one rare facet": Query(kinds=(Kind(all_.facet(FacetName.KIND).options[-1].value),)),
        "three facets": Query(
            sides=sides[:2], kinds=(kind,), languages=(all_.facet(FacetName.LANGUAGE).options[0].value,)
        ),
        "a common word": Query(text=common),
        "a common word, a facet": Query(text=common, kinds=(kind,)),
        "a rare word": Query(text=rare),
        "a place": Query(places=(spot.id,)),
        "a box": Query(box=box),
        "two months": Query(published_from=month, published_to=month + timedelta(days=61)),
        "half the record": Query(at=tally.seq // 2),
        "what nothing fits": Query(text=rare, sides=("nobody",)),
    }


def find_words(ledger: SqlLedger) -> tuple[str, str]:
    """A common word of the claims, and one that few have."""
    held = [each.claim.span.text for each in ledger.claims(Query(limit=SAMPLE)).items]
    words = Counter(word for text in held for word in set(list_words(text)) if len(word) > 2)
    ordered = words.most_common()
    return ordered[0][0], max((word for word, many in ordered if many == 1), key=len)


def take_times(run: Callable[..., object], rounds: int, *asked: object) -> tuple[float, float]:
    """Milliseconds of the first run with what is asked, and of the median of the others."""
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        run(*asked)
        spent.append(1000 * (time.perf_counter() - begun))
    return spent[0], statistics.median(spent[1:])


def say_times(name: str, times: Sequence[tuple[str, tuple[float, float]]], more: str = "") -> None:
    """A line of first times and medians."""
    told = ", ".join(f"{what} {first:.0f} / {middle:.0f}" for what, (first, middle) in times)
    print(f"{name:>24}: {told}{more}", flush=True)


def resident_mb() -> float:
    """What this process takes of the memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def measure_tally(ledger: SqlLedger, rounds: int) -> Mapping[str, Query]:
    """Print what a tally costs and how fast it answers; what was asked."""
    before, tally = resident_mb(), Tally()
    wall, cpu = time.perf_counter(), time.process_time()
    tally.refresh(ledger)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{tally.claims:,} claims, up to entry {tally.seq:,}: counted in {wall:.1f} s ({cpu:.1f} s CPU)")
    print(f"columns {tally.nbytes / 1e6:.0f} MB; this process grew by {resident_mb() - before:.0f} MB")
    say_times("nothing new", [("refresh", take_times(tally.refresh, rounds, ledger))])
    print("milliseconds, the first time / median:")
    questions = make_questions(ledger, tally)
    for name, query in questions.items():
        times = [
            (what, take_times(count, rounds, ledger, query))
            for what, count in (("facets", tally.facets), ("timeline", tally.timeline), ("places", tally.places))
        ]
        listed = take_times(ledger.claims, rounds, query)
        say_times(name, [*times, ("50 claims", listed)], f"; {tally.facets(ledger, query).total:,} fit")
    return questions


@contextmanager
def running(db: str) -> Iterator[tuple["Browser", float]]:
    """A server on the ledger, and after how many seconds it said where it listens."""
    begun = time.perf_counter()
    with run_workbench(db) as address:
        where = urlsplit(address)
        yield Browser(where.port or 0, parse_qs(where.query)["token"][0]), time.perf_counter() - begun


class Browser:
    """Somebody who asks the server over one connection."""

    def __init__(self, port: int, token: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=WAIT_S)
        self._headers = {"Authorization": f"Bearer {token}"}

    def ask(self, path: str) -> tuple[int, bytes]:
        """Status and body."""
        self._connection.request("GET", path, headers=self._headers)
        response = self._connection.getresponse()
        return response.status, response.read()

    def get(self, path: str) -> bytes:
        """The body of what there is."""
        status, body = self.ask(path)
        assert status == 200, f"{path}: {status} {body[:200]!r}"
        return body


def write_filters(query: Query) -> str:
    """The query as the API takes it."""
    box = query.box
    asked: dict[str, object] = {
        "q": query.text,
        "side": query.sides,
        "kind": [kind.value for kind in query.kinds],
        "language": query.languages,
        "place": query.places,
        "bbox": f"{box.west},{box.south},{box.east},{box.north}" if box else None,
        "published_from": query.published_from,
        "published_to": query.published_to,
        "at": query.at,
    }
    return urlencode({name: value for name, value in asked.items() if value}, doseq=True)


def measure_server(db: str, questions: Mapping[str, Query], rounds: int) -> None:
    """Print how long a browser waits."""
    with running(db) as (browser, started):
        begun = time.perf_counter()
        first = browser.get("/api/claims?limit=50")
        shown = time.perf_counter() - begun
        while (answer := browser.ask("/api/facets"))[0] == BUSY:
            time.sleep(0.1)
        assert answer[0] == 200, answer
        print(
            f"the server listens after {started:.1f} s; the first {len(json.loads(first)['items'])} claims after"
            f" {shown:.2f} s more, all counted after {time.perf_counter() - begun:.1f} s"
        )
        pages = ("/claims", "/api/start", "/api/claims?limit=50", "/api/facets")
        view = take_times(lambda: [browser.get(path) for path in pages], rounds)
        say_times("first view", [("page, start, claims, facets", view)], say_goal(view, FIRST_VIEW_MS))
        for name, query in questions.items():
            asked = write_filters(query)
            times = [
                (what, take_times(browser.get, rounds, f"/api/{what}?{asked}"))
                for what in ("claims", "facets", "timeline", "places")
            ]
            (claims, claims_again), (facets, facets_again) = times[0][1], times[1][1]
            both = (claims + facets, claims_again + facets_again)
            say_times(name, [*times, ("claims and facets", both)], say_goal(both, FACET_MS))


def say_goal(times: tuple[float, float], most_ms: int) -> str:
    """Whether the first time and the median were quick enough."""
    first, middle = (each <= most_ms for each in times)
    told = "yes" if first and middle else "but for the first time" if middle else "no"
    return f"; within {most_ms} ms: {told}"


def main() -> None:
    """Ask a ledger that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", required=True, help="path of a file, or address on a server")
    parser.add_argument("--server", action="store_true", help="start `reportedly serve` on it too")
    parser.add_argument("--rounds", type=int, default=7, help="how often each question is asked")
    chosen = parser.parse_args()
    with open_ledger(chosen.db) as ledger:
        questions = measure_tally(ledger, chosen.rounds)
    if chosen.server:
        measure_server(chosen.db, questions, chosen.rounds)


if __name__ == "__main__":
    main()

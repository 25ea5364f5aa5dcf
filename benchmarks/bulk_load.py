"""How fast documents that were read elsewhere come into a ledger: one by one, and many at a time.

    python -m benchmarks.bulk_load --documents 10000 --store sqlite
    python -m benchmarks.bulk_load --documents 10000 --store postgres

The readings are made up, of about 8 claims each (`made_readings`). Each way fills a ledger of its own: `add` one by one;
`load` in lots; `load` with what was compared, which is worked out before and not timed; and that once more, when all is
known. `--at-once` loads in lots of another size, `--ways load` only so; `--verify` looks whether all is right.
CPU seconds are this process's and, on PostgreSQL, those of the server's process that works for it.
"""

import argparse
import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from tempfile import TemporaryDirectory

from benchmarks.ledger_size import Clock, size_mb
from benchmarks.made_dispatches import Archive
from benchmarks.made_readings import Maker
from benchmarks.postgres_server import run_server
from reportedly.compare.blocks import list_blocks
from reportedly.compare.memory import Memory
from reportedly.compare.rules import name_rules
from reportedly.compare.traits import comparables
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.loading import AT_ONCE, Loading, load
from reportedly.ledger.lots import Loaded
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.projecting import give_lasting_ids
from reportedly.model.comparable import Comparable
from reportedly.model.held import HeldClaim
from reportedly.model.reading import Reading

WAYS = ("add", "load", "compared", "again")
RULES: Mapping[str, str | None] = {"load": None, "compared": name_rules(), "again": name_rules()}
MAKERS: Mapping[str, Callable[[int], Iterable[Reading]]] = {
    "readings": lambda number: Maker(number).make_readings(),
    "dispatches": lambda number: Archive().make(number),
}


def hold_claims(reading: Reading) -> list[HeldClaim]:
    """The claims of a reading as a ledger holds them that nobody has judged."""
    lasting = give_lasting_ids(reading)
    return [
        HeldClaim(
            claim=claim,
            document=reading.document,
            document_id="",
            sources={},
            source_ids={},
            flags=(),
            made_by=reading.made_by,
            reading_id="",
            seq=0,
        )
        for claim in lasting.claims
    ]


def compare_all(readings: Sequence[Reading]) -> list[Loaded]:
    """Each document with what comes of comparing all of them with each other."""
    found = {reading.document.id: comparables(hold_claims(reading)) for reading in readings}
    memory = Memory()
    memory.add([each for some in found.values() for each in some])

    def describe(some: Sequence[Comparable]) -> list[tuple[Comparable, set[int], str]]:
        groups = memory.groups_of([each.claim for each in some])
        return [(each, set(list_blocks(each)), groups[each.claim]) for each in some]

    return [
        Loaded(document=each.document, reading=each, compared=describe(found[each.document.id])) for each in readings
    ]


def add_all(ledger: SqlLedger, loaded: Sequence[Loaded]) -> None:
    """Add one by one."""
    for each in loaded:
        ledger.add(each.document, each.reading)


def tell_done(became: Loading) -> None:
    """Say how many documents are done."""
    print(became.new + became.versions + became.known, flush=True)


def time_way(ledger: SqlLedger, way: str, loaded: Sequence[Loaded], at_once: int) -> None:
    """Fill a ledger in one way, and tell what a document costs."""
    clock = Clock(ledger)
    wall, cpu = clock.read()
    if way == "add":
        add_all(ledger, loaded)
    else:
        became = load(ledger.database, loaded, rules=RULES[way], at_once=at_once)
        assert became.new == (0 if way == "again" else len(loaded)), became
        assert became.is_compared == (way != "load"), became
    wall_after, cpu_after = clock.read()
    print(
        f"{way:>8}: {len(loaded) / (wall_after - wall):7,.0f} documents/s by the clock,"
        f" {1000 * (cpu_after - cpu) / len(loaded):.2f} ms CPU a document, {size_mb(ledger):,.0f} MB",
        flush=True,
    )


def main() -> None:
    """Fill ledgers, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--made", choices=("readings", "dispatches"), default="readings", help="of which kind")
    parser.add_argument("--db", help="only load into this ledger, telling after each lot how many documents are done")
    parser.add_argument("--verify", action="store_true", help="let each ledger verify itself in the end")
    chosen = parser.parse_args()
    readings = list(MAKERS[chosen.made](chosen.documents))
    loaded = {"add": [Loaded(document=each.document, reading=each) for each in readings]}
    loaded["load"] = loaded["add"]
    if {"compared", "again"} & set(chosen.ways):
        loaded["compared"] = loaded["again"] = compare_all(readings)
    if chosen.db:
        with open_ledger(chosen.db, create=True) as ledger:
            way = chosen.ways[0]
            load(ledger.database, loaded[way], rules=RULES[way], progress=tell_done, at_once=chosen.at_once)
        return
    gc.freeze()  # what is made up is no part of a ledger, and would be looked through for garbage again and again
    for number, way in enumerate(chosen.ways):
        with ExitStack() as stack:
            folder = stack.enter_context(TemporaryDirectory())
            address = stack.enter_context(run_server()) if chosen.store == "postgres" else f"{folder}/{number}.db"
            ledger = stack.enter_context(open_ledger(address, create=True))
            if way == "again":
                ledger.load(loaded[way], rules=name_rules())
            time_way(ledger, way, loaded[way], chosen.at_once)
            if chosen.verify:
                print(f"{ledger.verify().found:>8} faults")


if __name__ == "__main__":
    main()

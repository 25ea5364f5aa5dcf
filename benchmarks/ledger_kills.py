"""Kills a program that adds documents, again and again, and looks at the ledger each time.

    python -m benchmarks.ledger_kills [--kills 200] [--seed 0] sqlite|postgres|ADDRESS

The program dies of SIGKILL at a random moment, in every fifth case while it still starts. Then every document whose
adding was confirmed must be there once, with its reading; at most one more may be; and the record must be whole. In the
end the ledger verifies itself.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from benchmarks.ledger_record import find_faults
from benchmarks.postgres_server import run_server
from reportedly.ledger.opening import open_ledger
from tests.ledger.readings import make_reading

ROOT = Path(__file__).resolve().parents[1]
LONGEST_S = 0.25
"""How long a program lives at most after it has begun to add."""


@dataclass
class Tally:
    """What many kills came to."""

    kills: int = 0
    confirmed: int = 0
    documents: int = 0
    faults: list[str] = field(default_factory=list)


def kill_writers(address: str, kills: int, seed: int = 0) -> Tally:
    """Kill so many programs that add to the ledger at `address`, one after the other."""
    chance, tally = random.Random(seed), Tally()
    for number in range(kills):
        confirmed = kill_one(address, number, chance)
        with open_ledger(address, create=True) as ledger:
            there = {str(outlet) for (outlet,) in ledger.database.ask("SELECT outlet FROM document")}
            tally.faults += [f"kill {number}: {fault}" for fault in find_faults(ledger)]
        mine = {outlet for outlet in there if outlet.startswith(f"{number} ")}
        if lost := confirmed - mine:
            tally.faults.append(f"kill {number}: {len(lost)} documents are lost")
        if len(mine) > len(confirmed) + 1:
            tally.faults.append(f"kill {number}: more documents are there than can be")
        tally.kills += 1
        tally.confirmed += len(confirmed)
        tally.documents = len(there)
    with open_ledger(address) as ledger:
        tally.faults += [f"in the end: {fault.where}: {fault.wrong}" for fault in ledger.verify().faults]
    return tally


def kill_one(address: str, number: int, chance: random.Random) -> set[str]:
    """Let one program add until it is killed; the outlets of the documents that it saw added."""
    command = [sys.executable, "-m", "benchmarks.ledger_kills", "--add-as", str(number), address]
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, stdout=subprocess.PIPE) as child:
        assert child.stdout
        if chance.random() < 0.2:
            time.sleep(chance.uniform(0, 1.0))
            said = b""
        else:
            said = child.stdout.readline()
            time.sleep(chance.uniform(0, LONGEST_S))
        child.kill()
        said += child.stdout.read()
    return {line.decode() for line in said.split(b"\n")[:-1] if line}


def add_without_end(address: str, number: str) -> None:
    """Add documents, and say of each that it was added, until somebody makes an end of it."""
    reading = make_reading()
    with open_ledger(address, create=True) as ledger:
        for each in count():
            outlet = f"{number} {each}"
            document = replace(reading.document, outlet=outlet)
            ledger.add(document, replace(reading, document=document))
            os.write(1, f"{outlet}\n".encode())


@contextmanager
def make_address(store: str) -> Iterator[str]:
    """An address for what is asked for on the command line; `sqlite` and `postgres` last only for a while."""
    if store == "postgres":
        with run_server() as server:
            yield server
    elif store == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "ledger.db")
    else:
        yield store


def main() -> None:
    """Kill, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--add-as", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.add_as:
        add_without_end(options.store, options.add_as)
    with make_address(options.store) as address:
        tally = kill_writers(address, options.kills, options.seed)
    for fault in tally.faults:
        print(fault)
    print(
        f"{options.store}: {tally.kills} kills, {tally.confirmed} documents confirmed, {tally.documents} there,"
        f" {len(tally.faults)} faults"
    )


if __name__ == "__main__":
    main()

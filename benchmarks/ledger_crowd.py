"""Many writers and readers at one ledger at once: does any of them see an error, and do the counts agree?

    python -m benchmarks.ledger_crowd [--writers 4] [--readers 8] [--seconds 600] sqlite|postgres|ADDRESS

Each is a program of its own. Writers add documents, every tenth of them the same one as the other writers do, and review
a claim of every twentieth. Readers look whether what they see at one moment agrees with itself, and find what was added.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.ledger_kills import ROOT, make_address
from benchmarks.ledger_record import find_faults
from reportedly.errors import ReportedlyError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.model.review import Action, Review
from tests.ledger.readings import make_reading

AGREES = (
    "SELECT (SELECT seq FROM head) = (SELECT count(*) FROM entry)"
    " AND (SELECT count(*) FROM document) = (SELECT count(*) FROM entry WHERE kind = 'document')"
    " AND (SELECT count(*) FROM document) = (SELECT count(*) FROM reading)"
    " AND (SELECT count(*) FROM claim WHERE until IS NULL) = 2 * (SELECT count(*) FROM document)"
)


def crowd(address: str, writers: int, readers: int, seconds: float) -> tuple[Counter[str], list[str]]:
    """Let them all work at once for a while; how often each thing happened, and what went wrong."""
    open_ledger(address, create=True).close()
    paths = os.pathsep.join(path for path in sys.path if path)
    roles = [("writer", number) for number in range(writers)] + [("reader", number) for number in range(readers)]
    command = [sys.executable, "-m", "benchmarks.ledger_crowd", "--seconds", str(seconds), address, "--as"]
    children = [
        subprocess.Popen(
            [*command, f"{role} {number}"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for role, number in roles
    ]
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for child in children:
        out, errors = child.communicate()
        wrong += [errors.strip().rpartition("\n")[2]] if child.returncode else []
        said = json.loads(out) if out else {}
        longest = max(total["longest_ms"], said.pop("longest_ms", 0))
        total.update(said)
        total["longest_ms"] = longest
    with open_ledger(address) as ledger:
        wrong += find_faults(ledger)
        ((there,),) = ledger.database.ask("SELECT count(*) FROM document")
        if there != total["new"]:
            wrong.append(f"{there} documents are there, but {total['new']} were added")
        ((there,),) = ledger.database.ask("SELECT count(*) FROM review")
        if there != total["reviews"]:
            wrong.append(f"{there} reviews are there, but {total['reviews']} were added")
    return total, wrong


def write(ledger: SqlLedger, number: int, until: float) -> Counter[str]:
    """Add documents and reviews until the time is over."""
    done: Counter[str] = Counter(longest_ms=0)
    reading = make_reading()
    for each in count():
        if time.monotonic() > until:
            return done
        outlet = f"shared {each}" if each % 10 == 0 else f"{number} {each}"
        document = replace(reading.document, outlet=outlet)
        start = time.monotonic()
        added = ledger.add(document, replace(reading, document=document))
        done["longest_ms"] = max(done["longest_ms"], round(1000 * (time.monotonic() - start)))
        done[added.outcome.value] += 1
        if each % 20 == 1:
            ((claim,),) = ledger.database.ask(
                "SELECT c.id FROM claim c JOIN document d ON d.number = c.document WHERE d.id = :id LIMIT 1",
                {"id": added.id},
            )
            ledger.review(Review(action=Action.ACCEPT, subjects=(claim,), who=f"{number}", at=datetime.now(UTC)))
            done["reviews"] += 1
    return done


def read(ledger: SqlLedger, until: float) -> Counter[str]:
    """Look until the time is over, opening the ledger anew now and then as a command would."""
    done: Counter[str] = Counter()
    address = ledger.database.address
    while time.monotonic() < until:
        with ledger.database.seeing():
            ((agrees,),) = ledger.database.ask(AGREES)
            last = ledger.database.ask("SELECT id, outlet FROM document ORDER BY number DESC LIMIT 1")
            if not agrees or any(ledger.find_id(id_) != ("document", id_) for id_, _ in last):
                raise ReportedlyError(f"what one reader saw at entry {ledger.seq()} does not agree")
        done["looks"] += 1
        if done["looks"] % 10 == 0:
            open_ledger(address).close()
            done["openings"] += 1
    return done


def main() -> None:
    """Let them work, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--as", dest="role", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.role:
        role, number = options.role.split()
        with open_ledger(options.store) as ledger:
            until = time.monotonic() + options.seconds
            print(json.dumps(write(ledger, int(number), until) if role == "writer" else read(ledger, until)))
        return
    with make_address(options.store) as address:
        total, wrong = crowd(address, options.writers, options.readers, options.seconds)
        sizes = [path.stat().st_size >> 20 for path in Path(address).parent.glob(Path(address).name + "*")]
    for each in wrong:
        print(each)
    told = ", ".join(f"{name} {number}" for name, number in sorted(total.items()))
    print(f"{options.store}: {options.writers} writers, {options.readers} readers, {options.seconds:g} s: {told}")
    print(f"{len(wrong)} errors{f', MiB of files {sizes}' if options.store == 'sqlite' else ''}")


if __name__ == "__main__":
    main()

"""Whatever comes in, in whichever lots, and whoever is killed or comes between: it is as if all had been added one by one."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.bulk_load import compare_all
from benchmarks.made_dispatches import Archive
from benchmarks.postgres_server import PROGRAMS
from reportedly.flow.comparing import compare_new
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.loading import Loading, load
from reportedly.ledger.lots import Loaded
from reportedly.ledger.opening import open_ledger
from reportedly.model.reading import Reading
from tests.compare.sets import readings
from tests.ledger.eventful import THEN
from tests.ledger.loaded import RULES, BrokenError, add_all, break_off, dump, make_dispatches, plain

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqlLedger]:
    """Another empty ledger, in a file."""
    with open_ledger(tmp_path / "other.db", create=True) as opened:
        yield opened


def test_two_who_load_at_once_bring_in_each_document_once(address: str, other: SqlLedger) -> None:
    made, became = make_dispatches(), list[Loading]()

    def run(order: Sequence[Loaded]) -> None:
        with open_ledger(address) as mine:
            became.append(load(mine.database, order, rules=RULES, at_once=2))

    threads = [threading.Thread(target=run, args=(order,)) for order in (made, made)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(each.new for each in became) == len(made) == sum(each.known for each in became)
    with open_ledger(address) as ledger:
        add_all(other, made)
        compare_new(other)
        assert not ledger.has_changes(RULES)
        assert dump(ledger) == dump(other)


@st.composite
def streams(draw: st.DrawFn) -> list[Loaded]:
    """Documents in any order, among them some twice, versions, and the same bytes at several addresses."""
    pool: dict[str, Reading] = {}
    for made in draw(st.lists(readings(), min_size=1, max_size=5)):
        for _ in range(draw(st.integers(1, 2))):
            document = replace(
                made.document,
                locator=draw(st.sampled_from((None, "a", "b"))),
                url=draw(st.sampled_from((None, "https://herald.example/1"))),
                captured_at=draw(st.sampled_from((None, THEN, THEN + timedelta(hours=1)))),
                raw_sha256=draw(st.sampled_from((None, "11" * 32, "22" * 32))),
                outlet=draw(st.sampled_from((made.document.outlet, "Herald", None))),
            )
            pool.setdefault(document.id, replace(made, document=document))
    compared = compare_all(list(pool.values()))
    stream = draw(st.lists(st.sampled_from(compared), min_size=1, max_size=8))
    if draw(st.booleans()):
        stream = list(draw(st.permutations(compared)))
    return [replace(each, compared=None) if draw(st.integers(0, 9)) == 0 else each for each in stream]


@contextmanager
def two_ledgers(address: str | None = None) -> Iterator[tuple[SqlLedger, SqlLedger]]:
    """One at an address, by default in a file, and another one in a file."""
    with TemporaryDirectory() as folder:
        one, two = address or f"{folder}/one.db", f"{folder}/two.db"
        with open_ledger(one, create=True) as ledger, open_ledger(two, create=True) as other:
            yield ledger, other


def load_somehow(data: st.DataObject, ledger: SqlLedger, other: SqlLedger) -> None:
    """Whatever comes, in whichever lots, after whatever was there and broke off: one by one the same comes of it."""
    stream = data.draw(streams())
    before = data.draw(st.integers(-6, len(stream)))
    for each in (ledger, other):
        add_all(each, stream[: max(before, 0)])
        if before > 0 and data.draw(st.booleans()):
            compare_new(each)
    for _ in range(data.draw(st.integers(0, 2))):
        after, at_once = data.draw(st.integers(0, len(stream) - 1)), data.draw(st.integers(1, 3))
        with pytest.raises(BrokenError):
            load(ledger.database, break_off(stream, after), rules=RULES, at_once=at_once)
        if data.draw(st.integers(0, 3)) == 0:
            compare_new(ledger)
    load(ledger.database, stream, rules=RULES, at_once=data.draw(st.integers(1, 3)))
    add_all(other, stream)
    compare_new(ledger)
    compare_new(other)
    found, expected = dump(ledger), dump(other)
    if not expected["comparable"]:  # nothing was compared, and whether that was noted does not matter
        del found["compared"], expected["compared"]
    assert found == expected and not ledger.verify().faults


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_one_by_one_the_same_would_come_of_it(data: st.DataObject) -> None:
    with two_ledgers() as (ledger, other):
        load_somehow(data, ledger, other)


@pytest.mark.slow
@pytest.mark.timeout(600)
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_one_by_one_the_same_would_come_of_much_more(data: st.DataObject) -> None:
    with two_ledgers() as (ledger, other):
        load_somehow(data, ledger, other)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.needs(*PROGRAMS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_by_one_the_same_would_come_of_it_on_a_server(new_schema: Callable[[], str], data: st.DataObject) -> None:
    with two_ledgers(new_schema()) as (ledger, other):
        load_somehow(data, ledger, other)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_who_is_killed_while_loading_leaves_whole_lots(nowhere: str, other: SqlLedger) -> None:
    command = [sys.executable, "-m", "benchmarks.bulk_load", "--ways", "compared", "--made", "dispatches"]
    command += ["--documents", "240", "--at-once", "5", "--db", nowhere]
    chance, paths = random.Random(3), os.pathsep.join(path for path in sys.path if path)
    env, there = os.environ | {"PYTHONPATH": paths}, 0
    for _ in range(3):
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE) as child:
            assert child.stdout
            for _ in range(there // 5 + chance.randint(1, 4)):
                child.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            child.kill()
        with open_ledger(nowhere) as ledger:
            ((documents,),) = ledger.database.ask("SELECT count(*) FROM document")
            assert documents > there and documents % 5 == 0 and ledger.has_changes(RULES)
            assert ledger.verify().faults == ()
            there = documents
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    add_all(other, plain(Archive().make(240)))
    compare_new(other)
    with open_ledger(nowhere) as ledger:
        assert not ledger.has_changes(RULES)
        assert dump(ledger) == dump(other)

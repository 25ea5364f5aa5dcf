"""The events of an archive are those of a ledger with the same documents."""

import json
import tempfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.bulk.buckets import cut_buckets
from reportedly.bulk.comparisons import compare_archive
from reportedly.bulk.layout import BUCKETS
from reportedly.bulk.linking import PAIRS, Linker, Meeting, mark_fresh
from reportedly.compare.blocks import list_blocks
from reportedly.compare.memory import Memory
from reportedly.errors import ArchiveError
from reportedly.flow.adding import stamp
from reportedly.flow.comparing import find_events
from reportedly.ledger.opening import open_ledger
from reportedly.model.comparable import Comparable
from reportedly.model.ids import number_of
from reportedly.model.reading import Reading
from reportedly.present.contract import make_plain
from reportedly.present.event_contract import shape_event
from tests.bulk.dispatches import read_dispatches
from tests.bulk.made import NOW, Here, keep, tell_nobody
from tests.compare.sets import sets_of_readings
from tests.compare.test_grouping import claims, crowd


def events_of_ledger(readings: Sequence[Reading], path: Path) -> dict[str, Any]:
    """What a ledger makes of them, added one by one, by the event's id."""
    with open_ledger(path, create=True) as ledger:
        for each in readings:
            ledger.add(stamp(each.document, NOW), each)
        return {event.id: plain(make_plain(shape_event(event))) for event in find_events(ledger)}


def events_in(folder: Path) -> dict[str, Any]:
    """What lies in a folder of events, by the event's id."""
    rows = [row for path in sorted((folder / "events").glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    assert len({row["event_id"] for row in rows}) == len(rows)
    return {row["event_id"]: json.loads(row["event"]) for row in rows}


def plain(thing: Any) -> Any:
    """As it comes out of JSON."""
    return json.loads(json.dumps(thing, default=str))


@given(sets_of_readings(), st.integers(1, 4))
@settings(max_examples=12, deadline=None)
def test_events_are_those_of_a_ledger(readings: list[Reading], shard_documents: int) -> None:
    """However the documents are cut into shards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keep(folder / "archive", readings, shard_documents)
        compare_archive(folder / "archive", folder / "events", Here(), tell_nobody)
        assert events_in(folder / "events") == events_of_ledger(readings, folder / "ledger.db")


def tie(made: Sequence[Comparable], tasks: int, many: int) -> list[set[str]]:
    """The claims that are tied together, their keys compared by so many tasks; not pair by pair where more share a key."""
    linkers = [Linker() for _ in range(tasks)]
    keys: dict[int, list[tuple[int, Comparable]]] = {}
    for each in sorted(made, key=lambda claim: claim.rank):
        for key in list_blocks(each):
            keys.setdefault(key, []).append((number_of(each.claim), each))
    for key, some in keys.items():
        pairs = list(combinations(range(len(some)), 2))
        linkers[key % tasks].link(Meeting(some, pairs if len(some) <= many else None))
    names = {number_of(each.claim): each.claim for each in made}
    tied = [{each.claim} for each in made]
    for one, other in (pair for linker in linkers for pair in linker.links().tolist()):
        left = next(some for some in tied if names[one] in some)
        right = next(some for some in tied if names[other] in some)
        if left is not right:
            tied.remove(right)
            left |= right
    return tied


@pytest.mark.parametrize("made_up", [claims(), crowd()], ids=["few", "crowd"])
def test_what_is_of_one_group_is_tied(made_up: st.SearchStrategy[tuple[Comparable, ...]]) -> None:
    """Each component by itself gives the groups of the whole."""

    @given(made_up, st.integers(1, 5), st.integers(1, 15))
    @settings(max_examples=50, deadline=None)
    def check(made: tuple[Comparable, ...], tasks: int, many: int) -> None:
        whole = Memory()
        whole.add(made)
        wanted = {name: {each.claim for each in some} for name, some in whole.groups().items()}
        found: dict[str, set[str]] = {}
        for tied in tie(made, tasks, many):
            memory = Memory()
            memory.add([each for each in made if each.claim in tied])
            found |= {name: {each.claim for each in some} for name, some in memory.groups().items()}
        assert found == wanted

    check()


@given(st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=6, unique=True), max_size=8))
def test_each_pair_is_looked_at_under_one_key(keys: list[list[int]]) -> None:
    """Under the first under which it meets; those that many share are left out."""
    crowd = list(range(100, 100 + len(PAIRS)))
    claims = np.array([claim for some in [*keys, crowd] for claim in some], dtype=np.int64)
    fresh = list(mark_fresh(claims, np.array([len(some) for some in [*keys, crowd]], dtype=np.int64)))
    assert len(fresh) == len(keys)
    seen: set[frozenset[int]] = set()
    for some, pairs in zip(keys, fresh, strict=True):
        met = [frozenset(pair) for pair in combinations(some, 2)]
        assert [frozenset((some[one], some[other])) for one, other in pairs] == [
            pair for pair in met if pair not in seen
        ]
        seen |= set(met)


@given(st.integers(0, 10**10), st.integers(1, 10**6))
def test_every_bucket_is_in_one_task(total: int, of_a_task: int) -> None:
    """However much there is."""
    tasks = cut_buckets(total, of_a_task)
    assert [bucket for _, first, last in tasks for bucket in range(first, last + 1)] == list(range(BUCKETS))
    assert len({name for name, *_ in tasks}) == len(tasks)


def test_what_is_compared_is_not_compared_again(tmp_path: Path) -> None:
    """A second run finds everything there; a file that was taken away comes back."""
    readings = read_dispatches()
    keep(tmp_path / "archive", readings)
    first = compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)
    written = {path: path.stat().st_mtime_ns for path in (tmp_path / "events").rglob("*.parquet")}
    assert compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "events").rglob("*.parquet")} == written
    wanted = events_in(tmp_path / "events")
    next((tmp_path / "events" / "events").glob("alone-*.parquet")).unlink()
    compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)
    assert events_in(tmp_path / "events") == wanted


def test_what_came_later_is_compared_too(tmp_path: Path) -> None:
    """The events of what an archive was before are taken away."""
    readings = read_dispatches()
    keep(tmp_path / "archive", readings[:1])
    compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)
    keep(tmp_path / "archive", readings)
    compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)
    assert events_in(tmp_path / "events") == events_of_ledger(readings, tmp_path / "ledger.db")


def test_an_archive_without_documents_has_no_events(tmp_path: Path) -> None:
    """Nothing could be read in its inputs."""
    keep(tmp_path / "archive", [])
    assert compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody).counts["events"] == 0


def test_events_may_lie_beside_the_readings(tmp_path: Path) -> None:
    """One folder for both."""
    keep(tmp_path, read_dispatches())
    compare_archive(tmp_path, tmp_path, Here(), tell_nobody)
    assert events_in(tmp_path)


def test_an_archive_that_is_not_wholly_read_is_refused(tmp_path: Path) -> None:
    """Events of a half of it would be taken for those of the whole."""
    archive = keep(tmp_path / "archive", read_dispatches())
    archive.layout.manifest("block", archive.shards()[0].name).unlink()
    with pytest.raises(ArchiveError, match="not wholly read"):
        compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)

"""What is known and what is replaced is judged as if documents were added one by one."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Part
from reportedly.bulk.settling import Key, judge, key_of, settle
from reportedly.bulk.taking import write_shard
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.model.document import Document
from reportedly.model.held import Outcome

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
SEEN = Document(text="Shelling was reported.", outlet="Harbour Post", published=date(2026, 1, 1), captured_at=FIRST)

documents = st.builds(
    lambda text, outlet, raw, locator, url, later: replace(
        SEEN,
        text=text,
        outlet=outlet,
        raw_sha256=raw,
        locator=locator,
        url=url,
        captured_at=FIRST + timedelta(minutes=later),
    ),
    st.sampled_from(["Shelling was reported.", "Shelling was reported again.", "It was quiet."]),
    st.sampled_from([None, "Harbour Post", "Hill Courier"]),
    st.sampled_from([None, "00", "11"]),
    st.sampled_from([None, "a", "b"]),
    st.sampled_from([None, "https://example.org/1"]),
    st.integers(0, 2),
)


def add_all(some: Sequence[Document]) -> tuple[list[int], list[int]]:
    """What becomes of them in a ledger: the numbers of those that are known, and of those that stand no longer at the end."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "new.db", create=True) as ledger:
        added = [ledger.add(each) for each in some]
        known = [number for number, each in enumerate(added) if each.outcome is Outcome.KNOWN]
        standing = {each.id for each in ledger.documents(Query(limit=100)).items if each.replaced_by is None}
        numbers = {each.id: number for number, each in enumerate(added) if number not in known}
        old = ledger.database.ask("SELECT id FROM document WHERE until IS NOT NULL")
    assert standing <= numbers.keys()
    return known, sorted(numbers[id_] for (id_,) in old)


@given(st.lists(documents, max_size=7))
@example(
    [
        replace(SEEN, locator="a"),
        replace(SEEN, text="It was quiet.", locator="a", captured_at=FIRST - timedelta(days=1)),
    ]
)
@settings(max_examples=60, deadline=None)
def test_it_is_as_in_a_ledger(some: list[Document]) -> None:
    """The same words again, the same bytes, a later version, an earlier one that comes late."""
    keys = np.array([key_of(each) for each in some], dtype=Key)
    assert judge(keys) == add_all(some)


def test_rows_are_counted_in_their_shard(tmp_path: Path) -> None:
    """A repetition in the second shard."""
    first = [replace(SEEN, text=text) for text in ("one", "two", "three")]
    parts: list[Part] = [write_shard(Layout(tmp_path), name, some) for name, some in (("a", first), ("b", first[1:]))]
    settled = settle(Layout(tmp_path), parts)
    assert settled.known == {"b": (0, 1)}
    assert settled.replaced == {}

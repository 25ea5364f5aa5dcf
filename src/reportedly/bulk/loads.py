"""An archive into a ledger, with what was compared of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from reportedly.bulk.archives import Archive
from reportedly.bulk.comparisons import COMPARED, demand_blocks, name_comparison
from reportedly.bulk.connecting import look_up
from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import load
from reportedly.bulk.shards import each_read
from reportedly.bulk.tables import read_rows
from reportedly.compare.rules import name_rules
from reportedly.errors import ArchiveError
from reportedly.ledger.loading import Loading, Progress
from reportedly.ledger.lots import Loaded
from reportedly.ledger.rows import restore_comparable
from reportedly.ledger.store import Ledger
from reportedly.model.comparable import Comparable
from reportedly.model.ids import make_id, number_of, spell_id

Numbers = NDArray[np.int64]

Compared = tuple[Comparable, Collection[int], str]


@dataclass(frozen=True, slots=True)
class Groups:
    """The group of every claim of an archive that was compared."""

    claims: Numbers
    """In order."""
    groups: Numbers

    @classmethod
    def of(cls, layout: Layout) -> "Groups":
        """The groups that lie in a folder of events."""
        claims, groups = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for path in layout.tables("members"):
            table = pq.read_table(path, columns=["claim_id", "group_id"])
            claims.append(np.fromiter(map(number_of, table["claim_id"].to_pylist()), dtype=np.int64))
            groups.append(np.fromiter(map(number_of, table["group_id"].to_pylist()), dtype=np.int64))
        all_claims, at = np.unique(np.concatenate(claims), return_index=True)
        return cls(all_claims, np.concatenate(groups)[at])

    def find(self, claims: list[str]) -> list[str | None]:
        """The claim after which the group of each is named; None for what was not compared."""
        wanted = np.fromiter(map(number_of, claims), dtype=np.int64, count=len(claims))
        return [spell_id(group) if group >= 0 else None for group in look_up(self.claims, self.groups, wanted).tolist()]


@dataclass(frozen=True, slots=True)
class Load:
    """An archive that may go into ledgers, with what was compared of it."""

    archive: Archive
    groups: Groups | None

    @classmethod
    def of(cls, root: Path, events: Path | None = None) -> "Load":
        """The archive in a folder.

        Args:
            events: what `bulk compare` made of it: an empty ledger takes that over, and compares nothing again.

        Raises:
            ArchiveError: if there is no archive, or the events are of another.
        """
        archive = Archive.at(root)
        return cls(archive, None if events is None else find_groups(archive, events))

    def into(self, ledger: Ledger, progress: Progress | None = None) -> Loading:
        """Put all that is read into a ledger, as if it were added document by document."""
        rules = None if self.groups is None else name_rules()
        return ledger.load(each_loaded(self.archive, self.groups), rules=rules, progress=progress)


def find_groups(archive: Archive, events: Path) -> Groups:
    """What was compared of an archive.

    Raises:
        ArchiveError: if that is of another archive, or of what it was before.
    """
    made = load(Layout(events).manifest(COMPARED, COMPARED))
    if made is None or made.made_from != name_comparison(demand_blocks(archive), archive.settled()):
        raise ArchiveError(
            str(events),
            f"holds no events of {archive.layout.root} as it is now; make them with"
            f" `reportedly bulk compare {archive.layout.root} --out {events}`",
        )
    return Groups.of(Layout(events))


def each_loaded(archive: Archive, groups: Groups | None) -> Iterator[Loaded]:
    """Every document of an archive that is no repetition, in order."""
    known = archive.settled().known
    for shard in archive.done("read"):
        compared = list_compared(archive.layout, shard, groups) if groups is not None else None
        for _, document, reading in each_read(archive.layout.root, shard, known.get(shard, ())):
            own = None if compared is None else compared.get(make_id("document", document.id), ())
            yield Loaded(document=document, reading=reading, compared=own)


def list_compared(layout: Layout, shard: str, groups: Groups) -> Mapping[str, list[Compared]]:
    """What was compared in a shard, by document."""
    rows = list(read_rows(layout.table("comparables", shard)))
    keys = list_keys(layout.table("blocks", shard))
    found: dict[str, list[Compared]] = defaultdict(list)
    for row, group in zip(rows, groups.find([row["claim_id"] for row in rows]), strict=True):
        if group is not None:
            comparable = restore_comparable(row["comparable"].encode("utf-8"))
            found[row["document_id"]].append((comparable, keys.get(number_of(comparable.claim), []), group))
    return found


def list_keys(path: Path) -> Mapping[int, list[int]]:
    """The blocking keys of each claim of a shard, by the claim's number."""
    table = pq.read_table(path, columns=["claim", "key"])
    grouped = table.group_by("claim").aggregate([("key", "list")])
    return dict(zip(grouped["claim"].to_pylist(), grouped["key_list"].to_pylist(), strict=True))

"""How far an archive is, what went wrong in it and what it takes on the disk."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.bulk.archives import LISTED, Archive
from reportedly.bulk.comparisons import COMPARED, STAGES
from reportedly.bulk.layout import TABLES, Layout
from reportedly.bulk.manifests import Manifest, load
from reportedly.bulk.troubles import Cause, merge
from reportedly.errors import ArchiveError


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the way."""

    stage: str
    done: int
    """Tasks."""
    total: int | None
    """None if it is not known yet how many there are."""
    counts: Mapping[str, int]
    cpu_s: float
    """Seconds of one core, over all workers and runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """An archive, or a folder of events."""

    stages: tuple[Stage, ...]
    troubles: Mapping[str, Cause]
    """By cause, the commonest first."""
    bytes_of: Mapping[str, int]
    """What each table takes on the disk."""


def tell_status(root: Path) -> Status:
    """How far it is in a folder; others may be at work on it.

    Raises:
        ArchiveError: if there is nothing of ours.
    """
    layout = Layout(root)
    stages: list[Stage] = []
    troubles: list[Mapping[str, Cause]] = []
    if (root / LISTED).is_file():
        archive = Archive.at(root)
        taken, shards = archive.taken(), len(archive.shards())
        stages.append(sum_up("take", taken, len(archive.listed())))
        troubles += [each.troubles for each in taken]
        for name in ("read", "block"):
            done = list(archive.done(name).values())
            stages.append(sum_up(name, done, shards))
            troubles += [each.troubles for each in done]
    if (root / "manifests" / COMPARED).is_dir():
        stages += [sum_up(name, list_manifests(layout, name), None) for name in STAGES]
        whole = load(layout.manifest(COMPARED, COMPARED))
        stages.append(sum_up(COMPARED, [whole] if whole else [], 1))
    if not stages:
        raise ArchiveError(str(root), "holds no archive; make one with `reportedly bulk read INPUT… --out FOLDER`")
    return Status(stages=tuple(stages), troubles=merge(troubles), bytes_of=measure(layout))


def list_manifests(layout: Layout, stage: str) -> list[Manifest]:
    """All that came of a stage."""
    found = (load(path) for path in sorted((layout.root / "manifests" / stage).glob("*.json")))
    return [manifest for manifest in found if manifest is not None]


def sum_up(stage: str, manifests: Iterable[Manifest], total: int | None) -> Stage:
    """What came of the tasks of a stage together."""
    counts: Counter[str] = Counter()
    some = list(manifests)
    for each in some:
        counts.update(each.counts)
    return Stage(stage=stage, done=len(some), total=total, counts=dict(counts), cpu_s=sum(each.cpu_s for each in some))


def measure(layout: Layout) -> dict[str, int]:
    """The bytes of each table that is there."""
    found = {name: sum(path.stat().st_size for path in layout.tables(name)) for name in TABLES}
    return {name: size for name, size in found.items() if size}

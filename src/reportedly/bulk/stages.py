"""One stage over all its tasks: what is done already is left as it is, what comes is noted down."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.bulk.engines import Engine, Lost, T, Work
from reportedly.bulk.layout import Layout
from reportedly.bulk.manifests import Manifest, load, save


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a stage is."""

    stage: str
    done: int
    """Of `total`, with what was done in runs before."""
    total: int
    counts: Mapping[str, int]
    """What this run has done so far."""
    seconds: float
    """How long this run has been at the stage."""
    done_now: int
    """Of `done`, what this run did."""

    @property
    def left_s(self) -> float | None:
        """About how long the rest takes; None while that cannot be told."""
        return (self.total - self.done) * self.seconds / self.done_now if self.done_now and self.seconds > 1 else None


Told = Callable[[Progress], object]


@dataclass(slots=True)
class Staged:
    """What came of a stage."""

    manifests: list[Manifest] = field(default_factory=list)
    """In the order of the tasks."""
    lost: list[Lost] = field(default_factory=list)


def run_stage(
    engine: Engine,
    work: Work[T],
    tasks: Sequence[T],
    layout: Layout,
    told: Told,
    sizes: Mapping[str, int] | None = None,
) -> Staged:
    """Do the tasks of a stage that are not done yet.

    Args:
        layout: the folder in which the manifests are kept.
        sizes: how much each task is of the whole, by its name; by default all are alike.
    """
    done = {
        task.name: manifest
        for task in tasks
        if (manifest := load(layout.manifest(work.stage, task.name))) is not None
        and manifest.made_from == task.made_from
        and all(path.exists() for path in work.makes(task))
    }
    size = sizes or {task.name: 1 for task in tasks}
    before = sum(size[name] for name in done)
    progress = Progress(stage=work.stage, done=before, total=sum(size.values()), counts={}, seconds=0.0, done_now=0)
    staged, counts, begun = Staged(), Counter[str](), time.monotonic()
    told(progress)
    for came in engine.run(work, [task for task in tasks if task.name not in done]):
        if isinstance(came, Lost):
            staged.lost.append(came)
            continue
        save(layout.manifest(work.stage, came.task), came)
        done[came.task] = came
        counts.update(came.counts)
        now = progress.done_now + size[came.task]
        progress = replace(
            progress, done=before + now, done_now=now, counts=dict(counts), seconds=time.monotonic() - begun
        )
        told(progress)
    staged.manifests = [done[task.name] for task in tasks if task.name in done]
    return staged

"""The engine `ray`: workers of Ray Data, on this machine or on a cluster.

Ray hands out tasks and sees to workers that die. Nothing else goes through it: what a task reads and writes are files that
all workers see, and what belongs together is brought together by our own buckets.
"""

import logging
import os
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from reportedly.bulk.engines import TRIES, Lost, Work, make_portable, say_lost
from reportedly.bulk.manifests import Manifest
from reportedly.errors import MissingExtraError

QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
"""Nothing is told to Ray's makers, and of its own affairs only to its log files."""

COUNTER = "reportedly begun"
OBJECT_STORE_BYTES = 200 << 20
"""Only tasks and what came of them travel, so the least that Ray is content with is enough."""


class OnRay:
    """The workers of a Ray cluster; one is started on this machine where none is named."""

    def __init__(self, workers: int, address: str | None = None) -> None:
        self.workers = workers
        for name, value in QUIET.items():
            os.environ.setdefault(name, value)
        try:
            import ray
            import ray.data
        except ImportError as error:
            raise MissingExtraError("--engine ray", "Ray", "bulk") from error
        self._ray: Any = ray
        local: dict[str, Any] = {
            "num_cpus": workers,
            "object_store_memory": OBJECT_STORE_BYTES,
            "include_dashboard": False,
        }
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **({} if address else local))
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        ray.data.DataContext.get_current().enable_progress_bars = False

    def run(self, work: Work[Any], tasks: Sequence[Any]) -> Iterator[Manifest | Lost]:
        """As `Engine` asks for."""
        name = f"{COUNTER} {uuid4()}"
        counter = self._ray.remote(num_cpus=0)(Begun).options(name=name).remote()
        rows = [{"errand": pickle.dumps((work, task)), "counter": name} for task in tasks]
        if not rows:
            return
        data = self._ray.data.from_items(rows, override_num_blocks=len(rows))
        strategy = self._ray.data.ActorPoolStrategy(size=min(self.workers, len(rows)))
        for row in data.map(OnWorker, compute=strategy, num_cpus=1).iter_rows():
            came = pickle.loads(row["came"])
            if isinstance(came, BaseException):
                raise came
            yield came
        del counter  # it lives as long as somebody here knows it

    def close(self) -> None:
        """As `Engine` asks for."""
        self._ray.shutdown()


class Begun:
    """How often each task was begun: Ray itself would try one that kills its worker for ever."""

    def __init__(self) -> None:
        self._begun: Counter[str] = Counter()

    def begin(self, task: str) -> int:
        """Count one more; how many it are."""
        self._begun[task] += 1
        return self._begun[task]


class OnWorker:
    """What lives on a worker. What a task has loaded, such as models, stays loaded for the next."""

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        import ray

        work, task = pickle.loads(row["errand"])
        counter: Any = ray.get_actor(row["counter"])
        begun: int = ray.get(counter.begin.remote(task.name))
        came: object
        if begun > TRIES:
            came = say_lost(task)
        else:
            try:
                came = work(task)
            except Exception as error:  # noqa: BLE001 - it is raised where somebody can tell the user
                came = make_portable(error)
        return {"came": pickle.dumps(came)}

"""The engine `local`: worker processes on this machine.

The standard library's own pool gives up all that is at work when one worker dies, and does not say whose fault it was; so
each worker has its own pipe here.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.process import BaseProcess
from typing import Any

from reportedly.bulk.engines import TRIES, Lost, Task, Work, make_portable, say_lost
from reportedly.bulk.manifests import Manifest

RECYCLED_MB = 2_000
"""A worker that has needed more memory is replaced after its task."""
SPAWNED = multiprocessing.get_context("spawn")
"""Workers begin empty, on every system: a copy of a process with threads may stand still."""


@dataclass(slots=True)
class Worker:
    """A process, the pipe to it, and what it is at."""

    process: BaseProcess
    pipe: Connection
    task: Task | None = None


class Pool:
    """Workers that load what they need once, and are replaced if they die."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # workers inherit it: each has a core, and no more
        self._at_work: list[Worker] = []

    def run(self, work: Work[Any], tasks: Sequence[Any]) -> Iterator[Manifest | Lost]:
        """As `Engine` asks for."""
        waiting, deaths = deque(tasks), Counter[str]()
        while waiting or any(each.task for each in self._at_work):
            self._hand_out(work, waiting)
            busy = {each.pipe: (each, each.task) for each in self._at_work if each.task}
            for ready in wait_for(list(busy)):
                worker, task = busy[ready]  # type: ignore[index]  # we handed in connections alone
                worker.task = None
                try:
                    came, memory_mb = worker.pipe.recv()
                except (EOFError, OSError):
                    self._dismiss(worker)
                    deaths[task.name] += 1
                    if deaths[task.name] < TRIES:
                        waiting.append(task)
                    else:
                        yield say_lost(task)
                    continue
                if memory_mb > RECYCLED_MB:
                    self._dismiss(worker)
                if isinstance(came, BaseException):
                    raise came
                yield came

    def close(self) -> None:
        """As `Engine` asks for; what is at work is stopped."""
        for worker in list(self._at_work):
            self._dismiss(worker)

    def _hand_out(self, work: Work[Any], waiting: "deque[Any]") -> None:
        """Give every worker something to do."""
        while waiting:
            worker = next((each for each in self._at_work if each.task is None), None)
            if worker is None:
                if len(self._at_work) >= self.workers:
                    return
                worker = self._hire()
            try:
                worker.pipe.send((work, waiting[0]))
            except OSError:  # it died while it had nothing to do
                self._dismiss(worker)
                continue
            worker.task = waiting.popleft()

    def _hire(self) -> Worker:
        ours, theirs = SPAWNED.Pipe()
        process = SPAWNED.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()  # so that the pipe ends when the worker does
        worker = Worker(process, ours)
        self._at_work.append(worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        self._at_work.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()


def serve(pipe: Connection) -> None:
    """Do what comes through the pipe, until it ends. Interrupting is the driver's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_driver, daemon=True).start()
    while True:
        try:
            work, task = pipe.recv()
        except EOFError:
            return
        try:
            came = work(task)
        except Exception as error:  # noqa: BLE001 - it is raised where somebody can tell the user
            came = make_portable(error)
        pipe.send((came, peak_memory_mb()))


def end_with_driver() -> None:
    """Go when the driver is gone, however it went, in the middle of whatever is being done."""
    driver = multiprocessing.parent_process()
    if driver is not None:
        wait_for([driver.sentinel])
        os._exit(1)


def peak_memory_mb() -> float:
    """The most memory that this process has needed; 0 where nobody tells."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1024

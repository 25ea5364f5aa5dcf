"""Workers on this machine: they may die, be stopped or fail, and nothing is lost by it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportedly.bulk.engines import TRIES, Lost
from reportedly.bulk.manifests import Manifest
from reportedly.bulk.on_ray import OnRay
from reportedly.bulk.pool import Pool
from reportedly.errors import ArchiveError


@dataclass(frozen=True)
class Errand:
    """A task for these tests."""

    name: str
    deaths: int = 0
    """Of so many workers."""
    fails: bool = False
    breaks: bool = False
    """By a fault of the program, with an error that no pipe takes."""
    made_from: str = "nothing"


class OddError(Exception):
    """What a library may raise."""


@dataclass(frozen=True)
class Run:
    """Leaves a file for each time it is begun."""

    folder: Path
    stage = "errand"

    def makes(self, task: Errand) -> list[Path]:
        return []

    def __call__(self, task: Errand) -> Manifest:
        begun = len(list(self.folder.glob(f"{task.name}-*")))
        (self.folder / f"{task.name}-{begun}").touch()
        if begun < task.deaths:
            os.kill(os.getpid(), signal.SIGKILL)
        if task.breaks:
            raise OddError(self.folder, lambda: None)
        if task.fails:
            raise ArchiveError(task.name, "failed")
        return Manifest(task=task.name, made_from=task.made_from, counts={"pid": os.getpid()})


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_ray_gives_up_too(tmp_path: Path) -> None:
    """A task that kills whoever takes it; the others are done."""
    engine = OnRay(2)
    try:
        came = list(engine.run(Run(tmp_path), [Errand("a"), Errand("always", deaths=99), Errand("b")]))
    finally:
        engine.close()
    assert {each.task for each in came if isinstance(each, Manifest)} == {"a", "b"}
    assert [each.task for each in came if isinstance(each, Lost)] == ["always"]
    assert len(list(tmp_path.glob("always-*"))) == TRIES


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    """Its task is done by another; one that kills whoever takes it is given up, and the others go on."""
    tasks = [Errand("a"), Errand("twice", deaths=TRIES - 1), Errand("always", deaths=99), *(Errand(x) for x in "bcde")]
    pool = Pool(2)
    try:
        came = list(pool.run(Run(tmp_path), tasks))
    finally:
        pool.close()
    assert {each.task for each in came if isinstance(each, Manifest)} == {"a", "twice", "b", "c", "d", "e"}
    assert [each.task for each in came if isinstance(each, Lost)] == ["always"]
    assert len(list(tmp_path.glob("always-*"))) == TRIES
    assert len(list(tmp_path.glob("a-*"))) == 1


def test_what_a_task_raises_is_raised(tmp_path: Path) -> None:
    """As it is, where somebody can tell the user."""
    pool = Pool(1)
    with pytest.raises(ArchiveError, match="b failed"):
        list(pool.run(Run(tmp_path), [Errand("a"), Errand("b", fails=True)]))
    pool.close()


def test_a_fault_of_the_program_says_where_it_is(tmp_path: Path) -> None:
    """Though the error itself cannot travel."""
    pool = Pool(1)
    with pytest.raises(RuntimeError, match=r"(?s)test_pool\.py.*OddError"):
        list(pool.run(Run(tmp_path), [Errand("a", breaks=True)]))
    pool.close()


DRIVER = """
import sys, time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from reportedly.bulk.pool import Pool

@dataclass
class Task:
    name: str

class Sleep:
    def __call__(self, task):
        import os
        Path(sys.argv[-1], str(os.getpid())).touch()
        time.sleep(600)

if __name__ == "__main__":
    list(Pool(2).run(Sleep(), [Task("a"), Task("b")]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes by their numbers")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_go_when_their_driver_goes(tmp_path: Path, how: signal.Signals) -> None:
    """Killed or interrupted, in the middle of a task."""
    script, folder = tmp_path / "driver.py", tmp_path / "begun"
    folder.mkdir()
    script.write_text(DRIVER, encoding="utf-8")
    driver = subprocess.Popen([sys.executable, str(script), str(folder)], stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: len(list(folder.iterdir())) == 2)
        driver.send_signal(how)
        driver.wait(20)
        wait_until(lambda: not any(is_alive(int(each.name)) for each in folder.iterdir()))
    finally:
        driver.kill()


def wait_until(is_so: Callable[[], bool], timeout_s: float = 60) -> None:
    """Wait for something that comes soon."""
    end = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    """Is there such a process still, and not only its end to be noticed?"""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False

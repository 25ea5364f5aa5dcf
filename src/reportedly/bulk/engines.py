"""Who does the tasks: workers on this machine, or those of a cluster. What comes of it is the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exception
from typing import Protocol, TypeVar

from reportedly.bulk.manifests import Manifest
from reportedly.errors import ReportedlyError


class Task(Protocol):
    """One piece of work, which goes to a worker as it is."""

    @property
    def name(self) -> str: ...
    @property
    def made_from(self) -> str: ...


T = TypeVar("T", bound=Task)
T_contra = TypeVar("T_contra", bound=Task, contravariant=True)


class Work(Protocol[T_contra]):
    """What is done with each task of a stage.

    It may be done twice, also by two workers at once: what it writes is there whole or not at all, and the same each time.
    """

    @property
    def stage(self) -> str: ...
    def makes(self, task: T_contra) -> Sequence[Path]:
        """The files that must be there where a task is done."""
        ...

    def __call__(self, task: T_contra) -> Manifest: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A task that killed its worker each time it was tried."""

    task: str
    why: str


TRIES = 3
"""A task that killed so many workers is given up."""


def say_lost(task: Task) -> Lost:
    """The task is given up."""
    return Lost(task=task.name, why=f"its worker died {TRIES} times, perhaps for want of memory")


def make_portable(error: Exception) -> Exception:
    """What a task raised, such that it comes through a pipe: our own errors as they are, a bug with where it happened."""
    if isinstance(error, ReportedlyError):
        return error
    return RuntimeError("".join(format_exception(error)))


class Engine(Protocol):
    """Workers."""

    def run(self, work: Work[T], tasks: Sequence[T]) -> Iterator[Manifest | Lost]:
        """What came of each task, in any order. What a task raises is raised here, and the others are given up."""
        ...

    def close(self) -> None:
        """Send the workers home."""
        ...

"""Where everything lies in the folder of an archive, and how it gets there whole."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import ArchiveError

Numbers = NDArray[np.int64]

BUCKETS = 4096
"""Claims that may speak of one happening, and groups that belong together, meet in the same of so many buckets."""

TABLES = ("documents", "readings", "claims", "comparables", "blocks", "events", "members")
"""The folders that hold Parquet."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folder of an archive, or of its events."""

    root: Path

    def table(self, name: str, part: str) -> Path:
        """The Parquet file with a part of a table."""
        return self.root / name / f"{part}.parquet"

    def tables(self, name: str) -> list[Path]:
        """The parts of a table, in order."""
        return sorted((self.root / name).glob("*.parquet"))

    def manifest(self, stage: str, task: str) -> Path:
        """What came of a task."""
        return self.root / "manifests" / stage / f"{task}.json"

    def keys(self, part: str) -> Path:
        """The numbers by which the documents of a shard are told apart."""
        return self.root / "keys" / f"{part}.npy"

    def work(self, name: str) -> Path:
        """Something that is needed only until the events are there."""
        return self.root / "work" / name


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make a file beside `path`, and put it there once it is whole and on the disk.

    Raises:
        ArchiveError: if it cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise ArchiveError(str(path), f"cannot be written ({error.strerror or error})") from error
    finally:
        unfinished.unlink(missing_ok=True)


def save_array(path: Path, array: NDArray[Any]) -> None:
    """Write an array; it is there whole or not at all."""

    def write(unfinished: Path) -> None:
        with unfinished.open("wb") as file:
            np.save(file, array)

    write_whole(path, write)


def sweep(root: Path) -> None:
    """Take away what killed workers left unfinished. Nobody else may be at work."""
    for left in root.rglob(".*.part"):
        left.unlink(missing_ok=True)


@contextmanager
def alone_in(root: Path) -> Iterator[None]:
    """Be the only one who works on a folder; the hold ends with the process, however that ends.

    Raises:
        ArchiveError: if somebody else is at work there, or the folder cannot be made.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        file = (root / ".lock").open("a+")
    except OSError as error:
        raise ArchiveError(
            str(root), f"cannot be used as a folder ({error.strerror or error}); name another"
        ) from error
    with file:
        try:
            hold(file.fileno())
        except OSError as error:
            raise ArchiveError(str(root), "is being worked on by another run; wait for it, or stop it") from error
        yield


if sys.platform == "win32":
    import msvcrt

    def hold(number: int) -> None:
        """Take an open file for oneself, at once or not at all."""
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def hold(number: int) -> None:
        """Take an open file for oneself, at once or not at all."""
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

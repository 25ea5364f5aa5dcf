"""What came of each task: written when all that it made is there, so that a run that broke off goes on where it was."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.bulk.layout import write_whole
from reportedly.bulk.troubles import Cause
from reportedly.errors import StoredFormError
from reportedly.ledger.rows import read, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a table that a task made."""

    name: str
    digest: str
    """Of what it holds, by the documents' content."""
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What came of one task."""

    task: str
    made_from: str
    """A digest of all on which the result hangs: while it is the same, the task is not done again."""
    counts: Mapping[str, int] = field(default_factory=dict)
    troubles: Mapping[str, Cause] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    cpu_s: float = 0.0
    """Seconds of one core."""


def save(path: Path, manifest: Manifest) -> None:
    """Write a manifest; all that it speaks of must be there."""
    write_whole(path, lambda unfinished: unfinished.write_bytes(write(manifest)))


def load(path: Path) -> Manifest | None:
    """The manifest at `path`; None if there is none that can be read, so that the task is done again."""
    try:
        return read(path.read_bytes(), Manifest)
    except (OSError, StoredFormError):
        return None


def digest(parts: Iterable[object]) -> str:
    """One name for some things, by their words."""
    return hashlib.sha256("\x00".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

"""What a file is, seen from its first bytes, before anything opens it."""

import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from threading import RLock

from reportedly.errors import LedgerError
from reportedly.ledger.migrating import MADE_BY_NEWER, NO_LEDGER, NOT_THERE

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
VERSION_AT = 60
APPLICATION_AT = 68
APPLICATION_ID = 0x72656C67
"""In the header, so that a ledger is told from any other SQLite file."""

OPEN_HERE: Counter[str] = Counter()
GUARD = RLock()


def note_opened(path: Path) -> str:
    """Note that this process opens the file; under which name to note that it closes it."""
    name = str(path.resolve())
    with GUARD:
        OPEN_HERE[name] += 1
    return name


def note_closed(name: str) -> None:
    """Note that what `note_opened` noted is over."""
    with GUARD:
        OPEN_HERE[name] -= 1


@contextmanager
def unless_open_here(path: Path) -> Iterator[bool]:
    """Whether the file may be read by other means than SQLite's: while this process has it open it must not.

    Whoever closes a file, POSIX says, gives up all locks that the process has on it, those of SQLite too.
    """
    with GUARD:
        yield not OPEN_HERE[str(path.resolve())]


def look_at(path: Path, newest: int, *, create: bool) -> bool:
    """See that a ledger is at `path`, or can be made there. Nothing is touched.

    Returns:
        Whether it is sure; else something may be there that is no ledger, or one that is being made.

    Raises:
        LedgerError: if it is something else, or its tables are of a later version than `newest`.
    """
    if path.is_dir():
        raise LedgerError(str(path), "is a folder; name a file in it")
    if not path.exists():
        if not create:
            raise LedgerError(str(path), NOT_THERE)
        if not path.parent.is_dir():
            raise LedgerError(str(path), f"cannot be made: there is no folder {path.parent}")
        return True
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read: {error.strerror}") from error
    if not header:
        return True
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise LedgerError(str(path), NO_LEDGER)
    (version,) = struct.unpack_from(">i", header, VERSION_AT)
    (application,) = struct.unpack_from(">i", header, APPLICATION_AT)
    if application not in (0, APPLICATION_ID) or (application == 0 and version):
        raise LedgerError(str(path), NO_LEDGER)
    if version > newest:
        raise LedgerError(str(path), MADE_BY_NEWER)
    return bool(application)


def beside(path: Path) -> Iterator[Path]:
    """`path`, and where that is taken, others like it."""
    return chain([path], (path.with_name(f"{path.name}.{number}") for number in count(2)))

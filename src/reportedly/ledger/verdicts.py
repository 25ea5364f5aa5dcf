"""What a ledger says of itself."""

from dataclasses import dataclass
from datetime import datetime

from reportedly.model.held import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was written."""

    where: str
    """Which row, with its table's name first: `entry 12 (document rp-…)`, `claim rp-… since 3`."""
    wrong: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An entry whose content was forgotten."""

    entry: Entry
    who: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What checking every row came to."""

    entries: int
    seq: int
    """The number of the last entry; with `hash` it can be noted elsewhere and compared later."""
    hash: str
    faults: tuple[Fault, ...]
    """The first of them."""
    found: int
    """How many faults there are, shown or not."""
    forgotten: tuple[Gone, ...]
    """The entries whose content was forgotten on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What a forgetting took out."""

    id: str
    entries: int
    """How many entries lost their content."""
    also: tuple[str, ...]
    """The ids of what is still there and may hold the same: other versions, a web capture that others share."""
    left: tuple[str, ...]
    """Where traces may be left that this program cannot reach, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened to a thing."""

    entry: Entry
    what: str
    """In words."""
    details: tuple[str, ...] = ()
    """What changed, line by line."""

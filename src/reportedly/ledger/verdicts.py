"""What a ledger says of itself."""

from dataclasses import dataclass

from reportedly.model.held import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was written."""

    where: str
    """Which row: `entry 12 (document rp-…)`, or a row by which things are found."""
    wrong: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What checking every row came to."""

    entries: int
    seq: int
    """The number of the last entry; with `hash` it can be noted elsewhere and compared later."""
    hash: str
    faults: tuple[Fault, ...]
    forgotten: tuple[Entry, ...]
    """The entries whose content was forgotten on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What a forgetting took out."""

    id: str
    entries: int
    also: tuple[str, ...]
    """The ids of other versions of the document, which are still there."""
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

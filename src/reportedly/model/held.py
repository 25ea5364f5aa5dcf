"""What a ledger holds, as it gives it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.reading import MadeBy
from reportedly.model.source import Source

T = TypeVar("T")


class EntryKind(StrEnum):
    """What an entry of a ledger records."""

    DOCUMENT = "document"
    CAPTURE = "capture"
    READING = "reading"
    REVIEW = "review"
    FORGETTING = "forgetting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the record. Rows are only ever added, each bound to the one before."""

    seq: int
    """1, 2, 3 … without a gap."""
    id: str
    kind: EntryKind
    subject: str | None
    """The id of what it is about: a reading's document, a review's claim."""
    at: datetime
    """When it was added, UTC."""
    content_sha256: bytes
    """Of the content, which lies beside the entry and may have been forgotten."""
    previous: bytes
    """The hash of the entry before; 32 zero bytes for the first."""
    hash: bytes
    """Of all the above together."""


class Outcome(StrEnum):
    """What became of a document that was to be added."""

    NEW = "new"
    VERSION = "version"
    """The publisher changed it: it was added, and linked to the version before."""
    KNOWN = "known"
    """It is there already; nothing changed."""
    FORGOTTEN = "forgotten"
    """It was forgotten on purpose; nothing changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a document that was to be added."""

    outcome: Outcome
    id: str
    """Of the document as the ledger has it."""
    replaces: str | None = None
    """The id of the version before."""


class Verdict(StrEnum):
    """What people made of a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """A claim of a ledger with all that one needs to show it."""

    claim: Claim
    """As corrected; its id is its lasting one."""
    document: Document
    document_id: str
    """Its short id in the ledger."""
    sources: Mapping[str, Source]
    """The sources of its reading, by their ids there."""
    source_ids: Mapping[str, str]
    """The lasting ids of the same."""
    flags: tuple[Flag, ...]
    """Those that are about it; they name claims by their lasting ids."""
    made_by: MadeBy
    reading_id: str
    seq: int
    """The entry since which it stands like this."""
    verdict: Verdict | None = None
    corrected: tuple[str, ...] = ()
    """The fields that a person corrected."""
    notes: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    """The claims of which a person said that they speak of the same happening."""
    apart: tuple[str, ...] = ()
    """The claims of which a person said that they do not."""
    is_graphic: bool = False
    """Did a person say of its document that it is hard to look at?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """A document of a ledger."""

    id: str
    seq: int
    added_at: datetime
    document: Document
    claims: int
    """How many stand now."""
    made_by: MadeBy | None
    """Of the reading that stands now; None if it was not read yet."""
    replaces: str | None
    replaced_by: str | None
    capture: str | None
    """The id of the stored web capture it was taken from."""
    graphic: str | None = None
    """The id of the review, the last that nobody took back, that says that it is hard to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSource:
    """A source across documents: named ones meet by name, unnamed ones never."""

    id: str
    name: str
    types: Mapping[str, int]
    """How often it was read as what, the commonest first; likewise `identities` and `sides`."""
    identities: Mapping[str, int]
    sides: Mapping[str, int]
    claims: int
    origin_of: int
    """Of so many claims it is the last link: the one who is said to know."""
    documents: int
    first: date | None
    """The first day of publication of what names it."""
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlace:
    """A place across documents."""

    id: str
    name: str
    gazetteer_id: str | None
    lat: float | None
    lon: float | None
    country: str | None
    claims: int
    documents: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Part of what was asked for."""

    items: tuple[T, ...]
    after: str | None = None
    """What to ask for next; None at the end."""
    total: int | None = None
    """Of all that fit; None where counting was not asked for."""
    notes: tuple[str, ...] = field(default=())
    """What the reader should know of how the question was understood."""

"""The stored form of things: JSON, packed, and the same things back.

What is hashed is the JSON, so that whoever unpacks it can check the hash without this program.
"""

import hashlib
import zlib
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from reportedly.errors import StoredFormError
from reportedly.model.claim import Claim
from reportedly.model.comparable import Comparable
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.source import Source

PACK_LEVEL = 6
MAX_UNPACKED_BYTES = 400_000_000
"""No content of ours comes near; what does was put there by somebody else."""

RESTORED = 20_000
"""Comparables that are remembered: those of a few days are asked for with every document that is added."""

S = TypeVar("S")


class StoredReading(msgspec.Struct, frozen=True, kw_only=True):
    """A reading without its document, which is stored once."""

    document: str
    """`Document.id`."""
    made_by: MadeBy
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]


class StoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document with what is derived left out."""

    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    captured_at: datetime | None = None
    archive_url: str | None = None
    forwarded_from: str | None = None
    locator: str | None = None
    language: str | None = None
    captions: tuple[str, ...] = ()
    raw_sha256: str | None = None
    capture: str | None = None
    """The id of the capture that it was taken from."""


class StoredCapture(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered; its records are Base64 in the JSON."""

    url: str
    final_url: str
    captured_at: datetime
    sha256: str
    warc: bytes


class StoredForgetting(msgspec.Struct, frozen=True, kw_only=True):
    """What was forgotten: the entries whose content is gone, by number and by the hash of the content."""

    who: str
    why: str
    entries: tuple[tuple[int, str], ...]
    """Number and hexadecimal hash."""
    untils: tuple[tuple[int, int], ...] = ()
    """Documents that stay as they are although it was a forgotten version that ended them: number, and until when."""


DOCUMENT_FIELDS = tuple(each.name for each in fields(Document) if each.init)


def store_document(document: Document, capture: str | None) -> StoredDocument:
    """The stored form; `capture` is the id of the capture that the document was taken from."""
    return StoredDocument(**{name: getattr(document, name) for name in DOCUMENT_FIELDS}, capture=capture)


def restore_document(stored: StoredDocument) -> Document:
    """The document again; its id comes from what it holds."""
    return Document(**{name: getattr(stored, name) for name in DOCUMENT_FIELDS})


def store_reading(reading: Reading) -> StoredReading:
    """The stored form."""
    return StoredReading(
        document=reading.document.id,
        made_by=reading.made_by,
        sources=reading.sources,
        claims=reading.claims,
        flags=reading.flags,
    )


def restore_reading(stored: StoredReading, document: Document) -> Reading:
    """The reading of `document` again."""
    return Reading(
        document=document,
        made_by=stored.made_by,
        sources=stored.sources,
        claims=stored.claims,
        flags=stored.flags,
    )


def store_comparable(comparable: Comparable) -> bytes:
    """The stored form: JSON, packed only if that makes it shorter."""
    written = write(comparable)
    return min(pack(written), written, key=len)


@lru_cache(maxsize=RESTORED)
def restore_comparable(stored: bytes) -> Comparable:
    """What `store_comparable` stored.

    Raises:
        StoredFormError: if it is damaged.
    """
    return read(written_comparable(stored), Comparable)


def written_comparable(stored: bytes) -> bytes:
    """The JSON of what `store_comparable` stored."""
    return stored if stored.startswith(b"{") else unpack(stored)


def write(thing: Any) -> bytes:
    """The JSON of a thing, the same bytes each time."""
    return msgspec.json.encode(thing, order="deterministic")


def read(written: bytes, shape: type[S]) -> S:
    """What `write` wrote.

    Raises:
        StoredFormError: if it is not what a `shape` is stored as.
    """
    try:
        return msgspec.json.decode(written, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StoredFormError(getattr(shape, "__name__", str(shape)), str(error)) from error


def pack(written: bytes) -> bytes:
    """`written` in fewer bytes."""
    return zlib.compress(written, PACK_LEVEL)


def unpack(packed: bytes) -> bytes:
    """What `pack` packed.

    Raises:
        StoredFormError: if it is damaged.
    """
    unpacker = zlib.decompressobj()
    try:
        written = unpacker.decompress(packed, MAX_UNPACKED_BYTES)
    except zlib.error as error:
        raise StoredFormError("content", str(error)) from error
    if not unpacker.eof or unpacker.unused_data:
        raise StoredFormError("content", "cut off or followed by something else")
    return written


def digest(written: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(written).digest()


class Content(NamedTuple):
    """What lies beside an entry."""

    sha256: bytes
    packed: bytes


def write_content(thing: Any) -> Content:
    """A thing as it lies beside an entry."""
    written = write(thing)
    return Content(digest(written), pack(written))

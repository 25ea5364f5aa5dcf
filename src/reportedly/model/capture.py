"""What was taken from the net, kept as evidence of what stood there."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave along with an answer, to ask later whether anything has changed since."""

    etag: str | None = None
    """As it came, quotation marks included."""
    last_modified: str | None = None
    """As it came: an HTTP date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One answer from the net, with the answers that led to it."""

    sha256: str
    """Hexadecimal digest of the answer's body as it was sent; `Document.raw_sha256` of what was read from it."""
    captured_at: datetime
    """When it began to arrive, in UTC."""
    url: str
    """As it was asked for."""
    final_url: str
    """Where the answer came from, after every redirect."""
    warc: bytes = field(repr=False)
    """WARC 1.1, one gzip member a record: each answer and its request, redirects first."""

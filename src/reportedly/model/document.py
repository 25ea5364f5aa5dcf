"""What somebody published."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was published, with what is known about its publication.

    The same words in two outlets are two documents.
    """

    text: str
    """Line ends are `\\n`; no byte-order mark; nothing else is changed."""
    url: str | None = None
    outlet: str | None = None
    """Who published it. Implied as the first voice of every claim, and never a link of a chain."""
    title: str | None = None
    author: str | None = None
    published: date | None = None
    """The calendar day of publication in the source's time zone."""
    published_at: datetime | None = None
    """The instant of publication, with its zone, if it is known that exactly."""
    captured_at: datetime | None = None
    """When these bytes were taken from where they were published, with its zone."""
    archive_url: str | None = None
    """Where a copy of what was captured is kept."""
    forwarded_from: str | None = None
    """Whom a post says that it was taken over from: a display name that nobody checked."""
    locator: str | None = None
    """What stays the same when the publisher edits it: an address, a channel's post, a file. Never shown to others."""
    language: str | None = None
    """ISO 639-1, lower case."""
    captions: tuple[str, ...] = ()
    """What stands under figures: kept apart, since a caption's credit is no source."""
    raw_sha256: str | None = None
    """Hexadecimal digest of the bytes that came in, before anything was decoded or left out."""
    id: str = field(init=False)
    """`sha256:` and the hexadecimal digest of text, outlet, url and day of publication together."""

    def __post_init__(self) -> None:
        parts = (self.text, self.outlet or "", self.url or "", str(self.published or ""))
        digest = hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "id", f"sha256:{digest.hexdigest()}")

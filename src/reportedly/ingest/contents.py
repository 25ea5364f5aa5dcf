"""What a body from the net is, and what its documents learn from where it came from."""

import codecs
import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.ingest.addresses import name_of, split_archived
from reportedly.model.document import Document

PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
LISTS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/json",
        "application/feed+json",
    }
)
"""Content types of what may be a feed or an export, and as often is neither."""

ALONE = frozenset({"html", "markdown", "text"})
"""The formats whose files hold one document each, so that the file's address is the document's."""

NAMELESS = "-"
FEED_BEGINS = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:\?xml|rss|feed|rdf)\b", re.I)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where and when a body was taken."""

    url: str
    captured_at: datetime | None
    archive_url: str | None
    """Where a copy lies."""
    sha256: str
    """Hexadecimal digest of the body as it was sent."""


def media_type(content_type: str) -> str:
    """A header's content type without its parameters, lower case."""
    return content_type.partition(";")[0].strip().lower()


def name_for(url: str, content_type: str, body: bytes) -> str:
    """The name whose ending, if it has one, tells the kind of a body: the server's word goes before the address.

    Feeds are sent as pages often enough; they begin as XHTML does, and so the beginning has to tell.
    """
    if media_type(content_type) in PAGES:
        return NAMELESS if FEED_BEGINS.match(body[:100]) else "page.html"
    return name_of(url) or NAMELESS


def in_utf8(body: bytes, content_type: str) -> bytes:
    """A page's or a text's bytes in UTF-8, if only the server said in which encoding they are."""
    named = CHARSET.search(content_type)
    if named is None or media_type(content_type) not in PAGES | TEXTS:
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            if codecs.lookup(named.group(1)).name != "utf-8":
                return body.decode(named.group(1)).encode("utf-8")
        except (LookupError, UnicodeError):
            return body
    return body


def trace_origin(url: str, captured_at: datetime | None, archive_url: str | None, sha256: str) -> Origin:
    """Where a body comes from. A copy in a web archive stands for its original, at the instant of the copying."""
    archived = split_archived(url)
    if archived:
        return Origin(url=archived[0], captured_at=archived[1], archive_url=url, sha256=sha256)
    return Origin(url=url, captured_at=captured_at, archive_url=archive_url, sha256=sha256)


def digest_text(text: str) -> str:
    """What stands for an entry that says nothing of where it stands: another entry is no version of it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def place_document(document: Document, origin: Origin, *, alone: bool) -> Document:
    """`document` with its origin. What somebody else captured before us keeps his word for it.

    Args:
        alone: is it all that the body is? An entry of a feed, or a post of a channel, has an address of its own.
    """
    if document.captured_at:
        return document
    return replace(
        document,
        url=origin.url if alone else document.url or origin.url,
        locator=origin.url
        if alone
        else document.locator or document.url or f"{origin.url}#{digest_text(document.text)}",
        captured_at=origin.captured_at,
        archive_url=origin.archive_url or document.archive_url,
        raw_sha256=origin.sha256,
    )

"""RSS and Atom feeds: each entry a text, with what the feed says about its publication."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from reportedly.ingest.article import take_captions
from reportedly.ingest.decoding import normalize
from reportedly.ingest.instants import parse_instant, stated_day
from reportedly.ingest.markup import parse_page, strip_markup, take_text
from reportedly.ingest.opening import Input
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE\s+rss[^>]{0,500}>\s*)*"
    rb"<(?:rss|feed|(?:rdf:)?RDF|atom:feed)\b",
    re.S | re.I,
)

MAX_FEED_BYTES = 10_000_000
"""A feed of a hundred whole articles has one million; a feed made to keep its reader busy takes some seconds for each."""

MARKUP_TYPES = frozenset({"text/html", "application/xhtml+xml"})

NO_FEED = (
    f"is no feed, RSS or Atom, of at most {MAX_FEED_BYTES // 1_000_000} MB; save it anew from its address, "
    "or name its kind with --as"
)

DATES = ("published", "updated")
"""The dates that are taken, the first that is there: older feeds give a single one, and it goes by the second name."""

BROKEN = (ValueError, TypeError, LookupError, AssertionError, AttributeError, RecursionError, OverflowError)
"""What the parser of feeds is known to raise for what is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What a feed announces."""

    link: str | None
    title: str | None
    published_at: datetime | None
    """With its zone."""
    locator: str | None
    """What stays the same when the entry is edited: its id, else its link."""


def list_entries(data: bytes) -> Sequence[FeedEntry]:
    """What the feed in `data` announces, in its order; nothing if it is no feed. Nothing is fetched."""
    found = parse_feed(data)
    return tuple(describe_entry(each) for each in found.entries) if found else ()


def read_feed(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """Each entry of a feed, in its order, as far as the feed has its text."""
    data = taken.read()
    if isinstance(data, Trouble):
        yield data
        return
    found = parse_feed(data)
    if found is None:
        yield Trouble(source=taken.source, message=NO_FEED)
        return
    digest = hashlib.sha256(data).hexdigest()
    for entry in found.entries:
        if document := read_entry(entry, found.feed, digest):
            yield document


def parse_feed(data: bytes) -> Any | None:
    """The feed in `data`; None if it is none, or longer than any."""
    import feedparser

    if len(data) > MAX_FEED_BYTES:
        return None
    try:
        # As a stream: bytes that are a file's name would be opened, and an address fetched.
        found = feedparser.parse(io.BytesIO(data))
    except BROKEN:
        return None
    return found if found.get("version") or found.entries else None


def read_entry(entry: Any, feed: Any, digest: str) -> Document | None:
    """The document that an entry is: its full text, else its summary, else its title; None if it has none of them."""
    text, captions = take_body(entry)
    known = describe_entry(entry)
    if not text and not known.title:
        return None
    origin = entry.get("source") or {}
    language = str((entry.get("title_detail") or {}).get("language") or feed.get("language") or "")[:2].lower()
    return Document(
        text=(text or known.title or "") + "\n",
        title=known.title,
        url=known.link,
        # A feed of feeds says whose entry each is.
        outlet=plain(origin.get("title")) or plain(feed.get("title")),
        author=plain((entry.get("author_detail") or {}).get("name") or entry.get("author")),
        published_at=known.published_at,
        published=tell_day(entry),
        locator=known.locator,
        language=language if len(language) == 2 and language.isalpha() else None,
        captions=captions,
        raw_sha256=digest,
    )


def describe_entry(entry: Any) -> FeedEntry:
    """What an entry says of itself beside its text."""
    link = plain(entry.get("link"))
    return FeedEntry(
        link=link,
        title=plain(entry.get("title")),
        published_at=tell_instant(entry),
        locator=plain(entry.get("id")) or link,
    )


def take_body(entry: Any) -> tuple[str, tuple[str, ...]]:
    """The text of an entry, and what stands under its figures."""
    bodies = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    for body in bodies:
        value = str(body.get("value") or "")
        if body.get("type") not in MARKUP_TYPES:
            text, captions = normalize(value).strip(), []
        else:
            page = parse_page(value)
            captions = [] if page is None else take_captions(page)
            text = "" if page is None else take_text(page)
        if text:
            return text, tuple(captions)
    return "", ()


def tell_instant(entry: Any) -> datetime | None:
    """When an entry was published, in UTC."""
    for field in DATES:
        parts = dict.get(entry, f"{field}_parsed")  # asked of the entry itself, one date is handed out for the other
        if parts:
            year, month, day, hour, minute, second = parts[:6]
            try:
                return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
            except (ValueError, TypeError, OverflowError):
                continue
    return None


def tell_day(entry: Any) -> date | None:
    """The day of publication, where an entry's date is written with an offset that only home has."""
    written = next((dict.get(entry, field) for field in DATES if dict.get(entry, f"{field}_parsed")), None)
    return stated_day(parse_instant(str(written or "")))


def plain(words: object) -> str | None:
    """The text of a value that may hold markup, on one line; None if there is none."""
    return " ".join(strip_markup(words).split()) or None if isinstance(words, str) else None

"""What is remembered of watched addresses. No part of the record: a new copy of the ledger may lack it."""

from collections.abc import Iterable
from datetime import datetime

from reportedly.ledger.columns import instant
from reportedly.ledger.database import Database
from reportedly.ledger.unpacking import ask_each


def last_asked(database: Database, url: str) -> tuple[str | None, str | None] | None:
    """The ETag and Last-Modified that an address gave last; None if it was never asked."""
    found = database.ask("SELECT etag, last_modified FROM watched WHERE url = :url", {"url": url})
    return (found[0][0], found[0][1]) if found else None


def note_asked(database: Database, url: str, etag: str | None, last_modified: str | None, at: datetime) -> None:
    """Remember when, and with what, an address answered. Inside `writing`."""
    database.ask(
        "INSERT INTO watched (url, etag, last_modified, checked_at) VALUES (:url, :etag, :last_modified, :at)"
        " ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,"
        " checked_at = excluded.checked_at",
        {"url": url, "etag": etag, "last_modified": last_modified, "at": instant(at)},
    )


def asked_at(database: Database, urls: Iterable[str]) -> dict[str, str]:
    """When each of `urls` was asked last, ISO 8601, UTC; those never asked are left out."""
    return dict(ask_pairs(database, urls))


def ask_pairs(database: Database, urls: Iterable[str]) -> list[tuple[str, str]]:
    """Address and instant of those that were asked."""
    found = ask_each(database, "SELECT url, checked_at FROM watched WHERE url IN", dict.fromkeys(urls))
    return [(url, at) for url, at in found]

"""Rows of tables to documents: which column or field holds what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from reportedly.ingest.decoding import normalize
from reportedly.ingest.instants import parse_day, parse_instant, stated_day
from reportedly.model.document import Document

COLUMNS: Mapping[str, Sequence[str]] = {
    "text": ("text", "body", "content", "message"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "site", "publication", "publisher"),
    "author": ("author", "byline"),
    "published": ("published", "published_at", "date", "datetime"),
    "language": ("language", "lang"),
    "id": ("id",),
    "forwarded_from": ("forwarded_from",),
    "archive_url": ("archive_url",),
    "captured_at": ("captured_at",),
}
"""What of a document is filled from which column by default, the first that is there.

A column called `source` is not among them: with some it is the outlet, with others whom the outlet asked.
"""

MAX_NAMED = 20
"""So many column names are listed to the user; a table with more of them is cut."""


class RowError(ValueError):
    """A row is no document; it says why, without the row's number."""


def choose_columns(there: Iterable[object], given: Mapping[str, str]) -> dict[str, str]:
    """For each name of `COLUMNS` the column that holds it, of those that are there; upper and lower case are the same.

    Args:
        given: what the user chose. Empty is for what is to be left out.
    """
    spelled = {str(name).strip().lower(): str(name) for name in reversed(list(there))}
    chosen: dict[str, str] = {}
    for name, tried in COLUMNS.items():
        wanted = [given[name]] if name in given else tried
        if column := next((spelled[each.strip().lower()] for each in wanted if each.strip().lower() in spelled), None):
            chosen[name] = column
    return chosen


def say_no_text(there: Iterable[object], given: Mapping[str, str]) -> str:
    """That no column of those that are there holds the text, and the way out."""
    names = sorted({str(name) for name in there})
    listed = ", ".join(names[:MAX_NAMED]) + (" …" if len(names) > MAX_NAMED else "")
    looked = repr(given["text"]) if given.get("text") else "the text"
    return f"no column for {looked} among {listed or 'none at all'}; name it with --column text=NAME"


def make_document(row: Mapping[str, object], chosen: Mapping[str, str], *, name: str, raw_sha256: str) -> Document:
    """The document that a row is.

    Args:
        row: what stands in each column.
        chosen: the column for each name of `COLUMNS`.
        name: what tells ids apart where no outlet does, such as the file's name.

    Raises:
        RowError: if it has no text, or a value that cannot be what its column says.
    """
    known = {field: words for field, column in chosen.items() if (words := take_words(row.get(column), column))}
    if not (text := known.get("text", "")).strip():
        raise RowError("has no text")
    published, published_at = take_date(known.get("published"), "published")
    locator = f"{known.get('outlet') or name}:{known['id']}" if "id" in known else known.get("url")
    language = known.get("language", "")[:2].lower()
    return Document(
        text=text,
        title=known.get("title"),
        url=known.get("url"),
        outlet=known.get("outlet"),
        author=known.get("author"),
        published=stated_day(published_at) if published_at else published,
        published_at=published_at,
        captured_at=take_date(known.get("captured_at"), "captured_at")[1],
        archive_url=known.get("archive_url"),
        forwarded_from=known.get("forwarded_from"),
        locator=locator,
        language=language if len(language) == 2 and language.isalpha() else None,
        raw_sha256=raw_sha256,
    )


def take_words(value: object, column: str) -> str | None:
    """What stands in a column, as words; None if nothing does.

    Raises:
        RowError: if it is a list, an object, or true or false.
    """
    if value is None or isinstance(value, str):
        return normalize(value) if value and value.strip() else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RowError(f"holds no words in {column!r}")
    return str(value)


def take_date(words: str | None, field: str) -> tuple[date | None, datetime | None]:
    """The day that is written, and the instant if it is written with its zone.

    Raises:
        RowError: if it is neither.
    """
    if words is None:
        return None, None
    instant, day = parse_instant(words), parse_day(words.strip())
    if instant is None and day is None:
        raise RowError(
            f"says {words.strip()[:40]!r} for {field}, which is no day such as 2025-12-03; "
            f"to read it without, say --column {field}="
        )
    return day, instant

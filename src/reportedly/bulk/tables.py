"""Rows into Parquet and out again, with what they are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.bulk.layout import write_whole
from reportedly.bulk.schemas import SCHEMAS
from reportedly.errors import ArchiveError
from reportedly.model.document import Document
from reportedly.model.ids import make_id

Row = Mapping[str, Any]

PLAIN = (
    "text",
    "url",
    "outlet",
    "title",
    "author",
    "published",
    "archive_url",
    "forwarded_from",
    "locator",
    "language",
)
AT_ONCE = 200
"""Rows that are unpacked together."""


def write_rows(path: Path, table: str, rows: Iterable[Row]) -> None:
    """Write a part of a table; it is there whole or not at all."""
    write_table(path, pa.Table.from_pylist(list(rows), schema=SCHEMAS[table]))


def write_table(path: Path, table: pa.Table, *, groups: Sequence[int] = ()) -> None:
    """The same of a table that is made already.

    Args:
        groups: where each row group begins, but for the first.
    """

    def write(unfinished: Path) -> None:
        with pq.ParquetWriter(unfinished, table.schema, compression="zstd") as writer:
            for start, end in zip((0, *groups), (*groups, table.num_rows), strict=True):
                if end > start or not table.num_rows:
                    writer.write_table(table.slice(start, end - start), row_group_size=max(1, end - start))

    write_whole(path, write)


def read_rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a part of a table, in order.

    Raises:
        ArchiveError: if it is not there, or damaged.
    """
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(AT_ONCE, columns=columns):
                yield from batch.to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise damaged(path, error) from error


def damaged(path: Path, error: Exception) -> ArchiveError:
    """What to say of a part that cannot be read."""
    return ArchiveError(
        str(path), f"cannot be read ({str(error)[:200]}); take it away, and run `reportedly bulk read` again"
    )


def document_row(document: Document) -> Row:
    """The document as a row of `documents`."""
    return {
        "document_id": make_id("document", document.id),
        "id": document.id,
        **{name: getattr(document, name) for name in PLAIN},
        "published_at": write_instant(document.published_at),
        "captured_at": write_instant(document.captured_at),
        "captions": list(document.captions),
        "raw_sha256": document.raw_sha256,
    }


def restore_document(row: Row) -> Document:
    """The document again."""
    return Document(
        **{name: row[name] for name in PLAIN},
        published_at=read_instant(row["published_at"]),
        captured_at=read_instant(row["captured_at"]),
        captions=tuple(row["captions"] or ()),
        raw_sha256=row["raw_sha256"],
    )


def write_instant(at: datetime | None) -> str | None:
    """ISO 8601 with the zone as it was given."""
    return at.isoformat() if at else None


def read_instant(words: str | None) -> datetime | None:
    """The instant again."""
    return datetime.fromisoformat(words) if words else None

"""Parquet files: each row a document, a few rows at a time, by the columns that any table of documents has.

Only these columns are read, and the digest of a row is that of what stands in them. A file from elsewhere
is held within bounds: its table of contents, its pages, the rows that are unpacked together, and what comes out of it in all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import pyarrow as pa
from pyarrow import parquet

from reportedly.bulk.parquet_pages import check_pages, read_contents
from reportedly.bulk.parquet_values import Take, choose_take, unwrap
from reportedly.ingest.addresses import shorten
from reportedly.ingest.columns import RowError, choose_columns, make_document, say_no_text
from reportedly.ingest.opening import Input, keep_stream
from reportedly.ingest.packing import TooBigError, most_unpacked
from reportedly.ingest.records import digest
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

BATCH_ROWS, BATCH_BYTES = 64, 64_000_000
"""So many rows are unpacked together; fewer where they may all point to one long text, which is then copied for each."""
BUFFER_BYTES = 1 << 16
ROW_BYTES = 100
"""What a row counts for beside its words: one without any takes no room in a file."""
MAX_WORDS = 80

DAMAGE = (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError)
"""What PyArrow raises for files that are damaged, locked, or written in a way that it does not know."""

Outcomes = Iterator[Document | Trouble]


class DamagedError(OSError):
    """A Parquet file cannot be read any further."""


def read_parquet(taken: Input, columns: Mapping[str, str]) -> Outcomes:
    """The document in each row; what is wrong with a row is told with its number, counted from 1.

    Raises:
        OSError: where the file cannot be read any further.
    """
    with taken.open() as file:
        if file.seekable():
            yield from read_file(file, taken, columns)
            return
        kept = keep_stream(file, taken.source, taken.name)
    if isinstance(kept, Trouble):
        yield kept
        return
    with kept.open() as file:
        yield from read_file(file, taken, columns)


def read_file(file: BinaryIO, taken: Input, columns: Mapping[str, str]) -> Outcomes:
    """As `read_parquet`, of an open file that can be read in any order."""
    contents = read_contents(file)
    schema = read_schema(file)
    chosen = choose_columns(schema.names, columns)
    wrong = find_wrong(schema, chosen, columns)
    if wrong:
        yield Trouble(source=taken.source, message=wrong)
        return
    takes = {column: take for column in chosen.values() if (take := schema.takes[schema.names.index(column)])}
    longest = check_pages(file, contents, [at for at, path in enumerate(schema.paths) if path in takes])
    left = most = most_unpacked(taken.size)
    at_once = max(1, min(BATCH_ROWS, BATCH_BYTES // (longest + 1)))
    for number, values in enumerate(read_rows(file, list(takes), at_once), 1):
        left -= ROW_BYTES
        try:
            row = {column: None if values[column] is None else take(values[column]) for column, take in takes.items()}
            left -= sum(len(words) for words in row.values() if isinstance(words, str))
            if left < 0:
                raise TooBigError(f"it unpacks to over {most // 1_000_000} MB from {taken.size // 1000} kB")
            yield make_document(row, chosen, name=taken.name, raw_sha256=digest(row))
        except RowError as error:
            yield Trouble(source=taken.source, message=f"row {number} {error}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The columns of a file, in order; what is in several lists stands at the same place in each."""

    names: Sequence[str]
    kinds: Sequence[str]
    """Their types, in PyArrow's words."""
    takes: Sequence[Take | None]
    """What tells their values; None for lists and the like."""
    paths: Sequence[str]
    """Of all that is stored apart: a column is one path, or several with its name before a dot."""


def find_wrong(schema: Schema, chosen: Mapping[str, str], columns: Mapping[str, str]) -> str | None:
    """Why no row of a file can be read, in words; None if they can."""
    if "text" not in chosen:
        return f"has {say_no_text(schema.names, columns)}"
    for field, column in chosen.items():
        other = "name another one with --column text=NAME" if field == "text" else f"leave it out: --column {field}="
        at = schema.names.index(column)
        if schema.takes[at] is None:
            return f"holds no words in {column!r} ({shorten(schema.kinds[at], MAX_WORDS)}); {other}"
        stored = [path for path in schema.paths if path == column or path.startswith(f"{column}.")]
        if len(stored) > schema.names.count(column):
            return f"has other columns that look like {column!r}; {other}"
    return None


def read_schema(file: BinaryIO) -> Schema:
    """What a file says of its columns.

    Raises:
        OSError: if it cannot be read.
    """
    try:
        with open_parquet(file) as table:
            fields = list(table.schema_arrow)
            return Schema(
                names=[field.name for field in fields],
                kinds=[str(field.type) for field in fields],
                takes=[choose_take(field.type) for field in fields],
                paths=[table.schema.column(at).path for at in range(len(table.schema))],
            )
    except DAMAGE as error:
        raise DamagedError(shorten(str(error), MAX_WORDS)) from error


def read_rows(file: BinaryIO, columns: Sequence[str], at_once: int) -> Iterator[Mapping[str, pa.Scalar | None]]:
    """What stands in these columns, row by row; None where nothing does.

    Raises:
        OSError: where the file cannot be read any further.
    """
    try:
        with open_parquet(file) as table:
            for group in range(table.num_row_groups):
                for batch in table.iter_batches(at_once, row_groups=[group], columns=columns, use_threads=False):
                    batch.validate()
                    arrays = {column: batch.column(batch.schema.names.index(column)) for column in columns}
                    for at in range(batch.num_rows):
                        yield {column: unwrap(array[at]) for column, array in arrays.items()}
    except DAMAGE as error:
        raise DamagedError(shorten(str(error), MAX_WORDS)) from error


def open_parquet(file: BinaryIO) -> parquet.ParquetFile:
    """A Parquet file, to be read piece by piece."""
    file.seek(0)
    return parquet.ParquetFile(file, buffer_size=BUFFER_BYTES, pre_buffer=False, page_checksum_verification=True)

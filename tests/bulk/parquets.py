"""Parquet files as tests need them, and what is read in them."""

import io
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from reportedly.bulk.formats import BULK_FORMATS
from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import hold_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

TEXT = "The mayor said that the bridge had been closed."


def write(table: pa.Table, **options: Any) -> bytes:
    out = io.BytesIO()
    parquet.write_table(table, out, **options)
    return out.getvalue()


def write_rows(rows: Sequence[dict[str, Any]], **options: Any) -> bytes:
    return write(pa.Table.from_pylist(list(rows), schema=schema_of(rows)), **options)


def schema_of(rows: Sequence[dict[str, Any]]) -> pa.Schema:
    names = dict.fromkeys(name for row in rows for name in row)
    return pa.schema([(name, pa.int64() if name == "id" else pa.string()) for name in names])


def read(data: bytes, name: str = "posts.parquet", given: Given | None = None) -> list[Document | Trouble]:
    return list(load_input(hold_bytes(data, source=name), given=given, formats=BULK_FORMATS))


def told(data: bytes) -> str:
    (trouble,) = read(data)
    assert isinstance(trouble, Trouble)
    return trouble.message

"""Which reader takes which input, where whole archives are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportedly.bulk.warc_records import read_records
from reportedly.errors import MissingExtraError
from reportedly.ingest.archive import read_warc
from reportedly.ingest.formats import FORMATS, Format, Outcomes, read_inside
from reportedly.ingest.opening import Input
from reportedly.ingest.package import read_wacz

PARQUET_BEGINS = b"PAR1"


def read_parquet(taken: Input, columns: Mapping[str, str]) -> Outcomes:
    """The document in each row of a Parquet file.

    Raises:
        MissingExtraError: if PyArrow is not installed.
        OSError: where the file cannot be read any further.
    """
    try:
        from reportedly.bulk import parquet_rows
    except ImportError as error:
        raise MissingExtraError("a Parquet file", "PyArrow", "bulk") from error
    yield from parquet_rows.read_parquet(taken, columns)


QUICKER: Mapping[str, Callable[[Input, Mapping[str, str]], Outcomes]] = {
    "warc": lambda taken, columns: read_warc(taken, columns, read_inside, read_records),
    "wacz": lambda taken, columns: read_wacz(taken, columns, read_inside, read_records),
}
"""The formats of `FORMATS` that are read in another way; what they hold is read as everywhere."""

BULK_FORMATS: Sequence[Format] = (
    Format(
        name="parquet",
        suffixes=(".parquet",),
        begins=lambda head: head.startswith(PARQUET_BEGINS),
        read=read_parquet,
    ),
    *(replace(each, read=QUICKER.get(each.name, each.read)) for each in FORMATS),
)

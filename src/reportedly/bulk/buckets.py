"""Some buckets in a row: what a worker takes at a time where claims or groups meet."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reportedly.bulk.layout import BUCKETS
from reportedly.bulk.tables import damaged

FEWEST_TASKS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketTask:
    """Some buckets in a row."""

    name: str
    made_from: str
    first: int
    last: int
    """Inclusive."""


def cut_buckets(total: int, of_a_task: int) -> list[tuple[str, int, int]]:
    """All buckets in pieces of about so much each: a name, the first and the last of each."""
    many = min(BUCKETS, max(FEWEST_TASKS, -(-total // of_a_task)))
    starts = [BUCKETS * number // many for number in range(many + 1)]
    return [(f"{first:04}-{end - 1:04}", first, end - 1) for first, end in pairwise(starts)]


def read_buckets(path: Path, first: int, last: int) -> pa.Table:
    """The rows of `blocks` in these buckets.

    Raises:
        ArchiveError: if the file is damaged or gone.
    """
    try:
        with pq.ParquetFile(path) as file:
            wanted = [
                number
                for number in range(file.num_row_groups)
                if (span := file.metadata.row_group(number).column(0).statistics) is None
                or (span.min <= last and span.max >= first)
            ]
            table = file.read_row_groups(wanted)
    except (OSError, pa.ArrowException) as error:
        raise damaged(path, error) from error
    bucket = table["bucket"]
    return table.filter(pc.and_(pc.greater_equal(bucket, first), pc.less_equal(bucket, last)))

"""A Parquet file is its rows, as JSON Lines would be; what is broken or made to break readers is told in a line."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.bulk.formats import BULK_FORMATS
from reportedly.ingest.lines import MAX_LINE_CHARACTERS
from reportedly.ingest.loading import Given, load_input, load_source
from reportedly.ingest.opening import hold_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.bulk.parquets import TEXT, read, schema_of, told, write, write_rows

ROWS: Sequence[dict[str, Any]] = (
    {
        "id": 12,
        "Text": "The village is ours.",
        "headline": "News",
        "link": "https://herald.example/12",
        "outlet": "Example Herald",
        "byline": "Ada",
        "date": "2025-12-03T21:30:00Z",
        "lang": "EN",
        "forwarded_from": "Quiet Harbour",
        "archive_url": "https://archive.example/12",
        "captured_at": "2025-12-05T10:00:00Z",
    },
    {"id": 13, "Text": "Міністр сказав, що міст закрили.\r\nІ ще одне.", "date": "2025-12-03"},
    {"id": 14, "Text": "  "},
    {"id": 15, "Text": None, "date": "2025-12-03"},
    {"id": 16, "Text": "The road is cleared.", "date": "yesterday"},
    {"id": 17, "Text": "The road is cleared.", "outlet": "Example Herald"},
)
NOON = datetime(2025, 12, 3, 12, tzinfo=UTC)


def column(values: pa.Array) -> bytes:
    return write(pa.table({"text": [TEXT] * len(values), "date": values}))


def as_json_lines(rows: Sequence[dict[str, Any]], given: Given | None = None) -> list[Document | Trouble]:
    """What the same rows are as JSON Lines, where nothing is a field like any other."""
    whole = [{name: row.get(name) for name in schema_of(rows).names} for row in rows]
    taken = hold_bytes("\n".join(map(json.dumps, whole)).encode(), source="posts.parquet")
    outcomes = load_input(taken, kind="jsonl", given=given)
    return [
        Trouble(source=each.source, message=each.message.replace("line", "row")) if isinstance(each, Trouble) else each
        for each in outcomes
    ]


@pytest.mark.parametrize("group", [1, 4, 1_000])
def test_rows_are_what_they_are_in_json_lines(group: int) -> None:
    outcomes = read(write_rows(ROWS, row_group_size=group))
    assert outcomes == as_json_lines(ROWS)
    assert [isinstance(each, Document) for each in outcomes] == [True, True, False, False, False, True]


def test_a_column_of_another_name_is_named_and_one_is_left_out() -> None:
    rows = [{"post": TEXT, "date": "yesterday", "Site": "Herald", "id": 1}]
    given = Given(columns={"text": "Post", "published": ""})
    (document,), (same,) = read(write_rows(rows), given=given), as_json_lines(rows, given)
    assert isinstance(document, Document)
    assert isinstance(same, Document)
    assert replace(document, raw_sha256=same.raw_sha256) == same
    assert "no column for the text among Site, date, id, post" in told(write_rows(rows))


@given(
    st.lists(
        st.fixed_dictionaries(
            {"text": st.none() | st.text(max_size=30)},
            optional={
                "id": st.integers(-(2**63), 2**63 - 1),
                "outlet": st.none() | st.text(max_size=5),
                "date": st.dates().map(str) | st.text(max_size=5),
            },
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["none", "snappy", "zstd"]),
    st.booleans(),
)
def test_whatever_stands_in_rows_is_what_it_is_in_json_lines(
    rows: list[dict[str, Any]], compression: str, dictionary: bool
) -> None:
    assert read(write_rows(rows, compression=compression, use_dictionary=dictionary)) == as_json_lines(rows)


@pytest.mark.parametrize(
    ("values", "day", "instant"),
    [
        (pa.array([date(2025, 12, 3)]), date(2025, 12, 3), None),
        (pa.array([date(2025, 12, 3)], pa.date64()), date(2025, 12, 3), None),
        (pa.array([NOON.replace(tzinfo=None)], pa.timestamp("ns")), date(2025, 12, 3), None),
        (pa.array([NOON], pa.timestamp("s", "UTC")), date(2025, 12, 3), NOON),
        (pa.array([NOON], pa.timestamp("ns", "Asia/Tokyo")), date(2025, 12, 3), NOON),
        (pa.array([NOON], pa.timestamp("ms", "+13:00")), date(2025, 12, 4), NOON),
        (pa.array([NOON], pa.timestamp("us", "Europe/Kyiv")).dictionary_encode(), date(2025, 12, 3), NOON),
        (pa.array(["2025-12-03"], pa.large_string()), date(2025, 12, 3), None),
        (pa.array(["2025-12-03"], pa.string_view()), date(2025, 12, 3), None),
        (pa.array([b"2025-12-03"]), date(2025, 12, 3), None),
        (pa.array([20251203]), date(2025, 12, 3), None),
        (pa.array([float("nan")]), None, None),
        (pa.array([None]), None, None),
        (pa.array(["2025-12-03", None]).dictionary_encode()[:1], date(2025, 12, 3), None),
    ],
)
def test_days_and_instants_of_every_type(values: pa.Array, day: date | None, instant: datetime | None) -> None:
    (document,) = read(column(values))
    assert isinstance(document, Document)
    assert (document.published, document.published_at) == (day, instant)


def test_an_instant_in_a_zone_that_nobody_knows_is_right_all_the_same() -> None:
    (document,) = read(column(pa.array([NOON], pa.timestamp("us", "UTC")).cast(pa.timestamp("us", "Nowhere/Else"))))
    assert isinstance(document, Document)
    assert document.published_at == NOON


def test_numbers_and_uuids_are_ids_as_they_are_written() -> None:
    ids: dict[str, pa.Array] = {
        "3.50": pa.array([Decimal("3.50")]),
        "3.5": pa.array([3.5]),
        "18446744073709551615": pa.array([2**64 - 1], pa.uint64()),
        "01010101-0101-0101-0101-010101010101": pa.array([b"\x01" * 16], pa.uuid()),
    }
    for written, values in ids.items():
        (document,) = read(write(pa.table({"text": [TEXT], "id": values})))
        assert isinstance(document, Document)
        assert document.locator == f"posts.parquet:{written}"


@pytest.mark.parametrize(
    "values",
    [
        pa.array([["2025"]]),
        pa.array([{"day": "2025"}]),
        pa.array([True]),
        pa.array([timedelta(1)]),
        pa.array([time(12)]),
        pa.array([b"2025"], pa.binary(4)),
    ],
)
def test_a_column_that_can_hold_no_words_is_told_once_with_the_way_out(values: pa.Array) -> None:
    message = told(column(pa.concat_arrays([values, values])))
    assert message.startswith("holds no words in 'date' (")
    assert message.endswith("; leave it out: --column published=")
    assert len(read(column(values), given=Given(columns={"published": ""}))) == 1


def test_a_column_that_is_not_asked_for_is_not_looked_at() -> None:
    table = pa.table({"text": [TEXT], "tags": [["a"]], "author.name": [["Ada"]]})
    assert [type(each) for each in read(write(table))] == [Document]


def test_names_that_look_like_parts_of_each_other_are_told_apart_or_told() -> None:
    flat = pa.table({"a.b": [TEXT], "a": ["Herald"], "a.c": ["x"]})
    given = Given(columns={"text": "a.b", "outlet": "a.c"})
    assert [type(each) for each in read(write(flat), given=given)] == [Document]
    (trouble,) = read(write(flat), given=Given(columns={"text": "a.b", "outlet": "a"}))
    assert isinstance(trouble, Trouble)
    assert "other columns that look like 'a'" in trouble.message


def test_of_columns_with_one_name_the_first_counts() -> None:
    table = pa.Table.from_arrays([pa.array([TEXT]), pa.array(["Other words."])], names=["text", "text"])
    (document,) = read(write(table))
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_what_is_wrong_with_a_row_does_not_touch_the_next() -> None:
    far = 1 << 62
    table = pa.table(
        {
            "text": pa.array([b"\xff\xfe", TEXT.encode(), b"a" * (MAX_LINE_CHARACTERS + 1), TEXT.encode()]),
            "date": pa.array([0, far, 0, 0]).cast(pa.timestamp("us", "UTC")),
        }
    )
    first, second, third, fourth = read(write(table))
    assert isinstance(fourth, Document)
    assert [each.message for each in (first, second, third) if isinstance(each, Trouble)] == [
        "row 1 is not written in UTF-8",
        "row 2 says a day that is in no calendar",
        "row 3 is longer than 5 million characters",
    ]


def test_other_programs_files_are_read(tmp_path: Path) -> None:
    frame = pl.DataFrame({"text": [TEXT] * 300, "date": [NOON] * 300, "outlet": ["Herald", None, "Post"] * 100})
    frame.write_parquet(tmp_path / "polars.parquet", row_group_size=70)
    query = f"copy (select * from read_parquet('{tmp_path}/polars.parquet')) to '{tmp_path}/duck.parquet'"
    duckdb.sql(query)
    for name in ("polars.parquet", "duck.parquet"):
        documents = list(load_source(str(tmp_path / name), formats=BULK_FORMATS))
        assert [getattr(each, "outlet", "") for each in documents] == ["Herald", None, "Post"] * 100
        assert {getattr(each, "published_at", None) for each in documents} == {NOON}


def test_a_file_is_known_by_its_beginning_and_may_be_packed_once_more() -> None:
    data = write_rows(ROWS)
    whole = [each for each in read(data) if isinstance(each, Document)]
    for other in (read(data, "download"), read(gzip.compress(data), "posts.parquet.gz")):
        assert [each.text for each in other if isinstance(each, Document)] == [each.text for each in whole]

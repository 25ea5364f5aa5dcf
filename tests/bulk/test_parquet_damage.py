"""A Parquet file that is broken, or made to break readers, is told in a line and never taken in whole."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.bulk import parquet_pages, parquet_rows
from reportedly.bulk.thrift import MAX_DEPTH, Structure, ThriftError
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.bulk.parquets import TEXT, read, told, write, write_rows

WHOLE = write_rows(
    [{"id": number, "text": f"The mayor said {number}.", "date": "2025-12-03"} for number in range(6)],
    row_group_size=2,
    write_page_checksum=True,
)


@pytest.mark.parametrize(
    "data",
    [b"PAR1", b"PAR1" * 4, WHOLE[:-1], WHOLE[:200], WHOLE[:4] + WHOLE[40:], b"\0" * 20 + b"\xff\xff\xff\x7fPAR1"],
)
def test_a_broken_file_is_told_in_one_line(data: bytes) -> None:
    assert told(data).startswith("cannot be read to its end (")


def test_a_page_that_was_changed_ends_the_reading_and_what_stands_before_is_read() -> None:
    rows = [{"text": f"The mayor said {number}."} for number in range(6)]
    data = write_rows(rows, row_group_size=2, compression="none", use_dictionary=False, write_page_checksum=True)
    at = data.index(b"\x11\0\0\0The mayor said 5.") + 4
    *before, last = read(data[:at] + b"Another" + data[at + 7 :])
    assert [getattr(each, "text", "") for each in before] == [row["text"] for row in rows[:4]]
    assert isinstance(last, Trouble)
    assert "what stands before was read" in last.message


@given(st.integers(4, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_that_was_changed_anywhere_is_read_or_refused(at: int, change: bytes) -> None:
    changed = WHOLE[:at] + change + WHOLE[at + len(change) :]
    assert all(isinstance(each, Document | Trouble) for each in read(changed))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert isinstance(read(b"PAR1" + data + len(data).to_bytes(4, "little") + b"PAR1")[0], Trouble)


def test_one_text_in_all_rows_ends_somewhere() -> None:
    one_text = pa.DictionaryArray.from_arrays(pa.array([0] * 5_000, pa.int32()), pa.array([TEXT * 10_000]))
    outcomes = read(write(pa.table({"text": one_text})))
    assert len(outcomes) < 200
    assert "it unpacks to over 50 MB" in getattr(outcomes[-1], "message", "")


def test_rows_that_take_no_room_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_rows, "ROW_BYTES", 10_000)
    outcomes = read(write(pa.table({"text": pa.nulls(1_000_000, pa.string())})))
    assert len(outcomes) == 5_001
    assert "it unpacks to over 50 MB" in getattr(outcomes[-1], "message", "")


def test_a_page_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_pages, "MAX_PAGE_BYTES", 1_000_000)
    assert "a page has over 1 MB" in told(write(pa.table({"text": ["a" * 2_000_000]})))


def test_structures_that_are_made_to_break_readers_are_refused() -> None:
    deep = b"\x1c" * (MAX_DEPTH + 2)
    lists = b"\x19" + b"\x19" * 5_000
    twice = b"\x15\x02\x05\x02\x02\x00"
    endless = b"\x19\xf5" + b"\xff" * 9 + b"\x7f" + b"\x00"
    for data in (deep, lists, twice, endless, b"\x15" + b"\xff" * 20, b"\x1d\x00", b"\x18\xff\xff\xff\xff\x0f", b""):
        with pytest.raises(ThriftError):
            Structure(data).take_fields()

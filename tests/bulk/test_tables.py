"""What is written as Parquet comes out as it went in."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from reportedly.bulk.layout import Layout, alone_in, sweep
from reportedly.bulk.schemas import CLAIM_COLUMNS, EVENT_COLUMNS, SCHEMAS, TYPES
from reportedly.bulk.tables import document_row, read_rows, restore_document, write_rows
from reportedly.errors import ArchiveError
from reportedly.model.document import Document

WHOLE = Document(
    text="Обстріл — “shelling”\n\u202eof the town 🐶",
    url="https://example.org/1",
    outlet="Harbour Post",
    title="A title",
    author="Somebody",
    published=date(1, 1, 1),
    published_at=datetime(2026, 1, 1, 23, 30, 5, 17, tzinfo=timezone(timedelta(hours=3))),
    captured_at=datetime(2026, 1, 2, tzinfo=UTC),
    archive_url="https://example.org/copy",
    forwarded_from="Front Diary",
    locator="post:1",
    language="uk",
    captions=("A caption.", ""),
    raw_sha256="ab" * 32,
)


@pytest.mark.parametrize("document", [WHOLE, Document(text="")], ids=["whole", "bare"])
def test_a_document_comes_out_as_it_went_in(document: Document, tmp_path: Path) -> None:
    """Zones of instants, the first day of the calendar and empty captions too."""
    path = Layout(tmp_path).table("documents", "one")
    write_rows(path, "documents", [document_row(document)])
    assert [restore_document(row) for row in read_rows(path)] == [document]


def test_every_column_has_the_type_of_what_stands_in_it() -> None:
    """A column that is listed with a type is there, and an empty table has all columns."""
    assert TYPES.keys() <= CLAIM_COLUMNS.keys() | EVENT_COLUMNS.keys()
    assert list(CLAIM_COLUMNS) == SCHEMAS["claims"].names


def test_an_empty_part_has_its_columns(tmp_path: Path) -> None:
    """A shard without a claim."""
    path = tmp_path / "claims" / "none.parquet"
    write_rows(path, "claims", [])
    assert pq.read_table(path).schema.names == SCHEMAS["claims"].names


def test_a_damaged_part_is_told(tmp_path: Path) -> None:
    """It names the file and the way out."""
    path = tmp_path / "part.parquet"
    path.write_bytes(b"PAR1 no more")
    with pytest.raises(ArchiveError, match=r"part\.parquet cannot be read .* take it away"):
        list(read_rows(path))


def test_a_folder_is_worked_on_by_one_run(tmp_path: Path) -> None:
    """The second is refused; after the first it is let in. What was left unfinished is swept away."""
    with alone_in(tmp_path), pytest.raises(ArchiveError, match="worked on by another run"), alone_in(tmp_path):
        pass
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / ".one.parquet.123.part").write_bytes(b"half")
    with alone_in(tmp_path):
        sweep(tmp_path)
    assert not list((tmp_path / "claims").iterdir())


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Named by mistake."""
    path = tmp_path / "file"
    path.write_text("words", encoding="utf-8")
    with pytest.raises(ArchiveError, match="cannot be used as a folder"), alone_in(path):
        pass

"""Inputs into shards of documents."""

import json
from datetime import date
from pathlib import Path

from reportedly.bulk.archives import Asked, read_archive
from reportedly.bulk.layout import Layout
from reportedly.bulk.tables import read_rows
from reportedly.bulk.taking import MOST_CHARACTERS, cut_shards
from reportedly.flow.adding import Means
from reportedly.ingest.loading import Given
from reportedly.model.document import Document
from tests.bulk.made import Here, tell_nobody


def read(root: Path, *sources: Path, shard_documents: int = 2) -> None:
    """Read files into an archive."""
    asked = Asked(
        sources=[str(each) for each in sources],
        given=Given(published=date(2025, 12, 3)),
        means=Means(),
        shard_documents=shard_documents,
    )
    read_archive(root, asked, Here(), tell_nobody)


def texts(root: Path) -> list[list[str]]:
    """The texts in each shard of an archive."""
    return [[row["text"] for row in read_rows(path)] for path in Layout(root).tables("documents")]


def write_lines(path: Path, *words: str) -> Path:
    """A file of JSON Lines."""
    path.write_text("".join(json.dumps({"text": each}) + "\n" for each in words), encoding="utf-8")
    return path


def test_shards_are_neither_long_nor_heavy() -> None:
    """So many documents, and so many characters; one that is heavier by itself is alone."""
    short, heavy = Document(text="short"), Document(text="x" * (MOST_CHARACTERS + 1))
    cut = [len(each) for each in cut_shards(iter([short, short, short, heavy, short]), 2)]
    assert cut == [2, 1, 1, 1]


def test_a_file_that_grew_is_read_on(tmp_path: Path) -> None:
    """The shards that are as they were are not read again."""
    archive, rows = tmp_path / "archive", tmp_path / "rows.jsonl"
    read(archive, write_lines(rows, "One fell.", "Two fell.", "Three fell."))
    first = Layout(archive).tables("readings")[0].stat().st_mtime_ns
    read(archive, write_lines(rows, "One fell.", "Two fell.", "Three fell.", "Four fell."))
    assert texts(archive) == [["One fell.", "Two fell."], ["Three fell.", "Four fell."]]
    assert Layout(archive).tables("readings")[0].stat().st_mtime_ns == first


def test_what_a_file_holds_no_longer_goes(tmp_path: Path) -> None:
    """With its readings."""
    archive, rows = tmp_path / "archive", tmp_path / "rows.jsonl"
    read(archive, write_lines(rows, "One fell.", "Two fell.", "Three fell."))
    read(archive, write_lines(rows, "One fell."))
    assert texts(archive) == [["One fell."]]
    assert all(len(Layout(archive).tables(name)) == 1 for name in ("readings", "claims", "comparables", "blocks"))


def test_of_a_file_that_is_gone_what_was_read_stays(tmp_path: Path) -> None:
    """Somebody made room for the archive."""
    archive, rows = tmp_path / "archive", tmp_path / "rows.jsonl"
    read(archive, write_lines(rows, "One fell."))
    rows.unlink()
    read(archive, rows)
    assert texts(archive) == [["One fell."]]


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    """That in which they were named first, whatever is named later."""
    archive = tmp_path / "archive"
    late, early = write_lines(tmp_path / "a.jsonl", "Late."), write_lines(tmp_path / "b.jsonl", "Early.")
    read(archive, early)
    read(archive, late, early)
    assert texts(archive) == [["Early."], ["Late."]]

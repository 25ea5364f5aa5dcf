"""docs/bulk.md names every column, and what it shows runs."""

import re
from pathlib import Path

import duckdb
import pytest

from reportedly.bulk.comparisons import compare_archive
from reportedly.bulk.schemas import SCHEMAS
from tests.bulk.dispatches import read_dispatches
from tests.bulk.made import Here, keep, tell_nobody

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bulk.md").read_text(encoding="utf-8")
PUBLIC = ("documents", "readings", "claims", "comparables", "blocks", "events", "members")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an archive of three dispatches lies beside its events."""
    keep(tmp_path / "archive", read_dispatches())
    compare_archive(tmp_path / "archive", tmp_path / "events", Here(), tell_nobody)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("table", PUBLIC)
def test_every_column_is_described(table: str) -> None:
    """In the paragraph of its table."""
    (paragraph,) = re.findall(rf"^\*\*`{table}`\*\*:(.+?)\n\n", PAGE, flags=re.M | re.S)
    assert set(SCHEMAS[table].names) <= set(re.findall(r"`(\w+)`", paragraph))


def test_what_is_shown_for_duckdb_finds_something(folder: Path) -> None:
    """Both questions."""
    asked = re.findall(r"```sql\n(.+?)```", PAGE, flags=re.S)
    assert len(asked) == 2
    for sql in asked:
        found = duckdb.sql(sql.replace("'strike'", "'control'"))
        assert found is not None and found.fetchall()


def test_what_is_shown_for_data_frames_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Polars and pandas."""
    shown = re.findall(r"```python\n(.+?)```", PAGE, flags=re.S)
    assert len(shown) == 2
    for code in shown:
        exec(code, {})
    assert "label" in capsys.readouterr().out

"""What the page on formats says of columns is what the table says."""

import re
from pathlib import Path

from reportedly.ingest.columns import COLUMNS, choose_columns
from reportedly.ingest.formats import FORMATS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_the_page_names_every_column_that_is_found_by_itself() -> None:
    (table,) = re.findall(r"\| Field \|.+?\n\n", PAGE, re.S)
    rows = {row.split("|")[1]: row.split("|")[2] for row in table.splitlines()[2:] if row}
    named = {
        field: tuple(re.findall(r"`(\w+)`", columns)) or (field,)
        for fields, columns in rows.items()
        for field in re.findall(r"`(\w+)`", fields)
    }
    assert named == {field: tuple(columns) for field, columns in COLUMNS.items()}


def test_the_page_names_every_kind() -> None:
    assert [each.name for each in FORMATS if f"| `{each.name}` |" not in PAGE] == []


def test_the_first_of_two_columns_that_are_spelled_alike_counts() -> None:
    assert choose_columns(["Text ", "text", "BODY"], {})["text"] == "Text "

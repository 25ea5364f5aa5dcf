"""A file becomes a document, or one clear line."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from reportedly.ingest.formats import FORMATS, choose_format
from reportedly.ingest.loading import Given, load_path, load_text
from reportedly.ingest.opening import MAX_BYTES
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

NEWS = "The ministry said on Tuesday that its forces had taken the village.\n"


def test_a_text_file_is_its_document(tmp_path: Path) -> None:
    document = loaded(write(tmp_path, "a.txt", NEWS.encode()))
    assert (document.text, document.language) == (NEWS, "en")
    assert document.raw_sha256 and len(document.raw_sha256) == 64


def test_what_the_user_says_stands_above_what_the_file_says(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", b"---\noutlet: One\ndate: 2020-01-01\n---\n" + NEWS.encode())
    document = loaded(path, given=Given(outlet="Two", published=date(2025, 12, 3)))
    assert (document.outlet, document.published) == ("Two", date(2025, 12, 3))


def test_the_name_tells_the_format_and_else_the_beginning_does() -> None:
    page = "<!-- x -->\n<!DOCTYPE html><html>"
    assert [choose_format(name, "x").name for name in ("a.HTML", "a.md", "a.txt")] == ["html", "markdown", "text"]
    assert choose_format("download", page).name == "html"
    assert choose_format("a.txt", page).name == "text"
    assert choose_format("-", "---\ntitle: x\n---\nText").name == "markdown"
    assert choose_format("-", "--- she said").name == "text"
    assert choose_format("a.html", "x", kind="text").name == "text"


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    assert loaded("-").text == NEWS


def test_a_missing_file_a_folder_and_a_name_that_is_none(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "none.txt")
    assert "is a folder" in refused(tmp_path)
    assert "cannot be opened" in refused("a\x00b")
    assert "cannot be opened" in refused("a" * 5000)


def test_a_file_that_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the operating system's answer is played here."""
    path = write(tmp_path, "a.txt", NEWS.encode())

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not read" in refused(path)


def test_a_file_that_is_too_long_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(path).startswith("has 200 MB, and at most 50 MB are read")


def test_a_stream_that_does_not_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            asked.append(size)
            return b"a" * size

    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Endless()}))
    assert "at most 50 MB" in refused("-")
    assert asked == [MAX_BYTES + 1]


def test_a_language_that_is_not_read_is_refused_unless_the_user_says_otherwise(tmp_path: Path) -> None:
    russian = "Министерство сообщило, что посёлок взят и бои продолжаются на окраинах города.\n"
    path = write(tmp_path, "a.txt", russian.encode())
    assert refused(path).startswith("is Russian: not read yet")
    assert loaded(path, given=Given(language="en")).language == "en"
    assert refused(write(tmp_path, "b.txt", NEWS.encode()), given=Given(language="uk")).startswith("is Ukrainian")


def test_a_short_text_is_taken_for_english() -> None:
    outcome = load_text("Odesa burns.")
    assert isinstance(outcome, Document) and outcome.language == "en"


def test_a_text_of_nothing_is_a_trouble() -> None:
    assert isinstance(load_text(" \n"), Trouble)


def test_a_lone_surrogate_is_replaced_at_its_place() -> None:
    outcome = load_text("The army \ud800 said so.")
    assert isinstance(outcome, Document) and outcome.text == "The army \ufffd said so."


def write(folder: Path, name: str, data: bytes) -> Path:
    """A file with `data`."""
    path = folder / name
    path.write_bytes(data)
    return path


def loaded(source: Path | str, *, given: Given | None = None) -> Document:
    """The document at `source`."""
    document = load_path(str(source), given=given)
    assert isinstance(document, Document)
    return document


def refused(source: Path | str, *, given: Given | None = None) -> str:
    """What is said of `source`, which must not be read."""
    outcome = load_path(str(source), given=given)
    assert isinstance(outcome, Trouble)
    return outcome.message

"""A file becomes a document, or one clear line."""

import gzip
import io
import os
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from reportedly.ingest import opening
from reportedly.ingest.formats import FORMATS, choose_format
from reportedly.ingest.loading import MAX_CHARACTERS, Given, demand_one, load_source, load_text
from reportedly.ingest.opening import COPIED_BYTES, HEAD_BYTES, hold_bytes
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


def test_what_fills_gaps_leaves_what_the_file_says(tmp_path: Path) -> None:
    given = Given(outlet="Two", published=date(2025, 12, 3), fills_gaps=True)
    own = write(tmp_path, "a.md", b"---\noutlet: One\ndate: 2020-01-01\n---\n" + NEWS.encode())
    document = loaded(own, given=given)
    assert (document.outlet, document.published) == ("One", date(2020, 1, 1))
    bare = loaded(write(tmp_path, "a.txt", NEWS.encode()), given=given)
    assert (bare.outlet, bare.published) == ("Two", date(2025, 12, 3))


def test_the_name_tells_the_format_and_else_the_beginning_does() -> None:
    page = b"<!-- x -->\n<!DOCTYPE html><html>"
    assert [chosen(name, b"x") for name in ("a.HTML", "a.md", "a.txt")] == ["html", "markdown", "text"]
    assert chosen("download", page) == "html"
    assert chosen("a.txt", page) == "text"
    assert chosen("-", b"---\ntitle: x\n---\nText") == "markdown"
    assert chosen("-", b"--- she said") == "text"
    assert chosen("a.html", b"x", kind="text") == "text"
    assert [chosen("-", each) for each in (b'{"text": "x"}', b"{sic} she said", b'[{"text"', b"[sic]")] == [
        "jsonl", "text", "json", "text",
    ]  # fmt: skip
    assert chosen("-", b'{"text": "' + b"a" * HEAD_BYTES) == "jsonl"
    assert chosen("-", b'<?xml version="1.0"?><!-- x --><rss version="2.0">') == "feed"


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    assert loaded("-").text == NEWS


def test_a_missing_file_a_folder_and_a_name_that_is_none(tmp_path: Path) -> None:
    assert "is not there" in refused(tmp_path / "none.txt")
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

    monkeypatch.setattr(opening, "MAX_STREAM_BYTES", 5 * COPIED_BYTES)
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Endless()}))
    assert "at most 5 MB" in refused("-")
    assert asked == [COPIED_BYTES] * 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_as_a_file_is(tmp_path: Path) -> None:
    """As with `reportedly read <(pdftotext a.pdf -)`."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(NEWS.encode(),), daemon=True)
    writer.start()
    assert loaded(pipe).text == NEWS
    writer.join(10)


def test_a_text_longer_than_any_book_is_refused() -> None:
    outcome = load_text("a" * (MAX_CHARACTERS + 1))
    assert isinstance(outcome, Trouble) and outcome.message.startswith("has 2,000,001 characters")


def test_the_language_is_told_and_the_users_word_stands_above_it(tmp_path: Path) -> None:
    russian = "Министерство сообщило, что посёлок взят и бои продолжаются на окраинах города.\n"
    path = write(tmp_path, "a.txt", russian.encode())
    assert loaded(path).language == "ru"
    assert loaded(path, given=Given(language="en")).language == "en"


def test_one_document_can_be_demanded_of_an_input() -> None:
    one = Document(text="One.")
    assert demand_one([one], "x") is one
    two = demand_one(iter([one, Document(text="Two.")]), "x")
    assert isinstance(two, Trouble) and "several documents" in two.message


def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{NEWS * 3}</p></article></body></html>"
    assert loaded(write(tmp_path, "a.txt.gz", gzip.compress(NEWS.encode()))).text == NEWS
    assert NEWS.strip() in loaded(write(tmp_path, "a.html.GZ", gzip.compress(page.encode()))).text
    assert NEWS.strip() in loaded(write(tmp_path, "download", gzip.compress(page.encode()))).text


def test_a_packed_file_that_is_cut_off_or_no_gzip_is_a_trouble(tmp_path: Path) -> None:
    packed = gzip.compress(bytes(range(256)) * 1000)
    assert "cannot be" in refused(write(tmp_path, "a.txt.gz", packed[:-20]))
    assert "cannot be unpacked" in refused(write(tmp_path, "b.txt.gz", b"\x1f\x8bnonsense"))


def test_a_packed_file_that_unpacks_to_an_absurd_size_is_refused(tmp_path: Path) -> None:
    assert "unpacks to over 50 MB" in refused(write(tmp_path, "a.txt.gz", gzip.compress(bytes(60_000_000))))


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


def chosen(name: str, head: bytes, *, kind: str | None = None) -> str:
    """The kind that an input of this name and beginning is taken for."""
    return choose_format(hold_bytes(head, source=name), kind).name


def loaded(source: Path | str, *, given: Given | None = None) -> Document:
    """The only document at `source`."""
    (document,) = load_source(str(source), given=given)
    assert isinstance(document, Document)
    return document


def refused(source: Path | str) -> str:
    """What is said of `source`, which must not be read."""
    (outcome,) = load_source(str(source))
    assert isinstance(outcome, Trouble)
    return outcome.message

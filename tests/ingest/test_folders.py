"""A folder is the files in it that may hold text, in one order."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.ingest.folders import MAX_DEPTH, list_inputs
from reportedly.ingest.loading import load_source
from reportedly.model.trouble import Trouble


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to be filled."""
    made = tmp_path / "news"
    made.mkdir()
    return made


def test_a_file_is_itself_and_so_is_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    for source in (str(path), str(tmp_path / "none"), "-", "a\x00b", "a" * 5000):
        assert list(list_inputs(source)) == [source]


def test_files_come_by_name_and_folders_among_them(folder: Path) -> None:
    fill(folder, "b.txt", "a/z.html", "a/b/c.csv", "c", ".hidden", ".git/x.txt", "d.JPG", "e.mp4")
    assert listed(folder) == ["a/b/c.csv", "a/z.html", "b.txt", "c"]


def test_an_export_of_telegram_is_its_result(folder: Path) -> None:
    fill(folder, "x.txt", "export/result.json", "export/files/a.pdf", "export/lists/b.html")
    assert listed(folder) == ["export/result.json", "x.txt"]


def test_what_a_browser_saves_beside_a_page_is_left_out(folder: Path) -> None:
    fill(folder, "Page.html", "Page_files/frame.html", "Page_files/x.js", "my_files/note.txt")
    assert listed(folder) == ["Page.html", "my_files/note.txt"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege there")
def test_links_lead_nowhere_outside(folder: Path, tmp_path: Path) -> None:
    fill(folder, "a/x.txt")
    (tmp_path / "secret.txt").write_text("x")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "a" / "x.txt")
    (folder / "circle").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "none")
    assert listed(folder) == ["a/x.txt", "broken.txt", "in.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
def test_nobody_waits_for_what_comes_out_of_a_pipe(folder: Path) -> None:
    fill(folder, "x.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "to_pipe.txt").symlink_to(folder / "pipe.txt")
    assert listed(folder) == ["x.txt"]


def test_folders_without_end_are_told_and_the_rest_is_read(folder: Path) -> None:
    deep = "a/" * (MAX_DEPTH + 1)
    fill(folder, f"{deep}x.txt", "z.txt")
    too_deep, last = list_inputs(str(folder))
    assert last.endswith("z.txt")
    (outcome,) = load_source(too_deep)
    assert isinstance(outcome, Trouble) and outcome.message.startswith("is a folder")


def test_a_folder_without_any_says_so(folder: Path) -> None:
    fill(folder, "a.png")
    (source,) = list_inputs(str(folder))
    (outcome,) = load_source(source)
    assert isinstance(outcome, Trouble) and outcome.message.startswith("is a folder")


def fill(folder: Path, *names: str) -> None:
    """Put a file of each name there."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The village is ours.\n")


def listed(folder: Path) -> Sequence[str]:
    """What is listed, as seen from the folder."""
    return [Path(each).relative_to(folder).as_posix() for each in list_inputs(str(folder))]

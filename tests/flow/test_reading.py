"""The way of a document, from Python."""

import re
from datetime import date
from pathlib import Path

import pytest

import reportedly
from reportedly import Reading, Trouble, UnreadableError, read_path, read_paths, read_text

NEWS = "Russian forces captured the village of Malynivka, the channel Front Diary said.\n"


def test_a_text_has_a_reading() -> None:
    reading = read_text(NEWS, outlet="Example Herald", published=date(2025, 12, 3))
    assert reading.document.text == NEWS
    assert (reading.document.outlet, reading.document.published) == ("Example Herald", date(2025, 12, 3))


def test_a_file_has_the_reading_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert read_path(path).claims == read_text(NEWS).claims


def test_what_cannot_be_read_is_raised_for_one_and_told_for_several(tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    with pytest.raises(UnreadableError, match="is not there"):
        read_path(missing)
    with pytest.raises(UnreadableError, match="is empty"):
        read_text("")
    good = tmp_path / "a.txt"
    good.write_text(NEWS, encoding="utf-8")
    told: list[str] = []
    outcomes = list(read_paths([missing, good], progress=told.append))
    assert [type(outcome) for outcome in outcomes] == [Trouble, Reading]
    assert told == [str(missing), str(good)]


def test_the_face_shows_what_it_names() -> None:
    assert all(getattr(reportedly, name) for name in reportedly.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(reportedly, "nothing")  # noqa: B009 - the name does not exist, which is the point


def test_the_readme_shows_what_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.S)
    exec(compile(code, "README.md", "exec"), {})  # our own page, not input
    assert "Front Diary" in capsys.readouterr().out

"""`reportedly read` takes files in and hands readings out, whatever the files are."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.present.contract import reading_schema
from reportedly.reference.profile import profile_names

GERMAN = "Das Ministerium teilte mit, dass das Dorf gefallen ist und die Kämpfe in der Stadt andauern.\n"


def test_json_is_a_reading_a_line(news: Path) -> None:
    result = run("read", news, news, "--format", "json")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate(json.loads(line), reading_schema())
    assert json.loads(lines[0])["document"]["text"] == news.read_text(encoding="utf-8")


def test_options_may_stand_before_or_after_the_files(news: Path) -> None:
    before = run("read", "--format", "json", "--outlet", "X", "--published", "2025-12-03", news)
    after = run("read", news, "--format", "json", "--outlet", "X", "--published", "2025-12-03")
    assert before.stdout == after.stdout
    document = json.loads(before.stdout)["document"]
    assert (document["outlet"], document["published"], document["language"]) == ("X", "2025-12-03", "en")


def test_standard_input_is_a_dash(news: Path) -> None:
    result = run("read", "-", "--format", "json", stdin=news.read_bytes())
    assert json.loads(result.stdout)["claims"] == json.loads(run("read", news, "--format", "json").stdout)["claims"]


def test_text_names_each_of_several_files(news: Path) -> None:
    assert "===" not in run("read", news).stdout
    assert run("read", news, news).stdout.count(f"=== {news} ===") == 2


def test_html_is_one_page(news: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    result = run("read", news, news, "--format", "html", "--output", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text(encoding="utf-8").count("<article") == 2


def test_line_ends_of_windows_make_the_same_reading(news: Path) -> None:
    unix = json.loads(run("read", news, "--format", "json").stdout)
    windows = news.with_name("windows.txt")
    windows.write_bytes(b"\xef\xbb\xbf" + news.read_bytes().replace(b"\n", b"\r\n"))
    read = json.loads(run("read", windows, "--format", "json").stdout)
    assert read["document"].pop("raw_sha256") != unix["document"].pop("raw_sha256")
    assert read == unix


def test_the_kind_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("---\ntitle: A title\n---\nThe *army* said so.\n", encoding="utf-8")
    read = json.loads(run("read", path, "--as", "markdown", "--format", "json").stdout)
    assert (read["document"]["title"], read["document"]["text"]) == ("A title", "The army said so.\n")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
        ("paper.html", b"%PDF-1.7", "is a PDF"),
        ("page.html", b"<html><body></body></html>", "no article found"),
        ("german.txt", GERMAN.encode(), "is German: not read yet"),
        ("noise.txt", bytes(range(1, 256)) * 20, "save it as UTF-8"),
    ],
)
def test_a_bad_file_is_one_clear_line_and_the_others_are_read(
    news: Path, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    result = run("read", bad, news, tmp_path / "none.txt", "--format", "json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"reportedly: {bad} ") and says in first
    assert second.startswith(f"reportedly: {tmp_path / 'none.txt'} ") and "is not there" in second


def test_a_page_is_not_written_if_nothing_could_be_read(tmp_path: Path) -> None:
    result = run("read", tmp_path / "none.txt", "--format", "html")
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--published", "2025-02-30"], "there is no day '2025-02-30' in the calendar"),
        (["--published", "yesterday"], "write year, month and day, for example 2025-12-03"),
        (["--language", "English"], "two letters"),
        (["--as", "pdf"], "'pdf' is not one of"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--output", "."], "is a directory"),
    ],
)
def test_a_wrong_option_is_told_and_nothing_is_read(news: Path, options: list[str], says: str) -> None:
    result = run("read", news, *options)
    assert result.exit_code == 2
    assert says in result.stderr and result.stdout == ""


def test_no_file_is_no_wish() -> None:
    assert run("read").exit_code == 2


def test_an_input_is_never_written_over(news: Path) -> None:
    before = news.read_bytes()
    result = run("read", news, "--output", news)
    assert result.exit_code == 2 and "is one of the files to be read" in result.stderr
    assert news.read_bytes() == before


def test_an_escape_sequence_in_a_files_name_is_not_obeyed(tmp_path: Path) -> None:
    result = run("read", tmp_path / "a\x1b[2J\nb.txt")
    assert "\x1b" not in result.stderr and len(result.stderr.splitlines()) == 1


def test_help_shows_how(news: Path) -> None:
    for command in ([], ["read"], ["demo"], ["schema"], ["profiles"]):
        result = run(*command, "--help")
        assert result.exit_code == 0 and "reportedly" in result.stdout


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema", "reading").stdout) == reading_schema()


def test_profiles_are_listed() -> None:
    names = [line.split()[0] for line in run("profiles").stdout.splitlines()]
    assert names == list(profile_names())
    assert "ukraine" in names


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    """What `reportedly` answers in this process."""
    return CliRunner().invoke(reportedly, [str(each) for each in arguments], input=stdin, catch_exceptions=False)

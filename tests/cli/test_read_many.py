"""`reportedly read` takes inputs that hold many documents, and folders."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.cli.options import KINDS
from reportedly.cli.read import COUNTED_FROM
from reportedly.ingest.formats import FORMATS

POSTS = {
    "name": "Front Diary",
    "type": "public_channel",
    "id": 55,
    "messages": [
        {
            "id": 1,
            "type": "message",
            "date_unixtime": "1764797400",
            "text": "The army captured the village, a soldier said.",
        },
        {
            "id": 2,
            "type": "message",
            "date_unixtime": "1764797460",
            "text": "The ministry denied that it had been lost.",
        },
    ],
}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The export of a channel, in its folder."""
    path = tmp_path / "ChatExport" / "result.json"
    path.parent.mkdir()
    path.write_text(json.dumps(POSTS), encoding="utf-8")
    return path


def test_every_kind_can_be_named() -> None:
    assert set(KINDS) == {each.name for each in FORMATS}


def test_each_post_has_a_reading_and_its_address(export: Path) -> None:
    result = run("read", export.parent, "--channel", "@front_diary", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    documents = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert [each["url"] for each in documents] == ["https://t.me/front_diary/1", "https://t.me/front_diary/2"]
    assert {each["outlet"] for each in documents} == {"Front Diary"}
    assert documents[0]["published_at"] == "2025-12-03T21:30:00Z"


def test_each_of_several_documents_is_named(export: Path) -> None:
    result = run("read", export)
    assert result.stdout.count(f"=== {export}: The ") == 2


def test_documents_are_parted_even_if_nothing_tells_them_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text":"The army said so."}\n{"text":"The navy said so."}\n', encoding="utf-8")
    assert f"=== {path}: The navy said so. ===" in run("read", path).stdout


def test_columns_are_mapped_and_days_are_counted_where_the_user_says(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("words;when\nThe army said so.;2025-12-03T21:30:00Z\n", encoding="utf-8")
    options = (
        "--column",
        "text=words",
        "--column",
        "published=when",
        "--timezone",
        "Europe/Moscow",
        "--format",
        "json",
    )
    document = json.loads(run("read", path, *options).stdout)["document"]
    assert (document["text"], document["published"]) == ("The army said so.", "2025-12-04")


def test_bad_rows_are_told_and_counted_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("x\n" * COUNTED_FROM + '{"text":"The army said so."}\n', encoding="utf-8")
    result = run("read", path, "--format", "json")
    assert result.exit_code == 1 and len(result.stdout.splitlines()) == 1
    *troubles, count = result.stderr.splitlines()
    assert troubles[0] == f"reportedly: {path} line 1 is no JSON at character 1"
    assert count == f"reportedly: 1 read, {COUNTED_FROM} not read"


def test_a_post_whose_language_is_not_read_is_told_apart(export: Path, tmp_path: Path) -> None:
    text = "Das Ministerium teilte am Dienstag mit, dass die Truppen das Dorf eingenommen haben."
    posts = {**POSTS, "messages": [*POSTS["messages"], {"id": 3, "type": "message", "text": text}]}  # type: ignore[misc]  # a list, as one can see
    export.write_text(json.dumps(posts), encoding="utf-8")
    result = run("read", export, "--format", "json")
    assert result.exit_code == 1 and len(result.stdout.splitlines()) == 2
    assert result.stderr.startswith(f"reportedly: {export} telegram:55/3: is German")


def test_a_file_of_the_folder_that_is_read_is_never_written_over(export: Path) -> None:
    result = run("read", export.parent, "--output", export)
    assert result.exit_code == 2 and "is one of the files to be read" in result.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--column", "body"], "write NAME=COLUMN"),
        (["--column", "speaker=who"], "one of text, title"),
        (["--column", "text=a", "--column", "text=b"], "given two columns"),
        (["--channel", "https://example.org/x"], "after t.me/"),
        (["--timezone", "Mars/Phobos"], "there is no time zone 'Mars/Phobos'"),
        (["--timezone", "../etc/passwd"], "there is no time zone"),
    ],
)
def test_a_wrong_option_is_told(export: Path, options: list[str], says: str) -> None:
    result = run("read", export, *options)
    assert result.exit_code == 2 and says in result.stderr


@pytest.mark.parametrize("written", ["front_diary", "@front_diary", "t.me/front_diary", "https://t.me/s/front_diary/"])
def test_a_channel_may_be_given_as_one_copies_it(export: Path, written: str) -> None:
    result = run("read", export, "--channel", written, "--format", "json")
    assert '"https://t.me/front_diary/1"' in result.stdout


def run(*arguments: object) -> Result:
    """What `reportedly` answers in this process."""
    return CliRunner().invoke(reportedly, [str(each) for each in arguments], catch_exceptions=False)

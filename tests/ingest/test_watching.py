"""A list of sources says what is watched; what it says wrongly is said back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reportedly.errors import SourcesError
from reportedly.ingest.loading import Given
from reportedly.ingest.watching import WatchedSource, find_due, read_sources, wait_s

NOW = datetime(2025, 12, 2, 12, tzinfo=UTC)


def write(folder: Path, text: str) -> Path:
    path = folder / "SOURCES.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_a_source_may_say(tmp_path: Path) -> None:
    text = """
        [[source]]
        url = "https://herald.example/feed.xml"
        outlet = "Example Herald"
        every_minutes = 5
        articles = false
        language = "uk"
        profile = "ukraine"
        as = "feed"
        timezone = "Europe/Kyiv"

        [[source]]
        path = "exports/"
        channel = "example_channel"
        columns = { text = "body" }
    """
    feed, folder = read_sources(write(tmp_path, text))
    assert feed == WatchedSource(
        place="https://herald.example/feed.xml",
        on_net=True,
        every_minutes=5,
        articles=False,
        kind="feed",
        profile="ukraine",
        given=Given(outlet="Example Herald", language="uk", timezone=ZoneInfo("Europe/Kyiv")),
    )
    assert (folder.place, folder.on_net) == (str(tmp_path / "exports"), False)
    assert (folder.every_minutes, folder.articles) == (30, True)
    assert folder.given == Given(channel="example_channel", columns={"text": "body"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "lists no source"),
        ("source = 5", "lists no source"),
        ("[[sources]]", "unknown key 'sources'"),
        ("[[source]", "no TOML"),
        ("[[source]]", "[[source]] 1 (without url): say either 'url' or 'path'"),
        ('[[source]]\nurl = "http://a.example"\npath = "b"', "say either"),
        ('[[source]]\nurl = "http://a.example"\nevery = 5', "unknown key 'every'; use url, path, outlet, every_minutes"),
        ('[[source]]\nurl = "file:///etc/passwd"', "'url' begins with 'file'; only http and https"),
        ('[[source]]\nurl = "http://a:b@c.example"', "name or password"),
        ('[[source]]\npath = 5', "'path' must be a text"),
        ('[[source]]\npath = "a"\nevery_minutes = 0', "at least 1"),
        ('[[source]]\npath = "a"\nevery_minutes = true', "at least 1"),
        ('[[source]]\npath = "a"\narticles = "no"', "true or false"),
        ('[[source]]\npath = "a"\nlanguage = "English"', "two letters"),
        ('[[source]]\npath = "a"\nas = "pdf"', "must be one of"),
        ('[[source]]\npath = "a"\ntimezone = "Kyiv"', "must be a time zone"),
        ('[[source]]\npath = "a"\ntimezone = "../../etc/passwd"', "must be a time zone"),
        ('[[source]]\npath = "a"\ncolumns = { words = "b" }', "with names among"),
        ('[[source]]\npath = "a"\n[[source]]\npath = "a"', "is listed twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_the_file_and_the_entry(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SourcesError) as raised:
        read_sources(path)
    assert words in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be read"):
        read_sources(tmp_path / "none.toml")


def test_a_source_is_due_when_its_time_has_passed_or_it_never_was_looked_at() -> None:
    often = WatchedSource(place="a", on_net=False, every_minutes=10)
    rare = WatchedSource(place="b", on_net=False, every_minutes=60)
    fresh = WatchedSource(place="c", on_net=False)
    ahead = WatchedSource(place="d", on_net=False)
    before = {"a": NOW - timedelta(minutes=10), "b": NOW - timedelta(minutes=59), "d": NOW + timedelta(days=1)}
    assert find_due((often, rare, fresh, ahead), before, NOW) == (often, fresh, ahead)
    assert wait_s((rare,), before, NOW) == 60
    assert wait_s((often, rare), before, NOW) == 0

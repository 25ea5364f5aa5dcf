"""The sources that somebody watches: what the list of them says, and which are due. Nothing here asks anybody."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from os import PathLike, fspath
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reportedly.errors import SourcesError
from reportedly.ingest.addresses import parse_address
from reportedly.ingest.columns import COLUMNS
from reportedly.ingest.formats import FORMATS
from reportedly.ingest.loading import Given

EVERY_MINUTES = 30
"""How often a source is looked at if the list does not say."""

MAX_MINUTES = 60 * 24 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedSource:
    """One entry of a list of sources."""

    place: str
    """An address on the net, or the path of a file or a folder."""
    on_net: bool
    every_minutes: int = EVERY_MINUTES
    articles: bool = True
    """Are the articles that a feed links to read, rather than what the feed itself says?"""
    kind: str | None = None
    """Name of a row of `FORMATS`; by default the source tells."""
    profile: str | None = None
    """Name or path of a conflict profile."""
    given: Given = field(default_factory=Given)
    """What stands above what the documents say of themselves."""


def read_sources(path: str | PathLike[str]) -> Sequence[WatchedSource]:
    """The sources that the TOML file `path` lists, in its order.

    Raises:
        SourcesError: if there is no such file, or anything in it cannot be understood.
    """
    name = fspath(path)
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SourcesError(name, f"it cannot be read ({error.strerror or error}); check the name") from error
    except (tomllib.TOMLDecodeError, UnicodeError, ValueError) as error:
        raise SourcesError(name, f"it is no TOML in UTF-8 ({error})") from error
    if unknown := sorted(set(table) - {"source"}):
        raise SourcesError(name, f"unknown key {unknown[0]!r}; write one [[source]] for each source")
    entries = table.get("source")
    if not isinstance(entries, list) or not entries or not all(isinstance(each, dict) for each in entries):
        raise SourcesError(name, "it lists no source; write one [[source]] for each")
    sources = [read_entry(each, number, name) for number, each in enumerate(entries, 1)]
    places = [each.place for each in sources]
    if twice := next((each for each in places if places.count(each) > 1), None):
        raise SourcesError(name, f"{twice!r} is listed twice; leave one out")
    return tuple(sources)


def read_entry(entry: Mapping[str, Any], number: int, path: str) -> WatchedSource:
    """One entry of the list.

    Raises:
        SourcesError: if it cannot be understood.
    """
    where = f"[[source]] {number} ({entry.get('url') or entry.get('path') or 'without url'})"
    for key, value in entry.items():
        if key not in KEYS:
            raise SourcesError(path, f"{where}: unknown key {key!r}; use {', '.join(KEYS)}")
        if wrong := KEYS[key](value):
            raise SourcesError(path, f"{where}: {key!r} {wrong}")
    if ("url" in entry) == ("path" in entry):
        raise SourcesError(path, f"{where}: say either 'url' or 'path'")
    timezone: tzinfo | None = ZoneInfo(entry["timezone"]) if "timezone" in entry else None
    return WatchedSource(
        place=entry["url"].strip() if "url" in entry else str(Path(path).parent / entry["path"]),
        on_net="url" in entry,
        every_minutes=entry.get("every_minutes", EVERY_MINUTES),
        articles=entry.get("articles", True),
        kind=entry.get("as"),
        profile=entry.get("profile"),
        given=Given(
            outlet=entry.get("outlet"),
            language=entry.get("language"),
            columns=entry.get("columns", {}),
            channel=entry.get("channel"),
            timezone=timezone,
        ),
    )


def find_due(
    sources: Sequence[WatchedSource], checked: Mapping[str, datetime], now: datetime
) -> Sequence[WatchedSource]:
    """The sources that are to be looked at now, in the list's order.

    Args:
        checked: when each was looked at last, by `place`; one that is missing never was.
        now: with its zone, as are the others.
    """
    return tuple(each for each in sources if next_check(each, checked, now) <= now)


def next_check(source: WatchedSource, checked: Mapping[str, datetime], now: datetime) -> datetime:
    """When `source` is to be looked at; `now` if that never happened, or if the clock was put back since."""
    last = checked.get(source.place)
    return now if last is None or last > now else last + timedelta(minutes=source.every_minutes)


def wait_s(sources: Sequence[WatchedSource], checked: Mapping[str, datetime], now: datetime) -> float:
    """Seconds until the first source is due; 0 if one is."""
    return max(0.0, min((next_check(each, checked, now) - now).total_seconds() for each in sources))


def refuse_text(value: object) -> str | None:
    """What is wrong with a value that must be a text."""
    return None if isinstance(value, str) and value.strip() else "must be a text in quotation marks"


def refuse_url(value: object) -> str | None:
    """What is wrong with an address."""
    if wrong := refuse_text(value):
        return wrong
    address = parse_address(str(value))
    return address if isinstance(address, str) else None


def refuse_minutes(value: object) -> str | None:
    """What is wrong with a number of minutes."""
    fine = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_MINUTES
    return None if fine else "must be a whole number of minutes, at least 1"


def refuse_switch(value: object) -> str | None:
    """What is wrong with a yes or no."""
    return None if isinstance(value, bool) else "must be true or false"


def refuse_language(value: object) -> str | None:
    """What is wrong with a language."""
    fine = isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha() and value.islower()
    return None if fine else 'must be two letters, such as "uk"'


def refuse_kind(value: object) -> str | None:
    """What is wrong with the name of a format."""
    names = [each.name for each in FORMATS]
    return None if value in names else f"must be one of {', '.join(names)}"


def refuse_zone(value: object) -> str | None:
    """What is wrong with a time zone."""
    try:
        ZoneInfo(str(value))
    except (OSError, ValueError, KeyError):
        return 'must be a time zone such as "Europe/Kyiv"'
    return None


def refuse_columns(value: object) -> str | None:
    """What is wrong with the names of columns."""
    fine = (
        isinstance(value, dict) and set(value) <= set(COLUMNS) and all(isinstance(each, str) for each in value.values())
    )
    return None if fine else f'must be a table such as {{ text = "body" }}, with names among {", ".join(COLUMNS)}'


KEYS: Mapping[str, Callable[[object], str | None]] = {
    "url": refuse_url,
    "path": refuse_text,
    "outlet": refuse_text,
    "every_minutes": refuse_minutes,
    "articles": refuse_switch,
    "language": refuse_language,
    "profile": refuse_text,
    "as": refuse_kind,
    "timezone": refuse_zone,
    "channel": refuse_text,
    "columns": refuse_columns,
}
"""What an entry may say, and what is wrong with what it says."""

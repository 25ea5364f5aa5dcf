"""What options take, and how a wrong value is told."""

import re
from collections.abc import Callable
from datetime import date, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LANGUAGE_CODE = re.compile(r"[a-z]{2}")
CHANNEL = re.compile(r"(?:(?:https?://)?t\.me/(?:s/)?|@)?([A-Za-z][A-Za-z0-9_]{3,31})/?")


def parse_day(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    """The calendar day that `text` names; None if the option was not used."""
    if text is None:
        return None
    if not ISO_DAY.fullmatch(text):
        raise click.BadParameter(f"{text!r} is no day; write year, month and day, for example 2025-12-03")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"there is no day {text!r} in the calendar") from error


def parse_language(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The ISO 639-1 code in lower case; None if the option was not used."""
    if text is not None and not LANGUAGE_CODE.fullmatch(text.lower()):
        raise click.BadParameter(f"{text!r} is no language code of two letters, for example en")
    return text and text.lower()


def parse_columns(context: click.Context, option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Which column holds what, from pairs such as `text=body`; empty after `=` is for what is to be left out."""
    from reportedly.ingest.columns import COLUMNS

    columns: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or name not in COLUMNS:
            raise click.BadParameter(
                f"{pair!r} is none; write NAME=COLUMN, for example text=body, where NAME is one of {', '.join(COLUMNS)}"
            )
        if name in columns:
            raise click.BadParameter(f"{name!r} is given two columns, {columns[name]!r} and {column!r}")
        columns[name] = column
    return columns


def parse_channel(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The public name of a channel, from the name, @name or its address; None if the option was not used."""
    if text is None:
        return None
    if not (found := CHANNEL.fullmatch(text)):
        raise click.BadParameter(
            f"{text!r} is no public name of a channel; write what stands after t.me/ in its address"
        )
    return found.group(1)


def parse_timezone(context: click.Context, option: click.Parameter, text: str | None) -> tzinfo | None:
    """The time zone of that name; None if the option was not used."""
    if text is None:
        return None
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, LookupError) as error:
        raise click.BadParameter(f"there is no time zone {text!r}; name one such as Europe/Kyiv or UTC") from error


DEFAULT_LEDGER = "reportedly.db"
"""In the folder where one stands."""

db_option = click.option(
    "--db",
    "address",
    metavar="PATH|URL",
    envvar="REPORTEDLY_DB",
    show_envvar=True,
    default=DEFAULT_LEDGER,
    show_default=True,
    help="The ledger: a file, or postgresql://… for a server's.",
)
"""Which ledger a command works on; hands the command `address: str`."""


KINDS = ("text", "markdown", "html", "feed", "telegram", "preview", "jsonl", "json", "csv", "warc", "wacz")
"""What goes after `--as`: the names of `ingest.formats.FORMATS`, which is not loaded for every `--help`."""

profile_option = click.option(
    "--profile", metavar="NAME|PATH", help="The conflict: see `reportedly profiles`. By default the text tells."
)
gazetteer_option = click.option(
    "--gazetteer",
    metavar="PATH",
    type=click.Path(exists=True, path_type=Path),
    help="Places made with `reportedly gazetteer import --to`, a file or folder, instead of your own.",
)


def kind_option(kinds: tuple[str, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """What the inputs are."""
    return click.option(
        "--as", "kind", type=click.Choice(kinds), help="What they are. By default name or content tells."
    )


# What a user can say about documents that come in, for every command that reads some.
DOCUMENT_OPTIONS = (
    click.option("--outlet", metavar="NAME", help="Who published them."),
    click.option(
        "--published", metavar="YYYY-MM-DD", callback=parse_day, help="The day from which “yesterday” is counted."
    ),
    click.option(
        "--language",
        metavar="CODE",
        callback=parse_language,
        help="By default the text tells. English (en), Russian (ru) and Ukrainian (uk) are read.",
    ),
    click.option(
        "--column",
        "columns",
        metavar="NAME=COLUMN",
        multiple=True,
        callback=parse_columns,
        help="Which column or field holds what, for example text=body; may be repeated. Known names are found by themselves.",
    ),
    click.option(
        "--channel",
        metavar="NAME",
        callback=parse_channel,
        help="What stands after t.me/ in the channel's address: it is not in an export.",
    ),
    click.option(
        "--timezone",
        metavar="NAME",
        callback=parse_timezone,
        help="Where days are counted, for example Europe/Kyiv. By default the language tells.",
    ),
    profile_option,
    gazetteer_option,
)


def document_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--as` and all of `DOCUMENT_OPTIONS`, as arguments that bear the names of those of `flow.read_paths`."""
    return kind_option(KINDS)(document_particulars(command))


def document_particulars(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command all of `DOCUMENT_OPTIONS`, but not what the inputs are."""
    for option in reversed(DOCUMENT_OPTIONS):
        command = option(command)
    return command

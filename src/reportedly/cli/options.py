"""What options take, and how a wrong value is told."""

import re
from datetime import date

import click

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LANGUAGE_CODE = re.compile(r"[a-z]{2}")


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

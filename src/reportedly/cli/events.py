"""`reportedly events` and `event`: what a ledger's claims say together."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.claims import base_option, output_option, refuse_ledger
from reportedly.cli.filters import CLAIM_FILTERS, PAGING, add_options, choose, make_query
from reportedly.cli.options import db_option
from reportedly.cli.output import Comparing, open_export, terminal_width, wants_colour
from reportedly.cli.pages import TEXT_LIMIT, say_notes, say_nothing_fits
from reportedly.model.event import Status

if TYPE_CHECKING:
    from reportedly.ledger.query import Query
    from reportedly.ledger.store import Ledger
    from reportedly.model.event import Event

FORMATS = ("text", "json", "jsonl", "csv", "geojson", "annotations", "prov", "schema-org")
EVENT_FILTERS = (
    choose("--status", Status, "How the reporting stands: " + ", ".join(Status) + "."),
    click.option(
        "--min-documents", type=click.IntRange(min=1), default=1, metavar="N", help="Told of in so many documents or more."
    ),
    click.option(
        "--min-lines",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Affirmed, or else denied, on so many independent lines or more.",
    ),
)  # fmt: skip
OLDEST_FIRST = PAGING[1]
LIMIT = PAGING[2]


@click.command()
@add_options(*CLAIM_FILTERS, *EVENT_FILTERS, OLDEST_FIRST, LIMIT)
@click.option("--count", "only_count", is_flag=True, help="Print only how many there are.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@base_option
@db_option
def events(
    address: str, form: str, output: Path | None, base: str | None, limit: int | None, *, only_count: bool, **asked: Any
) -> None:
    """List what the claims of a ledger say happened: who affirms and who denies it, on how many independent lines.

    An event is shown whole if one of its claims fits all filters. What is new in the ledger is compared first. No
    status says whether it happened: it says how the reporting stands. All formats hold the same events.

    \b
        reportedly events --min-documents 2
        reportedly events --near Bakhmut --within 20 --status contested --status conceded
        reportedly events --side russia --kind control --format csv --output events.csv
        reportedly events --from 2025-11-01 --to 2025-11-30 --format geojson > happened.geojson

    Exit codes: 0 also if nothing fits; 1 the ledger cannot be read; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.ledger.opening import open_ledger
    from reportedly.present.exports import event_writers

    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        found = list_events(ledger, query, asked)
        if only_count:
            click.echo(sum(1 for _ in found))
            return
        say_notes(ledger.claims(replace(query, limit=1)))
        most = TEXT_LIMIT if limit is None and form == "text" else limit or 0
        told = Told(found, most)
        with open_export(output, mark=form == "csv") as out:
            pieces = write_list(told, colour=wants_colour(out)) if form == "text" else event_writers()[form](told, base)
            for piece in pieces:
                out.write(piece)
        told.say_rest()
        if form == "text" and not told.given:
            say_no_events(ledger, query, asked)


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@output_option
@base_option
@db_option
def event(address: str, id_: str, form: str, output: Path | None, base: str | None) -> None:
    """Show one event in full: each line of reporting, each claim and why it belongs there, what changed in the retelling.

    ID is an event's or a claim's; any unique beginning will do. The id of an event that has become part of another
    leads to that one.

    \b
        reportedly event rp-7K3M2QX4TB
        reportedly event 7k3m --format json

    Exit codes: 0 it is shown; 1 nothing, or too much, has such an id; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.ledger.opening import open_ledger
    from reportedly.present.event_contract import write_events_json
    from reportedly.present.event_listing import write_event

    with open_ledger(address, create=False) as ledger:
        found = ask_event(ledger, id_)
    with open_export(output) as out:
        if form == "json":
            for piece in write_events_json([found]):
                out.write(piece)
        else:
            out.write(write_event(found, base=base, width=terminal_width(), colour=wants_colour(out)))


def ask_event(ledger: "Ledger", id_: str) -> "Event":
    """The event that an id leads to.

    Raises:
        click.UsageError: if it is the id of something that leads to no event.
        ReportedlyError: if nothing, or too much, has such an id.
    """
    from reportedly.errors import UnknownIdError
    from reportedly.flow.comparing import find_event

    try:
        with Comparing(sys.stderr) as comparing:
            return find_event(ledger, id_, comparing.show)
    except UnknownIdError as error:
        sort, whole = ledger.find_id(id_)
        raise click.UsageError(
            f"{whole} is a {sort} that leads to no event; `reportedly show {whole}` tells more"
        ) from error


class Told:
    """Events as far as they are asked for, one after the other; and how many more there are."""

    def __init__(self, events: "Iterator[Event]", most: int) -> None:
        self._events, self._most = events, most
        self.given = 0
        """How many were given out."""

    def __iter__(self) -> "Iterator[Event]":
        for each in islice(self._events, self._most or None):
            self.given += 1
            yield each

    def say_rest(self) -> None:
        """Say on stderr whether there are more."""
        if self._most and self.given == self._most and next(self._events, None) is not None:
            click.echo("there are more; --limit 0 takes all", err=True)


def list_events(ledger: "Ledger", query: "Query", asked: Mapping[str, Any]) -> "Iterator[Event]":
    """The events that fit, those of the wanted status that are told of often enough."""
    from reportedly.flow.comparing import find_events

    statuses = frozenset(map(Status, asked["status"])) or frozenset(Status)
    with Comparing(sys.stderr) as comparing:
        for found in find_events(ledger, query, comparing.show):
            comparing.clear()
            documents = {member.held.document.id for member in found.members}
            if (
                found.status in statuses
                and len(documents) >= asked["min_documents"]
                and count_least(found) >= asked["min_lines"]
            ):
                yield found


def count_least(event: "Event") -> int:
    """The lines by which the status goes: of those that affirm, and of those that deny where nobody affirms."""
    from reportedly.model.event import Stance
    from reportedly.present.event_contract import lines_of

    affirms = Stance.AFFIRMS in {member.stance for member in event.members}
    return lines_of(event, Stance.AFFIRMS if affirms else Stance.DENIES).least


def write_list(events: "Iterable[Event]", *, colour: bool) -> Iterator[str]:
    """Each event in a few lines."""
    from reportedly.present.event_listing import write_events

    return write_events(events, width=terminal_width(), colour=colour)


def say_no_events(ledger: "Ledger", query: "Query", asked: Mapping[str, Any]) -> None:
    """Say on stderr that no event fits, and what keeps them away."""
    if not ledger.claims(replace(query, limit=1)).items:
        say_nothing_fits(ledger.claims, query)
        return
    # There are claims that fit, so it is the events that do not.
    typed = {
        "--status": asked["status"],
        "--min-documents": asked["min_documents"] > 1,
        "--min-lines": asked["min_lines"],
    }
    kept = ", ".join(option for option, is_typed in typed.items() if is_typed)
    click.echo("no event fits" + (f"; some do without {kept}" if kept else ""), err=True)

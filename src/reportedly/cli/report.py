"""`reportedly report`: a set of events as one page."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from reportedly.cli.claims import base_option, refuse_ledger
from reportedly.cli.events import EVENT_FILTERS, OLDEST_FIRST, Told, list_events, say_no_events
from reportedly.cli.filters import CLAIM_FILTERS, add_options, make_query, parse_limit
from reportedly.cli.options import db_option
from reportedly.cli.output import open_export
from reportedly.cli.pages import say_notes

if TYPE_CHECKING:
    from reportedly.ledger.query import Box

MOST = 50
"""Events of a report, if nothing else is said."""
UNSAID = frozenset({"address", "base"})
"""Options that choose no events; an address may hold a password."""


@click.command()
@click.argument("output", metavar="OUT.html", type=click.Path(dir_okay=False, path_type=Path))
@add_options(*CLAIM_FILTERS, *EVENT_FILTERS, OLDEST_FIRST)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=MOST,
    show_default=True,
    metavar="N",
    callback=parse_limit,
    help="So many events at most; 0 is all.",
)
@base_option
@db_option
@click.pass_context
def report(context: click.Context, /, address: str, output: Path, base: str | None, limit: int, **asked: Any) -> None:
    """Write a set of events to OUT.html, one file that needs nothing else: no net, no other file, no server.

    It holds an overview, a map of the named places, a timeline, and for each event its lines, the graph of who had it
    from whom, what changed in the retelling, and every quotation with its link. Each drawing has a table beside it.

    \b
        reportedly report november.html --from 2025-11-01 --to 2025-11-30 --min-documents 2
        reportedly report contested.html --status contested --limit 0

    Exit codes: 0 also if nothing fits; 1 the ledger cannot be read; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.ledger.opening import open_ledger
    from reportedly.present.event_report import write_event_report

    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        say_notes(ledger.claims(replace(query, limit=1)))
        told = Told(list_events(ledger, query, asked), limit)
        chosen = list(told)
        with open_export(output) as out:
            out.write(write_event_report(chosen, asked=say_asked(context), base=base))
        told.say_rest()
        if not chosen:
            say_no_events(ledger, query, asked)


def say_asked(context: click.Context) -> str:
    """The options by which the events were chosen, as one may type them again."""
    words: list[str] = []
    for option in context.command.params:
        is_typed = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if not isinstance(option, click.Option) or option.name in UNSAID or not is_typed:
            continue
        value = context.params[option.name or ""]
        for each in value if isinstance(value, tuple) else (value,):
            words += [option.opts[0]] if option.is_flag else [option.opts[0], shlex.quote(say_value(each))]
    return " ".join(words)


def say_value(value: object) -> str:
    """A value as it was typed, or so that it means the same."""
    from reportedly.ledger.query import Box

    return say_box(value) if isinstance(value, Box) else str(value)


def say_box(box: "Box") -> str:
    """Two parallels and two meridians."""
    return f"{box.south:g},{box.west:g},{box.north:g},{box.east:g}"

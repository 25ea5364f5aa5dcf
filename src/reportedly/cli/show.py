"""`reportedly show`: whatever an id names."""

import sys
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.claims import base_option
from reportedly.cli.filters import AT, find_seq
from reportedly.cli.options import db_option
from reportedly.cli.output import terminal_width, wants_colour
from reportedly.cli.pages import TEXT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.ledger.query import Query
    from reportedly.ledger.store import Ledger
    from reportedly.model.held import Page

SHOWN = ("claim", "document", "source", "place")
"""The sorts of things that a list shows too."""


@click.command()
@click.argument("id_", metavar="ID")
@AT
@base_option
@db_option
def show(address: str, id_: str, at: int | date | None, base: str | None) -> None:
    """Show the claim, document, source or place that ID names; any unique beginning will do.

    A claim is shown with its words in their context and the evidence for its sources, places and flags;
    a document with its text and claims; a source or place with the newest claims.

    \b
        reportedly show rp-7K3M2QX4TB
        reportedly show 7k3m

    Exit codes: 0 it is shown; 1 nothing, or too much, has such an id; 2 the command line is wrong.
    """
    from reportedly.ledger.opening import open_ledger
    from reportedly.ledger.query import Query

    with open_ledger(address, create=False) as ledger:
        sort, whole = ledger.find_id(id_)
        query = Query(at=find_seq(at, ledger))
        if sort in SHOWN:
            show_held(ledger, sort, whole, query, base)
        elif sort == "event":
            click.echo(f"{whole} is an event: `reportedly event {whole}` shows it")
        else:
            click.echo(f"{whole} is a {sort}: `reportedly history {whole}` tells what became of it")


def show_held(ledger: "Ledger", sort: str, id_: str, query: "Query", base: str | None) -> None:
    """Show a claim, or something that claims are listed under."""
    from dataclasses import replace

    from reportedly.errors import QueryError
    from reportedly.present.dossier import write_dossier

    # What is asked for, and how the claims are asked for that are listed under it.
    asked: dict[str, tuple[Callable[[Query], Page[Any]], Query]] = {
        "claim": (ledger.claims, replace(query, ids=(id_,))),
        "document": (ledger.documents, replace(query, documents=(id_,))),
        "source": (ledger.sources, replace(query, sources=(id_,))),
        "place": (ledger.places, replace(query, places=(id_,))),
    }
    ask, about = asked[sort]
    found = ask(replace(query, ids=(id_,)) if sort == "document" else about).items
    things = [thing for thing in found if sort == "claim" or thing.id == id_]
    if not things:
        when = "does not stand any more" if query.at is None else f"did not stand after entry {query.at}"
        raise QueryError(f"the {sort} {id_} {when}; `reportedly history {id_}` tells why")
    claims = () if sort == "claim" else tuple(islice(ledger.each_claim(about), TEXT_LIMIT))
    colour = wants_colour(sys.stdout)
    written = write_dossier(things[0], base=base, claims=claims, width=terminal_width(), colour=colour)
    click.echo(written, nl=False, color=colour)

"""`reportedly sources`, `documents`, `places`: what a ledger holds besides claims."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.claims import base_option, output_option, refuse_ledger
from reportedly.cli.filters import CLAIM_FILTERS, DOCUMENT_FILTERS, PAGING, add_options, make_query
from reportedly.cli.options import db_option
from reportedly.cli.output import open_export
from reportedly.cli.pages import TEXT_LIMIT, count_all, list_page, say_notes, say_nothing_fits, walk_pages

if TYPE_CHECKING:
    from reportedly.ledger.query import Query
    from reportedly.ledger.store import Ledger
    from reportedly.model.held import Page
    from reportedly.present.inventory import Held

FORMATS = ("text", "jsonl", "csv")

shown_options = add_options(
    *PAGING[2:],
    click.option("--count", "only_count", is_flag=True, help="Print only how many there are."),
    click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True),
    output_option,
    base_option,
    db_option,
)


@click.command()
@add_options(*CLAIM_FILTERS)
@shown_options
def sources(address: str, **asked: Any) -> None:
    """List the sources of the claims that fit, the most named first.

    \b
        reportedly sources --side russia --kind control
        reportedly sources --format csv --output sources.csv
    """
    from reportedly.model.held import HeldSource

    show_all(address, HeldSource, lambda ledger: ledger.sources, **asked)


@click.command()
@add_options(*CLAIM_FILTERS)
@shown_options
def places(address: str, **asked: Any) -> None:
    """List the places of the claims that fit, the most named first.

    \b
        reportedly places --source "Front Diary"
        reportedly places --near Bakhmut --format csv > places.csv
    """
    from reportedly.model.held import HeldPlace

    show_all(address, HeldPlace, lambda ledger: ledger.places, **asked)


@click.command()
@add_options(*DOCUMENT_FILTERS, *PAGING[:2])
@shown_options
def documents(address: str, **asked: Any) -> None:
    """List the documents of a ledger, those in which nothing was read too.

    \b
        reportedly documents --outlet "Example Herald" --published-from 2025-12-01
        reportedly documents --text "Купянськ"
    """
    from reportedly.model.held import HeldDocument

    show_all(address, HeldDocument, lambda ledger: ledger.documents, **asked)


def show_all(
    address: str,
    sort: "type[Held]",
    choose: "Callable[[Ledger], Callable[[Query], Page[Any]]]",
    /,
    *,
    form: str,
    output: Path | None,
    base: str | None,
    limit: int | None,
    only_count: bool,
    **asked: Any,
) -> None:
    """List or write what fits. `choose` says which question is put to the ledger."""
    refuse_ledger(output, address)
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.held import HeldDocument
    from reportedly.present.inventory import write_inventory_csv, write_inventory_jsonl

    with open_ledger(address, create=False) as ledger:
        ask = choose(ledger)
        query = make_query(asked, ledger, ids_of="document" if sort is HeldDocument else "claim")
        if only_count:
            click.echo(count_all(ask, query))
        elif form == "text":
            if not list_page(ask, query, TEXT_LIMIT if limit is None else limit, output):
                say_nothing_fits(ask, query)
        else:
            say_notes(ask(replace(query, limit=1)))
            write = write_inventory_csv if form == "csv" else write_inventory_jsonl
            with open_export(output, mark=form == "csv") as out:
                for piece in write(sort, walk_pages(ask, query, limit or 0), base):
                    out.write(piece)

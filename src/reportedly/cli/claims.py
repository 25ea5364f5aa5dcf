"""`reportedly claims`: what a ledger holds, filtered, as text or in another format."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.filters import CLAIM_FILTERS, PAGING, add_options, make_query, parse_base
from reportedly.cli.options import db_option
from reportedly.cli.output import open_export
from reportedly.cli.pages import TEXT_LIMIT, count_all, list_page, say_notes, say_nothing_fits, walk_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.ledger.query import Query
    from reportedly.ledger.store import Ledger
    from reportedly.model.held import HeldClaim
    from reportedly.model.reading import Reading

FORMATS = ("text", "json", "jsonl", "csv", "geojson", "annotations", "prov", "schema-org")
AT_ONCE = 200
"""Documents that one question names."""
LEDGER_FILES = ("", "-wal", "-shm", "-journal")

base_option = click.option(
    "--permalink-base",
    "base",
    metavar="URL",
    envvar="REPORTEDLY_URL",
    show_envvar=True,
    callback=parse_base,
    help="Address of the workbench to which permalinks lead. By default they are reportedly:rp-…",
)
output_option = click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write there, not to standard output."
)


@click.command()
@add_options(*CLAIM_FILTERS, *PAGING)
@click.option("--count", "only_count", is_flag=True, help="Print only how many there are.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@base_option
@db_option
def claims(
    address: str, form: str, output: Path | None, base: str | None, limit: int | None, *, only_count: bool, **asked: Any
) -> None:
    """List the claims of a ledger, or write them in another format.

    All filters must fit; of one that is given several times, one. What is written is what would be listed:
    the same claims in the same order. CSV and JSON Lines begin with the claim's id and its permalink.

    \b
        reportedly claims --text "Купянськ" --side russia --kind control
        reportedly claims --near Bakhmut --within 20 --from 2025-11-01 --to 2025-11-30
        reportedly claims --flag anonymous-origin --certainty certain --format csv --output claims.csv
        reportedly claims --source "Front Diary" --format geojson > said.geojson

    Exit codes: 0 also if nothing fits; 1 the ledger cannot be read; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.ledger.opening import open_ledger

    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        if only_count:
            click.echo(count_all(ledger.claims, query))
        elif form == "text":
            if not list_page(ledger.claims, query, TEXT_LIMIT if limit is None else limit, output):
                say_nothing_fits(ledger.claims, query)
        else:
            say_notes(ledger.claims(replace(query, limit=1)))
            with open_export(output, mark=form == "csv") as out:
                for piece in export(ledger, query, limit or 0, form, base):
                    out.write(piece)


def export(ledger: "Ledger", query: "Query", limit: int, form: str, base: str | None) -> Iterator[str]:
    """The claims that fit, `limit` of them at most (0: all), piece by piece."""
    from reportedly.present.exports import claim_writers

    if form == "json":
        return export_readings(ledger, query, limit)
    return claim_writers()[form](each_claim(ledger, query, limit), base)


def each_claim(ledger: "Ledger", query: "Query", limit: int) -> "Iterator[HeldClaim]":
    """The claims that fit, from where `query.after` says."""
    if limit or query.after is not None:
        return walk_pages(ledger.claims, query, limit)
    return iter(ledger.each_claim(query))


def export_readings(ledger: "Ledger", query: "Query", limit: int) -> Iterator[str]:
    """The readings with the claims that fit, a line each."""
    from reportedly.present.contract import write_json

    if limit or query.after is not None:
        readings = cut_readings(ledger, query, list(each_claim(ledger, query, limit)))
    else:
        readings = ledger.readings(query)
    for reading in readings:
        yield write_json(reading) + "\n"


def cut_readings(ledger: "Ledger", query: "Query", claims: "Sequence[HeldClaim]") -> "Iterator[Reading]":
    """The readings with these claims of those that fit, some documents at a time."""
    from reportedly.model.reading import cut_down

    ids = {held.claim.id for held in claims}
    documents = list(dict.fromkeys(held.document_id for held in claims))
    for first in range(0, len(documents), AT_ONCE):
        some = tuple(documents[first : first + AT_ONCE])
        for reading in ledger.readings(replace(query, documents=some, after=None)):
            yield cut_down(reading, ids)


def refuse_ledger(output: Path | None, address: str) -> None:
    """See that an export does not write over the ledger.

    Raises:
        click.UsageError: if it would.
    """
    if output is None:
        return
    if any(is_same(output, f"{address}{ending}") for ending in LEDGER_FILES):
        raise click.UsageError(f"--output {output} is the ledger itself; name another file")


def is_same(output: Path, name: str) -> bool:
    """Would writing to `output` destroy the file `name`?"""
    try:
        return output.samefile(name)
    except OSError:
        return os.path.realpath(output) == os.path.realpath(name)

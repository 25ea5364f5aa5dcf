"""`reportedly bulk`: archives of millions, read by many workers into Parquet, compared, and put into a ledger."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.add import tell_user
from reportedly.cli.bulk_words import StageLine, say_compared, say_loaded, say_lost, say_read, say_status, write_status
from reportedly.cli.options import KINDS, db_option, document_particulars, kind_option

if TYPE_CHECKING:
    from reportedly.bulk.engines import Engine

BULK_KINDS = ("parquet", *KINDS)

folder_argument = click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
out_option = click.option(
    "--out", metavar="DIR", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where it goes."
)


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the choice of who works, as `engine`, `workers` and `cluster`."""
    for option in (
        click.option(
            "--address",
            "cluster",
            metavar="HOST:PORT",
            help="With --engine ray: the cluster; `auto` is the one that this machine belongs to. By default one is started here.",
        ),
        click.option(
            "--workers", metavar="N", type=click.IntRange(min=1), help="How many work at once. By default one a core."
        ),
        click.option(
            "--engine",
            type=click.Choice(["local", "ray"]),
            default="local",
            show_default=True,
            help="Processes on this machine, or Ray.",
        ),
    ):
        command = option(command)
    return command


@click.group()
def bulk() -> None:
    """Read archives of any size into Parquet, compare what they say, and put it into a ledger.

    Needs the extra `bulk`: pip install 'reportedly[bulk]'. What broke off is taken up by the same command again; what is
    done is not done twice.

    \b
        reportedly bulk read crawl/*.warc.gz posts.jsonl --out archive/
        reportedly bulk compare archive/ --out events/
        reportedly bulk load archive/ --events events/ --db case.db
        reportedly bulk status archive/
    """


@bulk.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|FOLDER…")
@out_option
@kind_option(BULK_KINDS)
@document_particulars
@click.option(
    "--shard",
    "shard_documents",
    metavar="N",
    type=click.IntRange(min=1, max=100_000),
    default=500,
    show_default=True,
    help="Documents that a worker takes at a time, and that lie in one file.",
)
@engine_options
@click.pass_context
def read(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    out: Path,
    kind: str | None,
    profile: str | None,
    gazetteer: Path | None,
    shard_documents: int,
    engine: str,
    workers: int | None,
    cluster: str | None,
    **given: Any,
) -> None:
    """Read each PATH, and all that lies in each FOLDER, into Parquet under --out.

    WARC, WACZ, JSON Lines, CSV, Parquet, Telegram exports, and whatever else `reportedly add` reads from files. A document
    that is in the archive already is not read again; one that cannot be read is counted by its cause. More inputs can be
    read into the same folder later.

    \b
        reportedly bulk read CC-NEWS-*.warc.gz --out archive/
        reportedly bulk read posts.jsonl --outlet "Example channel" --out archive/ --workers 8
        reportedly bulk read rows.parquet --column text=body --out archive/ --engine ray --address auto

    Exit codes: 0 all inputs are in, whatever was wrong with single documents; 1 of an input nothing could be read; 2 the
    command line is wrong; 130 interrupted, what is done so far stays.
    """
    need_extra()
    from reportedly.bulk.archives import Asked, read_archive
    from reportedly.bulk.status import tell_status
    from reportedly.flow.adding import Means
    from reportedly.ingest.loading import Given

    if "-" in sources:
        raise click.UsageError("standard input cannot be read by several workers; name files or folders")
    asked = Asked(
        sources=sources,
        kind=kind,
        given=Given(**given),
        means=Means(
            profile=str(Path(profile).absolute()) if profile and profile.endswith(".toml") else profile,
            gazetteer=gazetteer and str(gazetteer.absolute()),
        ),
        shard_documents=shard_documents,
    )
    with at_work(engine, workers, cluster) as (worker, line):
        outcome = read_archive(out.absolute(), asked, worker, line.show)
    click.echo(say_read(tell_status(out)))
    for each in outcome.lost:
        tell_user(say_lost(each))
    for source, why in outcome.empty:
        tell_user(f"{source}: {why}")
    context.exit(1 if outcome.lost or outcome.empty else 0)


@bulk.command()
@folder_argument
@out_option
@engine_options
def compare(folder: Path, out: Path, engine: str, workers: int | None, cluster: str | None) -> None:
    """Find the events in the readings of the archive DIR, as Parquet under --out.

    They are those that a ledger with the same documents would have.

    \b
        reportedly bulk compare archive/ --out events/
        reportedly bulk compare archive/ --out events/ --workers 8
    """
    need_extra()
    from reportedly.bulk.comparisons import compare_archive

    with at_work(engine, workers, cluster) as (worker, line):
        made = compare_archive(folder.absolute(), out.absolute(), worker, line.show)
    click.echo(say_compared(made))


@bulk.command()
@folder_argument
@click.option(
    "--events",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="What `bulk compare` made of the archive. An empty ledger takes it over and compares nothing again.",
)
@db_option
def load(folder: Path, events: Path | None, address: str) -> None:
    """Put all documents of the archive DIR into a ledger, with their claims: a file, or a server's by COPY.

    It is the ledger that `reportedly add` would have made. What is in it already is left as it is.

    \b
        reportedly bulk load archive/ --db case.db
        reportedly bulk load archive/ --events events/ --db postgresql://me@localhost/cases
    """
    need_extra()
    from reportedly.bulk.loads import Load
    from reportedly.ledger.opening import open_ledger

    archive, line = Load.of(folder, events), StageLine(sys.stderr)
    with open_ledger(address, create=True, told=tell_user) as ledger:
        try:
            loading = archive.into(ledger, line.show_loading)
        finally:
            line.clear()
    click.echo(say_loaded(loading))


@bulk.command()
@folder_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(folder: Path, form: str) -> None:
    """Show how far the archive or the events in DIR are, what went wrong, and what it takes on the disk.

    \b
        reportedly bulk status archive/
        reportedly bulk status events/ --format json
    """
    need_extra()
    from reportedly.bulk.status import tell_status

    found = tell_status(folder)
    click.echo(say_status(found) if form == "text" else write_status(found))


def need_extra() -> None:
    """Nothing, if the libraries of the extra are there.

    Raises:
        MissingExtraError: if one is not.
    """
    from reportedly.bulk.extra import demand_extra

    demand_extra()


@contextmanager
def at_work(engine: str, workers: int | None, cluster: str | None) -> "Iterator[tuple[Engine, StageLine]]":
    """Workers, and the line that says how far they are; both go when all is done, or when it breaks off."""
    from reportedly.bulk.choosing import ENGINES

    if cluster is not None and engine != "ray":
        raise click.UsageError("--address is where a Ray cluster is; say --engine ray with it")
    worker, line = ENGINES[engine](workers or os.cpu_count() or 1, cluster), StageLine(sys.stderr)
    try:
        yield worker, line
    finally:
        line.clear()
        worker.close()

"""`reportedly add`, `watch` and `reread`: what goes into a ledger."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.options import db_option, document_options, gazetteer_option, profile_option
from reportedly.cli.output import Progress, say

if TYPE_CHECKING:
    from reportedly.flow.adding import Addition
    from reportedly.model.trouble import Trouble

private_option = click.option(
    "--allow-private", is_flag=True, help="Fetch from private and loopback addresses too, such as http://localhost."
)
form_option = click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|FOLDER… | -")
@db_option
@document_options
@form_option
@private_option
@click.pass_context
def add(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    address: str,
    form: str,
    allow_private: bool,
    kind: str | None,
    profile: str | None,
    gazetteer: Path | None,
    **given: Any,
) -> None:
    """Read each PATH, URL or FOLDER and keep it, with its claims, in a ledger.

    Plain text, Markdown, saved web pages, feeds, Telegram exports, JSON Lines, CSV, WARC and WACZ; - is standard input.
    The ledger is made if there is none. What is in it already is left as it is, so that a run that broke off is taken up by
    running it again; what a publisher edited becomes a new version beside the old.

    \b
        reportedly add article.html --outlet "Example Herald" --published 2025-12-03
        reportedly add https://example.org/news/1
        reportedly add exports/ --channel example_channel
        reportedly add rows.csv --column text=body --column published=date
        reportedly add crawl.wacz --db case.db

    Exit codes: 0 all is in; 1 some could not be read, the others are in; 2 the command line is wrong; 130 interrupted,
    what was added so far stays.
    """
    from reportedly.flow.adding import Means, add_paths
    from reportedly.ingest.loading import Given
    from reportedly.ledger.opening import open_ledger

    progress = Progress(None, sys.stderr)
    with open_ledger(address, create=True, told=tell_user) as ledger:
        outcomes = add_paths(
            ledger,
            sources,
            kind=kind,
            given=Given(**given),
            means=Means(profile=profile, gazetteer=gazetteer),
            allow_private=allow_private,
            progress=progress.show,
        )
        failed = show_additions(outcomes, form, progress)
    context.exit(1 if failed else 0)


@click.command()
@click.argument("sources", metavar="SOURCES.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@db_option
@click.option("--once", is_flag=True, help="Look once at what is due, and end.")
@form_option
@profile_option
@gazetteer_option
@private_option
@click.pass_context
def watch(
    context: click.Context,
    sources: Path,
    address: str,
    once: bool,
    form: str,
    profile: str | None,
    gazetteer: Path | None,
    allow_private: bool,
) -> None:
    """Look at the sources that SOURCES.toml lists, each as often as it says, and add what is new.

    robots.txt is obeyed, and servers are asked only for what changed since. Ctrl-C ends it; nothing is lost by that.

    \b
        [[source]]
        url = "https://example.org/feed.xml"
        outlet = "Example Herald"
        every_minutes = 30

    \b
        reportedly watch sources.toml --db case.db
        reportedly watch sources.toml --once
    """
    from reportedly.flow.adding import Means
    from reportedly.flow.watching import watch as look
    from reportedly.ingest.watching import read_sources
    from reportedly.ledger.opening import open_ledger

    listed = read_sources(sources)
    progress = Progress(None, sys.stderr)
    with open_ledger(address, create=True, told=tell_user) as ledger:
        outcomes = look(
            ledger,
            listed,
            once=once,
            means=Means(profile=profile, gazetteer=gazetteer),
            allow_private=allow_private,
            progress=progress.show,
        )
        failed = show_additions(outcomes, form, progress)
    context.exit(1 if failed else 0)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID…]")
@db_option
@click.option("--all", "everything", is_flag=True, help="Also what the versions that are here have read.")
@profile_option
@gazetteer_option
@click.pass_context
def reread(
    context: click.Context,
    ids: tuple[str, ...],
    address: str,
    everything: bool,
    profile: str | None,
    gazetteer: Path | None,
) -> None:
    """Read documents of a ledger anew: those never read, and those that other versions have read.

    The old readings stay; the new ones stand. A claim that says the same at the same place keeps its id and what people said
    of it; one that a person accepted or corrected stands even if it is not read again.

    \b
        reportedly reread
        reportedly reread rp-7K3M --profile ./my-conflict.toml
        reportedly reread --all --db case.db
    """
    from reportedly.flow.adding import Means
    from reportedly.flow.adding import reread as read_again
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.trouble import Trouble

    counts: Counter[str] = Counter()
    progress = Progress(None, sys.stderr)
    with open_ledger(address, told=tell_user) as ledger:
        chosen = [ledger.find_id(each)[1] for each in ids]
        means = Means(profile=profile, gazetteer=gazetteer)
        for outcome in read_again(ledger, ids=chosen, everything=everything, means=means, progress=progress.show):
            progress.clear()
            if isinstance(outcome, Trouble):
                click.echo(f"reportedly: {say(outcome.source)} {say(outcome.message)}", err=True)
                counts["failed"] += 1
            else:
                counts["unread" if outcome.reading is None else "new" if outcome.is_new else "same"] += 1
    progress.clear()
    left = f", {counts['unread']:,} in languages that are not read yet" if counts["unread"] else ""
    click.echo(f"{counts['new']:,} read anew, {counts['same']:,} as before, {counts['failed']:,} failed{left}")
    context.exit(1 if counts["failed"] else 0)


def show_additions(outcomes: "Iterable[Addition | Trouble]", form: str, progress: Progress) -> int:
    """Say what became of each document, and in the end of all. Returns how many inputs failed."""
    from reportedly.model.trouble import Trouble

    counts: Counter[str] = Counter()
    unread: Counter[str] = Counter()
    try:
        for outcome in outcomes:
            progress.clear()
            if isinstance(outcome, Trouble):
                click.echo(f"reportedly: {say(outcome.source)} {say(outcome.message)}", err=True)
                counts["failed"] += 1
                continue
            counts[outcome.added.outcome.value] += 1
            if outcome.unread:
                unread[outcome.document.language or "unknown"] += 1
            click.echo(say_addition(outcome) if form == "text" else write_addition(outcome))
            progress.step()
    finally:
        progress.clear()
        click.echo(sum_up(counts, unread), err=True)
    return counts["failed"]


def say_addition(addition: "Addition") -> str:
    """One document in one line."""
    from reportedly.present.words import count, name_document

    document, added = addition.document, addition.added
    what = (
        "not read yet" if addition.unread else count(len(addition.reading.claims), "claim") if addition.reading else ""
    )
    facts = [document.outlet, str(document.published or "") or None, what]
    after = f", after {added.replaces}" if added.replaces else ""
    known = ", ".join(filter(None, facts))
    return say(
        f"{added.id}  {added.outcome.value}{after}: {name_document(document)}" + (f"  ({known})" if known else "")
    )


def write_addition(addition: "Addition") -> str:
    """One document as a line of JSON."""
    document, added, reading = addition.document, addition.added, addition.reading
    return json.dumps(
        {
            "document_id": added.id,
            "outcome": added.outcome.value,
            "replaces": added.replaces,
            "source": addition.source,
            "outlet": document.outlet,
            "title": document.title,
            "published": str(document.published) if document.published else None,
            "language": document.language,
            "claims": len(reading.claims) if reading else None,
        },
        ensure_ascii=False,
    )


def sum_up(counts: Counter[str], unread: Counter[str]) -> str:
    """What the whole run came to."""
    words = {
        "new": "new",
        "version": "new version" if counts["version"] == 1 else "new versions",
        "known": "known already",
        "forgotten": "forgotten before, left out",
        "failed": "could not be read",
    }
    said = [f"{counts[key]:,} {word}" for key, word in words.items() if counts[key] or key == "new"]
    if unread:
        said.append(
            f"{unread.total():,} stored and not read yet ({', '.join(f'{code} {n:,}' for code, n in unread.most_common(5))})"
        )
    return ", ".join(said)


def tell_user(words: str) -> None:
    """Something that the user should know about the ledger, on stderr."""
    click.echo(f"reportedly: {say(words)}", err=True)

"""`reportedly read`: the reading of each document."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import parse_channel, parse_columns, parse_day, parse_language, parse_timezone
from reportedly.cli.output import Progress, open_output, say, terminal_width, wants_colour

if TYPE_CHECKING:
    from typing import TextIO

    from reportedly.model.document import Document
    from reportedly.model.reading import Reading
    from reportedly.model.trouble import Trouble

    Outcomes = Iterable[Reading | Trouble]
    Writer = Callable[[Outcomes, TextIO, Progress], int]

KINDS = ("text", "markdown", "html", "feed", "telegram", "preview", "jsonl", "json", "csv")

COUNTED_FROM = 5
"""So many troubles are counted at the end; fewer are seen at a glance."""


def write_texts(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """Each reading as text, under its name if there are several. Returns how many documents failed."""
    from reportedly.present.text import write_text

    colour, width = wants_colour(out), terminal_width()
    failed = 0
    for number, reading in enumerate(succeed(outcomes, progress)):
        if reading is None:
            failed += 1
            continue
        if head := write_head(reading.document, progress):
            print(("\n" if number else "") + head + "\n", file=out)
        print(write_text(reading, width=width, colour=colour), file=out, end="", flush=True)
    return failed


def write_head(document: "Document", progress: Progress) -> str:
    """The line that parts a document from others; empty if it stands alone."""
    from reportedly.present.words import name_document

    is_one_of_many = progress.documents > 0 or document.locator not in (None, progress.source)
    if not is_one_of_many:
        return f"=== {say(progress.source)} ===" if progress.total > 1 else ""
    return f"=== {say(progress.source)}: {say(document.url or name_document(document))} ==="


def write_lines(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """Each reading as one line of JSON. Returns how many documents failed."""
    from reportedly.present.contract import write_json

    failed = 0
    for reading in succeed(outcomes, progress):
        if reading is None:
            failed += 1
        else:
            print(write_json(reading), file=out, flush=True)
    return failed


def write_page(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """All readings as one page. Returns how many documents failed."""
    from reportedly.present.report import write_report

    read = list(succeed(outcomes, progress))
    readings = [reading for reading in read if reading is not None]
    if readings:
        print(write_report(readings), file=out, end="", flush=True)
    return len(read) - len(readings)


WRITERS: Mapping[str, "Writer"] = {"text": write_texts, "json": write_lines, "html": write_page}


def succeed(outcomes: "Outcomes", progress: Progress) -> "Iterable[Reading | None]":
    """Pass readings on; say what is wrong with a document on stderr, and pass on that there is none."""
    from reportedly.model.trouble import Trouble

    done = failed = 0
    for outcome in outcomes:
        progress.clear()
        if isinstance(outcome, Trouble):
            failed += 1
            click.echo(f"reportedly: {say(outcome.source)} {say(outcome.message)}", err=True)
            yield None
        else:
            done += 1
            yield outcome
        progress.step()
    progress.clear()
    if failed >= COUNTED_FROM:
        click.echo(f"reportedly: {done:,} read, {failed:,} not read", err=True)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER… | -")
@click.option("--as", "kind", type=click.Choice(KINDS), help="What the files are. By default name or content tells.")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True)
@click.option("--outlet", metavar="NAME", help="Who published them.")
@click.option(
    "--published", metavar="YYYY-MM-DD", callback=parse_day, help="The day from which “yesterday” is counted."
)
@click.option(
    "--language",
    metavar="CODE",
    callback=parse_language,
    help="By default the text tells. Only English (en) is read now.",
)
@click.option(
    "--column",
    "columns",
    metavar="NAME=COLUMN",
    multiple=True,
    callback=parse_columns,
    help="Which column or field holds what, for example text=body; may be repeated. Known names are found by themselves.",
)
@click.option(
    "--channel",
    metavar="NAME",
    callback=parse_channel,
    help="What stands after t.me/ in the channel's address: it is not in an export.",
)
@click.option(
    "--timezone",
    metavar="NAME",
    callback=parse_timezone,
    help="Where days are counted, for example Europe/Kyiv. By default the language tells.",
)
@click.option(
    "--profile", metavar="NAME|PATH", help="The conflict: see `reportedly profiles`. By default the text tells."
)
@click.option(
    "--gazetteer",
    metavar="PATH",
    type=click.Path(exists=True, path_type=Path),
    help="Places made with `reportedly gazetteer import --to`, a file or folder, instead of your own.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write there, not to standard output.")
@click.pass_context
def read(
    context: click.Context,
    files: tuple[str, ...],
    kind: str | None,
    form: str,
    outlet: str | None,
    published: date | None,
    language: str | None,
    columns: dict[str, str],
    channel: str | None,
    timezone: tzinfo | None,
    profile: str | None,
    gazetteer: Path | None,
    output: Path | None,
) -> None:
    """Show who says what in each FILE, and on whose word.

    FILE is plain text, Markdown, a saved web page, an RSS or Atom feed, Telegram Desktop's result.json, a saved preview
    of a public channel (t.me/s/NAME), JSON Lines, a JSON list or CSV, packed with gzip or not; - is standard input.
    Of a FOLDER all files are read. JSON has one reading a line. What stands here about the publication is said with
    the options, and goes before what a file says of itself.

    \b
        reportedly read article.html
        reportedly read note.txt --outlet "Example Herald" --published 2025-12-03
        reportedly read *.html --format json > readings.jsonl
        reportedly read ChatExport_2025-12-03 --channel front_diary --format json
        reportedly read posts.csv --column text=body --column published=day
        reportedly read *.html --format html --output report.html
        pbpaste | reportedly read -

    REPORTEDLY_MODEL=none in the environment reads by rules alone, without the trained tagger.

    Exit codes: 0 all were read; 1 some documents could not be read, the others were; 2 the command line is wrong.
    """
    from reportedly.ingest.folders import list_inputs

    inputs = [each for name in files for each in list_inputs(name)]
    if output is not None and any(is_same(output, name) for name in inputs):
        raise click.UsageError(f"--output {output} is one of the files to be read; name another")
    progress = Progress(len(inputs), sys.stderr)
    from reportedly.flow import read_paths

    outcomes = read_paths(
        inputs,
        kind=kind,
        outlet=outlet,
        published=published,
        language=language,
        columns=columns,
        channel=channel,
        timezone=timezone,
        profile=profile,
        gazetteer=gazetteer,
        progress=progress.show,
    )
    with open_output(output) as out:
        failed = WRITERS[form](outcomes, out, progress)
    context.exit(1 if failed else 0)


def is_same(output: Path, name: str) -> bool:
    """Would writing to `output` destroy the input `name`?"""
    try:
        return output.samefile(name)
    except OSError:
        return False

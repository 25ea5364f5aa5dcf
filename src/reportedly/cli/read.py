"""`reportedly read`: the reading of each file."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import parse_day, parse_language
from reportedly.cli.output import Progress, open_output, say, terminal_width, wants_colour

if TYPE_CHECKING:
    from typing import TextIO

    from reportedly.model.reading import Reading
    from reportedly.model.trouble import Trouble

    Outcomes = Iterable[tuple[str, Reading | Trouble]]
    Writer = Callable[[Outcomes, TextIO, Progress], int]

KINDS = ("text", "markdown", "html")


def write_texts(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """Each reading as text, under its file's name if there are several. Returns how many inputs failed."""
    from reportedly.present.text import write_text

    colour, width = wants_colour(out), terminal_width()
    failed = 0
    for number, (source, reading) in enumerate(succeed(outcomes, progress)):
        if reading is None:
            failed += 1
            continue
        if progress.total > 1:
            print(("\n" if number else "") + f"=== {say(source)} ===\n", file=out)
        print(write_text(reading, width=width, colour=colour), file=out, end="", flush=True)
    return failed


def write_lines(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """Each reading as one line of JSON. Returns how many inputs failed."""
    from reportedly.present.contract import write_json

    failed = 0
    for _, reading in succeed(outcomes, progress):
        if reading is None:
            failed += 1
        else:
            print(write_json(reading), file=out, flush=True)
    return failed


def write_page(outcomes: "Outcomes", out: "TextIO", progress: Progress) -> int:
    """All readings as one page. Returns how many inputs failed."""
    from reportedly.present.report import write_report

    read = [reading for _, reading in succeed(outcomes, progress)]
    readings = [reading for reading in read if reading is not None]
    if readings:
        print(write_report(readings), file=out, end="", flush=True)
    return len(read) - len(readings)


WRITERS: Mapping[str, "Writer"] = {"text": write_texts, "json": write_lines, "html": write_page}


def succeed(outcomes: "Outcomes", progress: Progress) -> "Iterable[tuple[str, Reading | None]]":
    """Pass readings on; say what is wrong with an input on stderr, and pass on that there is none."""
    from reportedly.model.trouble import Trouble

    for source, outcome in outcomes:
        progress.clear()
        if isinstance(outcome, Trouble):
            click.echo(f"reportedly: {say(outcome.source)} {say(outcome.message)}", err=True)
            yield source, None
        else:
            yield source, outcome
    progress.clear()


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE… | -")
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
    profile: str | None,
    gazetteer: Path | None,
    output: Path | None,
) -> None:
    """Show who says what in each FILE, and on whose word.

    FILE is plain text, Markdown or a saved web page; - is standard input.
    JSON has one reading a line. What stands here about the publication is said with the options,
    and goes before what a file says of itself.

    \b
        reportedly read article.html
        reportedly read note.txt --outlet "Example Herald" --published 2025-12-03
        reportedly read *.html --format json > readings.jsonl
        reportedly read *.html --format html --output report.html
        pbpaste | reportedly read -

    REPORTEDLY_MODEL=none in the environment reads by rules alone, without the trained tagger.

    Exit codes: 0 all were read; 1 some could not be read, the others were; 2 the command line is wrong.
    """
    if output is not None and any(is_same(output, name) for name in files):
        raise click.UsageError(f"--output {output} is one of the files to be read; name another")
    progress = Progress(len(files), sys.stderr)
    from reportedly.flow import read_paths

    outcomes = read_paths(
        files,
        kind=kind,
        outlet=outlet,
        published=published,
        language=language,
        profile=profile,
        gazetteer=gazetteer,
        progress=progress.show,
    )
    with open_output(output) as out:
        failed = WRITERS[form](zip(files, outcomes, strict=True), out, progress)
    context.exit(1 if failed else 0)


def is_same(output: Path, name: str) -> bool:
    """Would writing to `output` destroy the input `name`?"""
    try:
        return output.samefile(name)
    except OSError:
        return False

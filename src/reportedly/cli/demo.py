"""`reportedly demo`: the example dispatches, read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.output import open_output, terminal_width, wants_colour

if TYPE_CHECKING:
    from reportedly.model.reading import Reading

REPORT = "reportedly-demo.html"


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=REPORT,
    show_default=True,
    help="Where to write the report.",
)
def demo(output: Path) -> None:
    """Read the dispatches that come along, print what they say, and write it all to a report in HTML.

    The dispatches were written for this purpose, about well-documented events, as both sides and others tell them.
    """
    import sys

    from reportedly.present.report import write_report
    from reportedly.present.text import sum_up, write_text
    from reportedly.present.words import name_document

    readings = read_examples(find_examples())
    colour = wants_colour(sys.stdout)
    click.echo(write_text(readings[0], width=terminal_width(), colour=colour), color=colour)
    for reading in readings[1:]:
        click.echo(f"{reading.document.outlet}: {name_document(reading.document)}\n    {sum_up(reading)}")
    with open_output(output) as out:
        out.write(write_report(readings))
    click.echo(f"\nAll {len(readings)} dispatches, with every claim and flag: {output.resolve().as_uri()}")


def find_examples() -> Path:
    """The folder of the example dispatches, in the installed package or in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "examples"
    return installed if installed.is_dir() else package.parents[1] / "examples"


def read_examples(folder: Path) -> "list[Reading]":
    """The reading of each dispatch, in the order of `examples.toml`."""
    import tomllib

    from reportedly.flow import read_path

    listed = tomllib.loads((folder / "examples.toml").read_text(encoding="utf-8"))["examples"]
    return [read_path(folder / each["file"], outlet=each["outlet"], published=each["published"]) for each in listed]

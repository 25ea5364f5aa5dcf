"""`reportedly demo`: the example dispatches, read and compared."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.output import open_output, terminal_width, wants_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.model.event import Event
    from reportedly.model.reading import Reading

REPORT = "reportedly-demo.html"


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=REPORT,
    show_default=True,
    help="Where to write the report; a second one, of the events, goes beside it.",
)
def demo(output: Path) -> None:
    """Read the dispatches that come along, compare them, print what they say, and write it all to two reports in HTML.

    The dispatches were written for this purpose, about well-documented events, as both sides and others tell them.
    """
    import sys

    from reportedly.present.event_listing import write_events
    from reportedly.present.event_report import write_event_report
    from reportedly.present.report import write_report
    from reportedly.present.text import sum_up, write_text
    from reportedly.present.words import count, name_document

    readings = read_examples()
    colour, width = wants_colour(sys.stdout), terminal_width()
    click.echo(write_text(readings[0], width=width, colour=colour), color=colour)
    for reading in readings[1:]:
        click.echo(f"{reading.document.outlet}: {name_document(reading.document)}\n    {sum_up(reading)}")
    events = compare_examples(readings)
    several = [event for event in events if len({each.held.document.id for each in event.members}) > 1]
    click.echo(f"\nCompared, they tell of {count(len(events), 'event')}. Of these several dispatches speak:\n")
    click.echo("".join(write_events(several, width=width, colour=colour)), color=colour)
    with open_output(output) as out:
        out.write(write_report(readings))
    beside = output.with_name(f"{output.stem}-events{output.suffix}")
    with open_output(beside) as out:
        out.write(write_event_report(several))
    click.echo(f"All {len(readings)} dispatches, with every claim and flag: {output.resolve().as_uri()}")
    click.echo(f"Those events, with their lines and graphs: {beside.resolve().as_uri()}")
    click.echo("To look at them in the workbench: `reportedly serve`, and there “Open the sample case”.")


def read_examples() -> "list[Reading]":
    """The reading of each dispatch."""
    from reportedly.flow import read_path
    from reportedly.flow.examples import find_examples, list_examples

    return [
        read_path(each.path, outlet=each.outlet, published=each.published) for each in list_examples(find_examples())
    ]


def compare_examples(readings: "Sequence[Reading]") -> "list[Event]":
    """The events of the dispatches, by way of a ledger that is gone afterwards."""
    from tempfile import TemporaryDirectory

    from reportedly.flow import find_events
    from reportedly.ledger.opening import open_ledger

    with TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "demo.db"), create=True) as ledger:
        for reading in readings:
            ledger.add(reading.document, reading)
        return list(find_events(ledger))

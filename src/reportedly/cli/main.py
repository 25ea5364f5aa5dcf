"""The command `reportedly`: its subcommands, and what becomes of what goes wrong."""

import io
import os
import sys
from typing import NoReturn

import click

from reportedly import __version__
from reportedly.cli.add import add, reread, watch
from reportedly.cli.bulk import bulk
from reportedly.cli.capture import capture
from reportedly.cli.claims import claims
from reportedly.cli.demo import demo
from reportedly.cli.doctor import doctor
from reportedly.cli.events import event, events
from reportedly.cli.gazetteer import gazetteer
from reportedly.cli.ledger_upkeep import backup, forget, history, verify
from reportedly.cli.listing import documents, places, sources
from reportedly.cli.output import say
from reportedly.cli.profiles import profiles
from reportedly.cli.read import read
from reportedly.cli.report import report
from reportedly.cli.review import review
from reportedly.cli.schema import schema
from reportedly.cli.serve import serve
from reportedly.cli.show import show
from reportedly.cli.views import control, forecasts, sides, source
from reportedly.errors import ReportedlyError

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportedly")
def reportedly() -> None:
    """Who claims what in conflict reporting, on whose word, where, when, how firmly.

    It measures reporting, never truth. Nothing leaves this machine; only `add URL` and `watch` ask the net for anything.

    \b
        reportedly demo
        reportedly read article.html
        reportedly add article.html --outlet "Example Herald"
        reportedly claims --text bridge --format csv --output bridges.csv
        reportedly events --min-documents 2
        reportedly report events.html

    Exit codes: 0 all went well; 1 an input could not be read, the others were; 2 the command line is wrong;
    130 interrupted.
    """


for _command in (
    read,
    add,
    watch,
    reread,
    claims,
    sources,
    documents,
    places,
    show,
    serve,
    events,
    event,
    report,
    sides,
    control,
    forecasts,
    source,
    bulk,
    capture,
    review,
    history,
    verify,
    forget,
    backup,
    doctor,
    demo,
    profiles,
    gazetteer,
    schema,
):
    reportedly.add_command(_command)


def main() -> NoReturn:
    """Run the command line; end with its exit code, never with a traceback for what the user did."""
    prepare_streams()
    # A second thread doubles the work of small products and saves no time. It must be said before there is any array.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = reportedly.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except ReportedlyError as error:
        click.echo(f"reportedly: {say(str(error))}", err=True)
        code = 1
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    sys.exit(code)


def prepare_streams() -> None:
    """Write UTF-8 to files and pipes, and never fail on a letter that a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", encoding=None if stream.isatty() else "utf-8")

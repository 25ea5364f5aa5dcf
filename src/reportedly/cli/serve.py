"""`reportedly serve`: the workbench, a local page on a ledger."""

import secrets
import threading
from contextlib import suppress
from pathlib import Path

import click
from click.core import ParameterSource

from reportedly.cli.add import tell_user
from reportedly.cli.filters import parse_base
from reportedly.cli.options import db_option
from reportedly.cli.output import say
from reportedly.cli.review import who_option

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8321
MEGABYTE = 1_000_000


@click.command()
@db_option
@click.option("--host", default=DEFAULT_HOST, show_default=True, metavar="HOST", help="Where it is reached.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    metavar="N",
    help=f"0 is any that is free.  [default: {DEFAULT_PORT}, or if that is taken any that is free]",
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@who_option
@click.option(
    "--roads",
    metavar="FILE.pmtiles",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Roads for the map: a PMTiles file of your own. Without it the map shows none.",
)
@click.option(
    "--max-import",
    "most_megabytes",
    type=click.IntRange(min=1),
    default=2000,
    show_default=True,
    metavar="MB",
    help="The longest file that is taken through the page.",
)
@click.option(
    "--permalink-base",
    "base",
    metavar="URL",
    envvar="REPORTEDLY_URL",
    show_envvar=True,
    callback=parse_base,
    help="Address to which permalinks lead, if others reach it by way of another server. By default its own.",
)
@click.pass_context
def serve(
    context: click.Context,
    address: str,
    host: str,
    port: int,
    who: str,
    roads: Path | None,
    most_megabytes: int,
    base: str | None,
    *,
    no_browser: bool,
) -> None:
    """Open the workbench: read documents with their claims marked, judge, compare, see them on a map, export.

    The first line is the address, with a token that lets you in. The ledger is made if there is none. Nothing leaves this
    machine, and no other reaches it unless you name another --host.

    \b
        reportedly serve
        reportedly serve --db case.db --port 8400 --no-browser
        reportedly serve --db postgresql://desk@db.example/news --who Olena

    Exit codes: 1 the ledger cannot be opened or the port is taken; 2 the command line is wrong; 130 ended by Ctrl-C.
    """
    from reportedly.ledger.opening import open_ledger
    from reportedly.workbench.listening import is_loopback, listen, write_address

    open_ledger(address, create=True, told=tell_user).close()
    may_move = context.get_parameter_source("port") is not ParameterSource.COMMANDLINE
    with listen(host, port, may_move=may_move) as listening:
        port = listening.getsockname()[1]
        own, token = write_address(host, port), secrets.token_urlsafe(32)
        if not is_loopback(host):
            click.echo(
                f"reportedly: other machines can reach it through {say(host)}; whoever has the token sees and judges "
                "everything, and nothing is encrypted on the way",
                err=True,
            )
        click.echo("reportedly: Ctrl-C ends it; what is stored stays", err=True)
        click.echo(f"{own}/?token={token}")  # flushed: whoever started it waits for this line
        from reportedly.workbench.app import make_app
        from reportedly.workbench.bench import open_bench
        from reportedly.workbench.security import make_gate
        from reportedly.workbench.serving import serve as run

        gate = make_gate(host, port, token, base)
        with open_bench(address, who=who, base=base or own, roads=roads, most_bytes=most_megabytes * MEGABYTE) as bench:
            if not no_browser:
                threading.Thread(target=open_browser, args=(f"{own}/?token={token}",), daemon=True).start()
            run(make_app(bench, gate), listening)


def open_browser(address: str) -> None:
    """Show the page in the user's browser, if there is one; some browsers keep whoever opened them waiting."""
    import webbrowser

    with suppress(webbrowser.Error, OSError):
        webbrowser.open(address)

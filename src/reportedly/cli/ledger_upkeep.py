"""`reportedly verify`, `history`, `forget` and `backup`: what keeps a ledger trustworthy."""

import re
import sys
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import db_option
from reportedly.cli.output import CLEAR_LINE, say

if TYPE_CHECKING:
    from reportedly.ledger.verdicts import Forgotten, Happening

NOTED = re.compile(r"([0-9]+):([0-9a-fA-F]{8,64})")


def parse_noted(context: click.Context, option: click.Parameter, texts: tuple[str, ...]) -> list[tuple[int, str]]:
    """Numbers of entries and the hashes that were noted of them."""
    found = [NOTED.fullmatch(text) for text in texts]
    for text, each in zip(texts, found, strict=True):
        if each is None:
            raise click.BadParameter(f"{text!r} is not what `reportedly verify` printed, such as 12:3f0a9c41…")
    return [(int(each[1]), each[2]) for each in found if each is not None]


class EntryProgress:
    """One line on stderr that says how many entries are done, if stderr is a terminal."""

    def __init__(self, doing: str) -> None:
        self._doing, self._on = doing, sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._on and (done % 100 == 0 or done == total):
            line = f"{self._doing}: {done:,} of {total:,} entries"
            print(CLEAR_LINE + line, file=sys.stderr, end="", flush=True)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._on:
            print(CLEAR_LINE, file=sys.stderr, end="", flush=True)


@click.command()
@click.option(
    "--expect",
    "expected",
    multiple=True,
    metavar="SEQ:HASH",
    callback=parse_noted,
    help="What verify printed before: that entry must still be as it was. May be given several times.",
)
@db_option
@click.pass_context
def verify(context: click.Context, address: str, expected: list[tuple[int, str]]) -> None:
    """Check that every row of the ledger is as it was written.

    Prints the number and the hash of the last entry. Note it where nobody else writes: with --expect it later shows that
    nothing up to it was changed, even by somebody who may change everything in the ledger. What was forgotten on purpose
    is named with the reason, and is no fault.

    \b
        reportedly verify
        reportedly verify --expect 1042:3f0a9c41d2

    Exit codes: 0 all is as it was written; 1 something is not, and is named.
    """
    from reportedly.ledger.opening import open_ledger

    progress = EntryProgress("checking")
    with open_ledger(address) as ledger:
        try:
            found = ledger.verify(progress.show, expected)
        finally:
            progress.clear()
    for gone in found.forgotten:
        entry = gone.entry
        click.echo(
            say(f"forgotten: entry {entry.seq} ({entry.kind} {entry.id}) on {gone.at:%Y-%m-%d}, {gone.who}: {gone.why}")
        )
    for fault in found.faults:
        click.echo(say(f"!! {fault.where}: {fault.wrong}"))
    if found.found > len(found.faults):
        click.echo(f"!! … and {found.found - len(found.faults):,} more")
    state = f"{found.found:,} faults" if found.found else "all as they were written"
    click.echo(f"{found.entries:,} entries, {state}; the last is {found.seq}:{found.hash}")
    context.exit(1 if found.found else 0)


@click.command()
@click.argument("id_", metavar="ID")
@db_option
def history(address: str, id_: str) -> None:
    """Tell what happened to a document, claim, source, place, review or capture.

    For a document: how it came, its versions and what changed in them, its readings, what people said of its claims.
    For a claim: in which readings it is, what it said in each, and every review. ID may be the beginning of an id.

    \b
        reportedly history rp-7K3M2QX4TB
    """
    from reportedly.ledger.opening import open_ledger

    with open_ledger(address) as ledger:
        _, whole = ledger.find_id(id_)
        for happening in ledger.history(whole):
            tell(happening)


def tell(happening: "Happening") -> None:
    """One thing that happened, with what changed."""
    entry = happening.entry
    click.echo(say(f"{entry.at:%Y-%m-%d %H:%M} UTC  entry {entry.seq}  {happening.what}"))
    for detail in happening.details:
        click.echo(f"    {say(detail)}")


@click.command()
@click.argument("id_", metavar="ID", required=False)
@click.option("--who", envvar="REPORTEDLY_WHO", show_envvar=True, help="Who wants it forgotten; is kept.")
@click.option("--why", help="The reason, such as the number of an order; is kept, so name no secret in it.")
@click.option("--finish", is_flag=True, help="Overwrite what an earlier forgetting could not, since others read.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@db_option
def forget(address: str, id_: str | None, who: str | None, why: str | None, *, finish: bool, yes: bool) -> None:
    """Take the content of a document or a review out of the ledger, as the law may demand. There is no way back.

    With a document goes all that was made of it: its web capture, readings, claims, the reviews of them, its words in
    the index. Its hash stays, and who wanted it and why; `reportedly verify` passes and names it. It is not taken in
    again. Copies elsewhere are not reached; those that are known are named.

    \b
        reportedly forget rp-7K3M2QX4TB --who "A. Person" --why "order 12/34 of the court"
        reportedly forget --finish
    """
    if finish == (id_ is not None):
        raise click.UsageError("name one ID, or --finish alone")
    from reportedly.ledger.opening import open_ledger

    with open_ledger(address) as ledger:
        if id_ is None:
            click.echo("overwritten", err=True)
            tell_left(ledger.finish_forgetting())
            return
        if not who or not why:
            raise click.UsageError("--who and --why are kept in its place; give both")
        kind, whole = ledger.find_id(id_)
        if not yes:
            click.confirm(f"Forget the {kind} {whole}, and all that was made of it, for ever?", abort=True, err=True)
        forgotten = ledger.forget(whole, who=who, why=why)
    report_forgotten(forgotten)


def report_forgotten(forgotten: "Forgotten") -> None:
    """Say what went, and what is left."""
    click.echo(f"{forgotten.id} is forgotten; {forgotten.entries} entries lost their content", err=True)
    for each in forgotten.also:
        click.echo(f"still there, and may hold the same: {each}", err=True)
    tell_left(forgotten.left)


def tell_left(left: tuple[str, ...]) -> None:
    """Say where traces may be left."""
    for each in left:
        click.echo(f"traces may be left in {say(each)}", err=True)
    click.echo("backups and exports made before still hold it", err=True)


@click.command()
@click.argument("target", metavar="PATH|URL")
@db_option
def backup(address: str, target: str) -> None:
    """Copy the ledger to a new file, or into an empty place on a PostgreSQL server.

    Others may go on reading and writing; the copy is the ledger as it is at one moment. A copy is a ledger: to restore
    it, name it with --db. From a server to a file and back it moves a ledger, with the same entries and hashes.

    \b
        reportedly backup ledger-2025-12-03.db
        reportedly backup --db postgresql://me@server/press moved.db
    """
    from reportedly.ledger.copying import back_up
    from reportedly.ledger.opening import open_ledger

    progress = EntryProgress("copying")
    with open_ledger(address) as ledger:
        try:
            seq, hash_ = back_up(ledger.database, target, progress.show)
        finally:
            progress.clear()
    click.echo(f"copied {seq:,} entries; the last is {seq}:{hash_}")

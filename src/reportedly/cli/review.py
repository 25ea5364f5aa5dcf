"""`reportedly review`: what a person makes of claims and documents."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import db_option

if TYPE_CHECKING:
    from reportedly.model.review import Action


def default_who() -> str:
    """The name under which the user is known to the system; reviews must say whose they are."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


who_option = click.option(
    "--who",
    envvar="REPORTEDLY_WHO",
    show_envvar=True,
    default=default_who,
    help="Whose word this is. [default: your login]",
)
why_option = click.option("--why", metavar="TEXT", help="The grounds.")


@click.group()
def review() -> None:
    """Accept, reject or correct claims, say which belong together, and take it back.

    A review is a row of its own with who, when and why. It changes what is shown, never what was read, and no later
    reading loses it. ID is a claim's, or any unique beginning.

    \b
        reportedly review accept rp-7K3M --why "checked against the footage"
        reportedly review correct rp-7K3M kind strike
        reportedly review correct rp-7K3M time 2025-12-01/2025-12-02
        reportedly review correct rp-7K3M place geonames:702550
        reportedly review merge rp-7K3M rp-9QX4 --why "the same strike"
        reportedly review graphic rp-DTFT --why "shows the dead"
        reportedly review withdraw rp-2B1N
    """


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@db_option
@who_option
@why_option
def accept(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Say of each claim ID that it is read rightly."""
    from reportedly.model.review import Action

    judge_each(Action.ACCEPT, ids, address, who, why)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@db_option
@who_option
@why_option
def reject(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Say of each claim ID that the text does not claim this."""
    from reportedly.model.review import Action

    judge_each(Action.REJECT, ids, address, who, why)


@review.command()
@click.argument("id_", metavar="ID")
@click.argument("field")
@click.argument("value")
@db_option
@who_option
@why_option
def correct(id_: str, field: str, value: str, address: str, who: str, why: str | None) -> None:
    """Give FIELD of the claim ID another VALUE.

    FIELD is kind, polarity, certainty, tense, presupposed, time (a day, DAY/DAY or none), place (a gazetteer id or none),
    or places, quantities, actors, chains with the value as JSON, as docs/ledger.md shows it.
    """
    from reportedly.flow.reviewing import make_value
    from reportedly.ledger.opening import open_ledger
    from reportedly.ledger.query import Query
    from reportedly.model.review import Action, Review

    with open_ledger(address) as ledger:
        claim = ledger.find_id(id_)[1]
        held = next(iter(ledger.claims(Query(ids=(claim,))).items), None)
        if held is None:
            raise click.UsageError(f"{claim} is no claim that stands now; `reportedly history {claim}` says more")
        name, stored = make_value(held, field, value)
        click.echo(
            ledger.review(
                Review(
                    action=Action.CORRECT,
                    subjects=(claim,),
                    who=who,
                    at=datetime.now(UTC),
                    why=why,
                    field=name,
                    value=stored,
                )
            )
        )


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@db_option
@who_option
@why_option
def merge(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Say that the claims ID speak of one happening."""
    from reportedly.model.review import Action

    judge_together(Action.MERGE, ids, address, who, why)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@db_option
@who_option
@why_option
def split(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Say that the claims ID speak of different happenings."""
    from reportedly.model.review import Action

    judge_together(Action.SPLIT, ids, address, who, why)


@review.command()
@click.argument("id_", metavar="ID")
@click.argument("text")
@db_option
@who_option
def note(id_: str, text: str, address: str, who: str) -> None:
    """Write TEXT beside anything that has an ID."""
    from reportedly.model.review import Action

    judge_together(Action.NOTE, (id_,), address, who, text)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@db_option
@who_option
@why_option
def graphic(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Say of each document ID that it is hard to look at: the workbench covers it until one asks for it."""
    from reportedly.model.review import Action

    judge_each(Action.GRAPHIC, ids, address, who, why)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@db_option
@who_option
@why_option
def withdraw(ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """Take back each review ID."""
    from reportedly.model.review import Action

    judge_each(Action.WITHDRAW, ids, address, who, why)


def judge_each(action: "Action", ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """One review for each id; the ids of the reviews go to standard output."""
    for id_ in ids:
        judge_together(action, (id_,), address, who, why)


def judge_together(action: "Action", ids: tuple[str, ...], address: str, who: str, why: str | None) -> None:
    """One review for all ids; its id goes to standard output."""
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.review import Review

    with open_ledger(address) as ledger:
        subjects = tuple(ledger.find_id(each)[1] for each in ids)
        click.echo(ledger.review(Review(action=action, subjects=subjects, who=who, at=datetime.now(UTC), why=why)))

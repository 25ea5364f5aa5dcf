"""The one place, and the one source, that a command's argument names; where it may be several, the user is asked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reportedly.cli.near import NAMED, describe
from reportedly.cli.output import say

if TYPE_CHECKING:
    from reportedly.ledger.store import Ledger
    from reportedly.model.held import HeldPlace, HeldSource
    from reportedly.model.record import Teller


def ask_place(typed: str, ledger: "Ledger") -> "HeldPlace":
    """The place of the ledger that `typed` names: a name, a gazetteer's id, or the beginning of an id.

    Raises:
        click.UsageError: if nothing is said of such a place, or it may be several.
    """
    from reportedly.cli.filters import complete_id
    from reportedly.flow.meant import find_places

    found = find_places(ledger, complete_id(typed, "place", ledger))
    if not found:
        raise click.UsageError(
            f"nothing in this ledger is said of a place called {say(typed)!r}; `reportedly places` lists those of which "
            "something is"
        )
    if len(found) > 1:
        told = "\n".join(f"    {place.gazetteer_id}  {describe_place(place)}" for place in found[:NAMED])
        raise click.UsageError(f"{say(typed)!r} may be several places; give the id of one:\n{told}")
    click.echo(f"{describe_place(found[0])}", err=True)
    return found[0]


def describe_place(place: "HeldPlace") -> str:
    """A place by what the gazetteer knows of it, and how much is said of it."""
    from reportedly.reference.gazetteer import Gazetteer

    entry = Gazetteer.open().entry(place.gazetteer_id) if place.gazetteer_id else None
    return f"{describe(entry) if entry else say(place.name)}; {count_claims(place.claims)}"


def ask_source(typed: str, ledger: "Ledger") -> "Teller":
    """The source of the ledger that `typed` names: a name or its beginning, or the beginning of an id.

    Raises:
        click.UsageError: if nobody is called so, or several are.
    """
    from reportedly.cli.filters import complete_id
    from reportedly.flow.meant import find_publisher, find_sources
    from reportedly.model.record import Teller

    found = find_sources(ledger, complete_id(typed, "source", ledger))
    if not found:
        publisher = find_publisher(ledger, typed)
        if publisher is None:
            raise click.UsageError(
                f"no source in this ledger is called {say(typed)!r}; `reportedly sources` lists those that are there"
            )
        return publisher
    if len(found) > 1:
        told = "\n".join(f"    {describe_source(source)}" for source in found[:NAMED])
        raise click.UsageError(f"{say(typed)!r} may be several sources; give the id of one:\n{told}")
    return Teller(id=found[0].id, name=found[0].name, side=next(iter(found[0].sides), None))


def describe_source(source: "HeldSource") -> str:
    """A source by its id, name, sides and how much is said on its word."""
    known: Sequence[str] = [say(source.name), *source.types, *source.identities, *source.sides]
    return f"{source.id}  {', '.join(known)}; {count_claims(source.claims)}"


def count_claims(claims: int) -> str:
    """ "1 claim", "2 claims"."""
    return f"{claims:,} claim{'' if claims == 1 else 's'}"

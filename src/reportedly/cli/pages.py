"""Page by page through what a ledger answers, and what is said where it answers nothing."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from reportedly.cli.output import open_export, say, terminal_width, wants_colour
from reportedly.ledger.query import Query
from reportedly.model.held import Page

T = TypeVar("T")
Ask = Callable[[Query], Page[T]]

TEXT_LIMIT = 50
"""Things listed in a terminal, if nothing else is said."""
PAGE = 500
"""Things asked for at once."""
OPTIONS = {
    "text": "--text", "ids": "--id", "documents": "--document", "places": "--place", "circle": "--near", "box": "--box",
    "happened_from": "--from", "happened_to": "--to", "published_from": "--published-from",
    "published_to": "--published-to", "sources": "--source", "sides": "--side", "source_types": "--source-type", "kinds": "--kind",
    "certainties": "--certainty", "polarities": "--polarity", "tenses": "--tense", "flags": "--flag",
    "languages": "--language", "outlets": "--outlet", "reviews": "--review",
    "lacks": "--without",
}  # fmt: skip
"""The option that asks each question of a query."""


def walk_pages(ask: Ask[T], query: Query, limit: int) -> Iterator[T]:
    """All that fits, `limit` at most (0: all), a page in memory at a time. What is left is told on stderr in the end."""
    left = limit or sys.maxsize
    while left > 0:
        page = ask(replace(query, limit=min(left, PAGE)))
        yield from page.items
        left -= len(page.items)
        if page.after is None:
            return
        query = replace(query, after=page.after)
    say_more(query.after)


def say_more(after: str | None) -> None:
    """Say on stderr how to go on behind a page."""
    click.echo(f"there are more; --limit 0 lists all, the next page begins --after {after}", err=True)


def list_page(ask: Ask[T], query: Query, limit: int, output: Path | None) -> bool:
    """List one page as text (`limit` 0: all pages), and say on stderr how to go on. False if nothing fits."""
    from reportedly.present.listing import write_listing

    page = ask(replace(query, limit=limit or PAGE))
    say_notes(page)
    rest = walk_pages(ask, replace(query, after=page.after), 0) if page.after and not limit else iter(())
    with open_export(output) as out:
        things = (thing for part in (page.items, rest) for thing in part)
        for piece in write_listing(things, width=terminal_width(), colour=wants_colour(out)):
            out.write(piece)
    if page.after and limit:
        say_more(page.after)
    return bool(page.items)


def say_notes(page: Page[T]) -> None:
    """Say on stderr how the question was understood."""
    for note in page.notes:
        click.echo(say(note), err=True)


def count_all(ask: Ask[T], query: Query) -> int:
    """How many there are, whatever page was asked for."""
    return ask(replace(query, limit=1, after=None, count=True)).total or 0


def say_nothing_fits(ask: Ask[T], query: Query) -> None:
    """Say on stderr that nothing fits, and which filter alone keeps how many away."""
    unasked: dict[str, Any] = {each.name: each.default for each in fields(query)}
    asked = [name for name in OPTIONS if getattr(query, name) != unasked[name]]
    if query.after is not None:
        click.echo("nothing comes after that", err=True)
        return
    if not asked:
        click.echo("this ledger holds nothing of the sort" + ("" if query.at is None else " at that entry"), err=True)
        return
    without = {OPTIONS[name]: count_all(ask, replace(query, **{name: unasked[name]})) for name in asked}
    most = [
        f"{total:,} without {option}" for option, total in sorted(without.items(), key=lambda each: -each[1]) if total
    ]
    click.echo("nothing fits" + (f"; there would be {', '.join(most)}" if most and len(asked) > 1 else ""), err=True)

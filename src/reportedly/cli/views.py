"""`reportedly sides`, `control`, `forecasts` and `source`: what the events of a ledger tell, each time asked otherwise."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.claims import output_option, refuse_ledger
from reportedly.cli.filters import CLAIM_FILTERS, KIND, SIDE, SOURCE, WHERE, add_options, day, make_query, parse_limit
from reportedly.cli.meant import ask_place, ask_source
from reportedly.cli.options import db_option
from reportedly.cli.output import open_export, say, terminal_width, wants_colour
from reportedly.cli.pages import TEXT_LIMIT, say_nothing_fits

if TYPE_CHECKING:
    from reportedly.ledger.query import Query
    from reportedly.ledger.store import Ledger
    from reportedly.model.event import Event

    Writer = Callable[..., str]

SILENT_AFTER_DAYS = 7
"""What `compare.divergence` takes, which is not loaded for every `--help`; likewise the next of `compare.record`."""
LEAST_EVENTS = 5

# What a command's own arguments say is no filter besides.
SIDES_FILTERS = tuple(option for option in CLAIM_FILTERS if option is not SIDE)
CONTROL_FILTERS = tuple(option for option in CLAIM_FILTERS if option not in (KIND, *WHERE))
SOURCE_FILTERS = tuple(option for option in CLAIM_FILTERS if option is not SOURCE)

limit_option = click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    callback=parse_limit,
    default=TEXT_LIMIT,
    show_default=True,
    help="As text so many events at most; 0 is all. JSON holds all.",
)
shown_options = add_options(
    click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True),
    output_option,
    db_option,
)


@click.command()
@add_options(*SIDES_FILTERS)
@click.option(
    "--side", "named", metavar="SIDE", multiple=True, help="Twice: which two. By default the opposed ones most named."
)
@click.option(
    "--silent-after",
    "silent_after_days",
    type=click.IntRange(min=1, max=3650),
    metavar="DAYS",
    default=SILENT_AFTER_DAYS,
    show_default=True,
    help="Who says nothing of an event for so long is silent.",
)
@limit_option
@shown_options
def sides(
    address: str,
    form: str,
    output: Path | None,
    limit: int,
    named: tuple[str, ...],
    silent_after_days: int,
    **asked: Any,
) -> None:
    """Tell two sides' accounts of the same events, and what each speaks of that the other does not.

    On one axis of time a side asserts, denies, disputes or concedes an event, passes on what others say, or is silent:
    it says nothing of it for some days. Silence is shown with what that side published meanwhile, and is no denial.
    The filters choose events that have such a claim; all their claims are told.

    \b
        reportedly sides --from 2025-11-01 --to 2025-11-30
        reportedly sides --near Kupiansk --within 40 --kind control --kind combat
        reportedly sides --side il --side hamas --silent-after 3 --format json

    Exit codes: 0 also if nothing fits; 1 the ledger cannot be read; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.flow.comparing import find_events
    from reportedly.flow.viewing import view_sides
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.account import TwoSides
    from reportedly.present.sides import write_sides
    from reportedly.present.views import write_sides_json

    check_pair(named)
    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        events = list(find_events(ledger, query))
        two = TwoSides(sides=(), silent_after_days=silent_after_days, events=(), kinds=())
        if events:
            two = view_sides(
                ledger, events, choose_pair(named, events), silent_after_days=silent_after_days, at=query.at
            )
        else:
            say_no_events(ledger, query)
        if form == "json":
            write(output, lambda **_: write_sides_json(two) + "\n")
        elif events:
            write(output, lambda **how: write_sides(two, limit=limit, **how))
            say_left_out(two.spoken_of, limit)


@click.command()
@click.argument("place", metavar="PLACE")
@add_options(*CONTROL_FILTERS)
@limit_option
@shown_options
def control(address: str, form: str, output: Path | None, limit: int, place: str, **asked: Any) -> None:
    """Tell who was said to hold PLACE, by whom and from when, event by event.

    PLACE is a name, a gazetteer's id, or an id that `reportedly places` lists. That it is held is claimed by one side,
    contested, or conceded by the side that lost it, as its last word. It is no front line, and nothing finer than the
    place that was named.

    \b
        reportedly control Kupiansk
        reportedly control geonames:703656 --published-from 2025-11-01
        reportedly control "Куп'янськ" --format json

    Exit codes: 0 also if nobody is said to hold it; 1 the ledger cannot be read; 2 the command line is wrong, or PLACE
    is none of the ledger's places, or may be several.
    """
    refuse_ledger(output, address)
    from reportedly.flow.viewing import view_control
    from reportedly.ledger.opening import open_ledger
    from reportedly.present.control import write_control
    from reportedly.present.views import write_control_json

    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        told = view_control(ledger, query, ask_place(place, ledger), typed=place)
        if not told.turns:
            click.echo(f"nobody is said to hold {say(told.place.name)}", err=True)
        if form == "json":
            write(output, lambda **_: write_control_json(told) + "\n")
        elif told.turns or told.ahead:
            write(output, lambda **how: write_control(told, limit=limit, **how))


@click.command()
@add_options(*CLAIM_FILTERS)
@click.option("--open", "only_open", is_flag=True, help="Those whose day has not come, or that name none.")
@click.option("--due", "only_due", is_flag=True, help="Those whose last day has passed.")
@day("--today", "today", "The day from which they are seen.  [default: today, UTC]")
@limit_option
@shown_options
def forecasts(
    address: str,
    form: str,
    output: Path | None,
    limit: int,
    today: date | None,
    *,
    only_open: bool,
    only_due: bool,
    **asked: Any,
) -> None:
    """List what was said of the future, with its last day and with what was reported later.

    Forecasts, plans and orders count, demands and wishes do not. A forecast is open, or due once the last day has
    passed that it names. Nothing is decided but by a person's review (`reportedly review`), or by a later event of the
    same place, kind and deed that affirms or denies it; it is told by which.

    \b
        reportedly forecasts --due
        reportedly forecasts --open --kind control --near Kupiansk
        reportedly forecasts --today 2025-12-31 --format json

    Exit codes: 0 also if nothing fits; 1 the ledger cannot be read; 2 the command line is wrong.
    """
    refuse_ledger(output, address)
    from reportedly.flow.viewing import view_forecasts
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.forecast import Term
    from reportedly.present.forecasts import write_forecasts
    from reportedly.present.views import write_forecasts_json

    terms = {term for term, wanted in ((Term.OPEN, only_open), (Term.DUE, only_due)) if wanted} or set(Term)
    seen_from = today or datetime.now(UTC).date()
    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        every = view_forecasts(ledger, query, today=seen_from)
        found = tuple(each for each in every if each.term in terms)
        if every and not found:
            click.echo(f"none of {len(every):,} forecasts is {' or '.join(sorted(terms))} on {seen_from}", err=True)
        elif not every:
            say_no_forecasts(ledger, query)
        if form == "json":
            write(output, lambda **_: write_forecasts_json(found, seen_from) + "\n")
        elif found:
            write(output, lambda **how: write_forecasts(found, limit=limit, **how))
            say_left_out(len(found), limit)


@click.command()
@click.argument("name", metavar="NAME")
@add_options(*SOURCE_FILTERS)
@click.option(
    "--least",
    "least_events",
    type=click.IntRange(min=1),
    metavar="N",
    default=LEAST_EVENTS,
    show_default=True,
    help="Under so many events there are only counts.",
)
@shown_options
def source(address: str, form: str, output: Path | None, least_events: int, name: str, **asked: Any) -> None:
    """Tell the track record of the source NAME: what became of the events in which it is the origin.

    NAME is a name, the beginning of one, or an id that `reportedly sources` lists; or a channel that publishes in its
    own voice. By kind of event: later conceded by the side that it speaks against, corroborated by an independent line
    of another side or a third party, contradicted by an opposing side, told before by others, or open; and how many
    days later. Shares have a 95 % Wilson interval. It measures reporting, not truth or honesty.

    \b
        reportedly source "General Staff"
        reportedly source rp-7K3M2QX4TB --kind control --least 10
        reportedly source "Front Diary" --published-from 2025-01-01 --format json

    Exit codes: 0 also if nothing is said on its word; 1 the ledger cannot be read; 2 the command line is wrong, or NAME
    is no source of the ledger, or several.
    """
    refuse_ledger(output, address)
    from reportedly.flow.viewing import view_source
    from reportedly.ledger.opening import open_ledger
    from reportedly.present.record import write_record
    from reportedly.present.views import write_record_json

    with open_ledger(address, create=False) as ledger:
        query = make_query(asked, ledger)
        record = view_source(ledger, query, ask_source(name, ledger), least_events=least_events)
        if not record.latest:
            click.echo(f"{say(record.source.name)} is the origin of nothing that fits", err=True)
        if form == "json":
            write(output, lambda **_: write_record_json(record) + "\n")
        elif record.latest:
            write(output, lambda **how: write_record(record, **how))


def write(output: Path | None, writer: "Writer") -> None:
    """Write to the file or to standard output what `writer` makes of its width and whether it may have colours."""
    with open_export(output) as out:
        out.write(writer(width=terminal_width(), colour=wants_colour(out)))


def check_pair(named: Sequence[str]) -> None:
    """See that no side or two are named."""
    if len(named) not in (0, 2) or len(set(map(str.lower, named))) != len(named):
        raise click.UsageError("name two sides, for example --side russia --side ukraine, or none")


def choose_pair(named: Sequence[str], events: "Sequence[Event]") -> tuple[str, str]:
    """The sides that were named, or else the two opposed ones most named in the events."""
    from reportedly.compare.speakers import choose_sides

    if named:
        return named[0].lower(), named[1].lower()
    found = choose_sides(events)
    if found is None:
        raise click.UsageError("no two sides that oppose each other are named in these events; say which with --side")
    return found


def say_no_events(ledger: "Ledger", query: "Query") -> None:
    """Say on stderr that there is no event, and what to do about it."""
    if not ledger.seq():
        click.echo("no events yet: add documents, for example with `reportedly add article.html`", err=True)
    else:
        say_nothing_fits(ledger.claims, query)


def say_no_forecasts(ledger: "Ledger", query: "Query") -> None:
    """Say on stderr that nothing is said of the future."""
    if not ledger.seq():
        say_no_events(ledger, query)
    else:
        click.echo("no claim that fits says what will happen", err=True)


def say_left_out(number: int, limit: int) -> None:
    """Say on stderr how many events are not told."""
    if limit and number > limit:
        click.echo(f"{number - limit:,} more; --limit 0 tells all", err=True)

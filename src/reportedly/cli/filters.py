"""Which claims: the options that every command of a ledger shares, and the query that they make."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reportedly.cli.options import LANGUAGE_CODE, parse_day
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.event import Status
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType

if TYPE_CHECKING:
    from reportedly.ledger.query import Box, Circle, Query
    from reportedly.ledger.store import Ledger

WITHIN_KM = 25.0
"""Around what `--near` names, if `--within` does not say."""
SORTS = ("added", "published", "happened")
REVIEW_STATES = ("open", "accepted", "rejected", "corrected")
MOST = 1_000_000_000
"""No ledger holds as many entries or claims, and every store can count so far and one further."""
ID_BEGINS = re.compile(r"rp-", re.I)

C = TypeVar("C", bound=Callable[..., Any])


def parse_languages(context: click.Context, option: click.Parameter, texts: tuple[str, ...]) -> tuple[str, ...]:
    """ISO 639-1 codes in lower case."""
    for text in texts:
        if not LANGUAGE_CODE.fullmatch(text.lower()):
            raise click.BadParameter(f"{text!r} is no language code of two letters, for example en")
    return tuple(text.lower() for text in texts)


def parse_box(context: click.Context, option: click.Parameter, text: str | None) -> "Box | None":
    """Two parallels and two meridians; None if the option was not used."""
    if text is None:
        return None
    from reportedly.errors import QueryError
    from reportedly.ledger.query import Box

    try:
        south, west, north, east = (float(edge) for edge in text.split(","))
        return Box(south=south, west=west, north=north, east=east)
    except (ValueError, QueryError) as error:
        raise click.BadParameter(
            f"{text!r} is no box; write south, west, north and east in degrees, for example 46.5,30,51,40.2"
        ) from error


def parse_instant(context: click.Context, option: click.Parameter, text: str | None) -> int | date | None:
    """The number of an entry, or a day; None if the option was not used."""
    if text is not None and text.isdecimal():
        return min(int(text), MOST)
    try:
        return parse_day(context, option, text)
    except click.BadParameter as error:
        raise click.BadParameter(f"{error.message}, or the number of an entry, for example 1042") from error


def parse_limit(context: click.Context, option: click.Parameter, limit: int | None) -> int | None:
    """How many at most, as far as a store can count; None if the option was not used."""
    return None if limit is None else min(limit, MOST)


def parse_base(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The address of a workbench; None if the option was not used."""
    if text and not re.fullmatch(r"https?://[^\s\"<>]+", text):
        raise click.BadParameter(f"{text!r} is no address of a workbench, for example https://desk.example")
    return text or None


def choose(
    name: str, values: type[Kind | Certainty | Polarity | Tense | FlagCode | SourceType | Status], words: str
) -> Callable[[C], C]:
    """An option that takes values of a closed set, as often as one likes."""
    choice = click.Choice([value.value for value in values], case_sensitive=False)
    return click.option(name, type=choice, multiple=True, metavar="WORD", help=words)


def several(name: str, metavar: str, words: str) -> Callable[[C], C]:
    """An option that takes any words, as often as one likes."""
    return click.option(name, multiple=True, metavar=metavar, help=words)


def day(name: str, into: str, words: str) -> Callable[[C], C]:
    """An option that takes a calendar day."""
    return click.option(name, into, metavar="YYYY-MM-DD", callback=parse_day, help=words)


TEXT = click.option("--text", metavar="WORDS", help="All of these words, in any script, begun or misspelt.")
PUBLISHED = (
    day("--published-from", "published_from", "Published on that day or later."),
    day("--published-to", "published_to", "Published on that day or earlier."),
    several("--outlet", "NAME", "Who published it."),
    click.option("--language", multiple=True, metavar="CODE", callback=parse_languages, help="Of the document."),
)
AT = click.option(
    "--at",
    metavar="SEQ|YYYY-MM-DD",
    callback=parse_instant,
    help="The ledger as it stood after that entry, or at the end of that day (UTC).",
)
SIDE = several("--side", "SIDE", "Of anybody in the chain: russia, ukraine, il, rsf …")
SOURCE = several("--source", "NAME|ID", "Anybody in the chain, by name, its beginning, or id.")
KIND = choose("--kind", Kind, "What it is about: " + ", ".join(Kind) + ".")
WHERE = (
    click.option("--near", metavar="NAME|LAT,LON", help="Said to have happened around that place."),
    click.option(
        "--within",
        type=click.FloatRange(min=0, min_open=True),
        metavar="KM",
        help=f"How far around it.  [default: {WITHIN_KM:g}, of a region its own extent]",
    ),
    click.option("--box", metavar="S,W,N,E", callback=parse_box, help="Between two parallels and two meridians."),
    several("--place", "NAME|ID", "A place by name, gazetteer id or id."),
)
CLAIM_FILTERS = (
    TEXT,
    *WHERE,
    day("--from", "happened_from", "May have happened on that day or later."),
    day("--to", "happened_to", "May have happened on that day or earlier."),
    *PUBLISHED[:2],
    SOURCE,
    SIDE,
    choose("--source-type", SourceType, "What anybody in the chain is: " + ", ".join(SourceType) + "."),
    KIND,
    choose("--certainty", Certainty, "How firmly it is said: " + ", ".join(Certainty) + "."),
    choose("--polarity", Polarity, "Said to be so or not: " + ", ".join(Polarity) + "."),
    choose("--tense", Tense, "When it is said to hold: " + ", ".join(Tense) + "."),
    click.option(
        "--without",
        type=click.Choice(("place", "day")),
        multiple=True,
        metavar="WORD",
        help="Said to have happened nowhere on the map (place), or on no days (day).",
    ),
    choose("--flag", FlagCode, "What was noticed: " + ", ".join(FlagCode) + "."),
    *PUBLISHED[2:],
    several("--document", "ID", "Claims of that document."),
    several("--id", "ID", "That claim."),
    click.option(
        "--review", type=click.Choice(REVIEW_STATES), multiple=True, help="What people made of it."
    ),
    AT,
)  # fmt: skip
DOCUMENT_FILTERS = (TEXT, *PUBLISHED, several("--id", "ID", "That document."), AT)
PAGING = (
    click.option("--sort", type=click.Choice(SORTS), default="added", show_default=True),
    click.option("--oldest-first", is_flag=True, help="By default the newest come first."),
    click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        callback=parse_limit,
        help="So many at most; 0 is all.  [default: 50 as text, all in other formats]",
    ),
    click.option("--after", metavar="WHERE", help="Go on where a page ended: its end says where."),
)


def add_options(*options: Callable[[Callable[..., Any]], Callable[..., Any]]) -> Callable[[C], C]:
    """Give a command these options, in this order."""

    def give(command: C) -> C:
        for option in reversed(options):
            command = option(command)
        return command

    return give


def make_query(asked: Mapping[str, Any], ledger: "Ledger", *, ids_of: str = "claim") -> "Query":
    """The query that the options make.

    Args:
        ids_of: what `--id` names.

    Raises:
        click.UsageError: if options contradict each other, or an id is that of something else.
        ReportedlyError: if an id is not there.
    """
    from reportedly.ledger.query import Lack, Query, ReviewState, Sort

    check_order(asked, "happened", "--from", "--to")
    check_order(asked, "published", "--published-from", "--published-to")
    query = Query(
        text=asked.get("text") or None,
        ids=tuple(find_id(id_, ids_of, ledger) for id_ in asked.get("id", ())),
        documents=tuple(find_id(id_, "document", ledger) for id_ in asked.get("document", ())),
        places=tuple(complete_id(name, "place", ledger) for name in asked.get("place", ())),
        circle=make_circle(asked.get("near"), asked.get("within")),
        box=asked.get("box"),
        happened_from=asked.get("happened_from"),
        happened_to=asked.get("happened_to"),
        published_from=asked.get("published_from"),
        published_to=asked.get("published_to"),
        sources=tuple(complete_id(name, "source", ledger) for name in asked.get("source", ())),
        sides=tuple(side.lower() for side in asked.get("side", ())),
        source_types=tuple(map(SourceType, asked.get("source_type", ()))),
        kinds=tuple(map(Kind, asked.get("kind", ()))),
        certainties=tuple(map(Certainty, asked.get("certainty", ()))),
        polarities=tuple(map(Polarity, asked.get("polarity", ()))),
        tenses=tuple(map(Tense, asked.get("tense", ()))),
        flags=tuple(map(FlagCode, asked.get("flag", ()))),
        languages=asked.get("language", ()),
        outlets=asked.get("outlet", ()),
        reviews=tuple(map(ReviewState, asked.get("review", ()))),
        lacks=tuple(map(Lack, asked.get("without", ()))),
        at=find_seq(asked.get("at"), ledger),
    )
    newest_first = not asked.get("oldest_first")
    return replace(query, sort=Sort(asked.get("sort", "added")), newest_first=newest_first, after=asked.get("after"))


def check_order(asked: Mapping[str, Any], what: str, first: str, last: str) -> None:
    """See that a period does not end before it begins."""
    begins: date | None = asked.get(f"{what}_from")
    ends: date | None = asked.get(f"{what}_to")
    if begins and ends and ends < begins:
        raise click.UsageError(f"{first} {begins} lies after {last} {ends}")


def find_seq(at: int | date | None, ledger: "Ledger") -> int | None:
    """The number of the entry after which the ledger is to be shown; None is now."""
    if not isinstance(at, date):
        return at
    return ledger.seq_before(datetime.combine(at, time.max, UTC))


def complete_id(typed: str, sort: str, ledger: "Ledger") -> str:
    """The whole id if the beginning of one was typed; anything else as it is."""
    return find_id(typed, sort, ledger) if ID_BEGINS.match(typed) else typed


def find_id(typed: str, sort: str, ledger: "Ledger") -> str:
    """The whole id of a thing of this sort."""
    found, id_ = ledger.find_id(typed)
    if found != sort:
        raise click.UsageError(f"{id_} is a {found}, and no {sort}; `reportedly show {id_}` tells more")
    return id_


def make_circle(near: str | None, within_km: float | None) -> "Circle | None":
    """The circle around what `--near` names; None if it was not used."""
    from reportedly.cli.near import find_point
    from reportedly.errors import QueryError
    from reportedly.ledger.query import Circle

    if near is None:
        if within_km is not None:
            raise click.UsageError("--within needs --near to say around what")
        return None
    lat, lon, reach_km = find_point(near)
    try:
        return Circle(lat=lat, lon=lon, radius_km=within_km or max(WITHIN_KM, reach_km))
    except QueryError as error:
        raise click.UsageError(error.wrong) from error

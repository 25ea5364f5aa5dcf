"""Events on one axis of days: when it is said to have happened, and when who affirmed, denied or qualified it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.event import Event, Stance
from reportedly.present.drawing import Label, fit, px
from reportedly.present.source_words import name_side
from reportedly.present.words import count, say_day

LEFT, AXIS, RIGHT = 250.0, 820.0, 40.0
"""Pixels for the names of the events, for the days, and beside them; likewise all that follow."""
TOP, ROW, BAND, BOTTOM = 10.0, 40.0, 34.0, 26.0
LANES: Mapping[str, float] = {"a": -11.0, "n": 0.0, "b": 11.0}
"""How far above the middle of the row a side's marks stand, by its class."""
SIZE = 4.5
ASIDE: Mapping[Stance, float] = {Stance.AFFIRMS: -5.5, Stance.QUALIFIES: 0.0, Stance.DENIES: 5.5}
"""How marks of one day and side stand beside each other where it has several."""
NAME_WIDTHS = 31
STEPS_DAYS = (1, 2, 7, 14, 28, 91, 182, 365, 1826, 3652)
MOST_TICKS = 9
REACH_DAYS = 45
"""So far, or as far as the days of publication reach, the axis goes on beyond these for the days of what happened."""
SHAPES: Mapping[Stance, str] = {
    Stance.AFFIRMS: "M-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0",
    Stance.DENIES: "M-{r} -{r}H{r}V{r}H-{r}ZL{r} {r}M-{r} {r}L{r} -{r}",
    Stance.QUALIFIES: "M0 -{w}L{w} 0L0 {w}L-{w} 0Z",
}
"""A disc, a square that is crossed out, a diamond: `r` half its size, `d` its size, `w` half the width of the diamond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The claims of one event, day, stance and side."""

    x: str
    y: str
    shape: str
    classes: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The same as a row of the table."""

    day: str
    stance: str
    side: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event."""

    anchor: str
    label: Label
    band: tuple[str, str] | None
    """Left edge and width of the days on which it is said to have happened; None if they are not known."""
    top: str
    middle: str
    marks: Sequence[Mark]
    told: Sequence[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A drawing of some width and height in pixels."""

    width: str
    height: str
    left: str
    right: str
    foot: str
    """Where the axis begins and ends, and where the lines of its days end."""
    legend: Sequence[tuple[str, str]]
    """The shape of each stance that is taken, and the stance."""
    rows: Sequence[Row]
    ticks: Sequence[Label]
    undated: int
    """Claims whose day of publication is not known: they are in the table alone."""
    outside: int
    """Events that are said to have happened, or to have begun or ended, on days beyond the axis."""


def draw_timeline(events: Sequence[tuple[str, Event]], colours: Mapping[str | None, str]) -> Timeline | None:
    """A row for each event; None if no day is known at all.

    Args:
        events: each with the anchor to which its name leads.
        colours: the class of each side that has a colour.
    """
    period = choose_period([event for _, event in events])
    if period is None:
        return None
    first, last = period
    height = TOP + ROW * len(events)
    taken = {member.stance for _, event in events for member in event.members}
    return Timeline(
        width=px(LEFT + AXIS + RIGHT),
        height=px(height + BOTTOM),
        left=px(LEFT),
        right=px(LEFT + AXIS),
        foot=px(height),
        legend=[(draw_shape(stance), stance.value) for stance in Stance if stance in taken],
        rows=[
            draw_row(anchor, event, TOP + ROW * (number + 0.5), period, colours)
            for number, (anchor, event) in enumerate(events)
        ],
        ticks=[
            Label(x=px(x_of(day, (first, last))), y=px(height + 16), words=f"{day.day} {day:%b %Y}", anchor="middle")
            for day in list_ticks(first, last)
        ],
        undated=sum(member.held.document.published is None for _, event in events for member in event.members),
        outside=sum(is_outside(event, period) for _, event in events),
    )


def choose_period(events: Sequence[Event]) -> tuple[date, date] | None:
    """The first and the last day of the axis, at least a day apart; None if no day is known.

    One claim about a day long past must not press all others together.
    """
    published = [member.held.document.published for event in events for member in event.members]
    told = sorted(day for day in published if day)
    happened = sorted(day for event in events for day in (event.earliest, event.latest) if day)
    if not told:
        told = happened
    if not told:
        return None
    reach = max(REACH_DAYS, (told[-1] - told[0]).days)
    first, last = told[0], told[-1]
    if happened:
        first = min(first, max(happened[0], shift(first, -reach)))
        last = max(last, min(happened[-1], shift(last, reach)))
    return first, max(last, shift(first, 1))


def is_outside(event: Event, period: tuple[date, date]) -> bool:
    """Is it said to have begun before the axis, or to have ended after it?"""
    return any(day is not None and not period[0] <= day <= period[1] for day in (event.earliest, event.latest))


def x_of(day: date, period: tuple[date, date]) -> float:
    """Where a day stands from left to right."""
    first, last = period
    return LEFT + AXIS * (day - first).days / max(1, (last - first).days)


def shift(day: date, days: int) -> date:
    """The day so many days later, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def list_ticks(first: date, last: date) -> Iterator[date]:
    """Days at even distances, not too many."""
    whole = (last - first).days
    step = next((step for step in STEPS_DAYS if whole / step <= MOST_TICKS), whole)
    for number in range(whole // step + 1):
        yield shift(first, number * step)


def draw_row(
    anchor: str, event: Event, middle: float, period: tuple[date, date], colours: Mapping[str | None, str]
) -> Row:
    """The event's name, the days on which it is said to have happened, and a mark for those who speak of it."""
    found = Counter((each.held.document.published, each.stance, each.side) for each in event.members)
    lanes: dict[tuple[date | None, str], set[Stance]] = {}
    for day, stance, side in found:
        lanes.setdefault((day, colours.get(side, "n")), set()).add(stance)
    drawn = Counter[tuple[date, Stance, str]]()
    for (day, stance, side), number in found.items():
        if day:
            drawn[day, stance, colours.get(side, "n")] += number
    return Row(
        anchor=anchor,
        label=Label(x="0", y=px(middle + 4), words=fit(event.label, NAME_WIDTHS)),
        band=draw_band(event, period),
        top=px(middle - BAND / 2),
        middle=px(middle),
        marks=[
            Mark(
                x=px(x_of(day, period) + (ASIDE[stance] if len(lanes[day, lane]) > 1 else 0.0)),
                y=px(middle + LANES[lane]),
                shape=draw_shape(stance),
                classes=f"mark-{lane} {stance}",
                title=f"{say_day(day)}: {count(number, 'claim')}, {stance}",
            )
            for (day, stance, lane), number in drawn.items()
        ],
        told=[
            Told(
                day=say_day(day) if day else "day not known",
                stance=stance.value,
                side=name_side(side) if side else "–",
                claims=number,
            )
            for (day, stance, side), number in found.items()
        ],
    )


def draw_band(event: Event, period: tuple[date, date]) -> tuple[str, str] | None:
    """Left edge and width of the days on which it is said to have happened, as far as the axis goes."""
    first, last = period
    if event.earliest is None or event.latest is None or event.latest < first or event.earliest > last:
        return None
    left, right = x_of(max(event.earliest, first), period), x_of(min(event.latest, last), period)
    return px(left - SIZE), px(right - left + 2 * SIZE)


def draw_shape(stance: Stance) -> str:
    """The path of a stance's mark around its point."""
    return SHAPES[stance].format(r=f"{SIZE:g}", d=f"{2 * SIZE:g}", w=f"{SIZE * 1.3:g}")

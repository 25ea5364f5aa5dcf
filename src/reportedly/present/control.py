"""Who was said to hold a place, as a person wants it in a terminal."""

from collections.abc import Iterator, Mapping

from reportedly.model.control import Control, Saying, Standing, Turn
from reportedly.present.event_words import say_spot
from reportedly.present.outline import Row, write_outline
from reportedly.present.source_words import name_side
from reportedly.present.view_words import join_sides, say_claim, say_known_day
from reportedly.present.words import count, say_day, say_period

STANDINGS: Mapping[Standing, str] = {
    Standing.CONTESTED: "contested",
    Standing.CONCEDED: "conceded by the side that lost it",
    Standing.CLAIMED: "claimed",
    Standing.DENIED: "only denied",
}
NO_MORE = "Who was said to hold the place, never who holds it; and nothing of what lies between places."


def write_control(control: Control, *, limit: int = 0, width: int = 80, colour: bool = False) -> str:
    """The last word of each side, then event by event who was said to hold the place.

    Args:
        limit: so many of the latest events at most; 0 is all.
    """
    left_out = max(0, len(control.turns) - limit) if limit else 0
    rows = [*tell_place(control)]
    rows += [Row(""), Row(f"{count(left_out, 'earlier event')} left out; --limit 0 tells all", 0, "dim")] * bool(
        left_out
    )
    for turn in control.turns[left_out:]:
        rows += [Row(""), *tell_turn(turn)]
    return write_outline(rows, width=width, colour=colour)


def tell_place(control: Control) -> Iterator[Row]:
    """The place, what each side said last, and what is not told."""
    yield Row(f"{say_spot(control.place)}: {count(len(control.turns), 'event')}", 0, "number")
    for side, saying in control.last_words:
        yield Row(f"{name_side(side)} last said, on {say_known_day(saying.day)}: {say_saying(saying)}", 1)
    if control.ahead:
        events = count(control.ahead, "event")
        yield Row(f"{events} of what is to come left out: see `reportedly forecasts`", 1, "dim")
    yield Row(NO_MORE, 0, "dim")


def tell_turn(turn: Turn) -> Iterator[Row]:
    """An event: since when, who is said to hold the place, how that stands, and all who said so."""
    said = next((saying.day for saying in turn.sayings if saying.day), None)
    since = f"from {say_day(turn.since)}" if turn.since else f"reported {say_known_day(said)}"
    held = f"held by {name_side(turn.holder)}" if turn.holder else "the words do not tell who holds it"
    yield Row(f"{turn.event.id}  {since}: {held}, {STANDINGS[turn.standing]}", 0, "number")
    told = [f"said by {join_sides(turn.claimed_by)}"] if any(not each.is_denial for each in turn.sayings) else []
    told += [f"denied by {join_sides(turn.denied_by)}"] if any(each.is_denial for each in turn.sayings) else []
    told += [days] if (days := say_period(turn.event.earliest, turn.event.latest)) else []
    yield Row(" · ".join(told), 1, "dim")
    if turn.is_by_name:
        yield Row("the text does not tell which place of this name it is", 1, "flag")
    for saying in turn.sayings:
        part = " (of a part)" if saying.is_partial else ""
        yield Row(f"{say_known_day(saying.day)}: {say_claim(saying.member)}{part}", 1)


def say_saying(saying: Saying) -> str:
    """Who is said to hold it."""
    part = " in part" if saying.is_partial else ""
    if saying.holder:
        return f"{name_side(saying.holder)} holds it{part}"
    return "it is not so"

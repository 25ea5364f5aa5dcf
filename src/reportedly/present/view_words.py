"""Events and the claims that make them, in a few words."""

from collections.abc import Collection, Iterator
from datetime import date

from reportedly.model.comparable import Spot
from reportedly.model.event import Event, Member
from reportedly.model.held import HeldClaim
from reportedly.present.outline import Row
from reportedly.present.source_words import name_side
from reportedly.present.words import one_line, say_chains, say_day

LONGEST_QUOTE = 300
"""Characters of a claim that are quoted in a list."""
UNDATED = "undated"


def tell_event(event: Event) -> Iterator[Row]:
    """Its id, by which it is asked for, and what it is; then where, when and how the reporting of it stands."""
    yield Row(f"{event.id}  {event.label}", 0, "number")
    facts = [event.kind, say_spot(event.place), say_days(event.earliest, event.latest), event.status]
    yield Row(" · ".join(fact for fact in facts if fact), 1, "dim")


def say_spot(spot: Spot | None) -> str | None:
    """The place and its country; None if there is no place."""
    if spot is None:
        return None
    return f"{spot.name}, {spot.country}" if spot.country else spot.name


def say_days(first: date | None, last: date | None) -> str | None:
    """ "2 December 2025", "1 to 2 December 2025"; None if the days are not known."""
    if first is None or last is None:
        return None
    if first == last:
        return say_day(first)
    begins = str(first.day) if (first.year, first.month) == (last.year, last.month) else say_day(first)
    return f"{begins} to {say_day(last)}"


def say_known_day(day: date | None) -> str:
    """The day, or that it is not known."""
    return say_day(day) if day else UNDATED


def say_sides(sides: Collection[str]) -> str:
    """ "Russia’s side and UN’s side"; nobody's where there is none."""
    return " and ".join(map(name_side, sides)) or "nobody’s side"


def say_voices(held: HeldClaim) -> str:
    """On whose word: "Example Herald relays the channel Front Diary (Russia’s side)"."""
    return "".join(piece.words for piece in say_chains(held.claim, held.sources, held.document.outlet))


def say_claim(member: Member) -> str:
    """On whose word, and the words themselves."""
    return f"{say_voices(member.held)}: {quote(member.held.claim.span.text)}"


def quote(text: str) -> str:
    """The words between quotation marks, on one line and not too long."""
    line = one_line(text)
    return f"“{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rstrip() + ' …'}”"

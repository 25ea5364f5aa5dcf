"""Events and the claims that make them, in as few words as a row of a view takes."""

from collections.abc import Collection, Iterator
from datetime import date

from reportedly.model.event import Event, Member
from reportedly.model.held import HeldClaim
from reportedly.present.event_words import quote, say_sides, say_spot
from reportedly.present.outline import Row
from reportedly.present.words import say_chains, say_day, say_period

UNDATED = "undated"


def tell_event(event: Event) -> Iterator[Row]:
    """Its id, by which it is asked for, and what it is; then where, when and how the reporting of it stands."""
    yield Row(f"{event.id}  {quote(event.label)}", 0, "number")
    place = say_spot(event.place) if event.place else None
    facts = [event.kind, place, say_period(event.earliest, event.latest), event.status]
    yield Row(" · ".join(fact for fact in facts if fact), 1, "dim")


def say_known_day(day: date | None) -> str:
    """The day, or that it is not known."""
    return say_day(day) if day else UNDATED


def join_sides(sides: Collection[str]) -> str:
    """ "Russia’s side and US’s side"; nobody's where there is none."""
    return " and ".join(say_sides(sides)) or "nobody’s side"


def say_voices(held: HeldClaim) -> str:
    """On whose word: "Example Herald relays the channel Front Diary (Russia’s side)"."""
    return quote("".join(piece.words for piece in say_chains(held.claim, held.sources, held.document.outlet)))


def say_claim(member: Member) -> str:
    """On whose word, and the words themselves."""
    return f"{say_voices(member.held)}: “{quote(member.held.claim.span.text)}”"

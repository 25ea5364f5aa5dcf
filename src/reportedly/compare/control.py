"""Who was said to hold a place, by whom and from when, event by event. Never a front line."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from reportedly.compare.speakers import profile_of_event, sides_of_member
from reportedly.model.claim import Kind, Polarity, Tense
from reportedly.model.comparable import Comparable, Spot
from reportedly.model.control import Control, Saying, Standing, Turn
from reportedly.model.event import Event, Member, Stance
from reportedly.model.place import PlaceRole
from reportedly.reference.profile import Profile

THERE = (PlaceRole.AT, PlaceRole.REGION)
"""The roles of a place of which a claim says itself who holds it."""


def tell_control(
    events: Iterable[Event],
    place: Spot,
    comparables: Mapping[str, Comparable],
    *,
    names: Collection[str] = (),
) -> Control:
    """The account of who holds `place`. The order of `events` does not matter.

    Args:
        events: those of another kind, or elsewhere, are left out. Of an event elsewhere, those claims count that name
            the place as well: "the villages of V. and K. were captured".
        comparables: by the claim's id: which side each claim says gains the place.
        names: under which the place is known, in any case; an event at a place of such a name that the text does not
            tell from its namesakes is told, and marked.
    """
    known = {name.casefold() for name in (place.name, *names)}
    turns, ahead = [], 0
    for event in events:
        members = list_members(event, place, known) if event.kind is Kind.CONTROL else []
        past = [member for member in members if member.held.claim.tense is not Tense.FUTURE]
        if past:
            by_name = is_unknown(event, place, known)
            turns.append(tell_turn(event, past, comparables, profile_of_event(event), is_by_name=by_name))
        elif members:
            ahead += 1
    turns.sort(key=lambda turn: (turn.since or first_day(turn.sayings), first_day(turn.sayings), turn.event.id))
    return Control(place=place, turns=tuple(turns), last_words=tuple(list_last_words(turns)), ahead=ahead)


def list_members(event: Event, place: Spot, names: Collection[str]) -> list[Member]:
    """The claims of an event that are about the place: all if the event is there, else those that name it too."""
    if event.place is not None and lies_at(event.place, place, names):
        return list(event.members)
    return [
        member
        for member in event.members
        if any(each.role in THERE and each.gazetteer_id == place.gazetteer_id for each in member.held.claim.places)
        and place.gazetteer_id is not None
    ]


def lies_at(spot: Spot, place: Spot, names: Collection[str]) -> bool:
    """Is this the place itself, or one of its name that nobody can tell from it?"""
    if spot.gazetteer_id is not None and place.gazetteer_id is not None:
        return spot.gazetteer_id == place.gazetteer_id
    return spot.name.casefold() in names


def is_unknown(event: Event, place: Spot, names: Collection[str]) -> bool:
    """Does the event's place only bear the name?"""
    spot = event.place
    if spot is None or spot.gazetteer_id is not None or place.gazetteer_id is None:
        return False
    return lies_at(spot, place, names)


def tell_turn(
    event: Event,
    members: Sequence[Member],
    comparables: Mapping[str, Comparable],
    profile: Profile,
    *,
    is_by_name: bool = False,
) -> Turn:
    """What these claims of an event say of who holds the place."""
    holder = find_holder(members, comparables)
    sayings = sorted(
        (tell_saying(member, comparables.get(member.held.claim.id), holder, profile) for member in members),
        key=when_said,
    )
    affirming = [saying for saying in sayings if saying.member.stance is Stance.AFFIRMS and not saying.is_denial]
    return Turn(
        event=event,
        holder=holder,
        standing=next(standing for standing, holds in STANDINGS if holds(sayings, holder, profile)),
        since=min((day for saying in affirming if (day := begins(saying, comparables))), default=None),
        claimed_by=tuple(dict.fromkeys(side for saying in affirming if not saying.is_partial for side in saying.sides)),
        denied_by=tuple(dict.fromkeys(side for saying in sayings if saying.is_denial for side in saying.sides)),
        sayings=tuple(sayings),
        is_by_name=is_by_name,
    )


def begins(saying: Saying, comparables: Mapping[str, Comparable]) -> date | None:
    """The first day on which it is said to have happened, there or in a sentence before."""
    compared = comparables.get(saying.member.held.claim.id)
    return compared.earliest if compared else None


def find_holder(members: Sequence[Member], comparables: Mapping[str, Comparable]) -> str | None:
    """The side that most of those who affirm an event say holds the place afterwards; else the one that is denied to."""
    affirmed: Counter[str] = Counter()
    denied: Counter[str] = Counter()
    for member in members:
        compared = comparables.get(member.held.claim.id)
        if compared is None or compared.gains is None:
            continue
        if is_negative(member):
            denied[compared.gains] += 1
        elif member.stance is not Stance.DENIES:
            affirmed[compared.gains] += 1
    counts = affirmed or denied
    return min(counts, key=lambda side: (-counts[side], side), default=None)


def is_negative(member: Member) -> bool:
    """Is it worded as a denial?"""
    return member.held.claim.polarity is Polarity.NEGATIVE


def tell_saying(member: Member, compared: Comparable | None, holder: str | None, profile: Profile) -> Saying:
    """What a claim says of who holds the place, and whether that goes against the event."""
    gains = compared.gains if compared and not is_negative(member) else None
    if gains is None and not is_negative(member) and member.stance is not Stance.DENIES:
        gains = holder  # it affirms the event, and its own words do not tell more
    return Saying(
        day=member.held.document.published,
        member=member,
        sides=sides_of_member(member, profile),
        holder=gains,
        is_denial=member.stance is Stance.DENIES or bool(gains and holder and gains != holder),
        is_partial=bool(compared and compared.is_partial),
    )


def when_said(saying: Saying) -> tuple[date, str]:
    """Sorts by the day of publication; undated ones come last."""
    return saying.day or date.max, saying.member.held.claim.id


def first_day(sayings: Sequence[Saying]) -> date:
    """The first day of publication; the last day of all if none is known."""
    return min((saying.day for saying in sayings if saying.day), default=date.max)


def is_contested(sayings: Sequence[Saying], holder: str | None, profile: Profile) -> bool:
    """Some say so and some deny it, and the side that lost it has not conceded it since."""
    return (
        any(saying.is_denial for saying in sayings)
        and not all(saying.is_denial for saying in sayings)
        and not is_conceded(sayings, holder, profile)
    )


def is_conceded(sayings: Sequence[Saying], holder: str | None, profile: Profile) -> bool:
    """The last word of every side that lost the place is that it did, in whole, and there is such a word."""
    last: dict[str, Saying] = {}
    for saying in sayings:
        for side in saying.sides:
            if profile.opposed(side, holder) or saying.member.is_concession:
                last[side] = saying
    return bool(last) and all(
        saying.member.stance is Stance.AFFIRMS and not saying.is_denial and not saying.is_partial
        for saying in last.values()
    )


def is_claimed(sayings: Sequence[Saying], holder: str | None, profile: Profile) -> bool:
    """Somebody says so."""
    return not all(saying.is_denial for saying in sayings)


STANDINGS = (
    (Standing.CONTESTED, is_contested),
    (Standing.CONCEDED, is_conceded),
    (Standing.CLAIMED, is_claimed),
    (Standing.DENIED, lambda sayings, holder, profile: True),
)
"""The first that holds. Unlike an event's status it goes by the last word: a loss denied and then conceded is conceded."""


def list_last_words(turns: Iterable[Turn]) -> Iterator[tuple[str, Saying]]:
    """What each side said last of who holds the place."""
    last: dict[str, Saying] = {}
    for saying in sorted((saying for turn in turns for saying in turn.sayings if saying.day), key=when_said):
        if saying.holder or saying.is_denial:
            last.update(dict.fromkeys(saying.sides, saying))
    yield from sorted(last.items())

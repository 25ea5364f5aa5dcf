"""For which side a claim speaks: by its origin, and by who published it."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from reportedly.errors import ProfileError
from reportedly.model.document import Document
from reportedly.model.event import Event, Member
from reportedly.model.held import HeldClaim
from reportedly.model.reading import MadeBy
from reportedly.reference.profile import WORLD, Profile, load_profile


def profile_in_force(made_by: MadeBy | None) -> Profile:
    """The profile with which a document was read.

    The neutral one if it was read without, or with a file of the user's own, of which a ledger keeps only the name.
    """
    try:
        return load_profile((made_by and made_by.profile) or WORLD)
    except ProfileError:
        return load_profile(WORLD)


def choose_profile(held: Iterable[HeldClaim]) -> Profile:
    """The profile with which most of the claims were read; the neutral one counts for nothing."""
    made = [each.made_by for each in held if each.made_by.profile not in (None, WORLD)]
    names = Counter(each.profile for each in made)
    return profile_in_force(min(made, key=lambda each: (-names[each.profile], each.profile or ""), default=None))


def profile_of_event(event: Event) -> Profile:
    """The profile with which most claims of an event were read."""
    return choose_profile(member.held for member in event.members)


def outlet_side(document: Document, profile: Profile) -> str | None:
    """The side of which an outlet, a channel or an authority that publishes is; None if of none, or unknown."""
    return side_of_publisher(document.outlet, profile) if document.outlet else None


@lru_cache(maxsize=4096)
def side_of_publisher(name: str, profile: Profile) -> str | None:
    """The side of whoever publishes under this name; None if of none, or unknown."""
    known = profile.known(name)
    if known is None or (known.person and len(name.split()) < 2):
        return None  # a surname alone may be the name of anything
    return known.side


def origin_sides(held: HeldClaim) -> tuple[str, ...]:
    """The sides of those who are said to know, each once."""
    origins = (held.sources[chain[-1].source] for chain in held.claim.chains)
    return tuple(dict.fromkeys(source.side for source in origins if source.side))


def passing_sides(held: HeldClaim, profile: Profile) -> frozenset[str]:
    """The sides that have a part in handing a claim on: those of its sources and of its outlet."""
    links = (held.sources[link.source] for chain in held.claim.chains for link in chain)
    return frozenset(side for side in (outlet_side(held.document, profile), *(each.side for each in links)) if side)


def spoken_for(held: HeldClaim, profile: Profile, side: str | None = None) -> tuple[str, ...]:
    """The sides whose word a claim is: its origins', or its outlet's if the text gives those none.

    Args:
        side: of the origin, where comparing found it out.
    """
    own = tuple(dict.fromkeys((*((side,) if side else ()), *origin_sides(held))))
    if own:
        return own
    outlet = outlet_side(held.document, profile)
    return (outlet,) if outlet else ()


def sides_of_member(member: Member, profile: Profile) -> tuple[str, ...]:
    """The sides whose word a member of an event is."""
    return spoken_for(member.held, profile, member.side)


def choose_sides(events: Iterable[Event]) -> tuple[str, str] | None:
    """The two opposed sides most named in the events, as voices or as those who act; None if no opposed side is.

    An event counts once for each side. A side of which nothing is said at all counts only if its enemy is named.
    """
    named: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    for event in events:
        profile = profile_of_event(event)
        sides = sorted({side for member in event.members for side in list_named(member, profile)})
        named.update(sides)
        pairs |= {(min(one, other), max(one, other)) for one in sides for other in list_opponents(one, profile)}
    if not pairs:
        return None
    return min(pairs, key=lambda pair: (-named[pair[0]] - named[pair[1]], -min(named[side] for side in pair), pair))


@lru_cache(maxsize=1024)
def list_opponents(side: str, profile: Profile) -> tuple[str, ...]:
    """The sides that fight or contest a side."""
    return tuple(other for other in profile.sides if profile.opposed(side, other))


def list_named(member: Member, profile: Profile) -> Iterable[str]:
    """The sides that a claim names: whose word it is, whose outlet carries it, who acts and suffers."""
    yield from sides_of_member(member, profile)
    if outlet := outlet_side(member.held.document, profile):
        yield outlet
    yield from (actor.side for actor in member.held.claim.actors if actor.side)

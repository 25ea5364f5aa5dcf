"""What the reporting of an event amounts to: the first row of a table that holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.compare.ground import UNSIDED
from reportedly.model.event import Independence, Member, Stance, Status
from reportedly.reference.profile import Profile

NOWHERE = Independence(least=0, most=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a status is told by."""

    members: Sequence[Member]
    independent: Mapping[Stance, Independence]
    parties: Mapping[str, str | None]
    """Of each claim's origin: its side, or the third party that it is; None if neither is known."""
    sourced: frozenset[str]
    """The claims that stand on a line."""
    profile: Profile

    def sides(self, stance: Stance) -> set[str]:
        """The parties that say so, on a line."""
        own = (each.held.claim.id for each in self.members if each.stance is stance)
        return {party for id_ in own if id_ in self.sourced and (party := self.parties.get(id_))}

    def lines(self, stance: Stance) -> Independence:
        return self.independent.get(stance, NOWHERE)

    @property
    def told(self) -> Stance:
        """The stance whose lines count: those that deny where nobody affirms."""
        affirmed = any(each.stance is Stance.AFFIRMS for each in self.members)
        denied = any(each.stance is Stance.DENIES for each in self.members)
        return Stance.DENIES if denied and not affirmed else Stance.AFFIRMS

    def publishers(self) -> int:
        """How many publish what is told; one publisher's editions are one."""
        told = [each.held.document for each in self.members if each.stance is self.told]
        return len({document.outlet or document.id for document in told})


def is_contested(standing: Standing) -> str | None:
    """Opposing sides affirm and deny it."""
    pairs = (
        (one, other)
        for one in sorted(standing.sides(Stance.AFFIRMS))
        for other in sorted(standing.sides(Stance.DENIES))
        if standing.profile.opposed(one, other)
    )
    if (found := next(pairs, None)) is None:
        return None
    affirms, denies = (standing.lines(stance).least for stance in (Stance.AFFIRMS, Stance.DENIES))
    one, other = (say_party(party, standing.profile) for party in found)
    return f"{one} says so ({say_lines(affirms)}); {other} denies it ({say_lines(denies)})."


def is_conceded(standing: Standing) -> str | None:
    """The side against which it speaks affirms it."""
    against = [each for each in standing.members if each.is_concession and each.stance is Stance.AFFIRMS]
    if not against:
        return None
    who = say_party(against[0].side, standing.profile)
    return f"{who} says so against its own interest ({say_lines(standing.lines(Stance.AFFIRMS).least)} in all)."


def is_corroborated(standing: Standing) -> str | None:
    """At least two independent lines say so that are not all from one side."""
    parties = sorted(standing.sides(standing.told))
    least = standing.lines(standing.told).least
    if least < 2 or len(parties) < 2:
        return None
    who = " and ".join(say_party(party, standing.profile) for party in parties[:2])
    return f"{say_lines(least)}, from {who}, {say_told(standing, several=True)}."


def is_one_sided(standing: Standing) -> str | None:
    """Two or more independent lines say so, all from one side."""
    least = standing.lines(standing.told).least
    if least < 2:
        return None
    parties = sorted(standing.sides(standing.told))
    who = f"all from {say_party(parties[0], standing.profile)}" if parties else "of no known side"
    return f"{say_lines(least)}, {who}, {say_told(standing, several=True)}."


def is_circular(standing: Standing) -> str | None:
    """Several documents say so, on one line."""
    if standing.lines(standing.told).least != 1 or standing.publishers() < 2:
        return None
    through = standing.lines(standing.told).bottleneck
    by = f" by way of {through[0]}" if through else ""
    return f"{standing.publishers()} publishers, but one line{by}, {say_told(standing, several=True)}."


def is_single(standing: Standing) -> str | None:
    """One publisher says so, on one line."""
    if standing.lines(standing.told).least != 1:
        return None
    return f"One publisher, on one line, {say_told(standing, several=False)}."


def is_unsourced(standing: Standing) -> str | None:
    """Nobody is named on whose word it is said."""
    return f"Only news outlets' own voice or sources that nobody names {say_told(standing, several=True)}."


STATUSES: Mapping[Status, Callable[[Standing], str | None]] = {
    Status.CONTESTED: is_contested,
    Status.CONCEDED: is_conceded,
    Status.CORROBORATED: is_corroborated,
    Status.ONE_SIDED: is_one_sided,
    Status.CIRCULAR: is_circular,
    Status.SINGLE_SOURCE: is_single,
    Status.UNSOURCED: is_unsourced,
}
"""The first that holds, with why in one sentence."""


def judge_status(standing: Standing) -> tuple[Status, str]:
    """The status of an event, and why."""
    found = ((status, test(standing)) for status, test in STATUSES.items())
    return next((status, why) for status, why in found if why is not None)


def say_party(party: str | None, profile: Profile) -> str:
    """A side or a third party in words."""
    if party is None:
        return "a side that is not known"
    side = profile.sides.get(party)
    if party.startswith(UNSIDED):
        return f"the {party.removeprefix(UNSIDED)}"
    name = side.names[0] if side and side.names else party
    return f"{name}'s side" if side else name


def say_lines(count: int) -> str:
    """ "1 independent line"."""
    return f"{count} independent line{'' if count == 1 else 's'}"


def say_told(standing: Standing, *, several: bool) -> str:
    """What one or several say; where nobody affirms, that it is only denied."""
    if standing.told is Stance.DENIES:
        return f"{'deny' if several else 'denies'} it: it is only denied"
    return "say so" if several else "says so"

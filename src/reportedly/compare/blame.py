"""Where it is disputed who did it, that it happened and that somebody did it are two events."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from reportedly.compare.deeds import DEEDS, Family
from reportedly.model.claim import Polarity
from reportedly.model.comparable import Comparable
from reportedly.reference.profile import Profile

BLAMED = frozenset({Family.FIRE, Family.WRECK, Family.FIGHTING})
"""Deeds that a side is blamed for. Who took a place is no blame; a toll is told apart from who caused it, unless somebody
denies that he did."""


def part_blame(
    claims: Sequence[Comparable], speakers: Mapping[str, str | None], profile: Profile
) -> list[list[Comparable]]:
    """The claims of one group, as one event or as several: the happening, and each side that is said to have done it.

    Args:
        claims: in their order.
        speakers: the side for which each claim is made, by the claim's id.
    """
    families = {DEEDS[claim.deed].family if claim.deed else None for claim in claims}
    denied = any(claim.agent and claim.polarity is Polarity.NEGATIVE for claim in claims)
    if not families <= (BLAMED | {Family.TOLL} if denied else BLAMED):
        return [list(claims)]
    agents = {claim.agent for claim in claims if claim.agent}
    blamed = {claim.claim: blamed_side(claim, speakers.get(claim.claim), agents, profile) for claim in claims}
    if not is_disputed(claims, blamed, profile):
        return [list(claims)]
    parts: dict[str | None, list[Comparable]] = {}
    for claim in claims:
        parts.setdefault(blamed[claim.claim], []).append(claim)
    return list(parts.values())


def blamed_side(claim: Comparable, speaker: str | None, agents: set[str], profile: Profile) -> str | None:
    """The side that is said to have done it, or not to have done it.

    A bare denial means the one who denies, if others say that he did it; else his enemy, if they say it of that one.
    """
    if claim.agent or claim.polarity is Polarity.POSITIVE:
        return claim.agent
    enemy = next((agent for agent in sorted(agents) if profile.opposed(speaker, agent)), None)
    return speaker if speaker in agents or enemy is None else enemy


def is_disputed(claims: Sequence[Comparable], blamed: Mapping[str, str | None], profile: Profile) -> bool:
    """Does somebody deny that a side did it, or are two sides that fight each other said to have done it?"""
    denied = [claim for claim in claims if claim.polarity is Polarity.NEGATIVE and blamed[claim.claim]]
    said = {blamed[claim.claim] for claim in claims if claim.polarity is Polarity.POSITIVE} - {None}
    # "There was no strike" is of who did it only where somebody has been named.
    return any(claim.agent or said for claim in denied) or any(
        profile.opposed(one, other) for one, other in combinations(sorted(side for side in said if side), 2)
    )

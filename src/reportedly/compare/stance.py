"""How each claim of an event stands to the happening: it affirms, denies or qualifies it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.compare.deeds import DEEDS, Family
from reportedly.model.claim import Polarity
from reportedly.model.comparable import Comparable
from reportedly.model.event import Stance

COUNTED = frozenset(
    "people person civilian resident child soldier man woman death casualty body victim человек людина житель"
    " ребенок дитина особа осіб люди погибший раненый боец военнослужащий загиблий поранений".split()
)
"""Units of a toll; a number without a unit may be one too."""
MEASURES = frozenset("km m mm kg t h min day week month year hour % USD EUR RUB UAH".split())

Judged = tuple[Stance, str]
"""A stance, and why in words for the reader."""


def judge_stances(claims: Sequence[Comparable], origins: Mapping[str, frozenset[str]]) -> dict[str, Judged]:
    """The stance of each claim of an event, and why.

    Args:
        claims: in their order.
        origins: the sources on whose word each claim is made, by the claim's id.
    """
    gainer = find_gainer(claims, origins)
    whole = any(claim.polarity is Polarity.POSITIVE and not claim.is_partial for claim in claims)
    judged: dict[str, Judged] = {}
    for number, claim in enumerate(claims):
        judged[claim.claim] = judge(claim, gainer, whole, claims[:number], origins)
    return judged


def find_gainer(claims: Sequence[Comparable], origins: Mapping[str, frozenset[str]]) -> str | None:
    """The side of which most sources, whether they assert or deny it, say that it has the ground now."""
    votes = count_votes([claim for claim in claims if claim.gains and is_change(claim)], origins)
    votes = votes or count_votes(
        [each for each in claims if each.gains and each.polarity is Polarity.POSITIVE], origins
    )
    first = {claim.gains: -number for number, claim in reversed(list(enumerate(claims)))}
    return max(votes, key=lambda side: (votes[side], first[side]), default=None)


def count_votes(claims: Sequence[Comparable], origins: Mapping[str, frozenset[str]]) -> Counter[str | None]:
    """On how many sources' word it is said of each side that it gains, so that a copy decides nothing."""
    said = {(claim.gains, origin) for claim in claims for origin in origins.get(claim.claim, ())}
    return Counter(side for side, _ in said) or Counter(claim.gains for claim in claims)


def is_change(claim: Comparable) -> bool:
    """Does the claim say that the ground changes hands, and not only that somebody holds it?"""
    return claim.deed not in (None, "hold")


def judge(
    claim: Comparable,
    gainer: str | None,
    whole: bool,
    before: Sequence[Comparable],
    origins: Mapping[str, frozenset[str]],
) -> Judged:
    """The stance of one claim, and why."""
    if claim.refers_to:
        return Stance.DENIES, "says of the claim before it that it is not so"
    is_other = bool(claim.gains and gainer and claim.gains != gainer)
    if (claim.polarity is Polarity.NEGATIVE) != is_other:
        why = f"says that {claim.gains}'s side has the ground" if is_other else "says that it is not so"
        return Stance.DENIES, why
    if claim.is_partial and whole and is_ground(claim):
        return Stance.QUALIFIES, "says it of a part only"
    if lower := find_greater(claim, before, origins):
        mine, theirs = lower
        return Stance.QUALIFIES, f"gives {mine:g} where another source has given {theirs:g} before"
    return Stance.AFFIRMS, "says that it is so"


def is_ground(claim: Comparable) -> bool:
    """Is it about who holds a place?"""
    return claim.deed is not None and DEEDS[claim.deed].family is Family.GROUND


def find_greater(
    claim: Comparable, before: Sequence[Comparable], origins: Mapping[str, frozenset[str]]
) -> tuple[float, float] | None:
    """The toll that the claim gives and a greater one that somebody else gave before, if both cannot be true."""
    mine = toll_of(claim)
    if mine is None or mine[1] is None:
        return None
    greater = [
        theirs[0]
        for each in before
        if each.polarity is Polarity.POSITIVE
        and (theirs := toll_of(each)) is not None
        and theirs[0] is not None
        and theirs[0] > mine[1]
        and not origins.get(each.claim, frozenset()) & origins.get(claim.claim, frozenset())
    ]
    return (mine[1], max(greater)) if greater else None


def toll_of(claim: Comparable) -> tuple[float | None, float | None] | None:
    """The least and the most of the toll that a claim gives; None if it gives none."""
    if claim.deed is None or DEEDS[claim.deed].family is not Family.TOLL:
        return None
    counted = [each for each in claim.numbers if each[2] in COUNTED] or [
        each for each in claim.numbers if each[2] not in MEASURES
    ]
    return (counted[0][0], counted[0][1]) if counted else None

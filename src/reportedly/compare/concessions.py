"""Whether a claim is made by the side against which it speaks."""

import re
from collections.abc import Sequence

from reportedly.compare.deeds import DEEDS, Family
from reportedly.compare.event_words import plain
from reportedly.compare.ground import opponent
from reportedly.model.claim import Kind, Polarity, Tense
from reportedly.model.comparable import Comparable
from reportedly.reference.profile import Profile

EQUIPMENT = frozenset({"ship", "aircraft", "tank", "airfield", "depot", "headquarters"})
"""Objects whose loss a side admits against its interest."""
UNARMED = frozenset(
    {"civilians", "hospital", "school", "market", "home", "church", "theatre", "station", "hotel", "shop"}
)
"""Objects at which no side wants to have fired."""
SUFFERED = frozenset({Family.WRECK, Family.TOLL})
LOST = frozenset({"capture", "withdraw", "enter", "hold"})
"""Deeds after which ground is lost; an encirclement that is tried is not."""
_OURS = re.compile(r"\b(?:our|ours|its|their|наш\w*|сво\w+|наші|своє\w*)\b")


def is_concession(claim: Comparable, speaker: str | None, text: str, owner: str | None, profile: Profile) -> bool:
    """Does the side that says it say it against its own interest?

    It says that it lost or left ground, lost men or equipment, or did the harm. A victim's report of being struck is no
    concession, and a side's figures on its enemy's losses never are.

    Args:
        speaker: for whom the origin of the claim speaks.
        text: the claim's words.
        owner: the side to which all claims of the event that name one say that what was lost belonged.
    """
    if speaker is None or claim.polarity is Polarity.NEGATIVE or claim.deed is None:
        return False
    family = DEEDS[claim.deed].family
    if family is Family.GROUND:
        lost = claim.deed in LOST or (claim.deed == "advance" and claim.tense is Tense.PAST)
        if claim.deed == "withdraw" and claim.agent in (
            None,
            speaker,
        ):  # nobody tells so of an enemy without naming him
            return True
        return lost and claim.gains is not None and claim.gains == opponent(speaker, profile)
    if claim.agent == speaker:
        return (
            family in (Family.FIRE, Family.TOLL)
            and bool(UNARMED & set(claim.objects))
            and claim.kind is not Kind.COMBAT
        )
    if (family not in SUFFERED and claim.deed != "detain") or is_the_enemys(claim, speaker, text, profile):
        return False
    men = "soldiers" in claim.objects and "civilians" not in claim.objects
    return (men and family is not Family.WRECK) or bool(
        family is Family.WRECK
        and EQUIPMENT & set(claim.objects)
        and (owner == speaker or owns(claim, speaker, text, profile))
    )


def is_the_enemys(claim: Comparable, speaker: str, text: str, profile: Profile) -> bool:
    """Does the claim speak of the losses of another side than the speaker's?"""
    if claim.patient is not None:
        return claim.patient != speaker
    sides = named_sides(text, profile)
    return bool(sides) and speaker not in sides


def owns(claim: Comparable, speaker: str, text: str, profile: Profile) -> bool:
    """Is what was lost said to be the speaker's own?"""
    if claim.patient == speaker or _OURS.search(plain(text)):
        return True
    sides = named_sides(text, profile) - ({claim.agent} if claim.agent else set())
    return sides == {speaker}


def find_owner(claims: Sequence[Comparable], texts: Sequence[str], profile: Profile) -> str | None:
    """The one side to which the claims of an event say that what was lost belonged; None if they name none, or several."""
    doers = {claim.agent for claim in claims if claim.agent}
    named = {side for text in texts for side in named_sides(text, profile)} - doers
    return named.pop() if len(named) == 1 else None


def named_sides(text: str, profile: Profile) -> set[str]:
    """The sides that a text names by an adjective or a name."""
    words = re.findall(r"[^\W\d_]+", text)
    return {side for word in words if (side := profile.side_of_name(word))}

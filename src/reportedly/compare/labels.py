"""What an event is called."""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.model.comparable import Comparable, Spot

LONGEST = 90
"""Code points of a claim that stands for a label."""

NOUNS: Mapping[str, str] = {
    "exchange": "Exchange of prisoners",
    "release": "Release of captives",
    "intercept": "Interception",
    "sink": "Sinking",
    "injure": "Injured",
    "kill": "Deaths",
    "missing": "Missing",
    "repel": "Attacks repelled",
    "withdraw": "Withdrawal",
    "encircle": "Encirclement",
    "enter": "Entry",
    "capture": "Capture",
    "hold": "Control",
    "advance": "Advance",
    "clash": "Fighting",
    "assault": "Assault",
    "demine": "Mine clearance",
    "crash": "Crash",
    "observe": "Observance of a truce",
    "suspend": "Suspension",
    "resume": "Resumption",
    "violate": "Violation of a truce",
    "breach": "Breach of a dam",
    "strike": "Strike",
    "attack": "Attack",
    "outage": "Outage",
    "fire": "Fire",
    "damage": "Damage",
    "evacuate": "Evacuation",
    "flee": "Flight",
    "return": "Return",
    "detain": "Captivity",
    "ceasefire": "Ceasefire",
    "aid": "Aid",
    "visit": "Visit",
    "deploy": "Deployment",
    "sanction": "Sanctions",
    "agree": "Agreement",
    "talk": "Talks",
    "supply": "Supplies",
    "radiation": "Radiation",
}
OF_PLACE = frozenset({"withdraw", "capture", "hold", "encircle"})
"""What is done to a place, and not in it."""
FROM_PLACE = frozenset({"withdraw", "evacuate", "flee"})


def make_label(claims: Sequence[Comparable], place: Spot | None, text: str, blamed: str | None) -> str:
    """What an event is called: its deed, what it is done to, and where; the claim's words where no deed is told.

    Args:
        text: the words of the first claim that affirms it, or else of the first.
        blamed: in words, the side that is said to have done it, where that is what the event is about.
    """
    deeds = Counter(claim.deed for claim in claims if claim.deed)
    if not deeds:
        words = " ".join(text.split())
        return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    order = [claim.deed for claim in claims]
    deed = max(deeds, key=lambda each: (deeds[each], -order.index(each)))
    noun = NOUNS[deed]
    objects = Counter(each for claim in claims for each in claim.objects if each not in ("civilians", "soldiers"))
    if deed in ("strike", "attack", "damage", "fire") and (hit := most_shared(objects, len(claims))):
        noun += f" ({hit})"
    where = f" {preposition(deed)} {place.name}" if place else ""
    return f"{noun}{where}" + (f", by {blamed}" if blamed else "")


def preposition(deed: str) -> str:
    """How a deed's noun goes with its place."""
    if deed in FROM_PLACE:
        return "from"
    return "of" if deed in OF_PLACE else "in"


def most_shared(objects: Counter[str], claims: int) -> str | None:
    """The object that most of the claims name, if half of them do."""
    best = max(objects, key=lambda each: (objects[each], each), default=None)
    return best if best is not None and objects[best] * 2 >= claims else None

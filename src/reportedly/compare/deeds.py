"""What happens in a claim, more closely than its kind says it: deeds, and what they are done to or with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reportedly.compare.event_words import (
    compile_words,
    find_objects,
    list_pattern,
    object_patterns,
    plain,
    weapon_pattern,
    without_idioms,
    word_list,
)
from reportedly.model.claim import Claim, Kind, Polarity, Tense
from reportedly.model.place import PlaceRole


class Family(StrEnum):
    """Deeds that may be told of as one another, and between families never are."""

    GROUND = "ground"
    """Who holds a place, and how that changes."""
    FIGHTING = "fighting"
    FIRE = "fire"
    """What comes from afar and explodes."""
    TOLL = "toll"
    WRECK = "wreck"
    FLIGHT = "flight"
    CAPTIVITY = "captivity"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One sort of happening."""

    kinds: tuple[Kind, ...]
    """As which kinds a claim about it may be read, its own first."""
    family: Family
    tells_alone: bool = True
    """May its words tell what happens where the kind was not read?"""


def _deed(family: Family, *kinds: Kind, tells_alone: bool = True) -> Deed:
    return Deed(kinds=kinds, family=family, tells_alone=tells_alone)


DEEDS: Mapping[str, Deed] = {
    "release": _deed(Family.CAPTIVITY, Kind.DETENTION),
    "exchange": _deed(Family.CAPTIVITY, Kind.DETENTION, Kind.DIPLOMACY),
    "intercept": _deed(Family.OTHER, Kind.STRIKE, Kind.COMBAT),
    "sink": _deed(Family.WRECK, Kind.DAMAGE, Kind.STRIKE, Kind.CASUALTY),
    "crash": _deed(Family.WRECK, Kind.DAMAGE, Kind.CASUALTY),
    "injure": _deed(Family.TOLL, Kind.CASUALTY),
    "kill": _deed(Family.TOLL, Kind.CASUALTY),
    "missing": _deed(Family.TOLL, Kind.CASUALTY),
    "repel": _deed(Family.FIGHTING, Kind.COMBAT, Kind.CONTROL),
    "withdraw": _deed(Family.GROUND, Kind.CONTROL, Kind.MOVEMENT, Kind.COMBAT),
    "encircle": _deed(Family.GROUND, Kind.CONTROL, Kind.COMBAT, Kind.ASSESSMENT, tells_alone=False),
    "enter": _deed(Family.GROUND, Kind.CONTROL, Kind.COMBAT, Kind.MOVEMENT, tells_alone=False),
    "capture": _deed(Family.GROUND, Kind.CONTROL, tells_alone=False),
    "hold": _deed(Family.GROUND, Kind.CONTROL, Kind.COMBAT, Kind.MOVEMENT, tells_alone=False),
    "advance": _deed(Family.GROUND, Kind.CONTROL, Kind.COMBAT, Kind.MOVEMENT, tells_alone=False),
    "clash": _deed(Family.FIGHTING, Kind.COMBAT),
    "assault": _deed(Family.FIGHTING, Kind.COMBAT, Kind.CONTROL),
    "demine": _deed(Family.OTHER, Kind.OTHER),
    "violate": _deed(Family.FIGHTING, Kind.DIPLOMACY, Kind.COMBAT, Kind.STRIKE),
    "breach": _deed(Family.WRECK, Kind.DAMAGE, Kind.STRIKE),
    "strike": _deed(Family.FIRE, Kind.STRIKE, Kind.COMBAT),
    "attack": _deed(Family.FIRE, Kind.STRIKE, Kind.COMBAT),
    "outage": _deed(Family.WRECK, Kind.DAMAGE),
    "fire": _deed(Family.WRECK, Kind.DAMAGE, tells_alone=False),
    "damage": _deed(Family.WRECK, Kind.DAMAGE, Kind.STRIKE, Kind.COMBAT, Kind.CASUALTY, tells_alone=False),
    "evacuate": _deed(Family.FLIGHT, Kind.DISPLACEMENT),
    "flee": _deed(Family.FLIGHT, Kind.DISPLACEMENT),
    "return": _deed(Family.FLIGHT, Kind.DISPLACEMENT, tells_alone=False),
    "detain": _deed(Family.CAPTIVITY, Kind.DETENTION),
    "observe": _deed(Family.OTHER, Kind.DIPLOMACY),
    "ceasefire": _deed(Family.OTHER, Kind.DIPLOMACY),
    "suspend": _deed(Family.OTHER, Kind.DIPLOMACY, Kind.POSITION),
    "resume": _deed(Family.OTHER, Kind.DIPLOMACY, Kind.POSITION),
    "aid": _deed(Family.OTHER, Kind.AID, tells_alone=False),
    "visit": _deed(Family.OTHER, Kind.MOVEMENT, tells_alone=False),
    "deploy": _deed(Family.OTHER, Kind.MOVEMENT, tells_alone=False),
    "sanction": _deed(Family.OTHER, Kind.DIPLOMACY, Kind.POSITION, tells_alone=False),
    "agree": _deed(Family.OTHER, Kind.DIPLOMACY, tells_alone=False),
    "talk": _deed(Family.OTHER, Kind.DIPLOMACY, tells_alone=False),
    "supply": _deed(Family.OTHER, Kind.AID, Kind.DIPLOMACY, tells_alone=False),
    "radiation": _deed(Family.OTHER, Kind.OTHER, Kind.ASSESSMENT, tells_alone=False),
}
"""The words that name each lie in the lexicon's `event` lists."""

ALIKE: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        ("capture", "withdraw"),
        ("capture", "hold"),
        ("withdraw", "hold"),
        ("attack", "strike"),
        ("attack", "assault"),
        ("assault", "clash"),
        ("advance", "enter"),
        ("enter", "capture"),
        ("enter", "withdraw"),
        ("enter", "hold"),
        ("repel", "assault"),
        ("repel", "attack"),
        ("damage", "fire"),
        ("damage", "breach"),
        ("damage", "sink"),
        ("damage", "outage"),
        ("evacuate", "flee"),
        ("talk", "agree"),
        ("exchange", "agree"),
        ("agree", "ceasefire"),
        ("exchange", "release"),
        ("attack", "clash"),
        ("breach", "strike"),
        ("aid", "supply"),
        ("violate", "strike"),
        ("violate", "attack"),
    )
)
"""Two deeds that may be one happening told in other words."""

RARE = frozenset(
    {
        "exchange",
        "release",
        "sink",
        "breach",
        "violate",
        "ceasefire",
        "radiation",
        "crash",
        "observe",
        "suspend",
        "resume",
    }
)
"""Deeds of which there are few, so that two within some days are one unless something speaks against it."""

ASSESSED = frozenset({"radiation", "encircle"})
"""Deeds that an assessment tells: it says how things stand."""

ONGOING = frozenset({"observe", "suspend", "resume", "deploy", "evacuate"})
"""Deeds that are told of while they go on."""

USUAL: Mapping[Kind, str] = {
    Kind.STRIKE: "strike",
    Kind.COMBAT: "attack",
    Kind.DAMAGE: "damage",
    Kind.DISPLACEMENT: "flee",
    Kind.AID: "aid",
}
"""What is told by a kind alone, where no word tells it more closely."""

OUTRANKS = (
    ("violate", "ceasefire"),
    ("intercept", "strike"),
    ("exchange", "release"),
    ("breach", "damage"),
    ("intercept", "crash"),
    ("observe", "ceasefire"),
    ("enter", "flee"),
    ("suspend", "exchange"),
    ("suspend", "release"),
    ("exchange", "kill"),
)
"""Of two deeds whose words stand in one claim the first is what it tells."""

UNTOLD = frozenset({Kind.POSITION, Kind.ASSESSMENT})
"""Kinds of which no deed is told, but for who did it: a demand to withdraw is no withdrawal."""

BEGINNING = 110
"""Code points of a claim of no told kind in which its deed must stand: further on there are other things."""
HELD_BUILDINGS = frozenset({"palace", "airfield", "headquarters"})
"""What is taken and held as towns are."""
SETTLED_KM = 45.0
"""A place that is known less exactly is no settlement."""

_PERSON = re.compile(r"[A-ZА-ЯІЇЄҐ][\w'’-]+ [A-ZА-ЯІЇЄҐ][\w'’-]+")
"""A given name and a surname."""
_NOT = re.compile(r"\b(?:not|never|yet) |n't\b")
"""What stands between the words of a deed that did not happen: "has not fallen"."""


def find_deed(claim: Claim, language: str | None) -> str | None:
    """The deed that a claim's words tell, its kind considered; None if none does."""
    kind = claim.kind
    spoken = _NOT.sub("", without_idioms(plain(claim.span.text), language))
    blames = bool(list_pattern(language, "blame").search(spoken))
    patterns = deed_patterns(language)
    if kind in UNTOLD and not blames:
        return next((name for name in ASSESSED if kind in DEEDS[name].kinds and patterns[name].search(spoken)), None)
    if list_pattern(language, "toll").match(spoken):  # "Число погибших при ударе достигло 74"
        return "kill"
    own = [name for name, deed in DEEDS.items() if kind is deed.kinds[0]]
    as_well = [name for name, deed in DEEDS.items() if kind in deed.kinds[1:]]
    for fitting in (own, as_well):
        found = {name: match.start() for name in fitting if (match := search_deed(name, spoken, language))}
        if found:
            told = min(without_outranked(found), key=lambda name: (found[name], fitting.index(name)))
            striking = list_pattern(language, "striking").search(spoken, 0, found[told])
            return "strike" if told == "damage" and striking else told
    begun = spoken[:BEGINNING]
    ground = ("withdraw", "enter", "capture", "hold") if may_be_ground(claim, begun, language) else ()
    denies = claim.polarity is Polarity.NEGATIVE and bool(list_pattern(language, "denial").search(spoken))
    alone = [
        name
        for name, deed in DEEDS.items()
        if blames or (deed.tells_alone and (denies or may_tell_alone(claim, name)))  # "the air raid is a fake"
    ]
    told_alone = [name for name in (*alone, *ground) if patterns[name].search(begun)]
    found_alone = next(iter(without_outranked(told_alone)), None)
    if found_alone is None and kind is Kind.COMBAT and weapon_pattern(language).search(spoken):
        return "strike"
    return found_alone or (USUAL.get(kind) if is_bound(claim) else None)


def without_outranked(names: Iterable[str]) -> list[str]:
    """The deeds whose words stand in a claim, in their order, without those that another of them outranks."""
    told = list(names)
    outranked = {worse for better, worse in OUTRANKS if better in told}
    return [name for name in told if name not in outranked]


def is_bound(claim: Claim) -> bool:
    """Does the claim name a place or a day of its own?"""
    return claim.time is not None or any(place.role is not PlaceRole.REFERENCE for place in claim.places)


def may_be_ground(claim: Claim, spoken: str, language: str | None) -> bool:
    """May a claim of no told kind be about who holds a place? It names a settlement, and the forces unless it is short."""
    if claim.kind not in (Kind.OTHER, Kind.MOVEMENT, Kind.COMBAT):
        return False
    named = any(
        place.role is not PlaceRole.REFERENCE and (place.radius_km or 0) <= SETTLED_KM for place in claim.places
    )
    named = named or bool(list_pattern(language, "same_place").search(spoken))
    named = named or bool(HELD_BUILDINGS & set(find_objects(spoken, language)))
    armed = bool(list_pattern(language, "force").search(spoken))
    return named and (armed or (claim.tense is not Tense.PRESENT and len(claim.span.text) <= BEGINNING))


def may_tell_alone(claim: Claim, name: str) -> bool:
    """May a deed's words tell it in a claim of no told kind? "Such attacks are prohibited" and "all who died" tell none."""
    if claim.kind is not Kind.OTHER:
        return True
    if claim.tense is Tense.PRESENT and name not in ONGOING:
        return False
    counted = bool(claim.quantities) or is_bound(claim) or _PERSON.search(claim.span.text) is not None
    return DEEDS[name].family is not Family.TOLL or counted


def search_deed(name: str, spoken: str, language: str | None) -> re.Match[str] | None:
    """The words of a deed, those too that tell it only where the kind is known."""
    found = deed_patterns(language)[name].search(spoken)
    weak = weak_patterns(language).get(name)
    return found or (weak.search(spoken) if weak else None)


@lru_cache(maxsize=1 << 14)
def is_listed(word: str, language: str | None) -> bool:
    """Is it a word for a deed, for what it is done to or with, or for forces, rather than a name?"""
    spoken = plain(word)
    known = (*deed_patterns(language).values(), *weak_patterns(language).values(), *object_patterns(language).values())
    return any(pattern.fullmatch(spoken) for pattern in (*known, list_pattern(language, "force")))


def are_alike(one: str | None, other: str | None) -> bool | None:
    """May two deeds be one happening? None if either is not known."""
    if one is None or other is None:
        return None
    return one == other or frozenset((one, other)) in ALIKE


@cache
def deed_patterns(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """The words of each deed."""
    words = word_list(language)["deeds"]
    return {name: compile_words(words.get(name, "").split("|")) for name in DEEDS}


@cache
def weak_patterns(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """Words that tell a deed only where the kind is known: "taken"."""
    return {name: compile_words(words.split("|")) for name, words in word_list(language)["weak"].items()}

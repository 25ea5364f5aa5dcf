"""When two claims of one document tell the same happening."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from reportedly.model.claim import ActorRole, Certainty, Claim, Kind, Polarity, Tense
from reportedly.model.place import Place, PlaceRole
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_lists import split_words

HAPPENINGS = frozenset(Kind) - {Kind.POSITION, Kind.ASSESSMENT, Kind.OTHER, Kind.DIPLOMACY}
"""Kinds of which something in particular happened."""

LEAST_ALIKE = 0.5
"""Share of the shorter claim's stems that both have, where no place tells them apart. Chosen by reading, not fitted."""

LEAST_STEMS = 2
"""One word in common is no sign, where no place is shared."""

_LANGUAGES = ("en", "ru", "uk")
_STEM_LETTERS = 5
_SHORTEST_WORD = 4
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ENDING = re.compile(
    r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ий|ый|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ів|їв|ою|ею|єю|ах|[аеиоуыэюяьйіїє])$"
)
"""How inflected words end; of short words the five letters that tell a stem would hold the ending too."""


def tell_same(one: Claim, other: Claim) -> bool:
    """Do both tell of one happening, whether or not they agree that it was?

    They must be of one kind and share a place; without any place, half of the words of the shorter one.
    Control of a place is the same happening by its place alone; anything else needs common words too.
    Others who do or suffer it make it another happening.
    """
    if one.kind is not other.kind or one.kind not in HAPPENINGS or _are_disjoint(one, other) or _differ(one, other):
        return False
    if one.kind is Kind.CONTROL and _senses(one) and _senses(other) and not _senses(one) & _senses(other):
        return False
    here, there = _keys(one.places), _keys(other.places)
    if bool(here) != bool(there):
        return False
    if not here:
        shared = _stems(one.span.text) & _stems(other.span.text)
        return len(shared) >= LEAST_STEMS and likeness(one, other) >= LEAST_ALIKE
    return bool(here & there) and (one.kind is Kind.CONTROL or likeness(one, other) >= LEAST_ALIKE)


def likeness(one: Claim, other: Claim) -> float:
    """Share of the shorter claim's stems that stand in both, 0 to 1."""
    left, right = _stems(one.span.text), _stems(other.span.text)
    return len(left & right) / max(1, min(len(left), len(right)))


def is_asserted(claim: Claim) -> bool:
    """Does somebody say or deny that it happened, rather than wish it, ask for it or build on it?"""
    firm = claim.certainty in (Certainty.CERTAIN, Certainty.PROBABLE) or claim.polarity is Polarity.NEGATIVE
    return firm and not claim.presupposed and claim.tense is not Tense.FUTURE


def speaks_alone(granted: Claim, other: Claim) -> bool:
    """Is it the same voice that takes it for granted and that says it?"""
    voices = {link.source for chain in granted.chains for link in chain}
    return granted.polarity is other.polarity and any(link.source in voices for chain in other.chains for link in chain)


def _senses(claim: Claim) -> frozenset[str]:
    """Whether it tells that a place was taken, left or held."""
    words = re.findall(r"[^\W\d_]+", claim.span.text.casefold())
    senses = _control(_CYRILLIC.search(claim.span.text) is not None)
    return frozenset(sense for sense, stems in senses.items() if any(word.startswith(stems) for word in words))


def _are_disjoint(one: Claim, other: Claim) -> bool:
    if one.time is None or other.time is None:
        return False
    return one.time.latest < other.time.earliest or other.time.latest < one.time.earliest


def _differ(one: Claim, other: Claim) -> bool:
    """Do they name others who do it or suffer it, or, without a place, other names altogether?"""
    for role in ActorRole:
        left, right = _parts(one, role), _parts(other, role)
        names = [frozenset(word for word in words if word[0].isupper()) for words in (left, right)]
        if all(names) and not names[0] & names[1]:
            return True
        if left and right and not any(names) and not left & right and not (left | right) & _general():
            return True
    left, right = _names(one), _names(other)
    return bool(left and right) and not left & right


def _parts(claim: Claim, role: ActorRole) -> frozenset[str]:
    """How the names and head nouns of those begin who have this part in it."""
    words: set[str] = set()
    for actor in claim.actors:
        if actor.role is role:
            phrase = re.split(r"\s+(?:of|from|in)\s+", actor.span.text)[0].split()
            inflected = _CYRILLIC.search(actor.span.text) is not None
            named = [word for word in phrase if word[0].isupper() and word.casefold() not in _little()]
            told = named or (phrase if inflected else phrase[-1:])  # the noun may stand first: "жители города"
            words |= {_cut(word.strip("’'s")) for word in told if word.strip("’'s")}
    return frozenset(words)


def _names(claim: Claim) -> frozenset[str]:
    """How the capitalised words after the first begin."""
    words = re.findall(r"[^\W\d_]+", claim.span.text)[1:]
    return frozenset(_cut(word) for word in words if word[0].isupper() and len(word) >= _SHORTEST_WORD)


@cache
def _general() -> frozenset[str]:
    return frozenset(
        _cut(word) for language in _LANGUAGES for word in split_words(lexicon(language, "flags")["anybody"])
    )


@cache
def _little() -> frozenset[str]:
    return frozenset(word for language in _LANGUAGES for word in split_words(lexicon(language, "flags")["little"]))


@cache
def _control(cyrillic: bool) -> dict[str, tuple[str, ...]]:
    """How words begin that tell that a place was taken, left or held."""
    senses: dict[str, tuple[str, ...]] = {}
    for language in _LANGUAGES[1:] if cyrillic else _LANGUAGES[:1]:
        for sense, stems in lexicon(language, "flags")["control"].items():
            senses[sense] = (*senses.get(sense, ()), *stems)
    return senses


def _cut(word: str) -> str:
    """How a word begins, its ending left out where words are inflected."""
    return (_ENDING.sub("", word) if _CYRILLIC.search(word) else word)[:_STEM_LETTERS]


def _keys(places: Iterable[Place]) -> frozenset[str]:
    """What tells the settlements apart: the gazetteer's entry, else the name."""
    return frozenset(
        place.gazetteer_id or place.name.casefold()
        for place in places
        if place.role not in (PlaceRole.REFERENCE, PlaceRole.REGION, PlaceRole.TOWARD)
    )


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(_cut(word) for word in words if len(word) >= _SHORTEST_WORD and word not in _little())

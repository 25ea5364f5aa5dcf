"""What a conflict profile is made of: sides, those who speak for them, and the index of their names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Self

from reportedly.model.source import Identity, SourceType
from reportedly.reference.lexicon import lexicon
from reportedly.reference.person_names import fold_person, plain_name

_PARTICLES = frozenset({"von", "van", "der", "den", "de", "di", "da", "dos", "el", "al", "bin", "ibn", "ben"})
"""Parts of a surname that do not tell it from another: "von der Leyen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody or something of whom the profile knows for whom it speaks."""

    name: str
    type: SourceType
    side: str | None
    """None: for no side, or for itself."""
    identity: Identity = Identity.NAMED
    office: str | None = None
    aliases: tuple[str, ...] = ()
    person: bool = False
    """One human being, who may be called by the surname alone."""


def is_state(side: str) -> bool:
    """Is the side with this id a state, as opposed to a party without one? States have two-letter ids but for two."""
    return len(side) == 2 or side in ("russia", "ukraine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party to a conflict, or any state."""

    id: str
    names: tuple[str, ...] = ()
    """The state or party and its capital, as actors: "Russia", "Moscow", "the Kremlin"."""
    adjectives: tuple[str, ...] = ()
    opposes: frozenset[str] = frozenset()
    regions: tuple[str, ...] = ()
    """Regions and cities that only this side's authorities run."""
    phrases: tuple[str, ...] = ()
    """Other words that say "of this side": "occupation authorities"."""
    backed_speak_for_it: bool = False
    """Are those whom it "backs" counted as its own?"""

    @property
    def is_state(self) -> bool:
        """Is it a state, as opposed to a party without one?"""
        return is_state(self.id)


def are_opposed(sides: Mapping[str, Side], one: str | None, other: str | None) -> bool:
    """Do two of `sides`, by their ids, fight or contest each other?"""
    if one is None or other is None:
        return False
    left, right = sides.get(one), sides.get(other)
    return (left is not None and other in left.opposes) or (right is not None and one in right.opposes)


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The names of a profile by their plain form. Built once, when the profile is loaded; each equals only itself."""

    names: Mapping[str, tuple[str, Known]]
    """Plain form to the spelling that the file gives, and its bearer."""
    people: Mapping[str, Known]
    """Folded full name to its bearer."""
    surnames: Mapping[str, Known]
    """Folded surname to its only bearer."""
    sides: Mapping[str, tuple[str, str]]
    """Plain form to the file's spelling and the side's id."""
    regions: Mapping[str, str]
    parties: Mapping[str, Side]
    """The sides themselves, by id."""
    voices: tuple[Known, ...]
    """All who are indexed, the earlier before the later."""

    @classmethod
    def build(cls, sides: Mapping[str, Side], voices: tuple[Known, ...]) -> Self:
        """Index `sides` and `voices`; of two entries with one name the earlier counts."""
        names: dict[str, tuple[str, Known]] = {}
        people: dict[str, Known] = {}
        by_surname: dict[str, set[str]] = {}
        for voice in voices:
            for spelling in (voice.name, *voice.aliases):
                names.setdefault(plain_name(spelling), (spelling, voice))
                if voice.person:
                    people.setdefault(fold_person(spelling), voice)
                    by_surname.setdefault(fold_person(spelling).split(" ")[-1], set()).add(voice.name)
        whole = {voice.name: voice for voice in people.values()}
        surnames = {
            last: whole[min(them)] for last, them in by_surname.items() if len(them) == 1 and them <= set(whole)
        }
        named: dict[str, tuple[str, str]] = {}
        regions: dict[str, str] = {}
        for side in sides.values():
            for spelling in side.names:
                kind = SourceType.INSTITUTION if side.is_state else SourceType.ORGANIZATION
                name = spelling if side.is_state else side.names[0]
                names.setdefault(plain_name(spelling), (spelling, Known(name=name, type=kind, side=side.id)))
            for spelling in (*side.names, *side.adjectives, *side.phrases):
                named.setdefault(plain_name(spelling), (spelling, side.id))
            regions |= {plain_name(region): side.id for region in side.regions}
        return cls(names, people, surnames, named, regions, sides, voices)

    def find(self, name: str) -> Known | None:
        """Who goes by `name`: any spelling of the whole name, or a surname that only one person bears."""
        plain = plain_name(name)
        hit = self.names.get(plain)
        if hit is not None and _written_alike(hit[0], name):
            return hit[1]
        if not plain or not _first_letter(name).isupper():
            return None
        folded = fold_person(name)
        *before, last = folded.split()
        surname = last if all(word in _PARTICLES for word in before) else folded
        bearer = self.people.get(folded) or self.surnames.get(surname)
        # "Sara" is written like "Sharaa" only to who folds away what tells them apart.
        return None if bearer is not None and plain in _given_names() and plain not in _spellings(bearer) else bearer

    def side_named(self, words: str) -> str | None:
        """The side with this name, adjective or phrase."""
        hit = self.sides.get(plain_name(words))
        return hit[1] if hit is not None and _written_alike(hit[0], words) else None


@cache
def _given_names() -> frozenset[str]:
    names = lexicon("en", "source")["given_names"]
    return frozenset(name for each in names.values() for name in each)


def _spellings(voice: Known) -> set[str]:
    """The words of all spellings of a name."""
    return {word for each in (voice.name, *voice.aliases) for word in plain_name(each).split()}


def _first_letter(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.lower() != "the"]
    return words[0][0] if words else ""


def _written_alike(in_file: str, in_text: str) -> bool:
    """Is the text's spelling as capital as the file's? "us" is not the US, nor any "mash" the channel."""
    if in_file.isupper() and len(in_file) <= 5:
        return re.sub(r"^[Tt]he |['’]s$", "", in_text).isupper()
    return not _first_letter(in_file).isupper() or _first_letter(in_text).isupper()

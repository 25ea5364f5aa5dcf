"""A conflict: its sides, who speaks for them, their outlets and channels, the place names they use."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import ProfileError
from reportedly.model.source import SourceType
from reportedly.reference.party import Index, Known, Side, are_opposed
from reportedly.reference.person_names import fold_person, plain_name
from reportedly.reference.side_words import side_of_phrase
from reportedly.reference.slavic_script import has_cyrillic, is_cyrillic

WORLD = "world"
"""The neutral profile, in force beneath every other."""
LEAST_WORDS = 3
"""How often a document must say a profile's own words, unless its contested country has `LEAST_SHARE` of the places."""
LEAST_SHARE = 0.3
PERSON_WEIGHT, BODY_WEIGHT = 3, 2
"""Somebody of a conflict named in full is worth so many of its words; its ministries and agencies speak of other things too."""
_LONGEST_NAME_WORDS = 6
NO_SIDE = "none"
"""Stands in a file's `[people.none…]` and `[bodies.none…]` for voices that speak for no side."""
PUBLISHERS = frozenset({SourceType.OUTLET, SourceType.AGENCY, SourceType.CHANNEL})
_TOP_KEYS = frozenset({"id", "title", "countries", "words", "sides", "people", "bodies", "places"})
_SIDE_KEYS = frozenset({"names", "adjectives", "opposes", "regions", "phrases", "backed_speak_for_it"})
_VOICE_KEYS = frozenset({"also", "office"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """What was known beforehand about a conflict. Facts about who speaks for whom, no judgement of anyone.

    Each is loaded once and equals only itself.
    """

    id: str
    title: str
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2, upper case, the contested one first."""
    words: tuple[str, ...] = ()
    """Names that give this conflict away."""
    sides: Mapping[str, Side] = field(default_factory=dict)
    voices: tuple[Known, ...] = ()
    own_voices: tuple[Known, ...] = ()
    """Those of `voices` that stand in its own file."""
    places: Mapping[str, str] = field(default_factory=dict)
    """A party's own name of a place, in lower case, to the gazetteer's."""
    index: Index = field(repr=False, compare=False)

    def known(self, name: str) -> Known | None:
        """Who goes by `name`: by any spelling of the whole name, or by a surname that only one person bears."""
        found = self.index.find(name)
        if found is None and has_cyrillic(name):
            from reportedly.reference.slavic_index import find_slavic  # late: English texts do without

            return find_slavic(name, self.index)
        return found

    def outlet(self, name: str) -> Known | None:
        """The outlet, agency or channel of this name."""
        found = self.known(name)
        return found if found is not None and found.type in PUBLISHERS else None

    def side_of_words(self, phrase: str) -> str | None:
        """For which side a description speaks: "Ukrainian officials", "Moscow-installed authorities". None if unsure."""
        if has_cyrillic(phrase):
            from reportedly.reference.slavic_sides import side_of_slavic_phrase  # late: English texts do without

            return side_of_slavic_phrase(phrase, self.index)
        return side_of_phrase(phrase, self)

    def side_of_name(self, name: str) -> str | None:
        """The side that a name or adjective stands for outright ("Kyiv", "Russian", "the SBU"); None otherwise."""
        side = self.index.side_named(name)
        if side is None and (known := self.index.names.get(plain_name(name))) and self.index.find(name):
            side = known[1].side
        if side is None and has_cyrillic(name):
            from reportedly.reference.slavic_index import slavic_side_of_name  # late: English texts do without

            return slavic_side_of_name(name, self.index)
        return side

    def side_of_region(self, name: str) -> str | None:
        """The side that alone runs the region or city of this name."""
        if has_cyrillic(name):
            from reportedly.reference.slavic_index import slavic_side_of_region  # late: English texts do without

            return slavic_side_of_region(name, self.index)
        return self.index.regions.get(plain_name(name)) if name[:1].isupper() else None

    def backed_speak_for(self, side: str) -> bool:
        """Are those whom `side` backs counted as its own?"""
        return side in self.sides and self.sides[side].backed_speak_for_it

    def opposed(self, one: str | None, other: str | None) -> bool:
        """Do the two fight or contest each other?"""
        return are_opposed(self.sides, one, other)


@cache
def profile_names() -> tuple[str, ...]:
    """The profiles that come with the package, the neutral one last."""
    folder = files("reportedly.reference") / "data" / "profiles"
    names = sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml"))
    return (*(name for name in names if name != WORLD), WORLD)


@cache
def load_profile(name_or_path: str) -> Profile:
    """The profile of this name, or the one that a TOML file holds, with the world's beneath it.

    Raises:
        ProfileError: if there is no such profile, or its file cannot be understood.
    """
    known = profile_names()
    if name_or_path in known:
        file = files("reportedly.reference") / "data" / "profiles" / f"{name_or_path}.toml"
        text, where = file.read_text(encoding="utf-8"), f"{name_or_path}.toml"
    else:
        path, where = Path(name_or_path), name_or_path
        if path.suffix != ".toml" or not path.is_file():
            raise ProfileError(name_or_path, f"there is none; use {', '.join(known)}, or the path of a .toml file")
        text = path.read_text(encoding="utf-8")
    return _build_profile(text, where, beneath=None if name_or_path == WORLD else load_profile(WORLD))


@cache
def conflict_partners(country: str) -> frozenset[str]:
    """The countries of every conflict in which `country` takes part, itself among them; ISO 3166 alpha-2, upper case."""
    conflicts = (load_profile(name).countries for name in profile_names())
    return frozenset({country}).union(*(countries for countries in conflicts if country in countries))


def choose_profile(countries: Counter[str], text: str, outlet: str | None = None) -> Profile:
    """The profile that fits a document best; the neutral one if none does.

    Args:
        countries: how often the document names places of each country, by upper-case ISO 3166 alpha-2.
        text: the document's text.
        outlet: who published it.
    """
    count = _count_slavic if is_cyrillic(text) else _count_english
    said = count(text)
    for name, weight in weigh_names(f"{outlet or ''}\n{text}").items():
        said[name] += weight
    least = 1 if is_cyrillic(text) else LEAST_WORDS
    scores = {name: _score_fit(load_profile(name), countries, said[name], least) for name in said}
    best = max(scores, key=lambda name: scores[name])
    return load_profile(best if scores[best] > 0 else WORLD)


def _count_english(text: str) -> dict[str, int]:
    """How often `text` says each profile's words."""
    padded = f" {plain_name(text)} "
    profiles = (load_profile(name) for name in profile_names() if name != WORLD)
    return {each.id: sum(padded.count(f" {plain_name(word)} ") for word in each.words) for each in profiles}


def weigh_names(text: str) -> Counter[str]:
    """How much those who speak for a side and are named in full by `text` speak for its conflict.

    Whoever several conflicts know, or the neutral profile, speaks for none.
    """
    names, weighed = _names_of_conflicts(), Counter[str]()
    first = _first_words()
    for words in (plain_name(text).split(), fold_person(text).split()):
        for at in (at for at, word in enumerate(words) if word in first):
            for length in range(_LONGEST_NAME_WORDS, 1, -1):
                if (hit := names.get(" ".join(words[at : at + length]))) is not None:
                    weighed[hit[0]] += hit[1]
                    break
    return weighed


@cache
def _first_words() -> frozenset[str]:
    """With which each name begins that `_names_of_conflicts` knows."""
    return frozenset(name.split()[0] for name in _names_of_conflicts())


@cache
def _names_of_conflicts() -> Mapping[str, tuple[str, int]]:
    """Names of two words and more, people's as `fold_person` and bodies' as `plain_name` has them: conflict and weight."""
    found: dict[str, set[tuple[str, int]]] = {}
    for name in profile_names():
        for voice in load_profile(name).own_voices:
            if voice.side is None or voice.type in PUBLISHERS:
                continue  # newspapers and charities speak of the whole world
            key, weight = (fold_person, PERSON_WEIGHT) if voice.person else (plain_name, BODY_WEIGHT)
            for spelling in (voice.name, *voice.aliases):
                found.setdefault(key(spelling), set()).add((name, weight))
    return {
        spelling: only
        for spelling, (only, *others) in found.items()
        if not others and only[0] != WORLD and " " in spelling
    }


def _count_slavic(text: str) -> dict[str, int]:
    from reportedly.reference.slavic_index import count_slavic_words  # late: English texts do without

    return count_slavic_words(text, [name for name in profile_names() if name != WORLD])


def _score_fit(profile: Profile, countries: Counter[str], said: int, least: int) -> float:
    # The contested country speaks for the profile; the others, like Russia, take part in several conflicts.
    first = countries[profile.countries[0]]
    others = sum(countries[code] for code in profile.countries[1:])
    if said < least and first < LEAST_SHARE * max(1, countries.total()):
        return 0.0
    return said + first + 0.25 * others


def _build_profile(text: str, where: str, beneath: Profile | None) -> Profile:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(where, str(error)) from error
    _check_keys(text, where, table, _TOP_KEYS)
    for key in ("id", "title", "countries"):
        if key not in table:
            raise ProfileError(where, f"the key {key!r} is missing")
    sides = dict(beneath.sides) if beneath else {}
    for name, entry in table.get("sides", {}).items():
        _check_keys(text, where, entry, _SIDE_KEYS)
        sides[name] = _read_side(name, entry, sides.get(name))
    voices = tuple(_read_voices(text, where, table, sides))
    merged = (*voices, *(beneath.voices if beneath else ()))
    return Profile(
        id=table["id"],
        title=table["title"],
        countries=tuple(table["countries"]),
        words=tuple(table.get("words", ())),
        sides=sides,
        voices=merged,
        own_voices=voices,
        places={plain_name(alias): name for alias, name in table.get("places", {}).items()},
        index=Index.build(sides, merged),
    )


def _check_keys(text: str, where: str, table: Mapping[str, Any], allowed: frozenset[str]) -> None:
    for key in table:
        if key not in allowed:
            lines = text.splitlines()
            line = next((i for i, each in enumerate(lines, 1) if re.search(rf"\b{re.escape(key)}\b", each)), 0)
            raise ProfileError(where, f"line {line}: unknown key {key!r}; use {', '.join(sorted(allowed))}")


def _read_side(name: str, entry: Mapping[str, Any], beneath: Side | None) -> Side:
    base = beneath or Side(id=name)
    return Side(
        id=name,
        names=(*base.names, *entry.get("names", ())),
        adjectives=(*base.adjectives, *entry.get("adjectives", ())),
        opposes=base.opposes | frozenset(entry.get("opposes", ())),
        regions=(*base.regions, *entry.get("regions", ())),
        phrases=(*base.phrases, *entry.get("phrases", ())),
        backed_speak_for_it=bool(entry.get("backed_speak_for_it", base.backed_speak_for_it)),
    )


def _read_voices(text: str, where: str, table: Mapping[str, Any], sides: Mapping[str, Side]) -> list[Known]:
    voices = []
    for section, person in (("people", True), ("bodies", False)):
        for side, types in table.get(section, {}).items():
            if side != NO_SIDE and side not in sides:
                raise ProfileError(where, f"[{section}.{side}] names a side that [sides] does not have")
            _check_keys(text, where, types, frozenset(SourceType))
            for kind, names in types.items():
                for name, entry in names.items():
                    _check_keys(text, where, entry, _VOICE_KEYS)
                    voices.append(
                        Known(
                            name=name,
                            type=SourceType(kind),
                            side=None if side == NO_SIDE else side,
                            office=entry.get("office"),
                            aliases=tuple(entry.get("also", ())),
                            person=person,
                        )
                    )
    return voices

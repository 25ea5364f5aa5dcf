"""Is a name of the gazetteer a place where it stands? The words around it and its size must speak for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.plain_adjectives import NEIGHBOURS, describe
from reportedly.annotate.plain_signs import Signs
from reportedly.annotate.plain_words import cases_of, is_spoken, listed
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon

_STRONG_POPULATION = 100_000
_GREAT_POPULATION = 300_000
"""Without a preposition "Пушкина" is a poet, "Milton" a poet too, more often than a town."""
_KNOWN_POPULATION = 15_000
"""Behind a preposition a town of that size is meant wherever in the world it lies."""
_LED_POPULATION = 1_000
_OWNED_POPULATION = 5_000
_BARE_POPULATION = 20_000
_FIRST_POPULATION = 50_000
_SURNAMED_POPULATION = 200_000
"""Towns of neighbours, from which on they are taken: behind "на" and "от", behind a noun ("мэр Мелитополя"), by
themselves, at the beginning of a sentence, and where surnames end like them."""
OFTEN_NAMED = "settlement:"
"""With which the ids of places begin that were added by hand since reports name them."""
_TO_CONTROL = 4
"""Words: "не находится под контролем"."""
_TOPONYM = re.compile(
    r"(?:[іїоеєё]вка|ськ|цьк|[^и]ск|пол[ья]|піль|город|янка|инка|[ії]вці|ичі|ське|ское|[^ни]ов[ео])$"
).search
"""Few words and people end like these."""
_SURNAME = re.compile(r"(?:[оеё]в|[иыії]н|[оеё]ва|[иі]на|[сц]ь?кий|енко|[уюч]к|ич)$").search

_SURNAME_IN_CASE = re.compile(r"(?:[оеёє]в|[иыії]н)(?:[аеуиі]|ой|ою|[иы]м)$").search
_ADJECTIVE_END = re.compile(r"(?:[ыи]й|[оеь]?го|[оеь]?му|[ыиі]м|[оі][мйї]|[ая]я|[уюо][юе]|[ыиі][ехї]|[ыи]ми|[аеі])$")


@dataclass(frozen=True, slots=True)
class Named:
    """Words that spell a name of the gazetteer, and what they were led back to."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    adjective: bool = False
    """ "Russian", "Харківська бригада"."""
    taken: bool = False
    by_size: bool = False
    """Is it taken only because it is well known?"""


class Judge:
    """Judges the names of one sentence."""

    def __init__(self, signs: Signs, gazetteer: Gazetteer) -> None:
        self._signs, self._gazetteer, self._language = signs, gazetteer, signs.language

    def judged(self, name: Named, inflected: bool) -> Named:
        """`name`, taken if the words around it, or its size, speak for a place."""
        signs = self._signs
        if signs.is_introduced(name.first) or (signs.is_republic(name.first) and _is_region(name.entries)):
            return replace(name, taken=True)
        if self._language in WITH_CASES and self._is_street(name):
            return name
        surface = " ".join(word.text for word in signs.words[name.first : name.last + 1]).lower()
        if self.is_other(name) or surface in _common(self._language) or self._is_plain(name, surface):
            return name
        if surface.isascii() and self._language in WITH_CASES:
            return replace(name, taken=any(_is_great(entry, _GREAT_POPULATION) for entry in name.entries))
        if self._has_region(name):
            return replace(name, taken=True)
        if signs.is_placed(name.first) or (self._is_taken_ground(name) and not self._may_be_person(name, surface)):
            near = any(e.country in NEIGHBOURS or e.population >= _KNOWN_POPULATION for e in name.entries)
            return replace(name, taken=near or any(_is_great(entry, _STRONG_POPULATION) for entry in name.entries))
        if self._language in WITH_CASES and self._is_near_home(name, surface, inflected):
            return replace(name, taken=True, by_size=not signs.is_led(name.first) and not is_often_named(name))
        own = self._language in WITH_CASES and not inflected
        least = _STRONG_POPULATION if own else _GREAT_POPULATION
        great = surface not in self._people() and any(
            _is_great(entry, least) and (own or self._language == "en" or _people(entry) >= _STRONG_POPULATION)
            for entry in name.entries
        )
        return replace(name, taken=great, by_size=great)

    def _is_plain(self, name: Named, surface: str) -> bool:
        """ "Северный", "Красная": an adjective by itself; "Українська ППО", but not the town in "в Українську"."""
        bare = _ADJECTIVE_END.sub("", surface)
        if surface[:-1] in listed(self._language, "words", "peoples"):
            return name.first == name.last and not self._signs.is_placed(name.first)
        return bare != surface and bare in listed(self._language, "words", "plain")

    def _is_street(self, name: Named) -> bool:
        """ "на Ильинке": a town has "на" only with the accusative, "наступление на Ильинку"."""
        signs = self._signs
        if signs.opener(name.first) != "на" or any(each.kind is not PlaceKind.SETTLEMENT for each in name.entries):
            return False
        last = signs.words[name.last].text
        accusative = name.key.endswith(last) or (name.key[-1] in "ая" and last[-1] in "ую")
        return not accusative and not name.key.isascii()

    def _people(self) -> frozenset[str]:
        """Given names that towns bear too."""
        return listed(self._language, "words", "people")

    def _may_be_person(self, name: Named, surface: str) -> bool:
        return surface in self._people() or _SURNAME(surface) is not None

    def _is_taken_ground(self, name: Named) -> bool:
        """ "Курахово освобождено", "Гома не взята", "Соледар не находится под контролем": who holds it is told."""
        after = self._signs.words[name.last + 1 : name.last + 1 + _TO_CONTROL]
        told = (word.text.lower() for word in takewhile(lambda word: not word.gap.strip(), after))
        return any(is_spoken(self._language, "verbs", "held", word) for word in told)

    def _is_near_home(self, name: Named, surface: str, inflected: bool) -> bool:
        """Is it a town of a neighbour of a size that the words before it ask for, and no surname?"""
        signs = self._signs
        if surface in self._people():
            return False
        opener = signs.opener(name.first)
        if signs.is_led(name.first):
            least = _LED_POPULATION
        elif inflected and opener and cases_of(self._language, opener) == (None,) and not signs.words[name.first].first:
            least = _OWNED_POPULATION
        elif signs.words[name.first].first:
            least = _STRONG_POPULATION if inflected else _FIRST_POPULATION
        else:
            least = _BARE_POPULATION if inflected else _OWNED_POPULATION
        is_town = not inflected and (_TOPONYM(surface) is not None or is_often_named(name))
        if name.first == name.last and not is_town and (_SURNAME(name.key.lower()) or _SURNAME_IN_CASE(surface)):
            moved = signs.is_led(name.first) and opener not in listed(self._language, "prepositions", "personal")
            least = max(least, _KNOWN_POPULATION if moved else _SURNAMED_POPULATION)
        elif is_town or _TOPONYM(name.key.lower()) is not None or self._is_taken_ground(name):
            least = _LED_POPULATION
        towns = (e for e in name.entries if e.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.AREA))
        return any(e.country in NEIGHBOURS and e.match is not Match.SKELETON and _people(e) >= least for e in towns)

    def is_other(self, name: Named) -> bool:
        """Is it a person, a body, a ship, or an adjective?"""
        signs, first, last = self._signs, name.first, name.last
        if signs.is_bearer(first, last) or signs.is_quoted(first, last) or signs.is_described(last):
            return True
        if self._has_region(name):
            return signs.is_called(first)
        country = self._language in WITH_CASES and any(each.kind is PlaceKind.COUNTRY for each in name.entries)
        return not country and signs.is_person(first, last)

    def _has_region(self, name: Named) -> bool:
        """Does its region stand behind it: "Богданівці Луганської області", "Олешки (Херсонська область)"?"""
        behind = name.last + 1
        words = self._signs.words
        if behind >= len(words) or words[behind].gap.strip() not in ("", "(", ","):
            return False
        region = describe(self._signs, behind, self._gazetteer)
        return region is not None and region.unit


def is_often_named(name: Named) -> bool:
    """Is it a place that was added by hand since reports name it?"""
    return any(entry.id.startswith(OFTEN_NAMED) for entry in name.entries)


def is_party(entries: Sequence[Entry]) -> bool:
    """Is it the name of a country, a capital or a continent, which may stand for those who act?"""
    return any(
        e.kind is PlaceKind.COUNTRY or e.capital or (e.kind is PlaceKind.AREA and e.country is None) for e in entries
    )


def _is_region(entries: Sequence[Entry]) -> bool:
    return any(entry.kind in (PlaceKind.ADMIN1, PlaceKind.AREA) for entry in entries)


def _people(entry: Entry) -> int:
    """Inhabitants; a region is as well known as a city, and so is a village of which much is reported as a town."""
    if entry.id.startswith(OFTEN_NAMED):
        return max(entry.population, _OWNED_POPULATION)
    return entry.population if entry.kind is PlaceKind.SETTLEMENT else max(entry.population, _GREAT_POPULATION)


def _common(language: str) -> frozenset[str]:
    return listed(language, "words", "common") | listed("en", "words", "never") | _PHRASES


_PHRASES = frozenset(lexicon("en", "place")["words"]["never_phrases"])


def _is_great(entry: Entry, least: int) -> bool:
    if entry.match is Match.SKELETON or entry.kind in (PlaceKind.WATER, PlaceKind.ADMIN2):
        return False
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) or entry.capital:
        return True
    known = entry.country in NEIGHBOURS or entry.match is not Match.ALTERNATE
    return entry.population >= (least if known else 4 * least)

"""Places that an adjective names: "Покровського напрямку", "Харківська бригада", "Одеський порт", "Черное море"."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.name_cases import base_forms, towns_of
from reportedly.annotate.plain_signs import Signs
from reportedly.annotate.plain_words import Word, is_spoken
from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.lexicon import lexicon

NEIGHBOURS = frozenset({"UA", "RU", "BY", "MD"})
"""Where names in Cyrillic letters are a place's own."""
_CITY_WEIGHT = 1_000_000
"""What weighs so much, a neighbour's town of 100,000 people, has quarters."""
_KINDS = (
    ("обл", "область"),
    ("р-н", "район"),
    ("район", "район"),
    ("кра", "край"),
    ("мор", "море"),
    ("народн", "народная республика"),
    ("напрям", "напрямок"),
    ("направл", "направление"),
)


@dataclass(frozen=True, slots=True)
class Described:
    """What the adjective names."""

    key: str
    whole: bool
    """Does the name go on to the noun: "Курская область"?"""
    attribute: bool
    """Does it only say whose or which something is?"""
    unit: bool = False
    """Is it a region, a district, a community?"""


def describe(signs: Signs, first: int, gazetteer: Gazetteer) -> Described | None:
    """The region, sector, body, building or sea to which the adjective at `first` belongs; None if to none known."""
    language = signs.language
    noun = signs.noun_of(first) if language in WITH_CASES else None
    if noun is None:
        return None
    kind, beside = noun.text.lower(), noun is signs.words[first + 1]
    ground = any(is_spoken(language, "nouns", name, kind) for name in ("sector", "ground"))
    water = is_spoken(language, "nouns", "water", kind)
    body = beside and is_spoken(language, "nouns", "body", kind)
    if not (ground or water or body or is_spoken(language, "nouns", "facility", kind)):
        return None
    if (ground or water) and (key := _region(signs, first, noun, gazetteer)) is not None:
        sector = is_spoken(language, "nouns", "sector", kind)  # "Волинський напрямок": a direction, no region itself
        return Described(key, whole=beside and not sector, attribute=False, unit=not sector)
    if water:
        return None
    if beside and (site := _alias(signs, first, noun)) is not None:
        return Described(site, whole=True, attribute=False)
    if _is_quarter(signs, first, noun, gazetteer) or (not ground and signs.is_opened(first)):
        return None
    town = town_of(signs.words[first].text, language, gazetteer)
    unit = beside and is_spoken(language, "nouns", "ground", kind)
    return None if town is None else Described(town, whole=False, attribute=body and not ground, unit=unit)


def _is_quarter(signs: Signs, first: int, noun: Word, gazetteer: Gazetteer) -> bool:
    """ "в Киевском районе Харькова": a quarter that is called after another place."""
    if not noun.text.lower().startswith(("район", "р-н")):
        return False
    if is_spoken(signs.language, "words", "quarters", signs.words[first].text.lower()):
        return True
    following = signs.after(next(at for at in range(first, len(signs.words)) if signs.words[at] is noun))
    if following is None or not following.is_name:
        return False
    forms = base_forms(signs.language, following.text, "genitive")[1:]
    return any(weigh(gazetteer.find(form)) >= _CITY_WEIGHT for form in forms if gazetteer.knows(form))


def town_of(adjective: str, language: str, gazetteer: Gazetteer) -> str | None:
    """The town that an adjective is made of, the greatest if it may be several."""
    towns = [town for town in towns_of(language, adjective) if gazetteer.knows(town)]
    return max(towns, key=lambda town: weigh(gazetteer.find(town)), default=None)


def _alias(signs: Signs, first: int, noun: Word) -> str | None:
    """Where something stands that is called after another place: "Запорізька АЕС"."""
    named = f"{signs.words[first].text} {noun.text}"
    aliases = lexicon(signs.language, "place")["aliases"]
    return next((str(aliases[form]) for form in base_forms(signs.language, named, None) if form in aliases), None)


def _region(signs: Signs, first: int, noun: Word, gazetteer: Gazetteer) -> str | None:
    """The gazetteer's name of what adjective and noun name together."""
    named = f"{signs.words[first].text} {_kind(noun.text.lower())}"
    aliases = lexicon(signs.language, "place")["aliases"]
    for form in base_forms(signs.language, named, None):
        alias = aliases.get(form, form)
        if gazetteer.knows(alias):
            return str(alias)
    return None


def _kind(word: str) -> str:
    """The noun of which `word` is a case or a short form."""
    return next((kind for start, kind in _KINDS if word.startswith(start)), word)


def weigh(entries: Sequence[Entry]) -> int:
    """How well known the places of a name are: the more, the likelier that the name is meant."""
    kinds = {PlaceKind.COUNTRY: 10**9, PlaceKind.AREA: 10**6, PlaceKind.ADMIN1: 10**6}
    weights = (kinds.get(each.kind, each.population) * (10 if each.country in NEIGHBOURS else 1) for each in entries)
    return max(weights, default=0)

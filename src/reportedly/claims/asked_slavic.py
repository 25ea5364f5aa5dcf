"""What the words beside a name in Russian or Ukrainian say that it is: a region, a town, a direction of the front."""

import re
from functools import cache

from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import PlaceKind
from reportedly.reference.lexicon import lexicon

LANGUAGES = ("ru", "uk")
TOWN_BEFORE = (
    r"(?:(?:г|м|с|п|пгт|смт|н\.\s?п)\.?\s*|(?:город|міст|сел|сёл|селищ|поселк|посёлк|деревн|хутор|станиц|населенн|населённ|населен|пункт|"
    r"столиц)\w*\s+|(?:\w+)?(?:оккупированн|окупован|подконтрольн|підконтрольн|захваченн|захоплен)\w*\s+)*[«\"„“]*"
)
"""Words that may stand between those of a relation and the town's name, as a pattern."""
_TOWN = re.compile(
    r"(?:\b(?:город|міст|сел|сёл|селищ|поселк|посёлк|посёлок|поселок|деревн|хутор|хутір|станиц)\w*\s+|\b(?:г|м|с|пгт|смт|н\.\s?п)\.\s*|\b(?:пгт|смт|нп)\s+)[«\"„“]?$",
    re.IGNORECASE,
)
_REPUBLIC = re.compile(r"\b(?:республи\w+|республі\w+|ар|арк)\s+$", re.IGNORECASE)
_NEXT = re.compile(r"\s+([\w-]+)")
_SHARED = re.compile(r"(?:\s*(?:,|,?\s+(?:и|й|і|та))\s*[А-ЯЁІЇЄҐ][\w’'ʼ-]+){0,6}\s+(?:([а-яёіїєґ]+)\s+)?([а-яёіїєґ-]+)")
"""What follows a name, or the list that it begins: "Донецкой и Луганской областей"."""
_DIRECTION_OF = re.compile(r"\b(?:направлени[еию]|напрямк[уи]|напрям[іку]?|участк\w+)\s+(?:на\s+)?$", re.IGNORECASE)
_REGION_NAME = re.compile(r"щин(?:а|и|і|у|ою|е|ы|ой)$", re.IGNORECASE)
_KINDS = (
    ("област", PlaceKind.ADMIN1), ("обл", PlaceKind.ADMIN1), ("край", PlaceKind.ADMIN1), ("края", PlaceKind.ADMIN1),
    ("крае", PlaceKind.ADMIN1), ("краю", PlaceKind.ADMIN1), ("краї", PlaceKind.ADMIN1), ("республик", PlaceKind.ADMIN1), ("регион", PlaceKind.ADMIN1),
    ("регіон", PlaceKind.ADMIN1), ("район", PlaceKind.ADMIN2), ("р-н", PlaceKind.ADMIN2), ("громад", PlaceKind.ADMIN2),
    ("округ", PlaceKind.ADMIN2),
)  # fmt: skip
_SHORT_KINDS = {"тг": PlaceKind.ADMIN2}


def asked_kind(text: str, name: PlaceName) -> PlaceKind | None:
    """The kind of place that the words beside the name, or in it, ask for: "Харьковская область", "город Харьков"."""
    if name.key.lower() in _areas():
        return PlaceKind.AREA
    for word in (name.key.split()[-1], name.text.split()[-1]):
        if (kind := kind_of(word)) is not None and " " in (name.key if word in name.key else name.text):
            return kind
    if _REGION_NAME.search(name.text):
        return PlaceKind.ADMIN1
    before = text[max(0, name.start - 24) : name.start]
    if _REPUBLIC.search(before):
        return PlaceKind.ADMIN1
    return PlaceKind.SETTLEMENT if _TOWN.search(before) else None


def is_unit(text: str, name: PlaceName) -> bool:
    """Is it a region, a district, a community: "в Покровском районе", called after its town?"""
    if asked_kind(text, name) in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA):
        return True
    following = _NEXT.match(text, name.end)
    return following is not None and kind_of(following.group(1)) is not None


def kind_of(word: str) -> PlaceKind | None:
    """The kind of unit that a noun in any case says: "областях" the first level, "районі" the second."""
    said = word.lower()
    return _SHORT_KINDS.get(said) or next((kind for start, kind in _KINDS if said.startswith(start)), None)


def says_sector(text: str, name: PlaceName) -> bool:
    """Is the name that of a direction of the front: "на Лиманському та Сіверському напрямках"?"""
    match = _SHARED.match(text, name.end)
    if match is not None and any(word and word.lower() in _sectors() for word in match.groups()):
        return True
    first = _NEXT.match(text, name.end)
    if first is not None and first.group(1).lower() in _sectors():
        return True
    return _DIRECTION_OF.search(text[max(0, name.start - 30) : name.start]) is not None


@cache
def _sectors() -> frozenset[str]:
    return frozenset(word for each in LANGUAGES for word in lexicon(each, "place")["nouns"]["sector"].split())


@cache
def _areas() -> frozenset[str]:
    """Names that always mean the area, though a village bears them too."""
    return frozenset(word for each in LANGUAGES for word in lexicon(each, "place")["areas"]["names"].split())

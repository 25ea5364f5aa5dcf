"""Under which keys a place is entered in a gazetteer."""

import re
from collections.abc import Iterable, Sequence

from reportedly.reference.entry import Match, better_match
from reportedly.reference.spelling import fold, romanise, skeleton
from reportedly.reference.transliteration import latinise

# Where GeoNames' own names are scholarly romanisations ("Khān Yūnis"), its plain form is what reporting prints.
ROMANISED_COUNTRIES = frozenset("AE AF AM BH DZ EG GE IL IN IQ IR JO KW LB LY MM MR OM PK PS QA SA SD SY TN YE".split())
LEAST_LETTERS = 3
"""Shorter names of towns ("Us", "Y") are words first."""
BARE_FROM = 20_000
BARE_LETTERS = 5
_LONGEST_NAME = 200
_ARTICLE = re.compile(r"^A[ldhnrstz]h?[ -](?=[A-Z`'])")
_CODE = re.compile(r"[A-Z]{3,4}$")
_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ԯ’'ʼ]+")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэёъ]", re.IGNORECASE)
_LANGUAGES = {"UA": "uk", "RU": "ru", "BY": "ru"}
"""In which a country's lists write Cyrillic names."""

_UNIT_WORDS = (
    "autonomous republic of|autonomous oblast|autonomous region|autonomous republic|special administrative region|"
    "region of|province of|state of|republic of|department of|district of|county of|governorate of|"
    "oblast[’']?|region|province|governorate|district|rayon|raion|krai|kray|okrug|county|parish|prefecture|"
    "department|municipality|municipio|territory|city|division|canton|state|republic|voivodeship|borough"
)
_UNIT = re.compile(rf"^(?:{_UNIT_WORDS}) (?=\S)|(?<=\S) (?:{_UNIT_WORDS})$", re.IGNORECASE)


def bare_admin_name(name: str) -> str:
    """`name` without the word for its kind: "Kupiansk Raion" is asked for as "Kupiansk district" too."""
    bare = _UNIT.sub("", name).strip()
    return bare if len(bare) > 2 else name


def without_article(name: str, country: str, population: int) -> str | None:
    """ "Hasakah" of "Al Hasakah": reporting leaves the article out where the town is known."""
    bare = _ARTICLE.sub("", name)
    known = country in ROMANISED_COUNTRIES and population >= BARE_FROM
    return bare if known and bare != name and len(bare) >= BARE_LETTERS else None


def in_latin(name: str, country: str | None = None) -> str:
    """A Cyrillic name as a Latin text prints it, "Новий-Двір" as "Novyi-Dvir"; any other as it is."""
    if not _CYRILLIC.search(name):
        return name
    written = latinise(name, _LANGUAGES.get(country or "", ""))
    return written or _CYRILLIC_WORD.sub(lambda word: romanise(word.group()).capitalize(), name)


def spell_out(name: str, language: str | None = None) -> list[str]:
    """How Latin texts may print a name in other letters, by its language or else by what its letters allow."""
    if name.isascii():
        return []
    languages = [language] if language else _languages_of(name)
    return [written for each in languages if (written := latinise(name, each)) and written != name]


def _languages_of(name: str) -> Sequence[str]:
    """Ukrainian, Russian, or both where no letter tells; none for other Cyrillic, which has letters of both."""
    if not _CYRILLIC.search(name):
        return ()
    ukrainian, russian = _UKRAINIAN.search(name), _RUSSIAN.search(name)
    if ukrainian and russian:
        return ()
    return ("uk",) if ukrainian else ("ru",) if russian else ("uk", "ru")


def list_keys(names: Iterable[tuple[str, Match]], slavic: bool) -> dict[str, Match]:
    """Every key of an entry with the best match that leads to it.

    Args:
        names: the entry's names; three or four capitals are an airport's code, unless they are the first name.
        slavic: whether other romanisations are to find it too; such a key begins with `-`, which no folded name does.
    """
    keys: dict[str, Match] = {}
    for number, (name, match) in enumerate(names):
        if len(name) > _LONGEST_NAME or "://" in name or (number and _CODE.match(name)):
            continue
        _keep(keys, fold(name), match)
        if _CYRILLIC.search(name):
            _keep(keys, romanise(name), match)
        if slavic and (bones := skeleton(name)):
            keys.setdefault(f"-{bones}", Match.SKELETON)
    return keys


def _keep(keys: dict[str, Match], key: str, match: Match) -> None:
    if len(key) < (LEAST_LETTERS if key.isascii() else LEAST_LETTERS - 1):
        return
    keys[key] = better_match(match, keys.get(key, match))

"""Which names of a place go into the gazetteer, and under which keys."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.reference.gazetteer import KINDS, SKELETON_COUNTRIES, Match, PlaceKind
from reportedly.reference.outlines import distance_km
from reportedly.reference.spelling import fold, skeleton

# Where the conflicts are that people read about, every name is kept, however small the place.
FULL_COUNTRIES = frozenset(
    "UA RU BY MD PL SD SS TD CF LY EG IL PS LB SY JO IQ IR YE SA AF PK IN BD MM TH AM AZ GE TR CD RW UG BI ET ER SO KE"
    " ML NE BF NG CM MZ HT CO VE MX RS XK BA".split()
)
# Where GeoNames' own names are scholarly romanisations ("Khān Yūnis"), its plain form is what reporting prints.
ROMANISED_COUNTRIES = frozenset("AE AF AM BH DZ EG GE IL IN IQ IR JO KW LB LY MM MR OM PK PS QA SA SD SY TN YE".split())
SETTLEMENT = KINDS.index(PlaceKind.SETTLEMENT)
_SAME_KM = 8.0
MANY_NAMES_FROM = 5_000
CYRILLIC_FROM = 50_000
LEAST_LETTERS = 3
"""Shorter names of towns ("Us", "Y") are words first; a country's "US" is entered by hand."""
BARE_FROM = 20_000
BARE_LETTERS = 5
_ARTICLE = re.compile(r"^A[ldhnrstz]h?[ -](?=[A-Z`'])")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻ-ʿ’'`´ .\-/]+$")
_CYRILLIC = re.compile(r"[Ѐ-ӿ’' .\-ʼ]+$")
_CODE = re.compile(r"[A-Z]{3,4}$")

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


def kept_alternates(name: str, alternates: Sequence[str], country: str, population: int, capital: bool) -> list[str]:
    """Those of `alternates` that a text in Latin or Cyrillic letters may use."""
    full = country in FULL_COUNTRIES or capital
    kept, seen = [], {fold(name)}
    for other in alternates:
        if len(other) < 3 or _CODE.match(other) or fold(other) in seen:
            continue
        latin = _LATIN.match(other) and (full or population >= MANY_NAMES_FROM)
        cyrillic = _CYRILLIC.match(other) and (full or population >= CYRILLIC_FROM)
        if latin or cyrillic:
            seen.add(fold(other))
            kept.append(other)
    return kept


def without_article(name: str, country: str, population: int) -> str | None:
    """ "Hasakah" of "Al Hasakah": reporting leaves the article out where the town is known."""
    bare = _ARTICLE.sub("", name)
    known = country in ROMANISED_COUNTRIES and population >= BARE_FROM
    return bare if known and bare != name and len(bare) >= BARE_LETTERS else None


class NameTable:
    """Keys of entries, each under the best match that leads to it."""

    def __init__(self) -> None:
        self._matches: dict[tuple[str, int], Match] = {}
        self._skeletons: dict[str, set[int]] = defaultdict(set)

    def add(self, entry: int, name: str, match: Match, country: str | None) -> None:
        """Enter `name`; a Slavic name under its skeleton too."""
        if len(key := fold(name)) >= LEAST_LETTERS or country is None:
            known = self._matches.get((key, entry))
            if known is None or known is Match.ALTERNATE or match is Match.EXACT:
                self._matches[key, entry] = match
        if country in SKELETON_COUNTRIES and (bones := skeleton(name)):
            self._skeletons[bones].add(entry)

    def settlement_near(self, base: sqlite3.Connection, name: str, lat: float, lon: float) -> int | None:
        """The settlement that bears `name` within a few kilometres, if the base data hold it after all."""
        for key, entry in self._matches:
            if key == fold(name) and entry > 0:
                row = base.execute("SELECT lat, lon, kind FROM entry WHERE key = ?", (entry,)).fetchone()
                if row[2] == SETTLEMENT and distance_km(lat, lon, row[0] / 1e5, row[1] / 1e5) < _SAME_KM:
                    return entry
        return None

    def rows(self, order: Sequence[Match]) -> Iterator[tuple[str, int, int]]:
        """Rows of the table `name`; a skeleton's key begins with `-`, which no folded name does."""
        for (key, entry), match in self._matches.items():
            yield key, order.index(match), entry
        for bones, entries in self._skeletons.items():
            for entry in entries:
                yield f"-{bones}", order.index(Match.SKELETON), entry

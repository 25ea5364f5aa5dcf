"""Which names of a place go into the gazetteer, and under which keys."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.reference.gazetteer import KINDS, SKELETON_COUNTRIES, Match, PlaceKind
from reportedly.reference.outlines import distance_km
from reportedly.reference.place_keys import LEAST_LETTERS
from reportedly.reference.spelling import fold, skeleton

# Where the conflicts are that people read about, every name is kept, however small the place.
FULL_COUNTRIES = frozenset(
    "UA RU BY MD PL SD SS TD CF LY EG IL PS LB SY JO IQ IR YE SA AF PK IN BD MM TH AM AZ GE TR CD RW UG BI ET ER SO KE"
    " ML NE BF NG CM MZ HT CO VE MX RS XK BA".split()
)
SETTLEMENT = KINDS.index(PlaceKind.SETTLEMENT)
_SAME_KM = 8.0
MANY_NAMES_FROM = 5_000
CYRILLIC_FROM = 50_000
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻ-ʿ’'`´ .\-/]+$")
_CYRILLIC = re.compile(r"[Ѐ-ӿ’' .\-ʼ]+$")
_CODE = re.compile(r"[A-Z]{3,4}$")


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

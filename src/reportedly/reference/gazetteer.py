"""Names to places: a read-only file of settlements, regions, countries, informal areas and waters.

Names and points are GeoNames' (CC BY 4.0), borders Natural Earth's (public domain); `scripts/build_gazetteer.py`
builds the file. No name and no border in it says whose a territory is.
"""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from reportedly.reference.lexicon import lexicon
from reportedly.reference.outlines import KM_PER_DEGREE, distance_km
from reportedly.reference.sound_laws import likeness
from reportedly.reference.spelling import fold, near_skeletons, skeleton

SKELETON_COUNTRIES = frozenset({"UA", "RU", "BY", "MD"})
"""Where names reach English by two languages' romanisations."""

LEAST_LIKENESS = 80.0
"""Per cent. Two names that sound less alike are two names; `benchmarks/spellings.py` measures it."""
_CACHED_NAMES = 32768


class PlaceKind(StrEnum):
    """What an entry is."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    SETTLEMENT = "settlement"
    AREA = "area"
    """An informal, historical or self-declared region."""
    WATER = "water"
    """A river, sea or reservoir: it has a name but no point."""


class Match(StrEnum):
    """How a name led to an entry, the best first."""

    EXACT = "exact"
    """The entry's own name."""
    FOLDED = "folded"
    """The entry's own name but for case, accents and apostrophes."""
    ALTERNATE = "alternate"
    RENAMED = "renamed"
    """A former name, or one that a party to a conflict uses."""
    SKELETON = "skeleton"
    """Another romanisation."""


MATCHES: Sequence[Match] = tuple(Match)
"""The numbers under which the file keeps them."""
KINDS: Sequence[PlaceKind] = tuple(PlaceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the gazetteer, found under a name."""

    id: str
    """Gazetteer and number: `geonames:704508`; `area:donbas` for what was written by hand."""
    name: str
    kind: PlaceKind
    lat: float | None
    """WGS 84 degrees, north positive. None for what has no point, such as a river."""
    lon: float | None
    country: str | None
    """ISO 3166 alpha-2 as GeoNames files it, upper case. None for what lies in several."""
    admin1: str | None
    """GeoNames' code, such as `UA.05`."""
    admin2: str | None
    population: int
    """Inhabitants; 0 if unknown."""
    radius_km: float | None
    """Extent of a region. None for a settlement."""
    match: Match
    note: str = ""
    """What a reader should know about the name: who uses it, what it stands for."""
    capital: bool = False


class Gazetteer:
    """The gazetteer's file, open for reading."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base
        self._lookup = lru_cache(maxsize=_CACHED_NAMES)(self._find)
        self._entries = lru_cache(maxsize=_CACHED_NAMES)(self._entry_of)
        self._known = lru_cache(maxsize=_CACHED_NAMES)(self._knows)

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """Open the gazetteer at `path`; by default the one in the package, opened once for the process.

        Raises:
            sqlite3.OperationalError: if there is no such file.
        """
        return _packed() if path is None else cls(_connect(path))

    @cached_property
    def version(self) -> str:
        """Which data it was built from, such as `cities500-2023-03`."""
        return self._meta("version")

    @cached_property
    def credits(self) -> str:
        """Whose the data are."""
        return self._meta("credits")

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every entry that bears `name`; only if there is none, those that another romanisation leads to.

        Returns:
            The best matches first, more inhabitants before fewer.
        """
        return self._lookup(name)

    def knows(self, name: str) -> bool:
        """Is there an entry by this very name, case, accents and apostrophes left aside?"""
        return self._known(fold(name))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry whose `Entry.id` this is."""
        return self._entries(entry_id)

    def _entry_of(self, entry_id: str) -> Entry | None:
        source, _, number = entry_id.partition(":")
        if source == "geonames":
            rows = self.base.execute(f"SELECT {_COLUMNS} FROM entry WHERE key = ?", (int(number),))
        else:
            rows = self.base.execute(f"SELECT {_COLUMNS} FROM entry WHERE slug = ?", (entry_id,))
        row = rows.fetchone()
        return None if row is None else _entry(row, Match.EXACT)

    def nearby(self, lat: float, lon: float, km: float) -> tuple[Entry, ...]:
        """Settlements within `km` of a point, the nearest first."""
        high = km / KM_PER_DEGREE
        wide = min(180.0, high / max(0.01, math.cos(math.radians(lat))))
        box = (_scaled(lat - high), _scaled(lat + high), _scaled(lon - wide), _scaled(lon + wide))
        query = f"SELECT {_COLUMNS} FROM entry WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND kind = ?"
        rows = self.base.execute(query, (*box, KINDS.index(PlaceKind.SETTLEMENT)))
        found = [_entry(row, Match.EXACT) for row in rows]
        ranked = [(distance_km(lat, lon, each.lat or 0.0, each.lon or 0.0), each.id, each) for each in found]
        return tuple(each for away, _, each in sorted(ranked, key=lambda rank: rank[:2]) if away <= km)

    def country_of_adjective(self, word: str) -> str | None:
        """The country of "Ukrainian", "Israelis", "Frenchman"; None for any other word. ISO 3166 alpha-2."""
        return _demonyms().get(fold(word))

    def capital(self, country: str) -> Entry | None:
        """The seat of a country's government, whose name may stand for it. `country` is ISO 3166 alpha-2."""
        return self._capitals.get(country.upper())

    def country(self, code: str) -> Entry | None:
        """The country with this ISO 3166 alpha-2 code."""
        return self._units[PlaceKind.COUNTRY].get(code.upper())

    def admin1(self, code: str) -> Entry | None:
        """The first-level unit with this GeoNames code, such as `UA.05`."""
        return self._units[PlaceKind.ADMIN1].get(code)

    @cached_property
    def _units(self) -> dict[PlaceKind, dict[str, Entry]]:
        """Countries and first-level units by their codes: they are asked for at every turn."""
        found: dict[PlaceKind, dict[str, Entry]] = {PlaceKind.COUNTRY: {}, PlaceKind.ADMIN1: {}}
        for kind, units in found.items():
            for row in self.base.execute(f"SELECT {_COLUMNS} FROM entry WHERE kind = ?", (KINDS.index(kind),)):
                each = _entry(row, Match.EXACT)
                code = each.admin1 if kind is PlaceKind.ADMIN1 else each.country
                if code:
                    units.setdefault(code, each)
        return found

    @cached_property
    def _capitals(self) -> dict[str, Entry]:
        rows = self.base.execute(f"SELECT {_COLUMNS} FROM entry WHERE capital = 1 ORDER BY population")
        return {each.country: each for row in rows if (each := _entry(row, Match.EXACT)).country}

    def _meta(self, name: str) -> str:
        row = self.base.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0])

    def _knows(self, key: str) -> bool:
        return self.base.execute("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def _find(self, name: str) -> tuple[Entry, ...]:
        found = [_as_asked(row[:-1], MATCHES[row[-1]], name) for row in self._named(fold(name))]
        if not found:
            return self.find_like(name)
        return tuple(sorted(found, key=lambda each: (MATCHES.index(each.match), -each.population, each.id)))

    def find_like(self, name: str) -> tuple[Entry, ...]:
        """Entries that another romanisation of `name` leads to, the likest first.

        Those of its own skeleton; only if none of them sounds like it, those of a near one.
        """
        bones = skeleton(name)
        if bones is None:
            return ()
        return self._likest(name, (bones,)) or self._likest(name, near_skeletons(bones))

    def _likest(self, name: str, skeletons: Sequence[str]) -> tuple[Entry, ...]:
        rows = (row for bones in skeletons for row in self._named(f"-{bones}"))
        entries = dict.fromkeys(_entry(row[:-1], Match.SKELETON) for row in rows)
        alike = [(likeness(name, each.name), each) for each in entries]
        ranked = sorted(alike, key=lambda pair: (-pair[0], -pair[1].population, pair[1].id))
        return tuple(each for like, each in ranked if like >= LEAST_LIKENESS)

    def _named(self, key: str) -> list[Any]:
        columns = ", ".join(f"e.{column}" for column in _COLUMNS.split(", "))
        query = f"SELECT {columns}, n.match FROM name n JOIN entry e ON e.key = n.entry WHERE n.key = ?"
        return self.base.execute(query, (key,)).fetchall()


_COLUMNS = "key, slug, name, kind, lat, lon, country, admin1, admin2, population, radius_km, note, capital"


@cache
def _packed() -> Gazetteer:
    with as_file(files("reportedly.reference") / "data" / "gazetteer.sqlite") as path:
        return Gazetteer(_connect(path))


def _connect(path: Path) -> sqlite3.Connection:
    """Read-only, and without the locks of a file that may change."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _scaled(degrees: float) -> int:
    return round(degrees * 100_000)


def _entry(row: Sequence[Any], match: Match) -> Entry:
    key, slug, name, kind, lat, lon, country, admin1, admin2, population, radius_km, note, capital = row
    return Entry(
        id=slug or f"geonames:{key}",
        name=name,
        kind=KINDS[kind],
        lat=None if lat is None else lat / 100_000,
        lon=None if lon is None else lon / 100_000,
        country=country,
        admin1=f"{country}.{admin1}" if admin1 else None,
        admin2=f"{country}.{admin1}.{admin2}" if admin2 else None,
        population=population,
        radius_km=radius_km,
        match=match,
        note=note or "",
        capital=bool(capital),
    )


def _as_asked(row: Sequence[Any], match: Match, asked: str) -> Entry:
    """The entry with the match that the spelling of `asked` earns it."""
    entry = _entry(row, match)
    if match is not Match.EXACT or entry.name.casefold() == asked.casefold():
        return entry
    return _entry(row, Match.FOLDED if fold(entry.name) == fold(asked) else Match.ALTERNATE)


@cache
def _demonyms() -> dict[str, str]:
    words: dict[str, str] = {}
    for country, spoken in lexicon("en", "place")["demonyms"].items():
        for word in spoken.split(", "):
            words.setdefault(fold(word), country)
    return words

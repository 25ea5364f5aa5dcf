"""Names to places: a read-only file of settlements, regions, countries, informal areas and waters, and what users add.

Names and points are GeoNames' (CC BY 4.0), borders Natural Earth's (public domain); `scripts/build_gazetteer.py`
builds the file. No name and no border in it says whose a territory is. `importing.py` writes the files that users add.
"""

import math
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.reference.entry import (
    COLUMNS,
    IMPORTED_IDS,
    KINDS,
    MATCHES,
    Entry,
    Match,
    PlaceKind,
    better_match,
    make_entry,
)
from reportedly.reference.home import gazetteers_folder, list_gazetteers, name_of
from reportedly.reference.lexicon import lexicon
from reportedly.reference.merging import merge_same
from reportedly.reference.place_file import PlaceFile
from reportedly.reference.sound_laws import likeness
from reportedly.reference.spelling import fold, near_skeletons, skeleton

__all__ = ["KINDS", "MATCHES", "SKELETON_COUNTRIES", "Entry", "Gazetteer", "Match", "PlaceKind"]

SKELETON_COUNTRIES = frozenset({"UA", "RU", "BY", "MD"})
"""Where names reach English by two languages' romanisations."""

LEAST_LIKENESS = 80.0
"""Per cent. Two names that sound less alike are two names; `benchmarks/spellings.py` measures it."""
SURE_LIKENESS = 92.0
"""Per cent. So alike, a name may be another language's for a place even where it is some place's own."""
_CACHED_NAMES = 32768
_CACHED_CELLS = 16384
_CELLS_PER_DEGREE = 2
_AROUND_DEG = 0.6
"""A point may have a thousand settlements around."""


class Gazetteer:
    """The gazetteer's files, open for reading: the packed base first, then what users imported, by name."""

    def __init__(self, base: PlaceFile, imports: Sequence[PlaceFile] = ()) -> None:
        self._base, self._imports, self._files = base, tuple(imports), (base, *imports)
        self._lookup = lru_cache(maxsize=_CACHED_NAMES)(self._find)
        self._entries = lru_cache(maxsize=_CACHED_NAMES)(self._entry_of)
        self._known = lru_cache(maxsize=_CACHED_NAMES)(self._knows)
        self._around = lru_cache(maxsize=_CACHED_CELLS)(self._countries_in)

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """Open the packed gazetteer together with the user's own.

        Args:
            path: a file made by an import, or a folder of such files, instead of the user's folder. A file
                that no import made is a whole gazetteer and stands for the packed one too.

        Raises:
            GazetteerError: if a file is missing, damaged or no gazetteer.
        """
        if path is not None and not path.is_dir():
            return _opened(_stamped([path]), in_home=False)
        found = list_gazetteers(gazetteers_folder() if path is None else path)
        if path is not None and not found:
            raise GazetteerError(str(path), "is a folder without gazetteers", None)
        return _opened(_stamped(found), in_home=path is None)

    @classmethod
    def open_packed(cls) -> "Gazetteer":
        """The packed gazetteer alone."""
        return _opened((), in_home=False)

    @property
    def base(self) -> sqlite3.Connection:
        """The packed file, which alone holds borders."""
        return self._base.connection

    @cached_property
    def version(self) -> str:
        """Which data it was built from, such as `cities500-2023-03`, and what was added: `+UA-2026-11`."""
        return "+".join(file.version for file in self._files)

    @cached_property
    def credits(self) -> str:
        """Whose the data are."""
        return " ".join(dict.fromkeys(file.credits for file in self._files))

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

    def origin(self, entry: Entry) -> str:
        """The version of the file whose row `entry` is."""
        rows = ((file, self._row_in(file, entry.id)) for file in self._files)
        return next((file.version for file, row in rows if row is not None), "")

    def _entry_of(self, entry_id: str) -> Entry | None:
        rows = (self._row_in(file, entry_id) for file in self._files)
        row = next((row for row in rows if row is not None), None)
        return None if row is None else make_entry(row, Match.EXACT)

    def _row_in(self, file: PlaceFile, entry_id: str) -> Sequence[Any] | None:
        source, _, number = entry_id.partition(":")
        if file is self._base and source in IMPORTED_IDS:
            return None
        return file.row(int(number)) if source == "geonames" else file.row_of_slug(entry_id)

    def countries_around(self, lat: float, lon: float) -> frozenset[str]:
        """The countries that have a settlement within some 60 km of a point, ISO 3166 alpha-2."""
        return self._around(round(lat * _CELLS_PER_DEGREE), round(lon * _CELLS_PER_DEGREE))

    def _countries_in(self, north: int, east: int) -> frozenset[str]:
        """The countries in and around one cell, numbered from the equator and the prime meridian."""
        lat, lon = north / _CELLS_PER_DEGREE, east / _CELLS_PER_DEGREE
        wide = _AROUND_DEG / max(0.1, math.cos(math.radians(lat)))
        box = (lat - _AROUND_DEG, lat + _AROUND_DEG, lon - wide, lon + wide)
        return frozenset(country for file in self._files for country in file.countries_in(*box))

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
        """Countries and first-level units by their codes: they are asked for at every turn. The base has them all."""
        found: dict[PlaceKind, dict[str, Entry]] = {PlaceKind.COUNTRY: {}, PlaceKind.ADMIN1: {}}
        for kind, units in found.items():
            for row in self._base.ask(f"SELECT {COLUMNS} FROM entry WHERE kind = ?", KINDS.index(kind)):
                each = make_entry(row, Match.EXACT)
                code = each.admin1 if kind is PlaceKind.ADMIN1 else each.country
                if code:
                    units.setdefault(code, each)
        return found

    @cached_property
    def _capitals(self) -> dict[str, Entry]:
        rows = self._base.ask(f"SELECT {COLUMNS} FROM entry WHERE capital = 1 ORDER BY population")
        return {each.country: each for row in rows if (each := make_entry(row, Match.EXACT)).country}

    def _knows(self, key: str) -> bool:
        query = "SELECT 1 FROM name WHERE key = ? LIMIT 1"
        # A list of alternate names may name what no file holds.
        return bool(self._base.ask(query, key)) or (bool(self._imports) and any(True for _ in self._named(key)))

    def _find(self, name: str) -> tuple[Entry, ...]:
        found = [_as_asked(row, match, name) for row, match in self._named(fold(name))]
        if not found:
            return self.find_like(name)
        if any(each.country in SKELETON_COUNTRIES for each in found):
            # "Pokrovskoye" is a village in Russia, and the Russian name of Pokrovske in Ukraine.
            known = {each.id for each in found}
            found += [
                each for each in self._likest(name, (skeleton(name) or "",), SURE_LIKENESS) if each.id not in known
            ]
        found = self._merged(found)
        return tuple(sorted(found, key=lambda each: (MATCHES.index(each.match), -each.population, each.id)))

    def find_like(self, name: str) -> tuple[Entry, ...]:
        """Entries that another romanisation of `name` leads to, the likest first.

        Those of its own skeleton; only if none of them sounds like it, those of a near one.
        """
        bones = skeleton(name)
        if bones is None:
            return ()
        return self._likest(name, (bones,), LEAST_LIKENESS) or self._likest(name, near_skeletons(bones), LEAST_LIKENESS)

    def _likest(self, name: str, skeletons: Sequence[str], least: float) -> tuple[Entry, ...]:
        rows = (row for bones in skeletons for row, _ in self._named(f"-{bones}"))
        entries = self._merged(list(dict.fromkeys(make_entry(row, Match.SKELETON) for row in rows)))
        alike = [(likeness(name, each.name), each) for each in entries]
        ranked = sorted(alike, key=lambda pair: (-pair[0], -pair[1].population, pair[1].id))
        return tuple(each for like, each in ranked if like >= least)

    def _merged(self, entries: list[Entry]) -> list[Entry]:
        return merge_same(entries) if self._imports else entries

    def _named(self, key: str) -> Iterator[tuple[Sequence[Any], Match]]:
        """Row and match of every entry under `key`; GeoNames' own number makes two files' entries one, the base's."""
        rows: dict[int, Sequence[Any]] = {}
        matches: dict[int, Match] = {}
        for file in self._files:
            for number, match, row in file.named(key):
                if number not in rows:
                    known = self._row_of_number(number) if number > 0 and file is not self._base else row
                    if known is None:
                        continue
                    rows[number] = known
                matches[number] = better_match(MATCHES[match], matches.get(number, MATCHES[match]))
        return ((row, matches[number]) for number, row in rows.items())

    def _row_of_number(self, number: int) -> Sequence[Any] | None:
        """The row with GeoNames' number, of the first file that has one."""
        return next((row for file in self._files if (row := file.row(number)) is not None), None)


_Stamps = tuple[tuple[Path, int, int], ...]
"""Paths with time of change in nanoseconds and size in bytes: a process that runs on sees a new import."""


def _stamped(paths: Sequence[Path]) -> _Stamps:
    stamps = []
    for path in paths:
        try:
            facts = path.stat()
        except OSError as error:
            raise GazetteerError(str(path), f"cannot be read ({error.strerror})", None) from error
        stamps.append((path, facts.st_mtime_ns, facts.st_size))
    return tuple(stamps)


@lru_cache(maxsize=4)
def _opened(stamps: _Stamps, in_home: bool) -> Gazetteer:
    imports = [PlaceFile(path, name_of(path) if in_home else None) for path, _, _ in stamps]
    if len(imports) == 1 and not imports[0].is_import:
        return Gazetteer(imports[0])
    return Gazetteer(_packed(), imports)


@cache
def _packed() -> PlaceFile:
    with as_file(files("reportedly.reference") / "data" / "gazetteer.sqlite") as path:
        return PlaceFile(path)


def _as_asked(row: Sequence[Any], match: Match, asked: str) -> Entry:
    """The entry with the match that the spelling of `asked` earns it."""
    entry = make_entry(row, match)
    if match is not Match.EXACT or entry.name.casefold() == asked.casefold():
        return entry
    return make_entry(row, Match.FOLDED if fold(entry.name) == fold(asked) else Match.ALTERNATE)


@cache
def _demonyms() -> dict[str, str]:
    words: dict[str, str] = {}
    for country, spoken in lexicon("en", "place")["demonyms"].items():
        for word in spoken.split(", "):
            words.setdefault(fold(word), country)
    return words

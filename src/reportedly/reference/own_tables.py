"""What a line of a user's own table of places says: CSV or TSV with a header."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.reference.dump_rows import (
    Row,
    Wanted,
    digest_of,
    key_of,
    known_admin1,
    make_columns,
    read_country,
    read_point,
    read_population,
)
from reportedly.reference.entry import Match, PlaceKind
from reportedly.reference.gazetteer import SKELETON_COUNTRIES
from reportedly.reference.place_keys import in_latin, list_keys, spell_out

DELIMITERS = ("\t", ",", ";")
_COLUMNS: Mapping[str, Sequence[str]] = {
    "lat": ("lat", "latitude"), "lon": ("lon", "lng", "long", "longitude"), "country": ("country", "country_code"),
    "admin1": ("admin1",), "admin2": ("admin2",), "population": ("population",), "id": ("id", "osm_id", "geonameid"),
    "kind": ("kind", "place"), "radius_km": ("radius_km",),
}  # fmt: skip
"""What a column may be called, in any case."""
_KINDS: Mapping[str, PlaceKind | None] = {
    **{kind.value: kind for kind in PlaceKind},
    **dict.fromkeys("city town village hamlet isolated_dwelling farm allotments".split(), PlaceKind.SETTLEMENT),
    **dict.fromkeys("borough suburb quarter neighbourhood city_block plot square locality island islet".split()),
    **dict.fromkeys("state province county district municipality archipelago sea ocean continent region".split()),
}
"""By the column's word: our own, or OpenStreetMap's for settlements. What has None is left out: parts of towns, and
what only an outline describes."""
_SHOWN_FIRST = ("name_en", "name", "name_int", "name_latin")
_LARGEST_RADIUS_KM = 3000.0


@dataclass(frozen=True, slots=True)
class OwnTable:
    """The header of a table: which column says what."""

    delimiter: str
    width: int
    names: Sequence[tuple[int, str | None]]
    """Columns with names, the one to be shown first, and their languages: `uk` for name_uk."""
    columns: Mapping[str, int]

    def read(self, line: str, wanted: Wanted) -> Row | None:
        """The place of one line; None for a part of a town.

        Raises:
            ValueError: in words, if the line is damaged.
        """
        cells = split_line(line, self.delimiter)
        if len(cells) != self.width:
            raise ValueError(f"{len(cells)} columns instead of {self.width}")
        kind = self._kind(cells)
        if kind is None:
            return None
        spoken = dict.fromkeys((name, language) for at, language in self.names if (name := cells[at].strip()))
        if not spoken:
            raise ValueError("no name")
        names = [name for name, _ in spoken]
        point = read_point(self._cell(cells, "lat"), self._cell(cells, "lon"))
        country = read_country(self._cell(cells, "country")) or wanted.country
        admin1 = known_admin1(country, self._cell(cells, "admin1")) if country else None
        latin = [written for name, language in spoken for written in spell_out(name, language)]
        shown = in_latin(names[0], country)
        given = self._cell(cells, "id") or digest_of((*names, f"{point[0]:.3f}", f"{point[1]:.3f}"))
        slug = f"own:{wanted.name}-{given}"
        columns = make_columns(
            shown, kind, point, country, admin1=admin1, admin2=self._cell(cells, "admin2").rpartition(".")[2],
            population=read_population(self._cell(cells, "population")), radius_km=self._radius_km(cells), slug=slug,
        )  # fmt: skip
        keyed = [(shown, Match.EXACT), (names[0], Match.EXACT)]
        keyed += [(name, Match.ALTERNATE) for name in (*names[1:], *latin)]
        return Row(key=key_of(slug), columns=columns, keys=list_keys(keyed, country in SKELETON_COUNTRIES))

    def _cell(self, cells: Sequence[str], column: str) -> str:
        at = self.columns.get(column)
        return "" if at is None else cells[at].strip()

    def _kind(self, cells: Sequence[str]) -> PlaceKind | None:
        word = self._cell(cells, "kind").lower()
        if word and word not in _KINDS:
            raise ValueError(f"unknown kind {word[:30]!r}, known are {', '.join(PlaceKind)}")
        return _KINDS[word] if word else PlaceKind.SETTLEMENT

    def _radius_km(self, cells: Sequence[str]) -> float | None:
        text = self._cell(cells, "radius_km")
        if not text:
            return None
        try:
            km = float(text)
        except ValueError as error:
            raise ValueError(f"no radius in km: {text[:20]!r}") from error
        if not 0 < km <= _LARGEST_RADIUS_KM:
            raise ValueError(f"no radius in km: {text[:20]!r}")
        return km


def read_header(line: str) -> OwnTable | None:
    """The table that begins with `line`; None if that is no header with names and a point."""
    for delimiter in DELIMITERS:
        heads = [cell.strip().lower() for cell in split_line(line, delimiter)]
        columns = {
            column: heads.index(spelling)
            for column, spellings in _COLUMNS.items()
            for spelling in reversed(spellings)
            if spelling in heads
        }
        names = [at for at, head in enumerate(heads) if head.startswith("name")]
        if names and {"lat", "lon"} <= columns.keys():
            order = {head: rank for rank, head in enumerate(_SHOWN_FIRST)}
            names.sort(key=lambda at: (order.get(heads[at], len(order)), at))
            return OwnTable(delimiter, len(heads), [(at, _language(heads[at])) for at in names], columns)
    return None


def _language(head: str) -> str | None:
    """ISO 639-1, of a column called name_uk or name:uk."""
    last = re.split(r"[_:]", head)[-1]
    return last if len(last) == 2 else None


def split_line(line: str, delimiter: str) -> list[str]:
    """The cells of a line; quotation marks count in CSV, not in TSV. A ValueError in words if it cannot be cut."""
    if delimiter == "\t":
        return line.split("\t")
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise ValueError(f"cannot be cut into cells ({error})") from error

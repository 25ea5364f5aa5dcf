"""What a gazetteer's entry is, and how its columns are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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
    SITE = "site"
    """A building, field, hill, road or wood: only in what a user imported, and asked for."""


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
"""The numbers under which the file keeps them: a new kind goes to the end."""

_STRENGTHS = {Match.EXACT: 0, Match.FOLDED: 1, Match.RENAMED: 2, Match.ALTERNATE: 3, Match.SKELETON: 4}
"""That a name is a former one says more than that it is another one."""


def better_match(one: Match, other: Match) -> Match:
    """Which of two ways to one entry says more."""
    return min(one, other, key=_STRENGTHS.__getitem__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the gazetteer, found under a name."""

    id: str
    """Gazetteer and number: `geonames:704508`; `area:donbas` for what was written by hand; `postal:…` and `own:…` for
    what a user imported from postal codes or from a table of one's own."""
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
    """Extent of a region. Of a settlement: how far off its point may be, where the data are rough; None otherwise."""
    match: Match
    note: str = ""
    """What a reader should know about the name: who uses it, what it stands for."""
    capital: bool = False


IMPORTED_IDS = ("own", "postal")
"""What ids begin with that no packed entry has."""
COLUMNS = "key, slug, name, kind, lat, lon, country, admin1, admin2, population, radius_km, note, capital"
"""Of the table `entry`, in the order that `make_entry` takes."""
_PARTS_PER_DEGREE = 100_000


def scaled(degrees: float) -> int:
    """Degrees as the file stores them: whole hundred-thousandths, 1.1 m at most."""
    return round(degrees * _PARTS_PER_DEGREE)


def make_entry(row: Sequence[Any], match: Match) -> Entry:
    """The entry of one row of `COLUMNS`."""
    key, slug, name, kind, lat, lon, country, admin1, admin2, population, radius_km, note, capital = row
    return Entry(
        id=slug or f"geonames:{key}",
        name=name,
        kind=KINDS[kind],
        lat=None if lat is None else lat / _PARTS_PER_DEGREE,
        lon=None if lon is None else lon / _PARTS_PER_DEGREE,
        country=country,
        admin1=f"{country}.{admin1}" if admin1 else None,
        admin2=f"{country}.{admin1}.{admin2}" if admin2 else None,
        population=population,
        radius_km=radius_km,
        match=match,
        note=note or "",
        capital=bool(capital),
    )

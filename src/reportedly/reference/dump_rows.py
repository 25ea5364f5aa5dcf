"""What a line of GeoNames' files says: country dumps, alternate names, postal codes."""

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.reference.entry import KINDS, Match, PlaceKind, scaled
from reportedly.reference.gazetteer import SKELETON_COUNTRIES, Gazetteer
from reportedly.reference.place_keys import (
    ROMANISED_COUNTRIES,
    bare_admin_name,
    in_latin,
    list_keys,
    spell_out,
    without_article,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a file is to be imported, and what to take for what it leaves open."""

    name: str
    """Of the import: a part of the ids of what has no other number."""
    classes: str = "PAH"
    """GeoNames' feature classes."""
    country: str | None = None
    """ISO 3166 alpha-2, for rows that name none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line's place."""

    key: int
    """GeoNames' number; negative for what has none."""
    columns: Sequence[object] | None = None
    """Of the table `entry`, without the key; None for a line that only names a place of another file."""
    keys: Mapping[str, Match] = field(default_factory=dict)
    changed: str = ""
    """The day on which GeoNames last changed the row, if it says so."""


_SKIPPED_SETTLEMENTS = frozenset({"PPLQ", "PPLW", "PPLCH", "PPLH"})
"""Given up, destroyed, or only of the past."""
_UNIT_KINDS = {
    "PCLI": PlaceKind.COUNTRY, "PCL": PlaceKind.COUNTRY, "PCLD": PlaceKind.COUNTRY, "PCLF": PlaceKind.COUNTRY,
    "PCLS": PlaceKind.COUNTRY, "ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2, "ADM3": PlaceKind.ADMIN2,
}  # fmt: skip
_UNIT_RADII_KM = {"ADM1": 80.0, "ADM2": 20.0, "ADM3": 10.0}
"""A dump gives no extent: that of an ordinary unit of the level stands in."""
_WATERS = (
    ("STM", ("{} River",)), ("LK", ("Lake {}", "{} Lake")), ("RSV", ("{} Reservoir",)), ("SEA", ("{} Sea",)),
    ("CNL", ("{} Canal",)), ("BAY", ("{} Bay",)), ("GULF", ("{} Gulf", "Gulf of {}")), ("STRT", ("{} Strait",)),
)  # fmt: skip
_WATER_WORDS = frozenset("river lake reservoir sea canal bay gulf strait ocean creek".split())
_POSTAL_RADII_KM = {"1": 15.0, "3": 10.0, "4": 5.0}
"""By GeoNames' grade: 1 is a guess from neighbouring codes, 4 is the place's own entry, 6 the middle of addresses."""
_POSTAL_NOTE = "point from postal codes, rough"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SLAVIC_LANGUAGES = frozenset({"uk", "ru", "be"})
_NO_LANGUAGES = frozenset("link wkdt post iata icao faac tcid unlc abbr phon fr_1793".split())


def read_geonames(line: str, wanted: Wanted) -> Row | None:
    """A line of a country dump or of allCountries; None for a feature that is not wanted.

    Raises:
        ValueError: in words, if the line is damaged.
    """
    cells = _cut(line, 19)
    number, code, country = _number(cells[0]), cells[7], read_country(cells[8]) or wanted.country
    kind = kind_of(cells[6], code, wanted.classes)
    if kind is None:
        return None
    point: tuple[float, float] | None = read_point(cells[4], cells[5])
    population = read_population(cells[14])
    own = cells[2] if country in ROMANISED_COUNTRIES and cells[2] else cells[1] or cells[2]
    others = [cells[1], cells[2], *filter(None, cells[3].split(","))]
    if kind is PlaceKind.WATER:
        point, names = None, _name_water(code, [own, *others])
    elif kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
        names = _name_unit(kind, cells[2] or own, [own, *others])
    else:
        names = [(own, Match.EXACT), *((name, Match.ALTERNATE) for name in others)]
        if bare := without_article(own, country or "", population):
            names.append((bare, Match.ALTERNATE))
    slavic = country in SKELETON_COUNTRIES and kind is not PlaceKind.WATER
    if slavic:
        names += [(latin, Match.ALTERNATE) for name in others for latin in spell_out(name)]
    if not names:
        return None
    columns = make_columns(
        names[0][0], kind, point, country, admin1=cells[10], admin2=None if code == "ADM3" else cells[11],
        population=population, radius_km=_UNIT_RADII_KM.get(code), capital=code == "PPLC",
    )  # fmt: skip
    keys = list_keys(names, slavic)
    return Row(key=number, columns=columns, keys=keys, changed=cells[18] if _DAY.fullmatch(cells[18]) else "")


def kind_of(feature_class: str, code: str, classes: str) -> PlaceKind | None:
    """The kind of a GeoNames feature; None if it is not wanted, or is no place that reporting names."""
    if feature_class not in classes or not feature_class:
        return None
    if feature_class == "P":
        return None if code in _SKIPPED_SETTLEMENTS else PlaceKind.SETTLEMENT
    if feature_class == "A":
        return _UNIT_KINDS.get(code)
    if feature_class == "H":
        return PlaceKind.WATER if any(code.startswith(start) for start, _ in _WATERS) else None
    return PlaceKind.SITE


def _name_water(code: str, spoken: Sequence[str]) -> list[tuple[str, Match]]:
    """A water's names with the word for its kind: without it, a brook's name is most often a village's too."""
    forms = next(forms for start, forms in _WATERS if code.startswith(start))
    whole = [name for name in spoken if _WATER_WORDS & set(name.lower().split())]
    made = [form.format(name) for name in spoken if name not in whole and name.isascii() and name for form in forms]
    first, *others = [*whole, *made] or [""]
    return [(first, Match.EXACT), *((name, Match.ALTERNATE) for name in others)] if first else []


def _name_unit(kind: PlaceKind, plain: str, spoken: Sequence[str]) -> list[tuple[str, Match]]:
    """A unit's names with and without the word for its level; a region is shown without, a district with it."""
    bare = [(bare_admin_name(name), Match.EXACT) for name in (plain, *spoken[:2])]
    shown = [] if kind is PlaceKind.ADMIN1 else [(plain, Match.EXACT)]
    return [*shown, *bare, *((name, Match.ALTERNATE) for name in spoken)]


def read_alternate(line: str, wanted: Wanted) -> Row | None:
    """A line of alternateNames or alternateNamesV2: another name of a place that another file holds.

    Raises:
        ValueError: in words, if the line is damaged.
    """
    cells = line.split("\t")
    if len(cells) not in (8, 10):
        raise ValueError(f"{len(cells)} columns instead of 10")
    number, language, name = _number(cells[1]), cells[2], cells[3].strip()
    if language in _NO_LANGUAGES or not name:
        return None
    match = Match.RENAMED if cells[7].strip() == "1" else Match.ALTERNATE
    spoken = [name, *(spell_out(name, language) if language else ())]
    keys = list_keys([(each, match) for each in spoken], slavic=language in _SLAVIC_LANGUAGES)
    return Row(key=number, keys=keys) if keys else None


def read_postal(line: str, wanted: Wanted) -> Row | None:
    """A line of a postal code file; lines of one place give one id.

    Raises:
        ValueError: in words, if the line is damaged.
    """
    cells = _cut(line, 12)
    country, name = read_country(cells[0]) or wanted.country or "", cells[2].strip()
    lat, lon = read_point(cells[9], cells[10])
    if not name:
        raise ValueError("no name")
    # Several codes of one town are one place; two villages of one name in a region differ by their points.
    facts = (country, cells[4], name, f"{lat:.2f}", f"{lon:.2f}")
    slug = f"postal:{country}-{digest_of(facts)}"
    latin = in_latin(name, country)
    columns = make_columns(
        latin, PlaceKind.SETTLEMENT, (lat, lon), country, admin1=known_admin1(country, cells[4]),
        radius_km=_POSTAL_RADII_KM.get(cells[11], 5.0), note=_POSTAL_NOTE, slug=slug,
    )  # fmt: skip
    keys = list_keys([(latin, Match.EXACT), (name, Match.EXACT)], country in SKELETON_COUNTRIES)
    return Row(key=key_of(slug), columns=columns, keys=keys)


def make_columns(
    name: str,
    kind: PlaceKind,
    point: tuple[float, float] | None,
    country: str | None,
    *,
    admin1: str | None = None,
    admin2: str | None = None,
    population: int = 0,
    radius_km: float | None = None,
    note: str | None = None,
    capital: bool = False,
    slug: str | None = None,
) -> Sequence[object]:
    """The columns of the table `entry`, without the key.

    Raises:
        ValueError: if there is no name.
    """
    if not name.strip():
        raise ValueError("no name")
    lat, lon = (None, None) if point is None else (scaled(point[0]), scaled(point[1]))
    # A second-level code means something only under its first.
    second = admin2 if admin1 else None
    return (
        slug, name.strip(), KINDS.index(kind), lat, lon, country or None, admin1 or None, second or None, population,
        radius_km, note, int(capital) or None,
    )  # fmt: skip


def read_point(lat: str, lon: str) -> tuple[float, float]:
    """WGS 84 degrees; a ValueError in words if that is no point on Earth."""
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise ValueError(f"no point: {lat[:20]!r}, {lon[:20]!r}") from error
    if not (math.isfinite(point[0]) and math.isfinite(point[1]) and abs(point[0]) <= 90 and abs(point[1]) <= 180):
        raise ValueError(f"no point on Earth: {lat[:20]}, {lon[:20]}")
    return point


def read_country(text: str) -> str | None:
    """An ISO 3166 alpha-2 code; None if the cell is empty. A ValueError in words for anything else."""
    code = text.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise ValueError(f"no country code of two letters: {text[:20]!r}")
    return code or None


def read_population(text: str) -> int:
    """Inhabitants; 0 if the cell is empty. A ValueError in words for anything else."""
    digits = text.strip().replace(" ", "")
    if not digits:
        return 0
    if not digits.isdecimal() or len(digits) > 11:
        raise ValueError(f"no number of inhabitants: {text[:20]!r}")
    return int(digits)


def known_admin1(country: str, code: str) -> str | None:
    """The last part of a first-level code of GeoNames; None for codes of another list."""
    last = code.strip().rpartition(".")[2]
    return last if last and Gazetteer.open_packed().admin1(f"{country}.{last}") is not None else None


def digest_of(facts: Sequence[str]) -> str:
    """Sixteen characters that stand for `facts` in an id."""
    return hashlib.blake2b("\x00".join(facts).encode(), digest_size=8).hexdigest()


def key_of(slug: str) -> int:
    """The number of an entry that GeoNames does not number: below those of the packed file, the same each time."""
    return -(2**40) - int.from_bytes(hashlib.blake2b(slug.encode(), digest_size=7).digest(), "big")


def _cut(line: str, columns: int) -> list[str]:
    cells = line.split("\t")
    if len(cells) != columns:
        raise ValueError(f"{len(cells)} columns instead of {columns}")
    return cells


def _number(cell: str) -> int:
    if not cell.isdecimal() or not 0 < int(cell) < 2**40:
        raise ValueError(f"no GeoNames number: {cell[:20]!r}")
    return int(cell)

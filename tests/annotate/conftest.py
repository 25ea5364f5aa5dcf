"""A gazetteer of a test's own."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.reference.gazetteer import KINDS, MATCHES, Gazetteer, Match, PlaceKind
from reportedly.reference.spelling import fold

ENTRY = """CREATE TABLE entry (
    key INTEGER PRIMARY KEY, slug TEXT, name TEXT, kind INTEGER, lat INTEGER, lon INTEGER, country TEXT, admin1 TEXT,
    admin2 TEXT, population INTEGER, radius_km REAL, capital INTEGER, note TEXT)"""
NAME = "CREATE TABLE name (key TEXT, match INTEGER, entry INTEGER)"


@pytest.fixture
def with_villages(tmp_path: Path) -> Callable[..., Gazetteer]:
    """Makes a gazetteer of Ukraine and its villages of the given names, as if somebody had imported them all."""

    def make(*names: str) -> Gazetteer:
        path = tmp_path / "villages.sqlite"
        base = sqlite3.connect(path)
        base.execute(ENTRY)
        base.execute(NAME)
        kinds = [PlaceKind.COUNTRY, *(PlaceKind.SETTLEMENT for _ in names)]
        for key, (name, kind) in enumerate(zip(("Ukraine", *names), kinds, strict=True), 1):
            row = (key, name, KINDS.index(kind), 5_000_000, 3_600_000, "UA", "05")
            base.execute("INSERT INTO entry VALUES (?, NULL, ?, ?, ?, ?, ?, ?, NULL, 0, NULL, 0, NULL)", row)
            base.execute("INSERT INTO name VALUES (?, ?, ?)", (fold(name), MATCHES.index(Match.EXACT), key))
        base.commit()
        base.close()
        return Gazetteer.open(path)

    return make

"""One file of places, open for reading: the one in the package, or one that a user imported."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.reference.entry import COLUMNS, KINDS, PlaceKind, scaled

SCHEMA_VERSION = "1"
"""Of imported files; one of another version has to be imported anew. It rises when the tables or the keys change,
those of `spelling.py` included."""
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_JOINED = ", ".join(f"e.{column}" for column in COLUMNS.split(", "))


class PlaceFile:
    """The tables `entry`, `name` and `meta` of one SQLite file.

    Args:
        name: under which a user can remove it; None for what does not lie in the user's own folder.

    Raises:
        GazetteerError: here or at any question, if the file is missing, damaged, half written or no gazetteer.
    """

    def __init__(self, path: Path, name: str | None = None) -> None:
        self.path, self.name = path, name
        check_whole(path, name)
        self.connection = _connect(path)
        tables = {table for (table,) in self.ask("SELECT name FROM sqlite_master")}
        if not {"entry", "name"} <= tables:
            raise GazetteerError(str(path), "is no gazetteer", name)
        self._meta: dict[str, str] = dict(self.ask("SELECT name, value FROM meta")) if "meta" in tables else {}
        if self.is_import and self._meta["schema"] != SCHEMA_VERSION:
            raise GazetteerError(str(path), "was written by another version of reportedly", name)

    @property
    def is_import(self) -> bool:
        """Was it imported, to be read beside the packed file? If not, it is a whole gazetteer."""
        return "schema" in self._meta

    @cached_property
    def version(self) -> str:
        """Which data these are, such as `UA-2026-11`."""
        return self._meta.get("version", "")

    @cached_property
    def credits(self) -> str:
        """Whose the data are."""
        return self._meta.get("credits", "")

    def named(self, key: str) -> list[tuple[int, int, Sequence[Any] | None]]:
        """The number of each entry under `key`, its match and its row; no row where another file has the entry."""
        found = self.ask(
            f"SELECT n.entry, n.match, {_JOINED} FROM name n LEFT JOIN entry e ON e.key = n.entry WHERE n.key = ?", key
        )
        return [(row[0], row[1], None if row[2] is None else row[2:]) for row in found]

    def row(self, key: int) -> Sequence[Any] | None:
        """The row of `COLUMNS` with this number."""
        rows: list[Sequence[Any]] = self.ask(f"SELECT {COLUMNS} FROM entry WHERE key = ?", key)
        return rows[0] if rows else None

    def row_of_slug(self, slug: str) -> Sequence[Any] | None:
        """The row whose id is written out."""
        rows: list[Sequence[Any]] = self.ask(f"SELECT {COLUMNS} FROM entry WHERE slug = ?", slug)
        return rows[0] if rows else None

    def countries_in(self, south: float, north: float, west: float, east: float) -> set[str]:
        """The countries of the settlements in a box of WGS 84 degrees, ISO 3166 alpha-2."""
        box = (scaled(south), scaled(north), scaled(west), scaled(east))
        query = "SELECT DISTINCT country FROM entry WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND kind = ?"
        return {country for (country,) in self.ask(query, *box, KINDS.index(PlaceKind.SETTLEMENT)) if country}

    def ask(self, query: str, *values: object) -> list[Any]:
        """Every row that answers `query`."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(str(self.path), f"is damaged or no gazetteer ({error})", self.name) from error


def read_meta(path: Path) -> dict[str, str]:
    """What a file says of itself; empty if it is damaged, or just being written."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            return dict(file.execute("SELECT name, value FROM meta"))
    except sqlite3.DatabaseError:
        return {}


def check_whole(path: Path, name: str | None) -> None:
    """Raise `GazetteerError` for a file that is missing or shorter than its own header says."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise GazetteerError(str(path), f"cannot be read ({error.strerror})", name) from error
    if not head.startswith(_MAGIC) or len(head) < _HEADER_BYTES:
        raise GazetteerError(str(path), "is no gazetteer", name)
    page_bytes = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if pages * (65536 if page_bytes == 1 else page_bytes) > size:
        raise GazetteerError(str(path), "is cut short", name)


def _connect(path: Path) -> sqlite3.Connection:
    """Read-only, and without the locks of a file that may change: an import puts a new file in the old one's place."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

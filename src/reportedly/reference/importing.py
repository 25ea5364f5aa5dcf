"""Files of places in: GeoNames' dumps and a user's own tables become files that the gazetteer reads beside its own.

An import is written beside its target and takes its place when it is whole: no reader ever sees a half one. What was
written stays when the import is interrupted, and the next one goes on from there.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from reportedly.errors import DumpError, GazetteerError, UnknownGazetteerError
from reportedly.reference.dump_formats import DumpFormat, tell_format
from reportedly.reference.dump_lines import DumpFile, decode_line, fingerprint, in_batches
from reportedly.reference.dump_rows import Row, Wanted
from reportedly.reference.entry import MATCHES
from reportedly.reference.home import SUFFIX, list_gazetteers, list_unfinished, name_of
from reportedly.reference.place_file import SCHEMA_VERSION, check_whole, read_meta

Progress = Callable[[int, int, int], object]
"""Told after each batch: bytes read of the file, bytes of the file, lines read in this run."""

_SHOWN_DAMAGED = 5
_ENDINGS = re.compile(r"(?:\.(?:gz|zip|txt|tsv|csv))+$", re.IGNORECASE)
_ROUGH_KM = 15.0
"""What shares its point with another name lies anywhere around it."""

_ENTRY_TABLE = """(
    key INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, kind INTEGER NOT NULL, lat INTEGER, lon INTEGER,
    country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL, radius_km REAL, note TEXT, capital INTEGER
)"""
_PARTIAL_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entry {_ENTRY_TABLE};
CREATE TABLE IF NOT EXISTS found (key TEXT, match INTEGER, entry INTEGER);
"""
# Names are gathered as they come and sorted once: putting each in its place at once is slow with many millions.
_FINISH = f"""
CREATE TABLE done.meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE done.entry {_ENTRY_TABLE};
CREATE TABLE done.name (key TEXT, match INTEGER, entry INTEGER, PRIMARY KEY (key, match, entry)) WITHOUT ROWID;
INSERT INTO done.entry SELECT * FROM entry ORDER BY key;
INSERT INTO done.name SELECT DISTINCT key, match, entry FROM found ORDER BY key, match, entry;
CREATE INDEX done.entry_point ON entry (lat, lon, kind, name);
CREATE INDEX done.entry_slug ON entry (slug) WHERE slug IS NOT NULL;
"""
_SHARED = f"""
UPDATE done.entry SET radius_km = {_ROUGH_KM}, note = note || ', shared with other places'
WHERE slug LIKE 'postal:%' AND EXISTS (
    SELECT 1 FROM done.entry other
    WHERE other.lat = entry.lat AND other.lon = entry.lon AND other.name <> entry.name
);
"""


@dataclass(slots=True)
class Tally:
    """How far an import has come, and what it met."""

    lines: int = 0
    """Read so far, over all runs."""
    places: int = 0
    left_out: int = 0
    """Features of other classes, parts of towns, links among names."""
    damaged: int = 0
    first_damaged: list[tuple[int, str]] = field(default_factory=list)
    """Line numbers and what is wrong there."""
    changed: str = ""
    """The last day on which GeoNames changed one of the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of an import."""

    path: Path
    label: str
    tally: Tally
    names: int
    resumed_from: int = 0
    """The line after which this run went on; 0 if it began anew."""
    unchanged: bool = False
    """The file had been imported before, and nothing was done."""


def choose_name(path: Path) -> str:
    """The name of an import of the file at `path`: `UA` for UA.zip, `UA_postal` if it holds postal codes.

    Raises:
        DumpError: if the file is of no known format.
    """
    name = make_name(_ENDINGS.sub("", path.name))
    called = tell_format(path, Wanted(name=name)).called
    return name if called in name.lower() else f"{name}_{called}"


def make_name(words: str) -> str:
    """`words` as the name of an import: letters, digits and low lines."""
    return re.sub(r"\W+", "_", words).strip("_") or "places"


def import_dump(
    path: Path, target: Path, wanted: Wanted, *, licence: str = "", progress: Progress | None = None
) -> Imported:
    """Write what the file at `path` holds to `target`, replacing what was imported there before.

    Raises:
        DumpError: if the file cannot be read, is of no known format, holds nothing to import, or if another process
            is importing it. What lies at `target` stands as it was.
    """
    mark = json.dumps([fingerprint(path), asdict(wanted), licence, SCHEMA_VERSION])
    if _is_whole(target) and (known := read_meta(target)).get("mark") == mark:
        tally = _read_tally(known["tally"])
        return Imported(path=target, label=known["format"], tally=tally, names=int(known["names"]), unchanged=True)
    form = tell_format(path, wanted)
    partial = target.with_name(f"{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(partial, isolation_level=None)) as store:
            return _Import(path, target, wanted, form, store, mark, licence or form.licence).run(progress)
    except sqlite3.OperationalError as error:
        raise DumpError(
            str(path), f"{str(partial)!r} cannot be written ({error}); is another import running?"
        ) from error
    except sqlite3.DatabaseError as error:
        _delete(_pieces(target))
        raise DumpError(
            str(path), f"the unfinished import was damaged and is thrown away ({error}); try again"
        ) from error
    except OSError as error:
        raise DumpError(str(path), f"{str(target)!r} cannot be written ({error.strerror})") from error


class _Import:
    """One file on its way into one store."""

    def __init__(
        self,
        path: Path,
        target: Path,
        wanted: Wanted,
        form: DumpFormat,
        store: sqlite3.Connection,
        mark: str,
        licence: str,
    ) -> None:
        self._path, self._target, self._wanted, self._form, self._store = path, target, wanted, form, store
        # One writer: a second process that imports the same file is refused at once.
        store.executescript("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = NORMAL;")
        store.executescript(f"BEGIN EXCLUSIVE; {_PARTIAL_SCHEMA} COMMIT;")
        known = dict(store.execute("SELECT name, value FROM meta"))
        if known.get("mark") != mark:
            store.executescript("BEGIN; DELETE FROM meta; DELETE FROM entry; DELETE FROM found; COMMIT;")
            known = {}
        self._tally = _read_tally(known["tally"]) if "tally" in known else Tally()
        self._meta = {
            "mark": mark, "format": form.label, "source": path.name, "licence": licence or "not stated",
            "credits": form.credits or f"{wanted.name}: {licence or 'licence not stated'}.", "schema": SCHEMA_VERSION,
        }  # fmt: skip

    def run(self, progress: Progress | None) -> Imported:
        begun = self._tally.lines
        with DumpFile(self._path) as file:
            lines = file.lines()
            next(islice(lines, begun, begun), None)
            for batch in in_batches(lines):
                self._store_batch(batch)
                if progress:
                    progress(file.position_bytes, file.size_bytes, self._tally.lines - begun)
        names = self._finish()
        return Imported(path=self._target, label=self._form.label, tally=self._tally, names=names, resumed_from=begun)

    def _store_batch(self, batch: Sequence[bytes | None]) -> None:
        """Rows, names and how far they reach, all or nothing."""
        tally = self._tally
        rows = list(self._rows(batch))
        self._store.execute("BEGIN")
        # The first line of a number stands; what later ones call the place counts as well.
        places = [(row.key, *row.columns) for row in rows if row.columns is not None]
        before = self._store.total_changes
        self._store.executemany(f"INSERT OR IGNORE INTO entry VALUES ({', '.join('?' * 13)})", places)
        tally.places += self._store.total_changes - before
        names = [(key, MATCHES.index(match), row.key) for row in rows for key, match in row.keys.items()]
        self._store.executemany("INSERT INTO found VALUES (?, ?, ?)", names)
        self._write_meta("meta", {**self._meta, "tally": json.dumps(asdict(tally))})
        self._store.execute("COMMIT")

    def _rows(self, batch: Sequence[bytes | None]) -> Iterator[Row]:
        tally = self._tally
        for line in batch:
            tally.lines += 1
            if tally.lines <= self._form.header_lines or line == b"":
                continue
            try:
                row = self._form.read(decode_line(line, first=tally.lines == 1), self._wanted)
            except ValueError as error:
                tally.damaged += 1
                if len(tally.first_damaged) < _SHOWN_DAMAGED:
                    tally.first_damaged.append((tally.lines, str(error)))
                continue
            if row is None:
                tally.left_out += 1
                continue
            tally.changed = max(tally.changed, row.changed)
            yield row

    def _finish(self) -> int:
        """Put the whole import in its place; returns how many names it has."""
        done = self._target.with_name(f"{self._target.name}.whole")
        done.unlink(missing_ok=True)
        if not self._store.execute("SELECT EXISTS (SELECT 1 FROM found)").fetchone()[0]:
            raise DumpError(str(self._path), f"none of its {self._tally.lines} lines is a place to import")
        self._store.execute("ATTACH ? AS done", (str(done),))
        self._store.executescript(f"PRAGMA done.journal_mode = OFF; BEGIN; {_FINISH} {_SHARED} COMMIT;")
        (names,) = self._store.execute("SELECT count(*) FROM done.name").fetchone()
        self._write_meta("done.meta", {**self._meta, **self._facts(names)})
        self._store.execute("DETACH done")
        self._store.close()
        done.replace(self._target)
        _delete(_pieces(self._target))
        return int(names)

    def _facts(self, names: int) -> dict[str, str]:
        """What is known once all was read."""
        day = self._tally.changed or f"{datetime.fromtimestamp(self._path.stat().st_mtime, UTC):%Y-%m-%d}"
        return {
            "tally": json.dumps(asdict(self._tally)), "places": str(self._tally.places), "names": str(names),
            "date": day, "version": f"{self._wanted.name}-{day[:7]}",
        }  # fmt: skip

    def _write_meta(self, table: str, facts: dict[str, str]) -> None:
        self._store.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", facts.items())


def _read_tally(text: str) -> Tally:
    tally = Tally(**json.loads(text))
    tally.first_damaged = [(line, wrong) for line, wrong in tally.first_damaged]
    return tally


def _is_whole(target: Path) -> bool:
    """Is there an import at `target`, of the length that it should have?"""
    try:
        check_whole(target, None)
    except GazetteerError:
        return False
    return True


def remove_import(folder: Path, name: str) -> list[Path]:
    """Delete what was imported to `folder` under `name`, finished or not; returns what was deleted.

    Raises:
        UnknownGazetteerError: if there is nothing of that name.
    """
    there = [*list_gazetteers(folder), *list_unfinished(folder)]
    meant = [path for path in there if name_of(path) == name]
    if not meant:
        raise UnknownGazetteerError(name, sorted({name_of(path) for path in there}))
    _delete([*meant, *_pieces(folder / f"{name}{SUFFIX}")])
    return meant


def _pieces(target: Path) -> list[Path]:
    """What an unfinished import to `target` may leave: its store, the store's journal, the file that was to be put there."""
    return [target.with_name(f"{target.name}{end}") for end in (".partial", ".partial-journal", ".whole")]


def _delete(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)

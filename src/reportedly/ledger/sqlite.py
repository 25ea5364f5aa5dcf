"""A ledger in one file."""

import json
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from reportedly.errors import LedgerError
from reportedly.ledger.database import Row, Values
from reportedly.ledger.file_header import APPLICATION_ID, beside, look_at
from reportedly.ledger.file_trouble import is_unreachable, passes, say_why
from reportedly.ledger.migrating import MIGRATIONS, NO_LEDGER, Told, bring_up_to_date, list_steps, tell_nobody
from reportedly.ledger.query import RIM_KM, Circle
from reportedly.ledger.words import Group, Term, bones_of, list_pieces, pad
from reportedly.reference.outlines import distance_km

T = TypeVar("T")

WAIT_S = 60
"""How long a writer waits for its turn."""
BUSY_S = 0.25
"""How long SQLite waits by itself: nobody can interrupt it while it does."""
CACHE_KB = 65_536
WAL_KB = 65_536
"""To so much the log is cut back after it was longer."""


class SqliteDatabase:
    """One connection to the file at `path`, and another for each long answer that is read outside a transaction."""

    dialect = "sqlite"

    def __init__(self, path: Path, mode: str) -> None:
        """`mode` is what SQLite calls options of a file's address, such as `mode=ro`."""
        self.address = str(path)
        self._path = path.absolute()
        self._mode = mode
        self._connection = self._open()

    def ask(self, sql: str, values: Values = {}) -> list[Row]:  # noqa: B006 - never changed
        return self._patiently(lambda: self._connection.execute(sql, values).fetchall())

    def each(self, sql: str, values: Values = {}) -> Iterator[Row]:  # noqa: B006 - never changed
        if self._connection.in_transaction:
            yield from self._each(self._connection, sql, values)
            return
        # Whoever writes while reading on must not do so on a connection that sees an older state.
        with closing(self._open()) as connection:
            yield from self._each(connection, sql, values)

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        self._patiently(lambda: self._connection.executemany(sql, rows))

    @contextmanager
    def writing(self) -> Iterator[None]:
        self.ask("BEGIN IMMEDIATE")
        try:
            yield
            self.ask("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    @contextmanager
    def seeing(self) -> Iterator[None]:
        if self._connection.in_transaction:
            yield
            return
        self.ask("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    def index_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        self.run_many(
            f"INSERT INTO {table}_words (rowid, words) VALUES (:number, :words)",
            [{"number": number, "words": words} for number, words in rows],
        )

    def index_places(self, rows: Sequence[tuple[int, float, float]]) -> None:
        self.run_many(
            "INSERT INTO place_box VALUES (:number, :lat, :lat, :lon, :lon)",
            [{"number": number, "lat": lat, "lon": lon} for number, lat, lon in rows],
        )

    def add_words(self, words: Iterable[str]) -> None:
        new = self.ask(
            "SELECT value FROM json_each(:words) WHERE value NOT IN (SELECT word FROM word)",
            {"words": json.dumps(list(words))},
        )
        ((last,),) = self.ask("SELECT coalesce(max(number), 0) FROM word")
        rows = [
            {"number": number, "word": word, "bones": bones_of(word), "padded": pad(word)}
            for number, (word,) in enumerate(new, last + 1)
        ]
        self.run_many("INSERT INTO word (number, word, bones) VALUES (:number, :word, :bones)", rows)
        self.run_many("INSERT INTO word_trigram (rowid, padded) VALUES (:number, :padded)", rows)

    def among(self, column: str, name: str, numbers: Sequence[int]) -> tuple[str, Values]:
        return f"{column} IN (SELECT value FROM json_each(:{name}))", {name: json.dumps(numbers)}

    def matches(self, table: str, name: str) -> str:
        return f"{table} MATCH :{name}"

    def write_match(self, groups: Sequence[Group]) -> str:
        return " AND ".join(f"({' OR '.join(map(quote_term, group))})" for group in groups)

    def words_with_any(self, parts: Sequence[str], fewest: int, most: int, limit: int) -> list[str]:
        found = self.ask(
            "SELECT w.word FROM word_trigram t JOIN word w ON w.number = t.rowid WHERE word_trigram MATCH :parts"
            " AND length(w.word) BETWEEN :fewest AND :most LIMIT :limit",
            {"parts": " OR ".join(map(quote_part, parts)), "fewest": fewest, "most": most, "limit": limit},
        )
        return [word for (word,) in found]

    def places_in_circle(self, circle: Circle) -> tuple[str, Values]:
        box = circle.bounds()
        sql = (
            f"{self.places_in_box('circle_west', 'circle_east', 'circle_south', 'circle_north')}"
            " AND km_between(p.lat, p.lon, :centre_lat, :centre_lon) <= :rim_km"
        )
        return sql, {
            "centre_lat": circle.lat,
            "centre_lon": circle.lon,
            "rim_km": circle.radius_km + RIM_KM,
            "circle_south": box.south,
            "circle_north": box.north,
            "circle_west": box.west,
            "circle_east": box.east,
        }

    def places_in_box(self, west: str, east: str, south: str = "south", north: str = "north") -> str:
        # The tree's numbers are rounded outwards.
        return (
            "SELECT p.number FROM place_box b JOIN place p ON p.number = b.number"
            f" WHERE b.north >= :{south} AND b.south <= :{north} AND b.east >= :{west} AND b.west <= :{east}"
            f" AND p.lat BETWEEN :{south} AND :{north} AND p.lon BETWEEN :{west} AND :{east}"
        )

    def version(self) -> int | None:
        """Of the tables; None where nothing is yet."""
        ((application,),), ((version,),) = self.ask("PRAGMA application_id"), self.ask("PRAGMA user_version")
        if application == APPLICATION_ID:
            return int(version)
        if application or version or self.ask("SELECT 1 FROM sqlite_master LIMIT 1"):
            raise LedgerError(self.address, NO_LEDGER)
        return None

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """As `writing`; in a file that many can read while one writes."""
        self.ask("PRAGMA journal_mode = WAL")
        with self.writing():
            yield

    def copy(self, version: int) -> str:
        """A copy of the file beside it, as it is before it is brought to `version`; its path."""
        wanted = self._path.with_name(f"{self._path.name}.before-{version}")
        made = next(path for path in beside(wanted) if not path.exists())
        part = made.with_name(f"{made.name}.part")
        try:
            with closing(sqlite3.connect(part)) as target, closing(self._open()) as source:
                source.backup(target)
            part.replace(made)
        except (sqlite3.Error, OSError) as error:
            part.unlink(missing_ok=True)
            raise LedgerError(self.address, f"is as it was: no copy could be made of it at {made} ({error})") from error
        return str(made)

    def run_step(self, sql: str, version: int) -> None:
        """One step of `migrations/`, statement by statement: as a script it would end the transaction."""
        statement = ""
        for line in [*sql.splitlines(), f"PRAGMA user_version = {version};"]:
            statement += f"{line}\n"
            if sqlite3.complete_statement(statement):
                self.ask(statement)
                statement = ""
        self.ask(f"PRAGMA application_id = {APPLICATION_ID}")

    def close(self) -> None:
        with suppress(sqlite3.Error):  # what is in the log is as safe as what is in the file
            if self._connection.total_changes:
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._connection.close()

    def _open(self) -> sqlite3.Connection:
        """Another connection; one that only reads where nothing can be written."""
        try:
            return self._patiently(self._connect)
        except LedgerError as error:
            cause = error.__cause__
            if not self._path.exists() or not isinstance(cause, sqlite3.Error) or not is_unreachable(cause):
                raise
            log = self._path.with_name(f"{self._path.name}-wal")
            if log.exists() and log.stat().st_size:
                raise LedgerError(
                    self.address, f"can only be read here, and its last part lies in {log.name}; copy both together"
                ) from error
        # Nobody is writing, or there would be a log: the file may be taken as it is.
        self._mode = "mode=ro&immutable=1"
        return self._patiently(self._connect)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self._path.as_uri()}?{self._mode}",
            uri=True,
            timeout=BUSY_S,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.create_function("km_between", 4, distance_km, deterministic=True)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            connection.execute(f"PRAGMA journal_size_limit = {WAL_KB * 1024}")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _each(self, connection: sqlite3.Connection, sql: str, values: Values) -> Iterator[Row]:
        cursor = self._patiently(lambda: connection.execute(sql, values))
        try:
            yield from cursor
        except sqlite3.Error as error:
            raise LedgerError(self.address, say_why(error, WAIT_S)) from error

    def _patiently(self, run: Callable[[], T]) -> T:
        """What `run` returns, tried again while others are in the way."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                return run()
            except sqlite3.Error as error:
                if not passes(error) or time.monotonic() > until:
                    raise LedgerError(self.address, say_why(error, WAIT_S)) from error
            time.sleep(random.uniform(0.001, 0.02))


def open_file(
    path: Path, *, create: bool, told: Told = tell_nobody, folder: Traversable = MIGRATIONS
) -> SqliteDatabase:
    """The ledger in the file at `path`, made if `create` and nothing is there, and brought up to date."""
    is_sure = look_at(path, list_steps(SqliteDatabase.dialect, folder)[-1][0], create=create)
    log, journal = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if not is_sure and not journal.exists():
        # Looked at without a trace, since it may be somebody else's.
        seen = SqliteDatabase(path, "mode=ro" if log.exists() else "mode=ro&immutable=1")
        with closing(seen):
            seen.version()
    database = SqliteDatabase(path, "mode=rwc" if create else "mode=rw")
    try:
        bring_up_to_date(database, create=create, told=told, folder=folder)
    except BaseException:
        database.close()
        raise
    return database


def quote_term(term: Term) -> str:
    """A term as FTS5 wants it."""
    return f'"{" ".join(term.words)}"{"*" if term.is_beginning else ""}'


def quote_part(part: str) -> str:
    """All three-letter pieces of a part of a word, as FTS5 wants them."""
    return f"({' AND '.join(f'{chr(34)}{piece}{chr(34)}' for piece in list_pieces(part))})"

"""A ledger in one file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LedgerError
from reportedly.ledger import sqlite_upkeep
from reportedly.ledger.database import Values
from reportedly.ledger.file_connection import SqliteConnection
from reportedly.ledger.file_header import APPLICATION_ID, beside, look_at, unless_open_here
from reportedly.ledger.letters import letters_of
from reportedly.ledger.migrating import MIGRATIONS, NO_LEDGER, Told, bring_up_to_date, list_steps, tell_nobody
from reportedly.ledger.query import RIM_KM, Circle
from reportedly.ledger.words import Group, Term, bones_of, list_pieces, pad


class SqliteDatabase(SqliteConnection):
    """What the ledger asks of SQLite."""

    dialect = "sqlite"

    def __init__(self, path: Path, mode: str) -> None:
        super().__init__(path, mode)
        self._letters = letters_of(self.path, self.path.stat().st_ino)

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

    def among(self, column: str, name: str, wanted: Sequence[int] | Sequence[str]) -> tuple[str, Values]:
        return f"{column} IN (SELECT value FROM json_each(:{name}))", {name: json.dumps(wanted)}

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

    def knows_words(self, words: Iterable[str]) -> bool:
        with self.seeing():
            return self._letters.know(self, words)

    def joined(self, column: str) -> str:
        return f"group_concat({column})"

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
        wanted = self.path.with_name(f"{self.path.name}.before-{version}")
        made = next(path for path in beside(wanted) if not path.exists())
        part = made.with_name(f"{made.name}.part")
        try:
            with closing(sqlite3.connect(part)) as target, self.another() as source:
                source.backup(target)
            part.replace(made)
        except (sqlite3.Error, OSError) as error:
            with suppress(OSError):
                part.unlink()
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

    def check_form(self) -> Iterator[tuple[str, str]]:
        yield from self.patiently(lambda: list(sqlite_upkeep.check_form(self.connection)))

    def check_words(self, table: str, rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        yield from sqlite_upkeep.check_words(self.connection, table, rows)

    def check_places(self, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
        yield from sqlite_upkeep.check_places(self.connection, rows)

    def forget_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        self.patiently(lambda: sqlite_upkeep.forget_words(self.connection, table, rows))

    def forget_places(self, numbers: Sequence[int]) -> None:
        self.run_many("DELETE FROM place_box WHERE number = :number", [{"number": number} for number in numbers])

    def has_word(self, word: str) -> bool:
        return any(
            self.ask(f"SELECT 1 FROM {table} WHERE {table} MATCH :word LIMIT 1", {"word": f'"{word}"'})
            for table in ("document_words", "claim_words")
        )

    def remove_words(self, words: Iterable[str]) -> None:
        self.patiently(lambda: sqlite_upkeep.remove_words(self.connection, words))

    def get_ready(self) -> None:  # its ways are fixed
        return

    def wipe(self) -> Sequence[str]:
        sqlite_upkeep.wipe(self.connection, self.address)
        return sqlite_upkeep.list_traces(self.path)

    def copy_to(self, path: Path) -> None:
        """Copy the ledger as it is at one moment to a new file, while others may read and write.

        Raises:
            CopyError: if something is there already, or the disk is full.
        """
        sqlite_upkeep.copy_to(self.connection, path)


def open_file(
    path: Path, *, create: bool, told: Told = tell_nobody, folder: Traversable = MIGRATIONS
) -> SqliteDatabase:
    """The ledger in the file at `path`, made if `create` and nothing is there, and brought up to date."""
    with unless_open_here(path) as may_look:
        if may_look and not look_at(path, list_steps(SqliteDatabase.dialect, folder)[-1][0], create=create):
            look_closer(path)
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


def look_closer(path: Path) -> None:
    """See that no other program's tables are there, without a trace.

    Raises:
        LedgerError: if there are.
    """
    log, journal = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if not journal.exists():  # else somebody is making something at this moment, or died of it
        with closing(SqliteDatabase(path, "mode=ro" if log.exists() else "mode=ro&immutable=1")) as seen:
            seen.version()

"""A ledger in one file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import LedgerError
from reportedly.ledger.database import Row, Values
from reportedly.ledger.migrating import steps_from
from reportedly.ledger.words import bones_of, pad

APPLICATION_ID = 0x72656C67
"""In the file's header, so that it is told from any other SQLite file."""
WAIT_S = 60
"""How long a writer waits for its turn."""
CACHE_KB = 65_536


class SqliteDatabase:
    """One connection to the file at `path`."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.address = str(path)
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
                uri=True,
                timeout=WAIT_S,
                isolation_level=None,
                check_same_thread=False,
            )
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            self._connection.execute("PRAGMA secure_delete = ON")
        except sqlite3.Error as error:
            raise LedgerError(self.address, f"cannot be opened: {error}") from error

    def ask(self, sql: str, values: Values = {}) -> list[Row]:  # noqa: B006 - never changed
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise LedgerError(self.address, f"cannot be used: {error}") from error

    def each(self, sql: str, values: Values = {}) -> Iterator[Row]:  # noqa: B006 - never changed
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise LedgerError(self.address, f"cannot be used: {error}") from error

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise LedgerError(self.address, f"cannot be written: {error}") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        self.ask("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self.ask("COMMIT")

    @contextmanager
    def seeing(self) -> Iterator[None]:
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

    def run_script(self, sql: str, version: int) -> None:
        """One step of `migrations/`, wholly or not at all."""
        self._connection.executescript(
            f"BEGIN IMMEDIATE; {sql}; PRAGMA user_version = {version}; PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
        )

    def close(self) -> None:
        self._connection.close()


def open_file(path: Path, *, create: bool) -> SqliteDatabase:
    """The ledger in the file at `path`, made if `create` and nothing is there."""
    database = SqliteDatabase(path, create=create)
    database.ask("PRAGMA journal_mode = WAL")
    version = database.ask("PRAGMA user_version")[0][0]
    for number, sql in steps_from(version, "sqlite"):
        database.run_script(sql, number)
    return database

"""A connection to a ledger's file: statements, transactions, and patience with others who use it."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from reportedly.errors import LedgerError
from reportedly.ledger.database import Row, Values
from reportedly.ledger.file_header import note_closed, note_opened
from reportedly.ledger.file_trouble import is_unreachable, passes, say_why
from reportedly.reference.outlines import distance_km

T = TypeVar("T")

WAIT_S = 60
"""How long a writer waits for its turn."""
BUSY_S = 0.25
"""How long SQLite waits by itself: nobody can interrupt it while it does."""
CACHE_KB = 65_536
LONG_LOG_BYTES = 64 << 20
"""Where somebody always reads, SQLite never comes to begin its log anew. When it is so long, a writer waits for a moment
without readers, and again when it is longer by as much."""
SHORTEN_S = 2
"""How long it waits for that moment, and other writers with it."""


class SqliteConnection:
    """One connection to the file at `path`, and another for each long answer that is read outside a transaction."""

    def __init__(self, path: Path, mode: str) -> None:
        """`mode` is what SQLite calls options of a file's address, such as `mode=ro`."""
        self.address = str(path)
        self.path = path.absolute()
        self._log = self.path.with_name(f"{self.path.name}-wal")
        self._mode = mode
        self._long_bytes = LONG_LOG_BYTES
        self._name = note_opened(path)
        try:
            self.connection = self._open()
        except BaseException:
            note_closed(self._name)
            raise

    def ask(self, sql: str, values: Values = {}) -> list[Row]:  # noqa: B006 - never changed
        return self.patiently(lambda: self.connection.execute(sql, values).fetchall())

    def each(self, sql: str, values: Values = {}) -> Iterator[Row]:  # noqa: B006 - never changed
        if self.connection.in_transaction:
            yield from self._each(self.connection, sql, values)
            return
        # Whoever writes while reading on must not do so on a connection that sees an older state.
        with self.another() as connection:
            yield from self._each(connection, sql, values)

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        self.patiently(lambda: self.connection.executemany(sql, rows))

    def run_in_turn(self, statements: Sequence[tuple[str, Values]]) -> None:
        for sql, values in statements:
            self.ask(sql, values)

    def put_rows(self, table: str, rows: Sequence[Values]) -> None:
        if rows:
            names = list(rows[0])
            values = ", ".join(f":{name}" for name in names)
            self.run_many(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})", rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        self.ask("BEGIN IMMEDIATE")
        try:
            yield
            self.ask("COMMIT")
        except BaseException:
            self.connection.rollback()
            raise
        self._shorten_log()

    @contextmanager
    def seeing(self) -> Iterator[None]:
        if self.connection.in_transaction:
            yield
            return
        self.ask("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def close(self) -> None:
        if self._name:
            self.connection.close()
            note_closed(self._name)
            self._name = ""

    @contextmanager
    def another(self) -> Iterator[sqlite3.Connection]:
        """Another connection for a while."""
        name = note_opened(self.path)
        try:
            with closing(self._open()) as connection:
                yield connection
        finally:
            note_closed(name)

    def _open(self) -> sqlite3.Connection:
        """A new connection; one that only reads where nothing can be written."""
        try:
            return self.patiently(self._connect)
        except LedgerError as error:
            cause = error.__cause__
            if not self.path.exists() or not isinstance(cause, sqlite3.Error) or not is_unreachable(cause):
                raise
            if self._log.exists() and self._log.stat().st_size:
                raise LedgerError(
                    self.address,
                    f"can only be read here, and its last part lies in {self._log.name}; copy both together",
                ) from error
        # Nobody is writing, or there would be a log: the file may be taken as it is.
        self._mode = "mode=ro&immutable=1"
        return self.patiently(self._connect)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?{self._mode}",
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
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _shorten_log(self) -> None:
        """Move a long log into the file, if its readers make way soon. What was written is safe either way."""
        with suppress(OSError, sqlite3.Error):
            length = self._log.stat().st_size
            if length > self._long_bytes:
                self.connection.execute(f"PRAGMA busy_timeout = {1000 * SHORTEN_S}")
                ((is_busy, *_),) = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self.connection.execute(f"PRAGMA busy_timeout = {round(1000 * BUSY_S)}")
                self._long_bytes = LONG_LOG_BYTES + (length if is_busy else 0)

    def _each(self, connection: sqlite3.Connection, sql: str, values: Values) -> Iterator[Row]:
        cursor = self.patiently(lambda: connection.execute(sql, values))
        try:
            yield from cursor
        except sqlite3.Error as error:
            raise LedgerError(self.address, say_why(error, WAIT_S)) from error

    def patiently(self, run: Callable[[], T]) -> T:
        """What `run` returns, tried again while others are in the way."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                return run()
            except sqlite3.Error as error:
                if not passes(error) or time.monotonic() > until:
                    raise LedgerError(self.address, say_why(error, WAIT_S)) from error
            time.sleep(random.uniform(0.001, 0.02))

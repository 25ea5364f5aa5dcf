"""A ledger on a PostgreSQL server: one schema of a database."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

import psycopg
from psycopg.adapt import Buffer, Loader
from psycopg.conninfo import conninfo_to_dict

from reportedly.errors import LedgerError
from reportedly.ledger import schemas, server_upkeep, statements
from reportedly.ledger.conditions import NOTHING
from reportedly.ledger.database import Row, Values
from reportedly.ledger.query import Circle
from reportedly.ledger.server_address import SECRETS, ServerAddress
from reportedly.ledger.server_trouble import say_why, say_why_not_reached
from reportedly.ledger.statements import name_values, storable
from reportedly.ledger.words import Group, bones_of, list_pieces, list_trigrams

WAIT_S = 60
"""How long a writer waits for its turn."""
CONNECT_TIMEOUT_S = 10
ROWS_AT_ONCE = 500
SETTINGS = (
    ("lock_timeout", f"{WAIT_S}s"),
    # To compile a question takes longer than to answer it from the indexes.
    ("jit", "off"),
    # No disk that turns: a few claims are fetched by their numbers sooner than many are read in a row.
    ("random_page_cost", "1.1"),
)


class NumericLoader(Loader):
    """Sums are whole numbers here as they are in SQLite."""

    def load(self, data: Buffer) -> int | float:
        text = bytes(data).decode("ascii")
        return int(text) if text.lstrip("-").isdigit() else float(text)


class PostgresDatabase:
    """One connection; if it is lost, the next question asked outside a transaction opens another."""

    dialect = "postgres"

    def __init__(self, where: ServerAddress) -> None:
        self.address = where.shown
        self.schema = where.schema
        self._where = where
        self._is_inside = False
        self._numbers = count(1)
        self._connection = self._connect()

    def ask(self, sql: str, values: Values = {}) -> list[Row]:  # noqa: B006 - never changed
        try:
            cursor = self._connected().execute(name_values(sql), storable(values))
            return cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            raise self._trouble(error) from error

    def each(self, sql: str, values: Values = {}) -> Iterator[Row]:  # noqa: B006 - never changed
        name = f"each_{next(self._numbers)}"
        hold = "" if self._is_inside else "WITH HOLD"
        self.ask(f"DECLARE {name} NO SCROLL CURSOR {hold} FOR {sql}", values)
        try:
            while found := self.ask(f"FETCH {ROWS_AT_ONCE} FROM {name}"):
                yield from found
        finally:
            with suppress(LedgerError):  # it is gone already where its transaction or the connection ended
                self.ask(f"CLOSE {name}")

    def run_many(self, sql: str, rows: Sequence[Values]) -> None:
        if not rows:
            return
        try:
            psycopg.Cursor(self._connected()).executemany(name_values(sql), [storable(row) for row in rows])
        except psycopg.Error as error:
            raise self._trouble(error) from error

    def run_in_turn(self, statements: Sequence[tuple[str, Values]]) -> None:
        try:
            with self._connected().pipeline():
                cursor = psycopg.Cursor(self._connection)
                for sql, values in statements:
                    cursor.execute(name_values(sql), storable(values))
        except psycopg.Error as error:
            raise self._trouble(error) from error

    def put_rows(self, table: str, rows: Sequence[Values]) -> None:
        if not rows:
            return
        try:
            with self._connected().cursor().copy(f"COPY {table} ({', '.join(rows[0])}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(statements.storable_row(row.values()))
        except psycopg.Error as error:
            raise self._trouble(error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._transaction("BEGIN ISOLATION LEVEL READ COMMITTED", "COMMIT"):
            self.lock(f"reportedly {self.schema}")
            yield

    @contextmanager
    def seeing(self) -> Iterator[None]:
        if self._is_inside:
            yield
            return
        with self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "ROLLBACK"):
            yield

    def lock(self, name: str) -> None:
        """Wait for a turn at something, until the transaction ends."""
        key = int.from_bytes(hashlib.sha256(name.encode("utf-8")).digest()[:8], "big", signed=True)
        self.ask("SELECT pg_advisory_xact_lock(:key)", {"key": key})

    def index_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        self.put_rows(
            f"{table}_words", [{"rowid": number, "words": statements.vectorise(words)} for number, words in rows]
        )

    def index_places(self, rows: Sequence[tuple[int, float, float]]) -> None:
        self.run_many(
            "INSERT INTO place_point (number, point)"
            " VALUES (:number, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography)",
            [{"number": number, "lat": lat, "lon": lon} for number, lat, lon in rows],
        )

    def add_words(self, words: Iterable[str]) -> None:
        new = self.ask(
            "SELECT w FROM unnest(:words::text[]) WITH ORDINALITY AS t (w, nth)"
            ' WHERE NOT EXISTS (SELECT 1 FROM word WHERE word = w COLLATE "C") ORDER BY nth',
            {"words": list(words)},
        )
        rows = [
            {"word": word, "bones": bones_of(word), "trigrams": statements.write_array(list_trigrams(word))}
            for (word,) in new
        ]
        self.put_rows("word", rows)

    @contextmanager
    def trying(self) -> Iterator[None]:
        """All that is done inside is undone."""
        with self._transaction("BEGIN", "ROLLBACK"):
            yield

    def check_form(self) -> Iterator[tuple[str, str]]:
        yield from server_upkeep.check_form(self)

    def check_words(self, table: str, rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        yield from server_upkeep.check_words(self, table, rows)

    def check_places(self, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
        yield from server_upkeep.check_places(self, rows)

    def forget_words(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        self.run_many(f"DELETE FROM {table}_words WHERE rowid = :number", [{"number": number} for number, _ in rows])

    def forget_places(self, numbers: Sequence[int]) -> None:
        self.run_many("DELETE FROM place_point WHERE number = :number", [{"number": number} for number in numbers])

    def has_word(self, word: str) -> bool:
        return server_upkeep.has_word(self, word)

    def remove_words(self, words: Iterable[str]) -> None:
        self.run_many("DELETE FROM word WHERE word = :word", [{"word": word} for word in words])

    def get_ready(self) -> None:
        server_upkeep.study(self)

    def wipe(self) -> Sequence[str]:
        return server_upkeep.wipe(self)

    def among(self, column: str, name: str, wanted: Sequence[int] | Sequence[str]) -> tuple[str, Values]:
        if not wanted:
            return NOTHING, {}
        form = "text" if isinstance(wanted[0], str) else "bigint"
        return f"{column} = ANY (CAST(:{name} AS {form}[]))", {name: list(wanted)}

    def matches(self, table: str, name: str) -> str:
        return f"{table}.words @@ CAST(:{name} AS tsquery)"

    def write_match(self, groups: Sequence[Group]) -> str:
        return " & ".join(f"({' | '.join(map(statements.quote_term, group))})" for group in groups)

    def words_with_any(self, parts: Sequence[str], fewest: int, most: int, limit: int) -> list[str]:
        pieces = {f"part_{nth}": list_pieces(part) for nth, part in enumerate(parts)}
        tests = " OR ".join(f"trigrams @> CAST(:{name} AS text[])" for name in pieces)
        found = self.ask(
            f"SELECT word FROM word WHERE ({tests}) AND length(word) BETWEEN :fewest AND :most LIMIT :limit",
            {**pieces, "fewest": fewest, "most": most, "limit": limit},
        )
        return [word for (word,) in found]

    def knows_words(self, words: Iterable[str]) -> bool:  # the words are cut and written by us
        return True

    def joined(self, column: str) -> str:
        return f"string_agg(CAST({column} AS text), ',')"

    def places_in_circle(self, circle: Circle) -> tuple[str, Values]:
        return statements.write_circle(circle)

    def places_in_box(self, west: str, east: str) -> str:
        return (
            f"SELECT p.number FROM place p WHERE p.lat BETWEEN :south AND :north AND p.lon BETWEEN :{west} AND :{east}"
        )

    def version(self) -> int | None:
        """Of the tables; None where nothing is yet."""
        return schemas.find_version(self)

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """As `writing`; in a schema that is there, of a database that knows points on Earth."""
        with self.writing():
            schemas.make_schema(self, self.schema)
            schemas.add_extension(self)
            self.use(self.schema)
            yield

    def copy(self, version: int) -> str:
        """A copy in another schema of the database, as the ledger is before it is brought to `version`; its address."""
        return self._where.in_schema(schemas.copy_schema(self, version)).shown

    def run_step(self, sql: str, version: int) -> None:
        """One step of `migrations/`."""
        self.run_script(sql)
        self.ask("UPDATE form SET version = :version", {"version": version})

    def run_script(self, sql: str) -> None:
        """Several statements, without values."""
        try:
            self._connected().execute(sql.encode("utf-8"))
        except psycopg.Error as error:
            raise self._trouble(error) from error

    def use(self, schema: str) -> None:
        """Let names mean the tables of `schema` first, then what PostGIS brings."""
        self.ask(
            "SELECT set_config('search_path', concat_ws(', ', quote_ident(:schema), (SELECT quote_ident(nspname)"
            " FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'postgis')), false)",
            {"schema": schema},
        )

    def close(self) -> None:
        self._connection.close()

    def _connect(self) -> psycopg.Connection[Row]:
        """A new connection that finds our tables first, then those of PostGIS."""
        try:
            asked: dict[str, Any] = {"connect_timeout": CONNECT_TIMEOUT_S, "application_name": "reportedly"}
            asked |= conninfo_to_dict(self._where.connection) | {"client_encoding": "UTF8"}
        except psycopg.Error:
            raise LedgerError(self.address, "has an address that PostgreSQL does not understand") from None
        try:
            connection = psycopg.connect(**asked, autocommit=True, cursor_factory=psycopg.ClientCursor)
        except psycopg.Error as error:
            secrets = [str(asked[name]) for name in SECRETS if asked.get(name)]
            # The cause may spell out the whole address.
            raise LedgerError(self.address, say_why_not_reached(error, secrets)) from None
        connection.adapters.register_loader("numeric", NumericLoader)
        self._connection = connection
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise LedgerError(self.address, f"lies in a database whose encoding is {encoding}; it needs one in UTF8")
        for name, value in SETTINGS:
            self.ask("SELECT set_config(:name, :value, false)", {"name": name, "value": value})
        self.use(self.schema)
        return connection

    def _connected(self) -> psycopg.Connection[Row]:
        """The connection, opened again if it was lost; inside a transaction what was done so far is lost with it."""
        if self._connection.closed and not self._is_inside:
            self._connect()
        return self._connection

    @contextmanager
    def _transaction(self, begin: str, end: str) -> Iterator[None]:
        self.ask(begin)
        self._is_inside = True
        try:
            yield
            self.ask(end)
        except BaseException:
            with suppress(psycopg.Error):  # where the connection is lost the server rolls back by itself
                self._connection.rollback()
            raise
        finally:
            self._is_inside = False

    def _trouble(self, error: psycopg.Error) -> LedgerError:
        return LedgerError(self.address, say_why(error, is_lost=self._connection.closed, wait_s=WAIT_S))

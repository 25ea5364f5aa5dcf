"""A ledger on a server: how it is named, what the server may lack, and how a connection gets lost."""

import subprocess
import sys
from collections.abc import Callable

import psycopg
import pytest

from benchmarks.postgres_server import PROGRAMS
from reportedly.errors import LedgerError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.server_address import read_address
from reportedly.ledger.statements import vectorise
from tests.ledger.readings import make_document, make_reading

pytestmark = pytest.mark.needs(*PROGRAMS)
SECRET = "Gannet-4471"


@pytest.fixture
def address(new_schema: Callable[[], str]) -> str:
    """Where an empty ledger is."""
    address = new_schema()
    open_ledger(address, create=True).close()
    return address


@pytest.fixture
def administrator(server: str) -> psycopg.Connection[tuple[object, ...]]:
    """Somebody else who is connected to the same database."""
    return psycopg.connect(server, autocommit=True)


@pytest.mark.parametrize(
    ("typed", "shown", "schema"),
    [
        ("postgresql://", "postgresql://", "reportedly"),
        ("postgres://desk/news", "postgres://desk/news", "reportedly"),
        (f"postgresql://ann:{SECRET}@desk:5433/news", "postgresql://ann@desk:5433/news", "reportedly"),
        (
            f"postgresql://ann@desk/news?password={SECRET}&sslmode=require&schema=kharkiv",
            "postgresql://ann@desk/news?sslmode=require&schema=kharkiv",
            "kharkiv",
        ),
    ],
)
def test_an_address_is_shown_without_its_password(typed: str, shown: str, schema: str) -> None:
    where = read_address(typed)
    assert (where.shown, where.schema) == (shown, schema)
    assert "schema" not in where.connection
    assert (SECRET in typed) == (SECRET in where.connection)


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://ann:@{SECRET}@desk/news",
        f"postgresql://ann:1/{SECRET}@desk/news",
        f"postgresql://ann:?{SECRET}@desk/news",
        f"postgresql://ann:#{SECRET}@desk/news",
        f"postgresql://ann:{SECRET}@desk:port/news",
        f"postgresql://ann:{SECRET}@localhost:1/news",
        f"postgresql://ann:{SECRET}@[half/news",
        f"postgresql://ann:{SECRET}@localhost/news?what={SECRET}",
        f"postgresql://ann:{SECRET}@localhost/news?schema=Of%20Ours",
    ],
)
def test_what_cannot_be_reached_tells_no_password(address: str) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(address)
    told = f"{caught.value} {caught.value!r} {caught.value.__cause__}"
    assert "Gannet" not in told.replace(f"what={SECRET}", "")


def test_a_schema_with_other_tables_is_left_alone(
    new_schema: Callable[[], str], administrator: psycopg.Connection[tuple[object, ...]]
) -> None:
    address = new_schema()
    schema = read_address(address).schema
    administrator.execute(f"CREATE SCHEMA {schema}; CREATE TABLE {schema}.notes (words TEXT)".encode())
    for create in (False, True):
        with pytest.raises(LedgerError, match="holds other tables; name another with"):
            open_ledger(address, create=create)
    tables = administrator.execute(
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = %s", [schema]
    ).fetchall()
    assert tables == [(1,)]


def test_ledgers_of_one_database_know_nothing_of_each_other(new_schema: Callable[[], str]) -> None:
    with open_ledger(new_schema(), create=True) as one, open_ledger(new_schema(), create=True) as two:
        with one.database.writing():
            two.add(make_document())
        assert (one.seq(), two.seq()) == (0, 1)


def test_without_postgis_it_says_what_an_administrator_does(
    server: str, administrator: psycopg.Connection[tuple[object, ...]]
) -> None:
    administrator.execute("CREATE DATABASE bare")
    administrator.execute("CREATE ROLE clerk LOGIN")
    administrator.execute("GRANT CREATE ON DATABASE bare TO clerk")
    address = server.replace("reportedly@/postgres", "clerk@/bare")
    with pytest.raises(LedgerError, match=r"CREATE EXTENSION postgis;"):
        open_ledger(address, create=True)
    with psycopg.connect(server.replace("/postgres", "/bare"), autocommit=True) as other:
        other.execute("CREATE EXTENSION postgis")
    with open_ledger(address, create=True) as ledger:
        assert ledger.add(make_document())


def test_a_database_in_another_encoding_is_refused(
    server: str, administrator: psycopg.Connection[tuple[object, ...]]
) -> None:
    administrator.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(LedgerError, match="whose encoding is LATIN1"):
        open_ledger(server.replace("/postgres", "/latin"), create=True)


def test_whoever_may_only_read_reads(address: str, administrator: psycopg.Connection[tuple[object, ...]]) -> None:
    schema = read_address(address).schema
    administrator.execute(
        f"CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA {schema} TO reader;"
        f" GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader".encode()
    )
    with open_ledger(address.replace("reportedly@", "reader@")) as ledger:
        assert ledger.seq() == 0
        with pytest.raises(LedgerError, match="whoever runs the server can grant it"):
            ledger.add(make_document())


def test_a_lost_connection_is_told_and_made_anew(
    address: str, administrator: psycopg.Connection[tuple[object, ...]]
) -> None:
    with open_ledger(address) as ledger:
        lose = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s"
        ((process,),) = ledger.database.ask("SELECT pg_backend_pid()")
        administrator.execute(lose, [process])
        with pytest.raises(LedgerError, match="lost its connection"):
            ledger.seq()
        assert ledger.seq() == 0
        with pytest.raises(LedgerError, match="lost its connection"):
            add_and_lose(ledger, administrator, lose)
        assert ledger.seq() == 0
        assert ledger.add(make_document())


def add_and_lose(ledger: SqlLedger, administrator: psycopg.Connection[tuple[object, ...]], lose: str) -> None:
    """Lose the connection while something is being written, and go on as if nothing had happened."""
    with ledger.database.writing():
        ((process,),) = ledger.database.ask("SELECT pg_backend_pid()")
        ledger.database.ask("INSERT INTO watched (url, checked_at) VALUES ('a', 'b')")
        administrator.execute(lose, [process])
        with pytest.raises(LedgerError):
            ledger.database.ask("INSERT INTO watched (url, checked_at) VALUES ('c', 'd')")
        ledger.database.ask("INSERT INTO watched (url, checked_at) VALUES ('e', 'f')")


def test_a_writer_who_waited_too_long_says_for_whom(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.postgres.WAIT_S", 1)
    with open_ledger(address) as first, open_ledger(address) as second, first.database.writing():
        with pytest.raises(LedgerError, match="is being written by somebody else"):
            second.add(make_document())
        assert second.seq() == 0


def test_a_text_may_hold_what_the_server_takes_for_its_own(address: str) -> None:
    title = 'A % of :names, it\'s "said" \\ %(here)s \x00 and $1'
    reading = make_reading(title=title, url="https://example.org/?a=%20:b")
    with open_ledger(address) as ledger:
        id_ = ledger.add(reading.document, reading).id
        assert ledger.add(reading.document, reading).id == id_
        ((there, half),) = ledger.database.ask(
            "SELECT title, ':no value, 5 % '::text FROM document WHERE title LIKE 'A %' AND id = :id", {"id": id_}
        )
    assert (there, half) == (title.replace("\x00", "\ufffd"), ":no value, 5 % ")


def test_a_very_long_text_is_found_by_its_last_word(address: str) -> None:
    with open_ledger(address) as ledger:
        ledger.add(make_document(f"{' often' * 20_000} last"))
        for query, found in (("'last'", 1), ("'la':*", 1), ("'often' <-> 'often'", 1), ("'never'", 0)):
            ((number,),) = ledger.database.ask(
                "SELECT count(*) FROM document_words WHERE words @@ :query::tsquery", {"query": query}
            )
            assert number == found, query


@pytest.mark.parametrize("letter", ["a", "ж", "字"])
def test_no_text_has_more_words_than_the_server_takes(address: str, letter: str) -> None:
    words = vectorise(" ".join(f"{letter * 20}{number}" for number in range(100_000)))
    with open_ledger(address) as ledger:
        ((number,),) = ledger.database.ask("SELECT length(:words::tsvector)", {"words": words})
    assert number > 10_000


def test_without_its_driver_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None; from reportedly.ledger.opening import open_ledger;"
        " open_ledger('postgresql://localhost/news')"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {program}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pip install 'reportedly[postgres]'" in done.stderr


def test_a_ledger_that_hides_its_version_is_refused(
    address: str, administrator: psycopg.Connection[tuple[object, ...]]
) -> None:
    open_ledger(address, create=True).close()
    administrator.execute("SET session_replication_role = replica")
    administrator.execute(f'DELETE FROM "{read_address(address).schema}".form'.encode())
    with pytest.raises(LedgerError, match="does not say of which version"):
        open_ledger(address)

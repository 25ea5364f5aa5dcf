"""What the law demands goes, with every trace that this program can reach; that it went is known."""

import os
import signal
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import ForgettingError, UnfinishedError, UnknownIdError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.sqlite import SqliteDatabase
from reportedly.model.held import Outcome
from reportedly.model.review import Action
from tests.ledger.comparer import compare
from tests.ledger.eventful import (
    CAPTURE,
    LOCATOR,
    RARE,
    SECRET,
    list_claims,
    make_eventful,
    review,
)
from tests.ledger.readings import make_many, make_reading

WISH = {"who": "the court", "why": "order 12/34"}


def places_of(ledger: SqlLedger, address: str) -> Iterator[Path]:
    """Every file in which the ledger may lie."""
    if ledger.database.dialect == "sqlite":
        yield from (path for path in Path(address).parent.iterdir() if path.is_file())
    else:
        folder = Path(address.partition("host=")[2].partition("&")[0]) / "data"
        yield from (path for path in folder.rglob("*") if path.is_file())


def find_traces(ledger: SqlLedger, address: str, *words: bytes) -> set[tuple[str, bytes]]:
    found = set()
    for path in places_of(ledger, address):
        held = path.read_bytes().lower()
        found |= {(path.name, word) for word in words if word in held}
    return found


def packed_contents(ledger: SqlLedger) -> list[bytes]:
    """A piece from the middle of each packed content and comparable: what is packed does not show its words."""
    found = ledger.database.ask("SELECT packed FROM content UNION ALL SELECT packed FROM comparable")
    return [bytes(packed)[10:40].lower() for (packed,) in found if len(bytes(packed)) > 60]


@pytest.mark.slow
def test_no_byte_of_what_is_forgotten_is_left(ledger: SqlLedger, address: str) -> None:
    """The article of the Zyzzogeton Herald, its page as it was fetched, what was read in it and said of it."""
    for each in make_many(3):
        ledger.add(each.document, each)
    compare(ledger)
    kept = packed_contents(ledger)
    id_ = ledger.add(SECRET.document, SECRET, CAPTURE).id
    compare(ledger)
    review(ledger, Action.NOTE, list_claims(ledger, id_)[0], why="a zyzzogeton indeed")
    ledger.note_asked(CAPTURE.url, None, None, CAPTURE.captured_at)
    gone = [each for each in packed_contents(ledger) if each not in kept]
    words = [word.encode(code) for word in RARE for code in ("utf-8", "utf-16-le", "utf-16-be")]
    assert len(find_traces(ledger, address, *words)) >= len(RARE) and find_traces(ledger, address, *gone)
    forgotten = ledger.forget(id_, **WISH)
    assert (forgotten.entries, forgotten.left) == (4, ())
    assert find_traces(ledger, address, *words, *gone) == set()
    assert find_traces(ledger, address, *kept)


def test_that_it_was_forgotten_is_known(ledger: SqlLedger) -> None:
    id_ = ledger.add(SECRET.document, SECRET, CAPTURE).id
    ledger.forget(id_, **WISH)
    found = ledger.verify()
    assert found.found == 0
    assert [(each.entry.kind.value, each.who, each.why) for each in found.forgotten] == [
        (kind, "the court", "order 12/34") for kind in ("capture", "document", "reading")
    ]
    assert ledger.add(SECRET.document, SECRET).outcome is Outcome.FORGOTTEN
    assert ledger.look_up(SECRET.document) is not None
    with pytest.raises(ForgettingError, match="before"):
        ledger.forget(id_, **WISH)


def test_others_stay_as_they_were(ledger: SqlLedger) -> None:
    """Words, sources and places that others have too are left; those that nothing has are gone."""
    first, second = make_many(2)
    id_ = ledger.add(first.document, first).id
    other = ledger.add(second.document, second).id
    before = state_of(ledger, other)
    words = {word for (word,) in ledger.database.ask("SELECT word FROM word")}
    ledger.forget(id_, **WISH)
    assert state_of(ledger, other) == before
    assert words - {word for (word,) in ledger.database.ask("SELECT word FROM word")} == {"0"}
    assert ledger.verify().found == 0


def state_of(ledger: SqlLedger, document: str) -> list[Any]:
    """How a document's claims are found, with what they name."""
    return [
        list(row)
        for row in ledger.database.ask(
            "SELECT c.id, c.words, c.kind, s.name, s.folded, p.name, p.lat, r.number FROM claim c"
            " JOIN document d ON d.number = c.document JOIN reading r ON r.number = c.reading"
            " LEFT JOIN claim_source u ON u.claim = c.number LEFT JOIN source s ON s.number = u.source AND s.name = 'Front Diary'"
            " LEFT JOIN claim_place w ON w.claim = c.number LEFT JOIN place p ON p.number = w.place"
            " WHERE d.id = :id ORDER BY c.number, u.chain, u.link, w.nth",
            {"id": document},
        )
    ]


def test_a_source_is_written_then_as_the_others_write_it(ledger: SqlLedger) -> None:
    """FRONT DIARY in the one, Front Diary in the other."""
    loud, quiet = make_many(2)
    loud_sources = tuple(
        type(each)(**{name: getattr(each, name) for name in each.__slots__} | {"name": each.name.upper()})
        for each in loud.sources
    )
    loud = type(loud)(
        document=loud.document, made_by=loud.made_by, sources=loud_sources, claims=loud.claims, flags=loud.flags
    )
    id_ = ledger.add(loud.document, loud).id
    ledger.add(quiet.document, quiet)
    assert ("FRONT DIARY",) in [tuple(row) for row in ledger.database.ask("SELECT name FROM source")]
    ledger.forget(id_, **WISH)
    assert ("Front Diary",) in [tuple(row) for row in ledger.database.ask("SELECT name FROM source")]
    assert ledger.verify().found == 0


def test_a_page_that_others_come_from_stays_and_is_named(ledger: SqlLedger) -> None:
    first, second = make_many(2)
    id_ = ledger.add(first.document, first, CAPTURE).id
    ledger.add(second.document, second, CAPTURE)
    forgotten = ledger.forget(id_, **WISH)
    assert forgotten.also and ledger.capture(forgotten.also[0]) == CAPTURE
    assert ledger.verify().found == 0


def test_no_version_comes_back_when_the_one_after_it_is_forgotten(ledger: SqlLedger) -> None:
    """A first version, its edit, and the edit of that: each is forgotten in turn."""
    texts = ("One was hurt.", "Two were hurt.", "Three were hurt.")
    ids = []
    for text in texts:
        reading = make_reading(text, locator=LOCATOR)
        ids.append(ledger.add(reading.document, reading).id)
    standing = "SELECT id FROM document WHERE until IS NULL"
    assert ledger.forget(ids[1], **WISH).also == (ids[0], ids[2])
    assert [tuple(row) for row in ledger.database.ask(standing)] == [(ids[2],)]
    assert ledger.verify().found == 0
    ledger.forget(ids[2], **WISH)
    assert ledger.database.ask(standing) == []
    assert ledger.verify().found == 0
    reading = make_reading("Four were hurt.", locator=LOCATOR)
    ledger.add(reading.document, reading)
    assert ledger.verify().found == 0


def test_a_review_that_is_forgotten_counts_no_longer(ledger: SqlLedger) -> None:
    """Ada corrected a claim, and somebody took an acceptance back; both reviews must go."""
    reading = make_reading()
    claims = list_claims(ledger, ledger.add(reading.document, reading).id)
    wrong = review(ledger, Action.CORRECT, claims[0], field="kind", value='"combat"', why="a zyzzogeton told me")
    accepted = review(ledger, Action.ACCEPT, claims[0])
    taken_back = review(ledger, Action.WITHDRAW, accepted)
    kinds = "SELECT kind, verdict, corrected FROM claim WHERE id = :id AND until IS NULL"
    assert [tuple(row) for row in ledger.database.ask(kinds, {"id": claims[0]})] == [("combat", None, 1)]
    ledger.forget(wrong, **WISH)
    assert [tuple(row) for row in ledger.database.ask(kinds, {"id": claims[0]})] == [("control", None, 0)]
    assert ledger.verify().found == 0
    ledger.forget(taken_back, **WISH)
    assert [tuple(row) for row in ledger.database.ask(kinds, {"id": claims[0]})] == [("control", "accepted", 0)]
    assert ledger.forget(accepted, **WISH).entries == 1
    assert ledger.verify().found == 0


def test_claims_of_others_lose_the_reviews_that_named_the_forgotten(ledger: SqlLedger) -> None:
    first, second = make_many(2)
    ids = [ledger.add(each.document, each).id for each in (first, second)]
    claims = [list_claims(ledger, id_)[0] for id_ in ids]
    merge = review(ledger, Action.MERGE, *claims)
    review(ledger, Action.WITHDRAW, merge)
    assert ledger.forget(ids[0], **WISH).entries == 4
    assert [each.what for each in ledger.history(claims[1])][1:] == []
    assert ledger.verify().found == 0


def test_what_cannot_be_forgotten_is_refused(ledger: SqlLedger) -> None:
    made = make_eventful(ledger)
    before = ledger.seq()
    with pytest.raises(ForgettingError, match="document"):
        ledger.forget(made.claims[0], **WISH)
    for table in ("source", "place"):
        ((id_,),) = ledger.database.ask(f"SELECT id FROM {table} ORDER BY number LIMIT 1")
        with pytest.raises(ForgettingError, match=f"a {table} goes with the last document"):
            ledger.forget(id_, **WISH)
    with pytest.raises(UnknownIdError):
        ledger.forget("rp-0000000000", **WISH)
    with pytest.raises(ForgettingError, match="why"):
        ledger.forget(made.document, who="the court", why=" ")
    assert ledger.seq() == before


def test_a_reader_in_the_way_is_told_of_and_the_rest_done_later(
    ledger: SqlLedger, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody reads on while the court's order is carried out: then the file is wiped when they are done."""
    for module in ("sqlite_upkeep", "server_upkeep"):
        monkeypatch.setattr(f"reportedly.ledger.{module}.PATIENCE_S", 0.2)
    id_ = ledger.add(SECRET.document, SECRET).id
    with open_ledger(address) as reader, reader.database.seeing():
        reader.seq()
        with pytest.raises(UnfinishedError, match="--finish"):
            ledger.forget(id_, **WISH)
        assert ledger.verify().forgotten
    assert ledger.finish_forgetting() == ()
    assert find_traces(ledger, address, b"zyzzogeton", b"quuxly") == set()


def die_at_vacuum(sql: str) -> None:
    """End this program as a power cut would, before the file is written anew."""
    if sql == "VACUUM":
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program cannot be doubled there")
@pytest.mark.parametrize("nowhere", ["sqlite"], indirect=True)
def test_a_forgetting_that_was_killed_is_whole_and_can_be_finished(ledger: SqlLedger, address: str) -> None:
    """Killed when all is out of the tables, and the file is about to be written anew."""
    id_ = ledger.add(SECRET.document, SECRET, CAPTURE).id
    words = [word.encode() for word in RARE]
    ledger.close()
    child = os.fork()
    if not child:
        opened = open_ledger(address)
        assert isinstance(opened.database, SqliteDatabase)
        opened.database.connection.set_trace_callback(die_at_vacuum)
        opened.forget(id_, **WISH)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with open_ledger(address) as opened:
        found = opened.verify()
        assert not found.faults and id_ in {gone.entry.id for gone in found.forgotten}
        with pytest.raises(ForgettingError, match="forget --finish"):
            opened.forget(id_, **WISH)
        opened.finish_forgetting()
    assert not find_traces(opened, address, *words)


@pytest.mark.parametrize("nowhere", ["sqlite"], indirect=True)
def test_a_copy_made_before_an_upgrade_is_named(ledger: SqlLedger, address: str) -> None:
    copy = Path(f"{address}.before-2")
    copy.write_bytes(zlib.compress(b"an older ledger"))
    id_ = ledger.add(SECRET.document, SECRET).id
    assert [str(copy) in left for left in ledger.forget(id_, **WISH).left] == [True]

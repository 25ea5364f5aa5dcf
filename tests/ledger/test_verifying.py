"""Whoever changes a row behind the ledger's back is found out, and the row is named."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger import rows
from reportedly.ledger.chain import bind
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.verdicts import Verification
from reportedly.model.review import Action
from tests.ledger.eventful import Eventful, make_eventful, review, unguarded
from tests.ledger.readings import Says, make_reading

pytestmark = pytest.mark.slow

# Every table with its key, the columns that lead to a row, those that it says, and how its rows are named in a fault.
TABLES = {
    "entry": ("seq", "seq id kind subject at content_sha256 previous hash", "", "entry "),
    "content": ("seq", "seq packed", "", "entry "),
    "head": ("one", "seq hash", "", "head"),
    "forgotten": ("seq", "seq forgetting", "", "forgotten "),
    "document": (
        "number",
        "number until",
        "id sha256 raw_sha256 outlet url title language published captured_at capture replaces locator",
        "document ",
    ),
    "reading": ("number", "number document", "made_by until", "reading "),
    "claim": (
        "number",
        "number id document since",
        """reading place_in_reading until kind polarity certainty tense presupposed depth verdict corrected outlet language
        published earliest latest is_long words""",
        "claim ",
    ),
    "source": ("number", "number id", "name folded", "source "),
    "source_name": ("ending, source", "ending source", "", "source_name "),
    "claim_source": ("claim, chain, link", "claim chain link", "source type identity side is_origin", "claim_source "),
    "place": ("number", "number id", "name folded bones gazetteer_id lat lon country", "place "),
    "claim_place": ("claim, nth", "claim nth", "place role", "claim_place "),
    "claim_flag": ("claim, code", "claim code", "", "claim_flag "),
    "review": ("number, subject", "number subject action", "", "review "),
    "word": ("number", "number word", "bones", "word "),
}
KEPT_BY_KEY_ALONE = {("word", "number")}
"""In PostgreSQL a word's number leads to nothing else."""


@pytest.fixture
def eventful(ledger: SqlLedger) -> Eventful:
    return make_eventful(ledger)


def other_than(value: Any, column: str) -> Any:
    """Another value of the same type."""
    if value is None:
        return 1 if column in ("until", "replaces") else "x"
    if isinstance(value, bytes | memoryview):
        return bytes(value)[:-1] + bytes([bytes(value)[-1] ^ 1])
    return f"{value}x" if isinstance(value, str) else value + 1000


def names_a_row(verification: Verification, beginning: str) -> bool:
    return any(fault.where.startswith(beginning) for fault in verification.faults)


def first_row(ledger: SqlLedger, table: str, column: str) -> tuple[str, dict[str, Any], Any]:
    """The condition and the values that single out the first row of a table, and what it says in a column."""
    keys = TABLES[table][0].split(", ")
    *key, value = ledger.database.ask(f"SELECT {', '.join(keys)}, {column} FROM {table} ORDER BY {', '.join(keys)}")[0]
    return (
        " AND ".join(f"{name} = :k_{name}" for name in keys),
        {f"k_{name}": each for name, each in zip(keys, key, strict=True)},
        value,
    )


def test_what_was_only_added_to_is_whole(ledger: SqlLedger, eventful: Eventful) -> None:
    told: list[tuple[int, int]] = []
    found = ledger.verify(lambda done, total: told.append((done, total)))
    assert (found.faults, found.found, found.entries, found.seq) == ((), 0, ledger.seq(), ledger.seq())
    assert told[-1] == (ledger.seq(), ledger.seq())
    assert {(each.who, each.why) for each in found.forgotten} == {("the court", "order 12/34")}
    assert eventful.forgotten in {each.entry.id for each in found.forgotten}


@pytest.mark.parametrize("table", TABLES)
def test_every_column_that_leads_to_a_row_is_checked(ledger: SqlLedger, eventful: Eventful, table: str) -> None:
    """Nobody can give a row another number, another owner or another place in the order."""
    _, names, _, beginning = TABLES[table]
    for column in names.split():
        if (table, column) in KEPT_BY_KEY_ALONE and ledger.database.dialect == "postgres":
            continue
        where, key, value = first_row(ledger, table, column)
        change = f"UPDATE {table} SET {column} = :value WHERE {where}"
        with unguarded(ledger):
            ledger.database.ask(change, {"value": other_than(value, column), **key})
            found = ledger.verify()
            moved = {f"k_{column}": other_than(value, column)} if f"k_{column}" in key else {}
            ledger.database.ask(change, {"value": value, **key, **moved})
        named = [fault.where for fault in found.faults]
        assert any(beginning in where for where in named), (table, column, named)


@pytest.mark.parametrize("table", [table for table in TABLES if TABLES[table][2]])
def test_every_column_that_says_something_is_checked(ledger: SqlLedger, eventful: Eventful, table: str) -> None:
    """Nobody can change what a row says: each column is named with what it should say."""
    _, _, names, beginning = TABLES[table]
    for column in names.split():
        where, key, value = first_row(ledger, table, column)
        with unguarded(ledger):
            change = f"UPDATE {table} SET {column} = :value WHERE {where}"
            ledger.database.ask(change, {"value": other_than(value, column), **key})
    wrong = " ".join(fault.wrong for fault in ledger.verify().faults if fault.where.startswith(beginning))
    assert [column for column in names.split() if f"{column} is " not in wrong] == []


@pytest.mark.parametrize("table", [table for table in TABLES if table != "head"])
def test_a_row_that_is_missing_is_named(ledger: SqlLedger, eventful: Eventful, table: str) -> None:
    where, key, _ = first_row(ledger, table, "1")
    with unguarded(ledger):
        ledger.database.ask(f"DELETE FROM {table} WHERE {where}", key)
    assert any(TABLES[table][3] in fault.where for fault in ledger.verify().faults)


@pytest.mark.parametrize("table", [table for table in TABLES if table != "head"])
def test_a_row_that_was_added_is_named(ledger: SqlLedger, eventful: Eventful, table: str) -> None:
    keys, leading, said, beginning = TABLES[table]
    listed = list(dict.fromkeys([*keys.split(", "), *leading.split(), *said.split()]))
    row = ledger.database.ask(f"SELECT {', '.join(listed)} FROM {table} ORDER BY {keys}")[-1]
    values = dict(zip(listed, row, strict=True))
    for column in values:
        if column in keys.split(", ") or column in ("id", "sha256", "word"):
            values[column] = other_than(values[column], column)
    if table == "word" and ledger.database.dialect == "postgres":
        values["trigrams"] = ["abc"]
    places = ", ".join(f":{name}" for name in values)
    with unguarded(ledger):
        ledger.database.ask(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", values)
    named = [fault.where for fault in ledger.verify().faults]
    assert any(beginning in where or where.startswith(table) for where in named)


def test_two_entries_that_change_places_are_named(ledger: SqlLedger, eventful: Eventful) -> None:
    with unguarded(ledger):
        for seq, then in ((1, -1), (2, 1), (-1, 2)):
            ledger.database.ask("UPDATE entry SET seq = :then WHERE seq = :seq", {"seq": seq, "then": then})
    assert names_a_row(ledger.verify(), "entry 1 (reading")
    assert names_a_row(ledger.verify(), "entry 2 (document")


def test_contents_that_change_places_are_named(ledger: SqlLedger, eventful: Eventful) -> None:
    with unguarded(ledger):
        for seq, then in ((1, -1), (2, 1), (-1, 2)):
            ledger.database.ask("UPDATE content SET seq = :then WHERE seq = :seq", {"seq": seq, "then": then})
    found = ledger.verify()
    assert names_a_row(found, "entry 1 (document")
    assert names_a_row(found, "entry 2 (reading")


def test_an_end_that_was_cut_off_is_found(ledger: SqlLedger, eventful: Eventful) -> None:
    """Even with the head set back, and everything that was made of the last entry taken out."""
    noted = ledger.verify()
    with unguarded(ledger):
        ledger.database.ask("DELETE FROM forgotten")
        ledger.database.ask("DELETE FROM content WHERE seq = :seq", {"seq": noted.seq})
        ledger.database.ask("DELETE FROM entry WHERE seq = :seq", {"seq": noted.seq})
    assert names_a_row(ledger.verify(), "head")
    with unguarded(ledger):
        ledger.database.ask(
            "UPDATE head SET seq = :seq, hash = (SELECT hash FROM entry WHERE seq = :seq)", {"seq": noted.seq - 1}
        )
    assert not names_a_row(ledger.verify(), "head")
    assert names_a_row(ledger.verify(expected=[(noted.seq, noted.hash)]), f"entry {noted.seq}")


def test_an_end_that_was_written_anew_is_found_by_a_hash_that_was_noted(ledger: SqlLedger) -> None:
    """Whoever may write everything can forge a record that is whole; then the hash is another."""
    made = make_eventful(ledger)
    id_ = review(ledger, Action.NOTE, made.document, why="one thing")
    noted = ledger.verify()
    assert ledger.verify(expected=[(noted.seq, noted.hash), (1, noted.hash[:0])]).found == 0
    forge_last(ledger, id_, b"one thing", b"two things")
    assert ledger.verify().found == 0
    found = ledger.verify(expected=[(noted.seq, noted.hash)])
    assert [fault.where for fault in found.faults] == [f"entry {noted.seq} (review {id_})"]
    assert ledger.verify(expected=[(noted.seq, noted.hash[:12])]).found == 1


def forge_last(ledger: SqlLedger, id_: str, words: bytes, instead: bytes) -> None:
    """Write other words into the last entry, with every hash as it must be."""
    ask = ledger.database.ask
    seq, subject, at, previous, packed = ask(
        "SELECT e.seq, e.subject, e.at, e.previous, c.packed FROM entry e JOIN content c ON c.seq = e.seq WHERE e.id = :id",
        {"id": id_},
    )[0]
    written = rows.unpack(bytes(packed)).replace(words, instead)
    content_sha256 = hashlib.sha256(written).digest()
    forged = bind(seq, id_, "review", subject, at, content_sha256, bytes(previous))
    values = {"seq": seq, "packed": rows.pack(written), "content_sha256": content_sha256, "hash": forged}
    with unguarded(ledger):
        ask("UPDATE content SET packed = :packed WHERE seq = :seq", values)
        ask("UPDATE entry SET content_sha256 = :content_sha256, hash = :hash WHERE seq = :seq", values)
        ask("UPDATE head SET hash = :hash", values)


def test_words_by_which_rows_are_found_are_checked(ledger: SqlLedger, eventful: Eventful) -> None:
    """A document that a search no longer finds, and one that it finds by words that it has not."""
    ((number,), (other,)) = ledger.database.ask("SELECT number FROM document ORDER BY number LIMIT 2")
    for table in ("document", "claim"):
        with unguarded(ledger):
            ledger.database.forget_words(table, [(number, words_of(ledger, table, number))])
        assert names_a_row(ledger.verify(), f"{table}_words of {table} number {number}")
        ledger.database.index_words(table, [(number, "quite other words")])
        assert names_a_row(ledger.verify(), f"{table}_words of {table} number {number}")
    assert other


def words_of(ledger: SqlLedger, table: str, number: int) -> str:
    from reportedly.ledger.columns import document_words
    from reportedly.ledger.unpacking import document_at

    if table == "document":
        return document_words(document_at(ledger.database, number))
    return str(ledger.database.ask("SELECT words FROM claim WHERE number = :number", {"number": number})[0][0])


@pytest.mark.parametrize("index", ["document_words", "claim_words", "word_trigram"])
def test_the_ways_to_words_are_checked(tmp_path: Path, index: str) -> None:
    """The pages of a full-text table were whole, and its search found less than half of what is on them."""
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        for part in range(4):
            words = " ".join(hashlib.sha256(b"%d" % number).hexdigest()[:9] for number in range(part, 2000, 4))
            reading = make_reading(words, Says(words))
            ledger.add(reading.document, reading)
        assert not ledger.verify().faults
        ledger.database.ask(f"DELETE FROM {index}_idx")
        assert names_a_row(ledger.verify(), index)


def test_where_places_are_found_is_checked(ledger: SqlLedger, eventful: Eventful) -> None:
    ((number,), *_) = ledger.database.ask("SELECT number FROM place ORDER BY number")
    ledger.database.forget_places([number])
    assert names_a_row(ledger.verify(), f"place_box of place number {number}")
    ledger.database.index_places([(number, 1.0, 2.0)])
    assert names_a_row(ledger.verify(), f"place_box of place number {number}")


GUARDS = {"sqlite": ("DROP TRIGGER entry_kept",), "postgres": ("ALTER TABLE entry DISABLE TRIGGER entry_kept",)}


def test_a_trigger_that_is_off_is_named(ledger: SqlLedger, eventful: Eventful) -> None:
    for sql in GUARDS[ledger.database.dialect]:
        ledger.database.ask(sql)
    (fault,) = ledger.verify().faults
    assert "trigger" in fault.where and "entry_kept" in fault.where


def test_of_many_faults_the_first_are_shown_and_all_are_counted(ledger: SqlLedger, eventful: Eventful) -> None:
    with unguarded(ledger):
        for number in range(150):
            ledger.database.ask("INSERT INTO forgotten VALUES (:seq, 1)", {"seq": 1000 + number})
    found = ledger.verify()
    assert (len(found.faults), found.found) == (100, 150)


def test_content_that_is_no_json_is_named_and_the_rest_checked(ledger: SqlLedger, eventful: Eventful) -> None:
    with unguarded(ledger):
        ledger.database.ask("UPDATE content SET packed = :packed WHERE seq = 1", {"packed": b"\x00\x01"})
        ledger.database.ask("DELETE FROM claim_flag")
    found = ledger.verify()
    assert names_a_row(found, "entry 1 (document")
    assert names_a_row(found, "claim_flag of claim")


@pytest.mark.parametrize("nowhere", ["sqlite"], indirect=True)
def test_a_page_that_the_disk_spoiled_is_told_and_the_rest_checked(
    ledger: SqlLedger, eventful: Eventful, address: str
) -> None:
    """A bad block in an index."""
    ((page,),) = ledger.database.ask("SELECT rootpage FROM sqlite_master WHERE name = 'claim_flag_code'")
    ((size,),) = ledger.database.ask("PRAGMA page_size")
    ledger.database.ask("PRAGMA wal_checkpoint(TRUNCATE)")
    ledger.close()
    with Path(address).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with open_ledger(address) as spoiled:
        found = spoiled.verify()
    assert found.found and found.entries == found.seq
    assert names_a_row(found, "file")

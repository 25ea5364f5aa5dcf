"""What checking, forgetting and copying ask of a ledger in one file."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from glob import escape
from itertools import islice
from pathlib import Path
from typing import Any

from reportedly.errors import CopyError, LedgerError, UnfinishedError
from reportedly.ledger.migrating import list_steps
from reportedly.ledger.words import pad

CHECKED_AT_ONCE = 500
"""Rows whose words are cut up together."""
DENSE = 1 << 27
"""Numbers below are given one after another; only a row put there by somebody else has a greater one."""
MASK = (1 << 64) - 1
PATIENCE_S = 10
"""How long wiping waits for others."""

# Of each full-text table: its name, its column and its options, without those that say where the rows are.
INDEXES: dict[str, tuple[str, str, str]] = {
    "document": ("document_words", "words", "tokenize = 'unicode61 remove_diacritics 0'"),
    "claim": ("claim_words", "words", "tokenize = 'unicode61 remove_diacritics 0'"),
    "word": ("word_trigram", "padded", "detail = 'none', tokenize = 'trigram'"),
}


class Sums:
    """For each row a sum over all words by which it should be found, less those by which it is."""

    def __init__(self) -> None:
        self._dense = array("Q")
        self._other: dict[int, int] = {}

    def add(self, found: Iterable[tuple[int, Any, Any]], sign: int) -> None:
        """Add, or with -1 take off, what `found` says of its rows: a number, and two things about the row."""
        dense, length = self._dense, len(self._dense)
        for number, one, other in found:
            amount = sign * hash((one, other))
            if not 0 <= number < DENSE:
                self._other[number] = (self._other.get(number, 0) + amount) & MASK
                continue
            if number >= length:
                dense.extend([0] * (number + 1 - length + number // 2))
                length = len(dense)
            dense[number] = (dense[number] + amount) & MASK

    def list_uneven(self) -> Iterator[int]:
        """The rows that are not found by exactly the words that they should be."""
        yield from (number for number, amount in enumerate(self._dense) if amount)
        yield from (number for number, amount in self._other.items() if amount)


def check_form(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """What is wrong with pages, tables, indexes and triggers. Words are checked against their indexes only if the file may be written."""
    try:
        for (wrong,) in connection.execute("PRAGMA integrity_check(20)"):
            if wrong != "ok":
                yield "file", str(wrong)
    except sqlite3.DatabaseError as error:
        yield "file", str(error)
    yield from compare_form(connection)
    for index, _, _ in INDEXES.values():
        try:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            if "readonly" not in str(error) and "locked" not in str(error):
                yield index, f"is damaged: {error}"
                continue
        yield from check_ways(connection, index)


def check_ways(connection: sqlite3.Connection, index: str) -> Iterator[tuple[str, str]]:
    """Whether the words of a full-text table are found: its pages may be whole while the ways to them are not."""
    connection.execute("DROP TABLE IF EXISTS temp.listed")
    connection.execute(f"CREATE VIRTUAL TABLE temp.listed USING fts5vocab (main, {index}, row)")
    # All words are listed page by page; one that is asked for is looked up, as a search does.
    ((lost,),) = connection.execute(
        "SELECT count(*) FROM temp.listed a WHERE NOT EXISTS"
        " (SELECT 1 FROM temp.listed b WHERE b.term = a.term AND b.doc = a.doc AND b.cnt IS a.cnt)"
    )
    if lost:
        yield index, f"{lost:,} of its words are not found, though they are in it"


def compare_form(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Which tables, indexes and triggers are missing, added or changed."""
    listed = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    fresh = sqlite3.connect(":memory:")
    try:
        for _, sql in list_steps("sqlite"):
            fresh.executescript(sql)
        wanted = {(kind, name): sql for kind, name, sql in fresh.execute(listed)}
    finally:
        fresh.close()
    there = {(kind, name): sql for kind, name, sql in connection.execute(listed)}
    for key in sorted(wanted.keys() | there.keys()):
        where = " ".join(key)
        if key not in there:
            yield where, "is missing"
        elif key not in wanted:
            yield where, "is there, though no ledger has it"
        elif there[key] != wanted[key]:
            yield where, "is not the one that a ledger has"


def check_words(
    connection: sqlite3.Connection, table: str, rows: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    """Which rows of `document`, `claim` or `word` are found by other words than `rows` say."""
    index, column, options = INDEXES[table]
    sums = Sums()
    scratch = sqlite3.connect(":memory:")
    try:
        scratch.execute(f"CREATE VIRTUAL TABLE {index} USING fts5 ({column}, content = '', {options})")
        remaining = iter(rows)
        while batch := list(islice(remaining, CHECKED_AT_ONCE)):
            padded = [(number, pad(words) if table == "word" else words) for number, words in batch]
            scratch.executemany(f"INSERT INTO {index} (rowid, {column}) VALUES (?, ?)", padded)
            add_up(scratch, index, sums, 1)
            scratch.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    finally:
        scratch.close()
    try:
        add_up(connection, index, sums, -1)
    except sqlite3.DatabaseError as error:
        raise LedgerError(index, f"is damaged: {error}") from error
    for number in sums.list_uneven():
        yield number, "the words by which it is found are not its words"


def add_up(connection: sqlite3.Connection, index: str, sums: Sums, sign: int) -> None:
    """Add up, row by row, the words of a full-text table with their places, and how many it says they are."""
    connection.execute("DROP TABLE IF EXISTS temp.seen")
    connection.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, {index}, instance)")
    sums.add(connection.execute("SELECT doc, term, offset FROM temp.seen"), sign)
    sums.add(connection.execute(f"SELECT id, '', sz FROM {index}_docsize"), sign)


def check_places(connection: sqlite3.Connection, rows: Iterable[tuple[int, float, float]]) -> Iterator[tuple[int, str]]:
    """Which places lie in another box than their own; boxes are kept with 32 bits, rounded outwards."""
    left = {number for (number,) in connection.execute("SELECT number FROM place_box")}
    for number, lat, lon in rows:
        box = connection.execute(
            "SELECT south, north, west, east FROM place_box WHERE number = ?", (number,)
        ).fetchone()
        left.discard(number)
        if box is None:
            yield number, "is missing"
        elif not (is_around(lat, box[0], box[1]) and is_around(lon, box[2], box[3])):
            yield number, f"is not around {lat}, {lon}"
    for number in sorted(left):
        yield number, "is there, though no such place has a point"


def is_around(degrees: float, low: float, high: float) -> bool:
    """Is this the narrowest interval around `degrees` that 32 bits allow?"""
    return low <= degrees <= high and high - low <= 1e-4


def wipe(connection: sqlite3.Connection, address: str) -> None:
    """Write the file anew without what was taken out, and empty the write-ahead log.

    Raises:
        UnfinishedError: if somebody else reads or writes, or the disk is full.
    """
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_S * 1000}")
        for index, _, _ in INDEXES.values():
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        connection.execute("VACUUM")
        (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise UnfinishedError(address, f"it cannot be written anew now ({error})") from error
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")
    if is_busy:
        raise UnfinishedError(address, "somebody else is reading it")


def list_traces(path: Path) -> Sequence[str]:
    """The copies that this program made beside the file before an upgrade: they hold what was forgotten."""
    copies = sorted(path.parent.glob(f"{escape(path.name)}.before-*"))
    return [f"the copy {copy}, made before an upgrade" for copy in copies]


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the ledger as it is at one moment to a new file, while others may read and write.

    Raises:
        CopyError: if something is there already, or the disk is full.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise CopyError(str(path), "something is there already; name a new file") from error
    except OSError as error:
        raise CopyError(str(path), f"it cannot be written ({error.strerror})") from error
    try:
        with closing(sqlite3.connect(part)) as target:
            connection.backup(target)
        part.replace(path)
    except BaseException as error:
        for each in (part, path):
            each.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise CopyError(str(path), str(error)) from error
        raise


def forget_words(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[int, str]]) -> None:
    """Take the words of rows out of their full-text table."""
    index, column, _ = INDEXES[table]
    connection.executemany(f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', ?, ?)", rows)


def remove_words(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Take words out of the vocabulary."""
    for word in words:
        found = connection.execute("SELECT number FROM word WHERE word = ?", (word,)).fetchall()
        forget_words(connection, "word", [(number, pad(word)) for (number,) in found])
        connection.execute("DELETE FROM word WHERE word = ?", (word,))

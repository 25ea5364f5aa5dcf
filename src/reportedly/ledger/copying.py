"""A ledger written into another, empty one, row by row with the same hashes, whatever either is kept in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from reportedly.errors import CopyError
from reportedly.ledger.checking import CLAIM, DOCUMENT, LINK, READING
from reportedly.ledger.columns import document_words
from reportedly.ledger.database import Database, Values
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.recording import INSERT_CONTENT, INSERT_ENTRY
from reportedly.ledger.server_address import is_server
from reportedly.ledger.sqlite import SqliteDatabase
from reportedly.ledger.unpacking import document_at
from reportedly.ledger.verifying import Progress

AT_ONCE = 1000
"""Rows that are written together."""

# What things are found by, what was compared and what is watched, each table before those that name it, in the order in which rows are written.
TABLES: Sequence[tuple[str, Sequence[str], str]] = (
    ("document", [*DOCUMENT, "replaces", "until"], "number"),
    ("reading", READING, "number"),
    ("claim", ["number", *CLAIM], "number"),
    ("source", ["number", "id", "name", "folded"], "number"),
    ("source_name", ["ending", "source"], "ending, source"),
    ("place", ["number", "id", "name", "folded", "bones", "gazetteer_id", "lat", "lon", "country"], "number"),
    ("claim_source", ["claim", "chain", "link", "source", *LINK], "claim, chain, link"),
    ("claim_place", ["claim", "nth", "place", "role"], "claim, nth"),
    ("claim_flag", ["claim", "code"], "claim, code"),
    ("review", ["number", "subject", "action"], "number, subject"),
    ("comparable", ["number", "claim", "document", "rank", "event", "grp", "packed"], "number"),
    ("block", ["key", "comparable"], "key, comparable"),
    ("compared", ["one", "seq", "document", "rules"], "one"),
    ("unsettled_block", ["key"], "key"),
    ("unsettled_document", ["document"], "document"),
    ("watched", ["url", "etag", "last_modified", "checked_at"], "url"),
)
ENTRY = "seq id kind subject at content_sha256 previous hash".split()


def copy_record(source: Database, target: Database, progress: Progress | None = None) -> int:
    """Write all of `source` into `target`; the number of the last entry. `verify` tells whether it is whole.

    Args:
        progress: told how many entries are done, and of how many.

    Raises:
        CopyError: if `target` holds anything.
        LedgerError: if `source` is damaged such that a ledger does not take it in. Then `target` is still empty.
    """
    with source.seeing(), target.writing():
        if target.ask("SELECT 1 FROM entry"):
            raise CopyError(target.address, "it holds something already; name an empty one")
        copy_entries(source, target, progress)
        for table, names, order in TABLES:
            for rows in each_batch(source, table, names, order):
                target.put_rows(table, rows)
                index(source, target, table, rows)
        ((last,),) = target.ask("SELECT seq FROM head")
    return int(last)


def copy_entries(source: Database, target: Database, progress: Progress | None) -> None:
    """Write the entries with their contents, and what was forgotten with its forgetting."""
    ((total,),) = source.ask("SELECT count(*) FROM entry")
    names = ", ".join(f"e.{name}" for name in ENTRY)
    found = source.each(f"SELECT {names}, c.packed FROM entry e LEFT JOIN content c ON c.seq = e.seq ORDER BY e.seq")
    for done, (*values, packed) in enumerate(found, 1):
        entry = dict(zip(ENTRY, values, strict=True))
        written: list[tuple[str, Values]] = [
            (INSERT_ENTRY, {**entry, **{name: bytes(entry[name]) for name in ENTRY[5:]}})
        ]
        if packed is not None:
            written.append((INSERT_CONTENT, {"seq": entry["seq"], "packed": bytes(packed)}))
        target.run_in_turn(written)
        if entry["kind"] == "forgetting":
            gone = source.ask("SELECT seq FROM forgotten WHERE forgetting = :seq ORDER BY seq", {"seq": entry["seq"]})
            target.put_rows("forgotten", [{"seq": seq, "forgetting": entry["seq"]} for (seq,) in gone])
        if progress:
            progress(done, total)


def each_batch(source: Database, table: str, names: Sequence[str], order: str) -> Iterator[list[Mapping[str, object]]]:
    """The rows of a table, some at a time."""
    found = iter(source.each(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"))
    while rows := [dict(zip(names, row, strict=True)) for row in islice(found, AT_ONCE)]:
        yield list(rows)


def index(source: Database, target: Database, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Make rows findable by their words or by where they lie."""
    if table == "document":
        for row in rows:
            number = int(str(row["number"]))
            words = document_words(document_at(source, number))
            target.index_words("document", [(number, words)])
            target.add_words(dict.fromkeys(words.split()))
    elif table == "claim":
        said = [(int(str(row["number"])), str(row["words"])) for row in rows]
        target.index_words("claim", said)
        target.add_words(dict.fromkeys(word for _, words in said for word in words.split()))
    elif table == "place":
        points = [(int(str(row["number"])), row["lat"], row["lon"]) for row in rows]
        target.index_places(
            [(number, lat, lon) for number, lat, lon in points if isinstance(lat, float) and isinstance(lon, float)]
        )


def back_up(source: Database, target: str, progress: Progress | None = None) -> tuple[int, str]:
    """Copy a ledger to a new file or into an empty place on a server; the number and the hash of the last entry.

    A copy is a ledger: to open it is to restore it.

    Raises:
        CopyError: if something is there already, or it cannot be written.
    """
    if not is_server(target) and isinstance(source, SqliteDatabase):
        source.copy_to(Path(target))
    else:
        if not is_server(target) and Path(target).exists():
            raise CopyError(target, "something is there already; name a new file")
        with open_ledger(target, create=True) as made:
            copy_record(source, made.database, progress)
    with open_ledger(target) as made:
        ((seq, hash_),) = made.database.ask("SELECT seq, hash FROM head")
    return int(seq), bytes(hash_).hex()

"""Is the ledger as it was written? Every row of the record, and every row that was made of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reportedly.errors import LedgerError, StoredFormError
from reportedly.ledger import rows
from reportedly.ledger.chain import BEGINNING, bind
from reportedly.ledger.checking import (
    check_documents,
    check_endings,
    check_strays,
    check_versions,
    check_vocabulary,
    list_claim_words,
)
from reportedly.ledger.checking_compared import check_compared
from reportedly.ledger.database import Database, Row
from reportedly.ledger.faults import Faults
from reportedly.ledger.unpacking import ENTRY_COLUMNS, make_entry
from reportedly.ledger.verdicts import Gone, Verification
from reportedly.model.held import Entry, EntryKind
from reportedly.model.review import Action, Review

Progress = Callable[[int, int], object]
"""Told how many entries are done, and of how many."""

SHAPES: Mapping[EntryKind, Any] = {
    EntryKind.DOCUMENT: rows.StoredDocument,
    EntryKind.CAPTURE: rows.StoredCapture,
    EntryKind.READING: rows.StoredReading,
    EntryKind.REVIEW: Review,
    EntryKind.FORGETTING: rows.StoredForgetting,
}

ENTRIES = (
    f"SELECT {ENTRY_COLUMNS}, c.packed, f.forgetting"
    " FROM entry e LEFT JOIN content c ON c.seq = e.seq LEFT JOIN forgotten f ON f.seq = e.seq ORDER BY e.seq"
)


@dataclass
class Record:
    """What walking through the record has brought to light."""

    entries: int = 0
    seq: int = 0
    hash: bytes = BEGINNING
    sound_documents: set[int] = field(default_factory=set)
    forgettings: dict[int, tuple[rows.StoredForgetting, datetime]] = field(default_factory=dict)
    gone: list[tuple[Entry, int]] = field(default_factory=list)
    """Entries without content, each with the forgetting that is given as the reason."""


def verify(
    database: Database, progress: Progress | None = None, expected: Sequence[tuple[int, str]] = ()
) -> Verification:
    """Check every row of the ledger. Nothing is changed.

    Holds one document at a time, and every distinct word once.

    Args:
        progress: told how many entries are done, and of how many.
        expected: hashes noted earlier: number of an entry and its hash in hexadecimal, or the beginning of it.
    """
    faults, record = Faults(), Record()
    for where, wrong in database.check_form():
        faults.add(where, wrong)
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("record", lambda: walk_record(database, faults, record, expected, progress)),
        ("forgotten", lambda: check_forgotten(database, faults, record)),
        ("review", lambda: check_reviews(database, faults)),
        *list_found_by(database, faults, record),
    )
    with database.seeing():
        for where, check in checks:
            try:
                check()
            except LedgerError as error:  # pages that cannot be read; the other checks go on
                faults.add(where, error.wrong)
    return Verification(
        entries=record.entries,
        seq=record.seq,
        hash=record.hash.hex(),
        faults=tuple(faults.shown),
        found=faults.found,
        forgotten=tuple(list_gone(record)),
    )


def walk_record(
    database: Database,
    faults: Faults,
    record: Record,
    expected: Sequence[tuple[int, str]],
    progress: Progress | None,
) -> None:
    """Check that each entry follows the one before, and that its content is what was written."""
    noted = dict(expected)
    ((total,),) = database.ask("SELECT count(*) FROM entry")
    for row in database.each(ENTRIES):
        record.entries += 1
        try:
            check_entry(faults, record, row)
        except (TypeError, ValueError, AttributeError) as error:
            faults.add(f"entry {row[0]} ({row[2]} {row[1]})", f"cannot be read: {error}")
        if row[0] in noted and not record.hash.hex().startswith(noted.pop(row[0]).lower()):
            faults.add(f"entry {row[0]} ({row[2]} {row[1]})", "has not the hash that was noted of it")
        if progress:
            progress(record.entries, total)
    for seq in sorted(noted):
        faults.add(f"entry {seq}", "a hash was noted of it, but the record does not reach so far")
    check_head(database, faults, record)


def check_entry(faults: Faults, record: Record, row: Row) -> None:
    """Check one entry, and take from it what later checks need."""
    seq, id_, kind, subject, at, content_sha256, previous, hash_, packed, forgetting = row
    where = f"entry {seq} ({kind} {id_})"
    if seq != record.seq + 1:
        faults.add(where, f"follows entry {record.seq}: {count_missing(record.seq + 1, seq)}")
    if bytes(previous) != record.hash:
        faults.add(where, "is not bound to the entry before it")
    if bytes(hash_) != bind(seq, id_, kind, subject, at, bytes(content_sha256), bytes(previous)):
        faults.add(where, "its hash is not that of its columns")
    record.seq, record.hash = seq, bytes(hash_)
    if kind not in SHAPES:
        faults.add(where, f"there are no entries of the kind {kind!r}")
        return
    entry = make_entry(row)
    if forgetting is not None:
        record.gone.append((entry, forgetting))
        if packed is not None:
            faults.add(where, f"its content is there, though entry {forgetting} had it forgotten")
    elif packed is None:
        faults.add(where, "its content is missing, and no forgetting says why")
    else:
        check_content(faults, record, entry, where, bytes(packed))


def check_content(faults: Faults, record: Record, entry: Entry, where: str, packed: bytes) -> None:
    """Check what lies beside an entry."""
    try:
        written = rows.unpack(packed)
        if rows.digest(written) != entry.content_sha256:
            faults.add(where, "its content is not what was written: the hash is another")
            return
        content = rows.read(written, SHAPES[entry.kind])
    except StoredFormError as error:
        faults.add(where, f"its content is damaged ({error.wrong})")
        return
    if entry.kind is EntryKind.DOCUMENT:
        record.sound_documents.add(entry.seq)
    if isinstance(content, rows.StoredForgetting):
        record.forgettings[entry.seq] = (content, entry.at)


def count_missing(first: int, then: int) -> str:
    """Which entries are not there, in words."""
    if then <= first:
        return "a number that was given already"
    return f"entry {first} is missing" if then == first + 1 else f"entries {first} to {then - 1} are missing"


def check_head(database: Database, faults: Faults, record: Record) -> None:
    """Check that the record ends where it says that it does."""
    found = [(seq, bytes(hash_)) for seq, hash_ in database.ask("SELECT seq, hash FROM head")]
    if found != [(record.seq, record.hash)]:
        said = f"entry {found[0][0]}" if found else "nowhere"
        faults.add("head", f"says that the record ends at {said}, but the last row is entry {record.seq}, or another")


def check_forgotten(database: Database, faults: Faults, record: Record) -> None:
    """Check that what was forgotten is what forgettings say, and that nothing lies beside no entry."""
    promised = {
        (seq, content_sha256): forgetting
        for forgetting, (stored, _) in record.forgettings.items()
        for seq, content_sha256 in stored.entries
    }
    for entry, forgetting in record.gone:
        if promised.pop((entry.seq, entry.content_sha256.hex()), None) != forgetting:
            faults.add(f"forgotten {entry.seq}", f"entry {forgetting} is no forgetting of it")
    for (seq, _), forgetting in promised.items():
        faults.add(f"forgotten {seq}", f"is missing, though entry {forgetting} had it forgotten")
    for table in ("content", "forgotten"):
        for (seq,) in database.each(
            f"SELECT t.seq FROM {table} t LEFT JOIN entry e ON e.seq = t.seq WHERE e.seq IS NULL"
        ):
            faults.add(f"{table} {seq}", "lies beside no entry")


def check_reviews(database: Database, faults: Faults) -> None:
    """Check the rows by which reviews are found."""
    expected = {
        (id_, "of", subject): {"action": review.action.value}
        for _, id_, review in each_review(database)
        for subject in list_subjects(database, review)
    }
    found = database.each(
        "SELECT coalesce(e.id, 'of entry ' || r.number), r.subject, r.action FROM review r"
        " LEFT JOIN entry e ON e.seq = r.number AND e.kind = 'review'"
    )
    faults.match("review", expected, (((id_, "of", subject), {"action": action}) for id_, subject, action in found))


def each_review(database: Database) -> Iterator[tuple[int, str, Review]]:
    """Every review of the record that can be read, with its entry and id."""
    for seq, id_, packed in database.each(
        "SELECT e.seq, e.id, c.packed FROM entry e JOIN content c ON c.seq = e.seq WHERE e.kind = 'review'"
        " ORDER BY e.seq"
    ):
        try:
            yield seq, id_, rows.read(rows.unpack(bytes(packed)), Review)
        except StoredFormError:
            continue  # named when the record was walked through


def list_subjects(database: Database, review: Review) -> set[str]:
    """All that a review is about: with a taking back also what the review taken back was about."""
    about = set(review.subjects)
    if review.action is Action.WITHDRAW:
        for (packed,) in database.ask(
            "SELECT c.packed FROM entry e JOIN content c ON c.seq = e.seq WHERE e.id = :id AND e.kind = 'review'",
            {"id": review.subjects[0]},
        ):
            about |= list_subjects(database, rows.read(rows.unpack(bytes(packed)), Review))
    return about


def list_found_by(database: Database, faults: Faults, record: Record) -> Iterator[tuple[str, Callable[[], None]]]:
    """The checks of every row by which things are found, in the order in which they need each other."""
    words: set[str] = set()

    def check_places() -> None:
        found = database.each("SELECT number, lat, lon FROM place WHERE lat IS NOT NULL AND lon IS NOT NULL")
        for number, wrong in database.check_places((row[0], row[1], row[2]) for row in found):
            faults.add(f"place_box of place number {number}", wrong)

    def check_words(index: str, table: str, expected: Iterator[tuple[int, str]]) -> None:
        for number, wrong in database.check_words(table, expected):
            faults.add(f"{index} of {table} number {number}", wrong)

    def check_succession() -> None:
        untils = {number: until for stored, _ in record.forgettings.values() for number, until in stored.untils}
        check_versions(database, faults, untils)

    documents = check_documents(database, faults, record.sound_documents, words)
    yield "document_words", lambda: check_words("document_words", "document", documents)
    yield "claim_words", lambda: check_words("claim_words", "claim", list_claim_words(database, words))
    yield "word_trigram", lambda: check_words("word_trigram", "word", check_vocabulary(database, faults, words))
    yield "place_box", check_places
    yield "document", check_succession
    yield "source_name", lambda: check_endings(database, faults)
    yield "stray rows", lambda: check_strays(database, faults)
    yield "comparable", lambda: check_compared(database, faults)


def list_gone(record: Record) -> Iterator[Gone]:
    """The entries that were forgotten, with who and why."""
    for entry, forgetting in record.gone:
        if forgetting in record.forgettings:
            stored, at = record.forgettings[forgetting]
            yield Gone(entry=entry, who=stored.who, why=stored.why, at=at)

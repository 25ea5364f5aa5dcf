"""Is the record of a ledger whole? Counted by hand, with nothing of the ledger but its rows and its hash."""

from collections.abc import Iterator

from reportedly.ledger.chain import BEGINNING, bind
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.rows import digest, unpack

ENTRIES = (
    "SELECT e.seq, e.id, e.kind, e.subject, e.at, e.content_sha256, e.previous, e.hash, c.packed"
    " FROM entry e LEFT JOIN content c ON c.seq = e.seq ORDER BY e.seq"
)
# Each must come out as 0.
COUNTS = {
    "documents without an entry": (
        "SELECT count(*) FROM entry e LEFT JOIN document d ON d.number = e.seq WHERE e.kind = 'document' AND d.id IS NULL"
    ),
    "documents without a reading": (
        "SELECT count(*) FROM document d LEFT JOIN reading r ON r.document = d.number WHERE r.number IS NULL"
    ),
    "documents with two readings": (
        "SELECT count(*) FROM (SELECT document FROM reading GROUP BY document HAVING count(*) > 1) AS doubled"
    ),
    "documents without their words": (
        "SELECT count(*) FROM document d LEFT JOIN document_words w ON w.rowid = d.number WHERE w.rowid IS NULL"
    ),
    "readings without two claims": (
        "SELECT count(*) FROM (SELECT r.number FROM reading r LEFT JOIN claim c ON c.reading = r.number AND c.until IS NULL"
        " GROUP BY r.number HAVING count(DISTINCT c.id) <> 2 OR count(c.id) <> 2) AS odd"
    ),
    "claims without a place": (
        "SELECT count(*) FROM claim c LEFT JOIN claim_place p ON p.claim = c.number WHERE p.claim IS NULL"
    ),
}
"""The documents of `make_reading()`, each read once: what a half-written one would show."""


def find_faults(ledger: SqlLedger) -> Iterator[str]:
    """What is not as it should be, in words."""
    with ledger.database.seeing():
        last, previous = 0, BEGINNING
        for seq, id_, kind, subject, at, content_sha256, before, hash_, packed in ledger.database.each(ENTRIES):
            bound = bind(seq, id_, kind, subject, at, bytes(content_sha256), previous)
            if seq != last + 1 or bytes(before) != previous or bytes(hash_) != bound:
                yield f"entry {seq} is not bound to the one before"
            if packed is None or digest(unpack(bytes(packed))) != bytes(content_sha256):
                yield f"entry {seq} has not the content that it had"
            last, previous = seq, bytes(hash_)
        ((seq, hash_),) = ledger.database.ask("SELECT seq, hash FROM head")
        if (seq, bytes(hash_)) != (last, previous):
            yield "the head is not the last entry"
        for what, sql in COUNTS.items():
            ((number,),) = ledger.database.ask(sql)
            if number:
                yield f"{number} {what}"

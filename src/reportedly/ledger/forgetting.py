"""Taking out what the law demands: content goes, its hash and the reason stay."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.errors import ForgettingError, UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.columns import document_words
from reportedly.ledger.database import Database
from reportedly.ledger.recording import append
from reportedly.ledger.replacing import list_first_named, remove_claims, remove_unused, rename, replace_claims
from reportedly.ledger.unpacking import ask_each, content_at
from reportedly.ledger.unsettling import remove_compared
from reportedly.ledger.verdicts import Forgotten
from reportedly.model.document import Document
from reportedly.model.held import EntryKind
from reportedly.model.ids import make_id

FORGETTABLE = (EntryKind.DOCUMENT, EntryKind.REVIEW)
# What has an id and no entry of its own: where its id is, and what has to be forgotten instead.
GOES_WITH: Sequence[tuple[str, str, str]] = (
    ("claim", "id", "a claim goes with its document; name that"),
    ("source", "id", "a source goes with the last document that names it; name those"),
    ("place", "id", "a place goes with the last document that names it; name those"),
    ("comparable", "event", "an event goes with the documents of its claims; name those"),
)


@dataclass
class Going:
    """All that goes with what is to be forgotten."""

    entries: dict[int, str] = field(default_factory=dict)
    """Numbers and ids."""
    documents: dict[int, Document] = field(default_factory=dict)
    urls: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    """Claims whose reviews go."""
    shared: tuple[str, ...] = ()
    """Captures that stay, since other documents come from them."""


def forget(database: Database, id_: str, who: str, why: str) -> Forgotten:
    """Take the content of a document or a review out of the tables, with all that was made of it. Inside `writing`.

    `Database.wipe` must follow, outside: until then traces lie in the file.

    Raises:
        UnknownIdError: if nothing has that id.
        ForgettingError: if it is no document and no review, or was forgotten before.
    """
    if not who.strip() or not why.strip():
        raise ForgettingError(id_, "say who wants it and why; both are kept in its place")
    seq, kind = find_entry(database, id_)
    going = Going()
    if kind is EntryKind.DOCUMENT:
        add_document(database, going, seq, id_)
    else:
        going.entries[seq] = id_
    add_reviews(database, going)
    others = list_versions(database, seq) if kind is EntryKind.DOCUMENT else ()
    write_forgetting(database, going, id_, who, why, ended_by(database, going.documents))
    remove_reviews(database, going)
    remove_compared(database, going.documents, going.touched)
    for number, document in going.documents.items():
        remove_document(database, number, document)
    replace_claims(database, going.touched)
    database.run_many("DELETE FROM content WHERE seq = :seq", [{"seq": each} for each in going.entries])
    database.run_many("DELETE FROM watched WHERE url = :url", [{"url": url} for url in going.urls])
    return Forgotten(id=id_, entries=len(going.entries), also=(*others, *going.shared), left=())


def find_entry(database: Database, id_: str) -> tuple[int, EntryKind]:
    """Number and kind of what may be forgotten."""
    found = database.ask(
        "SELECT e.seq, e.kind, f.seq FROM entry e LEFT JOIN forgotten f ON f.seq = e.seq WHERE e.id = :id", {"id": id_}
    )
    if not found:
        for table, column, goes in GOES_WITH:
            if database.ask(f"SELECT 1 FROM {table} WHERE {column} = :id", {"id": id_}):
                raise ForgettingError(id_, goes)
        raise UnknownIdError(id_, ())
    seq, kind, gone = found[0]
    if gone is not None:
        raise ForgettingError(
            id_, "it was forgotten before; if that run broke off, `reportedly forget --finish` overwrites its traces"
        )
    if kind not in FORGETTABLE:
        raise ForgettingError(id_, f"a {kind} goes with its document; name that")
    return int(seq), EntryKind(kind)


def add_document(database: Database, going: Going, seq: int, id_: str) -> None:
    """Note a document with its readings and, if no other document comes from it, its web capture."""
    stored = rows.read(content_at(database, seq), rows.StoredDocument)
    document = rows.restore_document(stored)
    going.entries[seq] = id_
    going.documents[seq] = document
    going.urls |= {url for url in (document.url, document.locator) if url}
    for number, reading in database.ask(
        "SELECT seq, id FROM entry WHERE subject = :id AND kind = 'reading' ORDER BY seq", {"id": id_}
    ):
        going.entries[number] = reading
    if stored.capture is None:
        return
    if database.ask(
        "SELECT 1 FROM document WHERE capture = :capture AND number <> :seq", {"capture": stored.capture, "seq": seq}
    ):
        going.shared = (stored.capture,)
        return
    for number, capture in database.ask("SELECT seq, id FROM entry WHERE id = :id", {"id": stored.capture}):
        held = rows.read(content_at(database, number), rows.StoredCapture)
        going.entries[number] = capture
        going.urls |= {held.url, held.final_url}


def add_reviews(database: Database, going: Going) -> None:
    """Note every review of what goes, and every review of those."""
    numbers = [{"number": number} for number in going.documents]
    claims = {id_ for each in numbers for (id_,) in database.ask("SELECT id FROM claim WHERE document = :number", each)}
    new: set[str] = claims | set(going.entries.values())
    while new:
        found = {number for (number,) in ask_each(database, "SELECT number FROM review WHERE subject IN", new)}
        asked = ask_each(database, "SELECT seq, id FROM entry WHERE seq IN", found - going.entries.keys())
        entries = {seq: id_ for seq, id_ in asked}  # noqa: C416 - rows are sequences of any length
        going.entries |= entries
        new = set(entries.values())
    touched = {
        subject for (subject,) in ask_each(database, "SELECT subject FROM review WHERE number IN", going.entries)
    }
    going.touched = touched - claims - set(going.entries.values())


def list_versions(database: Database, seq: int) -> tuple[str, ...]:
    """The ids of the other versions of a document."""
    found = database.ask(
        "SELECT o.id FROM document d JOIN document o ON o.locator = d.locator AND o.number <> d.number"
        " AND coalesce(o.outlet, '') = coalesce(d.outlet, '') WHERE d.number = :seq ORDER BY o.number",
        {"seq": seq},
    )
    return tuple(id_ for (id_,) in found)


def ended_by(database: Database, numbers: Iterable[int]) -> Sequence[tuple[int, int]]:
    """Other versions that do not stand because these do: number, and until when. It stays so."""
    found: set[tuple[int, int]] = set()
    for number in numbers:
        asked = database.ask(
            "SELECT o.number, o.until FROM document d JOIN document o ON o.locator = d.locator"
            " AND coalesce(o.outlet, '') = coalesce(d.outlet, '') WHERE d.number = :number AND (o.until = d.number"
            " OR o.until = o.number AND o.number > d.number AND (d.until IS NULL OR d.until > o.number))",
            {"number": number},
        )
        found |= {(other, until) for other, until in asked}
    return sorted(found)


def write_forgetting(
    database: Database, going: Going, id_: str, who: str, why: str, untils: Sequence[tuple[int, int]]
) -> None:
    """Say in the record what is forgotten, by whom and why, before anything goes."""
    hashes = ask_each(database, "SELECT seq, content_sha256 FROM entry WHERE seq IN", going.entries)
    stored = rows.StoredForgetting(
        who=who,
        why=why,
        entries=tuple(sorted((seq, bytes(content_sha256).hex()) for seq, content_sha256 in hashes)),
        untils=tuple(untils),
    )
    ((last,),) = database.ask("SELECT seq FROM head")
    forgetting = append(database, EntryKind.FORGETTING, make_id("forgetting", id_, str(last + 1)), id_, stored)
    database.run_many(
        "INSERT INTO forgotten (seq, forgetting) VALUES (:seq, :forgetting)",
        [{"seq": seq, "forgetting": forgetting} for seq in sorted(going.entries)],
    )


def remove_reviews(database: Database, going: Going) -> None:
    """Take out the rows by which reviews are found."""
    database.run_many("DELETE FROM review WHERE number = :seq", [{"seq": seq} for seq in going.entries])


def remove_document(database: Database, number: int, document: Document) -> None:
    """Take out every row that was made of a document, and what nothing else names."""
    which = {"number": number}
    claims = [
        (row[0], row[1]) for row in database.ask("SELECT number, words FROM claim WHERE document = :number", which)
    ]
    named = list_first_named(database, [claim for claim, _ in claims])
    remove_claims(database, claims)
    database.ask("DELETE FROM reading WHERE document = :number", which)
    words = document_words(document)
    database.forget_words("document", [(number, words)])
    database.ask("UPDATE document SET replaces = NULL WHERE replaces = :number", which)
    database.ask("DELETE FROM document WHERE number = :number", which)
    remove_unused(database, {word for said in (words, *(said for _, said in claims)) for word in said.split()})
    rename(database, named)

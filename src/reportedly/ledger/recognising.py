"""What a ledger has already of documents that come in: the same, their bytes, their places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.ledger.database import Database
from reportedly.ledger.statements import INSTEAD_OF_NUL, NUL
from reportedly.ledger.unpacking import document_at
from reportedly.model.document import Document
from reportedly.model.held import Added, Outcome
from reportedly.model.ids import make_id

Key = tuple[str, ...]
"""What two documents have in common, as every database keeps it."""
Version = tuple[int, str, str | None]
"""Number, id and instant of capture of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A document that is not added, since it is known or was forgotten."""

    added: Added
    number: int | None
    """Of the document that is there; None if it was forgotten."""


def look_up(database: Database, document: Document) -> Added | None:
    """What would become of `document` if it is known or was forgotten; None if it would be added."""
    (found,) = look_up_all(database, [document])
    return found.added if found else None


def look_up_all(database: Database, documents: Sequence[Document]) -> list[Recognised | None]:
    """The same of many documents, which are asked for together."""
    same = find_same(database, documents)
    raw = [each for each in documents if each.raw_sha256 and each.id not in same]
    alike = find_alike(database, raw) if raw else {}
    found = [same.get(each.id) or find_again(database, each, alike) for each in documents]
    ids = [make_id("document", each.id) for each, known in zip(documents, found, strict=True) if known is None]
    gone = find_forgotten(database, ids) if ids else set()
    return [
        known or (recognise(Outcome.FORGOTTEN, id_) if (id_ := make_id("document", each.id)) in gone else None)
        for each, known in zip(documents, found, strict=True)
    ]


def recognise(outcome: Outcome, id_: str, number: int | None = None) -> Recognised:
    """What becomes of a document that is not added."""
    return Recognised(added=Added(outcome=outcome, id=id_), number=number)


def find_same(database: Database, documents: Sequence[Document]) -> dict[str, Recognised]:
    """Those that are there, by `Document.id`."""
    test, values = database.among("sha256", "ids", [each.id for each in documents])
    found = database.ask(f"SELECT sha256, id, number FROM document WHERE {test}", values)
    return {sha256: recognise(Outcome.KNOWN, id_, number) for sha256, id_, number in found}


def find_alike(database: Database, documents: Sequence[Document]) -> Mapping[Key, list[tuple[str, int, str | None]]]:
    """Id, number and place of what came from the same bytes, the earliest first, by `key_of_bytes`."""
    test, values = database.among("raw_sha256", "raw", list({each.raw_sha256 or "" for each in documents}))
    alike: dict[Key, list[tuple[str, int, str | None]]] = defaultdict(list)
    for raw, outlet, published, id_, number, locator in database.ask(
        "SELECT raw_sha256, coalesce(outlet, ''), coalesce(published, ''), id, number, locator FROM document"
        f" WHERE {test} ORDER BY number",
        values,
    ):
        alike[make_key(raw, outlet, published)].append((id_, number, locator))
    return alike


def find_again(
    database: Database, document: Document, alike: Mapping[Key, Sequence[tuple[str, int, str | None]]]
) -> Recognised | None:
    """What came from the same bytes and is the same, though its text or its address differs."""
    for id_, number, locator in alike.get(key_of_bytes(document), ()) if document.raw_sha256 else ():
        if is_same_place(locator, document) or has_text(database, number, document):
            return recognise(Outcome.KNOWN, id_, number)
    return None


def is_same_place(locator: str | None, document: Document) -> bool:
    """Does `document` stand there? Then its bytes tell that it is the same, even if we take other words out of them now."""
    return locator is not None and locator == document.locator


def has_text(database: Database, number: int, document: Document) -> bool:
    """Has the document with this number the same words? The entries of a feed share its bytes, and not their words."""
    return document_at(database, number).text == document.text


def find_forgotten(database: Database, ids: Sequence[str]) -> set[str]:
    """Those of the short ids of documents that were forgotten."""
    test, values = database.among("e.id", "ids", ids)
    return {
        id_ for (id_,) in database.ask(f"SELECT e.id FROM entry e JOIN forgotten f USING (seq) WHERE {test}", values)
    }


def versions_before(database: Database, documents: Sequence[Document]) -> Mapping[Key, Version]:
    """What the same outlet has at the same place now, by `key_of_place`."""
    test, values = database.among("locator", "locators", list({each.locator for each in documents if each.locator}))
    found = database.ask(
        "SELECT locator, coalesce(outlet, ''), number, id, captured_at FROM document"
        f" WHERE {test} AND until IS NULL ORDER BY number",
        values,
    )
    return {make_key(locator, outlet): (number, id_, at) for locator, outlet, number, id_, at in found}


def key_of_place(document: Document) -> Key:
    """What versions of one document have in common; nothing if it has no place."""
    return make_key(document.locator, document.outlet or "") if document.locator else ()


def key_of_bytes(document: Document) -> Key:
    """What documents have in common that may be one though their texts differ; nothing if their bytes are not known."""
    if not document.raw_sha256:
        return ()
    return make_key(document.raw_sha256, document.outlet or "", str(document.published or ""))


def make_key(*parts: str) -> Key:
    """A key of texts as every database keeps them."""
    return tuple(part.replace(NUL, INSTEAD_OF_NUL) for part in parts)

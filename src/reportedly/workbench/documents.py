"""Documents: a page of them, and one as it is read."""

from reportedly.errors import RequestError
from reportedly.flow.known import events_of
from reportedly.flow.reading import why_unread
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.held import HeldDocument
from reportedly.present.cards import head_document
from reportedly.present.reader_page import make_reader
from reportedly.present.screen_shapes import ReaderShape
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import find_id, make_query, read_at
from reportedly.workbench.parameters import FILTERS, PUBLISHED, TEXT
from reportedly.workbench.shapes import DocumentsShape, IncomingShape

OF_DOCUMENTS = frozenset({"document", "at", TEXT.name, *(each.name for each in PUBLISHED)})
OF_CLAIMS_ALONE = tuple(each.name for each in FILTERS if each.name not in OF_DOCUMENTS)
"""Filters that tell claims apart, and not documents."""
MOST_CLAIMS = 300
"""Claims of a document whose events are told with it."""
NAME_ANOTHER = "if that is wrong, name its language when you bring it in again"
LATER = "A later version took its place: what is claimed stands there."


def list_documents(asked: Asked) -> DocumentsShape:
    """A page of the documents that fit."""
    query = make_query(asked.words, asked.ledger)
    # The filters go along from screen to screen.
    ignored = [name for name in OF_CLAIMS_ALONE if asked.words.many(name)]
    page = asked.ledger.documents(Query(
        text=query.text, ids=query.documents, published_from=query.published_from, published_to=query.published_to,
        languages=query.languages, outlets=query.outlets, at=query.at, sort=query.sort,
        newest_first=query.newest_first, limit=query.limit, after=query.after,
    ))  # fmt: skip
    notes = [f"documents are not told apart by {', '.join(ignored)}: those filters are for claims"] if ignored else []
    return DocumentsShape(
        items=[shape_incoming(each) for each in page.items], after=page.after, notes=[*page.notes, *notes]
    )


def shape_incoming(held: HeldDocument) -> IncomingShape:
    """A document with when it came."""
    return IncomingShape(
        document=head_document(held.document, held.id),
        added_at=held.added_at,
        claims=held.claims,
        is_read=held.made_by is not None,
        is_graphic=held.graphic is not None,
    )


def show_document(asked: Asked) -> ReaderShape:
    """A document as it is read, with its claims."""
    at = read_at(asked.words, asked.ledger)
    held = hold_document(asked.ledger, find_id(asked.path["id"], "document", asked.ledger), at)
    claims = sorted(
        asked.ledger.each_claim(Query(documents=(held.id,), at=at)),
        key=lambda each: (each.claim.span.start, each.claim.span.end, each.claim.id),
    )
    events = events_of(asked.ledger, [each.claim.id for each in claims[:MOST_CLAIMS]], at=at)
    return make_reader(held, claims, events, unread=say_unread(held), graphic_review=held.graphic)


def hold_document(ledger: Ledger, id_: str, at: int | None = None) -> HeldDocument:
    """The document with this id, also where a later version took its place.

    Raises:
        RequestError: if it is not there.
    """
    held = next(iter(ledger.documents(Query(ids=(id_,), at=at, limit=1)).items), None)
    if held is None or (at is not None and held.seq > at):
        when = "was forgotten" if at is None else f"was not there after entry {at}"
        raise RequestError(404, f"the document {id_} {when}; its history tells why")
    return held


def say_unread(held: HeldDocument) -> str | None:
    """Why nothing of it stands, where that is not a matter of its words."""
    if held.replaced_by is not None:
        return LATER
    refusal = why_unread(held.document, NAME_ANOTHER) if held.made_by is None else None
    return refusal and f"It {refusal}."

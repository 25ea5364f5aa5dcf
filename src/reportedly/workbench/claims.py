"""Claims: a page of them, and one with its log."""

from reportedly.errors import RequestError
from reportedly.flow.known import events_of
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.held import HeldClaim
from reportedly.present.cards import make_card
from reportedly.present.event_page import link_event
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import find_id, make_query, read_at
from reportedly.workbench.logs import list_happenings
from reportedly.workbench.shapes import CardsShape, ClaimPageShape


def list_claims(asked: Asked) -> CardsShape:
    """A page of the claims that fit."""
    page = asked.ledger.claims(make_query(asked.words, asked.ledger))
    return CardsShape(items=[make_card(each) for each in page.items], after=page.after, notes=list(page.notes))


def show_claim(asked: Asked) -> ClaimPageShape:
    """A claim with its event and its log."""
    at = read_at(asked.words, asked.ledger)
    held = hold_claim(asked.ledger, find_id(asked.path["id"], "claim", asked.ledger), at)
    event = next(events_of(asked.ledger, [held.claim.id], at=at), None)
    return ClaimPageShape(
        card=make_card(held),
        event=link_event(event) if event else None,
        log=list_happenings(asked.ledger, [held.claim.id], at),
    )


def hold_claim(ledger: Ledger, id_: str, at: int | None) -> HeldClaim:
    """The claim as it stands, or stood.

    Raises:
        RequestError: if it does not.
    """
    held = next(iter(ledger.claims(Query(ids=(id_,), at=at)).items), None)
    if held is None:
        when = "does not stand any more" if at is None else f"did not stand after entry {at}"
        raise RequestError(404, f"the claim {id_} {when}; its history tells why")
    return held

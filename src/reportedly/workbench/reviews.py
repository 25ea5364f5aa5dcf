"""What a person makes of claims, written into the ledger."""

from datetime import UTC, datetime

from reportedly.errors import ReviewError
from reportedly.flow.reviewing import make_value
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.held import HeldClaim
from reportedly.model.review import Action, Review
from reportedly.present.cards import make_card
from reportedly.workbench.answering import Asked
from reportedly.workbench.claims import hold_claim
from reportedly.workbench.shapes import ReviewedShape, ReviewRequest

MOST_CARDS = 500
"""Claims that are told as they stand after a review."""


def write_review(asked: Asked) -> ReviewedShape:
    """Write a review; it, and the claims that it touches as they stand now."""
    request: ReviewRequest = asked.body
    ledger = asked.ledger
    subjects = tuple(dict.fromkeys(ledger.find_id(each)[1] for each in request.subjects))
    field, value = request.field, request.value
    if request.action is Action.CORRECT:
        if field is None or value is None or len(subjects) != 1:
            raise ReviewError(request.action, "needs one claim, a field and a value")
        field, value = make_value(hold_claim(ledger, subjects[0], None), field, value)
    before = ledger.seq()
    id_ = ledger.review(
        Review(
            action=request.action,
            subjects=subjects,
            who=asked.bench.who,
            at=datetime.now(UTC),
            why=(request.why or "").strip() or None,
            field=field,
            value=value,
        )
    )
    asked.bench.worker.wake()
    touched = list_touched(ledger, subjects, before)
    return ReviewedShape(review=id_, seq=ledger.seq(), cards=[make_card(each) for each in touched])


def list_touched(ledger: Ledger, subjects: tuple[str, ...], before: int) -> list[HeldClaim]:
    """The claims among `subjects`, and all that stand otherwise since the entry `before`."""
    found = {held.claim.id: held for held in ledger.claims(Query(ids=subjects, limit=MOST_CARDS)).items}
    later = ledger.claims_since(before, MOST_CARDS) if len(found) < len(subjects) else ()
    return list({**{each.claim.id: each for each in later}, **found}.values())

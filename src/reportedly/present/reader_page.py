"""A document of a ledger as it is read: its text, its claims, and what else has its words."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.event import Event, StepKind
from reportedly.model.held import HeldClaim, HeldDocument
from reportedly.present.cards import head_document, make_card, say_versions
from reportedly.present.contract import copy
from reportedly.present.event_page import link_event
from reportedly.present.screen_shapes import CopyShape, ReaderShape
from reportedly.present.words import one_line

FEWEST_WORDS = 40
"""A text with fewer words often holds no claim."""


def make_reader(
    held: HeldDocument,
    claims: Sequence[HeldClaim],
    events: Iterable[Event],
    *,
    unread: str | None = None,
    graphic_review: str | None = None,
) -> ReaderShape:
    """Everything that the page says about a document.

    Args:
        claims: those that stand, in the order of the text.
        events: those to which they belong, as far as they were compared.
        unread: why the document was not read, in words.
        graphic_review: the review that marks it as hard to look at.
    """
    document, events = held.document, list(events)
    return copy(
        ReaderShape,
        document,
        document=head_document(document, held.id),
        captions=list(document.captions),
        added_at=held.added_at,
        seq=held.seq,
        made_by=say_versions(held.made_by) if held.made_by else None,
        unread=unread or explain_nothing(held, claims),
        replaces=held.replaces,
        replaced_by=held.replaced_by,
        capture=held.capture,
        is_graphic=graphic_review is not None,
        graphic_review=graphic_review,
        copies=list(find_copies(document.id, events).values()),
        events={
            member.held.claim.id: link_event(event)
            for event in events
            for member in event.members
            if member.held.document.id == document.id
        },
        cards=[make_card(each) for each in claims],
    )


def explain_nothing(held: HeldDocument, claims: Sequence[HeldClaim]) -> str | None:
    """Why there is no claim, in words; None where there is one."""
    if claims:
        return None
    if held.made_by is None:
        return "It was stored and not read: it is in a language that is not read, or holds nothing to read."
    words = len(held.document.text.split())
    if words < FEWEST_WORDS:
        return f"It was read, and in {words} words nobody is said to claim anything."
    return "It was read, and nothing in it could be told apart as a claim."


def find_copies(document: str, events: Iterable[Event]) -> Mapping[str, CopyShape]:
    """The documents with the same words as this one, by their ids, with how much is the same."""
    found: dict[str, CopyShape] = {}
    for event in events:
        held = {member.held.document.id: member.held for member in event.members}
        for step in event.steps:
            other = step.end if step.start == document else step.start if step.end == document else None
            if step.kind is StepKind.WORDING and other in held and other not in found:
                head = head_document(held[other].document, held[other].document_id)
                found[other] = CopyShape(document=head, because=one_line(step.because))
    return found

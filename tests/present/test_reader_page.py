"""A document's page: its text untouched, its claims, its copies, and why there is nothing where there is nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reportedly.model.event import Event
from reportedly.model.held import HeldClaim, HeldDocument
from reportedly.present.reader_page import make_reader
from reportedly.present.screen_shapes import ReaderShape
from tests.present.happenings import make_lost
from tests.present.held import hold


def read(claims: Sequence[HeldClaim], *events: Event, is_read: bool = True, **told: str) -> ReaderShape:
    """The page of the document in which these claims stand."""
    first = (claims or hold())[0]
    held = HeldDocument(
        id=first.document_id, seq=1, added_at=datetime(2025, 12, 3, tzinfo=UTC), document=first.document,
        claims=len(claims), made_by=first.made_by if is_read else None, replaces=None, replaced_by=None, capture=None,
    )  # fmt: skip
    return make_reader(held, claims, events, **told)


def test_the_text_is_as_it_was_and_cards_follow_it() -> None:
    page = read(hold())
    assert page.text == hold()[0].document.text
    assert [card.start for card in page.cards] == sorted(card.start for card in page.cards)
    assert page.unread is None


def test_each_claim_leads_to_its_event_and_copies_are_told_once() -> None:
    event = make_lost()
    wire = next(member.held for member in event.members if member.held.document.outlet == "State Wire")
    page = read([wire], event)
    assert {id_: link.id for id_, link in page.events.items()} == {wire.claim.id: event.id}
    ids = [copy.document.id for copy in page.copies]
    assert len(ids) == len(set(ids))
    assert all(copy.because for copy in page.copies)


def test_it_says_why_there_is_nothing() -> None:
    assert "nothing in it could be told apart" in (read([]).unread or "")
    assert "not read" in (read([], is_read=False).unread or "")
    assert (
        read([], is_read=False, unread="is in Klingon, which is not read").unread == "is in Klingon, which is not read"
    )


def test_a_document_marked_graphic_is_covered() -> None:
    assert not read(hold()).is_graphic
    page = read(hold(), graphic_review="rp-0000000009")
    assert page.is_graphic
    assert page.graphic_review == "rp-0000000009"

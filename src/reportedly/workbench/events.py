"""Events: in lines, one in full, and those to which given claims belong. Nothing is compared for an answer."""

from collections.abc import Iterator
from itertools import islice

from reportedly.errors import RequestError, UnknownIdError
from reportedly.flow.known import events_of, known_event, known_events
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.event import Event, Status
from reportedly.present.event_page import link_event, make_event_page
from reportedly.present.screen_shapes import EventLinkShape, EventPageShape
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import PER_PAGE, Words, find_id, make_query, read_at
from reportedly.workbench.parameters import MOST_PER_PAGE
from reportedly.workbench.shapes import EventLinksShape, EventsOfShape
from reportedly.workbench.state import choose_sides

MOST_GROUPS = 200
"""Groups of claims that are looked at for one answer."""
MOST_SIFTED = 400
"""The same where events of a certain status are looked for."""
MOST_OF_SEVERAL = 1500
"""The same where only groups of several claims are looked at, which are few."""
MOST_DOCUMENTS = 1_000_000
FROM_ONE = frozenset({Status.SINGLE_SOURCE, Status.UNSOURCED})
"""The statuses that a single claim on a single chain may have."""
MOST_ASKED = 200
"""Claims whose events may be asked for at once."""


def list_events(asked: Asked) -> EventLinksShape:
    """The newest events that fit."""
    most = asked.words.number("limit", PER_PAGE, MOST_PER_PAGE)
    query = make_query(asked.words, asked.ledger)
    is_sifted = asked.words.one("min_documents") or asked.words.many("status")
    several = needs_several(asked.words)
    most_groups = MOST_OF_SEVERAL if several and query.at is None else MOST_SIFTED if is_sifted else MOST_GROUPS
    looked_at = Counted(known_events(asked.ledger, query, most_groups=most_groups, of_several=several))
    items = list(islice(choose_events(iter(looked_at), asked.words), most))
    is_all = len(items) < most and looked_at.number < most_groups
    return EventLinksShape(items=[link_event(each) for each in items], is_all=is_all, looked_at=looked_at.number)


def needs_several(words: Words) -> bool:
    """Can what is told of by one claim alone, on one chain, not be what is asked for?"""
    statuses = words.words("status", Status)
    is_rare = bool(statuses) and not FROM_ONE.intersection(statuses)
    return is_rare or words.number("min_documents", 1, MOST_DOCUMENTS) > 1


class Counted:
    """Events as they come, and how many came."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self.number = 0

    def __iter__(self) -> Iterator[Event]:
        for each in self._events:
            self.number += 1
            yield each


def choose_events(events: Iterator[Event], words: Words) -> Iterator[Event]:
    """Of some events those of the wanted status that are told of often enough."""
    statuses = frozenset(words.words("status", Status)) or frozenset(Status)
    least = words.number("min_documents", 1, MOST_DOCUMENTS)
    for event in events:
        documents = {member.held.document.id for member in event.members}
        if event.status in statuses and len(documents) >= least:
            yield event


def show_event(asked: Asked) -> EventPageShape:
    """One event in full."""
    event = find_event(asked.ledger, asked.path["id"], read_at(asked.words, asked.ledger))
    return make_event_page(event, choose_sides(asked.bench, asked.ledger), asked.bench.base)


def find_event(ledger: Ledger, typed: str, at: int | None) -> Event:
    """The event to which an id leads.

    Raises:
        RequestError: if it leads to none.
    """
    sort, whole = ledger.find_id(typed)
    try:
        return known_event(ledger, whole, at=at)
    except UnknownIdError as error:
        if sort not in ("claim", "event"):
            raise RequestError(404, f"{whole} is a {sort} that leads to no event") from error
        if at is not None:
            raise RequestError(404, f"nothing of {whole} stood after entry {at}") from error
        is_standing = sort == "claim" and ledger.claims(Query(ids=(whole,), limit=1)).items
        why = "is not compared yet; ask again in a moment" if is_standing else "does not stand any more"
        raise RequestError(404, f"the {sort} {whole} {why}") from error


def tell_events_of(asked: Asked) -> EventsOfShape:
    """The events of some claims, by claim."""
    typed = asked.words.many("claim")
    if len(typed) > MOST_ASKED:
        raise RequestError(400, f"the events of up to {MOST_ASKED} claims are told at once")
    claims = [find_id(each, "claim", asked.ledger) for each in typed]
    found: dict[str, EventLinkShape] = {}
    for event in events_of(asked.ledger, claims, at=read_at(asked.words, asked.ledger)):
        link = link_event(event)
        found |= {member.held.claim.id: link for member in event.members if member.held.claim.id in claims}
    return EventsOfShape(events=found)

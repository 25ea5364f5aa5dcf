"""Sources: a page of them, and one with its record."""

from collections import Counter
from dataclasses import replace
from functools import partial

from reportedly.errors import RequestError
from reportedly.flow.known import known_events
from reportedly.flow.viewing import view_source
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.held import HeldSource
from reportedly.model.record import Teller
from reportedly.present.cards import make_card
from reportedly.present.event_shapes import SpotShape
from reportedly.present.views import shape_record, shape_spot
from reportedly.present.words import one_line
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import find_id, make_query, read_at
from reportedly.workbench.shapes import SourceLinkShape, SourcePageShape, SourcesShape

MOST_GROUPS = 200
"""Groups of claims from which a record is kept: the newest."""
SHOWN = 10
MOST_SPOTS = 200


def list_sources(asked: Asked) -> SourcesShape:
    """A page of the sources of the claims that fit, the most named first."""
    # Of a large ledger it takes seconds to count who is named how often.
    state = (asked.ledger.seq(), repr(sorted(asked.words.values.items())))
    return asked.bench.sources.get(state, lambda: make_page(asked))


def make_page(asked: Asked) -> SourcesShape:
    """The same, counted now."""
    page = asked.ledger.sources(make_query(asked.words, asked.ledger))
    return SourcesShape(items=[link_source(each) for each in page.items], after=page.after, notes=list(page.notes))


def link_source(held: HeldSource) -> SourceLinkShape:
    """The source in a line: as what and for which side it was mostly read."""
    return SourceLinkShape(
        id=held.id,
        name=one_line(held.name),
        type=next(iter(held.types), None),
        side=next(iter(held.sides), None),
        claims=held.claims,
        origin_of=held.origin_of,
        documents=held.documents,
        first=held.first,
        last=held.last,
    )


def show_source(asked: Asked) -> SourcePageShape:
    """A source with its record, and with what was said on its word first and last."""
    at = read_at(asked.words, asked.ledger)
    held = hold_source(asked.ledger, find_id(asked.path["id"], "source", asked.ledger), at)
    of_it = Query(sources=(held.id,), at=at, sort=Sort.PUBLISHED, limit=SHOWN)
    link = link_source(held)
    record = view_source(
        asked.ledger,
        Query(at=at),
        Teller(id=held.id, name=held.name, side=link.side),
        find=partial(known_events, most_groups=MOST_GROUPS),
    )
    spots: dict[str, SpotShape] = {}
    for event in record.latest:
        if event.place is not None and event.place.lat is not None:
            spots.setdefault(event.place.gazetteer_id or event.place.name, shape_spot(event.place))
    return SourcePageShape(
        source=link,
        record=shape_record(record),
        is_whole=link.claims <= MOST_GROUPS,
        topics=dict(record.claims),
        first=[make_card(each) for each in asked.ledger.claims(replace(of_it, newest_first=False)).items],
        last=[make_card(each) for each in asked.ledger.claims(of_it).items],
        statuses=dict(Counter(event.status for event in record.latest)),
        spots=list(spots.values())[:MOST_SPOTS],
    )


def hold_source(ledger: Ledger, id_: str, at: int | None) -> HeldSource:
    """The source with this id.

    Raises:
        RequestError: if nothing that stands is on its word.
    """
    page = ledger.sources(Query(sources=(id_,), at=at, limit=MOST_SPOTS))
    held = next((each for each in page.items if each.id == id_), None)
    if held is None:
        when = "now" if at is None else f"after entry {at}"
        raise RequestError(404, f"nothing that stands {when} is on the word of {id_}; its history tells why")
    return held

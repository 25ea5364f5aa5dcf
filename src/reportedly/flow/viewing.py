"""What the events of a ledger tell of two sides, of a place, of what was to come and of a source."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from reportedly.compare.control import tell_control
from reportedly.compare.divergence import SILENT_AFTER_DAYS, compare_sides, count_output, first_published
from reportedly.compare.forecasts import find_forecasts, is_forecast, list_buckets
from reportedly.compare.record import LEAST_EVENTS, keep_record
from reportedly.compare.speakers import outlet_side, profile_in_force
from reportedly.compare.traits import comparables
from reportedly.flow.comparing import find_events
from reportedly.flow.meant import find_publisher, walk
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.account import TwoSides
from reportedly.model.claim import Kind, Tense
from reportedly.model.comparable import Comparable, Spot
from reportedly.model.control import Control
from reportedly.model.event import Event
from reportedly.model.forecast import Forecast
from reportedly.model.held import HeldClaim, HeldPlace
from reportedly.model.record import Record, Teller
from reportedly.model.when import shift_day

Find = Callable[[Ledger, Query], Iterable[Event]]
"""Where events come from: `find_events` compares first, others tell what they have."""

MOST_PLACES = 200
"""More places than that are not asked for by name: then all events of the kinds are looked through."""


def view_sides(
    ledger: Ledger,
    events: Sequence[Event],
    sides: tuple[str, str],
    *,
    silent_after_days: int = SILENT_AFTER_DAYS,
    at: int | None = None,
) -> TwoSides:
    """Both sides' accounts of `events`, with what each published meanwhile in the whole ledger.

    Args:
        at: the entry after which the ledger is seen; None is now.
    """
    newest = ledger.documents(Query(sort=Sort.PUBLISHED, limit=1, at=at)).items
    days = [day for event in events if (day := first_published(event))]
    output = {}
    if days:
        query = Query(published_from=min(days), published_to=shift_day(max(days), silent_after_days), at=at)
        documents = tuple(walk(ledger.documents, query))
        outlets = {
            each.document.outlet
            for each in documents
            if each.document.outlet and outlet_side(each.document, profile_in_force(each.made_by)) in sides
        }
        claims = list_claims(ledger, query, sides, sorted(outlets))
        output = dict(count_output(documents, claims, sides))
    return compare_sides(
        events,
        sides,
        output,
        silent_after_days=silent_after_days,
        last_day=newest[0].document.published if newest else None,
    )


def list_claims(ledger: Ledger, query: Query, sides: tuple[str, ...], outlets: Sequence[str]) -> Iterator[HeldClaim]:
    """The claims of these sides' sources, and those in these outlets, each once."""
    asked = [replace(query, sides=sides), *([replace(query, outlets=tuple(outlets))] if outlets else [])]
    seen: set[str] = set()
    for held in chain.from_iterable(map(ledger.each_claim, asked)):
        if held.claim.id not in seen:
            seen.add(held.claim.id)
            yield held


def view_control(
    ledger: Ledger, query: Query, place: HeldPlace, *, typed: str = "", find: Find = find_events
) -> Control:
    """Who was said to hold a place.

    Args:
        query: which events; its kinds and places do not count.
        typed: another name under which the place is known.
    """
    spot = Spot(name=place.name, gazetteer_id=place.gazetteer_id, lat=place.lat, lon=place.lon, country=place.country)
    names = [name for name in (place.name, typed) if name]
    asked = (place.id, *names)
    events = list(find(ledger, replace(query, kinds=(Kind.CONTROL,), places=asked)))
    return tell_control(events, spot, compare_members(events), names=names)


def compare_members(events: Iterable[Event]) -> dict[str, Comparable]:
    """What is compared of the claims of some events, by the claim's id."""
    of_document: dict[str, dict[str, HeldClaim]] = {}
    for member in (member for event in events for member in event.members):
        of_document.setdefault(member.held.document.id, {})[member.held.claim.id] = member.held
    return {each.claim: each for held in of_document.values() for each in comparables(tuple(held.values()))}


def view_forecasts(ledger: Ledger, query: Query, *, today: date, find: Find = find_events) -> tuple[Forecast, ...]:
    """What was said of the future in the claims that fit, and what was reported later anywhere in the ledger."""
    events = [
        event
        for event in find(ledger, replace(query, tenses=(Tense.FUTURE,)))
        if any(is_forecast(member.held) for member in event.members)
    ]
    if not events:
        return ()
    sought = {bucket for event in events for bucket in list_buckets(event)}
    later = {event.id: event for event in events}
    for event in find(ledger, ask_later(events, query.at)):
        if not sought.isdisjoint(list_buckets(event)):
            later[event.id] = event
    return find_forecasts(events, later.values(), compare_members(later.values()), today=today)


def ask_later(events: Sequence[Event], at: int | None) -> Query:
    """The query for what was reported after the forecasts in some events, of the same kinds and places."""
    places = {event.place.gazetteer_id or event.place.name for event in events if event.place}
    return Query(
        kinds=tuple(sorted({event.kind for event in events})),
        places=tuple(sorted(places)) if len(places) <= MOST_PLACES else (),
        published_from=min((day for event in events if (day := first_published(event))), default=None),
        at=at,
    )


def view_source(
    ledger: Ledger,
    query: Query,
    source: Teller,
    *,
    least_events: int = LEAST_EVENTS,
    find: Find = find_events,
) -> Record:
    """The track record of a source.

    Args:
        query: which events; its sources and outlets do not count.
    """
    asked = [replace(query, sources=(source.id,), outlets=())] if source.id else []
    asked += [replace(query, outlets=(source.name,), sources=())] if find_publisher(ledger, source.name) else []
    events = {event.id: event for each in asked for event in find(ledger, each)}
    return keep_record(source, events.values(), least_events=least_events)

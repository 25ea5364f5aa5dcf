"""Where: who is said to hold a place. Counts of facets, days and places are the tally's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.compare.control import tell_control
from reportedly.flow.known import known_events
from reportedly.flow.viewing import compare_members
from reportedly.ledger.projecting import place_id
from reportedly.model.claim import Kind
from reportedly.model.comparable import Spot
from reportedly.model.control import Control
from reportedly.model.event import Event
from reportedly.present.event_page import link_event
from reportedly.present.precision import round_spot
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import make_query
from reportedly.workbench.counted_shapes import HeldByListShape, HeldByShape

MOST_GROUPS = 300
"""Groups of claims that are looked at for the map of who is said to hold what."""


def list_control(asked: Asked) -> HeldByListShape:
    """Each place on the map of which it is said who holds it."""
    query = replace(make_query(asked.words, asked.ledger), kinds=(Kind.CONTROL,))
    found = group_places(known_events(asked.ledger, query, most_groups=MOST_GROUPS))
    told = (tell_control(events, spot, compare_members(events)) for spot, events in found.values())
    return HeldByListShape(places=[shaped for each in told if (shaped := shape_control(each)) is not None], more=0)


def group_places(events: Iterable[Event]) -> Mapping[str, tuple[Spot, Sequence[Event]]]:
    """The events of each place that has a point, by the gazetteer's id or else the name."""
    found: dict[str, tuple[Spot, list[Event]]] = {}
    for event in events:
        if event.place is not None and event.place.lat is not None:
            key = event.place.gazetteer_id or event.place.name
            found.setdefault(key, (event.place, []))[1].append(event)
    return found


def shape_control(control: Control) -> HeldByShape | None:
    """Who was said to hold a place, as the last word of each side; None if that was only said of what is to come."""
    spot = round_spot(control.place)
    if not control.turns or spot.lat is None or spot.lon is None:
        return None
    last = control.turns[-1]
    link = link_event(last.event)
    # Where no day is known no word is the last: then all that was said counts.
    words = [saying for _, saying in control.last_words] or [each for turn in control.turns for each in turn.sayings]
    claimed = (each.holder for each in words if each.holder and not each.is_partial)
    denied = (side for each in words if each.is_denial for side in each.sides)
    return HeldByShape(
        id=place_id(control.place),
        name=spot.name,
        lat=spot.lat,
        lon=spot.lon,
        radius_km=spot.radius_km,
        country=spot.country,
        claimed_by=sorted(set(claimed)),
        denied_by=sorted(set(denied)),
        event=link.id,
        label=link.label,
        last=max((saying.day for turn in control.turns for saying in turn.sayings if saying.day), default=None),
    )

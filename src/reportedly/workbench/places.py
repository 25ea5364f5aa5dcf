"""Where: who is said to hold a place. Counts of facets, days and places are the tally's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.compare.control import tell_control
from reportedly.flow.known import known_events
from reportedly.flow.viewing import compare_members
from reportedly.ledger.projecting import place_id
from reportedly.model.claim import Kind
from reportedly.model.comparable import Spot
from reportedly.model.control import Control, Saying
from reportedly.model.event import Event
from reportedly.present.event_page import link_event
from reportedly.present.precision import round_spot
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import make_query
from reportedly.workbench.counted_shapes import HeldByListShape, HeldByShape
from reportedly.workbench.events import Counted

MOST_GROUPS = 300
"""Groups of claims that are looked at for the map of who is said to hold what."""


def list_control(asked: Asked) -> HeldByListShape:
    """Each place on the map of which it is said who holds it."""
    query = replace(make_query(asked.words, asked.ledger), kinds=(Kind.CONTROL,))
    looked_at = Counted(known_events(asked.ledger, query, most_groups=MOST_GROUPS))
    found = group_places(looked_at)
    told = (tell_control(events, spot, compare_members(events)) for spot, events in found.values())
    places = [shaped for each in told if (shaped := shape_control(each)) is not None]
    return HeldByListShape(places=places, is_all=looked_at.number < MOST_GROUPS)


def group_places(events: Iterable[Event]) -> Mapping[str, tuple[Spot, Sequence[Event]]]:
    """The events of each place that has a point, by the gazetteer's id or else the name."""
    found: dict[str, tuple[Spot, list[Event]]] = {}
    for event in events:
        if event.place is not None and event.place.lat is not None:
            key = event.place.gazetteer_id or event.place.name
            found.setdefault(key, (event.place, []))[1].append(event)
    return found


def shape_control(control: Control) -> HeldByShape | None:
    """Who was said to hold a place, as the last word of each side.

    None if that was only said of what is to come, or if no words tell who holds it or does not.
    """
    spot = round_spot(control.place)
    sayings = [saying for turn in control.turns for saying in turn.sayings]
    if spot.lat is None or spot.lon is None or not any(each.holder or each.is_denial for each in sayings):
        return None
    link = link_event(control.turns[-1].event)
    words = list_words(control, sayings)
    claimed = [(side, each) for side, each in words if each.holder and not each.is_partial]
    return HeldByShape(
        id=place_id(control.place),
        name=spot.name,
        lat=spot.lat,
        lon=spot.lon,
        radius_km=spot.radius_km,
        country=spot.country,
        held_by=sorted({each.holder for _, each in claimed if each.holder}),
        said_by=sorted({side for side, _ in claimed if side}),
        denied_by=sorted({side for side, each in words if side and each.is_denial}),
        event=link.id,
        label=link.label,
        last=max((saying.day for saying in sayings if saying.day), default=None),
    )


def list_words(control: Control, sayings: Iterable[Saying]) -> list[tuple[str | None, Saying]]:
    """The words that count, each with the side whose word it is: the last of each side, or else all that was said.

    Where no side's last word names a holder, those who speak for no known side are heard as well.
    """
    # Where no day is known no word is the last.
    last: list[tuple[str | None, Saying]] = [*control.last_words]
    if not last:
        return [(side, each) for each in sayings for side in each.sides or (None,)]
    named = any(each.holder for _, each in last)
    return last if named else [*last, *((None, each) for each in sayings if not each.sides)]

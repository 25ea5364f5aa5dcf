"""A set of events as one HTML page that needs nothing else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.comparable import Spot
from reportedly.model.event import Event
from reportedly.present.event_sheets import lay_out
from reportedly.present.event_words import STATUSES, call, say_point
from reportedly.present.page import choose_colours, write_page
from reportedly.present.place_map import draw_map
from reportedly.present.source_words import name_side
from reportedly.present.timeline import draw_timeline
from reportedly.present.words import count


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A named place as a row of the table beside the map."""

    number: int | None
    """Its number on the map; None if it has no point."""
    name: str
    point: str
    reach: str
    """How far around the point it may lie; empty if that is not known."""
    events: list[tuple[str, str]]
    """Anchor and label of those that are said to have happened there."""


def write_event_report(events: Sequence[Event], *, asked: str = "", base: str | None = None) -> str:
    """All of `events` on one page: a table, a map, a timeline, and each with its lines, graph, changes and quotations.

    Args:
        asked: how these events were chosen, in words for the reader.
        base: address of a workbench for the permalinks.
    """
    colours = choose_colours(count_sides(events))
    anchored = [(f"e{number}", event) for number, event in enumerate(events, 1)]
    sheets = [lay_out(number, event, colours, base) for number, event in enumerate(events, 1)]
    spots = group_places(anchored)
    claims = sum(len(event.members) for event in events)
    documents = {member.held.document.id for event in events for member in event.members}
    return write_page(
        "events.html.j2",
        styles=("page.css", "events.css"),
        script="events.js",
        title=sheets[0].label if len(sheets) == 1 else count(len(sheets), "event"),
        sheets=sheets,
        reach=f"{count(claims, 'claim')} in {count(len(documents), 'document')}",
        asked=asked,
        colour_of=colours,
        colours={name_side(side): colour for side, colour in colours.items() if side},
        statuses={status: words for status, words in STATUSES.items() if any(each.status is status for each in events)},
        map=draw_map([spot for spot, _ in spots]),
        places=list(tell_places(spots)),
        timeline=draw_timeline(anchored, colours),
    )


def count_sides(events: Sequence[Event]) -> Counter[str]:
    """How often each side speaks or is a source."""
    counted: Counter[str] = Counter()
    for event in events:
        counted.update(member.side for member in event.members if member.side)
        counted.update(vertex.side for vertex in event.vertices if vertex.side)
    return counted


def group_places(events: Sequence[tuple[str, Event]]) -> list[tuple[Spot, list[tuple[str, str]]]]:
    """Each place with the anchors and labels of its events: those on the map first."""
    found: dict[tuple[object, ...], tuple[Spot, list[tuple[str, str]]]] = {}
    for anchor, event in events:
        if event.place:
            spot = event.place
            key = (spot.gazetteer_id,) if spot.gazetteer_id else (spot.name, spot.lat, spot.lon)
            found.setdefault(key, (spot, []))[1].append((anchor, call(event.label)))
    return sorted(found.values(), key=lambda each: each[0].lat is None)


def tell_places(places: Sequence[tuple[Spot, list[tuple[str, str]]]]) -> Iterator[Placed]:
    """The table of the map."""
    for number, (spot, events) in enumerate(places, 1):
        point = say_point(spot)
        within = f"within {spot.radius_km:,.3g} km" if point and spot.radius_km is not None else ""
        yield Placed(
            number=number if point else None,
            name=call(spot.name) + (f", {spot.country}" if spot.country else ""),
            point=point or "not on the map",
            reach=f"an area, {within}" if spot.is_region and within else within,
            events=events,
        )

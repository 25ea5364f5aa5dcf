"""An event as its page shows it, and as a line of a list."""

from collections import Counter
from collections.abc import Iterable

from reportedly import __version__
from reportedly.model.event import Event, Stance
from reportedly.present.cards import head_document, make_card
from reportedly.present.event_contract import COUNTED, lines_of, shape_event
from reportedly.present.event_words import STATUSES, call, name_vertices, quote, say_lines, say_reach, say_spot
from reportedly.present.meanings import tell_meanings
from reportedly.present.page import choose_colours
from reportedly.present.permalink import permalink
from reportedly.present.screen_shapes import EventLinkShape, EventPageShape, ReportShape
from reportedly.present.words import say_period


def make_event_page(event: Event, colours: dict[str, str] | None = None, base: str | None = None) -> EventPageShape:
    """Everything that a page says about one event.

    Args:
        colours: by side, `a` or `b`, where a page shows several events; else the two sides named most get them.
        base: address of a workbench for the permalink.
    """
    held = [member.held for member in event.members]
    return EventPageShape(
        event=shape_event(event),
        link=permalink(event.id, base, route="e"),
        place=say_spot(event.place) if event.place else None,
        days=say_period(event.earliest, event.latest),
        reach=say_reach(event),
        status_means=STATUSES[event.status],
        lines={stance: say_lines(lines_of(event, stance)) for stance in COUNTED},
        colours=colour_sides([event]) if colours is None else colours,
        names=name_vertices(event),
        documents={each.document.id: head_document(each.document, each.document_id) for each in held},
        cards={each.claim.id: make_card(each) for each in held},
    )


def link_event(event: Event) -> EventLinkShape:
    """The event in a line."""
    affirms = any(member.stance is Stance.AFFIRMS for member in event.members)
    denying = (member.side for member in event.members if member.stance is Stance.DENIES)
    return EventLinkShape(
        id=event.id,
        label=call(event.label),
        kind=event.kind,
        status=event.status,
        why=quote(event.why),
        documents=len({member.held.document.id for member in event.members}),
        claims=len(event.members),
        lines=say_lines(lines_of(event, Stance.AFFIRMS if affirms else Stance.DENIES)),
        denied_by=[side for side in dict.fromkeys(denying) if side],
        earliest=event.earliest,
        latest=event.latest,
        place=say_spot(event.place) if event.place else None,
        changes=dict(Counter(change.kind for change in event.changes)),
    )


def make_report(events: Iterable[Event], *, title: str, asked: str = "", base: str | None = None) -> ReportShape:
    """Some events as a report shows them, sides in the same colours throughout."""
    events = list(events)
    colours = colour_sides(events)
    return ReportShape(
        title=title,
        asked=asked,
        made=f"reportedly {__version__}",
        words=tell_meanings(),
        colours=colours,
        events=[make_event_page(event, colours, base) for event in events],
    )


def colour_sides(events: Iterable[Event]) -> dict[str, str]:
    """The colour of the two sides that speak or are sources most often."""
    counted: Counter[str] = Counter()
    for event in events:
        counted.update(member.side for member in event.members if member.side)
        counted.update(vertex.side for vertex in event.vertices if vertex.side)
    return {side: colour for side, colour in choose_colours(counted).items() if side}

"""Events as the public JSON, and the schema of that JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from reportedly.model.event import Event, Independence, Member, Stance
from reportedly.present.contract import DIALECT, copy, make_plain
from reportedly.present.event_shapes import (
    EVENTS_SCHEMA,
    ChangeShape,
    CountShape,
    EventShape,
    EventsShape,
    EvidenceShape,
    IndependenceShape,
    LineShape,
    MemberShape,
    SpotShape,
    StepShape,
    VertexShape,
)
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_spot
from reportedly.present.words import say_sentence

COUNTED = (Stance.AFFIRMS, Stance.DENIES)
"""The stances whose lines are counted."""
NO_LINES = Independence(least=0, most=0)


def write_events_json(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """One JSON object with all events, one of them in memory at a time. It holds no permalinks, so `base` is not used."""
    between = "\n"
    yield f'{{"schema":"{EVENTS_SCHEMA}","events":['
    for event in events:
        yield between + write_object(make_plain(shape_event(event)))
        between = ",\n"
    yield "\n]}\n"


def write_events_jsonl(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """A line for each event: its id and permalink, then what the JSON holds.

    Args:
        base: address of a workbench for the permalinks.
    """
    for event in events:
        link = permalink(event.id, base, route="e")
        yield write_object({"event_id": event.id, "permalink": link, **make_plain(shape_event(event))}) + "\n"


def events_schema() -> dict[str, Any]:
    """The JSON Schema of what `write_events_json` writes."""
    schema = msgspec.json.schema(EventsShape)
    schema["$defs"]["EventsShape"]["properties"]["schema"] = {"const": EVENTS_SCHEMA}
    return {"$schema": DIALECT, "title": EVENTS_SCHEMA, **schema}


def lines_of(event: Event, stance: Stance) -> Independence:
    """The lines of those that take this stance; zeros where nobody does."""
    return event.independent.get(stance, NO_LINES)


def shape_event(event: Event) -> EventShape:
    """The event in the shapes of the contract."""
    return copy(
        EventShape,
        event,
        place=event.place and copy(SpotShape, round_spot(event.place)),
        claims=[shape_member(member) for member in event.members],
        independent=IndependenceShape(
            affirms=shape_count(lines_of(event, Stance.AFFIRMS)), denies=shape_count(lines_of(event, Stance.DENIES))
        ),
        lines=[
            LineShape(
                stance=stance,
                path=list(line.path),
                claims=list(line.claims),
                documents=list(line.documents),
                sides=list(line.sides),
            )
            for stance in COUNTED
            for line in lines_of(event, stance).lines
        ],
        vertices=[copy(VertexShape, vertex, also=list(vertex.also)) for vertex in event.vertices],
        steps=[copy(StepShape, step) for step in event.steps],
        changes=[copy(ChangeShape, change) for change in event.changes],
    )


def shape_member(member: Member) -> MemberShape:
    """The claim's part with the words and the publication by which a reader finds it again."""
    claim, document = member.held.claim, member.held.document
    return copy(
        MemberShape,
        member,
        document=document.id,
        claim=claim.id,
        reported=document.published,
        concession=member.is_concession,
        text=claim.span.text,
        on_whose_word=say_sentence(claim, member.held.sources, document.outlet),
        outlet=document.outlet,
        url=document.url,
        evidence=[copy(EvidenceShape, each) for each in member.evidence],
    )


def shape_count(independence: Independence) -> CountShape:
    """How many lines, and what they all pass through."""
    return copy(CountShape, independence, bottleneck=list(independence.bottleneck))

"""One event of a report: everything that the page says about it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.event import Event, Line, Member, Stance, Step
from reportedly.present.annotations import address_of
from reportedly.present.event_contract import COUNTED, lines_of
from reportedly.present.event_graph import Graph, draw_graph
from reportedly.present.event_words import (
    CHANGES,
    STEPS,
    call,
    list_stances,
    part_name,
    quote,
    say_evidence,
    say_extent,
    say_lines,
    say_lines_shortly,
    say_reach,
)
from reportedly.present.permalink import permalink
from reportedly.present.source_words import name_side
from reportedly.present.words import Piece, say_chains, say_details, say_gist, say_period

Name = tuple[str, str]
"""A name and what is said behind it: the name may be written from right to left, what is behind it is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Those who take one stance, as the page shows them."""

    stance: Stance
    lines: str
    """How many, in words; empty for a stance whose lines are not counted."""
    shortly: str
    through: tuple[str, ...]
    sides: list[tuple[str, str]]
    """Each side in words, and its colour."""
    paths: list[tuple[list[str], list[Name], list[tuple[str, str]]]]
    """Of each line: the sources from the origin on, the documents, the sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as the page shows it."""

    anchor: str
    stance: Stance
    side: tuple[str, str] | None
    is_concession: bool
    voices: list[Piece]
    gist: str
    details: list[str]
    quotation: str
    language: str
    document: Name
    address: str | None
    """Of the document on the web."""
    id: str
    link: str
    because: str
    joined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One step of the provenance graph as a row of its table."""

    start: Name
    end: Name
    ground: str
    words: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One event as the page shows it."""

    number: int
    anchor: str
    label: str
    kind: str
    place: Name | None
    """None if no claim names one."""
    days: str | None
    reach: str
    counts: str
    status: str
    why: str
    id: str
    link: str
    standings: list[Standing]
    graph: Graph
    tellings: list[Telling]
    changes: list[tuple[str, str | None, str | None]]
    """What changed, in words; the anchors of the claims before and after."""
    cards: list[Card]


def lay_out(number: int, event: Event, colours: Mapping[str | None, str], base: str | None) -> Sheet:
    """Everything that the page says about one event, in words."""
    anchor = f"e{number}"
    anchors = {member.held.claim.id: f"{anchor}-{nth}" for nth, member in enumerate(event.members, 1)}
    names = {vertex.id: (call(vertex.name), "") for vertex in event.vertices}
    names |= {member.held.document.id: part_name(member.held.document) for member in event.members}
    return Sheet(
        number=number,
        anchor=anchor,
        label=call(event.label),
        kind=event.kind.value,
        place=(call(event.place.name), say_extent(event.place)) if event.place else None,
        days=say_period(event.earliest, event.latest),
        reach=say_reach(event),
        counts=f"{len(event.members)} / {len({member.held.document.id for member in event.members})}",
        status=event.status.value,
        why=quote(event.why),
        id=event.id,
        link=permalink(event.id, base, route="e"),
        standings=[lay_standing(event, stance, names, colours) for stance in list_stances(event)],
        graph=draw_graph(event, colours),
        tellings=[lay_telling(step, names, anchors) for step in event.steps],
        changes=[
            (
                f"{CHANGES[change.kind]}: {quote(change.because)}",
                anchors.get(change.earlier),
                anchors.get(change.later),
            )
            for change in event.changes
        ],
        cards=[lay_card(member, anchors, colours, base) for member in event.members],
    )


def lay_standing(
    event: Event, stance: Stance, names: Mapping[str, Name], colours: Mapping[str | None, str]
) -> Standing:
    """Those who take this stance, with their lines spelled out."""
    independence = lines_of(event, stance)
    sides = [member.side for member in event.members if member.stance is stance]
    return Standing(
        stance=stance,
        lines=say_lines(independence) if stance in COUNTED else "",
        shortly=say_lines_shortly(independence) if stance in COUNTED else "",
        through=independence.bottleneck,
        sides=colour_sides(sides, colours),
        paths=[lay_path(line, names, colours) for line in independence.lines],
    )


def lay_path(
    line: Line, names: Mapping[str, Name], colours: Mapping[str | None, str]
) -> tuple[list[str], list[Name], list[tuple[str, str]]]:
    """The sources from the origin on, the documents that carry it, and for whom the origin speaks."""
    documents = dict.fromkeys(names.get(id_, (id_, "")) for id_ in line.documents)
    return [call(name) for name in line.path], list(documents), colour_sides(line.sides, colours)


def colour_sides(sides: Sequence[str | None], colours: Mapping[str | None, str]) -> list[tuple[str, str]]:
    """Each side once, in words, with its colour."""
    return [(name_side(side), colours.get(side, "n")) for side in dict.fromkeys(sides) if side]


def lay_telling(step: Step, names: Mapping[str, Name], anchors: Mapping[str, str]) -> Telling:
    """The step in words."""
    return Telling(
        start=names.get(step.start, (call(step.start), "")),
        end=names.get(step.end, (call(step.end), "")),
        ground=STEPS[step.kind],
        words=quote(step.because),
        anchor=anchors.get(step.claim or ""),
    )


def lay_card(member: Member, anchors: Mapping[str, str], colours: Mapping[str | None, str], base: str | None) -> Card:
    """The claim in words, with the way to its document."""
    held = member.held
    claim, document = held.claim, held.document
    return Card(
        anchor=anchors[claim.id],
        stance=member.stance,
        side=next(iter(colour_sides([member.side], colours)), None),
        is_concession=member.is_concession,
        voices=say_chains(claim, held.sources, document.outlet),
        gist=say_gist(claim),
        details=say_details(claim),
        quotation=quote(claim.span.text),
        language=document.language or "en",
        document=part_name(document),
        address=address_of(document),
        id=claim.id,
        link=permalink(claim.id, base),
        because=quote(member.because),
        joined=say_evidence(member.evidence),
    )

"""The provenance graph of an event as a drawing: origins left, relays, documents right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.event import Event, Step, StepKind, Vertex
from reportedly.present.drawing import bow, curve, fit, px
from reportedly.present.event_words import STEPS
from reportedly.present.graph_layout import Grid, Layout, lay_out_graph
from reportedly.present.source_words import name_side
from reportedly.present.words import count

GRID = Grid()
NAME_WIDTHS, NOTE_WIDTHS, TITLE_WIDTHS = 23, 30, 300
"""Common letters that fit into a box, in its name and in the smaller line beneath; and that are told of it at most."""
FOLDED_FROM = 4
"""So many documents that stand on the same word in the same way are drawn as one box."""
MOST_BOXES = 60
"""Boxes that are drawn; the table holds all."""
BOW_LEAST, BOW_STEP, BOW_MOST = 16.0, 9.0, 60.0
"""Pixels by which a step between two documents swings out: at least, more for each box between them, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A source, a document, or several documents in one."""

    x: str
    y: str
    name: str
    note: str
    title: str
    """All of it in words."""
    classes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A step as it is drawn."""

    path: str
    classes: str
    head: str
    """The path of its arrow head; empty where nothing is said of who had it from whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A drawing of some width and height in pixels."""

    width: str
    height: str
    box_width: str
    box_height: str
    boxes: Sequence[Box]
    ways: Sequence[Way]
    legend: Sequence[tuple[str, str]]
    """The class of each sort of step that is drawn, and what it says."""
    left_out: int
    """Boxes that found no room, and steps that lead back to where they came from: they are in the table alone."""


def draw_graph(event: Event, colours: Mapping[str | None, str]) -> Graph:
    """The sources and documents of an event, and how words went between them.

    Args:
        colours: the class of each side that has a colour.
    """
    groups = fold_vertices(event)
    stands_in = {vertex.id: group[0].id for group in groups for vertex in group}
    drawn = groups[:MOST_BOXES]
    # A step from what no vertex stands for has no box to begin at, and is told in the table.
    ends = [(stands_in.get(step.start, step.start), stands_in.get(step.end, step.end)) for step in event.steps]
    documents = {group[0].id for group in drawn if group[0].is_document}
    layout = lay_out_graph([group[0].id for group in drawn], documents, ends, GRID)
    routes = {edge: route for edge, route in layout.routes.items() if leads_on(edge, layout)}
    ways = {draw_way(step, routes[edge]): None for step, edge in zip(event.steps, ends, strict=True) if edge in routes}
    kinds = {step.kind for step in event.steps}
    return Graph(
        # A curve reaches three quarters of the way to the points that bend it.
        width=px(layout.width + max(map(bend, routes.values()), default=0.0) * 0.75),
        height=px(layout.height),
        box_width=px(GRID.box_width),
        box_height=px(GRID.box_height),
        boxes=[draw_box(group, event, layout, colours) for group in drawn],
        ways=list(ways),
        legend=[(f"step {kind}", STEPS[kind]) for kind in StepKind if kind in kinds],
        left_out=len(groups) - len(drawn) + len(layout.routes) - len(routes),
    )


def fold_vertices(event: Event) -> list[list[Vertex]]:
    """Vertices that are drawn as one box: sources of one name, and many documents that stand on the same word alike.

    Sources of one name and side are one, or cannot be told apart: the least number of lines counts them as one too.
    """
    arriving: dict[str, set[tuple[str, StepKind]]] = defaultdict(set)
    for step in event.steps:
        arriving[step.end].add((step.start, step.kind))
    leaving = {step.start for step in event.steps}
    alike: dict[tuple[object, ...], list[Vertex]] = defaultdict(list)
    for vertex in event.vertices:
        if not vertex.is_document:
            alike[vertex.name, vertex.side].append(vertex)
        elif vertex.id in leaving:
            alike[(vertex.id,)].append(vertex)
        else:
            alike[frozenset(arriving[vertex.id]), say_stances(event, [vertex])].append(vertex)
    groups: list[list[Vertex]] = []
    for group in alike.values():
        is_one = len(group) >= FOLDED_FROM or not group[0].is_document
        groups += [group] if is_one else [[vertex] for vertex in group]
    return groups


def say_stances(event: Event, vertices: Sequence[Vertex]) -> str:
    """How the claims of these documents stand."""
    ids = {vertex.id for vertex in vertices}
    return ", ".join(dict.fromkeys(member.stance.value for member in event.members if member.held.document.id in ids))


def say_published(event: Event, vertices: Sequence[Vertex]) -> str:
    """The days on which these documents were published, in few letters; empty if that is not known."""
    ids = {vertex.id for vertex in vertices}
    documents = (member.held.document for member in event.members if member.held.document.id in ids)
    days: list[date] = sorted(document.published for document in documents if document.published)
    if not days:
        return ""
    first, last = (f"{day.day} {day:%b}" for day in (days[0], days[-1]))
    return f"{first} {days[0].year}" if days[0] == days[-1] else f"{first} – {last} {days[-1].year}"


def draw_box(group: Sequence[Vertex], event: Event, layout: Layout, colours: Mapping[str | None, str]) -> Box:
    """A vertex, or several in one, with its words in it."""
    one = group[0]
    through = {name for independence in event.independent.values() for name in independence.bottleneck}
    is_through = not one.is_document and one.name in through
    facts = [
        name_side(one.side) if one.side else "",
        "all lines pass" if is_through else "",
        say_published(event, group),
        say_stances(event, group),
    ]
    is_folded = one.is_document and len(group) > 1
    name = count(len(group), "document") if is_folded else one.name
    note = join_words(facts) or "source"
    known = [vertex.name for vertex in group] if is_folded else [name for vertex in group for name in vertex.also]
    classes = ["document" if one.is_document else "voice", f"on-{colours.get(one.side, 'n')}"]
    x, y = layout.corners[one.id]
    return Box(
        x=px(x),
        y=px(y),
        name=fit(name, NAME_WIDTHS),
        note=fit(note, NOTE_WIDTHS),
        title=fit(join_words([name, note, list_names(known)]), TITLE_WIDTHS),
        classes=" ".join(classes + ["through"] * is_through),
    )


def list_names(names: Iterable[str]) -> str:
    """Further names in brackets; empty if there are none."""
    told = ", ".join(dict.fromkeys(names))
    return f"({told})" if told else ""


def join_words(words: Iterable[str]) -> str:
    """Those that are not empty."""
    return " · ".join(each for each in words if each)


def leads_on(edge: tuple[str, str], layout: Layout) -> bool:
    """Does the step run to the right, or to another box of the same column?"""
    return layout.corners[edge[1]][0] >= layout.corners[edge[0]][0]


def draw_way(step: Step, route: Sequence[tuple[float, float]]) -> Way:
    """The step along its route."""
    depth, (x, y) = bend(route), route[-1]
    back = 6 if depth else -6
    head = f"M{px(x + back)} {px(y - 3.5)}L{px(x)} {px(y)}L{px(x + back)} {px(y + 3.5)}"
    return Way(
        path=bow(route[0], route[-1], depth) if depth else curve(route),
        classes=f"step {step.kind}",
        head="" if step.kind is StepKind.WORDING else head,
    )


def bend(route: Sequence[tuple[float, float]]) -> float:
    """How far a step swings out to the right, in pixels: 0 if it runs to a column further right."""
    (x, y), (end_x, end_y) = route[0], route[-1]
    if end_x > x:
        return 0.0
    between = abs(end_y - y) / (GRID.box_height + GRID.gap_y)
    return min(BOW_MOST, BOW_LEAST + BOW_STEP * between)

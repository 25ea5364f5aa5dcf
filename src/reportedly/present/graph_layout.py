"""Where the boxes of a graph stand: in columns from left to right, none upon another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
Slot = tuple[str, int]
"""A place in a column: a vertex, or the way of an edge past that column (under the vertex from which it comes)."""

SWEEPS = 4
"""How often the columns are put in order, each time after its other neighbour; more change little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The sizes from which a graph is laid out, in pixels."""

    box_width: float = 196.0
    box_height: float = 42.0
    pass_height: float = 10.0
    """Of the gap in a column through which edges pass."""
    gap_x: float = 74.0
    gap_y: float = 12.0
    margin: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A graph whose boxes have their places, in pixels from the upper left corner."""

    corners: Mapping[str, tuple[float, float]]
    """Left and upper edge of each box."""
    routes: Mapping[Edge, tuple[tuple[float, float], ...]]
    """Where each edge leaves its box, passes columns between (left edge, then right edge of each), and arrives."""
    width: float
    height: float


def lay_out_graph(
    vertices: Sequence[str], last: Collection[str], edges: Iterable[Edge], grid: Grid | None = None
) -> Layout:
    """Vertices from which others come stand to their left; those of `last` from which none comes stand on the right.

    Args:
        vertices: each once; where nothing else decides, they keep this order from top to bottom.
        last: the documents. Edges between two of them decide nothing.
        edges: from where to where; an edge whose ends are not both among `vertices` is left out.
    """
    sizes = grid or Grid()
    known = set(vertices)
    drawn = [edge for edge in dict.fromkeys(edges) if edge[0] != edge[1] and known.issuperset(edge)]
    columns = choose_columns(vertices, last, drawn)
    slots, links = place_slots(vertices, columns, drawn)
    order_slots(slots, links)
    return measure(slots, columns, drawn, sizes)


def choose_columns(vertices: Sequence[str], last: Collection[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The column of each vertex, from 0: the longest way to it, circles cut open."""
    deciding = [(start, end) for start, end in edges if not (start in last and end in last)]
    following: dict[str, list[str]] = defaultdict(list)
    for start, end in deciding:
        following[start].append(end)
    columns = dict.fromkeys(vertices, 0)
    for vertex in reversed(finish_order(vertices, following)):
        for end in following[vertex]:
            columns[end] = max(columns[end], columns[vertex] + 1)
    rightmost = max(columns.values(), default=0)
    return {
        vertex: rightmost if vertex in last and not following[vertex] else column for vertex, column in columns.items()
    }


def finish_order(vertices: Sequence[str], following: dict[str, list[str]]) -> list[str]:
    """The vertices, each after those that follow it; edges that close a circle are taken out of `following`."""
    order: list[str] = []
    on_way: set[str] = set()
    done: set[str] = set()
    for root in vertices:
        way = [(root, iter(tuple(following[root])))] if root not in done else []
        on_way.update(vertex for vertex, _ in way)
        while way:
            vertex, rest = way[-1]
            end = next(rest, None)
            if end is None:
                way.pop()
                on_way.discard(vertex)
                done.add(vertex)
                order.append(vertex)
            elif end in on_way:
                following[vertex].remove(end)
            elif end not in done:
                on_way.add(end)
                way.append((end, iter(tuple(following[end]))))
    return order


def place_slots(
    vertices: Sequence[str], columns: Mapping[str, int], edges: Sequence[Edge]
) -> tuple[list[list[Slot]], list[tuple[Slot, Slot]]]:
    """What stands in each column, and which slots of neighbouring columns are joined.

    An edge over several columns passes each through a slot that it shares with the others from the same vertex.
    """
    slots: list[dict[Slot, None]] = [{} for _ in range(max(columns.values(), default=0) + 1)]
    for vertex in vertices:
        slots[columns[vertex]][vertex, columns[vertex]] = None
    links: list[tuple[Slot, Slot]] = []
    for start, end in edges:
        way = [(start, column) for column in range(columns[start], columns[end])] + [(end, columns[end])]
        for slot in way[1:-1]:
            slots[slot[1]][slot] = None
        links += pairwise(way)
    return [list(column) for column in slots], links


def order_slots(slots: list[list[Slot]], links: Sequence[tuple[Slot, Slot]]) -> None:
    """Put each column in the order of its neighbours in the column before, then after, so that few edges cross."""
    before: dict[Slot, list[Slot]] = defaultdict(list)
    after: dict[Slot, list[Slot]] = defaultdict(list)
    for left, right in links:
        before[right].append(left)
        after[left].append(right)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        neighbours = before if forward else after
        pairs = list(pairwise(range(len(slots)) if forward else reversed(range(len(slots)))))
        for fixed, moved in pairs:
            places = {slot: number / max(1, len(slots[fixed]) - 1) for number, slot in enumerate(slots[fixed])}
            own = {slot: number / max(1, len(slots[moved]) - 1) for number, slot in enumerate(slots[moved])}
            slots[moved].sort(key=lambda slot: mean_place(neighbours[slot], places, own[slot]))  # used at once


def mean_place(neighbours: Sequence[Slot], places: Mapping[Slot, float], own: float) -> float:
    """Where the neighbours stand on average, from 0 to 1; the own place if there are none."""
    found = [places[slot] for slot in neighbours if slot in places]
    return sum(found) / len(found) if found else own


def measure(slots: Sequence[Sequence[Slot]], columns: Mapping[str, int], edges: Sequence[Edge], grid: Grid) -> Layout:
    """Pixels for every slot: columns side by side, each in the middle of the height."""
    sizes = [
        [grid.box_height if columns[name] == column else grid.pass_height for name, column in each] for each in slots
    ]
    heights = [sum(each) + grid.gap_y * max(0, len(each) - 1) for each in sizes]
    highest = max(heights, default=0.0)
    corners: dict[Slot, tuple[float, float]] = {}
    middles: dict[Slot, float] = {}
    for column, (each, tall, height) in enumerate(zip(slots, sizes, heights, strict=True)):
        x, y = grid.margin + column * (grid.box_width + grid.gap_x), grid.margin + (highest - height) / 2
        for slot, size in zip(each, tall, strict=True):
            corners[slot], middles[slot] = (x, y), y + size / 2
            y += size + grid.gap_y
    routes = {}
    for start, end in edges:
        way = [(corners[start, columns[start]][0] + grid.box_width, middles[start, columns[start]])]
        for column in range(columns[start] + 1, columns[end]):
            x = corners[start, column][0]
            way += [(x, middles[start, column]), (x + grid.box_width, middles[start, column])]
        aside = grid.box_width if columns[end] <= columns[start] else 0.0  # such an edge arrives from the right
        way.append((corners[end, columns[end]][0] + aside, middles[end, columns[end]]))
        routes[start, end] = tuple(way)
    return Layout(
        corners={name: corner for (name, column), corner in corners.items() if columns[name] == column},
        routes=routes,
        width=2 * grid.margin + len(slots) * grid.box_width + (len(slots) - 1) * grid.gap_x,
        height=2 * grid.margin + highest,
    )

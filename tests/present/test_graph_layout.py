"""No box stands upon another, and what comes from something stands to its right."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.present.graph_layout import Edge, Grid, Layout, lay_out_graph

NAMES = [f"v{number}" for number in range(14)]
GRID = Grid()
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([*NAMES, "nowhere"])), max_size=40)


def column_of(layout: Layout, name: str) -> int:
    """From 0, the leftmost."""
    return round((layout.corners[name][0] - GRID.margin) / (GRID.box_width + GRID.gap_x))


def crossings(layout: Layout, edges: Sequence[Edge]) -> int:
    """How many pairs of edges between the same two columns cross."""
    ends = [(layout.corners[start], layout.corners[end]) for start, end in edges]
    return sum(
        (one[0][1] - two[0][1]) * (one[1][1] - two[1][1]) < 0
        for one, two in combinations(ends, 2)
        if (one[0][0], one[1][0]) == (two[0][0], two[1][0])
    )


@given(st.sets(st.sampled_from(NAMES), min_size=1), st.sets(st.sampled_from(NAMES)), EDGES)
def test_no_box_stands_upon_another_nor_leaves_the_drawing(names: set[str], last: set[str], edges: list[Edge]) -> None:
    layout = lay_out_graph(sorted(names), last, edges)
    assert set(layout.corners) == names
    for (left, top), (other_left, other_top) in combinations(layout.corners.values(), 2):
        assert abs(left - other_left) >= GRID.box_width or abs(top - other_top) >= GRID.box_height
    for left, top in layout.corners.values():
        assert 0 <= left <= layout.width - GRID.box_width and 0 <= top <= layout.height - GRID.box_height


@given(st.sets(st.sampled_from(NAMES), min_size=2), st.sets(st.sampled_from(NAMES)), EDGES)
def test_no_edge_runs_through_a_box_that_it_does_not_join(names: set[str], last: set[str], edges: list[Edge]) -> None:
    layout = lay_out_graph(sorted(names), last, edges)
    for edge, way in layout.routes.items():
        assert set(edge) <= names
        for x, y in way[1:-1]:
            for name, (left, top) in layout.corners.items():
                inside = left <= x <= left + GRID.box_width and top < y < top + GRID.box_height
                assert not inside, (edge, name)


@given(st.sets(st.sampled_from(NAMES), min_size=2), EDGES)
def test_without_circles_all_edges_run_to_the_right(names: set[str], edges: list[Edge]) -> None:
    forward = [(start, end) for start, end in edges if end in names and start < end]
    layout = lay_out_graph(sorted(names), (), forward)
    for start, end in layout.routes:
        assert column_of(layout, start) < column_of(layout, end)


def test_origins_stand_left_relays_between_documents_right() -> None:
    edges = [("soldier", "channel"), ("channel", "herald"), ("channel", "wire"), ("staff", "daily"), ("herald", "wire")]
    names = ["staff", "soldier", "channel", "herald", "wire", "daily"]
    layout = lay_out_graph(names, {"herald", "wire", "daily"}, edges)
    assert {name: column_of(layout, name) for name in names} == {
        "staff": 0, "soldier": 0, "channel": 1, "herald": 2, "wire": 2, "daily": 2,
    }  # fmt: skip
    past = layout.routes["staff", "daily"]
    assert len(past) == 4 and past[1][1] == past[2][1]


def test_the_order_avoids_crossings() -> None:
    edges = [(f"s{number}", f"d{9 - number}") for number in range(10)]
    names = [f"s{number}" for number in range(10)] + [f"d{number}" for number in range(10)]
    assert crossings(lay_out_graph(names, (), edges), edges) == 0


def test_a_circle_is_drawn_too() -> None:
    layout = lay_out_graph(["a", "b"], (), [("a", "b"), ("b", "a"), ("a", "a")])
    assert set(layout.routes) == {("a", "b"), ("b", "a")}
    assert column_of(layout, "a") == 0 and column_of(layout, "b") == 1


def test_nothing_is_a_drawing_too() -> None:
    assert lay_out_graph([], (), []).corners == {}

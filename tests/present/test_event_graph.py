"""The graph shows who had it from whom, each ground in its own stroke, and no ground that nobody gave."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.model.event import Event, StepKind, Vertex
from reportedly.present.event_graph import MOST_BOXES, Box, draw_graph
from tests.present.happenings import make_lost, make_one_of_many, make_struck

COLOURS: Mapping[str | None, str] = {"russia": "a", "ukraine": "b"}


def boxes_of(event: Event) -> dict[str, Box]:
    """The boxes by what stands in them."""
    return {box.name: box for box in draw_graph(event, COLOURS).boxes}


def test_origins_stand_left_and_documents_right() -> None:
    boxes = boxes_of(make_lost())
    assert float(boxes["an unnamed soldier"].x) == float(boxes["General Staff"].x)
    assert float(boxes["an unnamed soldier"].x) < float(boxes["Front Diary"].x) < float(boxes["State Wire"].x)
    assert len({boxes[name].x for name in ("Example Herald", "State Wire", "Evening Post", "Kyiv Daily")}) == 1


def test_a_box_says_what_it_is() -> None:
    boxes = boxes_of(make_lost())
    assert boxes["Front Diary"].note == "Russia’s side · all lines pass"
    assert boxes["Front Diary"].title == "Front Diary · Russia’s side · all lines pass · (Frontovoy Dnevnik)"
    assert boxes["Front Diary"].classes == "voice on-a through"
    assert boxes["Kyiv Daily"].note == "3 Dec 2025 · denies"
    assert boxes["Kyiv Daily"].classes == "document on-n"


def test_each_ground_is_drawn_apart_and_the_same_words_have_no_arrow() -> None:
    graph = draw_graph(make_lost(), COLOURS)
    kinds = [way.classes for way in graph.ways]
    assert sorted(kinds) == ["step attribution"] * 4 + ["step citation", "step wording"]
    assert {way.classes for way in graph.ways if not way.head} == {"step wording"}
    assert [classes for classes, _ in graph.legend] == ["step attribution", "step citation", "step wording"]


def test_many_documents_on_one_word_are_one_box() -> None:
    event = make_one_of_many(0, copies=5)
    boxes = draw_graph(event, COLOURS).boxes
    folded = [box for box in boxes if box.name.endswith("documents")]
    assert len(boxes) < len(event.vertices) and folded
    counted = sum(int(box.name.split()[0]) for box in folded) + len(boxes) - len(folded)
    assert counted == len(event.vertices)
    assert "Kyiv Daily 0.4" in next(box.title for box in folded if "denies" in box.note)


def test_sources_of_one_name_are_one_box() -> None:
    one = make_lost()
    again = Vertex(id="s9", name="Front Diary", side="russia", also=("Dnevnik",))
    other = Vertex(id="s8", name="Front Diary", side="ukraine")
    boxes = draw_graph(replace(one, vertices=(*one.vertices, again, other)), COLOURS).boxes
    named = [box for box in boxes if box.name == "Front Diary"]
    assert [box.note for box in named] == ["Russia’s side · all lines pass", "Ukraine’s side · all lines pa…"]
    assert "(Frontovoy Dnevnik, Dnevnik)" in named[0].title


def test_a_step_that_leads_back_is_left_to_the_table() -> None:
    one = make_lost()
    back = replace(one.steps[3], end="s1")
    graph = draw_graph(replace(one, steps=(*one.steps, back)), COLOURS)
    assert (len(graph.ways), graph.left_out) == (len(one.steps), 1)


def test_what_finds_no_room_is_counted() -> None:
    many = tuple(Vertex(id=f"v{number}", name=f"Voice {number}") for number in range(MOST_BOXES + 7))
    graph = draw_graph(replace(make_struck(), vertices=many), COLOURS)
    assert (len(graph.boxes), graph.left_out) == (MOST_BOXES, 7)


def test_a_step_from_nowhere_is_left_to_the_table() -> None:
    one = make_struck()
    lost = replace(one.steps[0], start="gone")
    assert draw_graph(replace(one, steps=(lost,)), COLOURS).ways == []


def test_two_grounds_between_the_same_two_are_both_drawn() -> None:
    one = make_lost()
    forwarded = replace(one.steps[3], kind=StepKind.FORWARD)
    ways = draw_graph(replace(one, steps=(*one.steps, forwarded)), COLOURS).ways
    assert [way.classes for way in ways if way.path == ways[3].path] == ["step citation", "step forward"]

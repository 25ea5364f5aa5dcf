"""How many lines of reporting share no source (Menger's theorem: as many as there are vertex-disjoint paths)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.compare.provenance import Key, Provenance, Way
from reportedly.compare.sources import Voice, list_groups
from reportedly.model.event import Independence, Line

if TYPE_CHECKING:
    from networkx import DiGraph

FROM, TO = "from", "to"
"""Before all origins, and behind all documents."""


def count_lines(ways: Sequence[Way], provenance: Provenance) -> Independence:
    """How many lines the claims with these ways have.

    Args:
        ways: of the claims of one stance.
    """
    used = [key for way in ways for key in way.voices]
    voices = {key: provenance.voices[key] for key in dict.fromkeys(used)}
    if not voices:
        return Independence(least=0, most=0)
    if len(voices) == 1 and any(way.has_origin for way in ways):
        return count_single(ways, next(iter(voices.values())))
    apart, together = (vertices_of(voices, with_untold=with_untold) for with_untold in (False, True))
    graph = make_graph(ways, provenance.ways, together)
    paths = find_paths(graph)
    documents = {way.held.document.id for way in ways}
    return Independence(
        least=len(paths),
        most=len(find_paths(make_graph(ways, provenance.ways, apart))),
        bottleneck=tuple(find_bottleneck(graph, voices, together)) if len(paths) == 1 and len(documents) > 1 else (),
        lines=tuple(describe_line(path, ways, voices, together) for path in paths),
    )


def count_single(ways: Sequence[Way], voice: Voice) -> Independence:
    """The one line of one voice, as most events have it."""
    documents = tuple(dict.fromkeys(way.held.document.id for way in ways if way.voices))
    line = Line(
        path=(voice.name,),
        claims=tuple(dict.fromkeys(way.held.claim.id for way in ways if way.voices)),
        documents=documents,
        sides=(voice.side,) if voice.side else (),
    )
    several = len({way.held.document.id for way in ways}) > 1
    return Independence(least=1, most=1, bottleneck=(voice.name,) if several else (), lines=(line,))


def vertices_of(voices: Mapping[Key, Voice], *, with_untold: bool) -> dict[Key, int]:
    """The vertex of each voice: voices that are one source are one vertex."""
    by_voice: dict[int, list[Key]] = {}
    distinct = list(dict.fromkeys(voices.values()))
    for key, voice in voices.items():
        by_voice.setdefault(distinct.index(voice), []).append(key)
    groups = list_groups(distinct, with_untold=with_untold)
    return {
        key: number for number, group in enumerate(groups) for voice in group for key in by_voice[distinct.index(voice)]
    }


def make_graph(ways: Sequence[Way], all_ways: Sequence[Way], vertices: Mapping[Key, int]) -> "DiGraph[int | str]":
    """Sources, and from whom to whom words went. Every source can be passed once."""
    from networkx import DiGraph  # late: most commands do without

    graph: DiGraph[int | str] = DiGraph()
    graph.add_nodes_from([FROM, TO])
    for way in ways:
        path = [vertices[key] for key in way.voices]
        if not path:
            continue
        graph.add_edges_from((one, other) for one, other in pairwise(path) if one != other)
        graph.add_edge(path[-1], TO)
        if way.has_origin:
            graph.add_edge(FROM, path[0])
        for nearest in nearest_of(way.takes_from, all_ways):
            if nearest in vertices and vertices[nearest] != path[0]:
                graph.add_edge(vertices[nearest], path[0])
    return graph


def nearest_of(document: str | None, ways: Sequence[Way]) -> Iterator[Key]:
    """The voices nearest the reader in a document."""
    return (way.voices[-1] for way in ways if way.voices and way.held.document.id == document)


def find_paths(graph: "DiGraph[int | str]") -> list[list[int]]:
    """As many paths from origins to readers as share no source; the same for the same graph, however it was built."""
    from networkx import NetworkXNoPath, node_disjoint_paths

    try:
        paths = [path[1:-1] for path in node_disjoint_paths(graph, FROM, TO)]
    except NetworkXNoPath:
        return []
    return sorted([int(vertex) for vertex in path] for path in paths)


def find_bottleneck(
    graph: "DiGraph[int | str]", voices: Mapping[Key, Voice], vertices: Mapping[Key, int]
) -> Iterator[str]:
    """The names of the sources without whom no path is left."""
    from networkx import has_path

    for vertex in sorted(set(vertices.values())):
        left = graph.copy()
        if vertex in left:
            left.remove_node(vertex)
            if not has_path(left, FROM, TO):
                yield name_vertex(vertex, voices, vertices)


def name_vertex(vertex: int, voices: Mapping[Key, Voice], vertices: Mapping[Key, int]) -> str:
    """The fullest name among those of the voices that are one source."""
    names = [voices[key].name for key in vertices if vertices[key] == vertex]
    return max(names, key=lambda name: (len(name), name))


def describe_line(
    path: Sequence[int], ways: Sequence[Way], voices: Mapping[Key, Voice], vertices: Mapping[Key, int]
) -> Line:
    """One line with the claims that stand on it."""
    on_it = [way for way in ways if {vertices[key] for key in way.voices} & set(path)]
    sides = {voices[key].side for key in vertices if vertices[key] == path[0]}
    return Line(
        path=tuple(name_vertex(vertex, voices, vertices) for vertex in path),
        claims=tuple(dict.fromkeys(way.held.claim.id for way in on_it)),
        documents=tuple(dict.fromkeys(way.held.document.id for way in on_it)),
        sides=tuple(sorted(side for side in sides if side)),
    )

"""How many lines of reporting share no source: as many routes, from an origin to a reader, as can be chosen apart.

A route is the way of one claim, and where its document has it from another, that one's way before it. Routes are never
joined at a source that two of them pass: nobody has reported what such a route would say. So, unlike the greatest flow
through the graph of all routes, the number cannot rise when two sources turn out to be one.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.compare.provenance import Key, Provenance, Way
from reportedly.compare.reuse import words_of
from reportedly.compare.sources import Voice, list_groups
from reportedly.model.event import Independence, Line
from reportedly.model.source import Identity

Route = tuple[int, ...]
"""The sources that one report passed, the origin first: each a number of `vertices_of`."""
Traced = tuple[Way, Sequence[Route]]

MOST_ROUTES = 64
"""Routes by which one claim may have come; more are not looked for."""
FEWEST_SAME = 5
"""Fewer words in a row than this are anybody's."""
MOST_EXACT = 40
"""Routes that hang together, from which on they are chosen one by one, the least entangled first."""


def count_lines(ways: Sequence[Way], provenance: Provenance) -> Independence:
    """How many lines the claims with these ways have.

    Args:
        ways: of the claims of one stance.
    """
    voices = {key: provenance.voices[key] for way in ways for key in way.voices}
    untold = [(voices[one], voices[other]) for one, other in list_same_words(ways)]
    apart, together = vertices_of(voices, None), vertices_of(voices, untold)
    traced = trace_all(ways, together)
    routes = keep_shortest(traced)
    lines = choose_apart(routes)
    documents = {way.held.document.id for way in ways}
    return Independence(
        least=len(lines),
        most=len(choose_apart(keep_shortest(trace_all(ways, apart)))),
        bottleneck=tuple(find_bottleneck(routes, voices, together)) if len(lines) == 1 and len(documents) > 1 else (),
        lines=tuple(describe_line(route, traced, voices, together) for route in lines),
    )


def list_same_words(ways: Sequence[Way]) -> Iterator[tuple[Key, Key]]:
    """The origins of claims that one text words as another does: the same words may be one statement, whoever is named."""
    first: dict[tuple[str, ...], Way] = {}
    for way in ways:
        words = words_of(way.held.claim.span.text)
        if not way.has_origin or len(words) < FEWEST_SAME:
            continue
        other = first.setdefault(words, way)
        if other.held.document.id != way.held.document.id:
            yield other.voices[0], way.voices[0]


def vertices_of(voices: Mapping[Key, Voice], untold: Sequence[tuple[Voice, Voice]] | None) -> dict[Key, int]:
    """The number of each voice: voices that are one source have one.

    Args:
        untold: voices that may be one by what they are said to say; None to keep apart all that may be two.
    """
    by_voice: dict[Voice, list[Key]] = {}
    for key, voice in voices.items():
        by_voice.setdefault(voice, []).append(key)
    groups = list_groups(list(by_voice), untold)
    return {key: number for number, group in enumerate(groups) for voice in group for key in by_voice[voice]}


def trace_all(ways: Sequence[Way], vertices: Mapping[Key, int]) -> list[Traced]:
    """Each way with the routes by which its claim came."""
    by_document: dict[str, list[Way]] = {}
    for way in ways:
        by_document.setdefault(way.held.document.id, []).append(way)
    return [(way, trace_routes(way, by_document, vertices)) for way in ways]


def keep_shortest(traced: Sequence[Traced]) -> list[Route]:
    """The routes by which the claims came; of two of which one holds all sources of the other, the shorter only."""
    found = {route for _, routes in traced for route in routes}
    kept: list[Route] = []
    for route in sorted(found, key=lambda route: (len(route), route)):
        if not any(set(route) >= set(other) for other in kept):
            kept.append(route)
    return kept


def trace_routes(
    way: Way, by_document: Mapping[str, Sequence[Way]], vertices: Mapping[Key, int], seen: frozenset[str] = frozenset()
) -> list[Route]:
    """The routes of one way: its own, or those of the document that it takes from, each followed by its own."""
    own = tuple(dict.fromkeys(vertices[key] for key in way.voices))
    if way.has_origin:
        return [own] if own else []
    document = way.held.document.id
    if way.takes_from is None or document in seen:
        return []
    before = (
        route
        for other in by_document.get(way.takes_from, ())
        for route in trace_routes(other, by_document, vertices, seen | {document})
    )
    return list(dict.fromkeys(tuple(dict.fromkeys((*route, *own))) for route in before))[:MOST_ROUTES]


def choose_apart(routes: Sequence[Route]) -> list[Route]:
    """As many of the routes as share no source; the same for the same routes."""
    crossing = {
        route: frozenset(other for other in routes if other is not route and not set(route).isdisjoint(other))
        for route in routes
    }
    return sorted(route for some in list_entangled(routes, crossing) for route in choose_among(some, crossing))


def list_entangled(routes: Sequence[Route], crossing: Mapping[Route, frozenset[Route]]) -> Iterator[frozenset[Route]]:
    """The routes in lots, so that none crosses one of another lot."""
    left = dict.fromkeys(routes)
    while left:
        lot, waiting = set(), [next(iter(left))]
        while waiting:
            route = waiting.pop()
            if route in left:
                del left[route]
                lot.add(route)
                waiting += crossing[route]
        yield frozenset(lot)


def choose_among(lot: frozenset[Route], crossing: Mapping[Route, frozenset[Route]]) -> list[Route]:
    """The most routes of a lot of which no two cross."""
    chosen: list[Route] = []
    while lot:
        least = min(lot, key=lambda route: (len(crossing[route] & lot), route))
        rivals = crossing[least] & lot
        if len(rivals) > 1 and len(lot) <= MOST_EXACT:
            best = [least, *choose_among(lot - rivals - {least}, crossing)]
            for rival in sorted(rivals):
                other = [rival, *choose_among(lot - crossing[rival] - {rival}, crossing)]
                best = max(best, other, key=len)
            return chosen + best
        chosen.append(least)  # nothing is lost by the route that crosses at most one other
        lot = lot - rivals - {least}
    return chosen


def find_bottleneck(routes: Sequence[Route], voices: Mapping[Key, Voice], vertices: Mapping[Key, int]) -> Iterator[str]:
    """The names of the sources that every route passes."""
    passed = set.intersection(*map(set, routes))
    yield from (name_vertex(vertex, voices, vertices) for vertex in sorted(passed))


def name_vertex(vertex: int, voices: Mapping[Key, Voice], vertices: Mapping[Key, int]) -> str:
    """The fullest name among those of the voices that are one source."""
    those = [voices[key] for key in vertices if vertices[key] == vertex]
    return max(those, key=lambda voice: (voice.identity is Identity.NAMED, len(voice.name), voice.name)).name


def describe_line(
    line: Route, traced: Sequence[Traced], voices: Mapping[Key, Voice], vertices: Mapping[Key, int]
) -> Line:
    """One line with the claims that stand on it: those too that cite or copy what does."""
    on_it = [way for way, routes in traced if any(not set(route).isdisjoint(line) for route in routes)]
    sides = {voices[key].side for key in vertices if vertices[key] == line[0]}
    return Line(
        path=tuple(name_vertex(vertex, voices, vertices) for vertex in line),
        claims=tuple(dict.fromkeys(way.held.claim.id for way in on_it)),
        documents=tuple(dict.fromkeys(way.held.document.id for way in on_it)),
        sides=tuple(sorted(side for side in sides if side)),
    )

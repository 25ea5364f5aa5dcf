"""What a look at every claim of a ledger counts, and that a tally counts the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.projecting import place_id
from reportedly.ledger.query import Query
from reportedly.ledger.words import fold_words
from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.model.source import Source
from reportedly.tally.counts import Facet, FacetName
from reportedly.tally.tally import Tally

EVERY_PLACE = 1 << 30
EVERYTHING: Mapping[FacetName, int] = dict.fromkeys(FacetName, 1 << 30)


def sources_of(held: HeldClaim) -> list[Source]:
    return [held.sources[link.source] for chain in held.claim.chains for link in chain]


def spots_of(held: HeldClaim) -> list[Place]:
    return [place for place in held.claim.places if place.lat is not None and place.role is not PlaceRole.REFERENCE]


def states_of(held: HeldClaim) -> list[str]:
    return [held.verdict.value if held.verdict else "open", *(["corrected"] if held.corrected else [])]


def one(value: str | None) -> list[str]:
    return [] if value is None else [value]


LOOKS: Mapping[FacetName, Callable[[HeldClaim], Iterable[str]]] = {
    FacetName.SIDE: lambda held: [source.side for source in sources_of(held) if source.side],
    FacetName.SOURCE_TYPE: lambda held: [source.type.value for source in sources_of(held)],
    FacetName.KIND: lambda held: [held.claim.kind.value],
    FacetName.CERTAINTY: lambda held: [held.claim.certainty.value],
    FacetName.POLARITY: lambda held: [held.claim.polarity.value],
    FacetName.TENSE: lambda held: [held.claim.tense.value],
    FacetName.FLAG: lambda held: [flag.code.value for flag in held.flags],
    FacetName.PLACE: lambda held: map(place_id, held.claim.places),
    FacetName.LANGUAGE: lambda held: one(held.document.language),
    FacetName.OUTLET: lambda held: [fold_words(each) for each in one(held.document.outlet)],
    FacetName.REVIEW: states_of,
    FacetName.PUBLISHED: lambda held: [held.document.published.isoformat()[:7]] if held.document.published else [],
}
OWN: Mapping[FacetName, tuple[str, ...]] = {
    FacetName.SIDE: ("sides",),
    FacetName.SOURCE_TYPE: ("source_types",),
    FacetName.KIND: ("kinds",),
    FacetName.CERTAINTY: ("certainties",),
    FacetName.POLARITY: ("polarities",),
    FacetName.TENSE: ("tenses",),
    FacetName.FLAG: ("flags",),
    FacetName.PLACE: ("places",),
    FacetName.LANGUAGE: ("languages",),
    FacetName.OUTLET: ("outlets",),
    FacetName.REVIEW: ("reviews",),
    FacetName.PUBLISHED: ("published_from", "published_to"),
}


def without(query: Query, *names: str) -> Query:
    return replace(query, **{name: getattr(Query(), name) for name in names})


def count(held: Iterable[HeldClaim], look: Callable[[HeldClaim], Iterable[str]]) -> dict[str, int]:
    return dict(Counter(answer for each in held for answer in set(look(each))))


def check_facets(tally: Tally, ledger: SqlLedger, query: Query) -> None:
    found = tally.facets(ledger, query, EVERYTHING)
    fitting = list(ledger.each_claim(query))
    assert found.total == len(fitting) == ledger.claims(replace(query, count=True, limit=1)).total
    assert found.unplaced == sum(not spots_of(each) for each in fitting)
    assert found.undated == sum(each.claim.time is None for each in fitting)
    for name, look in LOOKS.items():
        others = list(ledger.each_claim(without(query, *OWN[name])))
        check_facet(found.facet(name), count(others, look), query, ledger)
    asked = [each for each in Query.__slots__ if each != "at" and getattr(query, each) != getattr(Query(), each)]
    if fitting:
        assert found.without == ()
    else:
        expected = {each: len(list(ledger.each_claim(without(query, each)))) for each in asked}
        assert {each.name: each.count for each in found.without} == expected
        assert [each.count for each in found.without] == sorted(expected.values(), reverse=True)


def check_facet(facet: Facet, expected: dict[str, int], query: Query, ledger: SqlLedger) -> None:
    told = {option.value: option.count for option in facet.options}
    assert len(told) == len(facet.options) and facet.more == 0
    if facet.name is FacetName.PUBLISHED:
        assert list(told) == sorted(told)
        assert {month: many for month, many in told.items() if many} == expected
        return
    assert [option.count for option in facet.options] == sorted(told.values(), reverse=True)
    chosen = [option for option in facet.options if option.is_chosen]
    assert {option.value for option in chosen} == {str(each) for each in getattr(query, OWN[facet.name][0])}
    if facet.name is FacetName.OUTLET:
        told = {fold_words(value): many for value, many in told.items()}
    elif facet.name is FacetName.PLACE:
        for option in chosen:
            named = ledger.each_claim(replace(query, places=(option.value,)))
            assert option.count == len(list(named))
            told.pop(option.value)
            expected = {id_: many for id_, many in expected.items() if id_ in told}
    else:
        told = {value.casefold(): many for value, many in told.items()}
    assert {value: many for value, many in told.items() if many} == expected


def check_timeline(tally: Tally, ledger: SqlLedger, query: Query) -> None:
    found = tally.timeline(ledger, query)
    fitting = list(ledger.each_claim(query))
    times = [(each.claim.time.earliest, sides_of(each)) for each in fitting if each.claim.time]
    assert found.undated == len(fitting) - len(times)
    assert [bar.first for bar in found.bars] == sorted({bar.first for bar in found.bars})
    for bar in found.bars:
        inside = [sides for day, sides in times if bar.first <= day <= bar.last]
        assert bar.claims == len(inside) > 0
        assert bar.sides == Counter(side for sides in inside for side in sides)
    assert sum(bar.claims for bar in found.bars) == len(times)


def sides_of(held: HeldClaim) -> set[str]:
    return {source.side for source in sources_of(held) if source.side} or {""}


def check_places(tally: Tally, ledger: SqlLedger, query: Query) -> None:
    found = tally.places(ledger, query, EVERY_PLACE)
    fitting = list(ledger.each_claim(query))
    naming = {id_: [each for each in fitting if id_ in map(place_id, spots_of(each))] for id_ in
              {place_id(place) for each in fitting for place in spots_of(each)}}  # fmt: skip
    assert found.more == 0 and found.unplaced == sum(not spots_of(each) for each in fitting)
    assert [each.claims for each in found.places] == sorted(map(len, naming.values()), reverse=True)
    assert {each.id for each in found.places} == naming.keys()
    for each in found.places:
        held = naming[each.id]
        assert (each.claims, each.documents) == (len(held), len({one.document_id for one in held}))
        assert each.sides == Counter(side for one in held for side in sides_of(one))

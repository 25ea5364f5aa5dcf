"""Facets, days and places of the claims that fit, from the tally in memory."""

from collections.abc import Callable, Mapping
from typing import Any

from reportedly.errors import RequestError
from reportedly.ledger.store import Ledger
from reportedly.present.event_words import call
from reportedly.present.inventory import PLACE_DECIMALS
from reportedly.present.meanings import (
    FLAGS,
    LANGUAGES,
    POLARITIES,
    REVIEWS,
    SOURCE_TYPES,
)
from reportedly.present.precision import count_decimals
from reportedly.present.source_words import name_side
from reportedly.present.words import CERTAINTIES, TENSES
from reportedly.tally.counts import Facet, FacetName, Option, PlaceCount, Without
from reportedly.tally.tally import Tally
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import Words, make_query
from reportedly.workbench.counted_shapes import (
    BarShape,
    FacetShape,
    FacetsShape,
    OptionShape,
    PlacesShape,
    PointShape,
    TimelineShape,
    WithoutShape,
)

LABELS: Mapping[FacetName, str] = {
    FacetName.SIDE: "Side",
    FacetName.SOURCE_TYPE: "Source",
    FacetName.KIND: "About",
    FacetName.CERTAINTY: "How firmly",
    FacetName.POLARITY: "So or not so",
    FacetName.TENSE: "When it holds",
    FacetName.FLAG: "Flags",
    FacetName.PLACE: "Place",
    FacetName.LANGUAGE: "Language",
    FacetName.OUTLET: "Outlet",
    FacetName.REVIEW: "Judged",
    FacetName.PUBLISHED: "Published",
}
MEANINGS: Mapping[FacetName, Callable[[str], str]] = {
    FacetName.SIDE: name_side,
    FacetName.SOURCE_TYPE: lambda value: by_code(SOURCE_TYPES, value),
    FacetName.CERTAINTY: lambda value: by_code(CERTAINTIES, value),
    FacetName.POLARITY: lambda value: by_code(POLARITIES, value),
    FacetName.TENSE: lambda value: by_code(TENSES, value) or "past",
    FacetName.FLAG: lambda value: by_code(FLAGS, value),
    FacetName.LANGUAGE: lambda value: by_code(LANGUAGES, value),
    FacetName.REVIEW: lambda value: by_code(REVIEWS, value),
}
"""How the answers of a facet are told where the ledger has no name for them."""
ASKED_BY: Mapping[str, tuple[str, ...]] = {
    "text": ("q",), "documents": ("document",), "places": ("place",), "box": ("bbox",), "happened_from": ("from",),
    "happened_to": ("to",), "published_from": ("published_from",), "published_to": ("published_to",),
    "sources": ("source",), "source_types": ("source_type",), "sides": ("side",), "kinds": ("kind",),
    "certainties": ("certainty",), "polarities": ("polarity",), "tenses": ("tense",), "flags": ("flag",),
    "languages": ("language",), "outlets": ("outlet",), "reviews": ("review",),
    "lacks": ("without",),
}  # fmt: skip
"""The parameter that asks each question of a query."""


def tell_facets(asked: Asked) -> FacetsShape:
    """How many claims fit, and what they are."""
    query = make_query(asked.words, asked.ledger)
    found = up_to_date(asked).facets(asked.ledger, query)
    return FacetsShape(
        total=found.total,
        unplaced=found.unplaced,
        undated=found.undated,
        facets=[shape_facet(each) for each in found.facets],
        without=[shaped for each in found.without if (shaped := shape_without(each, asked.words))],
    )


def tell_timeline(asked: Asked) -> TimelineShape:
    """When the claims that fit are said to have happened."""
    found = up_to_date(asked).timeline(asked.ledger, make_query(asked.words, asked.ledger))
    bars = [BarShape(first=each.first, last=each.last, sides=dict(each.sides)) for each in found.bars]
    return TimelineShape(step=found.step, bars=bars, undated=found.undated)


def tell_places(asked: Asked) -> PlacesShape:
    """Where the claims that fit are said to have happened."""
    found = up_to_date(asked).places(asked.ledger, make_query(asked.words, asked.ledger))
    reaches = asked.bench.reaches.find(asked.ledger, found.places)
    points = [shape_point(each, reaches.get(each.id)) for each in found.places]
    return PlacesShape(points=points, more=found.more, unplaced=found.unplaced)


def shape_point(place: PlaceCount, radius_km: float | None) -> PointShape:
    """A place, its point as coarse as it is known."""
    decimals = PLACE_DECIMALS if radius_km is None else count_decimals(radius_km)
    return PointShape(
        id=place.id,
        name=call(place.name),
        lat=round(place.lat, decimals),
        lon=round(place.lon, decimals),
        radius_km=radius_km,
        country=place.country,
        claims=place.claims,
        documents=place.documents,
        sides=dict(place.sides),
    )


def up_to_date(asked: Asked) -> Tally:
    """The tally with all that is in the ledger by now.

    Raises:
        RequestError: if the claims of a large ledger are still being counted for the first time.
    """
    if not asked.bench.worker.wait_counted():
        raise RequestError(503, "the claims of this ledger are still being counted; ask again in a moment")
    refresh(asked.bench.tally, asked.ledger)
    return asked.bench.tally


def refresh(tally: Tally, ledger: Ledger) -> None:
    """Count what came since."""
    if tally.seq != ledger.seq():
        tally.refresh(ledger)


def shape_facet(facet: Facet) -> FacetShape:
    """A question with its answers, in words."""
    return FacetShape(
        name=facet.name,
        label=LABELS[facet.name],
        options=[shape_option(facet.name, each) for each in facet.options],
        more=facet.more,
    )


def shape_option(name: FacetName, option: Option) -> OptionShape:
    """An answer, in words."""
    tell = MEANINGS.get(name)
    label = call(option.label) if option.label else tell(option.value) if tell else option.value
    return OptionShape(value=option.value, label=label, count=option.count, chosen=option.is_chosen)


def shape_without(without: Without, words: Words) -> WithoutShape | None:
    """A filter that keeps claims away, as the address has it."""
    for name in ASKED_BY.get(without.name, ()):
        if values := words.many(name):
            label = f"{name.replace('_', ' ')}: {', '.join(values)}"
            return WithoutShape(name=name, value=values[0], label=label, count=without.count)
    return None


def by_code(words: Mapping[Any, str | None], value: str) -> str:
    """The words for a code; the code itself where there are none."""
    return words.get(value, value) or ""

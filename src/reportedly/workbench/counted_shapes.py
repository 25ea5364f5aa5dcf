"""The shapes of what the API counts: facets, days and places of the claims that fit."""

from datetime import date

from msgspec import Struct

from reportedly.present.event_shapes import Count


class OptionShape(Struct, frozen=True, kw_only=True):
    """One value of a facet."""

    value: str
    """As the filter takes it."""
    label: str
    count: Count
    chosen: bool


class FacetShape(Struct, frozen=True, kw_only=True):
    """A question with the answers that claims give: with all filters but its own."""

    name: str
    """The filter's name in an address: `side`, `source_type`, `certainty`, `kind`, `place`, `month` …"""
    label: str
    options: list[OptionShape]
    more: Count
    """Values that are not listed."""


class WithoutShape(Struct, frozen=True, kw_only=True):
    """So many claims would fit without this filter."""

    name: str
    value: str
    label: str
    count: Count


class FacetsShape(Struct, frozen=True, kw_only=True):
    """How many claims fit, and what they are."""

    total: Count
    unplaced: Count
    """Of these have no place on the map."""
    undated: Count
    """Of these are not said to have happened on any days."""
    facets: list[FacetShape]
    without: list[WithoutShape]
    """If nothing fits: the filters that keep the most away."""


class BarShape(Struct, frozen=True, kw_only=True):
    """Claims of one stretch of days; `sides` by side, "" for none."""

    first: date
    last: date
    sides: dict[str, int]


class TimelineShape(Struct, frozen=True, kw_only=True):
    """Claims that fit, by the first day on which they are said to have happened."""

    step: str
    """`day`, `week`, `month` or `year`."""
    bars: list[BarShape]
    undated: Count


class PointShape(Struct, frozen=True, kw_only=True):
    """A named place with the claims that fit. The point is no finer than the place."""

    id: str
    name: str
    lat: float
    lon: float
    radius_km: float | None
    country: str | None
    claims: Count
    documents: Count
    sides: dict[str, int]


class PlacesShape(Struct, frozen=True, kw_only=True):
    """The places of the claims that fit, the most named first."""

    points: list[PointShape]
    more: Count
    """Places that are not given, since they are too many."""
    unplaced: Count


class HeldByShape(Struct, frozen=True, kw_only=True):
    """Who was said to hold a place, as the last word of each side; never who holds it."""

    id: str
    name: str
    lat: float
    lon: float
    radius_km: float | None
    country: str | None
    held_by: list[str]
    """The sides that are said to hold the whole place: one, several, or none that the words tell."""
    said_by: list[str]
    """The sides that say so; none where only those say so who speak for no known side."""
    denied_by: list[str]
    """The sides that say that it is not so, or that another side holds it."""
    event: str
    """The last event in which that was said."""
    label: str
    last: date | None


class HeldByListShape(Struct, frozen=True, kw_only=True):
    """The places of which it is said who holds them."""

    places: list[HeldByShape]
    is_all: bool
    """Was all looked through that was said of it, and not the newest alone?"""

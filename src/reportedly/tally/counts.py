"""What counting the claims of a ledger tells: facets, a timeline, places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FacetName(StrEnum):
    """A question whose answers are counted, by the name that its filter has in an address."""

    SIDE = "side"
    SOURCE_TYPE = "source_type"
    KIND = "kind"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    TENSE = "tense"
    FLAG = "flag"
    PLACE = "place"
    LANGUAGE = "language"
    OUTLET = "outlet"
    REVIEW = "review"
    PUBLISHED = "published"
    """By month: `2025-11`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question."""

    value: str
    """As the filter takes it; of one that was chosen as the query has it. A place's is its short id."""
    label: str | None
    """What the ledger calls it: a place by name, an outlet as it was first written. None where only the value is known."""
    count: int
    """Claims that fit all other filters and give this answer."""
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A question with its answers, the most frequent first; months in order."""

    name: FacetName
    options: tuple[Option, ...]
    more: int
    """Answers that are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """So many claims would fit if one filter were dropped."""

    name: str
    """The field of `Query`: `text`, `sides`, `happened_from` …"""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many claims fit, and what they are."""

    seq: int
    """The entry up to which was counted."""
    total: int
    unplaced: int
    """Of these name no place with a point where it is said to have happened."""
    undated: int
    """Of these are not said to have happened on any days."""
    facets: tuple[Facet, ...]
    """One of each name, in the order of `FacetName`."""
    without: tuple[Without, ...] = ()
    """If nothing fits: what each filter keeps away, the most first."""

    def facet(self, name: FacetName) -> Facet:
        """The facet of this name."""
        return next(facet for facet in self.facets if facet.name is name)


class Step(StrEnum):
    """How many days one bar of a timeline spans."""

    DAY = "day"
    WEEK = "week"
    """From Monday to Sunday."""
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The claims of one stretch of days."""

    first: date
    last: date
    claims: int
    sides: Mapping[str, int]
    """Claims by side, the most frequent first; `""` for those without. One with two sides counts in each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Claims by the first day on which they are said to have happened. Bars in which there is none are left out."""

    seq: int
    step: Step
    bars: tuple[Bar, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """A place where claims say that something happened."""

    id: str
    name: str
    gazetteer_id: str | None
    """None if the words of a text alone say where it is."""
    lat: float
    lon: float
    country: str | None
    claims: int
    documents: int
    sides: Mapping[str, int]
    """As in `Bar`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCounts:
    """The places with a point, the most named first."""

    seq: int
    places: tuple[PlaceCount, ...]
    more: int
    """Places that are not given."""
    unplaced: int
    """Claims that fit and have no place with a point."""

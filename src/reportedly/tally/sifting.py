"""Which rows of a sheet fit a query: a mask for each filter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from threading import Lock
from typing import Any

import numpy as np

from reportedly.ledger.naming import as_id
from reportedly.ledger.query import RIM_KM, Box, Circle, Lack, Query
from reportedly.ledger.store import Ledger
from reportedly.ledger.words import fold_words
from reportedly.reference.outlines import EARTH_RADIUS_KM
from reportedly.tally.counts import FacetName
from reportedly.tally.sheet import NO_DAY, Mask, Sheet

KEPT = 64
"""Masks that were asked of the ledger and are kept, the latest: one takes an eighth of a byte for each row."""


class Kept:
    """Masks that took long to find out, until there is another sheet."""

    def __init__(self) -> None:
        self._packed: dict[object, Any] = {}
        self._lock = Lock()

    def find(self, key: object, make: Callable[[], Mask]) -> Mask:
        """The mask that was made for this key, or else made now."""
        with self._lock:
            packed = self._packed.pop(key, None)
            if packed is not None:
                self._packed[key] = packed
        if packed is not None:
            many, bits = packed
            return np.unpackbits(bits, count=many).view(np.bool_)
        mask = make()
        with self._lock:
            self._packed[key] = (len(mask), np.packbits(mask))
            while len(self._packed) > KEPT:
                del self._packed[next(iter(self._packed))]
        return mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A sheet, and what of it was asked of the ledger."""

    sheet: Sheet
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What one filter lets through."""

    name: str
    """The field of `Query`."""
    facet: FacetName | None
    """Whose answers it chooses among."""
    mask: Mask


Sift = Callable[[Any, Sheets, Ledger], Mask]
"""The rows that fit what a field of a query asks."""
Meaning = Callable[[str, Sheet], str | None]
"""The answer that is meant by a word; None if there is none."""


def sift_by(name: FacetName, mean: Meaning) -> Sift:
    """How a facet's answers are chosen among, of which each means what `mean` says."""

    def sift(wanted: Sequence[str], sheets: Sheets, _: Ledger) -> Mask:
        meant = {mean(each, sheets.sheet) for each in wanted}
        return sheets.sheet.answers[name].which(meant.__contains__)

    return sift


def sift_by_asking(field: str) -> Sift:
    """How rows are sifted by what only the ledger knows."""

    def sift(wanted: object, sheets: Sheets, ledger: Ledger) -> Mask:
        asked: dict[str, Any] = {field: wanted}
        return sheets.kept.find((field, wanted), lambda: sheets.sheet.among(ledger.numbers(Query(**asked))))

    return sift


def sift_places(wanted: Sequence[str], sheets: Sheets, ledger: Ledger) -> Mask:
    """The rows that name one of the places, in whatever role."""
    mask = np.zeros(len(sheets.sheet), np.bool_)
    for typed in wanted:
        mask |= sift_place(typed, sheets, ledger)
    return mask


def sift_place(typed: str, sheets: Sheets, ledger: Ledger) -> Mask:
    """The rows that name a place, by its short id or as the ledger understands a name."""
    begins, sheet = as_id(typed), sheets.sheet
    if begins is None:
        return ASKED["places"]((typed,), sheets, ledger)
    fits = [number for number, id_ in enumerate(sheet.gazette.ids) if id_.startswith(begins)]
    return sheet.naming(np.isin(sheet.namings.places, fits))


def sift_box(box: Box, sheets: Sheets, _: Ledger) -> Mask:
    """The rows of which something happened in the box, its edges included."""
    lats, lons = sheets.sheet.gazette.lats, sheets.sheet.gazette.lons
    inside = (
        (lons >= box.west) & (lons <= box.east) if box.west <= box.east else (lons >= box.west) | (lons <= box.east)
    )
    return lie_among((lats >= box.south) & (lats <= box.north) & inside, sheets.sheet)


def sift_circle(circle: Circle, sheets: Sheets, _: Ledger) -> Mask:
    """The rows of which something happened in the circle, its rim included."""
    lats, lons = np.radians(sheets.sheet.gazette.lats), np.radians(sheets.sheet.gazette.lons)
    lat, lon = np.radians(circle.lat), np.radians(circle.lon)
    # As `reference.outlines.distance_km` has it.
    half = np.sin((lat - lats) / 2) ** 2 + np.cos(lats) * np.cos(lat) * np.sin((lon - lons) / 2) ** 2
    far_km = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return lie_among(far_km <= circle.radius_km + RIM_KM, sheets.sheet)


def lie_among(places: Mask, sheet: Sheet) -> Mask:
    """The rows of which something happened at one of these places."""
    return sheet.naming(places[sheet.namings.places] & sheet.namings.are_spots)


def as_typed(answer: str, _: Sheet) -> str:
    """What means itself."""
    return answer


def as_folded(answer: str, _: Sheet) -> str:
    """What is written in small letters."""
    return answer.casefold()


def as_outlet(answer: str, sheet: Sheet) -> str | None:
    """An outlet as it was first written."""
    return sheet.outlets.get(fold_words(answer))


MEANINGS: dict[FacetName, tuple[str, Meaning]] = {
    FacetName.SIDE: ("sides", as_folded),
    FacetName.SOURCE_TYPE: ("source_types", as_typed),
    FacetName.KIND: ("kinds", as_typed),
    FacetName.CERTAINTY: ("certainties", as_typed),
    FacetName.POLARITY: ("polarities", as_typed),
    FacetName.TENSE: ("tenses", as_typed),
    FacetName.FLAG: ("flags", as_typed),
    FacetName.LANGUAGE: ("languages", as_folded),
    FacetName.OUTLET: ("outlets", as_outlet),
    FacetName.REVIEW: ("reviews", as_typed),
}
"""By facet: the field of `Query` that chooses among its answers, and what is meant by a word there."""
ASKED: dict[str, Sift] = {field: sift_by_asking(field) for field in ("text", "ids", "documents", "places", "sources")}
SIFTS: dict[str, tuple[FacetName | None, Sift]] = {
    **{field: (name, sift_by(name, mean)) for name, (field, mean) in MEANINGS.items()},
    **{field: (None, sift) for field, sift in ASKED.items()},
    "places": (FacetName.PLACE, sift_places),
    "box": (None, sift_box),
    "circle": (None, sift_circle),
    "happened_from": (None, lambda day, sheets, _: sheets.sheet.latest >= day.toordinal()),
    "happened_to": (None, lambda day, sheets, _: is_until(sheets.sheet.earliest, day)),
    "lacks": (None, lambda lacks, sheets, _: sift_lacks(lacks, sheets.sheet)),
    "published_from": (FacetName.PUBLISHED, lambda day, sheets, _: sheets.sheet.published >= day.toordinal()),
    "published_to": (FacetName.PUBLISHED, lambda day, sheets, _: is_until(sheets.sheet.published, day)),
}
"""By field of `Query`: the facet whose answers it chooses among, and how rows are sifted by it."""
NO_FILTERS = ("at", "sort", "newest_first", "limit", "after", "count")


def sift_lacks(lacks: Sequence[Lack], sheet: Sheet) -> Mask:
    """The rows that are without all of these."""
    mask = np.ones(len(sheet), np.bool_)
    if Lack.PLACE in lacks:
        mask &= ~sheet.is_placed
    if Lack.DAY in lacks:
        mask &= sheet.earliest == NO_DAY
    return mask


def is_until(days: Any, last: Any) -> Mask:
    """On that day or earlier; what has no day is not."""
    return np.asarray((days <= last.toordinal()) & (days > NO_DAY))


def sift(query: Query, sheets: Sheets, ledger: Ledger) -> list[Sieve]:
    """What each filter that a query has lets through.

    Raises:
        IdError: if an id of it can be none.
    """
    sieves = []
    for each in fields(query):
        wanted = getattr(query, each.name)
        if each.name in NO_FILTERS or wanted is None or wanted == ():
            continue
        facet, found = SIFTS[each.name]
        sieves.append(Sieve(name=each.name, facet=facet, mask=found(wanted, sheets, ledger)))
    return sieves


def let_through(stood: Mask, sieves: Iterable[Sieve]) -> Mask:
    """The rows that stood and that all of these filters let through."""
    mask = stood
    for sieve in sieves:
        mask = mask & sieve.mask
    return mask

"""The rows of a ledger's claims in columns: one state of them, which never changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.ledger.rows_since import Mark
from reportedly.tally.counts import FacetName

Mask = NDArray[np.bool_]
"""One truth value for each row."""
Whole = NDArray[Any]
"""Whole numbers, as few bytes each as will do."""

NEVER = (1 << 31) - 1
"""`until` of what stands: greater than the number of any entry."""
NO_DAY = 0
"""Days are proleptic Gregorian ordinals, of which 1 is the first."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What each claim answers to one question: nothing, one thing or several."""

    codes: Whole
    """By row. Claims that answer the same may have different codes: several questions share one column."""
    given: tuple[tuple[str, ...], ...]
    """By code: the answers."""

    @cached_property
    def merged(self) -> tuple[Whole, tuple[tuple[str, ...], ...]]:
        """Another code for each code, and by those the answers, of which no two are the same."""
        different = list(dict.fromkeys(self.given))
        codes = {answers: code for code, answers in enumerate(different)}
        return np.array([codes[answers] for answers in self.given], np.int64), tuple(different)

    def which(self, fits: Callable[[str], bool]) -> Mask:
        """The rows with an answer that fits."""
        fitting = [code for code, answers in enumerate(self.given) if any(map(fits, answers))]
        if len(fitting) == 1:
            return np.asarray(self.codes == fitting[0])
        among = np.zeros(len(self.given), np.bool_)
        among[fitting] = True
        return among[self.codes]

    def count(self, rows: Whole) -> Whole:
        """How many of these rows have each code."""
        return np.bincount(self.codes[rows], minlength=len(self.given))

    def tell(self, by_code: Whole) -> dict[str, int]:
        """How many rows give each answer, from how many have each code; of those that give several, each counts."""
        counted: dict[str, int] = {}
        for code in np.flatnonzero(by_code).tolist():
            for answer in self.given[code]:
                counted[answer] = counted.get(answer, 0) + int(by_code[code])
        return counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Namings:
    """Which claims name which places, each pair once, in the order of rows."""

    rows: Whole
    places: Whole
    """Their numbers."""
    are_spots: Mask
    """Has the place a point, and is it said that something happened there?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazette:
    """The places, by their numbers; where a number is no place, its id is empty."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    gazetteer_ids: tuple[str | None, ...]
    countries: tuple[str | None, ...]
    lats: NDArray[np.float64]
    """Not a number where the point is not known."""
    lons: NDArray[np.float64]

    def name_of(self, beginning: str) -> str | None:
        """The name of the first place whose id begins so."""
        return next((name for id_, name in zip(self.ids, self.names, strict=True) if id_.startswith(beginning)), None)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The rows of all claims, those that stand no longer too, in the order of their numbers."""

    mark: Mark
    numbers: Whole
    since: Whole
    until: Whole
    """`NEVER` while it stands."""
    documents: Whole
    """The numbers of the documents."""
    published: Whole
    """Days, as `date.toordinal` has them; `NO_DAY` where none is known. Likewise `earliest` and `latest`."""
    earliest: Whole
    latest: Whole
    is_placed: Mask
    """Has it a place with a point where it is said to have happened?"""
    answers: Mapping[FacetName, Answers]
    """Of every facet but places and months."""
    namings: Namings
    gazette: Gazette
    outlets: Mapping[str, str] = field(default_factory=dict)
    """Names of outlets as they were first written, by their folded words."""

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def standing(self) -> Mask:
        """The rows that stand now."""
        return np.asarray(self.until == NEVER)

    def stood(self, at: int | None) -> Mask:
        """The rows that stood after entry `at`; None is now."""
        if at is None:
            return self.standing
        at = max(0, min(at, NEVER - 1))
        return np.asarray((self.since <= at) & (self.until > at))

    def among(self, numbers: NDArray[np.int64]) -> Mask:
        """The rows that have one of these numbers; numbers of no row are passed over."""
        last = self.mark.claim
        wanted = np.zeros(last + 1, np.bool_)
        wanted[numbers[numbers <= last]] = True
        return wanted[self.numbers]

    def naming(self, pairs: Mask) -> Mask:
        """The rows of these pairs of `namings`."""
        mask = np.zeros(len(self), np.bool_)
        mask[self.namings.rows[pairs]] = True
        return mask

    @property
    def nbytes(self) -> int:
        """What the columns take of the memory; the names of outlets and places come on top."""
        columns = [self.numbers, self.since, self.until, self.documents, self.published, self.earliest, self.latest]
        columns += [self.is_placed, self.namings.rows, self.namings.places, self.namings.are_spots]
        columns += [self.gazette.lats, self.gazette.lons]
        shared = {id(each.codes): each.codes for each in self.answers.values()}
        return sum(column.nbytes for column in (*columns, *shared.values()))

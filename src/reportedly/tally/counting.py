"""What the rows of a sheet that fit a query are: facets, a timeline, places."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from reportedly.ledger.naming import as_id
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.ledger.words import fold_words
from reportedly.tally.counts import Facet, FacetName, Facets, Option, Without
from reportedly.tally.sheet import NO_DAY, Gazette, Whole
from reportedly.tally.sifting import MEANINGS, Sheets, let_through, sift, sift_place


class Counter:
    """Counts the rows that fit one query, question by question."""

    def __init__(self, query: Query, sheets: Sheets, ledger: Ledger) -> None:
        self._query, self._sheets, self._ledger = query, sheets, ledger
        self._sieves = sift(query, sheets, ledger)
        self._stood = sheets.sheet.stood(query.at)
        self.fitting = let_through(self._stood, self._sieves)
        self.rows = np.flatnonzero(self.fitting)
        self._by_code: dict[int, Whole] = {}

    def count_facet(self, name: FacetName, limit: int) -> Facet:
        """The answers to one question of the rows that fit all filters but its own."""
        sheet, query = self._sheets.sheet, self._query
        mask, rows, is_chosen = self.fitting, self.rows, any(sieve.facet is name for sieve in self._sieves)
        if is_chosen:
            mask = let_through(self._stood, (sieve for sieve in self._sieves if sieve.facet is not name))
            rows = np.flatnonzero(mask)
        if name is FacetName.PUBLISHED:
            return list_months(count_months(sheet.published[rows]), query, limit)
        if name is FacetName.PLACE:
            named = {each: sift_place(each, self._sheets, self._ledger) for each in query.places}
            typed = {each: int(np.count_nonzero(mask & naming)) for each, naming in named.items()}
            return list_places(typed, np.bincount(sheet.namings.places[mask[sheet.namings.rows]]), sheet.gazette, limit)
        answers = sheet.answers[name]
        by_code = answers.count(rows) if is_chosen else self._by_code.get(id(answers.codes))
        if by_code is None:  # other questions share the column
            by_code = self._by_code[id(answers.codes)] = answers.count(rows)
        field, mean = MEANINGS[name]
        chosen = {str(each): mean(str(each), sheet) for each in getattr(query, field)}
        return list_answers(name, answers.tell(by_code), chosen, limit)

    def count_without(self) -> list[Without]:
        """How many rows would fit without each filter, the most first."""
        found = []
        for sieve in self._sieves:
            others = let_through(self._stood, (each for each in self._sieves if each is not sieve))
            found.append(Without(name=sieve.name, count=int(np.count_nonzero(others))))
        return sorted(found, key=lambda each: -each.count)


def count_facets(query: Query, sheets: Sheets, ledger: Ledger, limits: Mapping[FacetName, int]) -> Facets:
    """How many claims fit, and what they are."""
    sheet, counter = sheets.sheet, Counter(query, sheets, ledger)
    rows = counter.rows
    return Facets(
        seq=sheet.mark.seq,
        total=len(rows),
        unplaced=len(rows) - int(np.count_nonzero(sheet.is_placed[rows])),
        undated=int(np.count_nonzero(sheet.earliest[rows] == NO_DAY)),
        facets=tuple(counter.count_facet(name, limits[name]) for name in FacetName),
        without=() if len(rows) else tuple(counter.count_without()),
    )


def list_answers(name: FacetName, counted: Mapping[str, int], chosen: Mapping[str, str | None], limit: int) -> Facet:
    """The most frequent answers, and those that were chosen: what was typed, and what is meant by it."""
    is_named = name is FacetName.OUTLET
    options = [
        Option(
            value=typed,
            label=meant if is_named else None,
            count=0 if meant is None else counted.get(meant, 0),
            is_chosen=True,
        )
        for typed, meant in chosen.items()
    ]
    others = [
        Option(value=answer, label=answer if is_named else None, count=counted[answer], is_chosen=False)
        for answer in sorted(counted.keys() - chosen.values())
    ]
    return list_options(name, options, others, limit)


def list_options(
    name: FacetName, chosen: Sequence[Option], others: Sequence[Option], limit: int, more: int = 0
) -> Facet:
    """The most frequent answers, and all that were chosen; `more` others are rarer than these."""
    ordered = sorted((*chosen, *others), key=lambda option: -option.count)
    listed = [option for nth, option in enumerate(ordered) if nth < limit or option.is_chosen]
    return Facet(name=name, options=tuple(listed), more=more + len(ordered) - len(listed))


def list_places(typed: Mapping[str, int], counted: Whole, gazette: Gazette, limit: int) -> Facet:
    """The places that are named most, and those that were chosen, with their own counts.

    What was chosen by its id, or by the name that it has, is not listed once more.
    """
    begun = {each: begins for each in typed if (begins := as_id(each))}
    folded = {fold_words(each) for each in typed if each not in begun}
    chosen = [
        Option(value=each, label=gazette.name_of(begun[each]) if each in begun else each, count=many, is_chosen=True)
        for each, many in typed.items()
    ]
    named = np.flatnonzero(counted)
    ordered = named[np.argsort(-counted[named], kind="stable")].tolist()
    if typed:
        ordered = [
            place
            for place in ordered
            if not gazette.ids[place].startswith(tuple(begun.values()))
            and not (folded and fold_words(gazette.names[place]) in folded)
        ]
    others = [
        Option(value=gazette.ids[place], label=gazette.names[place], count=int(counted[place]), is_chosen=False)
        for place in ordered[:limit]
    ]
    return list_options(FacetName.PLACE, chosen, others, limit, more=len(ordered) - len(others))


def count_months(days: Whole) -> dict[str, int]:
    """How many of these days lie in each month, `2025-11`; what has no day is left out."""
    counted: dict[str, int] = {}
    ordinals, many = count_days(days)
    for ordinal, each in zip(ordinals.tolist(), many.tolist(), strict=True):
        month = date.fromordinal(ordinal).isoformat()[:7]
        counted[month] = counted.get(month, 0) + each
    return counted


def count_days(days: Whole) -> tuple[Whole, Whole]:
    """The different days in order, and how many there are of each; what has no day is left out."""
    known = days[days != NO_DAY]
    if not len(known):
        return known, known
    first = int(known.min())
    counted = np.bincount(known - first)
    offsets = np.flatnonzero(counted)
    return offsets + first, counted[offsets]


def list_months(counted: Mapping[str, int], query: Query, limit: int) -> Facet:
    """The last months in order. Those are chosen that lie wholly between the days that are asked for."""
    asked = name_months(query.published_from, query.published_to)
    months = sorted({*counted, *asked})
    options = [
        Option(value=month, label=None, count=counted.get(month, 0), is_chosen=month in asked)
        for nth, month in enumerate(months)
        if len(months) - nth <= limit or month in asked
    ]
    return Facet(name=FacetName.PUBLISHED, options=tuple(options), more=len(months) - len(options))


def name_months(first: date | None, last: date | None) -> list[str]:
    """The months that lie wholly between two days."""
    if first is None or last is None:
        return []
    numbers = range(
        12 * first.year + first.month - 1 + (first.day > 1), 12 * last.year + last.month - is_before_end(last)
    )
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]


def is_before_end(day: date) -> bool:
    """Do days of the same month come after it?"""
    return day.day < monthrange(day.year, day.month)[1]

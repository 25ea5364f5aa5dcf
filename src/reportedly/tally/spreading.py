"""When and where the claims of a sheet that fit a query are said to have happened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.tally.counting import count_days
from reportedly.tally.counts import Bar, FacetName, PlaceCount, PlaceCounts, Step, Timeline
from reportedly.tally.sheet import NO_DAY, Answers, Mask, Sheet, Whole
from reportedly.tally.sifting import Sheets, let_through, sift

MOST_BARS = 150
"""So many bars of a timeline span nine tenths of its claims: some that speak of years long gone must not flatten it."""
MOST_WITH_OUTLIERS = 200
"""And so many bars there are in all."""
LEFT_OUT = 0.05
"""This part of the claims at either end does not say how wide bars are."""
UNIX_EPOCH = date(1970, 1, 1).toordinal()
LAST_DAY = date.max.toordinal()
MANY_CELLS = 10_000_000
"""In a larger table the cells that are not empty are sorted rather than counted in place."""


def find_fitting(query: Query, sheets: Sheets, ledger: Ledger) -> Mask:
    """The rows that fit a query."""
    return let_through(sheets.sheet.stood(query.at), sift(query, sheets, ledger))


def count_times(query: Query, sheets: Sheets, ledger: Ledger) -> Timeline:
    """The claims that fit, by the first day on which they are said to have happened."""
    sheet = sheets.sheet
    rows = np.flatnonzero(find_fitting(query, sheets, ledger))
    dated = rows[sheet.earliest[rows] != NO_DAY]
    days, many = count_days(sheet.earliest[dated])
    step = choose_step(days, many)
    names, bar_of_day = np.unique(NUMBER[step](days), return_inverse=True)
    bars = by_day(days, bar_of_day)[sheet.earliest[dated] - (days[0] if len(days) else 0)]
    claims = np.bincount(bars, minlength=len(names))
    sides = count_sides(bars, len(names), dated, sheet.answers[FacetName.SIDE])
    return Timeline(
        seq=sheet.mark.seq,
        step=step,
        bars=tuple(
            Bar(first=first, last=last, claims=int(claims[nth]), sides=sides[nth])
            for nth, (first, last) in enumerate(span(step, int(name)) for name in names)
        ),
        undated=len(rows) - len(dated),
    )


def by_day(days: Whole, values: Whole) -> Whole:
    """The value of each day, by how many days it comes after the first."""
    if not len(days):
        return values
    spread = np.zeros(days[-1] - days[0] + 1, np.int64)
    spread[days - days[0]] = values
    return spread


def choose_step(days: Whole, many: Whole) -> Step:
    """How wide bars must be, so that they are not too many.

    Args:
        days: the different days on which something happened, in order.
        many: how many claims there are of each.
    """
    if not len(days):
        return Step.DAY
    summed = np.cumsum(many)
    outside = int(summed[-1] * LEFT_OUT + 0.5)
    first = int(np.searchsorted(summed, outside, side="right"))
    last = int(np.searchsorted(summed, summed[-1] - outside, side="left"))
    for step in Step:
        numbers = NUMBER[step](days)
        if numbers[last] - numbers[first] < MOST_BARS and len(np.unique(numbers)) <= MOST_WITH_OUTLIERS:
            return step
    return Step.YEAR


def number_months(days: Whole) -> Whole:
    """Months since the year 0."""
    since_1970 = (days - UNIX_EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.asarray(since_1970 + 12 * 1970)


NUMBER: Mapping[Step, Callable[[Whole], Whole]] = {
    Step.DAY: lambda days: days,
    Step.WEEK: lambda days: (days - 1) // 7,
    Step.MONTH: number_months,
    Step.YEAR: lambda days: number_months(days) // 12,
}
"""By step: a number for each bar in which days may lie, in order."""


def span(step: Step, number: int) -> tuple[date, date]:
    """The first and the last day of the bar with this number."""
    if step in (Step.MONTH, Step.YEAR):
        month, months = (number, 1) if step is Step.MONTH else (12 * number, 12)
        first = date(month // 12, month % 12 + 1, 1).toordinal()
        after = month + months
        end = date(after // 12, after % 12 + 1, 1).toordinal() - 1 if after // 12 <= date.max.year else LAST_DAY
        return date.fromordinal(first), date.fromordinal(end)
    days = 7 if step is Step.WEEK else 1
    first = number * days + (1 if step is Step.WEEK else 0)
    return date.fromordinal(first), date.fromordinal(min(first + days - 1, LAST_DAY))


def count_sides(heaps: Whole, many: int, rows: Whole, sides: Answers) -> list[dict[str, int]]:
    """Of each heap of rows how many have each side, the most frequent first; `""` for none.

    Args:
        heaps: the heap of each of `rows`, below `many`.
    """
    counted: list[dict[str, int]] = [{} for _ in range(many)]
    merged, given = sides.merged
    for heap, code, number in count_cells(heaps, many, merged[sides.codes[rows]], len(given)):
        for side in given[code] or ("",):
            counted[heap][side] = counted[heap].get(side, 0) + number
    return [dict(sorted(each.items(), key=lambda item: (-item[1], item[0]))) for each in counted]


def count_cells(left: Whole, lefts: int, right: Whole, rights: int) -> Sequence[tuple[int, int, int]]:
    """How often each pair of numbers stands side by side, where it does."""
    cells = left.astype(np.int64) * rights + right
    if lefts * rights > MANY_CELLS:
        found, counts = np.unique(cells, return_counts=True)
    else:
        every = np.bincount(cells)
        found = np.flatnonzero(every)
        counts = every[found]
    return list(zip((found // rights).tolist(), (found % rights).tolist(), counts.tolist(), strict=True))


def count_places(query: Query, sheets: Sheets, ledger: Ledger, most: int) -> PlaceCounts:
    """The places where the claims that fit are said to have happened, the most named first."""
    sheet, gazette = sheets.sheet, sheets.sheet.gazette
    fitting = find_fitting(query, sheets, ledger)
    pairs = np.flatnonzero(fitting[sheet.namings.rows] & sheet.namings.are_spots)
    rows, places = sheet.namings.rows[pairs], sheet.namings.places[pairs]
    claims = np.bincount(places, minlength=len(gazette.ids))
    named = np.flatnonzero(claims)
    listed = named[np.argsort(-claims[named], kind="stable")][:most]
    documents = count_documents(places, sheet.documents[rows], len(gazette.ids))
    ranks = np.full(len(gazette.ids), -1)
    ranks[listed] = np.arange(len(listed))
    heaps = ranks[places]
    sides = count_sides(heaps[heaps >= 0], len(listed), rows[heaps >= 0], sheet.answers[FacetName.SIDE])
    return PlaceCounts(
        seq=sheet.mark.seq,
        places=tuple(
            PlaceCount(
                id=gazette.ids[place],
                name=gazette.names[place],
                gazetteer_id=gazette.gazetteer_ids[place],
                lat=float(gazette.lats[place]),
                lon=float(gazette.lons[place]),
                country=gazette.countries[place],
                claims=int(claims[place]),
                documents=int(documents[place]),
                sides=sides[rank],
            )
            for rank, place in enumerate(listed.tolist())
        ),
        more=len(named) - len(listed),
        unplaced=count_unplaced(fitting, sheet),
    )


def count_documents(places: Whole, documents: Whole, many: int) -> NDArray[np.int64]:
    """In how many different documents each place is named."""
    both = np.sort(documents.astype(np.int64) * many + places)
    is_first = np.ones(len(both), np.bool_)
    is_first[1:] = both[1:] != both[:-1]
    return np.bincount(both[is_first] % many if many else both, minlength=many)


def count_unplaced(fitting: Mask, sheet: Sheet) -> int:
    """How many of the rows that fit have no place on a map."""
    return int(np.count_nonzero(fitting & ~sheet.is_placed))

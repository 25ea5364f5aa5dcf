"""From the rows of a ledger to the columns of a sheet."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np

from reportedly.ledger.database import Row
from reportedly.ledger.query import ReviewState
from reportedly.ledger.rows_since import TRAITS, Lot, Mark, RowsSince
from reportedly.ledger.store import Progress
from reportedly.ledger.words import fold_words
from reportedly.model.place import PlaceRole
from reportedly.tally.counts import FacetName
from reportedly.tally.sheet import NEVER, NO_DAY, Answers, Gazette, Namings, Sheet, Whole

SLACK = 8
"""A column that has to grow is given room for this part of it more."""


class Growing:
    """A column that grows at its end. What was given out before stays as it is."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self._held: Whole = np.empty(0, dtype)
        self._size = 0

    def extend(self, values: Whole) -> None:
        """Add values at the end; the column becomes as wide as they are."""
        size = self._size + len(values)
        form = np.promote_types(self._held.dtype, values.dtype)
        if size > len(self._held) or form != self._held.dtype:
            grown = np.empty(size + (size // SLACK if self._size else 0), form)
            grown[: self._size] = self._held[: self._size]
            self._held = grown
        self._held[self._size : size] = values
        self._size = size

    def change(self, at: Whole, values: Whole) -> None:
        """Put other values at some places."""
        self._held = self._held.copy()
        self._held[at] = values

    def view(self) -> Whole:
        """The column as it is now."""
        seen = self._held[: self._size]
        seen.flags.writeable = False
        return seen


class Codes(dict[Any, int]):
    """A whole number for each different key, from 0, in the order in which they are asked for."""

    def __missing__(self, key: Any) -> int:
        self[key] = code = len(self)
        return code


class Days(dict[str | None, int]):
    """The ordinal of each day in ISO 8601."""

    def __missing__(self, day: str | None) -> int:
        self[day] = ordinal = NO_DAY if day is None else date.fromisoformat(day).toordinal()
        return ordinal


class Sets:
    """A whole number for each different set of words that a claim has."""

    def __init__(self) -> None:
        self.words, self.sets = Codes(), Codes()

    def code(self, claims: Sequence[int], rows: Iterable[Row]) -> Whole:
        """The codes of these claims, of which `rows` are all words that they have, each with its claim."""
        bits: dict[int, int] = {}
        words = self.words
        for claim, word in rows:
            bits[claim] = bits.get(claim, 0) | 1 << words[word]
        return to_codes(self.sets, (bits.get(claim, 0) for claim in claims), len(claims))

    def list_sets(self) -> list[list[str]]:
        """By code: the words."""
        words = list(self.words)
        return [[word for nth, word in enumerate(words) if each >> nth & 1] for each in self.sets]


def to_codes(codes: Codes, keys: Iterable[Any], many: int) -> Whole:
    """The codes of `many` keys, in as few bytes as will do."""
    found = np.fromiter(map(codes.__getitem__, keys), np.int64, many)
    return found.astype(np.min_scalar_type(max(0, len(codes) - 1)))


NUMBERS = ("number", "since", "until", "document")
DAYS = ("published", "earliest", "latest")
CODES = ("language", "outlet", "traits", "links", "flags")
COLUMNS = (*NUMBERS, *DAYS, *CODES[:3])
"""What `TALLIED_COLUMNS` are, in order."""


NOWHERE = Gazette(ids=(), names=(), gazetteer_ids=(), countries=(), lats=np.empty(0), lons=np.empty(0))


class Filler:
    """The columns of a sheet as they grow."""

    def __init__(self) -> None:
        self.mark = Mark()
        self._numbers = {name: Growing(np.int32) for name in (*NUMBERS, *DAYS)}
        self._codes = {name: Growing(np.uint8) for name in CODES}
        self._keys = {name: Codes() for name in ("language", "outlet", "traits")}
        self._links, self._flags, self._days = Sets(), Sets(), Days()
        self._is_placed = Growing(np.bool_)
        self._rows, self._places, self._are_spots = Growing(np.int32), Growing(np.int32), Growing(np.bool_)
        self._gazette = NOWHERE
        self._size = 0
        self._outlets: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def take(self, new: RowsSince, progress: Progress | None = None) -> Sheet:
        """All rows so far and the new ones."""
        self._end(new.ended)
        self._add_places(new.places)
        begun = self.mark.claim
        for lot in new.lots:
            self._add(lot)
            if progress is not None:
                progress(lot.claims[-1][0] - begun, new.last - begun)
        self.mark = Mark(seq=new.seq, claim=new.last, place=len(self._gazette.ids) - 1 if self._gazette.ids else 0)
        return self.make_sheet()

    def _end(self, ended: Sequence[Row]) -> None:
        if ended:
            numbers, untils = (np.array(column, np.int64) for column in zip(*ended, strict=True))
            at = np.searchsorted(self._numbers["number"].view(), numbers)
            self._numbers["until"].change(at, untils)

    def _add(self, lot: Lot) -> None:
        columns = dict(zip(COLUMNS, zip(*lot.claims, strict=True), strict=True))
        many, claims = len(lot.claims), columns["number"]
        columns["until"] = tuple(NEVER if until is None else until for until in columns["until"])
        for name in NUMBERS:
            self._numbers[name].extend(np.array(columns[name], np.int32))
        for name in DAYS:
            days = map(self._days.__getitem__, columns[name])
            self._numbers[name].extend(np.fromiter(days, np.int32, many))
        for name, codes in self._keys.items():
            self._codes[name].extend(to_codes(codes, columns[name], many))
        self._codes["links"].extend(self._links.code(claims, lot.links))
        self._codes["flags"].extend(self._flags.code(claims, lot.flags))
        self._add_namings(lot, np.array(claims, np.int64))
        self._size += many

    def _add_namings(self, lot: Lot, claims: Whole) -> None:
        is_placed = np.zeros(len(claims), np.bool_)
        if lot.places:
            columns = list(zip(*lot.places, strict=True))
            rows, places = np.searchsorted(claims, columns[0]), np.array(columns[1], np.int64)
            happens = np.fromiter((role != PlaceRole.REFERENCE for role in columns[2]), np.bool_, len(places))
            pairs, which = np.unique(rows << 32 | places, return_inverse=True)
            rows, places = pairs >> 32, pairs & 0xFFFFFFFF
            are_spots = np.zeros(len(pairs), np.bool_)
            are_spots[which[happens]] = True
            are_spots &= ~np.isnan(self._gazette.lats[places])
            is_placed[rows[are_spots]] = True
            self._rows.extend((rows + self._size).astype(np.int32))
            self._places.extend(places.astype(np.int32))
            self._are_spots.extend(are_spots)
        self._is_placed.extend(is_placed)

    def _add_places(self, places: Sequence[Row]) -> None:
        if not places:
            return
        old, last = self._gazette, places[-1][0]
        more = last + 1 - len(old.ids)
        ids, names = [*old.ids, *[""] * more], [*old.names, *[""] * more]
        gazetteer_ids: list[str | None] = [*old.gazetteer_ids, *[None] * more]
        countries: list[str | None] = [*old.countries, *[None] * more]
        lats, lons = (np.concatenate([each, np.full(more, np.nan)]) for each in (old.lats, old.lons))
        for number, id_, name, gazetteer_id, lat, lon, country in places:
            ids[number], names[number] = id_, name
            gazetteer_ids[number], countries[number] = gazetteer_id, country
            if lat is not None and lon is not None:
                lats[number], lons[number] = lat, lon
        self._gazette = Gazette(
            ids=tuple(ids),
            names=tuple(names),
            gazetteer_ids=tuple(gazetteer_ids),
            countries=tuple(countries),
            lats=lats,
            lons=lons,
        )

    def make_sheet(self) -> Sheet:
        """The columns as they are now."""
        numbers = {name: column.view() for name, column in self._numbers.items()}
        return Sheet(
            mark=self.mark,
            numbers=numbers["number"],
            since=numbers["since"],
            until=numbers["until"],
            documents=numbers["document"],
            published=numbers["published"],
            earliest=numbers["earliest"],
            latest=numbers["latest"],
            is_placed=self._is_placed.view(),
            answers=self._list_answers(),
            namings=Namings(rows=self._rows.view(), places=self._places.view(), are_spots=self._are_spots.view()),
            gazette=self._gazette,
            outlets=dict(self._outlets),
        )

    def _list_answers(self) -> dict[FacetName, Answers]:
        traits = [dict(zip(TRAITS, each.split(" "), strict=True)) for each in self._keys["traits"]]
        links = [[word.partition(" ") for word in words] for words in self._links.list_sets()]
        flags = map(tuple, self._flags.list_sets())
        given: dict[FacetName, tuple[str, Iterable[tuple[str, ...]]]] = {
            FacetName.SIDE: ("links", (give_each(side for *_, side in each) for each in links)),
            FacetName.SOURCE_TYPE: ("links", (give_each(type_ for type_, *_ in each) for each in links)),
            **{name: ("traits", [(each[name],) for each in traits]) for name in ONE_EACH},
            FacetName.FLAG: ("flags", flags),
            FacetName.LANGUAGE: ("language", (() if each is None else (each,) for each in self._keys["language"])),
            FacetName.OUTLET: ("outlet", map(self._give_outlet, self._keys["outlet"])),
            FacetName.REVIEW: ("traits", (give_review(each["verdict"], each["corrected"]) for each in traits)),
        }
        codes = {column: growing.view() for column, growing in self._codes.items()}
        return {name: Answers(codes=codes[column], given=tuple(each)) for name, (column, each) in given.items()}

    def _give_outlet(self, outlet: str | None) -> tuple[str, ...]:
        """An outlet as it was first written, whatever case, accents and apostrophes it has here."""
        if outlet is None:
            return ()
        if outlet not in self._called:
            self._called[outlet] = self._outlets.setdefault(fold_words(outlet), outlet)
        return (self._called[outlet],)


ONE_EACH = (FacetName.KIND, FacetName.CERTAINTY, FacetName.POLARITY, FacetName.TENSE)
"""Facets to which every claim gives one answer, from the column of that name."""


def give_each(answers: Iterable[str]) -> tuple[str, ...]:
    """Each answer once, in whatever order, without empty ones."""
    return tuple(sorted({answer for answer in answers if answer}))


def give_review(verdict: str, corrected: str) -> tuple[str, ...]:
    """What people made of it, as the filter has it."""
    return (verdict or ReviewState.OPEN.value, *([ReviewState.CORRECTED.value] if corrected == "1" else ()))

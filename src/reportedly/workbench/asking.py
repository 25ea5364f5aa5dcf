"""From the words of an address to a query of the ledger."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar

from reportedly.errors import QueryError, RequestError
from reportedly.ledger.query import Box, Lack, Query, ReviewState, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType
from reportedly.workbench.parameters import MOST_PER_PAGE, Parameter

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ID_BEGINS = re.compile(r"rp-", re.I)
LANGUAGE_CODE = re.compile(r"[a-z]{2}")
MOST_VALUES = 200
"""Values of one parameter."""
MOST_LETTERS = 1_000
MOST_ENTRIES = 1_000_000_000
"""No ledger holds as many, and every store can count so far and one further."""
MOST_DIGITS = 30
"""No number that anybody means is longer."""
PER_PAGE = 50

W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands behind the `?` of an address."""

    values: Mapping[str, Sequence[str]]

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a parameter that are not empty, each once."""
        return tuple(dict.fromkeys(each for each in self.values.get(name, ()) if each))

    def one(self, name: str) -> str | None:
        """The value of a parameter; None if it was not given.

        Raises:
            RequestError: if it was given several.
        """
        found = self.many(name)
        if len(found) > 1:
            raise RequestError(400, f"{name!r} takes one value, and {len(found)} were given")
        return found[0] if found else None

    def number(self, name: str, usual: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        typed = self.one(name)
        if typed is None:
            return usual
        if not (is_number(typed) and 0 < int(typed) <= most):
            raise RequestError(400, f"{name!r} takes a number from 1 to {most}, not {typed!r}")
        return int(typed)

    def day(self, name: str) -> date | None:
        """A calendar day."""
        typed = self.one(name)
        return None if typed is None else read_day(name, typed)

    def words(self, name: str, values: type[W]) -> tuple[W, ...]:
        """Words of a closed set, which were checked."""
        return tuple(values(each.lower()) for each in self.many(name))

    def check(self, parameters: Collection[Parameter]) -> None:
        """See that nothing else is asked, and not too much.

        Raises:
            RequestError: if it is.
        """
        names = [each.name for each in parameters]
        for name, values in self.values.items():
            if name not in names:
                takes = f"; this takes {', '.join(names)}" if names else "; this takes no parameters"
                raise RequestError(400, f"there is no parameter {name[:80]!r} here{takes}")
            if len(values) > MOST_VALUES or any(len(each) > MOST_LETTERS for each in values):
                raise RequestError(400, f"{name!r} takes up to {MOST_VALUES} values of up to {MOST_LETTERS} letters")
        for parameter in parameters:
            known: Sequence[str] = parameter.schema.get("enum", ())
            given = self.many(parameter.name)
            if parameter.required and not given:
                raise RequestError(400, f"{parameter.name!r} is missing: {parameter.words}")
            for value in given if known else ():
                if value.lower() not in known:
                    raise RequestError(400, f"{parameter.name!r} takes {', '.join(known)}, not {value!r}")


def make_query(words: Words, ledger: Ledger) -> Query:
    """The claims that the filters ask for.

    Raises:
        RequestError: if a value is none, or filters contradict each other.
        ReportedlyError: if an id is not there.
    """
    period = {name: words.day(name) for name in ("from", "to", "published_from", "published_to")}
    for first, last in (("from", "to"), ("published_from", "published_to")):
        begins, ends = period[first], period[last]
        if begins and ends and ends < begins:
            raise RequestError(400, f"{first!r}, {begins}, lies after {last!r}, {ends}")
    languages = tuple(each.lower() for each in words.many("language"))
    for language in languages:
        if not LANGUAGE_CODE.fullmatch(language):
            raise RequestError(400, f"{language!r} is no language code of two letters, for example en")
    return Query(
        text=words.one("q"),
        documents=tuple(find_id(each, "document", ledger) for each in words.many("document")),
        places=tuple(complete_id(each, "place", ledger) for each in words.many("place")),
        box=read_box(words.one("bbox")),
        happened_from=period["from"],
        happened_to=period["to"],
        published_from=period["published_from"],
        published_to=period["published_to"],
        sources=tuple(complete_id(each, "source", ledger) for each in words.many("source")),
        lacks=words.words("without", Lack),
        source_types=words.words("source_type", SourceType),
        sides=tuple(each.lower() for each in words.many("side")),
        kinds=words.words("kind", Kind),
        certainties=words.words("certainty", Certainty),
        polarities=words.words("polarity", Polarity),
        tenses=words.words("tense", Tense),
        flags=words.words("flag", FlagCode),
        languages=languages,
        outlets=words.many("outlet"),
        reviews=words.words("review", ReviewState),
        at=read_at(words, ledger),
        sort=(words.words("sort", Sort) or (Sort.ADDED,))[0],
        newest_first=(words.one("order") or "").lower() != "oldest",
        limit=words.number("limit", PER_PAGE, MOST_PER_PAGE),
        after=words.one("after"),
    )


def is_number(typed: str) -> bool:
    """Is it a whole number, and none that is longer than any number that is meant?"""
    return typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS


def read_at(words: Words, ledger: Ledger) -> int | None:
    """The number of the entry after which the ledger is asked for; None is now."""
    typed = words.one("at")
    if typed is None:
        return None
    if typed.isascii() and typed.isdigit():
        return min(int(typed), MOST_ENTRIES) if is_number(typed) else MOST_ENTRIES
    return ledger.seq_before(datetime.combine(read_day("at", typed), time.max, UTC))


def read_day(name: str, typed: str) -> date:
    """A calendar day."""
    try:
        if ISO_DAY.fullmatch(typed):
            return date.fromisoformat(typed)
    except ValueError as error:
        raise RequestError(400, f"there is no day {typed!r} in the calendar") from error
    also = ", or the number of an entry" if name == "at" else ""
    raise RequestError(400, f"{name!r} takes a day such as 2025-12-03{also}, not {typed!r}")


def read_box(typed: str | None) -> Box | None:
    """Two meridians and two parallels."""
    if typed is None:
        return None
    try:
        west, south, east, north = (float(edge) for edge in typed.split(","))
        return Box(south=south, west=west, north=north, east=east)
    except (ValueError, QueryError) as error:
        wrong = f"{typed!r} is no box; write west, south, east and north in degrees, for example 30,46.5,40.2,51"
        raise RequestError(400, wrong) from error


def complete_id(typed: str, sort: str, ledger: Ledger) -> str:
    """The whole id if the beginning of one was typed; anything else as it is."""
    return find_id(typed, sort, ledger) if ID_BEGINS.match(typed) else typed


def find_id(typed: str, sort: str, ledger: Ledger) -> str:
    """The whole id of a thing of this sort.

    Raises:
        RequestError: if it is another sort of thing.
    """
    found, id_ = ledger.find_id(typed)
    if found != sort:
        raise RequestError(404, f"{id_} is a {found}, and no {sort}")
    return id_


def say_asked(words: Words, leave_out: Collection[str] = ()) -> str:
    """The filters as a person may read them: "side russia, from 2025-11-01"."""
    return ", ".join(
        f"{name.replace('_', ' ')} {each}"
        for name in words.values
        if name not in leave_out
        for each in words.many(name)
    )

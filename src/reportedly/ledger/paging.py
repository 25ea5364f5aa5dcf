"""Which claims fit, in which order, from where on."""

import base64
import binascii
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.errors import QueryError, StoredFormError
from reportedly.ledger.conditions import Condition, say_standing
from reportedly.ledger.database import Database, Row, Values
from reportedly.ledger.filtering import list_conditions
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.rows import read, write

CLAIM_COLUMNS = "c.number, c.id, c.document, c.reading, c.place_in_reading, c.since"
"""What a `Holder` needs of each row of `claim c`."""
FEW_CLAIMS = 5_000
"""So many claims are fetched and sorted sooner than all claims are walked through in order."""
PROBED = 5_000
"""Claims walked through to see how many of them fit."""
WALKED_PER_FETCHED = 4
"""It costs as much to fetch one claim by its number as to walk past so many."""
CROSSED_PER_FETCHED = 5
"""It costs as much to fetch one claim by its number as to see of so many numbers whether they are among others."""
WORTH_CROSSING = 500
"""Fewer claims are fetched sooner than other numbers are looked through."""
SORT_COLUMNS: dict[Sort, str | None] = {Sort.ADDED: None, Sort.PUBLISHED: "c.published", Sort.HAPPENED: "c.earliest"}


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page ended: at the claim with this day, if one sorts by days, and number."""

    day: str | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Claims in one order: those with a day, those without, or all."""

    column: str | None
    has_day: bool
    newest_first: bool
    after: Position | None = None
    until: Position | None = None
    bounds: Sequence[str] = ()
    """Tests that lead to where claims that fit may begin."""

    @property
    def order(self) -> str:
        direction = "DESC" if self.newest_first else "ASC"
        return f"{self.column} {direction}, c.number {direction}" if self.has_day else f"c.number {direction}"

    @property
    def tests(self) -> list[str]:
        tests = [f"{self.column} IS {'NOT ' if self.has_day else ''}NULL"] if self.column else []
        sign = "<" if self.newest_first else ">"
        for name, position in (("after", self.after), ("until", self.until)):
            if position is not None:
                tests.append(
                    f"({self.column}, c.number) {sign} (:{name}_day, :{name}_number)"
                    if self.has_day
                    else f"c.number {sign} :{name}_number"
                )
            sign = ">=" if self.newest_first else "<="
        return [*tests, *self.bounds]

    @property
    def values(self) -> Values:
        values: dict[str, Any] = {}
        for name, position in (("after", self.after), ("until", self.until)):
            if position is not None:
                values |= {f"{name}_day": position.day, f"{name}_number": position.number}
        return {name: value for name, value in values.items() if self.has_day or not name.endswith("_day")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query as SQL."""

    conditions: Sequence[Condition]
    standing: str
    values: Values
    driving: Sequence[Condition] = ()
    """Those whose claims are few enough to be fetched by their numbers; none if all claims are walked through."""

    @classmethod
    def of(cls, query: Query, database: Database) -> "Question":
        """The question, with the filters that leave the fewest claims found out by counting."""
        conditions = list_conditions(query, database)
        standing, values = say_standing(query)
        for condition in conditions:
            values = {**values, **condition.values}
        driving = choose_driving(conditions, database, FEW_CLAIMS)
        return cls(conditions=conditions, standing=standing, values=values, driving=driving)

    def select(self, columns: str, stretch: Stretch | None = None, limit: int | None = None) -> tuple[str, Values]:
        """SQL for what is wanted of the claims that fit, and its values."""
        tests = [self.standing, *(stretch.tests if stretch else ())]
        if not self.driving:
            # So written no index leads to them: the claims are walked through in order.
            tests += [f"({condition.test}) IS TRUE" for condition in self.conditions]
            sql = f"SELECT {columns} FROM claim c WHERE {' AND '.join(tests)}"
        else:
            tests += [each.test for each in self.conditions if each not in self.driving or not each.is_exact]
            numbers = " INTERSECT ".join(f"SELECT claim FROM ({each.numbers}) AS d" for each in self.driving)
            distinct = numbers if len(self.driving) > 1 else numbers.replace("SELECT", "SELECT DISTINCT", 1)
            sql = (
                f"WITH driving AS MATERIALIZED ({distinct})"
                f" SELECT {columns} FROM driving CROSS JOIN claim c WHERE c.number = driving.claim"
                f" AND {' AND '.join(tests)}"
            )
        values = {**self.values, **(stretch.values if stretch else {})}
        if stretch is not None:
            sql += f" ORDER BY {stretch.order}"
        if limit is not None:
            sql += " LIMIT :limit"
            values["limit"] = limit
        return sql, values

    def bound(self, column: str | None) -> list[str]:
        """Tests by which a walk in the order of `column` is shorter."""
        return [test for condition in self.conditions for name, test in condition.bounds.items() if name == column]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should know of how it was understood."""
        return tuple(dict.fromkeys(note for condition in self.conditions for note in condition.notes))


def find_page(query: Query, question: Question, database: Database) -> tuple[list[Row], str | None]:
    """The rows of one page, `CLAIM_COLUMNS` and the day by which they are sorted, and what to ask for next.

    Raises:
        QueryError: if `after` is not what a page of the same question gave, or `limit` is below 1.
    """
    if query.limit < 1:
        raise QueryError(f"a page of {query.limit} claims")
    rows: list[Row] = []
    for stretch in list_stretches(query):
        wanted = query.limit + 1 - len(rows)
        if wanted > 0:
            found, question = take(stretch, wanted, question, database)
            rows += found
    after = None
    if len(rows) > query.limit:
        rows = rows[: query.limit]
        after = write_after(query, Position(rows[-1][-1], rows[-1][0]))
    return rows, after


def list_stretches(query: Query) -> Iterator[Stretch]:
    """What is walked through for a query, one after the other: claims without a day come last."""
    column = SORT_COLUMNS[query.sort]
    after = read_after(query)
    stretch = Stretch(column=column, has_day=column is not None, newest_first=query.newest_first, after=after)
    if column is None or after is None or after.day is not None:
        yield stretch
    if column is not None:
        yield replace(stretch, has_day=False, after=None if after is None or after.day is not None else after)


def take(stretch: Stretch, wanted: int, question: Question, database: Database) -> tuple[list[Row], Question]:
    """The first so many rows of a stretch that fit; and the question with what drives it, if that was found out."""
    columns = f"{CLAIM_COLUMNS}, {stretch.column or 'NULL'}"
    stretch = replace(stretch, bounds=question.bound(stretch.column) if stretch.has_day else ())
    is_walk = bool(question.conditions) and not question.driving
    if is_walk and (end := find_end(stretch, question, database)):
        probed = database.ask(*question.select(columns, replace(stretch, until=end), wanted))
        if len(probed) == wanted:
            return probed, question
        # As rare as they are here they are elsewhere; what drives then need not be among the few.
        far = PROBED * wanted // max(1, len(probed))
        question = replace(question, driving=choose_driving(question.conditions, database, far // WALKED_PER_FETCHED))
    return database.ask(*question.select(columns, stretch, wanted)), question


def find_end(stretch: Stretch, question: Question, database: Database) -> Position | None:
    """Where the first `PROBED` claims of a stretch end; None if it has not so many."""
    tests = " AND ".join(stretch.tests) or "1 = 1"
    day = stretch.column if stretch.has_day else "NULL"
    found = database.ask(
        f"SELECT {day}, c.number FROM claim c WHERE {tests} ORDER BY {stretch.order} LIMIT 1 OFFSET {PROBED}",
        {**question.values, **stretch.values},
    )
    return Position(*found[0]) if found else None


def choose_driving(conditions: Sequence[Condition], database: Database, most: int) -> Sequence[Condition]:
    """The condition that the fewest claims pass, if they are fewer than `most`, and those that come near it."""
    counted = []
    for condition in conditions:
        if condition.numbers is not None:
            ((number,),) = database.ask(
                f"SELECT count(*) FROM (SELECT 1 FROM ({condition.numbers}) AS n LIMIT {most}) AS f", condition.values
            )
            if number < most:
                counted.append((number, condition))
    counted.sort(key=lambda each: each[0])
    least = counted[0][0] if counted else 0
    is_much = least > WORTH_CROSSING
    return [condition for number, condition in counted[: 1 + 2 * is_much] if number <= CROSSED_PER_FETCHED * least]


def each_row(query: Query, database: Database) -> Iterator[Row]:
    """The rows of all claims that fit, in order."""
    question = Question.of(query, database)
    for stretch in list_stretches(replace(query, after=None)):
        yield from database.each(*question.select(CLAIM_COLUMNS, stretch))


def count_fitting(question: Question, database: Database) -> int:
    """How many claims fit."""
    return int(database.ask(*question.select("count(*)"))[0][0])


def write_after(query: Query, position: Position) -> str:
    """What `Query.after` must be to go on behind `position`."""
    plain = write([digest_question(query), position.day, position.number])
    return base64.urlsafe_b64encode(plain).decode("ascii").rstrip("=")


def read_after(query: Query) -> Position | None:
    """Where the page before ended.

    Raises:
        QueryError: if `after` is none that this question gave.
    """
    if query.after is None:
        return None
    try:
        plain = base64.b64decode(
            query.after.encode("ascii") + b"=" * (-len(query.after) % 4), altchars=b"-_", validate=True
        )
        asked, day, number = read(plain, tuple[str, str | None, int])
    except (StoredFormError, UnicodeEncodeError, binascii.Error):
        asked, day, number = "", None, 0
    has_fitting_day = day is None or SORT_COLUMNS[query.sort] is not None
    if asked != digest_question(query) or not has_fitting_day or not 0 < number < 1 << 62:
        raise QueryError(f"what {query.after!r} goes on from is no page of this question")
    return Position(day, number)


def digest_question(query: Query) -> str:
    """What tells one question from another: everything but how much of the answer is wanted."""
    asked = repr(replace(query, limit=1, after=None, count=False))
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:12]

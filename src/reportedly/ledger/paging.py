"""Which claims fit, in which order, from where on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from reportedly.errors import QueryError
from reportedly.ledger.conditions import Condition, say_standing
from reportedly.ledger.database import Database, Row, Values
from reportedly.ledger.filtering import list_conditions
from reportedly.ledger.positions import SORT_COLUMNS, Position, read_after, write_after
from reportedly.ledger.query import Query

CLAIM_COLUMNS = "c.number, c.id, c.document, c.reading, c.place_in_reading, c.since"
"""What a `Holder` needs of each row of `claim c`."""
FEW_CLAIMS = 5_000
"""So many claims are fetched and sorted sooner than all claims are walked through in order."""
PROBED = 5_000
"""Claims walked through to see how many of them fit."""
SHORT_WALK = 20_000
"""So many claims are walked past sooner than those that pass each filter are counted."""
WALKED_PER_FETCHED = 4
"""It costs as much to fetch one claim by its number as to walk past so many in the order of their numbers."""
CROSSED_PER_FETCHED = 5
"""It costs as much to fetch one claim by its number as to see of so many numbers whether they are among others."""
WORTH_CROSSING = 500
"""Fewer claims are fetched sooner than other numbers are looked through."""
MOST_CROSSED = 3
OF_CLAIMS = ("c.reading", "c.place_in_reading")
"""What puts claims in the order in which they were read: a judgement leaves that as it is, but gives a claim a new number."""
OF_DOCUMENTS = ("c.number",)


class Part(StrEnum):
    """Which claims of an order: an index leads through those with a day and through those without, not through both."""

    DATED = "dated"
    UNDATED = "undated"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Claims in one order; those without a day come last."""

    column: str | None
    """By which they are sorted; None for their keys alone."""
    keys: Sequence[str] = OF_CLAIMS
    """Which of two with one day comes first."""
    part: Part
    newest_first: bool
    after: Position | None = None
    until: Position | None = None
    bounds: Sequence[str] = ()
    """Tests that lead to where claims that fit may begin."""

    @property
    def order(self) -> str:
        direction = "DESC" if self.newest_first else "ASC"
        by_keys = ", ".join(f"{key} {direction}" for key in self.keys)
        by_day = f"{self.column} {direction}, {by_keys}"
        if self.part is Part.DATED:
            return by_day
        return f"{self.column} IS NULL, {by_day}" if self.part is Part.ALL and self.column else by_keys

    @property
    def tests(self) -> list[str]:
        beyond, before = ("<", ">=") if self.newest_first else (">", "<=")
        tests = [] if self.part is Part.ALL else [f"{self.column} IS {'NOT ' if self.part is Part.DATED else ''}NULL"]
        if self.until is not None:
            tests.append(self._compare(before, "until", self.part is Part.DATED))
        if self.after is not None:
            is_dated = self.column is not None and self.after.day is not None
            test = self._compare(beyond, "after", is_dated)
            if self.part is Part.ALL and self.column:
                test = f"({test} OR {self.column} IS NULL)" if is_dated else f"{self.column} IS NULL AND {test}"
            tests.append(test)
        return [*tests, *self.bounds]

    def _compare(self, sign: str, name: str, is_dated: bool) -> str:
        keys = list(zip(self.keys, (f":{name}_number", f":{name}_place"), strict=False))
        pairs = [(self.column or "NULL", f":{name}_day"), *keys] if is_dated else keys
        return f"({', '.join(column for column, _ in pairs)}) {sign} ({', '.join(value for _, value in pairs)})"

    @property
    def values(self) -> Values:
        values: dict[str, Any] = {}
        for name, position in (("after", self.after), ("until", self.until)):
            if position is not None:
                values |= {
                    f"{name}_day": position.day,
                    f"{name}_number": position.number,
                    f"{name}_place": position.place,
                }
        return values


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
        # Words are looked for among the first claims first: to count the claims that have a common one takes long.
        is_costly = any(not condition.is_exact for condition in conditions)
        driving = () if is_costly else choose_driving(conditions, database, FEW_CLAIMS)
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
            # Where numbers drive, no index may lead through all claims in order until enough of them are found.
            sql += f" ORDER BY {stretch.order.replace('c.reading', 'c.reading + 0') if self.driving else stretch.order}"
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
    question = drive_if_rare(query, question, database)
    for stretch in list_stretches(query, in_parts=not question.driving):
        wanted = query.limit + 1 - len(rows)
        if wanted > 0:
            rows += take(stretch, wanted, question, database)
    after = None
    if len(rows) > query.limit:
        rows = rows[: query.limit]
        after = write_after(query, place_row(rows[-1]))
    return rows, after


def place_row(row: Row) -> Position:
    """Where a row is in the order: it begins with `CLAIM_COLUMNS` and ends with the day by which it is sorted."""
    _, _, _, reading, place, *_, day = row
    return Position(day, reading, place)


def list_stretches(query: Query, *, in_parts: bool = True, keys: Sequence[str] = OF_CLAIMS) -> Iterator[Stretch]:
    """What is walked through for a query, one after the other; one stretch unless `in_parts`."""
    column, after = SORT_COLUMNS[query.sort], read_after(query)
    whole = Stretch(column=column, part=Part.ALL, keys=keys, newest_first=query.newest_first, after=after)
    if column is None or not in_parts:
        yield whole
        return
    is_dated = after is None or after.day is not None
    if is_dated:
        yield replace(whole, part=Part.DATED)
    yield replace(whole, part=Part.UNDATED, after=None if is_dated else after)


def take(stretch: Stretch, wanted: int, question: Question, database: Database) -> list[Row]:
    """The first so many rows of a stretch that fit."""
    columns = f"{CLAIM_COLUMNS}, {stretch.column or 'NULL'}"
    if stretch.part is not Part.UNDATED:
        stretch = replace(stretch, bounds=question.bound(stretch.column))
    return database.ask(*question.select(columns, stretch, wanted))


def drive_if_rare(query: Query, question: Question, database: Database) -> Question:
    """The question with filters to drive it, if a walk through all claims would be long.

    How many of the first claims fit tells how long the walk would be: what is rare among them is rare elsewhere.
    """
    if question.driving or not question.conditions:
        return question
    first = next(list_stretches(query))
    if first.part is not Part.UNDATED:
        first = replace(first, bounds=question.bound(first.column))
    end = find_end(first, question, database)
    if end is None:
        return replace(question, driving=choose_driving(question.conditions, database, FEW_CLAIMS))
    wanted = query.limit + 1
    sql, values = question.select("1", replace(first, until=end), wanted)
    fitting = len(database.ask(sql, values))
    if fitting == wanted:
        return question
    far = PROBED * wanted // max(1, fitting)
    if far < SHORT_WALK:
        return question
    most = far if first.column else far // WALKED_PER_FETCHED
    return replace(question, driving=choose_driving(question.conditions, database, most))


def find_end(stretch: Stretch, question: Question, database: Database) -> Position | None:
    """Where the first `PROBED` claims of a stretch end; None if it has not so many."""
    tests = " AND ".join(stretch.tests) or "1 = 1"
    day = stretch.column if stretch.part is Part.DATED else "NULL"
    found = database.ask(
        f"SELECT {day}, {', '.join(stretch.keys)} FROM claim c WHERE {tests} ORDER BY {stretch.order} LIMIT 1 OFFSET {PROBED}",
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
                most = min(most, CROSSED_PER_FETCHED * max(number, WORTH_CROSSING))
    counted.sort(key=lambda each: each[0])
    least = counted[0][0] if counted else 0
    most_driving = MOST_CROSSED if least > WORTH_CROSSING else 1
    return [condition for number, condition in counted[:most_driving] if number <= CROSSED_PER_FETCHED * least]


def each_row(query: Query, database: Database) -> Iterator[Row]:
    """The rows of all claims that fit, in order."""
    question = Question.of(query, database)
    for stretch in list_stretches(replace(query, after=None)):
        yield from database.each(*question.select(CLAIM_COLUMNS, stretch))


def list_rows_since(database: Database, seq: int, most: int) -> list[Row]:
    """`CLAIM_COLUMNS` of the claims that stand since a later entry than this, the latest first."""
    return database.ask(
        # So written an index leads to them.
        f"SELECT {CLAIM_COLUMNS} FROM claim c WHERE (c.until IS NULL) IS TRUE AND c.since > :seq"
        " ORDER BY c.since DESC, c.number DESC LIMIT :most",
        {"seq": seq, "most": most},
    )


def count_fitting(question: Question, database: Database) -> int:
    """How many claims fit."""
    return int(database.ask(*question.select("count(*)"))[0][0])

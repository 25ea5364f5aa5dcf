"""Conditions on claims in SQL that both databases understand, with values as `:name`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.ledger.database import Database, Values
from reportedly.ledger.query import Query
from reportedly.model.ids import complete_beginning, next_beginning

MANY = 20_000
"""So many places or sources are looked up before the claims are asked for; more are asked for together with them."""
NOTHING = "1 = 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One filter in SQL."""

    test: str
    """What a row of `claim c` must be."""
    numbers: str | None = None
    """The numbers of the claims that may pass the test, some of them twice, as a column `claim`; None if nearly all do."""
    values: Values = field(default_factory=dict)
    is_exact: bool = True
    """Do all whose numbers these are pass the test?"""
    words: tuple[str, ...] = ()
    """What the full text is searched for: if the database knows all words as we do, the numbers are exact after all."""
    bounds: Mapping[str, str] = field(default_factory=dict)
    """Tests by a column in whose order claims can be walked through; what fails one of them does not pass."""
    notes: tuple[str, ...] = ()
    """What the reader should know of how the filter was understood."""


def say_standing(query: Query, table: str = "c", since: str = "since") -> tuple[str, Values]:
    """That a row of `table` stands at the end of the record, or stood after entry `at`."""
    if query.at is None:
        return f"{table}.until IS NULL", {}
    return f"{table}.{since} <= :at AND ({table}.until IS NULL OR {table}.until > :at)", {"at": query.at}


def none_of_them() -> str:
    """The numbers of no claim."""
    return f"SELECT number AS claim FROM claim WHERE {NOTHING}"


def column_fits(test: str, values: Values) -> Condition:
    """A condition on columns of `claim` itself that an index leads to."""
    return Condition(test=test, numbers=f"SELECT c.number AS claim FROM claim c WHERE {test}", values=values)


def in_list(column: str, name: str, wanted: Iterable[object]) -> tuple[str, Values]:
    """That `column` is one of `wanted`, given as `:name_0`, `:name_1` …"""
    values = {
        f"{name}_{nth}": each.encode("utf-8", "replace").decode() if isinstance(each, str) else each
        for nth, each in enumerate(dict.fromkeys(wanted))
    }
    return (f"{column} IN ({', '.join(':' + key for key in values)})" if values else NOTHING), values


def is_one_of(column: str, name: str, wanted: Sequence[str], *, is_common: bool = False) -> Condition | None:
    """A condition for a column of `claim` with alternatives; `is_common` if no index leads to it."""
    if not wanted:
        return None
    plain = [each.value if isinstance(each, StrEnum) else each for each in wanted]
    test, values = in_list(column, name, plain)
    return Condition(test=test, values=values) if is_common else column_fits(test, values)


def begins_with_id(column: str, name: str, typed: Sequence[str], numbers: str) -> Condition | None:
    """A condition for ids that begin as one of `typed`.

    Raises:
        IdError: if no id can begin so.
    """
    if not typed:
        return None
    values: dict[str, Any] = {}
    for nth, each in enumerate(typed):
        begins = complete_beginning(each)
        values |= {f"{name}_{nth}": begins, f"{name}_{nth}_end": next_beginning(begins)}
    ranges = [f"{column} >= :{name}_{nth} AND {column} < :{name}_{nth}_end" for nth in range(len(typed))]
    test = f"({' OR '.join(ranges)})"
    return Condition(test=test, numbers=numbers.format(test=test) or None, values=values)


def in_few(column: str, name: str, numbers: str, values: Values, database: Database) -> tuple[str, Values]:
    """That `column` is one of the `number`s that the SQL `numbers` selects: looked up beforehand unless they are too many."""
    found = database.ask(f"SELECT DISTINCT number FROM ({numbers}) AS f LIMIT {MANY + 1}", values)
    if len(found) <= MANY:
        return database.among(column, name, [number for (number,) in found])
    return f"{column} IN ({numbers})", values


def has_row(table: str, test: str, values: Values, notes: tuple[str, ...] = ()) -> Condition:
    """That a row `u` of `table`, which belongs to the claim, passes `test`."""
    return Condition(
        # Written so that the claim's own few rows are looked at, and not all rows that pass.
        test=f"(SELECT u.claim FROM {table} u WHERE u.claim = c.number AND ({test}) IS TRUE LIMIT 1) IS NOT NULL",
        numbers=f"SELECT u.claim FROM {table} u WHERE {test}",
        values=values,
        notes=notes,
    )

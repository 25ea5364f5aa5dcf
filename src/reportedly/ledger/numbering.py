"""The numbers of all claims that fit, however many, as fast as the indexes give them."""

import numpy as np
from numpy.typing import NDArray

from reportedly.ledger.conditions import Condition
from reportedly.ledger.database import Database
from reportedly.ledger.filtering import list_conditions
from reportedly.ledger.query import Query


def list_numbers(query: Query, database: Database) -> NDArray[np.int64]:
    """The numbers of all rows of claims that pass the filters of a query, in any order, some of them twice."""
    conditions = list_conditions(query, database)
    exact = [
        each for each in conditions if each.numbers is not None and (each.is_exact or database.knows_words(each.words))
    ]
    tests = [f"({each.test}) IS TRUE" for each in conditions if each not in exact]
    numbers = " INTERSECT ".join(f"SELECT claim FROM ({each.numbers}) AS d" for each in exact)
    if tests or not exact:
        among = [f"c.number IN ({numbers})"] if exact else []
        numbers = f"SELECT c.number AS claim FROM claim c WHERE {' AND '.join([*among, *tests]) or '1 = 1'}"
    return ask_numbers(numbers, conditions, database)


def ask_numbers(numbers: str, conditions: list[Condition], database: Database) -> NDArray[np.int64]:
    """The numbers that SQL selects as `claim`: in one text, of which a row for each would take seven times as long."""
    values = {name: value for each in conditions for name, value in each.values.items()}
    ((joined,),) = database.ask(f"SELECT {database.joined('claim')} FROM ({numbers}) AS n", values)
    return np.fromstring(joined or "", dtype=np.int64, sep=",")

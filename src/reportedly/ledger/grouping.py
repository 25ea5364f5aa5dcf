"""Claims of one happening together, as they were compared last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportedly.errors import QueryError
from reportedly.ledger.database import Database, Row
from reportedly.ledger.holding import Holder
from reportedly.ledger.paging import CLAIM_COLUMNS, Question, drive_if_rare
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.rows import restore_comparable
from reportedly.model.comparable import Comparable
from reportedly.model.held import HeldClaim

Group = tuple[str, Sequence[tuple[Comparable, HeldClaim]]]
"""The claim by which it is named, and all its claims, as they are compared and as they are held, in the order of ranks."""

GROUPS_AT_ONCE = 20
"""Groups whose claims are fetched together."""
COUNTS = "c.until IS NULL AND (c.verdict IS NULL OR c.verdict <> 'rejected')"
"""A claim shows in its group while it stands and nobody rejected it."""

# Written so that the comparables are walked through in order, and of each its own group is looked at: where something is
# not NULL, a database takes it that nearly all rows pass.
IS_LAST = (
    "CASE WHEN k.claim = (SELECT m.claim FROM comparable m WHERE m.grp = k.grp ORDER BY m.rank DESC, m.claim DESC LIMIT 1)"
    " THEN 1 END IS NOT NULL"
)

IS_OF_SEVERAL = (
    "((SELECT 1 FROM comparable m WHERE m.grp = k.grp ORDER BY m.rank, m.claim LIMIT 1 OFFSET 1) IS NOT NULL"
    " OR (SELECT 1 FROM comparable m JOIN claim c ON c.id = m.claim JOIN claim_source s ON s.claim = c.number"
    " WHERE m.grp = k.grp AND c.until IS NULL AND s.chain > 0 LIMIT 1) IS NOT NULL)"
)
"""The group of `k` holds several claims, or one that stands on several chains."""


def each_group(query: Query, database: Database, *, of_several: bool = False) -> Iterator[Group]:
    """Every group with a claim that fits, each once, by the rank of its last claim.

    Some groups at a time are held in memory. Each of these is given as it is then: what others compare meanwhile may
    show.

    Raises:
        QueryError: if the ledger is asked for as it stood earlier.
    """
    if query.at is not None:
        raise QueryError("events are known only as they stand now, not as of an earlier entry")
    query = replace(query, sort=Sort.ADDED, after=None)
    with database.seeing():
        question = drive_if_rare(query, Question.of(query, database), database)
        few = list_driven(query, question, database, of_several=of_several) if question.driving else None
    if few is not None:
        for start in range(0, len(few), GROUPS_AT_ONCE):
            with database.seeing():
                found = hold_groups(few[start : start + GROUPS_AT_ONCE], database)
            yield from found
        return
    last: Row | None = None
    while True:
        with database.seeing():
            heads = walk(query, question, last, database, of_several=of_several)
            found = hold_groups([group for group, *_ in heads], database)
        yield from found
        if len(heads) < GROUPS_AT_ONCE:
            return
        last = heads[-1]


def list_driven(query: Query, question: Question, database: Database, *, of_several: bool) -> list[str]:
    """The groups of few claims, which are looked up by their numbers, in order."""
    fitting, values = question.select("c.id, c.verdict")
    several = f" AND {IS_OF_SEVERAL}" if of_several else ""
    direction = "DESC" if query.newest_first else "ASC"
    found = database.ask(
        "SELECT k.grp, (SELECT max(m.rank) FROM comparable m WHERE m.grp = k.grp) AS last"
        f" FROM ({fitting}) AS c JOIN comparable k ON k.claim = c.id"
        f" WHERE k.grp IS NOT NULL AND (c.verdict IS NULL OR c.verdict <> 'rejected'){several}"
        f" GROUP BY k.grp ORDER BY last {direction}, k.grp {direction}",
        values,
    )
    return [group for group, _ in found]


def walk(query: Query, question: Question, after: Row | None, database: Database, *, of_several: bool) -> list[Row]:
    """The next groups after the one that ends at `after`: name, rank and claim of the last member of each."""
    direction, beyond = ("DESC", "<") if query.newest_first else ("ASC", ">")
    tests = ["k.grp IS NOT NULL", IS_LAST, *([IS_OF_SEVERAL] if of_several else [])]
    values = dict(question.values)
    if after is not None:
        tests.append(f"(k.rank, k.claim) {beyond} (:after_rank, :after_claim)")
        values |= {"after_rank": after[1], "after_claim": after[2]}
    fits = " AND ".join([COUNTS, *(f"({condition.test}) IS TRUE" for condition in question.conditions)])
    tests.append(
        "(SELECT 1 FROM comparable m WHERE m.grp = k.grp"
        f" AND (SELECT 1 FROM claim c WHERE c.id = m.claim AND {fits} LIMIT 1) IS NOT NULL LIMIT 1) IS NOT NULL"
    )
    return database.ask(
        f"SELECT k.grp, k.rank, k.claim FROM comparable k WHERE {' AND '.join(tests)}"
        f" ORDER BY k.rank {direction}, k.claim {direction} LIMIT :limit",
        {**values, "limit": GROUPS_AT_ONCE},
    )


def hold_groups(groups: Sequence[str], database: Database) -> list[Group]:
    """These groups, in this order, without those of which no claim stands."""
    test, values = database.among("k.grp", "groups", groups)
    found = database.ask(
        f"SELECT {CLAIM_COLUMNS}, k.packed, k.grp FROM comparable k JOIN claim c ON c.id = k.claim"
        f" WHERE {test} AND {COUNTS} ORDER BY k.grp, k.rank, k.claim",
        values,
    )
    pairs = (
        (restore_comparable(bytes(row[-2])), each)
        for row, each in zip(found, Holder(database).hold_claims(found), strict=True)
    )
    held = zip((row[-1] for row in found), pairs, strict=True)
    by_name = {group: tuple(each for _, each in some) for group, some in groupby(held, key=lambda each: each[0])}
    return [(group, by_name[group]) for group in groups if group in by_name]


def find_group(id_: str, database: Database) -> Group | None:
    """The group of a claim, or of the claim after which an event is named; None if it was not put into one."""
    with database.seeing():
        found = database.ask(
            "SELECT grp FROM comparable WHERE claim = :id AND grp IS NOT NULL"
            " UNION SELECT grp FROM comparable WHERE event = :id AND grp IS NOT NULL",
            {"id": id_},
        )
        return next(iter(hold_groups([group for (group,) in found], database)), None)

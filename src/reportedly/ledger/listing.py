"""The documents of a ledger, and the sources and places of claims that fit, a page at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reportedly.errors import QueryError
from reportedly.ledger import rows
from reportedly.ledger.conditions import NOTHING, Condition, begins_with_id, in_list, say_standing
from reportedly.ledger.database import Database, Row, Values
from reportedly.ledger.filtering import fit_languages, fit_outlets, fit_published
from reportedly.ledger.holding import Holder
from reportedly.ledger.judging import find_graphic
from reportedly.ledger.paging import OF_DOCUMENTS, Question, list_stretches
from reportedly.ledger.positions import Position, read_after, write_after
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.searching import understand
from reportedly.model.held import HeldDocument, HeldPlace, HeldSource, Page
from reportedly.model.reading import MadeBy

DOCUMENT_COLUMNS = "c.number, c.id, c.replaces, c.capture"


def list_documents(query: Query, database: Database) -> Page[HeldDocument]:
    """Documents by words of their own, ids, days of publication, outlets and languages; also those without a claim.

    Only versions that stand are listed, but for those that are named by id.
    """
    query = query if query.sort is Sort.ADDED else replace(query, sort=Sort.PUBLISHED)
    conditions = list_document_conditions(query, database)
    standing, values = say_standing(query, since="number")
    tests = ["1 = 1" if query.ids else standing, *(condition.test for condition in conditions)]
    values = values if not query.ids else {}
    for condition in conditions:
        values = {**values, **condition.values}
    found: list[Row] = []
    for stretch in list_stretches(query, keys=OF_DOCUMENTS):
        found += database.ask(
            f"SELECT {DOCUMENT_COLUMNS}, {stretch.column or 'NULL'} FROM document c"
            f" WHERE {' AND '.join((*tests, *stretch.tests))} ORDER BY {stretch.order} LIMIT :limit",
            {**values, **stretch.values, "limit": query.limit + 1 - len(found)},
        )
    page = found[: query.limit]
    after = write_after(query, Position(page[-1][-1], page[-1][0])) if len(found) > query.limit else None
    total = None
    if query.count:
        total = database.ask(f"SELECT count(*) FROM document c WHERE {' AND '.join(tests)}", values)[0][0]
    notes = tuple(note for condition in conditions for note in condition.notes)
    return Page(items=tuple(hold_documents(page, query, database)), after=after, total=total, notes=notes)


def list_document_conditions(query: Query, database: Database) -> list[Condition]:
    """What is asked of documents themselves: a row of `document c` must fit."""
    conditions = [
        begins_with_id("c.id", "id", (*query.ids, *query.documents), ""),
        fit_published(query, database),
        fit_languages(query, database),
        fit_outlets(query, database),
    ]
    if query.text is not None:
        sought = understand(query.text, database)
        test = f"c.number IN (SELECT rowid FROM document_words WHERE {database.matches('document_words', 'match')})"
        conditions.append(
            Condition(
                test=test if sought.groups else NOTHING,
                values={"match": database.write_match(sought.groups)} if sought.groups else {},
                notes=sought.notes,
            )
        )
    return [condition for condition in conditions if condition is not None]


def hold_documents(found: Sequence[Row], query: Query, database: Database) -> list[HeldDocument]:
    """The document of each row of `DOCUMENT_COLUMNS`."""
    numbers = [row[0] for row in found]
    if not numbers:
        return []
    claims = count_claims(numbers, query, database)
    readings = find_readings(numbers, query, database)
    after: dict[int, str] = dict(
        map(tuple, about(numbers, "SELECT c.replaces, c.id FROM document c WHERE {test}", "c.replaces", database))
    )
    added: dict[int, str] = dict(
        map(tuple, about(numbers, "SELECT c.seq, c.at FROM entry c WHERE {test}", "c.seq", database))
    )
    before = [row[2] for row in found if row[2] is not None]
    ids: dict[int, str] = dict(
        map(tuple, about(before, "SELECT c.number, c.id FROM document c WHERE {test}", "c.number", database))
    )
    holder = Holder(database, query.at)
    holder.fetch(set(numbers))
    reviews = holder.fetch_reviews({row[1] for row in found})
    return [
        HeldDocument(
            id=id_,
            seq=number,
            added_at=datetime.fromisoformat(added[number]),
            document=holder.document(number),
            claims=claims.get(number, 0),
            made_by=readings.get(number),
            replaces=ids.get(replaces),
            replaced_by=after.get(number),
            capture=capture,
            graphic=find_graphic(reviews.get(id_, ())),
        )
        for number, id_, replaces, capture, *_ in found
    ]


def about(numbers: Sequence[int], sql: str, column: str, database: Database) -> list[Row]:
    """The rows where `column` is one of `numbers`."""
    test, values = in_list(column, "about", numbers)
    return database.ask(sql.format(test=test), values)


def count_claims(documents: Sequence[int], query: Query, database: Database) -> dict[int, int]:
    """How many claims of each document stand."""
    test, values = in_list("c.document", "about", documents)
    standing, more = say_standing(query)
    sql = f"SELECT c.document, count(*) FROM claim c WHERE {test} AND {standing} GROUP BY c.document"
    return dict(map(tuple, database.ask(sql, {**values, **more})))


def find_readings(documents: Sequence[int], query: Query, database: Database) -> dict[int, MadeBy]:
    """What made the reading of each document that stands."""
    test, values = in_list("c.document", "about", documents)
    standing, more = say_standing(query, since="number")
    sql = f"SELECT c.document, c.made_by FROM reading c WHERE {test} AND {standing} ORDER BY c.number"
    found = database.ask(sql, {**values, **more})
    return {number: rows.read(made_by.encode("utf-8"), MadeBy) for number, made_by in found}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often each thing is named in the claims that fit, a page of it."""

    rows: list[Row]
    """Number, claims, documents, first and last day, and what else was asked for."""
    fitting: str
    values: Values
    after: str | None
    total: int | None


def count_things(
    query: Query, question: Question, database: Database, *, table: str, column: str, more: str
) -> Counted:
    """The things in `column` of `table`, which belongs to claims, the most named first."""
    fitting, values = question.select("c.number, c.document, c.published")
    counts = (
        f"SELECT u.{column} AS thing, count(DISTINCT f.number) AS claims, count(DISTINCT f.document) AS documents,"
        f" min(f.published) AS first, max(f.published) AS last{more}"
        f" FROM ({fitting}) AS f JOIN {table} u ON u.claim = f.number GROUP BY u.{column}"
    )
    last = read_after(query)
    beyond = "" if last is None else " WHERE claims < :last_claims OR (claims = :last_claims AND thing > :last_thing)"
    if last is not None and not (last.day or "").isdecimal():
        raise QueryError(f"what {query.after!r} goes on from is no page of this question")
    place = {} if last is None else {"last_claims": int(last.day or 0), "last_thing": last.number}
    found = database.ask(
        f"SELECT * FROM ({counts}) AS g{beyond} ORDER BY claims DESC, thing LIMIT :limit",
        {**values, **place, "limit": query.limit + 1},
    )
    page = found[: query.limit]
    after = write_after(query, Position(str(page[-1][1]), page[-1][0])) if len(found) > query.limit else None
    total = None
    if query.count:
        total = database.ask(f"SELECT count(*) FROM ({counts}) AS g", values)[0][0]
    return Counted(rows=page, fitting=fitting, values=values, after=after, total=total)


def list_sources(query: Query, database: Database) -> Page[HeldSource]:
    """The sources of the claims that fit, the most named first."""
    query, question = replace(query, sort=Sort.PUBLISHED), Question.of(query, database)
    origin = ", count(DISTINCT CASE WHEN u.is_origin = 1 THEN f.number END)"
    counted = count_things(query, question, database, table="claim_source", column="source", more=origin)
    numbers = [row[0] for row in counted.rows]
    named = {
        number: (id_, name)
        for number, id_, name in about(numbers, "SELECT c.number, c.id, c.name FROM source c WHERE {test}", "c.number", database)
    }  # fmt: skip
    readings = count_ways(numbers, counted, database)
    items = [
        HeldSource(
            id=named[number][0],
            name=named[number][1],
            types=readings[number, "type"],
            identities=readings[number, "identity"],
            sides=readings[number, "side"],
            claims=claims,
            origin_of=origin_of,
            documents=documents,
            first=day(first),
            last=day(last),
        )
        for number, claims, documents, first, last, origin_of in counted.rows
    ]
    return Page(items=tuple(items), after=counted.after, total=counted.total, notes=question.notes)


def count_ways(
    sources: Sequence[int], counted: Counted, database: Database
) -> Mapping[tuple[int, str], dict[str, int]]:
    """How often each source was read as what, by its number and `type`, `identity` or `side`, the commonest first."""
    test, values = in_list("u.source", "about", sources)
    ways: dict[tuple[int, str], Counter[str]] = {
        (source, what): Counter() for source in sources for what in ("type", "identity", "side")
    }
    for source, type_, identity, side, many in database.ask(
        f"SELECT u.source, u.type, u.identity, u.side, count(*) FROM ({counted.fitting}) AS f"
        f" JOIN claim_source u ON u.claim = f.number WHERE {test} GROUP BY u.source, u.type, u.identity, u.side",
        {**counted.values, **values},
    ):
        ways[source, "type"][type_] += many
        ways[source, "identity"][identity] += many
        if side is not None:
            ways[source, "side"][side] += many
    return {key: dict(sorted(way.items(), key=lambda item: (-item[1], item[0]))) for key, way in ways.items()}


def list_places(query: Query, database: Database) -> Page[HeldPlace]:
    """The places of the claims that fit, the most named first."""
    query, question = replace(query, sort=Sort.PUBLISHED), Question.of(query, database)
    counted = count_things(query, question, database, table="claim_place", column="place", more="")
    columns = "c.number, c.id, c.name, c.gazetteer_id, c.lat, c.lon, c.country"
    known: dict[int, Any] = {
        row[0]: row[1:]
        for row in about(
            [row[0] for row in counted.rows], f"SELECT {columns} FROM place c WHERE {{test}}", "c.number", database
        )
    }
    items = [
        HeldPlace(
            **dict(zip(("id", "name", "gazetteer_id", "lat", "lon", "country"), known[number], strict=True)),
            claims=claims,
            documents=documents,
            first=day(first),
            last=day(last),
        )
        for number, claims, documents, first, last in counted.rows
    ]
    return Page(items=tuple(items), after=counted.after, total=counted.total, notes=question.notes)


def day(stored: str | None) -> date | None:
    """A day as the model has it."""
    return None if stored is None else date.fromisoformat(stored)

"""Rows by which things are found, made anew where a forgetting took away what they rested on."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.ledger.columns import Columns, document_words, place_columns, source_columns
from reportedly.ledger.database import Database
from reportedly.ledger.projecting import Standing
from reportedly.ledger.recording import Numbered, add_words, insert_standing
from reportedly.ledger.replaying import replay_claims
from reportedly.ledger.unpacking import ask_each, document_at, readings_of, reviews_about

NAMED = ("source", "place")
CLAIM_TABLES = ("claim_source", "claim_place", "claim_flag")

Named = Mapping[str, set[int]]
"""Numbers of sources and of places."""


def replace_claims(database: Database, ids: Iterable[str]) -> None:
    """Let claims stand as their reviews leave them now, under the numbers that they have."""
    of: dict[int, set[str]] = defaultdict(set)
    for document, id_ in ask_each(database, "SELECT document, id FROM claim WHERE id IN", ids):
        of[document].add(id_)
    for document, some in of.items():
        replace_some(database, document, some)


def replace_some(database: Database, document: int, ids: set[str]) -> None:
    """Let some claims of one document stand as their reviews leave them now."""
    standing = [each for each in replay_document(database, document) if each.findable.judged.claim.id in ids]
    found = [
        row
        for row in database.ask(
            "SELECT number, words, id, since FROM claim WHERE document = :number", {"number": document}
        )
        if row[2] in ids
    ]
    numbers = {(id_, since): number for number, _, id_, since in found}
    ((last,),) = database.ask("SELECT max(number) FROM claim")
    before = list_first_named(database, numbers.values())
    remove_claims(database, [(number, words) for number, words, *_ in found])
    numbered = []
    for each in standing:
        number = numbers.get((each.findable.judged.claim.id, each.since))
        if number is None:
            number = last = last + 1
        numbered.append((number, each))
    told = document_at(database, document)
    insert_standing(database, [Numbered(number, told, document, each) for number, each in numbered])
    add_words(database, (each.findable.words for _, each in numbered))
    after = list_first_named(database, [number for number, _ in numbered])
    rename(database, {table: before[table] | after[table] for table in NAMED})
    remove_unused(database, {word for _, words, *_ in found for word in words.split()})


def replay_document(database: Database, number: int) -> list[Standing]:
    """Every row of `claim` that a document must have."""
    ((id_, until),) = database.ask("SELECT id, until FROM document WHERE number = :number", {"number": number})
    readings = readings_of(database, id_, document_at(database, number))
    ids = {claim.id for _, reading in readings for claim in reading.claims}
    return replay_claims(readings, reviews_about(database, ids), until)


def remove_claims(database: Database, claims: Sequence[tuple[int, str]]) -> None:
    """Take out rows of `claim`, by number and words, and the rows that belong to them."""
    database.forget_words("claim", claims)
    numbers = [{"claim": claim} for claim, _ in claims]
    for table in CLAIM_TABLES:
        database.run_many(f"DELETE FROM {table} WHERE claim = :claim", numbers)
    database.run_many("DELETE FROM claim WHERE number = :claim", numbers)


def list_first_named(database: Database, claims: Iterable[int]) -> Named:
    """The sources and places that one of these claims names first: what is written of them comes from there."""
    numbers = list(claims)
    return {
        table: {
            number
            for (number,) in ask_each(
                database,
                f"SELECT t.{table} FROM claim_{table} t WHERE NOT EXISTS (SELECT 1 FROM claim_{table} u"
                f" WHERE u.{table} = t.{table} AND u.claim < t.claim) AND t.claim IN",
                numbers,
            )
        }
        for table in NAMED
    }


def rename(database: Database, named: Named) -> None:
    """Write sources and places as the claims have them that name them first now; take out those that none names."""
    replayed: dict[int, list[Standing]] = {}
    for table in NAMED:
        for number in sorted(named[table]):
            ((claim,),) = database.ask(
                f"SELECT min(claim) FROM claim_{table} WHERE {table} = :number", {"number": number}
            )
            if claim is None:
                take_out(database, table, number)
                continue
            ((document, id_, since),) = database.ask(
                "SELECT document, id, since FROM claim WHERE number = :claim", {"claim": claim}
            )
            if document not in replayed:
                replayed = {document: replay_document(database, document)}
            for each in replayed[document]:
                if (each.findable.judged.claim.id, each.since) == (id_, since):
                    write_named(database, table, number, each)


def take_out(database: Database, table: str, number: int) -> None:
    """Take out a source or a place."""
    if table == "place":
        database.forget_places([number])
    database.ask(f"DELETE FROM {table} WHERE number = :number", {"number": number})


def write_named(database: Database, table: str, number: int, standing: Standing) -> None:
    """Write a source or a place as this claim has it."""
    ((id_,),) = database.ask(f"SELECT id FROM {table} WHERE number = :number", {"number": number})
    row: Columns
    if table == "source":
        row = next(source_columns(use.id, use.name) for use in standing.findable.sources if use.id == id_)
    else:
        place = next(use.place for use in standing.findable.places if use.id == id_)
        row = place_columns(id_, place)
        database.forget_places([number])
        if place.lat is not None and place.lon is not None:
            database.index_places([(number, place.lat, place.lon)])
    changes = ", ".join(f"{name} = :{name}" for name in row)
    database.ask(f"UPDATE {table} SET {changes} WHERE number = :number", {"number": number, **row})


def remove_unused(database: Database, words: set[str]) -> None:
    """Take those of `words` out of the vocabulary that no document and no claim has any more."""
    unused = {word for word in words if not database.has_word(word)}
    odd = {word for word in unused if any(map(is_young, word))}
    if odd:
        for (number,) in database.ask("SELECT number FROM document ORDER BY number"):
            unused -= odd.intersection(document_words(document_at(database, number)).split())
        for (said,) in database.ask("SELECT words FROM claim"):
            unused -= odd.intersection(said.split())
    database.remove_words(unused)


def is_young(letter: str) -> bool:
    """May the database's search not know that this is a letter, since Unicode has it but for some years?"""
    return unicodedata.ucd_3_2_0.category(letter) == "Cn"

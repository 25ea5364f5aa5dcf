"""Are the rows by which things are found those that the record gives?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.ledger import columns
from reportedly.ledger.database import Database, Row
from reportedly.ledger.faults import Faults
from reportedly.ledger.projecting import Standing
from reportedly.ledger.replaying import Succession, Version, replay_claims, replay_readings, replay_versions
from reportedly.ledger.rows import StoredDocument, read, restore_document, unpack
from reportedly.ledger.unpacking import readings_of, reviews_about
from reportedly.ledger.words import bones_of, list_endings
from reportedly.model.document import Document
from reportedly.model.reading import Reading

DOCUMENT = "number id sha256 raw_sha256 outlet url title locator language published captured_at capture".split()
READING = "number document made_by until".split()
CLAIM = (
    "id document reading place_in_reading since until kind polarity certainty tense presupposed depth verdict corrected"
    " outlet language published earliest latest is_long words"
).split()
LINK = "type identity side is_origin".split()

# Rows that belong to nothing: the question that finds them, and what is wrong with them.
STRAYS: tuple[tuple[str, str], ...] = (
    (
        """
        SELECT 'document ' || d.id FROM document d LEFT JOIN entry e ON e.seq = d.number AND e.kind = 'document'
        LEFT JOIN forgotten f ON f.seq = d.number WHERE e.seq IS NULL OR f.seq IS NOT NULL
        """,
        "is there, though the record has no such document",
    ),
    *(
        (
            f"""
            SELECT '{table} number ' || t.number FROM {table} t LEFT JOIN document d ON d.number = t.document
            WHERE d.number IS NULL
            """,
            "belongs to no document",
        )
        for table in ("reading", "claim")
    ),
    *(
        (
            f"""
            SELECT '{table} of claim number ' || t.claim FROM {table} t LEFT JOIN claim c ON c.number = t.claim
            WHERE c.number IS NULL
            """,
            "belongs to no claim",
        )
        for table in ("claim_source", "claim_place", "claim_flag")
    ),
    *(
        (
            f"""
            SELECT '{table} ' || t.id FROM {table} t LEFT JOIN claim_{table} u ON u.{table} = t.number
            WHERE u.claim IS NULL
            """,
            "is there, though no claim names it",
        )
        for table in ("source", "place")
    ),
    (
        """
        SELECT 'source_name of source number ' || t.source FROM source_name t LEFT JOIN source s ON s.number = t.source
        WHERE s.number IS NULL
        """,
        "belongs to no source",
    ),
)


def check_documents(database: Database, faults: Faults, sound: set[int], words: set[str]) -> Iterator[tuple[int, str]]:
    """Check all that was made of each document; yields its number and the words by which it must be found.

    Args:
        sound: entries of documents whose content is as it was written.
        words: takes in every word by which a document is found.
    """
    found = database.each(
        "SELECT e.seq, e.id, c.packed FROM entry e JOIN content c ON c.seq = e.seq WHERE e.kind = 'document'"
        " ORDER BY e.seq"
    )
    for seq, id_, packed in found:
        if seq not in sound:
            continue
        stored = read(unpack(bytes(packed)), StoredDocument)
        document = restore_document(stored)
        check_document(database, faults, seq, id_, document, stored.capture)
        said = columns.document_words(document)
        words.update(said.split())
        yield seq, said


def check_document(
    database: Database, faults: Faults, number: int, id_: str, document: Document, capture: str | None
) -> None:
    """Check the rows of one document, of its readings and of its claims. How versions follow is another question."""
    expected = columns.document_columns(number, id_, document, capture, replaces=None, until=None)
    actual = ask_columns(database, "document", [*DOCUMENT, "until"], "number = :number", number=number)
    wanted = {number: {name: expected[name] for name in DOCUMENT}}
    faults.match(f"document {id_} of entry", wanted, ((row["number"], row) for row in actual))
    ended = actual[0]["until"] if actual else None
    try:
        readings = readings_of(database, id_, document)
        ids = {claim.id for _, reading in readings for claim in reading.claims}
        standing = replay_claims(readings, reviews_about(database, ids), ended)
    except (ReportedlyError, LookupError, TypeError, ValueError) as error:
        faults.add(f"document {id_}", f"what was read in it cannot be worked out anew: {error}")
        return
    check_readings(database, faults, number, readings, ended)
    check_claims(database, faults, number, document, standing)


def check_readings(
    database: Database, faults: Faults, document: int, readings: list[tuple[int, Reading]], ended: int | None
) -> None:
    """Check the rows of a document's readings."""
    untils = replay_readings((seq for seq, _ in readings), ended)
    expected = {seq: columns.reading_columns(seq, document, reading.made_by, untils[seq]) for seq, reading in readings}
    actual = ask_columns(database, "reading", READING, "document = :number", number=document)
    faults.match("reading of entry", expected, ((row["number"], row) for row in actual))


def check_claims(
    database: Database, faults: Faults, number: int, document: Document, standing: Iterable[Standing]
) -> None:
    """Check the rows of a document's claims, and of what they name."""
    by_key = {(each.findable.judged.claim.id, "since", each.since): each for each in standing}
    actual = ask_columns(database, "claim", ["number", *CLAIM], "document = :number", number=number)
    keyed = [((row["id"], "since", row["since"]), row) for row in actual]
    expected = {key: columns.claim_columns(number, document, each) for key, each in by_key.items()}
    faults.match("claim", expected, keyed)
    of = {row["number"]: (key, by_key[key]) for key, row in keyed if key in by_key}
    check_links(database, faults, number, of)
    check_named_places(database, faults, number, of)
    found = database.ask(
        "SELECT t.claim, t.code FROM claim_flag t JOIN claim c ON c.number = t.claim WHERE c.document = :number",
        {"number": number},
    )
    flags = {name_row(of, claim, code): {"code": code} for claim in of for code in of[claim][1].findable.flags}
    faults.match("claim_flag of claim", flags, ((name_row(of, claim, code), {"code": code}) for claim, code in found))


Claims = Mapping[int, tuple[tuple[Any, ...], Standing]]
"""The rows of `claim` that are in order, by number: their key, and how they must stand."""


def check_links(database: Database, faults: Faults, number: int, of: Claims) -> None:
    """Check the links of a document's claims, and the sources that are named in it first."""
    found = database.ask(
        f"SELECT t.claim, t.chain, t.link, s.id, {', '.join(f't.{name}' for name in LINK)} FROM claim_source t"
        " JOIN claim c ON c.number = t.claim LEFT JOIN source s ON s.number = t.source WHERE c.document = :number",
        {"number": number},
    )
    names = ["claim", "chain", "link", "source", *LINK]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    uses = [(claim, use) for claim, (_, each) in sorted(of.items()) for use in each.findable.sources]
    faults.match(
        "claim_source of claim",
        {name_row(of, claim, use.chain, use.link): columns.use_columns(claim, use, use.id) for claim, use in uses},
        ((name_row(of, row["claim"], row["chain"], row["link"]), row) for row in rows),
    )
    first = {use.id: (claim, columns.source_columns(use.id, use.name)) for claim, use in reversed(uses)}
    check_first(database, faults, "source", number, first)


def check_named_places(database: Database, faults: Faults, number: int, of: Claims) -> None:
    """Check the places of a document's claims, and those that are named in it first."""
    found = database.ask(
        "SELECT t.claim, t.nth, p.id, t.role FROM claim_place t JOIN claim c ON c.number = t.claim"
        " LEFT JOIN place p ON p.number = t.place WHERE c.document = :number",
        {"number": number},
    )
    uses = [
        (claim, nth, use) for claim, (_, each) in sorted(of.items()) for nth, use in enumerate(each.findable.places)
    ]
    faults.match(
        "claim_place of claim",
        {name_row(of, claim, nth): {"place": use.id, "role": use.place.role.value} for claim, nth, use in uses},
        ((name_row(of, claim, nth), {"place": place, "role": role}) for claim, nth, place, role in found),
    )
    first = {use.id: (claim, columns.place_columns(use.id, use.place)) for claim, _, use in reversed(uses)}
    check_first(database, faults, "place", number, first)


def check_first(
    database: Database, faults: Faults, table: str, number: int, first: Mapping[str, tuple[int, columns.Columns]]
) -> None:
    """Check what is written of each source or place as the claim says that names it first.

    Args:
        first: by id, the first claim of this document that names it, and what must be written then.
    """
    names = list(next(iter(first.values()))[1]) if first else ["id"]
    found = database.ask(
        f"SELECT (SELECT min(u.claim) FROM claim_{table} u WHERE u.{table} = t.number), {', '.join(names)}"
        f" FROM {table} t WHERE t.number IN"
        f" (SELECT u.{table} FROM claim_{table} u JOIN claim c ON c.number = u.claim WHERE c.document = :number)",
        {"number": number},
    )
    for claim, *values in found:
        row = dict(zip(names, values, strict=True))
        if row["id"] in first and first[row["id"]][0] == claim:
            faults.compare(f"{table} {row['id']}", first[row["id"]][1], row)


def check_versions(database: Database, faults: Faults, untils: Mapping[int, int]) -> None:
    """Check which version of each article stands, and which it took the place of.

    Args:
        untils: those that a forgotten version ended, and when.
    """
    found = database.each(
        "SELECT number, id, until, replaces, captured_at, locator, coalesce(outlet, '') FROM document"
        " WHERE locator IS NOT NULL OR until IS NOT NULL OR replaces IS NOT NULL"
        " ORDER BY locator, coalesce(outlet, ''), number"
    )
    for (locator, _), group in groupby(found, key=lambda row: (row[5], row[6])):
        rows = list(group)
        versions = [Version(number=row[0], captured_at=row[4]) for row in rows]
        stood = replay_versions(versions, untils) if locator is not None else defaultdict(Succession)
        for number, id_, until, replaces, *_ in rows:
            expected = {"until": stood[number].until, "replaces": stood[number].replaces}
            faults.compare(f"document {id_}", expected, {"until": until, "replaces": replaces})


def check_strays(database: Database, faults: Faults) -> None:
    """Find rows that belong to nothing."""
    for sql, wrong in STRAYS:
        for (where,) in database.each(sql):
            faults.add(str(where), wrong)


def check_endings(database: Database, faults: Faults) -> None:
    """Check by which endings of its name each source is found."""
    found = database.each(
        "SELECT s.number, s.id, s.name, n.ending FROM source s LEFT JOIN source_name n ON n.source = s.number"
        " ORDER BY s.number"
    )
    for (_, id_, name), group in groupby(found, key=lambda row: (row[0], row[1], row[2])):
        there = {row[3] for row in group} - {None}
        if there != set(list_endings(str(name))):
            faults.add(f"source_name of source {id_}", "it is found by other endings than its name has")


def list_claim_words(database: Database, words: set[str]) -> Iterator[tuple[int, str]]:
    """The words by which each claim must be found, which `words` takes in."""
    for number, said in database.each("SELECT number, words FROM claim"):
        words.update(said.split())
        yield number, said


def check_vocabulary(database: Database, faults: Faults, words: set[str]) -> Iterator[tuple[int, str]]:
    """Check the words that are remembered for those who misspell them; yields each with its number."""
    left = set(words)
    for number, word, bones in database.each("SELECT number, word, bones FROM word"):
        if word not in words:
            faults.add(f"word {word}", "is there, though no document and no claim has it")
            continue
        left.discard(word)
        faults.compare(f"word {word}", {"bones": bones_of(word)}, {"bones": bones})
        yield number, word
    for word in sorted(left):
        faults.add(f"word {word}", "is missing")


def name_row(of: Claims, claim: int, *rest: object) -> tuple[object, ...]:
    """What a row about a claim is called."""
    return (*(of[claim][0] if claim in of else ("number", claim)), *rest)


def ask_columns(database: Database, table: str, names: list[str], where: str, **values: object) -> list[dict[str, Any]]:
    """The rows of a table as what each column says."""
    found: list[Row] = database.ask(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", values)
    return [dict(zip(names, row, strict=True)) for row in found]

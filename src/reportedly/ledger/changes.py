"""Which documents' claims changed since they were compared last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.ledger.database import Database, Values

# How a claim that stands, or stood, may have changed: it came, or it went. What came and went meanwhile is shown by its
# going. The column that says with which entry, and which rows it says it of.
CHANGES: Sequence[tuple[str, str]] = (
    ("since", "(until IS NULL) IS TRUE"),
    ("until", "(until IS NOT NULL) IS TRUE"),
)

LOADING = " (loading)"
"""Follows the rules while what was compared by them elsewhere comes in: as long as some of it is missing, groups may bear
the name of a claim that is not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is to be compared anew."""

    documents: tuple[str, ...]
    """Short ids of documents whose claims changed, the earliest change first; also of some that have none any more."""
    blocks: tuple[int, ...]
    """Blocks of claims that were forgotten: what is kept under them lost a neighbour."""
    seq: int
    """With this the entries before `seq` are compared, and of entry `seq` the documents up to `number`."""
    number: int

    def __bool__(self) -> bool:
        """Is there anything to compare?"""
        return bool(self.documents or self.blocks)


def list_changed(database: Database, limit: int) -> Changed:
    """At most `limit` documents whose standing claims changed since they were compared, and all unsettled blocks."""
    seq, number, _ = compared_to(database)
    unsettled = database.ask("SELECT document FROM unsettled_document ORDER BY document LIMIT :limit", {"limit": limit})
    numbers = [document for (document,) in unsettled]
    if wanted := limit - len(numbers):
        found = list_changes(database, {"seq": seq, "number": number, "limit": wanted + 1})
        if len(found) > wanted:
            found = found[:wanted]
            seq, number = found[-1]
        else:
            ((last,),) = database.ask("SELECT seq FROM head")
            seq, number = last + 1, 0
        numbers += [document for _, document in found]
    return Changed(
        documents=name_documents(database, list(dict.fromkeys(numbers))),
        blocks=tuple(key for (key,) in database.ask("SELECT key FROM unsettled_block ORDER BY key")),
        seq=seq,
        number=number,
    )


def compared_to(database: Database) -> tuple[int, int, str | None]:
    """How far claims were compared, as `Changed.seq` and `Changed.number` have it, and by which rules."""
    found = database.ask("SELECT seq, document, rules FROM compared")
    if not found or (found[0][2] or "").endswith(LOADING):
        return 0, 0, None
    return found[0][0], found[0][1], found[0][2]


def loaded_by(database: Database) -> str | None:
    """By which rules what a loading brings was compared; None if no loading is unfinished."""
    found = database.ask("SELECT rules FROM compared")
    rules = str(found[0][0]) if found and found[0][0] else ""
    return rules.removesuffix(LOADING) if rules.endswith(LOADING) else None


def begin_loading(database: Database, rules: str) -> None:
    """Let what was compared elsewhere come in. Until `end_loading` nothing counts as compared. Inside `writing`."""
    begin_anew(database, f"{rules}{LOADING}")


def end_loading(database: Database, rules: str) -> None:
    """Let all count as compared that came in. Inside `writing`."""
    ((last,),) = database.ask("SELECT seq FROM head")
    database.ask("UPDATE compared SET seq = :seq, document = 0, rules = :rules", {"seq": last + 1, "rules": rules})


def list_changes(database: Database, values: Values) -> list[tuple[int, int]]:
    """The first `:limit` changes after `:seq` and `:number`: with which entry, and of which document."""
    found: set[tuple[int, int]] = set()
    for column, which in CHANGES:
        found |= {
            (seq, document)
            for seq, document in database.ask(
                f"SELECT DISTINCT {column}, document FROM claim WHERE {which}"
                f" AND ({column}, document) > (:seq, :number) ORDER BY {column}, document LIMIT :limit",
                values,
            )
        }
    return sorted(found)[: values["limit"]]


def name_documents(database: Database, numbers: Sequence[int]) -> tuple[str, ...]:
    """The short ids of documents, in order."""
    test, values = database.among("number", "numbers", numbers)
    found = database.ask(f"SELECT number, id FROM document WHERE {test}", values)
    ids = {number: id_ for number, id_ in found}  # noqa: C416 - rows are sequences of any length
    return tuple(ids[number] for number in numbers)


def has_changes(database: Database, rules: str | None) -> bool:
    """Is there anything that was not compared, or not by these rules, if any are named?"""
    seq, number, by = compared_to(database)
    if rules is not None and rules != by:
        return bool(seq) or has_changes(database, None)
    values = {"seq": seq, "number": number, "limit": 1}
    tables = ("unsettled_document", "unsettled_block")
    return bool(list_changes(database, values)) or any(
        database.ask(f"SELECT 1 FROM {table} LIMIT 1") for table in tables
    )


def settle(database: Database, changed: Changed) -> None:
    """Note that `changed` was compared. Inside `writing`."""
    test, values = database.among("id", "ids", changed.documents)
    database.ask(f"DELETE FROM unsettled_document WHERE document IN (SELECT number FROM document WHERE {test})", values)
    test, values = database.among("key", "keys", changed.blocks)
    database.ask(f"DELETE FROM unsettled_block WHERE {test}", values)
    database.ask(
        "INSERT INTO compared (one, seq, document) VALUES (1, :seq, :number)"
        " ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, document = excluded.document",
        {"seq": changed.seq, "number": changed.number},
    )


def begin_anew(database: Database, rules: str) -> None:
    """Take out all that was compared, so that every claim is compared again, by these rules. Inside `writing`."""
    for table in ("block", "comparable", "unsettled_block", "unsettled_document", "compared"):
        database.ask(f"DELETE FROM {table}")
    database.ask("INSERT INTO compared (one, seq, document, rules) VALUES (1, 0, 0, :rules)", {"rules": rules})


def unsettle(database: Database, documents: Iterable[int], blocks: Iterable[int]) -> None:
    """Let these be compared again although no entry says so. Inside `writing`."""
    database.run_many(
        "INSERT INTO unsettled_document (document) VALUES (:document) ON CONFLICT DO NOTHING",
        [{"document": document} for document in documents],
    )
    database.run_many(
        "INSERT INTO unsettled_block (key) VALUES (:key) ON CONFLICT DO NOTHING", [{"key": key} for key in blocks]
    )

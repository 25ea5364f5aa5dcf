"""A small ledger in which everything has happened that can happen in one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reportedly.ledger.keeping import SqlLedger
from reportedly.model.capture import Capture
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from tests.ledger.readings import CAPTURED, KYIV, Says, Voice, make_document, make_many, make_reading

THEN = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)
LOCATOR = "telegram:front/7"
CAPTURE = Capture(
    url="https://herald.example/quizzical-page",
    final_url="https://herald.example/quizzical-page?read",
    captured_at=THEN,
    sha256="ab" * 32,
    warc=b"WARC/1.1 zyzzogeton",
)
SECRET = make_reading(
    "Russian forces captured the village of Malynivka on Tuesday, said Wilfreda Quuxly. A zyzzogeton was seen.",
    replace(CAPTURED, by=((Voice("Wilfreda Quuxly"),),), flags=()),
    url=CAPTURE.url,
    outlet="Zyzzogeton Herald",
    title="Wilfreda Quuxly speaks",
)
"""What is forgotten in the end."""
RARE = ("zyzzogeton", "quuxly", "wilfreda", "quizzical")
"""Words that nothing else has."""


@dataclass(frozen=True, kw_only=True)
class Eventful:
    """Ids of what is there."""

    document: str
    later: str
    """The version that took the place of `document`."""
    claims: tuple[str, str]
    """Of `document`: the first was corrected, the second accepted, which was taken back."""
    reviews: tuple[str, ...]
    forgotten: str


def make_eventful(ledger: SqlLedger) -> Eventful:
    """Fill an empty ledger."""
    first = make_reading(locator=LOCATOR, captured_at=THEN, title="What happened")
    document = ledger.add(first.document, first).id
    claims = list_claims(ledger, document)
    reviews = [
        review(ledger, Action.CORRECT, claims[0], field="kind", value='"combat"'),
        review(ledger, Action.MERGE, *claims),
        review(ledger, Action.ACCEPT, claims[1]),
        review(ledger, Action.NOTE, document, why="seen on paper too"),
    ]
    reviews.append(review(ledger, Action.WITHDRAW, reviews[2]))
    ledger.add_reading(read_again(first))
    edited = make_reading(
        "About 14 people were killed in Kyiv.",
        Says("14 people were killed in Kyiv", at=(KYIV,)),
        locator=LOCATOR,
        captured_at=THEN.replace(hour=12),
    )
    later = ledger.add(edited.document, edited).id
    early = make_reading("It was quiet.", locator=LOCATOR, captured_at=THEN.replace(hour=8))
    ledger.add(early.document, early)
    for each in make_many(2):
        ledger.add(each.document, each)
    ledger.add(make_document("Nobody read this yet."))
    forgotten = ledger.add(SECRET.document, SECRET, CAPTURE).id
    reviews.append(review(ledger, Action.SPLIT, claims[1], *list_claims(ledger, forgotten), why="not zyzzogeton"))
    ledger.forget(forgotten, who="the court", why="order 12/34")
    ledger.note_asked("https://herald.example/feed", '"1"', None)
    return Eventful(
        document=document, later=later, claims=(claims[0], claims[1]), reviews=tuple(reviews), forgotten=forgotten
    )


def read_again(reading: Reading) -> Reading:
    """A reading by another version that finds only the second claim."""
    made_by = replace(reading.made_by, reportedly="0.1")
    return replace(reading, made_by=made_by, claims=reading.claims[1:], flags=())


def list_claims(ledger: SqlLedger, document: str) -> list[str]:
    """The ids of the claims of a document, as they come in it."""
    found = ledger.database.ask(
        "SELECT c.id FROM claim c JOIN document d ON d.number = c.document WHERE d.id = :id ORDER BY c.number",
        {"id": document},
    )
    return list(dict.fromkeys(id_ for (id_,) in found))


def review(ledger: SqlLedger, action: Action, *subjects: str, **told: Any) -> str:
    """Give a review; its id."""
    return ledger.review(Review(action=action, subjects=subjects, who="Ada", at=THEN, **told))


@contextmanager
def unguarded(ledger: SqlLedger) -> Iterator[None]:
    """As somebody who takes the triggers away, changes rows, and puts the triggers back."""
    ask = ledger.database.ask
    if getattr(ledger.database, "dialect", "") == "postgres":
        ask("SET session_replication_role = replica")
        yield
        ask("SET session_replication_role = origin")
        return
    triggers = ask("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    ask("PRAGMA foreign_keys = OFF")
    for name, _ in triggers:
        ask(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        ask(sql)
    ask("PRAGMA foreign_keys = ON")

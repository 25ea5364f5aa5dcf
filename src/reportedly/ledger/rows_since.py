"""The rows that a tally is made of, as a ledger gives them out: all, or those that came since."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from reportedly.ledger.database import Database, Row

CLAIMS_OF_A_LOT = 20_000
"""Claims that are read together: more take more memory and are no faster."""
TRAITS = ("kind", "certainty", "polarity", "tense", "corrected", "verdict")
"""Columns of `claim` that have few values: they are read as one text, with spaces between them, many times as fast."""
TALLIED_COLUMNS = (
    "number", "since", "until", "document", "published", "earliest", "latest", "language", "outlet",
    " || ' ' || ".join(f"coalesce(CAST({each} AS text), '')" for each in TRAITS),
)  # fmt: skip
"""What is counted by, in SQL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far a tally knows a ledger."""

    seq: int = 0
    """The last entry."""
    claim: int = 0
    """The greatest number of a claim's row; likewise `place`."""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Some claims that follow each other, with all that belongs to them."""

    claims: Sequence[Row]
    """`TALLIED_COLUMNS`, in the order of numbers."""
    links: Sequence[Row]
    """Claim, and type and side of each link as one text, with a space between them."""
    places: Sequence[Row]
    """Claim, place and role."""
    flags: Sequence[Row]
    """Claim and code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsSince:
    """What came into a ledger after a mark."""

    seq: int
    """The last entry of the record."""
    is_anew: bool
    """Are these all rows, since something was forgotten? What was known before counts no more."""
    last: int
    """The greatest number of a claim's row."""
    ended: Sequence[Row]
    """Number and `until` of the rows up to the mark that ended since."""
    places: Sequence[Row]
    """Number, id, name, gazetteer id, latitude, longitude and country of the new places."""
    lots: Iterator[Lot]


@contextmanager
def read_rows_since(database: Database, mark: Mark) -> Iterator[RowsSince]:
    """The rows after a mark, all of one state of the database. To be read before the context ends."""
    with database.seeing():
        ((seq,),) = database.ask("SELECT seq FROM head")
        if is_anew := seq < mark.seq or has_forgotten(database, mark.seq):
            mark = Mark()
        database.knows_words(())  # looked at now, so that nobody who searches waits for it
        ((last,),) = database.ask("SELECT coalesce(max(number), 0) FROM claim")
        yield RowsSince(
            seq=seq,
            is_anew=is_anew,
            last=last,
            ended=database.ask(
                "SELECT number, until FROM claim WHERE (until IS NOT NULL) IS TRUE AND until > :seq AND number <= :claim",
                {"seq": mark.seq, "claim": mark.claim},
            ),
            places=database.ask(
                "SELECT number, id, name, gazetteer_id, lat, lon, country FROM place WHERE number > :place ORDER BY number",
                {"place": mark.place},
            ),
            lots=read_lots(database, mark.claim),
        )


def has_forgotten(database: Database, seq: int) -> bool:
    """Was anything forgotten after entry `seq`?"""
    sql = "SELECT 1 FROM forgotten WHERE forgetting > :seq LIMIT 1"
    return seq > 0 and bool(database.ask(sql, {"seq": seq}))


def read_lots(database: Database, after: int) -> Iterator[Lot]:
    """The claims whose rows have greater numbers, with all that belongs to them."""
    columns = ", ".join(TALLIED_COLUMNS)
    while claims := database.ask(
        f"SELECT {columns} FROM claim WHERE number > :after ORDER BY number LIMIT {CLAIMS_OF_A_LOT}", {"after": after}
    ):
        which = {"after": after, "last": claims[-1][0]}
        belonging = "WHERE claim > :after AND claim <= :last ORDER BY claim"
        yield Lot(
            claims=claims,
            links=database.ask(f"SELECT claim, type || ' ' || coalesce(side, '') FROM claim_source {belonging}", which),
            places=database.ask(f"SELECT claim, place, role FROM claim_place {belonging}", which),
            flags=database.ask(f"SELECT claim, code FROM claim_flag {belonging}", which),
        )
        after = claims[-1][0]

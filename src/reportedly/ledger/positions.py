"""Where a page of an answer ended, so that the next goes on from there."""

import base64
import binascii
import hashlib
from dataclasses import dataclass, replace

from reportedly.errors import QueryError, StoredFormError
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.rows import read, write

MOST_NUMBERED = 1 << 62
MOST_IN_READING = 1 << 31
SORT_COLUMNS: dict[Sort, str | None] = {Sort.ADDED: None, Sort.PUBLISHED: "c.published", Sort.HAPPENED: "c.earliest"}


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page ended: at the claim with this day, if one sorts by days, and this place in this reading.

    Of other things than claims the number is their own, and the place is 0.
    """

    day: str | None
    number: int
    place: int = 0


def write_after(query: Query, position: Position) -> str:
    """What `Query.after` must be to go on behind `position`."""
    plain = write([digest_question(query), position.day, position.number, position.place])
    return base64.urlsafe_b64encode(plain).decode("ascii").rstrip("=")


def read_after(query: Query) -> Position | None:
    """Where the page before ended.

    Raises:
        QueryError: if `after` is none that this question gave.
    """
    if query.after is None:
        return None
    try:
        plain = base64.b64decode(
            query.after.encode("ascii") + b"=" * (-len(query.after) % 4), altchars=b"-_", validate=True
        )
        asked, day, number, place = read(plain, tuple[str, str | None, int, int])
    except (StoredFormError, UnicodeEncodeError, binascii.Error):
        asked, day, number, place = "", None, 0, 0
    has_fitting_day = day is None or SORT_COLUMNS[query.sort] is not None
    can_be = has_fitting_day and 0 < number < MOST_NUMBERED and 0 <= place < MOST_IN_READING
    if asked != digest_question(query) or not can_be:
        raise QueryError(f"what {query.after!r} goes on from is no page of this question")
    return Position(day, number, place)


def digest_question(query: Query) -> str:
    """What tells one question from another: everything but how much of the answer is wanted."""
    asked = repr(replace(query, limit=1, after=None, count=False))
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:12]

"""What happened to a thing."""

from collections.abc import Iterable, Sequence

from reportedly.errors import UnknownIdError
from reportedly.flow.known import known_event
from reportedly.ledger.store import Ledger
from reportedly.ledger.verdicts import Happening
from reportedly.present.screen_shapes import HappeningShape
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import read_at
from reportedly.workbench.shapes import HistoryShape

MOST_CLAIMS = 100
"""Claims of an event whose histories are told."""


def tell_history(asked: Asked) -> HistoryShape:
    """What happened to a thing; of an event, to its claims."""
    at = read_at(asked.words, asked.ledger)
    sort, whole = asked.ledger.find_id(asked.path["id"])
    ids = [whole]
    if sort == "event":
        members = known_event(asked.ledger, whole, at=at).members
        ids = [each.held.claim.id for each in members[:MOST_CLAIMS]]
    return HistoryShape(items=list_happenings(asked.ledger, ids, at))


def list_happenings(ledger: Ledger, ids: Iterable[str], at: int | None) -> list[HappeningShape]:
    """What happened to these things, each happening once, the earliest first.

    Args:
        at: up to this entry.
    """
    # All claims of a reading were read in one entry, and in the same words: what they say tells them apart.
    found: dict[tuple[int, str, Sequence[str]], Happening] = {}
    for id_ in ids:
        try:
            happenings = ledger.history(id_)
        except UnknownIdError:  # a claim of a document that was forgotten meanwhile
            continue
        for each in happenings:
            if at is None or each.entry.seq <= at:
                found.setdefault((each.entry.seq, each.what, each.details), each)
    return [
        HappeningShape(seq=seq, id=each.entry.id, at=each.entry.at, what=what, details=list(details))
        for (seq, what, details), each in sorted(found.items(), key=lambda item: item[0][0])
    ]

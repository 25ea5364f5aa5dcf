"""Does what was compared fit together? What comparing would come to now is not asked: a ledger does not compare."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.errors import StoredFormError
from reportedly.ledger.changes import loaded_by
from reportedly.ledger.database import Database
from reportedly.ledger.faults import Faults
from reportedly.ledger.rows import restore_comparable
from reportedly.model.ids import make_id

COMPARABLES = """
    SELECT k.claim, k.rank, k.event, k.grp, k.packed, d.sha256,
        (SELECT c.number FROM claim c WHERE c.id = k.claim AND c.document = k.document LIMIT 1), f.grp, f.rank
    FROM comparable k LEFT JOIN document d ON d.number = k.document LEFT JOIN comparable f ON f.claim = k.grp
    ORDER BY k.number
    """

# Rows that belong to nothing: the question that finds them, and what is wrong with them.
STRAYS: Sequence[tuple[str, str]] = (
    (
        """
        SELECT 'block ' || b.key || ' of comparable number ' || b.comparable FROM block b
        LEFT JOIN comparable k ON k.number = b.comparable WHERE k.number IS NULL
        """,
        "belongs to nothing that was compared",
    ),
    (
        """
        SELECT 'unsettled_document number ' || u.document FROM unsettled_document u
        LEFT JOIN document d ON d.number = u.document WHERE d.number IS NULL
        """,
        "belongs to no document",
    ),
    (
        "SELECT 'compared' FROM compared WHERE seq > (SELECT seq + 1 FROM head)",
        "says that more entries were compared than there are",
    ),
)


def check_compared(database: Database, faults: Faults) -> None:
    """Check that every comparable is of a claim, that groups are named after their first claim, and that blocks belong."""
    is_loading = loaded_by(database) is not None  # then the claim after which a group is named may be still to come
    for claim, rank, event, group, packed, document, number, group_of_first, first_rank in database.each(COMPARABLES):
        where = f"comparable {claim}"
        if number is None:
            faults.add(where, "belongs to no claim of its document")
        check_form(faults, where, packed, {"claim": claim, "rank": rank, "document": document})
        if event != make_id("event", claim):
            faults.add(where, "its event has not the id that it gives it")
        if group is None or is_loading:
            continue
        if group_of_first != group:
            faults.add(where, f"its group is named after {group}, which is not in it")
        elif (first_rank, group) > (rank, claim):
            faults.add(where, f"its group is named after {group}, which comes later")
    for sql, wrong in STRAYS:
        for (where,) in database.each(sql):
            faults.add(str(where), wrong)


def check_form(faults: Faults, where: str, packed: Any, columns: Mapping[str, object]) -> None:
    """Check that what is kept of a claim can be read, and says what the columns beside it say."""
    try:
        comparable = restore_comparable(bytes(packed))
    except (StoredFormError, TypeError) as error:
        faults.add(where, f"cannot be read: {error}")
        return
    wrong = [name for name, value in columns.items() if getattr(comparable, name) != value]
    if wrong:
        faults.add(where, f"what is kept of it has another {' and '.join(wrong)}")

"""What was compared goes with what is forgotten; those that were compared with it are to be compared again."""

from collections.abc import Iterable

from reportedly.ledger.changes import unsettle
from reportedly.ledger.database import Database
from reportedly.ledger.unpacking import ask_each


def remove_compared(database: Database, gone: Iterable[int], touched: Iterable[str]) -> None:
    """Take out what was kept of the claims of documents, before the documents go. Inside `writing`.

    Args:
        gone: the numbers of documents that are forgotten.
        touched: claims whose reviews are forgotten. Of their documents no claim is kept: one may carry another's place.
    """
    stay = {number for (number,) in ask_each(database, "SELECT document FROM claim WHERE id IN", touched)}
    documents = {*gone, *stay}
    rows = list(ask_each(database, "SELECT number, claim, grp FROM comparable WHERE document IN", documents))
    numbers = [number for number, *_ in rows]
    groups = sorted({group for *_, group in rows if group is not None})
    alike = [number for (number,) in ask_each(database, "SELECT number FROM comparable WHERE grp IN", groups)]
    blocks = ask_each(database, "SELECT DISTINCT key FROM block WHERE comparable IN", {*numbers, *alike})
    unsettle(database, sorted(stay), sorted({key for (key,) in blocks}))
    database.run_many("DELETE FROM comparable WHERE number = :number", [{"number": number} for number in numbers])
    rename_groups(database, set(groups) & {claim for _, claim, _ in rows})


def rename_groups(database: Database, groups: Iterable[str]) -> None:
    """Name groups that lost their first claim after the one that is the first now."""
    for group in groups:
        database.ask(
            "UPDATE comparable SET grp = (SELECT k.claim FROM comparable k WHERE k.grp = :group ORDER BY k.rank, k.claim"
            " LIMIT 1) WHERE grp = :group",
            {"group": group},
        )

"""Documents that were read and compared elsewhere, and two ledgers row by row."""

import random
from collections.abc import Iterable, Iterator
from functools import cache

from benchmarks.bulk_load import compare_all
from benchmarks.made_dispatches import Archive
from reportedly.compare.rules import name_rules
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.loading import Loading
from reportedly.ledger.lots import Loaded
from reportedly.model.reading import Reading

RULES = name_rules()
# All that a ledger keeps, but for instants and what hangs on them.
TABLES = {
    "entry": "seq, id, kind, subject, content_sha256",
    "content": "seq, packed",
    "word": "word, bones",
    **dict.fromkeys(
        "document reading claim source source_name place claim_source claim_place claim_flag"
        " compared unsettled_document unsettled_block".split(),
        "*",
    ),
}
# The numbers of these hang on the lots in which they were compared.
COMPARED = {
    "comparable": "SELECT claim, document, rank, event, grp, packed FROM comparable",
    "block": "SELECT k.claim, b.key FROM block b JOIN comparable k ON k.number = b.comparable",
}


def dump(ledger: SqlLedger) -> dict[str, list[str]]:
    """Every row."""
    asked = {table: f"SELECT {names} FROM {table}" for table, names in TABLES.items()} | COMPARED
    return {table: sorted(map(str, map(tuple, ledger.database.ask(sql)))) for table, sql in asked.items()}


def add_all(ledger: SqlLedger, loaded: Iterable[Loaded]) -> list[int]:
    """Add one by one; how many were new, versions, known and forgotten."""
    outcomes = [ledger.add(each.document, each.reading).outcome.value for each in loaded]
    return [outcomes.count(each) for each in ("new", "version", "known", "forgotten")]


def tell(became: Loading) -> list[int]:
    return [became.new, became.versions, became.known, became.forgotten]


def plain(made: Iterable[Reading]) -> list[Loaded]:
    """Documents that nobody compared."""
    return [Loaded(document=each.document, reading=each) for each in made]


@cache
def make_dispatches() -> tuple[Loaded, ...]:
    """Documents of which several tell of one happening, compared with each other, in another order than that of ranks."""
    made = list(Archive().make(27))
    random.Random(1).shuffle(made)
    return tuple(compare_all(made))


class BrokenError(Exception):
    """Whoever gives documents gives none any more."""


def break_off(made: Iterable[Loaded], after: int) -> Iterator[Loaded]:
    for number, each in enumerate(made):
        if number == after:
            raise BrokenError
        yield each

"""Documents that were read elsewhere come in many at a time: a lot of them wholly or not at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.ledger.changes import has_changes
from reportedly.ledger.compared_elsewhere import Elsewhere, check_claims
from reportedly.ledger.database import Database
from reportedly.ledger.lots import Loaded, Written, cut_lots, prepare, write_lot
from reportedly.ledger.recognising import Recognised, look_up_all
from reportedly.model.held import Outcome
from reportedly.model.ids import make_id

AT_ONCE = 300
"""Documents that are written together, while others who write wait: `python -m benchmarks.bulk_load` measures it again."""
MANY = 1000
"""After so many new documents the database looks at what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What became of documents that were read elsewhere."""

    new: int = 0
    versions: int = 0
    """They were added, and linked to what stood at their places."""
    known: int = 0
    forgotten: int = 0
    claims: int = 0
    """Of what was added."""
    is_compared: bool = False
    """Counts all as compared in the end, by the rules that were named? Else it is compared when it is next asked for."""


Progress = Callable[[Loading], object]
"""Told after each lot what became of all so far."""


class Loader:
    """Brings in lot after lot."""

    def __init__(self, database: Database, rules: str | None) -> None:
        self.became = Loading()
        self._database = database
        self._rules = rules
        self._elsewhere = Elsewhere(database, rules)

    def take(self, lot: Sequence[Loaded]) -> None:
        """Add those that are new."""
        with self._database.seeing():
            seq, found = self._look_up(lot)
            new = self._pass(lot, found)
        prepared = [prepare(each) for each in new]
        for each in prepared:
            check_claims(each.loaded, (claim.judged.claim.id for claim in each.claims))
        if not prepared:
            return
        with self._database.writing():
            last, found = self._look_up(new, seq)
            if last != seq:  # somebody else has written meanwhile
                left = self._pass(new, found)
                prepared = [each for each in prepared if any(each.loaded is one for one in left)]
            if not prepared:
                return
            self._elsewhere.begin()
            written = write_lot(self._database, prepared)
            self._elsewhere.keep(written)
        self._count(written)

    def finish(self) -> Loading:
        """What became of all."""
        self._elsewhere.finish()
        if self.became.new + self.became.versions >= MANY:
            self._database.get_ready()
        with self._database.seeing():
            is_compared = self._rules is not None and not has_changes(self._database, self._rules)
        return replace(self.became, is_compared=is_compared)

    def _look_up(self, lot: Sequence[Loaded], seq: int = -1) -> tuple[int, Sequence[Recognised | None]]:
        """The number of the last entry, and what is known; that is not asked if it is the entry `seq` still."""
        ((last,),) = self._database.ask("SELECT seq FROM head")
        return last, [] if last == seq else look_up_all(self._database, [each.document for each in lot])

    def _pass(self, lot: Sequence[Loaded], found: Sequence[Recognised | None]) -> list[Loaded]:
        """Count what is known or was forgotten; what is left."""
        there: list[tuple[int, Loaded]] = []
        known = forgotten = 0
        for each, recognised in zip(lot, found, strict=True):
            if recognised is None:
                continue
            known += recognised.added.outcome is Outcome.KNOWN
            forgotten += recognised.added.outcome is Outcome.FORGOTTEN
            if recognised.number is not None and recognised.added.id == make_id("document", each.document.id):
                there.append((recognised.number, each))
            else:
                self._elsewhere.miss(each)
        self._elsewhere.meet(there)
        self.became = replace(self.became, known=self.became.known + known, forgotten=self.became.forgotten + forgotten)
        return [each for each, recognised in zip(lot, found, strict=True) if recognised is None]

    def _count(self, written: Sequence[Written]) -> None:
        versions = sum(each.before is not None for each in written)
        self.became = replace(
            self.became,
            new=self.became.new + len(written) - versions,
            versions=self.became.versions + versions,
            claims=self.became.claims + sum(len(each.prepared.claims) for each in written),
        )


def load(
    database: Database,
    documents: Iterable[Loaded],
    *,
    rules: str | None = None,
    progress: Progress | None = None,
    at_once: int = AT_ONCE,
) -> Loading:
    """Add documents with their readings, as `add` would one after the other.

    Each lot of them is wholly there or not at all, so that a loading that broke off is taken up by running it again.

    Args:
        rules: by which the documents were compared, all of them with each other. Into a ledger that holds nothing else
            that is taken as it is, once all are there. A document whose `compared` is None is compared here.
        at_once: how many make a lot.

    Raises:
        UnknownIdError: if a claim was compared that its document's reading does not make.
    """
    loader = Loader(database, rules)
    for lot in cut_lots(documents, at_once):
        loader.take(lot)
        if progress:
            progress(loader.became)
    return loader.finish()

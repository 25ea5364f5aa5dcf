"""What was compared elsewhere comes along with what was read there, if that can be told to be right.

Groups hang on all the claims that were compared together. So they are taken as they are only into a ledger that holds
nothing else, and count only once all of them are there; else all is left to be compared here. `compared` says so
meanwhile, whoever looks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from reportedly.errors import UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.changes import begin_loading, end_loading, loaded_by, unsettle
from reportedly.ledger.database import Database
from reportedly.ledger.lots import Loaded, Written
from reportedly.model.ids import make_id

Kept = dict[str, tuple[str | None, bytes]]
"""What is kept of claims: by their ids, their groups and they themselves as JSON."""

STRAY_GROUP = """
    SELECT 1 FROM comparable k LEFT JOIN comparable f ON f.claim = k.grp AND f.grp = k.grp
    WHERE f.claim IS NULL OR f.rank > k.rank LIMIT 1
    """


class Elsewhere:
    """One loading of documents that were compared with each other, and with nothing else."""

    def __init__(self, database: Database, rules: str | None) -> None:
        self._database = database
        self._rules = rules or ""
        self._is_taken = rules is not None
        self._seen = bytearray()
        self._entries = self._claims = 0

    def begin(self) -> None:
        """See whether more may come in, before it does. Inside `writing`."""
        if self._is_taken and loaded_by(self._database) != self._rules:
            ((last,),) = self._database.ask("SELECT seq FROM head")
            if last:
                self._is_taken = False
            else:
                begin_loading(self._database, self._rules)

    def meet(self, known: Sequence[tuple[int, Loaded]]) -> None:
        """See whether of documents that are there just that is kept which comes along now.

        Args:
            known: numbers of documents that are there, and what is the same.
        """
        if not known or not self._is_taken:
            return
        if loaded_by(self._database) != self._rules:
            self._is_taken = False
            return
        new = [(number, each) for number, each in known if self._note(number, each)]
        kept = self._list_kept([number for number, _ in new])
        self._is_taken = all(kept.get(number, {}) == describe(each) for number, each in new)

    def miss(self, loaded: Loaded) -> None:
        """A document does not come in under its own id: claims that were compared with its claims were so in vain."""
        self._is_taken = self._is_taken and not loaded.compared

    def keep(self, written: Sequence[Written]) -> None:
        """Keep what was compared of documents that came in. Inside `writing`."""
        if not self._is_taken:
            return
        for each in written:
            self._note(each.number, each.prepared.loaded)
        self._put(written)
        replaced = [each.before[0] for each in written if each.before is not None and not each.is_old]
        own = [each.number for each in written if each.is_old or each.prepared.loaded.compared is None]
        unsettle(self._database, [*replaced, *own], ())

    def finish(self) -> None:
        """Let what came in count as compared, if all of it is there, and nothing else."""
        if not self._is_taken or not self._entries or self._database.ask(STRAY_GROUP):
            return
        with self._database.writing():
            ((last,),) = self._database.ask("SELECT seq FROM head")
            ((kept,),) = self._database.ask("SELECT count(*) FROM comparable")
            if loaded_by(self._database) == self._rules and (last, kept) == (self._entries, self._claims):
                end_loading(self._database, self._rules)

    def _note(self, number: int, loaded: Loaded) -> bool:
        """Count what must be there; False if that was done before."""
        self._seen.extend(bytes(max(0, number + 1 - len(self._seen))))
        if self._seen[number]:
            return False
        self._seen[number] = 1
        self._entries += 1 if loaded.reading is None else 2
        self._claims += len(loaded.compared or ())
        return True

    def _list_kept(self, numbers: Sequence[int]) -> dict[int, Kept]:
        """What is kept of documents, by their numbers."""
        test, values = self._database.among("document", "numbers", numbers)
        kept: dict[int, Kept] = defaultdict(dict)
        sql = f"SELECT document, claim, grp, packed FROM comparable WHERE {test}"
        for document, claim, group, packed in self._database.ask(sql, values):
            kept[document][claim] = group, rows.written_comparable(bytes(packed))
        return kept

    def _put(self, written: Sequence[Written]) -> None:
        ((last,),) = self._database.ask("SELECT coalesce(max(number), 0) FROM comparable")
        number = count(last + 1)
        comparables, blocks = [], []
        for each in written:
            for comparable, keys, group in each.prepared.loaded.compared or ():
                comparables.append(
                    {
                        "number": next(number),
                        "claim": comparable.claim,
                        "document": each.number,
                        "rank": comparable.rank,
                        "event": make_id("event", comparable.claim),
                        "grp": group,
                        "packed": rows.store_comparable(comparable),
                    }
                )
                blocks += [(key, comparables[-1]["number"]) for key in set(keys)]
        self._database.put_rows("comparable", comparables)
        # Keys look random: in order they come to each page of the index at once.
        self._database.put_rows("block", [{"key": key, "comparable": each} for key, each in sorted(blocks)])


def check_claims(loaded: Loaded, claims: Iterable[str]) -> None:
    """See that only claims of the document's reading were compared.

    Raises:
        UnknownIdError: if another was.
    """
    there = set(claims)
    for comparable, _, _ in loaded.compared or ():
        if comparable.claim not in there:
            raise UnknownIdError(comparable.claim, ())


def describe(loaded: Loaded) -> Kept:
    """What must be kept of a document's claims."""
    return {each.claim: (group, rows.write(each)) for each, _, group in loaded.compared or ()}

"""The book of what was compared: claims as they are compared, their blocks and their groups."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter

from reportedly.errors import UnknownIdError
from reportedly.ledger.changes import Changed, begin_anew, compared_to, list_changed, settle
from reportedly.ledger.database import Database
from reportedly.ledger.holding import Holder
from reportedly.ledger.paging import CLAIM_COLUMNS
from reportedly.ledger.rows import restore_comparable, store_comparable
from reportedly.model.comparable import Comparable
from reportedly.model.held import HeldClaim
from reportedly.model.ids import make_id

IN_ORDER = attrgetter("rank", "claim")
UNPACKED = 20_000
"""Comparables that a book remembers unpacked: those of a few days are asked for again and again."""


class SqlBook:
    """What `Book` asks for. Lives inside `writing`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._holder = Holder(database)
        self._unpacked: dict[int, Comparable] = {}

    @property
    def rules(self) -> str | None:
        return compared_to(self._database)[2]

    def begin_anew(self, rules: str) -> None:
        begin_anew(self._database, rules)
        self._unpacked.clear()

    def changed(self, limit: int) -> Changed:
        return list_changed(self._database, limit)

    def settle(self, changed: Changed) -> None:
        settle(self._database, changed)

    def held(self, document: str) -> Sequence[HeldClaim]:
        found = self._database.ask(
            f"SELECT {CLAIM_COLUMNS} FROM claim c JOIN document d ON d.number = c.document"
            " WHERE d.id = :id AND c.until IS NULL ORDER BY c.number",
            {"id": document},
        )
        held = self._holder.hold_claims(found)
        return sorted(held, key=lambda each: (each.claim.span.start, each.claim.span.end))

    def kept(self, document: str) -> Mapping[str, Comparable]:
        found = self._database.ask(
            "SELECT k.number FROM comparable k JOIN document d ON d.number = k.document WHERE d.id = :id",
            {"id": document},
        )
        return {each.claim: each for each in self._fetch(number for (number,) in found)}

    def sharing(self, blocks: Collection[int], after: str | None = None) -> Sequence[Comparable]:
        test, values = self._database.among("b.key", "keys", list(blocks))
        sql = f"SELECT b.comparable FROM block b WHERE {test}"
        if after is not None:
            sql = (
                "SELECT b.comparable FROM block b JOIN comparable k ON k.number = b.comparable"
                f" WHERE {test} AND k.rank > :after"
            )
            values = {**values, "after": after}
        return self._fetch(number for (number,) in self._database.ask(sql, values))

    def groups_of(self, claims: Collection[str]) -> Mapping[str, str]:
        test, values = self._database.among("claim", "claims", list(claims))
        found = self._database.ask(f"SELECT claim, grp FROM comparable WHERE {test} AND grp IS NOT NULL", values)
        return {claim: group for claim, group in found}  # noqa: C416 - rows are sequences of any length

    def members(self, groups: Collection[str]) -> Mapping[str, Sequence[Comparable]]:
        test, values = self._database.among("grp", "groups", list(groups))
        found = self._database.ask(f"SELECT number, claim, grp FROM comparable WHERE {test}", values)
        group_of = {claim: group for _, claim, group in found}
        members: dict[str, list[Comparable]] = {group: [] for group in groups}
        for each in self._fetch(number for number, *_ in found):
            members[group_of[each.claim]].append(each)
        return members

    def keep(self, comparables: Sequence[tuple[Comparable, Collection[int]]]) -> None:
        if not comparables:
            return
        last = {comparable.claim: (comparable, blocks) for comparable, blocks in comparables}
        there = self._number_claims(last)
        documents = self._number_documents({comparable.document for comparable, _ in last.values()})
        self._take_out("block", "comparable", there.values())
        ((number,),) = self._database.ask("SELECT coalesce(max(number), 0) FROM comparable")
        rows, keys = [], []
        for claim, (comparable, blocks) in last.items():
            if claim not in there:
                there[claim] = number = number + 1
            rows.append(
                {
                    "number": there[claim],
                    "claim": claim,
                    "document": documents[comparable.document],
                    "rank": comparable.rank,
                    "event": make_id("event", claim),
                    "packed": store_comparable(comparable),
                }
            )
            keys += [{"key": key, "number": there[claim]} for key in set(blocks)]
            self._unpacked[there[claim]] = comparable
        self._database.run_many(
            "INSERT INTO comparable (number, claim, document, rank, event, packed)"
            " VALUES (:number, :claim, :document, :rank, :event, :packed) ON CONFLICT (claim) DO UPDATE"
            " SET document = excluded.document, rank = excluded.rank, packed = excluded.packed",
            rows,
        )
        self._database.run_many("INSERT INTO block (key, comparable) VALUES (:key, :number)", keys)

    def drop(self, claims: Collection[str]) -> None:
        numbers = self._number_claims(claims).values()
        for number in numbers:
            self._unpacked.pop(number, None)
        self._take_out("comparable", "number", numbers)

    def regroup(self, groups: Mapping[str, str]) -> None:
        self._database.run_many(
            "UPDATE comparable SET grp = :group WHERE claim = :claim",
            [{"claim": claim, "group": group} for claim, group in groups.items()],
        )

    def _take_out(self, table: str, column: str, numbers: Collection[int]) -> None:
        if numbers:
            test, values = self._database.among(column, "numbers", list(numbers))
            self._database.ask(f"DELETE FROM {table} WHERE {test}", values)

    def _number_claims(self, claims: Collection[str]) -> dict[str, int]:
        """The numbers of those claims that are kept."""
        if not claims:
            return {}
        test, values = self._database.among("claim", "claims", list(claims))
        found = self._database.ask(f"SELECT claim, number FROM comparable WHERE {test}", values)
        return {claim: number for claim, number in found}  # noqa: C416 - rows are sequences of any length

    def _number_documents(self, documents: Iterable[str]) -> dict[str, int]:
        """The numbers of documents, by `Document.id`.

        Raises:
            UnknownIdError: if one is not there.
        """
        wanted = list(documents)
        test, values = self._database.among("sha256", "documents", wanted)
        found = self._database.ask(f"SELECT sha256, number FROM document WHERE {test}", values)
        numbers = {sha256: number for sha256, number in found}  # noqa: C416 - rows are sequences of any length
        for each in wanted:
            if each not in numbers:
                raise UnknownIdError(make_id("document", each), ())
        return numbers

    def _fetch(self, numbers: Iterable[int]) -> list[Comparable]:
        """The comparables with these numbers, in the order of their ranks."""
        wanted = list(dict.fromkeys(numbers))
        missing = [number for number in wanted if number not in self._unpacked]
        if missing:
            test, values = self._database.among("number", "numbers", missing)
            for number, packed in self._database.ask(f"SELECT number, packed FROM comparable WHERE {test}", values):
                self._unpacked[number] = restore_comparable(bytes(packed))
        found = sorted((self._unpacked[number] for number in wanted), key=IN_ORDER)
        for number in list(islice(self._unpacked, max(0, len(self._unpacked) - UNPACKED))):
            del self._unpacked[number]  # the one that was unpacked longest ago goes first
        return found

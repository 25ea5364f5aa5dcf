"""All claims at once, in memory: for a set of readings without a ledger."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from reportedly.compare.blocks import list_blocks
from reportedly.compare.grouping import regroup
from reportedly.model.comparable import Comparable


class Memory:
    """What `Neighbours` asks for."""

    def __init__(self) -> None:
        self._claims: dict[str, Comparable] = {}
        self._blocks: dict[int, dict[str, Comparable]] = defaultdict(dict)
        self._groups: dict[str, str] = {}
        self._members: dict[str, dict[str, Comparable]] = defaultdict(dict)

    def keep(self, claims: Iterable[Comparable]) -> None:
        """Hold claims, so that others meet them."""
        for claim in claims:
            self._claims[claim.claim] = claim
            for block in list_blocks(claim):
                self._blocks[block][claim.claim] = claim

    def drop(self, claims: Iterable[Comparable]) -> None:
        """Hold these claims no longer."""
        for claim in claims:
            self.put({claim.claim: None})
            del self._claims[claim.claim]
            for block in list_blocks(claim):
                del self._blocks[block][claim.claim]

    def put(self, groups: Mapping[str, str | None]) -> None:
        """Put claims to groups, or take them out."""
        for claim, group in groups.items():
            if before := self._groups.pop(claim, None):
                self._members[before].pop(claim, None)
            if group is not None:
                self._groups[claim] = group
                self._members[group][claim] = self._claims[claim]

    def add(self, claims: Sequence[Comparable]) -> None:
        """Take claims in and put each to its group."""
        self.keep(claims)
        self.put(regroup(claims, {}, self))

    def remove(self, claims: Sequence[Comparable]) -> None:
        """Take claims out, and let their neighbours be asked again."""
        gone = {claim: self._groups.get(claim.claim) for claim in claims}
        self.drop(claims)
        self.put(regroup((), gone, self))

    def sharing(self, blocks: Collection[int], after: str | None = None) -> Sequence[Comparable]:
        met = {id_: claim for block in blocks for id_, claim in self._blocks.get(block, {}).items()}
        return [claim for claim in met.values() if after is None or claim.rank > after]

    def groups_of(self, claims: Collection[str]) -> Mapping[str, str]:
        return {claim: self._groups[claim] for claim in claims if claim in self._groups}

    def members(self, groups: Collection[str]) -> Mapping[str, Sequence[Comparable]]:
        return {group: list(self._members.get(group, {}).values()) for group in groups}

    def groups(self) -> Mapping[str, Sequence[Comparable]]:
        """Every group with its claims in their order."""
        return {
            group: sorted(some.values(), key=lambda claim: claim.rank) for group, some in self._members.items() if some
        }

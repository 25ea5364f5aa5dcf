"""Which claims are together while some of them are put elsewhere."""

from collections.abc import Collection, Iterable, Mapping

from reportedly.compare.neighbours import Neighbours
from reportedly.model.comparable import Comparable


class Groups:
    """The groups of `neighbours`, and what has changed since in them. Each is asked for once."""

    def __init__(self, neighbours: Neighbours) -> None:
        self.changed: dict[str, str] = {}
        """The group of every claim that was put to another."""
        self._neighbours = neighbours
        self._homes: dict[str, str | None] = {}
        self._members: dict[str, dict[str, Comparable]] = {}

    def homes(self, claims: Iterable[str]) -> Mapping[str, str]:
        """The group of each of these claims; those that have none are left out."""
        wanted = list(claims)
        if missing := [each for each in wanted if each not in self._homes]:
            held = self._neighbours.groups_of(missing)
            self._homes |= {each: held.get(each) for each in missing}
        return {each: group for each in wanted if (group := self._homes[each]) is not None}

    def members(self, group: str) -> Collection[Comparable]:
        """The claims of a group as it is now."""
        return self._held(group).values()

    def put(self, claim: Comparable, group: str) -> str | None:
        """Put a claim to a group; the one in which it was before."""
        before = self.homes([claim.claim]).get(claim.claim)
        if before is not None:
            self._held(before).pop(claim.claim, None)
        self._held(group)[claim.claim] = claim
        self._homes[claim.claim] = self.changed[claim.claim] = group
        return before

    def _held(self, group: str) -> dict[str, Comparable]:
        if group not in self._members:
            self._members[group] = {each.claim: each for each in self._neighbours.members([group])[group]}
        return self._members[group]

"""Which claims are put to one group: each in its order, and only what a change touches again.

Every claim is asked in the order of `Comparable.rank` whether it speaks of the same happening as claims before it, and
founds a group if not. What it is put to hangs only on claims of a lesser rank that share a block with it, and on the
groups of these. So the groups do not hang on the order in which documents come in.
"""

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence

from reportedly.compare.blocks import list_blocks
from reportedly.compare.neighbours import Neighbours
from reportedly.compare.signals import score
from reportedly.compare.vetoes import is_vetoed, kept_apart
from reportedly.model.comparable import Comparable

BEST = 3
"""A group is as near as the so many nearest of its claims on average, so that one odd claim draws nobody in."""


def regroup(
    new: Iterable[Comparable],
    gone: Mapping[Comparable, str | None],
    neighbours: Neighbours,
    again: Iterable[Comparable] = (),
) -> Mapping[str, str]:
    """The group of every claim whose group changes.

    Args:
        new: claims that `neighbours` holds already and that have no group, or have changed.
        gone: claims that it holds no longer, as they were, and the group of each.
        again: claims to be asked again for another reason.
    """
    return Regrouping(neighbours).run(new, gone, again)


class Regrouping:
    """One change of what is compared, until nothing moves any more."""

    def __init__(self, neighbours: Neighbours) -> None:
        self._neighbours = neighbours
        self._changed: dict[str, str] = {}
        self._waiting: list[tuple[str, str]] = []
        self._claims: dict[str, Comparable] = {}

    def run(
        self, new: Iterable[Comparable], gone: Mapping[Comparable, str | None], again: Iterable[Comparable]
    ) -> Mapping[str, str]:
        for claim, group in gone.items():
            left = self._members([group])[group] if group else ()
            self._touch(claim, left)
        for claim in (*new, *again):
            self._wait(claim)
        while self._waiting:
            _, id_ = heapq.heappop(self._waiting)
            while self._waiting and self._waiting[0][1] == id_:
                heapq.heappop(self._waiting)
            self._ask(self._claims[id_])
        return self._changed

    def _wait(self, claim: Comparable) -> None:
        self._claims[claim.claim] = claim
        heapq.heappush(self._waiting, (claim.rank, claim.claim))

    def _ask(self, claim: Comparable) -> None:
        before = self._group_of([claim.claim]).get(claim.claim)
        near = [each for each in self._neighbours.sharing(list_blocks(claim)) if each.rank < claim.rank]
        group = self._choose(claim, near)
        if group == before:
            return
        self._changed[claim.claim] = group
        members = self._members([each for each in (before, group) if each])
        self._touch(claim, [each for some in members.values() for each in some])

    def _touch(self, changed: Comparable, around: Iterable[Comparable]) -> None:
        """Let those be asked again that come after `changed` and meet a claim of its group."""
        blocks = {block for each in (changed, *around) for block in list_blocks(each)}
        for claim in self._neighbours.sharing(blocks, after=changed.rank):
            if claim.claim != changed.claim:
                self._wait(claim)

    def _choose(self, claim: Comparable, near: Sequence[Comparable]) -> str:
        groups = self._group_of([each.claim for each in near])
        if claim.refers_to and claim.refers_to in groups:
            return groups[claim.refers_to]
        together = {groups[each] for each in claim.together if each in groups}
        parted: set[str] = set()
        for each in near:
            group = groups.get(each.claim)
            if group and group not in parted and group not in together and is_vetoed(claim, each):
                parted.add(group)
        scores: dict[str, list[float]] = {}
        for each in near:
            group = groups.get(each.claim)
            if group and group not in parted:
                scores.setdefault(group, []).append(score(claim, each))
        fitting = {group: mean_best(some) for group, some in scores.items()}
        candidates = [group for group in fitting if fitting[group] > 0 or group in together]
        members = self._members(candidates)
        allowed = [
            group
            for group in candidates
            if not any(
                (kept_apart if group in together else is_vetoed)(claim, member)
                for member in members.get(group, ())
                if member.rank < claim.rank
            )
        ]
        return max(allowed, key=lambda group: (group in together, fitting[group], group), default=claim.claim)

    def _group_of(self, claims: Collection[str]) -> Mapping[str, str]:
        held = self._neighbours.groups_of([each for each in claims if each not in self._changed])
        return {**held, **{each: self._changed[each] for each in claims if each in self._changed}}

    def _members(self, groups: Collection[str]) -> Mapping[str, Sequence[Comparable]]:
        wanted = set(groups)
        found: dict[str, list[Comparable]] = {group: [] for group in wanted}
        found |= {
            group: [each for each in some if self._changed.get(each.claim, group) == group]
            for group, some in self._neighbours.members(wanted).items()
        }
        for id_, group in self._changed.items():
            if group in wanted and id_ in self._claims:
                some = found[group]
                if all(each.claim != id_ for each in some):
                    some.append(self._claims[id_])
        return found


def mean_best(scores: Sequence[float]) -> float:
    """The mean of the greatest few."""
    best = heapq.nlargest(BEST, scores)
    return sum(best) / len(best)

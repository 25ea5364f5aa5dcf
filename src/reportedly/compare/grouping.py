"""Which claims are put to one group: each in its order, and only what a change touches again.

Every claim is asked in the order of `Comparable.rank` whether it speaks of the same happening as claims before it, and
founds a group if not. What it is put to hangs only on claims of a lesser rank that share a block with it, and on the
groups of these. So the groups do not hang on the order in which documents come in.
"""

import heapq
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reportedly.compare.blocks import list_blocks
from reportedly.compare.groups import Groups
from reportedly.compare.neighbours import Neighbours
from reportedly.compare.signals import score
from reportedly.compare.vetoes import Veto, is_vetoed, kept_apart
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
    """One change of what is compared, until nothing moves any more.

    A claim that does not wait to be asked stands where it would be put. So it is before a claim moves, and after it of
    those for whom the move makes no difference.
    """

    def __init__(self, neighbours: Neighbours) -> None:
        self._neighbours = neighbours
        self._groups = Groups(neighbours)
        self._queue: list[tuple[str, str]] = []
        self._waiting: dict[str, Comparable] = {}

    def run(
        self, new: Iterable[Comparable], gone: Mapping[Comparable, str | None], again: Iterable[Comparable]
    ) -> Mapping[str, str]:
        for claim in (*new, *again):
            self._wait(claim)
        for claim, group in gone.items():
            self._leave(claim, group, self._neighbours.sharing(list_blocks(claim), after=claim.rank))
        while self._queue:
            _, id_ = heapq.heappop(self._queue)
            self._ask(self._waiting.pop(id_))
        return self._groups.changed

    def _wait(self, claim: Comparable) -> None:
        if claim.claim not in self._waiting:
            self._waiting[claim.claim] = claim
            heapq.heappush(self._queue, (claim.rank, claim.claim))

    def _ask(self, claim: Comparable) -> None:
        met = self._neighbours.sharing(list_blocks(claim))
        group = self._choose(claim, [each for each in met if each.rank < claim.rank])
        if group == self._groups.homes([claim.claim]).get(claim.claim):
            return
        before = self._groups.put(claim, group)
        later = [each for each in met if each.rank > claim.rank]
        if before is not None:
            self._leave(claim, before, later)
        self._join(claim, group, later)

    def _leave(self, left: Comparable, group: str | None, later: Iterable[Comparable]) -> None:
        """Let those be asked again that come after a claim and met it, or that it kept out of the group that it left.

        Args:
            later: those that come after it and meet it.
        """
        for claim in later:
            self._wait(claim)
        if group is not None:
            around = {block for each in self._groups.members(group) for block in list_blocks(each)}
            for claim in self._neighbours.sharing(around, after=left.rank):
                if is_led(claim) or is_vetoed(claim, left):
                    self._wait(claim)

    def _join(self, joined: Comparable, group: str, later: Sequence[Comparable]) -> None:
        """Let those be asked again that come after a claim and that it may draw into the group that it joined, or keep out.

        Args:
            later: those that come after it and meet it.
        """
        members = self._groups.members(group)
        met = {each.claim for each in later}
        inside = [each for each in members if each.rank > joined.rank and each.claim not in met]
        homes = self._groups.homes(each.claim for each in later)
        for claim in later:
            if claim.claim not in self._waiting and (
                is_led(claim)
                or (
                    may_be_let_go(claim, joined, members)
                    if homes.get(claim.claim) == group
                    else may_be_drawn_in(claim, joined, members)
                )
            ):
                self._wait(claim)
        for claim in inside:
            if is_led(claim) or is_vetoed(claim, joined):
                self._wait(claim)

    def _choose(self, claim: Comparable, near: Sequence[Comparable]) -> str:
        homes = self._groups.homes(each.claim for each in near)
        if claim.refers_to and claim.refers_to in homes:
            return homes[claim.refers_to]
        together = {homes[each] for each in claim.together if each in homes}
        parted: set[str] = set()
        scores: dict[str, list[float]] = {}
        for each in near:
            home = homes.get(each.claim)
            if home and home not in parted and home not in together and is_vetoed(claim, each):
                parted.add(home)
        for each in near:
            home = homes.get(each.claim)
            if home and home not in parted:
                scores.setdefault(home, []).append(score(claim, each))
        fitting = {group: mean_best(some) for group, some in scores.items()}
        asked = {each.claim for each in near}
        allowed = [
            group
            for group in fitting
            if (group in together and not self._is_kept_out(claim, group, kept_apart, set()))
            or (fitting[group] > 0 and group not in together and not self._is_kept_out(claim, group, is_vetoed, asked))
        ]
        return max(allowed, key=lambda group: (group in together, fitting[group], group), default=claim.claim)

    def _is_kept_out(self, claim: Comparable, group: str, veto: Veto, asked: Container[str]) -> bool:
        """Does a veto part it from a claim of the group that comes before it and was not asked yet?"""
        return any(
            veto(claim, member)
            for member in self._groups.members(group)
            if member.rank < claim.rank and member.claim not in asked
        )


def is_led(claim: Comparable) -> bool:
    """Is it put to others for another reason than that it is like them?"""
    return bool(claim.refers_to or claim.together)


def may_be_drawn_in(claim: Comparable, joined: Comparable, members: Iterable[Comparable]) -> bool:
    """May a claim come into a group since another joined that it meets?

    Not if it is kept out, nor if as many as count are as near as that one, nor if one more than too few is not like it.
    """
    if is_vetoed(claim, joined):
        return False
    nearness = score(claim, joined)
    nearer = (each for each in each_before(claim, joined, members) if score(claim, each) >= nearness)
    if meets_enough(claim, nearer):
        return False
    if nearness <= 0 and not meets_enough(claim, each_before(claim, joined, members)):
        return False
    return not any(is_vetoed(claim, each) for each in each_before(claim, joined, members))


def may_be_let_go(claim: Comparable, joined: Comparable, members: Iterable[Comparable]) -> bool:
    """May a claim leave its group since another joined that it meets?

    Not if it has met as many before as count: the mean of the nearest few does not fall by one that comes to them.
    """
    return is_vetoed(claim, joined) or not meets_enough(claim, each_before(claim, joined, members))


def each_before(claim: Comparable, joined: Comparable, members: Iterable[Comparable]) -> Iterator[Comparable]:
    """The members of a group that come before a claim, without the one that joined."""
    return (each for each in members if each.rank < claim.rank and each.claim != joined.claim)


def meets_enough(claim: Comparable, before: Iterable[Comparable]) -> bool:
    """Does a claim share a block with as many of these as count?"""
    blocks = set(list_blocks(claim))
    met = (each for each in before if not blocks.isdisjoint(list_blocks(each)))
    return len(list(islice(met, BEST))) == BEST


def mean_best(scores: Sequence[float]) -> float:
    """The mean of the greatest few."""
    best = heapq.nlargest(BEST, scores)
    return sum(best) / len(best)

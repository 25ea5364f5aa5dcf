"""What comparing needs of whoever keeps the claims."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from reportedly.model.comparable import Comparable


class Neighbours(Protocol):
    """Claims that were compared before, and to which group each was put.

    A group is named by the claim of it that comes first in the order of `Comparable.rank`.
    """

    def sharing(self, blocks: Collection[int], after: str | None = None) -> Sequence[Comparable]:
        """The claims that are kept under one of these blocks, each once; only those of a rank greater than `after`."""
        ...

    def groups_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The group of each of these claims; those that have none are left out."""
        ...

    def members(self, groups: Collection[str]) -> Mapping[str, Sequence[Comparable]]:
        """All claims of each of these groups."""
        ...

"""Words that stand in an earlier document already."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.compare.event_words import plain
from reportedly.model.held import HeldClaim

SHINGLE = 4
"""Words in a row that count as one piece."""
NEARLY_ALL = 0.6
"""From this share on a claim's sentence is taken for the same words."""
FEWEST_SHINGLES = 4
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…\n](?=\s|$)")


Piece = tuple[str, ...]
"""Four words in a row."""
Standing = Mapping[str, frozenset[Piece]]
"""Pieces that stand in documents, by `Document.id`."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much of a later claim's sentence stands in an earlier document."""

    share: float
    shared: int
    """Pieces of four words."""


def find_reuse(earlier: HeldClaim, later: HeldClaim, standing: Standing | None = None) -> Reuse | None:
    """How much of the later claim's sentence stands in the earlier document; None if too little to speak of.

    Args:
        standing: what `list_standing` says of these claims among others, where many are asked for.
    """
    mine = claim_shingles(later.claim.span.text)
    if len(mine) < FEWEST_SHINGLES:
        return None
    theirs = standing[earlier.document.id] if standing else document_shingles(earlier.document.text)
    shared = mine & theirs
    share = len(shared) / len(mine)
    return Reuse(share, len(shared)) if share >= NEARLY_ALL else None


def list_standing(held: Sequence[HeldClaim]) -> Standing:
    """Of each document, the pieces that stand in one of the claims too for which nobody is named."""
    claimed = frozenset(
        piece for each in held if not each.claim.chains for piece in claim_shingles(each.claim.span.text)
    )
    texts = {each.document.id: each.document.text for each in held}
    return {id_: claimed & document_shingles(text) if claimed else claimed for id_, text in texts.items()}


def shingles(text: str) -> frozenset[Piece]:
    """Every row of four words of a text."""
    words = words_of(text)
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, without what stands between them."""
    return tuple(_WORD.findall(plain(text)))


@lru_cache(maxsize=4096)
def claim_shingles(text: str) -> frozenset[Piece]:
    """The same of a claim, remembered."""
    return shingles(text)


@lru_cache(maxsize=512)
def document_shingles(text: str) -> frozenset[Piece]:
    """The same of a whole document, remembered."""
    return shingles(text)


def is_earlier(one: HeldClaim, other: HeldClaim) -> bool:
    """Was one's document published before the other's, as far as that is known?"""
    left, right = one.document, other.document
    if left.published_at and right.published_at:
        return left.published_at < right.published_at
    return bool(left.published and right.published and left.published < right.published)


def first_with_words(
    later: HeldClaim, others: Sequence[HeldClaim], standing: Standing | None = None
) -> tuple[HeldClaim, Reuse] | None:
    """The one of the others that has most of a claim's words, in its document or itself, the earliest of several; how many.

    Who says the opposite in nearly the same words was not copied.

    Args:
        standing: as for `find_reuse`.
    """
    alike = [
        (each, found)
        for each in others
        if each.document.id != later.document.id
        and each.claim.polarity is later.claim.polarity
        and (found := find_reuse(each, later, standing))
    ]
    mine = claim_shingles(later.claim.span.text)
    return max(
        alike,
        key=lambda pair: (pair[1].share, len(mine & claim_shingles(pair[0].claim.span.text))),
        default=None,
    )

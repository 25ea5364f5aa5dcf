"""One attribution: a cue with its voices and the words that it brings in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportedly.claims.page import Page
from reportedly.claims.voices import Path
from reportedly.model.annotation import Token


class Manner(StrEnum):
    """How somebody stands to what is brought in."""

    SAY = "say"
    DENY = "deny"
    POSITION = "position"
    ATTITUDE = "attitude"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One cue with its voices and the words that it brings in."""

    cue: Token
    manner: Manner
    paths: tuple[Path, ...]
    content: frozenset[int]
    """Indices of the tokens brought in."""
    words: frozenset[int]
    """Indices of the tokens of the reporting clause itself: no claim is made of them."""
    reference: bool = False
    """The content is only referred to: the claim is the whole clause."""
    clause: frozenset[int] = frozenset()
    """Where the claim stands if that is more than the content: "X's claim that P is false"."""


Finder = Callable[[Page], Iterator[Attribution]]
"""One way in which a text's grammar attributes."""

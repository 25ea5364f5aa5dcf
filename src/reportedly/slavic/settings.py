"""A reporting verb where it stands, and what it brings in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.claims.attribution import Manner
from reportedly.model.annotation import Token
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.words import listed

POINTERS = frozenset("этом этому это нем том цьому це цього те то том".split())
"""What points back to what was said: "об этом", "про це"."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, and how it hangs on the verb."""

    tokens: frozenset[int]
    form: str
    """In words for the reader."""
    aside: bool = False
    """Does the reporting clause trail or stand amid it, so that the whole piece is the clause's?"""
    reference: bool = False
    """Is what is said only referred to: "спростувала повідомлення"?"""
    back: bool = False
    """Does it point to the sentence before: "Об этом сообщил X"?"""


@dataclass(frozen=True, slots=True)
class Setting:
    """A reporting verb where it stands."""

    sheet: Sheet
    piece: Piece
    verb: Token
    manner: Manner
    inserted: Callable[[Piece], bool]
    """Is a piece nothing but "по его словам", "ссылаясь на Y"?"""
    holds_cue: Callable[[Piece], bool]

    @property
    def behind(self) -> Sequence[Token]:
        """The words of the piece behind the verb."""
        return self.piece.tokens[self.piece.tokens.index(self.verb) + 1 :]

    @property
    def before(self) -> Sequence[Token]:
        return self.piece.tokens[: self.piece.tokens.index(self.verb)]

    def listed(self, *path: str) -> frozenset[str]:
        return listed(self.sheet.language(self.verb), "reporting", *path)

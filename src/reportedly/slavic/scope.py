"""How far what is said reaches: to the right of a cue, or back to the left."""

from collections.abc import Callable, Sequence

from reportedly.model.annotation import Token
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.words import is_finite, lemma, listed, spelt

CONJUNCTIONS = frozenset(
    "и а но однако зато при тогда тем в между і й та але проте однак тоді водночас натомість".split()
)
_TURNS = (
    "тогда как",
    "в то время",
    "между тем",
    "при этом",
    "тем временем",
    "тоді як",
    "в той час",
    "у той час",
    "при цьому",
    "тим часом",
)
_ASIDES = frozenset("хотя хоча однако однак проте".split())
"""Behind these the text takes the word again."""

HoldsCue = Callable[[Piece], bool]
"""Does a piece hold a reporting verb with a speaker of its own?"""


def reach_right(sheet: Sheet, start: Piece, holds_cue: HoldsCue) -> list[Piece]:
    """The pieces of a complement that begins at `start`, up to where the text takes the word again."""
    found = [start]
    quote = sheet.quote(start.tokens[0])
    piece = sheet.beside(start, 1)
    while piece is not None and not _stops(sheet, piece, quote, holds_cue):
        found.append(piece)
        piece = sheet.beside(piece, 1)
    return found


def _stops(sheet: Sheet, piece: Piece, quote: int | None, holds_cue: HoldsCue) -> bool:
    if quote is not None and sheet.is_speech(quote) and sheet.quote(piece.tokens[0]) != quote:
        return True
    if opens_that(sheet, piece):
        return False
    if piece.opening in _ASIDES:
        return True
    return holds_cue(piece)


def reach_left(sheet: Sheet, piece: Piece, holds_cue: HoldsCue) -> list[Piece]:
    """The pieces before a reporting clause that trails: "P, сообщил X"."""
    found: list[Piece] = []
    before = sheet.beside(piece, -1)
    while before is not None:
        found.append(before)
        following = before
        before = sheet.beside(before, -1)
        if before is not None and ";" in following.before and holds_cue(before):
            break
    return list(reversed(found))


def opens_that(sheet: Sheet, piece: Piece) -> bool:
    """Does it begin with "что", "чтобы", "ніби", a conjunction before it or not?"""
    words = [each for each in piece.tokens if each.pos != "PUNCT"]
    if words and spelt(words[0].text) in CONJUNCTIONS:
        words = words[1:]
    return bool(words) and is_that(sheet, words[0])


def is_that(sheet: Sheet, token: Token) -> bool:
    """ "Что" that opens a clause, rather than one that asks."""
    that = listed(sheet.language(token), "reporting", "phrases", "that")
    return spelt(token.text) in that and token.pos in ("SCONJ", "PRON", "PART", "ADV")


def turns(piece: Piece) -> bool:
    """Does it begin with words that set it against what went before: "тогда как", "при этом"?"""
    text = " ".join(spelt(each.text) for each in piece.tokens[:3])
    return text.startswith(_TURNS)


def is_relative(piece: Piece) -> bool:
    """Does a relative pronoun open it, behind a preposition or in it: "в результате которого"?"""
    return any(is_relative_word(each) for each in piece.tokens[:4])


def is_relative_word(token: Token) -> bool:
    """ "Который", "який", "чей", in any form."""
    return lemma(token) in ("который", "який", "котрий", "чей", "чий")


def words_of(pieces: Sequence[Piece]) -> frozenset[int]:
    """The indices of all tokens of some pieces."""
    return frozenset(index for piece in pieces for index in piece.indices())


def tell(tokens: Sequence[Token]) -> bool:
    """Is there a finite verb among them?"""
    return any(is_finite(each) for each in tokens)

"""A Russian or Ukrainian document laid out: its sentences cut into pieces at their marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.claims.page import Page
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.words import feature, is_converb, is_finite, is_predicate, spelt

READ_LANGUAGES = frozenset({"ru", "uk"})
_ALWAYS = frozenset(",;:()[]…!?—–−")
_DASHES = frozenset("-—–−")
_BRACKETS = frozenset("([")
_OPENERS = frozenset('«„“"') | {'""'}
_LONGEST_ASIDE = 8
"""Tokens between brackets, at most, that part nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The words between two marks of a sentence; in these languages marks part clauses."""

    number: int
    """Its place among the pieces of its sentence."""
    tokens: tuple[Token, ...]
    before: str
    """The marks before it, such as `,` or `,—`; empty at the beginning."""
    predicates: tuple[Token, ...]
    """Its finite verbs, short forms and words such as "нужно"."""

    @property
    def first(self) -> Token:
        return self.tokens[0]

    @property
    def opening(self) -> str:
        """Its first word as the lexicons write it, past quotation marks."""
        return next((spelt(each.text) for each in self.tokens if each.pos != "PUNCT"), "")

    @property
    def is_converbial(self) -> bool:
        """ "Поразив цель": nothing but a converb says what is done."""
        return not self.predicates and any(is_converb(each) for each in self.tokens)

    def indices(self) -> frozenset[int]:
        return frozenset(each.index for each in self.tokens)


class Sheet(Page):
    """A page whose sentences are cut into pieces."""

    def language(self, token: Token) -> str:
        """The language of the sentence in which `token` stands."""
        return self.sentence(token).language or self.document.language or "ru"

    @cached_property
    def pieces(self) -> dict[int, tuple[Piece, ...]]:
        """The pieces of each Russian or Ukrainian sentence of the body, by the sentence's number."""
        return {
            number: tuple(_cut(tokens))
            for number, tokens in self.sentences.items()
            if self.found.sentences[number].role is SentenceRole.BODY and self.language(tokens[0]) in READ_LANGUAGES
        }

    @cached_property
    def _piece_of(self) -> dict[int, Piece]:
        return {token.index: piece for pieces in self.pieces.values() for piece in pieces for token in piece.tokens}

    def piece(self, token: Token) -> Piece | None:
        """The piece in which `token` stands; None of marks and of sentences that hold no claims."""
        return self._piece_of.get(token.index)

    def follows_dash(self, number: int) -> bool:
        """Does the sentence begin a line, behind a dash or with one?"""
        sentence = self.found.sentences[number]
        line = self.document.text[: sentence.start].rpartition("\n")[2].strip()
        return (not line and sentence.text[:1] in _DASHES) or (len(line) == 1 and line in _DASHES)

    def beside(self, piece: Piece, steps: int) -> Piece | None:
        """The piece so many steps after (before, if negative) in the same sentence."""
        pieces = self.pieces[piece.first.sentence]
        at = piece.number + steps
        return pieces[at] if 0 <= at < len(pieces) else None


def _cut(tokens: Sequence[Token]) -> list[Piece]:
    pieces: list[Piece] = []
    words: list[Token] = []
    marks, closed = "", -1
    for at, token in enumerate(tokens):
        if token.text in _BRACKETS and closed < at:
            closed = _end_aside(tokens, at)
        if at > closed and _parts(tokens, at):
            if any(each.pos != "PUNCT" for each in words):
                pieces.append(_piece(len(pieces), words, marks))
                words, marks = [], ""
            marks += token.text
        elif words or token.pos != "PUNCT" or token.text in _OPENERS:
            words.append(token)
    if any(each.pos != "PUNCT" for each in words):
        pieces.append(_piece(len(pieces), words, marks))
    return pieces


def _end_aside(tokens: Sequence[Token], at: int) -> int:
    """Where a short aside between brackets ends: "(хуситы)" parts nothing; before `at` if it is none."""
    for end in range(at + 1, min(len(tokens), at + _LONGEST_ASIDE)):
        if tokens[end].text in (")", "]"):
            return end
        if is_predicate(tokens[end]):
            break
    return at - 1


def _piece(number: int, words: Sequence[Token], marks: str) -> Piece:
    found = [each for each in words if is_predicate(each) and not _follows_preposition(words, each)]
    return Piece(number, tuple(words), marks, tuple(found or described(words)))


def _follows_preposition(words: Sequence[Token], word: Token) -> bool:
    """ "На жаль": a noun after all."""
    return not is_finite(word) and any(each.index == word.index - 1 and each.pos == "ADP" for each in words)


def described(words: Sequence[Token]) -> list[Token]:
    """ "Они полностью готовы", "ситуация сложная": the adjective of a clause without a verb."""
    for at, token in enumerate(words):
        if token.pos != "ADJ" or feature(token, "Case") != "Nom":
            continue
        named = any(each.pos in ("NOUN", "PROPN", "PRON") and feature(each, "Case") == "Nom" for each in words[:at])
        following = next((each for each in words[at + 1 :] if each.pos not in ("ADV", "PUNCT")), None)
        if named and (following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "NUM")):
            return [token]
    return []


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Does this mark part the words before it from those behind?"""
    token = tokens[at]
    if token.pos == "SYM" and not token.text[0].isalnum() and token.text not in ("%", "№", "+", "$", "€"):
        return True
    if token.pos != "PUNCT" or not (token.text in _ALWAYS or token.text in _DASHES or token.text.startswith("..")):
        return False
    if token.text in _DASHES:
        before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        glued = before is not None and after is not None and before.end == token.start and after.start == token.end
        return not glued  # "10–15", "Куп’янськ–Лиман"
    return True

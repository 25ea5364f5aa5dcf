"""Which words of a clause say together what is done: "могли", "быть" and "нанесены" in "могли быть нанесены"."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.annotation import Token
from reportedly.reference.word_lists import word_list
from reportedly.slavic.lexemes import is_of
from reportedly.slavic.words import is_finite, is_predicate, is_short

_NEAR = 12
"""Words between a helper and what it helps; further off they belong to two clauses."""
_THAT = 5
"""Words between such a verb and its "что", at most."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A predicate with its helpers and with what it governs."""

    predicate: Token
    helpers: tuple[Token, ...] = ()
    """Forms of "быть" and modals such as "мочь", in order; the predicate itself if it is one."""
    complements: tuple[Token, ...] = ()
    """Short participles and infinitives that its helpers, or the predicate, take."""

    @property
    def core(self) -> Token:
        """What is said to happen: the complement of a helper, else the predicate."""
        return self.complements[0] if self.predicate in self.helpers and self.complements else self.predicate

    @property
    def words(self) -> tuple[Token, ...]:
        """All of them, in the order of the text."""
        every = {each.index: each for each in (*self.helpers, self.predicate, *self.complements)}
        return tuple(every[index] for index in sorted(every))


def read_group(tokens: Sequence[Token], predicate: Token, language: str) -> VerbGroup:
    """The group of `predicate` among the words of its clause."""
    copulas = word_list(language, "factuality", "verbs", "copula")
    modals = word_list(language, "factuality", "verbs", "helper")
    near = [each for each in tokens if abs(each.index - predicate.index) <= _NEAR]
    lexical = is_finite(predicate) and not is_of(predicate, copulas) and not is_of(predicate, modals)
    helpers = [
        each for each in near
        if (each.index == predicate.index and not lexical and (is_of(each, copulas) or is_of(each, modals)))
        or (each.index != predicate.index and _helps(each, predicate, is_of(each, copulas), is_of(each, modals), lexical))
    ]  # fmt: skip
    complements = [each for each in near if each.index != predicate.index and _is_complement(each, predicate, helpers)]
    return VerbGroup(predicate, tuple(helpers), tuple(complements))


def _helps(word: Token, predicate: Token, copula: bool, modal: bool, lexical: bool) -> bool:
    """Does this word help the predicate rather than stand in a clause of its own?"""
    if lexical or not (copula or modal):
        return False
    if modal:
        return "VerbForm=Inf" in predicate.features or is_short(predicate)
    return "VerbForm=Inf" not in predicate.features or "Tense=Fut" in word.features


def _is_complement(word: Token, predicate: Token, helpers: Sequence[Token]) -> bool:
    if any(word.index == each.index for each in helpers):
        return False
    if "VerbForm=Inf" in word.features and word.pos in ("VERB", "AUX"):
        return True
    return is_short(word) and any(predicate.index == each.index for each in helpers)


def find_main(tokens: Sequence[Token], predicate: Token, language: str) -> tuple[Sequence[Token], Token]:
    """The words and the predicate that tell what is claimed.

    Of words that open with "если" the main clause; behind "не исключено, что" what is not ruled out.
    """
    predicate = _pass_outer(tokens, predicate, language)
    opens = next((each for each in tokens if each.pos not in ("PUNCT", "CCONJ")), None)
    if opens is None or opens.text not in word_list(language, "factuality", "marks", "condition"):
        return tokens, predicate
    finite = [each for each in tokens if is_finite(each)]
    if len(finite) < 2 or finite[0].index != predicate.index:
        return tokens, predicate
    mark = max(
        (at for at, each in enumerate(tokens) if each.pos == "PUNCT" and each.index < finite[-1].index), default=0
    )
    return (tokens[mark + 1 :], finite[-1]) if tokens[mark].index > predicate.index else (tokens, predicate)


def _pass_outer(tokens: Sequence[Token], predicate: Token, language: str) -> Token:
    """The predicate behind "исключено, что", "есть опасения, что", whose own verb only says how firmly."""
    behind = [each for each in tokens if each.index > predicate.index]
    if is_of(predicate, word_list(language, "factuality", "marks", "would")):
        return next((each for each in behind if is_predicate(each)), predicate)
    if not is_of(predicate, word_list(language, "factuality", "verbs", "outer")):
        return predicate
    that = next(
        (each for each in behind[:_THAT] if is_of(each, word_list(language, "factuality", "marks", "that"))), None
    )
    if that is None:
        return predicate
    return next((each for each in behind if each.index > that.index and is_predicate(each)), predicate)

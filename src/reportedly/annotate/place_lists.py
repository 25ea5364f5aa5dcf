"""Lists of places: what only a comma or "and" parts from a place is one too."""

from collections.abc import Callable, Sequence

from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import Hit, all_words, words
from reportedly.model.annotation import MentionLabel

_JOINERS = ("and", "or", "along with", "as well as", "together with", "and also")
_BETWEEN = frozenset((",", *_JOINERS, *(f", {each}" for each in _JOINERS)))


def take_listed(context: Context, hits: Sequence[Hit], taken: list[bool], may_be: Callable[[Hit], bool]) -> None:
    """Mark in `taken` the members of lists in which a place stands; `may_be` refuses people and words."""
    for order in (range(1, len(hits)), range(len(hits) - 2, -1, -1)):
        for number in order:
            other = number - order.step
            if taken[other] and not taken[number] and not hits[number].is_open and not hits[other].is_adjective:
                taken[number] = _is_next(context, hits[number], hits[other]) and may_be(hits[number])
    for number, hit in enumerate(hits):
        if hit.is_open and _is_among_towns(context, hits, taken, number):
            taken[number] = _may_be_unlisted(context, hit) and may_be(hit)


def _is_next(context: Context, hit: Hit, other: Hit) -> bool:
    first, second = sorted((hit, other), key=lambda each: each.first.index)
    between = context.tokens[first.last.index + 1 : second.first.index]
    same = first.first.sentence == second.first.sentence
    return same and " ".join(token.text.lower() for token in between) in _BETWEEN


def _is_among_towns(context: Context, hits: Sequence[Hit], taken: Sequence[bool], number: int) -> bool:
    """Has it a town on each side, or is it the last behind two towns: "Bar, X and Ulm", "in Bar, Ulm and X"?"""

    def is_town(at: int, beside: int) -> bool:
        if not (0 <= at < len(hits) and taken[at]) or hits[at].is_party or hits[at].is_adjective:
            return False
        return _is_next(context, hits[at], hits[beside])

    if not is_town(number - 1, number):
        return False
    if is_town(number + 1, number):
        return True
    if not is_town(number - 2, number - 1) or hits[number].first.relation == "nsubj":
        return False
    return hits[number].last.relation == "conj" and context.has_firm_cue(hits[number - 2])


def _may_be_unlisted(context: Context, hit: Hit) -> bool:
    tokens = context.tokens[hit.first.index : hit.last.index + 1]
    if context.label(hit) is MentionLabel.ORGANIZATION or hit.surface.isupper():
        return False
    if context.goes_on(hit) or any(token.text in context.person_words for token in tokens):
        return False
    return not any(token.text.lower() in _NO_TOWNS for token in tokens)


_NO_TOWNS = all_words("nouns") | words("titles", "before_names") | words("words", "never")

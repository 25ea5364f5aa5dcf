"""Single clauses, parsed: what the tests of kinds and factuality ask about."""

from functools import cache

from reportedly.claims.propositions import Form
from reportedly.model.annotation import Sentence, Token
from reportedly.slavic.words import is_converb, is_predicate


@cache
def parse(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of one clause."""
    sentence = Sentence(start=0, end=len(text), text=text)
    if language == "uk":
        from reportedly.annotate.ukrainian import parse_ukrainian

        return tuple(parse_ukrainian([(0, sentence)], 0))
    from reportedly.annotate.russian import parse_russian

    return tuple(parse_russian([(0, sentence)], 0))


def predicate_of(tokens: tuple[Token, ...]) -> Token:
    """The first verb, short form or "нет"; else a converb or infinitive; else the first noun."""
    for fits in (is_predicate, is_converb, lambda each: "VerbForm=Inf" in each.features):
        if (found := next((each for each in tokens if fits(each)), None)) is not None:
            return found
    return next((each for each in tokens if each.pos in ("NOUN", "PROPN")), tokens[0])


def form_of(predicate: Token) -> Form:
    """A noun names the happening, or a clause tells it."""
    return Form.NOMINAL if predicate.pos in ("NOUN", "PROPN") else Form.CLAUSE

"""A clause made a proposition: its words trimmed, its predicate found, what says nothing left out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.claims.attribution import Attribution
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.annotation import Token
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.words import (
    entity,
    feature,
    is_converb,
    is_finite,
    is_participle,
    lemma,
    listed,
    spelt,
)

_ASIDE_WORDS = frozenset(
    "правда впрочем конечно наверное видимо вероятно возможно кстати например словом итак мабуть звісно щоправда до речі наприклад".split()
)


@dataclass(slots=True)
class Clause:
    """A proposition as it is being put together."""

    tokens: list[Token] = field(default_factory=list)
    predicate: Token | None = None
    held: frozenset[int] = frozenset()
    """Which attributions hold it, by their numbers."""
    last: int = -1
    """Number of the last piece put to it."""
    waits: bool = False
    """Does it open with a condition whose main clause has not come yet?"""
    told: bool = False
    """Is it a noun that tells a happening in itself, so that a predicate behind it is another's?"""


_UNITS = frozenset("%№$€₽₴+")
_BRACKETS = {")": "(", "]": "["}
_LEAST_WORDS = 2


_EDGES = frozenset("и а но однако что чтобы будто и й і та але проте однак що щоб ніби же ж также затем".split())


def refer(sheet: Sheet, attribution: Attribution) -> Proposition:
    """ "Её мать опровергла сообщение": the whole clause."""
    tokens = _trim([sheet.found.tokens[index] for index in sorted(attribution.content)])
    return Proposition(
        span=sheet.tree.span(tokens), predicate=attribution.cue, tokens=tuple(tokens), form=Form.REFERENCE
    )


def propose(sheet: Sheet, clause: Clause) -> Proposition | None:
    """The proposition that a clause makes; None if it says nothing that could be true or false."""
    tokens = _trim(sorted(clause.tokens, key=lambda each: each.index))
    words = [each for each in tokens if each.pos not in ("PUNCT", "SYM", "ADP", "CCONJ", "SCONJ", "PART", "DET")]
    if not words:
        return None
    predicate = clause.predicate
    if predicate is None:
        return _nominal(sheet, clause, tokens, words)
    if len(words) < _LEAST_WORDS and not is_finite(predicate) and "Variant=Short" not in predicate.features:
        return None
    if all(lemma(each) in _ASIDE_WORDS for each in words):
        return None
    if len(words) <= 2 and _only_says(sheet, words):
        return None
    return Proposition(span=sheet.tree.span(tokens), predicate=predicate, tokens=tuple(tokens), form=Form.CLAUSE)


def _only_says(sheet: Sheet, words: Sequence[Token]) -> bool:
    """ "Вважаємо", "я думаю": a verb of saying or thinking with nothing but a pronoun."""
    language = sheet.language(words[0])
    verbs = listed(language, "reporting", "attitude") | listed(language, "reporting", "say")
    if not any(
        feature(each, "Person") == "1" and (each.pos != "PRON" or feature(each, "Case") == "Nom") for each in words
    ):
        return False
    return all(each.pos in ("PRON", "ADV") or lemma(each) in verbs for each in words) and any(
        lemma(each) in verbs for each in words
    )


def _nominal(sheet: Sheet, clause: Clause, tokens: list[Token], words: list[Token]) -> Proposition | None:
    """Words without a predicate: the noun of what is said ("о взрывах"), or a sentence that does without a verb."""
    converb = next((each for each in words if is_converb(each)), None)
    infinitive = next((each for each in words if feature(each, "VerbForm") == "Inf"), None)
    noun = next((each for each in words if each.pos in ("NOUN", "PROPN")), None) or next(
        (each for each in words if is_participle(each) or each.pos == "ADJ"), None
    )
    head = converb or infinitive or noun
    if head is None:
        return None
    if converb or infinitive:
        return Proposition(span=sheet.tree.span(tokens), predicate=head, tokens=tuple(tokens), form=Form.CLAUSE)
    if not clause.held and (len(words) < 4 or all(each.pos == "PROPN" or entity(each) for each in words)):
        return None
    if clause.held and len(words) == 1 and (head.pos == "PROPN" or entity(head)):
        return None
    return Proposition(span=sheet.tree.span(tokens), predicate=head, tokens=tuple(tokens), form=Form.NOMINAL)


def _trim(tokens: list[Token]) -> list[Token]:
    """Without marks and conjunctions at the edges; marks of a quotation that is whole stay within."""
    kept = list(tokens)
    while len(kept) > 1 and (
        kept[0].pos in ("PUNCT", "SYM", "CCONJ", "SCONJ")
        or (spelt(kept[0].text) in _EDGES and kept[0].pos in ("PART", "PRON") and is_that_like(kept))
    ):
        kept = kept[1:]
    while (
        len(kept) > 1
        and (
            kept[-1].pos in ("PUNCT", "CCONJ", "SCONJ", "ADP")
            or (kept[-1].pos == "SYM" and kept[-1].text not in _UNITS)
        )
        and not _closes(kept)
    ):
        kept = kept[:-1]
    return kept


def _closes(tokens: Sequence[Token]) -> bool:
    """Does the last mark close a quotation that begins within?"""
    last = tokens[-1].text
    if last in _BRACKETS:
        return any(each.text == _BRACKETS[last] for each in tokens)
    if last == "»":
        return sum(each.text == "«" for each in tokens) >= sum(each.text == "»" for each in tokens)
    return last in ('"', "”", "“") and sum(each.text in ('"', "“", "”", "„") for each in tokens) % 2 == 0


def is_that_like(tokens: Sequence[Token]) -> bool:
    """Is the first word a conjunction in spite of its tag: "что" before a clause?"""
    return spelt(tokens[0].text) in ("что", "що", "чтобы", "щоб", "же", "ж") and len(tokens) > 2

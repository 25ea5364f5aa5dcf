"""Does a country, a capital or a continent stand for those who act or are dealt with, or for the ground?"""

from collections.abc import Collection

from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import Hit, all_words, words
from reportedly.model.annotation import Token

_POSSESSIVES = ("'s", "’s", "'", "’")


def stands_for_state(context: Context, hit: Hit) -> bool:
    """Is the state meant: "sanctions against X", "aid to X", "X denied it"; not in "the war on X", "returned to X"?"""
    after = context.after(hit.last)
    if after is not None and after.text in _POSSESSIVES and after.relation == "case":
        return context.noun_possessed(hit) not in _GROUND_OF_TOWN or not any(entry.capital for entry in hit.entries)
    preposition = context.preposition(hit)
    token = head_of_list(context, hit)
    if preposition in words("prepositions", "state"):
        return not _speaks_of(context, token, words("happenings", "shared"))
    head = context.tree.head(token)
    if head is None or _is_named_capital(context, hit):
        return False
    if token.relation in ("nsubj", "obl:agent"):
        return head.lemma not in words("verbs", "undergone")
    if token.relation in ("obj", "iobj"):
        return head.lemma not in words("verbs", "spatial")
    if preposition is None:
        # Any other place of a state in a sentence is behind a preposition: "in Ukraine", "of Ukraine".
        return token.relation not in ("obl", "nmod", "nsubj:pass", "root", "dep")
    return _is_dealt_with(context, token, preposition) and not context.is_measured_from(hit)


def head_of_list(context: Context, hit: Hit, relations: Collection[str] = ("conj", "appos")) -> Token:
    """The head of the name, or of the list or apposition in which it stands."""
    token = context.head_of(hit)
    while token.relation in relations and token.head != token.index:
        token = context.tokens[token.head]
    return token


def _is_dealt_with(context: Context, token: Token, preposition: str) -> bool:
    """Is the preposition one of "of", "to", "on", and does what `token` hangs on speak of no ground?"""
    if preposition == "with":
        return not _speaks_of(context, token, words("happenings", "shared"))
    if preposition not in words("prepositions", "party"):
        return False
    ground = _GROUND - words("happenings", "carried") if preposition == "for" else _GROUND
    return not _speaks_of(context, token, ground | _BY_PREPOSITION.get(preposition, frozenset()))


def _speaks_of(context: Context, token: Token, spoken: frozenset[str]) -> bool:
    """Is the noun or verb that `token` hangs on one of `spoken`, or its object: "carried out strikes on X"?"""
    cases = context.tree.children(token, "case")
    head = context.tree.head(token)
    told = [head]
    if head is not None and any(case.text == "by" for case in context.tree.children(head, "case")):
        told.append(context.tree.head(head))  # "attacks by A on X"
    if token.relation == "obl" and cases:
        told.append(context.before(cases[0]))
    return any(word is not None and (word.lemma in spoken or word.text.lower() in spoken) for word in told)


def _is_named_capital(context: Context, hit: Hit) -> bool:
    """ "the capital X", "the capital, X": the town, not the state."""
    before = context.before(hit.first)
    if before is not None and before.text == ",":
        before = context.before(before)
    if before is not None and before.text == "city":
        before = context.before(before)
    return before is not None and before.text == "capital"


_BY_PREPOSITION = {
    "to": words("happenings", "sent"),
    "on": words("happenings", "suffered"),
    "against": words("happenings", "suffered"),
}
_GROUND_OF_TOWN = (words("nouns", "site") | words("nouns", "facility")) - {
    "bank",
    "church",
    "embassy",
    "court",
    "market",
}
"""What a capital has as a town, not as a state: "Khartoum's airport"."""
_GROUND = (
    words("happenings", "deeds")
    | words("happenings", "events")
    | words("happenings", "grounds")
    | words("happenings", "moves")
    | all_words("movement")
    | words("nouns", "ground")
    | words("nouns", "sector")
    | (words("nouns", "facility") - {"bank", "church"})
    | words("verbs", "spatial")
    | (all_words("units") - {"community", "department", "state"})
)

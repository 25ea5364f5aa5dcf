"""Which nouns stand with a predicate, what part each has in it, and what sort of thing it names."""

from collections.abc import Collection, Iterable
from functools import cache

from reportedly.claims.modality import NOMINAL
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

MOST_NOUNS = 20
"""Nouns looked at in one slot; longer lists are broken parses."""

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
UNSURE_ENTITIES = frozenset({"", "ORG", "PRODUCT"})
"""What the recogniser calls a village that it does not know."""


def fill_slots(tree: Tree, predicate: Token) -> dict[str, list[Token]]:
    """The nouns that stand with `predicate`, by what they are to it; those joined by "and" too."""
    if predicate.pos in NOMINAL:
        slots = {
            # The parser hangs the doer on the nearest noun: "the burning of two villages by the army".
            "subject": [by for each in tree.subtree(predicate) for by in behind(tree, each, "by")]
            + tree.children(predicate, "nmod:poss"),
            "object": behind(tree, predicate, "of", "on", "against", "for", "to", "in", "over"),
            "oblique": tree.children(predicate, "nmod"),
            "modifier": tree.children(predicate, "compound", "amod"),
        }
        return {slot: _open_up(tree, found) for slot, found in slots.items()}
    subjects, objects = (
        tree.children(predicate, "nsubj"),
        tree.children(predicate, "obj", "nsubj:pass", "xcomp", "iobj", "ccomp"),
    )
    if _is_passive(tree, predicate):
        objects += subjects if subjects or tree.child(predicate, "nsubj:pass") else _borrow_subject(tree, predicate)
        subjects = tree.children(predicate, "obl:agent")
    elif not subjects:
        subjects = _borrow_subject(tree, predicate)
    # "Came under shelling": the parser takes the noun for a verb.
    under = [each for each in tree.children(predicate, "advcl") if tree.tokens[each.index - 1].text.lower() == "under"]
    obliques = [*tree.children(predicate, "obl", "nmod"), *under]
    slots = {"subject": subjects, "object": objects, "oblique": obliques, "modifier": []}
    return {slot: _open_up(tree, found) for slot, found in slots.items()}


def _is_passive(tree: Tree, predicate: Token) -> bool:
    """ "Was taken", "the fort taken by night"; not "has taken"."""
    if tree.child(predicate, "aux:pass", "nsubj:pass", "obl:agent") is not None:
        return True
    return "Aspect=Perf" in predicate.features and tree.child(predicate, "aux", "obj") is None


def _borrow_subject(tree: Tree, predicate: Token) -> list[Token]:
    """The noun described, the subject of the first conjunct, or whoever the governing verb moves to do it."""
    head = tree.head(predicate)
    if head is None:
        return []
    if predicate.relation in ("acl:relcl", "acl"):
        return [head] if head.pos in (*NOMINAL, "PRON") else []
    if predicate.relation == "xcomp" and (moved := tree.children(head, "obj")):
        return moved
    if predicate.relation in ("conj", "xcomp", "advcl"):
        return tree.children(head, "nsubj", "nsubj:pass") or _borrow_subject(tree, head)
    return []


def behind(tree: Tree, noun: Token, *prepositions: str) -> list[Token]:
    """The nouns that hang on `noun` by one of `prepositions`."""
    return [
        each
        for each in tree.children(noun, "nmod", "obl")
        if any(case.lemma in prepositions for case in tree.children(each, "case"))
    ]


def _open_up(tree: Tree, found: Iterable[Token]) -> list[Token]:
    """Each noun, what is joined to it, and what a number or a measure of it counts ("dozens of men")."""
    opened: list[Token] = []
    todo = list(found)
    while todo and len(opened) < MOST_NOUNS:
        each = todo.pop(0)
        opened.append(each)
        todo += tree.children(each, "conj")
        todo += [part for part in tree.children(each, "amod") if part.text.lower() in _class("casualty")]
        if each.lemma in kind_words("vague") or each.pos in ("NUM", "PRON"):
            todo += behind(tree, each, "of")
    return opened


def is_of(token: Token, wanted: str, places: Collection[Span] | None = None) -> bool:
    """Is the noun of the class `wanted`?"""
    entity = next((each[len("Entity=B-") :] for each in token.features if each.startswith("Entity=")), "")
    if wanted == "any":
        return True
    if any(place.overlaps(token) for place in places or ()):
        return wanted == "place"
    if (
        wanted == "place"
        and token.pos == "PROPN"
        and (entity in PLACE_ENTITIES or (places is None and entity in UNSURE_ENTITIES))
    ):
        return True
    if wanted == "people" and (entity in ("PERSON", "NORP") or (token.pos == "NUM" and entity == "CARDINAL")):
        return True
    return token.lemma in _class(wanted) or token.text.lower() in _class(wanted)


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(lexicon("en", "kind")["classes"][name])


@cache
def kind_words(name: str) -> frozenset[str]:
    """One of the word lists that the kind lexicon keeps beside its rules."""
    return frozenset(lexicon("en", "kind")["stance"][name])

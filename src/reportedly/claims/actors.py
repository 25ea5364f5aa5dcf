"""Who does or suffers what is claimed."""

from collections.abc import Callable, Iterator

from reportedly.claims.arguments import behind, fill_slots, is_of
from reportedly.claims.modality import NOMINAL
from reportedly.claims.propositions import Proposition
from reportedly.model.annotation import Token
from reportedly.model.claim import Actor, ActorRole
from reportedly.model.span import Span
from reportedly.model.tree import Tree

LONGEST_ACTOR_WORDS = 8

ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})
ACTOR_CLASSES = ("people", "civilian", "force", "leader", "body")
NO_ACTOR_WORDS = frozenset(
    {"building", "body", "life", "equipment", "ship", "tank", "aircraft", "checkpoint", "ferry", "column", "case"}
)
"""Of those classes, what nobody would call somebody."""

SUFFERED_BY_NOBODY = frozenset({"be", "become", "remain", "have"})
"""Verbs whose complement undergoes nothing: "they are soldiers"."""

LEFT_OUT = frozenset(
    {"acl", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "case", "advcl", "dep", "cc:preconj", "advmod"}
)
"""Branches of a noun phrase that are not part of the actor's name."""


def find_actors(tree: Tree, proposition: Proposition, side_of: Callable[[str], str | None]) -> tuple[Actor, ...]:
    """The people, forces, states and bodies that the words make agents or patients, in the order of the text.

    Pronouns are left out: whom they stand for is no question of grammar.

    Args:
        side_of: the side that the words of a phrase belong to, as the conflict's profile knows it; None if to none.
    """
    found: dict[tuple[int, int], Actor] = {}
    for noun, role in _find_parts(tree, proposition.predicate):
        for span, name in _name_actor(tree, noun, role, side_of):
            found.setdefault((span.start, span.end), Actor(span=span, role=role, side=side_of(name)))
    return tuple(found[key] for key in sorted(found))


def _find_parts(tree: Tree, predicate: Token) -> Iterator[tuple[Token, ActorRole]]:
    slots = fill_slots(tree, predicate)
    for noun in slots["subject"]:
        yield noun, ActorRole.AGENT
    if predicate.lemma not in SUFFERED_BY_NOBODY:
        for noun in slots["object"]:
            yield noun, ActorRole.PATIENT
    if predicate.pos in NOMINAL:
        for modifier in slots["modifier"]:
            yield modifier, ActorRole.AGENT


def _name_actor(
    tree: Tree, noun: Token, role: ActorRole, side_of: Callable[[str], str | None]
) -> Iterator[tuple[Span, str]]:
    """The phrase of `noun`; where it names a happening ("Russian attacks"), whoever it is ascribed to."""
    if _is_actor(noun, role, side_of):
        span = tree.span(_cut_phrase(tree, noun))
        yield span, span.text
    elif role is ActorRole.AGENT and noun.pos == "NOUN":
        for part in (*tree.children(noun, "amod", "compound", "nmod:poss"), *behind(tree, noun, "by")):
            if _is_actor(part, role, side_of):
                span = tree.span(_cut_phrase(tree, part))
                yield span, span.text


def _is_actor(noun: Token, role: ActorRole, side_of: Callable[[str], str | None]) -> bool:
    if noun.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or noun.lemma in NO_ACTOR_WORDS:
        return False
    entity = next((each[len("Entity=B-") :] for each in noun.features if each.startswith("Entity=")), "")
    if is_of(noun, "weapon"):
        return False
    if entity in ACTOR_ENTITIES:
        return True
    # A place does something as a state or its capital; it suffers something as a place, unless a side bears its name.
    if entity == "GPE":
        return role is ActorRole.AGENT or side_of(noun.text) is not None
    return noun.pos == "NOUN" and any(is_of(noun, each) for each in ACTOR_CLASSES)


def _cut_phrase(tree: Tree, noun: Token) -> list[Token]:
    """The words of the phrase without clauses, appositions and what is joined to it; the nearest ones if there are many."""
    members = behind(tree, noun, "of") if noun.pos == "NOUN" else []
    without = [
        each
        for each in tree.subtree(noun)
        if each.index != noun.index and (each.relation in LEFT_OUT or (each.relation == "nmod" and each not in members))
    ]
    without = [each for each in without if each.relation != "case" or tree.head(each) not in members]
    kept = tree.subtree(noun, without)
    at = next(place for place, each in enumerate(kept) if each.index == noun.index)
    first = last = at
    while first > 0 and kept[first - 1].index == kept[first].index - 1 and last - first + 1 < LONGEST_ACTOR_WORDS:
        first -= 1
    while (
        last + 1 < len(kept) and last - first + 1 < LONGEST_ACTOR_WORDS and kept[last + 1].index - kept[last].index <= 2
    ):
        last += 1
    return kept[first : last + 1]

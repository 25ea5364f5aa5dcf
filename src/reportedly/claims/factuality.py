"""How firmly a proposition is stated, which way round, and when."""

from dataclasses import dataclass, replace

from reportedly.claims.governing import complement, find_row, has_to, stand
from reportedly.claims.modality import NOMINAL, Standing, tell_tense, words
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Polarity, Tense
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """What the words of the innermost voice make of a happening (after FactBank)."""

    certainty: Certainty
    polarity: Polarity
    tense: Tense
    presupposed: bool = False


def judge_factuality(tree: Tree, proposition: Proposition) -> Factuality:
    """How `proposition` is worded, verbs of claiming and of denying around it left aside.

    A clause that only refers to what is denied ("Kyiv denies it") is itself negative.
    """
    denying = frozenset(lexicon("en", "reporting")["deny"])
    found = judge_event(tree, find_core(tree, proposition.predicate), denying)
    if proposition.form is Form.REFERENCE:
        return replace(found, certainty=Certainty.CERTAIN, polarity=_judge_reference(tree, proposition, found.polarity))
    if _is_called_false(tree, proposition.predicate):
        return replace(found, polarity=_opposite(found.polarity))
    return found


def find_core(tree: Tree, predicate: Token) -> Token:
    """What is claimed where the predicate only says how firmly: "leave" in "is expected to leave"."""
    aims = any(each.lemma in words("nouns", "aim") for each in tree.children(predicate, "nsubj"))
    if predicate.lemma == "be" and not aims and (planned := tree.child(predicate, "xcomp")) and has_to(tree, planned):
        return planned
    # "The main thing is that nobody left": the clause is what is claimed.
    if (
        predicate.lemma == "be"
        and tree.child(predicate, "xcomp") is None
        and (clause := tree.child(predicate, "ccomp"))
    ):
        return clause if clause.index > predicate.index else predicate
    said = (predicate, *tree.children(predicate, "xcomp", "obj"))
    hedge = next(
        (each for each in said if each.lemma in words("nouns" if each.pos == "NOUN" else "verbs", "hedge")), None
    )
    if hedge is None:
        return predicate
    # Of verbs that take a subject of their own only the passive leaves it open who thinks so.
    active = hedge is predicate and find_row(hedge, "clause") is not None and hedge.lemma not in ("seem", "appear")
    if active and tree.child(predicate, "aux:pass") is None:
        return predicate
    for governor in (hedge, predicate):
        for each in tree.children(governor, "xcomp", "ccomp", "acl", "csubj"):
            takes = complement(tree, each)
            if (
                each.pos in ("VERB", "AUX")
                and each is not hedge
                and takes != "gerund"
                and (hedge.pos != "NOUN" or takes == "clause")
            ):
                return each
    return predicate


def judge_event(tree: Tree, predicate: Token, voices: frozenset[str] = frozenset()) -> Factuality:
    """How the happening that `predicate` names is worded: a verb, a noun or an adjective.

    Everything counts that governs it, up to the innermost verb of claiming; what is denied is negative.

    Args:
        voices: lemmas of verbs that are to count as such verbs of claiming, even if they deny.
    """
    standing = stand(tree, predicate, voices)
    return Factuality(
        certainty=standing.certainty,
        polarity=Polarity.NEGATIVE if standing.negative else Polarity.POSITIVE,
        tense=_judge_tense(tree, predicate, standing),
        presupposed=standing.presupposed,
    )


def _judge_tense(tree: Tree, word: Token, standing: Standing) -> Tense:
    head = tree.head(word)
    if word.relation == "xcomp" and head is not None and head.pos == "AUX" and not has_to(tree, word):
        return _judge_tense(tree, head, standing)
    shown = tell_tense(tree, word) if word.pos in ("VERB", "AUX") else None
    if shown is None and standing.ahead:
        return Tense.FUTURE
    if shown is Tense.PRESENT and standing.ahead and word.relation == "advcl":
        return Tense.FUTURE  # "when he speaks on Monday"
    if shown is not None:
        return shown
    if word.pos in NOMINAL:
        return Tense.PRESENT if _is_state(tree, word) else Tense.PAST
    for above in tree.ancestors(word):
        if above.pos in ("VERB", "AUX") and (shown := tell_tense(tree, above)):
            return shown
    return Tense.PRESENT


def _is_state(tree: Tree, noun: Token) -> bool:
    lasting = any(each.lemma in words("adjectives", "lasting") for each in tree.children(noun, "amod"))
    return lasting or noun.lemma in words("nouns", "state")


def _is_called_false(tree: Tree, predicate: Token) -> bool:
    """ "The claim is untrue" says that what is claimed is not so."""
    said = (predicate, *tree.children(predicate, "xcomp"))
    return any(each.lemma in words("nouns" if each.pos == "NOUN" else "adjectives", "negative") for each in said)


def _judge_reference(tree: Tree, proposition: Proposition, polarity: Polarity) -> Polarity:
    predicate = proposition.predicate
    if predicate.lemma in words("verbs", "denial") or _is_called_false(tree, predicate):
        return _opposite(polarity)
    return polarity


def _opposite(polarity: Polarity) -> Polarity:
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE

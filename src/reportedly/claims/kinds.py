"""What sort of thing a proposition is about."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.claims.arguments import fill_slots, is_of, kind_words
from reportedly.claims.factuality import find_core
from reportedly.claims.governing import stand
from reportedly.claims.modality import NOMINAL, Standing, tell_tense
from reportedly.claims.propositions import Proposition
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Kind, Tense
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

SLOTS = ("subject", "object", "oblique", "modifier")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the kind lexicon."""

    kind: Kind
    verbs: frozenset[str]
    nouns: frozenset[str]
    needs: tuple[tuple[str, str], ...]
    """Slot and class of nouns, such as `("object", "place")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a judge of kinds looks at."""

    tree: Tree
    predicate: Token
    hedged: bool
    """Does the proposition's own verb only say how firmly?"""
    attributed: bool
    cue_class: str | None
    standing: Standing
    slots: Mapping[str, list[Token]]
    places: Collection[Span] | None


def judge_kind(
    tree: Tree,
    proposition: Proposition,
    *,
    attributed: bool,
    cue_class: str | None,
    places: Collection[Span] | None = None,
) -> Kind:
    """The kind of `proposition`; `other` where no word supports any.

    Args:
        attributed: whether somebody else than the outlet is said to say it.
        cue_class: the list of the reporting lexicon that its nearest cue stands in, such as `position`.
        places: the document's place names; None if nobody looked for them: any name that is nobody's may then be one.
    """
    predicate = _find_copula(tree, find_core(tree, proposition.predicate))
    question = Question(
        tree=tree,
        predicate=predicate,
        hedged=predicate is not _find_copula(tree, proposition.predicate),
        attributed=attributed,
        cue_class=cue_class,
        standing=stand(tree, predicate),
        slots=fill_slots(tree, predicate),
        places=places,
    )
    return next((kind for judge in JUDGES if (kind := judge(question)) is not None), Kind.OTHER)


def judge_demand(question: Question) -> Kind | None:
    """Somebody says what ought to be done, or what is possible at all."""
    tree, predicate = question.tree, question.predicate
    helpers = {each.lemma for each in tree.children(predicate, "aux")}
    if helpers & kind_words("duty") or (
        predicate.lemma in ("have", "need") and tree.child(predicate, "xcomp") is not None
    ):
        return Kind.POSITION
    if helpers & {"can", "ca"} and question.standing.negative:
        return Kind.ASSESSMENT
    if question.attributed and is_subjunctive(tree, predicate):
        return Kind.POSITION
    firm = tell_tense(tree, predicate) in (Tense.PAST, Tense.PRESENT) and not question.standing.ahead
    if question.cue_class == "position" and predicate.pos == "VERB" and not firm and not helpers & {"will", "would"}:
        return Kind.POSITION
    return None


def is_subjunctive(tree: Tree, predicate: Token) -> bool:
    """ "Demands that Ukraine withdraw", "asked that it be moved": the bare verb in a clause with a subject of its own."""
    helpers = tree.children(predicate, "aux", "aux:pass")
    if helpers:
        return [each.text.lower() for each in helpers] == ["be"]
    clause = predicate.relation in ("ccomp", "acl", "acl:relcl") and tree.child(predicate, "nsubj") is not None
    to = any(each.text.lower() == "to" for each in tree.children(predicate, "mark"))
    return clause and not to and "VerbForm=Inf" in predicate.features


def judge_idiom(question: Question) -> Kind | None:
    """Words of a happening that are used of something else: "took its toll on trade"."""
    noun = question.predicate.pos in NOMINAL
    return next(
        (
            rule.kind
            for rule in _rules("idiom")
            if question.predicate.lemma in (rule.nouns if noun else rule.verbs)
            and _fits(rule, question.slots, question.places)
        ),
        None,
    )


def judge_light(question: Question) -> Kind | None:
    """A light verb with the noun of a happening: "carry out strikes", "suffer losses"."""
    if question.predicate.lemma not in kind_words("light"):
        return None
    return _judge_nouns(question, question.slots["object"])


def judge_happening(question: Question) -> Kind | None:
    """The predicate names a happening of a known sort."""
    noun = question.predicate.pos in NOMINAL
    if question.predicate.lemma in kind_words("steering") and (told := judge_complement(question)):
        return told
    for rule in _rules("rule"):
        if question.predicate.lemma in (rule.nouns if noun else rule.verbs) and _fits(
            rule, question.slots, question.places
        ):
            return rule.kind
    return None


def judge_noun(question: Question) -> Kind | None:
    """The predicate says little itself, and its subject, or the noun behind it, names the happening."""
    predicate = question.predicate
    if predicate.pos in NOMINAL:
        return (
            _judge_nouns(question, [predicate, *question.slots["object"]])
            if predicate.lemma in kind_words("vague")
            else None
        )
    if predicate.lemma not in kind_words("light") or any(
        each.pos == "NOUN" for each in question.tree.children(predicate, "xcomp")
    ):
        return None
    return _judge_nouns(question, question.slots["subject"])


def judge_wish(question: Question) -> Kind | None:
    """A wish, an aim, a duty is a position of whoever has it."""
    if question.predicate.pos in NOMINAL:
        return Kind.POSITION if question.predicate.lemma in kind_words("position_nouns") else None
    said = [question.predicate, *question.tree.children(question.predicate, "xcomp")]
    if any(each.lemma in kind_words("position_infinitives") and _infinitive(question.tree, each) for each in said):
        return Kind.POSITION
    return (
        Kind.POSITION
        if {each.lemma for each in said} & (kind_words("position") | kind_words("position_adjectives"))
        else None
    )


def judge_vow(question: Question) -> Kind | None:
    """What somebody says that he will do is his position, if it is no happening of another kind."""
    predicate = question.predicate
    if not question.attributed or predicate.pos in NOMINAL or tell_tense(question.tree, predicate) is not Tense.FUTURE:
        return None
    own = any(each.text.lower() in kind_words("vower") for each in question.slots["subject"])
    return Kind.POSITION if own or predicate.lemma in kind_words("vow") else None


def judge_complement(question: Question) -> Kind | None:
    """What somebody begins, tries, agrees, is ordered or helps to do."""
    behind = question.slots["oblique"] if question.predicate.pos in NOMINAL else []
    below = next((found for each in (question.predicate, *behind) if (found := _infinitive(question.tree, each))), None)
    if below is None or question.predicate.pos == "AUX":
        return None
    inner = replace(question, predicate=below, slots=fill_slots(question.tree, below))
    return judge_light(inner) or judge_happening(inner) or judge_noun(inner) or judge_complement(inner)


def judge_stance(question: Question) -> Kind | None:
    """A judgement of meaning, worth or likelihood is an assessment."""
    tree, predicate = question.tree, question.predicate
    nouns = {each.lemma for slot in ("object", "subject") for each in question.slots[slot]}
    nouns |= {predicate.lemma} if predicate.pos in NOMINAL else set()
    # "Is due to": firm, and nobody's judgement.
    if (question.hedged and not question.standing.ahead) or question.standing.certainty is not Certainty.CERTAIN:
        return Kind.POSITION if question.cue_class == "position" else Kind.ASSESSMENT
    if predicate.lemma in kind_words("assessment") or question.cue_class == "attitude":
        return Kind.ASSESSMENT
    if question.cue_class == "position" or nouns & kind_words("position_nouns"):
        return Kind.POSITION
    if nouns & kind_words("assessment_nouns"):
        return Kind.ASSESSMENT
    judged = ("ADJ", "NOUN") if question.attributed else ("ADJ",)
    if predicate.lemma in ("be", "’s", "make", "have") and any(
        each.pos in judged for each in tree.children(predicate, "xcomp", "ccomp")
    ):
        return Kind.ASSESSMENT
    return None


JUDGES: Sequence[Callable[[Question], Kind | None]] = (
    judge_demand,
    judge_idiom,
    judge_light,
    judge_happening,
    judge_wish,
    judge_noun,
    judge_complement,
    judge_vow,
    judge_stance,
)
"""In order; the first that answers decides."""


def _find_copula(tree: Tree, predicate: Token) -> Token:
    """The copula of a predicate noun or adjective: both are one clause."""
    head = tree.head(predicate)
    if (
        predicate.relation == "xcomp"
        and head is not None
        and head.pos == "AUX"
        and predicate.pos not in ("VERB", "AUX")
    ):
        return head
    return predicate


def _infinitive(tree: Tree, word: Token) -> Token | None:
    """The verb in "to leave", "capturing", "that they leave" below a verb or noun."""
    for each in tree.children(word, "xcomp", "ccomp", "acl", "advcl"):
        bound = each.relation in ("xcomp", "ccomp") or "VerbForm=Inf" in each.features
        handed = any(mark.lemma in ("with", "from", "in", "to", "of") for mark in tree.children(each, "mark"))
        if each.pos in ("VERB", "AUX") and each.index > word.index and (bound or handed):
            return each
    return None


def _fits(rule: Rule, slots: Mapping[str, list[Token]], places: Collection[Span] | None) -> bool:
    return all(any(is_of(token, wanted, places) for token in slots[slot]) for slot, wanted in rule.needs)


def _judge_nouns(question: Question, nouns: Iterable[Token]) -> Kind | None:
    """The kind of the first noun that names a happening; behind a vague one, of what it is a part or a start of."""
    tree = question.tree
    for noun in nouns:
        if noun.pos not in ("NOUN", "ADJ", "VERB", "NUM", "PRON"):
            continue
        slots = fill_slots(tree, noun) if noun.pos == "NOUN" else {slot: [] for slot in SLOTS}
        for rule in _rules("rule"):
            if (noun.lemma in rule.nouns or noun.text.lower() in rule.nouns) and _fits(rule, slots, question.places):
                return rule.kind
        if noun.lemma in kind_words("vague"):
            behind = [each for each in tree.children(noun, "nmod", "compound") if each.pos == "NOUN"]
            if kind := _judge_nouns(question, behind):
                return kind
    return None


@cache
def _rules(name: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            Kind(row["kind"]),
            frozenset(row.get("verbs", ())),
            frozenset(row.get("nouns", ())),
            tuple((slot, row[slot]) for slot in SLOTS if slot in row),
        )
        for row in lexicon("en", "kind")[name]
    )

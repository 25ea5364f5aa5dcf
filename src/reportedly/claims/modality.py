"""How a word stands through the words that hang on it: negation, modals, hedges, conditions, tense."""

from dataclasses import dataclass, replace
from functools import cache

from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Tense
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

NOMINAL = frozenset({"NOUN", "PROPN"})
EMPTYING = ("nsubj", "nsubj:pass", "obj", "expl", "xcomp")
"""Where a noun without any member turns its verb: "nobody came", "they found no sign"."""
FIRMNESS = (Certainty.UNKNOWN, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
"""From the least firm to the firmest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How firmly, which way round and how far ahead a word is held."""

    certainty: Certainty = Certainty.CERTAIN
    negative: bool = False
    ahead: bool = False
    """Planned, wished, ordered, foreseen: if at all, it comes later."""
    presupposed: bool = False

    def held(self, most: Certainty) -> "Standing":
        """At most as firm as `most`."""
        return replace(self, certainty=min(self.certainty, most, key=FIRMNESS.index))

    def turned(self) -> "Standing":
        """The other way round."""
        return replace(self, negative=not self.negative)


@cache
def words(group: str, name: str) -> frozenset[str]:
    """One word list of the factuality lexicon."""
    return frozenset(lexicon("en", "factuality")[group][name])


def apply_own_words(tree: Tree, word: Token, standing: Standing) -> Standing:
    """`standing` changed by the negations, modals, hedges and conditions that hang on `word` itself."""
    if is_negated(tree, word):
        standing = standing.turned()
    standing = _apply_modals(tree, word, standing)
    for adverb in _adverbs(tree, word):
        if adverb.lemma in words("adverbs", "possible"):
            standing = standing.held(Certainty.POSSIBLE)
        elif adverb.lemma in words("adverbs", "probable"):
            standing = standing.held(Certainty.PROBABLE)
        elif adverb.lemma in words("adverbs", "almost") and word.pos == "VERB" and adverb.index == word.index - 1:
            standing = standing.turned()
    if word.pos in NOMINAL or word.pos == "ADJ":
        standing = _apply_adjectives(tree, word, standing)
    if mark := find_condition(tree, word):
        ahead = standing.ahead or mark.lemma in words("marks", "ahead")
        standing = replace(standing, certainty=Certainty.UNKNOWN, ahead=ahead)
    if is_command(tree, word):
        standing = replace(standing, certainty=Certainty.UNKNOWN, ahead=True)
    return standing


def is_negated(tree: Tree, word: Token) -> bool:
    """Is `word` turned round an odd number of times by what hangs on it?"""
    turns = sum(_negates(tree, adverb) for adverb in tree.children(word, "advmod", "cc", "cc:preconj"))
    if word.lemma == "be":
        turns += sum(_is_misplaced_not(tree, word, each) for each in tree.children(word, "xcomp"))
    turns += any(
        tree.child(adverb, "advmod", "det", "neg") is not None and _is_no(tree, adverb)
        for adverb in _adverbs(tree, word)
    )
    for part in tree.children(word, *EMPTYING):
        if part.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADV"):
            turns += is_empty(tree, part)
    if word.pos in NOMINAL:
        turns += any(each.lemma in words("determiners", "negative") for each in tree.children(word, "det", "advmod"))
    turns += any(each.lemma in words("prepositions", "negative") for each in tree.children(word, "case", "mark"))
    return turns % 2 == 1


def _is_misplaced_not(tree: Tree, be: Token, state: Token) -> bool:
    """ "They are not encircled": does the parser hang a "not" that stands right behind "be" on the state?"""
    return any(
        each.lemma == "not" and each.index == be.index + 1 for each in tree.children(state, "advmod")
    ) and not any(each.lemma == "to" for each in tree.children(state, "mark", "aux"))


def find_condition(tree: Tree, word: Token) -> Token | None:
    """The "if" or "whether" that opens the clause of `word`."""
    conditions = words("marks", "condition")
    return next((each for each in tree.children(word, "mark", "advmod") if each.lemma in conditions), None)


def is_definite(tree: Tree, noun: Token) -> bool:
    """Is the noun taken as known: "the", "this", a possessor, or a name?"""
    if noun.pos == "PROPN" or tree.child(noun, "nmod:poss") is not None:
        return True
    return any(each.lemma in words("determiners", "definite") for each in tree.children(noun, "det"))


def is_command(tree: Tree, word: Token) -> bool:
    """A bare verb at the head of a sentence or a quotation, without a subject."""
    if word.pos != "VERB" or "VerbForm=Inf" not in word.features or word.relation not in ("root", "ccomp", "conj"):
        return False
    if word.relation == "conj":
        head = tree.head(word)
        return head is not None and is_command(tree, head)
    return tree.child(word, "nsubj", "nsubj:pass", "aux", "expl", "csubj", "mark") is None


def tell_tense(tree: Tree, word: Token) -> Tense | None:
    """The tense that the verb forms of `word` show; None where they show none."""
    helpers = tree.children(word, "aux", "aux:pass")
    lemmas = {each.lemma for each in helpers} | {each.text.lower() for each in helpers}
    perfect = "have" in lemmas and "VerbForm=Inf" not in word.features
    # "Is expected to be published": the participle of an infinitive shows no tense.
    if "have" not in lemmas and any(each.lemma == "to" and each.pos == "PART" for each in helpers):
        return None
    if any(each.text.lower() in words("modals", "ahead") for each in helpers) or "would" in lemmas or "'d" in lemmas:
        return Tense.FUTURE if not perfect or "would" not in lemmas else Tense.PAST
    if perfect:
        return Tense.PAST
    if lemmas & (words("modals", "possible") | words("modals", "duty")):
        if "could" in lemmas and is_negated(tree, word):
            return Tense.PAST  # "could not verify the report"
        lasting = word.lemma in words("verbs", "state") or "can" in lemmas or "Aspect=Prog" in word.features
        return Tense.PRESENT if lasting else Tense.FUTURE
    for each in (*helpers, word):
        if each.pos in ("VERB", "AUX") and "VerbForm=Fin" in each.features:
            return Tense.PAST if "Tense=Past" in each.features else Tense.PRESENT
    if "being" in {each.text.lower() for each in helpers}:
        return Tense.PRESENT
    if "Aspect=Perf" in word.features:
        return Tense.PAST
    return None


def _adverbs(tree: Tree, word: Token) -> list[Token]:
    found = tree.children(word, "advmod")
    if word.pos == "AUX":
        predicates = tree.children(word, "xcomp")
        found += [adverb for each in predicates for adverb in tree.children(each, "advmod")]
        # "It is most likely an error": the parser makes the adverb a second predicate.
        found += [each for each in predicates if each.pos == "ADJ" and len(predicates) > 1]
    return found


def _negates(tree: Tree, adverb: Token) -> bool:
    following = tree.tokens[adverb.index + 1].lemma if adverb.index + 1 < len(tree.tokens) else ""
    if following in ("only", "just", "merely", "least"):
        return False
    return "Polarity=Neg" in adverb.features or adverb.lemma in words("adverbs", "negative")


def _is_no(tree: Tree, adverb: Token) -> bool:
    """ "No longer", "no more"."""
    return any(each.lemma == "no" for each in tree.children(adverb, "advmod", "det", "neg"))


def is_empty(tree: Tree, noun: Token) -> bool:
    """ "Nobody", "no soldier", "none of the bridges"."""
    if noun.lemma in words("pronouns", "negative"):
        return True
    return any(
        each.lemma in words("determiners", "negative")
        for each in tree.children(noun, "det", "cc:preconj", "advmod", "cc")
    )


def _apply_modals(tree: Tree, word: Token, standing: Standing) -> Standing:
    helpers = tree.children(word, "aux")
    forms = {each.text.lower() for each in helpers}
    perfect = "have" in forms or "'ve" in forms
    if forms & words("modals", "possible"):
        # "Could not reach" says that it did not; "may not reach" leaves it open.
        if standing.negative and forms & {"can", "could", "ca", "cannot"}:
            return standing
        return standing.held(Certainty.POSSIBLE)
    if forms & words("modals", "duty"):
        if perfect:
            return standing.held(Certainty.PROBABLE if "must" in forms else Certainty.UNKNOWN)
        return replace(standing, certainty=Certainty.UNKNOWN, ahead=True)
    if forms & words("modals", "would"):
        if perfect:
            return standing.turned()
        if _has_condition(tree, word):
            standing = standing.held(Certainty.POSSIBLE)
        return replace(standing, ahead=True)
    if forms & words("modals", "ahead"):
        return replace(standing, ahead=True)
    return standing


def _has_condition(tree: Tree, word: Token) -> bool:
    return any(find_condition(tree, each) is not None for each in tree.children(word, "advcl"))


def _apply_adjectives(tree: Tree, noun: Token, standing: Standing) -> Standing:
    for adjective in tree.children(noun, "amod"):
        for name, firm in (
            ("possible", Certainty.POSSIBLE),
            ("probable", Certainty.PROBABLE),
            ("unknown", Certainty.UNKNOWN),
        ):
            if {adjective.lemma, adjective.text.lower()} & words("adjectives", name):
                standing = standing.held(firm)
        coming = words("adjectives", "ahead") | words("adjectives", "possible")
        if {adjective.lemma, adjective.text.lower()} & coming:
            standing = replace(standing, ahead=True)
    return standing

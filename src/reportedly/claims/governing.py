"""How a word stands through what governs it: verbs of wanting and failing, conditions, clauses taken for granted."""

from dataclasses import dataclass, replace
from functools import cache

from reportedly.claims.modality import (
    EMPTYING,
    NOMINAL,
    Standing,
    apply_own_words,
    find_condition,
    is_definite,
    is_empty,
    is_negated,
    tell_tense,
    words,
)
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Tense
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

DEEPEST = 12
"""Words climbed from a predicate to its root; deeper nesting is a broken parse."""

GOVERNED = ("obj", "nmod", "obl", "nsubj:pass", "ccomp", "xcomp", "compound")
"""Where a noun hangs on a word that may say something about its holding; a doer does not."""

DOING = ("nsubj", "nsubj:pass", "nmod:poss", "nmod")
"""Where the "not" of a verb leaves a noun alone."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """What a governing word makes of the thing that it governs."""

    takes: frozenset[str]
    affirmed: str
    denied: str
    ahead: bool


def stand(tree: Tree, word: Token, voices: frozenset[str] = frozenset()) -> Standing:
    """How `word` stands through all that governs it and all that hangs on it.

    Args:
        voices: verbs of saying and denying at which the way up ends: what they say is judged as they word it.
    """
    return Climb(tree, voices).stand(word)


@dataclass(frozen=True, slots=True)
class Climb:
    """The way from a word up through all that governs it."""

    tree: Tree
    voices: frozenset[str]

    def stand(self, word: Token, depth: int = 0) -> Standing:
        """How `word` stands through all that governs it and all that hangs on it."""
        if depth > DEEPEST:
            return Standing()
        head = self.tree.head(word)
        # A copula's predicate is the copula's own clause.
        if head is not None and word.relation == "xcomp" and head.pos == "AUX" and not has_to(self.tree, word):
            return apply_own_words(self.tree, word, _unless_empty(self.tree, word, self.stand(head, depth + 1)))
        return apply_own_words(self.tree, word, self._inherit(word, head, depth))

    def _inherit(self, word: Token, head: Token | None, depth: int) -> Standing:
        """How `word` stands through what governs it."""
        if head is None:
            return _judge_question(self.tree, word)
        if head.lemma in self.voices and word.relation not in ("conj", "nsubj"):
            return Standing()
        if word.relation in ("conj", "appos"):
            return self._inherit_joined(word, head, depth)
        if word.pos in NOMINAL or word.relation in (
            "obj",
            "obl",
            "nmod",
            "nsubj",
            "nsubj:pass",
            "compound",
            "nmod:poss",
        ):
            return self._inherit_noun(word, head, depth)
        reduced = word.relation == "acl" and "Aspect=Perf" in word.features and complement(self.tree, word) == "gerund"
        if word.relation == "acl:relcl" or reduced:
            # ", which sank a ferry" tells something new; "the men who sank the ferry" takes it as known.
            return Standing(presupposed=is_definite(self.tree, head) and not _follows_comma(self.tree, word))
        if word.relation == "advcl":
            return self._inherit_adverbial(word, head, depth)
        if word.relation in ("ccomp", "xcomp", "csubj", "csubj:pass", "acl"):
            return self._inherit_complement(word, head, depth)
        if word.relation == "amod" and word.pos == "VERB":
            return Standing()
        if word.relation in ("amod", "compound:prt", "advmod", "aux", "aux:pass", "cop"):
            return self.stand(head, depth + 1)
        return Standing()

    def _inherit_joined(self, word: Token, head: Token, depth: int) -> Standing:
        """A second conjunct shares what governs the first and, without subject or helper of its own, its modals too."""
        # A finite verb joined to an infinitive is joined to what governs that, whatever the parser says.
        while _is_finite(self.tree, word) and not _is_finite(self.tree, head) and head.pos == "VERB":
            if (above := self.tree.head(head)) is None:
                break
            head = above
        own = self.tree.child(word, "nsubj", "nsubj:pass", "expl", "aux", "aux:pass")
        if word.pos in NOMINAL or (own is None and word.features & head.features & {"VerbForm=Inf", "VerbForm=Part"}):
            return self.stand(head, depth + 1)
        return self._inherit(head, self.tree.head(head), depth + 1)

    def _inherit_noun(self, word: Token, head: Token, depth: int) -> Standing:
        above = _unless_empty(self.tree, word, self.stand(head, depth + 1))
        wanted = "for" if any(each.lemma == "for" for each in self.tree.children(word, "case")) else "noun"
        if word.relation in GOVERNED and (row := find_row(head, wanted) or find_row(head, "noun")):
            return (
                replace(above, presupposed=True)
                if word.lemma in words("verbs", "speech")
                else _pass_through(row, above)
            )
        # What somebody is said to announce is asserted by that voice, and not taken for granted.
        said = (saying := find_row(head, "clause")) is not None and saying.affirmed == "reset"
        if is_definite(self.tree, word):
            return Standing(presupposed=not said or word.relation == "nsubj")
        if word.relation == "obl" and self.tree.child(word, "case"):
            return Standing()
        return replace(above, negative=False) if word.relation in DOING else above

    def _inherit_adverbial(self, word: Token, head: Token, depth: int) -> Standing:
        marks = {each.lemma for each in self.tree.children(word, "mark", "advmod", "case")}
        above = self.stand(head, depth + 1)
        past = tell_tense(self.tree, word) is Tense.PAST
        takes = "from" if "from" in marks else "gerund"
        if "VerbForm=Part" in word.features and not _stands_apart(self.tree, word) and (row := find_row(head, takes)):
            return _pass_through(row, above)
        if has_to(self.tree, word):
            row = find_row(head, "infinitive")
            return _pass_through(row, above) if row else Standing(certainty=Certainty.UNKNOWN, ahead=True)
        if find_condition(self.tree, word):
            return Standing()
        granted = Standing(presupposed=bool(marks - words("marks", "telling")))
        if marks & words("marks", "temporal"):
            return Standing(certainty=above.certainty, ahead=True) if above.ahead and not past else granted
        if marks & words("prepositions", "negative"):
            return Standing()
        if "VerbForm=Part" in word.features:
            return Standing() if _stands_apart(self.tree, word) else replace(above, negative=False)
        return granted

    def _inherit_complement(self, word: Token, head: Token, depth: int) -> Standing:
        above = self.stand(head, depth + 1)
        governor = head
        # "It is unclear whether …", "There is no proof that …": the adjective or the noun governs.
        if head.pos == "AUX" and (predicate := self.tree.child(head, "xcomp")) and predicate.index != word.index:
            governor = predicate
        takes = complement(self.tree, word)
        voice = self.tree.head(head) if head.lemma in words("verbs", "speech") else None
        if voice is not None and voice.lemma in words("verbs", "denial"):
            return Standing(negative=voice.lemma not in self.voices)
        row = find_row(governor, takes)
        if (
            row is None
            and takes == "clause"
            and (noun := self.tree.child(head, "obj"))
            and (row := find_row(noun, takes))
        ):
            above = self.stand(noun, depth + 1)
        if row is not None and row.affirmed == "reset":
            return Standing(certainty=Certainty.UNKNOWN) if is_negated(self.tree, head) else Standing()
        if row is not None:
            return _pass_through(row, above)
        if takes == "infinitive":
            return Standing(certainty=Certainty.UNKNOWN, ahead=True)
        if takes == "gerund":
            return above
        if word.relation == "ccomp":
            return Standing()
        return replace(above, negative=False)


def _unless_empty(tree: Tree, word: Token, above: Standing) -> Standing:
    """The "no" of "no bridge" turns its verb too, and is not to be counted twice for the noun."""
    return above.turned() if is_empty(tree, word) and word.relation in EMPTYING else above


def _stands_apart(tree: Tree, word: Token) -> bool:
    """Does a comma part the clause of `word` from what it hangs on?"""
    return word.relation == "advcl" and (word.index < word.head or _follows_comma(tree, word))


def _follows_comma(tree: Tree, word: Token) -> bool:
    first = tree.subtree(word)[0].index
    return first == 0 or tree.tokens[first - 1].text in (",", "—", "–", "-")


def complement(tree: Tree, word: Token) -> str:
    """What a clause is to its governor, in the lexicon's words: `infinitive`, `clause` or `gerund`."""
    if has_to(tree, word) or ("VerbForm=Inf" in word.features and not tree.child(word, "aux", "mark")):
        return "infinitive"
    if _is_finite(tree, word) or tree.child(word, "mark") is not None:
        return "clause"
    return "gerund"


def _pass_through(row: Embedding, above: Standing) -> Standing:
    outcome = row.denied if above.negative else row.affirmed
    if outcome == "given":
        return Standing(presupposed=True)
    negative = outcome.startswith("not ")
    inner = Standing(
        certainty=Certainty(outcome.removeprefix("not ")), negative=negative, ahead=above.ahead or row.ahead
    )
    return inner.held(above.certainty)


@cache
def _rows() -> dict[str, list[Embedding]]:
    rows: dict[str, list[Embedding]] = {}
    for row in lexicon("en", "factuality")["embedding"]:
        embedding = Embedding(frozenset(row["takes"]), row["affirmed"], row["denied"], row.get("ahead", False))
        for word in row["words"]:
            rows.setdefault(word, []).append(embedding)
    return rows


def find_row(governor: Token, takes: str) -> Embedding | None:
    """What the lexicon says of `governor` with such a complement."""
    return next((row for row in _rows().get(governor.lemma, ()) if takes in row.takes), None)


def _is_finite(tree: Tree, word: Token) -> bool:
    return any("VerbForm=Fin" in each.features for each in (word, *tree.children(word, "aux", "aux:pass")))


def has_to(tree: Tree, word: Token) -> bool:
    """Is `word` an infinitive with "to"?"""
    return any(each.lemma == "to" and each.pos == "PART" for each in tree.children(word, "aux", "mark"))


def _judge_question(tree: Tree, word: Token) -> Standing:
    """A yes-or-no question leaves it open; "why" and "who" take it for granted."""
    last = max(tree.subtree(word), key=lambda each: each.index)
    if last.text != "?":
        return Standing()
    asking = any("PronType=Int" in each.features for each in tree.subtree(word)[:3])
    return Standing(presupposed=True) if asking else Standing(certainty=Certainty.UNKNOWN)

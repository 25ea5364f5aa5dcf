"""What belongs to the noun phrase that names a source, and which of its nouns say what the source is."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

CLAUSES = ("acl:relcl", "acl", "advcl", "parataxis", "ccomp", "conj", "cc", "csubj", "dep")


def gather_phrase(tree: Tree, head: Token, span: Span) -> list[Token]:
    """The tokens of the noun phrase, appositions included, clauses left out; at least those of `span`."""
    clauses = [
        each for each in tree.subtree(head) if each.relation in CLAUSES and each is not head and not _is_tie(tree, each)
    ]
    phrase = {
        each.index: each
        for each in tree.subtree(head, clauses)
        if each.relation not in ("case", "mark") or each.index > head.index
    }
    phrase[head.index] = head
    for step in (-1, 1):
        at = head.index + step
        while 0 <= at < len(tree.tokens) and tree.tokens[at].sentence == head.sentence and span.holds(tree.tokens[at]):
            phrase[at] = tree.tokens[at]
            at += step
    after = head.index + 1
    if (
        type_table().get(head.lemma) == "official"
        and after < len(tree.tokens)
        and tree.tokens[after].text in ("to", "of")
    ):
        # A title's own complement, which parsers like to hang on the verb: "denied by Aide to the Chief of …".
        of = tree.head(tree.tokens[after])
        if (
            of is not None
            and of.index > after
            and of.pos in ("NOUN", "PROPN")
            and tree.tokens[after].relation == "case"
        ):
            phrase |= {each.index: each for each in tree.subtree(of) if each.index > head.index}
    kept = sorted((each for each in phrase.values() if each.start >= span.start), key=lambda each: each.index)
    # One stretch around the head: what a comma's clause tears away is no part of the name.
    at = next(i for i, each in enumerate(kept) if each.index == head.index)
    first, last = at, at
    while first > 0 and kept[first].index - kept[first - 1].index <= 2:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].index - kept[last].index <= 2:
        last += 1
    kept = kept[first : last + 1]
    while len(kept) > 1 and kept[0].relation in ("case", "punct") and kept[0].text not in "\"“‘'«":
        kept = kept[1:]
    return kept


def _is_tie(tree: Tree, clause: Token) -> bool:
    """Does it say for whom somebody speaks: "the mayor appointed by Kyiv"?"""
    lists = lexicon("en", "source")
    tied = clause.text.lower() in (*lists["installed"], *lists["backed"])
    return tied and clause.relation == "acl" and tree.child(clause, "obl:agent") is not None


def after_preposition(tree: Tree, token: Token, head: Token) -> bool:
    """Does `token` stand in a complement of the phrase ("of the army") rather than in its core?"""
    while token.index != head.index:
        if token.relation in ("nmod", "obl", "obl:agent") and tree.child(token, "case", "mark") is not None:
            return True
        above = tree.head(token)
        if above is None:
            return False
        token = above
    return False


def read_nouns(tree: Tree, core: Sequence[Token], head: Token, text: str, lists: Mapping[str, Any]) -> list[str]:
    """Lemmas of the nouns that say what the source is, the head's or nearest first."""
    table = type_table()
    ranks = lists["heads"]["ranks"]
    if "head of state" in " ".join(text.lower().split()):
        return ["head-of-state"]
    found: list[str] = []
    own = " ".join(each.text.lower() for each in core if not possessed(tree, each, head))
    compounds = {words: one for words, one in lists["compounds"].items() if _whole(words).search(own)}
    parts = {part for words in compounds for part in re.split(r"[ -]", words)}
    found += dict.fromkeys(compounds.values())
    if head.pos == "NUM" or head.lemma in lists["heads"]["counting"]:
        # "one of the officials", "a number of officers": what is counted says who they are.
        of = next((each for each in tree.children(head, "nmod") if _preposition(tree, each) == "of"), None)
        if of is not None:
            found.append(of.lemma)
    for token in sorted(core, key=lambda each: (each.index != head.index, abs(each.index - head.index))):
        lemma = token.lemma.rstrip(".").lower()
        lemma = ranks.get(lemma, lemma)
        if lemma in parts:
            continue
        if lemma in table and token.pos in ("NOUN", "PROPN") and not possessed(tree, token, head):
            found.append(lemma)
    if head.pos != "PROPN" and head.lemma not in (*found, *parts) and head.pos != "PRON":
        found.append(head.lemma)
    return found


@cache
def _whole(words: str) -> re.Pattern[str]:
    """Words of a list, not as a part of longer ones."""
    return re.compile(rf"\b{words}\b")


def _preposition(tree: Tree, token: Token) -> str:
    case = tree.child(token, "case")
    return case.text.lower() if case else ""


def possessed(tree: Tree, token: Token, head: Token) -> bool:
    """Does `token` stand under a possessor: the minister of "the minister's adviser"?"""
    while token.index != head.index:
        if token.relation == "nmod:poss" and not any(each.text in "‘“«" for each in tree.children(token, "case")):
            return True
        above = tree.head(token)
        if above is None:
            return False
        token = above
    return False


def is_person_noun(token: Token) -> bool:
    """Does the noun say that somebody is a human being: "governor", "soldier"; not "ministry", "brigade"?"""
    kind = type_table().get(token.lemma.rstrip("."))
    forces = lexicon("en", "source")["heads"]["forces"]
    return kind in ("official", "expert", "civilian") or (kind == "military" and token.lemma not in forces)


def same_nouns(one: frozenset[str], other: frozenset[str]) -> bool:
    """Are there two nouns, one of each, that the lexicon takes for the same?"""
    return any(one & group and other & group for group in map(frozenset, lexicon("en", "source")["same"]["nouns"]))


@cache
def type_table() -> dict[str, str]:
    """Lemma to type; the first list of the lexicon that has a word counts."""
    table: dict[str, str] = {}
    for kind, lemmas in lexicon("en", "source")["types"].items():
        for lemma in lemmas:
            table.setdefault(lemma, kind)
    return table

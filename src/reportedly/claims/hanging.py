"""How does a date phrase hang in the tree: on which verb, over how many nouns?"""

from bisect import bisect_right
from itertools import takewhile

from reportedly.claims.modality import NOMINAL, tell_tense
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.tree import Tree

# Relations that lead from a date out of the clause of the predicate into another one.
OTHER_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "csubj", "appos"})
# Relations by which a predicate shares the date of the one it hangs on ("On Monday they shelled X and took Y").
SHARED = frozenset({"conj", "xcomp"})
# Relations that lead from a verb up to the one that only says how firmly or how it holds.
WITHIN_CLAUSE = frozenset({"xcomp", "advcl"})
SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
# What says when, in front of its verb; the parser marks dates in it.
ADJUNCTS = ("obl", "obl:npmod", "obl:tmod", "advmod")
DATE_ENTITY = frozenset({"Entity=B-DATE", "Entity=I-DATE", "Entity=B-TIME", "Entity=I-TIME"})
COMPARED = frozenset({"than", "like", "unlike"})
# "When he speaks on Monday, he will …": what such a clause dates, dates the main clause.
SAME_TIME = frozenset({"when"})


def top_of(phrase: DatePhrase, tree: Tree) -> Token | None:
    """The word of `phrase` that hangs on a word outside it, or on none; None if the phrase has no word."""
    inside = _tokens_of(phrase, tree)
    indices = {token.index for token in inside}
    return next((token for token in inside if token.head not in indices or token.head == token.index), None)


def noun_above(phrase: DatePhrase, tree: Tree, predicate: Token) -> Token | None:
    """The noun that the date describes, if that is not the predicate itself: "raid" in "a raid on Friday"."""
    top = top_of(phrase, tree)
    above = tree.head(top) if top else None
    if top is None or above is None or above.index == predicate.index or top.relation == "conj":
        return None
    return above if above.pos in NOMINAL else None


def noun_beside(phrase: DatePhrase, tree: Tree, predicate: Token) -> Token | None:
    """The noun that the date may well describe though the parser hangs it on `predicate`: "since the raid in May"."""
    top = top_of(phrase, tree)
    if top is None or top.head != predicate.index:
        return None
    first = min(each.index for each in (*tree.children(top, "case", "det"), *_tokens_of(phrase, tree)))
    before = tree.tokens[first - 1] if first > 0 else predicate
    return before if before.pos in NOMINAL and before.index != predicate.index else None


def cases_of(noun: Token, tree: Tree) -> set[str]:
    """What leads to `noun`, or to a noun that it tells more of: "since", "because" of "because of the raid"."""
    found: set[str] = set()
    token: Token | None = noun
    while token is not None and token.pos in NOMINAL:
        found |= {each.lemma for each in tree.children(token, "case")}
        first = tree.subtree(token)[0].index
        # "Because of", "ahead of", "due to": the parser hangs their first word here or there.
        first += tree.tokens[first].lemma in ("of", "to")
        if first > 1 and tree.tokens[first - 1].lemma in ("of", "to"):
            found.add(tree.tokens[first - 2].lemma)
        token = tree.head(token) if token.relation == "nmod" else None
    return found


def is_compared(phrase: DatePhrase, tree: Tree) -> bool:
    """ "More than in 2020": another time, beside which this one is held."""
    top = top_of(phrase, tree)
    return top is not None and any(each.lemma in COMPARED for each in tree.children(top, "case", "mark"))


def _tokens_of(phrase: DatePhrase, tree: Tree) -> list[Token]:
    first = bisect_right(tree.tokens, phrase.start, key=lambda token: token.end)
    return list(takewhile(lambda token: token.start < phrase.end, tree.tokens[first : first + len(phrase)]))


def describes(phrase: DatePhrase, tree: Tree) -> bool:
    """ "A recent raid": the word tells of what sort the noun is."""
    first = bisect_right(tree.tokens, phrase.start, key=lambda token: token.end)
    return first < len(tree.tokens) and tree.tokens[first].relation == "amod"


def is_bound(phrase: DatePhrase, tree: Tree) -> bool:
    """Does something stand behind "a week after" from which it counts?"""
    last = bisect_right(tree.tokens, phrase.end - 1, key=lambda token: token.start) - 1
    word = tree.tokens[last]
    return word.relation in ("mark", "case") and word.head > word.index


def count_nouns_between(phrase: DatePhrase, tree: Tree, predicate: Token) -> int | None:
    """How many nouns lie between `phrase` and `predicate`; None if it hangs in another clause."""
    heads = {token.index for token in _tokens_of(phrase, tree)}
    if predicate.index in heads:  # "Friday's auction": the date hangs inside the predicate's own words
        return 0
    if (top := top_of(phrase, tree)) is None:
        return None
    if _is_name(tree, top, heads):
        return None
    up = set(_shared_heads(tree, predicate, phrase))
    steps, token = 0, top
    while token.index != predicate.index:
        if token.index in up:
            return steps + 1
        above = tree.head(token)
        if above is None or (token is not top and _leaves_clause(tree, token)):
            return None
        held = above.relation in WITHIN_CLAUSE and above.pos not in NOMINAL
        joined = above.relation == "conj" and above.pos in NOMINAL
        if above.index != predicate.index and above.index not in up and not held and not joined:
            steps += 1
        token = above
    return steps


def hangs_on(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """Is the date a dependent of `predicate` itself?"""
    return any(phrase.start <= each.start < phrase.end for each in tree.children(predicate))


def hangs_below(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """Does the date stand in what depends on `predicate`, rather than on a verb that it is joined to?"""
    top = top_of(phrase, tree)
    return top is None or any(each.index == predicate.index for each in (top, *tree.ancestors(top)))


def _leaves_clause(tree: Tree, token: Token) -> bool:
    """Does the way up from `token` lead into another clause, or to what a noun merely describes?"""
    if token.relation == "conj" and token.pos in NOMINAL:
        return False
    if token.relation == "advcl" and any(
        each.lemma in SAME_TIME for each in tree.children(token, "mark", "advmod")
    ):  # fmt: skip
        return False
    return token.relation in OTHER_CLAUSE


def _is_name(tree: Tree, top: Token, inside: set[int]) -> bool:
    """Is the date itself spoken of: "declared May 3 the Day of the Press"?"""
    called = [each for each in tree.children(top, "appos") if each.index not in inside and each.pos in NOMINAL]
    return bool(called) and tree.child(top, "case") is None and top.relation not in ("nmod", "appos")


def _shared_heads(tree: Tree, predicate: Token, phrase: DatePhrase) -> list[int]:
    """What `predicate` is joined to as a further verb and shares `phrase` with, nearest first.

    "On Monday he came and she went": both. "He came on Monday and she went", "he came, so she went": one only.
    """
    heads, token = [], predicate
    while token.relation in SHARED and (above := tree.head(token)) is not None:
        if token.relation == "conj" and _stands_apart(tree, token, above, phrase):
            break
        heads.append(above.index)
        token = above
    return heads


def _stands_apart(tree: Tree, token: Token, above: Token, phrase: DatePhrase) -> bool:
    """Is what `token` tells of another time than what `above`, which it is joined to, tells?"""
    if any(each.lemma == "so" for each in (*tree.children(token, "cc"), *tree.children(above, "cc"))):
        return True
    if tree.child(token, *SUBJECTS) is not None and phrase.start > above.start:
        return True
    # "On Monday they came and will stay", "on Monday they came, and for three days they stayed".
    tenses = {tell_tense(tree, each) for each in (token, above)} - {None}
    return len(tenses) > 1 or any(
        above.index < each.index < token.index and DATE_ENTITY.intersection(each.features)
        for each in tree.children(token, *ADJUNCTS)
    )

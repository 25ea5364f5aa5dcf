"""When does a claim say that something happened?

Of the date phrases of its sentence the one that hangs on the claim's predicate says so; `resolving.py` counts its days.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from types import MappingProxyType

from reportedly.claims.counting import count_time
from reportedly.claims.modality import NOMINAL
from reportedly.claims.narration import Told
from reportedly.claims.resolving import resolve, resolve_clause
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.model.when import When

# Relations that lead from a date out of the clause of the predicate into another one.
OTHER_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "csubj", "appos"})
# Relations by which a predicate shares the date of the one it hangs on ("On Monday they shelled X and took Y").
SHARED = frozenset({"conj", "xcomp"})
# Relations that lead from a verb up to the one that only says how firmly or how it holds.
WITHIN_CLAUSE = frozenset({"xcomp", "advcl"})
SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
# "When he speaks on Monday, he will …": what such a clause dates, dates the main clause.
SAME_TIME = frozenset({"when"})
NOTHING_TOLD: Mapping[int, Told] = MappingProxyType({})
# Rules whose phrases say when something happened, though perhaps not on which days.
VAGUE = frozenset({"span", "vague", "shift"})
# "They lost it in a Friday raid": one noun may lie between. What hangs deeper dates that noun only.
MOST_NOUNS_BETWEEN = 1


def choose_time(
    phrases: Sequence[DatePhrase],
    tree: Tree,
    predicate: Token,
    published: date | None,
    *,
    future: bool | None = None,
    anchor: date | None = None,
    told: Mapping[int, Told] = NOTHING_TOLD,
) -> When | None:
    """When the happening of `predicate` was, by the date phrases that hang on it.

    Args:
        phrases: those of the claim's sentence; none inside a source's or a cue's own words.
        tree: of the whole document.
        predicate: the claim's main predicate.
        published: the day of publication, in the source's time zone.
        future: whether the claim speaks of what is to come.
        anchor: the day of the quotation in which the claim stands, if it is another.
        told: what the text told before each phrase, by the offset at which the phrase begins.
    """
    if opening := _opens(phrases, tree, predicate):
        rest = [each for each in phrases if each is not opening]
        for above in _clauses_above(tree, predicate):
            if main := choose_time(rest, tree, above, published, future=future, anchor=anchor, told=told):
                return resolve_clause(opening, main)
        return None
    best: tuple[tuple[bool, int, int, int], When] | None = None
    vaguest = MOST_NOUNS_BETWEEN + 1
    for phrase in phrases:
        steps = _steps(phrase, tree, predicate)
        if steps is None or steps > MOST_NOUNS_BETWEEN:
            continue
        when = resolve(phrase, published, future=future, anchor=anchor, told=told.get(phrase.start))
        if when is None and phrase.rule == "shift" and not _is_bound(phrase, tree):
            when = _count_from_neighbour(phrase, phrases, published, future)
        # "He prepared the summit in May": after a past verb a day to come is that of what it speaks of.
        if (
            when
            and published
            and future is False
            and when.earliest > published
            and not _hangs_on(phrase, tree, predicate)
        ):
            continue
        if when is None:
            vaguest = min(vaguest, steps) if phrase.rule in VAGUE and not _describes(phrase, tree) else vaguest
            continue
        key = ("of_series" in phrase.values, steps, (when.latest - when.earliest).days, phrase.start)
        if best is None or key < best[0]:
            best = key, when
    # "In past weeks, one of them on Friday": what hangs nearer says when, if only vaguely.
    if best is None:
        return _count_since(phrases, tree, predicate, published, anchor)
    if best[0][1] > vaguest or _recurs(best[1].span, phrases):
        return None
    return _at_the_hour(best[1], phrases, tree, predicate)


def _describes(phrase: DatePhrase, tree: Tree) -> bool:
    """ "A recent raid": the word tells of what sort the noun is."""
    first = bisect_right(tree.tokens, phrase.start, key=lambda token: token.end)
    return first < len(tree.tokens) and tree.tokens[first].relation == "amod"


def _count_since(
    phrases: Sequence[DatePhrase], tree: Tree, predicate: Token, published: date | None, anchor: date | None
) -> When | None:
    """ "Since the war began in 2014": from then to the day of publication."""
    now = anchor or published
    for clause in tree.children(predicate, "advcl"):
        if not any(mark.lemma == "since" for mark in tree.children(clause, "mark", "case")):
            continue
        when = choose_time(phrases, tree, clause, published, future=False, anchor=anchor)
        if when and now and when.earliest <= now:
            return replace(when, latest=now)
    return None


def _recurs(span: Span, phrases: Sequence[DatePhrase]) -> bool:
    """Is it the day of every year up to or from one: "on May 9 until 2013"?"""
    chosen = next(each for each in phrases if each.start == span.start)
    return (
        chosen.rule == "date"
        and "year" not in chosen.values
        and any(
            each.rule == "date"
            and each.values.get("lead") in ("until", "since")
            and "year" in each.values
            and "month" not in each.values
            for each in phrases
        )
    )


def _is_bound(phrase: DatePhrase, tree: Tree) -> bool:
    """Does something stand behind "a week after" from which it counts?"""
    last = bisect_right(tree.tokens, phrase.end - 1, key=lambda token: token.start) - 1
    word = tree.tokens[last]
    return word.relation in ("mark", "case") and word.head > word.index


def _clauses_above(tree: Tree, predicate: Token) -> Iterator[Token]:
    """The predicates of which the clause of `predicate` says when, nearest first."""
    token = predicate
    while token.relation == "advcl" and (above := tree.head(token)) is not None:
        yield above
        token = above


def _opens(phrases: Sequence[DatePhrase], tree: Tree, predicate: Token) -> DatePhrase | None:
    """The phrase with which the clause of `predicate` begins: "a week after the ferry sank"."""
    marks = [token for token in tree.children(predicate, "mark") if token.index < predicate.index]
    for phrase in phrases:
        if phrase.rule == "shift" and any(token.start < phrase.end and phrase.start < token.end for token in marks):
            return phrase
    return None


def _count_from_neighbour(
    phrase: DatePhrase, phrases: Sequence[DatePhrase], published: date | None, future: bool | None
) -> When | None:
    """ "Two days earlier" counts from the date that stands before it in the claim."""
    for other in reversed([each for each in phrases if each.end <= phrase.start]):
        base = resolve(other, published, future=future)
        if base and base.earliest == base.latest:
            return resolve(phrase, published, anchor=base.earliest)
    return None


def _steps(phrase: DatePhrase, tree: Tree, predicate: Token) -> int | None:
    """How many nouns lie between `phrase` and `predicate`; None if it hangs in another clause."""
    first = bisect_right(tree.tokens, phrase.start, key=lambda token: token.end)
    inside = list(takewhile(lambda token: token.start < phrase.end, tree.tokens[first : first + len(phrase)]))
    heads = {token.index for token in inside}
    if predicate.index in heads:  # "Friday's auction": the date hangs inside the predicate's own words
        return 0
    top = next((token for token in inside if token.head not in heads), None)
    if top is None:
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


def _hangs_on(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """Is the date a dependent of `predicate` itself?"""
    return any(phrase.start <= each.start < phrase.end for each in tree.children(predicate))


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
        apart = any(each.lemma == "so" for each in (*tree.children(token, "cc"), *tree.children(above, "cc")))
        own = tree.child(token, *SUBJECTS) is not None and phrase.start > above.start
        if token.relation == "conj" and (apart or own):
            break
        heads.append(above.index)
        token = above
    return heads


def _at_the_hour(when: When, phrases: Sequence[DatePhrase], tree: Tree, predicate: Token) -> When:
    """The same, with the clock time that hangs on the same predicate."""
    if when.earliest != when.latest or "T" in when.value:
        return when
    for phrase in phrases:
        if phrase.rule == "clock" and _steps(phrase, tree, predicate) is not None:
            timex = count_time("clock", phrase.values, Standpoint(when.earliest))
            return replace(when, value=timex.value) if timex else when
    return when

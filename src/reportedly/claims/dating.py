"""When does a claim say that something happened?

Of the date phrases of its sentence the one that hangs on the claim's predicate says so; `resolving.py` counts its days.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from reportedly.claims.agreeing import is_of_another, is_stay, resolve_in_tense
from reportedly.claims.counting import count_time
from reportedly.claims.hanging import (
    cases_of,
    count_nouns_between,
    describes,
    is_bound,
    is_compared,
    noun_above,
    noun_beside,
    top_of,
)
from reportedly.claims.lasting import count_lasting
from reportedly.claims.narration import Told
from reportedly.claims.resolving import ONE_SIDED, resolve, resolve_clause
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.model.when import When

NOTHING_TOLD: Mapping[int, Told] = MappingProxyType({})
# Rules whose phrases say when something happened, though perhaps not on which days.
VAGUE = frozenset({"span", "vague", "shift"})
YEARS = frozenset({"date", "decade", "century"})
# Behind these a noun's date is later than the predicate's.
BEFORE = frozenset({"before", "until", "till", "by", "ahead", "prior"})
# Nor does the date of a noun behind these tell that of the predicate, wherever the parser hangs it.
APART = BEFORE - {"by"} | {"because", "due", "despite"}
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
        mains = (
            choose_time(rest, tree, above, published, future=future, anchor=anchor, told=told)
            for above in _clauses_above(tree, predicate)
        )
        main = next((each for each in mains if each), None)
        return resolve_clause(opening, main) if main else None
    best: tuple[tuple[bool, int, int, int], When] | None = None
    vaguest = MOST_NOUNS_BETWEEN + 1
    for phrase in phrases:
        steps = count_nouns_between(phrase, tree, predicate)
        if steps is None or is_compared(phrase, tree):
            continue
        if steps > MOST_NOUNS_BETWEEN and not _lasts_since(phrase, tree, predicate):
            continue
        ahead = True if future is None and is_stay(phrase, tree, predicate) else future
        when = resolve_in_tense(phrase, published, future=ahead, anchor=anchor, told=told.get(phrase.start))
        if when is None and phrase.rule == "shift" and not is_bound(phrase, tree):
            when = _count_from_neighbour(phrase, phrases, published, future, told)
        if when is None:
            vaguest = min(vaguest, steps) if _is_vague(phrase, tree) else vaguest
            continue
        if published and is_of_another(phrase, when, tree, predicate, published, future):
            continue
        if (when := _through_noun(phrase, when, tree, predicate, _now(when, published, anchor, told))) is None:
            continue
        key = ("of_series" in phrase.values, steps, (when.latest - when.earliest).days, phrase.start)
        if best is None or key < best[0]:
            best = key, when
    # "In past weeks, one of them on Friday": what hangs nearer says when, if only vaguely.
    if best is None:
        since = _count_since(phrases, tree, predicate, published, anchor, told)
        return since or count_lasting(phrases, tree, predicate, anchor or published, told)
    if best[0][1] > vaguest or _recurs(best[1].span, phrases):
        return None
    whole = _with_further(best[1], phrases, tree, published, future, told)
    return _at_the_hour(whole, phrases, tree, predicate)


def _is_vague(phrase: DatePhrase, tree: Tree) -> bool:
    """Does it say when, though not on which days: "in recent weeks", "until Tuesday"?"""
    if phrase.values.get("lead") in ONE_SIDED:
        return True
    return phrase.rule in VAGUE and not describes(phrase, tree)


def _lasts_since(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """ "Since the start of the war in May": it dates the predicate, over however many nouns."""
    noun = noun_above(phrase, tree, predicate)
    return noun is not None and "since" in cases_of(noun, tree)


def _through_noun(phrase: DatePhrase, when: When, tree: Tree, predicate: Token, now: date | None) -> When | None:
    """What the date of a noun says of the predicate: "in a raid on Friday", "since its defeat in 1945"."""
    noun = noun_above(phrase, tree, predicate)
    beside = noun_beside(phrase, tree, predicate) if noun is None else noun
    cases = cases_of(beside, tree) if beside else set()
    if "since" in cases:
        return replace(when, latest=now) if now and when.earliest <= now else None
    if noun is None:
        return None if cases & APART else when
    # "Its 1991 borders", "the constitution of 1992": a year tells the one from the others.
    year_alone = phrase.rule in YEARS and "month" not in phrase.values
    long_after = "after" in cases and when.earliest != when.latest
    return None if year_alone or long_after or cases & (BEFORE | APART) else when


def _with_further(
    when: When,
    phrases: Sequence[DatePhrase],
    tree: Tree,
    published: date | None,
    future: bool | None,
    told: Mapping[int, Told],
) -> When:
    """The same, reaching over the days that are listed with it: "on Monday and Wednesday"."""
    whole = when
    for phrase in phrases:
        top = top_of(phrase, tree)
        above = tree.head(top) if top and top.relation == "conj" else None
        if above is None or not when.span.start <= above.start < when.span.end:
            continue
        other = resolve_in_tense(phrase, published, future=future, told=told.get(phrase.start))
        if other and other.earliest > whole.latest:
            whole = replace(when, value=f"{when.value}/{other.value}", latest=other.latest)
    return whole


def _count_since(
    phrases: Sequence[DatePhrase],
    tree: Tree,
    predicate: Token,
    published: date | None,
    anchor: date | None,
    told: Mapping[int, Told],
) -> When | None:
    """ "Since the war began in 2014": from then to the day of publication."""
    for clause in tree.children(predicate, "advcl"):
        if not any(mark.lemma == "since" for mark in tree.children(clause, "mark", "case")):
            continue
        when = choose_time(phrases, tree, clause, published, future=False, anchor=anchor, told=told)
        now = _now(when, published, anchor, told) if when else None
        if when and now and when.earliest <= now:
            return replace(when, latest=now)
    return None


def _now(when: When, published: date | None, anchor: date | None, told: Mapping[int, Told]) -> date | None:
    """Up to which day "since" lasts; a history does not say."""
    here = told.get(when.span.start)
    return anchor or (None if here and here.standpoint.telling else published)


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
    phrase: DatePhrase,
    phrases: Sequence[DatePhrase],
    published: date | None,
    future: bool | None,
    told: Mapping[int, Told],
) -> When | None:
    """ "Two days earlier" counts from the date that stands before it in the claim."""
    for other in reversed([each for each in phrases if each.end <= phrase.start]):
        base = resolve(other, published, future=future, told=told.get(other.start))
        if base and base.earliest == base.latest:
            return resolve(phrase, published, anchor=base.earliest)
    return None


def _at_the_hour(when: When, phrases: Sequence[DatePhrase], tree: Tree, predicate: Token) -> When:
    """The same, with the clock time that hangs on the same predicate."""
    if when.earliest != when.latest or "T" in when.value:
        return when
    for phrase in phrases:
        if phrase.rule == "clock" and count_nouns_between(phrase, tree, predicate) is not None:
            timex = count_time("clock", phrase.values, Standpoint(when.earliest))
            return replace(when, value=timex.value) if timex else when
    return when

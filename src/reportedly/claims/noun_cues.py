"""Nouns that hold what was said: "X's claim that P", "reports of P"."""

from collections.abc import Iterator

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import SUBJECTS, Page, case_of
from reportedly.claims.voices import Voice, is_second_hand, mention_span, paths_from
from reportedly.model.annotation import Token
from reportedly.model.span import Span


def by_noun(page: Page) -> Iterator[Attribution]:
    """ "X's claim that P", "reports of P", "reports that P"."""
    tree, nouns = page.tree, page.words["nouns"]
    for noun in page.found.tokens:
        if noun.pos != "NOUN" or noun.lemma not in nouns["content"] or _is_disputed(page, noun):
            continue
        above = tree.head(noun)
        holding = (
            tree.children(above, "ccomp")
            if above is not None and above.lemma == "have" and noun.relation == "obj"
            else []
        )
        clauses = [c for c in (*tree.children(noun, "acl", "ccomp"), *holding) if _is_that_clause(page, c)]
        things = [c for c in tree.children(noun, "nmod", "acl") if case_of(tree, c) in nouns["of"].get(noun.lemma, ())]
        if noun.lemma in nouns["unspecified"] and not _is_told(page, noun):
            things = []
        things += [each for each in tree.children(noun, "conj") if things and each.pos == "NOUN"]
        if not clauses and not (things and _is_happening(things[0])):
            continue
        content = frozenset(each.index for part in (clauses or things) for each in tree.subtree(part))
        cue = Span(start=noun.start, end=noun.end, text=noun.text)
        owner = tree.child(noun, "nmod:poss") or next(
            (c for c in tree.children(noun, "nmod") if case_of(tree, c) in ("from", "by")), None
        )
        words = frozenset(each.index for each in tree.subtree(noun)) - content
        owner = owner or _owner_above(page, noun)
        if owner is not None and not is_second_hand(owner):
            paths = paths_from(page, None, owner, cue, f"whose {noun.text} it is")
        elif noun.lemma in nouns["unspecified"] and "Number=Plur" in noun.features:
            paths = (
                (Voice(head=noun, span=mention_span(page, noun), cue=cue, because="nobody is named as the source"),),
            )
        else:
            continue
        yield Attribution(cue=noun, manner=Manner.SAY, paths=paths, content=content, words=words)


def by_apposition(page: Page) -> Iterator[Attribution]:
    """ "P, a claim that the Kremlin denies": the Kremlin's word, on what was just said."""
    tree = page.tree
    for noun in page.found.tokens:
        if noun.lemma not in (*page.words["nouns"]["reference"], "charge") or noun.relation not in (
            "appos",
            "obl:npmod",
            "dep",
        ):
            continue
        for verb in tree.children(noun, "acl:relcl", "acl"):
            holder = tree.child(verb, "nsubj") or tree.child(verb, "obl:agent")
            if holder is None or holder.text.lower() in ("that", "which") or is_second_hand(holder):
                continue
            if verb.lemma not in page.words["deny"]:
                continue
            cue = Span(start=verb.start, end=verb.end, text=verb.text)
            paths = paths_from(page, None, holder, cue, f"who {verb.text} what was just said")
            content = frozenset(each.index for each in tree.subtree(noun))
            yield Attribution(
                cue=verb, manner=Manner.DENY, paths=paths, content=content, words=frozenset(), reference=True
            )


def _is_told(page: Page, noun: Token) -> bool:
    """ "with reports of P", "there were rumours of P": told as such; "spreading rumours of P" tells nothing of P."""
    verb = page.tree.head(noun)
    if noun.relation in ("obl", "nmod"):
        return case_of(page.tree, noun) in ("with", "amid", "after", "following", "despite", "on", "according to")
    return verb is not None and verb.lemma in (
        "be",
        "emerge",
        "come",
        "surface",
        "receive",
        "hear",
        "cite",
        "mount",
        "circulate",
    )


def _is_disputed(page: Page, noun: Token) -> bool:
    """ "X's claim that P is false", "rejected claims that P": the one who disputes speaks, of P."""
    verb = page.tree.head(noun)
    if verb is None:
        return False
    predicate = page.tree.child(verb, "xcomp")
    untrue = predicate is not None and predicate.lemma in page.words["hearsay"]["untrue"]
    framed = noun.relation == "obj" and verb.lemma in page.words["frames"]["as"]
    return framed or verb.lemma in page.words["deny"] or (noun.relation in SUBJECTS and untrue) or verb.lemma == "cast"


def _is_that_clause(page: Page, clause: Token) -> bool:
    marks = [each.text.lower() for each in page.tree.children(clause, "mark", "nsubj")]
    return "that" in marks or (clause.relation == "ccomp" and page.tree.child(clause, *SUBJECTS) is not None)


def _is_happening(noun: Token) -> bool:
    return noun.pos in ("NOUN", "VERB") and noun.text[:1].islower()


def _owner_above(page: Page, noun: Token) -> Token | None:
    """ "X has proof that P", "X cited rumours that P": whose it is by the verb above."""
    verb = page.tree.head(noun)
    if noun.relation == "obj" and verb is not None and verb.lemma == "have" and noun.lemma == "intelligence":
        return noun
    return None

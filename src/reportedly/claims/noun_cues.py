"""Nouns that hold what was said: "X's claim that P", "reports of P"."""

from collections.abc import Iterator, Sequence

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.disputed_cues import is_disputed
from reportedly.claims.outlets import is_told_as_outlet
from reportedly.claims.page import SUBJECTS, Page, case_of
from reportedly.claims.relays import paths_from
from reportedly.claims.subjects import subject_of
from reportedly.claims.voices import Path, Voice, is_second_hand, mention_span
from reportedly.model.annotation import Token
from reportedly.model.span import Span


def by_noun(page: Page) -> Iterator[Attribution]:
    """ "X's claim that P", "reports of P", "reports that P"."""
    tree, nouns = page.tree, page.words["nouns"]
    for noun in page.found.tokens:
        if noun.pos != "NOUN" or noun.lemma not in nouns["content"] or is_disputed(page, noun):
            continue
        above = tree.head(noun)
        holding = (
            tree.children(above, "ccomp")
            if above is not None and above.lemma == "have" and noun.relation == "obj"
            else []
        )
        clauses = [c for c in (*tree.children(noun, "acl", "ccomp"), *holding) if _is_that_clause(page, c)]
        clauses = clauses or _astray(page, noun)
        things = [c for c in tree.children(noun, "nmod", "acl") if case_of(tree, c) in nouns["of"].get(noun.lemma, ())]
        if noun.lemma in nouns["unspecified"] and not _is_told(page, noun):
            things = []
        things += [each for each in tree.children(noun, "conj") if things and each.pos == "NOUN"]
        if things and things[0].lemma in nouns["content"] and _owner(page, things[0], []) is not None:
            continue  # "X's account of Y's confession that P": told where the confession is
        if not clauses and not (things and _is_happening(things[0])):
            continue
        content = frozenset(each.index for part in (clauses or things) for each in tree.subtree(part))
        cue = Span(start=noun.start, end=noun.end, text=noun.text)
        words = frozenset(each.index for each in tree.subtree(noun)) - content
        owner = _owner(page, noun, clauses) or _owner_above(page, noun)
        if owner is not None and not is_second_hand(owner):
            own = paths_from(page, None, owner, cue, f"whose {noun.text} it is")
            before = _published(page, noun)
            paths = tuple((*outer, *path) for outer in before or [()] for path in own)
            if before and above is not None:
                words |= frozenset(each.index for each in tree.subtree(above, tree.children(above, "conj"))) - content
        elif noun.lemma in nouns["unspecified"] and "Number=Plur" in noun.features:
            paths = (
                (Voice(head=noun, span=mention_span(page, noun), cue=cue, because="nobody is named as the source"),),
            )
        else:
            continue
        yield Attribution(cue=noun, manner=Manner.SAY, paths=paths, content=content, words=words)


def _astray(page: Page, noun: Token) -> list[Token]:
    """ "the testimony of a nurse | that P": the clause right behind the noun's phrase, wherever the tree has hung it."""
    tree = page.tree
    near = list(tree.children(noun, "nmod", "nmod:poss"))
    above = tree.head(noun)
    hung = [*(tree.children(above, "ccomp") if above is not None and noun.relation == "obj" else [])]
    hung += [each for owner in near for each in tree.children(owner, "acl:relcl", "acl", "ccomp")]
    if noun.relation == "nmod" and above is not None and (verb := tree.head(above)) is not None:
        hung += tree.children(verb, "ccomp")  # "carried an account of a confession that P"
    found = []
    for clause in hung:
        words = tree.subtree(clause)
        own = [each for each in tree.children(clause, *SUBJECTS) if each.text.lower() not in ("that", "which", "who")]
        phrase = {each.index for each in tree.subtree(noun, [clause])}
        behind = words[0].index - 1 in phrase or page.found.tokens[words[0].index - 1].text == ","
        inside = any(
            index > noun.index and page.found.tokens[index].lemma in page.words["nouns"]["content"] for index in phrase
        )
        if words[0].text.lower() == "that" and own and behind and not inside:
            found.append(clause)
    return found


def _owner(page: Page, noun: Token, clauses: Sequence[Token]) -> Token | None:
    tree = page.tree
    if (owner := tree.child(noun, "nmod:poss")) is not None:
        return owner
    cases = ("from", "by", "of") if clauses and noun.lemma in page.words["nouns"]["owned"] else ("from", "by")
    return next((each for each in tree.children(noun, "nmod") if case_of(tree, each) in cases), None)


def _published(page: Page, noun: Token) -> list[Path]:
    """ "Reuters has published X's admission that P": Reuters carries it; "X's account of Y's confession": so does X."""
    tree, verb = page.tree, page.tree.head(noun)
    if verb is None:
        return []
    if noun.relation == "nmod" and verb.lemma in page.words["nouns"]["content"]:
        holder = _owner(page, verb, [])
        if holder is None or is_second_hand(holder):
            return []
        cue = Span(start=verb.start, end=verb.end, text=verb.text)
        own = paths_from(page, None, holder, cue, f"whose {verb.text} it is")
        return [(*outer, *path) for outer in _published(page, verb) or [()] for path in own]
    if verb.lemma not in page.words["publishing"]:
        return []
    passive = tree.child(verb, "obl:agent")
    carrier = passive if noun.relation == "nsubj:pass" else subject_of(tree, verb) if noun.relation == "obj" else None
    if carrier is None or not is_told_as_outlet(page, carrier):
        return []
    cue = Span(start=verb.start, end=verb.end, text=verb.text)
    talk = [each for each in _talks(page, verb) if each.index > noun.index]
    outer = Voice(head=carrier, span=mention_span(page, carrier), cue=cue, because="it publishes what is said")
    inner = [Voice(head=each, span=mention_span(page, each), cue=cue, because="it is said there") for each in talk[:1]]
    return [(outer, *inner)]


def _talks(page: Page, verb: Token) -> list[Token]:
    """ "cited X's insistence, in an interview with Y, that P"."""
    return [
        partner
        for talk in page.tree.children(verb, "obl")
        if talk.lemma in page.words["addressee"]["talk"]
        for partner in page.tree.children(talk, "nmod")
        if case_of(page.tree, partner) in ("with", "to") and is_told_as_outlet(page, partner)
    ]


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

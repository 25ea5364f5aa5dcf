"""Words that call something said untrue: "X's claim that P is false", "it is not true that P"; whoever says so denies P."""

from collections.abc import Iterator

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.contents import clause_words
from reportedly.claims.frames import told_of
from reportedly.claims.page import SUBJECTS, VERBS, Page, is_negated
from reportedly.claims.relays import paths_from
from reportedly.claims.subjects import subject_of
from reportedly.claims.voices import Path, is_second_hand
from reportedly.model.annotation import Token

_NOBODY: tuple[Path, ...] = ((),)
"""No voice of its own: whoever says the sentence denies, the outlet if nobody else does."""


def by_dispute(page: Page) -> Iterator[Attribution]:
    """ "X's claim that P does not correspond to reality", "X called reports that P a lie", "it is not true that P"."""
    for noun in page.found.tokens:
        if noun.pos == "NOUN" and noun.lemma in page.words["nouns"]["content"]:
            yield from _of_claim(page, noun)
    for verb in page.found.tokens:
        if verb.lemma == "be" and verb.pos in VERBS:
            yield from _of_clause(page, verb)


def is_disputed(page: Page, noun: Token) -> bool:
    """ "X's claim that P is false", "rejected claims that P": the one who disputes speaks, of P."""
    verb = page.tree.head(noun)
    if verb is None:
        return False
    framed = noun.relation == "obj" and verb.lemma in page.words["frames"]["as"]
    if framed or verb.lemma in page.words["deny"] or verb.lemma == "cast" or _is_fake(page, noun):
        return True
    return bool(_called_so(page, noun, verb)) or (noun.relation in SUBJECTS and says_untrue(page, verb))


def says_untrue(page: Page, verb: Token) -> bool:
    """ "is false", "is not true", "does not correspond to reality", "contradicts the facts", "has nothing to do with reality"."""
    tree, words = page.tree, page.words["hearsay"]
    below = tree.children(verb, "obj", "obl", "xcomp", "advmod")
    negated = is_negated(tree, verb)
    if verb.lemma == "be":
        # "Is incorrect", "are a complete lie", "are not true".
        return any(each.lemma in (words["true"] if negated else words["untrue"]) for each in below)
    facts = any(each.lemma in words["reality"] for part in below for each in tree.subtree(part))
    if verb.lemma in words["fits"]:
        return facts and negated
    if verb.lemma in words["strays"]:
        return facts and not negated
    empty = any(each.lemma in ("nothing", "no", "little") for part in below for each in tree.subtree(part))
    return facts and empty and verb.lemma in ("have", "bear")


def _of_claim(page: Page, noun: Token) -> Iterator[Attribution]:
    verb = page.tree.head(noun)
    said = told_of(page, noun)
    if verb is None or said is None:
        return
    content = frozenset(each.index for each in page.tree.subtree(said))
    verdict = _called_so(page, noun, verb)
    if verdict:
        holder = subject_of(page.tree, verb)
        if holder is None or is_second_hand(holder):
            return
        cue = page.tree.span([verb])
        paths = paths_from(page, verb, holder, cue, f"who {verb.text} it untrue")
    elif noun.relation in SUBJECTS and said.index < verb.index and says_untrue(page, verb):
        paths = _NOBODY
    elif _is_fake(page, noun):
        whole = frozenset(each.index for each in page.tree.subtree(noun))
        yield Attribution(
            cue=noun, manner=Manner.DENY, paths=_NOBODY, content=content, words=whole - content, clause=whole
        )
        return
    else:
        return
    words = clause_words(page, verb, content) | verdict
    clause = frozenset(each.index for each in page.tree.subtree(noun)) | verdict
    if not verdict:
        clause |= words
    yield Attribution(cue=verb, manner=Manner.DENY, paths=paths, content=content - words, words=words, clause=clause)


def _is_fake(page: Page, noun: Token) -> bool:
    """ "False claims that P"."""
    untrue = page.words["hearsay"]["untrue"]
    return any(each.lemma in untrue for each in page.tree.children(noun, "amod", "compound"))


def _of_clause(page: Page, verb: Token) -> Iterator[Attribution]:
    """ "It is a lie that P", "that P is untrue"."""
    tree = page.tree
    subject = tree.child(verb, *SUBJECTS, "expl")
    if subject is None or not says_untrue(page, verb):
        return
    if subject.text.lower() == "it":
        parts = [verb, *tree.children(verb, "xcomp")]
        clauses = [each for part in parts for each in tree.children(part, "ccomp", "csubj", "acl", "acl:relcl")]
        clauses = [each for each in clauses if each.index > verb.index]
    else:
        clauses = [subject] if subject.relation.startswith("csubj") else []
    for that in clauses[:1]:
        first, *rest = tree.subtree(that)
        if first.text.lower() == "that" and rest:
            content = frozenset(each.index for each in rest)
            words = clause_words(page, verb, content)
            clause = content | words | {first.index}
            yield Attribution(cue=verb, manner=Manner.DENY, paths=_NOBODY, content=content, words=words, clause=clause)


def _called_so(page: Page, noun: Token, verb: Token) -> frozenset[int]:
    """Indices of "a lie" in "called reports that P a lie", wherever the parser hung it; empty if it is not called so."""
    if verb.lemma not in page.words["frames"]["predicate"] or noun.relation not in ("obj", "xcomp", "ccomp"):
        return frozenset()
    behind = [each for each in page.tree.subtree(verb) if each.index > noun.index and each.pos != "PUNCT"]
    if not behind or behind[-1].lemma not in page.words["hearsay"]["untrue"]:
        return frozenset()
    own = [behind[-1], *page.tree.children(behind[-1], "det", "amod", "advmod")]
    return frozenset(each.index for each in own)

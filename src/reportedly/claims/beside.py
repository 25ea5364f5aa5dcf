"""What a cue is set beside: "P, X said" and "P, X said, Q"."""

from collections.abc import Iterator, Sequence

from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page
from reportedly.claims.subjects import own_subject, trailing_phrase
from reportedly.model.annotation import Token


def find_around(page: Page, verb: Token) -> frozenset[int]:
    """ "P, X said" and "P, X said, Q": the rest of the sentence around a cue that is set off by punctuation."""
    subject = own_subject(page.tree, verb)
    if (
        subject is None
        or subject.text.lower() in ("who", "which", "that")
        or page.tree.child(verb, "mark")
        or _complement_after(page, verb)
    ):
        return frozenset()
    start, end = _clause_limits(page, verb, subject)
    sentence = _stretch(page, verb)
    within = page.quote(verb)
    if within is not None:
        sentence = [each for each in sentence if each.index in page.quote_tokens[within]]
    before = [each for each in sentence if each.index < start]
    after = [each for each in sentence if each.index > end]
    if not before or before[-1].pos != "PUNCT" or _is_relative(page, verb):
        return frozenset()
    circumstances = {each.index for each in _circumstances(page, verb)}
    before_own = [each for each in before if each.index not in circumstances and each.pos != "PUNCT"]
    goes_on = bool(after) and after[0].text in (",", "—", "–", "-") and _is_clausal(page, verb, after)
    whole = any(each.pos in VERBS for each in before_own) or sum(each.pos in NOUNS for each in before_own) >= 3
    if not goes_on and not whole:
        return frozenset()
    return frozenset(each.index for each in (*before, *(after if goes_on else ())))


def _clause_limits(page: Page, verb: Token, subject: Token) -> tuple[int, int]:
    """Indices of the first and the last word of "X said on Tuesday in Kyiv"."""
    tree = page.tree
    own = {each.index for each in (*(trailing_phrase(tree, verb) or tree.subtree(subject)), verb)}
    for child in tree.children(
        verb, "aux", "aux:pass", "advmod", "obl", "obl:npmod", "iobj", "obj", "compound:prt", "obl:agent"
    ):
        own |= {each.index for each in tree.subtree(child)}
    first = last = verb.index
    while first - 1 in own and page.found.tokens[first - 1].sentence == verb.sentence:
        first -= 1
    while last + 1 in own:
        last += 1
    return first, last


def _stretch(page: Page, verb: Token) -> list[Token]:
    """The part of the sentence between semicolons in which `verb` stands."""
    sentence = page.sentences[verb.sentence]
    cuts = [each.index for each in sentence if each.text == ";"]
    first = max((cut for cut in cuts if cut < verb.index), default=-1)
    last = min((cut for cut in cuts if cut > verb.index), default=sentence[-1].index + 1)
    return [each for each in sentence if first < each.index < last]


def _is_relative(page: Page, verb: Token) -> bool:
    """ "losses for which Baku blamed Yerevan": a clause about a noun, not a cue set beside a sentence."""
    return any(
        each.text.lower() in ("which", "whom", "whose", "who", "where", "when")
        and next((above for above in page.tree.ancestors(each) if above.pos in VERBS), None) is verb
        for child in page.tree.children(verb)
        for each in page.tree.subtree(child)
        if each.index < verb.index
    )


def _circumstances(page: Page, verb: Token) -> Iterator[Token]:
    """ "After two days in Geneva, X said": what stands before a cue and is said of the speaking."""
    for child in page.tree.children(verb, "obl", "obl:npmod", "advmod", "cc", "advcl"):
        if child.relation != "advcl" or page.tree.child(child, *SUBJECTS) is None:
            yield from page.tree.subtree(child)


def _is_clausal(page: Page, verb: Token, after: Sequence[Token]) -> bool:
    """Does the sentence's own clause go on, rather than something said of the speaking?"""
    circumstances = {
        each.index
        for child in page.tree.children(verb, "advcl", "acl:relcl", "acl")
        for each in page.tree.subtree(child)
    }
    return any(
        each.pos in VERBS
        and each.index not in circumstances
        and (page.tree.child(each, *SUBJECTS) is not None or each.relation in ("root", "ccomp"))
        and "VerbForm=Ger" not in each.features
        and each.lemma not in page.words["say"]
        for each in after
    )


def _complement_after(page: Page, verb: Token) -> bool:
    """Does the cue take its object after itself?"""
    return any(child.index > verb.index and child.relation in ("ccomp", "xcomp") for child in page.tree.children(verb))

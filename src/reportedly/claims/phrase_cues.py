"""Phrases, adverbs and whole sentences that attribute: "according to X", "allegedly", "This was said by X"."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page, case_of
from reportedly.claims.voices import Voice, is_second_hand, paths_from
from reportedly.model.annotation import SentenceRole, Token
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon

_LONGEST_LABEL_WORDS = 12
"""A name with its office, before a colon."""


def by_saying_so(page: Page) -> Iterator[Attribution]:
    """ "P. The institute said this in a note": the sentence before is the institute's."""
    tree = page.tree
    for number, sentence in page.sentences.items():
        verb = next(
            (each for each in sentence if each.lemma in ("say", "state", "announce", "report") and each.pos in VERBS),
            None,
        )
        what = tree.child(verb, "obj") if verb is not None else None
        holder = tree.child(verb, "nsubj") if verb is not None else None
        before = page.sentences.get(number - 1)
        if verb is None or what is None or holder is None or before is None or is_second_hand(holder):
            continue
        if what.text.lower() not in ("this", "so") or page.found.sentences[number - 1].role is not SentenceRole.BODY:
            continue
        content = frozenset(each.index for each in before)
        words = frozenset(each.index for each in sentence)
        paths = paths_from(page, verb, holder, tree.span([verb]), "it says so of the sentence before")
        yield Attribution(cue=verb, manner=Manner.SAY, paths=paths, content=content, words=words)


def by_according(page: Page) -> Iterator[Attribution]:
    """ "according to X, P", "P, per X", "in X's view, P"."""
    tree = page.tree
    for token in page.found.tokens:
        if token.pos not in NOUNS or token.relation not in ("obl", "nmod", "obl:npmod"):
            continue
        case = case_of(tree, token)
        if case.startswith("according to") or case == "per":
            holder: Token | None = token
        elif case == "in" and token.lemma in page.words["prepositional"]["nouns"]:
            holder = tree.child(token, "nmod:poss") or next(
                (c for c in tree.children(token, "nmod") if case_of(tree, c) == "of"), None
            )
        else:
            continue
        verb = next((each for each in tree.ancestors(token) if each.pos in VERBS or each.relation == "root"), None)
        if holder is None or verb is None or is_second_hand(holder) or not _can_be_gone_by(page, holder):
            continue
        apposition = _with_apposition(page, token)
        words = frozenset(
            each.index
            for each in tree.subtree(
                token, [c for c in tree.subtree(token) if c.relation == "acl:relcl" and _holds_cue(page, c)]
            )
        )
        if apposition:
            # The tree may hang the claim's own subject on the apposition: what comes after its comma is the claim's.
            words = frozenset(index for index in words if index <= max(apposition)) | apposition
        content = _governed(page, token, verb, words)
        cue = page.tree.span([each for each in tree.children(token, "case") if each.index < token.index] or [token])
        paths = paths_from(page, None, holder, cue, f"{cue.text!r} names the source")
        yield Attribution(cue=token, manner=Manner.SAY, paths=paths, content=content - words, words=words)


def _can_be_gone_by(page: Page, holder: Token) -> bool:
    """Is it somebody or a paper, and not a rule or a plan that is followed: "according to the law"?"""
    if holder.pos != "NOUN":
        return True
    types = lexicon(page.document.language or "en", "source")["types"]
    names = {holder.lemma, holder.text.lower()}
    return any(names & set(nouns) for nouns in types.values()) or page.holds(
        [each.index for each in page.tree.subtree(holder)], "PROPN"
    )


def _with_apposition(page: Page, token: Token) -> frozenset[int]:
    """ "According to Professor X, a jurist from Lviv, P": the words between two commas that hold no verb."""
    sentence = page.sentences[token.sentence]
    subtree = page.tree.subtree(token)
    commas = [each.index for each in sentence if each.text == "," and each.index > token.index]
    if sentence[0].index < subtree[0].index - 1 or len(commas) < 2:
        return frozenset()
    if any(each.pos in VERBS for each in sentence if token.index < each.index < commas[0]):
        return frozenset()
    between = [each for each in sentence if commas[0] < each.index < commas[1]]
    rest = [each for each in sentence if each.index > commas[1]]
    if (
        not between
        or any(each.pos in VERBS for each in between)
        or between[0].pos not in ("DET", "PROPN", "NOUN", "PRON", "ADJ")
    ):
        return frozenset()
    if not any(each.pos in VERBS for each in rest):
        return frozenset()
    return frozenset(each.index for each in between) | {commas[0], commas[1]}


def _holds_cue(page: Page, verb: Token) -> bool:
    return verb.lemma in page.words["say"] and page.tree.child(verb, "ccomp") is not None


def _governed(page: Page, token: Token, verb: Token, words: frozenset[int]) -> frozenset[int]:
    """The clause that a prepositional source is set beside: the whole sentence unless it stands in a clause's middle."""
    sentence = page.sentences[token.sentence]
    lead = [each for each in sentence if each.index < min(words) and each.pos not in ("PUNCT", "CCONJ", "ADV")]
    trail = [each for each in sentence if each.index > max(words) and each.pos != "PUNCT"]
    within = page.quote(token)
    below = frozenset(each.index for each in page.tree.subtree(verb))
    if within is not None:
        return below & page.quote_tokens[within]
    relative = next((each for each in (verb, *page.tree.ancestors(verb)) if each.relation == "acl:relcl"), None)
    if lead and trail and relative is not None:
        return frozenset(each.index for each in page.tree.subtree(relative))
    cut = {
        each.index for each in sentence
        if each.relation == "acl:relcl" and each.head in words and _holds_cue(page, each) for each in page.tree.subtree(each)
    }  # fmt: skip
    return frozenset(each.index for each in sentence) - cut


def by_colon(page: Page) -> Iterator[Attribution]:
    """ "Zelensky: P", "Mash: P": a bare name before a colon."""
    for sentence in page.sentences.values():
        colon = next((number for number, each in enumerate(sentence) if each.text == ":"), None)
        if colon is None or not 1 <= colon <= _LONGEST_LABEL_WORDS:
            continue
        rest = sentence[colon + 1 :]
        label = list(dropwhile(lambda each: each.pos == "PUNCT", sentence[:colon]))  # "* * * President X: P"
        if not label or any(each.pos in VERBS for each in label) or not any(each.pos in VERBS for each in rest):
            continue
        head = next((each for each in label if each.head not in {other.index for other in label}), label[-1])
        if not _names_somebody(page, head, label):
            continue
        words = frozenset(each.index for each in sentence[: colon + 1])
        span = page.span(label)
        voice = Voice(head=head, span=span, cue=None, because="the name stands before a colon")
        content = frozenset(each.index for each in rest)
        yield Attribution(cue=head, manner=Manner.SAY, paths=((voice,),), content=content, words=words)


def _names_somebody(page: Page, head: Token, label: Sequence[Token]) -> bool:
    """Is this a person or a body, rather than a topic ("Kherson: two dead") or a heading?"""
    known = page.profile.known(page.span(label).text)
    if page.is_outlet(page.span(label).text) or known is not None:
        return True
    types = lexicon(page.document.language or "en", "source")["types"]
    if any(
        each.lemma in nouns
        for each in label
        for kind, nouns in types.items()
        if kind in ("official", "military", "institution")
    ):
        return True
    comma = next((number for number, each in enumerate(label) if each.text == ","), len(label))
    name = label[:comma]  # "Oleksandr Prokudin, head of the region: P"
    return all(each.pos in ("PROPN", "PUNCT") for each in name) and any(
        each.endswith("PERSON") for token in name for each in token.features if each.startswith("Entity=")
    )


def by_hearsay(page: Page) -> Iterator[Attribution]:
    """ "allegedly P", "X is believed to P": attributed, and to nobody."""
    tree, words = page.tree, page.words["hearsay"]
    for token in page.found.tokens:
        head = tree.head(token)
        if token.text.lower() in words["adverbs"] and head is not None:
            clause = (
                head
                if head.pos in VERBS
                else next((e for e in tree.ancestors(token) if e.pos in VERBS or e.relation == "root"), head)
            )
            below = frozenset(each.index for each in tree.subtree(clause)) - {token.index}
            obj = tree.child(clause, "obj")
            if clause.relation == "acl" and obj is not None and clause.lemma in ("show", "depict"):
                below = frozenset(each.index for each in tree.subtree(obj))
            yield _hearsay(page, token, below, frozenset({token.index}))
        elif (
            token.lemma in words["passives"]
            and tree.child(token, "aux:pass") is not None
            and tree.child(token, "xcomp") is not None
        ):
            below = frozenset(each.index for each in tree.subtree(token))
            yield _hearsay(page, token, below, frozenset())


def _hearsay(page: Page, token: Token, content: frozenset[int], words: frozenset[int]) -> Attribution:
    word = Span(start=token.start, end=token.end, text=token.text)
    voice = Voice(head=None, span=word, cue=word, because="hearsay: nobody is named as the source")
    return Attribution(cue=token, manner=Manner.HEARSAY, paths=((voice,),), content=content, words=words)


def by_reference(page: Page) -> Iterator[Attribution]:
    """ "P. This was reported by X": the sentence before is X's."""
    tree = page.tree
    for number, sentence in page.sentences.items():
        pronoun = next((each for each in sentence if each.relation in SUBJECTS), None)
        root = next((each for each in sentence if each.relation == "root"), None)
        if (
            root is None
            or pronoun is None
            or pronoun.head != root.index
            or pronoun.text.lower() not in ("this", "that", "it")
        ):
            continue
        agent = (
            tree.child(root, "obl:agent")
            if root.lemma in page.words["say"] and tree.child(root, "ccomp") is None
            else None
        )
        if root.lemma == "be" and tree.child(root, "xcomp") is None and pronoun.text.lower() != "it":
            agent = next((each for each in sentence if case_of(tree, each).startswith("according to")), None)
        before = page.sentences.get(number - 1)
        if agent is None or before is None or page.found.sentences[number - 1].role is not SentenceRole.BODY:
            continue
        cue = page.tree.span([root])
        words = frozenset(each.index for each in sentence)
        content = frozenset(each.index for each in before)
        yield Attribution(
            cue=root,
            manner=Manner.SAY,
            paths=paths_from(page, root, agent, cue, "it says so of the sentence before"),
            content=content,
            words=words,
        )

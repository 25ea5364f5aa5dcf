"""Phrases, adverbs and whole sentences that attribute: "according to X", "allegedly", "This was said by X"."""

from collections.abc import Iterator

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page, case_of, is_negated
from reportedly.claims.relays import behind_vehicle, paths_from
from reportedly.claims.voices import Voice, is_second_hand
from reportedly.model.annotation import SentenceRole, Token
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon


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
        if holder is None or verb is None or is_second_hand(holder) or not can_be_gone_by(page, holder):
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


def can_be_gone_by(page: Page, holder: Token) -> bool:
    """Is it somebody or a paper, and not a rule or a plan that is followed: "according to the law"?"""
    if holder.pos != "NOUN":
        return True
    if holder.lemma in page.words["nouns"]["vehicle"] and behind_vehicle(page, holder) is not holder:
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
    reported = next((each for each in (verb, *page.tree.ancestors(verb)) if _follows_that(page, each, token)), None)
    if reported is not None:
        return frozenset(each.index for each in page.tree.subtree(reported))
    relative = next((each for each in (verb, *page.tree.ancestors(verb)) if each.relation == "acl:relcl"), None)
    if lead and trail and relative is not None:
        return frozenset(each.index for each in page.tree.subtree(relative))
    cut = {
        each.index for each in sentence
        if each.relation == "acl:relcl" and each.head in words and _holds_cue(page, each) for each in page.tree.subtree(each)
    }  # fmt: skip
    return frozenset(each.index for each in sentence) - cut


def _follows_that(page: Page, clause: Token, token: Token) -> bool:
    """ "X writes that, according to Y, P": both say P, and Y does not say that X writes it."""
    mark = page.tree.child(clause, "mark")
    above = page.tree.head(clause)
    return (
        clause.relation == "ccomp"
        and mark is not None
        and mark.text.lower() == "that"
        and mark.index + 3 >= min(each.index for each in page.tree.subtree(token))
        and mark.index < token.index < clause.index
        and above is not None
        and above.lemma in page.words["say"]
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
            and tree.child(token, "obl:agent") is None
            and not is_negated(tree, token)
        ):
            subject = tree.child(token, *SUBJECTS, "expl")
            reported = tree.child(token, "ccomp")
            if tree.child(token, "xcomp") is not None:
                below = frozenset(each.index for each in tree.subtree(token, _sources_named(page, token)))
                yield _hearsay(page, token, below, frozenset())
            elif reported is not None and subject is not None and _is_nobodys(page, token, subject):
                below = frozenset(each.index for each in tree.subtree(reported))
                own = frozenset(each.index for each in tree.children(token, "aux", "aux:pass", "advmod"))
                yield _hearsay(page, token, below, own | {token.index, subject.index})


def _is_nobodys(page: Page, verb: Token, subject: Token) -> bool:
    """ "It is believed that P"; "it was reported that P" is a verb of saying without its agent, told elsewhere."""
    expletive = subject.text.lower() == "it" and subject.index < verb.index
    return expletive and verb.lemma not in page.words["say"]


def _sources_named(page: Page, token: Token) -> list[Token]:
    """ "According to X, they are thought to be trapped": X's phrase is no part of what is thought."""
    return [
        each for each in page.tree.children(token, "obl") if case_of(page.tree, each).startswith(("according", "per"))
    ]


def _hearsay(page: Page, token: Token, content: frozenset[int], words: frozenset[int]) -> Attribution:
    word = Span(start=token.start, end=token.end, text=token.text)
    voice = Voice(head=None, span=word, cue=word, because="hearsay: nobody is named as the source")
    return Attribution(cue=token, manner=Manner.HEARSAY, paths=((voice,),), content=content, words=words)


def by_reference(page: Page) -> Iterator[Attribution]:
    """ "P. This was reported by X": the sentence before is X's; "…, an agency writes" makes the agency relay it."""
    tree = page.tree
    for number, sentence in page.sentences.items():
        root = next((each for each in sentence if each.relation == "root"), None)
        before = page.sentences.get(number - 1)
        if root is None or before is None or page.found.sentences[number - 1].role is not SentenceRole.BODY:
            continue
        inner = next((each for each in tree.children(root, "ccomp") if each.index < root.index), None)
        verb = inner if inner is not None and root.lemma in page.words["say"] else root
        agent = _referring_agent(page, verb)
        if agent is None:
            continue
        cue = page.tree.span([verb])
        paths = paths_from(page, verb, agent, cue, "it says so of the sentence before")
        relay = tree.child(root, "nsubj") if verb is not root else None
        if relay is not None and not is_second_hand(relay):
            outer = paths_from(page, None, relay, page.tree.span([root]), "it carries what is said so")
            paths = tuple((*one, *path) for one in outer for path in paths)
        words = frozenset(each.index for each in sentence)
        content = frozenset(each.index for each in before)
        yield Attribution(cue=verb, manner=Manner.SAY, paths=paths, content=content, words=words)


def _referring_agent(page: Page, verb: Token) -> Token | None:
    """Whose word the sentence before is by this verb: "this was reported by X", "the relevant statement was made by X"."""
    tree = page.tree
    subject = tree.child(verb, *SUBJECTS)
    if subject is None:
        return None
    pointed = {"relevant", "corresponding", "respective"} & {each.lemma for each in tree.children(subject, "amod")}
    if verb.lemma == "make" and subject.lemma in page.words["nouns"]["reference"] and pointed:
        return tree.child(verb, "obl:agent")
    if subject.text.lower() not in ("this", "that", "it"):
        return None
    if verb.lemma in page.words["say"] and tree.child(verb, "ccomp") is None:
        return tree.child(verb, "obl:agent")
    if verb.lemma == "be" and tree.child(verb, "xcomp") is None and subject.text.lower() != "it":
        sentence = page.sentences[verb.sentence]
        return next((each for each in sentence if case_of(tree, each).startswith("according to")), None)
    return None

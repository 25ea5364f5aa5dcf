"""Verbs that bring in what somebody has said: "X said that P", "P, X said", "X was quoted by Y as saying P"."""

from collections.abc import Iterator

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.contents import clause_words, find_content, iterate_verbs
from reportedly.claims.page import NOUNS, SUBJECTS, VERBS, Page, case_of, is_negated
from reportedly.claims.relays import citing_clauses, is_passive, paths_from, quoted_paths
from reportedly.claims.subjects import coordinated_before, subject_of, trailing_phrase
from reportedly.claims.voices import Path, Voice, is_second_hand, mention_span
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon


def by_verb(page: Page) -> Iterator[Attribution]:
    """ "X said that P", "P, X said", "X accused Y of P", "X was quoted by Z as saying P"."""
    for verb in iterate_verbs(page):
        manner = _manner(page, verb)
        if manner is None or not _is_asserted(page, verb, manner):
            continue
        content = find_content(page, verb)
        if content is None:
            continue
        words = (
            frozenset()
            if content.reference
            else clause_words(page, verb, content.tokens) | (_relaying_words(page, verb) - content.tokens)
        )
        paths = _speakers(page, verb, content.form)
        citing = frozenset(each.index for clause in citing_clauses(page, verb) for each in page.tree.subtree(clause))
        # Whatever the tree hung them on: the layout tells that they are no part of what is said.
        aside = citing | frozenset(each.index for each in trailing_phrase(page.tree, verb))
        if (other := coordinated_before(page.tree, verb)) is not None:
            aside |= frozenset(each.index for each in page.tree.subtree(other))
        if not content.reference:
            words |= aside
            if _is_sentence_of(page, verb):
                words |= frozenset(each.index for each in page.sentences[verb.sentence]) - content.tokens
        if (
            manner is Manner.DENY
            and page.quote(page.found.tokens[min(content.tokens)]) is not None
            and page.quote(verb) is None
            and "quotation" in content.form
        ):
            manner = Manner.SAY
        if manner is Manner.ATTITUDE and not page.holds(content.tokens, *VERBS, "NOUN"):
            continue
        yield Attribution(
            cue=verb,
            manner=manner,
            paths=paths,
            content=content.tokens - aside,
            words=words,
            reference=content.reference,
        )


def _relaying_words(page: Page, verb: Token) -> frozenset[int]:
    """ "The station quoted a medic, who added that P": the quoting clause is no claim either."""
    holder = subject_of(page.tree, verb)
    relay = next((each for each in page.tree.ancestors(verb) if each.pos in VERBS), None)
    if holder is None or relay is None or not _relays(page, relay) or holder.sentence != relay.sentence:
        return frozenset()
    return frozenset(each.index for each in page.tree.subtree(relay, [verb]))


def _relays(page: Page, verb: Token) -> bool:
    """Does this verb pass words on: "quoted a soldier"; "carried" only if an outlet does it, flags are carried too."""
    if verb.lemma in ("quote", "cite"):
        return True
    carrier = subject_of(page.tree, verb)
    return (
        verb.lemma in page.words["relay"] and carrier is not None and page.is_outlet(mention_span(page, carrier).text)
    )


def _manner(page: Page, verb: Token) -> Manner | None:
    words, lemma = page.words, verb.lemma
    if (
        lemma == "learn"
        and (subject := subject_of(page.tree, verb)) is not None
        and page.is_outlet(mention_span(page, subject).text)
    ):
        return Manner.SAY
    if _says_nothing(page, verb):
        return None
    if lemma == "put" and any(case_of(page.tree, each) == "at" for each in page.tree.children(verb, "obl")):
        return Manner.SAY
    if page.tree.child(verb, "ccomp") is not None and _takes_stance(page, verb):
        return Manner.SAY if lemma == "make" else Manner.ATTITUDE
    target = page.tree.child(verb, "obj")
    if lemma in words["deny"] or (lemma in words["frames"]["doubt"] and target is not None and target.lemma == "doubt"):
        return Manner.DENY
    if _calls_untrue(page, verb):
        return Manner.DENY
    if lemma in words["attitude"] and page.tree.child(verb, "nsubj:pass") is None:
        return Manner.ATTITUDE
    if lemma in words["position"] and page.tree.child(verb, "ccomp") is None:
        return Manner.POSITION
    if lemma in words["say"]:
        return Manner.SAY
    if lemma in words["position"]:
        return Manner.POSITION
    if (
        lemma in words["show"]
        and (subject := subject_of(page.tree, verb)) is not None
        and {subject.lemma, subject.text.lower()}
        & {*page.words["nouns"]["vehicle"], "report", "document", "paper", "letter", "study"}
    ):
        return Manner.SAY
    return None


def _calls_untrue(page: Page, verb: Token) -> bool:
    """ "Denounced as fake reports that P"."""
    named = [each for each in page.tree.children(verb, "obl", "advmod", "advcl") if case_of(page.tree, each) == "as"]
    untrue = page.words["hearsay"]["untrue"]
    return verb.lemma in page.words["frames"]["as"] and any(
        part.lemma in untrue for each in named for part in (each, *page.tree.children(each, "amod", "compound"))
    )


_CONSEQUENCES = ("suggesting", "indicating", "implying", "revealing", "showing", "proving")
"""What follows from something, and nobody says: "troops left, suggesting that …"."""


def _is_sentence_of(page: Page, verb: Token) -> bool:
    """ "X Co., a top firm, announced that P": the parser makes the name the root and hangs the verb on it."""
    head = page.tree.head(verb)
    named = head is not None and head.relation == "root" and head.pos in ("PROPN", "NOUN")
    return named and verb.relation == "acl" and page.tree.child(verb, "ccomp") is not None


def _says_nothing(page: Page, verb: Token) -> bool:
    """ "continued the siege", "…, suggesting that P", "what it calls contact warfare": no speech in spite of the verb."""
    if verb.lemma == "continue" and not _follows_quotation(page, verb):
        return True
    if verb.text.lower() in _CONSEQUENCES and verb.relation in ("advcl", "acl"):
        return True
    return any(each.text.lower() == "what" for each in page.tree.children(verb, "obj", "nsubj", "det", "dep"))


def _follows_quotation(page: Page, verb: Token) -> bool:
    """ ""P," he continued": elsewhere what is continued is no speech."""
    near = page.found.tokens[max(0, verb.index - 8) : verb.index]
    return page.tree.child(verb, "obj", "xcomp") is None and any(page.quote(each) is not None for each in near)


def _takes_stance(page: Page, verb: Token) -> bool:
    """ "made clear that P", "is convinced that P"."""
    stances = page.words["stances"]
    predicates = page.tree.children(verb, "xcomp", "ccomp", "obj", "advmod")
    if verb.lemma == "make":
        return any(each.lemma in stances["made"] for each in predicates)
    return verb.lemma == "be" and any(each.lemma in stances["held"] for each in predicates)


def _is_asserted(page: Page, verb: Token, manner: Manner) -> bool:
    """Is it said that somebody did say it? Not "did not confirm", "could say", "to say"."""
    tree = page.tree
    if manner is not Manner.ATTITUDE and is_negated(tree, verb):
        return False
    if any(
        each.lemma in ("may", "might", "could", "would", "should", "must", "can", "will", "shall")
        for each in tree.children(verb, "aux")
    ):
        return False
    subject = subject_of(tree, verb)
    if subject is not None and tree.child(verb, "obl:agent") is None and not can_speak(page, subject, verb):
        return False
    if subject is not None and (
        is_second_hand(subject) or is_negated(tree, subject) or subject.lemma in ("nobody", "none", "neither")
    ):
        return False
    if any(each.text.lower() in ("if", "unless", "whether") for each in tree.children(verb, "mark")):
        return False
    participle = verb.relation in ("advcl", "acl") and {"VerbForm=Part", "Tense=Past"} <= verb.features
    asked = verb.lemma == "ask" and tree.child(verb, "obl:agent") is not None
    bare = asked or tree.child(verb, "aux", "obl:agent", *SUBJECTS) is None
    if participle and bare and not _is_sentence_of(page, verb) and not trailing_phrase(tree, verb):
        return False  # "Asked by Y whether P, X said": whoever asked is not X
    head = tree.head(verb)
    first = head if verb.relation == "conj" and head is not None and tree.child(verb, *SUBJECTS) is None else verb
    if first.relation == "xcomp" and head is not None and head.lemma in ("stop", "avoid", "refrain", "cease", "quit"):
        return False  # "stop suggesting that P"
    if (
        manner is Manner.ATTITUDE
        and verb.relation == "acl:relcl"
        and page.found.tokens[tree.subtree(verb)[0].index - 1].text != ","
    ):
        return False  # "a minister who thinks that he is Churchill": what kind of minister
    infinitive = any(each.text.lower() == "to" for each in tree.children(first, "aux", "mark"))
    head = tree.head(first)
    return not (
        infinitive and not (head is not None and head.lemma in ("go", "continue", "begin", "hasten", "appear", "seem"))
    )


def can_speak(page: Page, subject: Token, verb: Token) -> bool:
    """Is the subject somebody, or a paper that can say this? "The delay underlines" says nothing."""
    if subject.pos in ("PROPN", "PRON"):
        return subject.text.lower() not in "this that these those what which everything nothing there".split()
    if subject.lemma in page.words["mute"]:
        return False
    types = lexicon(page.document.language or "en", "source")["types"]
    kinds = {kind for kind, nouns in types.items() if {subject.lemma, subject.text.lower()} & set(nouns)}
    if verb.lemma in page.words["weak"]:
        kinds -= {"document"}
    if kinds or subject.pos == "ADJ":
        return bool(kinds) or subject.lemma in ("many", "some", "several", "other", "few")
    if subject.pos == "NUM":
        return page.tree.child(subject, "nmod") is not None
    return verb.lemma in page.words["plain"]


def _speakers(page: Page, verb: Token, form: str) -> tuple[Path, ...]:
    tree = page.tree
    cue = _cue_span(page, verb)
    if (quoted := quoted_paths(page, verb, form)) is not None:
        return quoted
    passive = is_passive(tree, verb)
    if passive and (agent := tree.child(verb, "obl:agent")) is not None:
        return paths_from(page, verb, agent, cue, f"{form}; {cue.text!r} by")
    unnamed = passive and tree.child(verb, "nsubj:pass") is not None and not trailing_phrase(tree, verb)
    if unnamed and verb.lemma not in ("quote", "cite"):
        return _nobody(page, verb, cue)
    holder = subject_of(tree, verb)
    if holder is None:
        return ()
    if _is_expletive(page, holder, verb):
        return _nobody(page, verb, cue)
    paths = paths_from(page, verb, holder, cue, form)
    return _quoted_by(page, holder, paths)


def _quoted_by(page: Page, holder: Token, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """ "X quoted Y, who noted that P", "X cited data that showed P": X carries what Y says."""
    person, relay = holder, page.tree.head(holder)
    while relay is not None and relay.pos in NOUNS and person.relation in ("appos", "conj", "nmod"):
        person, relay = relay, page.tree.head(relay)
    if relay is None or not _relays(page, relay) or person.relation not in ("obj", "ccomp", "obl"):
        return paths
    carrier = subject_of(page.tree, relay)
    if carrier is None or carrier.index == holder.index:
        return paths
    before = Voice(
        head=carrier, span=mention_span(page, carrier), cue=_cue_span(page, relay), because="it is the one who quotes"
    )
    return tuple((before, *path) for path in paths)


def _is_expletive(page: Page, subject: Token, verb: Token) -> bool:
    return subject.text.lower() == "it" and (
        page.tree.child(verb, "aux:pass") is not None or subject.relation == "expl"
    )


def _nobody(page: Page, verb: Token, cue: Span) -> tuple[Path, ...]:
    """A passive without agent: the paper that it stands in, else nobody in particular."""
    for place in page.tree.children(verb, "obl"):
        if case_of(page.tree, place) in ("in", "by") and (
            place.lemma
            in (*page.words["nouns"]["vehicle"], "report", "update", "letter", "document", "bulletin", "briefing")
        ):
            return paths_from(page, None, place, cue, "where it stands")
    expletive = next((each for each in page.tree.children(verb, *SUBJECTS) if each.text.lower() == "it"), verb)
    word = page.tree.span([expletive, verb])
    return ((Voice(head=None, span=word, cue=cue, because="nobody is named as the source"),),)


def _cue_span(page: Page, verb: Token) -> Span:
    particles = [child for child in page.tree.children(verb, "compound:prt") if child.index == verb.index + 1]
    return page.tree.span([verb, *particles])


def by_as(page: Page) -> Iterator[Attribution]:
    """ "As X reported earlier, P"."""
    for verb in iterate_verbs(page):
        if verb.lemma not in page.words["say"] or verb.relation != "advcl" or not _is_asserted(page, verb, Manner.SAY):
            continue
        mark = next(
            (each for each in page.tree.children(verb, "mark", "advmod", "case") if each.text.lower() == "as"), None
        )
        passive = page.tree.child(verb, "nsubj") is None
        holder = page.tree.child(verb, "obl:agent") if passive else subject_of(page.tree, verb)
        if mark is None or holder is None or page.tree.child(verb, "ccomp", "obj") is not None:
            continue
        words = frozenset(each.index for each in page.tree.subtree(verb))
        content = frozenset(each.index for each in page.sentences[verb.sentence]) - words
        if (number := page.quote(verb)) is not None:
            # Said by somebody who is being quoted: of the clause that it is set into, no more.
            clause = page.tree.head(verb) or verb
            content = frozenset(each.index for each in page.tree.subtree(clause)) - words & page.quote_tokens[number]
        paths = paths_from(page, verb, holder, _cue_span(page, verb), '"as" names who has said it')
        yield Attribution(cue=verb, manner=Manner.SAY, paths=paths, content=content, words=words)

"""Who passes on what somebody says, on either side of the speaker: outlets that carry it, and those whom it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.outlets import is_told_as_outlet, publishes
from reportedly.claims.page import NOUNS, VERBS, Page, alternatives, case_of
from reportedly.claims.subjects import CITING, own_subject, subject_of
from reportedly.claims.voices import Path, Voice, is_second_hand, mention_span
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree

_READ = ("see", "read", "review", "obtain", "view", "examine")
_QUOTING = ("quote", "cite")
_TELLING = ("tell", "inform")
QUOTES = "it is the one who quotes"


def paths_from(page: Page, verb: Token | None, holder: Token, cue: Span, because: str) -> tuple[Path, ...]:
    """The paths that begin at `holder`: one for each voice beside it, with whom they cite and where they speak."""
    before: list[Path] = [(each,) for each in _carriers(page, verb, holder)] if verb is not None else []
    found = []
    for each in alternatives(page.tree, holder):
        if each is not holder and is_second_hand(each):
            continue
        head = behind_vehicle(page, each)
        own = Voice(head=head, span=mention_span(page, head), cue=cue, because=because)
        for carrier in before or [()]:
            for deeper in list(_cited(page, verb, head)) or [()]:
                path = (own, *deeper)
                found.append((*carrier, *(_published(page, path) if deeper else path)))
    return tuple(found)


def quoted_paths(page: Page, verb: Token, form: str) -> tuple[Path, ...] | None:
    """ "Q quoted S as saying P", "S was quoted by Q as saying P": S's words, which Q carries. None if it is neither."""
    relay = page.tree.head(verb)
    if relay is None or relay.lemma not in _QUOTING or verb.relation not in ("advcl", "xcomp", "ccomp"):
        return None
    if "as" not in case_of(page.tree, verb).split() and verb.text.lower() != "saying":
        return None
    tree, cue = page.tree, page.tree.span([verb])
    if is_passive(tree, relay):
        speaker = subject_of(tree, relay)
        places = [each for each in tree.children(relay, "obl") if publishes(page, each)]
        agents = [each for each in (relay, verb) for each in tree.children(each, "obl:agent")]
        agents += [each for each in tree.children(verb, "obl") if case_of(tree, each) == "by"]
        carriers = agents or places
        cue = tree.span([relay])
        form = "quoted as saying"
    else:
        speaker, carrier = tree.child(relay, "obj"), subject_of(tree, relay)
        if carrier is None:
            return None
        carriers = [carrier]
    if speaker is None or speaker.pos not in NOUNS or is_second_hand(speaker):
        return None
    own = paths_from(page, None, speaker, cue, form)
    if not carriers:
        return own
    outer = paths_from(page, relay, carriers[0], tree.span([relay]), QUOTES)
    return tuple((*_published(page, before), *path) for before in outer for path in own)


def _published(page: Page, path: Path) -> Path:
    """The same path, its first voice known for an outlet if it is a name that can be nothing else."""
    first = path[0]
    named = first.head is not None and first.head.pos == "PROPN" and is_told_as_outlet(page, first.head)
    return (replace(first, publishes=named), *path[1:])


def is_passive(tree: Tree, verb: Token) -> bool:
    """ "was quoted", "is told": does the subject suffer it?"""
    return tree.child(verb, "nsubj:pass", "aux:pass", "obl:agent") is not None


def behind_vehicle(page: Page, head: Token) -> Token:
    """ "reports from the channel X", "information provided by the channel X" is the channel's word."""
    if head.lemma in page.words["nouns"]["vehicle"]:
        for child in page.tree.children(head, "nmod"):
            if case_of(page.tree, child) in ("from", "by") or (
                case_of(page.tree, child) == "of" and head.lemma in ("page", "channel", "account", "word")
            ):
                return child
        for clause in page.tree.children(head, "acl"):
            if clause.lemma in page.words["giving"] and (giver := page.tree.child(clause, "obl:agent")) is not None:
                return giver
    return head


def _carriers(page: Page, verb: Token, holder: Token) -> list[Voice]:
    """Who carries what the holder says, side by side: "told A and B", "in an interview with C", "quoted by D"."""
    tree = page.tree
    told = [child for child in tree.children(verb, "iobj", "obj") if verb.lemma in _TELLING and child.pos in NOUNS]
    if verb.lemma in _TELLING and tree.child(verb, "obl:agent") is not None:
        hearer = subject_of(tree, verb)  # "OUTLET was told by Y that P", "which was told by Y"
        told += [hearer] if hearer is not None else []
    told += [owner for each in told for owner in tree.children(each, "nmod:poss")]  # "told ZDF's Marietta Slomka"
    quoters = _quoters(page, verb, holder)
    named = (*told, *quoters, *_talking_partners(page, verb, ("interview",)))
    others = [*_addressees(page, verb), *_talking_partners(page, verb), *quoters]
    for carrier in (*told, *others):
        if carrier.pos != "PROPN" and carrier.lemma in page.words["addressee"]["private"]:
            continue
        if is_told_as_outlet(page, carrier) if carrier in named else publishes(page, carrier):
            because = f"it carries what {mention_span(page, holder).text} says"
            cue = Span(start=verb.start, end=verb.end, text=verb.text)
            beside = [carrier, *(each for each in alternatives(tree, carrier)[1:] if is_told_as_outlet(page, each))]
            return [
                Voice(head=each, span=mention_span(page, each), cue=cue, because=because, publishes=True)
                for each in (beside if carrier in told else [carrier])
            ]
    return []


def _addressees(page: Page, verb: Token) -> list[Token]:
    """ "confirmed to AFP that P"."""
    return [each for each in page.tree.children(verb, "obl", "iobj") if case_of(page.tree, each) == "to"]


def _talking_partners(page: Page, verb: Token, talks_named: Sequence[str] = ()) -> list[Token]:
    """ "said in an interview with X", "in comments to X"."""
    tree = page.tree
    talks = [
        *tree.children(verb, "obl"),
        *(n for o in tree.children(verb, "obl", "obl:agent") for n in tree.children(o, "nmod", "appos")),
    ]
    return [
        partner
        for talk in talks
        if talk.lemma in (talks_named or page.words["addressee"]["talk"])
        for partner in tree.children(talk, "nmod")
        if case_of(tree, partner) in ("with", "to", "for")
    ]


def _quoters(page: Page, verb: Token, holder: Token) -> list[Token]:
    """ "the governor, quoted by X, said", "said in remarks carried by X"."""
    tree = page.tree
    clauses = [
        *tree.children(verb, "advcl", "acl"),
        *tree.children(holder, "acl"),
        *(each for noun in tree.children(verb, "obl") for each in tree.children(noun, "acl")),
        *(each for each in tree.subtree(holder) if each.relation in ("acl", "acl:relcl", "advcl")),
    ]
    relays = (*page.words["relay"], *page.words["publishing"], "interview")
    return [agent for each in clauses if each.lemma in relays for agent in tree.children(each, "obl:agent")]


def _cited(page: Page, verb: Token | None, head: Token) -> Iterator[Path]:
    """Whom a voice cites: "X reported, citing Y", "X, which cited Y", "X, with reference to Y"."""
    tree = page.tree
    clauses: list[Token] = list(tree.children(head, "acl", "acl:relcl", "advcl"))
    for appositive in tree.children(head, "appos"):
        clauses += tree.children(appositive, "acl", "acl:relcl")
    if verb is not None:
        clauses += [*tree.children(verb, "advcl"), *citing_clauses(page, verb)]
    for clause in clauses:
        if clause.relation == "advcl" and clause.text.lower() not in CITING:
            continue
        origin = tree.child(clause, "obj", "ccomp") or _behind(tree, clause)
        if clause.lemma not in (*_QUOTING, "relay") or origin is None:
            continue
        if tree.child(clause, "nsubj:pass", "aux:pass") is not None or origin.pos not in NOUNS:
            continue
        yield from _origins(page, origin, Span(start=clause.start, end=clause.end, text=clause.text))
        return
    if (reference := _reference(page, verb, head)) is not None:
        noun, origin = reference
        yield from _origins(page, origin, Span(start=noun.start, end=noun.end, text=noun.text))
        return
    yield from ([path] if (path := _documents(page, head)) else [])


def _behind(tree: Tree, citing: Token) -> Token | None:
    """Whom "citing" names, where the parser hung it elsewhere: the noun phrase that begins right behind."""
    if citing.text.lower() not in CITING or citing.index + 1 >= len(tree.tokens):
        return None
    noun: Token | None = tree.tokens[citing.index + 1]
    while noun is not None and (noun.pos not in NOUNS or noun.relation == "compound"):
        noun = tree.head(noun)
    return noun if noun is not None and noun.index > citing.index else None


def _origins(page: Page, origin: Token, cue: Span) -> Iterator[Path]:
    """The paths behind a cue that names on whom somebody relies: "citing officials quoted by Al Arabiya"."""
    for each in alternatives(page.tree, origin):
        source = behind_vehicle(page, each)
        voice = Voice(
            head=source, span=mention_span(page, source), cue=cue, because=f"{cue.text!r} names whom it relies on"
        )
        carried = [agent for agent in _quoters(page, source, source) if is_told_as_outlet(page, agent)][:1]
        before = tuple(
            Voice(head=agent, span=mention_span(page, agent), cue=cue, because=QUOTES, publishes=True)
            for agent in carried
        )
        deeper = [() if before else path for path in _cited(page, None, source)] or [()]
        for path in deeper:
            yield (*before, voice, *path)


def _reference(page: Page, verb: Token | None, head: Token) -> tuple[Token, Token] | None:
    """ "X, with reference to Y,": the noun and Y."""
    tree = page.tree
    nouns = [*tree.children(head, "nmod"), *(tree.children(verb, "obl") if verb is not None else [])]
    for noun in nouns:
        if noun.lemma in ("reference", "link") and case_of(tree, noun) == "with":
            origin = next((each for each in tree.children(noun, "nmod") if case_of(tree, each) == "to"), None)
            if origin is not None:
                return noun, origin
    return None


def citing_clauses(page: Page, verb: Token) -> list[Token]:
    """ "X reported that P, citing Y": X cites, even where the parser hangs "citing" within P."""
    sentence = page.sentences[verb.sentence]
    after = [each for each in sentence if each.index > verb.index]
    ends = (each.index for each in after if each.text == ";" or (each.pos in VERBS and each.lemma in page.words["say"]))
    own = {each.index for child in page.tree.children(verb, "ccomp") for each in page.tree.subtree(child)}
    last = next((index for index in ends if index not in own), after[-1].index + 1 if after else 0)
    opening = [each for each in sentence[:1] if each.index < verb.index and own_subject(page.tree, each) is None]
    return [
        each
        for each in (*opening, *after)
        if each.text.lower() in CITING
        and each.index < last
        and (each is sentence[0] or page.found.tokens[each.index - 1].text == ",")
        and page.quote(each) == page.quote(verb)
        and (page.tree.child(each, "obj") is not None or _behind(page.tree, each) is not None)
    ]


def _documents(page: Page, head: Token) -> Path:
    """The paper that a voice goes by: "a clerk who had read the letter"."""
    for clause in page.tree.children(head, "acl:relcl"):
        paper = page.tree.child(clause, "obj")
        if clause.lemma in _READ and paper is not None and paper.pos == "NOUN":
            cue = Span(start=clause.start, end=clause.end, text=clause.text)
            return (
                Voice(head=paper, span=mention_span(page, paper), cue=cue, because="the voice goes by this document"),
            )
    return ()

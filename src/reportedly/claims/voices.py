"""Whose voice it is: the subject of a cue, whom it cites, and where it appeared."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.page import NOUNS, VERBS, Page, alternatives, case_of, person_beside
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree

LONGEST_MENTION_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a chain before its source is known."""

    head: Token | None
    """The noun or pronoun; None where a hearsay word alone attributes."""
    span: Span
    cue: Span | None
    because: str


Path = tuple[Voice, ...]
"""From the voice nearest the reader to the origin."""

_DROPPED = ("acl:relcl", "acl", "advcl", "parataxis", "punct", "appos", "conj", "cc", "ccomp", "dep", "xcomp")
_READ = ("see", "read", "review", "obtain", "view", "examine")


def mention_span(page: Page, head: Token) -> Span:
    """The noun phrase of `head` without clauses and appositions, at most twelve words."""
    kept = _phrase(page.tree, head)
    if (beside := person_beside(page.tree, head)) is not None:
        kept = [each for each in kept if each.index > beside.index + 1]
    if len(kept) > LONGEST_MENTION_WORDS:
        kept = [each for each in kept if each.index <= head.index][-LONGEST_MENTION_WORDS:]
    return page.span(kept)


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")


def _phrase(tree: Tree, head: Token) -> list[Token]:
    kept = [head]
    for child in tree.children(head):
        if child.relation in ("nmod", "obl:npmod") and (child.lemma in _DAYS or not _belongs(tree, head, child)):
            continue  # "the ambassador on Sunday", "Steinmeier after the vote": circumstances of the speaking
        dropped = child.relation in _DROPPED or (child.relation in ("case", "mark") and child.index < head.index)
        if dropped and not (child.relation == "punct" and child.text in "-–/"):
            continue
        kept += _phrase(tree, child) if child.relation != "nmod" else tree.subtree(child, _clauses(tree, child))
    kept.sort(key=lambda each: each.index)
    # One stretch only: a modifier torn from its noun by a parser's slip is left out.
    at = kept.index(head)
    first, last = at, at
    while first > 0 and kept[first].index - kept[first - 1].index <= 2:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].index - kept[last].index <= 2:
        last += 1
    return kept[first : last + 1]


def _belongs(tree: Tree, head: Token, child: Token) -> bool:
    """Does this prepositional phrase say who it is: "ambassador to the U.S.", "sources familiar with it"?"""
    case = case_of(tree, child)
    return not case or case in (
        ("of", "from") if head.pos == "PROPN" else ("of", "from", "for", "to", "in", "at", "with", "under", "on", "by")
    )


def _clauses(tree: Tree, token: Token) -> Iterator[Token]:
    for each in tree.subtree(token):
        if each.relation in ("acl:relcl", "acl", "advcl", "parataxis"):
            yield each


def paths_from(page: Page, verb: Token | None, holder: Token, cue: Span, because: str) -> tuple[Path, ...]:
    """The paths that begin at `holder`: one for each voice beside it, with whom they cite and where they speak."""
    before = tuple(_carriers(page, verb, holder)) if verb is not None else ()
    found = []
    for each in alternatives(page.tree, holder):
        if each is not holder and is_second_hand(each):
            continue
        head, reason = _behind_vehicle(page, each), because
        own = Voice(head=head, span=mention_span(page, head), cue=cue, because=reason)
        for deeper in list(_cited(page, verb, head)) or [()]:
            found.append((*before, own, *deeper))
    return tuple(found)


def _behind_vehicle(page: Page, head: Token) -> Token:
    """ "reports from the channel X" is the channel's word."""
    if head.lemma in page.words["nouns"]["vehicle"]:
        for child in page.tree.children(head, "nmod"):
            if case_of(page.tree, child) in ("from", "by") or (
                case_of(page.tree, child) == "of" and head.lemma in ("page", "channel", "account", "word")
            ):
                return child
    return head


def _carriers(page: Page, verb: Token, holder: Token) -> Iterator[Voice]:
    """Who carries what the holder says: "told OUTLET", "in an interview with OUTLET", "quoted by OUTLET"."""
    tree = page.tree
    told = [
        child for child in tree.children(verb, "iobj", "obj") if verb.lemma in ("tell", "inform") and child.pos in NOUNS
    ]
    talks = [
        partner
        for talk in (
            *tree.children(verb, "obl"),
            *(n for o in tree.children(verb, "obl") for n in tree.children(o, "nmod", "appos")),
        )
        if talk.lemma in page.words["addressee"]["talk"]
        for partner in tree.children(talk, "nmod")
        if case_of(tree, partner) in ("with", "to", "for")
    ]
    quoted = [
        agent
        for relay in (*tree.children(verb, "advcl", "acl"), *tree.children(holder, "acl"), *_nested(tree, holder))
        if relay.lemma in (*page.words["relay"], "interview")
        for agent in tree.children(relay, "obl:agent")
    ]
    told += [owner for each in told for owner in tree.children(each, "nmod:poss")]  # "told ZDF's Marietta Slomka"
    for carrier in (*told, *talks, *quoted):
        span = mention_span(page, carrier)
        if (carrier.pos == "PROPN" or carrier.lemma not in page.words["addressee"]["private"]) and page.is_outlet(
            _with_names(page, carrier)
        ):
            yield Voice(
                head=carrier,
                span=span,
                cue=Span(start=verb.start, end=verb.end, text=verb.text),
                because=f"it carries what {mention_span(page, holder).text} says",
            )
            return


def _nested(tree: Tree, holder: Token) -> Iterator[Token]:
    for each in tree.subtree(holder):
        if each.relation in ("acl", "acl:relcl", "advcl") and each.head != holder.index:
            yield each


def _with_names(page: Page, head: Token) -> str:
    """The words of a noun phrase with its appositions: "the German daily Tagesspiegel"."""
    return page.span(
        [
            head,
            *(
                t
                for t in page.tree.subtree(head, _clauses(page.tree, head))
                if t.relation not in ("case", "punct") or t.index > head.index
            ),
        ]
    ).text


def _cited(page: Page, verb: Token | None, head: Token) -> Iterator[Path]:
    """Whom a voice cites: "X reported, citing Y", "X, which cited Y"."""
    tree = page.tree
    clauses: list[Token] = list(tree.children(head, "acl", "acl:relcl", "advcl"))
    for appositive in tree.children(head, "appos"):
        clauses += tree.children(appositive, "acl", "acl:relcl")
    if verb is not None:
        clauses += [*tree.children(verb, "advcl"), *citing_clauses(page, verb)]
    for clause in clauses:
        if clause.relation == "advcl" and clause.text.lower() not in ("citing", "quoting"):
            continue
        if clause.lemma in ("cite", "quote") and (origin := tree.child(clause, "obj", "ccomp")) is not None:
            if tree.child(clause, "nsubj:pass", "aux:pass") is not None or origin.pos not in NOUNS:
                continue
            cue = Span(start=clause.start, end=clause.end, text=clause.text)
            for each in alternatives(tree, origin):
                source = _behind_vehicle(page, each)
                voice = Voice(
                    head=source,
                    span=mention_span(page, source),
                    cue=cue,
                    because=f"{clause.text!r} names whom it relies on",
                )
                yield (voice, *_documents(page, source))
            return
    yield from ([path] if (path := _documents(page, head)) else [])


def citing_clauses(page: Page, verb: Token) -> list[Token]:
    """ "X reported that P, citing Y": X cites, even where the parser hangs "citing" within P."""
    after = [each for each in page.sentences[verb.sentence] if each.index > verb.index]
    ends = (each.index for each in after if each.text == ";" or (each.pos in VERBS and each.lemma in page.words["say"]))
    own = {each.index for child in page.tree.children(verb, "ccomp") for each in page.tree.subtree(child)}
    last = next((index for index in ends if index not in own), after[-1].index + 1 if after else 0)
    return [
        each
        for each in after
        if each.text.lower() in ("citing", "quoting")
        and each.index < last
        and page.found.tokens[each.index - 1].text == ","
        and page.quote(each) == page.quote(verb)
        and page.tree.child(each, "obj") is not None
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


def is_second_hand(holder: Token) -> bool:
    """Is the speaker the one who is already speaking: "I", "we", "you"?"""
    return holder.pos == "PRON" and ("Person=1" in holder.features or "Person=2" in holder.features)

"""Does a claim without a date go on about a happening that the sentences before it dated?"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.drafts import Draft
from reportedly.claims.page import Page
from reportedly.model.annotation import Token
from reportedly.model.claim import Claim, Kind, Polarity, Tense
from reportedly.model.tree import Tree
from reportedly.model.when import When
from reportedly.reference.lexicon import lexicon

ATTACKS = frozenset({Kind.STRIKE, Kind.COMBAT})
HARM = frozenset({Kind.CASUALTY, Kind.DAMAGE})
# "The attack" is that of the sentence before, or of the one before that.
SENTENCES_BACK = 2
# What lasted longer is no one happening that "the attack" could name: a night reaches into two days.
LONGEST_DAYS = 1
TAKES_PART = ("nsubj", "nsubj:pass", "obl")
# How a clause that goes on about the one above it begins: "with five killed", "when rockets fell".
GOES_ON = frozenset({"with", "when"})
Filled = Sequence[tuple[Draft, Claim]]


def carry_times(page: Page, filled: Filled) -> list[tuple[Draft, Claim]]:
    """The same claims; those without a time that go on about a dated attack take its time.

    "On Monday a drone hit a bus in Nikopol. The attack killed six." "… Six were killed." "…, with six killed." The later
    claim may name no other place and no date of its own, and all that the text tells of attacks there has the same time.
    """
    return [
        (draft, replace(claim, time=_carried(page, draft, claim, filled)) if _may_carry(page, draft, claim) else claim)
        for draft, claim in filled
    ]


def _may_carry(page: Page, draft: Draft, claim: Claim) -> bool:
    if claim.time is not None or claim.tense is not Tense.PAST:
        return False
    span = draft.proposition.span
    return not any(span.start < each.end and each.start < span.end for each in page.found.date_phrases)


def _carried(page: Page, draft: Draft, claim: Claim, filled: Filled) -> When | None:
    """The time of the attack about which `claim` goes on."""
    predicate = draft.proposition.predicate
    if _resumes(page, predicate):
        attacks = _told_before(predicate, filled, ATTACKS, SENTENCES_BACK)
    elif not _is_plain(page, draft):
        return None
    elif above := _joined_to(page.tree, draft, claim, filled):
        attacks = [above]
    elif claim.kind in HARM and not _tells_of_attack(predicate, filled):
        attacks = _told_before(predicate, filled, ATTACKS | HARM, 1)
    else:
        return None
    return _shared_time(claim, attacks)


def _told_before(predicate: Token, filled: Filled, kinds: frozenset[Kind], most_back: int) -> list[Claim]:
    """The claims of these kinds in the nearest sentence before that has one."""
    here = predicate.sentence
    before = [
        (other.proposition.predicate.sentence, claim)
        for other, claim in filled
        if claim.kind in kinds and here - most_back <= other.proposition.predicate.sentence < here
    ]
    return [claim for sentence, claim in before if sentence == max(each for each, _ in before)]


def _shared_time(claim: Claim, attacks: Sequence[Claim]) -> When | None:
    """The one time of all `attacks`, if `claim` names no place that they do not name."""
    times = [attack.time for attack in attacks if _is_past(attack)]
    first = times[0] if times else None
    if first is None or (first.latest - first.earliest).days > LONGEST_DAYS or len(times) < len(attacks):
        return None
    if any(each is None or (each.earliest, each.latest) != (first.earliest, first.latest) for each in times):
        return None
    named = {place.name for attack in attacks for place in attack.places}
    return first if {place.name for place in claim.places} <= named else None


def _joined_to(tree: Tree, draft: Draft, claim: Claim, filled: Filled) -> Claim | None:
    """The attack of whose clause this one is a part: "was hit on Monday, with five killed", "… and five were killed"."""
    token = draft.proposition.predicate
    if claim.kind not in HARM and (claim.kind not in ATTACKS or token.relation != "advcl"):
        return None
    attacks = {
        each.proposition.predicate.index: other for each, other in filled if other.kind in ATTACKS and other.time
    }
    while token.relation in ("advcl", "conj") and (above := tree.head(token)) is not None:
        begins = {each.lemma for each in tree.children(token, "mark", "advmod")}
        if token.relation == "advcl" and not begins & GOES_ON:
            return None
        if above.index in attacks:
            return attacks[above.index]
        token = above
    return None


def _tells_of_attack(predicate: Token, filled: Filled) -> bool:
    """Does the sentence tell of an attack itself?"""
    return any(
        claim.kind in ATTACKS and each.proposition.predicate.sentence == predicate.sentence for each, claim in filled
    )


def _is_plain(page: Page, draft: Draft) -> bool:
    """Does it only say what came of an attack: not of another one, and no sum of a longer time?

    "Another drone killed two", "rebels killed two", "two died in a fire", "two have been killed" are no plain words.
    """
    table, tree = lexicon(page.document.language or "en", "time").get("harm"), page.tree
    predicate = draft.proposition.predicate
    happens = predicate.pos == "VERB" and tree.child(predicate, "cop") is None
    if table is None or not happens or any(each.lemma == "have" for each in tree.children(predicate, "aux")):
        return False
    lemmas = {each.lemma for each in page.within(draft.proposition.span)}
    if lemmas & {*table["another"], *table["sum"]}:
        return False
    subject = tree.child(predicate, "nsubj")
    acts = subject is not None and subject.pos != "PRON" and tree.child(predicate, "obj") is not None
    attacks = lexicon(page.document.language or "en", "time")["resumed"]["nouns"]
    return not acts and not any(
        each.lemma in attacks or any(article.lemma == "a" for article in tree.children(each, "det"))
        for each in tree.children(predicate, "obl")
    )


def _is_past(attack: Claim) -> bool:
    return attack.tense is Tense.PAST and attack.polarity is Polarity.POSITIVE


def _resumes(page: Page, predicate: Token) -> bool:
    """Is an attack that was told of before part of it: "the attack", "in the blast", and nothing that parts it from others?"""
    table = lexicon(page.document.language or "en", "time").get("resumed")
    if table is None:
        return False
    return any(
        child.lemma in table["nouns"] and _is_bare(page.tree, child, table["determiners"])
        for child in page.tree.children(predicate, *TAKES_PART)
    )


def _is_bare(tree: Tree, noun: Token, determiners: Sequence[str]) -> bool:
    """ "The attack", not "the second attack", "the attack on Sumy" or "an attack"."""
    children = [each for each in tree.children(noun) if each.relation not in ("case", "punct")]
    return [each.relation for each in children] == ["det"] and children[0].lemma in determiners

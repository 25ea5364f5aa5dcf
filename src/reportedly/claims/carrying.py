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
# "The attack" is that of the sentence before, or of the one before that.
SENTENCES_BACK = 2
# What lasted longer is no one happening that "the attack" could name: a night reaches into two days.
LONGEST_DAYS = 1
TAKES_PART = ("nsubj", "nsubj:pass", "obl")


def carry_times(page: Page, filled: Sequence[tuple[Draft, Claim]]) -> list[tuple[Draft, Claim]]:
    """The same claims; those that only say "the attack" of a dated one take its time.

    "On Monday a drone hit a bus in Nikopol. The attack killed six." The nearest sentence that tells of an attack
    must give all its attacks the same time, and the later claim may name no other place and no date of its own.
    """
    return [
        (draft, replace(claim, time=_carried(page, draft, claim, filled)) if _may_carry(page, draft, claim) else claim)
        for draft, claim in filled
    ]


def _may_carry(page: Page, draft: Draft, claim: Claim) -> bool:
    if claim.time is not None or claim.tense is not Tense.PAST or not _resumes(page, draft.proposition.predicate):
        return False
    span = draft.proposition.span
    return not any(span.start < each.end and each.start < span.end for each in page.found.date_phrases)


def _carried(page: Page, draft: Draft, claim: Claim, filled: Sequence[tuple[Draft, Claim]]) -> When | None:
    """The time of the attack of which the sentences before told."""
    here = draft.proposition.predicate.sentence
    before = [
        (other.proposition.predicate.sentence, attack)
        for other, attack in filled
        if attack.kind in ATTACKS and here - SENTENCES_BACK <= other.proposition.predicate.sentence < here
    ]
    nearest = [attack for sentence, attack in before if sentence == max(each for each, _ in before)]
    times = [attack.time for attack in nearest if _is_past(attack)]
    first = times[0] if times else None
    if first is None or (first.latest - first.earliest).days > LONGEST_DAYS or len(times) < len(nearest):
        return None
    if any(each is None or (each.earliest, each.latest) != (first.earliest, first.latest) for each in times):
        return None
    named = {place.name for attack in nearest for place in attack.places}
    return first if {place.name for place in claim.places} <= named else None


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

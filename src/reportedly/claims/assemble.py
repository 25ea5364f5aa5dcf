"""From what was found in a document to its reading: the order of the questions of `claims/`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import Any

from reportedly.claims.attribution import Attribution
from reportedly.claims.attributions import drop_thoughts_within, find_attributions
from reportedly.claims.backdrop import set_backdrop
from reportedly.claims.carrying import carry_times
from reportedly.claims.case import Case
from reportedly.claims.chains import link_path, resume_chains
from reportedly.claims.checks import find_flags
from reportedly.claims.drafts import UNKNOWN_SPEAKER, Draft, draft_claim, merge_voices
from reportedly.claims.forwards import lay_forward
from reportedly.claims.geocode import locate
from reportedly.claims.language import Language
from reportedly.claims.page import Page
from reportedly.claims.particulars import Particulars
from reportedly.claims.propositions import Proposition, cut_propositions, find_taken_for_granted
from reportedly.claims.publisher import drop_publisher, is_publisher
from reportedly.claims.repeats import HAPPENINGS, tell_same
from reportedly.claims.speech import extend_to_quotations, find_speakers
from reportedly.model.annotation import Found, Token
from reportedly.model.claim import Claim, Kind
from reportedly.model.document import Document
from reportedly.model.place import Place, PlaceRole
from reportedly.model.reading import MadeBy, Reading
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.profile import Profile, choose_profile, load_profile
from reportedly.reference.readers import reader_name


def read(
    document: Document,
    found: Found,
    *,
    profile: str | None = None,
    gazetteer: Gazetteer | None = None,
    language: Language[Any] | None = None,
) -> Reading:
    """The reading of `document`.

    Args:
        document: what was published.
        found: every layer of `annotate.stages.STAGES`.
        profile: name or path of a conflict profile; None lets the document's places and actors choose.
        gazetteer: the places to choose from; None is the packed ones with the user's own.
        language: how the document's language answers what differs from language to language; None is English.

    Raises:
        ProfileError: if there is no such profile.
        ModelError: if the tagger's files are missing or damaged.
    """
    language = language or ENGLISH
    gazetteer = gazetteer or Gazetteer.open()
    known = load_profile(profile) if profile else _fitting_profile(document, found, gazetteer)
    page = language.lay_out(document, found, known)
    located = locate(document, found, page.tree, gazetteer, set_backdrop(document.outlet, known, gazetteer))
    attributions = language.attribute(page)
    silent = frozenset(index for each in attributions if not each.reference for index in each.words)
    particulars = language.detail(page, located, known, silent)

    def draft(proposition: Proposition) -> Draft:
        return draft_claim(proposition, attributions, lambda voice: is_publisher(voice, document, known))

    drafts = [draft(each) for each in language.cut(page, attributions, silent)]
    sources, ids = language.merge(page, drafts, known)
    linked = [tuple(link_path(path, ids) for path in each.paths) for each in drafts]
    chains = resume_chains([drop_publisher(each, sources, document) for each in linked])
    filled = [(each, particulars.fill(each, own)) for each, own in zip(drafts, chains, strict=True)]
    filled = language.carry(page, filled)
    claims = list(_refer_back([claim for each, whole in filled for claim in language.part(page, each, whole)]))
    granted = [particulars.fill(draft(each), ()) for each in language.grant(page)]
    claims += [replace(each, presupposed=True) for each in granted if _is_at_issue(each, claims)]
    claims.sort(key=lambda each: (each.span.start, -each.span.end))
    sources, voiced = lay_forward(document, sources, claims, known)
    numbered = tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(voiced, 1))
    named = {link.source for claim in numbered for chain in claim.chains for link in chain}
    kept = tuple(source for source in sources if source.id in named)
    return Reading(
        document=document,
        made_by=name_makers(gazetteer, known.id, document.language),
        sources=kept,
        claims=numbered,
        flags=find_flags(
            Case(
                document, found, numbered, {each.id: each for each in kept}, located, known, gazetteer, UNKNOWN_SPEAKER
            )
        ),
    )


def _fitting_profile(document: Document, found: Found, gazetteer: Gazetteer) -> Profile:
    return choose_profile(_countries(found, gazetteer), document.text, document.outlet)


def _attribute(page: Page) -> list[Attribution]:
    """Every attribution of an English page, quotations with whoever speaks in them among them."""
    attributions = extend_to_quotations(page, find_attributions(page))
    return drop_thoughts_within([*attributions, *find_speakers(page, attributions)])


def name_makers(gazetteer: Gazetteer, profile: str | None, language: str | None) -> MadeBy:
    """The versions of all that has a hand in a reading that is made now of a document in `language`."""
    return MadeBy(reportedly=_own_version(), model=reader_name(language), gazetteer=gazetteer.version, profile=profile)


@cache
def _own_version() -> str:
    """As it is installed: looking it up takes as long as reading a sentence."""
    return version("reportedly")


_REFERENCE = re.compile(
    r"(?:this|that|it) (?:is|was|'s) (?:not true|untrue|false|a lie|wrong|nonsense)\b"
    r"|.{2,40}\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?|dismiss(?:es|ed)?) (?:it|this|that|the (?:claim|report|account)s?)\b"
    r"|(?:.{2,60}\b)?(?:опров(?:ерг|ергл)|отверг|отриц|спростува|запереч|відкину)\w* (?:эт[оу]|это сообщение|эту информацию|это заявление|це|цю інформацію|цю заяву)\b"
    r"|(?:.{2,60}\b)?(?:это|эту информацию|это сообщение|це|цю інформацію) (?:опроверг|отверг|отриц|спростува|запереч)\w*",
    re.IGNORECASE,
)
"""A claim that only refers to another one."""


def _countries(found: Found, gazetteer: Gazetteer) -> Counter[str]:
    """How often the document names each country, by itself, by a place of one country only, or as an adjective."""
    seen: Counter[str] = Counter()
    for name in found.place_names:
        if code := gazetteer.country_of_adjective(name.text):
            seen[code] += 1
        elif len(countries := {entry.country for entry in gazetteer.find(name.key) if entry.country}) == 1:
            seen[countries.pop()] += 1
    return seen


def _refer_back(claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "The ministry denies it", "That is a lie" are of the kind of what they refer to: the last happening told before."""
    last: Kind | None = None
    for claim in claims:
        if _REFERENCE.match(claim.span.text) and claim.kind not in HAPPENINGS and last is not None:
            claim = replace(claim, kind=last)
        elif claim.kind in HAPPENINGS:
            last = claim.kind
        yield claim


def _is_at_issue(granted: Claim, claims: Sequence[Claim]) -> bool:
    """Does somebody say, or deny, elsewhere what is taken for granted here?"""
    return any(other.chains and tell_same(granted, other) and not other.span.holds(granted.span) for other in claims)


def _part_places(page: Page, draft: Draft, claim: Claim) -> list[Claim]:
    """One claim for each of several places of which control is claimed: "X and Y were captured"."""
    if claim.kind is not Kind.CONTROL or claim.presupposed:
        return [claim]
    tokens = {token.start: token for token in draft.proposition.tokens}
    predicate = draft.proposition.predicate
    listed = [
        place for place in claim.places
        if place.role is PlaceRole.AT and _is_listed(page, tokens[place.span.start], claim.places)
        and _suffers(page, tokens[place.span.start], predicate)
    ]  # fmt: skip
    if len(listed) < 2:
        return [claim]
    return [
        replace(claim, places=tuple(each for each in claim.places if each is own or each not in listed))
        for own in listed
    ]


def _suffers(page: Page, token: Token, predicate: Token) -> bool:
    """Is this what the predicate happens to, rather than part of its subject?"""
    for each in (token, *page.tree.ancestors(token)):
        if each.index == predicate.index:
            return True
        if each.relation == "nsubj":
            return False
    return False


def _is_listed(page: Page, token: Token, places: Sequence[Place]) -> bool:
    """Does this place stand beside another one of the claim?"""
    starts = {place.span.start for place in places}
    head = page.tree.head(token)
    beside = [child for child in page.tree.children(token, "conj") if child.start in starts]
    return bool(beside) or (token.relation == "conj" and head is not None and head.start in starts)


ENGLISH = Language(
    lay_out=Page,
    attribute=_attribute,
    cut=cut_propositions,
    grant=find_taken_for_granted,
    merge=merge_voices,
    detail=Particulars,
    carry=carry_times,
    part=_part_places,
)
"""The questions of this package, answered for English."""

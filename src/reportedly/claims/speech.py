"""Whose words a quotation holds, where no verb of its own sentence says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import VERBS, Page
from reportedly.claims.relays import paths_from
from reportedly.claims.voices import Voice, is_second_hand
from reportedly.model.annotation import SentenceRole, Token

_DASHES = ("-", "–", "—", "--")


def extend_to_quotations(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, each holding the whole of every quotation that it touches."""
    attributions = [_with_quoting_clauses(page, each, attributions) for each in attributions]
    return [
        replace(each, content=_whole_quotations(page, each)) if not each.reference else each for each in attributions
    ]


def _with_quoting_clauses(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """ "X said that P, while it “fuels the flames”": the marks tell that the clause is X's too."""
    if attribution.manner is not Manner.SAY or attribution.reference or attribution.cue.pos not in VERBS:
        return attribution
    found: set[int] = set()
    for clause in page.tree.children(attribution.cue, "advcl", "conj"):
        below = frozenset(each.index for each in page.tree.subtree(clause))
        marked = any(page.quote(page.found.tokens[index]) not in (None, page.quote(attribution.cue)) for index in below)
        held = any(below & (each.content | {each.cue.index}) for each in others if each is not attribution)
        if clause.index > attribution.cue.index and marked and not held and not below & attribution.content:
            found |= below
    return replace(attribution, content=attribution.content | found, words=attribution.words - found)


def _whole_quotations(page: Page, attribution: Attribution) -> frozenset[int]:
    own = page.quote(attribution.cue)
    numbers = {number for index in attribution.content if (number := page.quote(page.found.tokens[index])) is not None}
    content = attribution.content
    for number in numbers - {own}:
        if page.is_speech(number):
            content |= page.quote_tokens[number] - attribution.words
    return content


def find_speakers(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """One attribution more for each quotation of speech that none holds yet and that somebody can be named for."""
    known = sorted(attributions, key=lambda each: each.cue.index)
    added: list[Attribution] = []
    for number in sorted(page.quote_tokens):
        tokens = page.quote_tokens[number]
        # Cues within the quotation are the speaker's own words: they do not tell who speaks.
        outside = [each for each in (*known, *added) if page.quote(each.cue) != number]
        if not page.is_speech(number) or _is_held(tokens, outside):
            continue
        first = page.found.tokens[min(tokens)]
        if not _stands_alone(page, number):
            # Begun in the outlet's words and going on for sentences: only whoever spoke just before can be meant.
            if page.found.tokens[max(tokens)].sentence == first.sentence:
                continue
            first = page.sentences[first.sentence][0]
            tokens |= frozenset(each.index for each in page.sentences[first.sentence])
        if page.sentence(first).role is not SentenceRole.BODY:
            continue
        speaker = next(_signature(page, number), None) or _speaker_before(page, first, outside)
        if speaker is not None:
            added.append(replace(speaker, content=tokens, reference=False))
    return added


def _is_held(tokens: frozenset[int], attributions: Sequence[Attribution]) -> bool:
    return any(2 * len(tokens & each.content) > len(tokens) for each in attributions)


def _stands_alone(page: Page, number: int) -> bool:
    """Does the quotation make up whole sentences, or nearly, rather than part of one?"""
    tokens = page.quote_tokens[number]
    first = page.found.tokens[min(tokens)]
    sentence = page.sentences[first.sentence]
    before = [each for each in sentence if each.index < first.index and each.pos != "PUNCT"]
    return not before or page.found.tokens[first.index - 1].text == ":"


def _signature(page: Page, number: int) -> Iterator[Attribution]:
    """ "P" - Name Surname, office."""
    last = page.found.tokens[max(page.quote_tokens[number])]
    rest = [each for each in page.sentences[last.sentence] if each.index > last.index]
    if len(rest) < 2 or rest[0].text not in _DASHES or rest[1].pos != "PROPN":
        return
    run = list(takewhile(lambda each: each.pos == "PROPN", rest[1:]))
    name = run[-1]
    words = frozenset(each.index for each in rest)
    voice = Voice(head=name, span=page.tree.span(run), cue=None, because="the quotation is signed with the name")
    yield Attribution(cue=name, manner=Manner.SAY, paths=((voice,),), content=words, words=words)


def _speaker_before(page: Page, first: Token, attributions: Sequence[Attribution]) -> Attribution | None:
    """Whoever spoke last, if that was in the sentence just before: "P," he said. "Q." """
    introduced = _introduced(page, first)
    if introduced is not None:
        return introduced
    for each in sorted(attributions, key=lambda each: -max(each.content | each.words | {each.cue.index})):
        last = max(each.content | each.words | {each.cue.index})
        if last < first.index:
            near = _sentences_between(page, page.found.tokens[last], first) <= 1
            own = [each for each in each.paths if len(each) >= 1]
            return (
                replace(each, manner=Manner.SAY, words=frozenset(), paths=tuple(own))
                if near and each.manner is not Manner.HEARSAY
                else None
            )
    return None


def _sentences_between(page: Page, last: Token, first: Token) -> int:
    return first.sentence - last.sentence


def _introduced(page: Page, first: Token) -> Attribution | None:
    """ "X reminded the deputies: "P"" and the bare "Mash: "P""."""
    colon = page.found.tokens[first.index - 1] if first.index else None
    if colon is None or colon.text != ":":
        return None
    before = [each for each in page.sentences[colon.sentence] if each.index < colon.index]
    cue = next(
        (each for each in reversed(before) if each.lemma in page.words["say"] or each.lemma in page.words["position"]),
        None,
    )
    subject = next((each for each in before if each.relation == "nsubj"), None)
    if cue is None or subject is None or is_second_hand(subject):
        return None
    words = frozenset(each.index for each in before)
    paths = paths_from(page, cue, subject, page.tree.span([cue]), "the quotation follows the colon")
    return Attribution(cue=cue, manner=Manner.SAY, paths=paths, content=words, words=words)

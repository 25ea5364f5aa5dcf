"""Who is said to have said what: every attribution that grammar and lexicon support."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Finder, Manner
from reportedly.claims.disputed_cues import by_dispute
from reportedly.claims.label_cues import by_colon, by_quoting
from reportedly.claims.noun_cues import by_apposition, by_noun
from reportedly.claims.page import Page
from reportedly.claims.phrase_cues import by_according, by_hearsay, by_reference, by_saying_so
from reportedly.claims.tagged_cues import join_tagged
from reportedly.claims.verb_cues import by_as, by_verb
from reportedly.model.annotation import SentenceRole


def find_attributions(page: Page) -> list[Attribution]:
    """Every attribution of the document, in the order of their cues; nothing nested or joined yet."""
    found = [each for finder in FINDERS for each in finder(page) if each.paths]
    found = [each for each in found if page.sentence(each.cue).role is SentenceRole.BODY]
    found = join_tagged(page, found)
    found = _side_by_side(page, found)
    found = [_untangled(each, found) for each in found]
    found = [_without_answers(each, found) for each in found]
    spoken: set[int] = set()
    for each in found:
        if each.manner in (Manner.SAY, Manner.DENY, Manner.HEARSAY):
            spoken |= each.content | each.words
    # A state's demand that somebody reports is what is reported, no voice of its own.
    found = [
        each
        for each in found
        if each.manner is not Manner.POSITION or not _is_state(page, each) or each.cue.index not in spoken
    ]
    found = [
        each
        for each in found
        if not _is_anybodys(page, each) or not any(each.cue.index in other.content for other in found)
    ]
    found = drop_thoughts_within(found)
    found = [_speaking(_unless_said(page, each, found), found) for each in found]
    return sorted(found, key=lambda each: each.cue.index)


def _side_by_side(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """ "The death was disclosed by X and confirmed by Y": two voices for one content, neither within the other."""
    joined: list[Attribution] = []
    for each in attributions:
        first = next(
            (
                other for other in joined
                if other.content == each.content and other.manner is each.manner and each.cue.relation == "conj"
                and page.tree.head(each.cue) == other.cue and other.paths != each.paths
            ),
            None,
        )  # fmt: skip
        if first is None:
            joined.append(each)
        else:
            both = replace(first, paths=(*first.paths, *each.paths), words=first.words | each.words)
            joined[joined.index(first)] = both
    return joined


def _untangled(attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """ "X said that P, Y reported": where each seems to hold the other's cue, the one that trails is the outer one."""
    for each in others:
        mutual = each.cue.index in attribution.content and attribution.cue.index in each.content
        if mutual and attribution.cue.index < each.cue.index:
            attribution = replace(attribution, content=attribution.content - each.words - {each.cue.index})
    return attribution


def _without_answers(attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """ "X says P, a claim that Y denies": X does not say that Y denies it."""
    answers = [
        each.content
        for each in others
        if each.reference and each is not attribution and each.content < attribution.content
    ]
    return replace(attribution, content=attribution.content.difference(*answers)) if answers else attribution


def drop_thoughts_within(attributions: Sequence[Attribution]) -> list[Attribution]:
    """What somebody is said to think, within what somebody says, is part of what is said."""
    spoken: set[int] = set()
    for each in attributions:
        if each.manner in (Manner.SAY, Manner.DENY, Manner.HEARSAY):
            spoken |= each.content | each.words
    return [each for each in attributions if each.manner is not Manner.ATTITUDE or each.cue.index not in spoken]


def _speaking(attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """What another cue brings in within a reporting clause ("condemned it, saying P") is no part of that clause."""
    inner = [
        each.content
        for each in others
        if each is not attribution and each.cue.index in attribution.words and attribution.cue.index not in each.content
    ]
    return replace(attribution, words=attribution.words.difference(*inner)) if inner else attribution


def _is_anybodys(page: Page, attribution: Attribution) -> bool:
    """ "officials said that it was revealed that P", "… that X was warned that P": the officials are source enough."""
    voices = attribution.paths[0]
    if len(voices) != 1 or voices[0].head is not None or attribution.manner is Manner.HEARSAY:
        return False
    addressed = {*page.words["frames"]["told"], *page.words["frames"]["order"]}
    return voices[0].span.text.lower().startswith("it ") or attribution.cue.lemma in addressed


def _is_state(page: Page, attribution: Attribution) -> bool:
    holder = attribution.paths[0][-1].head
    return holder is not None and any(each.endswith("-GPE") for each in holder.features)


def _unless_said(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """A reference back adds nothing to a sentence that already has its source."""
    if (
        any(page.found.tokens[index].sentence == attribution.cue.sentence for index in attribution.content)
        or not attribution.content
    ):
        return attribution
    held = any(
        2 * len(attribution.content & each.content) > len(attribution.content)
        for each in others if each is not attribution and each.manner in (Manner.SAY, Manner.DENY)
    )  # fmt: skip
    return replace(attribution, content=frozenset()) if held else attribution


FINDERS: Sequence[Finder] = (
    by_verb,
    by_as,
    by_according,
    by_colon,
    by_quoting,
    by_hearsay,
    by_noun,
    by_dispute,
    by_apposition,
    by_reference,
    by_saying_so,
)
"""Every way in which the text's grammar attributes. A plugin adds a row."""

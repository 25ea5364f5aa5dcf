"""Who is said to have said what: every attribution that Russian and Ukrainian layout and lexicon support."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.voices import Voice
from reportedly.slavic.box_cues import by_box
from reportedly.slavic.hearsay_cues import by_hearsay, by_rumour
from reportedly.slavic.label_cues import LABEL, by_label, by_trailing_label, run_on
from reportedly.slavic.list_cues import by_list
from reportedly.slavic.phrase_cues import by_phrase, by_reference, find_phrase_cues
from reportedly.slavic.quotations import extend_to_quotations, find_further, find_quoted
from reportedly.slavic.relays import PUBLISHERS
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.verb_cues import by_verb
from reportedly.slavic.voices import kinds_of

_SPOKEN = (Manner.SAY, Manner.DENY, Manner.HEARSAY)


def find_attributions(sheet: Sheet) -> list[Attribution]:
    """Every attribution of the document, in the order of their cues, quotations held whole."""
    found: list[Attribution] = []
    for number in sheet.pieces:
        found += _in_sentence(sheet, number, found[-1] if found and found[-1].cue.sentence == number - 1 else None)
    found = [replace(each, content=run_on(sheet, each, found)) if _is_label(each) else each for each in found]
    found = extend_to_quotations(sheet, found)
    found = [*found, *find_quoted(sheet, found)]
    found = [*found, *find_further(sheet, found)]
    found = [*found, *by_box(sheet, found)]
    found = [*found, *by_list(sheet, found)]
    found = _without_thoughts(sheet, _without_positions(found))
    return sorted(found, key=lambda each: each.cue.index)


def _is_label(attribution: Attribution) -> bool:
    return any(voice.because == LABEL for path in attribution.paths for voice in path)


def _in_sentence(sheet: Sheet, number: int, before: Attribution | None) -> list[Attribution]:
    """The attributions of one sentence, none joined yet."""
    cues = find_phrase_cues(sheet, number)
    aside = frozenset(index for each in cues for index in each.words)
    verbs = list(by_verb(sheet, number, aside, before))
    phrases = [each for each in by_phrase(sheet, number, cues) if not _speaks_again(each, verbs)]
    taken = frozenset(index for each in (*verbs, *phrases) for index in each.words)
    found = [*by_label(sheet, number), *verbs, *phrases, *by_reference(sheet, number, taken)]
    found += list(by_trailing_label(sheet, number, taken))
    said = frozenset(index for each in found for index in each.content)
    found += [
        each for each in (*by_hearsay(sheet, number), *by_rumour(sheet, number)) if each.cue.index not in said | taken
    ]
    found = [each for each in found if not _is_anybodys(each, found)]
    silent = frozenset(index for each in found if not each.reference for index in each.words)
    return [_untangled(each, found, silent) for each in sorted(found, key=lambda each: each.cue.index)]


def _is_anybodys(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """ "Со слов X, было установлено, что P": X is source enough."""
    if any(voice.head is not None for path in attribution.paths for voice in path):
        return False
    return any(
        attribution.cue.index in each.content and each.manner is Manner.SAY
        for each in others
        if each is not attribution and each.paths[0][-1].head is not None
    )


def _speaks_again(phrase: Attribution, verbs: Sequence[Attribution]) -> bool:
    """ "Они сказали, что, по их убеждению, P": the pronoun means whoever says it all."""
    head = phrase.paths[0][-1].head
    if head is None or head.pos not in ("PRON", "DET"):
        return False
    return any(phrase.cue.index in each.content and each.manner is Manner.SAY for each in verbs)


def _untangled(attribution: Attribution, others: Sequence[Attribution], silent: frozenset[int]) -> Attribution:
    """Where each of two seems to hold the other's cue, the one that trails is the outer one; no clause holds its own cue's words."""
    content = attribution.content
    for each in others:
        if each is attribution or attribution.cue.index not in each.content or each.cue.index not in content:
            continue
        trails = each.cue.index > attribution.cue.index
        if trails and not _is_label(attribution) and not _opens(attribution, each):
            content -= each.words
    return replace(attribution, content=content)


def _opens(attribution: Attribution, other: Attribution) -> bool:
    """Does a phrase that opens the sentence ("по словам X") stand over the whole of it, cues within it too?"""
    return (
        attribution.cue.pos == "NOUN"
        and bool(attribution.words)
        and min(attribution.words) < min(other.content | {other.cue.index})
    )


def _without_thoughts(sheet: Sheet, attributions: Sequence[Attribution]) -> list[Attribution]:
    """What somebody is said to think, within what somebody else says, is part of what is said.

    A publisher only passes the thought on: "Разведка считает, что P, — Reuters".
    """
    spoken: set[int] = set()
    for each in attributions:
        if each.manner in _SPOKEN and not all(_publishes(sheet, path[-1]) for path in each.paths):
            spoken |= each.content | each.words
    return [each for each in attributions if each.manner is not Manner.ATTITUDE or each.cue.index not in spoken]


def _publishes(sheet: Sheet, voice: Voice) -> bool:
    if voice.publishes or sheet.profile.outlet(voice.span.text) is not None:
        return True
    return voice.head is not None and bool(kinds_of(sheet, voice.head) & PUBLISHERS)


def _without_positions(attributions: Sequence[Attribution]) -> list[Attribution]:
    """A demand or an opinion within what somebody says is part of what is said, if nobody else holds it."""
    spoken: set[int] = set()
    for each in attributions:
        if each.manner in _SPOKEN:
            spoken |= each.content
    return [each for each in attributions if each.manner is not Manner.POSITION or each.cue.index not in spoken]

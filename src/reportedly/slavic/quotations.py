"""Whose words a quotation holds that goes beyond its sentence, or that no verb of its own sentence brings in."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Manner
from reportedly.model.annotation import SentenceRole
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.words import spelt

_DASHES = frozenset("—–-−")
_FURTHER_OPENINGS = (
    "также",
    "кроме того",
    "помимо этого",
    "помимо того",
    "вместе с тем",
    "також",
    "крім того",
    "окрім того",
    "крім цього",
    "окрім цього",
    "при этом также",
)


def extend_to_quotations(sheet: Sheet, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, each holding the whole of every quotation of speech that it touches."""
    whole = [each if each.reference else replace(each, content=_whole(sheet, each)) for each in attributions]
    return [replace(each, content=each.content | _line(sheet, each, whole)) for each in whole]


def _whole(sheet: Sheet, attribution: Attribution) -> frozenset[int]:
    own = sheet.quote(attribution.cue)
    content = attribution.content
    numbers = {sheet.quote(sheet.found.tokens[index]) for index in content} - {None, own}
    if own is not None and _is_set_in(sheet, attribution):
        numbers |= {own}
    for number in numbers:
        if number is not None and sheet.is_speech(number):
            content |= sheet.quote_tokens[number] - attribution.words
    return content


def _is_set_in(sheet: Sheet, attribution: Attribution) -> bool:
    """ "«P, — говорит X. — Q»", "— P, — говорит X. — Q": does the cue stand between dashes behind what is said?"""
    piece = sheet.piece(attribution.cue)
    if piece is None or not set(piece.before) & _DASHES:
        return False
    return any(index < piece.first.index for index in attribution.content)


def _line(sheet: Sheet, attribution: Attribution, others: Sequence[Attribution]) -> frozenset[int]:
    """The words of a line of dialogue into which the cue is set: of its paragraph, which a dash opens."""
    if attribution.reference or not _is_set_in(sheet, attribution):
        return frozenset()
    sentences = sheet.found.sentences
    paragraph = sentences[attribution.cue.sentence].paragraph
    own = [number for number in sheet.sentences if sentences[number].paragraph == paragraph]
    if not own or not sheet.follows_dash(min(own)):
        return frozenset()
    rivals = {each.cue.sentence for each in others if each is not attribution and _is_set_in(sheet, each)}
    words: frozenset[int] = frozenset()
    for number in own:
        between = range(min(number, attribution.cue.sentence), max(number, attribution.cue.sentence) + 1)
        if number != attribution.cue.sentence and not rivals & {*between}:
            words |= frozenset(each.index for each in sheet.sentences[number])
    return words


def find_quoted(sheet: Sheet, attributions: Sequence[Attribution]) -> list[Attribution]:
    """One attribution more for each quotation of speech, or "также" sentence, that goes on with whoever spoke just before."""
    added: list[Attribution] = []
    for number in sorted(sheet.quote_tokens):
        tokens = sheet.quote_tokens[number]
        known = [*attributions, *added]
        outside = [each for each in known if sheet.quote(each.cue) != number]
        if not sheet.is_speech(number) or any(2 * len(tokens & each.content) > len(tokens) for each in outside):
            continue
        first, last = sheet.found.tokens[min(tokens)], sheet.found.tokens[max(tokens)]
        if sheet.sentence(first).role is not SentenceRole.BODY or not _stands_alone(sheet, number):
            continue
        speaker = _spoke_before(sheet, first.sentence, first.index, outside) or _speaks_behind(last.sentence, outside)
        if speaker is not None:
            added.append(replace(speaker, manner=Manner.SAY, content=tokens, words=frozenset(), reference=False))
    return added


def _stands_alone(sheet: Sheet, number: int) -> bool:
    """Does the quotation make up whole sentences, rather than part of one?"""
    tokens = sheet.quote_tokens[number]
    first, last = sheet.found.tokens[min(tokens)], sheet.found.tokens[max(tokens)]
    before = [
        each
        for each in sheet.sentences[first.sentence]
        if each.index < first.index and each.pos not in ("PUNCT", "SYM")
    ]
    after = [
        each for each in sheet.sentences[last.sentence] if each.index > last.index and each.pos not in ("PUNCT", "SYM")
    ]
    return not before and not after


def _spoke_before(sheet: Sheet, sentence: int, index: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Whoever spoke last, if that was in this sentence or in the one just before."""
    earlier = [each for each in attributions if max(each.content | each.words | {each.cue.index}) < index]
    best = max(earlier, key=lambda each: max(each.content | each.words | {each.cue.index}), default=None)
    if best is None or best.manner is Manner.HEARSAY:
        return None
    end = sheet.found.tokens[max(best.content | best.words | {best.cue.index})].sentence
    return best if sentence - end <= 1 else None


def _speaks_behind(sentence: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """ "«P.» \\n Об этом сказал X": nobody before, and somebody right behind who points back."""
    return next((each for each in attributions if each.cue.sentence == sentence + 1 and not each.content), None)


def find_further(sheet: Sheet, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Sentences without a voice that go on with "также", "окрім того" right behind one that has a voice."""
    added: list[Attribution] = []
    for number, tokens in sheet.sentences.items():
        if not _goes_further(sheet, number):
            continue
        indices = frozenset(each.index for each in tokens)
        known = [*attributions, *added]
        if any(each.cue.sentence == number or len(each.content & indices) * 2 > len(indices) for each in known):
            continue
        before = [each for each in known if _holds(sheet, each, number - 1)]
        if before and sheet.found.sentences[number].paragraph == sheet.found.sentences[number - 1].paragraph:
            outer = max(before, key=lambda each: len(each.content))
            inner = [each for each in before if each is not outer and each.cue.index in outer.content]
            for each in (outer, *inner):
                added.append(replace(each, content=indices, words=each.words, reference=False))
    return added


def _goes_further(sheet: Sheet, number: int) -> bool:
    tokens = sheet.sentences[number]
    if sheet.found.sentences[number].role is not SentenceRole.BODY:
        return False
    return " ".join(spelt(each.text) for each in tokens[:3] if each.pos != "PUNCT").startswith(_FURTHER_OPENINGS)


def _holds(sheet: Sheet, attribution: Attribution, number: int) -> bool:
    """Does the attribution bring in most of sentence `number`?"""
    tokens = [each for each in sheet.sentences.get(number, ()) if each.pos not in ("PUNCT", "SYM")]
    said = [each for each in tokens if each.index in attribution.content]
    own = [each for each in tokens if each.index in attribution.words]
    return bool(said) and 2 * len(said) >= len(tokens) - len(own) and attribution.manner in (Manner.SAY, Manner.DENY)

"""Pages that sort what they know into labelled lines: "Джерело: X", "Дослівно: «P»", "Пряма мова X: «P»"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Manner
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.label_cues import is_voice
from reportedly.slavic.phrases import Phrase, cut_phrases, phrase_at
from reportedly.slavic.relays import make_paths
from reportedly.slavic.sheet import READ_LANGUAGES, Sheet
from reportedly.slavic.words import listed, spelt

_MOST_BEFORE = 6
"""Sentences of a lead for which the line of its source stands, at most."""


def by_box(sheet: Sheet, attributions: Sequence[Attribution]) -> list[Attribution]:
    """What such lines add to the attributions that sentences make by themselves."""
    found: list[Attribution] = []
    for number, tokens in sheet.sentences.items():
        if sheet.language(tokens[0]) not in READ_LANGUAGES:
            continue
        label = _label(sheet, tokens, "source")
        if label:
            found += _lead(sheet, number, tokens[label + 1 :], [*attributions, *found])
            continue
        label = _label(sheet, tokens, "verbatim")
        if label and sheet.found.sentences[number].role is SentenceRole.BODY:
            found += _verbatim(sheet, tokens, label, [*attributions, *found])
    return found


def _label(sheet: Sheet, tokens: Sequence[Token], which: str) -> int:
    """The place of the colon behind a label of the lexicon and, at most, the name in it; 0 if there is none."""
    words = [each.split() for each in _labels(sheet, tokens[0], which)] if tokens else []
    opening = next((each for each in words if [spelt(t.text) for t in tokens[: len(each)]] == each), None)
    if opening is None:
        return 0
    colon = next((at for at, each in enumerate(tokens) if each.text == ":"), 0)
    return colon if which == "verbatim" or colon == len(opening) else 0


def _labels(sheet: Sheet, token: Token, which: str) -> Sequence[str]:
    language = sheet.language(token)
    return [each.replace("_", " ") for each in listed(language, "reporting", "labels", which)]


def _lead(sheet: Sheet, number: int, tokens: Sequence[Token], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The lead above a line of sources that names one: the sentences before it that no other voice holds."""
    named = [each for each in cut_phrases(tokens) if each.preposition is None and each.may_be("Nom")]
    if not named or not is_voice(sheet, named[0]) or any(each.text in (",", ";") for each in tokens):
        return
    taken = {index for each in known for index in (each.cue.index, *each.content)}
    content: set[int] = set()
    for before in range(number - 1, max(-1, number - 1 - _MOST_BEFORE), -1):
        inside = {each.index for each in sheet.sentences.get(before, ())}
        if sheet.found.sentences[before].role is not SentenceRole.BODY:
            continue
        if inside & taken:
            return
        content |= inside
    if content:
        cue = sheet.tree.span(tokens[:1])
        paths = make_paths(sheet, named[:1], cue, "a line names the source of the lead", ())
        yield Attribution(
            cue=named[0].head, manner=Manner.SAY, paths=paths, content=frozenset(content), words=frozenset()
        )


def _verbatim(sheet: Sheet, tokens: Sequence[Token], colon: int, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The quotation behind a label, of whoever the label names, else of who spoke last."""
    words = frozenset(each.index for each in tokens[: colon + 1])
    content = frozenset(each.index for each in tokens[colon + 1 :])
    for index in tuple(content):
        quote = sheet.quote(sheet.found.tokens[index])
        if quote is not None and sheet.is_speech(quote):
            content |= sheet.quote_tokens[quote]
    named = _named(tokens[:colon])
    if named is not None:
        cue = sheet.tree.span(tokens[:colon])
        paths = make_paths(sheet, [named], cue, "the label of the quotation names who speaks", ())
        yield Attribution(cue=named.head, manner=Manner.SAY, paths=paths, content=content, words=words)
        return
    before = [each for each in known if each.cue.index < tokens[0].index and each.manner is not Manner.HEARSAY]
    if before:
        last = max(before, key=lambda each: each.cue.index)
        yield replace(last, manner=Manner.SAY, content=content, words=words, reference=False)


def _named(label: Sequence[Token]) -> Phrase | None:
    """ "Пряма мова Ганни Литвин, речниці поліції": the person, in the genitive."""
    for at in range(1, len(label)):
        phrase = phrase_at(label, at)
        if phrase is not None and phrase.may_be("Gen") and label[at].text[:1].isupper():
            return phrase
    return None

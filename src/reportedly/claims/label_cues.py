"""Names that stand for the verb of saying: "Zelensky: P", "Mash, citing police: P", "P - Reuters"."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import NOUNS, VERBS, Page
from reportedly.claims.relays import QUOTES, paths_from
from reportedly.claims.subjects import CITING, subject_of
from reportedly.claims.voices import Path, Voice, is_second_hand
from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon

_LONGEST_LABEL_WORDS = 12
"""A name with its office, before a colon."""
_LONGEST_SIGNATURE_WORDS = 4
_DASHES = ("-", "–", "—")


def by_colon(page: Page) -> Iterator[Attribution]:
    """ "Zelensky: P", "Mash: P - Reuters": a bare name before a colon, and who carries it."""
    for sentence in page.sentences.values():
        colon = next((number for number, each in enumerate(sentence) if each.text == ":"), None)
        if colon is None or not 1 <= colon <= _LONGEST_LABEL_WORDS:
            continue
        rest = sentence[colon + 1 :]
        label = list(dropwhile(lambda each: each.pos in ("PUNCT", "SYM"), sentence[:colon]))  # "* * * President X: P"
        cited = _cited_in(label)
        name = [each for each in label if each not in cited and each.text != ","] if cited else label
        if not name or any(each.pos in VERBS for each in name) or not any(each.pos in VERBS for each in rest):
            continue
        head = next((each for each in name if each.head not in {other.index for other in name}), name[-1])
        if not _names_somebody(page, head, name):
            continue
        words = frozenset(each.index for each in sentence[: colon + 1])
        voice = Voice(head=head, span=page.span(name), cue=None, because="the name stands before a colon")
        signature = _signature(page, rest)
        words |= frozenset(each.index for each in signature)
        before = _signed(page, signature)
        content = frozenset(each.index for each in rest if each not in signature)
        paths = tuple((*before, voice, *deeper) for deeper in _deeper(page, cited) or [()])
        yield Attribution(cue=head, manner=Manner.SAY, paths=paths, content=content, words=words)


def by_quoting(page: Page) -> Iterator[Attribution]:
    """ "Myanmar Now quoted a fighter: “P”": the fighter's words, which the outlet carries."""
    for verb in page.found.tokens:
        if verb.lemma not in ("quote", "cite") or verb.pos not in VERBS or page.quote(verb) is not None:
            continue
        speaker = page.tree.child(verb, "obj")
        carrier = subject_of(page.tree, verb)
        sentence = page.sentences[verb.sentence]
        colon = next((each for each in sentence if each.text == ":" and each.index > verb.index), None)
        if speaker is None or carrier is None or colon is None or not verb.index < speaker.index < colon.index:
            continue
        number = page.quote(page.found.tokens[colon.index + 1]) if colon.index + 1 < len(page.found.tokens) else None
        if number is None or is_second_hand(speaker):
            continue
        words = frozenset(each.index for each in sentence if each.index <= colon.index)
        outer = paths_from(page, None, carrier, page.tree.span([verb]), QUOTES)
        inner = paths_from(page, None, speaker, page.tree.span([verb]), "the quotation follows the colon")
        paths = tuple((*before, *own) for before in outer for own in inner)
        yield Attribution(cue=verb, manner=Manner.SAY, paths=paths, content=page.quote_tokens[number], words=words)


def _cited_in(label: Sequence[Token]) -> list[Token]:
    """ "Bloomberg, citing sources": the words from "citing" on."""
    at = next((number for number, each in enumerate(label) if each.text.lower() in CITING), None)
    return list(label[at:]) if at and label[at - 1].text == "," else []


def _deeper(page: Page, cited: Sequence[Token]) -> list[Path]:
    nouns = [each for each in cited[1:] if each.pos in NOUNS]
    inside = {each.index for each in cited[1:]}
    head = next((each for each in nouns if each.head not in inside), nouns[-1] if nouns else None)
    if head is None:
        return []
    return list(paths_from(page, None, head, page.tree.span(cited[:1]), f"{cited[0].text!r} names whom it relies on"))


def _signature(page: Page, rest: Sequence[Token]) -> list[Token]:
    """The dash and the name that close a headline: "P - Reuters"."""
    apart = [
        number
        for number in range(1, len(rest) - 1)
        if rest[number].text in _DASHES
        and rest[number - 1].end < rest[number].start
        and rest[number].end < rest[number + 1].start
    ]
    dash = apart[-1] if apart else None
    if dash is None or len(rest) - dash - 1 > _LONGEST_SIGNATURE_WORDS + 1:
        return []
    name = [each for each in rest[dash + 1 :] if each.pos != "PUNCT" or each.text == "-"]
    if not name or not all(each.text[:1].isupper() or each.text == "-" for each in name):
        return []
    return list(rest[dash:])


def _signed(page: Page, signature: Sequence[Token]) -> Path:
    name = [each for each in signature[1:] if each.pos != "PUNCT" or each.text == "-"]
    if not name:
        return ()
    voice = Voice(head=name[-1], span=page.span(name), cue=None, because="the headline is signed with the name")
    return (voice,)


def _names_somebody(page: Page, head: Token, label: Sequence[Token]) -> bool:
    """Is this a person or a body, rather than a topic ("Kherson: two dead") or a heading?"""
    known = page.profile.known(page.span(label).text)
    if page.is_outlet(page.span(label).text) or known is not None:
        return True
    types = lexicon(page.document.language or "en", "source")["types"]
    if any(
        each.lemma in nouns
        for each in label
        for kind, nouns in types.items()
        if kind in ("official", "military", "institution") or (each is head and kind != "document")
    ):
        return True
    comma = next((number for number, each in enumerate(label) if each.text == ","), len(label))
    name = label[:comma]  # "Oleksandr Prokudin, head of the region: P"
    return all(each.pos in ("PROPN", "PUNCT") for each in name) and any(
        each.endswith("PERSON") for token in name for each in token.features if each.startswith("Entity=")
    )

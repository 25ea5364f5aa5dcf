"""A name and a colon: "Генштаб: P", "Mash: P"; what follows up to the next voice is theirs."""

from collections.abc import Iterator, Sequence

from reportedly.claims.attribution import Attribution, Manner
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.relays import find_references, make_paths
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import kinds_of, sheet_name
from reportedly.slavic.words import entity, feature, lemma, listed, spelt

LABEL = "a label before a colon"
"""Why a voice is taken for the one that speaks, by which its attribution is known again."""
LONGEST_LABEL_WORDS = 10
_LONGEST_TRAILER = 6
_PART_OF = frozenset(
    "которых которого которой них большинство половина остальные яких якого якої них більшість половина решта".split()
)


def by_label(sheet: Sheet, number: int) -> Iterator[Attribution]:
    """The attribution of a label that opens sentence `number`, over the sentence alone."""
    pieces = sheet.pieces.get(number, ())
    if len(pieces) < 2 or not pieces[1].before.startswith(":") or pieces[0].predicates or pieces[0].number:
        return
    label = pieces[0]
    names = label.opening in listed(sheet.language(label.first), "reporting", "labels", "source")
    if names and not any(each.predicates for each in pieces[1:]):
        return  # what stands behind is whose word it is, not what is said
    speakers = _speakers(sheet, label)
    if not speakers:
        return
    references = find_references(sheet, label.tokens)
    words = label.indices()
    content = frozenset(index for piece in pieces[1:] for index in piece.indices())
    cue = sheet.tree.span([each for each in label.tokens if each.pos != "PUNCT"])
    paths = make_paths(sheet, speakers, cue, LABEL, (), references)
    yield Attribution(cue=speakers[0].head, manner=Manner.SAY, paths=paths, content=content, words=words)


def by_trailing_label(sheet: Sheet, number: int, silent: frozenset[int]) -> Iterator[Attribution]:
    """ "P — Reuters", "P — губернатор": a voice behind a dash that ends the sentence."""
    pieces = sheet.pieces.get(number, ())
    if len(pieces) < 2:
        return
    label = pieces[-1]
    words = [each for each in label.tokens if each.pos != "PUNCT"]
    if (
        not any(mark in label.before for mark in "—–-")
        or label.predicates
        or len(words) > _LONGEST_TRAILER
        or silent & label.indices()
        or any(spelt(each.text) in ("или", "либо", "або", "чи") for each in words)
        or _is_spoken(sheet, words[0])
    ):
        return
    if not any(each.predicates for each in pieces[:-1]) or _is_left_open(sheet, pieces[-2]):
        return
    speakers = _speakers(sheet, label)
    if speakers:
        content = frozenset(index for piece in pieces[:-1] for index in piece.indices())
        cue = sheet.tree.span(words)
        paths = make_paths(sheet, speakers, cue, "a name behind the dash that ends the sentence", ())
        yield Attribution(cue=speakers[0].head, manner=Manner.SAY, paths=paths, content=content, words=label.indices())


def _is_spoken(sheet: Sheet, word: Token) -> bool:
    """Does the word stand in a quotation of speech? Who speaks in it is not named in it."""
    quote = sheet.quote(word)
    return quote is not None and sheet.is_speech(quote)


def _is_left_open(sheet: Sheet, piece: Piece) -> bool:
    """ "Лидером стал — Александр", "большинство из которых — дети": the name behind the dash completes the clause."""
    words = [each for each in piece.tokens if each.pos != "PUNCT"]
    if not words:
        return True
    if words[0].pos in ("PRON", "DET") and lemma(words[0]) in ("кто", "хто"):
        return True  # "те, кто возглавил протест, — X или Y"
    copula = lemma(words[-1]) in listed(sheet.language(words[-1]), "factuality", "verbs", "copula")
    return copula or (not piece.predicates and any(spelt(each.text) in _PART_OF for each in words))


def _speakers(sheet: Sheet, label: Piece) -> list[Phrase]:
    """Who a label names, if it names nobody and nothing else: "Глава МЗС України", "Reuters и Bloomberg"."""
    words = [each for each in label.tokens if each.pos != "PUNCT"]
    if not words or len(words) > LONGEST_LABEL_WORDS:
        return []
    phrases = cut_phrases(label.tokens)
    cited = {index for each in find_references(sheet, label.tokens) for index in each.words}
    own = [each for each in phrases if each.head.index not in cited]
    covered = cited | {token.index for each in own for token in each.tokens}
    loose = [each for each in words if each.index not in covered and each.pos not in ("CCONJ", "ADP")]
    if (
        not own
        or loose
        or any(each.preposition is not None for each in own)
        or not all(is_voice(sheet, each) for each in own)
    ):
        return []
    return own


def is_voice(sheet: Sheet, phrase: Phrase) -> bool:
    """Is it somebody who speaks: a known voice, a person, a body or a publisher?"""
    if phrase.case not in ("", "Nom"):
        return False
    if sheet.profile.known(sheet_name(sheet, phrase)) is not None:
        return True
    kinds = kinds_of(sheet, phrase.head) - {"unspecified", "document"}
    if lemma(phrase.head) in listed(sheet.language(phrase.head), "source", "heads", "informants"):
        return True
    if kinds or (entity(phrase.head) == "ORG" and phrase.head.pos != "NOUN"):
        return True
    nominative = feature(phrase.head, "Case") in ("", "Nom")
    alive = phrase.head.pos == "PROPN" and feature(phrase.head, "Animacy") == "Anim"
    return nominative and (alive or any(entity(each) == "PERSON" for each in phrase.tokens))


def run_on(sheet: Sheet, label: Attribution, others: Sequence[Attribution]) -> frozenset[int]:
    """The content of a label that opens its paragraph, with the sentences up to the next that names a voice of its own."""
    tokens: frozenset[int] = label.content
    first = label.cue.sentence
    paragraph = sheet.found.sentences[first].paragraph
    if any(each.paragraph == paragraph for each in sheet.found.sentences[:first]):
        return tokens
    voiced = {each.cue.sentence for each in others if each is not label}
    for number in range(first + 1, len(sheet.found.sentences)):
        sentence = sheet.found.sentences[number]
        if sentence.paragraph != paragraph or sentence.role is not SentenceRole.BODY or number in voiced:
            break
        tokens |= frozenset(each.index for each in sheet.sentences.get(number, ()))
    return tokens

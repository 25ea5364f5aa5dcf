"""Who passes on what somebody says: outlets that were told it, and those whom a voice cites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.voices import Path, Voice
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon
from reportedly.slavic.phrases import Phrase, cut_phrases, phrase_at
from reportedly.slavic.scope import is_relative, is_relative_word
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import ONE_OF, kinds_of, sheet_name, voice_of, with_belonging
from reportedly.slavic.words import entity, feature, lemma, listed, spelt

PUBLISHERS = {"outlet", "agency", "channel"}
_OWNED = frozenset("источник собеседник джерело співрозмовник корреспондент кореспондент журналист журналіст".split())
_AND = frozenset("и а также й і та також".split())
_FAR_SENTENCES = 3
"""Sentences back, at most, to the outlet that "агентства" means."""
_OWNERS = frozenset("его ее их його її їх".split())
_ABSTRACT = ("ость", "ение", "ание", "тие", "ість", "ння", "ття")
"""How nouns end that name no person, no body and no paper."""
_OF_OUTLET = ("Gen", "Nom", "")


@dataclass(frozen=True, slots=True)
class Reference:
    """ "Со ссылкой на Y": whom a voice relies on."""

    voices: tuple[Phrase, ...]
    """Side by side."""
    cue: Span
    words: frozenset[int]


def find_references(sheet: Sheet, tokens: Sequence[Token]) -> list[Reference]:
    """Every reference to somebody among some words of one sentence, in order."""
    found: list[Reference] = []
    for at in range(len(tokens)):
        if found and tokens[at].index in found[-1].words:
            continue
        end = _match(sheet, tokens, at)
        if end is None:
            continue
        phrases = _objects(sheet, tokens, end)
        if phrases:
            words = frozenset(range(tokens[at].index, phrases[-1].last.index + 1))
            found.append(Reference(tuple(phrases), sheet.tree.span(tokens[at:end]), words))
    return found


def _match(sheet: Sheet, tokens: Sequence[Token], at: int) -> int | None:
    """Behind the words of a reference that begin at place `at`."""
    first = spelt(tokens[at].text)
    for words in _openings(sheet.language(tokens[at])).get(first, ()):
        if [spelt(each.text) for each in tokens[at : at + len(words)]] == list(words):
            return at + len(words)
    return None


@cache
def _openings(language: str) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon(language, "reporting")["phrases"]["reference"]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    for word in listed(language, "reporting", "phrases", "citing"):
        table.setdefault(word, []).append((word,))
    return table


def _objects(sheet: Sheet, tokens: Sequence[Token], at: int) -> list[Phrase]:
    """Who is referred to, side by side; behind "информацию", "публикацию" whose it is."""
    phrase = phrase_at(tokens, at)
    if phrase is None or not _can_be_cited(sheet, phrase):
        return []
    found = [behind_vehicle(sheet, with_belonging(sheet, phrase))]
    end = tokens.index(phrase.last) + 1
    while end + 1 < len(tokens) and spelt(tokens[end].text) in _AND:
        another = phrase_at(tokens, end + 1)
        if another is None or another.case not in ("", phrase.case):
            break
        found.append(behind_vehicle(sheet, with_belonging(sheet, another)))
        end = tokens.index(another.last) + 1
    return found


def _can_be_cited(sheet: Sheet, phrase: Phrase) -> bool:
    """ "Ссылаясь на источник", not "ссылаясь на необходимость"."""
    bears_words = listed(sheet.language(phrase.head), "reporting", "nouns", "vehicle")
    name = lemma(phrase.head)
    return not name.endswith(_ABSTRACT) or name in bears_words or bool(kinds_of(sheet, phrase.head))


def behind_vehicle(sheet: Sheet, phrase: Phrase) -> Phrase:
    """ "Информация «Днепр Оперативный»", "сообщение Генштаба": whose words they are; any other phrase itself."""
    language = sheet.language(phrase.head)
    if lemma(phrase.head) not in listed(language, "reporting", "nouns", "vehicle"):
        return phrase
    pronoun = phrase.tokens[0]
    if pronoun.index < phrase.head.index and spelt(pronoun.text) in _OWNERS:
        return Phrase((pronoun,), pronoun)  # "согласно её данным"
    rest = [each for each in phrase.tokens if each.index > phrase.head.index]
    owner = phrase_at(rest, 0) if rest else None
    return owner if owner is not None and rest else phrase


def make_paths(
    sheet: Sheet,
    speakers: Sequence[Phrase],
    cue: Span,
    because: str,
    clause: Sequence[Token],
    references: Sequence[Reference] = (),
    *,
    publishes: bool = False,
) -> tuple[Path, ...]:
    """The paths that begin at the speakers: who was told it stands before them, whom they cite behind.

    Args:
        publishes: whether what they do is passing on, so that a bare name is an outlet's.
    """
    deeper: list[Path] = [
        (voice_of(sheet, each, reference.cue, f"{reference.cue.text!r} names whom it relies on"),)
        for reference in references[:1]
        for each in reference.voices
    ]
    taken = {token.index for each in speakers for token in each.tokens}
    told = told_outlets(sheet, [each for each in clause if each.index not in taken], cue)
    found: list[Path] = []
    for speaker in speakers:
        own = voice_of(sheet, speaker, cue, because, publishes=(publishes or bool(deeper)) and _is_name(speaker))
        before = told or _owner(sheet, speaker, cue)
        found += [(*before, own, *path) for path in (deeper or [()])]
    return tuple(found)


def _is_name(phrase: Phrase) -> bool:
    return phrase.is_title or (phrase.head.pos in ("PROPN", "X") and entity(phrase.head) != "PERSON")


def told_outlets(sheet: Sheet, clause: Sequence[Token], cue: Span) -> Path:
    """ "Сообщил РИА Новости", "рассказал изданию «Бабель»", "в интервью CNN": the outlet that carries it."""
    talk = listed(sheet.language(clause[0]), "reporting", "nouns", "talk") if clause else frozenset()
    phrases = cut_phrases(clause)
    for at, phrase in enumerate(phrases):
        name = lemma(phrase.head)
        if phrase.preposition is not None and name in talk:
            owner = _owner_phrase(phrase) or (
                phrases[at + 1] if at + 1 < len(phrases) and _adjoins(phrase, phrases[at + 1]) else None
            )
            if owner is not None and _is_outlet(sheet, owner):
                return (_carrier(sheet, owner, cue),)
        elif (
            phrase.preposition is None
            and phrase.may_be("Dat")
            and _is_outlet(sheet, phrase)
            and not _bracketed(sheet, phrase)
        ):
            return (_carrier(sheet, phrase, cue),)
    return ()


def _bracketed(sheet: Sheet, phrase: Phrase) -> bool:
    """ "MARA (Marathon Digital)": another name between brackets."""
    before = sheet.found.tokens[phrase.start.index - 1] if phrase.start.index else None
    return before is not None and before.text in ("(", "[")


def _adjoins(one: Phrase, other: Phrase) -> bool:
    return other.start.index == one.last.index + 1


def _owner_phrase(phrase: Phrase) -> Phrase | None:
    """What follows the head within its phrase: "CNN" of "интервью CNN"."""
    rest = [each for each in phrase.tokens if each.index > phrase.head.index]
    return phrase_at(rest, 0) if rest else None


def _owner(sheet: Sheet, speaker: Phrase, cue: Span) -> Path:
    """ "Источник Reuters", "собеседник агентства «Интерфакс»": the outlet whose source it is."""
    told = next((each for each in speaker.tokens if lemma(each) in _OWNED), None)
    if told is None or (told is not speaker.head and lemma(speaker.head) not in ONE_OF):
        return ()
    rest = [each for each in speaker.tokens if each.index > told.index]
    owner = phrase_at(rest, 0) if rest else None
    if owner is None or not owner.may_be(*_OF_OUTLET):
        return ()
    named = _is_outlet(sheet, owner, named=True)
    return (_carrier(sheet, owner, cue),) if named or _takes_up_outlet(sheet, owner) else ()


def _takes_up_outlet(sheet: Sheet, owner: Phrase) -> bool:
    """ "Собеседники агентства": has an outlet that is not the publication itself been named shortly before?"""
    if not kinds_of(sheet, owner.head) & PUBLISHERS:
        return False
    own = sheet.document.outlet or ""
    for number in range(owner.head.sentence - 1, owner.head.sentence - 1 - _FAR_SENTENCES, -1):
        for phrase in cut_phrases(sheet.sentences.get(number, ())):
            known = sheet.profile.outlet(sheet_name(sheet, phrase))
            named = known is not None or (is_publisher(sheet, phrase) and _is_outlet(sheet, phrase, named=True))
            if named and not (known is not None and known is sheet.profile.outlet(own)):
                return True
    return False


def _carrier(sheet: Sheet, outlet: Phrase, cue: Span) -> Voice:
    return voice_of(sheet, outlet, cue, "it carries what is said", publishes=True)


def _is_outlet(sheet: Sheet, phrase: Phrase, *, named: bool = False) -> bool:
    """Does it publish: known for it, or called a paper, an agency, a channel by name?"""
    if sheet.profile.outlet(sheet_name(sheet, phrase)) is not None:
        return True
    if kinds_of(sheet, phrase.head) & PUBLISHERS:
        rest = [each for each in phrase.tokens if each.index > phrase.head.index and each.pos != "PUNCT"]
        return bool(rest) or not named
    quoted = any(each.text in ("«", '"', "„", "“") for each in phrase.tokens)
    latin = phrase.head.text.isascii() and phrase.head.text[:1].isupper() and entity(phrase.head) != "PERSON"
    return quoted or (latin and len(phrase.head.text) > 1)


def is_publisher(sheet: Sheet, phrase: Phrase) -> bool:
    """Is it known, or called, an outlet, an agency, a channel?"""
    return sheet.profile.outlet(sheet_name(sheet, phrase)) is not None or bool(
        kinds_of(sheet, phrase.head) & PUBLISHERS
    )


def trailing_outlet(clause: Sequence[Token], verb: Token) -> tuple[Phrase, ...]:
    """ "Цитирует сержанта Associated Press", "цитирует мэра ТАСС": the last name, in capitals or another alphabet."""
    run = [each for each in clause if each.pos != "PUNCT" and each.index > verb.index]
    if len(run) > 1 and run[-1].text.isupper() and len(run[-1].text) > 1 and not run[-1].text.isdigit():
        return (Phrase((run[-1],), run[-1]),)
    latin = [each for at, each in enumerate(run) if all(one.text.isascii() or one.text.isdigit() for one in run[at:])]
    return (Phrase(tuple(latin), latin[0]),) if latin and latin[0].text[:1].isupper() else ()


def who_relays(sheet: Sheet, piece: Piece | None) -> list[Phrase]:
    """ "…, слова которой приводит X", "…, на которые ссылается X": X, if the piece is nothing else."""
    if (
        piece is None
        or not is_relative(piece)
        or (feature(piece.first, "Case") == "Nom" and is_relative_word(piece.first))
    ):
        return []
    language = sheet.language(piece.first)
    relaying = listed(language, "reporting", "relay") | listed(language, "reporting", "referring")
    verb = next((each for each in piece.predicates if lemma(each) in relaying), None)
    if verb is None:
        return []
    return [
        each
        for each in cut_phrases(piece.tokens)
        if each.preposition is None and each.start.index > verb.index and each.may_be("Nom")
    ][:1]


def quoted_people(sheet: Sheet, clause: Sequence[Token], taken: Phrase) -> Iterator[Phrase]:
    """Whom "цитирует", "приводит слова" passes on: the object, or whose words they are."""
    words = listed(sheet.language(taken.head), "reporting", "phrases", "words_of")
    for phrase in cut_phrases(clause):
        if phrase.head.index == taken.head.index or phrase.preposition is not None:
            continue
        if spelt(phrase.head.text) in words:
            owner = _owner_phrase(phrase)
            while owner is not None and spelt(owner.head.text) in words:
                owner = _owner_phrase(owner)  # "фрагмент интервью X"
            before = [each for each in phrase.tokens if each.index < phrase.head.index and each.pos in ("DET", "PRON")]
            if owner is not None:
                yield owner
            elif before:
                yield Phrase((before[-1],), before[-1])
            return
        if (
            phrase.head.index == taken.tokens[0].index - 1
            or phrase.last.index >= taken.tokens[0].index > phrase.head.index
        ):
            phrase = Phrase(tuple(each for each in phrase.tokens if each.index < taken.tokens[0].index), phrase.head)
        if phrase.may_be("Acc", "Gen") and (
            phrase.head.pos == "NOUN"
            or feature(phrase.head, "Animacy") == "Anim"
            or entity(phrase.head) == "PERSON"
            or kinds_of(sheet, phrase.head)
            or phrase.head.pos == "PRON"
        ):
            yield phrase
            return

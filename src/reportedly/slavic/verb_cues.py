"""Verbs that bring in what somebody has said: "X сообщил, что P", "P, сообщил X", "X опроверг P"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.voices import Path
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.bodies import is_impersonal
from reportedly.slavic.contents import find_content
from reportedly.slavic.relays import (
    Reference,
    find_references,
    make_paths,
    quoted_people,
    told_outlets,
    trailing_outlet,
    who_relays,
)
from reportedly.slavic.sayings import Saying, find_sayings
from reportedly.slavic.scope import is_relative
from reportedly.slavic.settings import Content, Setting
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.speakers import find_speakers, has_subject, opens_participially
from reportedly.slavic.voices import can_speak, nobody, voice_of
from reportedly.slavic.words import feature, is_converb, is_finite, is_participle, lemma, spelt

_SHARED = frozenset("и а также при этом но і й та також але".split())


def by_verb(sheet: Sheet, number: int, aside: frozenset[int], before: Attribution | None) -> Iterator[Attribution]:
    """Every attribution that a verb of sentence `number` makes.

    Args:
        aside: indices of the words of phrases that attribute ("по его словам").
        before: the last attribution of the sentence before, for a verb without a subject.
    """
    sayings = find_sayings(sheet, number)
    own = {each.piece.number for each in sayings if each.speakers and not is_converb(each.verb)}
    spoken: list[tuple[Saying, tuple[Path, ...]]] = []
    for saying in sayings:
        setting = Setting(
            sheet, saying.piece, saying.verb, saying.manner,
            inserted=lambda piece: piece.indices() <= aside | _marks(piece) or _is_citing(sheet, piece),
            holds_cue=lambda piece: piece.number in own,
        )  # fmt: skip
        content = find_content(setting, saying.speakers)
        if content is None:
            continue
        paths, carried = _paths(setting, saying, content, sayings, spoken, before)
        if not paths:
            continue
        spoken.append((saying, paths))
        relayed = who_relays(sheet, sheet.beside(saying.piece, 1))
        if relayed:
            cue = sheet.tree.span([saying.verb])
            outer = make_paths(sheet, relayed, cue, "it is the one who quotes", ())
            paths = tuple((*before_it, *path) for before_it in outer for path in paths)
            carried |= (sheet.beside(saying.piece, 1) or saying.piece).indices()
        yield _attribution(setting, saying, content, paths, carried)


def _speaks_of(piece: Piece, verb: Token) -> bool:
    """ "Клиенты молчат, говорят о ставке": it goes on with somebody's doing; "говорят," alone is hearsay."""
    behind = next((each for each in piece.tokens if each.index > verb.index), None)
    return bool(piece.number) and behind is not None and behind.pos == "ADP"


def _marks(piece: Piece) -> frozenset[int]:
    return frozenset(each.index for each in piece.tokens if each.pos in ("PUNCT", "CCONJ", "PART"))


def _is_citing(sheet: Sheet, piece: Piece) -> bool:
    references = find_references(sheet, piece.tokens)
    return bool(references) and references[0].words >= piece.indices() - _marks(piece) - {piece.tokens[-1].index}


def _paths(
    setting: Setting,
    saying: Saying,
    content: Content,
    sayings: Sequence[Saying],
    spoken: Sequence[tuple[Saying, tuple[Path, ...]]],
    before: Attribution | None,
) -> tuple[tuple[Path, ...], frozenset[int]]:
    """Whose words they are, and the indices of the words that name whom these rely on."""
    sheet, verb, piece = setting.sheet, saying.verb, saying.piece
    cue = sheet.tree.span([verb])
    references = _references_of(setting)
    carried = references[0].words if references else frozenset()
    clause = [each for each in piece.tokens if each.index not in content.tokens and each.index not in carried]
    speakers = saying.speakers
    if lemma(verb) in setting.listed("relay") and not speakers:
        speakers = trailing_outlet(clause, verb)
    if lemma(verb) in setting.listed("relay") and speakers:
        quoted = next(quoted_people(sheet, clause, speakers[0]), None)
        if quoted is not None:
            inner = voice_of(sheet, quoted, cue, "it is the one who is quoted")
            outer = make_paths(sheet, speakers, cue, "it is the one who quotes", (), references)
            return tuple((*path, inner) for path in outer), carried
        if lemma(verb) not in setting.listed("say"):
            return (), carried
    if saying.speakers:
        passes_on = lemma(verb) in setting.listed("relay")
        return make_paths(sheet, saying.speakers, cue, content.form, clause, references, publishes=passes_on), carried
    if _becomes_known(setting):
        told = told_outlets(sheet, clause, cue)
        return ((told,) if told else ()), carried
    if references and (is_impersonal(sheet, verb) or is_converb(verb)):
        return make_paths(sheet, references[0].voices, references[0].cue, "the reference names the source", ()), carried
    if is_participle(verb):
        return (), carried
    anybody = (
        feature(verb, "Number") == "Plur"
        and feature(verb, "Tense") == "Pres"
        and not spoken
        and not has_subject(sheet, piece, verb)
        and not _speaks_of(piece, verb)
    )
    if is_impersonal(sheet, verb) or anybody:
        return (nobody(cue),), carried
    return _shared(setting, saying, sayings, spoken, before), carried


def _becomes_known(setting: Setting) -> bool:
    """ "Как стало известно «Коммерсанту»": does the verb, or its like, say that something is known?"""
    return spelt(setting.verb.text) in setting.listed("hearsay", "known")


def _shared(
    setting: Setting,
    saying: Saying,
    sayings: Sequence[Saying],
    spoken: Sequence[tuple[Saying, tuple[Path, ...]]],
    before: Attribution | None,
) -> tuple[Path, ...]:
    """A verb without a subject of its own: whoever spoke before it in the sentence, else in the sentence before."""
    sheet, verb, piece = setting.sheet, saying.verb, saying.piece
    cue = sheet.tree.span([verb])
    if is_converb(verb):
        return _of_converb(setting, saying, sayings, spoken)
    same = [paths for other, paths in spoken if feature(other.verb, "Number") in ("", feature(verb, "Number"))]
    if same and (piece.opening in _SHARED or is_relative(piece) is False):
        return tuple((*path[:-1], replace(path[-1], cue=cue)) for path in same[-1])
    opens = piece.number == 0 and all(each.pos in ("ADV", "PUNCT", "CCONJ", "PART") for each in setting.before)
    if opens and before is not None and before.manner is not Manner.HEARSAY and feature(verb, "Number") != "Plur":
        return tuple((replace(path[-1], cue=cue),) for path in before.paths[:1])
    return ()


def _of_converb(
    setting: Setting, saying: Saying, sayings: Sequence[Saying], spoken: Sequence[tuple[Saying, tuple[Path, ...]]]
) -> tuple[Path, ...]:
    """ "…, добавив, что P": the subject of the clause on which it hangs."""
    cue = setting.sheet.tree.span([saying.verb])
    if spoken:
        return tuple((*path[:-1], replace(path[-1], cue=cue)) for path in spoken[-1][1])
    further = [each for each in sayings if each.speakers and not is_converb(each.verb)]
    if further:
        return make_paths(setting.sheet, further[0].speakers, cue, "who does the rest says it too", ())
    for step in (-1, 1, -2, 2):
        piece = setting.sheet.beside(saying.piece, step)
        verb = next((each for each in piece.predicates if is_finite(each)), None) if piece is not None else None
        if piece is not None and verb is not None:
            speakers = find_speakers(setting.sheet, piece, verb)
            human = [each for each in speakers if can_speak(setting.sheet, each, saying.verb)]
            return make_paths(setting.sheet, human, cue, "who does the rest says it too", ()) if human else ()
    return ()


def _references_of(setting: Setting) -> list[Reference]:
    """Whom the clause cites, in its own piece or in one right beside it that does nothing else."""
    sheet, piece = setting.sheet, setting.piece
    found = find_references(sheet, piece.tokens)
    for step in (1, -1):
        beside = sheet.beside(piece, step)
        if not found and beside is not None and not beside.predicates:
            references = find_references(sheet, beside.tokens)
            found = [each for each in references if min(each.words) <= beside.tokens[0].index + 1]
    return found


def _attribution(
    setting: Setting, saying: Saying, content: Content, paths: tuple[Path, ...], carried: frozenset[int]
) -> Attribution:
    """The attribution, with the words of its own clause: no claim is made of them."""
    sheet, piece = setting.sheet, saying.piece
    tokens = content.tokens
    if content.back:
        tokens = _sentence_before(sheet, saying.verb)
    words = (
        frozenset[int]()
        if content.reference
        else (piece.indices() | carried) - (tokens & _said_within(piece, content, tokens))
    )
    if not content.reference:
        words |= _apposed(setting, saying)
    return Attribution(
        cue=saying.verb, manner=saying.manner, paths=paths, content=tokens - words, words=words, reference=content.reference
    )  # fmt: skip


def _said_within(piece: Piece, content: Content, tokens: frozenset[int]) -> frozenset[int]:
    """Words of the verb's own piece that are said: "о взрывах в Y"."""
    return frozenset() if content.aside else tokens & piece.indices()


def _apposed(setting: Setting, saying: Saying) -> frozenset[int]:
    """The pieces in which the speaker stands, where a comma has cut them off from the verb."""
    found: set[int] = set()
    for speaker in saying.speakers:
        home = setting.sheet.piece(speaker.head)
        if home is None or home.number == saying.piece.number or home.predicates:
            continue
        step = 1 if home.number < saying.piece.number else -1
        for number in range(home.number, saying.piece.number, step):
            between = setting.sheet.pieces[saying.verb.sentence][number]
            if any(
                opens_participially(between, each) and lemma(each) in setting.listed("say") for each in between.tokens
            ):
                continue  # "житель, сообщивший о взрыве, попросил": that is said too
            found |= between.indices() if not between.predicates or is_relative(between) else frozenset()
    return frozenset(found)


def _sentence_before(sheet: Sheet, verb: Token) -> frozenset[int]:
    """The words of the sentence before; of the one before that too, if it only goes on ("Сейчас тоже тихо")."""
    number = verb.sentence - 1
    if number not in sheet.sentences or sheet.found.sentences[number].role is not SentenceRole.BODY:
        return frozenset()
    tokens = sheet.sentences[number]
    indices = frozenset(each.index for each in tokens)
    short = len([each for each in tokens if each.pos != "PUNCT"]) <= 5
    goes_on = any(spelt(each.text) in ("тоже", "также", "теж", "також") for each in tokens)
    earlier = sheet.sentences.get(number - 1)
    if short and goes_on and earlier and sheet.found.sentences[number - 1].role is SentenceRole.BODY:
        indices |= frozenset(each.index for each in earlier)
    return indices

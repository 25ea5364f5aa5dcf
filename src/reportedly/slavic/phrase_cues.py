"""Phrases that attribute: "по словам X", "согласно X", "со ссылкой на X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.voices import Path
from reportedly.model.annotation import Token
from reportedly.slavic.phrases import Phrase, phrase_at
from reportedly.slavic.relays import behind_vehicle, find_references, make_paths, who_relays
from reportedly.slavic.scope import is_relative, is_that
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import kinds_of, nobody, sheet_name, with_belonging
from reportedly.slavic.words import feature, lemma, listed, spelt

_OWN = frozenset("его ее их його її їх їхніми їхньою собственным".split())
_OURS = frozenset("нашим нашей нашими нашою моим моей моїм моєю".split())
_JOINING = frozenset("и а но однако і й та але".split())
_GO_ON = frozenset("а но и однако але проте і й та".split())


@dataclass(frozen=True, slots=True)
class PhraseCue:
    """A phrase that names on whose word its clause stands."""

    cue: tuple[Token, ...]
    words: frozenset[int]
    voices: tuple[Phrase, ...]
    """Empty where nobody is named."""

    @property
    def first(self) -> int:
        return min(self.words)


def find_phrase_cues(sheet: Sheet, number: int) -> list[PhraseCue]:
    """The attributing phrases of a sentence, in order."""
    found: list[PhraseCue] = []
    for piece in sheet.pieces.get(number, ()):
        at = 0
        while at < len(piece.tokens):
            cue = _gone_by(sheet, piece, at) or _according(sheet, piece, at)
            if cue is not None:
                found.append(cue)
                at = next(
                    (place for place, each in enumerate(piece.tokens) if each.index > max(cue.words)), len(piece.tokens)
                )
            else:
                at += 1
    return found


def _gone_by(sheet: Sheet, piece: Piece, at: int) -> PhraseCue | None:
    """ "По [последним] словам X", "за його словами", "на думку X"."""
    tokens, language = piece.tokens, sheet.language(piece.tokens[at])
    first = spelt(tokens[at].text)
    view = listed(language, "reporting", "phrases", "in_view")
    if (
        first not in listed(language, "reporting", "phrases", "by")
        and not (view and first == "на")
        and first not in ("со", "зі", "из")
    ):
        return None
    noun = next((place for place in range(at + 1, min(at + 4, len(tokens))) if tokens[place].pos == "NOUN"), None)
    if noun is None:
        return None
    between = [spelt(each.text) for each in tokens[at + 1 : noun]]
    word = spelt(tokens[noun].text)
    if first == "на":
        if word not in view:
            return None
    elif first in ("со", "зі", "из"):
        if word not in ("слов", "слів"):
            return None
    elif word not in listed(language, "reporting", "phrases", "nouns"):
        return None
    if any(each in _OURS for each in between):
        return None
    if noun + 1 < len(tokens) and spelt(tokens[noun + 1].text) in ("на", "за") and first != "на":
        return None  # "по данным на 22 ноября"
    cue = tuple(tokens[at : noun + 1])
    owner = next((tokens[place] for place in range(at + 1, noun) if spelt(tokens[place].text) in _OWN), None)
    if owner is not None:
        return PhraseCue(cue, frozenset(each.index for each in cue), (Phrase((owner,), owner),))
    found = _with_voices(sheet, piece, cue, noun + 1, ("Gen",))
    if found is not None and not found.voices and word not in listed(language, "reporting", "hearsay", "bare"):
        return None
    return found


def _with_voices(sheet: Sheet, piece: Piece, cue: Sequence[Token], at: int, cases: Sequence[str]) -> PhraseCue | None:
    """The cue with whoever is named behind it, side by side."""
    tokens, voices, end = piece.tokens, [], at
    while True:
        phrase = phrase_at(tokens, end)
        if phrase is None or not phrase.may_be(*cases) or phrase.tokens[0].index != tokens[end].index:
            break
        phrase = with_belonging(sheet, phrase)
        voices.append(behind_vehicle(sheet, phrase))
        end = tokens.index(phrase.last) + 1
        if end + 1 < len(tokens) and spelt(tokens[end].text) in ("и", "а", "і", "й", "та"):
            end += 1
            continue
        break
    words = frozenset(each.index for each in cue) | frozenset(
        range(cue[0].index, (tokens[end - 1].index if voices else cue[-1].index) + 1)
    )
    named = spelt(cue[0].text) not in ("согласно", "згідно")
    real = tuple(each for each in voices if named or _can_be_gone_by(sheet, each))
    if voices and not real:
        return None
    return PhraseCue(tuple(cue), words, real)


def _can_be_gone_by(sheet: Sheet, phrase: Phrase) -> bool:
    """ "Согласно отчёту", "згідно з Генштабом"; not "згідно зі спрощеними процедурами"."""
    if kinds_of(sheet, phrase.head) or sheet.profile.known(sheet_name(sheet, phrase)) or phrase.head.text[:1].isupper():
        return True
    if phrase.head.pos in ("PRON", "DET"):
        return True
    bears_words = listed(sheet.language(phrase.head), "reporting", "nouns", "vehicle")
    return lemma(phrase.head) in bears_words or feature(phrase.head, "Animacy") == "Anim"


def _according(sheet: Sheet, piece: Piece, at: int) -> PhraseCue | None:
    """ "Согласно отчёту X", "згідно з даними X"."""
    tokens, language = piece.tokens, sheet.language(piece.tokens[at])
    if spelt(tokens[at].text) not in listed(language, "reporting", "phrases", "according"):
        return None
    end = at + 1
    while end < len(tokens) and spelt(tokens[end].text) in ("с", "з", "із", "зі"):
        end += 1
    cue = _with_voices(sheet, piece, tokens[at:end], end, ("Dat", "Ins", "Gen"))
    return cue if cue is not None and cue.voices else None


def by_phrase(sheet: Sheet, number: int, cues: Sequence[PhraseCue]) -> Iterator[Attribution]:
    """The attributions that phrases make; each holds the clause that it is set into."""
    for at, cue in enumerate(cues):
        token = cue.cue[-1]
        home = sheet.piece(token)
        if home is None:
            continue
        span = sheet.tree.span(cue.cue)
        because = f"{span.text!r} names the source"
        bare = sheet.tree.span(cue.cue[1:] or cue.cue)
        paths: tuple[Path, ...] = make_paths(sheet, cue.voices, span, because, ()) if cue.voices else (nobody(bare),)
        content = _clause_around(sheet, home, cue, [each for place, each in enumerate(cues) if place != at])
        words = cue.words
        following = sheet.beside(home, 1)
        if following is not None and cue.voices and (relayed := who_relays(sheet, following)):
            outer = make_paths(sheet, relayed, span, "it is the one who quotes", ())
            paths = tuple((*before, *path) for before in outer for path in paths)
            words |= following.indices()
        deeper = find_references(sheet, following.tokens) if following and cue.voices and is_relative(following) else []
        if following is not None and deeper:  # "за даними відомства, яке посилається на звіт"
            inner = make_paths(sheet, deeper[0].voices, deeper[0].cue, "the reference names the source", ())
            paths = tuple((*path, *further) for path in paths for further in inner)
            words |= following.indices()
        if content:
            manner = Manner.SAY if cue.voices else Manner.HEARSAY
            yield Attribution(cue=token, manner=manner, paths=paths, content=content - words, words=words)


def by_reference(sheet: Sheet, number: int, taken: frozenset[int]) -> Iterator[Attribution]:
    """ "Со ссылкой на X" where no verb of saying takes it up."""
    for piece in sheet.pieces.get(number, ()):
        for reference in find_references(sheet, piece.tokens):
            if reference.words & taken:
                continue
            token = next(each for each in piece.tokens if each.index in reference.words)
            paths = make_paths(sheet, reference.voices, reference.cue, "the reference names the source", ())
            cue = PhraseCue((token,), reference.words, reference.voices)
            content = _clause_around(sheet, piece, cue, ())
            if content:
                yield Attribution(
                    cue=token, manner=Manner.SAY, paths=paths, content=content - reference.words, words=reference.words
                )


def _clause_around(sheet: Sheet, home: Piece, cue: PhraseCue, others: Sequence[PhraseCue]) -> frozenset[int]:
    """The words for which the phrase stands: its clause and, if it opens the sentence or stands alone, what goes on with it."""
    pieces = sheet.pieces[home.first.sentence]
    quote = sheet.quote(cue.cue[0])
    inside = [
        each for each in home.tokens if each.index not in cue.words and each.pos not in ("PUNCT", "CCONJ", "PART")
    ]
    left: list[Piece] = []
    right: list[Piece] = []
    alone = not inside
    opens = all(each.index > max(cue.words) for each in inside)
    place = home.number
    dashed = alone and any(mark in home.before for mark in "—–") and _goes_on(sheet, home)
    if not dashed and not _behind_and(sheet, home) and (not opens or alone):
        while place > 0 and not _parted(sheet, pieces[place], others) and not pieces[place].before.startswith(":"):
            place -= 1
            left.append(pieces[place])
    place = home.number + 1
    while place < len(pieces) and not _parted(sheet, pieces[place], others, forward=True):
        right.append(pieces[place])
        place += 1
    words = frozenset(index for piece in (*left, home, *right) for index in piece.indices())
    if quote is not None and sheet.is_speech(quote):
        words &= sheet.quote_tokens[quote]
    return words - cue.words


def _behind_and(sheet: Sheet, home: Piece) -> bool:
    """ "Прорвалась в город и, по данным X, закрепилась": what stands before "и" is nobody's word."""
    before = sheet.beside(home, -1)
    last = next((each for each in reversed(before.tokens) if each.pos != "PUNCT"), None) if before is not None else None
    return last is not None and spelt(last.text) in _JOINING and home.before == ","


def _goes_on(sheet: Sheet, home: Piece) -> bool:
    """ "Произошёл взрыв — по данным X, рванул баллон": does a clause follow, of which alone it speaks?"""
    following = sheet.beside(home, 1)
    return following is not None and following.before.startswith(",") and bool(following.predicates)


def _parted(sheet: Sheet, piece: Piece, others: Sequence[PhraseCue], *, forward: bool = False) -> bool:
    """Does `piece` begin something that the phrase does not reach over?"""
    if ";" in piece.before and piece.opening not in ("также", "також"):
        return True
    if is_that(sheet, next((each for each in piece.tokens if each.pos != "PUNCT"), piece.tokens[0])) and not forward:
        return True
    return forward and piece.opening in _GO_ON and any(each.first in piece.indices() for each in others)

"""Which verbs report: what somebody is said to have said, denied, demanded or thought."""

from dataclasses import dataclass

from reportedly.claims.attribution import Manner
from reportedly.model.annotation import Token
from reportedly.slavic.bodies import is_impersonal
from reportedly.slavic.objects import is_about_responsibility, is_calling
from reportedly.slavic.phrases import Phrase
from reportedly.slavic.relays import is_publisher
from reportedly.slavic.scope import opens_that
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.speakers import find_speakers, has_subject, is_followed, opens_participially
from reportedly.slavic.words import feature, is_converb, is_finite, is_negated, lemma, listed, spelt


@dataclass(frozen=True, slots=True)
class Saying:
    """A reporting verb that somebody is said to have done."""

    verb: Token
    piece: Piece
    manner: Manner
    speakers: tuple[Phrase, ...]


_MANNERS = (
    ("deny", Manner.DENY),
    ("attitude", Manner.ATTITUDE),
    ("say", Manner.SAY),
    ("impersonal", Manner.SAY),
    ("position", Manner.POSITION),
    ("relay", Manner.SAY),
)
"""The lists of verbs that report by themselves; the first that holds a verb counts."""


def find_sayings(sheet: Sheet, number: int) -> list[Saying]:
    """The reporting verbs of a sentence, in order, whether or not anything is brought in."""
    found = []
    for piece in sheet.pieces.get(number, ()):
        for verb in piece.tokens:
            manner = _manner(sheet, piece, verb)
            if manner is not None and _is_asserted(sheet, piece, verb):
                found.append(Saying(verb, piece, manner, tuple(find_speakers(sheet, piece, verb))))
    return found


def _manner(sheet: Sheet, piece: Piece, verb: Token) -> Manner | None:
    if spelt(verb.text) in listed(sheet.language(verb), "reporting", "hearsay", "known") and piece.opening in (
        "как",
        "як",
    ):
        return Manner.SAY
    told = is_finite(verb) or is_converb(verb) or "Variant=Short" in verb.features or opens_participially(piece, verb)
    if verb.pos not in ("VERB", "ADJ", "AUX") or not told:
        return None
    language, name = sheet.language(verb), lemma(verb)
    for words, manner in _MANNERS:
        if name in listed(language, "reporting", words):
            return manner
    return _manner_beside(sheet, piece, verb)


def _manner_beside(sheet: Sheet, piece: Piece, verb: Token) -> Manner | None:
    """What a verb does that reports only beside certain words."""
    language, name = sheet.language(verb), lemma(verb)
    if name in listed(language, "reporting", "calling") and _untruth(sheet, piece):
        return Manner.DENY
    if _concludes(sheet, piece, verb) or (
        name in listed(language, "reporting", "follows") and is_followed(sheet, piece)
    ):
        return Manner.SAY
    if is_about_responsibility(sheet, piece, verb):
        return Manner.SAY if name in listed(language, "reporting", "takes") else Manner.POSITION
    if is_calling(sheet, piece, verb):
        return Manner.POSITION
    if name in listed(language, "reporting", "excludes"):
        return Manner.SAY
    if name in listed(language, "reporting", "learns") and any(
        is_publisher(sheet, each) for each in find_speakers(sheet, piece, verb)
    ):
        return Manner.SAY
    if name in listed(language, "reporting", "quoting") and _after_quotation(sheet, piece):
        return Manner.SAY
    return Manner.SAY if _closes_speech(sheet, piece, verb) else None


def _concludes(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """ "Пришёл к выводу, что P"."""
    language = sheet.language(verb)
    if lemma(verb) not in listed(language, "reporting", "concludes"):
        return False
    return any(lemma(each) in listed(language, "reporting", "conclusion") for each in piece.tokens)


def _is_ours(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """ "Как сообщалось ранее", "как мы писали": the publication speaks of itself."""
    return (
        piece.opening in ("как", "як")
        and feature(verb, "Tense") == "Past"
        and lemma(verb) in listed(sheet.language(verb), "reporting", "impersonal")
        and not find_speakers(sheet, piece, verb)
    )


def _is_done_to(verb: Token) -> bool:
    """ "Объявлен план", "опубликована сводка": its subject is what is said, not who says it."""
    return (
        verb.pos == "VERB"
        and "Variant=Short" in verb.features
        and (feature(verb, "Number") == "Plur" or feature(verb, "Gender") in ("Masc", "Fem"))
    )


def _has_ground(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """Do words go with it that make an impersonal form one of saying: "сказано, что", "в сводке указано"?

    "Написано четыре заявления", "информация уточняется" say nothing.
    """
    following = sheet.beside(piece, 1)
    if following is not None and (opens_that(sheet, following) or ":" in following.before):
        return True
    if has_subject(sheet, piece, verb):
        return False
    return "Variant=Short" not in verb.features or bool(find_speakers(sheet, piece, verb))


def _untruth(sheet: Sheet, piece: Piece) -> bool:
    """ "Назвал ложью"."""
    return any(
        lemma(each) in listed(sheet.language(each), "reporting", "untruth") and feature(each, "Case") in ("Ins", "")
        for each in piece.tokens
    )


def _closes_speech(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """ "«P», — вспоминает X": behind a quotation and a dash any verb with a subject of its own tells who speaks."""
    before = sheet.beside(piece, -1)
    if before is None or not any(mark in piece.before for mark in "—–-") or not is_finite(verb):
        return False
    quote = sheet.quote(before.tokens[-1])
    if quote is None or not sheet.is_speech(quote) or sheet.quote(verb) == quote:
        return False
    return next((each for each in piece.tokens if each.pos not in ("PUNCT", "ADV")), None) == verb


def _after_quotation(sheet: Sheet, piece: Piece) -> bool:
    before = sheet.beside(piece, -1)
    after = sheet.beside(piece, 1)
    return any(
        each is not None
        and (quote := sheet.quote(each.tokens[-1 if each is before else 0])) is not None
        and sheet.is_speech(quote)
        for each in (before, after)
    )


def _is_asserted(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """Is it said that somebody did say it? Not "не подтвердил", "если заявит", "заявляй"."""
    language = sheet.language(verb)
    negated = is_negated(piece.tokens, verb)
    if negated is not (lemma(verb) in listed(language, "reporting", "excludes")) and not (
        negated and lemma(verb) in listed(language, "reporting", "attitude")
    ):
        return False
    if feature(verb, "Mood") == "Imp" or feature(verb, "Person") in ("1", "2"):
        return False
    known = spelt(verb.text) in listed(sheet.language(verb), "reporting", "hearsay", "known")
    if _is_done_to(verb):
        return False
    if is_impersonal(sheet, verb) and not known and not _has_ground(sheet, piece, verb):
        return False
    if known is False and _is_ours(sheet, piece, verb):
        return False
    if piece.opening in ("если", "якщо", "пусть", "хай", "нехай", "чтобы", "щоб"):
        return False
    before = [each for each in piece.tokens if each.index < verb.index]
    return not any(
        spelt(each.text) in ("бы", "б", "би", "может", "могут", "може", "можуть", "должен", "будет", "буде")
        for each in before[-2:]
    )

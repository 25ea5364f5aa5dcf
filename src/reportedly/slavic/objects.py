"""What a verb brings in as its object: "о взрывах", "подтвердил гибель", "призвал уехать"."""

from collections.abc import Sequence

from reportedly.claims.attribution import Manner
from reportedly.model.annotation import Token
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.scope import is_relative, opens_that, reach_right, words_of
from reportedly.slavic.settings import POINTERS, Content, Setting
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import is_medium
from reportedly.slavic.words import entity, feature, is_finite, is_participle, lemma, listed, spelt


def take_subject_matter(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сообщил о взрывах в Y", "О взрывах сообщил X"."""
    about = setting.listed("phrases", "about")
    phrases = cut_phrases([each for each in setting.piece.tokens if each is not setting.verb or is_finite(each)])
    for at, phrase in enumerate(phrases):
        if (
            phrase.preposition is None
            or spelt(phrase.preposition.text) not in about
            or spelt(phrase.head.text) in POINTERS
        ):
            continue
        if at and _told_by_noun(setting, phrases[at - 1], phrase, speakers):
            continue  # "пожаловалась после слов о рожалке"
        if phrase.head.pos == "PRON" or any(entity(each) == "PERSON" for each in phrase.tokens[:1]):
            continue
        end = setting.piece.tokens[-1].index
        if phrase.start.index < setting.verb.index:
            later = [each.start.index for each in phrases[at + 1 :] if each.case == "Nom" and each.preposition is None]
            end = min([setting.verb.index, *later]) - 1
        else:
            speaking = [each.start.index for each in speakers if each.start.index > phrase.start.index]
            end = min([end + 1, *speaking]) - 1
        inside = frozenset(range(phrase.preposition.index + 1, end + 1))
        if end == phrase.last.index and len(phrase.tokens) == 1 and phrase.head.text.isupper():
            return Content(setting.piece.indices(), "what is said is only named", reference=True)  # "каже про ППО"
        more = _hanging(setting) if end == setting.piece.tokens[-1].index else []
        return Content(inside | words_of(more), f"{phrase.preposition.text!r} names what is said")
    return None


def _told_by_noun(setting: Setting, before: Phrase, phrase: Phrase, speakers: Sequence[Phrase]) -> bool:
    """Is it a noun right before, rather than the verb, that the phrase with "о" belongs to?"""
    if before.last.index + 1 != phrase.start.index or before.head.pos != "NOUN" or is_medium(setting.sheet, before):
        return False
    if before.start.index < setting.verb.index < phrase.start.index:
        return False
    spoken = any(before.head.index == each.head.index for each in speakers)
    return not spoken and before.case not in ("Dat", "Nom")


def _hanging(setting: Setting) -> list[Piece]:
    """Relative and participial clauses, and the rest of a list, behind a noun that is said."""
    found: list[Piece] = []
    piece = setting.sheet.beside(setting.piece, 1)
    while piece is not None and not setting.holds_cue(piece):
        bare = not piece.predicates and not opens_that(setting.sheet, piece)
        further = (
            bool(found)
            and is_relative(found[-1])
            and piece.opening in ("еще", "ще", "и", "і", "та", "а", "также", "також")
        )
        if (
            piece.is_converbial
            or not (bare or is_relative(piece) or further or is_participle(piece.first))
            or setting.inserted(piece)
            or "—" in piece.before
        ):
            break
        found.append(piece)
        piece = setting.sheet.beside(piece, 1)
    return found


def take_demand(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X призвал жителей уехать", "пообещал вернуться"."""
    if lemma(setting.verb) not in setting.listed("position"):
        return None
    spoken = {each.index for speaker in speakers for each in speaker.tokens}
    rest = [each for each in setting.behind if each.index not in spoken]
    verbal = next((each for each in rest if feature(each, "VerbForm") == "Inf"), None)
    if verbal is None and lemma(setting.verb) in setting.listed("bids"):
        return None  # "банк предлагает услуги"
    if verbal is None and not [each for each in rest if each.pos in ("NOUN", "PROPN")]:
        return None
    first = next(
        (each for each in rest if each.pos not in ("PUNCT", "PART", "ADV") or spelt(each.text) in ("не", "ні")), None
    )
    if first is None:
        return None
    inside = frozenset(each.index for each in rest if each.index >= first.index)
    following = setting.sheet.beside(setting.piece, 1)
    aims = following is not None and opens_that(setting.sheet, following) and following.opening in ("чтобы", "щоб")
    more = (
        reach_right(setting.sheet, following, setting.holds_cue)
        if aims and following is not None
        else _hanging(setting)
    )
    return Content(inside | words_of(more), "the verb says what is demanded, promised or blamed")


def take_idiom(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "Взял на себя ответственность за P", "возложил ответственность за P на X", "назвал P актом отчаяния"."""
    sheet, piece, verb = setting.sheet, setting.piece, setting.verb
    spoken = {each.index for speaker in speakers for each in speaker.tokens}
    if is_about_responsibility(sheet, piece, verb) and lemma(verb) in setting.listed("takes"):
        for phrase in cut_phrases(piece.tokens):
            if phrase.preposition is not None and spelt(phrase.preposition.text) == "за":
                words = _run(setting, phrase, spoken)
                return Content(words | words_of(_hanging(setting)), "whoever does it says it is theirs")
        return Content(piece.indices(), "what is said to be theirs is only named", reference=True) if speakers else None
    if not speakers or setting.manner is not Manner.POSITION:
        return None
    if is_about_responsibility(sheet, piece, verb) or is_calling(sheet, piece, verb):
        rest = [each.index for each in piece.tokens if each.index not in spoken and each.index != verb.index]
        return Content(frozenset(rest) | words_of(_hanging(setting)), "the verb says what is thought of it")
    return None


def _run(setting: Setting, phrase: Phrase, spoken: set[int]) -> frozenset[int]:
    """The words from the phrase on, up to the verb, to "на себя" or to whoever speaks."""
    words: set[int] = set()
    for at, token in enumerate(setting.piece.tokens):
        following = setting.piece.tokens[at + 1 : at + 2]
        oneself = any(spelt(each.text) in ("себя", "себе") for each in (token, *following))
        if token.index < phrase.tokens[0].index:
            continue
        if token.index in spoken or token.index == setting.verb.index or oneself:
            break
        words.add(token.index)
    return frozenset(words)


def is_about_responsibility(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """ "Взять на себя ответственность", "возложить вину"."""
    language = sheet.language(verb)
    lays = lemma(verb) in listed(language, "reporting", "lays")
    if not lays and lemma(verb) not in listed(language, "reporting", "takes"):
        return False
    if not any(lemma(each) in listed(language, "reporting", "responsibility") for each in piece.tokens):
        return False
    return lays or any(spelt(each.text) in ("себя", "себе") for each in piece.tokens)


def is_calling(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """ "Назвал удар «актом отчаяния»": does it say what somebody thinks of something?"""
    if lemma(verb) not in listed(sheet.language(verb), "reporting", "calling") or not is_finite(verb):
        return False
    phrases = [each for each in cut_phrases(piece.tokens) if each.preposition is None]
    return len(phrases) > 2 and any(each.case == "Ins" and each.start.index > verb.index for each in phrases)


def take_object(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X подтвердил гибель Y", "опроверг сообщения о Z", "опроверг информацию"."""
    if lemma(setting.verb) not in setting.listed("object") | setting.listed("deny") | setting.listed("calling"):
        return None
    vehicle = setting.listed("nouns", "vehicle")
    spoken = {each.index for speaker in speakers for each in speaker.tokens}
    for phrase in cut_phrases(setting.piece.tokens):
        if phrase.preposition is not None or phrase.head.index in spoken or phrase.head.pos not in ("NOUN", "PRON"):
            continue
        behind = phrase.start.index > setting.verb.index and bool(speakers)  # Ukrainian has one form for both cases
        if not phrase.may_be("Acc", "Gen", *(("Nom",) if behind else ())) or feature(phrase.head, "Animacy") == "Anim":
            continue
        denies = lemma(setting.verb) in setting.listed("deny") | setting.listed("calling")
        if lemma(phrase.head) in vehicle and (what := _of_vehicle(setting, phrase)):
            return Content(what, "what is denied or confirmed stands behind its report")
        if spelt(phrase.head.text) in POINTERS or phrase.head.pos == "PRON" or lemma(phrase.head) in vehicle:
            return (
                Content(setting.piece.indices(), "what is denied is only referred to", reference=True)
                if denies
                else None
            )
        if phrase.start.index < setting.verb.index and len(phrase.tokens) == 1:
            return Content(setting.piece.indices(), "what is said is only named", reference=True)
        if phrase.start.index < setting.verb.index:
            return Content(frozenset(each.index for each in phrase.tokens), "the object is what is said")
        inside = frozenset(each.index for each in setting.behind if each.index >= phrase.start.index) - spoken
        return Content(inside | words_of(_hanging(setting)), "the object is what is said")
    if setting.manner is Manner.DENY and lemma(setting.verb) in setting.listed("calling"):
        return Content(setting.piece.indices(), "what is denied stands in the clause", reference=True)
    return None


def _of_vehicle(setting: Setting, vehicle: Phrase) -> frozenset[int]:
    """ "Сообщения об обстреле села": what they tell of."""
    rest = [each for each in setting.piece.tokens if each.index > vehicle.last.index]
    if not rest or spelt(rest[0].text) not in setting.listed("phrases", "about"):
        return frozenset()
    end = min([each.index for each in rest if each.index == setting.verb.index], default=rest[-1].index + 1)
    return frozenset(each.index for each in rest[1:] if each.index < end)

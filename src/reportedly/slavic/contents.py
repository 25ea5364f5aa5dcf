"""What a reporting verb brings in: a clause, what stands before it, a quotation, a noun that names a happening."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.model.annotation import Token
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.scope import is_relative, is_that, opens_that, reach_left, reach_right, words_of
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.words import entity, feature, is_converb, is_finite, is_participle, lemma, listed, spelt

_BACK = frozenset("как як об про этом это це цьому том також также тоже теж".split())
_THIS = frozenset("этом этому это нем том цьому це цього те то том".split())
_PRONOUNS = frozenset("он она они он сам він вона вони як как".split())
_OPENING_MARKS = ("«", "„", "“", '"', '""')


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, and how it hangs on the verb."""

    tokens: frozenset[int]
    form: str
    """In words for the reader."""
    aside: bool = False
    """Does the reporting clause trail or stand amid it, so that the whole piece is the clause's?"""
    reference: bool = False
    """Is what is said only referred to: "спростувала повідомлення"?"""
    back: bool = False
    """Does it point to the sentence before: "Об этом сообщил X"?"""


@dataclass(frozen=True, slots=True)
class Setting:
    """A reporting verb where it stands."""

    sheet: Sheet
    piece: Piece
    verb: Token
    inserted: Callable[[Piece], bool]
    """Is a piece nothing but "по его словам", "ссылаясь на Y"?"""
    holds_cue: Callable[[Piece], bool]

    @property
    def behind(self) -> Sequence[Token]:
        """The words of the piece behind the verb."""
        return self.piece.tokens[self.piece.tokens.index(self.verb) + 1 :]

    @property
    def before(self) -> Sequence[Token]:
        return self.piece.tokens[: self.piece.tokens.index(self.verb)]

    def listed(self, *path: str) -> frozenset[str]:
        return listed(self.sheet.language(self.verb), "reporting", *path)


def find_content(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """What the verb brings in; None if nothing is said."""
    ways = (
        _as_clause,
        _ordered,
        _that_clause,
        _pointing_back,
        _trailing,
        _colon,
        _about,
        _infinitive,
        _object,
        _bare_clause,
    )
    return next((found for way in ways if (found := way(setting, speakers)) is not None), None)


def _next(setting: Setting) -> Piece | None:
    piece = setting.sheet.beside(setting.piece, 1)
    while piece is not None and setting.inserted(piece):
        piece = setting.sheet.beside(piece, 1)
    return piece


def _as_clause(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "Как сообщил X, P": the rest of the sentence."""
    sheet, piece = setting.sheet, setting.piece
    if piece.opening not in setting.listed("phrases", "as") or not _says_as(setting):
        return None
    following = _next(setting)
    if following is not None and opens_that(sheet, following):
        return None
    left = reach_left(sheet, piece, setting.holds_cue)
    right = (
        reach_right(sheet, following, setting.holds_cue)
        if following is not None and not setting.holds_cue(following)
        else []
    )
    if not left and not right and following is not None:
        right = reach_right(sheet, following, lambda each: False)  # "Как передаёт X, Y сообщил, что P"
    return (
        Content(words_of(left) | words_of(right), '"as" names who has said it', aside=True) if left or right else None
    )


def _says_as(setting: Setting) -> bool:
    """ "Как [ранее] сообщил X", "как он отметил"; not "как они боятся слова"."""
    words = [each for each in setting.before if each.pos not in ("PUNCT", "ADV", "PART", "SCONJ", "CCONJ")]
    return all(each.pos == "PRON" and spelt(each.text) in _PRONOUNS for each in words) and len(words) <= 1 or all(
        each.preposition is not None for each in cut_phrases(setting.before) if each.head.pos != "ADV"
    ) and not any(each.pos == "PRON" for each in words)  # fmt: skip


def _ordered(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "Пообещал сделать всё, чтобы …": the infinitive goes before what hangs on it."""
    bound = any(feature(each, "VerbForm") == "Inf" for each in setting.behind)
    return _infinitive(setting, speakers) if bound else None


def _that_clause(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сообщил, что P", "о том, что P"."""
    sheet = setting.sheet
    for at, token in enumerate(setting.behind):
        if is_that(sheet, token) and token.pos == "SCONJ" and any(is_finite(each) for each in setting.behind[at:]):
            inside = frozenset(each.index for each in setting.behind[at + 1 :])
            further = sheet.beside(setting.piece, 1)
            more = reach_right(sheet, further, setting.holds_cue) if further and not setting.holds_cue(further) else []
            return Content(inside | words_of(more), '"что" opens what is said')
    piece = _next(setting)
    if piece is None or not opens_that(sheet, piece) or ":" in piece.before:
        return None
    if spelt(piece.tokens[0].text) in ("чтобы", "щоб") and lemma(setting.verb) not in (
        setting.listed("position") | setting.listed("say")
    ):
        return None
    opener = next(each for each in piece.tokens if is_that(sheet, each))
    return Content(words_of(reach_right(sheet, piece, setting.holds_cue)) - {opener.index}, '"что" opens what is said')


def _pointing_back(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "Об этом сообщил X.": the sentence before, unless its own words go before."""
    about = setting.listed("phrases", "about")
    for phrase in cut_phrases(setting.piece.tokens):
        if phrase.preposition is None or spelt(phrase.preposition.text) not in about or len(phrase.tokens) > 1:
            continue
        if spelt(phrase.head.text) not in _THIS:
            continue
        left = reach_left(setting.sheet, setting.piece, setting.holds_cue)
        if [each for each in left if not setting.inserted(each) and each.predicates]:
            return Content(words_of(left), "the clause points back to what stands before it", aside=True)
        return Content(frozenset(), "the sentence points back to the one before", aside=True, back=True)
    return None


def _trailing(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "P, сообщил X", "«P», — сказал X", "P1, сообщает X, P2"."""
    sheet, piece = setting.sheet, setting.piece
    left = reach_left(sheet, piece, setting.holds_cue)
    homes = {sheet.piece(each.head) for each in speakers}
    told = [each for each in left if not setting.inserted(each) and each not in homes]
    if not told or not any(mark in piece.before for mark in ",—–-") or is_converb(setting.verb):
        return None
    quoted = _closes_quote(sheet, told[-1])
    first = all(each.pos in ("ADV", "PART", "PUNCT") or spelt(each.text) in _BACK for each in setting.before)
    lead = cut_phrases(setting.before)
    if not first and not (lead and all(each.preposition is not None for each in lead)) and not quoted:
        return None
    if setting.before and spelt(setting.before[0].text) in ("и", "а", "но", "і", "й", "але", "та") and not quoted:
        return None
    if is_relative(piece) or opens_that(sheet, piece):
        return None
    right = _goes_on(setting, told)
    return Content(words_of(left) | words_of(right), "the clause stands behind what is said", aside=True)


def _closes_quote(sheet: Sheet, piece: Piece) -> bool:
    """Does a quotation of speech end right here?"""
    last = piece.tokens[-1]
    number = sheet.quote(last)
    return number is not None and sheet.is_speech(number)


def _goes_on(setting: Setting, told: Sequence[Piece]) -> list[Piece]:
    """What stands behind a reporting clause that was set amid what is said."""
    sheet = setting.sheet
    following = sheet.beside(setting.piece, 1)
    while following is not None and (setting.inserted(following) or _describes(following)):
        following = sheet.beside(following, 1)
    if (
        following is None
        or setting.holds_cue(following)
        or following.is_converbial
        or following.opening in ("который", "которая")
    ):
        return []
    if is_relative(following) or ":" in following.before:
        return []
    if following.opening in ("а", "но", "однако", "але", "проте", "хотя", "хоча", "при"):
        return []
    return reach_right(sheet, following, setting.holds_cue)


def _describes(piece: Piece) -> bool:
    """ "…, сказал X, глава города, …": an apposition of the speaker."""
    return (
        not piece.predicates
        and bool(piece.tokens)
        and feature(piece.tokens[0], "Case") == "Nom"
        and piece.tokens[0].text[0].islower()
    )


def _colon(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сказал: P"."""
    piece = _next(setting)
    if piece is None or ":" not in piece.before:
        return None
    return Content(words_of(reach_right(setting.sheet, piece, setting.holds_cue)), "a colon opens what is said")


def _about(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сообщил о взрывах в Y", "О взрывах сообщил X"."""
    about = setting.listed("phrases", "about")
    phrases = cut_phrases(setting.piece.tokens)
    for at, phrase in enumerate(phrases):
        if (
            phrase.preposition is None
            or spelt(phrase.preposition.text) not in about
            or spelt(phrase.head.text) in _THIS
        ):
            continue
        if phrase.head.pos == "PRON" or any(entity(each) == "PERSON" for each in phrase.tokens[:1]):
            continue
        end = setting.piece.tokens[-1].index
        if phrase.start.index < setting.verb.index:
            later = [each.start.index for each in phrases[at + 1 :] if each.case == "Nom" and each.preposition is None]
            end = min([setting.verb.index, *later]) - 1
        else:
            speaking = [each.start.index for each in speakers if each.start.index > phrase.start.index]
            end = min([end + 1, *speaking]) - 1
        inside = frozenset(range(phrase.tokens[0].index, end + 1))
        if end == phrase.last.index and len(phrase.tokens) == 1 and phrase.head.text.isupper():
            return Content(setting.piece.indices(), "what is said is only named", reference=True)  # "каже про ППО"
        more = _hanging(setting) if end == setting.piece.tokens[-1].index else []
        return Content(inside | words_of(more), f"{phrase.preposition.text!r} names what is said")
    return None


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
            not (bare or is_relative(piece) or further or is_participle(piece.first))
            or setting.inserted(piece)
            or "—" in piece.before
        ):
            break
        found.append(piece)
        piece = setting.sheet.beside(piece, 1)
    return found


def _infinitive(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X призвал жителей уехать", "пообещал вернуться"."""
    if lemma(setting.verb) not in setting.listed("position"):
        return None
    spoken = {each.index for speaker in speakers for each in speaker.tokens}
    rest = [each for each in setting.behind if each.index not in spoken]
    verbal = next((each for each in rest if feature(each, "VerbForm") == "Inf"), None)
    if verbal is None and not [each for each in rest if each.pos in ("NOUN", "PROPN")]:
        return None
    first = next((each for each in rest if each.pos not in ("PUNCT", "PART", "ADV")), None)
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


def _object(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X подтвердил гибель Y", "опроверг сообщения о Z", "опроверг информацию"."""
    if lemma(setting.verb) not in setting.listed("object") | setting.listed("deny") | setting.listed("calling"):
        return None
    vehicle = setting.listed("nouns", "vehicle")
    spoken = {each.index for speaker in speakers for each in speaker.tokens}
    for phrase in cut_phrases(setting.piece.tokens):
        if phrase.preposition is not None or phrase.head.index in spoken or phrase.head.pos not in ("NOUN", "PRON"):
            continue
        if not phrase.may_be("Acc", "Gen") or feature(phrase.head, "Animacy") == "Anim":
            continue
        denies = lemma(setting.verb) in setting.listed("deny") | setting.listed("calling")
        if lemma(phrase.head) in vehicle and (what := _of_vehicle(setting, phrase)):
            return Content(what, "what is denied or confirmed stands behind its report")
        if phrase.head.pos == "PRON" or lemma(phrase.head) in vehicle:
            return (
                Content(setting.piece.indices(), "what is denied is only referred to", reference=True)
                if denies
                else None
            )
        if phrase.start.index < setting.verb.index:
            return Content(frozenset(each.index for each in phrase.tokens), "the object is what is said")
        inside = frozenset(each.index for each in setting.behind if each.index >= phrase.start.index) - spoken
        return Content(inside | words_of(_hanging(setting)), "the object is what is said")
    return None


def _of_vehicle(setting: Setting, vehicle: Phrase) -> frozenset[int]:
    """ "Сообщения об обстреле села": what they tell of."""
    rest = [each for each in setting.piece.tokens if each.index > vehicle.last.index]
    if not rest or spelt(rest[0].text) not in setting.listed("phrases", "about"):
        return frozenset()
    end = min([each.index for each in rest if each.index == setting.verb.index], default=rest[-1].index + 1)
    return frozenset(each.index for each in rest[1:] if each.index < end)


def _bare_clause(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сообщил, P": no conjunction, and the reporting clause opens the sentence."""
    piece = setting.sheet.beside(setting.piece, 1)
    if piece is None or not speakers or setting.piece.number or piece.before != "," or not piece.predicates:
        return None
    if (
        is_relative(piece)
        or setting.holds_cue(piece)
        or piece.opening in ("и", "а", "но", "когда", "если", "коли", "якщо", "і", "але")
    ):
        return None
    if lemma(setting.verb) not in setting.listed("say"):
        return None
    return Content(
        words_of(reach_right(setting.sheet, piece, setting.holds_cue)), "the clause follows what opens the sentence"
    )


def is_opened(token: Token) -> bool:
    """Is it a mark that opens a quotation?"""
    return token.text in _OPENING_MARKS

"""What a reporting verb brings in: a clause, what stands before it, a quotation, a noun that names a happening."""

from collections.abc import Sequence

from reportedly.claims.attribution import Manner
from reportedly.model.annotation import Token
from reportedly.slavic.objects import take_demand, take_idiom, take_object, take_subject_matter
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.relays import is_publisher
from reportedly.slavic.scope import is_relative, is_that, opens_that, reach_left, reach_right, words_of
from reportedly.slavic.settings import POINTERS, Content, Setting
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.words import feature, is_converb, is_finite, lemma, spelt

_BACK = frozenset("как як об про этом это це цьому том також также тоже теж".split())


_ASKING = frozenset(
    "что що какой какая какое какие как сколько почему где куда чем який яка яке які як скільки чому де куди чим".split()
)
_SUCH = frozenset("такому этому такого этого цього".split())
_PRONOUNS = frozenset("он она они он сам він вона вони як как".split())


_OPENING_MARKS = ("«", "„", "“", '"', '""')


def find_content(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """What the verb brings in; None if nothing is said."""
    ways = THOUGHT_WAYS if setting.manner is Manner.ATTITUDE else WAYS
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
    pronouns = [each for each in words if each.pos == "PRON"]
    if pronouns:
        return len(words) == 1 and spelt(pronouns[0].text) in _PRONOUNS
    return all(each.preposition is not None for each in cut_phrases(setting.before))


def _ordered(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "Пообещал сделать всё, чтобы …": the infinitive goes before what hangs on it."""
    bound = any(feature(each, "VerbForm") == "Inf" for each in setting.behind)
    return take_demand(setting, speakers) if bound else None


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
    conclusion = next((each for each in setting.piece.tokens if lemma(each) in setting.listed("conclusion")), None)
    if conclusion is not None and any(
        spelt(each.text) in _SUCH and each.index == conclusion.index - 1 for each in setting.piece.tokens
    ):
        return Content(frozenset(), "the sentence points back to the one before", aside=True, back=True)
    for phrase in cut_phrases(setting.piece.tokens):
        if phrase.preposition is None or spelt(phrase.preposition.text) not in about or len(phrase.tokens) > 1:
            continue
        if spelt(phrase.head.text) not in POINTERS:
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
    homes = [home.number for each in speakers if (home := sheet.piece(each.head)) is not None]
    begins = min([piece.number, *homes])  # behind "X, который вышел из села," nothing is said yet
    told = [each for each in left if not setting.inserted(each) and each.number < begins]
    if lemma(setting.verb) in setting.listed("only_that"):
        return None
    if not told or not any(mark in piece.before for mark in ",—–-") or is_converb(setting.verb):
        return None
    quoted = _closes_quote(sheet, told[-1])
    first = all(each.pos in ("ADV", "PART", "PUNCT") or spelt(each.text) in _BACK for each in setting.before)
    lead = cut_phrases(setting.before)
    if not first and not (lead and all(each.preposition is not None for each in lead)) and not quoted:
        return None
    if setting.before and spelt(setting.before[0].text) in ("и", "а", "но", "і", "й", "але", "та") and not quoted:
        return None
    if is_relative(piece) or opens_that(sheet, piece) or any(lemma(each) in _ASKING for each in setting.before):
        return None
    right = _goes_on(setting, told)
    return Content(words_of(told) | words_of(right), "the clause stands behind what is said", aside=True)


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


def _line_behind(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """A line that says nothing but "— сообщают жители": the paragraph before it."""
    sheet, number = setting.sheet, setting.verb.sentence
    words = [each for each in sheet.sentences[number] if each.pos not in ("PUNCT", "SYM")]
    if (
        not speakers
        or words[0] is not setting.verb
        or not sheet.follows_dash(number)
        or number - 1 not in sheet.sentences
    ):
        return None
    if sheet.beside(setting.piece, 1) is not None:
        return None
    said = sheet.found.sentences[number - 1]
    told = [
        at
        for at in sheet.sentences
        if sheet.found.sentences[at].paragraph == said.paragraph
        and at < number
        and sheet.found.sentences[at].role is said.role
    ]
    tokens = frozenset(each.index for at in told for each in sheet.sentences[at])
    return Content(tokens, "the line says who says what stands before it", aside=True)


def _colon(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сказал: P"."""
    piece = _next(setting)
    if piece is None or ":" not in piece.before:
        return None
    if setting.piece.opening in _ASKING and setting.holds_cue(piece):
        return None  # "Что говорят соседи: жительница рассказала, что P"
    if setting.manner is Manner.DENY and (object_ := take_object(setting, speakers)) is not None and object_.reference:
        return object_  # "X это опроверг: его представитель сказал, что P"
    publishes = any(is_publisher(setting.sheet, each) for each in speakers)
    stops = (lambda _: False) if publishes else setting.holds_cue  # "ТАСС передаёт: X заявил, что P"
    return Content(words_of(reach_right(setting.sheet, piece, stops)), "a colon opens what is said")


def _bare_clause(setting: Setting, speakers: Sequence[Phrase]) -> Content | None:
    """ "X сообщил, P": no conjunction, and the reporting clause opens the sentence."""
    piece = setting.sheet.beside(setting.piece, 1)
    if piece is None or not speakers or setting.piece.number or piece.before != "," or not piece.predicates:
        return None
    if (
        is_relative(piece)
        or setting.holds_cue(piece)
        or piece.opening in ("и", "а", "но", "когда", "если", "коли", "якщо", "і", "але", "кто", "хто", "где", "де")
    ):
        return None
    done = any(each.preposition is None and each.case == "Acc" for each in cut_phrases(setting.behind))
    if done or lemma(setting.verb) not in setting.listed("say"):
        return None  # "сказал сильную речь, многим она запомнилась"
    return Content(
        words_of(reach_right(setting.sheet, piece, setting.holds_cue)), "the clause follows what opens the sentence"
    )


def is_opened(token: Token) -> bool:
    """Is it a mark that opens a quotation?"""
    return token.text in _OPENING_MARKS


WAYS = (
    _line_behind, _as_clause, take_idiom, _ordered, _that_clause, _pointing_back, _trailing, _colon, take_subject_matter, take_demand, take_object, _bare_clause,
)  # fmt: skip
"""How a verb of saying brings in what is said; the first that answers counts."""
THOUGHT_WAYS = (_as_clause, _that_clause, _trailing, _colon)
"""The same for a verb of thinking: "сомневаться в P" is no assessment of anybody's."""

"""What a noun phrase is as a voice: whether it can speak, what it is called, where its words end."""

from collections.abc import Sequence

from reportedly.claims.voices import LONGEST_MENTION_WORDS, Path, Voice
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.slavic.naming import without_marks
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.words import entity, feature, is_participle, lemma, listed, spelt

_WITH = frozenset("с со з із зі під под".split())


_MATTERS = frozenset("ситуація питання право справа захист розслідування координація безпека".split())
"""What a body is for: "Державна служба з надзвичайних ситуацій", "комітет із питань безпеки"."""
_SIGNS = ("позывн", "позивн", "прозвищ", "прізвиськ", "псевдоним", "псевдонім")


_BELONGING = frozenset("в во из при по у от под в у із з зі при від на с со під".split())


ONE_OF = frozenset("один другой третий двое трое некоторый один інший третій двоє троє деякий".split())
"""Words for people out of several, named before or behind "из"."""
_OUT_OF = frozenset("из з із зі".split())


_BY_NAME = frozenset({"имя", "ім'я", "ім’я"})
""" "По имени X", "на ім'я X"."""
_MUTE = frozenset(
    "это то что все всё этот тот который никто ничто кто це те що все усе цей той який ніхто ніщо хто факт причина".split()
)


_THINGS = ("ння", "ття", "ість", "ція", "зія", "лля", "ство", "цтво", "ення", "ота", "изна", "ка")
"""How Ukrainian nouns end that name no person."""


def can_speak(sheet: Sheet, phrase: Phrase, verb: Token | None = None) -> bool:
    """Is it somebody, or a paper that can say this? "Это говорит о том" says nothing."""
    head, name = phrase.head, lemma(phrase.head)
    if head.pos == "PRON":
        return name not in _MUTE and feature(head, "Person") not in ("1", "2")
    if name in _MUTE or not any(each.isalpha() for each in head.text):
        return False
    if entity(head) in ("PERSON", "ORG") or head.pos in ("PROPN", "X") or phrase.is_title:
        return True
    if kinds_of(sheet, head) or (name in ONE_OF and phrase.case == "Nom"):
        return True
    if feature(head, "Animacy") == "Anim" or any(entity(each) == "PERSON" for each in phrase.tokens):
        return True
    language = sheet.language(head)
    if verb is not None and lemma(verb) in listed(language, "reporting", "weak"):
        return False
    if language == "uk" and head.pos == "NOUN" and not name.endswith(_THINGS):
        return True  # what is alive is not told surely there
    quoted = any(each.text in ("«", '"', "„", "“") for each in phrase.tokens)
    alone = len(phrase.tokens) == 1 and is_participle(head) and "Voice=Pass" in head.features  # "задержанный"
    described = head.pos == "ADJ" or alone
    return quoted or (described and phrase.case == "Nom" and feature(head, "Gender") != "Neut")


def kinds_of(sheet: Sheet, head: Token) -> set[str]:
    """Under which types the lexicon lists this noun."""
    types = (
        "official",
        "institution",
        "military",
        "expert",
        "civilian",
        "organization",
        "outlet",
        "agency",
        "channel",
        "collective",
        "document",
        "unspecified",
    )
    language = sheet.language(head)
    names = {lemma(head), spelt(head.text)}
    return {kind for kind in types if names & listed(language, "source", "types", kind)}


def is_medium(sheet: Sheet, phrase: Phrase) -> bool:
    """Is it where or when something was said: "в Telegram", "в среду", "на брифинге"?"""
    names = {lemma(phrase.head), spelt(phrase.head.text)}
    owned = len([each for each in phrase.tokens if each.pos in ("NOUN", "PROPN", "X")]) > 1
    return bool(names & listed(sheet.language(phrase.head), "reporting", "nouns", "medium")) and not owned


def sheet_name(sheet: Sheet, phrase: Phrase) -> str:
    """The words of a phrase as a name, marks at its edges left out."""
    return without_marks(span_of(sheet, phrase).text)


def with_belonging(sheet: Sheet, phrase: Phrase) -> Phrase:
    """The phrase with what says where it belongs: "источник в правительстве", "жительница из Бучи"."""
    if lemma(phrase.head) in ONE_OF:
        return _of_several(sheet, phrase)
    if (
        phrase.head.pos not in ("NOUN", "ADJ")
        or phrase.is_title
        or any(entity(each) == "PERSON" for each in phrase.tokens)
    ):
        return phrase
    piece = sheet.piece(phrase.head)
    if piece is None:
        return phrase
    rest = [each for each in piece.tokens if each.index > phrase.last.index]
    if not rest or rest[0].pos != "ADP" or spelt(rest[0].text) not in _BELONGING:
        return phrase
    behind = next(iter(cut_phrases(rest)), None)
    if behind is None or behind.preposition is not rest[0] or is_medium(sheet, behind):
        return phrase
    names = {lemma(behind.head), spelt(behind.head.text)}
    language = sheet.language(phrase.head)
    if names & _BY_NAME:
        return Phrase((*phrase.tokens, rest[0], *behind.tokens, *_sign(rest, behind)), phrase.head, phrase.preposition)
    if names & listed(language, "reporting", "nouns", "medium"):
        return phrase
    if spelt(rest[0].text) in _WITH and names & _MATTERS:
        return Phrase((*phrase.tokens, rest[0], *behind.tokens), phrase.head, phrase.preposition)
    if spelt(rest[0].text) in _WITH:
        sign = any(name.startswith(_SIGNS) for name in names)
        return (
            Phrase((*phrase.tokens, rest[0], *behind.tokens, *_sign(rest, behind)), phrase.head, phrase.preposition)
            if sign
            else phrase
        )
    name = _person_behind(rest, behind)
    found = Phrase((*phrase.tokens, rest[0], *behind.tokens, *name), phrase.head, phrase.preposition)
    if not name:  # "уполномоченная по правам человека в России Татьяна …"
        further = with_belonging(sheet, found)
        return further if any(entity(each) == "PERSON" for each in further.tokens) else found
    return found


def _person_behind(rest: Sequence[Token], behind: Phrase) -> Sequence[Token]:
    """ "Посол України у США Оксана Маркарова": the name of who has the post."""
    run: list[Token] = []
    for each in rest:
        if each.index == (run[-1] if run else behind.last).index + 1 and entity(each) == "PERSON":
            run.append(each)
    return run if run and feature(run[0], "Case") in ("", "Nom") else []


def _of_several(sheet: Sheet, phrase: Phrase) -> Phrase:
    """ "Один из них", "двоє зі співрозмовників агентства"."""
    piece = sheet.piece(phrase.head)
    rest = [each for each in piece.tokens if each.index > phrase.last.index] if piece is not None else []
    behind = next(iter(cut_phrases(rest)), None)
    if behind is None or behind.preposition is not rest[0] or spelt(rest[0].text) not in _OUT_OF:
        return phrase
    return Phrase((*phrase.tokens, rest[0], *behind.tokens), phrase.head, phrase.preposition)


def _sign(rest: Sequence[Token], behind: Phrase) -> Sequence[Token]:
    """The call sign itself, where it is no part of the phrase yet: "с позывным Гном"."""
    following = [each for each in rest if each.index > behind.last.index]
    run: list[Token] = []
    for each in following:
        if not (each.pos in ("PROPN", "X") or each.text[:1].isupper()):
            break
        run.append(each)
    return run


def span_of(sheet: Sheet, phrase: Phrase) -> Span:
    """From the first word to the last, marks at the edges left out unless they pair within; at most twelve words."""
    kept = list(phrase.tokens)
    words = [each for each in kept if each.pos != "PUNCT"]
    if len(words) > LONGEST_MENTION_WORDS:
        kept = [each for each in kept if each.index <= words[LONGEST_MENTION_WORDS - 1].index]
    while len(kept) > 1 and kept[0].pos == "PUNCT":
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].pos == "PUNCT" and not any(each.pos == "PUNCT" for each in kept[:-1]):
        kept = kept[:-1]
    return sheet.tree.span(kept)


def voice_of(sheet: Sheet, phrase: Phrase, cue: Span, because: str, *, publishes: bool = False) -> Voice:
    """The voice of a phrase."""
    return Voice(head=phrase.head, span=span_of(sheet, phrase), cue=cue, because=because, publishes=publishes)


def nobody(words: Span, because: str = "nobody is named as the source") -> Path:
    """The path of hearsay: the word that says that somebody says it."""
    return (Voice(head=None, span=words, cue=words, because=because),)

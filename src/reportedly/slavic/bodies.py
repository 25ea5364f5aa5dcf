"""Bodies that speak by a verb without a subject: "сообщили в Генштабе", "сообщается пресс-службой"."""

from collections.abc import Sequence

from reportedly.model.annotation import Token
from reportedly.slavic.phrases import Phrase, cut_phrases, phrase_at
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import is_medium, kinds_of, sheet_name, with_belonging
from reportedly.slavic.words import entity, feature, is_finite, lemma, listed, spelt

_IN = frozenset("в во на у в".split())
_BODIES = ("institution", "organization", "outlet", "agency", "channel", "military", "collective")
_OWN = frozenset("его ее их його її їх".split())
_COMPOUND = frozenset(
    "отношении результате рамках ходе случае соответствии связи качестве виде целях течение продолжение районе зоне области условиях ответ знак честь "
    "відношенні результаті межах рамках ході разі відповідності зв'язку якості вигляді цілях районі зоні умовах відповідь".split()
)


def in_a_body(sheet: Sheet, piece: Piece, verb: Token, elsewhere: Sequence[Phrase] = ()) -> list[Phrase]:
    """ "Сообщили в Генштабе", "заявили у МЗС": the body, where the verb is plural or impersonal and names nobody.

    Args:
        elsewhere: phrases to look at instead of those of `piece`.
    """
    plural = feature(verb, "Number") == "Plur" and feature(verb, "Person") in ("", "3")
    if not (plural or is_impersonal(sheet, verb)):
        return []
    at = piece.tokens.index(verb)
    own = [*cut_phrases(up_to_predicate(piece.tokens[at + 1 :])), *reversed(cut_phrases(piece.tokens[:at]))]
    for phrase in elsewhere or own:
        if phrase.preposition is None or spelt(phrase.preposition.text) not in _IN or not phrase.may_be("Loc"):
            continue
        if is_impersonal(sheet, verb) and lemma(phrase.head) in listed(
            sheet.language(verb), "reporting", "nouns", "vehicle"
        ):
            return [_whose(phrase)]
        kinds = kinds_of(sheet, phrase.head)
        named = sheet.profile.known(sheet_name(sheet, phrase))
        if spelt(phrase.head.text) in _COMPOUND:
            continue  # "в отношении", "у зв'язку з": a preposition in two words
        body = bool(kinds & {*_BODIES}) or named is not None or _is_named_body(sheet, phrase)
        paper = (
            is_impersonal(sheet, verb)
            and lemma(verb) in listed(sheet.language(verb), "reporting", "written")
            and feature(phrase.head, "Animacy") != "Anim"
            and entity(phrase.head) != "LOC"
        )
        body = body or (paper and phrase.head.pos == "NOUN")
        quoted = any(each.text in ("«", '"', "„", "“") for each in phrase.tokens)
        if (body or quoted) and not is_medium(sheet, phrase):
            return [with_belonging(sheet, phrase)]
    return []


def _is_named_body(sheet: Sheet, phrase: Phrase) -> bool:
    """ "В Енергоатомі", "в Росавиации": a name that is no place's and nobody's."""
    head = phrase.head
    named = entity(head) == "ORG" or (head.pos == "PROPN" and head.text[:1].isupper())
    return (
        named
        and entity(head) not in ("LOC", "PERSON")
        and not any(each.start <= head.start < each.end for each in sheet.found.place_names)
    )


def by_a_body(sheet: Sheet, piece: Piece, verb: Token) -> list[Phrase]:
    """ "Сообщается пресс-службой": whoever stands in the instrumental right behind."""
    at = piece.tokens.index(verb)
    behind = cut_phrases(piece.tokens[at + 1 :])[:1]
    return [
        each
        for each in behind
        if each.case == "Ins" and each.preposition is None and kinds_of(sheet, each.head) & {*_BODIES, "official"}
    ]


def _whose(phrase: Phrase) -> Phrase:
    """ "В его сообщении", "у зведенні Генштабу": whose words they are; the paper itself where nobody is named."""
    owner = next((each for each in phrase.tokens if each.index < phrase.head.index and spelt(each.text) in _OWN), None)
    if owner is not None:
        return Phrase((owner,), owner)
    rest = [each for each in phrase.tokens if each.index > phrase.head.index]
    return phrase_at(rest, 0) or phrase if rest else phrase


def is_impersonal(sheet: Sheet, verb: Token) -> bool:
    """ "Сообщается", "повідомляється", "сказано"."""
    language = sheet.language(verb)
    neuter = "Variant=Short" in verb.features and feature(verb, "Gender") in ("Neut", "")
    return lemma(verb) in listed(language, "reporting", "impersonal") or (neuter and feature(verb, "Number") != "Plur")


def up_to_predicate(tokens: Sequence[Token]) -> Sequence[Token]:
    """What follows up to the next predicate or "что"."""
    for at, token in enumerate(tokens):
        if is_finite(token) or (token.pos == "SCONJ" and at):
            return tokens[:at]
    return tokens

"""How many of what a Russian or Ukrainian claim speaks of."""

import re
from collections.abc import Sequence

from reportedly.claims.quantities import make_quantity
from reportedly.model.annotation import NumberPhrase, Token
from reportedly.model.quantity import Quantity
from reportedly.reference.word_lists import WordList
from reportedly.slavic.words import has_case, is_finite

_COUNTS = WordList(["количество", "число", "численность", "кількість", "чисельність", "число"])
"""Nouns whose genitive is counted by a number further on: "число погибших выросло до 16"."""
_OF = WordList(["из", "з", "із", "зі", "с", "от", "від"])
_UNITS_OF_TIME = WordList([
    "секунда", "минута", "час", "сутки", "день", "неделя", "месяц", "год", "лет", "век", "раз", "процент", "хвилина", "година", "доба", "тиждень", "місяць", "рік",
    "століття", "відсоток", "январ*", "феврал*", "март", "апрел*", "май", "июн*", "июл*", "август", "сентябр*", "октябр*", "ноябр*", "декабр*", "січ*", "лют*", "берез*",
    "квіт*", "трав*", "черв*", "лип*", "серп*", "верес*", "жовт*", "листопад*", "груд*",
])  # fmt: skip
_ADJECTIVE_ENDING = re.compile(r"(?:ыми|ими|ого|его|ому|ему|ых|их|ые|ие|ым|им|ый|ий|ая|ую|ой|ей)$")
_REACH = 6
"""Words between a number and what it counts, at most."""


def measure(numbers: Sequence[NumberPhrase], tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities of a claim, in order.

    Args:
        numbers: the number phrases inside the claim.
        tokens: the claim's own words in order.

    Returns:
        One quantity for each number. Its unit is the number's own ("км"), or else the dictionary form of the noun that
        it counts ("беспилотник"); None where the words name neither.
    """
    return tuple(make_quantity(number, number.unit or _counted(number, tokens)) for number in numbers)


def _counted(number: NumberPhrase, tokens: Sequence[Token]) -> str | None:
    """What a number without a unit counts: the noun behind it, its modifiers passed over."""
    inside = next(
        (each for each in reversed(tokens) if number.start <= each.start < number.end and each.pos == "NOUN"), None
    )
    last = None
    for each in [each for each in tokens if each.start >= number.end][:_REACH]:
        if each.pos == "NOUN" or (each.pos == "PROPN" and each.text.isupper()):
            return None if each.lemma in _UNITS_OF_TIME else _name(each)
        if not _may_stand_between(each):
            break
        last = each if each.pos == "ADJ" else last
    if last is not None:
        return _name(last)  # "ранены трое военных"
    return _counted_before(number, tokens) if inside is None else None


def _may_stand_between(token: Token) -> bool:
    modifier = token.pos in ("ADJ", "DET", "NUM") or "VerbForm=Part" in token.features
    return (modifier and "Variant=Short" not in token.features) or token.text in _OF or token.text in ("«", '"')


def _counted_before(number: NumberPhrase, tokens: Sequence[Token]) -> str | None:
    """ "Число погибших выросло до 16"; "Человек десять"."""
    before = [each for each in tokens if each.end <= number.start]
    for at, each in enumerate(before[:-1]):
        behind = before[at + 1]
        if (
            each.lemma in _COUNTS
            and behind.pos in ("NOUN", "ADJ", "VERB")
            and not is_finite(behind)
            and has_case(behind, "Gen")
        ):
            return _name(behind)
    return None


def _name(noun: Token) -> str:
    """The dictionary form; of an abbreviation the abbreviation itself."""
    if noun.text.isupper() and len(noun.text) > 1:
        return noun.text.lower()
    if "VerbForm=Part" not in noun.features:
        return noun.lemma.lower()
    stem = _ADJECTIVE_ENDING.sub("", noun.text.lower())
    return stem + ("ий" if stem.endswith(("ш", "щ", "ч", "ж")) else "ый")  # "погибших", whose lemma is the verb's

"""Which figures and number words of Russian and Ukrainian say which one, or when, rather than how many."""

import re

from reportedly.annotate.number_rules import YEARS, Number
from reportedly.annotate.number_rules_slavic import CYRILLIC, SlavicWords

LOOK_BACK = 24
RATINGS = frozenset({0.0, 6.0, 12.0, 16.0, 18.0, 21.0})
# "Иван, 45,": an age counts nobody.
_AGE = re.compile(r",\s\d{1,3}(?=,(?!\d))")
_HYPHENED, _LEFT_OF_HYPHEN = re.compile(r"[-–]\d"), re.compile(r"\d[-–]$")
_CAPITAL_BEFORE = re.compile(r"(?<![.!?…:]\s)(?<!^)\b[A-ZА-ЯЁІЇЄҐ][\w’'-]*[»\"]?\s$")
_WORD_AFTER = re.compile(rf"[*_]*\s+[«\"*_]*[{CYRILLIC}]")
_NOUN_AFTER = re.compile(
    rf"\s+(?:[{CYRILLIC}-]+(?:их|ых)\s+)?[{CYRILLIC}]+(?:ов|ев|ёв|ей|ів|їв|иків|человек|людей|осіб|машин)\b"
)
# "В три раза больше", "один к восьми" count nothing.
_TIMES_AS = re.compile(r"\s+(?:раз(?:[аи]|ів|ов)?\b|к\s+\d)")
_RATIO = re.compile(r"\d\s+к\s+$")
_ITEM = re.compile(r"[.)]\s")
_YEAR_AFTER = re.compile(r"\s*(?:год|рік|рок|г\.|р\.|гг|рр)")


def is_name(text: str, number: Number, words: SlavicWords, *, bounded: bool) -> bool:
    """Is the number a part of a name, a year, an age, a score or a rating ("47 бригада", "2014", "Иван, 45,", "18+")?"""
    if _HYPHENED.match(text, number.end) or _LEFT_OF_HYPHEN.search(text, max(0, number.start - 2), number.start):
        return True
    if number.value in RATINGS and text[number.end - 1 : number.end] == "+" and not _WORD_AFTER.match(text, number.end):
        return True
    if _TIMES_AS.match(text, number.end) or _RATIO.search(text, max(0, number.start - 6), number.start):
        return True
    if number.plain and _ITEM.match(text, number.end) and not text[: number.start].rpartition("\n")[2]:
        return True
    before = text[max(0, number.start - LOOK_BACK) : number.start]
    if number.unit is None and words.named.search(before):
        return True
    if bounded or number.unit is not None:
        return False
    return _AGE.match(text, max(0, number.start - 2)) is not None or _is_which(text, number, before, words)


def _is_which(text: str, number: Number, before: str, words: SlavicWords) -> bool:
    """Do bare figures stand for a year, a body of troops or a part of a name?"""
    if text[max(0, number.start - 1) : number.start] == "[" and text[number.end : number.end + 1] == "]":  # a footnote
        return True
    if not number.plain or number.value is None:
        return False
    if number.value in YEARS and number.end - number.start == 4:
        return _YEAR_AFTER.match(text, number.end) is not None or (
            _NOUN_AFTER.match(text, number.end) is None
            and (words.before_year.search(before) is not None or not _WORD_AFTER.match(text, number.end))
        )
    if (body := words.bodies.match(text, number.end)) and body[1].lower() not in words.counted:
        return True
    return _CAPITAL_BEFORE.search(before) is not None and not _WORD_AFTER.match(text, number.end)

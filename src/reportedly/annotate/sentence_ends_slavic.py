"""Where sentences of Russian and Ukrainian end. Texts mix the two, so the words of both hold for either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.reference.lexicon import lexicon

LANGUAGES = ("ru", "uk")

LOWER, UPPER = "а-яёіїєґ", "А-ЯЁІЇЄҐ"
QUOTES = '"”“»'
_END = re.compile(
    # The usual end; Telegram's marks and an emoji may stand behind it.
    rf"(?P<stop>[.!?…]+)(?P<close>[{QUOTES}'’)\]*_~]*)(?=\s|[^\w\s.,;:!?…()\[\]{QUOTES}'’«„/\\@#$%&*+=<>|-])"
    # "війни.Він": the next sentence begins without a space.
    rf"|(?<=[{LOWER}]{{2}})(?P<glued>[.!?])(?=[{QUOTES}«„]?[{UPPER}][{LOWER}]*[\s,])"
)
_NEXT = re.compile(r"[^\w]*[\W_]*(\w+(?:['’ʼ-]\w+)*)")
_ADDRESS = re.compile(r"[\s*_]*(?:[@#]\w|https?:|t\.me/)")
_DASH = re.compile(r"[\s*_~]*[—–-]+\s")
_DASH_AND_QUOTE = re.compile(r"[\s*_]*[—–-]+\s*[*_]*[«„“\"]")
# "— сказал он" stands amid what he said; the dash behind it takes the speech up again.
_INSERTION = re.compile(rf"[,!?…{QUOTES}]\s*[*_]*[—–-]+\s*[*_]*[{LOWER}][^—–\n]{{2,90}}$")
_NAME = rf"[«\"]?[A-Z{UPPER}][\w’'.-]*[»\"]?"
_SOURCE_TAIL = re.compile(rf"[\s*_~]*[—–-]+\s*[*_~]*{_NAME}(?: {_NAME}){{0,3}}[*_~]*(?:\.?[\s*_~]*$|(?<=\.)\s)")
"""A source alone behind a dash: "… — Reuters."."""
_DOTTED = re.compile(r"(?:\w\.)+\w")
_LIST_NUMBER = re.compile(r"\W*\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Stops:
    abbreviations: frozenset[str]
    closing: frozenset[str]
    measures: frozenset[str]
    openers: frozenset[str]
    joined: frozenset[str]
    small: re.Pattern[str]


@cache
def _stops() -> _Stops:
    tables: list[dict[str, Any]] = [lexicon(language, "layout")["stops"] for language in LANGUAGES]

    def words(name: str) -> frozenset[str]:
        return frozenset(word for table in tables for word in table[name].split())

    small = "|".join(pattern for table in tables for pattern in table["small_openers"])
    return _Stops(
        words("abbreviations"),
        words("closing"),
        words("measures"),
        words("openers"),
        words("joined"),
        re.compile(rf"(?:{small})$"),
    )


def cut_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, one behind the other: what lies between them is white space and marks."""
    stops = _stops()
    for match in _END.finditer(text, start, end):
        if match.end() > start and _ends(text, match, start, end, stops):
            yield start, match.end()
            start = match.end()
    if start < end:
        yield start, end


def _ends(text: str, match: re.Match[str], start: int, end: int, stops: _Stops) -> bool:
    """Does a sentence end at this stop?"""
    if match["glued"]:
        return text[: match.start()].rsplit(None, 1)[-1].lstrip('«"').lower() not in stops.joined
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return True
    if _ADDRESS.match(text, match.end(), end):
        return True
    word, single = following[1], match["stop"] == "."
    if word[0].islower() and not stops.small.match(word):
        return False
    if _DASH.match(text, match.end(), end) and _goes_on(text, match, start, end):
        return False
    return not single or _is_full_stop(text, match, start, word, stops)


def _goes_on(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Does a dash behind the stop carry the same sentence on: to who said it, or to the rest of what was said?"""
    if any(mark in match["close"] for mark in QUOTES):
        return True
    if _DASH_AND_QUOTE.match(text, match.end(), end) or _SOURCE_TAIL.match(text, match.end(), end):
        return True
    return _INSERTION.search(text, max(start, match.start() - 120), match.start()) is not None


def _is_full_stop(text: str, match: re.Match[str], start: int, following: str, stops: _Stops) -> bool:
    """Is the stop more than the sign of an abbreviation, an initial or an item's number?"""
    before = text[max(start, match.start() - 24) : match.start()]
    if _LIST_NUMBER.fullmatch(text, start, match.start()):
        return False
    if match["close"].strip("*_~") or not before or before[-1].isspace():
        return True
    *earlier, word = before.split()
    word = word.lstrip('«„“"(*_[')
    figure = bool(earlier and earlier[-1][-1:].isdigit())
    if word[:-1].isdigit() and word[-1:].isalpha():  # "5м", "2022г"
        word, figure = word[-1:], True
    small = word.lower()
    if len(word) == 1 and word.isalpha() and not (figure and small in stops.measures):
        return _is_last_letter(
            word, earlier[-1] if earlier else "", figure=figure, opens=following in stops.openers, stops=stops
        )
    if small in stops.measures:
        return not following[0].isdigit()
    if small in stops.closing or _DOTTED.fullmatch(small):
        return following in stops.openers and small not in stops.abbreviations
    return small not in stops.abbreviations and not (before[-1].isdigit() and following[0].isdigit())


def _is_last_letter(word: str, before: str, *, figure: bool, opens: bool, stops: _Stops) -> bool:
    """May one letter and a stop end a sentence: "не я.", "в 2022 г. Об этом", "Дарья Б. Ей"?"""
    if word == "я":
        return True
    named = word.isupper() and len(before) > 2 and before[0].isupper() and before[-1].isalpha()
    return opens and (named or (figure and word.lower() in stops.closing))

"""How a sentence of Russian or Ukrainian says how many: figures and words put together, with bounds and units."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.number_names_slavic import is_name
from reportedly.annotate.number_rules import Number
from reportedly.annotate.number_rules_slavic import CYRILLIC, FIGURE, SlavicWords, slavic_words

_TOKEN = re.compile(
    rf"(?P<figure>(?<![\w.,:/#+’'№])(?:(?<![-–—])|(?<=\d[-–—])|(?<=\s[–—])|(?<=^[–—]))(?:{FIGURE}))"
    rf"|(?P<word>[{CYRILLIC}]+(?:['’ʼ][{CYRILLIC}]+)*)",
    re.IGNORECASE,
)
# "+380 44 123 45 67", "8 (800) 555-35-35", "4276 1234 1234 1234".
_DIALLED = re.compile(r"(?:\+|\b8\s?\()\d?[\d\s()-]{8,}\d|(?<!\d)\d{4}(?:[ -]\d{4}){3}(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|\S*%[0-9A-F]{2}\S*")
_BEHIND_FIGURE = re.compile(r"(?![\w:/’']|[.,+]\d|-[^\W\d])")
_SUFFIX = re.compile(r"к\b", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# "с 20 до 30"
_RISE = re.compile(r"\b(?:со?|з|із|зі)\s+\S+(?:\s+\S+){0,2}\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"[0-3]\d\.[0-5]\d")
_ABBREVIATION_STOP = re.compile(rf"\.(?=\s*[{CYRILLIC}\d$€])")
LOOK_BACK = 40
GROWTH_BACK = 70
UNTIL = "до"
HALF = "пів"
CALIBRES = frozenset({"mm", "cm"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A figure, or a word that belongs to numbers."""

    start: int
    end: int
    word: str
    """In small letters; empty for a figure."""


def read_numbers(text: str, dates: Sequence[tuple[int, int]]) -> list[Number]:
    """The numbers of a sentence, in order; none that stands in one of `dates`."""
    words = slavic_words()
    pieces = list(_pieces(text, words))
    if not pieces:
        return []
    taken = [*dates, *(match.span() for pattern in (_DIALLED, _ADDRESS) for match in pattern.finditer(text))]
    numbers: list[Number] = []
    at = 0
    while at < len(pieces):
        number, at = _compose(text, pieces, at, words)
        if number and not _touches(number, taken):
            numbers.append(number)
    kept: list[Number] = []
    for number in _join_ranges(text, numbers, words):
        if not _add_unit(text, number, words):
            continue
        bounded = _add_bound(text, number, words)
        if (joint := words.range_joint.match(text, number.end)) and any(start == joint.end() for start, _ in dates):
            continue  # "от 35 до 45 лет"
        if not is_name(text, number, words, bounded=bounded) and not _touches(number, taken):
            kept.append(number)
    return [
        number for number, before in zip(kept, [None, *kept], strict=False) if not before or before.end <= number.start
    ]


def _touches(number: Number, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < number.end and number.start < end for start, end in spans)


def _pieces(text: str, words: SlavicWords) -> Iterator[_Piece]:
    for match in _TOKEN.finditer(text):
        if word := match["word"]:
            word = word.lower()
            if "’" in word or "ʼ" in word:
                word = word.replace("’", "'").replace("ʼ", "'")
            if word in words.value or word in words.times or word in words.several:
                yield _Piece(match.start(), match.end(), word)
        else:
            yield _Piece(match.start(), match.end(), "")


def _compose(text: str, pieces: Sequence[_Piece], at: int, words: SlavicWords) -> tuple[Number | None, int]:
    """The number that begins with a piece, and the piece behind it."""
    piece = pieces[at]
    if not piece.word:
        return _figure(text, pieces, at, words)
    row = [piece]
    for after in pieces[at + 1 :]:
        if not after.word or not text[row[-1].end : after.start].isspace() or not _fits(row, after.word, words):
            break
        row.append(after)
    return _spoken(text, row, words), at + len(row)


def _fits(row: Sequence[_Piece], word: str, words: SlavicWords) -> bool:
    """May a word go on with a number: "двадцать" with "пять", "две" with "тысячи"?"""
    if word in words.times:
        return True
    last = row[-1].word
    if word in words.several or last in words.several:
        return False
    if last in words.times:
        return words.value[word] < words.times[last]
    return words.value[last] >= 20 and words.value[word] < (100 if words.value[last] >= 100 else 10)


def _spoken(text: str, row: Sequence[_Piece], words: SlavicWords) -> Number | None:
    """The number that a row of words says."""
    start, end, said = row[0].start, row[-1].end, [piece.word for piece in row]
    if _says_none(text, start, end, said, words):
        return None
    factor = math.prod(words.times.get(word, 1.0) for word in said)
    bounded = words.before.search(text, max(0, start - LOOK_BACK), start) is not None
    if said[0] in words.several or (said[0] in words.many and not (bounded and said[0] in words.single)):
        return Number(start, end, None, 2 * factor, None, approximate=True)
    value = _sum(said, words)
    return Number(start, _with_stop(text, end, said[-1], words), value, value, value, word=True)


def _says_none(text: str, start: int, end: int, said: Sequence[str], words: SlavicWords) -> bool:
    """Are the words no number here: "двое из них", "один другому", "двадцать первый", "тыс." without a figure?"""
    last = said[-1]
    if last in words.value and words.value[last] >= 20 and words.ordinal.match(text, end):
        return True
    if len(said) > 1:
        return False
    if last in words.times:
        return last in words.never_alone
    if last in words.several or last == HALF or words.of_them.match(text, end):
        return True
    alone = words.value[last] == 1
    return alone and bool(words.one_of.match(text, end) or words.not_one.search(text, max(0, start - 12), start))


def _sum(said: Sequence[str], words: SlavicWords) -> float:
    """The value of number words in a row: "сто двадцать тысяч триста"."""
    total, group = 0.0, 0.0
    for word in said:
        times = words.times.get(word)
        if times is None:
            group += words.value[word]
        elif times < 1000:
            group = (group or 1.0) * times
        else:
            total, group = total + (group or 1.0) * times, 0.0
    return total + group


def _figure(text: str, pieces: Sequence[_Piece], at: int, words: SlavicWords) -> tuple[Number | None, int]:
    """The number that begins with figures: "17", "1,6 млн", "2 тысячи 300"."""
    start, end = pieces[at].start, pieces[at].end
    figure, at, factor, last = text[start:end], at + 1, 1.0, ""
    while at < len(pieces) and pieces[at].word in words.times and not text[end : pieces[at].start].strip():
        last = pieces[at].word
        factor, end, at = factor * words.times[last], pieces[at].end, at + 1
    if factor == 1.0 and (suffix := _SUFFIX.match(text, end)):
        factor, end, last = 1000.0, suffix.end(), "к"
    # A letter, a hyphen or another figure right behind it: "85-я", "12-летний", "3:1".
    if factor == 1.0 and not _BEHIND_FIGURE.match(text, end) and not words.unit.match(text, end):
        return None, at
    value = _value(figure, scaled=factor > 1, measured=words.unit.match(text, end) is not None)
    if value is None:
        return None, at
    value = value if factor == 1.0 else round(value * factor, 2)
    plain = figure.isdigit() and factor == 1.0
    if factor >= 1000 and at < len(pieces) and not pieces[at].word and text[end : pieces[at].start] == " ":
        rest = text[pieces[at].start : pieces[at].end]
        if rest.isdigit() and float(rest) < factor:
            value, end, at, last = value + float(rest), pieces[at].end, at + 1, ""
    end = _with_stop(text, end, last, words)
    return Number(start, end, value, value, value, factor=factor, plain=plain), at


def _with_stop(text: str, end: int, last: str, words: SlavicWords) -> int:
    """Behind "тыс" and the like, the stop that belongs to it."""
    return end + 1 if last in words.never_alone and _ABBREVIATION_STOP.match(text, end) else end


def _value(figure: str, *, scaled: bool, measured: bool) -> float | None:
    """The value of figures; None for an hour or a day.

    A comma before three figures parts thousands where neither "млн" nor a unit follows, a stop where "млн" does not.
    """
    half = 0.5 if figure.endswith("½") else 0.0
    bare = "".join(figure.rstrip("½").split()) or "0"
    marks = bare.count(".") + bare.count(",")
    if marks == 1 and not scaled and not measured and _CLOCK.fullmatch(bare):
        return None
    grouped = _GROUPED.fullmatch(bare) is not None and not bare.startswith("0")
    if marks > 1 and not grouped:
        return None
    if marks > 1 or (grouped and not scaled and ("." in bare or not measured)):
        return float(bare.replace(".", "").replace(",", "")) + half
    return float(bare.replace(",", ".")) + half


def _join_ranges(text: str, numbers: Sequence[Number], words: SlavicWords) -> list[Number]:
    """Make one number of the two ends of a range; "с 20 до 30" is a rise, its ends stay two numbers."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if (
            last
            and last.value is not None
            and number.value is not None
            and (opened := _opening(text, last, number, words)) is not None
        ):
            low = last.value * number.factor if last.factor == 1 and last.value < 1000 else last.value
            if low < number.value:
                joined[-1] = Number(opened, number.end, None, low, number.value, factor=number.factor)
                continue
        joined.append(number)
    return joined


def _opening(text: str, last: Number, number: Number, words: SlavicWords) -> int | None:
    """Where the range of two numbers begins; None if they are none."""
    end = unit.end() if (unit := words.unit.match(text, last.end)) and unit.end() < number.start else last.end
    between = text[end : number.start]
    before = max(0, last.start - 10)
    if opened := words.between.search(text, before, last.start):
        return opened.start() if words.between_joint.fullmatch(between) else None
    joint = words.range_joint.fullmatch(between)
    if not joint:
        return None
    if joint["to"]:
        opened = words.range_from.search(text, before, last.start)
        return opened.start() if opened else None
    return last.start


def _add_unit(text: str, number: Number, words: SlavicWords) -> bool:
    """Take a unit or a currency that stands with the number; False if it is a gun's calibre."""
    if sign := words.currency.search(text, max(0, number.start - 3), number.start):
        number.unit, number.start = _unit(sign[1], words), sign.start()
    elif unit := words.unit.match(text, number.end):
        name = _unit(unit[1], words)
        if name in CALIBRES and ("-" in unit.group() or words.guns.match(text, unit.end())):
            return False
        # "5 м. Київ": one letter and a stop is a town as well as a metre.
        if len(unit[1]) > 1 or not unit[1].isalpha() or not text[unit.end() : unit.end() + 2].startswith(". "):
            number.unit, number.end = name, unit.end()
    return True


def _unit(words_of_unit: str, words: SlavicWords) -> str | None:
    return next((unit for unit, pattern in words.units if pattern.fullmatch(words_of_unit)), None)


def _add_bound(text: str, number: Number, words: SlavicWords) -> bool:
    """Take the words around the number that make it a least, a most or a rough figure; were there any?"""
    bounded = False
    if text[number.end : number.end + 1] == "+" and not text[number.end + 1 : number.end + 2].isalnum():
        bounded, number.end = True, number.end + 1
        number.bind("least")
        _add_unit(text, number, words)
    elif after := words.after.match(text, number.end):
        bounded, number.end = True, after.end()
        number.bind(words.bound_after[_plain(after[1])])
    while before := words.before.search(text, max(0, number.start - LOOK_BACK), number.start):
        name = _plain(before[1])
        if name == UNTIL and (bounded or _is_no_most(text, before.start(1), number, words)):
            break
        bounded, number.start = True, before.start(1)
        number.bind(words.bound[name])
    if words.exceeds.search(text, max(0, number.start - LOOK_BACK), number.start):
        bounded = True
        number.bind("least")
    return bounded


def _is_no_most(text: str, start: int, number: Number, words: SlavicWords) -> bool:
    """Is "до" said of where something has got to ("выросло до 30"), or a mere preposition ("до двух сёл")?"""
    if number.word and (number.value or 0) < 10:
        return True
    back = max(0, start - GROWTH_BACK)
    return words.growth.search(text, back, start) is not None or _RISE.search(text, back, start) is not None


def _plain(phrase: str) -> str:
    """Small letters, single blanks."""
    return " ".join(phrase.lower().split())

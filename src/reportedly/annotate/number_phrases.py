"""Where does a text say how many? What is counted is found by grammar, in `claims/quantities.py`."""

import re
from collections.abc import Callable, Sequence

from reportedly.annotate.number_rules import YEARS, Number, Words, number_words
from reportedly.model.annotation import DatePhrase, Found, Layer, NumberPhrase, SentenceRole
from reportedly.model.document import Document

SLAVIC = frozenset({"ru", "uk"})
"""The languages whose numbers `annotate/number_reading_slavic.py` reads."""

# "A 45-year-old", "Ivan, 45, said": an age counts nobody.
AGE = re.compile(r",\s\d{1,3}(?=,(?!\d))")
# "555-01-23", "2-1": figures that a hyphen joins and that are no range count nothing.
HYPHENED, LEFT_OF_HYPHEN = re.compile(r"-\d"), re.compile(r"\d-$")
JOINS_RANGE = re.compile(r"\s?[-–—]\s?|\s+to\s+|\s+or\s+")
LETTERS = re.compile(r"[a-z]+")
NO_DIGIT = re.compile(r"[^\d.]")
FROM = re.compile(r"\bfrom\s+\W?$", re.IGNORECASE)
CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’']*\s$")
# "$5m", "4m rounds", "2.25m tonnes"; but "300m away" are metres.
MILLION = re.compile(r"m\b")
WORD_AFTER = re.compile(r"\s+[a-z]")
PLURAL_AFTER = re.compile(r"\s+(?:[a-z-]+\s+)?(?:[a-z]+s|people|men|women|children|personnel)\b")
# The longest first: a bound is read once, from the words before a number.
LOOK_BACK, LOOK_AHEAD = 24, 24


class NumberPhrases:
    """The stage that finds the words that say how many. Figures that stand in a date phrase count nothing.

    "At least 10" and "more than 10" give `low` alone, "up to 10" and "fewer than 10" `high` alone, "nearly 10" `high`
    and is approximate; "about 10" is approximate. "Dozens" gives no value and twice the word as `low`.
    """

    makes = Layer.NUMBER_PHRASE
    needs = frozenset({Layer.SENTENCE, Layer.DATE_PHRASE})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> Sequence[tuple[NumberPhrase, ...]]:
        """The number phrases of each document, in order, none overlapping another."""
        return [_find(document, each) for document, each in zip(documents, found, strict=True)]


def _find(document: Document, found: Found) -> tuple[NumberPhrase, ...]:
    dates, phrases, next_date = found.date_phrases, list[NumberPhrase](), 0
    for sentence in found.sentences:
        if sentence.role is SentenceRole.FURNITURE:
            continue
        while next_date < len(dates) and dates[next_date].end <= sentence.start:
            next_date += 1
        inside = _inside(dates, next_date, sentence.end)
        read = _reader(sentence.language or document.language or "en")
        for number in read(
            sentence.text, [(each.start - sentence.start, each.end - sentence.start) for each in inside]
        ):
            start, end = sentence.start + number.start, sentence.start + number.end
            phrases.append(
                NumberPhrase(
                    start=start,
                    end=end,
                    text=document.text[start:end],
                    value=number.value,
                    low=number.low,
                    high=number.high,
                    unit=number.unit,
                    approximate=number.approximate,
                )
            )
    return tuple(phrases)


def _reader(language: str) -> Callable[[str, Sequence[tuple[int, int]]], Sequence[Number]]:
    """What reads the numbers of a sentence in `language`."""
    if language == "en":
        return _read_english
    if language in SLAVIC:
        from reportedly.annotate.number_reading_slavic import read_numbers  # English needs none of it

        return read_numbers
    return lambda text, dates: ()


def _inside(dates: Sequence[DatePhrase], first: int, end: int) -> list[DatePhrase]:
    inside = []
    for phrase in dates[first:]:
        if phrase.start >= end:
            break
        inside.append(phrase)
    return inside


def _read_english(text: str, dates: Sequence[tuple[int, int]]) -> list[Number]:
    """The numbers of a sentence with their ranges, bounds and units."""
    words = number_words("en")
    numbers: list[Number] = []
    for match in words.number.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in dates):
            continue
        if number := _read(text, match, words):
            numbers.append(number)
    numbers = _join_ranges(text, numbers, words)
    kept: list[Number] = []
    for number in numbers:
        _add_unit(text, number, words)
        bounded = _add_bound(text, number, words)
        if HYPHENED.match(text, number.end) or LEFT_OF_HYPHEN.search(text, max(0, number.start - 2), number.start):
            continue
        if not bounded and number.unit is None and _names(text, number, words):
            continue
        if any(start < number.end and number.start < end for start, end in dates):
            continue
        if not kept or kept[-1].end <= number.start:
            kept.append(number)
    return kept


def _read(text: str, match: re.Match[str], words: Words) -> Number | None:
    """The number that `match` says; None if it is part of a name or no number."""
    start, end = match.span()
    if many := match["many"]:
        return Number(start, end, None, words.many[_plain(many)], None, approximate=True)
    said = match["suffix"] or match["times_1"] or match["times_2"] or match["times_3"] or ""
    factor = 1.0
    for word in LETTERS.findall(said.lower()):
        factor *= words.times[word]
    if figure := match["figure"]:
        # A letter, a hyphen or another figure right behind it: "85th", "12-year-old", "3:1".
        if not said and not words.ends.match(text, end):
            return None
        digits = NO_DIGIT.sub("", figure)
        value = (float(digits or 0) + (0.5 if figure.endswith("½") else 0.0)) * factor
        plain = digits == figure and factor == 1
        return Number(start, end, value, value, value, factor=factor, plain=plain)
    if match["vague"]:
        return Number(start, end, None, 2 * factor, None, approximate=True)
    if lead := match["lead"]:
        value = factor / 2 if lead.lower().startswith("half") else factor
        return Number(start, end, value, value, value)
    if not said and words.of_them.match(text, end):
        return None
    alone = match["spoken"].lower() == "one" and not said
    if alone and (words.not_one.search(text, max(0, start - 12), start) or words.one_of.match(text, end)):
        return None
    if text[end : end + 1] == "-" and not words.unit.match(text, end):
        return None
    value = _spoken(match["spoken"].lower(), words) * factor
    return Number(start, end, value, value, value, word=True)


def _plain(words: str) -> str:
    """Lower case, single blanks."""
    return " ".join(words.lower().split())


def _spoken(phrase: str, words: Words) -> float:
    """The value of number words in a row ("two hundred and fifty thousand")."""
    total, group = 0.0, 0.0
    for word in LETTERS.findall(phrase):
        if word in words.value:
            group += words.value[word]
        elif word in words.times:
            if words.times[word] < 1000:
                group = (group or 1.0) * words.times[word]
            else:
                total, group = total + (group or 1.0) * words.times[word], 0.0
    return total + group


def _join_ranges(text: str, numbers: list[Number], words: Words) -> list[Number]:
    """Make one number of the two ends of a range. "From 20 to 30" may be a rise: its ends stay two numbers."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and last.value is not None and number.value is not None:
            between, before = text[last.end : number.start], text[max(0, last.start - 10) : last.start]
            opened = words.between.search(before)
            fits = between.strip() == "and" if opened else JOINS_RANGE.fullmatch(between) and not FROM.search(before)
            # "3 to 4 million": the word stands once, for both.
            low = last.value * number.factor if last.factor == 1 and last.value < 1000 else last.value
            if fits and low < number.value:
                start = last.start - (len(opened[0]) if opened else 0)
                joined[-1] = Number(start, number.end, None, low, number.value)
                continue
        joined.append(number)
    return joined


def _add_unit(text: str, number: Number, words: Words) -> None:
    """Take a unit or a currency that stands with the number."""
    if sign := words.currency.search(text, max(0, number.start - 4), number.start):
        number.unit, number.start = words.currencies[sign[1].upper()], sign.start()
        if million := MILLION.match(text, number.end):
            _multiply(number, million.end())
    elif (million := MILLION.match(text, number.end)) and (
        PLURAL_AFTER.match(text, million.end()) or words.unit.match(text, million.end())
    ):
        _multiply(number, million.end())
        _add_unit(text, number, words)
    elif unit := words.unit.match(text, number.end):
        number.unit = words.units[_plain(unit[1])]
        number.end = unit.end()


def _multiply(number: Number, end: int) -> None:
    """Take an "m" that means a million."""
    number.end = end
    number.value, number.low, number.high = (
        None if each is None else each * 1e6 for each in (number.value, number.low, number.high)
    )


def _add_bound(text: str, number: Number, words: Words) -> bool:
    """Take the words around the number that make it a least, a most or a rough figure; were there any?"""
    bounded = False
    if after := words.after.match(text, number.end):
        bounded, number.end = True, after.end()
        number.bind(words.bound[_plain(after[1] or after[2])])
    while before := words.before.search(text, max(0, number.start - LOOK_BACK), number.start):
        name = _plain(before[1])
        if name in words.doubtful and number.word and (number.value or 0) < 10:
            break
        bounded, number.start = True, before.start(1)
        number.bind(words.bound[name])
    return bounded


def _names(text: str, number: Number, words: Words) -> bool:
    """Is the number part of a name, a year or an age ("Resolution 2254", "2014", "Ivan, 45,")?"""
    before = text[max(0, number.start - LOOK_BACK) : number.start]
    if words.named.search(before) or AGE.match(text, max(0, number.start - 2)):
        return True
    if text[max(0, number.start - 1) : number.start] == "[" and text[number.end : number.end + 1] == "]":  # a footnote
        return True
    if number.plain and number.value is not None and number.value in YEARS and number.end - number.start == 4:
        return PLURAL_AFTER.match(text, number.end) is None
    capital = CAPITAL_BEFORE.search(before)
    if capital and number.word and text[number.start].isupper():  # "World War Two"
        return True
    return bool(capital and number.plain and capital.start() > 0 and not WORD_AFTER.match(text, number.end))

"""How a Russian or Ukrainian text is laid out: its lines, and the sentences in them, each with its language."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reportedly.annotate.passage_language import passage_teller
from reportedly.annotate.post_lines import Line, bare_span, is_bare_address, is_furniture, judge_lines, read_line
from reportedly.annotate.sentence_ends_slavic import LANGUAGES, LOWER, UPPER, cut_sentences
from reportedly.model.annotation import Sentence, SentenceRole
from reportedly.reference.lexicon import lexicon

WRAPPED_CHARACTERS = range(50, 111)
MIN_WRAPPED_LINES = 3
"""A text whose lines are no longer, and so many of which go on in the next one, is hard-wrapped."""

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_ENDED = re.compile(r"[.!?…:;][\"'”’“»)\]*_]*$")
_WORD_CHARACTER = re.compile(r"\w")


def cut_post(text: str, language: str) -> Iterator[Sentence]:
    """The sentences of a text in Russian or Ukrainian, in order, none overlapping; its lines are its paragraphs."""
    tell = passage_teller(text, language)
    spans = [span for span in _cut_paragraphs(text) if _WORD_CHARACTER.search(text, *span)]
    lines = [read_line(text[start:end]) for start, end in spans]
    for number, ((start, end), line, role) in enumerate(zip(spans, lines, judge_lines(lines), strict=True)):
        for first, last, what in _cut_line(text, start, end, line, role):
            first, last = bare_span(text, first, last)
            if _WORD_CHARACTER.search(text, first, last):
                words = text[first:last]
                yield Sentence(start=first, end=last, text=words, role=what, paragraph=number, language=tell(words))


def _cut_line(
    text: str, start: int, end: int, line: Line, role: SentenceRole
) -> Iterator[tuple[int, int, SentenceRole]]:
    if role is not SentenceRole.BODY:
        yield start, end, role
        return
    start, end = bare_span(text, start, end)
    for pattern in (_dateline(), _lead_in()):
        if opening := pattern.match(text, start, end):
            yield start, opening.end(), SentenceRole.FURNITURE
            start = opening.end()
    for first, last in cut_sentences(text, start, end):
        yield first, last, SentenceRole.FURNITURE if _is_tail(text, first, last, end) else SentenceRole.BODY


def _is_tail(text: str, start: int, end: int, line_end: int) -> bool:
    """Is this an address or an invitation, set behind the last sentence of a line?"""
    words = text[start:end]
    if not ("@" in words or "#" in words or "/" in words):
        return False
    line = read_line(words)
    return is_bare_address(line.plain) or (end == line_end and is_furniture(line))


def _cut_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines, one a paragraph; those of a hard-wrapped text are joined, and two that part a sentence."""
    lines = [match.span() for match in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    start = None
    for here, (first, last) in enumerate(lines):
        start = first if start is None else start
        if here + 1 < len(lines) and (
            _is_parted(text, last, lines[here + 1][0]) or (wrapped and _runs_on(text, (first, last), lines[here + 1]))
        ):
            continue
        yield start, last
        start = None


def _is_parted(text: str, end: int, following: int) -> bool:
    """Does the next line begin small, right below one without a stop?"""
    return (
        text[following].islower() and end + 1 == following and not _ENDED.search(text[max(0, end - 12) : end].rstrip())
    )


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if any(end - start >= WRAPPED_CHARACTERS.stop for start, end in lines):
        return False
    return sum(_runs_on(text, *pair) for pair in pairwise(lines)) >= min(MIN_WRAPPED_LINES, len(lines) - 1)


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Does the sentence of `line` go on in the next one?"""
    words, first = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]].lstrip()[:1]
    if text.count("\n", line[1], following[0]) > 1 or len(words) not in WRAPPED_CHARACTERS:
        return False
    return first.islower() or (not _ENDED.search(words) and first.isalnum() and words.count(" ") >= 5)


@cache
def _dateline() -> re.Pattern[str]:
    """ "КИЕВ, 3 дек — РИА Новости.", "МОСКВА, 24 марта. /ТАСС/.", "Київ. 5 грудня. Інтерфакс-Україна."."""
    months = "|".join(lexicon(language, "layout")["posts"]["months"] for language in LANGUAGES)
    name = rf"[{UPPER}][{LOWER}{UPPER}’'-]+"
    place = rf"{name}(?:[ -]{name}){{0,2}}(?:\s*\([^()\n]{{2,30}}\))?"
    day = rf"\d{{1,2}}\s+(?i:{months})[{LOWER}]*\.?(?:\s+\d{{4}}(?:\s+(?:года|року|г\.|р\.))?)?"
    agency = rf"(?:/[^/\n]{{2,40}}/|\([^()\n]{{2,40}}\)|[A-Z{UPPER}][\w’'.-]*\w(?:\s[«\"]?[A-Z{UPPER}][\w’'.-]*\w[»\"]?){{0,2}}(?:,\s{name}\s{name})?)"
    dash = r"[—–-]"
    return re.compile(
        rf"{place}[,.]\s+{day}\s*(?:[.,]|{dash})*\s*(?:{agency}\s*(?:\.\s*{dash}*|{dash}+|:)\s|(?<={dash}\s))\s*"
    )


@cache
def _lead_in() -> re.Pattern[str]:
    """ "UPD:", "СРОЧНО!": what comes before the first sentence."""
    words = "|".join(each for language in LANGUAGES for each in lexicon(language, "layout")["posts"]["lead_ins"])
    return re.compile(rf"(?i:{words})[*_]*(?:[.:!]+)[\s*_]*(?=\S)")

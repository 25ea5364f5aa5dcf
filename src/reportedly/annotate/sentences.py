"""Where sentences begin and end, and which lines hold no claims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reportedly.model.annotation import Annotation, Found, Layer, Sentence, SentenceRole
from reportedly.model.document import Document
from reportedly.reference.lexicon import lexicon

SLAVIC = frozenset({"ru", "uk"})
"""The languages whose texts are laid out like posts; see `annotate/post_layout.py`."""

LONGEST_HEADING_WORDS = 12
"""A line without a final stop is a heading up to this length; longer ones are leads or list items."""

_WRAPPED_CHARACTERS = range(50, 111)
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«„(["
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?=\s)"  # the usual end
    rf"|(?:(?<=[^\W\dA-Z_]{{2}})|(?<=[^\W\dA-Z_][\"”]))(?P<glued>[.!?])(?=[{re.escape(_OPENERS)}]?[A-Z][a-z]*\s)"  # "the end.The next one begins"
)
_ACRONYM = re.compile(r"(?:^|[\s(“\"‘'-])(?:[A-Za-z]\.)*[A-Za-z]$")
_NETWORK = re.compile(r"\b(?:on|to|via) X$")
"""The one place whose name is a letter: "in a post on X." ends a sentence."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(
    r"(?:[A-Z][\w’'/.-]+(?:[ ,]+(?:[A-Z][\w’'/.-]+|\d{1,2}))*,?\s*(?:\([\w ./-]{2,40}\))?\s*[—–-]{1,2}\s"  # "KYIV, Nov 9 - "
    r"|[A-Z][\w ]{1,20}\([\w ./-]{2,40}\)\s*[—–-]{1,2}\s?)"
)
_LEAD_IN = re.compile(r"(?:[A-Z]{4,}\.|Correction[^:\n]{0,30}:|Update[^:.]{0,20}:)\s")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Sentences:
    """Cuts a text into sentences; a new line is a new paragraph unless the text is hard-wrapped."""

    makes = Layer.SENTENCE
    needs: frozenset[Layer] = frozenset()

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `Sentence` for each document, in order, none overlapping."""
        return [_with_body(tuple(_cut(document))) for document in documents]


def _cut(document: Document) -> Iterator[Sentence]:
    if document.language in SLAVIC:
        from reportedly.annotate.post_layout import cut_post  # English needs none of it

        return cut_post(document.text, document.language)
    return _cut_document(document)


def _with_body(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """In a text of nothing but short lines without a stop, as posts are, the lines are what it says."""
    if any(each.role is SentenceRole.BODY for each in sentences):
        return sentences
    return tuple(
        replace(each, role=SentenceRole.BODY) if each.role is SentenceRole.HEADING else each for each in sentences
    )


def _cut_document(document: Document) -> Iterator[Sentence]:
    language = document.language or "en"
    text = document.text
    for number, (start, end) in enumerate(_cut_paragraphs(text)):
        start = _skip_marks(text, start, end)
        if start == end:
            continue
        role = _judge_line(text[start:end], language)
        if role is not SentenceRole.BODY:
            yield _sentence(text, start, end, role, number)
            continue
        for pattern in (_DATELINE, _LEAD_IN):
            if (opening := pattern.match(text, start, end)) and (pattern is _LEAD_IN or _is_dateline(opening.group())):
                yield _sentence(text, start, opening.end(), SentenceRole.FURNITURE, number)
                start = opening.end()
        for first, last in _cut_sentences(text, start, end, language):
            yield _sentence(text, first, last, SentenceRole.BODY, number)


def _sentence(text: str, start: int, end: int, role: SentenceRole, paragraph: int) -> Sentence:
    bare = Sentence.cut(text, start, end)
    return Sentence(start=bare.start, end=bare.end, text=bare.text, role=role, paragraph=paragraph)


def _cut_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between new lines, hard-wrapped lines joined."""
    lines = [match.span() for match in re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    start = None
    for here, (first, last) in enumerate(lines):
        start = first if start is None else start
        if here + 1 < len(lines) and _is_wrapped(text, (first, last), lines[here + 1]):
            continue
        yield start, last
        start = None


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Does the sentence of `line` go on in the next one?"""
    words, first = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]].lstrip()[:1]
    if text.count("\n", line[1], following[0]) > 1 or len(words) not in _WRAPPED_CHARACTERS:
        return False
    return first.islower() or (not _FINAL.search(words) and first.isalnum() and words.count(" ") >= 7)


def _skip_marks(text: str, start: int, end: int) -> int:
    """Past bullets, emoji and white space that open a line."""
    while start < end and not (text[start].isalnum() or text[start] in _OPENERS or text[start] in "$€£#@"):
        start += 1
    return start


@cache
def _furniture(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon(language, "layout")["furniture"]), re.IGNORECASE)


@cache
def _caption_end(language: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon(language, "layout")["caption_ends"]))


@cache
def _speaker(language: str) -> re.Pattern[str]:
    """A name and a verb of saying that end their sentence, or go on with a comma or a day."""
    verbs = "|".join(lexicon(language, "layout")["trailing"])
    return re.compile(
        rf"(?:[A-Z][\w.’'-]+ ){{1,5}}(?:{verbs})(?:[.,:]| (?:on|in|at|during|after|before|to|later|while)\b)"
    )


def _judge_line(line: str, language: str) -> SentenceRole:
    bare = line.strip().lstrip("([")
    if _furniture(language).match(bare) or _caption_end(language).search(bare):
        return SentenceRole.FURNITURE
    letters = [each for each in bare if each.isalpha()]
    if len(letters) > 8 and all(each.isupper() for each in letters):
        return SentenceRole.FURNITURE
    if not _FINAL.search(bare) and len(bare.split()) <= LONGEST_HEADING_WORDS:
        return SentenceRole.HEADING
    return SentenceRole.BODY


def _is_dateline(opening: str) -> bool:
    """A place in capitals, or an agency in brackets, and not the first words of a sentence with a dash."""
    return (opening.split(",")[0].split(" ")[0].isupper() and len(opening) <= 60) or "(" in opening


def _cut_sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if match.end() <= start or not _ends(text, match, end, language):
            continue
        yield start, match.end()
        start = match.end()
    if text[start:end].strip():
        yield start, end


def _ends(text: str, match: re.Match[str], end: int, language: str) -> bool:
    """Does a sentence end at this stop?"""
    words = lexicon(language, "layout")
    after = text[match.end() : min(end, match.end() + 40)].lstrip()
    if not after:
        return True
    opener = after.lstrip("".join((_OPENERS, " –—-")))[:1]
    if match["glued"]:
        following = _FIRST_WORD.search(after)
        return following is not None and len(following.group()) > 1
    if opener.islower() and match["stop"][0] in ".…!?":
        return False
    if match["close"] and _speaker(language).match(after):
        return False  # “What next?” Vladimir Makei said.
    if match["stop"] != ".":
        return True
    before = text[max(0, match.start() - 20) : match.start()]
    word = before.split()[-1].lstrip("".join(_OPENERS)).lower() if before.split() else ""
    if _NETWORK.search(before):
        return opener.isupper()
    if _ACRONYM.search(before) and not match["close"]:
        following = _FIRST_WORD.match(after)
        return "." in word and following is not None and following.group() in words["openers"]
    if word in words["abbreviations"] and not match["close"]:
        return word in ("no", "co", "a.m", "p.m", "etc") and opener.isupper() and word != "no"
    return not (before[-1:].isdigit() and opener.isdigit())

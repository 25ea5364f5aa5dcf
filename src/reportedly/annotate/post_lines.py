"""What the lines of a Russian or Ukrainian post or page are there for: to be read, to head the text, or to sell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reportedly.annotate.sentence_ends_slavic import LANGUAGES
from reportedly.model.annotation import SentenceRole
from reportedly.reference.lexicon import lexicon

LONGEST_HEADING_WORDS = 12
LONGEST_BOLD_WORDS = 30
LONGEST_INNER_WORDS = 8
"""A line without a stop is a heading up to so many words: the first one, one that is bold, one amid the text."""
LONGEST_LINK_WORDS = 4
LONGEST_NAME_WORDS = 4

_EMPTY_LINK = re.compile(r"[^\w\[\]]*\[?[^\w\]]*\]\([^()\s]*\)")
LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
_LINK_END = re.compile(r"^[^\[\]\n]*\]\([^()\s]*\)")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:[\w-]+\.)+(?:ru|com|ua|org|net|me|ly|info|tv|fm|app)(?:/\S*)?(?!\w)|[@#]\w+"
)
_MARKS = re.compile(r"\*\*|__+|~~|\|\||[\u200b-\u200f\u2060\ufeff\u00ad]")
_FINAL = re.compile(r"[.!?…:;][\"'”’“»)\]]*$")
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)|\bUA\d{27}\b")
_SOURCE = re.compile(r"(?:[—–]|\s-)\s*[^—–.!?]{2,60}$")
"""A line that names its own source behind a dash: "… — Reuters"."""
_QUOTED = re.compile(r"[«„“\"].*[»“”\"]$")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as one reads it."""

    marks: str
    """Bullets, emoji and the like that open it."""
    plain: str
    """Its words, without marks and without the addresses of links."""
    linked: bool
    """Is all of it a link?"""
    bold: bool
    """Is all of it set in bold?"""
    torn: bool
    """Does a link begin in it and end in a later line?"""

    @property
    def stopped(self) -> bool:
        return _FINAL.search(self.plain) is not None


def is_bare_address(words: str) -> bool:
    """Is there nothing but links, handles and hashtags?"""
    return not _LETTER.search(ADDRESS.sub(" ", words))


def read_line(line: str) -> Line:
    """Part a line of text from its marks."""
    start, _ = bare_span(line, 0, len(line))
    plain = _MARKS.sub("", LINK.sub(r"\1", _LINK_END.sub("", line)))
    first, last = bare_span(plain, 0, len(plain))
    sides = line.split("**")
    return Line(
        marks=_MARKS.sub("", line[:start]).strip(" [\u00a0\ufe0f"),
        plain=plain[first:last],
        linked="](" in line and not _LETTER.search(LINK.sub("", line)),
        bold=len(sides) > 1 and not any(map(str.isalnum, "".join(sides[::2]))),
        torn=line.rfind("[") > line.rfind("]") and plain.count(" ") < LONGEST_LINK_WORDS,
    )


def bare_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text without the bullets, emoji, brackets of links and marks of Telegram at both its ends."""
    while empty := _EMPTY_LINK.match(text, start, end):  # an emoji that is a link
        start = empty.end()
    while start < end and not (text[start].isalnum() or text[start] in '"“«„(‘$€£₽₴№#@'):
        start += 1
    if start + 1 < end and text[start + 1] in "\ufe0f\u20e3":  # a figure in a box is a bullet
        return bare_span(text, start + 1, end)
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".,!?…:;»”“\"'’)]%$€£₽₴°+-–—"):
        end -= 1
    return start, end


@cache
def _any(name: str) -> re.Pattern[str]:
    """Any pattern of a list in the [posts] of either language."""
    return re.compile(
        "|".join(f"(?:{each})" for language in LANGUAGES for each in lexicon(language, "layout")["posts"][name]),
        re.IGNORECASE,
    )


@cache
def _verb() -> tuple[re.Pattern[str], frozenset[str]]:
    tables = [lexicon(language, "layout")["posts"] for language in LANGUAGES]
    ends = "|".join(each for table in tables for each in table["verb_ends"])
    return re.compile(rf"\w*?(?:{ends})"), frozenset(word for table in tables for word in table["no_verbs"].split())


def _has_verb(words: str) -> bool:
    """Is one of the words a verb, by its end?"""
    verb, nouns = _verb()
    return any(verb.fullmatch(word) and word not in nouns for word in _WORD.findall(words.lower()))


def is_furniture(line: Line) -> bool:
    """Does a line by itself show that it holds no claims?"""
    if is_bare_address(line.plain) or _CARD.search(line.plain):
        return True
    if _any("furniture").match(line.plain) or _any("anywhere").search(line.plain):
        return True
    if _any("source_lines").match(line.plain) and not _has_verb(line.plain):
        return True
    return line.linked and not line.stopped and len(line.plain.split()) <= LONGEST_LINK_WORDS


def judge_lines(lines: Sequence[Line]) -> list[SentenceRole]:
    """The role of each line of a text, in order."""
    roles = [SentenceRole.FURNITURE if is_furniture(line) else SentenceRole.BODY for line in lines]
    for here, (line, after) in enumerate(pairwise(lines)):
        if line.torn and _LINK_END.match(after.plain) is None and roles[here + 1] is SentenceRole.FURNITURE:
            roles[here] = SentenceRole.FURNITURE
    _sign(lines, roles)
    told = [here for here, role in enumerate(roles) if role is SentenceRole.BODY]
    for before, number, following in zip([None, *told], told, told[1:], strict=False):
        if _is_heading(lines[number], lines[following], before=None if before is None else lines[before]):
            roles[number] = SentenceRole.HEADING
    return roles


def _sign(lines: Sequence[Line], roles: list[SentenceRole]) -> None:
    """Find the signature of a channel, where the last line that is left is one."""
    last = max((here for here, role in enumerate(roles) if role is SentenceRole.BODY), default=0)
    if not last:
        return
    line, before = lines[last], lines[last - 1]
    if line.stopped and not line.plain.endswith("!"):
        return
    if _any("signatures").match(line.plain) and not _has_verb(line.plain):
        roles[last] = SentenceRole.FURNITURE
    named = all(word[0].isupper() for word in line.plain.split())
    if named and line.marks and line.marks != before.marks and len(line.plain.split()) <= LONGEST_NAME_WORDS:
        roles[last] = SentenceRole.FURNITURE


def _is_heading(line: Line, after: Line, *, before: Line | None) -> bool:
    """Does a line stand over the text that follows, rather than being a part of it? `before` is None for the first."""
    words = len(line.plain.split())
    if line.stopped or _any("refers_back").match(after.plain) or _QUOTED.fullmatch(line.plain):
        return False
    if line.bold:
        return words <= LONGEST_BOLD_WORDS
    if before is None:
        return words <= LONGEST_HEADING_WORDS and not _SOURCE.search(line.plain)
    if line.marks or not before.stopped or not after.stopped or line.plain[-1:].isdigit():  # an item of a list
        return False
    return words <= LONGEST_INNER_WORDS and not _has_verb(line.plain)

"""What the tagger adds to a content that a rule has found: its rest, and what stands within it."""

import re
from dataclasses import replace

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.page import VERBS, Page
from reportedly.model.annotation import TaggedAttribution, Token

_QUOTATION_MARKS = ('"', "“", "”", "«", "»")
_OPENING_DASH = re.compile(r"(?:^|\n)\s*[-–—]\s*$")
"""Slavic languages, and translations from them, open a quotation with a dash."""
_REACH_WORDS = 12
_SHIFTED = ("would", "could", "might", "should")
_SHIFTABLE = (*_SHIFTED, "may", "must", "can", "will", "shall")


def with_rest(page: Page, known: Attribution, cue: frozenset[int], content: frozenset[int]) -> Attribution:
    """What the same cue brings in by the tagger's reading as well: another piece of a quotation, the clause's own end.

    Only if the two readings agree on most of it. Nothing is taken away: grammar is the surer of the two there.
    """
    if known.cue.index not in cue or known.manner is not Manner.SAY or known.reference:
        return known
    own = known.content
    if 2 * len(own & content) <= min(len(own), len(content)):
        return known
    if _is_quoted(page, content):
        return replace(known, content=own | (content - known.words))
    rest: set[int] = set()
    new = [index for index in sorted(content - own) if index not in known.words or _is_joint(page, index)]
    for index in new:
        joined = any(index - step in own or index - step in rest for step in (1, 2))
        joined = joined and not _parts(page, known.cue, index)
        if joined or page.quote(page.found.tokens[index]) not in (None, page.quote(known.cue)):
            rest.add(index)
    for index in reversed(new):  # "added that although P, Q": from the cue on
        if index > known.cue.index and any(index + step in own or index + step in rest for step in (1, 2)):
            rest.add(index)
    if not page.holds(rest, *VERBS):
        return known
    return replace(known, content=own | rest, words=known.words - rest)


def _is_joint(page: Page, index: int) -> bool:
    return page.found.tokens[index].pos in ("PUNCT", "CCONJ")


def _parts(page: Page, cue: Token, index: int) -> bool:
    """Does another statement begin here: a semicolon, "but Y has refused"? "said P, but Q would" goes on being said."""
    near = page.found.tokens[max(0, index - 1) : index + 1]
    if any(each.text == ";" for each in near):
        return True
    if not any(each.text.lower() in ("but", "while", "whereas") for each in near):
        return False
    behind = page.found.tokens[index : index + _REACH_WORDS]
    finite = next((each for each in behind if "VerbForm=Fin" in each.features or each.lemma in _SHIFTABLE), None)
    shifted = finite is not None and ("Tense=Past" in finite.features or finite.text.lower() in _SHIFTED)
    return not (shifted and "Tense=Past" in cue.features)


def _is_quoted(page: Page, content: frozenset[int]) -> bool:
    """Does it begin and end with a quotation mark, or open its paragraph with a dash, over several sentences or not?"""
    first, last = (page.found.tokens[index] for index in (min(content), max(content)))
    dashed = _OPENING_DASH.search(page.document.text[max(0, first.start - 6) : first.start])
    return bool(dashed) or (first.text in _QUOTATION_MARKS and last.text in _QUOTATION_MARKS)


def with_inner(page: Page, outer: Attribution, tagged: TaggedAttribution, inner: Token) -> Attribution:
    """What the outer cue brings in, with the inner attribution in it: the tagger has read one within the other."""
    if outer.cue not in page.within(tagged.cue) or inner.index in outer.content or outer.reference:
        return outer
    whole = frozenset(token.index for piece in tagged.contents for token in page.within(piece))
    return replace(outer, content=outer.content | whole, words=outer.words - whole)

"""Where a report was sent from: "ALBION, Ky. (AP) — ". The line is no part of what is reported, but its place tells which
Albion the text is about."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.annotate.place_hits import spellings
from reportedly.model.annotation import PlaceName, Sentence, SentenceRole
from reportedly.reference.gazetteer import Gazetteer

_PARTS = re.compile(r"[^,(/–—]+?(?=\s*(?:,|\(|/|[–—]|--?\s|$))")
_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d*$|\d+$", re.IGNORECASE)
_LONGEST = 60


def find_datelines(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Iterator[PlaceName]:
    """The places of the opening that stands before the first sentence of a paragraph, never as where something happened."""
    for opening, following in pairwise(sentences):
        if opening.role is not SentenceRole.FURNITURE or len(opening.text) > _LONGEST:
            continue
        if opening.paragraph == following.paragraph and following.role is SentenceRole.BODY:
            yield from _places(opening, gazetteer)


def _places(opening: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceName]:
    before_agency = opening.text.partition("(")[0]
    for match in _PARTS.finditer(before_agency):
        name = match.group().strip()
        start = opening.start + match.start() + match.group().index(name) if name else opening.start
        if not name or _MONTHS.match(name) or not name[0].isupper():
            continue
        key = spellings("abbreviations").get(name) or spellings("postal").get(name.upper()) or name
        if gazetteer.knows(key):
            yield PlaceName(start=start, end=start + len(name), text=name, key=key, known=True, adjective=True)

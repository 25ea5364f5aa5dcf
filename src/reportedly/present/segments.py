"""A document's text cut wherever a marked span begins or ends."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from reportedly.model.reading import Reading
from reportedly.model.span import Span


class Mark(StrEnum):
    """What words are to a reading, besides being claimed."""

    SOURCE = "source"
    CUE = "cue"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text within which nothing marked begins or ends."""

    text: str
    claims: tuple[str, ...]
    """The ids of the claims that it is part of, in the reading's order."""
    opens: tuple[str, ...]
    """Those of them that begin here."""
    closes: tuple[str, ...]
    """Those of them that end here."""
    marks: frozenset[Mark]
    side: str | None
    """The side of the source that is named here."""

    def part(self, text: str, *, opens: bool, closes: bool) -> "Segment":
        """A line of this segment; whether claims still begin or end in it."""
        return replace(self, text=text, opens=self.opens if opens else (), closes=self.closes if closes else ())


def cut_segments(reading: Reading) -> Iterator[Segment]:
    """The whole text in order, nothing left out."""
    text = reading.document.text
    sides = {source.id: source.side for source in reading.sources}
    marked = list(list_marks(reading))
    spans = [claim.span for claim in reading.claims if claim.span.text] + [span for span, _, _ in marked]
    edges = sorted({0, len(text)} | {edge for span in spans for edge in (span.start, span.end)})
    claims_at, marks_at = defaultdict(list), defaultdict(list)
    starts = {edge: index for index, edge in enumerate(edges)}
    for claim in reading.claims:
        for index in range(starts.get(claim.span.start, 0), starts.get(claim.span.end, 0)):
            claims_at[index].append(claim)
    for span, mark, source in marked:
        for index in range(starts[span.start], starts[span.end]):
            marks_at[index].append((mark, sides.get(source or "")))
    for index, (start, end) in enumerate(pairwise(edges)):
        claims, marks = claims_at[index], marks_at[index]
        yield Segment(
            text=text[start:end],
            claims=tuple(claim.id for claim in claims),
            opens=tuple(claim.id for claim in claims if claim.span.start == start),
            closes=tuple(claim.id for claim in claims if claim.span.end == end),
            marks=frozenset(mark for mark, _ in marks),
            side=next((side for mark, side in marks if mark is Mark.SOURCE and side), None),
        )


def list_marks(reading: Reading) -> Iterator[tuple[Span, Mark, str | None]]:
    """Every span with something to show, what it is, and the source that it names."""
    for source in reading.sources:
        for mention in source.mentions:
            yield mention, Mark.SOURCE, source.id
    for claim in reading.claims:
        for place in claim.places:
            yield place.span, Mark.PLACE, None
        for link in (link for chain in claim.chains for link in chain):
            yield link.mention, Mark.SOURCE, link.source
            if link.cue is not None:
                yield link.cue, Mark.CUE, None

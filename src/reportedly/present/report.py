"""Readings as one HTML page that needs nothing else: no file, no net, no server."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.reading import Reading
from reportedly.model.source import Source
from reportedly.present.page import choose_colours, write_page
from reportedly.present.segments import Segment, cut_segments
from reportedly.present.words import (
    Piece,
    count,
    flags_of,
    name_document,
    one_line,
    say_chains,
    say_day,
    say_details,
    say_flag,
    say_gist,
    say_reason,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as the page shows it."""

    number: int
    anchor: str
    text: str
    voices: list[Piece]
    gist: str
    details: list[str]
    places: list[str]
    flags: list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One reading as the page shows it."""

    anchor: str
    title: str
    language: str
    known: str
    chips: list[str]
    paragraphs: list[list[Segment]]
    numbers: Mapping[str, int]
    sides: Mapping[str | None, str]
    cards: list[Card]
    captions: tuple[str, ...]
    id: str


def write_report(readings: Sequence[Reading]) -> str:
    """All of `readings` on one page."""
    sheets = [lay_out(reading, f"d{number}") for number, reading in enumerate(readings, 1)]
    return write_page(
        "report.html.j2",
        styles=("page.css", "report.css"),
        script="report.js",
        sheets=sheets,
        title=sheets[0].title if len(sheets) == 1 else count(len(sheets), "document"),
    )


def lay_out(reading: Reading, anchor: str) -> Sheet:
    """Everything that the page says about one reading, in words."""
    document = reading.document
    sources = {source.id: source for source in reading.sources}
    claims = {claim.id: claim for claim in reading.claims}
    day = say_day(document.published) if document.published else None
    known = [one_line(each) for each in (document.outlet, document.author, day, document.url) if each]
    return Sheet(
        anchor=anchor,
        title=name_document(document),
        language=document.language or "en",
        known=" · ".join(known),
        chips=[
            count(len(reading.claims), "claim"),
            count(len(reading.sources), "source"),
            count(len(reading.flags), "flag"),
            f"profile: {reading.made_by.profile or 'none'}",
        ],
        paragraphs=list(split_paragraphs(cut_segments(reading))),
        numbers={claim.id: number for number, claim in enumerate(reading.claims, 1)},
        sides=colour_sides(reading.sources),
        cards=[lay_card(reading, number, anchor, sources, claims) for number in range(1, len(reading.claims) + 1)],
        captions=document.captions,
        id=document.id,
    )


def lay_card(
    reading: Reading, number: int, anchor: str, sources: Mapping[str, Source], claims: Mapping[str, Claim]
) -> Card:
    """The claim of this number, from 1, in words."""
    claim = reading.claims[number - 1]
    return Card(
        number=number,
        anchor=f"{anchor}-{claim.id}",
        text=one_line(claim.span.text),
        voices=say_chains(claim, sources, reading.document.outlet),
        gist=say_gist(claim),
        details=say_details(claim),
        places=[say_reason(place) for place in claim.places],
        flags=[(flag.code.value, say_flag(flag, claims)) for flag in flags_of(claim, reading.flags)],
    )


def split_paragraphs(segments: Iterator[Segment]) -> Iterator[list[Segment]]:
    """The segments line by line; a claim that runs over a line end goes on in the next paragraph."""
    paragraph: list[Segment] = []
    for segment in segments:
        lines = segment.text.split("\n")
        for number, line in enumerate(lines):
            if number and paragraph:
                yield paragraph
                paragraph = []
            first, last = number == 0, number == len(lines) - 1
            if line or (first and segment.opens) or (last and segment.closes):
                paragraph.append(segment.part(line, opens=first, closes=last))
    if paragraph:
        yield paragraph


def colour_sides(sources: Sequence[Source]) -> dict[str | None, str]:
    """The class of each side that gets a colour in a document: `a` or `b`."""
    mentions: dict[str, int] = {}
    for source in sources:
        if source.side:
            mentions[source.side] = mentions.get(source.side, 0) + len(source.mentions)
    return choose_colours(mentions)

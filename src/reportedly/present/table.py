"""Claims as rows of CSV that a spreadsheet may open."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import chain

from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.model.source import Source
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_place
from reportedly.present.safe import disarm
from reportedly.present.words import one_line, say_sentence

BETWEEN = " | "
"""Between several values in one cell."""
FORMULA_SIGNS = frozenset("=+-@\u2212")
LOCAL_SEPARATOR = re.compile(r"(?<=;)")
"""Where the comma is the decimal sign a spreadsheet parts cells at semicolons, quoted or not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with what several of its columns are made of."""

    held: HeldClaim
    base: str | None
    origins: tuple[Source, ...]
    """The last of each chain, each once."""
    sources: tuple[Source, ...]
    """All of the chains, each once."""
    mapped: Place | None
    """The first place that has a point, rounded."""


COLUMNS: Mapping[str, Callable[[Row], object]] = {
    "claim_id": lambda row: row.held.claim.id,
    "permalink": lambda row: permalink(row.held.claim.id, row.base),
    "claim": lambda row: row.held.claim.span.text,
    "on_whose_word": lambda row: say_sentence(row.held.claim, row.held.sources, row.held.document.outlet),
    "origin": lambda row: tuple(source.name for source in row.origins),
    "origin_identity": lambda row: tuple(source.identity for source in row.origins),
    "sides": lambda row: tuple(source.side for source in row.sources if source.side),
    "depth": lambda row: max(map(len, row.held.claim.chains), default=0),
    "kind": lambda row: row.held.claim.kind,
    "polarity": lambda row: row.held.claim.polarity,
    "certainty": lambda row: row.held.claim.certainty,
    "tense": lambda row: row.held.claim.tense,
    "presupposed": lambda row: row.held.claim.presupposed,
    "places": lambda row: tuple(place.name for place in row.held.claim.places),
    "lat": lambda row: row.mapped and row.mapped.lat,
    "lon": lambda row: row.mapped and row.mapped.lon,
    "radius_km": lambda row: row.mapped and row.mapped.radius_km,
    "gazetteer_id": lambda row: row.mapped and row.mapped.gazetteer_id,
    "role": lambda row: row.mapped and row.mapped.role,
    "happened_from": lambda row: row.held.claim.time and row.held.claim.time.earliest,
    "happened_to": lambda row: row.held.claim.time and row.held.claim.time.latest,
    "time_words": lambda row: row.held.claim.time and row.held.claim.time.span.text,
    "quantities": lambda row: tuple(each.span.text for each in row.held.claim.quantities),
    "flags": lambda row: tuple(flag.code for flag in row.held.flags),
    "verdict": lambda row: row.held.verdict,
    "corrected": lambda row: row.held.corrected,
    "notes": lambda row: row.held.notes,
    "document_id": lambda row: row.held.document_id,
    "outlet": lambda row: row.held.document.outlet,
    "title": lambda row: row.held.document.title,
    "url": lambda row: row.held.document.url,
    "published": lambda row: row.held.document.published,
    "language": lambda row: row.held.document.language,
    "captured_at": lambda row: row.held.document.captured_at and row.held.document.captured_at.isoformat(),
    "archive_url": lambda row: row.held.document.archive_url,
    "raw_sha256": lambda row: row.held.document.raw_sha256,
    "span_start": lambda row: row.held.claim.span.start,
    "span_end": lambda row: row.held.claim.span.end,
    "made_by": lambda row: say_made_by(row.held),
}
"""Each column and what stands in it, several values as a tuple. Columns are only ever added, at the end."""


def write_csv(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """A line of names, then a line for each claim.

    Args:
        base: address of a workbench for the permalinks.
    """
    rows = (make_row(held, base) for held in claims)
    return write_rows(COLUMNS, ([column(row) for column in COLUMNS.values()] for row in rows))


def write_rows(names: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """CSV by RFC 4180, with its line ends, that a spreadsheet may open."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in chain([names], rows):
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([guard(cell) for cell in row])
        yield buffer.getvalue()


def make_row(held: HeldClaim, base: str | None) -> Row:
    """The claim with what several of its columns are made of."""
    chains = held.claim.chains
    mapped = next((place for place in held.claim.places if is_mapped(place)), None)
    return Row(
        held=held,
        base=base,
        origins=tuple({chain[-1].source: held.sources[chain[-1].source] for chain in chains}.values()),
        sources=tuple({link.source: held.sources[link.source] for chain in chains for link in chain}.values()),
        mapped=mapped and round_place(mapped),
    )


def is_mapped(place: Place) -> bool:
    """Does the claim say that something happened there, and is it known where that is?"""
    return place.lat is not None and place.role is not PlaceRole.REFERENCE


def guard(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula, on one line and without control characters; of several values all.

    Numbers, which are ours, stay numbers. Words that begin like a formula get an apostrophe in front, which
    spreadsheets take for "this is text".
    """
    if isinstance(cell, bool):
        return say_yes(cell)
    if isinstance(cell, tuple):
        cell = join(cell)
    if not isinstance(cell, str):
        return cell
    line = disarm(one_line(cell))
    if not line.isprintable():  # half a letter cannot be written
        line = line.encode("utf-8", "replace").decode("utf-8")
    parts = LOCAL_SEPARATOR.split(line) if ";" in line else [line]
    return "".join(f"'{part}" if begins_formula(part) else part for part in parts)


def begins_formula(text: str) -> bool:
    """Is the first character that counts a sign with which formulas begin, in whatever width?"""
    if text[:1].isalnum():
        return False
    for letter in text:
        # A quotation mark within a cell is written twice; whoever parts cells elsewhere takes the two for nothing.
        if unicodedata.category(letter)[0] in "ZC" or letter == '"':
            continue
        return bool(FORMULA_SIGNS.intersection(unicodedata.normalize("NFKC", letter)[:1]))
    return False


def join(values: Iterable[str]) -> str:
    """Each value once, in order, in one cell."""
    return BETWEEN.join(dict.fromkeys(str(value) for value in values))


def say_yes(is_so: bool) -> str:
    """A yes or no that every program reads."""
    return "true" if is_so else "false"


def say_made_by(held: HeldClaim) -> str:
    """The versions of everything that had a hand in the reading."""
    made = held.made_by
    parts = (f"reportedly {made.reportedly}", made.model, made.gazetteer, made.profile)
    return BETWEEN.join(part for part in parts if part)

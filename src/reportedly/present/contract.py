"""A reading as the public JSON, and the schema of that JSON."""

from typing import Any, TypeVar

import msgspec

from reportedly.model.claim import Claim, Link
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.reading import Reading
from reportedly.model.source import Source
from reportedly.model.span import Span
from reportedly.present.shapes import (
    READING_SCHEMA,
    ActorShape,
    ClaimShape,
    DocumentShape,
    FlagShape,
    LinkShape,
    MadeByShape,
    PlaceShape,
    QuantityShape,
    ReadingShape,
    SourceShape,
    SpanShape,
    WhenShape,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

S = TypeVar("S", bound=msgspec.Struct)


def write_json(reading: Reading) -> str:
    """One reading as one line of JSON, without the line end."""
    return msgspec.json.encode(shape_reading(reading)).decode("utf-8")


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of what `write_json` writes."""
    schema = msgspec.json.schema(ReadingShape)
    schema["$defs"]["ReadingShape"]["properties"]["schema"] = {"const": READING_SCHEMA}
    return {"$schema": DIALECT, "title": READING_SCHEMA, **schema}


def make_plain(shape: msgspec.Struct) -> dict[str, Any]:
    """The shape as what JSON knows: objects, lists, words, numbers."""
    plain: dict[str, Any] = msgspec.to_builtins(shape)
    return plain


def shape_reading(reading: Reading) -> ReadingShape:
    """The reading in the shapes of the contract."""
    return ReadingShape(
        made_by=copy(MadeByShape, reading.made_by),
        document=shape_document(reading.document),
        sources=[shape_source(source) for source in reading.sources],
        claims=[shape_claim(claim) for claim in reading.claims],
        flags=[shape_flag(flag) for flag in reading.flags],
    )


def shape_document(document: Document) -> DocumentShape:
    """The document with its captions as a list."""
    return copy(DocumentShape, document, captions=list(document.captions))


def shape_source(source: Source) -> SourceShape:
    """The source with its mentions."""
    return copy(SourceShape, source, mentions=shape_spans(source.mentions))


def shape_claim(claim: Claim) -> ClaimShape:
    """The claim, with what it holds, each at the level of its own span."""
    return flatten(
        ClaimShape,
        claim,
        claim.span,
        chains=[[shape_link(link) for link in chain] for chain in claim.chains],
        places=[flatten(PlaceShape, place, place.span) for place in claim.places],
        time=claim.time and flatten(WhenShape, claim.time, claim.time.span),
        quantities=[flatten(QuantityShape, quantity, quantity.span) for quantity in claim.quantities],
        actors=[flatten(ActorShape, actor, actor.span) for actor in claim.actors],
    )


def shape_link(link: Link) -> LinkShape:
    """The link; its cue is null where the form alone attributes."""
    return copy(LinkShape, link, mention=shape_span(link.mention), cue=link.cue and shape_span(link.cue))


def shape_flag(flag: Flag) -> FlagShape:
    """The flag with the words that it rests on."""
    return copy(FlagShape, flag, claims=list(flag.claims), because=list(flag.because), words=shape_spans(flag.words))


def shape_spans(spans: tuple[Span, ...]) -> list[SpanShape]:
    """Each span, in order."""
    return [shape_span(span) for span in spans]


def shape_span(span: Span) -> SpanShape:
    """The span alone, whatever else its class holds."""
    return SpanShape(start=span.start, end=span.end, text=span.text)


def flatten(shape: type[S], thing: object, span: Span, **made: object) -> S:
    """Copy `thing` into `shape`, with the offsets and the words of its `span` beside its own fields."""
    return copy(shape, thing, start=span.start, end=span.end, text=span.text, **made)


def copy(shape: type[S], thing: object, **made: object) -> S:
    """Fill `shape` with what was `made`, and the rest with the attributes of `thing` that bear the same names."""
    same = {name: getattr(thing, name) for name in shape.__struct_fields__ if name not in made}
    return shape(**made, **same)

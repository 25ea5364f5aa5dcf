"""Claims as W3C Web Annotations: who is said to say what, pinned to the words that say so."""

import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from reportedly.model.document import Document
from reportedly.model.held import HeldClaim
from reportedly.model.span import Span
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.words import say_sentence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of the text before and after a quotation, by which it is found again after an edit."""
WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20<>\"{}|\\^`]+", re.I)
"""What may stand where an IRI is asked for."""


def write_annotations(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """An AnnotationCollection with one page that holds an annotation for each claim.

    Args:
        base: address of a workbench for the permalinks.
    """
    return write_collection((make_annotation(held, base) for held in claims), "Claims as reported")


def write_collection(annotations: Iterable[dict[str, Any]], label: str) -> Iterator[str]:
    """An AnnotationCollection of these annotations, under a label of ours.

    The collection's name is made of the names of its annotations, so it comes last: the same claims, the same name.
    """
    names, total = hashlib.sha256(), 0
    yield f'{{"@context":"{CONTEXT}","type":"AnnotationCollection","label":"{label}",'
    yield '"first":{"type":"AnnotationPage","startIndex":0,"items":['
    for annotation in annotations:
        names.update(annotation["id"].encode())
        yield (",\n" if total else "\n") + write_object(annotation)
        total += 1
    collection = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, names.hexdigest())}"
    yield f'\n],"id":"{collection}#page-1","partOf":"{collection}"}},'
    yield f'"last":"{collection}#page-1","total":{total},"id":"{collection}"}}\n'


def make_annotation(held: HeldClaim, base: str | None) -> dict[str, Any]:
    """The sentence on whose word, and how the claim is classed, about the words that make it."""
    return {
        "id": permalink(held.claim.id, base),
        "type": "Annotation",
        "motivation": ["describing", "tagging"],
        "generator": {"type": "Software", "name": f"reportedly {held.made_by.reportedly}"},
        "body": [
            {
                "type": "TextualBody",
                "value": say_sentence(held.claim, held.sources, held.document.outlet),
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
            *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in list_tags(held)),
        ],
        "target": make_target(held, base),
    }


def list_tags(held: HeldClaim) -> Iterator[str]:
    """How the claim is classed, each as `what:which`."""
    claim = held.claim
    yield from (f"kind:{claim.kind}", f"polarity:{claim.polarity}", f"certainty:{claim.certainty}")
    yield f"tense:{claim.tense}"
    if claim.presupposed:
        yield "presupposed"
    yield from dict.fromkeys(f"flag:{flag.code}" for flag in held.flags)
    if held.verdict:
        yield f"verdict:{held.verdict}"


def make_target(held: HeldClaim, base: str | None) -> dict[str, Any]:
    """The words, by themselves with what stands around them, and by their place in the stored text."""
    document = held.document
    target: dict[str, Any] = {
        "source": address_of(document) or permalink(held.document_id, base, route="d"),
        "selector": [
            select_quote(document.text, held.claim.span),
            {"type": "TextPositionSelector", "start": held.claim.span.start, "end": held.claim.span.end},
        ],
    }
    if state := make_state(document):
        target["state"] = state
    return target


def select_quote(text: str, span: Span) -> dict[str, str]:
    """The words of `span` and what stands around them."""
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def make_state(document: Document) -> dict[str, str] | None:
    """When the document was captured, and where a copy of that is; None if neither is known."""
    state: dict[str, str] = {}
    if document.captured_at:
        state["sourceDate"] = document.captured_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if document.archive_url and WEB_ADDRESS.fullmatch(document.archive_url):
        state["cached"] = document.archive_url
    return {"type": "TimeState", **state} if state else None


def address_of(document: Document) -> str | None:
    """The document's address on the web, if it has one that is well formed."""
    return document.url if document.url and WEB_ADDRESS.fullmatch(document.url) else None

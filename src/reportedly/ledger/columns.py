"""The columns of every row by which things are found: what is written, and what `reportedly verify` expects."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from reportedly.ledger import rows
from reportedly.ledger.projecting import SourceUse, Standing
from reportedly.ledger.words import bones_of_name, fold_words
from reportedly.model.document import Document
from reportedly.model.place import Place
from reportedly.model.reading import MadeBy

Columns = Mapping[str, Any]
"""Each column's name and value."""

LONGEST = timedelta(days=31)
"""Longer intervals are kept apart, so that what happened on a day is not looked for among all that began before."""


def instant(at: datetime | None) -> str | None:
    """An instant as it is stored: UTC, so that instants sort as texts do."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds")


def document_columns(
    number: int, id_: str, document: Document, capture: str | None, *, replaces: int | None, until: int | None
) -> Columns:
    """The row of a document."""
    return {
        "number": number,
        "id": id_,
        "sha256": document.id,
        "raw_sha256": document.raw_sha256,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "locator": document.locator,
        "language": document.language,
        "published": document.published and document.published.isoformat(),
        "captured_at": instant(document.captured_at),
        "capture": capture,
        "replaces": replaces,
        "until": until,
    }


def document_words(document: Document) -> str:
    """The words by which a document is found, folded."""
    return fold_words(" ".join(filter(None, (document.title, document.text, *document.captions, document.outlet))))


def reading_columns(number: int, document: int, made_by: MadeBy, until: int | None) -> Columns:
    """The row of a reading."""
    return {
        "number": number,
        "document": document,
        "made_by": rows.write(made_by).decode("utf-8"),
        "until": until,
    }


def claim_columns(document_number: int, document: Document, standing: Standing) -> Columns:
    """The row of a claim, without its number."""
    judged = standing.findable.judged
    claim = judged.claim
    return {
        "id": claim.id,
        "document": document_number,
        "reading": standing.reading,
        "place_in_reading": standing.place,
        "since": standing.since,
        "until": standing.until,
        "kind": claim.kind.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "tense": claim.tense.value,
        "presupposed": int(claim.presupposed),
        "depth": max(map(len, claim.chains), default=0),
        "verdict": judged.verdict and judged.verdict.value,
        "corrected": int(bool(judged.corrected)),
        "outlet": document.outlet,
        "language": document.language,
        "published": document.published and document.published.isoformat(),
        "earliest": claim.time and claim.time.earliest.isoformat(),
        "latest": claim.time and claim.time.latest.isoformat(),
        "is_long": int(bool(claim.time and claim.time.latest - claim.time.earliest > LONGEST)),
        "words": standing.findable.words,
    }


def use_columns(claim: int, use: SourceUse, source: object) -> Columns:
    """The row of a link. `source` is the source's number, or its id where rows are compared."""
    return {
        "claim": claim,
        "chain": use.chain,
        "link": use.link,
        "source": source,
        "type": use.type,
        "identity": use.identity,
        "side": use.side,
        "is_origin": int(use.is_origin),
    }


def source_columns(id_: str, name: str) -> Columns:
    """The row of a source, without its number."""
    return {"id": id_, "name": name, "folded": fold_words(name)}


def place_columns(id_: str, place: Place) -> Columns:
    """The row of a place, without its number."""
    return {
        "id": id_,
        "name": place.name,
        "folded": fold_words(place.name),
        "bones": bones_of_name(place.name),
        "gazetteer_id": place.gazetteer_id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
    }

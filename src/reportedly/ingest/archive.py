"""WARC files: the pages, feeds and texts that a crawler or a browser took down, with when it did."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reportedly.ingest.addresses import name_copy, shorten
from reportedly.ingest.contents import (
    LISTS,
    PAGES,
    TEXTS,
    in_utf8,
    kind_of,
    media_type,
    name_for,
    place_document,
    trace_origin,
)
from reportedly.ingest.digests import fits
from reportedly.ingest.opening import MAX_BYTES, Input, hold_bytes, too_long
from reportedly.ingest.records import Record, read_head, read_records
from reportedly.ingest.unpacking import unpack_body
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

HELD = frozenset({"response", "resource", "revisit"})
"""The types of records that can hold a page; the last holds an answer's head alone."""

ANSWER = re.compile(rb"HTTP/[\d.]+ (\d{3})\b")
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")

Outcomes = Iterator[Document | Trouble]

Inside = Callable[[Input, str | None, Mapping[str, str]], tuple[str, Outcomes]]
"""The format that a body is in, by name, and its documents. Handed in: the table of formats holds this one too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a record holds, if it is something to read."""

    content_type: str
    payload: bytes = field(repr=False)
    """As it was sent, pieces and packing included."""
    content: bytes = field(repr=False)
    """Put together and unpacked."""


def read_warc(taken: Input, columns: Mapping[str, str], inside: Inside) -> Outcomes:
    """Every document in a WARC file, in its order; at least one outcome."""
    seen, repeated, outcomes = set[str](), dict[str, str](), 0
    for record in read_records(taken, lambda head: head.get("warc-type", "") in HELD):
        if isinstance(record, str):
            outcomes += 1
            yield Trouble(source=taken.source, message=record)
            continue
        digest = record.get("warc-payload-digest")
        if record.get("warc-type") == "revisit":
            repeated[record.get("warc-refers-to") or digest] = digest
            continue
        seen |= {record.get("warc-record-id"), digest}
        for outcome in read_record(record, taken, columns, inside):
            outcomes += 1
            yield outcome
    if missing := sum(not seen & {name, digest} for name, digest in repeated.items()):
        outcomes += 1
        yield Trouble(
            source=taken.source,
            message=f"says of {missing} answers only that they were as in another archive; read that one too",
        )
    if not outcomes:
        yield Trouble(source=taken.source, message="holds no page, feed or text; check that the capture went well")


def read_record(record: Record, taken: Input, columns: Mapping[str, str], inside: Inside) -> Outcomes:
    """The documents of one record; none if it is a picture, a redirect or whatever else nobody reads."""
    url = record.get("warc-target-uri").strip("<>")
    body = open_body(record) if url.lower().startswith(("http:", "https:")) else None
    if body is None:
        return
    if isinstance(body, str):
        name = record.get("warc-record-id").strip("<>")
        yield Trouble(source=taken.source, message=f"holds {shorten(url)}, which {body} (record {shorten(name, 80)})")
        return
    origin = trace_origin(
        url,
        parse_instant(record.get("warc-date")),
        name_copy(taken.name, record.get("warc-record-id")),
        hashlib.sha256(body.payload).hexdigest(),
    )
    content = in_utf8(body.content, body.content_type)
    held = hold_bytes(content, source=f"{taken.source} {shorten(url)}", name=name_for(url, body.content_type) or "-")
    kind, found = inside(held, kind_of(body.content_type, content), columns)
    if kind == "text" and media_type(body.content_type) not in TEXTS:
        return  # a feed or an export by its type alone: what programs say to each other
    for outcome in found:
        alone = kind in ("html", "text", "markdown")
        yield place_document(outcome, origin, alone=alone) if isinstance(outcome, Document) else outcome


def open_body(record: Record) -> Body | str | None:
    """What a record holds; in words, why it cannot be taken; None if it is nothing to read."""
    head, payload, status = {}, record.block, 200
    if record.get("warc-type") == "response":
        answer, end = ANSWER.match(record.block), HEAD_ENDS.search(record.block)
        if answer is None or end is None:
            return None
        status, head, payload = int(answer.group(1)), read_head(record.block[: end.end()]), record.block[end.end() :]
    content_type = head.get("content-type", "") or record.get("content-type")
    if status != 200 or not payload or media_type(content_type) not in PAGES | TEXTS | LISTS:
        return None
    if not record.whole:
        return too_long("", record.length).message
    if record.get("warc-truncated") or record.get("warc-segment-number"):
        return "is there in part only; capture it again"
    joined = join_pieces(payload) if head.get("transfer-encoding", "").lower() == "chunked" else payload
    # Crawlers do not agree whether the pieces of a chunked answer belong to its payload.
    if not fits(record.get("warc-payload-digest"), payload, joined):
        return "is not what was captured: its payload digest is wrong, and so it is not taken"
    if not fits(record.get("warc-block-digest"), record.block):
        return "is not what was captured: its block digest is wrong, and so it is not taken"
    content = unpack_body(joined, head.get("content-encoding", ""), MAX_BYTES)
    return content if isinstance(content, str) else Body(content_type=content_type, payload=payload, content=content)


def join_pieces(payload: bytes) -> bytes:
    """A chunked body put together; a body that is in one piece in spite of its head stays as it is."""
    from warcio.bufferedreaders import ChunkedDataReader

    joined: bytes = ChunkedDataReader(io.BytesIO(payload)).read()
    return joined


def parse_instant(date: str) -> datetime | None:
    """The instant of `WARC-Date`; None if it tells a day or a year alone."""
    try:
        instant = datetime.fromisoformat(date)
    except ValueError:
        return None
    return instant if instant.tzinfo else None

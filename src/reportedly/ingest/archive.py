"""WARC files: the pages, feeds and texts that a crawler or a browser took down, with when it did."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from reportedly.ingest.addresses import name_copy, shorten
from reportedly.ingest.contents import (
    ALONE,
    LISTS,
    NAMELESS,
    PAGES,
    TEXTS,
    in_utf8,
    media_type,
    name_for,
    place_document,
    trace_origin,
)
from reportedly.ingest.digests import fits
from reportedly.ingest.instants import parse_instant
from reportedly.ingest.opening import MAX_BYTES, Input, hold_bytes, too_long
from reportedly.ingest.unpacking import unpack_body
from reportedly.ingest.warc_records import MAX_HEAD_BYTES, Cut, Record, read_head, read_records
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

HELD = frozenset({"response", "resource", "revisit"})
"""The types of records that can hold a page; the last holds an answer's head alone."""

KNOWN_LISTS = frozenset({"feed", "telegram"})
"""What is taken among XML and JSON. The rest is what programs say to each other: every page asks for some of it."""

ANSWER = re.compile(rb"HTTP/[\d.]+ (\d{3})\b")
HEAD_ENDS = re.compile(rb"\r?\n\r?\n")

Outcomes = Iterator[Document | Trouble]

Inside = Callable[[Input, Mapping[str, str]], tuple[str, Outcomes]]
"""The format that a body is in, by name, and its documents. Handed in: the table of formats holds this one too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a record holds, if it is something to read."""

    content_type: str
    payload: bytes = field(repr=False)
    """As it was sent, pieces and packing included."""
    content: bytes = field(repr=False)
    """Put together and unpacked."""


def read_warc(taken: Input, columns: Mapping[str, str], inside: Inside, cut: Cut = read_records) -> Outcomes:
    """Every document in a WARC file, in its order.

    Args:
        cut: what cuts the file into its records.
    """
    seen, repeated = set[str](), dict[str, str]()
    for record in cut(taken, lambda head: head.get("warc-type", "") in HELD):
        if isinstance(record, str):
            yield Trouble(source=taken.source, message=record)
            continue
        digest = record.get("warc-payload-digest")
        if record.get("warc-type") == "revisit":
            repeated[record.get("warc-refers-to") or digest] = digest
        else:
            seen |= {record.get("warc-record-id"), digest}
            yield from read_record(record, taken, columns, inside)
    if missing := sum(not seen & {name, digest} for name, digest in repeated.items()):
        yield Trouble(
            source=taken.source,
            message=f"says of {missing} answers only that they were as in another archive; read that one too",
        )


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
        name_copy(name_file(taken), record.get("warc-record-id")),
        hashlib.sha256(body.payload).hexdigest(),
    )
    content = in_utf8(body.content, body.content_type)
    listed = media_type(body.content_type) in LISTS
    name = NAMELESS if listed else name_for(url, body.content_type, content)
    kind, found = inside(hold_bytes(content, source=f"{taken.source} {shorten(url)}", name=name), columns)
    if listed and kind not in KNOWN_LISTS:
        return
    for outcome in found:
        yield place_document(outcome, origin, alone=kind in ALONE) if isinstance(outcome, Document) else outcome


def open_body(record: Record) -> Body | str | None:
    """What a record holds; in words, why it cannot be taken; None if it is nothing to read."""
    head, payload, status = {}, record.block, 200
    if record.get("warc-type") == "response":
        answer, end = ANSWER.match(record.block), HEAD_ENDS.search(record.block, 0, MAX_HEAD_BYTES)
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


def name_file(taken: Input) -> str:
    """The name of the file as it lies there, packed or not."""
    return f"{taken.name}.gz" if taken.source.endswith(f"{taken.name}.gz") else taken.name

"""An address on the net to documents: fetch it, keep what came, read it."""

from collections.abc import Iterator

from reportedly.ingest.answers import Fetched, NotModified
from reportedly.ingest.contents import ALONE, in_utf8, name_for, place_document, trace_origin
from reportedly.ingest.fetch import TIMEOUT_S, MayAsk, Resolve, fetch
from reportedly.ingest.formats import choose_format
from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import Input, hold_bytes
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

Outcomes = Iterator[tuple[Document | Trouble, Capture | None]]
"""Each outcome with the capture that it comes from; all that come from one answer share one."""


def fetch_documents(
    url: str,
    *,
    kind: str | None = None,
    given: Given | None = None,
    allow_private: bool = False,
    timeout_s: float = TIMEOUT_S,
    resolve: Resolve | None = None,
    may_ask: MayAsk | None = None,
) -> Outcomes:
    """Every document that stands at `url`, or one trouble.

    Args:
        kind: name of a row of `FORMATS`; by default the server, the address's ending or the beginning tells.
        given: as for a file.
        allow_private, timeout_s, resolve, may_ask: as for `fetch`.
    """
    fetched = fetch(url, allow_private=allow_private, timeout_s=timeout_s, resolve=resolve, may_ask=may_ask)
    if isinstance(fetched, Fetched):
        yield from take_documents(fetched, kind=kind, given=given)
    elif not isinstance(fetched, NotModified):  # which nobody says who was not asked
        yield fetched, None


def take_documents(fetched: Fetched, *, kind: str | None = None, given: Given | None = None) -> Outcomes:
    """Every document in what was fetched, with the capture to be kept beside it."""
    capture = Capture(
        sha256=fetched.sha256,
        captured_at=fetched.captured_at,
        url=fetched.url,
        final_url=fetched.final_url,
        warc=fetched.warc,
    )
    origin = trace_origin(fetched.final_url, fetched.captured_at, None, fetched.sha256)
    held = hold_body(fetched)
    alone = choose_format(held, kind).name in ALONE
    for outcome in load_input(held, kind=kind, given=given):
        placed = place_document(outcome, origin, alone=alone) if isinstance(outcome, Document) else outcome
        yield placed, capture


def hold_body(fetched: Fetched) -> Input:
    """What was fetched, as an input."""
    body = in_utf8(fetched.body, fetched.content_type)
    return hold_bytes(body, source=fetched.url, name=name_for(fetched.final_url, fetched.content_type, body))


def is_feed(fetched: Fetched, kind: str | None = None) -> bool:
    """Does what was fetched list articles, rather than hold them?"""
    return choose_format(hold_body(fetched), kind).name == "feed"

"""What was asked and what was answered, written as WARC."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

RENAMED = {"transfer-encoding": "X-Archive-Orig-Transfer-Encoding"}
"""The pieces of a chunked body are put together as they arrive, so the header that announces pieces must not stand."""

FOLD = re.compile(r"[\r\n]+[ \t]*")
"""A header's value may go on in the next line, where careless readers would see another header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer."""

    url: str
    asked: Sequence[tuple[str, str]]
    """The request's headers, in order."""
    target: str
    """Path and query, as they stood in the request line."""
    protocol: str
    """Of the answer: `HTTP/1.0` or `HTTP/1.1`."""
    status: int
    reason: str
    headers: Sequence[tuple[str, str]]
    """The answer's, in order, repeated ones too."""
    body: bytes = field(repr=False)
    """As it was sent: still packed if it came packed."""
    sha256: str
    """Hexadecimal digest of `body`."""
    ip: str
    """The address that was connected to."""
    captured_at: datetime
    """When the answer began, in UTC."""


def write_warc(exchanges: Sequence[Exchange]) -> bytes:
    """The exchanges as WARC 1.1, one gzip member a record: each answer, then its request."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    for each in exchanges:
        _write_exchange(writer, each)
    return out.getvalue()


def _write_exchange(writer: "WARCWriter", each: Exchange) -> None:
    from warcio.statusandheaders import StatusAndHeaders

    date = each.captured_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    about = {"WARC-Date": date, "WARC-IP-Address": each.ip}
    answer = writer.create_warc_record(
        each.url,
        "response",
        payload=io.BytesIO(each.body),
        length=len(each.body),
        http_headers=StatusAndHeaders(
            f"{each.status} {each.reason}".strip(),
            [(RENAMED.get(name.lower(), name), FOLD.sub(" ", value)) for name, value in each.headers],
            protocol=each.protocol,
        ),
        warc_headers_dict={**about, "WARC-Payload-Digest": f"sha256:{each.sha256}"},
    )
    request = writer.create_warc_record(
        each.url,
        "request",
        http_headers=StatusAndHeaders(f"GET {each.target} HTTP/1.1", list(each.asked), is_http_request=True),
        warc_headers_dict=about,
    )
    writer.write_request_response_pair(request, answer)

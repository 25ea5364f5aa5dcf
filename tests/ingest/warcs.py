"""Archives as tests need them, written by the library that others write theirs with."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WHEN = "2025-12-02T10:11:12Z"


def page(words: str) -> bytes:
    """A web page with an article that says `words`."""
    more = "The council will meet again on Friday to speak about the repair of the road and of the bridge."
    return f"<!DOCTYPE html><html><body><article><p>{words}</p><p>{more}</p></article></body></html>".encode()


def write_warc(
    *records: tuple[str, bytes] | tuple[str, bytes, Mapping[str, str]], gzip: bool = True, status: str = "200 OK"
) -> bytes:
    """A WARC with one answer for each address and body; the mapping holds further fields of the HTTP head.

    Names that begin with `WARC-` go into the record's head instead.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip, warc_version="1.1")
    for url, body, *rest in records:
        named = {"Content-Type": "text/html", **(rest[0] if rest else {})}
        http = [(name, value) for name, value in named.items() if not name.startswith("WARC-")]
        warc = {"WARC-Date": WHEN, **{name: value for name, value in named.items() if name.startswith("WARC-")}}
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(status, http, protocol="HTTP/1.1"),
                warc_headers_dict=warc,
                length=len(body),
            )
        )
    return out.getvalue()


def write_wacz(
    path: Path, warcs: Mapping[str, bytes], *, hashes: Mapping[str, str] | None = None, digest: str | None = None
) -> Path:
    """A WACZ with these files; `hashes` are those to list in place of the right ones."""
    listed = {name: "sha256:" + hashlib.sha256(data).hexdigest() for name, data in warcs.items()} | dict(hashes or {})
    resources = [{"name": name, "path": name, "hash": value, "bytes": 1} for name, value in listed.items()]
    listing = json.dumps({"profile": "data-package", "resources": resources}).encode()
    digest = digest or "sha256:" + hashlib.sha256(listing).hexdigest()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in warcs.items():
            package.writestr(name, data)
        package.writestr("datapackage.json", listing)
        package.writestr("datapackage-digest.json", json.dumps({"path": "datapackage.json", "hash": digest}))
    return path

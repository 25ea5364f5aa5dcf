"""The evidence pack of an event: all that one needs to check it without us, in one file."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import msgspec

from reportedly import __version__
from reportedly.errors import ReportedlyError
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.event import Event
from reportedly.model.held import HeldDocument
from reportedly.present.annotations import address_of
from reportedly.present.event_contract import write_events_json
from reportedly.present.event_report import write_event_report
from reportedly.present.permalink import permalink
from reportedly.present.table import write_csv, write_rows
from reportedly.workbench.answering import BLOCK_BYTES, Asked, Download
from reportedly.workbench.asking import read_at
from reportedly.workbench.events import find_event
from reportedly.workbench.exports import MARK
from reportedly.workbench.logs import MOST_CLAIMS, list_happenings

IN_MEMORY_BYTES = 16_000_000
"""A longer pack is made on the disk."""
FIXED = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip knows: the same event gives the same bytes."""
COLUMNS = (
    "document_id", "file", "text_sha256", "raw_sha256", "outlet", "title", "url", "archive_url", "published",
    "captured_at", "added_at", "capture",
)  # fmt: skip
ABOUT = """\
Evidence pack of {label}
{link}

Made by reportedly {version} from the ledger as it stood after entry {seq}. It measures reporting, never truth: what is
in here says who claimed what, on whose word, in which words; never whether it happened.

event.json      the event with its claims, lines, graph and changes, in the form reportedly.events/1
claims.csv      each claim with its words, its source and where it stands
report.html     the same for a person: one page that needs nothing else
documents.csv   each document: publisher, address, time of capture, hashes
documents/      the texts as they were stored; offsets of claims are code points into them
captures/       what was fetched from the net, as WARC, where it was
log.json        what happened in the ledger to the claims, or the first hundred of them: read, corrected, accepted,
                by whom and when

`text_sha256` is of the file in documents/; `raw_sha256` is of the bytes that came in, before anything was left out.
To see that nothing was changed since: sha256sum --check SHA256SUMS

"""


def pack_evidence(asked: Asked) -> Download:
    """The evidence pack of the event to which an id leads."""
    at = read_at(asked.words, asked.ledger)
    event = find_event(asked.ledger, asked.path["id"], at)
    packed = pack(event, asked.ledger, asked.bench.base, at)
    return Download(name=f"evidence-{event.id}.zip", media_type="application/zip", pieces=send(packed))


def pack(event: Event, ledger: Ledger, base: str, at: int | None) -> IO[bytes]:
    """The pack as a file, to be read from its beginning."""
    packed = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 - it is closed when it is sent
    sums: dict[str, str] = {}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in each_file(event, ledger, base, at):
            add_file(archive, name, content)
            sums[name] = hashlib.sha256(content).hexdigest()
        manifest = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
        about = ABOUT.format(
            label=event.label,
            link=permalink(event.id, base, route="e"),
            version=__version__,
            seq=ledger.seq() if at is None else at,
        )
        add_file(archive, "README.txt", (about + manifest).encode("utf-8", "replace"))
        add_file(archive, "SHA256SUMS", manifest.encode("ascii"))
    packed.seek(0)
    return packed


def add_file(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """One file of the pack."""
    entry = zipfile.ZipInfo(name, FIXED)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    archive.writestr(entry, content)


def each_file(event: Event, ledger: Ledger, base: str, at: int | None) -> Iterator[tuple[str, bytes]]:
    """The files, by name."""
    held = [member.held for member in event.members]
    ids = tuple(dict.fromkeys(each.document_id for each in held))
    documents = [each for id_ in ids for each in ledger.documents(Query(ids=(id_,), at=at, limit=1)).items]
    yield "event.json", join(write_events_json([event]))
    yield "claims.csv", join([MARK, *write_csv(held, base)])
    yield "report.html", write_event_report([event], base=base).encode("utf-8", "replace")
    texts = {each.id: each.document.text.encode("utf-8", "replace") for each in documents}
    yield "documents.csv", join([MARK, *write_rows(COLUMNS, (row_of(each, texts) for each in documents))])
    for id_, text in texts.items():
        yield name_text(id_), text
    for capture in dict.fromkeys(each.capture for each in documents if each.capture):
        try:
            yield f"captures/{capture}.warc.gz", ledger.capture(capture).warc
        except ReportedlyError:  # it was forgotten
            continue
    log = list_happenings(ledger, [each.claim.id for each in held[:MOST_CLAIMS]], at)
    yield "log.json", json.dumps(msgspec.to_builtins(log), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def row_of(held: HeldDocument, texts: Mapping[str, bytes]) -> list[object]:
    """A document in the table: what its columns say."""
    document = held.document
    return [
        held.id,
        name_text(held.id),
        hashlib.sha256(texts[held.id]).hexdigest(),
        document.raw_sha256,
        document.outlet,
        document.title,
        address_of(document),
        document.archive_url,
        document.published and document.published.isoformat(),
        document.captured_at and document.captured_at.isoformat(),
        held.added_at.isoformat(),
        held.capture,
    ]


def name_text(document: str) -> str:
    """Where a document's text lies in the pack."""
    return f"documents/{document}.txt"


def join(pieces: Iterable[str]) -> bytes:
    """A file of the pack."""
    return "".join(pieces).encode("utf-8", "replace")


def send(packed: IO[bytes]) -> Iterator[bytes]:
    """The pack, piece by piece; it is gone afterwards."""
    with packed:
        while block := packed.read(BLOCK_BYTES):
            yield block

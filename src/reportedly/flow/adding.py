"""From the outside into a ledger: what comes in is read and kept, one document after the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from os import PathLike
from pathlib import Path

from reportedly.claims.assemble import name_makers
from reportedly.errors import ReportedlyError
from reportedly.flow.comparing import compare_new
from reportedly.flow.reading import Progress, read_document, why_unread
from reportedly.ingest.capture import fetch_documents
from reportedly.ingest.folders import list_inputs
from reportedly.ingest.loading import Given, load_source
from reportedly.ingest.opening import STDIN
from reportedly.ledger.store import Ledger
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added
from reportedly.model.reading import Reading
from reportedly.model.trouble import Trouble
from reportedly.reference.gazetteer import Gazetteer

ADDRESSES = ("http://", "https://")

Incoming = Iterator[tuple[Document | Trouble, Capture | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What documents are read with; None lets each document choose, or takes the user's own."""

    profile: str | None = None
    gazetteer: str | PathLike[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What became of one document of an input."""

    source: str
    """The input, as the user named it."""
    document: Document
    added: Added
    reading: Reading | None = None
    unread: str | None = None
    """Why a document that was added was not read, in words."""


def add_paths(
    ledger: Ledger,
    sources: Iterable[str],
    *,
    kind: str | None = None,
    given: Given | None = None,
    means: Means | None = None,
    allow_private: bool = False,
    progress: Progress | None = None,
) -> Iterator[Addition | Trouble]:
    """Add every document in each of `sources`: files, folders, addresses on the net, `-` for standard input.

    What is known already is not read again, so that a run that broke off is taken up by running it again.

    Args:
        kind: as for `read_paths`, for all sources.
        allow_private: fetch from private and loopback addresses too.
        progress: told the name of each input before it is read.
    """
    for named in sources:
        for source in [named] if named.startswith(ADDRESSES) else list_inputs(named):
            if progress:
                progress(source)
            incoming = take_in(source, kind=kind, given=given, allow_private=allow_private)
            yield from add_incoming(ledger, source, incoming, means or Means())


def take_in(source: str, *, kind: str | None, given: Given | None, allow_private: bool) -> Incoming:
    """The documents at an address on the net or in a file, each with the capture that it was taken from."""
    if source.startswith(ADDRESSES):
        yield from fetch_documents(source, kind=kind, given=given, allow_private=allow_private)
        return
    for outcome in locate(load_source(source, kind=kind, given=given), source):
        yield outcome, None


def locate(outcomes: Iterator[Document | Trouble], source: str) -> Iterator[Document | Trouble]:
    """The outcomes; a file's only document, if it says nothing of where it stands, stands in that file."""
    first, second = next(outcomes, None), next(outcomes, None)
    if isinstance(first, Document) and second is None and not (first.locator or first.url) and source != STDIN:
        first = replace(first, locator=Path(source).absolute().as_uri())
    yield from (each for each in (first, second) if each is not None)
    yield from outcomes


def stamp(document: Document, now: datetime) -> Document:
    """The document with where it stands, and with when it was captured: now, if it does not say so itself."""
    return replace(document, locator=document.locator or document.url, captured_at=document.captured_at or now)


def add_incoming(ledger: Ledger, source: str, incoming: Incoming, means: Means) -> Iterator[Addition | Trouble]:
    """Add each document that comes in; what is wrong with one is passed on, and the next goes on."""
    for outcome, capture in incoming:
        if isinstance(outcome, Trouble):
            yield outcome
            continue
        document = stamp(outcome, datetime.now(UTC))
        if known := ledger.look_up(document):
            yield Addition(source=source, document=document, added=known)
            continue
        reading, unread, trouble = try_reading(document, source, means)
        added = ledger.add(document, reading, capture)
        if reading is not None:
            trouble = trouble or try_comparing(ledger, source)
        yield Addition(source=source, document=document, added=added, reading=reading, unread=unread)
        if trouble:
            yield trouble


def try_comparing(ledger: Ledger, source: str) -> Trouble | None:
    """Compare what is new; trouble if that fails by a fault of this program."""
    try:
        compare_new(ledger)
    except (ReportedlyError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one text on which we fail must not end a run over thousands
        wrong = f"is stored, but comparing it failed ({type(error).__name__}: {error}); please report it with the text"
        return Trouble(source=source, message=wrong)
    return None


def try_reading(document: Document, source: str, means: Means) -> tuple[Reading | None, str | None, Trouble | None]:
    """The reading, or why there is none; trouble if that is a fault of this program."""
    if refusal := why_unread(document):
        return None, refusal, None
    try:
        return read_document(document, profile=means.profile, gazetteer=means.gazetteer), None, None
    except (ReportedlyError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one text on which we fail must not end a run over thousands
        wrong = f"is stored, but reading it failed ({type(error).__name__}: {error}); please report it with the text"
        return None, wrong, Trouble(source=source, message=wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """What became of one document that was read again."""

    document: Document
    reading: Reading | None
    """None if it is not read, for example since its language is not read yet."""
    is_new: bool
    """False if the new reading would say, and be made by, just what the last was."""


def reread(
    ledger: Ledger,
    *,
    ids: Iterable[str] = (),
    everything: bool = False,
    means: Means | None = None,
    progress: Callable[[str], object] | None = None,
) -> Iterator[Rereading | Trouble]:
    """Read documents of a ledger anew: those never read, and those read by other versions than are here.

    Args:
        ids: only these documents.
        everything: also what these versions have read.
        means: a profile that is named is reason enough to read everything with it.
    """
    means = means or Means()
    chosen = list(ids)
    if chosen:
        documents: Iterable[Document] = (ledger.document(id_) for id_ in chosen)
    else:
        places = Gazetteer.open(None if means.gazetteer is None else Path(means.gazetteer))
        makers = partial(name_makers, places, means.profile)
        documents = ledger.to_reread(None if everything or means.profile else makers)
    for document in documents:
        name = document.title or document.url or document.id
        if progress:
            progress(name)
        reading, _, trouble = try_reading(document, name, means)
        if trouble:
            yield trouble
        else:
            is_new = reading is not None and ledger.add_reading(reading) is not None
            yield Rereading(document=document, reading=reading, is_new=is_new)

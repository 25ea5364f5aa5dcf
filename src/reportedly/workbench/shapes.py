"""The shapes of what the workbench's API answers and takes, beside those of `present`."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from reportedly.model.claim import Kind
from reportedly.model.event import Status
from reportedly.model.review import Action
from reportedly.present.event_shapes import Count, SpotShape
from reportedly.present.screen_shapes import (
    CardShape,
    DocumentHeadShape,
    EventLinkShape,
    HappeningShape,
    WordsShape,
)
from reportedly.present.view_shapes import RecordShape


class ErrorShape(Struct, frozen=True, kw_only=True):
    """Why a request was not answered, and the way out."""

    error: str


class ProgressShape(Struct, frozen=True, kw_only=True):
    """Work that takes a while. `of` is null where nobody can know yet."""

    done: Count
    of: Count | None


class StateShape(Struct, frozen=True, kw_only=True):
    """The ledger now: asked every two seconds, to see what others did."""

    seq: Count
    """The number of its last entry: whatever is shown of an earlier one may have changed."""
    documents: Count
    claims: Count
    comparing: ProgressShape | None
    """Null when everything is compared."""
    counting: bool
    """Are the counts of facets still being made?"""


class StartShape(StateShape, frozen=True, kw_only=True):
    """What a screen needs before anything else."""

    version: str
    ledger: str
    """Where it lies, without a password."""
    who: str
    """Under which name reviews are written."""
    words: WordsShape
    colours: dict[str, str]
    """By side, `a` or `b`."""
    has_roads: bool
    """Did the user give a PMTiles file?"""
    has_sample: bool
    """Can the sample case be opened: is it not in the ledger yet?"""


class CardsShape(Struct, frozen=True, kw_only=True):
    """A page of claims."""

    items: list[CardShape]
    after: str | None
    """What to ask for next; null at the end."""
    notes: list[str]
    """What the reader should know of how the question was understood: words that were taken for others."""


class EventLinksShape(Struct, frozen=True, kw_only=True):
    """Events in lines, the newest first."""

    items: list[EventLinkShape]
    is_all: bool
    """Are there no more?"""
    looked_at: Count
    """So many events were looked at, the newest first; where what one claim tells alone cannot fit, of the others."""


class EventsOfShape(Struct, frozen=True, kw_only=True):
    """The events to which some claims belong, by claim; those that were not compared yet are left out."""

    events: dict[str, EventLinkShape]


class HistoryShape(Struct, frozen=True, kw_only=True):
    """What happened to a thing, the earliest first; of an event, to all its claims."""

    items: list[HappeningShape]


class ClaimPageShape(Struct, frozen=True, kw_only=True):
    """A claim with its log."""

    card: CardShape
    event: EventLinkShape | None
    log: list[HappeningShape]


class TroubleShape(Struct, frozen=True, kw_only=True):
    """An input that could not be read, and why."""

    source: str
    message: str


class JobShape(Struct, frozen=True, kw_only=True):
    """An import. Documents that are in stay in, whatever becomes of the rest."""

    id: str
    name: str
    state: str
    """`waiting`, `reading`, `done`, `cancelled` or `failed`."""
    started: datetime
    bytes: Count
    new: Count
    versions: Count
    known: Count
    claims: Count
    now: str | None
    """The document that is being read."""
    documents: list[DocumentHeadShape]
    """The first that came in."""
    troubles: list[TroubleShape]
    trouble_count: Count


class JobsShape(Struct, frozen=True, kw_only=True):
    """The imports of this server, the newest first."""

    items: list[JobShape]


class DueShape(Struct, frozen=True, kw_only=True):
    """A forecast whose day has come or is near."""

    event: EventLinkShape
    horizon: date | None
    term: str
    grounds: list[str]


class IncomingShape(Struct, frozen=True, kw_only=True):
    """A document that came in lately."""

    document: DocumentHeadShape
    added_at: datetime
    claims: Count
    is_read: bool
    is_graphic: bool


class DeskShape(Struct, frozen=True, kw_only=True):
    """What came in last, and what it changed."""

    seq: Count
    documents: Count
    claims: Count
    since: date | None
    """The first day of the days that are looked at."""
    new_documents: Count
    new_claims: Count
    incoming: list[IncomingShape]
    contested: list[EventLinkShape]
    """Newly contradicted."""
    retold: list[EventLinkShape]
    """Told on without an attribution that was there, or more firmly, or with a greater number."""
    forecasts: list[DueShape]
    unread: list[IncomingShape]
    """Documents that are stored and were not read."""
    jobs: list[JobShape]


class DocumentsShape(Struct, frozen=True, kw_only=True):
    """A page of documents."""

    items: list[IncomingShape]
    after: str | None
    notes: list[str]


class SourceLinkShape(Struct, frozen=True, kw_only=True):
    """A source in a line."""

    id: str
    name: str
    type: str | None
    side: str | None
    claims: Count
    origin_of: Count
    documents: Count
    first: date | None
    last: date | None


class SourcesShape(Struct, frozen=True, kw_only=True):
    """A page of sources."""

    items: list[SourceLinkShape]
    after: str | None
    notes: list[str]


class FoundShape(Struct, frozen=True, kw_only=True):
    """One thing that a search found: `claim`, `document`, `event`, `source` or `place`."""

    sort: str
    id: str
    words: str
    details: str


class FoundListShape(Struct, frozen=True, kw_only=True):
    """What a search found, in any script; `notes` says where words were taken for others."""

    items: list[FoundShape]
    notes: list[str]


class SourcePageShape(Struct, frozen=True, kw_only=True):
    """A source: its record, what it said first, and what was said on its word."""

    source: SourceLinkShape
    record: RecordShape
    is_whole: bool
    """Is the record kept of all its events, and not of the newest alone?"""
    topics: dict[Kind, int]
    first: list[CardShape]
    last: list[CardShape]
    statuses: dict[Status, int]
    spots: list[SpotShape]


class ReviewRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement. `field` and `value` are for `correct`: what `reportedly review correct` takes."""

    action: Action
    subjects: Annotated[list[Annotated[str, Meta(max_length=80)]], Meta(min_length=1, max_length=500)]
    why: Annotated[str, Meta(max_length=4000)] | None = None
    field: Annotated[str, Meta(max_length=40)] | None = None
    value: Annotated[str, Meta(max_length=20000)] | None = None


class ReviewedShape(Struct, frozen=True, kw_only=True):
    """The review that was written. It is taken back by a review that withdraws it."""

    review: str
    seq: Count
    cards: list[CardShape]
    """Its claims as they stand now."""


class ViewShape(Struct, frozen=True, kw_only=True):
    """A question that somebody kept: a name, and the part of the address behind the `?`."""

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    route: Annotated[str, Meta(max_length=40)]
    query: Annotated[str, Meta(max_length=4000)]


class ViewsShape(Struct, frozen=True, kw_only=True):
    """The questions that were kept for this ledger."""

    items: list[ViewShape]

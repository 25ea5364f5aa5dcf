"""The shapes of what the workbench and the report show: the contract's, with the words that a reader sees.

Everything a screen says is said here once, in the words of the command line and the exports; a screen lays it out.
"""

from datetime import date, datetime

from msgspec import Struct

from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.event import Status
from reportedly.model.flag import FlagCode
from reportedly.model.held import Verdict
from reportedly.present.event_shapes import Count, EventShape
from reportedly.present.precision import Precision
from reportedly.present.shapes import ActorShape, LinkShape, PlaceShape, QuantityShape, SpanShape, WhenShape


class WordsShape(Struct, frozen=True, kw_only=True):
    """What codes mean, in words: by code."""

    kinds: dict[str, str]
    certainties: dict[str, str]
    polarities: dict[str, str]
    tenses: dict[str, str]
    source_types: dict[str, str]
    flags: dict[str, str]
    statuses: dict[str, str]
    stances: dict[str, str]
    steps: dict[str, str]
    changes: dict[str, str]
    answers: dict[str, str]
    standings: dict[str, str]
    precisions: dict[str, str]
    reviews: dict[str, str]
    languages: dict[str, str]


class PieceShape(Struct, frozen=True, kw_only=True):
    """Some words of the sentence that says on whose word; `span` is where its evidence stands in the document."""

    words: str
    is_verb: bool
    side: str | None
    span: SpanShape | None
    source: str | None
    """The lasting id of the source that these words name."""


class PlaceCardShape(PlaceShape, frozen=True, kw_only=True):
    """A place of a claim, its point as coarse as it is known."""

    words: str
    """What the gazetteer made of the name, and why."""
    precision: Precision | None


class FlagCardShape(Struct, frozen=True, kw_only=True):
    """An observation about a claim."""

    code: FlagCode
    message: str
    because: list[str]
    """The ids of the claims that it rests on."""
    words: list[SpanShape]


class DocumentHeadShape(Struct, frozen=True, kw_only=True):
    """A document without its text. `id` is the ledger's short id, `sha256` the contract's."""

    id: str
    sha256: str
    name: str
    """The title, or else how the text begins."""
    outlet: str | None
    url: str | None
    archive_url: str | None
    published: date | None
    published_at: datetime | None
    captured_at: datetime | None
    language: str | None
    is_right_to_left: bool


class CardShape(SpanShape, frozen=True, kw_only=True):
    """A claim as a sentence, with its evidence. Offsets are code points into the document's text."""

    id: str
    document: DocumentHeadShape
    voices: list[PieceShape]
    """On whose word, as the pieces of one sentence."""
    gist: str
    """What sort of thing, and where."""
    sentence: str
    """Both, and what keeps it from being a plain assertion."""
    details: list[str]
    """How firmly, when and how many."""
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    presupposed: bool
    chains: list[list[LinkShape]]
    depth: Count
    """Links of the longest chain; 0 is the outlet's own voice."""
    origins: list[str]
    """Names of those who are said to know: the last of each chain."""
    sides: list[str]
    places: list[PlaceCardShape]
    time: WhenShape | None
    when: str | None
    """The days in words."""
    quantities: list[QuantityShape]
    actors: list[ActorShape]
    flags: list[FlagCardShape]
    verdict: Verdict | None
    corrected: list[str]
    notes: list[str]
    together: list[str]
    apart: list[str]
    is_graphic: bool
    """A person marked its document as hard to look at: its words are covered until one asks for them."""
    seq: Count
    """The entry since which it stands like this."""
    made_by: str


class CopyShape(Struct, frozen=True, kw_only=True):
    """A document that has the same words; it shows a common origin, not who copied whom."""

    document: DocumentHeadShape
    because: str


class EventLinkShape(Struct, frozen=True, kw_only=True):
    """An event in a line."""

    id: str
    label: str
    kind: Kind
    status: Status
    why: str
    documents: Count
    claims: Count
    lines: str
    """Of those that affirm, or else deny, in words: "1 to 3 independent lines"."""
    denied_by: list[str]
    """The sides that deny it."""
    earliest: date | None
    latest: date | None
    place: str | None
    changes: dict[str, int]
    """How often attribution was dropped, certainty raised, and so on, in the retelling."""


class ReaderShape(Struct, frozen=True, kw_only=True):
    """A document as it is read: its text, and a card for each claim in the order of the text."""

    document: DocumentHeadShape
    text: str
    title: str | None
    author: str | None
    forwarded_from: str | None
    captions: list[str]
    raw_sha256: str | None
    added_at: datetime
    seq: Count
    made_by: str | None
    """None if it was not read."""
    unread: str | None
    """Why it was not read, or why nothing was found, in words; None where there are claims."""
    replaces: str | None
    replaced_by: str | None
    capture: str | None
    is_graphic: bool
    """A person marked it as hard to look at: it is covered until one asks for it."""
    graphic_review: str | None
    """The review that says so, which can be withdrawn."""
    copies: list[CopyShape]
    events: dict[str, EventLinkShape]
    """By the claim's id; those that were not compared yet are left out."""
    cards: list[CardShape]


class HappeningShape(Struct, frozen=True, kw_only=True):
    """Something that happened to a claim: it was read, corrected, accepted."""

    seq: Count
    id: str
    at: datetime
    what: str
    details: list[str]


class EventPageShape(Struct, frozen=True, kw_only=True):
    """An event with all that its page shows. `event` is the contract's."""

    event: EventShape
    link: str
    """Its permalink."""
    place: str | None
    days: str | None
    reach: str
    """ "9 claims in 7 documents, published …"."""
    status_means: str
    lines: dict[str, str]
    """By stance, how many independent lines, in words."""
    colours: dict[str, str]
    """By side, `a` or `b`; a side without an entry has the third colour."""
    names: dict[str, str]
    """What each vertex of the graph is called."""
    documents: dict[str, DocumentHeadShape]
    """By the contract's id."""
    cards: dict[str, CardShape]
    """By claim."""


class ReportShape(Struct, frozen=True, kw_only=True):
    """What a report holds."""

    title: str
    asked: str
    """How the events were chosen, in words; empty if nothing was said."""
    made: str
    """With which versions."""
    words: WordsShape
    colours: dict[str, str]
    events: list[EventPageShape]

"""All that can be asked of the API: the one table of which its routes, its description and its page are made."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportedly.present.screen_shapes import EventPageShape, ReaderShape
from reportedly.present.view_shapes import ForecastsShape, SidesShape
from reportedly.workbench import (
    claims,
    counting,
    desk,
    documents,
    events,
    evidence,
    exports,
    imports,
    logs,
    places,
    reviews,
    saved_views,
    searching,
    sides,
    sources,
    state,
)
from reportedly.workbench.answering import Asked, Endpoint
from reportedly.workbench.counted_shapes import FacetsShape, HeldByListShape, PlacesShape, TimelineShape
from reportedly.workbench.describing import describe
from reportedly.workbench.parameters import (
    AT,
    DAY,
    EVENTS,
    FILTERS,
    LIMIT,
    PAGING,
    SORTING,
    Parameter,
    count_to,
    one_of,
)
from reportedly.workbench.shapes import (
    CardsShape,
    ClaimPageShape,
    DeskShape,
    DocumentsShape,
    EventLinksShape,
    EventsOfShape,
    FoundListShape,
    HistoryShape,
    JobShape,
    JobsShape,
    ReviewedShape,
    ReviewRequest,
    SourcePageShape,
    SourcesShape,
    StartShape,
    StateShape,
    ViewShape,
    ViewsShape,
)

PAGE = (*SORTING, *PAGING)
OF_FILE = (
    Parameter(name="outlet", words="Who published it."),
    Parameter(name="published", words="The day from which “yesterday” is counted.", schema=DAY),
    Parameter(name="language", words="By ISO 639-1; by default the text tells."),
)
OF_REPORT = Parameter(
    name="limit",
    words=f"So many events at most, {exports.OF_REPORT} by default; the report says so if more fit.",
    schema=count_to(exports.MOST_OF_REPORT),
)
CLAIM_FORMAT = Parameter(
    name="format", words="CSV by default; `json` is a reading a line.", schema=one_of(tuple(exports.ENDINGS))
)
EVENT_FORMAT = Parameter(name="format", words="CSV by default.", schema=one_of(tuple(exports.ENDINGS)))


def tell_openapi(asked: Asked) -> dict[str, Any]:
    """What stands here, as OpenAPI has it."""
    return describe_all()


@cache
def describe_all() -> dict[str, Any]:
    """The description of all endpoints."""
    return describe(ENDPOINTS)


# fmt: off
ENDPOINTS: Sequence[Endpoint] = (
    Endpoint(method="GET", path="start", answer=state.tell_start, shape=StartShape,
             summary="What a screen needs before anything else."),
    Endpoint(method="GET", path="state", answer=state.tell_state, shape=StateShape,
             summary="How the ledger stands; to be asked again and again."),
    Endpoint(method="GET", path="desk", answer=desk.tell_desk, shape=DeskShape, parameters=(AT,),
             summary="What came in last, and what it changed."),
    Endpoint(method="GET", path="claims", answer=claims.list_claims, shape=CardsShape, parameters=(*FILTERS, *PAGE),
             summary="A page of the claims that fit."),
    Endpoint(method="GET", path="claims/{id}", answer=claims.show_claim, shape=ClaimPageShape, parameters=(AT,),
             summary="A claim with its event and its log."),
    Endpoint(method="GET", path="facets", answer=counting.tell_facets, shape=FacetsShape, parameters=FILTERS,
             summary="How many claims fit, and what they are."),
    Endpoint(method="GET", path="timeline", answer=counting.tell_timeline, shape=TimelineShape, parameters=FILTERS,
             summary="When the claims that fit are said to have happened."),
    Endpoint(method="GET", path="places", answer=counting.tell_places, shape=PlacesShape, parameters=FILTERS,
             summary="Where the claims that fit are said to have happened."),
    Endpoint(method="GET", path="control", answer=places.list_control, shape=HeldByListShape, parameters=FILTERS,
             summary="Who was said to hold places, as the last word of each side; of the newest events that fit."),
    Endpoint(method="GET", path="events", answer=events.list_events, shape=EventLinksShape,
             parameters=(*FILTERS, *EVENTS, LIMIT),
             summary="The newest events with a claim that fits, as far as they were compared. Of a large ledger the "
                     "newest 200 are looked at, 400 for a status, or 1,500 of several claims each where only those can be "
                     "meant: ask more closely for others."),
    Endpoint(method="GET", path="events/{id}", answer=events.show_event, shape=EventPageShape, parameters=(AT,),
             summary="The event to which an event’s or a claim’s id leads."),
    Endpoint(method="GET", path="events-of", answer=events.tell_events_of, shape=EventsOfShape,
             parameters=(Parameter(name="claim", words="Up to 200 ids.", many=True, required=True), AT),
             summary="The events of some claims, by claim; those that were not compared yet are left out."),
    Endpoint(method="GET", path="history/{id}", answer=logs.tell_history, shape=HistoryShape, parameters=(AT,),
             summary="What happened to a thing; of an event, to its claims."),
    Endpoint(method="GET", path="sides", answer=sides.tell_sides, shape=SidesShape,
             parameters=(Parameter(name="of", words="Twice: which two sides. By default the opposed ones most named.",
                                   many=True), *FILTERS,
                         Parameter(name="silent_after", words="Who says nothing for so many days is silent.",
                                   schema=count_to(sides.MOST_DAYS))),
             summary="Two sides’ accounts of the newest events that fit."),
    Endpoint(method="GET", path="forecasts", answer=sides.tell_forecasts, shape=ForecastsShape,
             parameters=(*FILTERS, Parameter(name="today", words="The day from which they are seen.", schema=DAY)),
             summary="What was said of the future in the newest claims that fit, and what was reported later."),
    Endpoint(method="GET", path="documents", answer=documents.list_documents, shape=DocumentsShape,
             parameters=(*FILTERS, *PAGE),
             summary="A page of the documents that fit; filters that are for claims alone are told and left aside."),
    Endpoint(method="GET", path="documents/{id}", answer=documents.show_document, shape=ReaderShape, parameters=(AT,),
             summary="A document as it is read, with its claims."),
    Endpoint(method="GET", path="sources", answer=sources.list_sources, shape=SourcesShape, parameters=(*FILTERS, *PAGE),
             summary="A page of the sources of the claims that fit, the most named first."),
    Endpoint(method="GET", path="sources/{id}", answer=sources.show_source, shape=SourcePageShape, parameters=(AT,),
             summary="A source: its record in its newest events, what it said first and last."),
    Endpoint(method="GET", path="search", answer=searching.search, shape=FoundListShape,
             parameters=(Parameter(name="q", words="Words in any script, or the beginning of an id.", required=True), AT),
             summary="Claims, documents, events, sources and places that somebody may mean."),
    Endpoint(method="POST", path="reviews", answer=reviews.write_review, shape=ReviewedShape, takes=ReviewRequest,
             summary="Judge claims. Taken back by the action `withdraw` with the review’s id for a subject."),
    Endpoint(method="GET", path="views", answer=saved_views.list_views, shape=ViewsShape,
             summary="The questions that were kept for this ledger."),
    Endpoint(method="POST", path="views", answer=saved_views.keep_view, shape=ViewsShape, takes=ViewShape,
             summary="Keep a question, in place of the one of the same name."),
    Endpoint(method="DELETE", path="views", answer=saved_views.drop_view, shape=ViewsShape,
             parameters=(Parameter(name="name", words="Which.", required=True),),
             summary="Keep a question no longer."),
    Endpoint(method="GET", path="imports", answer=imports.list_imports, shape=JobsShape,
             summary="The imports of this server, the newest first."),
    Endpoint(method="POST", path="imports", answer=imports.import_file, shape=JobShape, takes_file=True,
             parameters=(Parameter(name="name", words="What the file is called: its ending tells what it is.",
                                   required=True), *OF_FILE),
             summary="Add every document in a file, sent as the body; they are read in the background."),
    Endpoint(method="POST", path="imports/sample", answer=imports.import_sample, shape=JobShape,
             summary="Add the example dispatches."),
    Endpoint(method="GET", path="imports/{id}", answer=imports.show_import, shape=JobShape,
             summary="One import."),
    Endpoint(method="DELETE", path="imports/{id}", answer=imports.cancel_import, shape=JobShape,
             summary="End an import after the document at hand; what is in stays in."),
    Endpoint(method="GET", path="export/claims", answer=exports.export_claims,
             parameters=(*FILTERS, *SORTING, CLAIM_FORMAT), summary="All claims that fit, as a file."),
    Endpoint(method="GET", path="export/events", answer=exports.export_events,
             parameters=(*FILTERS, *EVENTS, EVENT_FORMAT),
             summary="All events that fit, as far as they were compared, as a file."),
    Endpoint(method="GET", path="export/report", answer=exports.export_report,
             parameters=(*FILTERS, *EVENTS, OF_REPORT, Parameter(name="event", words="These events, by id.", many=True)),
             summary="Events as one page of HTML that needs nothing else: those that are named, or the newest that fit."),
    Endpoint(method="GET", path="evidence/{id}", answer=evidence.pack_evidence, parameters=(AT,),
             summary="The evidence pack of an event, or of the event of a claim, as a zip."),
    Endpoint(method="GET", path="openapi.json", answer=tell_openapi, summary="This description, as OpenAPI 3.1."),
)
# fmt: on

"""A set of events as one HTML page that needs nothing else.

The page is written twice: plain, as mail and archives show it, and packed, for the script that lays it out as the
workbench does.
"""

from collections.abc import Sequence

from reportedly.model.event import Event
from reportedly.present.event_page import make_report
from reportedly.present.event_words import COVERED, quote
from reportedly.present.packing import pack_report
from reportedly.present.page import write_page
from reportedly.present.screen_shapes import EventPageShape, ReportShape
from reportedly.present.words import count

NOT_ALL = "; there are more"
MOST_QUOTED = 500
"""So many claims are quoted in the plain page; of more only the sentences stand there."""
MOST_TOLD = 5_000
"""So many claims are told in the plain page; of more there is only the table of their events."""


def write_event_report(
    events: Sequence[Event], *, asked: str = "", are_all: bool = True, base: str | None = None
) -> str:
    """All of `events` on one page: a table, a map, a timeline, and each with its lines, graph, changes and quotations.

    Args:
        asked: how these events were chosen, in words for the reader.
        are_all: False if these are only the newest of those that were asked for, which is then said.
        base: address of a workbench for the permalinks.
    """
    title = quote(events[0].label) if len(events) == 1 else count(len(events), "event")
    if not are_all:
        title, asked = (f"{each}{NOT_ALL}" for each in (title, asked or "newest first"))
    report = make_report(events, title=title, asked=asked, base=base)
    claims = sum(len(page.event.claims) for page in report.events)
    return write_page(
        "events.html.j2",
        styles=("report.css",),
        script="report.js",
        folder="built",
        title=title,
        report=report,
        data=pack_report(report),
        reach=say_reach(report, claims),
        lines={page.event.id: say_lines(page) for page in report.events},
        is_told=claims <= MOST_TOLD,
        is_quoted=claims <= MOST_QUOTED,
        quote=quote,
        covered=COVERED,
    )


def say_reach(report: ReportShape, claims: int) -> str:
    """How many claims and documents there are in all."""
    documents = {id_ for page in report.events for id_ in page.documents}
    return f"{count(claims, 'claim')} in {count(len(documents), 'document')}"


def say_lines(page: EventPageShape) -> str:
    """The lines of each stance that somebody takes and that is counted."""
    taken = {member.stance for member in page.event.claims}
    return "; ".join(f"{stance}: {words}" for stance, words in page.lines.items() if stance in taken)

"""What is on a screen as a file: the same claims or events, in the same order, in a format of somebody else's."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from reportedly.flow.known import known_events
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.event import Event
from reportedly.present.contract import write_json
from reportedly.present.event_report import write_event_report
from reportedly.present.exports import claim_writers, event_writers
from reportedly.workbench.answering import Asked, Download
from reportedly.workbench.asking import Words, make_query, read_at, say_asked
from reportedly.workbench.bench import Bench
from reportedly.workbench.events import choose_events, find_event

MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""
ENDINGS: Mapping[str, tuple[str, str]] = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "jsonl": ("jsonl", "application/x-ndjson"),
    "json": ("json", "application/json"),
    "geojson": ("geojson", "application/geo+json"),
    "annotations": ("annotations.jsonld", "application/ld+json"),
    "prov": ("prov.json", "application/json"),
    "schema-org": ("schema-org.jsonld", "application/ld+json"),
}
"""By format, how the file's name ends, and what it is."""
USUAL = "csv"
OF_REPORT = 50
"""Events of a report, if nothing else is said."""
MOST_OF_REPORT = 500
NO_FILTERS = ("format", "sort", "order", "limit", "event")


def export_claims(asked: Asked) -> Download:
    """The claims that fit."""
    form = (asked.words.one("format") or USUAL).lower()
    ending, media_type = ENDINGS[form]
    if form == "json":  # a reading a line
        ending, media_type = ENDINGS["jsonl"]
    return Download(name=f"claims.{ending}", media_type=media_type, pieces=each_claim(asked.bench, asked.words, form))


def each_claim(bench: Bench, words: Words, form: str) -> Iterator[bytes]:
    """The file of claims, piece by piece."""
    with bench.ledgers.lend() as ledger:
        yield from encode(write_claims(ledger, make_query(words, ledger), form, bench.base), form)


def write_claims(ledger: Ledger, query: Query, form: str, base: str) -> Iterator[str]:
    """The claims that fit, in a format."""
    if form == "json":
        return (write_json(reading) + "\n" for reading in ledger.readings(query))
    return claim_writers()[form](ledger.each_claim(query), base)


def export_events(asked: Asked) -> Download:
    """The events that fit, as far as they were compared."""
    form = (asked.words.one("format") or USUAL).lower()
    ending, media_type = ENDINGS[form]
    return Download(name=f"events.{ending}", media_type=media_type, pieces=each_event(asked.bench, asked.words, form))


def each_event(bench: Bench, words: Words, form: str) -> Iterator[bytes]:
    """The file of events, piece by piece."""
    with bench.ledgers.lend() as ledger:
        events = choose_events(known_events(ledger, make_query(words, ledger)), words)
        yield from encode(event_writers()[form](events, bench.base), form)


def export_report(asked: Asked) -> Download:
    """A page of events that needs nothing else."""
    pieces = write_report(asked.bench, asked.words)
    return Download(name="report.html", media_type="text/html; charset=utf-8", pieces=pieces)


def write_report(bench: Bench, words: Words) -> Iterator[bytes]:
    """The report, of the events that were named or else of the newest that fit."""
    with bench.ledgers.lend() as ledger:
        chosen, are_all = choose_for_report(ledger, words)
    asked = say_asked(words, NO_FILTERS)
    if not are_all:
        asked = f"{asked}{', ' if asked else ''}the newest {len(chosen)} that fit"
    yield write_event_report(chosen, asked=asked, are_all=are_all, base=bench.base).encode("utf-8", "replace")


def choose_for_report(ledger: Ledger, words: Words) -> tuple[list[Event], bool]:
    """Its events, and whether these are all that fit."""
    if named := words.many("event"):
        at = read_at(words, ledger)
        return list({event.id: event for each in named for event in [find_event(ledger, each, at)]}.values()), True
    most = words.number("limit", OF_REPORT, MOST_OF_REPORT)
    # Its limit is of events, and greater than that of a page of claims.
    query = make_query(Words({**words.values, "limit": ()}), ledger)
    found = list(islice(choose_events(known_events(ledger, query), words), most + 1))
    return found[:most], len(found) <= most


def encode(pieces: Iterable[str], form: str) -> Iterator[bytes]:
    """A file's pieces as they are sent."""
    if form == "csv":
        yield MARK.encode("utf-8")
    for piece in pieces:
        yield piece.encode("utf-8", "replace")

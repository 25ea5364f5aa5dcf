"""Sources, documents and places as rows: CSV and JSON Lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reportedly.model.held import HeldDocument, HeldPlace, HeldSource
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_degrees
from reportedly.present.table import join, write_rows
from reportedly.present.words import name_document

Held = HeldSource | HeldDocument | HeldPlace
Columns = Mapping[str, Callable[[Any], object]]

PLACE_DECIMALS = 2
"""1.1 km: a list of places does not say how far each reaches."""

SOURCE_COLUMNS: Columns = {
    "name": lambda held: held.name,
    "types": lambda held: join(held.types),
    "identities": lambda held: join(held.identities),
    "sides": lambda held: join(held.sides),
    "claims": lambda held: held.claims,
    "origin_of": lambda held: held.origin_of,
    "documents": lambda held: held.documents,
    "first": lambda held: held.first,
    "last": lambda held: held.last,
}
DOCUMENT_COLUMNS: Columns = {
    "title": lambda held: name_document(held.document),
    "outlet": lambda held: held.document.outlet,
    "author": lambda held: held.document.author,
    "url": lambda held: held.document.url,
    "published": lambda held: held.document.published,
    "language": lambda held: held.document.language,
    "claims": lambda held: held.claims,
    "captured_at": lambda held: held.document.captured_at and held.document.captured_at.isoformat(),
    "archive_url": lambda held: held.document.archive_url,
    "sha256": lambda held: held.document.id.removeprefix("sha256:"),
    "raw_sha256": lambda held: held.document.raw_sha256,
    "added_at": lambda held: held.added_at.isoformat(),
    "seq": lambda held: held.seq,
    "replaces": lambda held: held.replaces,
    "replaced_by": lambda held: held.replaced_by,
    "capture": lambda held: held.capture,
}
PLACE_COLUMNS: Columns = {
    "name": lambda held: held.name,
    "country": lambda held: held.country,
    "gazetteer_id": lambda held: held.gazetteer_id,
    "lat": lambda held: round_degrees(held.lat, PLACE_DECIMALS),
    "lon": lambda held: round_degrees(held.lon, PLACE_DECIMALS),
    "claims": lambda held: held.claims,
    "documents": lambda held: held.documents,
    "first": lambda held: held.first,
    "last": lambda held: held.last,
}
ROUTES: Mapping[type, tuple[str, Columns]] = {
    HeldSource: ("s", SOURCE_COLUMNS),
    HeldDocument: ("d", DOCUMENT_COLUMNS),
    HeldPlace: ("p", PLACE_COLUMNS),
}
"""The workbench's page for each sort of thing, and what is told of it after its id and its permalink."""


def write_inventory_csv(sort: type[Held], things: Iterable[Held], base: str | None = None) -> Iterator[str]:
    """A line of names, then a line for each thing.

    Args:
        sort: what the things are.
        base: address of a workbench for the permalinks.
    """
    names = ("id", "permalink", *ROUTES[sort][1])
    return write_rows(names, (describe_held(sort, held, base).values() for held in things))


def write_inventory_jsonl(sort: type[Held], things: Iterable[Held], base: str | None = None) -> Iterator[str]:
    """A line for each thing, with the columns of the CSV as its fields."""
    for held in things:
        cells = describe_held(sort, held, base)
        dates = {name: str(cells[name]) for name in ("first", "last", "published") if cells.get(name)}
        yield write_object(cells | dates) + "\n"


def describe_held(sort: type[Held], held: Held, base: str | None) -> dict[str, object]:
    """What is told of a thing, by the names of the columns."""
    route, columns = ROUTES[sort]
    told = {name: column(held) for name, column in columns.items()}
    return {"id": held.id, "permalink": permalink(held.id, base, route=route), **told}

"""Events as rows of CSV that a spreadsheet may open."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.model.comparable import Spot
from reportedly.model.event import Event, Independence, Stance
from reportedly.present.event_contract import lines_of
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_spot
from reportedly.present.table import write_rows


@dataclass(frozen=True, slots=True)
class Row:
    """An event with what several of its columns are made of."""

    event: Event
    base: str | None
    spot: Spot | None
    """Its place, rounded."""
    affirms: Independence
    denies: Independence
    published: tuple[date, ...]
    """The days of publication, in order."""

    def sides(self, stance: Stance) -> tuple[str, ...]:
        """For whom those speak who take this stance."""
        return tuple(each.side for each in self.event.members if each.stance is stance and each.side)

    def count(self, stance: Stance) -> int:
        """How many claims take this stance."""
        return sum(each.stance is stance for each in self.event.members)


COLUMNS: Mapping[str, Callable[[Row], object]] = {
    "event_id": lambda row: row.event.id,
    "permalink": lambda row: permalink(row.event.id, row.base, route="e"),
    "label": lambda row: row.event.label,
    "kind": lambda row: row.event.kind,
    "status": lambda row: row.event.status,
    "why": lambda row: row.event.why,
    "place": lambda row: row.spot and row.spot.name,
    "lat": lambda row: row.spot and row.spot.lat,
    "lon": lambda row: row.spot and row.spot.lon,
    "radius_km": lambda row: row.spot and row.spot.radius_km,
    "gazetteer_id": lambda row: row.spot and row.spot.gazetteer_id,
    "happened_from": lambda row: row.event.earliest,
    "happened_to": lambda row: row.event.latest,
    "affirms_least": lambda row: row.affirms.least,
    "affirms_most": lambda row: row.affirms.most,
    "affirms_bottleneck": lambda row: row.affirms.bottleneck,
    "affirms_sides": lambda row: row.sides(Stance.AFFIRMS),
    "affirms_claims": lambda row: row.count(Stance.AFFIRMS),
    "denies_least": lambda row: row.denies.least,
    "denies_most": lambda row: row.denies.most,
    "denies_bottleneck": lambda row: row.denies.bottleneck,
    "denies_sides": lambda row: row.sides(Stance.DENIES),
    "denies_claims": lambda row: row.count(Stance.DENIES),
    "qualifies_sides": lambda row: row.sides(Stance.QUALIFIES),
    "qualifies_claims": lambda row: row.count(Stance.QUALIFIES),
    "concessions": lambda row: tuple(each.held.claim.id for each in row.event.members if each.is_concession),
    "changes": lambda row: tuple(change.kind for change in row.event.changes),
    "claims": lambda row: len(row.event.members),
    "documents": lambda row: len({each.held.document.id for each in row.event.members}),
    "outlets": lambda row: tuple(each.held.document.outlet for each in row.event.members if each.held.document.outlet),
    "published_from": lambda row: row.published[0] if row.published else None,
    "published_to": lambda row: row.published[-1] if row.published else None,
    "claim_ids": lambda row: tuple(each.held.claim.id for each in row.event.members),
}
"""Each column and what stands in it, several values as a tuple. Columns are only ever added, at the end."""


def write_events_csv(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """A line of names, then a line for each event.

    Args:
        base: address of a workbench for the permalinks.
    """
    rows = (make_row(event, base) for event in events)
    return write_rows(COLUMNS, ([column(row) for column in COLUMNS.values()] for row in rows))


def make_row(event: Event, base: str | None) -> Row:
    """The event with what several of its columns are made of."""
    days = {each.held.document.published for each in event.members}
    return Row(
        event=event,
        base=base,
        spot=event.place and round_spot(event.place),
        affirms=lines_of(event, Stance.AFFIRMS),
        denies=lines_of(event, Stance.DENIES),
        published=tuple(sorted(day for day in days if day)),
    )

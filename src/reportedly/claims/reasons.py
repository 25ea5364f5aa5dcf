"""Where a relation puts a place, and why an entry was chosen: in words for the reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.relation_fit import radius_km
from reportedly.claims.relations import BEARINGS, Relation, RelationKind
from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import Entry, Match, PlaceKind
from reportedly.reference.outlines import moved
from reportedly.reference.spelling import fold

_NAMES_OF_BEARINGS = {bearing: word for word, bearing in reversed(BEARINGS.items()) if "-" not in word}
_RADII_KM = {
    RelationKind.DIRECTION: 40.0, RelationKind.NEAR: 40.0, RelationKind.BETWEEN: 60.0, RelationKind.SECTOR: 60.0,
    RelationKind.OUTSKIRTS: 10.0, RelationKind.QUARTER: 10.0,
}  # fmt: skip


_TO_THE_EDGE = 0.6
"""Of a town's radius: its suburbs lie within it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A point that stands in no gazetteer: it is where the text says."""

    lat: float | None
    lon: float | None
    radius_km: float | None
    because: str


def say_point(relation: Relation, anchor: Entry) -> Said:
    """The point and its uncertainty that `relation` gives, seen from `anchor`."""
    stated = f"{relation.words.text.strip(' ,')} {anchor.name}".strip()
    if anchor.lat is None or anchor.lon is None:
        return Said(lat=None, lon=None, radius_km=None, because=f"the text says: {stated}")
    if relation.kind is RelationKind.WITHIN and anchor.kind is PlaceKind.COUNTRY:
        return Said(lat=None, lon=None, radius_km=None, because=f"somewhere in {anchor.name}, as the text says")
    if relation.kind is RelationKind.WITHIN:
        return Said(
            lat=anchor.lat,
            lon=anchor.lon,
            radius_km=radius_km(anchor),
            because=f"somewhere in {anchor.name}, as the text says",
        )
    if relation.kind in (RelationKind.OUTSKIRTS, RelationKind.QUARTER) and relation.bearing is not None:
        lat, lon = moved(anchor.lat, anchor.lon, relation.bearing, _TO_THE_EDGE * radius_km(anchor))
        where = f"the {_NAMES_OF_BEARINGS[relation.bearing]} of {anchor.name}"
        return Said(lat=lat, lon=lon, radius_km=radius_km(anchor), because=where)
    if relation.bearing is not None and relation.km is not None:
        lat, lon = moved(anchor.lat, anchor.lon, relation.bearing, relation.km)
        # A compass point is good to some 30 degrees, that is half the distance to either side.
        radius = relation.slack_km + 0.5 * relation.km
        where = f"{relation.km:.3g} km {_NAMES_OF_BEARINGS[relation.bearing]} of {anchor.name}"
        return Said(lat=lat, lon=lon, radius_km=round(radius + radius_km(anchor), 1), because=where)
    if relation.km is not None:
        radius = relation.km + relation.slack_km
        where = f"on the circle {relation.km:.3g} km from {anchor.name}"
        return Said(lat=anchor.lat, lon=anchor.lon, radius_km=round(radius, 1), because=where)
    return Said(lat=anchor.lat, lon=anchor.lon, radius_km=_RADII_KM[relation.kind], because=f"the text says: {stated}")


def explain(
    name: PlaceName, entry: Entry, candidates: int, rest: Sequence[tuple[float, Entry]], kept: Sequence[str]
) -> str:
    """Why `entry` was chosen among the entries that bear the name."""
    reasons = []
    if entry.match is Match.RENAMED and fold(name.text) != fold(entry.name):
        reasons.append(f"{name.text} is a former name of {entry.name}, or one that a party uses")
    elif entry.match is Match.SKELETON:
        reasons.append(f"{name.text} is read as another romanisation of {entry.name}")
    if entry.note:
        reasons.append(entry.note)
    reasons += [f"as the text says: {words}" for words in kept]
    if candidates == 1:
        reasons.append("the only entry of that name")
    elif not rest:
        reasons.append(f"the only one of {candidates} entries that fits the text")
    else:
        share, second = rest[0]
        where = ", ".join(part for part in (second.name, second.admin1 or second.country) if part)
        reasons.append(
            f"likeliest of {candidates} entries by the document's other places and its size; next {where} ({share:.0%})"
        )
    return "; ".join(reasons)

"""Events in the vocabularies of others: GeoJSON, Web Annotations, PROV and schema.org."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model.event import Event, Independence, Member, Stance, StepKind
from reportedly.present.annotations import make_annotation, write_collection
from reportedly.present.event_contract import lines_of
from reportedly.present.map import make_geometry, write_features
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_spot
from reportedly.present.provenance import Sheets, derive_claim, write_sheets
from reportedly.present.schema_org import drop_unknown, make_claim, make_work, write_graph

GOES_BACK = frozenset({StepKind.CITATION, StepKind.FORWARD})
"""Steps from another document of which the later one says itself."""


def write_events_geojson(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """A FeatureCollection with a feature for each event; without geometry where its place is not on the map.

    Args:
        base: address of a workbench for the permalinks.
    """
    return write_features(make_feature(event, base) for event in events)


def make_feature(event: Event, base: str | None) -> dict[str, Any]:
    """Where it is said to have happened, and how the reporting of it stands."""
    spot = event.place and round_spot(event.place)
    affirms, denies = lines_of(event, Stance.AFFIRMS), lines_of(event, Stance.DENIES)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": spot and make_geometry(spot.lat, spot.lon),
        "properties": {
            "event_id": event.id,
            "permalink": permalink(event.id, base, route="e"),
            "label": event.label,
            "kind": event.kind,
            "status": event.status,
            "why": event.why,
            "place": spot and spot.name,
            "radius_km": spot and spot.radius_km,
            "is_region": spot and spot.is_region,
            "gazetteer_id": spot and spot.gazetteer_id,
            "happened_from": event.earliest and event.earliest.isoformat(),
            "happened_to": event.latest and event.latest.isoformat(),
            **name_counts("affirms", affirms),
            **name_counts("denies", denies),
            "sides": list(dict.fromkeys(each.side for each in event.members if each.side)),
            "claims": [each.held.claim.id for each in event.members],
        },
    }


def name_counts(stance: str, independence: Independence) -> dict[str, Any]:
    """How many lines, by names that stand alone."""
    return {
        f"{stance}_least": independence.least,
        f"{stance}_most": independence.most,
        f"{stance}_bottleneck": list(independence.bottleneck),
    }


def write_events_annotations(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """An AnnotationCollection: each claim of each event about its words, with its stance, linked to its event.

    Args:
        base: address of a workbench for the permalinks.
    """
    annotations = (annotate_member(event, member, base) for event in events for member in event.members)
    return write_collection(annotations, "Events as reported")


def annotate_member(event: Event, member: Member, base: str | None) -> dict[str, Any]:
    """The claim's annotation with what it is to the event."""
    made = make_annotation(member.held, base)
    tags = [f"stance:{member.stance}", f"event-status:{event.status}"] + (["concession"] * member.is_concession)
    made["motivation"] = [*made["motivation"], "linking"]
    made["body"] = [
        *made["body"],
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
        {"type": "SpecificResource", "source": permalink(event.id, base, route="e"), "purpose": "linking"},
    ]
    return made


def write_events_prov(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """One PROV-JSON document: each event a collection of its claims. Nothing is passed on before the last was read.

    Args:
        base: address of a workbench for the names of events, claims, documents and sources.
    """
    sheets = Sheets()
    for event in events:
        derive_event(event, sheets)
    yield from write_sheets(sheets, base, "cdse")


def derive_event(event: Event, sheets: Sheets) -> None:
    """The event, its claims as members, and how these go back to other documents."""
    id_, claims = f"e:{event.id}", {member.held.claim.id for member in event.members}
    documents = {member.held.document.id: f"d:{member.held.document_id}" for member in event.members}
    sheets.add(
        "entity", id_, "prov:Collection",
        label=event.label, kind=event.kind, status=event.status, why=event.why,
        place=event.place and event.place.name, happened_from=event.earliest and event.earliest.isoformat(),
        happened_to=event.latest and event.latest.isoformat(),
        **name_counts("affirms", lines_of(event, Stance.AFFIRMS)), **name_counts("denies", lines_of(event, Stance.DENIES)),
    )  # fmt: skip
    for member in event.members:
        derive_claim(member.held, sheets)
        sheets.relate("hadMember", id_, f"c:{member.held.claim.id}")
    for step in event.steps:
        start, end = documents.get(step.start), documents.get(step.end)
        if start is None:
            continue  # whose word a claim is stands with the claim
        if step.kind is StepKind.WORDING and end:
            # The same words show a common origin. To call that a derivation would say who copied whom.
            sheets.relate("alternateOf", end, start)
        elif step.kind in GOES_BACK and (later := f"c:{step.claim}" if step.claim in claims else end):
            sheets.relate("wasDerivedFrom", later, start)


def write_events_schema_org(events: Iterable[Event], base: str | None = None) -> Iterator[str]:
    """One JSON-LD graph with a `Claim` for each event, without any rating.

    Args:
        base: address of a workbench for the permalinks.
    """
    return write_graph(claim_event(event, base) for event in events)


def claim_event(event: Event, base: str | None) -> dict[str, Any]:
    """What is claimed, in which documents it appears, which others speak of it, and each claim as its source has it."""
    works: dict[Stance, dict[str, dict[str, Any]]] = {stance: {} for stance in Stance}
    for member in event.members:
        works[member.stance].setdefault(member.held.document_id, make_work(member.held, base))
    affirming = works.pop(Stance.AFFIRMS)
    others = {id_: work for found in works.values() for id_, work in found.items() if id_ not in affirming}
    return drop_unknown(
        {
            "@type": "Claim",
            "@id": permalink(event.id, base, route="e"),
            "name": event.label,
            "description": f"{event.status}: {event.why}",
            "temporalCoverage": name_interval(event),
            "contentLocation": make_location(event),
            "firstAppearance": next(({"@id": work["@id"]} for work in affirming.values()), None),
            "appearance": list(affirming.values()) or None,
            "citation": list(others.values()) or None,
            "hasPart": [make_claim(member.held, base) for member in event.members],
        }
    )


def name_interval(event: Event) -> str | None:
    """The days as ISO 8601 has them; None if no claim is dated."""
    if event.earliest is None or event.latest is None:
        return None
    return str(event.earliest) if event.earliest == event.latest else f"{event.earliest}/{event.latest}"


def make_location(event: Event) -> dict[str, Any] | None:
    """The place as named, with its point as coarse as the place is; None if there is none."""
    if event.place is None:
        return None
    spot = round_spot(event.place)
    if spot.lat is None:
        return {"@type": "Place", "name": spot.name}
    point = {"@type": "GeoCoordinates", "latitude": spot.lat, "longitude": spot.lon}
    return {"@type": "Place", "name": spot.name, "geo": point}

"""Which writer makes which format; each is loaded only where it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportedly.model.event import Event
from reportedly.model.held import HeldClaim

ClaimWriter = Callable[[Iterable[HeldClaim], str | None], Iterator[str]]
EventWriter = Callable[[Iterable[Event], str | None], Iterator[str]]


def claim_writers() -> Mapping[str, ClaimWriter]:
    """What writes claims, by the format's name."""
    from reportedly.present.annotations import write_annotations
    from reportedly.present.lines import write_jsonl
    from reportedly.present.map import write_geojson
    from reportedly.present.provenance import write_prov
    from reportedly.present.schema_org import write_schema_org
    from reportedly.present.table import write_csv

    return {
        "jsonl": write_jsonl,
        "csv": write_csv,
        "geojson": write_geojson,
        "annotations": write_annotations,
        "prov": write_prov,
        "schema-org": write_schema_org,
    }


def event_writers() -> Mapping[str, EventWriter]:
    """What writes events, by the format's name."""
    from reportedly.present.event_contract import write_events_json, write_events_jsonl
    from reportedly.present.event_exports import (
        write_events_annotations,
        write_events_geojson,
        write_events_prov,
        write_events_schema_org,
    )
    from reportedly.present.event_table import write_events_csv

    return {
        "json": write_events_json,
        "jsonl": write_events_jsonl,
        "csv": write_events_csv,
        "geojson": write_events_geojson,
        "annotations": write_events_annotations,
        "prov": write_events_prov,
        "schema-org": write_events_schema_org,
    }

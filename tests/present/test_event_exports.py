"""Events in the forms of others: a collection of claims, and never a verdict."""

import csv
import json
from collections import Counter
from dataclasses import replace
from io import StringIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.event import Event
from reportedly.present.event_exports import (
    write_events_annotations,
    write_events_geojson,
    write_events_prov,
    write_events_schema_org,
)
from reportedly.present.event_table import write_events_csv
from reportedly.present.provenance import RELATIONS
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck


def rows_of(*events: Event) -> list[dict[str, str]]:
    """The rows as a program reads them."""
    return list(csv.DictReader(StringIO("".join(write_events_csv(events)), newline="")))


def collect(*events: Event) -> dict[str, Any]:
    """The PROV document; an id that is given twice would be lost unseen."""

    def refuse_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert max(Counter(name for name, _ in pairs).values(), default=1) == 1
        return dict(pairs)

    read: dict[str, Any] = json.loads("".join(write_events_prov(events)), object_pairs_hook=refuse_twice)
    return read


def test_a_row_is_an_event() -> None:
    lost, struck = rows_of(make_lost(), make_struck())
    assert list(lost)[:2] == ["event_id", "permalink"]
    assert (lost["permalink"], lost["status"], lost["place"]) == ("reportedly:rp-E000000001", "contested", "Malynivka")
    assert (lost["lat"], lost["lon"], lost["happened_from"]) == ("49.8", "36.72", "2025-11-28")
    assert (lost["affirms_least"], lost["affirms_most"], lost["affirms_bottleneck"]) == ("1", "2", "Front Diary")
    assert (lost["affirms_sides"], lost["affirms_claims"], lost["denies_sides"]) == ("russia", "3", "ukraine")
    assert (lost["claims"], lost["documents"], lost["changes"]) == ("4", "4", "certainty-raised")
    assert (lost["published_from"], lost["published_to"]) == ("2025-12-02", "2025-12-04")
    assert lost["concessions"] == "rp-0000000004"
    assert lost["claim_ids"].split(" | ") == [each.held.claim.id for each in make_lost().members]
    assert (struck["happened_from"], struck["lat"], struck["denies_least"]) == ("", "", "0")


def test_no_cell_begins_like_a_formula() -> None:
    (row,) = rows_of(make_hostile('=HYPERLINK("https://a.example")'))
    assert not [cell for cell in row.values() if cell[:1] in set("=+-@")]
    assert row["label"].startswith("'=")


def test_a_feature_is_an_event_at_its_place() -> None:
    lost, struck = json.loads("".join(write_events_geojson([make_lost(), make_struck()])))["features"]
    assert (lost["id"], lost["geometry"]["coordinates"]) == ("rp-E000000001", [36.72, 49.8])
    assert list(lost["properties"])[:2] == ["event_id", "permalink"]
    assert (lost["properties"]["affirms_least"], lost["properties"]["sides"]) == (1, ["russia", "ukraine"])
    assert struck["geometry"] is None and struck["properties"]["place"] == "المدينة"


def test_each_claim_is_annotated_with_its_stance_and_its_event() -> None:
    items = json.loads("".join(write_events_annotations([make_lost()])))["first"]["items"]
    assert [each["id"] for each in items] == [f"reportedly:{each.held.claim.id}" for each in make_lost().members]
    tags = [body["value"] for body in items[2]["body"] if body["purpose"] == "tagging"]
    assert tags[-3:] == ["stance:denies", "event-status:contested", "concession"]
    assert items[0]["body"][-1] == {
        "type": "SpecificResource", "source": "reportedly:rp-E000000001", "purpose": "linking",
    }  # fmt: skip
    assert "linking" in items[0]["motivation"]


def test_an_event_is_the_collection_of_its_claims() -> None:
    read = collect(make_lost(), make_struck())
    assert read["entity"]["e:rp-E000000001"]["prov:type"]["$"] == "prov:Collection"
    members = {(each["prov:collection"], each["prov:entity"]) for each in read["hadMember"].values()}
    assert members == {
        (f"e:{event.id}", f"c:{each.held.claim.id}") for event in (make_lost(), make_struck()) for each in event.members
    }
    assert set(read["prefix"]) == {"reportedly", "c", "d", "s", "e"}


def test_every_relation_names_what_is_there() -> None:
    read = collect(*make_many(3), make_lost(), make_struck())
    known = set().union(*(read[sort] for sort in ("entity", "activity", "agent")))
    for name, ends in RELATIONS.items():
        assert read[name]
        for each in read[name].values():
            assert {each[end] for end in ends} <= known, (name, each)


def test_the_same_words_are_no_derivation() -> None:
    read = collect(make_lost())
    derived = {(each["prov:generatedEntity"], each["prov:usedEntity"]) for each in read["wasDerivedFrom"].values()}
    wire, post, herald = "d:rp-D000000002", "d:rp-D000000003", "d:rp-D000000001"
    assert (wire, herald) in derived
    assert (post, wire) not in derived and (wire, post) not in derived
    event = make_lost()
    told = replace(event.steps[3], end="s1", claim="rp-0000000002")
    derived = {
        (each["prov:generatedEntity"], each["prov:usedEntity"])
        for each in collect(replace(event, steps=(told,)))["wasDerivedFrom"].values()
    }
    assert ("c:rp-0000000002", herald) in derived
    ((one, other),) = {(each["prov:alternate1"], each["prov:alternate2"]) for each in read["alternateOf"].values()}
    assert (one, other) == (post, wire)


def test_a_claim_appears_where_it_is_affirmed_and_cites_the_others() -> None:
    (claim,) = json.loads("".join(write_events_schema_org([make_lost()])))["@graph"]
    assert (claim["@type"], claim["@id"], claim["name"]) == (
        "Claim",
        "reportedly:rp-E000000001",
        "Capture of Malynivka",
    )
    assert [work["publisher"]["name"] for work in claim["appearance"]] == [
        "Example Herald", "State Wire", "Evening Post",
    ]  # fmt: skip
    assert [work["publisher"]["name"] for work in claim["citation"]] == ["Kyiv Daily"]
    assert claim["firstAppearance"] == {"@id": claim["appearance"][0]["@id"]}
    assert [part["@type"] for part in claim["hasPart"]] == ["Claim"] * 4
    assert claim["temporalCoverage"] == "2025-11-28/2025-12-02"
    assert claim["contentLocation"]["geo"] == {"@type": "GeoCoordinates", "latitude": 49.8, "longitude": 36.72}
    denied = replace(make_lost(), members=make_lost().members[2:3])
    assert "appearance" not in json.loads("".join(write_events_schema_org([denied])))["@graph"][0]


def test_there_is_no_rating() -> None:
    written = "".join(write_events_schema_org([make_lost(), make_struck()]))
    assert "ating" not in written and "ClaimReview" not in written


@given(st.text())
def test_every_export_holds_whatever_the_words(words: str) -> None:
    event = make_hostile(words)
    assert len(rows_of(event)) == 1
    for write in (write_events_geojson, write_events_annotations, write_events_prov, write_events_schema_org):
        assert json.loads("".join(write([event])))

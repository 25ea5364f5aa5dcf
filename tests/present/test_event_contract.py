"""The JSON of events is the contract's, and its fields are only added to."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.event import Event, Stance
from reportedly.present.event_contract import events_schema, write_events_json, write_events_jsonl
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck

PROMISED = {"id", "label", "kind", "place", "earliest", "latest", "status", "why", "claims", "independent"}


def collect(*events: Event) -> dict[str, Any]:
    """The document as a program reads it."""
    read: dict[str, Any] = json.loads("".join(write_events_json(events)))
    return read


def test_every_field_of_the_contract_is_there() -> None:
    (event,) = collect(make_lost())["events"]
    assert set(event) >= PROMISED
    assert (event["id"], event["label"], event["kind"]) == ("rp-E000000001", "Capture of Malynivka", "control")
    assert (event["earliest"], event["latest"], event["status"]) == ("2025-11-28", "2025-12-02", "contested")
    assert set(event["place"]) >= {"name", "lat", "lon", "gazetteer_id"}
    assert {name: event["claims"][0][name] for name in ("claim", "stance", "side", "reported")} == {
        "claim": "rp-0000000001", "stance": "affirms", "side": "russia", "reported": "2025-12-02",
    }  # fmt: skip
    assert event["claims"][0]["document"] == make_lost().members[0].held.document.id
    assert event["independent"] == {
        "affirms": {"least": 1, "most": 2, "bottleneck": ["Front Diary"]},
        "denies": {"least": 1, "most": 1, "bottleneck": []},
    }


def test_what_is_added_explains_the_rest() -> None:
    (event,) = collect(make_lost())["events"]
    assert [each["concession"] for each in event["claims"]] == [False, False, True, False]
    assert event["claims"][2]["evidence"][0] == {
        "signal": "same_place", "weight": 3.0, "because": "both at Malynivka",
    }  # fmt: skip
    assert [(line["stance"], line["path"]) for line in event["lines"]] == [
        ("affirms", ["an unnamed soldier", "Front Diary"]), ("denies", ["General Staff"]),
    ]  # fmt: skip
    vertices = {vertex["id"] for vertex in event["vertices"]}
    assert {step[end] for step in event["steps"] for end in ("start", "end")} <= vertices
    assert event["changes"][0]["kind"] == "certainty-raised"


def test_nobody_who_denies_is_zero_lines() -> None:
    (event,) = collect(make_struck())["events"]
    assert event["independent"]["denies"] == {"least": 0, "most": 0, "bottleneck": []}
    only_denied = replace(make_lost(), independent={Stance.DENIES: make_lost().independent[Stance.DENIES]})
    assert collect(only_denied)["events"][0]["independent"]["affirms"] == {"least": 0, "most": 0, "bottleneck": []}


def test_what_is_unknown_is_null() -> None:
    (event,) = collect(make_struck())["events"]
    assert (event["earliest"], event["latest"], event["claims"][0]["side"]) == (None, None, None)
    assert (event["place"]["name"], event["place"]["lat"], event["place"]["lon"]) == ("المدينة", None, None)
    assert collect(replace(make_struck(), place=None))["events"][0]["place"] is None


def test_a_point_is_as_coarse_as_its_place() -> None:
    (event,) = collect(make_lost())["events"]
    assert (event["place"]["lat"], event["place"]["lon"]) == (49.8, 36.72)


def test_nothing_is_a_document_too() -> None:
    assert collect() == {"schema": "reportedly.events/1", "events": []}


def test_events_are_written_one_by_one() -> None:
    asked: list[str] = []

    def give() -> Any:
        for event in make_many(3):
            asked.append(event.id)
            yield event

    pieces = write_events_json(give())
    next(pieces)
    next(pieces)
    assert len(asked) == 1


def test_a_line_begins_with_the_id_and_the_permalink() -> None:
    lines = "".join(write_events_jsonl([make_lost(), make_struck()], "https://desk.example")).splitlines()
    read = [json.loads(line) for line in lines]
    assert [list(each)[:2] for each in read] == [["event_id", "permalink"]] * 2
    assert read[0]["permalink"] == "https://desk.example/e/rp-E000000001"
    plain = collect(make_lost())["events"][0]
    assert {name: read[0][name] for name in plain} == plain


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_the_schema_holds_whatever_the_words(words: str) -> None:
    read = collect(make_lost(), make_hostile(words))
    jsonschema.validate(read, events_schema())
    assert read["events"][1]["label"] == words

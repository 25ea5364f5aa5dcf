"""Counts, places, control, sides and forecasts through the API."""

from typing import Any

import pytest

from reportedly.workbench.parameters import FILTERS
from tests.workbench.served import Served


def facet(told: Any, name: str) -> dict[str, int]:
    (found,) = (each for each in told["facets"] if each["name"] == name)
    return {each["value"]: each["count"] for each in found["options"]}


def test_facets_count_what_fits(desk: Served) -> None:
    told = desk.get("facets")
    assert told["total"] == len(desk.get("claims")["items"])
    assert facet(told, "kind") == {"control": 4, "strike": 1}
    assert facet(told, "polarity") == {"positive": 4, "negative": 1}


def test_every_answer_of_a_facet_is_one_that_its_filter_takes(desk: Served) -> None:
    told = desk.get("facets")
    for each in told["facets"]:
        for option in each["options"]:
            asked = (
                {"published_from": f"{option['value']}-01"}
                if each["name"] == "published"
                else {each["name"]: option["value"]}
            )
            found = desk.get("claims", **asked)["items"]
            assert len(found) == option["count"] or each["name"] == "published"


def test_a_facet_counts_with_all_filters_but_its_own(desk: Served) -> None:
    told = desk.get("facets", kind="strike")
    assert facet(told, "kind") == {"control": 4, "strike": 1} and told["total"] == 1
    assert facet(told, "language") == {"ar": 1}
    (chosen,) = [o for each in told["facets"] if each["name"] == "kind" for o in each["options"] if o["chosen"]]
    assert chosen["value"] == "strike"


def test_where_nothing_fits_it_is_told_what_keeps_most_away(desk: Served) -> None:
    told = desk.get("facets", kind="strike", polarity="negative")
    assert told["total"] == 0
    without = {each["name"]: (each["value"], each["count"]) for each in told["without"]}
    assert without == {"kind": ("strike", 1), "polarity": ("negative", 1)}


@pytest.mark.parametrize("path", ["facets", "timeline", "places", "control", "sides", "forecasts", "claims", "events"])
def test_all_filters_are_taken_together(desk: Served, path: str) -> None:
    values = {
        "q": "Malynivka", "side": "russia", "source": "Front Diary", "source_type": "channel", "kind": "control",
        "certainty": "certain", "polarity": "positive", "tense": "past", "flag": "certainty-raised", "place": "Malynivka",
        "bbox": "20,40,50,60", "from": "2025-01-01", "to": "2026-01-01", "published_from": "2025-01-01",
        "published_to": "2026-01-01", "language": "en", "outlet": "State Wire", "review": "open", "at": "3", "without": "day",
        "document": desk.get("documents")["items"][0]["document"]["id"],
    }  # fmt: skip
    assert set(values) == {each.name for each in FILTERS}
    assert desk.get(path, **values) is not None


def test_places_are_the_named_ones_and_no_finer(desk: Served) -> None:
    told = desk.get("places")
    (point,) = told["points"]
    assert point["name"] == "Malynivka" and point["claims"] == 4 and point["documents"] == 4
    assert point["lat"] == round(point["lat"], 2) and told["unplaced"] == 1
    assert len(desk.get("claims", place=point["id"])["items"]) == 4


def test_control_is_told_as_the_last_word_of_each_side(desk: Served) -> None:
    (place,) = desk.get("control")["places"]
    assert place["name"] == "Malynivka" and place["denied_by"] == ["ukraine"]
    assert desk.get(f"events/{place['event']}")["event"]["label"]
    assert place["id"] == desk.get("places")["points"][0]["id"]
    assert desk.get("control", kind="strike", language="ar")["places"] == []


def test_two_sides_are_told_and_must_be_two(desk: Served) -> None:
    told = desk.get("sides", of=["russia", "ukraine"])
    assert told["sides"] == ["russia", "ukraine"]
    answers = {each["side"]: each["answers"] for each in next(
        each for each in told["events"] if each["status"] == "contested")["accounts"]}  # fmt: skip
    assert "denied" in answers["ukraine"]
    assert desk.refused("sides", of="russia")[0] == 400
    assert desk.get("sides", of=["a", "b"], kind="aid") == desk.get("sides", kind="aid")


def test_forecasts_are_seen_from_a_day(case: Served) -> None:
    text = "Russian forces will capture Malynivka on 20 December 2025, the spokesman Ivan Petrov said on Tuesday.\n"
    case.upload("x.txt", text.encode(), outlet="Example Herald", published="2025-12-03")
    early, late = (case.get("forecasts", today=day) for day in ("2025-12-04", "2026-02-01"))
    assert [each["term"] for each in early["forecasts"]] == ["open"]
    assert [each["term"] for each in late["forecasts"]] == ["due"]


def test_a_timeline_has_a_bar_for_each_stretch_of_days(desk: Served) -> None:
    told = desk.get("timeline")
    assert told["step"] in ("day", "week", "month", "year") and told["undated"] == desk.get("facets")["undated"]

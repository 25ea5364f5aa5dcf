"""Annotations are as the W3C's model asks, and every quotation cuts its text."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from reportedly.model.held import HeldClaim
from reportedly.present.annotations import write_annotations
from tests.present.conftest import TEXT
from tests.present.held import hold, judged, told


def collect(*claims: HeldClaim, base: str | None = None) -> dict[str, Any]:
    """The collection as a program reads it."""
    read: dict[str, Any] = json.loads("".join(write_annotations(claims, base)))
    return read


def test_the_collection_has_what_the_model_demands() -> None:
    collection = collect(*hold())
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 3)
    page = collection["first"]
    assert (page["type"], page["startIndex"], page["partOf"]) == ("AnnotationPage", 0, collection["id"])
    assert collection["last"] == page["id"] != collection["id"]
    assert collection["id"].startswith("urn:uuid:")


def test_the_same_claims_make_the_same_collection() -> None:
    assert collect(*hold())["id"] == collect(*hold())["id"] != collect(*hold()[1:])["id"]
    assert collect()["first"]["items"] == []


def test_an_annotation_has_one_id_one_target_and_words() -> None:
    items = collect(*hold(), base="https://desk.example")["first"]["items"]
    assert [each["id"] for each in items] == [f"https://desk.example/c/{each.claim.id}" for each in hold()]
    for each in items:
        assert each["type"] == "Annotation" and each["motivation"]
        assert each["body"][0]["value"].startswith("Example Herald")
        assert {body["type"] for body in each["body"]} == {"TextualBody"}


def test_a_claims_class_is_in_its_tags() -> None:
    (item,) = collect(judged())["first"]["items"]
    tags = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
    assert tags == [
        "kind:combat", "polarity:positive", "certainty:certain", "tense:present", "flag:cross-side-relay", "verdict:accepted",
    ]  # fmt: skip


def test_every_quotation_cuts_the_text() -> None:
    for each in collect(*hold())["first"]["items"]:
        quote, position = each["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert quote["exact"] == TEXT[start:end]
        assert quote["prefix"] == TEXT[:start][-32:] and quote["suffix"] == TEXT[end:][:32]


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://a.example/1?x=2", "https://a.example/1?x=2"),
        (None, "reportedly:rp-000000000D"),
        ("javascript:alert(1)", "reportedly:rp-000000000D"),
        ("https://a.example/with space", "reportedly:rp-000000000D"),
    ],
)
def test_the_source_is_an_address(url: str | None, source: str) -> None:
    (item,) = collect(told(url=url))["first"]["items"]
    assert item["target"]["source"] == source


def test_the_state_is_in_universal_time() -> None:
    captured = datetime(2025, 12, 3, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    held = told(captured_at=captured, archive_url="https://archive.example/1")
    (item,) = collect(held)["first"]["items"]
    assert item["target"]["state"] == {
        "type": "TimeState", "sourceDate": "2025-12-03T07:30:00Z", "cached": "https://archive.example/1",
    }  # fmt: skip
    assert "state" not in collect(replace(held, document=hold()[0].document))["first"]["items"][0]["target"]

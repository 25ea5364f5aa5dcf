"""Files of what is on a screen, and the evidence pack."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.workbench.served import Served

FORMATS = ("csv", "jsonl", "json", "geojson", "annotations", "prov", "schema-org")
ASKED: dict[str, object] = {"kind": "control", "sort": "published", "order": "oldest"}


def rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def sources_of(items: list[Any]) -> list[str]:
    return [each["id"].rpartition("/")[2] for each in items]


CLAIMS: Mapping[str, Callable[[bytes], list[str]]] = {
    "csv": lambda written: [row["claim_id"] for row in rows(written)],
    "jsonl": lambda written: [json.loads(line)["claim_id"] for line in written.splitlines()],
    "json": lambda written: [
        claim["id"] for line in written.splitlines() for claim in json.loads(line)["claims"]
    ],
    "geojson": lambda written: [each["properties"]["claim_id"] for each in json.loads(written)["features"]],
    "annotations": lambda written: sources_of(json.loads(written)["first"]["items"]),
    "prov": lambda written: sorted(id_[2:] for id_ in json.loads(written)["entity"] if id_.startswith("c:")),
    "schema-org": lambda written: [each["@id"].rpartition("/")[2] for each in json.loads(written)["@graph"]],
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_of_claims_holds_what_is_on_the_screen(desk: Served, form: str) -> None:
    shown = [each["id"] for each in desk.get("claims", **ASKED)["items"]]
    found = CLAIMS[form](desk.file("export/claims", format=form, **ASKED))
    in_order = form in ("csv", "jsonl", "geojson", "annotations", "schema-org")
    assert found == shown if in_order else sorted(found) == sorted(shown)
    assert len(shown) == 4


def test_a_file_says_what_it_is_and_where_its_links_lead(desk: Served) -> None:
    answer = desk.ask("GET", "/api/export/claims")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    assert all(each["permalink"].startswith("http://desk.example/c/rp-") for each in rows(answer.body))
    head = desk.ask("HEAD", "/api/export/claims")
    assert head.body == b"" and head.headers["content-type"] == answer.headers["content-type"]


def test_a_file_of_the_past_holds_the_past(desk: Served) -> None:
    assert len(rows(desk.file("export/claims", at=4))) == len(desk.get("claims", at=4)["items"]) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_of_events_holds_what_is_on_the_screen(desk: Served, form: str) -> None:
    shown = [each["id"] for each in desk.get("events", status="contested")["items"]]
    written = desk.file("export/events", format=form, status="contested")
    assert all(id_.encode() in written for id_ in shown)
    others = [each["id"] for each in desk.get("events", status="single-source")["items"]]
    assert others and not any(id_.encode() in written for id_ in others)


def test_what_cannot_be_exported_is_told_and_is_no_file(desk: Served) -> None:
    assert desk.refused("export/claims", format="xlsx")[0] == 400
    assert desk.refused("export/claims", document="rp-ZZZZ")[0] == 404
    assert desk.refused("export/events", kind="tank")[0] == 400
    assert desk.refused("export/report", event="rp-ZZZZ")[0] == 404


def test_a_report_is_of_the_events_that_one_names_or_that_fit(desk: Served) -> None:
    contested, single = (desk.get("events", status=each)["items"][0] for each in ("contested", "single-source"))
    named = desk.file("export/report", event=contested["id"]).decode()
    fitting = desk.file("export/report", status="single-source", kind="strike").decode()
    assert contested["id"] in named and single["id"] not in named
    assert single["id"] in fitting and contested["id"] not in fitting
    assert "kind strike" in fitting and "<html" in named
    assert all("there are more" not in each for each in (named, fitting))


def test_a_report_says_if_more_events_fit_than_it_has(desk: Served) -> None:
    fitting = desk.get("events")["items"]
    cut = desk.file("export/report", limit=1, kind=["control", "strike"]).decode()
    whole = desk.file("export/report", limit=500).decode()
    assert "kind control, kind strike, the newest 1 that fit; there are more" in cut
    assert "there are more" not in whole and all(each["id"] in whole for each in fitting)
    assert desk.refused("export/report", limit=501)[0] == 400


def unpack(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_evidence_pack_can_be_checked_by_its_manifest(desk: Served) -> None:
    event = desk.get("events", status="contested")["items"][0]["id"]
    files = unpack(desk.file(f"evidence/{event}"))
    listed = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert set(listed) == set(files) - {"README.txt", "SHA256SUMS"}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in listed.items())
    about = files["README.txt"].decode()
    assert all(f"{digest}  {name}" in about for name, digest in listed.items()) and "never truth" in about


def test_it_holds_all_that_one_needs_to_check_an_event(desk: Served) -> None:
    page = desk.get(f"events/{desk.get('events', status='contested')['items'][0]['id']}")
    files = unpack(desk.file(f"evidence/{page['event']['id']}"))
    assert json.loads(files["event.json"])["events"] == [page["event"]]
    assert {each["claim_id"] for each in rows(files["claims.csv"])} == set(page["cards"])
    listed = rows(files["documents.csv"])
    assert {each["document_id"] for each in listed} == {each["id"] for each in page["documents"].values()}
    for each in listed:
        assert hashlib.sha256(files[each["file"]]).hexdigest() == each["text_sha256"]
    texts = {each["document_id"]: files[each["file"]].decode() for each in listed}
    for card in page["cards"].values():
        assert texts[card["document"]["id"]][card["start"] : card["end"]] == card["text"]
    log = json.loads(files["log.json"])
    assert log == desk.get(f"history/{page['event']['id']}")["items"]


def test_it_is_the_same_each_time_and_by_a_claims_id(desk: Served) -> None:
    page = desk.get(f"events/{desk.get('events', status='contested')['items'][0]['id']}")
    packed = desk.file(f"evidence/{page['event']['id']}")
    assert desk.file(f"evidence/{next(iter(page['cards']))}") == packed
    assert desk.file(f"evidence/{page['event']['id']}") == packed
    assert desk.refused("evidence/rp-ZZZZ")[0] == 404

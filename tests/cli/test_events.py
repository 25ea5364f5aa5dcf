"""`reportedly events`, `event` and `report`: what several documents say together, from a ledger to a page."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reportedly.errors import ReportedlyError
from reportedly.ledger.opening import open_ledger
from reportedly.model.claim import Kind, Polarity
from reportedly.present.event_contract import events_schema
from tests.cli.ledger import run
from tests.ledger.readings import MALYNIVKA, Says, make_reading
from tests.present.happenings import ARABIC, HERALD, POST, STAFF, WIRE
from tests.present.pages import Page

DENIED = make_reading(
    "The General Staff denied that Malynivka was captured.",
    Says("Malynivka was captured", Kind.CONTROL, by=((STAFF,),), at=(MALYNIVKA,), polarity=Polarity.NEGATIVE),
    outlet="Kyiv Daily", published=date(2025, 12, 3),
)  # fmt: skip
IDS = re.compile(r"^(rp-[0-9A-Z]{10})  ", re.M)


def ids_of_annotations(written: str) -> list[str]:
    """The events to which the claims are linked."""
    items = json.loads(written)["first"]["items"]
    linked = (body["source"] for each in items for body in each["body"] if body["purpose"] == "linking")
    return list(dict.fromkeys(each.removeprefix("reportedly:") for each in linked))


READERS: Mapping[str, Callable[[str], list[str]]] = {
    "text": IDS.findall,
    "json": lambda written: [each["id"] for each in json.loads(written)["events"]],
    "jsonl": lambda written: [json.loads(line)["event_id"] for line in written.splitlines()],
    "csv": lambda written: [row["event_id"] for row in csv.DictReader(StringIO(written, newline=""))],
    "geojson": lambda written: [each["id"] for each in json.loads(written)["features"]],
    "annotations": ids_of_annotations,
    "prov": lambda written: [id_[2:] for id_ in json.loads(written).get("entity", {}) if id_.startswith("e:")],
    "schema-org": lambda written: [each["@id"].removeprefix("reportedly:") for each in json.loads(written)["@graph"]],
}
"""How the events' ids are read out of each format, in order."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A capture that three documents tell on one word and a fourth denies; and a strike."""
    path = tmp_path_factory.mktemp("ledger") / "reportedly.db"
    with open_ledger(str(path), create=True) as opened:
        for reading in (HERALD, WIRE, POST, DENIED, ARABIC):
            opened.add(reading.document, replace(reading, made_by=replace(reading.made_by, profile="ukraine")))
    return path


def find(ledger: Path, *options: str) -> list[dict[str, Any]]:
    """The events that fit."""
    result = run("events", "--format", "json", "--db", ledger, *options)
    assert result.exit_code == 0, result.stderr
    events: list[dict[str, Any]] = json.loads(result.stdout)["events"]
    return events


def capture(ledger: Path) -> dict[str, Any]:
    """The event of which four documents tell."""
    (event,) = find(ledger, "--min-documents", "4")
    return event


def test_claims_of_one_happening_are_one_event(ledger: Path) -> None:
    event = capture(ledger)
    assert (event["kind"], event["status"], event["place"]["name"]) == ("control", "contested", "Malynivka")
    assert [claim["outlet"] for claim in event["claims"] if claim["stance"] == "affirms"] == [
        "Example Herald", "State Wire", "Evening Post",
    ]  # fmt: skip
    assert [(claim["outlet"], claim["side"]) for claim in event["claims"] if claim["stance"] == "denies"] == [
        ("Kyiv Daily", "ukraine")
    ]
    assert event["independent"]["affirms"] == {"least": 1, "most": 1, "bottleneck": ["Front Diary"]}


def test_json_is_the_contract(ledger: Path) -> None:
    written = json.loads(run("events", "--format", "json", "--db", ledger).stdout)
    jsonschema.validate(written, events_schema())
    printed = run("schema", "events")
    assert json.loads(printed.stdout) == events_schema()
    readings = run("claims", "--format", "json", "--db", ledger).stdout.splitlines()
    known = {(read["document"]["id"], claim["id"]) for read in map(json.loads, readings) for claim in read["claims"]}
    assert {(each["document"], each["claim"]) for event in written["events"] for each in event["claims"]} == known


@pytest.mark.parametrize(
    "options", [[], ["--status", "contested"], ["--kind", "strike"], ["--oldest-first"], ["--limit", "1"]]
)
def test_every_format_holds_what_is_listed(ledger: Path, options: list[str]) -> None:
    found = {
        form: read(run("events", "--format", form, "--db", ledger, *options).stdout) for form, read in READERS.items()
    }
    listed = found["text"]
    assert listed and found == dict.fromkeys(found, listed)
    if "--limit" not in options:
        assert int(run("events", "--count", "--db", ledger, *options).stdout) == len(listed)


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (["--status", "contested"], 1), (["--status", "single-source"], 1), (["--status", "conceded"], 0),
        (["--min-documents", "2"], 1), (["--min-documents", "5"], 0), (["--min-lines", "1"], 2), (["--min-lines", "2"], 0),
        (["--side", "ukraine"], 1), (["--outlet", "Evening Post"], 1), (["--near", "49.8,36.7", "--within", "10"], 1),
        (["--language", "ar"], 1), (["--status", "contested", "--status", "single-source"], 2),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_fits(ledger: Path, options: list[str], number: int) -> None:
    assert len(find(ledger, *options)) == number


def test_an_event_is_shown_whole_if_one_claim_fits(ledger: Path) -> None:
    (event,) = find(ledger, "--outlet", "Kyiv Daily")
    assert len(event["claims"]) == 4


def test_an_event_is_asked_for_by_its_id_or_a_claims(ledger: Path) -> None:
    event = capture(ledger)
    shown = run("event", event["id"], "--db", ledger)
    assert shown.exit_code == 0 and shown.stdout.startswith(f"{event['id']}  ")
    for id_ in (event["id"][3:].lower(), event["claims"][2]["claim"], event["claims"][3]["claim"][:10]):
        assert run("event", id_, "--db", ledger).stdout == shown.stdout
    assert json.loads(run("event", event["id"], "--format", "json", "--db", ledger).stdout)["events"] == [event]


def test_what_is_no_event_is_told(ledger: Path) -> None:
    document = json.loads(run("documents", "--format", "jsonl", "--db", ledger).stdout.splitlines()[0])["id"]
    result = run("event", document, "--db", ledger)
    assert result.exit_code == 2 and f"{document} is a document that leads to no event" in result.stderr
    with pytest.raises(ReportedlyError, match="ZZZZZZZZZZ"):
        run("event", "rp-ZZZZZZZZZZ", "--db", ledger)
    shown = run("show", capture(ledger)["id"], "--db", ledger)
    assert "is an event: `reportedly event rp-" in shown.stdout


def test_the_ledger_is_shown_as_it_stood(ledger: Path) -> None:
    first = find(ledger, "--at", "2")
    assert [claim["outlet"] for event in first for claim in event["claims"]] == ["Example Herald"]
    assert find(ledger, "--at", "1000") == find(ledger)


def test_where_nothing_fits_it_says_what_keeps_it_away(ledger: Path) -> None:
    result = run("events", "--status", "conceded", "--db", ledger)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no event fits; some do without --status\n")
    assert "nothing fits" in run("events", "--kind", "aid", "--db", ledger).stderr


def test_a_list_that_is_cut_off_says_so(ledger: Path) -> None:
    assert run("events", "--limit", "1", "--db", ledger).stderr == "there are more; --limit 0 takes all\n"
    assert run("events", "--limit", "2", "--db", ledger).stderr == ""


def test_a_report_is_one_file(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    result = run("report", path, "--kind", "control", "--side", "ukraine", "--db", ledger)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    page = Page(path.read_text(encoding="utf-8"))
    words = " ".join("".join(page.words).split())
    assert page.open == [] and "chosen by --side ukraine --kind control" in words
    assert "Malynivka may have been captured" in words and "contested" in words
    assert [each.get("type") for each in page.all("script")] == ["application/json", None]
    assert list(tmp_path.iterdir()) == [path]


def test_a_report_of_nothing_says_so(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    result = run("report", path, "--min-documents", "9", "--db", ledger)
    assert (result.exit_code, result.stderr) == (0, "no event fits; some do without --min-documents\n")
    assert "No event fits." in path.read_text(encoding="utf-8")


def test_a_report_never_names_the_ledger(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    run("report", path, "--permalink-base", "https://desk.example", "--box", "49,36,50.5,38", "--db", ledger)
    page = path.read_text(encoding="utf-8")
    assert str(ledger) not in page and "--box 49,36,50.5,38" in page
    assert f"https://desk.example/e/{capture(ledger)['id']}" in page


def test_the_ledger_is_never_written_over(ledger: Path) -> None:
    before = ledger.read_bytes()
    for command in (["report", ledger], ["events", "--output", ledger], ["event", "rp-1", "--output", ledger]):
        result = run(*command, "--db", ledger)
        assert result.exit_code == 2 and "is the ledger itself" in result.stderr
    assert ledger.read_bytes() == before

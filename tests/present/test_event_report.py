"""A page of events needs nothing but itself, says all of it without its script, and runs nobody's code but its own."""

import base64
import gzip
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.model.event import Event
from reportedly.present import event_report
from reportedly.present.event_report import write_event_report
from reportedly.present.page import digest, load_part
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck
from tests.present.pages import HOSTILE, Page

MOST_BYTES = 1_000_000
TURNING = {"\x00", "\x1b", "\u202e", "\u2067"}
"""What moves a cursor, or turns the order of the letters behind it."""


def words_of(*events: Event, **how: Any) -> str:
    """What one reads on the page before its script begins."""
    return " ".join("".join(Page(write_event_report(events, **how)).words).split())


def unpack(page: str) -> Any:
    """The data of a page, as its script reads it."""
    (held,) = re.findall(r'<script type="application/json" id="report">(.*?)</script>', page)
    return json.loads(gzip.decompress(base64.b64decode(json.loads(held))))


def list_strings(thing: Any) -> list[str]:
    """Every string of some JSON, the names of its fields too."""
    if isinstance(thing, dict):
        return [*thing, *(each for value in thing.values() for each in list_strings(value))]
    if isinstance(thing, list):
        return [each for value in thing for each in list_strings(value)]
    return [thing] if isinstance(thing, str) else []


def test_every_tag_is_closed_and_every_anchor_leads_somewhere() -> None:
    page = Page(write_event_report([make_lost(), make_struck(), *make_many(3)]))
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    leads = {link["href"] for link in page.all("a")}
    assert {each for each in leads if each and each.startswith("#")} <= {f"#{name}" for name in ids}
    named = {attributes.get("aria-labelledby") for _, attributes in page.tags} - {None}
    assert named <= set(ids)


def test_nothing_is_fetched() -> None:
    page = write_event_report([make_lost(), make_struck()])
    tags = Page(page).tags
    assert not [tag for tag, attributes in tags if "src" in attributes or "srcset" in attributes or tag == "link"]
    assert {attributes.get("href", "#")[:1] for _, attributes in tags} == {"#"}  # type: ignore[index] # no tag has an empty href
    assert not re.search(r"@import|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(|url\((?!\")", page)
    assert "default-src &#39;none&#39;" in page


def test_only_its_own_script_and_style_may_run() -> None:
    page = write_event_report([make_lost()])
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (part,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert f"{name} &#39;{digest(part)}&#39;" in page
    assert not [tag for tag, attributes in Page(page).tags if "style" in attributes]


def test_nothing_in_what_was_built_ends_its_own_tag() -> None:
    assert not re.search("<!--|</?script", load_part("report.js", "built"), re.I)
    assert "</" not in load_part("report.css", "built")


@settings(deadline=None)  # the script is long, and the machine may be busy
@given(st.text())
@example(HOSTILE)
@example("]]></title></svg><svg onload=alert(1)>")
@example("</script><script>alert(1)</script><!-- \u2028\u2029")
def test_words_from_outside_stay_words(words: str) -> None:
    page = Page(write_event_report([make_hostile(f"w{words}")], asked=f"w{words}"))
    assert page.open == []
    # The same tags with the same attributes stand there whatever the words.
    expected = Page(write_event_report([make_hostile("w")], asked="w"))
    assert [(tag, list(about)) for tag, about in page.tags] == [(tag, list(about)) for tag, about in expected.tags]
    assert all((link["href"] or "").startswith("#") for link in page.all("a"))
    assert not TURNING & set("".join(page.words))


@settings(deadline=None)  # the script is long, and the machine may be busy
@given(st.text())
@example(HOSTILE)
@example("\u202e\x1b[2J\u2028</script>")
def test_the_script_is_given_nothing_that_turns_letters(words: str) -> None:
    told = unpack(write_event_report([make_hostile(f"w{words}")], asked=words))
    assert not TURNING & set("".join(list_strings(told)))
    (page,) = told["events"]
    (card,) = page["cards"].values()
    assert len(card["text"]) == len(words) + 1, "offsets would point elsewhere"
    assert card["document"]["url"] is None


@pytest.mark.parametrize("words", ["", " ", "\n", "\u2028"])
def test_words_may_be_missing(words: str) -> None:
    assert Page(write_event_report([make_hostile(words)], asked=words)).open == []


def test_half_a_letter_does_no_harm() -> None:
    assert unpack(write_event_report([make_hostile("a\ud83d")]))["title"] == "a?"


def test_without_its_script_an_event_is_told_too() -> None:
    words = words_of(make_lost(), asked="--kind control")
    for told in (
        "4 claims in 4 documents",
        "chosen by --kind control",
        "made by reportedly",
        "measured here is reporting, never truth",
        "affirms: 1 to 2 independent lines; denies: 1 independent line",
        "contested (opposing sides affirm and deny it)",
        "Example Herald relays the channel Front Diary (Russia’s side), which cites an unnamed soldier",
        "Example Herald (2 December 2025) Malynivka may have been captured",
        "Kyiv Daily (3 December 2025)",
        "rp-E000000001",
    ):
        assert told in words, told


def test_the_script_is_given_all_of_it() -> None:
    told = unpack(write_event_report([make_lost(), make_struck()], asked="--kind control", base="https://desk.example"))
    assert (told["title"], told["asked"], len(told["events"])) == ("2 events", "--kind control", 2)
    lost = told["events"][0]
    assert lost["link"] == "https://desk.example/e/rp-E000000001"
    assert [step["kind"] for step in lost["event"]["steps"]] == [step.kind.value for step in make_lost().steps]
    assert lost["event"]["changes"][0]["because"] == "“may have been captured” became “was captured”"
    assert told["colours"] == {"russia": "a", "ukraine": "b"}


def test_of_very_many_claims_only_the_table_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    quoted = "Malynivka may have been captured"
    assert quoted in words_of(*make_many(2))
    monkeypatch.setattr(event_report, "MOST_QUOTED", 15)
    assert quoted not in words_of(*make_many(2)) and "Front Diary" in words_of(*make_many(2))
    monkeypatch.setattr(event_report, "MOST_TOLD", 15)
    words = words_of(*make_many(2))
    assert "Front Diary" not in words and "Capture of Malynivka 1" in words


def test_every_event_links_to_a_workbench_that_is_named() -> None:
    page = Page(write_event_report([make_lost()], base="https://desk.example"))
    assert "https://desk.example/e/rp-E000000001" in [link["href"] for link in page.all("a")]


def test_what_runs_from_right_to_left_is_kept_apart() -> None:
    report = write_event_report([make_struck()])
    (quotation,) = Page(report).all("q")
    assert (quotation["dir"], quotation["lang"]) == ("auto", "ar")
    assert "<bdi>صحيفة المثال (5 December 2025)</bdi>" in report


def test_nothing_that_fits_is_said_to_be_nothing() -> None:
    assert "No event fits." in words_of()
    assert unpack(write_event_report([]))["events"] == []


def test_fifty_events_of_eight_documents_take_no_more_than_a_megabyte() -> None:
    events = make_many(50)
    assert sum(len(event.members) for event in events) == 400
    assert len(write_event_report(events).encode()) < MOST_BYTES


@pytest.mark.parametrize("make", [make_lost, make_struck])
def test_the_same_events_make_the_same_page(make: Callable[[], Event]) -> None:
    assert write_event_report([make()]) == write_event_report([make()])

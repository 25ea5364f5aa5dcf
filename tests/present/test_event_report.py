"""A page of events needs nothing but itself, says all that it draws, and runs nobody's code but its own."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.model.event import Event
from reportedly.present.event_report import write_event_report
from reportedly.present.page import digest
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck
from tests.present.pages import HOSTILE, Page, contrast, read_colours

MOST_BYTES = 1_000_000


def words_of(*events: Event, **how: str) -> str:
    """What one reads on the page."""
    return " ".join("".join(Page(write_event_report(events, **how)).words).split())


def test_every_tag_is_closed_and_every_anchor_leads_somewhere() -> None:
    page = Page(write_event_report([make_lost(), make_struck(), *make_many(3)]))
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    leads = {link["href"] for link in page.all("a")}
    assert {each for each in leads if each and each.startswith("#")} <= {f"#{name}" for name in ids}
    named = {attributes.get("aria-labelledby") for _, attributes in page.tags} - {None}
    assert named <= set(ids)


def test_nothing_is_fetched_and_no_address_is_followed_but_by_hand() -> None:
    page = write_event_report([make_lost(), make_struck()])
    tags = Page(page).tags
    assert not [tag for tag, attributes in tags if "src" in attributes or "srcset" in attributes or tag == "link"]
    hrefs = {attributes.get("href") or "#" for _, attributes in tags}
    assert {href for href in hrefs if not href.startswith("#")} == {"https://herald.example/1"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", page)
    assert "default-src &#39;none&#39;" in page


def test_only_its_own_script_and_style_may_run() -> None:
    page = write_event_report([make_lost()])
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (part,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert f"{name} &#39;{digest(part)}&#39;" in page
    assert not [tag for tag, attributes in Page(page).tags if "style" in attributes]


@given(st.text())
@example(HOSTILE)
@example("]]></title></svg><svg onload=alert(1)>")
def test_words_from_outside_stay_words(words: str) -> None:
    page = Page(write_event_report([make_hostile(f"w{words}")], asked=f"w{words}"))
    assert page.open == []
    # The same tags with the same attributes stand there whatever the words.
    expected = Page(write_event_report([make_hostile("w")], asked="w"))
    assert [(tag, list(about)) for tag, about in page.tags] == [(tag, list(about)) for tag, about in expected.tags]
    assert all((link["href"] or "").startswith("#") for link in page.all("a"))
    assert not {"\x1b", "\u202e", "\u2067", "\x00"} & set("".join(page.words))


@pytest.mark.parametrize("words", ["", " ", "\n", "\u2028"])
def test_words_may_be_missing(words: str) -> None:
    assert Page(write_event_report([make_hostile(words)], asked=words)).open == []


def test_an_event_is_told_whole() -> None:
    words = words_of(make_lost(), asked="--kind control")
    for told in (
        "4 claims in 4 documents",
        "chosen by --kind control",
        "affirms: 1 to 2 independent lines (Russia’s side); all pass through Front Diary",
        "an unnamed soldier → Front Diary → Example Herald (2 December 2025); State Wire (3 December 2025)",
        "denies: 1 independent line (Ukraine’s side)",
        "certainty raised: “may have been captured” became “was captured”",
        "State Wire (3 December 2025)Evening Post (4 December 2025)the same words, which show a common origin",
        "Malynivka may have been captured Example Herald (2 December 2025) · https://herald.example/1 · rp-0000000001",
        "said by the side against which it speaks",
        "No basemap is drawn",
        "49.80, 36.72within 5 km",
        "contestedopposing sides affirm and deny it",
    ):
        assert told in words, told


def test_every_quotation_links_to_its_claim_in_a_workbench() -> None:
    page = Page(write_event_report([make_lost()], base="https://desk.example"))
    links = [link["href"] for link in page.all("a")]
    for member in make_lost().members:
        assert f"https://desk.example/c/{member.held.claim.id}" in links
    assert "https://desk.example/e/rp-E000000001" in links


def test_what_runs_from_right_to_left_is_kept_apart() -> None:
    page = Page(write_event_report([make_struck()]))
    (quotation,) = page.all("blockquote")
    assert (quotation["dir"], quotation["lang"]) == ("auto", "ar")
    assert "<bdi>صحيفة المثال</bdi> (5 December 2025)" in write_event_report([make_struck()])


def test_every_drawing_has_words_and_a_table() -> None:
    page = Page(write_event_report([make_lost(), make_struck()]))
    drawings = [each for each in page.all("svg") if each.get("role") == "img"]
    assert [each["class"] for each in drawings] == ["map", "time", "graph", "graph"]
    assert all(each["aria-label"] for each in drawings)
    assert len(page.all("table")) == 3 + 2
    assert all(each.get("scope") for each in page.all("th"))


def test_what_is_not_there_is_not_drawn() -> None:
    page = Page(write_event_report([replace(make_struck(), place=None)]))
    assert [each["class"] for each in page.all("svg") if each.get("role") == "img"] == ["time", "graph"]
    assert "No event fits." in words_of()


def test_fifty_events_take_no_more_than_a_megabyte() -> None:
    events = make_many(50)
    assert sum(len(event.members) for event in events) == 400
    assert 400_000 < len(write_event_report(events).encode()) < MOST_BYTES


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_and_lines_stand_out_from_their_ground(scheme: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for what is drawn."""
    colours = read_colours(write_event_report([make_lost()]), scheme)
    for ground in ("paper", "card"):
        for ink in ("ink", "soft", "flag", "a", "b", "n"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("make", [make_lost, make_struck])
def test_the_same_events_make_the_same_page(make: Callable[[], Event]) -> None:
    assert write_event_report([make()]) == write_event_report([make()])

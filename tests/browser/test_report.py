"""A report in a real browser, opened from the disk: it asks nobody for anything, and shows all that the workbench would."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.scenarios import filled_ledger, load_scenario
from reportedly.flow import find_events
from reportedly.model.event import Event
from reportedly.present.event_report import write_event_report
from tests.browser.conftest import ROOT, SCREENSHOTS, find_faults
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck
from tests.present.pages import HOSTILE

SCENARIOS = sorted((ROOT / "tests" / "compare" / "scenarios").glob("s*/*.json"))
EVENTS = 50
MOST_BYTES = 1_000_000

Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a page of some events; whatever it asks for, or finds wrong, fails the test."""
    pages: list[Page] = []
    wrong: list[str] = []

    def start(*events: Event, address: str = "", base: str | None = None, **context: object) -> Page:
        path = tmp_path / f"report{len(pages)}.html"
        path.write_text(write_event_report(events, asked="--min-documents 2", base=base), encoding="utf-8")
        page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()  # type: ignore[arg-type] # playwright's own options
        page.on(
            "request",
            lambda request: None if request.url.startswith(path.as_uri()) else wrong.append(f"asked {request.url}"),
        )
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(f"dialog {dialog.message}"))
        page.goto(path.as_uri() + address)
        if context.get("java_script_enabled", True):
            page.wait_for_function(
                "(count) => document.querySelectorAll('section.event').length === count", arg=len(events)
            )
        pages.append(page)
        return page

    yield start
    for page in pages:
        page.context.close()
    assert wrong == []


@pytest.fixture(scope="module")
def ordinary() -> list[Event]:
    """Fifty events of several documents, out of the sets that were compared by hand."""
    found: list[Event] = []
    for path in SCENARIOS:
        with filled_ledger(load_scenario(path)) as ledger:
            found += [
                each for each in find_events(ledger) if len({member.held.document.id for member in each.members}) > 1
            ]
        if len(found) >= EVENTS:
            return found[:EVENTS]
    raise AssertionError("there are not so many")


@pytest.mark.timeout(300)
def test_fifty_events_are_one_small_file_without_faults(opened: Opener, ordinary: list[Event]) -> None:
    assert len(write_event_report(ordinary).encode()) < MOST_BYTES
    page = opened(*ordinary)
    assert page.locator("section.event").count() == EVENTS
    assert page.locator("article.card").count() == sum(len(event.members) for event in ordinary)
    assert find_faults(page) == []
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / "report.png")


def test_an_event_is_shown_with_its_graph_lines_and_changes(opened: Opener) -> None:
    page = opened(make_lost())
    event = page.locator("section.event")
    assert "capture of malynivka" in event.get_by_role("heading", level=2).inner_text().lower()
    boxes = [each.inner_text() for each in event.locator("foreignObject > *").all()]
    assert len(boxes) == 7 and any("Front Diary" in each and "all lines pass" in each for each in boxes)
    assert event.locator("svg path.wording").count() >= 1
    words = event.inner_text()
    for told in (
        "1 to 2 independent lines",
        "1 if sources that cannot be told apart are taken for one, 2 if for several",
        "all pass through Front Diary",
        "certainty raised",
        "said by the side against which it speaks",
        "https://herald.example/1",
    ):
        assert told in words or told in (event.text_content() or ""), told
    assert "measured is reporting, never truth" in page.locator("main").inner_text()
    assert "chosen by --min-documents 2" in page.locator("main").inner_text()


def test_the_table_says_what_the_graph_draws(opened: Opener) -> None:
    page = opened(make_lost())
    page.keyboard.press("t")
    rows = page.get_by_role("region", name="Who had it from whom: Capture of Malynivka").locator("tbody tr")
    assert rows.count() == len(make_lost().steps)
    assert page.locator("section.event foreignObject").count() == 0
    page.keyboard.press("t")
    assert page.locator("section.event foreignObject").count() == 7


def test_copies_are_folded_until_somebody_asks(opened: Opener) -> None:
    (many,) = make_many(1, copies=6)
    page = opened(many)
    before = page.locator("foreignObject").count()
    fold = page.locator("foreignObject button[aria-expanded=false]").first
    fold.focus()
    page.keyboard.press("Enter")
    assert page.locator("foreignObject").count() > before
    page.get_by_role("button", name="again").first.click()
    assert page.locator("foreignObject").count() == before


def test_words_from_outside_stay_words(opened: Opener) -> None:
    page = opened(make_hostile(HOSTILE))
    assert page.locator("main img, main script, main iframe").count() == 0
    assert "<script>alert(1)</script>" in page.locator("blockquote").first.inner_text()
    assert page.evaluate(
        "[...document.querySelectorAll('main a[href]')].every((link) => /^(#|https?:)/.test(link.getAttribute('href')))"
    )


def test_without_script_the_plain_page_stays(opened: Opener) -> None:
    page = opened(make_lost(), java_script_enabled=False)
    words = page.locator("main").inner_text()
    assert (
        "contested" in words
        and "Malynivka may have been captured" in words
        and "Example Herald (2 December 2025)" in words
    )
    assert page.locator("section.event").count() == 0


def test_an_anchor_leads_to_its_event_and_claim(opened: Opener) -> None:
    page = opened(*make_many(20), address="#rp-V000000015")
    assert page.locator("[id='rp-V000000015']").evaluate("(event) => Math.abs(event.getBoundingClientRect().top) < 200")


def test_quotations_lead_to_the_workbench_that_is_named(opened: Opener) -> None:
    page = opened(make_lost(), base="https://desk.example")
    links = page.evaluate("[...document.querySelectorAll('article a')].map((link) => link.href)")
    assert {f"https://desk.example/c/{member.held.claim.id}" for member in make_lost().members} <= set(links)


def test_keys_go_from_event_to_event(opened: Opener) -> None:
    page = opened(*make_many(3))
    for key, number in (("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(f"{number}. ")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 400)])
def test_axe_finds_nothing(opened: Opener, scheme: str, width: int) -> None:
    page = opened(make_lost(), make_struck(), color_scheme=scheme, viewport={"width": width, "height": 900})
    assert find_faults(page) == []
    page.keyboard.press("t")
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_runs_from_right_to_left_says_so(opened: Opener) -> None:
    quotation = opened(make_struck()).locator("blockquote")
    assert (quotation.get_attribute("dir"), quotation.get_attribute("lang")) == ("rtl", "ar")


def test_on_paper_nothing_is_folded(opened: Opener, tmp_path: Path) -> None:
    page = opened(make_lost(), *make_many(1, copies=6), color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.get_by_role("region", name="Who had it from whom").count() == 2
    assert page.locator("svg foreignObject").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    paper = page.pdf(path=tmp_path / "report.pdf")
    assert paper.startswith(b"%PDF") and paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") >= 3

"""Every screen, empty and full: for those who cannot see, point or tell colours apart, in the dark, and on a narrow page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.model.claim import Kind
from reportedly.model.document import Document
from tests.browser.conftest import Served, Visitor, find_faults, serve

Visit = Callable[..., Visitor]
SCREENS = ("/", "/documents", "/claims", "/events", "/map", "/compare", "/sources")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    # What a page of 1280 pixels shows at 200 %, and a telephone.
    "half": {"viewport": {"width": 640, "height": 700}},
    "narrow": {"viewport": {"width": 400, "height": 700}},
}
HOSTILE = (
    '</script><img src=x onerror="document.title=1"> "The bridge <b>fell</b>", the mayor said. '
    "{{constructor}} ${alert(1)} \u202egnp.exe javascript:alert(1)"
)
ARABIC = "قال المتحدث باسم الجيش إن المدينة قصفت ليلا. The mayor said the bridge fell."


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger in which nothing is."""
    with serve(tmp_path_factory.mktemp("empty") / "empty.db") as served:
        yield served


def find_of(served: Served, sort: str) -> str:
    """The page of something that the sample case holds."""
    with open_ledger(str(served.ledger), create=False) as ledger:
        held = ledger.claims(Query(places=("Avdiivka",), kinds=(Kind.CONTROL,), limit=1)).items[0]
        if sort == "s":
            return f"/s/{ledger.sources(Query(limit=1)).items[0].id}"
        return f"/{sort}/{held.document_id if sort == 'd' else held.claim.id}"


def is_too_wide(page: Page) -> bool:
    """Must one scroll the page sideways to read it?"""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))


@pytest.mark.parametrize("path", SCREENS)
def test_an_empty_screen_says_what_to_do(visit: Visit, empty: Served, path: str) -> None:
    visitor = visit(empty)
    page = visitor.go(path)
    assert page.locator("h1").count() == 1
    assert "Traceback" not in page.inner_text("body")
    assert find_faults(page) == []
    visitor.keep(f"empty-{path.strip('/') or 'desk'}")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", [*SCREENS, "d", "c", "e", "s"])
def test_a_full_screen_is_for_everybody(visit: Visit, sample: Served, path: str, look: str) -> None:
    visitor = visit(sample, reduced_motion="reduce", **LOOKS[look])
    page = visitor.go(
        path if path.startswith("/") else find_of(sample, "c" if path == "e" else path).replace("/c/", f"/{path}/")
    )
    assert page.locator("h1").count() == 1
    assert find_faults(page) == []
    assert not is_too_wide(page)
    visitor.keep(f"{path.strip('/') or 'desk'}-{look}")


def test_a_picture_has_its_table_a_key_away(visit: Visit, sample: Served) -> None:
    page = visit(sample).go(find_of(sample, "c").replace("/c/", "/e/"))
    before = page.locator("table:visible").count()
    page.keyboard.press("t")
    expect(page.locator("table:visible")).not_to_have_count(before)


def test_words_from_outside_stay_words_and_run_their_own_way(visit: Visit, tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "hostile.db"), create=True) as ledger:
        hostile = ledger.add(
            Document(text=HOSTILE, title=HOSTILE, outlet=HOSTILE, url="https://x.example/1", language="en")
        ).id
        arabic = ledger.add(Document(text=ARABIC, title=ARABIC, language="ar")).id
    with serve(tmp_path / "hostile.db") as served:
        visitor = visit(served)
        for path in ("/", "/documents", f"/d/{hostile}", "/claims?q=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E"):
            page = visitor.go(path)
            assert page.locator("main img, main b:text-is('fell')").count() == 0
            assert page.title() != "1"
        page = visitor.go(f"/d/{arabic}")
        assert page.locator("[dir=rtl][lang=ar]").count() > 0
        visitor.keep("reader-arabic")


def test_what_is_hard_to_look_at_is_covered_until_one_asks(visit: Visit, own_sample: Served) -> None:
    visitor = visit(own_sample)
    with open_ledger(str(own_sample.ledger), create=False) as ledger:
        held = ledger.claims(Query(places=("Avdiivka",), kinds=(Kind.CONTROL,), limit=1)).items[0]
    words = held.claim.span.text
    page = visitor.go(f"/d/{held.document_id}")
    page.get_by_role("button", name="mark as hard to look at").click()
    expect(page.get_by_text("Covered: somebody marked this document")).to_be_visible()
    assert words not in page.inner_text("main")
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_text(words).first).to_be_visible()
    for path in (f"/claims?document={held.document_id}", "/documents", f"/e/{held.claim.id}"):
        page = visitor.go(path)
        expect(page.get_by_text("covered, as somebody marked its document").first).to_be_visible()
        assert words not in page.inner_text("main")
    assert find_faults(page) == []


def test_an_address_that_leads_nowhere_says_so(visit: Visit, sample: Served) -> None:
    visitor = visit(sample)
    page = visitor.page
    page.goto(visitor.site + "/nowhere")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(visitor.site + "/e/rp-0000000000")
    expect(page.get_by_role("alert")).to_contain_text("rp-0000000000")
    # The browser itself writes the 404 into its console.
    visitor.wrong = [each for each in visitor.wrong if "404" not in each]

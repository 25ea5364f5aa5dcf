"""The whole review by keyboard alone, and the ledger as it stood before it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query, ReviewState
from tests.browser.conftest import Served, Visitor

Visit = Callable[..., Visitor]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def judged(served: Served, state: ReviewState) -> int:
    """How many claims people made this of."""
    with open_ledger(str(served.ledger), create=False) as ledger:
        return ledger.claims(Query(reviews=(state,), count=True)).total or 0


def test_claims_are_judged_without_a_mouse(visit: Visit, own_sample: Served) -> None:
    visitor = visit(own_sample)
    page = visitor.go("/")
    press(page, "g", "l")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ledger")
    page.wait_for_selector("[data-row]")
    press(page, "j", "a")
    expect(page.get_by_text("✓").first).to_be_visible()
    press(page, "j", "r")
    expect(page.get_by_text("✗").first).to_be_visible()
    assert (judged(own_sample, ReviewState.ACCEPTED), judged(own_sample, ReviewState.REJECTED)) == (1, 1)
    press(page, "u")
    expect(page.get_by_text("✗")).to_have_count(0)
    assert judged(own_sample, ReviewState.REJECTED) == 0

    press(page, "j", "Enter")
    page.wait_for_selector("article[aria-current=true]")
    press(page, "e")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("About").select_option("aid")
    dialog.get_by_label("Why").fill("read again")
    press(page, "Tab", "Enter")
    expect(page.get_by_text("corrected by a person: kind")).to_be_visible()
    assert judged(own_sample, ReviewState.CORRECTED) == 1
    press(page, "n")
    page.get_by_role("dialog").get_by_role("textbox").fill("seen by two of us")
    press(page, "Tab", "Enter")
    expect(page.get_by_text("seen by two of us")).to_be_visible()


def test_marked_claims_are_merged_and_split(visit: Visit, own_sample: Served) -> None:
    page = visit(own_sample).go("/claims?kind=control")
    press(page, "j", "m", "j", "m")
    expect(page.get_by_role("region", name="Marked claims")).to_contain_text("2 claims marked")
    press(page, "Shift+M")
    expect(page.get_by_role("region", name="Marked claims")).to_have_count(0)
    with open_ledger(str(own_sample.ledger), create=False) as ledger:
        assert sum(bool(held.together) for held in ledger.each_claim(Query())) == 2


def test_no_key_works_while_one_types_and_each_can_be_switched_off(visit: Visit, own_sample: Served) -> None:
    page = visit(own_sample).go("/claims")
    page.wait_for_selector("[data-row]")
    press(page, "j", "/")
    page.keyboard.type("arctic a r")
    assert judged(own_sample, ReviewState.ACCEPTED) == 0
    press(page, "Escape", "Escape", "?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.get_by_role("button", name=re.compile(r"Off ?: Accept")).click()
    press(page, "Escape")
    page.locator("[data-row] a").first.focus()
    press(page, "a")
    page.wait_for_timeout(500)
    assert judged(own_sample, ReviewState.ACCEPTED) == 0


def test_the_ledger_as_it_stood_is_an_address(visit: Visit, own_sample: Served) -> None:
    with open_ledger(str(own_sample.ledger), create=False) as ledger:
        before = ledger.seq()
    visitor = visit(own_sample)
    page = visitor.go("/claims")
    page.wait_for_selector("[data-row]")
    press(page, "j", "r")
    expect(page.get_by_text("✗").first).to_be_visible()
    page = visitor.go(f"/claims?at={before}")
    expect(page.get_by_text("as it stood after entry")).to_be_visible()
    expect(page.get_by_text("✗")).to_have_count(0)
    visitor.keep("ledger-as-it-stood")


def test_words_are_found_in_another_script(visit: Visit, sample: Served) -> None:
    visitor = visit(sample)
    page = visitor.go("/")
    press(page, "/")
    page.keyboard.type("Суджа")
    expect(page.get_by_role("option").first).to_be_visible()
    visitor.keep("search")
    press(page, "Enter")
    page.wait_for_selector("[data-row]")
    assert "q=" in page.url


def test_a_link_to_words_that_changed_says_so(visit: Visit, sample: Served) -> None:
    visitor = visit(sample)
    with open_ledger(str(sample.ledger), create=False) as ledger:
        held = ledger.claims(Query(limit=1)).items[0]
    span = held.claim.span
    page = visitor.go(f"/d/{held.document_id}#char={span.start},{span.end}&text=other%20words")
    expect(page.get_by_text("The text changed")).to_be_visible()

"""Place & time in a real browser: what is drawn, what a click and a key do, and what stands in the address afterwards."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.postgres_server import find_program
from tests.browser.conftest import Served, Visitor, find_faults

Visit = Callable[..., Visitor]
DRAWN = "[data-drawn]"
"""The map has drawn all that it was given."""
STILL = {"reduced_motion": "reduce"}
MAP_TIMEOUT_MS = 60_000


def open_map(visit: Visit, served: Served, path: str = "/map", **context: object) -> Page:
    page = visit(served, **{**STILL, **context}).go(path)
    page.wait_for_selector(DRAWN, timeout=MAP_TIMEOUT_MS)
    return page


def asked(page: Page) -> dict[str, list[str]]:
    """What stands in the address."""
    return parse_qs(urlsplit(page.url).query)


def test_the_map_is_drawn_and_asks_nobody(visit: Visit, sample: Served) -> None:
    """The visitor counts every request and every message of the content policy as wrong."""
    page = open_map(visit, sample)
    assert int(page.get_attribute(DRAWN, "data-drawn") or "0") > 0
    expect(page.get_by_role("heading", level=1)).to_have_text("Place & time")
    expect(page.get_by_text("No statement is made on their status")).to_be_visible()
    assert find_faults(page) == []


def test_to_move_the_map_and_to_search_there_stands_in_the_address(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample, "/map?m=48.3,37.2,6")
    page.get_by_role("button", name="Nearer").click()
    page.wait_for_url(re.compile(r"m=48\.3%2C37\.2%2C7"))
    page.get_by_role("button", name="Search in this part of the map").click()
    west, south, east, north = (float(each) for each in asked(page)["bbox"][0].split(","))
    assert west < 37.2 < east
    assert south < 48.3 < north
    assert east - west < 20, "the frame of zoom 7, and not the world"


def test_a_place_is_chosen_from_the_list_and_let_go_with_a_key(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample)
    first = page.get_by_label("The places named most").get_by_role("button").first
    name = (first.locator(".name").text_content() or "").strip()
    first.click()
    card = page.get_by_label("The place that is chosen")
    expect(card.get_by_role("heading", name=name)).to_be_visible()
    expect(card.locator("li").first).to_be_visible()
    assert asked(page)["place"][0].startswith("rp-")
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert "place" not in asked(page)


def test_a_click_on_a_dot_chooses_it(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample)
    page.get_by_label("The places named most").get_by_role("button").first.click()
    place = asked(page)["place"][0]
    point = page.evaluate(
        "async (id) => (await (await fetch('/api/places')).json()).points.find((each) => each.id === id)", place
    )
    page = open_map(visit, sample, f"/map?m={point['lat']},{point['lon']},11")
    box = page.locator("canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile("place="))
    assert asked(page)["place"] == [place]


def test_the_table_says_the_same_one_key_away(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample)
    shown = page.get_by_role("status").first.text_content() or ""
    page.keyboard.press("t")
    table = page.get_by_label("Places in the frame, a table")
    expect(table.get_by_role("row").nth(1)).to_be_visible()
    assert int(shown.split()[0].replace(",", "")) >= table.get_by_role("row").count() - 1
    expect(page.get_by_label("Claims by day, a table")).to_be_visible()
    assert find_faults(page) == []


def test_the_timeline_answers_to_the_keys(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample)
    slider = page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "all days")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("from=.*to="))
    before = asked(page)
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("(to) => !location.search.includes(`to=${to}`)", arg=before["to"][0])
    after = asked(page)
    assert after["from"] == before["from"]
    assert after["to"] > before["to"]
    slider.focus()
    page.keyboard.press("Escape")
    expect(slider).to_have_attribute("aria-valuetext", "all days")
    assert "from" not in asked(page)


def test_who_is_said_to_hold_a_place_is_a_mark_with_words(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample, "/map?layer=control")
    expect(page.get_by_text("not who holds it").first).to_be_visible()
    rows = page.get_by_label("Who was said to hold which place, a table").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("said to be held by")
    assert find_faults(page) == []


def test_the_point_of_view_can_be_changed_and_says_its_grounds(visit: Visit, sample: Served) -> None:
    page = open_map(visit, sample)
    page.get_by_role("button", name="How, and on what ground").click()
    dialog = page.get_by_role("dialog", name="Borders on this map")
    expect(dialog).to_contain_text("General Assembly resolution 68/262")
    assert find_faults(page) == []
    dialog.get_by_label("by its own view of who is in control").check()
    page.keyboard.press("Escape")
    expect(page.get_by_text("drawn as Natural Earth draws them, by its own view of who is in control")).to_be_visible()
    assert asked(page)["borders"] == ["ne"]


@pytest.mark.parametrize(("width", "scheme"), [(400, "light"), (640, "dark")])
def test_it_fits_a_narrow_window(visit: Visit, sample: Served, width: int, scheme: str) -> None:
    page = open_map(visit, sample, viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert find_faults(page) == []


def test_without_webgl_there_is_a_map_that_stays_still(browser: Browser, sample: Served) -> None:
    plain = browser.browser_type.launch(
        executable_path=find_program("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-3d-apis"]
    )
    page = plain.new_page()
    page.goto(sample.address)
    page.goto(f"{sample.site}/map")
    expect(page.get_by_text("This browser shows no WebGL")).to_be_visible(timeout=MAP_TIMEOUT_MS)
    expect(page.get_by_label("Places that claims name").locator(".mark").first).to_be_visible()
    assert find_faults(page) == []
    plain.close()

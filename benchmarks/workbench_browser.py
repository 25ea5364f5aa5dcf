"""How long somebody waits before the workbench's screens: the server and the drawing together, in a real browser.

    python -m benchmarks.workbench_browser --db large.db

`reportedly serve` is started on the ledger and given the time to count it. Told are medians of several rounds: of each
screen, from going there until its heading and its rows stand; on the Ledger, from the click on an answer of a facet until
both the rows and the counts of the new question are drawn. Goals: 1 s and 150 ms. The map is drawn by the processor alone,
as a machine without a graphics card does it.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from benchmarks.postgres_server import find_program
from benchmarks.workbench_server import BROWSER_OPTIONS, run_workbench

SCREENS = {
    "Desk": ("/", ".desk, .first"),
    "Ledger": ("/claims", "[data-row]"),
    "Events": ("/events", "main table tbody tr"),
    "Documents": ("/documents", "main a[href^='/d/']"),
    "Sources": ("/sources", "main a[href^='/s/']"),
    "Map & time": ("/map", "[data-drawn]"),
}
ROUNDS = 5
SETTLE_S = 2.0
COUNTED = "async () => (await (await fetch('/api/state')).json()).counting === false"
CHANGE = """async (nth) => {
    const rows = () => [...document.querySelectorAll('[data-row]')].map((row) => row.dataset.row).join();
    const counts = () => document.querySelector('h1 + p')?.textContent + document.querySelector('section[aria-label=Filters]')?.innerText;
    const links = [...document.querySelectorAll('section[aria-label=Filters] a[href*="/claims?"]')];
    const link = links[nth % links.length];
    const [oldRows, oldCounts, begun] = [rows(), counts(), performance.now()];
    link.click();
    for (let tries = 0; tries < 2000; tries++) {
        await new Promise(requestAnimationFrame);
        const isBusy = document.querySelector('[aria-busy=true]');
        if (!isBusy && counts() !== oldCounts && (rows() !== oldRows || tries > 30)) return [performance.now() - begun, link.textContent.trim()];
    }
    return [NaN, link.textContent.trim()];
}"""
PAN = """async () => {
    const canvas = document.querySelector('canvas.maplibregl-canvas, main canvas');
    if (!canvas) return NaN;
    canvas.focus();
    const frames = [];
    let last = performance.now();
    for (let nth = 0; nth < 40; nth++) {
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', keyCode: 39, bubbles: true }));
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
    }
    return frames.sort((a, b) => a - b)[20];
}"""


def open_screen(page: Page, address: str, shown: str) -> float:
    """Seconds from going to a screen until that is shown."""
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(shown, timeout=120_000)
    return time.perf_counter() - begun


def say(name: str, seconds: Sequence[float]) -> None:
    """A line of the table, the first time apart."""
    print(
        f"{name:>24}: first {1000 * seconds[0]:6.0f} ms, median {1000 * statistics.median(seconds[1:]):6.0f} ms",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", required=True)
    asked = parser.parse_args()
    with run_workbench(asked.db) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_program("chromium"), args=list(BROWSER_OPTIONS))
        page = browser.new_page(viewport={"width": 1400, "height": 860})
        page.goto(address)
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        while not page.evaluate(COUNTED):
            time.sleep(SETTLE_S)
        for name, (path, shown) in SCREENS.items():
            say(name, [open_screen(page, site + path, shown) for _ in range(1 + ROUNDS)])
            if name == "Map & time":
                print(f"{'a step on the map':>24}: median {page.evaluate(PAN):6.0f} ms a frame", flush=True)
        changes = []
        for nth in range(30):
            page.goto(site + "/claims")
            page.wait_for_selector("section[aria-label=Filters] a[href*='/claims?']")
            page.wait_for_selector("[data-row]")
            page.wait_for_load_state("networkidle")
            taken, _ = page.evaluate(CHANGE, nth)
            changes.append(taken)
        print(
            f"{'a change of a facet':>24}: median {statistics.median(changes):6.0f} ms, greatest {max(changes):6.0f} ms, of {len(changes)}"
        )
        browser.close()


if __name__ == "__main__":
    main()

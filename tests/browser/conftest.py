"""A real server on a ledger of its own, and a real browser before it that may ask nobody else for anything."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from benchmarks.postgres_server import find_program
from benchmarks.workbench_server import BROWSER_OPTIONS, run_workbench
from reportedly.ledger.copying import back_up
from reportedly.ledger.opening import open_ledger

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
FIRST_LINE = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")
PATIENCE_MS = 30_000
"""So long a busy machine may take for what it does at once otherwise."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that lies here needs the browser, and takes seconds by its nature."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.needs("chromium"))
            item.add_marker(pytest.mark.slow)


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    address: str
    """With its token."""
    ledger: Path

    @property
    def site(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


@contextmanager
def serve(ledger: Path, *more: str) -> Iterator[Served]:
    """`reportedly serve` on a ledger, as a user starts it, until it is interrupted as a user does."""
    with run_workbench(str(ledger), *more, who="tester") as first:
        assert FIRST_LINE.fullmatch(first), first
        yield Served(address=first, ledger=ledger)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=find_program("chromium"), args=list(BROWSER_OPTIONS))
        yield launched
        launched.close()


SAMPLE_READ = """async () => {
    await fetch("/api/imports/sample", { method: "POST", headers: { "content-type": "application/json" } });
    for (;;) {
        const { items } = await (await fetch("/api/imports")).json();
        const { comparing } = await (await fetch("/api/state")).json();
        if (items.length && items.every((job) => job.state === "done") && !comparing) return true;
        await new Promise((ready) => setTimeout(ready, 250));
    }
}"""


@pytest.fixture(scope="session")
def sample(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample case, read through the page as a user reads it. For tests that only look."""
    with serve(tmp_path_factory.mktemp("sample") / "sample.db") as served:
        page = browser.new_page()
        page.goto(served.address)
        assert page.evaluate(SAMPLE_READ)
        page.close()
        yield served


@pytest.fixture
def own_sample(sample: Served, tmp_path: Path) -> Iterator[Served]:
    """A copy of the sample case, for tests that judge."""
    ledger = tmp_path / "own.db"
    with open_ledger(str(sample.ledger), create=False) as there:
        back_up(there.database, str(ledger))
    with serve(ledger) as served:
        yield served


class Visitor:
    """A page that remembers what it should not have done."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.wrong: list[str] = []
        page.on("request", self._see_request)
        page.on("console", self._see_message)
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.set_default_timeout(PATIENCE_MS)

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.wrong.append(f"asked {request.url}")

    def _see_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console: {message.text}")

    def go(self, path: str) -> Page:
        """Open a screen, and wait until it has nothing more to ask."""
        self.page.goto(self.site + path)
        self.page.wait_for_selector("h1")
        self.page.wait_for_load_state("networkidle")
        return self.page

    def keep(self, name: str) -> None:
        """A screenshot for people to look at."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Let a browser visit a server, with the address that it printed; what it did wrong fails the test."""
    visitors: list[Visitor] = []

    def start(served: Served, **context: object) -> Visitor:
        page = browser.new_context(**{"viewport": {"width": 1400, "height": 860}, **context}).new_page()  # type: ignore[arg-type] # playwright's own options
        visitor = Visitor(page, served.site)
        page.goto(served.address)
        page.wait_for_selector("h1")
        visitors.append(visitor)
        return visitor

    yield start
    wrong = [each for visitor in visitors for each in visitor.wrong]
    for visitor in visitors:
        visitor.page.context.close()
    assert wrong == []


def find_faults(page: Page) -> list[str]:
    """What axe finds wrong with a page for those who cannot see, point or tell colours apart."""
    if not AXE.exists() and os.environ.get("CI") != "true":
        pytest.skip("not run: needs axe-core, which `npm ci` in web/ installs")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{each['id']}: {each['help']} – {node['html'][:200]} – {node.get('failureSummary', '')[:300]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]

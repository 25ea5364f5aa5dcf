"""The whole way of somebody who opens the workbench for the first time."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Served, Visitor, find_faults, serve

Visit = Callable[..., Visitor]
DISPATCH = ROOT / "examples" / "avdiivka-neutral.txt"


def drop(page: Page, *paths: Path) -> None:
    """Files dropped on the window, as from the desktop."""
    files = [{"name": path.name, "text": path.read_text(encoding="utf-8")} for path in paths]
    page.evaluate(
        """(files) => {
            const held = new DataTransfer();
            for (const { name, text } of files) held.items.add(new File([text], name, { type: "text/plain" }));
            for (const type of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(type, { dataTransfer: held, bubbles: true, cancelable: true }));
        }""",
        files,
    )


def download(page: Page, name: str, tmp_path: Path) -> Path:
    """What a link of this name gives."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=name).first.click()
    kept = tmp_path / coming.value.suggested_filename
    coming.value.save_as(kept)
    return kept


def test_from_a_dropped_file_to_a_report(visit: Visit, tmp_path: Path) -> None:
    with serve(tmp_path / "new.db") as served:
        visitor = visit(served)
        page = visitor.page
        expect(page.get_by_role("heading", name="No documents yet")).to_be_visible()
        assert find_faults(page) == []
        visitor.keep("desk-empty")

        drop(page, *(ROOT / "examples" / f"avdiivka-{side}.txt" for side in ("neutral", "russian", "ukrainian")))
        expect(page.get_by_role("link", name="3 documents")).to_be_visible(timeout=60_000)
        visitor.keep("desk-first-documents")

        page.get_by_role("link", name="Both armies confirm").first.click()
        card = page.get_by_role("article", name="Claim 1", exact=True)
        card.get_by_role("button", name="Accept").click()
        expect(card.get_by_text("✓ accepted")).to_be_visible()
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
        visitor.keep("reader-accepted")

        page.get_by_role("link", name="Events", exact=True).click()
        page.get_by_role("link", name="Capture of Avdiivka").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Avdiivka")
        expect(page.get_by_text("conceded").first).to_be_visible()
        visitor.keep("event")
        pack = download(page, "Evidence pack", tmp_path)
        assert {"README.txt", "event.json", "claims.csv"} <= {
            Path(name).name for name in zipfile.ZipFile(pack).namelist()
        }

        page.get_by_role("link", name="Two sides").last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Two sides")
        expect(page.get_by_text("Silence is no denial")).to_be_visible()
        visitor.keep("two-sides")

        export_and_report(visitor, tmp_path)


def export_and_report(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.go("/claims?kind=control")
    shown = int((page.locator("h1 + .meta").inner_text()).split()[0])
    page.get_by_role("button", name="Export").click()
    with (download(page, "CSV", tmp_path)).open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == shown
    assert {row["kind"] for row in rows} == {"control"}
    assert all(row["permalink"].startswith(visitor.site) for row in rows)

    page = visitor.go("/events?min_documents=2")
    page.get_by_role("button", name="Export").click()
    report = download(page, "Report of these events", tmp_path)
    page = page.context.new_page()
    page.goto(report.as_uri())
    page.wait_for_selector("section.event")
    expect(page.get_by_role("heading", name="Capture of Avdiivka").first).to_be_visible()
    page.locator(f"section.event a[href^='{visitor.site}/e/']").first.click()
    page.wait_for_url(f"{visitor.site}/e/*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_broken_file_says_why_and_the_next_goes_on(visit: Visit, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": \n', encoding="utf-8")
    with serve(tmp_path / "new.db") as served:
        visitor = visit(served)
        page = visitor.page
        drop(page, broken, DISPATCH)
        expect(page.get_by_role("link", name="1 document", exact=True)).to_be_visible(timeout=60_000)
        expect(page.get_by_text("broken.jsonl").first).to_be_visible()
        visitor.keep("desk-broken-file")


def test_the_sample_case_opens_with_a_click(visit: Visit, tmp_path: Path) -> None:
    with serve(tmp_path / "new.db") as served:
        page = visit(served).page
        page.get_by_role("button", name="Open the sample case").click()
        expect(page.get_by_role("link", name="14 documents").first).to_be_visible(timeout=90_000)
        expect(page.get_by_role("button", name="Open the sample case")).to_have_count(0)


def test_what_another_judges_shows_within_seconds(visit: Visit, own_sample: Served) -> None:
    """Two servers on one ledger, as two people at two desks have them."""
    with serve(own_sample.ledger) as other:
        one, two = visit(own_sample), visit(other)
        page = one.go("/documents")
        page.get_by_role("link", name="Kakhovka").first.click()
        page.wait_for_selector("article")
        here = page.url.removeprefix(one.site)
        watching = two.go(here)
        page.get_by_role("article", name="Claim 2", exact=True).get_by_role("button", name="Reject").click()
        seen = watching.get_by_role("article", name="Claim 2", exact=True)
        expect(seen.get_by_text("✗ rejected")).to_be_visible(timeout=8_000)
        page.get_by_role("button", name="Undo").click()
        expect(seen.get_by_text("✗ rejected")).to_have_count(0, timeout=8_000)

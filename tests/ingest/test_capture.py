"""An address becomes documents, each beside what was captured of it."""

import hashlib

import pytest

from reportedly.ingest.capture import fetch_documents
from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import hold_bytes
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.ingest.sites import Site
from tests.ingest.warcs import WHEN, page, write_warc

BRIDGE = page("The mayor said on Tuesday that the bridge over the river had been closed to lorries.")
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example Herald</title>
<item><title>Bridge</title><link>https://herald.example/1</link><description>The bridge was closed, the mayor said.</description></item>
<item><title>Road</title><link>https://herald.example/2</link><description>The road was cleared, the ministry said.</description></item>
</channel></rss>"""


def taken(url: str, **options: object) -> list[tuple[Document, Capture]]:
    pairs = list(fetch_documents(url, allow_private=True, **options))  # type: ignore[arg-type]  # tests name real ones
    found = [(document, capture) for document, capture in pairs if isinstance(document, Document) and capture]
    assert len(found) == len(pairs), pairs
    return found


def test_a_page_is_a_document_where_it_was_found_in_the_end(site: Site) -> None:
    site.add("/b", BRIDGE, content_type="text/html; charset=utf-8")
    ((document, capture),) = taken(site.add("/a", status="301 Moved", location="/b"), given=Given(outlet="Herald"))
    assert "the bridge over the river" in document.text
    assert (document.url, document.locator, document.outlet) == (site.url("/b"), site.url("/b"), "Herald")
    assert (capture.url, capture.final_url) == (site.url("/a"), site.url("/b"))
    assert document.raw_sha256 == capture.sha256 == hashlib.sha256(BRIDGE).hexdigest()
    assert document.captured_at == capture.captured_at


def test_what_was_captured_reads_as_the_same_document(site: Site) -> None:
    ((document, capture),) = taken(site.add("/a", BRIDGE, content_type="text/html"))
    (again,) = load_input(hold_bytes(capture.warc, source="kept.warc.gz"))
    assert isinstance(again, Document)
    assert (again.id, again.captured_at, again.raw_sha256) == (document.id, document.captured_at, document.raw_sha256)


@pytest.mark.parametrize("content_type", ["application/rss+xml", "text/html", "application/octet-stream"])
def test_the_entries_of_a_feed_keep_their_own_addresses_and_share_one_capture(site: Site, content_type: str) -> None:
    (first, one), (second, two) = taken(site.add("/feed", FEED, content_type=content_type))
    assert (first.url, second.url) == ("https://herald.example/1", "https://herald.example/2")
    assert one is two
    assert first.raw_sha256 == one.sha256
    assert first.captured_at == one.captured_at


def test_an_archive_keeps_its_own_instants(site: Site) -> None:
    warc = write_warc(("https://herald.example/bridge", BRIDGE))
    ((document, capture),) = taken(site.add("/a.warc.gz", warc, content_type="application/warc"))
    assert document.captured_at
    assert document.captured_at.isoformat() == WHEN.replace("Z", "+00:00")
    assert document.url == "https://herald.example/bridge"
    assert capture.sha256 == hashlib.sha256(warc).hexdigest()


def test_an_encoding_that_only_the_server_names_is_believed(site: Site) -> None:
    words = "Міністр сказав у вівторок, що міст через річку закрили для вантажівок.\n"
    ((document, _),) = taken(site.add("/a", words.encode("koi8-u"), content_type="text/plain; charset=KOI8-U"))
    assert document.text == words


def test_what_cannot_be_fetched_is_one_trouble_without_a_capture(site: Site) -> None:
    assert list(fetch_documents(site.url("/none"), allow_private=True)) == [
        (
            Trouble(
                source=site.url("/none"),
                message="is not there; check the address, or look for an archived copy (HTTP 404)",
            ),
            None,
        )
    ]


def test_what_holds_no_text_is_a_trouble_beside_its_capture(site: Site) -> None:
    ((outcome, capture),) = fetch_documents(
        site.add("/a.pdf", b"%PDF-1.7", content_type="application/pdf"), allow_private=True
    )
    assert isinstance(outcome, Trouble)
    assert "PDF" in outcome.message
    assert capture

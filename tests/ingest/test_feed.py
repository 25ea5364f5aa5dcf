"""A feed gives its entries, fetches nothing, and obeys nothing that stands in it."""

import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.feed import MAX_FEED_BYTES, list_entries
from tests.ingest.conftest import Load

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example &amp; Herald</title><language>en-GB</language>
<item><title>Mines near &lt;i&gt;the village&lt;/i&gt;</title><link>https://herald.example/1</link>
<guid isPermaLink="false">entry-1</guid><pubDate>Thu, 04 Dec 2025 00:30:00 +0200</pubDate><dc:creator>Ada Writer</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Ferries have <b>stopped</b>, the channel said.</p><script>alert(1)</script>
<figure><img src="https://herald.example/x.png" onerror="alert(2)"><figcaption>A street</figcaption></figure>
<p>The ministry<br>denied it.</p>]]></content:encoded></item>
<item><link>https://herald.example/2</link><description>Shells fell &amp;amp; fires burned.</description></item>
<item><title>The town is quiet</title></item>
<item><pubDate>Thu, 04 Dec 2025 00:30:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Приклад</title>
<entry><id>tag:1</id><title type="html">A &amp;amp; B</title><link href="https://a.example/1"/>
<updated>2025-12-03T21:30:00Z</updated><author><name>Ada</name></author>
<content type="text">Plain &lt;text&gt; it is.</content></entry>
<entry><id>tag:2</id><title>C</title><published>2025-12-01T08:00:00Z</published><updated>2025-12-03T21:30:00Z</updated>
<source><title>Far Herald</title></source><summary type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</summary></entry></feed>"""


def test_an_entry_of_rss_is_a_document(load: Load) -> None:
    documents, troubles = load(RSS, "feed.xml")
    first = documents[0]
    assert not troubles and len(documents) == 3
    assert first.text == "Ferries have stopped, the channel said.\n\nThe ministry\ndenied it.\n"
    assert (first.title, first.outlet, first.author) == ("Mines near the village", "Example & Herald", "Ada Writer")
    assert (first.url, first.locator) == ("https://herald.example/1", "entry-1")
    assert first.published_at == datetime(2025, 12, 3, 22, 30, tzinfo=UTC)
    assert first.published == date(2025, 12, 4), "the offset says which day it was at home"
    assert first.captions == ("A street",)


def test_without_the_full_text_the_summary_is_taken_and_else_the_title(load: Load) -> None:
    documents, _ = load(RSS, "feed.rss")
    assert [each.text for each in documents[1:]] == ["Shells fell & fires burned.\n", "The town is quiet\n"]
    assert documents[1].locator == "https://herald.example/2"


def test_an_entry_of_atom_is_a_document_and_may_come_from_elsewhere(load: Load) -> None:
    (first, second), _ = load(ATOM, "-")
    assert (first.text, first.title, first.outlet) == ("Plain <text> it is.\n", "A & B", "Приклад")
    assert first.published_at == datetime(2025, 12, 3, 21, 30, tzinfo=UTC), "Atom must say only when it was updated"
    assert (second.text, second.outlet) == ("One.\n\nTwo.\n", "Far Herald")
    assert second.published_at == datetime(2025, 12, 1, 8, tzinfo=UTC)


def test_a_feed_lists_what_it_announces() -> None:
    entries = list_entries(RSS.encode())
    assert [each.link for each in entries] == ["https://herald.example/1", "https://herald.example/2", None, None]
    assert entries[0].title == "Mines near the village"
    assert entries[0].published_at == datetime(2025, 12, 3, 22, 30, tzinfo=UTC)
    assert list_entries(b"no feed") == ()


def test_what_is_no_feed_is_one_line(load: Load) -> None:
    for data in ("<note><to>you</to></note>", "", "Hello", "<rss"):
        documents, (trouble,) = load(data, "x.xml")
        assert not documents and trouble
    assert list_entries(b"<rss>" + b" " * MAX_FEED_BYTES) == ()


def test_an_entity_bomb_does_not_go_off(load: Load) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{entities}]><rss version="2.0"><channel><title>x</title>'
    bomb += "<item><title>&e12;</title><description>The town is quiet. &e12;</description></item></channel></rss>"
    documents, troubles = load(bomb, "x.xml")
    assert len(str(documents)) + len(str(troubles)) < 5_000


def test_no_file_and_no_address_is_opened(load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *address: asked.append(address))
    outside = (
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://herald.example/x.dtd" [<!ENTITY f SYSTEM "{secret.as_uri()}">'
        '<!ENTITY % p SYSTEM "http://herald.example/y">%p;]><rss version="2.0"><channel><title>x</title>'
        "<item><title>&f;</title><description>Quiet &f;</description></item></channel></rss>"
    )
    documents, troubles = load(outside, "x.xml")
    assert "SECRET" not in str(documents) + str(troubles)
    for name in (str(secret), "http://herald.example/feed", secret.as_uri()):
        assert list_entries(name.encode()) == ()
    assert asked == []


@given(st.binary(max_size=200) | st.text("<>/![]&;rstiemchanl \"'=", max_size=120).map(str.encode))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    list_entries(data)
    list_entries(b"<rss version='2.0'><channel><item><title>" + data)

"""Sources are looked at as often as they say, and only what is new in them comes in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.flow.adding import Addition
from reportedly.flow.watching import Clock, watch
from reportedly.ingest.loading import Given
from reportedly.ingest.watching import WatchedSource, read_sources
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.held import Outcome
from reportedly.model.trouble import Trouble
from tests.ingest.sites import Site

ARTICLE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Russian forces shelled the town of {place} on Tuesday, the regional governor said on Telegram.</p>
<p>Two people were killed and five were wounded, according to the mayor of the town. The dam was not damaged.</p>
</article></body></html>"""


@dataclass
class Hands:
    """A clock that a test moves; whoever sleeps moves it too."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    slept_s: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept_s.append(seconds)
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def publish(site: Site, *places: str) -> str:
    """A feed with an article about each place; its address."""
    items = []
    for place in places:
        page = ARTICLE.format(title=f"Shelling of {place}", place=place).encode()
        link = site.add(f"/{place}", page, content_type="text/html", etag=f'"{place}"')
        items.append(f"<item><title>Shelling of {place}</title><link>{link}</link><guid>{link}</guid></item>")
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>{"".join(items)}</channel></rss>'
    return site.add("/feed.xml", feed.encode(), content_type="application/rss+xml")


def look(ledger: Ledger, source: WatchedSource, hands: Hands) -> list[Addition | Trouble]:
    return list(watch(ledger, [source], once=True, allow_private=True, clock=hands.clock()))


def watched(url: str) -> WatchedSource:
    return WatchedSource(place=url, on_net=True, given=Given(outlet="Example Herald"))


def test_the_articles_of_a_feed_come_in_once(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(publish(site, "Lyman", "Siversk"))
    first = look(ledger, source, hands)
    assert [each.added.outcome for each in first if isinstance(each, Addition)] == [Outcome.NEW] * 2
    assert all(isinstance(each, Addition) and each.reading and each.reading.claims for each in first)
    assert look(ledger, source, hands) == [], "nothing is due"
    hands.now += timedelta(minutes=31)
    publish(site, "Lyman", "Siversk", "Izium")
    asked = len(site.asked)
    (third,) = look(ledger, source, hands)
    assert isinstance(third, Addition) and third.document.title == "Shelling of Izium"
    assert [path for path, _ in site.asked[asked:] if path != "/robots.txt"] == ["/feed.xml", "/Izium"]


def test_what_was_fetched_is_kept_as_it_came(ledger: Ledger, site: Site, hands: Hands) -> None:
    look(ledger, watched(publish(site, "Lyman")), hands)
    (held,) = ledger.documents(Query()).items
    assert held.capture is not None
    capture = ledger.capture(held.capture)
    assert capture.sha256 == held.document.raw_sha256 and capture.warc.startswith(b"\x1f\x8b")
    assert held.document.url == site.url("/Lyman")


def test_an_article_that_was_edited_is_a_new_version_a_day_later(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(publish(site, "Lyman"))
    (first,) = look(ledger, source, hands)
    hands.now += timedelta(days=1, minutes=1)
    edited = ARTICLE.format(title="Shelling of Lyman", place="Lyman").replace("Two people", "Three people")
    site.add("/Lyman", edited.encode(), content_type="text/html")
    (second,) = look(ledger, source, hands)
    assert isinstance(first, Addition) and isinstance(second, Addition)
    assert (second.added.outcome, second.added.replaces) == (Outcome.VERSION, first.added.id)


def test_what_did_not_change_is_asked_for_conditionally(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(publish(site, "Lyman"))
    look(ledger, source, hands)
    hands.now += timedelta(days=1, minutes=1)
    site.add("/Lyman", status="304 Not Modified")
    assert look(ledger, source, hands) == []
    assert [headers.get("If-None-Match") for path, headers in site.asked if path == "/Lyman"] == [None, '"Lyman"']


def test_robots_txt_is_obeyed(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(publish(site, "Lyman", "Siversk"))
    site.add("/robots.txt", b"User-agent: *\nDisallow: /Siversk\nCrawl-delay: 7\n", content_type="text/plain")
    outcomes = look(ledger, source, hands)
    (refused,) = [each for each in outcomes if isinstance(each, Trouble)]
    assert "robots.txt" in refused.message and refused.source.endswith("/Siversk")
    assert "/Siversk" not in [path for path, _ in site.asked]
    assert 7.0 in hands.slept_s


def test_a_feed_that_leads_into_the_house_is_refused(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(publish(site, "Lyman"))
    site.add("/feed.xml", status="302 Found", location="file:///etc/passwd")
    (trouble,) = watch(ledger, [source], once=True, allow_private=True, clock=hands.clock())
    assert isinstance(trouble, Trouble) and "\n" not in trouble.message
    (trouble,) = watch(ledger, [watched(site.url("/other.xml"))], once=True, clock=hands.clock())
    assert isinstance(trouble, Trouble) and "--allow-private" in trouble.message


def test_a_source_that_fails_waits_for_its_turn_like_any_other(ledger: Ledger, site: Site, hands: Hands) -> None:
    source = watched(site.url("/none.xml"))
    (trouble,) = look(ledger, source, hands)
    assert isinstance(trouble, Trouble)
    assert look(ledger, source, hands) == []


def test_a_folder_is_watched_too(ledger: Ledger, tmp_path: Path, hands: Hands) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    listed = tmp_path / "sources.toml"
    listed.write_text('[[source]]\npath = "in"\noutlet = "Example Herald"\nevery_minutes = 1\n', encoding="utf-8")
    (source,) = read_sources(listed)
    (folder / "a.txt").write_text("The mayor said that the bridge at Lyman was destroyed.\n", encoding="utf-8")
    (first,) = look(ledger, source, hands)
    hands.now += timedelta(minutes=2)
    (second,) = look(ledger, source, hands)
    assert isinstance(first, Addition) and first.document.outlet == "Example Herald"
    assert isinstance(second, Addition) and second.added.outcome is Outcome.KNOWN


def test_watching_goes_on_until_it_is_interrupted(ledger: Ledger, site: Site) -> None:
    class Tired(Hands):
        def sleep(self, seconds: float) -> None:
            super().sleep(seconds)
            if sum(self.slept_s) > 3 * 1800:
                raise KeyboardInterrupt

    hands = Tired()
    publish(site, "Lyman")
    with pytest.raises(KeyboardInterrupt):
        list(watch(ledger, [watched(site.url("/feed.xml"))], allow_private=True, clock=hands.clock()))
    assert [path for path, _ in site.asked].count("/feed.xml") == 3

"""What a site asks programs to leave alone is left alone."""

import time

import pytest

from reportedly.ingest.fetch import fetch
from reportedly.ingest.robots import Robots, match_path, read_wishes
from reportedly.model.trouble import Trouble
from tests.ingest.sites import Site


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a", "/ab", True),
        ("/a", "/b", False),
        ("/a$", "/ab", False),
        ("/a$", "/a", True),
        ("/*.php$", "/x/y.php", True),
        ("/*.php$", "/x/y.php?z", False),
        ("/*.php", "/x/y.php?z", True),
        ("/a*b*c", "/a-c-b", False),
        ("/a*b*c", "/a-b-c-d", True),
        ("*/x", "/y/x", True),
        ("/a*$", "/a/b", True),
        ("/ab*b$", "/ab", False),
        ("/*", "/", True),
    ],
)
def test_stars_stand_for_anything_and_a_dollar_for_the_end(pattern: str, path: str, fits: bool) -> None:
    assert match_path(pattern, path) is fits


def test_many_stars_do_not_take_for_ever() -> None:
    began = time.monotonic()
    assert not match_path("/" + "*a" * 2_000 + "b$", "/" + "a" * 4_000)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /ab\nAllow: /a*", "/abc", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Reportedly/1.0\nDisallow: /b", "/a", True),
        ("User-agent: reportedlybot\nDisallow: /", "/a", True),
        ("User-agent: a\nUser-agent: reportedly\nDisallow: /", "/a", False),
        ("User-agent: reportedly\nDisallow: /a\nUser-agent: b\nDisallow: /b\nUser-agent: reportedly\nDisallow: /c", "/c", False),
        ("\ufeffuser-agent : * # all\ndisallow : /a # this", "/a", False),
        ("User-agent: *\nDisallow: /ü", "/%c3%BC", False),
        ("User-agent: *\nDisallow: /%61", "/a", False),
        ("User-agent: *\nDisallow: /?s=", "/?s=x", False),
        ("Disallow: /", "/a", True),
        ("<html>Disallow: /</html>", "/a", True),
    ],
)  # fmt: skip
def test_the_longest_rule_of_our_own_group_decides(text: str, path: str, allowed: bool) -> None:
    assert read_wishes(text).allow(path) is allowed


def test_a_site_says_how_long_to_wait() -> None:
    assert read_wishes("User-agent: *\nCrawl-delay: 2.5").delay_s == 2.5
    assert read_wishes("User-agent: *\nCrawl-delay: soon").delay_s == 0
    assert read_wishes("User-agent: *\nCrawl-delay: 999999").delay_s == 3_600


def test_a_site_is_asked_once(site: Site) -> None:
    site.add("/robots.txt", b"User-agent: reportedly\nDisallow: /private\nCrawl-delay: 3\n")
    robots = Robots(private_hosts=["127.0.0.1"])
    assert robots.refuse(site.url("/news?a=b")) is None
    refusal = robots.refuse(site.url("/private/a"))
    assert refusal
    assert "keeps programs out" in refusal
    assert robots.delay_s(site.url()) == 3
    assert [path for path, _ in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "allowed"),
    [("404 Not Found", True), ("403 Forbidden", True), ("429 Slow down", False), ("500 Oops", False)],
)
def test_a_missing_file_asks_nothing_and_a_site_in_trouble_is_left_alone(
    site: Site, status: str, allowed: bool
) -> None:
    site.add("/robots.txt", status=status)
    assert (Robots(private_hosts=["127.0.0.1"]).refuse(site.url("/a")) is None) is allowed


def test_a_redirect_does_not_lead_where_programs_are_kept_out(site: Site) -> None:
    site.add("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    url = site.add("/a", status="302 Found", location="/private/a")
    robots = Robots(private_hosts=["127.0.0.1"])
    outcome = fetch(url, allow_private=True, may_ask=robots.refuse)
    assert isinstance(outcome, Trouble)
    assert outcome.message.startswith(f"redirects to {site.url('/private/a')}, which is not asked")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_no_other_machine_in_the_house_is_asked_even_for_its_wishes(site: Site) -> None:
    site.add("/robots.txt")
    url = site.add("/a", status="302 Found", location=site.url("/b", host="localhost"))
    outcome = fetch(url, allow_private=True, may_ask=Robots(private_hosts=["127.0.0.1"]).refuse)
    assert isinstance(outcome, Trouble)
    assert "own network" in outcome.message
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_a_site_that_cannot_be_asked_is_refused(site: Site) -> None:
    refusal = Robots().refuse(site.url("/a"))
    assert refusal
    assert "own network" in refusal
    assert Robots().refuse("file:///etc/passwd")

"""Servers that drip, pour, lie or babble are left in time, with one clear line."""

import gzip
import io
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ingest.answers import Fetched
from reportedly.ingest.fetch import fetch
from reportedly.model.trouble import Trouble
from tests.ingest.sites import Site, answer, open_site, refused

BODY = b"The mayor said on Tuesday that the bridge was closed.\n"


def drip(file: io.BufferedIOBase) -> None:
    file.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(100):
        file.write(b"x")
        time.sleep(0.05)


def drip_headers(file: io.BufferedIOBase) -> None:
    file.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        file.write(b"X-%d: y\r\n" % number)
        time.sleep(0.05)


def stay_silent(file: io.BufferedIOBase) -> None:
    time.sleep(3)


@pytest.mark.parametrize("page", [drip, drip_headers, stay_silent])
def test_a_server_that_drips_or_is_silent_is_left_in_time(site: Site, page: object) -> None:
    assert callable(page)
    site.pages["/"] = page
    began = time.monotonic()
    message = refused(site.url(), timeout_s=0.5)
    assert "too long" in message or "says nothing" in message
    assert time.monotonic() - began < 2


def pour(file: io.BufferedIOBase) -> None:
    file.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        file.write(b"x" * 65_536)


def pour_pieces(file: io.BufferedIOBase) -> None:
    file.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        file.write(b"1" * 65_536)


def test_a_body_without_end_is_refused(site: Site) -> None:
    site.pages["/"] = pour
    assert "at most 1 MB are read" in refused(site.url(), max_bytes=1_000_000)


def test_a_piece_whose_length_has_no_end_is_refused(site: Site) -> None:
    site.pages["/"] = pour_pieces
    assert "breaks off" in refused(site.url(), max_bytes=1_000_000)


def test_a_body_that_announces_too_much_is_not_read(site: Site) -> None:
    assert "has 900 MB" in refused(site.add("/", b"", content_length="900000000"))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
def test_a_bomb_is_not_unpacked(site: Site, coding: str) -> None:
    packed = gzip.compress(b"\0" * 20_000_000) if "gzip" in coding else zlib.compress(b"\0" * 20_000_000)
    packed = gzip.compress(packed) if "," in coding else packed
    assert "unpacks to over 1 MB" in refused(site.add("/", packed, content_encoding=coding), max_bytes=1_000_000)


def test_a_packing_that_is_damaged_cut_or_unknown(site: Site) -> None:
    packed = gzip.compress(BODY * 99)
    assert "end is missing" in refused(site.add("/", packed[:-9], content_encoding="gzip"))
    assert "damaged" in refused(site.add("/", packed[:30] + b"???" + packed[33:], content_encoding="gzip"))
    assert "cannot be unpacked" in refused(site.add("/", packed, content_encoding="br"))


def test_a_body_shorter_than_announced_is_refused(site: Site) -> None:
    assert "breaks off" in refused(site.add("/", BODY, content_length="9999"))


def test_what_speaks_no_http_is_refused(site: Site) -> None:
    site.pages["/"] = b"220 mail.example.org ESMTP\r\n"
    assert "does not answer as a web server does" in refused(site.url()) or "breaks off" in refused(site.url())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"HTTP/1.1 ", b"HTTP/1.1 200 OK\r\n", answer(b"x")[:-1]]))
def test_whatever_a_server_says_is_a_page_or_one_line(said: bytes, begins: bytes) -> None:
    with open_site() as site:
        site.pages["/"] = begins + said
        outcome = fetch(site.url(), allow_private=True, timeout_s=2)
    assert isinstance(outcome, Fetched) or (isinstance(outcome, Trouble) and "\n" not in outcome.message)

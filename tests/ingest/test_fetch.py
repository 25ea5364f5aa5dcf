"""What is asked of the net comes back within bounds, or as one clear line."""

import gzip
import io
import shutil
import ssl
import subprocess
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from reportedly.ingest.answers import NotModified
from reportedly.ingest.fetch import fetch
from reportedly.model.capture import Validators
from tests.ingest.sites import Site, answer, fetched, open_site, refused

BODY = b"The mayor said on Tuesday that the bridge was closed.\n"


def test_a_page_comes_with_what_is_known_about_it(site: Site) -> None:
    url = site.add("/a?b=1", BODY, content_type="text/plain", etag='"x"', last_modified="Tue, 02 Dec 2025 00:00:00 GMT")
    page = fetched(url)
    assert (page.body, page.status, page.content_type, page.final_url) == (BODY, 200, "text/plain", url)
    assert page.validators == Validators(etag='"x"', last_modified="Tue, 02 Dec 2025 00:00:00 GMT")
    assert page.captured_at.tzinfo is not None


def test_the_request_says_who_asks_and_nothing_of_the_user(site: Site) -> None:
    fetched(site.add("/", BODY, set_cookie="a=b"))
    fetched(site.url())
    for _, headers in site.asked:
        assert headers["User-Agent"].startswith("reportedly/")
        assert {name.lower() for name in headers} == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_no_proxy_is_used_whatever_the_environment_says(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetched(site.add("/", BODY)).body == BODY


def test_the_answer_is_kept_as_warc_with_the_redirects_that_led_to_it(site: Site) -> None:
    packed = gzip.compress(BODY)
    site.add("/b", packed, content_encoding="gzip", content_type="text/plain")
    page = fetched(site.add("/a", status="302 Found", location="/b"))
    records = list(kept(page.warc))
    assert [(kind, uri.rpartition("/")[2]) for kind, uri, _, _ in records] == [
        ("response", "a"),
        ("request", "a"),
        ("response", "b"),
        ("request", "b"),
    ]
    _, _, headers, body = records[2]
    assert body == packed
    assert headers["WARC-Payload-Digest"] == f"sha256:{page.sha256}"
    assert headers["WARC-IP-Address"] == "127.0.0.1"
    assert page.body == BODY


def kept(warc: bytes) -> Iterator[tuple[str, str, dict[str, str], bytes]]:
    for record in ArchiveIterator(io.BytesIO(warc), check_digests="raise"):
        headers = dict(record.rec_headers.headers)
        yield record.rec_type, headers["WARC-Target-URI"], headers, record.raw_stream.read()


def test_pieces_are_put_together(site: Site) -> None:
    site.pages["/"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n4\r\n you\r\n0\r\n\r\n"
    page = fetched(site.url())
    assert page.body == b"hello you"
    assert [body for kind, *_, body in kept(page.warc) if kind == "response"] == [page.body]


@pytest.mark.parametrize("pack", [zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_deflate_is_unpacked_with_its_frame_and_without(site: Site, pack: object) -> None:
    assert callable(pack)
    assert fetched(site.add("/", pack(BODY), content_encoding="deflate")).body == BODY


def test_what_was_not_packed_in_spite_of_its_header_is_taken_as_it_is(site: Site) -> None:
    assert fetched(site.add("/", BODY, content_encoding="gzip")).body == BODY


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/", "only http and https"),
        ("example.org", "only http and https"),
        ("http://user:word@example.org/", "name or password"),
        ("http://exa mple.org/", "a space"),
        ("http://example.org/\r\nX: y", "control character"),
        ("http://example.org\\@127.0.0.1/", "backslash"),
        ("http://", "names no host"),
        ("http://example.org:99999/", "no address that can be understood"),
        ("http://[::1", "no address that can be understood"),
        ("http://" + "a" * 5000, "over 4000 characters"),
    ],
)
def test_an_address_that_may_not_be_asked(url: str, words: str) -> None:
    assert words in refused(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "10.0.0.1", "[::ffff:10.0.0.1]", "100.64.0.1"]
)
def test_this_machine_and_its_network_are_not_asked_unless_that_is_allowed(host: str) -> None:
    assert "own network" in refused(f"http://{host}/", allow_private=False)


@pytest.mark.parametrize("host", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[64:ff9b:1::a00:1]"])
def test_what_is_nobodys_address_is_never_asked(host: str) -> None:
    assert "never asked" in refused(f"http://{host}/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        return ("93.184.215.14", "10.0.0.1")

    assert "own network" in refused("http://example.org/", allow_private=False, resolve=resolve)


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Site) -> None:
    """A name that changes its address between check and question would lead anywhere, so it is looked up once."""
    looked_up = []

    def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return ("127.0.0.1",) if len(looked_up) == 1 else ("169.254.169.254",)

    site.add("/", BODY)
    page = fetched(site.url(host="herald.example"), resolve=resolve)
    assert (page.body, looked_up) == (BODY, ["herald.example"])
    assert site.asked[0][1]["Host"] == f"herald.example:{site.port}"


@pytest.mark.parametrize(
    ("onward", "words"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("http://localhost/", "own network"),
        ("http://10.0.0.1/", "own network"),
        ("http://[::1]/", "own network"),
        ("//192.168.1.1/", "own network"),
        ("http://169.254.169.254/latest/meta-data/", "never asked"),
        ("http://a:b@example.org/", "name or password"),
    ],
)
def test_a_redirect_leads_to_no_other_machine_in_the_house(site: Site, onward: str, words: str) -> None:
    message = refused(site.add("/", status="302 Found", location=onward))
    assert message.startswith("redirects to ")
    assert words in message


def test_a_redirect_may_stay_on_the_host_that_was_allowed(site: Site) -> None:
    site.add("/%C3%BC", BODY)
    site.pages["/"] = "HTTP/1.1 301 Moved\r\nLocation: /ü#top\r\nContent-Length: 0\r\n\r\n".encode()
    assert fetched(site.url()).final_url == site.url("/%C3%BC")


def test_redirects_come_to_an_end(site: Site) -> None:
    assert "redirects over 5 times" in refused(site.add("/", status="302 Found", location="/"))
    assert len(site.asked) == 6


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.pages["/"] = answer(status="304 Not Modified")
    held = Validators(etag='"x"', last_modified="Tue, 02 Dec 2025 00:00:00 GMT")
    outcome = fetch(site.url(), allow_private=True, conditional=held)
    assert isinstance(outcome, NotModified)
    assert outcome.validators == held
    assert site.asked[0][1]["If-None-Match"] == '"x"'
    assert site.asked[0][1]["If-Modified-Since"] == "Tue, 02 Dec 2025 00:00:00 GMT"


def test_a_validator_cannot_smuggle_another_header_in(site: Site) -> None:
    site.add("/", BODY)
    assert fetched(site.url(), conditional=Validators(etag='"x"\r\nCookie: a')).body == BODY
    assert "If-None-Match" not in site.asked[0][1]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "is not there"),
        ("403 Forbidden", "refused to programs"),
        ("503 Busy", "the server is in trouble"),
        ("418 Teapot", "cannot be had"),
    ],
)
def test_an_answer_without_the_page_says_what_to_do(site: Site, status: str, words: str) -> None:
    message = refused(site.add("/", status=status))
    assert words in message
    assert f"(HTTP {status[:3]}" in message


def test_a_server_that_is_asked_too_often_says_how_long_to_wait(site: Site) -> None:
    assert "after 120 seconds" in refused(site.add("/", status="429 Slow down", retry_after="120"))


def test_nobody_listens() -> None:
    with open_site() as site:
        url = site.url()
    assert "takes no connection" in refused(url)


@pytest.mark.needs("openssl")
def test_a_certificate_is_checked_for_the_name_and_not_for_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = make_certificate(tmp_path, "herald.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, tmp_path / "key.pem")
    with open_site(context) as site:
        site.add("/", BODY)
        url, other = site.url(host="herald.example"), site.url(host="tribune.example")

        def resolve(host: str, port: int) -> Sequence[str]:
            return ("127.0.0.1",)

        assert "certificate that is not valid" in refused(url, resolve=resolve)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetched(url, resolve=resolve).body == BODY
        assert "certificate that is not valid" in refused(other, resolve=resolve)
        site.add("/down", status="302 Found", location=f"http://herald.example:{site.port}/")
        assert "from https to http" in refused(site.url("/down", host="herald.example"), resolve=resolve)


def make_certificate(folder: Path, name: str) -> Path:
    command = "req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem"
    program = shutil.which("openssl")
    assert program
    subprocess.run(
        [program, *command.split(), "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder / "cert.pem"

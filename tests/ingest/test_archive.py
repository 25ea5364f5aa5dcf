"""A WARC file is its pages; what is damaged in it says so, and the rest is read."""

import gzip
import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.ingest import warc_records
from reportedly.ingest.loading import load_input, load_source
from reportedly.ingest.opening import hold_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.ingest.warcs import page, write_warc

BRIDGE = page("The mayor said on Tuesday that the bridge over the river had been closed to lorries.")
ROAD = page("The ministry said on Wednesday that the road to the village had been cleared of mines.")
ONE, TWO = "https://herald.example/bridge", "https://herald.example/road?id=2"


def read(data: bytes, name: str = "crawl.warc.gz") -> list[Document | Trouble]:
    return list(load_input(hold_bytes(data, source=f"saved/{name}", name=name)))


def documents(data: bytes) -> list[Document]:
    return [each for each in read(data) if isinstance(each, Document)]


def troubles(data: bytes) -> list[str]:
    return [each.message for each in read(data) if isinstance(each, Trouble)]


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_document_with_its_address_its_instant_and_where_the_copy_lies(packed: bool) -> None:
    name = "crawl.warc.gz" if packed else "crawl.warc"
    first, second = read(write_warc((ONE, BRIDGE), (TWO, ROAD), gzip=packed), name)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert "bridge" in first.text
    assert "cleared of mines" in second.text
    assert (first.url, first.locator, second.url) == (ONE, ONE, TWO)
    assert first.captured_at == datetime(2025, 12, 2, 10, 11, 12, tzinfo=UTC)
    assert first.archive_url
    assert first.archive_url.startswith(f"warc:{name}#urn:uuid:")
    assert first.raw_sha256 == hashlib.sha256(BRIDGE).hexdigest()


def test_a_file_of_any_name_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_bytes(write_warc((ONE, BRIDGE)))
    assert [type(each) for each in load_source(str(path))] == [Document]


def test_a_copy_in_a_web_archive_stands_for_its_original() -> None:
    copy = "https://web.archive.org/web/20230401123456id_/http://herald.example/a"
    (document,) = documents(write_warc((copy, BRIDGE)))
    assert (document.url, document.archive_url) == ("http://herald.example/a", copy)
    assert document.captured_at == datetime(2023, 4, 1, 12, 34, 56, tzinfo=UTC)


def test_what_is_no_page_is_passed_over_in_silence() -> None:
    data = write_warc(
        ("https://herald.example/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://herald.example/api", b'{"a": 1}', {"Content-Type": "application/json"}),
        ("https://herald.example/map.xml", b"<urlset/>", {"Content-Type": "text/xml"}),
        ("urn:view:https://herald.example/", BRIDGE),
        (ONE, BRIDGE),
    )
    assert [each.url for each in documents(data)] == [ONE]
    assert troubles(data) == []


def test_an_answer_without_the_page_is_no_document() -> None:
    data = write_warc((ONE, BRIDGE), status="404 Not Found")
    assert documents(data) == []
    assert len(troubles(data)) == 1


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(BRIDGE)),
        ({"Transfer-Encoding": "chunked"}, b"%x\r\n%s\r\n0\r\n\r\n" % (len(BRIDGE), BRIDGE)),
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, BRIDGE),
    ],
)
def test_bodies_that_came_packed_or_in_pieces_are_put_right(head: dict[str, str], body: bytes) -> None:
    (document,) = documents(write_warc((ONE, body, head)))
    assert "the bridge over the river" in document.text
    assert document.raw_sha256 == hashlib.sha256(body).hexdigest()


def test_an_encoding_that_only_the_server_names_is_believed() -> None:
    text = page("Міністр сказав у вівторок, що міст через річку закрили для вантажівок.").decode().encode("cp1251")
    (document,) = documents(write_warc((ONE, text, {"Content-Type": "text/html; charset=windows-1251"})))
    assert "Міністр сказав" in document.text


@pytest.mark.parametrize(
    "spelled",
    [
        "sha1:" + hashlib.sha1(BRIDGE, usedforsecurity=False).hexdigest(),
        "SHA-256:" + hashlib.sha256(BRIDGE).hexdigest().upper(),
        "sha999:which-nobody-can-check",
    ],
)
def test_a_digest_may_be_spelled_in_several_ways(spelled: str) -> None:
    assert len(documents(write_warc((ONE, BRIDGE, {"WARC-Payload-Digest": spelled})))) == 1


@pytest.mark.parametrize("field", ["WARC-Payload-Digest", "WARC-Block-Digest"])
def test_a_page_whose_digest_is_wrong_is_not_taken_and_the_next_is(field: str) -> None:
    wrong = {field: "sha256:" + "0" * 64, "WARC-Record-ID": "<urn:uuid:1-2-3>"}
    data = write_warc((ONE, BRIDGE, wrong), (TWO, ROAD))
    assert [each.url for each in documents(data)] == [TWO]
    (message,) = troubles(data)
    assert ONE in message
    assert "digest is wrong" in message
    assert "record urn:uuid:1-2-3" in message


def test_a_file_that_breaks_off_keeps_what_came_before() -> None:
    for packed in (True, False):
        data = write_warc((ONE, BRIDGE), (TWO, ROAD), gzip=packed)[:-60]
        assert [each.url for each in documents(data)] == [ONE]
        assert ["what stands before that was read" in each for each in troubles(data)] == [True]


def test_rubbish_between_records_ends_the_reading_with_one_line() -> None:
    one, two = write_warc((ONE, BRIDGE), gzip=False), write_warc((TWO, ROAD), gzip=False)
    data = one + b"rubbish\nand more of it\n\n" + two
    assert [each.url for each in documents(data)] == [ONE]
    assert ["holds something that is no record" in each for each in troubles(data)] == [True]


def test_a_page_of_which_only_a_part_was_captured_is_refused() -> None:
    assert ["in part only" in each for each in troubles(write_warc((ONE, BRIDGE, {"WARC-Truncated": "length"})))] == [
        True
    ]


def test_a_record_over_the_limit_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MAX_BYTES", 2_000)
    monkeypatch.setattr(warc_records, "HEAD_BYTES", 500)
    film = ("https://herald.example/film", b"\0" * 5_000, {"Content-Type": "video/mp4"})
    data = write_warc((ONE, BRIDGE + b" " * 5_000), film, (TWO, ROAD))
    assert [each.url for each in documents(data)] == [TWO]
    assert ["at most 50 MB are read" in each for each in troubles(data)] == [True]


def test_what_did_not_change_is_said_only_if_the_page_is_elsewhere() -> None:
    data = write_warc((ONE, BRIDGE))
    digest = "sha1:" + hashlib.sha1(BRIDGE, usedforsecurity=False).hexdigest()
    assert len(read(data + revisit(ONE, "sha1:" + "A" * 32))) == 2
    assert "as in another archive" in troubles(data + revisit(ONE, "sha1:" + "A" * 32))[0]
    named = write_warc((ONE, BRIDGE, {"WARC-Payload-Digest": digest}))
    assert troubles(named + revisit(ONE, digest)) == []


def revisit(url: str, digest: str) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_revisit_record(url, digest, url, "2025-12-01T00:00:00Z", http_headers=head))
    return out.getvalue()


def test_an_archive_within_an_archive_is_refused() -> None:
    inner = write_warc((ONE, BRIDGE), gzip=False)
    data = write_warc(("https://herald.example/a.warc", inner, {"Content-Type": "text/plain"}))
    assert documents(data) == []
    assert ["archive within an archive" in each for each in troubles(data)] == [True]


def test_a_bomb_is_not_unpacked() -> None:
    head = b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 999999999999\r\n\r\n"
    data = gzip.compress(head + b"\0" * 60_000_000, compresslevel=9)
    assert documents(data) == []
    assert ["is damaged" in each for each in troubles(data)] == [True]


def test_a_page_that_unpacks_without_end_is_refused_and_the_next_is_read() -> None:
    bomb = gzip.compress(b"<html>" + b" " * 51_000_000)
    data = write_warc((ONE, bomb, {"Content-Encoding": "gzip"}), (TWO, ROAD))
    assert [each.url for each in documents(data)] == [TWO]
    assert ["unpacks to over 50 MB" in each for each in troubles(data)] == [True]


def test_heads_without_end_are_refused() -> None:
    assert troubles(b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000)
    assert troubles(b"WARC/1.0 " + b"a" * 1_000_000)
    assert troubles(b"WARC/1.0\r\nContent-Length: -5\r\n\r\n")
    assert troubles(b"WARC/1.0\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for begun in (data, b"WARC/1.0\r\n" + data, gzip.compress(b"WARC/1.1\r\n" + data)):
        assert all(isinstance(each, Document | Trouble) for each in read(begun, "a.warc"))


WHOLE = write_warc((ONE, BRIDGE), (TWO, ROAD, {"Transfer-Encoding": "chunked"}), gzip=False)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=20))
def test_a_file_that_was_changed_anywhere_is_read_or_refused(at: int, change: bytes) -> None:
    changed = WHOLE[:at] + change + WHOLE[at + len(change) :]
    assert all(isinstance(each, Document | Trouble) for each in read(changed, "a.warc"))

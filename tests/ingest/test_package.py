"""A WACZ package is read as far as its digests are right, and nothing in it reaches the disk."""

import gzip
import hashlib
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.loading import load_input, load_source
from reportedly.ingest.opening import hold_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.ingest.warcs import page, write_wacz, write_warc

BRIDGE = page("The mayor said on Tuesday that the bridge over the river had been closed to lorries.")
ROAD = page("The ministry said on Wednesday that the road to the village had been cleared of mines.")
ONE, TWO = "https://herald.example/bridge", "https://herald.example/road"
A, B = "archive/a.warc.gz", "archive/b.warc"


@pytest.fixture
def warcs() -> dict[str, bytes]:
    return {A: write_warc((ONE, BRIDGE)), B: write_warc((TWO, ROAD), gzip=False)}


def urls(path: Path) -> list[str | None]:
    return [each.url for each in load_source(str(path)) if isinstance(each, Document)]


def troubles(path: Path) -> list[str]:
    return [each.message for each in load_source(str(path)) if isinstance(each, Trouble)]


def test_every_page_of_every_file_is_read(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = write_wacz(tmp_path / "web.wacz", warcs)
    assert (urls(path), troubles(path)) == ([ONE, TWO], [])
    first = next(load_source(str(path)))
    assert isinstance(first, Document)
    assert first.archive_url
    assert first.archive_url.startswith("warc:web.wacz/archive/a.warc.gz#urn:uuid:")


def test_a_long_record_is_read_whole(tmp_path: Path) -> None:
    long = page("The mayor said on Tuesday that the bridge was closed. <!--" + "x" * 3_000_000 + "-->")
    assert urls(write_wacz(tmp_path / "web.wacz", {B: write_warc((ONE, long), gzip=False)})) == [ONE]


def test_a_package_of_any_name_is_known_by_its_first_file(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    assert urls(write_wacz(tmp_path / "download", warcs)) == [ONE, TWO]


def test_a_file_that_is_not_what_the_list_says_is_not_read_and_the_next_is(
    tmp_path: Path, warcs: dict[str, bytes]
) -> None:
    path = write_wacz(tmp_path / "a.wacz", warcs, hashes={A: "sha256:" + "0" * 64})
    assert urls(path) == [TWO]
    assert troubles(path) == [
        f"holds '{A}', which is not what datapackage.json says (its digest is wrong); it is not read"
    ]


def test_a_file_whose_digest_cannot_be_checked_is_not_read(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = write_wacz(tmp_path / "a.wacz", warcs, hashes={A: "crc32:00"})
    assert urls(path) == [TWO]
    assert "no digest in datapackage.json that can be checked" in troubles(path)[0]


def test_a_list_that_was_changed_after_it_was_signed_speaks_for_nothing(
    tmp_path: Path, warcs: dict[str, bytes]
) -> None:
    path = write_wacz(tmp_path / "a.wacz", warcs, digest="sha256:" + "0" * 64)
    assert urls(path) == []
    assert troubles(path) == [
        "has been changed: datapackage.json is not what datapackage-digest.json says; nothing in it is read"
    ]


def test_a_file_that_is_not_listed_is_not_read(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = write_wacz(tmp_path / "a.wacz", {A: warcs[A]})
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(B, warcs[B])
    assert urls(path) == [ONE]
    assert troubles(path) == [f"holds '{B}', which datapackage.json does not name; it is not read"]


def test_a_package_without_its_list_is_refused(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(A, warcs[A])
    assert ["holds no datapackage.json" in each for each in troubles(path)] == [True]


@pytest.mark.parametrize(
    "name",
    ["../../evil.warc", "/etc/evil.warc", "archive/../../evil.warc", "C:/evil.warc", "archive\\..\\..\\evil.warc"],
)
def test_a_name_that_leads_out_of_the_package_is_refused_and_the_rest_is_read(
    tmp_path: Path, warcs: dict[str, bytes], name: str
) -> None:
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    path = write_wacz(folder / "a.wacz", {**warcs, name: write_warc(("https://evil.example/", BRIDGE))})
    assert urls(path) == [ONE, TWO]
    assert ["would lie outside the package" in each for each in troubles(path)] == [True]
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]


def test_a_link_is_refused(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = write_wacz(tmp_path / "a.wacz", warcs)
    link = zipfile.ZipInfo("archive/link.warc")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(link, "/etc/passwd")
    assert urls(path) == [ONE, TWO]
    assert ["is a link to another file" in each for each in troubles(path)] == [True]


def test_a_bomb_is_not_unpacked(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    path = write_wacz(tmp_path / "a.wacz", warcs)
    with zipfile.ZipFile(path, "a", compression=zipfile.ZIP_DEFLATED) as package:
        package.writestr("archive/bomb.warc", b"WARC/1.0\r\n" + b"\0" * 60_000_000)
    assert urls(path) == []
    assert any("unpacks to over 200 times its size" in each for each in troubles(path))
    assert any("nothing in it is read" in each for each in troubles(path))


def test_a_packed_file_that_is_a_bomb_itself_is_refused_and_the_next_is_read(
    tmp_path: Path, warcs: dict[str, bytes]
) -> None:
    head = b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 999999999999\r\n\r\n"
    path = write_wacz(tmp_path / "a.wacz", {"archive/0.warc.gz": gzip.compress(head + b"\0" * 60_000_000), **warcs})
    assert urls(path) == [ONE, TWO]
    assert ["it unpacks to over" in each for each in troubles(path)] == [True]


def test_a_table_of_contents_without_end_is_not_taken_in(tmp_path: Path) -> None:
    directory = 3_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, directory, 0, 0)
    path = tmp_path / "a.wacz"
    path.write_bytes(b"\0" * directory + end)
    assert troubles(path) == ["is no package that can be read (its table of contents is too long); get the file again"]


def test_a_package_within_a_package_is_not_opened(tmp_path: Path, warcs: dict[str, bytes]) -> None:
    inner = write_wacz(tmp_path / "inner.wacz", warcs).read_bytes()
    assert urls(write_wacz(tmp_path / "outer.wacz", {"archive/inner.wacz": inner, B: warcs[B]})) == [TWO]


@pytest.mark.parametrize(
    "listing", [b"[]", b"{", b'{"resources": 5}', b'{"resources": [5, {"path": 7}]}', b"[" * 99_999]
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, listing: bytes, warcs: dict[str, bytes]) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(A, warcs[A])
        package.writestr("datapackage.json", listing)
    assert urls(path) == []
    assert len(troubles(path)) == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for begun in (data, b"PK\x03\x04" + data):
        outcomes = list(load_input(hold_bytes(begun, source="a.wacz")))
        assert all(isinstance(each, Trouble) for each in outcomes)


def small_package() -> bytes:
    warc, out = write_warc((ONE, BRIDGE)), io.BytesIO()
    digest = "sha256:" + hashlib.sha256(warc).hexdigest()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(A, warc)
        package.writestr("datapackage.json", json.dumps({"resources": [{"path": A, "hash": digest}]}))
    return out.getvalue()


WHOLE = small_package()


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=20))
def test_a_package_that_was_changed_anywhere_is_read_or_refused(at: int, change: bytes) -> None:
    changed = WHOLE[:at] + change + WHOLE[at + len(change) :]
    for outcome in load_input(hold_bytes(changed, source="a.wacz")):
        assert isinstance(outcome, Trouble) or "the bridge over the river" in outcome.text

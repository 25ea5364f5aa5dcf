"""What is read in bulk is what is read one by one: the same documents, and the same words about what is wrong."""

import gzip
import hashlib
import io
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.bulk import warc_records as quick
from reportedly.bulk.formats import BULK_FORMATS
from reportedly.errors import MissingExtraError
from reportedly.ingest import warc_records
from reportedly.ingest.formats import FORMATS
from reportedly.ingest.loading import load_input, load_source
from reportedly.ingest.opening import Input, hold_bytes
from reportedly.ingest.packing import unpack
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.ingest.warcs import page, write_wacz, write_warc

BRIDGE = page("The mayor said on Tuesday that the bridge over the river had been closed to lorries.")
ROAD = page("The ministry said on Wednesday that the road to the village had been cleared of mines.")
ONE, TWO = "https://herald.example/bridge", "https://herald.example/road?id=2"
A, B = "archive/a.warc.gz", "archive/b.warc"

PLAIN = write_warc((ONE, BRIDGE), (TWO, ROAD), gzip=False)
PACKED = write_warc((ONE, BRIDGE), (TWO, ROAD))
FIRST, SECOND = write_warc((ONE, BRIDGE), gzip=False), write_warc((TWO, ROAD), gzip=False)


def head(*fields: bytes, block: bytes = b"", version: bytes = b"WARC/1.0") -> bytes:
    return b"\r\n".join((version, b"WARC-Type: response", *fields)) + b"\r\n\r\n" + block + b"\r\n\r\n" + SECOND


def revisit(digest: str) -> bytes:
    out = io.BytesIO()
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=False)
    writer.write_record(writer.create_revisit_record(ONE, digest, ONE, "2025-12-01T00:00:00Z", http_headers=http))
    return out.getvalue()


def one(body: bytes = BRIDGE, **fields: str) -> bytes:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return write_warc((ONE, body, named), (TWO, ROAD), gzip=False)


UNPACKED: dict[str, bytes] = {
    "two pages": PLAIN,
    "nothing": b"",
    "no WARC": b"The mayor said on Tuesday that the bridge had been closed.",
    "a block that breaks off": PLAIN[:-60],
    "a head that breaks off": PLAIN[: len(FIRST) + 50],
    "no line after the last block": PLAIN[:-4],
    "rubbish between": FIRST + b"rubbish\nand more of it\n\n" + SECOND,
    "rubbish after": PLAIN + b"rubbish" * 20,
    "more lines between": FIRST + b"\r\n\r\n\n" + SECOND,
    "lines before": b"\r\n\r\n" + PLAIN,
    "no length": head(block=b"abc"),
    "two lengths": head(b"Content-Length: 3", b"Content-Length: 5", block=b"abc"),
    "a length below nothing": head(b"Content-Length: -5"),
    "a length with a sign": head(b"Content-Length: +3", block=b"abc"),
    "a length beyond all files": head(b"Content-Length: " + b"9" * 50),
    "a length beyond this file": head(b"Content-Length: 999999999999"),
    "a length that is too short": head(b"Content-Length: 1", block=b"abc"),
    "a length of nothing": head(b"Content-Length: 0"),
    "lines without a return": FIRST.replace(b"\r\n", b"\n") + SECOND,
    "a field over two lines": head(
        b"WARC-Target-URI: https://herald", b"  .example/", b"Content-Length: 3", block=b"abc"
    ),
    "a line that is no field": head(b"rubbish", b"Content-Length: 3", block=b"abc"),
    "another version": head(b"Content-Length: 3", block=b"abc", version=b"WARC/9.9 new"),
    "letters of another alphabet": head(
        "WARC-Target-URI: https://міст.example/".encode(), b"X: \xe9", b"Content-Length: 0"
    ),
    "a long head": head(*[b"A: b"] * 9_000, b"Content-Length: 3", block=b"abc"),
    "a head without end": head(*[b"A: b"] * 100_000),
    "a line without end": b"WARC/1.0 " + b"a" * 1_000_000,
    "a wrong payload digest": one(WARC_Payload_Digest="sha256:" + "0" * 64, WARC_Record_ID="<urn:uuid:1>"),
    "a wrong block digest": one(WARC_Block_Digest="sha1:" + "A" * 32, WARC_Record_ID="<urn:uuid:1>"),
    "a part": one(WARC_Truncated="length", WARC_Record_ID="<urn:uuid:1>"),
    "a segment": one(WARC_Segment_Number="1", WARC_Record_ID="<urn:uuid:1>"),
    "pieces": one(b"%x\r\n%s\r\n0\r\n\r\n" % (len(BRIDGE), BRIDGE), Transfer_Encoding="chunked"),
    "broken pieces": one(b"%x\r\n%s" % (len(BRIDGE) + 5, BRIDGE), Transfer_Encoding="chunked"),
    "a packed body": one(gzip.compress(BRIDGE), Content_Encoding="gzip"),
    "a packed body that breaks off": one(
        gzip.compress(BRIDGE)[:-20], Content_Encoding="gzip", WARC_Record_ID="<urn:x>"
    ),
    "brotli": one(b"\x0b\x02\x80abc\x03", Content_Encoding="br", WARC_Record_ID="<urn:x>"),
    "a page as elsewhere": PLAIN + revisit("sha1:" + "A" * 32),
    "an archive within": one(SECOND, Content_Type="text/plain"),
    "Parquet within": one(b"PAR1" + b"\0" * 50 + b"PAR1", Content_Type="text/plain"),
}


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "packed as one": gzip.compress,
    "packed in two": lambda data: gzip.compress(data[:400]) + gzip.compress(data[400:]),
}

DAMAGES: dict[str, bytes] = {
    "packed record by record": PACKED,
    "nothing packed": gzip.compress(b""),
    "zeros after": PACKED + b"\0" * 100,
    "rubbish after": PACKED + b"rubbish" * 20,
    "packed rubbish after": PACKED + gzip.compress(b"rubbish"),
    "nothing packed between": write_warc((ONE, BRIDGE)) + gzip.compress(b"") + write_warc((TWO, ROAD)),
    "half a mark after": PACKED + b"\x1f\x8b",
    "a bomb": gzip.compress(head(b"Content-Length: 999999999999") + b"\0" * 60_000_000, compresslevel=9),
    "a bomb of empty lines": PACKED + gzip.compress((b" " * 9_999 + b"\n") * 6_000),
    **{f"{length} bytes short": PACKED[:-length] for length in (1, 4, 7, 8, 9, 60)},
    **{
        f"changed {where}": PACKED[:at] + bytes([PACKED[at] ^ 0x55]) + PACKED[at + 1 :]
        for where, at in {
            **{f"at {at}": at for at in (0, 2, 3, 9, 200)},
            "in the end of the first record": PACKED.find(b"\x1f\x8b", 9) - 6,
            "at the second record": PACKED.find(b"\x1f\x8b", 9),
            "near the end": len(PACKED) - 6,
        }.items()
    },
}


def read_both(data: bytes, name: str = "crawl.warc.gz") -> tuple[list[Document | Trouble], list[Document | Trouble]]:
    """What is read one by one, and what is read in bulk."""
    here = hold_bytes(data, source=f"saved/{name}", name=name)
    return list(load_input(here, formats=FORMATS)), list(load_input(here, formats=BULK_FORMATS))


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("what", UNPACKED)
def test_every_archive_gives_the_same(what: str, packing: str) -> None:
    singly, in_bulk = read_both(PACKINGS[packing](UNPACKED[what]))
    assert in_bulk == singly


@pytest.mark.parametrize("what", DAMAGES)
def test_every_damaged_archive_gives_the_same(what: str) -> None:
    singly, in_bulk = read_both(DAMAGES[what])
    assert in_bulk == singly
    assert singly


def test_a_record_over_the_limit_is_told_and_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MAX_BYTES", 2_000)
    monkeypatch.setattr(warc_records, "HEAD_BYTES", 500)
    data = write_warc((ONE, BRIDGE + b" " * 5_000, {"WARC-Record-ID": "<urn:uuid:1>"}), (TWO, ROAD))
    singly, in_bulk = read_both(data)
    assert in_bulk == singly
    blocks = [
        each.block for each in quick.read_records(unpack_held(data), lambda head: True) if not isinstance(each, str)
    ]
    assert max(map(len, blocks)) <= 2_000


def unpack_held(data: bytes) -> Input:
    taken = unpack(hold_bytes(data, source="a.warc.gz"))
    assert not isinstance(taken, Trouble)
    return taken


def made_archive(seed: int) -> bytes:
    """Some records of which several are longer than what is unpacked ahead, packed one by one or together."""
    chance = random.Random(seed)
    bodies = (
        chance.randbytes(chance.choice((10, 3_000, 70_000, 200_000))) + b"abc " * chance.choice((0, 30_000))
        for _ in range(chance.randrange(1, 7))
    )
    packed = chance.random() < 0.5
    data = write_warc(*((f"https://herald.example/{at}", body) for at, body in enumerate(bodies)), gzip=packed)
    return data if packed else gzip.compress(data, chance.randrange(10))


@given(st.integers(0, 1 << 30), st.floats(0, 1, exclude_max=True), st.binary(max_size=8), st.integers(0, 3_000))
def test_wherever_an_archive_is_damaged_the_same_records_are_given(seed: int, at: float, new: bytes, gone: int) -> None:
    whole = made_archive(seed)
    place = 2 + int(at * (len(whole) - 2))
    damaged = whole[:place] + new + whole[place + gone :]
    for data in (damaged, whole[:place], whole[: -1 - gone % 12], whole):
        taken = unpack(hold_bytes(data, source="a.warc.gz"))
        if not isinstance(taken, Trouble):
            singly = list(warc_records.read_records(taken, lambda head: True))
            assert list(quick.read_records(taken, lambda head: True)) == singly


def test_a_whole_archive_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = 0
    taken = unpack_held(PACKED)

    def count() -> io.BytesIO:
        nonlocal opened
        opened += 1
        return io.BytesIO(PACKED)

    assert taken.packed
    object.__setattr__(taken.packed, "open", count)
    assert len(list(quick.read_records(taken, lambda head: True))) == 2
    assert opened == 1


def packages(folder: Path) -> dict[str, Path]:
    warcs = {A: write_warc((ONE, BRIDGE)), B: write_warc((TWO, ROAD), gzip=False)}
    broken = {A: warcs[A][:-30], B: warcs[B][:-30]}
    bomb = gzip.compress(head(b"Content-Length: 999999999999") + b"\0" * 60_000_000)
    made = {
        "whole": write_wacz(folder / "whole.wacz", warcs),
        "changed": write_wacz(folder / "changed.wacz", warcs, hashes={A: "sha256:" + "0" * 64}),
        "signed wrong": write_wacz(folder / "signed.wacz", warcs, digest="sha256:" + "0" * 64),
        "broken off": write_wacz(folder / "broken.wacz", broken),
        "a bomb": write_wacz(folder / "bomb.wacz", {"archive/0.warc.gz": bomb, **warcs}),
        "none": folder / "none.wacz",
    }
    made["none"].write_bytes(made["whole"].read_bytes()[:-30])
    return made


def test_every_package_gives_the_same(tmp_path: Path) -> None:
    for path in packages(tmp_path).values():
        singly = list(load_source(str(path)))
        assert list(load_source(str(path), formats=BULK_FORMATS)) == singly
        assert singly


def test_a_kind_that_is_named_and_a_file_of_any_name_are_read_as_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_bytes(PACKED)
    for kind in (None, "warc", "text", "wacz"):
        assert list(load_source(str(path), kind=kind, formats=BULK_FORMATS)) == list(load_source(str(path), kind=kind))


def test_all_else_is_read_by_the_same_readers() -> None:
    assert [each.name for each in BULK_FORMATS if each in FORMATS] == [
        each.name for each in FORMATS if each.name not in ("warc", "wacz")
    ]


def test_digests_are_those_of_what_was_sent() -> None:
    (first, _) = read_both(PACKED)[1]
    assert isinstance(first, Document)
    assert first.raw_sha256 == hashlib.sha256(BRIDGE).hexdigest()


@pytest.mark.parametrize(
    ("library", "room", "data", "name"),
    [
        ("FastWARC", "fastwarc.stream_io", PACKED, "a.warc.gz"),
        ("PyArrow", "reportedly.bulk.parquet_rows", b"PAR1", "a.parquet"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, library: str, room: str, data: bytes, name: str
) -> None:
    monkeypatch.setitem(sys.modules, room, None)
    monkeypatch.delattr("reportedly.bulk.parquet_rows", raising=False)
    with pytest.raises(
        MissingExtraError, match=rf"needs {library}, which is not installed: pip install 'reportedly\[bulk\]'"
    ):
        list(load_input(hold_bytes(data, source=name), formats=BULK_FORMATS))

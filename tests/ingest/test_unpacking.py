"""Packed bodies are unpacked, and never further than asked."""

import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.unpacking import CODINGS, unpack_body


@given(st.binary(max_size=5_000), st.lists(st.sampled_from(["gzip", "deflate", "identity", "x-gzip"]), max_size=3))
def test_what_was_packed_is_unpacked(data: bytes, codings: list[str]) -> None:
    body = data
    for coding in codings:
        body = zlib.compress(body) if coding == "deflate" else body if coding == "identity" else gzip.compress(body)
    # What looks packed when nothing packed it is taken as packed, so the data must not begin so.
    if not data.startswith(b"\x1f\x8b"):
        assert unpack_body(body, ", ".join(codings), 10_000) == data


def test_several_members_and_padding_are_one_body() -> None:
    assert unpack_body(gzip.compress(b"a") + gzip.compress(b"b") + b"\0" * 70_000, "gzip", 10) == b"ab"


def test_the_limit_is_the_last_byte_that_is_taken() -> None:
    assert unpack_body(gzip.compress(b"x" * 1_000), "gzip", 1_000) == b"x" * 1_000
    assert "unpacks to over" in str(unpack_body(gzip.compress(b"x" * 1_001), "gzip", 1_000))


@given(st.binary(max_size=200), st.sampled_from(sorted(CODINGS)))
def test_any_bytes_are_unpacked_or_refused(data: bytes, coding: str) -> None:
    for body in (data, b"\x1f\x8b\x08\x00" + data, gzip.compress(data)[:-4]):
        assert isinstance(unpack_body(body, coding, 1_000), bytes | str)

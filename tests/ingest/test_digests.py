"""Digests are held against what is there, however they are spelled."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.digests import fits

DATA = b"The bridge was closed."
SHA1, SHA256 = hashlib.sha1(DATA, usedforsecurity=False).digest(), hashlib.sha256(DATA).digest()


@pytest.mark.parametrize(
    "named",
    [
        "sha1:" + base64.b32encode(SHA1).decode(),
        "SHA-1:" + SHA1.hex(),
        "sha256:" + base64.b32encode(SHA256).decode().rstrip("="),
        "sha256:" + base64.b64encode(SHA256).decode(),
        "sha-256:" + base64.urlsafe_b64encode(SHA256).decode().rstrip("="),
    ],
)
def test_one_digest_has_many_spellings(named: str) -> None:
    assert fits(named, DATA)
    assert fits(named, b"something else", DATA)
    assert not fits(named, DATA + b" ")


@given(st.text(max_size=80))
def test_any_words_fit_or_do_not(words: str) -> None:
    assert not fits("sha256:" + words, DATA) or words
    assert isinstance(fits(words, DATA), bool)

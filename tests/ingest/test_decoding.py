"""Bytes become text, or one clear line about why not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.decoding import MAGIC, decode
from reportedly.model.trouble import Trouble

RUSSIAN = "Министерство заявило, что посёлок взят, а бои на окраинах продолжаются второй день. " * 3
FRENCH = "Le ministère a déclaré que la ville était tombée, après des combats très intenses à l’été dernier. " * 3


def test_line_ends_and_the_byte_order_mark_go_and_nothing_else_does() -> None:
    assert decode(b"\xef\xbb\xbf One.\r\n\tTwo.\rThree. \n\n", "x") == " One.\n\tTwo.\nThree. \n\n"


@given(st.text(st.characters(exclude_characters="\r\x00\ufeff", codec="utf-8")).filter(str.strip))
def test_utf8_without_carriage_returns_comes_back_as_it_is(text: str) -> None:
    data = text.encode()
    if not any(data.startswith(begins) for begins, _ in MAGIC):
        assert decode(data, "x") == text or not data.strip()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le")],
)
def test_a_byte_order_mark_tells_the_encoding(mark: bytes, encoding: str) -> None:
    assert decode(mark + "The village is ours.\r\n".encode(encoding), "x") == "The village is ours.\n"


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (FRENCH, "cp1252")])
def test_an_encoding_that_is_not_declared_is_told_from_the_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Бой</body></html>'
    assert decode(page.encode("cp1251"), "x") == page


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "hex", "undefined", "idna", "punycode"])
def test_a_page_that_declares_nonsense_is_read_all_the_same(declared: str) -> None:
    page = f"<meta charset={declared}>".encode() + FRENCH.encode("cp1252")
    assert isinstance(decode(page, "x"), str)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_nothing_is_called_empty(data: bytes) -> None:
    assert "is empty" in trouble_with(data)


@pytest.mark.parametrize("begins", [begins for begins, _ in MAGIC])
def test_a_file_of_a_known_binary_kind_is_named(begins: bytes) -> None:
    assert dict(MAGIC)[begins] == trouble_with(begins + b"\x01\x02 rest")


def test_zero_bytes_are_no_text() -> None:
    assert "no text" in trouble_with(b"abc\x00def")


def test_bytes_in_no_encoding_are_refused_with_a_way_out() -> None:
    assert "UTF-8" in trouble_with(bytes(range(1, 256)) * 20)


def test_half_a_utf16_file_is_refused() -> None:
    assert "UTF-8" in trouble_with(codecs.BOM_UTF16_LE + b"a\x00b")


@given(st.binary(max_size=400))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    assert isinstance(decode(data, "x"), str | Trouble)


def trouble_with(data: bytes) -> str:
    """What is said of `data`, which must not be read."""
    outcome = decode(data, "x")
    assert isinstance(outcome, Trouble)
    return outcome.message

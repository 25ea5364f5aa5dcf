"""Which addresses may be asked, and which stand for others."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.addresses import (
    Address,
    Reach,
    follow_address,
    name_of,
    parse_address,
    reach,
    spell_path,
    split_archived,
)


@pytest.mark.parametrize(
    ("ip", "who"),
    [
        ("93.184.215.14", Reach.PUBLIC),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", Reach.PUBLIC),
        ("127.0.0.1", Reach.PRIVATE),
        ("127.255.255.254", Reach.PRIVATE),
        ("10.1.2.3", Reach.PRIVATE),
        ("172.16.0.1", Reach.PRIVATE),
        ("172.32.0.1", Reach.PUBLIC),
        ("192.168.0.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE),
        ("100.128.0.1", Reach.PUBLIC),
        ("::1", Reach.PRIVATE),
        ("fd00::1", Reach.PRIVATE),
        ("::ffff:127.0.0.1", Reach.PRIVATE),
        ("::ffff:93.184.215.14", Reach.PUBLIC),
        ("::127.0.0.1", Reach.PRIVATE),
        ("2002:7f00:1::", Reach.PRIVATE),
        ("2002:5db8:d70e::1", Reach.PUBLIC),
        ("64:ff9b::10.0.0.1", Reach.PRIVATE),
        ("64:ff9b::93.184.215.14", Reach.PUBLIC),
        ("64:ff9b::169.254.169.254", Reach.NOBODY),
        ("64:ff9b:1::a00:1", Reach.NOBODY),
        ("169.254.169.254", Reach.NOBODY),
        ("::ffff:169.254.169.254", Reach.NOBODY),
        ("fe80::1", Reach.NOBODY),
        ("fe80::1%eth0", Reach.NOBODY),
        ("fec0::1", Reach.NOBODY),
        ("0.0.0.0", Reach.NOBODY),
        ("0.1.2.3", Reach.NOBODY),
        ("::", Reach.NOBODY),
        ("224.0.0.1", Reach.NOBODY),
        ("ff02::1", Reach.NOBODY),
        ("240.0.0.1", Reach.NOBODY),
        ("255.255.255.255", Reach.NOBODY),
        ("192.0.2.1", Reach.NOBODY),
        ("198.18.0.1", Reach.NOBODY),
        ("2001:db8::1", Reach.NOBODY),
        ("2001::1", Reach.NOBODY),
        ("no address", Reach.NOBODY),
    ],
)
def test_who_can_be_reached_at_an_address(ip: str, who: Reach) -> None:
    assert reach(ip) == who


def test_an_address_is_taken_apart_once() -> None:
    address = parse_address(" HTTPS://Müller.Example:8443/a b?".replace(" b", "%20b") + "c=ü#d ")
    assert isinstance(address, Address)
    assert (address.host, address.port, address.target) == ("xn--mller-kva.example", 8443, "/a%20b?c=%C3%BC")
    assert address.url == "https://xn--mller-kva.example:8443/a%20b?c=%C3%BC"
    assert address.authority == "xn--mller-kva.example:8443"


def test_the_usual_port_is_not_said_and_a_number_is_bracketed() -> None:
    named, numbered = parse_address("http://a.example:80"), parse_address("https://[2001:DB8::1]:444/")
    assert isinstance(named, Address)
    assert isinstance(numbered, Address)
    assert (named.authority, named.target) == ("a.example", "/")
    assert numbered.authority == "[2001:db8::1]:444"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://a.example/", "http://[", "http://a@", "//"]))
def test_whatever_is_written_is_an_address_or_words(text: str, begins: str) -> None:
    address = parse_address(begins + text)
    if isinstance(address, Address):
        assert address.url.isascii()
        assert parse_address(address.url) == address
    assert isinstance(follow_address("http://a.example/b", text), str)
    assert isinstance(name_of(begins + text), str)


@given(st.text(max_size=30))
def test_a_path_is_spelled_in_one_way(path: str) -> None:
    if not any("\ud800" <= each <= "\udfff" for each in path):
        assert spell_path(spell_path(path)) == spell_path(path)


def test_a_copy_names_its_original() -> None:
    when = datetime(2023, 4, 1, 12, 34, 56, tzinfo=UTC)
    for form in ("", "id_", "if_"):
        copy = f"https://web.archive.org/web/20230401123456{form}/https://a.example/b?c"
        assert split_archived(copy) == ("https://a.example/b?c", when)
    assert split_archived("https://web.archive.org/web/20230401123456/http:/a.example/") == ("http://a.example/", when)
    assert split_archived("https://web.archive.org/web/20239901123456/http://a.example/") is None
    assert split_archived("https://web.archive.org/web/2023*/http://a.example/") is None
    assert split_archived("https://a.example/web/20230401123456/http://a.example/") is None

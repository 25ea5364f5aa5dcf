"""Which addresses may be asked, and what an address says of itself. Nothing here asks anybody."""

import ipaddress
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

MAX_CHARACTERS = 4_000
"""The longest address that is asked. Servers commonly refuse what has over 8,000."""

PORTS = {"http": 80, "https": 443}

FORBIDDEN = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\\\\]")
"""Parsers of addresses disagree about these, so that one would check another host than the one that is asked."""

HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]+")
KEPT = "%/:=&?~#+!$,;'@()*[]"
"""What may stand in a path as it is, besides letters and digits."""

ESCAPED = re.compile("%[0-9A-Fa-f]{2}")

IN_HOUSE = tuple(
    ipaddress.ip_network(block)
    for block in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "127.0.0.0/8",
        "100.64.0.0/10",
        "::1/128",
        "fc00::/7",
    )
)
"""This machine and the networks of a house or a provider (RFC 1918, 6598, 4193)."""

NAT64 = ipaddress.ip_network("64:ff9b::/96")
NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
OLD_EMBEDDED = ipaddress.ip_network("::/96")

ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(https?:/.+)", re.I)
"""The address of an archived copy, with the instant of its capture in UTC and the address of the original."""


class Reach(StrEnum):
    """Who can be reached at an address."""

    PUBLIC = "public"
    PRIVATE = "private"
    """This machine, or one in the same house."""
    NOBODY = "nobody"
    """Link-local addresses, with the keys that clouds hand out there; groups; what is reserved or unspecified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address on the net that may be asked, taken apart once for all."""

    url: str
    """Without its fragment; letters beyond ASCII are written with percent signs."""
    scheme: str
    host: str
    """Lower case, ASCII, without brackets."""
    port: int
    target: str
    """Path and query."""

    @property
    def authority(self) -> str:
        """What the header `Host` says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme, host and port, before the path."""
        return f"{self.scheme}://{self.authority}"


def parse_address(url: str) -> Address | str:
    """Take `url` apart; what is wrong with it, in words, if it may not be asked."""
    url = url.strip()
    if len(url) > MAX_CHARACTERS:
        return f"has over {MAX_CHARACTERS} characters"
    if FORBIDDEN.search(url):
        return "holds a space, a control character or a backslash"
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        return "is no address that can be understood"
    if parts.scheme not in PORTS:
        return f"begins with {parts.scheme or 'no scheme'!r}; only http and https are asked"
    if "@" in parts.netloc:
        return "holds a user's name or password"
    if not HOST.fullmatch(host) or port == 0:
        return "names no host"
    target = quote(parts.path or "/", safe=KEPT) + (f"?{quote(parts.query, safe=KEPT)}" if parts.query else "")
    plain = Address(url="", scheme=parts.scheme, host=host, port=port or PORTS[parts.scheme], target=target)
    return Address(url=plain.site + target, scheme=plain.scheme, host=host, port=plain.port, target=target)


def follow_address(base: str, link: str) -> str:
    """Where `link` leads from `base`; what cannot be joined stays as it is.

    Letters beyond ASCII are sent in UTF-8, while headers are taken down as Latin-1.
    """
    with suppress(UnicodeError):
        link = link.encode("latin-1").decode("utf-8")
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link


def reach(ip: str) -> Reach:
    """Who can be reached at the address `ip`; an IPv4 address within an IPv6 one counts for itself."""
    try:
        address = unwrap(ipaddress.ip_address(ip))
    except ValueError:
        return Reach.NOBODY
    if any(address.version == block.version and address in block for block in IN_HOUSE):
        return Reach.PRIVATE
    closed = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return Reach.NOBODY if closed or site_local or not address.is_global else Reach.PUBLIC


def check_reach(ips: Sequence[str], private: bool) -> str | None:
    """What is wrong with a host's addresses. One bad address is enough: which one is used is not the host's choice."""
    reaches = {reach(ip) for ip in ips}
    if Reach.NOBODY in reaches:
        return "lies at an address that no page has (link-local, reserved or a group's); it is never asked"
    if Reach.PRIVATE in reaches and not private:
        return "lies on this machine or in its own network, where only what you name yourself is asked, with --allow-private"
    return None


def unwrap(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that is asked in the end where an IPv6 address only carries it.

    Raises:
        ValueError: if a translator in the house would decide who that is.
    """
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64_LOCAL:
        raise ValueError(str(address))
    if address in NAT64 or (address in OLD_EMBEDDED and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def spell_path(path: str) -> str:
    """One spelling for each path: letters beyond ASCII are escaped, and what needs no escape is not."""
    return ESCAPED.sub(lambda found: plain_escape(found[0]), quote(path, safe=KEPT))


def plain_escape(escape: str) -> str:
    """What an escape stands for, if that may stand in an address as it is; else the escape in upper case."""
    plain = unquote(escape)
    return plain if plain.isalnum() or plain in "-._~" else escape.upper()


def host_of(url: str) -> str | None:
    """The host that an address names; None if it may not be asked."""
    address = parse_address(url)
    return address.host if isinstance(address, Address) else None


def split_archived(url: str) -> tuple[str, datetime] | None:
    """The original's address and the instant of its capture, if `url` is that of an archived copy."""
    found = ARCHIVED.fullmatch(url)
    if found is None:
        return None
    try:
        instant = datetime.strptime(found.group(1), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    # Some tools fold the two slashes of the address within the address into one.
    return re.sub(r"^(https?):/+", r"\1://", found.group(2)), instant


def name_of(url: str) -> str:
    """The last part of an address's path, whose ending may tell a kind; empty if there is none."""
    address = parse_address(url)
    return "" if isinstance(address, str) else unquote(address.target.partition("?")[0].rpartition("/")[2])


def name_copy(file: str, record_id: str, *, scheme: str = "warc") -> str:
    """Where a copy lies: the archive's file and the record in it, by which `warcio` and its like find it."""
    return f"{scheme}:{quote(file)}#{record_id.strip('<>')}"


def shorten(words: Sequence[str] | str, characters: int = 200) -> str:
    """Words of a stranger as they may stand in one line of a message."""
    line = " ".join("".join(words).split())[:characters]
    return "".join(each for each in line if each.isprintable())

"""The net. This file alone asks it anything: within bounds, and never a machine in the house unasked."""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPException
from threading import Event, Timer
from time import monotonic

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from reportedly.ingest.addresses import Address, check_reach, follow_address, parse_address, shorten
from reportedly.ingest.answers import (
    Answer,
    Fetched,
    NotModified,
    explain_failure,
    explain_status,
    find_header,
    find_validators,
)
from reportedly.ingest.opening import MAX_BYTES, too_long
from reportedly.ingest.questions import request_headers
from reportedly.ingest.recording import Exchange, write_warc
from reportedly.ingest.unpacking import unpack_body
from reportedly.model.capture import Validators
from reportedly.model.trouble import Trouble

TIMEOUT_S = 30.0
"""From the first question to the last byte, redirects included. A page that takes longer is down or holds us up."""

QUIET_S = 10.0
"""How long a server may say nothing at all."""

BLOCK_BYTES = 65_536
MAX_REDIRECTS = 5
MAX_TRIED = 3
"""How many of a host's addresses are tried before it counts as not to be reached."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BROKEN = (HTTPError, HTTPException, OSError, ValueError)
"""What a server can make the libraries raise."""

Resolve = Callable[[str, int], Sequence[str]]
"""Every IP address of a host; it may raise `OSError`."""

MayAsk = Callable[[str], str | None]
"""Why an address is not to be asked, in words; None if it is."""


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    conditional: Validators | None = None,
    timeout_s: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    resolve: Resolve | None = None,
    may_ask: MayAsk | None = None,
) -> Fetched | NotModified | Trouble:
    """What stands at `url`. The arguments are those of `ask`; `max_bytes` bounds the unpacked body too."""
    answer = ask(
        url,
        allow_private=allow_private,
        conditional=conditional,
        timeout_s=timeout_s,
        max_bytes=max_bytes,
        resolve=resolve,
        may_ask=may_ask,
    )
    if isinstance(answer, Trouble):
        return answer
    last, validators = answer.last, find_validators(answer.last)
    if last.status == 304 and conditional:
        kept = validators if validators.etag or validators.last_modified else conditional
        return NotModified(url=url, validators=kept, checked_at=last.captured_at)
    if last.status != 200:
        return Trouble(source=url, message=explain_status(last))
    body = unpack_body(last.body, find_header(last, "content-encoding") or "", max_bytes)
    if isinstance(body, str):
        return Trouble(source=url, message=body)
    return Fetched(
        url=url,
        final_url=last.url,
        status=last.status,
        content_type=find_header(last, "content-type") or "",
        body=body,
        sha256=last.sha256,
        captured_at=last.captured_at,
        validators=validators,
        warc=write_warc(answer.exchanges),
    )


def ask(
    url: str,
    *,
    allow_private: bool = False,
    conditional: Validators | None = None,
    timeout_s: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    resolve: Resolve | None = None,
    may_ask: MayAsk | None = None,
) -> Answer | Trouble:
    """The answer to one GET, whatever its status, after every redirect.

    Args:
        allow_private: may the host that `url` names be this machine or one in the same house? No other host may: a
            page cannot send us there.
        conditional: what the server gave last time.
        timeout_s: for all of it; only the look-up of a host's name is as long as the system lets it be.
        max_bytes: of the body as it is sent.
        resolve: finds a host's addresses; by default the system does.
        may_ask: put to every address before it is asked, redirects included, such as `Robots.refuse`.
    """
    ends, here, exchanges = monotonic() + timeout_s, url, list[Exchange]()
    named = parse_address(url)
    while len(exchanges) <= MAX_REDIRECTS:
        address = parse_address(here)
        if isinstance(address, Address) and may_ask and (refusal := may_ask(address.url)):
            got: Exchange | str = refusal
        elif isinstance(address, Address):
            private = allow_private and isinstance(named, Address) and address.host == named.host
            bounds = Bounds(private=private, ends=ends, max_bytes=max_bytes, resolve=resolve or resolve_host)
            got = exchange(address, request_headers(address, conditional), bounds)
        else:
            got = address
        if isinstance(got, str):
            return Trouble(source=url, message=got if here == url else f"redirects to {shorten(here)}, which {got}")
        exchanges.append(got)
        onward = find_header(got, "location")
        if got.status not in REDIRECTS or not onward:
            return Answer(url=url, exchanges=tuple(exchanges))
        here = follow_address(got.url, onward)
        if got.url.startswith("https:") and here.lower().startswith("http:"):
            return Trouble(source=url, message="redirects from https to http, where anybody on the way can change it")
    return Trouble(source=url, message=f"redirects over {MAX_REDIRECTS} times; name the address where the text stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Within what one exchange must stay."""

    private: bool
    ends: float
    """By `monotonic`, in seconds."""
    max_bytes: int
    resolve: Resolve

    @property
    def left_s(self) -> float:
        """The time that is left, never nothing: a timeout of 0 would mean another thing to a socket."""
        return max(0.01, self.ends - monotonic())


def exchange(address: Address, headers: Sequence[tuple[str, str]], bounds: Bounds) -> Exchange | str:
    """One request and its answer; what is wrong, in words, if there is none."""
    try:
        ips = bounds.resolve(address.host, address.port)
    except (OSError, UnicodeError):
        ips = ()
    if not ips:
        return "cannot be found: its host has no address; check the spelling and your connection"
    if wrong := check_reach(ips, bounds.private):
        return wrong
    for ip in ips[:MAX_TRIED]:
        connection = open_connection(address, ip, bounds)
        try:
            connection.connect()
        except BROKEN as error:
            connection.close()
            wrong = explain_failure(error)
            continue
        try:
            return converse(connection, address, headers, ip, bounds)
        except BROKEN as error:
            return explain_failure(error)
        finally:
            connection.close()
    return wrong or "cannot be reached; try again"


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Every address of `host`, by the system's look-up."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def open_connection(address: Address, ip: str, bounds: Bounds) -> HTTPConnection:
    """A connection to the very address that was checked; the certificate is checked for the host's name.

    No proxy is used, whatever the environment says: it would look up the host's name again, and find what it likes.
    """
    timeout_s = min(QUIET_S, bounds.left_s)
    if address.scheme == "http":
        return HTTPConnection(ip, address.port, timeout=timeout_s)
    return HTTPSConnection(
        ip,
        address.port,
        timeout=timeout_s,
        server_hostname=address.host,
        cert_reqs="CERT_REQUIRED",
    )


def converse(
    connection: HTTPConnection, address: Address, headers: Sequence[tuple[str, str]], ip: str, bounds: Bounds
) -> Exchange | str:
    """Ask over an open connection, and take the answer down.

    Raises:
        HTTPError, HTTPException, OSError, ValueError: if the server does not speak HTTP, or stops speaking.
    """
    late = "takes too long; try again later"
    with hanging_up(connection, bounds.left_s) as hung_up:
        try:
            connection.request("GET", address.target, headers=dict(headers), preload_content=False)
            response = connection.getresponse()
            captured_at = datetime.now(UTC)
            body = receive(response, bounds.max_bytes)
        except BROKEN:
            if hung_up.is_set():
                return late
            raise
    if hung_up.is_set() or isinstance(body, str):
        return body if isinstance(body, str) else late
    return Exchange(
        url=address.url,
        asked=headers,
        target=address.target,
        protocol="HTTP/1.0" if response.version == 10 else "HTTP/1.1",
        status=response.status,
        reason=shorten(response.reason or ""),
        headers=tuple(response.headers.iteritems()),
        body=body,
        sha256=sha256(body).hexdigest(),
        ip=ip,
        captured_at=captured_at,
    )


@contextmanager
def hanging_up(connection: HTTPConnection, after_s: float) -> Iterator[Event]:
    """End the connection after `after_s`, whatever it is waiting for; the event says that this has happened.

    A timeout of the socket's bounds each silence alone: a server that sends one byte a second would hold us for ever.
    """
    line, hung_up = connection.sock, Event()
    if line is None:
        raise OSError("not connected")
    # A second handle: the first one may be wrapped for TLS, and must not be torn from under its reader.
    handle = socket.fromfd(line.fileno(), line.family, line.type)

    def hang_up() -> None:
        hung_up.set()
        with suppress(OSError):
            handle.shutdown(socket.SHUT_RDWR)

    timer = Timer(after_s, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield hung_up
    finally:
        timer.cancel()
        timer.join()
        handle.close()


def receive(response: BaseHTTPResponse, max_bytes: int) -> bytes | str:
    """The body as it is sent; what is wrong, in words, if it is too long."""
    body = bytearray()
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > max_bytes:
        return too_long("", int(announced), max_bytes).message
    while block := response.read1(BLOCK_BYTES, decode_content=False):
        body += block
        if len(body) > max_bytes:
            return too_long("", None, max_bytes).message
    return bytes(body)

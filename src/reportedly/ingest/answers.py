"""What comes back from the net, and what a refusal or a failure means in words."""

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProtocolError, ReadTimeoutError

from reportedly.ingest.addresses import shorten
from reportedly.ingest.recording import Exchange
from reportedly.model.capture import Validators

STATUSES: Mapping[int, str] = {
    304: "has not changed, says the server, though nobody asked whether it had; try again",
    401: "wants a login; save the page from a browser and read that file",
    403: "is refused to programs or to this network; save the page from a browser and read that file",
    404: "is not there; check the address, or look for an archived copy",
    410: "has been taken away; look for an archived copy",
    429: "is asked too often; wait, and ask less often",
    451: "is withheld here for legal reasons; look for an archived copy",
}
"""What an answer without the page means, and the way out."""

FAILURES: Sequence[tuple[type[Exception] | tuple[type[Exception], ...], str]] = (
    (
        ssl.SSLCertVerificationError,
        "shows a certificate that is not valid for its name; nothing it says can be trusted",
    ),
    (ssl.SSLError, "cannot be talked to in a way that is safe (TLS); look for an archived copy"),
    ((NewConnectionError, ConnectionRefusedError), "takes no connection; check the address, or try again later"),
    ((TimeoutError, ConnectTimeoutError, ReadTimeoutError), "says nothing; try again later"),
    ((ProtocolError, ConnectionError), "breaks off; try again"),
)
"""What a failure means, the narrowest kind first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whatever its status."""

    url: str
    """As it was asked for."""
    exchanges: tuple[Exchange, ...]
    """Redirects first; at least one."""

    @property
    def last(self) -> Exchange:
        """The exchange that ended it."""
        return self.exchanges[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that was fetched."""

    url: str
    """As it was asked for."""
    final_url: str
    """Where it came from, after every redirect."""
    status: int
    content_type: str
    """As the server says; empty if it does not."""
    body: bytes = field(repr=False)
    """Unpacked."""
    sha256: str
    """Hexadecimal digest of the body as it was sent, packed if it came packed."""
    captured_at: datetime
    """When it began to arrive, in UTC."""
    validators: Validators
    warc: bytes = field(repr=False)
    """Every answer and request, as `Capture.warc`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that nothing has changed since it gave the validators."""

    url: str
    validators: Validators
    """Those to ask with next time."""
    checked_at: datetime
    """In UTC."""


def find_header(exchange: Exchange, name: str) -> str | None:
    """The first header of this name in the answer."""
    return next((value for each, value in exchange.headers if each.lower() == name), None)


def find_validators(exchange: Exchange) -> Validators:
    """What the answer gives to ask with next time."""
    return Validators(etag=find_header(exchange, "etag"), last_modified=find_header(exchange, "last-modified"))


def explain_status(exchange: Exchange) -> str:
    """What an answer without the page means, in words, with the way out."""
    status = exchange.status
    if status >= 500:
        words = "cannot be had: the server is in trouble; try again later"
    else:
        words = STATUSES.get(status, "cannot be had; save the page from a browser and read that file")
    wait = find_header(exchange, "retry-after")
    return f"{words} (HTTP {status}{f', to be asked again after {when(wait)}' if wait else ''})"


def when(retry_after: str) -> str:
    """The header `Retry-After` in words: it gives seconds, or a date."""
    said = shorten(retry_after, 40)
    return f"{said} seconds" if said.isdecimal() else said


def explain_failure(error: Exception) -> str:
    """What went wrong on the way, in words, with the way out."""
    found = next((words for kinds, words in FAILURES if isinstance(error, kinds)), None)
    return found or f"does not answer as a web server does ({type(error).__name__}); check the address"

"""Who may ask: whoever has the token, through an address of this machine, from a page of ours."""

import hmac
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.workbench.listening import EVERYWHERE, own_names
from reportedly.workbench.refusing import report_bug, write_refusal

Scoped = MutableMapping[str, Any]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        "midi=(), payment=(), usb=()"
    ),
}
"""On every answer, whatever it is."""
OPEN = ("/static/", "/icon.svg")
"""What is the same for everybody: it is in the package."""
SAFE = frozenset({"GET", "HEAD"})
OF_OURS = frozenset({"same-origin", "none"})
"""What a browser says of a request from a page of ours, or from nobody's page."""
AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?", re.I)
HTTP_PORT = 80

WRONG_HOST = "this server does not go by that name; use the address that `reportedly serve` printed"
FOREIGN = "that was asked by a page of somebody else’s; use the address that `reportedly serve` printed"
NO_TOKEN = "you need the address that `reportedly serve` printed, with its token; open that"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What is asked of a request before it is answered."""

    token: str
    port: int
    names: frozenset[str] = frozenset()
    """Hosts under which the server is reached, besides this machine's own to itself; lower case."""
    takes_any_address: bool = False
    """Is it reached under every address of the machine? Whoever names one as digits was not led there by a name."""
    base: str | None = None
    """The address that leads here by way of another server."""

    @property
    def cookie(self) -> str:
        """Cookies do not tell ports apart: two servers need two names."""
        return f"reportedly-{self.port}"

    def refuse(self, scope: Scoped) -> Response | None:
        """The answer to a request that may not pass; None if it may."""
        headers, path = Headers(scope=scope), scope["path"]
        if not self.is_ours(headers.get("host", "")):
            return write_refusal(path, 400, WRONG_HOST)
        if self.is_foreign(scope["method"], headers, path):
            return write_refusal(path, 403, FOREIGN)
        if path.startswith(OPEN):
            return None
        is_known = self.knows(headers)
        given = None if path.startswith("/api/") else QueryParams(scope["query_string"]).get("token")
        if given is not None and scope["method"] in SAFE and (is_known or self.matches(given)):
            return self.let_in(scope)
        return None if is_known else write_refusal(path, 401, NO_TOKEN)

    def is_ours(self, host: str) -> bool:
        """Is a `Host` one of this server's? Else a name that somebody else owns was made to lead here."""
        if self.base and host.lower() == self.base.partition("://")[2].partition("/")[0].lower():
            return True
        found = AUTHORITY.fullmatch(host)
        if not found or int(found[2] or HTTP_PORT) != self.port:
            return False
        name = found[1].lower().strip("[]")
        if name in self.names or name in ("127.0.0.1", "localhost", "::1"):
            return True
        return self.takes_any_address and is_address(name)

    def is_foreign(self, method: str, headers: Headers, path: str) -> bool:
        """Does a browser say that a page from elsewhere asks?"""
        origin = headers.get("origin")
        if method not in SAFE and origin is not None:
            own = {f"http://{headers.get('host', '')}".lower()}
            if self.base:
                own.add("/".join(self.base.split("/")[:3]).lower())
            if origin.lower() not in own:
                return True
        return path.startswith("/api/") and headers.get("sec-fetch-site", "none") not in OF_OURS

    def knows(self, headers: Headers) -> bool:
        """Does a request bring the token, in its cookie or as its bearer?"""
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.matches(bearer.strip()):
            return True
        return any(self.matches(cookie_parser(each).get(self.cookie, "")) for each in headers.getlist("cookie"))

    def matches(self, given: str) -> bool:
        """Is this the token? It takes as long however much of it is right."""
        return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), self.token.encode("ascii"))

    def let_in(self, scope: Scoped) -> Response:
        """The way on without the token in the address, where others would read it; from now on the cookie has it."""
        rest = [(name, value) for name, value in QueryParams(scope["query_string"]).multi_items() if name != "token"]
        query = str(QueryParams(rest))
        # Two slashes at the beginning would lead to another server.
        path = quote("/" + str(scope["path"]).lstrip("/\\"))
        # "lax": links from a report or a table lead here too, while other sites' pages can neither ask nor change anything.
        response = RedirectResponse(path + (f"?{query}" if query else ""), status_code=303)
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="lax", path="/")
        return response


def make_gate(host: str, port: int, token: str, base: str | None = None) -> Gate:
    """The gate of a server that listens there.

    Args:
        base: the address that leads to it by way of another server.
    """
    is_everywhere = host in EVERYWHERE
    names = own_names() if is_everywhere else frozenset({host.lower()})
    return Gate(token=token, port=port, names=names, takes_any_address=is_everywhere, base=base)


def is_address(name: str) -> bool:
    """Is it written as digits, and no name that somebody may own?"""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Guarded:
    """An application behind a gate; every answer has the headers by which a browser keeps strangers out."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app, self._gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal is_begun
            if message["type"] == "http.response.start":
                is_begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._gate.refuse(scope)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        try:
            await self._app(scope, receive, send_guarded)
        except Exception as error:
            words = report_bug(f"{scope['method']} {scope['path']}", error)
            if is_begun:
                raise
            await write_refusal(scope["path"], 500, words)(scope, receive, send_guarded)

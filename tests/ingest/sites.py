"""A small site on this machine, which answers what a test tells it to, byte for byte."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from threading import Thread

from reportedly.ingest.answers import Fetched
from reportedly.ingest.fetch import fetch
from reportedly.model.trouble import Trouble

Answer = bytes | Callable[[BufferedIOBase], object]


class Site:
    """Its pages by path; what was asked of it, in order, with the headers."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.port = server.server_port
        self.scheme = scheme

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def add(self, path: str, body: bytes = b"", status: str = "200 OK", **headers: str) -> str:
        """Answer `path` so, and say its address."""
        self.pages[path] = answer(body, status, **headers)
        return self.url(path)


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; `content_type="…"` becomes the header `content-type`."""
    named = {"content-length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


@contextmanager
def open_site(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a port of its own, for as long as the test needs it."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Who hangs up on us is what the tests are about."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            page = site.pages.get(self.path, answer(status="404 Not Found"))
            with suppress(OSError):
                page(self.wfile) if callable(page) else self.wfile.write(page)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Nothing is logged."""

    server = Server(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site = Site(server, "https" if context else "http")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def fetched(url: str, **options: object) -> Fetched:
    outcome = fetch(url, allow_private=True, **options)  # type: ignore[arg-type]  # each test names real options
    assert isinstance(outcome, Fetched), outcome
    return outcome


def refused(url: str, *, allow_private: bool = True, **options: object) -> str:
    outcome = fetch(url, allow_private=allow_private, **options)  # type: ignore[arg-type]  # each test names real ones
    assert isinstance(outcome, Trouble), outcome
    assert outcome.source == url
    assert "\n" not in outcome.message
    return outcome.message

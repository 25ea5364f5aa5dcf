"""A workbench that really listens, and a client that asks it as a browser or a program would."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.types import ASGIApp

from reportedly.ledger.opening import open_ledger
from reportedly.model.reading import Reading
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import MOST_BYTES, Bench, open_bench
from reportedly.workbench.listening import listen
from reportedly.workbench.security import Gate, make_gate
from reportedly.workbench.serving import make_server
from tests.present.happenings import ARABIC, DAILY, HERALD, POST, WIRE

TOKEN = "a-token-that-nobody-guesses"
WHO = "A reader"
WAIT_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters; of several of one name the last."""
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        """Why there is no answer."""
        return str(self.json["error"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Somebody who asks a server."""

    port: int
    headers: Mapping[str, str] = field(default_factory=lambda: {"Authorization": f"Bearer {TOKEN}"})
    host: str = "127.0.0.1"

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """What is answered to a request; names of headers with `_` for `-`."""
        connection = HTTPConnection(self.host, self.port, timeout=WAIT_S)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body=body, headers={**self.headers, **named})
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(status=response.status, headers=found, body=response.read())
        finally:
            connection.close()

    def get(self, path: str, **parameters: object) -> Any:
        """The JSON that the API answers."""
        answer = self.ask("GET", address(path, parameters))
        assert answer.status == 200, answer.body
        return answer.json

    def refused(self, path: str, **parameters: object) -> tuple[int, str]:
        """With which status, and in which words, the API refuses."""
        answer = self.ask("GET", address(path, parameters))
        return answer.status, answer.error

    def file(self, path: str, **parameters: object) -> bytes:
        """A file that the API makes."""
        answer = self.ask("GET", address(path, parameters))
        assert answer.status == 200, answer.body
        return answer.body

    def post(self, path: str, sent: object) -> Answer:
        """What is answered to JSON."""
        return self.ask("POST", f"/api/{path}", json.dumps(sent).encode(), Content_Type="application/json")

    def review(self, action: str, *subjects: str, **more: str) -> Any:
        """A review that is written."""
        answer = self.post("reviews", {"action": action, "subjects": list(subjects), **more})
        assert answer.status == 200, answer.body
        return answer.json

    def upload(self, name: str, content: bytes, **parameters: object) -> Any:
        """An import that is over."""
        answer = self.ask("POST", address("imports", {"name": name, **parameters}), content)
        assert answer.status == 200, answer.body
        return self.wait_for_import(answer.json["id"])

    def wait_for_import(self, id_: str) -> Any:
        """An import when it is over."""
        job = until(lambda: self.get(f"imports/{id_}"), lambda job: job["state"] not in ("waiting", "reading"))
        self.wait_compared()
        return job

    def wait_compared(self) -> None:
        """Until all that is in is compared."""
        until(lambda: self.get("state"), lambda state: state["comparing"] is None and not state["counting"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Served(Client):
    """The same, with the bench behind it."""

    bench: Bench


def address(path: str, parameters: Mapping[str, object]) -> str:
    """An address of the API; a parameter `from_` is `from`."""
    named = [(name.rstrip("_"), value) for name, value in parameters.items()]
    asked = urlencode(named, doseq=True)
    return f"/api/{quote(path)}" + (f"?{asked}" if asked else "")


def until(ask: Callable[[], Any], is_so: Callable[[Any], bool]) -> Any:
    """What is answered when it is so."""
    end = time.monotonic() + WAIT_S
    while not is_so(answer := ask()):
        assert time.monotonic() < end, answer
        time.sleep(0.02)
    return answer


def fill(ledger: str, *readings: Reading) -> str:
    """Put readings into a ledger; one capture that three outlets tell and a fourth denies, and a strike, by default."""
    with open_ledger(ledger, create=True) as opened:
        for each in readings or (HERALD, WIRE, POST, DAILY, ARABIC):
            opened.add(each.document, replace(each, made_by=replace(each.made_by, profile="ukraine")))
    return ledger


@contextmanager
def run_app(make: Callable[[int], ASGIApp], host: str = "127.0.0.1") -> Iterator[int]:
    """The port of a server that answers with what is made for it."""
    with listen(host, 0, may_move=False) as listening:
        port = int(listening.getsockname()[1])
        server = make_server(make(port))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            until(lambda: server.started, bool)
            yield port
        finally:
            server.should_exit = True
            thread.join(WAIT_S)


@contextmanager
def serve(
    ledger: str,
    *,
    host: str = "127.0.0.1",
    base: str | None = None,
    roads: Path | None = None,
    most_bytes: int = MOST_BYTES,
    static: Path | None = None,
) -> Iterator[Served]:
    """The workbench of a ledger that is there."""
    with open_bench(ledger, who=WHO, base=base or "http://desk.example", roads=roads, most_bytes=most_bytes) as bench:

        def make(port: int) -> ASGIApp:
            gate = make_gate(host, port, TOKEN, base)
            return make_app(bench, gate) if static is None else make_app(bench, gate, static)

        with run_app(make, host) as port:
            yield Served(port=port, bench=bench)


__all__ = ["TOKEN", "WHO", "Answer", "Client", "Gate", "Served", "fill", "run_app", "serve", "until"]

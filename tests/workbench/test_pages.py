"""The page itself, and the roads that a user may give."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reportedly.workbench.pages import SCREENS
from tests.workbench.served import Served, fill, serve

ROADS = bytes(range(256)) * 40


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose page is built, with roads."""
    static = tmp_path_factory.mktemp("static")
    (static / "index.html").write_text("<!doctype html><title>reportedly</title>", encoding="utf-8")
    (static / "main.js").write_text("export {};", encoding="utf-8")
    (static / "map.mjs").write_text("export {};", encoding="utf-8")
    roads = static.parent / "roads.pmtiles"
    roads.write_bytes(ROADS)
    with serve(fill(str(static.parent / "case.db")), static=static, roads=roads) as served:
        yield served


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_is_the_same_file(paged: Served, path: str) -> None:
    address = path.replace("{id}", "rp-7K3M2QX4TB") + "?q=%3Cscript%3E"
    answer = paged.ask("GET", address)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/html")
    assert b"<title>reportedly" in answer.body and b"script" not in answer.body


def test_a_checkout_without_a_build_says_how_to_make_it(tmp_path: Path) -> None:
    with serve(fill(str(tmp_path / "case.db")), static=tmp_path / "none") as served:
        answer = served.ask("GET", "/claims")
        assert answer.status == 503 and b"make web" in answer.body
        assert served.ask("GET", "/static/main.js").status == 404 and served.get("state")


def test_an_address_that_is_none_is_told_in_a_page_without_its_words(paged: Served) -> None:
    answer = paged.ask("GET", "/%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.status == 404 and b"alert" not in answer.body and b"<h1>" in answer.body


class Parts(HTMLParser):
    """What a page is made of: addresses that it asks for, and what the policy would not let run."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get("src") or (given.get("href") if tag == "link" else None)
        if address:
            self.asked.append(address)
        if (tag == "script" and "src" not in given) or tag == "style":
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


def test_the_page_that_comes_along_obeys_its_policy(desk: Served) -> None:
    parts = Parts()
    parts.feed(desk.ask("GET", "/").body.decode())
    assert parts.inline == [] and any(each.endswith(".js") for each in parts.asked)
    assert {each: desk.ask("GET", each).status for each in parts.asked} == dict.fromkeys(parts.asked, 200)
    assert all(each.startswith(("/static/", "/icon.svg")) for each in parts.asked)


def test_scripts_are_scripts_and_asked_for_each_time(paged: Served) -> None:
    for name in ("main.js", "map.mjs"):
        answer = paged.ask("GET", f"/static/{name}")
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == "no-cache"
        again = paged.ask("GET", f"/static/{name}", If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")


def test_roads_are_given_in_parts(paged: Served) -> None:
    assert paged.get("start")["has_roads"]
    part = paged.ask("GET", "/roads.pmtiles", Range="bytes=16-271")
    assert (part.status, part.body) == (206, ROADS[16:272])
    assert part.headers["content-range"] == f"bytes 16-271/{len(ROADS)}"
    assert paged.ask("GET", "/roads.pmtiles").body == ROADS
    assert paged.ask("GET", "/roads.pmtiles", Range="bytes=999999-").status == 416


def test_without_roads_there_are_none(desk: Served) -> None:
    assert desk.ask("GET", "/roads.pmtiles").status == 404


def test_nothing_is_asked_of_the_net(paged: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the server does for a request, it opens no connection; the tests' own go to it alone."""
    import socket

    reached: list[object] = []
    connect = socket.socket.connect

    def watch(self: socket.socket, where: object) -> None:
        reached.append(where)
        connect(self, where)  # type: ignore[arg-type] # whatever it is, it is passed on

    monkeypatch.setattr(socket.socket, "connect", watch)
    event = paged.get("events")["items"][0]["id"]
    for path in ("start", "desk", "claims", "facets", "sides", "sources", f"events/{event}"):
        paged.get(path)
    for path in ("export/report", f"evidence/{event}"):
        paged.file(path)
    assert set(reached) == {("127.0.0.1", paged.port)}

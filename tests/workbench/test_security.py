"""Who may ask, and what every answer keeps out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.routing import Route, Router

from reportedly.workbench.refusing import BUG
from reportedly.workbench.security import HEADERS, Guarded, make_gate
from tests.workbench.served import TOKEN, Client, Served, fill, run_app, serve

ADDRESS = "/claims?side=russia&side=ukraine"


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose page is built."""
    static = tmp_path_factory.mktemp("static")
    (static / "index.html").write_text("<!doctype html><title>reportedly</title>", encoding="utf-8")
    (static / "main.js").write_text("export {};", encoding="utf-8")
    (static / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (static.parent / "secret.txt").write_text("nobody may see this", encoding="utf-8")
    with serve(fill(str(tmp_path_factory.mktemp("ledger") / "case.db")), static=static, most_bytes=1000) as served:
        yield served


@pytest.fixture(scope="module")
def stranger(paged: Served) -> Client:
    """Somebody without the token."""
    return Client(port=paged.port, headers={})


KINDS = [
    ("GET", "/", 200), ("HEAD", "/", 200), ("GET", "/d/rp-7K3M", 200), ("GET", "/api/state", 200),
    ("HEAD", "/api/claims", 200), ("GET", "/api/export/claims", 200), ("HEAD", "/api/export/claims", 200),
    ("GET", f"/?token={TOKEN}", 303), ("GET", "/api/claims?kind=nothing", 400), ("GET", "/api/claims/rp-00000", 404),
    ("GET", "/api/nothing", 404), ("GET", "/nothing", 404), ("HEAD", "/nothing", 404), ("GET", "/static/none.js", 404),
    ("GET", "/static/main.js", 200), ("HEAD", "/static/main.js", 200), ("GET", "/icon.svg", 200),
    ("DELETE", "/api/claims", 405), ("POST", "/", 405), ("PUT", "/api/reviews", 405),
    ("POST", "/api/imports?name=a.txt", 413), ("POST", "/api/reviews", 415), ("GET", "/roads.pmtiles", 404),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "status"), KINDS)
def test_every_answer_has_the_headers_that_keep_strangers_out(
    paged: Served, method: str, path: str, status: int
) -> None:
    answer = paged.ask(method, path, b"x" * 2000 if method in ("POST", "PUT") else None)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)
    assert "no-store" in answer.headers["cache-control"] or path.startswith(("/static/", "/icon.svg"))
    assert method != "HEAD" or answer.body == b""


@pytest.mark.parametrize("path", ["/", "/api/state", "/api/nothing", "/d/rp-7K3M", "/roads.pmtiles", "/nothing"])
def test_without_the_token_nothing_is_told(stranger: Client, path: str) -> None:
    tried: list[dict[str, str]] = [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Cookie": "x=y"},
    ]
    for headers in tried:
        answer = stranger.ask("GET", path, None, **headers)
        assert answer.status == 401 and b"reportedly serve" in answer.body
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_what_is_the_same_for_everybody_needs_no_token(stranger: Client) -> None:
    assert [stranger.ask("GET", path).status for path in ("/static/main.js", "/icon.svg")] == [200, 200]


def test_the_first_address_becomes_a_cookie_and_leads_on_without_the_token(stranger: Client, paged: Served) -> None:
    answer = stranger.ask("GET", f"{ADDRESS}&token={TOKEN}")
    assert (answer.status, answer.headers["location"]) == (303, ADDRESS)
    cookie, *attributes = answer.headers["set-cookie"].split("; ")
    assert cookie == f"reportedly-{paged.port}={TOKEN}"
    assert {each.lower() for each in attributes} == {"httponly", "samesite=lax", "path=/"}
    assert stranger.ask("GET", "/", Cookie=cookie).status == 200
    assert stranger.ask("GET", "/api/state", Cookie=f"other=1; {cookie}; more=2").status == 200
    assert stranger.ask("GET", "/api/state", Cookie=f"reportedly-1={TOKEN}").status == 401


def test_a_wrong_token_in_the_address_lets_nobody_in(stranger: Client, paged: Served) -> None:
    assert stranger.ask("GET", "/?token=wrong").status == 401
    assert stranger.ask("GET", f"/api/state?token={TOKEN}").status == 401  # it would stay in the histories of programs
    cookie = f"reportedly-{paged.port}={TOKEN}"
    assert stranger.ask("GET", "/?token=of-yesterday", Cookie=cookie).headers["location"] == "/"


def test_the_way_on_leads_to_no_other_server(stranger: Client) -> None:
    for path in ("//evil.example/", "/\\evil.example/", "///evil.example"):
        answer = stranger.ask("GET", f"{path}?token={TOKEN}")
        if answer.status == 303:
            location = answer.headers["location"]
            assert location.startswith("/") and not location.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "", "a@127.0.0.1:{port}", "192.168.1.9:{port}"],
)
def test_a_name_that_is_not_ours_is_refused(paged: Served, host: str) -> None:
    """Else a name that somebody owns could be made to lead here, and his page would read what we answer."""
    answer = paged.ask("GET", "/api/state", Host=host.format(port=paged.port))
    assert answer.status == 400 and "does not go by that name" in answer.error


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_our_own_names_are_ours(paged: Served, host: str) -> None:
    assert paged.ask("GET", "/api/state", Host=host.format(port=paged.port)).status == 200


def test_a_server_for_all_is_reached_by_numbers_and_by_the_machines_own_name() -> None:
    gate = make_gate("0.0.0.0", 8321, TOKEN)
    assert all(gate.is_ours(host) for host in ("192.168.1.9:8321", "[fe80::1]:8321", "localhost:8321"))
    assert not any(gate.is_ours(host) for host in ("evil.example:8321", "192.168.1.9:80", "192.168.1.9"))


def test_a_server_behind_another_goes_by_its_name() -> None:
    gate = make_gate("127.0.0.1", 8321, TOKEN, "https://desk.example/ledger")
    assert gate.is_ours("desk.example") and not gate.is_ours("other.example")


@given(st.text())
def test_no_name_is_ours_by_chance(host: str) -> None:
    gate = make_gate("127.0.0.1", 8321, TOKEN)
    ours = {f"{name}:8321" for name in ("127.0.0.1", "localhost", "[::1]", "::1")}
    assert not gate.is_ours(host) or host.lower() in ours


@given(st.text())
def test_no_text_is_the_token_by_chance(given_token: str) -> None:
    assert make_gate("127.0.0.1", 8321, TOKEN).matches(given_token) is (given_token == TOKEN)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost:{port}"])
def test_a_page_of_somebody_else_changes_nothing(paged: Served, origin: str) -> None:
    before = paged.get("state")["seq"]
    answer = paged.ask(
        "POST", "/api/reviews", b"{}", Origin=origin.format(port=paged.port), Content_Type="application/json"
    )
    assert answer.status == 403 and paged.get("state")["seq"] == before


def test_our_own_page_may_change_things(paged: Served) -> None:
    own = f"http://127.0.0.1:{paged.port}"
    body = b'{"name": "x", "route": "/claims", "query": ""}'
    assert paged.ask("POST", "/api/views", body, Origin=own, Content_Type="application/json").status == 200


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)]
)
def test_a_browser_says_whose_page_asks(paged: Served, site: str, status: int) -> None:
    assert paged.ask("GET", "/api/state", Sec_Fetch_Site=site).status == status


@pytest.mark.parametrize(
    "path",
    ["/static/../secret.txt", "/static/%2e%2e/secret.txt", "/static/..%2fsecret.txt", "/static//secret.txt",
     "/static/....//secret.txt", "/static/%00", "/static/" + "a" * 5000],
)  # fmt: skip
def test_nothing_outside_the_page_is_given(paged: Served, path: str) -> None:
    answer = paged.ask("GET", path)
    assert answer.status in (400, 404) and b"nobody may see" not in answer.body


def test_a_bug_is_told_in_neutral_words_and_its_traces_stay_here(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(request: Request) -> None:
        raise ZeroDivisionError("secret \x1b[2J")

    router = Router([Route("/api/fail", fail), Route("/fail", fail)])
    with run_app(lambda port: Guarded(router, make_gate("127.0.0.1", port, TOKEN))) as port:
        client = Client(port=port)
        told, page = client.ask("GET", "/api/fail"), client.ask("GET", "/fail")
    assert (told.status, told.error, page.status) == (500, BUG, 500)
    assert b"secret" not in told.body + page.body and b"Traceback" not in told.body + page.body
    assert {name: told.headers.get(name) for name in HEADERS} == dict(HEADERS)
    said = capsys.readouterr().err
    assert "ZeroDivisionError: secret ␛[2J" in said and len(said.splitlines()) == 2


def test_a_ledger_that_is_gone_is_told_as_such(tmp_path: Path) -> None:
    ledger = tmp_path / "case.db"
    with serve(fill(str(ledger))) as served:
        served.wait_compared()
        served.bench.ledgers.close()  # what is open goes on reading a file that is gone
        for path in tmp_path.iterdir():
            path.rename(path.with_suffix(path.suffix + "-moved"))
        assert served.refused("state")[0] == 503

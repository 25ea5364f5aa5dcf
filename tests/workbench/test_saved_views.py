"""Questions that somebody kept."""

from pathlib import Path

import pytest

from reportedly.workbench.keeping_views import views_file
from tests.workbench.served import Served, fill, serve

RUSSIA = {"name": "Russia’s claims", "route": "/claims", "query": "side=russia"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path / "home"))


def test_a_view_is_kept_and_taken_out(case: Served) -> None:
    assert case.get("views")["items"] == []
    assert case.post("views", RUSSIA).json["items"] == [RUSSIA]
    changed = {**RUSSIA, "query": "side=russia&kind=control"}
    assert case.post("views", changed).json["items"] == case.get("views")["items"] == [changed]
    answer = case.ask("DELETE", "/api/views?name=Russia%E2%80%99s%20claims")
    assert answer.json["items"] == []
    assert case.ask("DELETE", "/api/views?name=none").status == 404


def test_each_ledger_has_its_own_and_they_outlive_the_server(tmp_path: Path) -> None:
    one, other = (fill(str(tmp_path / name)) for name in ("one.db", "other.db"))
    with serve(one) as served:
        served.post("views", RUSSIA)
    with serve(other) as served:
        assert served.get("views")["items"] == []
        served.post("views", {**RUSSIA, "name": "other"})
    with serve(one) as served:
        assert served.get("views")["items"] == [RUSSIA]


def test_what_is_no_view_is_refused(case: Served) -> None:
    wrong: list[object] = [{**RUSSIA, "name": ""}, {**RUSSIA, "query": "x" * 5000}, {"name": "x"}, []]
    for sent in wrong:
        assert case.post("views", sent).status == 400
    assert case.get("views")["items"] == []


def test_a_file_that_is_damaged_is_left_alone_and_told(case: Served) -> None:
    path = views_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not JSON")
    assert case.refused("views")[0] == 500 and str(path) in case.refused("views")[1]
    assert case.post("views", RUSSIA).status == 500 and path.read_bytes() == b"not JSON"

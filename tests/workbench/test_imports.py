"""Files that come in through the page."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.flow.examples import find_examples, list_examples
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from tests.workbench.served import Served, serve, until

NEWS = b"The spokesman said that Malynivka had been shelled on Tuesday.\n"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    ledger = str(tmp_path / "case.db")
    open_ledger(ledger, create=True).close()
    with serve(ledger, most_bytes=1_000_000) as served:
        yield served


def list_lines(number: int) -> bytes:
    """So many documents, a line each."""
    lines = (
        {"text": f"The mayor said that {n} people were killed in Malynivka on Tuesday.", "outlet": f"Paper {n}"}
        for n in range(number)
    )
    return "\n".join(map(json.dumps, lines)).encode()


def test_a_good_file_comes_in(empty: Served) -> None:
    job = empty.upload("folder/news.txt", NEWS, outlet="Example Herald", published="2025-12-03", language="en")
    assert (job["state"], job["name"], job["new"], job["troubles"]) == ("done", "news.txt", 1, [])
    assert job["claims"] == empty.get("state")["claims"] > 0 and job["bytes"] == len(NEWS)
    head = job["documents"][0]
    assert (head["outlet"], head["published"]) == ("Example Herald", "2025-12-03")
    assert empty.get(f"documents/{head['id']}")["raw_sha256"]
    assert empty.get("imports")["items"] == [job]


def test_the_same_again_changes_nothing(empty: Served) -> None:
    empty.upload("news.txt", NEWS, outlet="A")
    before = empty.get("state")
    job = empty.upload("news.txt", NEWS, outlet="A")
    assert (job["new"], job["known"]) == (0, 1) and empty.get("state") == before


def test_the_name_tells_what_it_is(empty: Served) -> None:
    page = b"<html><body><article><p>" + NEWS * 5 + b"</p></article></body></html>"
    job = empty.upload("news.html", page, outlet="A")
    assert "<p>" not in empty.get(f"documents/{job['documents'][0]['id']}")["text"]
    assert empty.upload("lines.jsonl", list_lines(3))["new"] == 3


def test_what_is_broken_is_told_by_the_users_name_and_the_next_goes_on(empty: Served) -> None:
    lines = list_lines(2).split(b"\n")
    job = empty.upload("lines.jsonl", b"\n".join([lines[0], b'{"text": ', lines[1]]))
    assert (job["state"], job["new"], job["trouble_count"]) == ("done", 2, 1)
    (trouble,) = job["troubles"]
    assert trouble["source"] == "lines.jsonl" and trouble["message"]
    assert "tmp" not in trouble["source"] + trouble["message"]


@pytest.mark.parametrize("name", ["broken.wacz", "picture.html", "feed.xml", "broken.warc.gz", "table.csv", "x.txt.gz"])
def test_rubbish_is_told_and_harms_nothing(empty: Served, name: str) -> None:
    job = empty.upload(name, bytes(range(256)) * 20)
    assert job["state"] == "done" and job["trouble_count"] + job["new"] > 0
    assert all(each["source"].startswith(name) for each in job["troubles"])


def test_a_zip_of_a_folder_is_refused_in_words(empty: Served) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../evil.txt", NEWS)
        archive.writestr("folder/news.txt", NEWS)
    job = empty.upload("folder.zip", packed.getvalue())
    assert (job["new"], job["trouble_count"]) == (0, 1) and job["troubles"][0]["source"] == "folder.zip"


def test_only_so_many_troubles_are_kept_and_all_are_counted(empty: Served) -> None:
    job = empty.upload("lines.jsonl", b'{"text": \n' * 300)
    assert job["trouble_count"] == 300 and len(job["troubles"]) == 200


def test_an_import_is_cancelled_between_two_documents(empty: Served) -> None:
    answer = empty.ask("POST", "/api/imports?name=lines.jsonl", list_lines(400))
    id_ = answer.json["id"]
    until(lambda: empty.get(f"imports/{id_}"), lambda job: job["new"] > 2)
    assert empty.get(f"imports/{id_}")["now"]
    assert empty.ask("DELETE", f"/api/imports/{id_}").status == 200
    job = empty.wait_for_import(id_)
    assert job["state"] == "cancelled" and 2 < job["new"] < 400 and job["now"] is None
    assert empty.get("state")["documents"] == job["new"]
    again = empty.upload("lines.jsonl", list_lines(job["new"] + 2))
    assert (again["known"], again["new"]) == (job["new"], 2)


def test_imports_wait_for_each_other_and_may_be_cancelled_before_they_begin(empty: Served) -> None:
    first, second = (
        empty.ask("POST", f"/api/imports?name={name}.jsonl", list_lines(60)).json["id"] for name in ("a", "b")
    )
    assert empty.ask("DELETE", f"/api/imports/{second}").json["state"] == "waiting"
    assert empty.wait_for_import(first)["new"] == 60
    assert empty.wait_for_import(second)["state"] == "cancelled" and empty.get(f"imports/{second}")["new"] == 0
    assert [each["id"] for each in empty.get("imports")["items"]] == [second, first]


def test_the_end_of_the_server_is_between_two_documents(tmp_path: Path) -> None:
    ledger = str(tmp_path / "case.db")
    open_ledger(ledger, create=True).close()
    with serve(ledger) as served:
        id_ = served.ask("POST", "/api/imports?name=lines.jsonl", list_lines(400)).json["id"]
        until(lambda: served.get(f"imports/{id_}"), lambda job: job["new"] > 2)
    with open_ledger(ledger) as opened:
        assert opened.verify().faults == ()
        assert 2 < len(opened.documents(Query(limit=500)).items) < 400


def test_what_cannot_be_an_import_is_refused(empty: Served) -> None:
    for path, body, status in (
        ("/api/imports", NEWS, 400),
        ("/api/imports?name=a.txt", b"", 400),
        ("/api/imports?name=..%2F..%2F", NEWS, 400),
        ("/api/imports?name=" + "a" * 300, NEWS, 400),
        ("/api/imports?name=a.txt&published=soon", NEWS, 400),
        ("/api/imports?name=a.txt&language=english", NEWS, 400),
        ("/api/imports?name=a.txt", b"x" * 1_000_001, 413),
    ):
        answer = empty.ask("POST", path, body)
        assert answer.status == status and answer.error, path
    assert empty.get("imports")["items"] == []
    assert empty.refused("imports/none")[0] == 404


def test_the_sample_case_is_the_examples(empty: Served) -> None:
    assert empty.get("start")["has_sample"]
    job = empty.wait_for_import(empty.ask("POST", "/api/imports/sample").json["id"])
    assert (job["state"], job["new"], job["trouble_count"]) == ("done", len(list_examples(find_examples())), 0)
    assert not empty.get("start")["has_sample"]
    assert empty.get("events", min_documents=2)["items"] and empty.get("desk")["jobs"][0]["id"] == job["id"]

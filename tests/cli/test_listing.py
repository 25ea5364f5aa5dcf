"""`reportedly sources`, `documents`, `places` and `show` tell what a ledger holds."""

import json
import re
from pathlib import Path

import pytest

from reportedly.errors import ReportedlyError
from tests.cli.ledger import make_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger that nobody changes."""
    return make_ledger(tmp_path_factory.mktemp("ledger") / "reportedly.db")


def find(command: str, ledger: Path, *options: str) -> dict[str, str]:
    """The ids of what fits, by name or title."""
    lines = run(command, "--format", "jsonl", "--db", ledger, *options).stdout.splitlines()
    read = [json.loads(line) for line in lines]
    return {each.get("name") or each["title"]: each["id"] for each in read}


def test_sources_are_those_of_the_claims_that_fit(ledger: Path) -> None:
    assert set(find("sources", ledger)) == {"Front Diary", "a soldier", "General Staff", "officials"}
    assert set(find("sources", ledger, "--kind", "strike")) == {"officials"}
    assert "General Staff" in run("sources", "--db", ledger).stdout


def test_places_are_those_of_the_claims_that_fit(ledger: Path) -> None:
    assert list(find("places", ledger, "--side", "ukraine")) == ["Malynivka"]
    assert set(find("places", ledger)) == {"Malynivka", "Kyiv", "Kupiansk"}


def test_documents_are_found_by_their_own_words_read_or_not(ledger: Path) -> None:
    assert len(find("documents", ledger)) == 4
    assert list(find("documents", ledger, "--text", "weather")) == ["Nobody said a thing about the weather."]
    assert run("documents", "--outlet", "Weather", "--count", "--db", ledger).stdout == "1\n"


@pytest.mark.parametrize("command", ["sources", "documents", "places"])
def test_every_format_holds_the_same(ledger: Path, command: str) -> None:
    ids = list(find(command, ledger).values())
    rows = run(command, "--format", "csv", "--db", ledger).stdout.splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ids
    assert re.findall(r"^(rp-[0-9A-Z]{10})  ", run(command, "--db", ledger).stdout, re.M) == ids
    assert run(command, "--count", "--db", ledger).stdout == f"{len(ids)}\n"
    assert list(find(command, ledger, "--limit", "2").values()) == ids[:2]


def test_an_id_shows_a_claim_with_its_evidence(ledger: Path) -> None:
    (line,) = run("claims", "--side", "russia", "--format", "jsonl", "--db", ledger).stdout.splitlines()
    shown = run("show", json.loads(line)["claim_id"][3:10].lower(), "--db", ledger)
    assert shown.exit_code == 0
    assert "[Russian forces captured the village of Malynivka on Tuesday], the channel" in " ".join(
        shown.stdout.split()
    )


@pytest.mark.parametrize("command", ["sources", "documents", "places"])
def test_an_id_shows_whatever_it_names(ledger: Path, command: str) -> None:
    for name, id_ in find(command, ledger).items():
        shown = run("show", id_, "--db", ledger)
        assert shown.exit_code == 0 and shown.stdout.startswith(f"{id_}  "), shown.output
        assert name.split()[0] in shown.stdout


def test_what_is_not_there_is_one_line(ledger: Path) -> None:
    with pytest.raises(ReportedlyError, match="nothing in this ledger"):
        run("show", "rp-ZZZZZZZZZZ", "--db", ledger)
    source = find("sources", ledger)["Front Diary"]
    with pytest.raises(ReportedlyError, match="did not stand after entry 1;"):
        run("show", source, "--at", 1, "--db", ledger)


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ReportedlyError):
        run("claims", "--db", tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_id_of_something_else_is_told(ledger: Path) -> None:
    source = find("sources", ledger)["Front Diary"]
    result = run("claims", "--document", source, "--db", ledger)
    assert result.exit_code == 2 and f"{source} is a source, and no document" in " ".join(result.stderr.split())
    assert "Front Diary" in run("claims", "--source", source[:9].lower(), "--db", ledger).stdout

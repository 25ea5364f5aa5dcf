"""`reportedly claims` finds what fits, and an export is what was listed."""

import csv
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from reportedly.errors import ReportedlyError
from reportedly.present.contract import reading_schema
from tests.cli.ledger import FORMULA, make_ledger, run

IDS = re.compile(r"^(rp-[0-9A-Z]{10})  ", re.M)


def ids_of_readings(written: str) -> list[str]:
    """Of `--format json`."""
    return [claim["id"] for line in written.splitlines() for claim in json.loads(line)["claims"]]


def ids_of_lines(written: str) -> list[str]:
    """Of `--format jsonl`."""
    return [json.loads(line)["claim_id"] for line in written.splitlines()]


def ids_of_rows(written: str) -> list[str]:
    """Of `--format csv`."""
    return [row["claim_id"] for row in csv.DictReader(StringIO(written, newline=""))]


def ids_of_features(written: str) -> list[str]:
    """Of `--format geojson`."""
    return list(dict.fromkeys(each["properties"]["claim_id"] for each in json.loads(written)["features"]))


def ids_of_annotations(written: str) -> list[str]:
    """Of `--format annotations`."""
    return [each["id"].removeprefix("reportedly:") for each in json.loads(written)["first"]["items"]]


def ids_of_entities(written: str) -> list[str]:
    """Of `--format prov`."""
    entities = json.loads(written).get("entity", {})
    return [id_.removeprefix("c:") for id_ in entities if id_.startswith("c:")]


def ids_of_graph(written: str) -> list[str]:
    """Of `--format schema-org`."""
    return [each["@id"].removeprefix("reportedly:") for each in json.loads(written)["@graph"]]


READERS: Mapping[str, Callable[[str], list[str]]] = {
    "text": IDS.findall,
    "jsonl": ids_of_lines,
    "csv": ids_of_rows,
    "geojson": ids_of_features,
    "annotations": ids_of_annotations,
    "prov": ids_of_entities,
    "schema-org": ids_of_graph,
}
"""How the claims' ids are read out of each format, in order."""

FILTERS: Sequence[tuple[str, ...]] = (
    ("--kind", "control"), ("--kind", "control", "--kind", "strike"), ("--side", "russia"), ("--side", "ukraine"),
    ("--source-type", "channel", "--source-type", "institution"), ("--certainty", "certain"), ("--polarity", "positive"), ("--tense", "past"), ("--flag", "anonymous-origin"),
    ("--language", "en"), ("--outlet", "Example Herald"), ("--published-from", "2025-12-02"),
    ("--published-to", "2025-12-02"), ("--from", "2025-12-02"), ("--to", "2025-12-01"), ("--place", "Malynivka"),
    ("--near", "49.8,36.7", "--within", "10"), ("--box", "49,36,50,38"), ("--source", "Front Diary"),
    ("--text", "Malynivka"), ("--text", "Купянск"), ("--review", "open"), ("--review", "accepted"),
    ("--sort", "published"), ("--sort", "happened", "--oldest-first"), ("--limit", "2"),
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger that nobody changes."""
    return make_ledger(tmp_path_factory.mktemp("ledger") / "reportedly.db")


def find(ledger: Path, *options: str) -> list[str]:
    """The words of the claims that fit, in order."""
    result = run("claims", "--format", "jsonl", "--db", ledger, *options)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["text"] for line in result.stdout.splitlines()]


def test_the_newest_comes_first(ledger: Path) -> None:
    assert len(find(ledger)) == 5
    assert find(ledger, "--oldest-first") == find(ledger)[::-1]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--kind", "strike"], ["Купянск may be struck"]),
        (["--side", "ukraine"], ["Malynivka had been lost"]),
        (["--source-type", "collective"], ["Купянск may be struck"]),
        (["--polarity", "negative"], ["Malynivka had been lost"]),
        (["--tense", "future"], ["Купянск may be struck"]),
        (["--flag", "unspecified-source"], ["Купянск may be struck"]),
        (["--language", "RU", "--kind", "strike"], ["Купянск may be struck"]),
        (["--outlet", "Other Paper"], ["Malynivka had been lost"]),
        (["--published-to", "2025-12-02", "--published-from", "2025-12-02"], ["Malynivka had been lost"]),
        (["--to", "2025-12-01"], ["Malynivka had been lost"]),
        (["--review", "accepted"], ["Malynivka had been lost"]),
        (["--near", "49.71,37.62", "--within", "5"], ["Купянск may be struck"]),
        (["--near", "Kupiansk", "--within", "5"], ["Купянск may be struck"]),
        (["--box", "49.5,37.5,49.9,37.9"], ["Купянск may be struck"]),
        (["--place", "geonames:703656"], ["Купянск may be struck"]),
        (["--source", "General Staff"], ["Malynivka had been lost"]),
        (["--text", "strukc Купянск"], ["Купянск may be struck"]),
        (["--kind", "displacement"], []),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_fits(ledger: Path, options: list[str], found: list[str]) -> None:
    assert find(ledger, *options) == found


@pytest.mark.parametrize("seed", range(25))
def test_an_export_is_the_filtered_view(ledger: Path, seed: int) -> None:
    chosen = random.Random(seed).sample(FILTERS, seed % 4)
    options = [word for words in chosen for word in words]
    found = {
        form: read(run("claims", "--format", form, "--db", ledger, *options).stdout) for form, read in READERS.items()
    }
    listed = found.pop("text")
    assert found == dict.fromkeys(found, listed)
    readings = run("claims", "--format", "json", "--db", ledger, *options).stdout
    assert sorted(ids_of_readings(readings)) == sorted(listed)
    if "--limit" not in options:
        assert int(run("claims", "--count", "--db", ledger, *options).stdout) == len(listed)


def test_json_is_the_contract(ledger: Path) -> None:
    whole = run("claims", "--format", "json", "--db", ledger).stdout.splitlines()
    part = run("claims", "--format", "json", "--db", ledger, "--kind", "strike").stdout.splitlines()
    for line in (*whole, *part):
        jsonschema.validate(json.loads(line), reading_schema())
    assert (len(whole), len(part)) == (4, 1)
    (read,) = map(json.loads, part)
    assert [source["name"] for source in read["sources"]] == ["officials"]
    assert [flag["claims"] for flag in read["flags"]] == [[read["claims"][0]["id"]]]


def test_pages_follow_each_other(ledger: Path) -> None:
    first = run("claims", "--limit", "3", "--db", ledger)
    more = re.search(r"--after (\S+)$", first.stderr.strip())
    assert more
    rest = run("claims", "--limit", "3", "--after", more[1], "--db", ledger)
    assert IDS.findall(first.stdout) + IDS.findall(rest.stdout) == IDS.findall(run("claims", "--db", ledger).stdout)
    assert "--after" not in rest.stderr
    exported = run("claims", "--format", "csv", "--after", more[1], "--db", ledger)
    assert ids_of_rows(exported.stdout) == IDS.findall(rest.stdout)


def test_an_export_that_is_cut_off_says_where_it_goes_on(ledger: Path) -> None:
    for form in ("csv", "jsonl", "json", "geojson"):
        cut = run("claims", "--limit", "3", "--format", form, "--db", ledger)
        assert cut.stderr == run("claims", "--limit", "3", "--db", ledger).stderr != ""
        assert run("claims", "--limit", "5", "--format", form, "--db", ledger).stderr == ""


def test_any_unique_beginning_names_a_claim(ledger: Path) -> None:
    id_ = IDS.findall(run("claims", "--db", ledger).stdout)[0]
    assert find(ledger, "--id", id_[3:9].lower()) == find(ledger, "--id", id_) != []
    with pytest.raises(ReportedlyError, match="is no id"):
        run("claims", "--id", "unlikely!", "--db", ledger)


def test_a_file_is_whole_and_a_spreadsheet_knows_its_letters(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    result = run("claims", "--format", "csv", "--output", path, "--db", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfclaim_id,permalink,") and written.count(b"\r\n") == 6
    assert written[3:] == run("claims", "--format", "csv", "--db", ledger).stdout_bytes
    assert list(tmp_path.iterdir()) == [path]


def test_no_cell_of_outsiders_begins_like_a_formula(ledger: Path) -> None:
    rows = list(csv.reader(StringIO(run("claims", "--format", "csv", "--db", ledger).stdout, newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]
    assert any(f"'{FORMULA}" in row for row in rows) and any("'-Third" in row for row in rows)


def test_a_failed_export_leaves_what_was_there(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setattr("reportedly.present.lines.write_object", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("claims", "--format", "jsonl", "--output", path, "--db", ledger)
    assert path.read_text(encoding="utf-8") == "before\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_to_and_a_link_is_followed(ledger: Path, tmp_path: Path) -> None:
    assert run("claims", "--format", "csv", "--output", "/dev/null", "--db", ledger).exit_code == 0
    assert not Path("/dev/null").is_file()
    link, real = tmp_path / "link.csv", tmp_path / "real.csv"
    real.write_text("before", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("claims", "--format", "csv", "--output", link, "--db", ledger).exit_code == 0
    assert link.is_symlink() and real.stat().st_size > 100 and real.stat().st_mode & 0o777 == 0o640
    lost = run("claims", "--format", "csv", "--output", tmp_path / "no" / "where.csv", "--db", ledger)
    assert lost.exit_code == 1 and "cannot be written" in lost.stderr


def test_the_ledger_is_never_written_over(tmp_path: Path) -> None:
    path = make_ledger(tmp_path / "own.db")
    before = path.read_bytes()
    for name in (path, tmp_path / "own.db-wal", tmp_path / "." / "own.db"):
        result = run("claims", "--format", "csv", "--output", name, "--db", path)
        assert result.exit_code == 2 and "is the ledger itself" in result.stderr
    assert path.read_bytes() == before


def test_permalinks_lead_to_the_workbench(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = run("claims", "--format", "jsonl", "--kind", "strike", "--db", ledger).stdout.splitlines()
    assert json.loads(line)["permalink"] == f"reportedly:{json.loads(line)['claim_id']}"
    monkeypatch.setenv("REPORTEDLY_URL", "https://desk.example")
    (line,) = run("claims", "--format", "jsonl", "--kind", "strike", "--db", ledger).stdout.splitlines()
    assert json.loads(line)["permalink"] == f"https://desk.example/c/{json.loads(line)['claim_id']}"


def test_where_nothing_fits_it_says_what_keeps_it_away(ledger: Path) -> None:
    result = run("claims", "--kind", "strike", "--side", "russia", "--db", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "nothing fits; there would be 1 without --side, 1 without --kind\n"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--kind", "war"], "'war' is not one of 'control', 'combat'"),
        (["--flag", "lie"], "'attribution-dropped'"),
        (["--language", "English"], "two letters"),
        (["--from", "yesterday"], "write year, month and day"),
        (["--from", "2025-12-03", "--to", "2025-12-01"], "--from 2025-12-03 lies after --to 2025-12-01"),
        (["--box", "1,2,3"], "south, west, north and east"),
        (["--box", "50,30,40,31"], "south, west, north and east"),
        (["--near", "148,37"], "write the latitude first"),
        (["--at", "then"], "or the number of an entry"),
        (["--within", "5"], "--within needs --near"),
        (["--near", "Nowhereville-upon-Nothing"], "no place on the map"),
        (["--near", "Malynivka"], "may be several places"),
        (["--permalink-base", "desk"], "no address of a workbench"),
        (["--limit", "-1"], "-1"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_those_there_are(ledger: Path, options: list[str], says: str) -> None:
    result = run("claims", "--db", ledger, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in " ".join(result.stderr.split())


@pytest.mark.parametrize("option", ["--limit", "--at"])
def test_a_number_that_no_store_can_count_is_as_many_as_there_are(ledger: Path, option: str) -> None:
    result = run("claims", option, "9" * 23, "--format", "jsonl", "--db", ledger)
    assert (result.exit_code, result.stdout) == (0, run("claims", "--format", "jsonl", "--db", ledger).stdout)


@pytest.mark.parametrize("form", ["text", "csv"])
def test_how_words_were_understood_is_said(ledger: Path, form: str) -> None:
    result = run("claims", "--text", "Malinivka", "--format", form, "--db", ledger)
    assert "malynivka" in result.stderr and "had been lost" in result.stdout


def test_the_ledger_is_shown_as_it_stood(ledger: Path) -> None:
    today = datetime.now(UTC).date()
    assert find(ledger, "--at", str(today - timedelta(days=2))) == []
    assert find(ledger, "--at", str(today)) == find(ledger, "--at", "1000") == find(ledger)
    assert find(ledger, "--at", "2", "--oldest-first") == [
        "Russian forces captured the village of Malynivka on Tuesday", "About 12 people were killed in Kyiv",
    ]  # fmt: skip
    assert find(ledger, "--at", "8", "--review", "accepted") == []


def test_a_reader_that_goes_away_is_no_failure_to_talk_about(ledger: Path) -> None:
    """As with `reportedly claims --format csv | head -1`."""
    command = [sys.executable, "-m", "reportedly", "claims", "--format", "csv", "--db", str(ledger)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait(60)

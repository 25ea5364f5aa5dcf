"""What docs/ledger.md says can be done, can be done."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.ledger.judging import Judged, correct
from reportedly.ledger.opening import open_ledger
from tests.ledger.eventful import make_eventful, unguarded
from tests.ledger.readings import make_reading

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ledger.md"


@pytest.fixture
def snippet() -> str:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    return str(code)


def test_a_third_person_can_check_the_record_without_us(snippet: str, tmp_path: Path) -> None:
    """The few lines of the page find what we find, and fail where an entry was changed."""
    with open_ledger(tmp_path / "reportedly.db", create=True) as ledger:
        make_eventful(ledger)
        found = ledger.verify()
        assert run(snippet, tmp_path).stdout.strip() == f"{found.seq}:{found.hash}"
        with unguarded(ledger):
            ledger.database.ask("UPDATE entry SET kind = 'capture' WHERE seq = 3")
        assert "entry 3 was changed" in run(snippet, tmp_path).stderr
    assert len(snippet.splitlines()) <= 16


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_every_command_of_the_page_is_there() -> None:
    from reportedly.cli.main import reportedly

    named = set(re.findall(r"reportedly (verify|history|forget|backup|doctor)\b", PAGE.read_text(encoding="utf-8")))
    assert named and named <= set(reportedly.commands)


def test_every_correction_of_the_page_can_be_made() -> None:
    claim = make_reading().claims[0]
    shown = re.findall(r"review correct rp-\w+ (\w+) '(.*)'", PAGE.read_text(encoding="utf-8"))
    assert {field for field, _ in shown} == {"chains", "quantities", "actors"}
    for field, value in shown:
        assert len(getattr(correct(Judged(claim=claim), field, value).claim, field)) == 1

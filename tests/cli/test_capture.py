"""What a web server answered can be taken out again."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.ledger.opening import open_ledger
from reportedly.model.capture import Capture
from tests.ledger.readings import make_reading

WARC = gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n")


def run(*words: str) -> Result:
    return CliRunner().invoke(reportedly, ["capture", *words])


def test_the_bytes_come_out_as_they_went_in(tmp_path: Path) -> None:
    db, out = str(tmp_path / "case.db"), tmp_path / "evidence.warc.gz"
    captured = Capture(url="a:b", final_url="a:b", captured_at=datetime.now(UTC), sha256="00" * 32, warc=WARC)
    fetched, typed = make_reading(), make_reading("A mayor spoke of another fire.")
    with open_ledger(db, create=True) as ledger:
        document = ledger.add(fetched.document, fetched, captured).id
        other = ledger.add(typed.document, typed).id
    assert run(document, "--db", db, "--output", str(out)).exit_code == 0
    assert out.read_bytes() == WARC
    assert run(document, "--db", db).stdout_bytes == WARC
    assert "already" in run(document, "--db", db, "--output", str(out)).output
    refused = run(other, "--db", db)
    assert refused.exit_code == 2 and "was not fetched from the net" in refused.output

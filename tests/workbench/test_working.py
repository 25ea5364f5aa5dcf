"""The work in the background, beside that of others."""

import time
from pathlib import Path

import pytest

from reportedly.compare.rules import name_rules
from reportedly.ledger.opening import open_ledger
from reportedly.workbench.bench import open_bench
from reportedly.workbench.working import OTHER_RULES
from tests.workbench.served import fill, until

PATIENCE_S = 3


def test_two_versions_do_not_undo_each_others_work_without_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = fill(str(tmp_path / "case.db"))
    with open_bench(address, who="tester", base="http://127.0.0.1") as bench, open_ledger(address) as ledger:
        until(lambda: bench.worker.rounds, bool)
        assert ledger.compared_by() == name_rules()
        with ledger.comparing() as book:
            book.begin_anew("the rules of another version")
        bench.worker.wake()
        time.sleep(PATIENCE_S)
        assert ledger.compared_by() == "the rules of another version"
    assert capsys.readouterr().err.count(OTHER_RULES) == 1

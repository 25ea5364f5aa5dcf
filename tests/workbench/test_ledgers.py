"""Many ask at once, while files come in."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, UnknownIdError
from reportedly.workbench.ledgers import AT_ONCE, Ledgers
from tests.workbench.served import Served, fill
from tests.workbench.test_imports import list_lines

PATHS = ("claims", "events", "facets", "places", "desk", "documents", "sources", "start", "search?q=Malynivka")


def test_many_are_answered_at_once_while_files_come_in(case: Served) -> None:
    id_ = case.ask("POST", "/api/imports?name=lines.jsonl", list_lines(40)).json["id"]
    claim = case.get("claims", polarity="negative")["items"][0]["id"]

    def ask(nth: int) -> int:
        if nth % 10 == 0:
            return case.post("reviews", {"action": "note", "subjects": [claim], "why": f"note {nth}"}).status
        return case.ask("GET", f"/api/{PATHS[nth % len(PATHS)]}").status

    with ThreadPoolExecutor(4 * AT_ONCE) as pool:
        assert set(pool.map(ask, range(200))) == {200}
    job = case.wait_for_import(id_)
    assert (job["state"], job["new"]) == ("done", 40)
    assert len(case.get(f"claims/{claim}")["card"]["notes"]) == 20


def test_a_ledger_is_used_again_unless_it_broke(tmp_path: Path) -> None:
    ledgers = Ledgers(fill(str(tmp_path / "case.db")))
    with ledgers.borrow() as first:
        assert first.seq()
    with ledgers.borrow() as again:
        assert again is first
    with pytest.raises(UnknownIdError), ledgers.borrow() as same:
        same.find_id("rp-ZZZZZZZZZZ")
    with pytest.raises(LedgerError), ledgers.borrow() as broken:
        broken.database.ask("SELECT nothing FROM nowhere")
    with ledgers.borrow() as another:
        assert another is not first and another.seq()
    ledgers.close()


def test_nothing_is_written_into_a_file_that_was_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    ledgers = Ledgers(fill(str(path)))
    with ledgers.borrow() as ledger:
        assert ledger.seq()
    path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(LedgerError, match="moved, taken away or replaced"), ledgers.borrow():
        pass
    (tmp_path / "elsewhere.db").rename(path)
    with ledgers.borrow() as back:
        assert back.seq()

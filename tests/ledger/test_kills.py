"""Programs that die in the middle, and many at once: the short form of what `benchmarks` does for longer."""

import pytest

from benchmarks.ledger_crowd import crowd
from benchmarks.ledger_kills import kill_writers


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_who_is_killed_leaves_the_last_whole_document(nowhere: str) -> None:
    tally = kill_writers(nowhere, kills=10)
    assert tally.faults == []
    assert tally.kills == 10
    assert tally.documents >= tally.confirmed > 0


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_many_writers_and_readers_see_no_error(nowhere: str) -> None:
    done, wrong = crowd(nowhere, writers=3, readers=3, seconds=5)
    assert wrong == []
    assert min(done["new"], done["known"], done["reviews"], done["looks"], done["openings"]) > 0

"""What changes from telling to telling is shown with both wordings."""

from datetime import date

import pytest

from benchmarks.scenarios import filled_ledger
from reportedly.flow import find_events
from reportedly.model.event import Change, ChangeKind


def tell(*documents: tuple[str, date, str]) -> list[tuple[ChangeKind, str]]:
    """The changes in all events of documents: outlet, day, text."""
    scenario = {
        "id": "told",
        "documents": [
            {"id": f"d{number}", "outlet": outlet, "published": str(day), "language": "en", "text": text}
            for number, (outlet, day, text) in enumerate(documents)
        ],
    }
    with filled_ledger(scenario) as ledger:
        changes: list[Change] = [change for event in find_events(ledger) for change in event.changes]
    return [(change.kind, change.because) for change in changes]


FIRST, SECOND = date(2024, 5, 6), date(2024, 5, 7)


def test_an_attribution_is_dropped_with_the_words_kept() -> None:
    """A copy says in its own voice what the first had on somebody's word."""
    changes = tell(
        (
            "Harbour Post",
            FIRST,
            "Rebel fighters have captured the border town of Lashio, the army spokesman Aung Min said.",
        ),
        ("Hill Courier", SECOND, "Rebel fighters have captured the border town of Lashio. The road is closed."),
    )
    assert [kind for kind, _ in changes] == [ChangeKind.ATTRIBUTION_DROPPED]
    assert "Aung Min" in changes[0][1] and "Hill Courier" in changes[0][1]


def test_certainty_is_raised_where_another_report_is_cited() -> None:
    """What may have happened in the report has happened where it is cited."""
    changes = tell(
        ("Harbour Post", FIRST, "Government troops may have withdrawn from Lashio, a resident said by telephone."),
        ("Hill Courier", SECOND, "Government troops have withdrawn from Lashio, the newspaper Harbour Post reported."),
    )
    assert (ChangeKind.CERTAINTY_RAISED) in [kind for kind, _ in changes]


@pytest.mark.parametrize(("later", "grows"), [("20", True), ("10", False), ("at least 5", False)])
def test_a_number_grows_in_the_retelling(later: str, *, grows: bool) -> None:
    """A citing report gives more dead than the report that it cites."""
    changes = tell(
        ("Harbour Post", FIRST, "Ten people were killed in an air strike on Lashio on Sunday, a doctor said."),
        (
            "Hill Courier",
            SECOND,
            f"In Lashio {later} people were killed in an air strike on Sunday, the newspaper Harbour Post reported.",
        ),
    )
    assert (ChangeKind.NUMBER_GROWN in [kind for kind, _ in changes]) is grows


def test_a_newer_figure_of_the_same_source_is_no_change() -> None:
    """The mayor says ten, and a day later fourteen."""
    changes = tell(
        ("Harbour Post", FIRST, "Ten people were killed in the shelling of Lashio on Sunday, mayor Tin Oo said."),
        ("Hill Courier", SECOND, "Fourteen people were killed in the shelling of Lashio on Sunday, mayor Tin Oo said."),
    )
    assert ChangeKind.NUMBER_GROWN not in [kind for kind, _ in changes]

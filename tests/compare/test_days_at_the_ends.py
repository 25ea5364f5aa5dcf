"""The first and the last day of the calendar come in real exports, as the zero of other programs' clocks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.flow.comparing import compare_new, find_events
from reportedly.flow.viewing import view_forecasts, view_sides
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.model.claim import Kind, Tense
from tests.ledger.readings import KYIV, Says, make_reading

DEAD = Says("people were killed in Kyiv", Kind.CASUALTY, at=(KYIV,))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_document_of_the_first_or_the_last_day_is_compared_like_others(tmp_path: Path, day: date) -> None:
    dated = replace(DEAD, on=("Tuesday", day, day))
    ahead = replace(dated, tense=Tense.FUTURE)
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        for number, says in enumerate((DEAD, dated, ahead, DEAD)):
            told = make_reading(f"In Kyiv 14 people were killed in Kyiv, {number}, Tuesday.", says, published=day)
            ledger.add(told.document, told)
        assert compare_new(ledger) == 4
        events = list(find_events(ledger))
        assert events
        assert view_sides(ledger, events, ("russia", "ukraine")).sides == ("russia", "ukraine")
        view_forecasts(ledger, Query(), today=day)

"""Two sides' accounts of the same events, and what was said of the future."""

from datetime import UTC, datetime
from functools import partial

from reportedly.compare.speakers import choose_sides
from reportedly.errors import RequestError
from reportedly.flow.known import known_events
from reportedly.flow.viewing import view_forecasts, view_sides
from reportedly.model.account import TwoSides
from reportedly.present.view_shapes import ForecastsShape, SidesShape
from reportedly.present.views import shape_forecasts, shape_sides
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import make_query

MOST_GROUPS = 100
"""Groups of claims that are looked at for one answer."""
MOST_FORECASTS = 50
"""The same for what was said of the future, and once more for what was reported later."""
SILENT_AFTER_DAYS = 7
MOST_DAYS = 3650


def tell_sides(asked: Asked) -> SidesShape:
    """Both accounts of the newest events that fit."""
    named = tuple(each.lower() for each in asked.words.many("of"))
    if len(named) not in (0, 2):
        raise RequestError(400, "name two sides, for example of=russia&of=ukraine, or none")
    query = make_query(asked.words, asked.ledger)
    days = asked.words.number("silent_after", SILENT_AFTER_DAYS, MOST_DAYS)
    events = list(known_events(asked.ledger, query, most_groups=MOST_GROUPS))
    pair = (named[0], named[1]) if named else choose_sides(events)
    if not events or pair is None:
        return shape_sides(TwoSides(sides=(), silent_after_days=days, events=(), kinds=()))
    return shape_sides(view_sides(asked.ledger, events, pair, silent_after_days=days, at=query.at))


def tell_forecasts(asked: Asked) -> ForecastsShape:
    """What was said of the future in the newest claims that fit, seen from today or another day."""
    today = asked.words.day("today") or datetime.now(UTC).date()
    query = make_query(asked.words, asked.ledger)
    find = partial(known_events, most_groups=MOST_FORECASTS)
    return shape_forecasts(view_forecasts(asked.ledger, query, today=today, find=find), today)

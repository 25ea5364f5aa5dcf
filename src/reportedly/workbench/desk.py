"""The desk: what came in last, and what it changed."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import msgspec

from reportedly.compare.forecasts import find_forecasts
from reportedly.compare.rules import name_rules
from reportedly.flow.known import known_events
from reportedly.flow.viewing import compare_members
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Tense
from reportedly.model.event import Event, Status
from reportedly.model.forecast import Forecast
from reportedly.present.event_page import link_event
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import read_at
from reportedly.workbench.bench import Bench
from reportedly.workbench.documents import shape_incoming
from reportedly.workbench.shapes import DeskShape, DueShape
from reportedly.workbench.state import count_all, count_now

LOOKED_AT = 100
"""Documents that came in last; what they changed is told."""
DAYS = 7
"""So many days before the last document came in count as lately."""
MOST_GROUPS = 100
MOST_FORECASTS = 60
"""Groups of claims about what is to come that are looked at, for the day that they name and what people made of them."""
NEAR_DAYS = 14
SHOWN = 8
SHOWN_DOCUMENTS = 20


def tell_desk(asked: Asked) -> DeskShape:
    """What the desk shows, or showed. It is made anew when the ledger has changed or was compared."""
    at, worker = read_at(asked.words, asked.ledger), asked.bench.worker
    # While something is not compared yet it is made anew each time: others may compare it, of which nobody tells us.
    state = (asked.ledger.seq(), worker.rounds, asked.ledger.has_changes(name_rules()), datetime.now(UTC).date())
    make = partial(make_desk, asked.bench, asked.ledger, at)
    desk = asked.bench.desk.get(state, make) if at is None else make()
    return msgspec.structs.replace(desk, jobs=[each.shape() for each in asked.bench.imports.jobs()[:SHOWN]])


def make_desk(bench: Bench, ledger: Ledger, at: int | None) -> DeskShape:
    """The desk without the imports."""
    documents, claims = count_now(bench, ledger) if at is None else count_all(ledger, at)
    today = datetime.now(UTC).date()
    latest = ledger.documents(Query(limit=LOOKED_AT, at=at)).items
    since = latest[0].added_at.astimezone(UTC).date() - timedelta(days=DAYS - 1) if latest else None
    new_documents, new_claims = count_since(ledger, since, documents, claims)
    incoming = [shape_incoming(each) for each in latest]
    came = frozenset(each.document.id for each in latest)
    changed = list_changed(ledger, tuple(each.id for each in latest), at)
    return DeskShape(
        seq=ledger.seq() if at is None else at,
        documents=documents,
        claims=claims,
        since=since,
        new_documents=new_documents,
        new_claims=new_claims,
        incoming=incoming[:SHOWN_DOCUMENTS],
        contested=[link_event(each) for each in changed if each.status is Status.CONTESTED][:SHOWN],
        retold=[link_event(each) for each in changed if is_retold(each, came)][:SHOWN],
        forecasts=[shape_due(each) for each in list_due(ledger, today, at)][:SHOWN],
        unread=[each for each in incoming if not each.is_read][:SHOWN_DOCUMENTS],
        jobs=[],
    )


def count_since(ledger: Ledger, since: date | None, documents: int, claims: int) -> tuple[int, int]:
    """How many more documents and claims stand than did before a day."""
    if since is None:
        return 0, 0
    before = Query(at=ledger.seq_before(datetime.combine(since, time.min, UTC)), limit=1, count=True)
    if not before.at:
        return documents, claims
    then = ledger.documents(before).total or 0, ledger.claims(before).total or 0
    return max(0, documents - then[0]), max(0, claims - then[1])


def list_changed(ledger: Ledger, documents: tuple[str, ...], at: int | None) -> list[Event]:
    """The events of which these documents tell, the newest first."""
    asked = Query(documents=documents, at=at)
    return list(known_events(ledger, asked, most_groups=MOST_GROUPS)) if documents else []


def is_retold(event: Event, came: frozenset[str]) -> bool:
    """Did one of these documents tell it on otherwise than it was told before?"""
    of_claim = {member.held.claim.id: member.held.document.id for member in event.members}
    return any(of_claim.get(change.later) in came for change in event.changes)


def list_due(ledger: Ledger, today: date, at: int | None) -> list[Forecast]:
    """The forecasts whose day has come or is near, those first of which nothing is known yet."""
    soon = today + timedelta(days=NEAR_DAYS)
    query = Query(tenses=(Tense.FUTURE,), happened_to=soon, at=at)
    events = list(known_events(ledger, query, most_groups=MOST_FORECASTS))
    forecasts = find_forecasts(events, events, compare_members(events), today=today)
    return sorted(
        (each for each in forecasts if each.horizon is not None and each.horizon <= soon),
        key=lambda each: bool(each.grounds),
    )


def shape_due(forecast: Forecast) -> DueShape:
    """A forecast in a line."""
    return DueShape(
        event=link_event(forecast.event),
        horizon=forecast.horizon,
        term=forecast.term,
        grounds=[str(ground) for ground in forecast.grounds],
    )

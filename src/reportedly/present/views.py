"""Accounts of two sides, control, forecasts and track records as the public JSON, and the schemas of that JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from reportedly.model.account import Account, Accounts, Divergence, TwoSides
from reportedly.model.comparable import Spot
from reportedly.model.control import Control, Saying, Turn
from reportedly.model.event import Event, Member
from reportedly.model.forecast import Forecast, Later
from reportedly.model.record import Record, Tally
from reportedly.present.contract import DIALECT, copy
from reportedly.present.event_shapes import SpotShape
from reportedly.present.precision import round_spot
from reportedly.present.record import LEADS, OUTCOMES, WHAT_IT_MEASURES
from reportedly.present.view_shapes import (
    CONTROL_SCHEMA,
    FORECASTS_SCHEMA,
    RECORD_SCHEMA,
    SIDES_SCHEMA,
    AccountShape,
    AccountsShape,
    ControlShape,
    DivergenceShape,
    EventHeadShape,
    ForecastShape,
    ForecastsShape,
    LaterShape,
    LeadTimeShape,
    MadeShape,
    MeanwhileShape,
    RecordShape,
    SayingShape,
    ShareShape,
    SidesShape,
    TallyShape,
    TellingShape,
    TurnShape,
)
from reportedly.present.words import say_sentence

SHAPES: Mapping[str, tuple[str, type[msgspec.Struct]]] = {
    "sides": (SIDES_SCHEMA, SidesShape),
    "control": (CONTROL_SCHEMA, ControlShape),
    "forecasts": (FORECASTS_SCHEMA, ForecastsShape),
    "source": (RECORD_SCHEMA, RecordShape),
}
"""The document that each command writes: its name, and its shape."""

S = TypeVar("S", bound=msgspec.Struct)


def view_schema(command: str) -> dict[str, Any]:
    """The JSON Schema of what a command of `SHAPES` writes."""
    name, shape = SHAPES[command]
    schema = msgspec.json.schema(shape)
    schema["$defs"][shape.__name__]["properties"]["schema"] = {"const": name}
    return {"$schema": DIALECT, "title": name, **schema}


def write_sides_json(two: TwoSides) -> str:
    """Both accounts as one line of JSON, without the line end; likewise the others."""
    return encode(shape_sides(two))


def shape_sides(two: TwoSides) -> SidesShape:
    """Both accounts in the shapes of the contract; likewise the others."""
    kinds = [shape_divergence(each) for each in two.kinds]
    events = [shape_head(AccountsShape, each.event, accounts=shape_accounts(each)) for each in two.events]
    return copy(SidesShape, two, schema_=SIDES_SCHEMA, sides=list(two.sides), kinds=kinds, events=events)


def write_control_json(control: Control) -> str:
    """Who was said to hold a place."""
    return encode(
        ControlShape(
            place=shape_spot(control.place),
            last_words={side: shape_saying(saying) for side, saying in control.last_words},
            ahead=control.ahead,
            turns=[shape_turn(turn) for turn in control.turns],
        )
    )


def write_forecasts_json(forecasts: Sequence[Forecast], today: date) -> str:
    """What was said of the future."""
    return encode(shape_forecasts(forecasts, today))


def shape_forecasts(forecasts: Sequence[Forecast], today: date) -> ForecastsShape:
    """What was said of the future, in the shapes of the contract."""
    return ForecastsShape(today=today, forecasts=[shape_forecast(each) for each in forecasts])


def write_record_json(record: Record) -> str:
    """The track record of a source."""
    return encode(shape_record(record))


def shape_record(record: Record) -> RecordShape:
    """The track record in the shapes of the contract."""
    return RecordShape(
        measures=WHAT_IT_MEASURES,
        id=record.source.id,
        name=record.source.name,
        side=record.source.side,
        least_events=record.least_events,
        claims=dict(record.claims),
        total=shape_tally(record.total),
        kinds={kind: shape_tally(tally) for kind, tally in record.kinds.items()},
        latest=[shape_head(EventHeadShape, event) for event in record.latest],
    )


def encode(shape: msgspec.Struct) -> str:
    """The shape as JSON."""
    return msgspec.json.encode(shape).decode("utf-8")


def shape_head(shape: type[S], event: Event, **made: object) -> S:
    """The event without its claims, and what else was `made`."""
    return copy(shape, event, place=event.place and shape_spot(event.place), **made)


def shape_spot(spot: Spot) -> SpotShape:
    """The place, its point as coarse as it is."""
    return copy(SpotShape, round_spot(spot))


def shape_told(shape: type[S], member: Member, **made: object) -> S:
    """A claim of an event and where it stands, and what else was `made`."""
    held = member.held
    told = {
        "claim": held.claim.id,
        "document": held.document.id,
        "document_id": held.document_id,
        "outlet": held.document.outlet,
        "url": held.document.url,
        "reported": held.document.published,
        "stance": member.stance,
        "side": member.side,
        "certainty": held.claim.certainty,
        "text": held.claim.span.text,
        "on_whose_word": say_sentence(held.claim, held.sources, held.document.outlet),
    }
    return shape(**told, **made)


def shape_divergence(each: Divergence) -> DivergenceShape:
    """The lists of events by who speaks of them."""
    only = {side: list(ids) for side, ids in each.only.items()}
    return copy(DivergenceShape, each, only=only, both=list(each.both), neither=list(each.neither))


def shape_accounts(told: Accounts) -> list[AccountShape]:
    """Both accounts of an event."""
    return [shape_account(account) for account in told.accounts]


def shape_account(account: Account) -> AccountShape:
    """What one side says."""
    return AccountShape(
        side=account.side,
        answers=list(account.answers),
        tellings=[shape_told(TellingShape, each.member, answer=each.answer) for each in account.tellings],
        meanwhile=copy(MeanwhileShape, account.meanwhile) if account.meanwhile else None,
    )


def shape_turn(turn: Turn) -> TurnShape:
    """One event of the account of a place."""
    return shape_head(
        TurnShape,
        turn.event,
        holder=turn.holder,
        standing=turn.standing,
        since=turn.since,
        claimed_by=list(turn.claimed_by),
        denied_by=list(turn.denied_by),
        is_by_name=turn.is_by_name,
        sayings=[shape_saying(saying) for saying in turn.sayings],
    )


def shape_saying(saying: Saying) -> SayingShape:
    """A claim about who holds the place."""
    return shape_told(
        SayingShape,
        saying.member,
        sides=list(saying.sides),
        holder=saying.holder,
        is_denial=saying.is_denial,
        is_partial=saying.is_partial,
    )


def shape_forecast(forecast: Forecast) -> ForecastShape:
    """A forecast with all that was reported later."""
    return shape_head(
        ForecastShape,
        forecast.event,
        published=forecast.published,
        horizon=forecast.horizon,
        term=forecast.term,
        grounds=list(forecast.grounds),
        answers=list(forecast.answers),
        claims=[
            shape_told(MadeShape, each, verdict=each.held.verdict, notes=list(each.held.notes))
            for each in forecast.members
        ],
        later=[shape_later(each) for each in forecast.later],
    )


def shape_later(later: Later) -> LaterShape:
    """Something that was reported later."""
    return shape_told(
        LaterShape,
        later.member,
        event=later.event.id,
        status=later.event.status,
        to_forecast=later.stance,
        because=later.because,
    )


def shape_tally(tally: Tally) -> TallyShape:
    """The counts of some events."""
    parts: dict[str, Any] = {name: copy(ShareShape, getattr(tally, name)) for name in OUTCOMES}
    parts |= {name: copy(LeadTimeShape, getattr(tally, name)) for name in LEADS}
    return copy(TallyShape, tally, **parts)

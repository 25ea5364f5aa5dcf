"""The shapes of the public JSON of `sides`, `control`, `forecasts` and `source`: their field names only ever grow."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from reportedly.model.account import Answer
from reportedly.model.claim import Certainty, Kind
from reportedly.model.control import Standing
from reportedly.model.event import Stance, Status
from reportedly.model.forecast import Ground, Term
from reportedly.model.held import Verdict
from reportedly.present.event_shapes import Count, SpotShape

SIDES_SCHEMA = "reportedly.sides/1"
CONTROL_SCHEMA = "reportedly.control/1"
FORECASTS_SCHEMA = "reportedly.forecasts/1"
RECORD_SCHEMA = "reportedly.source/1"

Part = Annotated[float, Meta(ge=0, le=1)]


class EventHeadShape(Struct, frozen=True, kw_only=True):
    """An event without its claims: `reportedly event ID` has them."""

    id: str
    label: str
    kind: Kind
    place: SpotShape | None
    earliest: date | None
    latest: date | None
    status: Status
    why: str


class ToldShape(Struct, frozen=True, kw_only=True):
    """A claim of an event, and where it stands."""

    claim: str
    document: str
    """The contract's id of the document; `document_id` is the ledger's."""
    document_id: str
    outlet: str | None
    url: str | None
    reported: date | None
    stance: Stance
    side: str | None
    certainty: Certainty
    text: str
    on_whose_word: str


class TellingShape(ToldShape, frozen=True, kw_only=True):
    """A claim as part of a side's account."""

    answer: Answer


class MeanwhileShape(Struct, frozen=True, kw_only=True):
    """What a side published in the first days, in which it said nothing of the event."""

    first: date
    last: date
    documents: Count
    claims: Count
    is_over: bool
    """Does the ledger reach to the last of these days?"""


class AccountShape(Struct, frozen=True, kw_only=True):
    """What one side has to say of an event."""

    side: str
    answers: list[Answer]
    tellings: list[TellingShape]
    meanwhile: MeanwhileShape | None


class AccountsShape(EventHeadShape, frozen=True, kw_only=True):
    """An event and both accounts of it."""

    accounts: list[AccountShape]


class DivergenceShape(Struct, frozen=True, kw_only=True):
    """Of the events of one kind, those of which only one side speaks, both, or neither."""

    kind: Kind
    events: Count
    only: dict[str, list[str]]
    both: list[str]
    neither: list[str]


class SidesShape(Struct, frozen=True, kw_only=True):
    """The accounts of two sides. Silence is no denial."""

    schema_: str = field(name="schema", default=SIDES_SCHEMA)
    sides: list[str]
    """Two; none where no events are."""
    silent_after_days: Count
    kinds: list[DivergenceShape]
    events: list[AccountsShape]


class SayingShape(ToldShape, frozen=True, kw_only=True):
    """A claim about who holds the place."""

    sides: list[str]
    holder: str | None
    is_denial: bool
    is_partial: bool


class TurnShape(EventHeadShape, frozen=True, kw_only=True):
    """One event in the account of who holds the place."""

    holder: str | None
    standing: Standing
    since: date | None
    claimed_by: list[str]
    denied_by: list[str]
    is_by_name: bool
    sayings: list[SayingShape]


class ControlShape(Struct, frozen=True, kw_only=True):
    """Who was said to hold a place, never who holds it."""

    schema_: str = field(name="schema", default=CONTROL_SCHEMA)
    place: SpotShape
    last_words: dict[str, SayingShape]
    ahead: Count
    turns: list[TurnShape]


class LaterShape(ToldShape, frozen=True, kw_only=True):
    """Something of the same place and kind that was reported later; `stance` is the claim's to its own event."""

    event: str
    status: Status
    to_forecast: Stance | None
    because: str


class MadeShape(ToldShape, frozen=True, kw_only=True):
    """A claim that says what will happen, and what people made of it."""

    verdict: Verdict | None
    notes: list[str]


class ForecastShape(EventHeadShape, frozen=True, kw_only=True):
    """Something that was said of the future. Without `grounds` nothing is decided."""

    published: date | None
    horizon: date | None
    term: Term
    grounds: list[Ground]
    answers: list[Stance]
    claims: list[MadeShape]
    later: list[LaterShape]


class ForecastsShape(Struct, frozen=True, kw_only=True):
    """What was said of the future, seen from `today`."""

    schema_: str = field(name="schema", default=FORECASTS_SCHEMA)
    today: date
    forecasts: list[ForecastShape]


class ShareShape(Struct, frozen=True, kw_only=True):
    """So many of so many; the Wilson interval at 95 % is null under the least number of events."""

    number: Count
    of: Count
    low: Part | None
    high: Part | None


class LeadTimeShape(Struct, frozen=True, kw_only=True):
    """Days from the source's claim until others said so; null under the least number of events."""

    events: Count
    median_days: float | None
    least_days: Count | None
    most_days: Count | None


class TallyShape(Struct, frozen=True, kw_only=True):
    """What became of the events that the source affirmed; one event may count as several things."""

    events: Count
    denied: Count
    conceded: ShareShape
    corroborated: ShareShape
    contradicted: ShareShape
    preceded: ShareShape
    open: ShareShape
    until_conceded: LeadTimeShape
    until_corroborated: LeadTimeShape


class RecordShape(Struct, frozen=True, kw_only=True):
    """The track record of a source."""

    schema_: str = field(name="schema", default=RECORD_SCHEMA)
    measures: str
    """What these figures measure, and what not."""
    id: str | None
    """Null for a publisher that is nobody's source."""
    name: str
    side: str | None
    least_events: Count
    claims: dict[Kind, int]
    total: TallyShape
    kinds: dict[Kind, TallyShape]
    latest: list[EventHeadShape]

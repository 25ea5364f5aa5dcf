"""Whatever is asked of whatever ledger: what a tally counts is what a look at every claim counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.projecting import place_id
from reportedly.ledger.query import Box, Circle, Query, ReviewState
from reportedly.model.claim import Polarity
from reportedly.model.place import PlaceRole
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from reportedly.model.source import SourceType
from reportedly.tally.tally import Tally
from tests.ledger.readings import MADE_BY, Says, Spot, Voice, make_reading
from tests.ledger.test_asking import DAYS, FILTERS, FLAGS, KINDS, SPOTS, WORDS
from tests.tally.looks import check_facets, check_places, check_timeline

WHO = "A. Reader"


MORE_FILTERS = {
    **FILTERS,
    "source_types": st.sampled_from(((SourceType.UNSPECIFIED,), (SourceType.MILITARY, SourceType.CHANNEL))),
    "polarities": st.sampled_from(((Polarity.POSITIVE,), (Polarity.NEGATIVE,))),
    "reviews": st.lists(st.sampled_from(list(ReviewState)), min_size=1, max_size=2).map(tuple),
    "places": st.sampled_from((("alba",), ("Beta", "Gamma"), (place_id(make_reading("Alba", Says("Alba", at=(Spot(name="Alba", lat=50.0, lon=36.0),))).claims[0].places[0]),), ("nowhere",))),
    "sides": st.sampled_from((("Russia",), ("ukraine", "russia"), ("nobody",))),
    "outlets": st.sampled_from((("herald",), ("Post", "HERALD"), ("None such",))),
    "box": st.sampled_from((Box(south=50, west=36, north=50.05, east=37), Box(south=-20, west=170, north=60, east=-170))),
    "circle": st.sampled_from((Circle(lat=50, lon=36, radius_km=5), Circle(lat=-17, lon=-179.9, radius_km=50))),
}  # fmt: skip


VOICES = (
    Voice("Mayor Ada", type=SourceType.OFFICIAL, side="ukraine"),
    Voice("General Bo", type=SourceType.MILITARY, side="russia"),
    Voice("Mayor Bo", type=SourceType.OFFICIAL),
    Voice("Front Diary", type=SourceType.CHANNEL, side="russia"),
)
NAMES = " ".join((*(each.name for each in SPOTS), "Delta", *(each.words for each in VOICES)))


@st.composite
def make_spots(draw: st.DrawFn) -> Spot:
    """A place with a point or without, where it happened or not."""
    spot = draw(st.sampled_from((*SPOTS, Spot(name="Delta"))))
    return replace(spot, role=draw(st.sampled_from((PlaceRole.AT, PlaceRole.NEAR, PlaceRole.REFERENCE))))


@st.composite
def make_claims(draw: st.DrawFn) -> Says:
    """A claim of two words, with or without everything, and often with several of a sort."""
    first = draw(st.sampled_from(DAYS))
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=2)))
    voices = draw(st.lists(st.sampled_from(VOICES), max_size=3, unique=True))
    return Says(
        words,
        draw(st.sampled_from(KINDS)),
        by=tuple((voice,) for voice in voices),
        at=tuple(draw(st.lists(make_spots(), max_size=3))),
        on=(words, first, first + timedelta(days=draw(st.sampled_from((0, 1, 90))))) if first else None,
        flags=tuple(draw(st.lists(st.sampled_from(FLAGS), max_size=2, unique=True))),
        polarity=draw(st.sampled_from(Polarity)),
    )


@st.composite
def make_readings(draw: st.DrawFn) -> Reading:
    """A few claims of one document."""
    says = draw(st.lists(make_claims(), min_size=1, max_size=4))
    return make_reading(
        " ".join((NAMES, *(each.words for each in says))),
        *says,
        outlet=draw(st.sampled_from(("Herald", "Post", "HERALD", None))),
        language=draw(st.sampled_from(("en", "uk", None))),
        published=draw(st.sampled_from(DAYS)),
        url=f"https://example.org/{draw(st.integers(0, 10**6))}",
    )


@st.composite
def make_queries(draw: st.DrawFn) -> Query:
    """A few filters: with many nothing fits."""
    names = draw(st.lists(st.sampled_from(sorted(MORE_FILTERS)), max_size=3, unique=True))
    asked: dict[str, Any] = {name: draw(MORE_FILTERS[name]) for name in names}
    return Query(**asked)


def do_review(ledger: SqlLedger, action: Action, nth: int) -> None:
    """Say something of one of the claims that stand, or take one of the reviews back."""
    if action is Action.WITHDRAW:
        reviews = [
            id_
            for (id_,) in ledger.database.ask(
                "SELECT id FROM entry WHERE kind = 'review' AND seq NOT IN (SELECT seq FROM forgotten) ORDER BY seq"
            )
        ]
    else:
        reviews = [each.claim.id for each in ledger.each_claim(Query())]
    if not reviews:
        return
    more = {"field": "kind", "value": '"strike"'} if action is Action.CORRECT else {}
    ledger.review(Review(action=action, subjects=(reviews[nth % len(reviews)],), who=WHO, at=datetime.now(UTC), **more))


def read_again(ledger: SqlLedger, nth: int) -> None:
    """Read one of the documents again, and find one claim fewer."""
    readings = list(ledger.readings(Query()))
    if readings:
        reading = readings[nth % len(readings)]
        made_by = replace(MADE_BY, reportedly=f"{ledger.seq()}")
        ledger.add_reading(replace(reading, claims=reading.claims[1:], flags=(), made_by=made_by))


def forget_one(ledger: SqlLedger, nth: int) -> None:
    documents = ledger.documents(Query(limit=1000)).items
    if documents:
        ledger.forget(documents[nth % len(documents)].id, who=WHO, why="order 12/34")


HAPPENINGS = st.one_of(
    st.tuples(st.just("add"), make_readings()),
    st.tuples(st.sampled_from((Action.ACCEPT, Action.REJECT, Action.CORRECT, Action.WITHDRAW)), st.integers(0, 99)),
    st.tuples(st.just("read again"), st.integers(0, 99)),
    st.tuples(st.just("forget"), st.sampled_from((0, 0, 0, 1, 5))),
)


def happen(ledger: SqlLedger, what: str, how: Any) -> None:
    if what == "add":
        ledger.add(how.document, how)
    elif what == "read again":
        read_again(ledger, how)
    elif what == "forget":
        if how:
            forget_one(ledger, how)
    else:
        do_review(ledger, Action(what), how)


@pytest.fixture
def tally() -> Tally:
    return Tally()


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    happenings=st.lists(HAPPENINGS, max_size=6),
    query=make_queries(),
    back=st.one_of(st.none(), st.integers(-1, 8)),
    refreshed=st.booleans(),
)
def test_a_tally_counts_what_a_look_at_every_claim_counts(
    ledger: SqlLedger, tally: Tally, happenings: list[tuple[str, Any]], query: Query, back: int | None, refreshed: bool
) -> None:
    """Ledger and tally grow from example to example."""
    for what, how in happenings:
        happen(ledger, what, how)
        if refreshed:
            tally.refresh(ledger)
    tally.refresh(ledger)
    assert tally.seq == ledger.seq()
    query = replace(query, at=None if back is None else max(0, ledger.seq() - back))
    check_facets(tally, ledger, query)
    check_timeline(tally, ledger, query)
    check_places(tally, ledger, query)

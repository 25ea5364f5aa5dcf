"""Whatever is asked of whatever ledger: a page holds what a look at every claim would let through, in order."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Box, Circle, Lack, Query, Sort
from reportedly.model.claim import Certainty, Kind, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.held import HeldClaim
from reportedly.model.place import PlaceRole
from reportedly.model.reading import Reading
from reportedly.reference.outlines import distance_km
from tests.ledger.readings import Says, Spot, Voice, make_document, make_reading

WORDS = ("shelled", "shelter", "bridge", "night", "школа")
EVERY_WORD = make_document(" ".join(WORDS))
"""A word that stands nowhere would be taken for one that is like it."""
SPOTS = tuple(
    Spot(name=name, lat=lat, lon=lon)
    for name, lat, lon in (("Alba", 50.0, 36.0), ("Beta", 50.1, 36.1), ("Gamma", -17.0, 179.9))
)
VOICES = tuple(
    Voice(words, side=side) for words, side in (("Mayor Ada", "ukraine"), ("General Bo", "russia"), ("Mayor Bo", None))
)
DAYS = [None, *(date(2025, 1, 1) + timedelta(days=each) for each in (0, 1, 2, 40, 200))]
KINDS, CERTAINTIES, TENSES = list(Kind)[:3], list(Certainty)[:2], list(Tense)[:2]
FLAGS = list(FlagCode)[:2]


@st.composite
def make_claims(draw: st.DrawFn) -> Says:
    """A claim of two words, with or without everything."""
    first = draw(st.sampled_from(DAYS))
    last = first and first + timedelta(days=draw(st.sampled_from((0, 1, 90))))
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=2)))
    spot = draw(st.sampled_from((None, *SPOTS)))
    voices = draw(st.lists(st.sampled_from(VOICES), max_size=2, unique=True))
    return Says(
        words,
        draw(st.sampled_from(KINDS)),
        by=(tuple(voices),) if voices else (),
        at=() if spot is None else (Spot(name=spot.name, lat=spot.lat, lon=spot.lon, role=draw(st.sampled_from((PlaceRole.AT, PlaceRole.REFERENCE)))),),
        on=(words, first, last) if first and last else None,
        flags=tuple(draw(st.lists(st.sampled_from(FLAGS), max_size=1))),
        certainty=draw(st.sampled_from(CERTAINTIES)),
        tense=draw(st.sampled_from(TENSES)),
    )  # fmt: skip


@st.composite
def make_readings(draw: st.DrawFn) -> Reading:
    """A few claims of one document."""
    says = draw(st.lists(make_claims(), max_size=3))
    names = " ".join(each.name for each in SPOTS) + " " + " ".join(each.words for each in VOICES)
    return make_reading(
        " ".join((names, *(each.words for each in says))),
        *says,
        outlet=draw(st.sampled_from(("Herald", "Post"))),
        language=draw(st.sampled_from(("en", "uk"))),
        published=draw(st.sampled_from(DAYS)),
        url=f"https://example.org/{draw(st.integers(0, 10**6))}",
    )


FILTERS = {
    "text": st.sampled_from((*WORDS, "she", "shel night", '"night bridge"', "br")),
    "circle": st.sampled_from((Circle(lat=50, lon=36, radius_km=5), Circle(lat=50, lon=36, radius_km=20), Circle(lat=-17, lon=-179.9, radius_km=50))),
    "box": st.sampled_from((Box(south=50, west=36, north=50.05, east=37), Box(south=-20, west=170, north=60, east=-170))),
    "happened_from": st.sampled_from(DAYS),
    "happened_to": st.sampled_from(DAYS),
    "published_from": st.sampled_from(DAYS),
    "published_to": st.sampled_from(DAYS),
    "sources": st.sampled_from((("mayor",), ("bo",), ("general bo", "ada"), ("mayor b",))),
    "sides": st.sampled_from((("russia",), ("ukraine", "russia"))),
    "kinds": st.sampled_from(((KINDS[0],), tuple(KINDS[:2]))),
    "certainties": st.sampled_from(((CERTAINTIES[0],),)),
    "tenses": st.sampled_from(((TENSES[0],),)),
    "flags": st.sampled_from(((FLAGS[0],), tuple(FLAGS))),
    "lacks": st.sampled_from(((Lack.DAY,), (Lack.PLACE,), (Lack.PLACE, Lack.DAY))),
    "languages": st.sampled_from((("en",),)),
    "outlets": st.sampled_from((("herald",), ("Post", "Herald"))),
}  # fmt: skip


def make_query(asked: dict[str, Any]) -> Query:
    return Query(**asked)


QUERIES = st.fixed_dictionaries(
    {"sort": st.sampled_from(list(Sort)), "newest_first": st.booleans(), "limit": st.integers(1, 4)}, optional=FILTERS
).map(make_query)

Look = Callable[[HeldClaim, Query], bool]


def says_words(held: HeldClaim, query: Query) -> bool:
    names = [held.sources[link.source].name for chain in held.claim.chains for link in chain]
    said = " ".join((held.claim.span.text, *names, *(place.name for place in held.claim.places))).casefold()
    if (query.text or "").startswith('"'):
        return f" {(query.text or '').strip(chr(34))} " in f" {said} "
    asked = (query.text or "").split()
    return all(
        any(word == each or (len(each) > 2 and word.startswith(each)) for word in said.split()) for each in asked
    )


def lies_within(held: HeldClaim, query: Query) -> bool:
    circle, box = query.circle, query.box
    spots = [(place.lat or 0, place.lon or 0) for place in held.claim.places if place.role is not PlaceRole.REFERENCE]
    near = circle is None or any(distance_km(*spot, circle.lat, circle.lon) <= circle.radius_km for spot in spots)
    inside = box is None or any(
        box.south <= lat <= box.north
        and (box.west <= lon <= box.east if box.west <= box.east else lon >= box.west or lon <= box.east)
        for lat, lon in spots
    )
    return near and inside


def lies_in_days(held: HeldClaim, query: Query) -> bool:
    time, day = held.claim.time, held.document.published
    asks_when = query.happened_from or query.happened_to
    happened = not asks_when or (
        time is not None
        and time.earliest <= (query.happened_to or date.max)
        and time.latest >= (query.happened_from or date.min)
    )
    asks_day = query.published_from or query.published_to
    return happened and (
        not asks_day
        or (day is not None and (query.published_from or date.min) <= day <= (query.published_to or date.max))
    )


def is_said_by(held: HeldClaim, query: Query) -> bool:
    sources = [held.sources[link.source] for chain in held.claim.chains for link in chain]
    names = [f" {source.name.casefold()}" for source in sources]
    by_name = not query.sources or any(f" {asked}" in name for asked in query.sources for name in names)
    return by_name and (not query.sides or any(source.side in query.sides for source in sources))


def is_of(held: HeldClaim, query: Query) -> bool:
    claim, document = held.claim, held.document
    outlets = [outlet.casefold() for outlet in query.outlets]
    return (
        (not query.kinds or claim.kind in query.kinds)
        and (not query.certainties or claim.certainty in query.certainties)
        and (not query.tenses or claim.tense in query.tenses)
        and (not query.flags or any(flag.code in query.flags for flag in held.flags))
        and (not query.languages or document.language in query.languages)
        and (not outlets or (document.outlet or "").casefold() in outlets)
    )


def lacks_all(held: HeldClaim, query: Query) -> bool:
    spots = [place for place in held.claim.places if place.role is not PlaceRole.REFERENCE and place.lat is not None]
    is_without = {Lack.PLACE: not spots, Lack.DAY: held.claim.time is None}
    return all(is_without[lack] for lack in query.lacks)


LOOKS: tuple[Look, ...] = (says_words, lies_within, lies_in_days, is_said_by, is_of, lacks_all)


def sort_key(held: HeldClaim, query: Query) -> tuple[bool, int]:
    time = held.claim.time
    days = {Sort.PUBLISHED: held.document.published, Sort.HAPPENED: time.earliest if time else None}
    day = days.get(query.sort)
    sign = -1 if query.newest_first else 1
    return day is None, sign * day.toordinal() if day else 0


@pytest.mark.parametrize("few", [5_000, 1])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings=st.lists(make_readings(), max_size=3), query=QUERIES)
def test_a_page_holds_what_a_look_at_every_claim_lets_through(
    ledger: SqlLedger, few: int, readings: list[Reading], query: Query
) -> None:
    """The ledger grows from example to example."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportedly.ledger.paging.FEW_CLAIMS", few)
        patch.setattr("reportedly.ledger.paging.PROBED", few)
        patch.setattr("reportedly.ledger.paging.SHORT_WALK", few)
        patch.setattr("reportedly.ledger.paging.WORTH_CROSSING", few)
        ledger.add(EVERY_WORD)
        for reading in readings:
            ledger.add(reading.document, reading)
        added = list(ledger.each_claim(Query(newest_first=query.newest_first)))
        fitting = [held for held in added if all(look(held, query) for look in LOOKS)]
        expected = [held.claim.id for held in sorted(fitting, key=lambda held: sort_key(held, query))]
        page = ledger.claims(
            Query(**{name: getattr(query, name) for name in Query.__slots__ if name != "count"}, count=True)
        )
        assert [held.claim.id for held in page.items] == expected[: query.limit]
        assert page.total == len(expected)
        assert (page.after is None) == (len(expected) <= query.limit)

"""What each filter of a ledger lets through, on every store."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reportedly.errors import IdError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Box, Circle, Query, ReviewState
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.held import HeldClaim, Page
from reportedly.model.place import PlaceRole
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from reportedly.model.source import SourceType
from reportedly.reference.outlines import moved
from tests.ledger.readings import FRONT_DIARY, KYIV, Says, Spot, Voice, make_reading


def add(ledger: SqlLedger, *readings: Reading) -> None:
    """Put readings in."""
    for reading in readings:
        ledger.add(reading.document, reading)


def texts(page: Page[HeldClaim]) -> list[str]:
    """The words of each claim."""
    return [held.claim.span.text for held in page.items]


def ask(ledger: SqlLedger, query: Query) -> list[str]:
    """The words of the claims that fit, the latest added first."""
    return texts(ledger.claims(query))


@pytest.mark.parametrize(
    "query",
    [
        Query(kinds=(Kind.CONTROL, Kind.AID)),
        Query(certainties=(Certainty.PROBABLE,)),
        Query(polarities=(Polarity.NEGATIVE,)),
        Query(tenses=(Tense.FUTURE,)),
        Query(flags=(FlagCode.NUMBER_CHANGED,)),
        Query(languages=("EN",)),
        Query(outlets=("the example-post",)),
        Query(sides=("Russia",)),
        Query(source_types=(SourceType.CHANNEL, SourceType.DOCUMENT)),
        Query(published_from=date(2025, 12, 1), published_to=date(2025, 12, 2)),
        Query(happened_from=date(2025, 12, 2), happened_to=date(2025, 12, 5)),
        Query(kinds=(Kind.CONTROL,), sides=("russia",), languages=("en",), happened_to=date(2025, 12, 1)),
    ],
    ids=lambda query: next(name for name in Query.__slots__ if getattr(query, name) != getattr(Query(), name)),
)
def test_a_filter_lets_through_what_it_names_and_nothing_else(ledger: SqlLedger, query: Query) -> None:
    one = Says(
        "Malynivka will not fall",
        Kind.CONTROL,
        by=((FRONT_DIARY,),),
        on=("this week", date(2025, 12, 1), date(2025, 12, 7)),
        flags=(FlagCode.NUMBER_CHANGED,),
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.PROBABLE,
        tense=Tense.FUTURE,
    )
    add(
        ledger,
        make_reading(
            "Malynivka will not fall this week, the channel Front Diary said.",
            one,
            outlet="The Éxample Post",
            published=date(2025, 12, 1),
        ),
        make_reading("У селі люди без світла.", Says("У селі люди без світла"), language="uk", outlet="Дзвін", published=None),
    )  # fmt: skip
    if query.outlets:
        query = replace(query, outlets=("the éxample post",))
    assert ask(ledger, query) == ["Malynivka will not fall"]


def test_several_answers_to_one_question_are_alternatives_and_several_questions_are_not(ledger: SqlLedger) -> None:
    add(ledger, make_reading("A fell. B burned.", Says("A fell", Kind.CONTROL), Says("B burned", Kind.DAMAGE)))
    assert ask(ledger, Query(kinds=(Kind.CONTROL, Kind.DAMAGE))) == ["B burned", "A fell"]
    assert ask(ledger, Query(kinds=(Kind.CONTROL,), tenses=(Tense.FUTURE,))) == []


@pytest.mark.parametrize(("typed", "fits"), [
    ("front diary", True), ("Diary", True), ("dia", True), ("FRONT D", True), ("iary", False), ("front diaries", False),
    ("diary front", False), ("!", False),
])  # fmt: skip
def test_a_source_is_named_by_the_beginning_of_any_word(ledger: SqlLedger, typed: str, fits: bool) -> None:
    add(ledger, make_reading())
    assert len(ask(ledger, Query(sources=(typed,)))) == fits


def test_a_source_is_named_by_its_short_id(ledger: SqlLedger) -> None:
    add(ledger, make_reading())
    (source, *_) = [each for each in ledger.sources(Query()).items if each.name == "Front Diary"]
    assert len(ask(ledger, Query(sources=(source.id.lower(),)))) == 1
    assert ask(ledger, Query(sources=("rp-0000000000",))) == []


@pytest.mark.parametrize("typed", ["Kharkiv", "kharkiv", "ХАРКІВ", "Харьков", "Kharkov", "geonames:706483"])
def test_a_place_is_found_by_its_name_in_every_script(ledger: SqlLedger, typed: str) -> None:
    kharkiv = Spot(name="Kharkiv", gazetteer_id="geonames:706483", lat=49.98, lon=36.25, country="UA")
    add(
        ledger,
        make_reading("Kharkiv was hit.", Says("Kharkiv was hit", at=(kharkiv,))),
        make_reading("Kyiv was hit.", Says("Kyiv was hit", at=(KYIV,))),
    )
    page = ledger.claims(Query(places=(typed,)))
    assert texts(page) == ["Kharkiv was hit"]
    assert bool(page.notes) == (typed not in ("Kharkiv", "kharkiv", "geonames:706483"))


def test_a_name_that_is_there_stands_for_no_other_place_of_its_script(ledger: SqlLedger) -> None:
    """Two villages whose names sound alike: only where none bears the name is the other looked for."""
    lyman, liman = (Spot(name=name, gazetteer_id=f"geonames:{number}") for name, number in (("Lyman", 1), ("Liman", 2)))
    add(
        ledger,
        make_reading("Lyman fell. Liman held.", Says("Lyman fell", at=(lyman,)), Says("Liman held", at=(liman,))),
    )
    assert ask(ledger, Query(places=("Lyman",))) == ["Lyman fell"]
    assert ask(ledger, Query(places=("Лиман",))) == ["Liman held", "Lyman fell"]
    assert ledger.claims(Query(places=("Nowhere",))).notes == ("no place is named “Nowhere”",)


def test_the_rim_of_a_circle_belongs_to_it(ledger: SqlLedger) -> None:
    lat, lon = moved(50.0, 36.0, 77, 25)
    add(ledger, make_reading("X was hit.", Says("X was hit", at=(Spot(name="X", lat=lat, lon=lon),))))
    for radius_km, found in ((25 - 1e-5, 0), (25 - 1e-9, 1), (25.0, 1), (25 + 1e-5, 1)):
        assert len(ask(ledger, Query(circle=Circle(lat=50, lon=36, radius_km=radius_km)))) == found


@pytest.mark.parametrize(
    ("circle", "found"),
    [
        (Circle(lat=-17, lon=179.9, radius_km=60), 1),
        (Circle(lat=-17, lon=-179.9, radius_km=60), 1),
        (Circle(lat=-17, lon=175, radius_km=60), 0),
        (Circle(lat=-89, lon=0, radius_km=8_500), 1),
        (Circle(lat=89, lon=0, radius_km=20_040), 1),
        (Circle(lat=17, lon=0.2, radius_km=20_040), 1),
    ],
)
def test_circles_reach_over_the_180th_meridian_and_the_poles(ledger: SqlLedger, circle: Circle, found: int) -> None:
    add(
        ledger,
        make_reading("Taveuni flooded.", Says("Taveuni flooded", at=(Spot(name="Taveuni", lat=-17, lon=-179.8),))),
    )
    assert len(ask(ledger, Query(circle=circle))) == found


@pytest.mark.parametrize(
    ("box", "found"),
    [
        (Box(south=-20, west=170, north=-10, east=-170), 1),
        (Box(south=-17, west=-179.8, north=-17, east=-179.8), 1),
        (Box(south=-20, west=-170, north=-10, east=170), 0),
        (Box(south=-20, west=-180, north=-17.1, east=180), 0),
    ],
)
def test_boxes_include_their_edges_and_reach_over_the_180th_meridian(ledger: SqlLedger, box: Box, found: int) -> None:
    add(
        ledger,
        make_reading("Taveuni flooded.", Says("Taveuni flooded", at=(Spot(name="Taveuni", lat=-17, lon=-179.8),))),
    )
    assert len(ask(ledger, Query(box=box))) == found


def test_what_is_named_only_to_say_where_another_place_is_lies_in_no_circle(ledger: SqlLedger) -> None:
    """A village 16 km from Kyiv was hit: Kyiv was not."""
    reference = replace(KYIV, role=PlaceRole.REFERENCE)
    add(
        ledger,
        make_reading("A village 16 km from Kyiv was hit.", Says("A village 16 km from Kyiv was hit", at=(reference,))),
    )
    assert ask(ledger, Query(circle=Circle(lat=50.45, lon=30.52, radius_km=5))) == []
    assert ask(ledger, Query(box=Box(south=50, west=30, north=51, east=31))) == []
    assert len(ask(ledger, Query(places=("Kyiv",)))) == 1


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2025, 12, 31), date(2026, 1, 5), 1),
        (date(2024, 12, 30), date(2025, 1, 1), 1),
        (date(2025, 6, 1), date(2025, 6, 1), 1),
        (date(2025, 6, 1), None, 1),
        (None, date(2025, 1, 1), 1),
        (date(2026, 1, 1), None, 0),
        (None, date(2024, 12, 31), 0),
    ],
)
def test_an_interval_fits_the_days_that_it_overlaps(
    ledger: SqlLedger, first: date | None, last: date | None, found: int
) -> None:
    """A year is a long interval; days far from both its ends lie in it."""
    year = ("2025", date(2025, 1, 1), date(2025, 12, 31))
    add(ledger, make_reading("In 2025 X fell. Y held.", Says("X fell", on=year), Says("Y held")))
    assert len(ask(ledger, Query(happened_from=first, happened_to=last))) == found


def test_claims_and_documents_are_named_by_beginnings_of_their_ids(ledger: SqlLedger) -> None:
    add(ledger, make_reading(), make_reading("X fell.", Says("X fell")))
    (held,) = ledger.claims(Query(limit=1)).items
    assert ask(ledger, Query(ids=(held.claim.id.lower()[3:9],))) == ["X fell"]
    assert ask(ledger, Query(documents=(held.document_id,))) == ["X fell"]
    with pytest.raises(IdError):
        ledger.claims(Query(ids=("what?",)))


def test_reviews_leave_nothing_out_unless_they_are_asked_for(ledger: SqlLedger) -> None:
    add(ledger, make_reading())
    killed, captured = ledger.claims(Query()).items
    for action, held in ((Action.REJECT, killed), (Action.ACCEPT, captured)):
        ledger.review(Review(action=action, subjects=(held.claim.id,), who="me", at=datetime.now(UTC)))
    ledger.review(
        Review(
            action=Action.CORRECT,
            subjects=(captured.claim.id,),
            who="me",
            at=datetime.now(UTC),
            field="kind",
            value='"aid"',
        )
    )
    assert len(ask(ledger, Query())) == 2
    assert ask(ledger, Query(reviews=(ReviewState.REJECTED,))) == [killed.claim.span.text]
    assert ask(ledger, Query(reviews=(ReviewState.ACCEPTED,))) == [captured.claim.span.text]
    assert ask(ledger, Query(reviews=(ReviewState.CORRECTED,), kinds=(Kind.AID,))) == [captured.claim.span.text]
    assert ask(ledger, Query(reviews=(ReviewState.OPEN,))) == []
    assert len(ask(ledger, Query(reviews=(ReviewState.OPEN, ReviewState.REJECTED, ReviewState.CORRECTED)))) == 2


def test_the_ledger_as_it_stood(ledger: SqlLedger) -> None:
    add(ledger, make_reading())
    before = ledger.seq()
    (held, *_) = ledger.claims(Query()).items
    ledger.review(
        Review(
            action=Action.CORRECT,
            subjects=(held.claim.id,),
            who="me",
            at=datetime.now(UTC),
            field="kind",
            value='"aid"',
        )
    )
    add(ledger, make_reading("X fell.", Says("X fell")))
    assert ask(ledger, Query(kinds=(Kind.AID,), at=before)) == []
    assert ask(ledger, Query(kinds=(Kind.CASUALTY,), at=before)) == [held.claim.span.text]
    assert len(ask(ledger, Query(at=before))) == 2
    assert ask(ledger, Query(at=1)) == []


def test_the_voice_of_a_side_is_heard_anywhere_in_a_chain(ledger: SqlLedger) -> None:
    relay = Voice("A channel", side=None)
    origin = Voice("a general", side="ukraine")
    add(ledger, make_reading("A channel cited a general: X fell.", Says("X fell", by=((relay, origin),))))
    assert ask(ledger, Query(sides=("ukraine",))) == ["X fell"]

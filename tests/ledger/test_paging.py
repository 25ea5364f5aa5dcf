"""Pages follow each other, whatever way they are found, on every store."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.errors import QueryError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query, Sort
from reportedly.model.claim import Kind
from reportedly.model.held import HeldClaim, Page
from reportedly.model.reading import Reading
from reportedly.model.review import Action
from tests.ledger.eventful import review
from tests.ledger.readings import MALYNIVKA, PUBLISHED, Says, make_reading

FELL = Says("Malynivka fell", Kind.CONTROL, at=(MALYNIVKA,), on=("Tuesday", date(2025, 12, 2), date(2025, 12, 2)))


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


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("newest_first", [True, False])
def test_pages_follow_each_other_whatever_comes_in_between(ledger: SqlLedger, sort: Sort, newest_first: bool) -> None:
    """Seven claims, some of one day, some without any."""
    add(ledger, *(make_dated(number) for number in range(7)))
    whole = list(ledger.each_claim(Query(sort=sort, newest_first=newest_first)))
    days = [held.document.published for held in whole]
    if sort is Sort.PUBLISHED:
        known = [day for day in days if day is not None]
        assert days[len(known) :] == [None, None]
        assert known == sorted(known, reverse=newest_first)
    query, seen = Query(sort=sort, newest_first=newest_first, limit=2, count=True), []
    while True:
        page = ledger.claims(query)
        seen += [held.claim.id for held in page.items]
        if page.after is None:
            break
        query = replace(query, after=page.after)
        if sort is Sort.ADDED and newest_first:
            add(ledger, make_reading(f"New {len(seen)}.", Says(f"New {len(seen)}")))
    assert seen == [held.claim.id for held in whole]


def make_dated(number: int) -> Reading:
    """A reading whose day depends on the number."""
    day = None if number % 4 == 3 and number else date(2025, 1, 1 + number % 3)
    on = (f"X{number}", day, day) if day and number % 2 else None
    if number in (3, 5):
        day = None
    return make_reading(f"X{number} fell.", Says(f"X{number} fell", on=on), published=day)


def test_counting_counts_all(ledger: SqlLedger) -> None:
    add(ledger, *(make_dated(number) for number in range(7)))
    assert ledger.claims(Query(limit=2, count=True)).total == 7
    assert ledger.claims(Query(limit=2, count=True, text="x3")).total == 1
    assert ledger.claims(Query(limit=2)).total is None


@pytest.mark.parametrize("wrong", ["", "x", "é", "WzFd", "%%%", "0" * 2000])
def test_what_no_page_gave_is_no_place_to_go_on_from(ledger: SqlLedger, wrong: str) -> None:
    with pytest.raises(QueryError):
        ledger.claims(Query(after=wrong))


def test_a_page_goes_on_only_with_its_own_question(ledger: SqlLedger) -> None:
    add(ledger, *(make_dated(number) for number in range(3)))
    after = ledger.claims(Query(limit=1)).after
    assert len(ledger.claims(Query(limit=5, after=after)).items) == 2
    for other in (Query(after=after, sort=Sort.PUBLISHED), Query(after=after, kinds=(Kind.OTHER,))):
        with pytest.raises(QueryError):
            ledger.claims(other)
    with pytest.raises(QueryError):
        ledger.claims(Query(limit=0))


def test_claims_too_many_to_be_fetched_by_number_are_walked_through(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every way of finding a page finds the same."""
    add(ledger, *(make_dated(number) for number in range(7)), make_reading("Malynivka fell on Tuesday.", FELL))
    queries = [
        Query(kinds=(Kind.OTHER,), languages=("en",), limit=2, sort=sort, newest_first=newest)
        for sort in Sort
        for newest in (True, False)
    ] + [Query(kinds=(Kind.CONTROL,), languages=("en",), published_from=PUBLISHED, sort=Sort.PUBLISHED)]
    expected = [ask(ledger, query) for query in queries]
    for few, probed in ((1, 2), (1, 3), (3, 100), (1, 100)):
        monkeypatch.setattr("reportedly.ledger.paging.FEW_CLAIMS", few)
        monkeypatch.setattr("reportedly.ledger.paging.PROBED", probed)
        monkeypatch.setattr("reportedly.ledger.paging.WORTH_CROSSING", 0)
        assert [ask(ledger, query) for query in queries] == expected


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("newest_first", [True, False])
def test_a_judgement_leaves_the_order_as_it_is(ledger: SqlLedger, sort: Sort, newest_first: bool) -> None:
    """Also for one who turns the page meanwhile, behind the very claim that is judged."""
    add(ledger, *(make_dated(number) for number in range(7)), make_reading())
    query = Query(sort=sort, newest_first=newest_first)
    before = [held.claim.id for held in ledger.each_claim(query)]
    first = ledger.claims(replace(query, limit=3))
    for id_ in (before[2], before[0], before[-1]):
        review(ledger, Action.ACCEPT, id_)
    assert [held.claim.id for held in ledger.each_claim(query)] == before
    assert [held.claim.id for held in ledger.claims(query).items] == before
    assert [held.claim.id for held in ledger.claims(replace(query, after=first.after)).items] == before[3:]


def test_what_was_judged_since_an_entry_is_told_the_latest_first(ledger: SqlLedger) -> None:
    add(ledger, *(make_dated(number) for number in range(4)))
    seq = ledger.seq()
    ids = [held.claim.id for held in ledger.each_claim(Query())]
    assert ledger.claims_since(seq, 5) == ()
    for id_ in ids[1:]:
        review(ledger, Action.ACCEPT, id_)
    assert [held.claim.id for held in ledger.claims_since(seq, 2)] == [ids[3], ids[2]]
    assert [held.claim.id for held in ledger.claims_since(seq + 2, 5)] == [ids[3]]

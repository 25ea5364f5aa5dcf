"""What was compared is kept, and what changed since is known, whatever the ledger is kept in."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.compare.neighbours import Neighbours
from reportedly.errors import QueryError, UnknownIdError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.ledger.store import Book, Ledger
from reportedly.model.claim import Kind
from reportedly.model.ids import make_id
from reportedly.model.review import Action
from tests.ledger.comparer import RULES, compare, list_blocks, list_groups, make_comparable
from tests.ledger.eventful import THEN, list_claims, read_again, review
from tests.ledger.readings import KYIV, MALYNIVKA, Says, make_many, make_reading

DEAD = Says("people were killed in Kyiv", Kind.CASUALTY, at=(KYIV,))


def add_many(ledger: SqlLedger, number: int) -> list[str]:
    """So many documents of two claims each, which speak of the same two happenings; their ids."""
    return [ledger.add(each.document, each).id for each in make_many(number)]


def list_changed(ledger: SqlLedger, limit: int = 100) -> list[str]:
    with ledger.comparing() as book:
        return list(book.changed(limit).documents)


def test_a_ledger_is_what_comparing_needs(ledger: SqlLedger) -> None:
    whole: Ledger = ledger
    with whole.comparing() as book:
        neighbours: Neighbours = book
        assert neighbours.sharing([1]) == [] and neighbours.groups_of(["x"]) == {} and neighbours.members([]) == {}


def test_what_came_in_has_changed_until_it_is_compared(ledger: SqlLedger) -> None:
    assert not ledger.has_changes()
    ids = add_many(ledger, 3)
    assert ledger.has_changes()
    assert list_changed(ledger) == ids == list_changed(ledger)
    assert compare(ledger) == 3
    assert not ledger.has_changes()
    assert list_changed(ledger) == []
    more = make_reading("Nobody claims anything.")
    ledger.add(more.document, more)
    assert not ledger.has_changes()


def test_documents_are_given_out_some_at_a_time_and_none_is_lost(ledger: SqlLedger) -> None:
    """Eight documents, of which one review names five."""
    ids = add_many(ledger, 8)
    compare(ledger)
    review(ledger, Action.MERGE, *(list_claims(ledger, id_)[0] for id_ in ids[1:6]))
    review(ledger, Action.ACCEPT, list_claims(ledger, ids[7])[0])
    given: list[str] = []
    while ledger.has_changes():
        with ledger.comparing() as book:
            changed = book.changed(2)
            assert 0 < len(changed.documents) <= 2
            given += changed.documents
            book.settle(changed)
    assert sorted(given[:5]) == sorted(ids[1:6]) and given[5:] == [ids[7]]
    with ledger.comparing() as book:
        assert not book.changed(2)


def test_claims_are_held_as_they_stand_and_kept_as_they_were_compared(ledger: SqlLedger) -> None:
    (id_,) = add_many(ledger, 1)
    compare(ledger)
    first, second = list_claims(ledger, id_)
    review(ledger, Action.CORRECT, first, field="kind", value='"combat"')
    review(ledger, Action.REJECT, second)
    review(ledger, Action.SPLIT, first, second)
    with ledger.comparing() as book:
        held = book.held(id_)
        assert [each.claim.id for each in held] == [first, second]
        assert [each.verdict for each in held] == [None, "rejected"]
        assert [each.apart for each in held] == [(second,), (first,)]
        assert {claim: each.kind for claim, each in book.kept(id_).items()} == {
            first: Kind.CONTROL,
            second: Kind.CASUALTY,
        }
    compare(ledger)
    with ledger.comparing() as book:
        assert {claim: (each.kind, each.apart) for claim, each in book.kept(id_).items()} == {
            first: (Kind.COMBAT, (second,))
        }
        assert book.held("rp-0000000000") == [] and book.kept("rp-0000000000") == {}


def test_a_comparable_comes_back_as_it_was_kept(ledger: SqlLedger) -> None:
    (id_,) = add_many(ledger, 1)
    with ledger.comparing() as book:
        kept = [each for each in map(make_comparable, book.held(id_)) if each]
        kept = [
            replace(each, words=("слово", "мир") * many, earliest=date(2025, 12, 1), numbers=((1.0, None, "person"),))
            for each, many in zip(kept, (0, 200), strict=True)
        ]
        book.keep([(each, list_blocks(each)) for each in kept])
        assert list(book.kept(id_).values()) == kept
    with ledger.comparing() as book:
        assert list(book.kept(id_).values()) == kept


def test_neighbours_are_those_that_share_a_block(ledger: SqlLedger) -> None:
    add_many(ledger, 3)
    compare(ledger)
    other = make_reading("About 14 people were killed in Kyiv.", DEAD, published=date(2025, 12, 9))
    id_ = ledger.add(other.document, other).id
    compare(ledger)
    with ledger.comparing() as book:
        ((claim, comparable),) = book.kept(id_).items()
        assert book.sharing(list_blocks(comparable)) == [comparable]
        every = [
            each
            for name in ledger.database.ask("SELECT DISTINCT grp FROM comparable")
            for each in book.members(name)[name[0]]
        ]
        blocks = {key for each in every for key in list_blocks(each)}
        found = book.sharing(blocks)
        assert len(found) == 7 == len(every) and [each.rank for each in found] == sorted(each.rank for each in every)
        assert book.sharing(blocks, after=found[2].rank) == found[3:]
        assert book.groups_of([claim, "rp-0000000000"]) == {claim: claim}


def test_what_is_dropped_or_kept_anew_is_found_no_longer_as_it_was(ledger: SqlLedger) -> None:
    (id_,) = add_many(ledger, 1)
    compare(ledger)
    with ledger.comparing() as book:
        first, second = book.kept(id_).values()
        assert book.sharing([*list_blocks(first), 7]) == [first]
        book.keep([(replace(first, words=("other",)), [7, 7, -(1 << 63), (1 << 63) - 1])])
        assert book.sharing(list_blocks(first)) == []
        assert [each.words for each in book.sharing([-(1 << 63), (1 << 63) - 1])] == [("other",)]
        assert book.groups_of([first.claim]) == {first.claim: first.claim}
        book.drop([second.claim])
        assert book.sharing(list_blocks(second)) == [] and list(book.kept(id_)) == [first.claim]
        book.keep([(second, [8])])
        assert book.groups_of([second.claim]) == {}
        with pytest.raises(UnknownIdError):
            book.keep([(replace(first, document="sha256:00"), [1])])


def test_after_an_error_everything_is_as_it_was(ledger: SqlLedger, address: str) -> None:
    (id_,) = add_many(ledger, 1)
    compare(ledger)
    before = list_groups(ledger)
    review(ledger, Action.ACCEPT, list_claims(ledger, id_)[0])

    def fail(book: Book) -> None:
        book.regroup(dict.fromkeys(book.kept(id_), "rp-0000000000"))
        book.drop(list(book.kept(id_))[:1])
        book.settle(book.changed(5))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), ledger.comparing() as book:
        fail(book)
    with open_ledger(address) as other:
        assert list_groups(other) == before and other.has_changes()
        assert list_changed(other) == [id_]


def test_who_changes_the_rules_compares_everything_again(ledger: SqlLedger) -> None:
    ids = add_many(ledger, 2)
    compare(ledger)
    assert ledger.has_changes(RULES) and not ledger.has_changes()
    with ledger.comparing() as book:
        assert book.rules is None
        book.begin_anew(RULES)
        assert list(book.changed(9).documents) == ids and not book.kept(ids[0])
    assert list_groups(ledger) == []
    assert ledger.has_changes(RULES)
    compare(ledger)
    assert ledger.has_changes("plain 2") and not ledger.has_changes(RULES)
    assert len(list_groups(ledger)) == 2
    with ledger.comparing() as book:
        assert book.rules == RULES


def test_rules_alone_are_no_change_where_nothing_is(ledger: SqlLedger) -> None:
    assert not ledger.has_changes(RULES)


def test_a_new_version_and_another_reading_change_what_is_compared(ledger: SqlLedger) -> None:
    first = make_reading(locator="telegram:front/7", captured_at=THEN)
    id_ = ledger.add(first.document, first).id
    (twin,) = add_many(ledger, 1)
    compare(ledger)
    claims = list_claims(ledger, id_)
    ledger.add_reading(read_again(first))
    assert list_changed(ledger) == [id_]
    compare(ledger)
    assert {claim for _, group in list_groups(ledger) for claim in group} == {claims[1], *list_claims(ledger, twin)}
    edited = make_reading(
        "14 people were killed in Kyiv.", DEAD, locator="telegram:front/7", captured_at=THEN.replace(hour=12)
    )
    later = ledger.add(edited.document, edited).id
    assert set(list_changed(ledger)) == {id_, later}
    compare(ledger)
    with ledger.comparing() as book:
        assert book.kept(id_) == {} and len(book.kept(later)) == 1
    assert ledger.verify().found == 0


def test_groups_come_whole_and_in_order(ledger: SqlLedger) -> None:
    """Two happenings, one of them told again a week later; another of which nothing else is told."""
    add_many(ledger, 2)
    days = [date(2025, 12, day) for day in (1, 9)]
    for day in days:
        each = make_reading("14 people were killed in Kyiv.", DEAD, published=day)
        ledger.add(each.document, each)
    compare(ledger)
    found = list(ledger.groups(Query()))
    assert [len(claims) for _, claims in found] == [1, 2, 2, 1]
    assert [claims[-1][1].document.published for _, claims in found] == [
        days[1],
        date(2025, 12, 3),
        date(2025, 12, 3),
        days[0],
    ]
    assert all(name == claims[0][1].claim.id for name, claims in found)
    assert list_groups(ledger, newest_first=False) == list_groups(ledger)[::-1]
    assert [len(claims) for _, claims in list_groups(ledger, kinds=(Kind.CASUALTY,), limit=1)] == [1, 2, 1]
    _, one = found[1][1][1]
    assert list_groups(ledger, ids=(one.claim.id,)) == [(found[1][0], [each.claim for each, _ in found[1][1]])]
    assert list_groups(ledger, text="nobody said this") == []
    with pytest.raises(QueryError, match="as they stand now"):
        list(ledger.groups(Query(at=2)))


def test_groups_are_found_by_a_common_filter_and_by_a_rare_one_alike(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a question is answered; some groups at a time."""
    monkeypatch.setattr("reportedly.ledger.grouping.GROUPS_AT_ONCE", 2)
    for day in range(1, 8):
        each = make_reading(published=date(2025, 12, day))
        ledger.add(each.document, each)
    compare(ledger)
    driven = [list_groups(ledger, kinds=(Kind.CASUALTY,), newest_first=first) for first in (True, False)]
    monkeypatch.setattr("reportedly.ledger.paging.FEW_CLAIMS", 0)
    walked = [list_groups(ledger, kinds=(Kind.CASUALTY,), newest_first=first) for first in (True, False)]
    assert driven == walked and len(driven[0]) == 7
    assert len(list_groups(ledger)) == 14


def test_who_is_rejected_shows_in_no_group(ledger: SqlLedger) -> None:
    ids = add_many(ledger, 2)
    compare(ledger)
    claims = [list_claims(ledger, id_)[0] for id_ in ids]
    review(ledger, Action.REJECT, claims[0])
    assert [claims[1]] in [group for _, group in list_groups(ledger)]
    assert list_groups(ledger, ids=(claims[0],)) == []
    compare(ledger)
    assert (claims[1], [claims[1]]) in list_groups(ledger)
    review(ledger, Action.REJECT, claims[1])
    assert len(list_groups(ledger)) == 1


def test_the_group_of_a_claim_and_of_an_event(ledger: SqlLedger) -> None:
    ids = add_many(ledger, 2)
    claim = list_claims(ledger, ids[1])[0]
    assert ledger.group(claim) is None
    compare(ledger)
    event = make_id("event", claim)
    for id_ in (claim, event):
        found = ledger.group(id_)
        assert found is not None
        assert (found[0], [each.claim for each, _ in found[1]]) in list_groups(ledger)
        assert claim in {each.claim for each, _ in found[1]}
    assert ledger.find_id(event[:9].lower()) == ("event", event)
    assert ledger.group(ids[0]) is None


def test_little_by_little_comes_to_what_comparing_all_at_once_does(ledger: SqlLedger) -> None:
    """Documents of two places on three days, the latest first, some reviewed, some forgotten."""
    spots = (KYIV, MALYNIVKA)
    ids = []
    for number in range(8):
        spot = spots[number % 2]
        text = f"People were killed in {spot.name}, said the {number}."
        each = make_reading(text, Says(text, Kind.CASUALTY, at=(spot,)), published=date(2025, 12, 9 - number % 3))
        ids.append(ledger.add(each.document, each).id)
        compare(ledger, at_once=1)
    review(ledger, Action.REJECT, list_claims(ledger, ids[0])[0])
    correction = '[{"span": {"start": 0, "end": 6, "text": "People"}, "name": "Kyiv", "role": "at"}]'
    review(ledger, Action.CORRECT, list_claims(ledger, ids[1])[0], field="places", value=correction)
    ledger.forget(ids[6], who="the court", why="order 12/34")
    compare(ledger, at_once=2)
    step_by_step = list_groups(ledger)
    with ledger.comparing() as book:
        book.begin_anew(RULES)
    compare(ledger)
    assert list_groups(ledger) == step_by_step
    assert {len(group) for _, group in step_by_step} > {1}

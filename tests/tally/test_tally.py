"""What a tally tells of a ledger, and when."""

from contextlib import suppress
from datetime import date, timedelta
from threading import Event, Thread

import pytest

from reportedly.errors import IdError, UnfinishedError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading
from reportedly.tally.counts import FacetName, Step
from reportedly.tally.tally import Tally
from tests.ledger.readings import KYIV, MALYNIVKA, Says, make_reading
from tests.tally.looks import EVERYTHING

WHO = "A. Reader"


@pytest.fixture
def tally() -> Tally:
    return Tally()


def add(ledger: SqlLedger, *readings: Reading) -> None:
    for reading in readings:
        ledger.add(reading.document, reading)


def test_nothing_is_counted_before_a_refreshing_and_nothing_is_new_after_it(ledger: SqlLedger, tally: Tally) -> None:
    assert (tally.refresh(ledger), tally.seq, tally.claims) == (False, 0, 0)
    add(ledger, make_reading())
    assert tally.facets(ledger, Query()).total == 0
    told: list[tuple[int, int]] = []
    assert tally.refresh(ledger, lambda done, of: told.append((done, of)))
    assert (tally.refresh(ledger), tally.seq, tally.claims, told) == (False, 2, 2, [(2, 2)])
    assert tally.facets(ledger, Query()).total == 2 and tally.nbytes > 0


def test_large_ledgers_are_read_a_lot_at_a_time(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, *(make_reading(outlet=f"Outlet {nth}") for nth in range(300)))
    whole, pieced = Tally(), Tally()
    whole.refresh(ledger)
    monkeypatch.setattr("reportedly.ledger.rows_since.CLAIMS_OF_A_LOT", 7)
    pieced.refresh(ledger)
    for query in (Query(), Query(outlets=("outlet 7", "outlet 299")), Query(text="captured"), Query(places=("Kyiv",))):
        assert pieced.facets(ledger, query, EVERYTHING) == whole.facets(ledger, query, EVERYTHING)
    (outlet,) = [
        each
        for each in pieced.facets(ledger, Query(outlets=("outlet 299",)), EVERYTHING).facet(FacetName.OUTLET).options
        if each.is_chosen
    ]
    assert (outlet.value, outlet.label, outlet.count) == ("outlet 299", "Outlet 299", 2)


def test_the_most_frequent_answers_come_first_and_the_chosen_always(ledger: SqlLedger, tally: Tally) -> None:
    outlets = [f"Outlet {name}" for nth, name in enumerate("ABCDEFGHIJKLMNO") for _ in range(15 - nth)]
    add(ledger, *(make_reading(f"A fell {nth}.", Says("A fell"), outlet=each) for nth, each in enumerate(outlets)))
    tally.refresh(ledger)
    facet = tally.facets(ledger, Query()).facet(FacetName.OUTLET)
    assert [(each.label, each.count) for each in facet.options] == [
        (f"Outlet {name}", 15 - nth) for nth, name in enumerate("ABCDEFGHIJKL")
    ]
    assert facet.more == 3
    facet = tally.facets(ledger, Query(outlets=("OUTLET O", "None"))).facet(FacetName.OUTLET)
    assert [(each.value, each.label, each.count, each.is_chosen) for each in facet.options[-2:]] == [
        ("OUTLET O", "Outlet O", 1, True),
        ("None", None, 0, True),
    ]
    assert (len(facet.options), facet.more) == (14, 2)


def test_months_come_in_order_and_those_between_the_days_asked_for_are_chosen(ledger: SqlLedger, tally: Tally) -> None:
    days = (date(2025, 11, 30), date(2025, 12, 1), date(2024, 2, 29), None)
    add(ledger, *(make_reading(f"A fell {day}.", Says("A fell"), published=day) for day in days))
    tally.refresh(ledger)
    query = Query(published_from=date(2025, 12, 1), published_to=date(2026, 1, 31))
    facet = tally.facets(ledger, query).facet(FacetName.PUBLISHED)
    assert [(each.value, each.count, each.is_chosen) for each in facet.options] == [
        ("2024-02", 1, False),
        ("2025-11", 1, False),
        ("2025-12", 1, True),
        ("2026-01", 0, True),
    ]
    limits = {**EVERYTHING, FacetName.PUBLISHED: 1}
    facet = tally.facets(ledger, Query(), limits).facet(FacetName.PUBLISHED)
    assert ([each.value for each in facet.options], facet.more) == (["2025-12"], 2)


def test_a_place_that_is_chosen_by_name_or_id_is_listed_once_and_others_beside_it(
    ledger: SqlLedger, tally: Tally
) -> None:
    add(ledger, make_reading())
    tally.refresh(ledger)
    kyiv, malynivka = (make_id("place", str(each.gazetteer_id)) for each in (KYIV, MALYNIVKA))
    for typed, label in (("kyiv", "kyiv"), (kyiv, "Kyiv"), (kyiv.lower(), "Kyiv")):
        options = tally.facets(ledger, Query(places=(typed,))).facet(FacetName.PLACE).options
        assert [(each.value, each.label, each.count, each.is_chosen) for each in options] == [
            (typed, label, 1, True),
            (malynivka, "Malynivka", 1, False),
        ]


def test_an_id_that_none_can_have_is_refused(ledger: SqlLedger, tally: Tally) -> None:
    with pytest.raises(IdError):
        tally.facets(ledger, Query(ids=("%",)))


@pytest.mark.parametrize(
    ("days", "step", "bars"),
    [
        ([], Step.DAY, 0),
        ([date(2025, 1, 1), date(2025, 1, 3)], Step.DAY, 2),
        ([date(2025, 1, 1) + timedelta(days=2 * each) for each in range(100)], Step.WEEK, 29),
        ([date(2023, 1, 1) + timedelta(days=10 * each) for each in range(130)], Step.MONTH, 43),
        ([date(1000 + each, 5, 5) for each in range(80)], Step.YEAR, 80),
        ([date(1943, 7, 5), *(date(2025, 1, 1) + timedelta(days=each // 10) for each in range(100))], Step.DAY, 11),
        ([date.min, date.max], Step.YEAR, 2),
    ],
)  # fmt: skip
def test_bars_are_as_wide_as_keeps_them_few(
    ledger: SqlLedger, tally: Tally, days: list[date], step: Step, bars: int
) -> None:
    """A claim of a year long gone does not make one bar of all others."""
    add(
        ledger, *(make_reading(f"A fell {nth}.", Says("A fell", on=("fell", day, day))) for nth, day in enumerate(days))
    )
    tally.refresh(ledger)
    found = tally.timeline(ledger, Query())
    assert (found.step, len(found.bars), found.undated) == (step, bars, 0)
    assert sum(bar.claims for bar in found.bars) == len(days)
    if bars:
        assert found.bars[0].first <= days[0] <= found.bars[0].last


def test_only_the_most_named_places_are_given_and_the_rest_counted(ledger: SqlLedger, tally: Tally) -> None:
    add(ledger, make_reading(), make_reading("Kyiv was hit.", Says("Kyiv was hit", at=(KYIV,))))
    tally.refresh(ledger)
    found = tally.places(ledger, Query(), most=1)
    assert [(each.name, each.claims, each.documents, each.country) for each in found.places] == [("Kyiv", 2, 2, "UA")]
    assert (found.more, found.unplaced) == (1, 0)


def test_a_tally_that_could_not_be_refreshed_is_as_it_was_and_comes_right_later(
    address: str, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading breaks off in the middle: the disk is gone."""
    monkeypatch.setattr("reportedly.ledger.rows_since.CLAIMS_OF_A_LOT", 2)
    with open_ledger(address) as ledger:
        add(ledger, make_reading())
        tally.refresh(ledger)
        add(ledger, *(make_reading(outlet=f"Outlet {nth}") for nth in range(3)))

        def break_off(done: int, of: int) -> None:
            raise OSError("the disk is gone")

        with pytest.raises(OSError, match="gone"):
            tally.refresh(ledger, break_off)
        assert (tally.facets(ledger, Query()).total, tally.seq) == (2, 2)
        assert tally.refresh(ledger)
        assert (tally.facets(ledger, Query()).total, tally.seq) == (8, 8)


def test_who_counts_while_others_write_sees_one_state(address: str, tally: Tally) -> None:
    """One thread adds and refreshes; the counts of the other always belong together."""
    stopped = Event()
    wrong: list[object] = []

    def count_on() -> None:
        with open_ledger(address) as ledger:
            while not stopped.is_set():
                found = tally.facets(ledger, Query(text="captured"), EVERYTHING)
                for name in (FacetName.KIND, FacetName.OUTLET, FacetName.LANGUAGE):
                    if sum(each.count for each in found.facet(name).options) != found.total:
                        wrong.append(found)

    thread = Thread(target=count_on)
    with open_ledger(address) as ledger:
        thread.start()
        for nth in range(25):
            add(ledger, make_reading(outlet=f"Outlet {nth}"))
            tally.refresh(ledger)
        with suppress(
            UnfinishedError
        ):  # the other may be in the middle of a question: it is out of the tables all the same
            ledger.forget(ledger.documents(Query(limit=1)).items[0].id, who=WHO, why="order 12/34")
        tally.refresh(ledger)
        stopped.set()
        thread.join()
        assert not wrong and tally.facets(ledger, Query()).total == 48


def test_words_with_letters_that_a_database_may_not_know_are_counted_as_they_are_listed(
    ledger: SqlLedger, tally: Tally
) -> None:
    """Letters that Unicode has but since lately, and capitals that only fancy scripts hide."""
    names = ("fooᲀbar", "bar", "𝚨bar", "№ 5 bar", "ԑbar", "łbar", "αbar")
    add(ledger, *(make_reading(f"{name} fell.", Says(f"{name} fell")) for name in names))
    tally.refresh(ledger)
    for text in ("bar", "fooᲀ", "αbar", "no", "ԑba", "łb", "fell"):
        query = Query(text=text)
        assert tally.facets(ledger, query).total == len(list(ledger.each_claim(query))), text


def test_letters_that_come_under_the_number_of_a_forgotten_word_are_noticed(ledger: SqlLedger, tally: Tally) -> None:
    """“zzz” is forgotten, and the word that comes next has a capital that the search takes for a small letter."""
    plain, gone, odd = (make_reading(f"{name} fell.", Says(f"{name} fell")) for name in ("αbar", "zzz", "𝚨bar"))
    add(ledger, plain, gone)
    query = Query(text="αbar")
    assert len(ledger.numbers(query)) == 1
    ledger.forget(ledger.documents(Query(text="zzz")).items[0].id, who=WHO, why="order 12/34")
    add(ledger, odd)
    tally.refresh(ledger)
    assert tally.facets(ledger, query).total == len(list(ledger.each_claim(query))) == 1

"""Documents, sources, places and readings of a ledger, on every store."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reportedly.errors import QueryError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query, Sort
from reportedly.model.claim import Kind
from reportedly.model.document import Document
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.held import HeldClaim, Outcome
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from reportedly.model.source import Identity, SourceType
from tests.ledger.readings import (
    KYIV,
    MADE_BY,
    MALYNIVKA,
    PUBLISHED,
    Says,
    Voice,
    make_document,
    make_many,
    make_reading,
)


def add(ledger: SqlLedger, *readings: Reading) -> None:
    """Put readings in."""
    for reading in readings:
        ledger.add(reading.document, reading)


def accept(ledger: SqlLedger, held: HeldClaim) -> None:
    """Vouch for a claim."""
    ledger.review(Review(action=Action.ACCEPT, subjects=(held.claim.id,), who="me", at=datetime.now(UTC)))


def test_documents_are_listed_read_or_not(ledger: SqlLedger) -> None:
    add(ledger, make_reading())
    ledger.add(make_document("Not read yet.", published=None))
    unread, read = ledger.documents(Query(count=True)).items
    assert (unread.claims, unread.made_by, unread.document.text) == (0, None, "Not read yet.")
    assert (read.claims, read.made_by, read.seq) == (2, MADE_BY, 1)
    assert read.added_at.tzinfo is not None
    assert ledger.documents(Query(count=True)).total == 2


def test_documents_are_found_by_what_they_are(ledger: SqlLedger) -> None:
    add(ledger, *make_many(3), make_reading("Інше.", outlet="Дзвін", language="uk", published=date(2025, 1, 1)))
    (first,) = ledger.documents(Query(outlets=("outlet 1",))).items
    assert first.document.outlet == "Outlet 1"
    assert ledger.documents(Query(ids=(first.id[:7],))).items == (first,)
    for query in (Query(languages=("uk",)), Query(published_to=date(2025, 2, 1)), Query(outlets=("ДЗВІН",))):
        assert [each.document.outlet for each in ledger.documents(query).items] == ["Дзвін"]
    by_day = [
        each.document.published for each in ledger.documents(Query(sort=Sort.PUBLISHED, newest_first=False)).items
    ]
    assert [str(day) for day in by_day] == sorted(str(day) for day in by_day)


def test_pages_of_documents_follow_each_other(ledger: SqlLedger) -> None:
    add(ledger, *make_many(5))
    query, seen = Query(limit=2), []
    while True:
        page = ledger.documents(query)
        seen += [each.document.outlet for each in page.items]
        if page.after is None:
            break
        query = replace(query, after=page.after)
    assert seen == [f"Outlet {number}" for number in (4, 3, 2, 1, 0)]


def test_only_the_version_that_stands_is_listed_and_knows_the_one_before(ledger: SqlLedger) -> None:
    old = make_reading("X fell.", Says("X fell"), locator="post/1")
    new = make_reading("X held.", Says("X held"), locator="post/1")
    first = ledger.add(old.document, old)
    before = ledger.seq()
    assert ledger.add(new.document, new).outcome is Outcome.VERSION
    (listed,) = ledger.documents(Query()).items
    assert (listed.document.text, listed.replaces, listed.replaced_by) == ("X held.", first.id, None)
    (named,) = ledger.documents(Query(ids=(first.id,))).items
    assert (named.document.text, named.replaced_by, named.claims) == ("X fell.", listed.id, 0)
    assert [each.document.text for each in ledger.documents(Query(at=before)).items] == ["X fell."]


def test_sources_meet_by_name_and_the_nameless_never(ledger: SqlLedger) -> None:
    mayor = Voice("Mayor Klitschko", type=SourceType.OFFICIAL, side="ukraine")
    soldier = Voice("a soldier", identity=Identity.UNNAMED, type=SourceType.MILITARY)
    for number, day in enumerate((date(2025, 1, 1), date(2025, 2, 1), None)):
        text = f"Mayor Klitschko cited a soldier: X{number} fell. Y fell, he said."
        says = (
            Says(f"X{number} fell", Kind.CONTROL, by=((mayor, soldier),)),
            Says("Y fell", by=((mayor,), (soldier,))),
        )
        add(ledger, make_reading(text, *says, published=day))
    page = ledger.sources(Query(count=True))
    assert page.total == 4
    mayors, *soldiers = page.items
    assert (mayors.name, mayors.claims, mayors.origin_of, mayors.documents) == ("Mayor Klitschko", 6, 3, 3)
    assert (mayors.types, mayors.identities, mayors.sides) == ({"official": 6}, {"named": 6}, {"ukraine": 6})
    assert (mayors.first, mayors.last) == (date(2025, 1, 1), date(2025, 2, 1))
    assert [(each.claims, each.origin_of, each.sides) for each in soldiers] == [(2, 2, {})] * 3
    assert ledger.sources(Query(kinds=(Kind.CONTROL,))).items[0].claims == 3
    assert ledger.sources(Query(kinds=(Kind.AID,), count=True)).total == 0


def test_places_are_counted_over_documents(ledger: SqlLedger) -> None:
    add(ledger, *make_many(3), make_reading("Kyiv slept.", Says("Kyiv slept", at=(KYIV,)), published=date(2026, 1, 1)))
    kyiv, malynivka = ledger.places(Query()).items
    assert (kyiv.name, kyiv.claims, kyiv.documents, kyiv.first, kyiv.last) == (
        "Kyiv",
        4,
        4,
        PUBLISHED,
        date(2026, 1, 1),
    )
    assert (malynivka.gazetteer_id, malynivka.lat, malynivka.country) == (MALYNIVKA.gazetteer_id, MALYNIVKA.lat, "UA")
    assert [each.name for each in ledger.places(Query(places=("Malynivka",))).items] == ["Malynivka"]


def test_pages_of_places_and_sources_follow_each_other(ledger: SqlLedger) -> None:
    add(ledger, *make_many(2))
    for ask in (ledger.places, ledger.sources):
        whole = [each.id for each in ask(Query()).items]
        first = ask(Query(limit=1))
        rest = ask(Query(after=first.after))
        assert [each.id for each in (*first.items, *rest.items)] == whole
        assert rest.after is None
        with pytest.raises(QueryError):
            ask(Query(after="WzFd"))


def test_without_a_filter_every_reading_comes_whole(ledger: SqlLedger) -> None:
    """Also one without a claim; a document that nobody read has none."""
    reading = make_reading()
    add(ledger, reading, make_reading("Nothing happened."))
    ledger.add(Document(text="Not read yet."))
    whole, empty = ledger.readings(Query(limit=1))
    assert (whole.document, whole.sources, whole.made_by) == (reading.document, reading.sources, MADE_BY)
    assert [claim.id for claim in whole.claims] == [
        held.claim.id for held in ledger.each_claim(Query(newest_first=False))
    ]
    assert [claim.span for claim in whole.claims] == [claim.span for claim in reading.claims]
    assert whole.flags[0].claims == (whole.claims[0].id,)
    assert (empty.document.text, empty.claims) == ("Nothing happened.", ())


def test_a_filter_cuts_readings_down_to_what_fits(ledger: SqlLedger) -> None:
    mayor, soldier = Voice("A mayor"), Voice("a soldier")
    text = "A mayor said X fell. But a soldier said Y burned."
    reading = make_reading(
        text, Says("X fell", Kind.CONTROL, by=((mayor,),)), Says("Y burned", Kind.DAMAGE, by=((soldier,),))
    )
    fell, burned = (claim.id for claim in reading.claims)
    flags = (
        Flag(code=FlagCode.NUMBER_CHANGED, claims=(fell, burned), message="Both."),
        Flag(code=FlagCode.CERTAINTY_RAISED, claims=(burned,), because=(fell,), message="Rests on the other."),
        Flag(code=FlagCode.PRESUPPOSED_CLAIM, claims=(fell,), message="The other alone."),
    )
    add(ledger, replace(reading, flags=flags), make_reading("Elsewhere."))
    (cut,) = ledger.readings(Query(kinds=(Kind.DAMAGE,)))
    (claim,) = cut.claims
    assert (claim.span.text, [source.name for source in cut.sources]) == ("Y burned", ["a soldier"])
    assert [(flag.message, flag.claims, flag.because) for flag in cut.flags] == [
        ("Both.", (claim.id,), ()),
        ("Rests on the other.", (claim.id,), ()),
    ]
    assert list(ledger.readings(Query(kinds=(Kind.AID,)))) == []


def test_what_a_person_vouched_for_comes_with_its_source_though_it_was_not_read_again(ledger: SqlLedger) -> None:
    mayor, soldier = Voice("A mayor"), Voice("a soldier")
    text = "A mayor said X fell. But a soldier said Y burned."
    first = make_reading(text, Says("X fell", by=((mayor,),)))
    add(ledger, first)
    (held,) = ledger.claims(Query()).items
    accept(ledger, held)
    second = make_reading(text, Says("Y burned", by=((soldier,),)), made_by=replace(MADE_BY, model="tagger 2"))
    assert ledger.add_reading(second)
    (reading,) = ledger.readings(Query())
    assert reading.made_by.model == "tagger 2"
    said = {claim.span.text: claim.chains[0][0].source for claim in reading.claims}
    names = {source.id: source.name for source in reading.sources}
    assert {words: names[source] for words, source in said.items()} == {"X fell": "A mayor", "Y burned": "a soldier"}
    assert len(names) == 2
    (kept,) = ledger.readings(Query(text="fell"))
    assert [claim.id for claim in kept.claims] == [held.claim.id]
    assert [source.name for source in kept.sources] == ["A mayor"]


def test_readings_bear_corrections(ledger: SqlLedger) -> None:
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
    (reading,) = ledger.readings(Query(kinds=(Kind.AID,)))
    assert [claim.id for claim in reading.claims] == [held.claim.id]
    assert list(ledger.readings(Query(kinds=(Kind.AID,), at=before))) == []


def test_each_claim_gives_all_whatever_the_page(ledger: SqlLedger) -> None:
    add(ledger, *make_many(4))
    assert len(list(ledger.each_claim(Query(limit=1, after="?")))) == 8

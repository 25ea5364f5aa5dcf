"""A ledger knows how long it was at an instant, whatever it is kept in."""

from datetime import UTC, datetime, timedelta, timezone

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.model.ids import make_id
from tests.ledger.readings import make_many


def test_the_last_entry_before_an_instant(ledger: SqlLedger) -> None:
    began = datetime.now(UTC)
    one, other = make_many(2)
    ledger.add(one.document, one)
    between = datetime.now(timezone(timedelta(hours=5)))
    ledger.add(other.document, other)
    assert ledger.seq_before(began) == 0
    assert ledger.seq_before(between) == 2
    assert ledger.seq_before(datetime.now(UTC) + timedelta(days=1)) == ledger.seq() == 4


def test_a_claim_knows_the_lasting_ids_of_its_sources(ledger: SqlLedger) -> None:
    for reading in make_many(2):
        ledger.add(reading.document, reading)
    held = [each for each in ledger.each_claim(Query()) if each.claim.chains]
    channel, soldier = (link.source for link in held[0].claim.chains[0])
    assert {each.source_ids[channel] for each in held} == {make_id("source", "front diary")}
    assert len({each.source_ids[soldier] for each in held}) == 2
    assert {source.id for source in ledger.sources(Query()).items} >= set(held[0].source_ids.values())

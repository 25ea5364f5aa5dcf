"""What happened to several things, each happening once."""

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.model.review import Action
from reportedly.workbench.logs import list_happenings
from tests.ledger.eventful import review
from tests.ledger.readings import make_reading


def test_every_claim_of_one_reading_has_its_place_in_the_log(ledger: SqlLedger) -> None:
    reading = make_reading()
    ledger.add(reading.document, reading)
    claims = [held.claim for held in ledger.each_claim(Query())]
    assert len(claims) > 1
    log = list_happenings(ledger, [each.id for each in claims], None)
    assert len({each.seq for each in log}) == 1
    assert {each.details[0] for each in log} == {f"“{each.span.text}”" for each in claims}


def test_what_was_done_to_several_at_once_is_told_once(ledger: SqlLedger) -> None:
    reading = make_reading()
    ledger.add(reading.document, reading)
    ids = [held.claim.id for held in ledger.each_claim(Query())]
    review(ledger, Action.MERGE, *ids)
    log = list_happenings(ledger, ids, None)
    assert len([each for each in log if "one happening" in each.what]) == 1 and len(log) == len(ids) + 1

"""Groups of which more may be said than that somebody says so."""

from dataclasses import replace
from datetime import date

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.model.claim import Kind
from tests.ledger.comparer import compare
from tests.ledger.readings import FRONT_DIARY, KYIV, Says, Voice, make_reading

DEAD = Says("people were killed in Kyiv", Kind.CASUALTY, at=(KYIV,))


def test_groups_of_several_claims_or_of_one_on_several_chains_can_be_asked_for(ledger: SqlLedger) -> None:
    """Of one thing two dispatches tell, of the next one alone, of the last one too, on the word of two."""
    both = replace(DEAD, by=((FRONT_DIARY,), (Voice("A mayor"),)))
    for told in (
        make_reading("14 people were killed in Kyiv.", DEAD, published=date(2025, 12, 1)),
        make_reading("In all 14 people were killed in Kyiv.", DEAD, published=date(2025, 12, 1), outlet="State Wire"),
        make_reading("14 people were killed in Kyiv.", DEAD, published=date(2025, 12, 19)),
        make_reading("A mayor and the channel Front Diary said 14 people were killed in Kyiv.", both, published=date(2026, 1, 19)),
    ):  # fmt: skip
        ledger.add(told.document, told)
    compare(ledger)
    found = list(ledger.groups(Query()))
    assert [len(claims) for _, claims in found] == [1, 1, 2]
    several = list(ledger.groups(Query(), of_several=True))
    assert [len(claims) for _, claims in several] == [1, 2]
    assert len(several[0][1][0][1].claim.chains) == 2
    ids = tuple(held.claim.id for _, claims in found for _, held in claims)
    assert [name for name, _ in ledger.groups(Query(ids=ids), of_several=True)] == [name for name, _ in several]

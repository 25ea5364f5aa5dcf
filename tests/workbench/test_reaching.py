"""How far a place reaches: its entry says so, or the claim whose words put it there."""

import pytest

from reportedly.claims.relation_fit import radius_km
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.reference.gazetteer import Gazetteer
from reportedly.tally.tally import Tally
from reportedly.workbench.reaching import Reaches
from tests.ledger.readings import KYIV, Says, Spot, make_reading

BY_WORDS = Spot(name="Stepove", gazetteer_id=None, lat=47.67, lon=36.26)


@pytest.fixture
def tally(ledger: SqlLedger) -> Tally:
    reading = make_reading("Kyiv and Stepove were hit.", Says("Kyiv", at=(KYIV,)), Says("Stepove", at=(BY_WORDS,)))
    ledger.add(reading.document, reading)
    made = Tally()
    made.refresh(ledger)
    return made


def test_an_entry_reaches_as_far_as_the_gazetteer_says_and_a_text_as_far_as_its_claim(
    ledger: SqlLedger, tally: Tally
) -> None:
    places = tally.places(ledger, Query()).places
    found = Reaches().find(ledger, places)
    entry = Gazetteer.open().entry(KYIV.gazetteer_id or "")
    assert entry
    (held,) = (each for each in ledger.each_claim(Query()) if each.claim.places[0].gazetteer_id is None)
    by_id = {place.name: found[place.id] for place in places}
    assert by_id == {"Kyiv": radius_km(entry), "Stepove": held.claim.places[0].radius_km}


def test_what_was_found_once_is_not_asked_again(ledger: SqlLedger, tally: Tally) -> None:
    places, reaches = tally.places(ledger, Query()).places, Reaches()
    first = dict(reaches.find(ledger, places))
    ledger.close()
    assert reaches.find(ledger, places) == first

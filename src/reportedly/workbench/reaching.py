"""How far around its point a place reaches."""

from collections.abc import Mapping, Sequence

from reportedly.claims.relation_fit import radius_km
from reportedly.ledger.projecting import place_id
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.reference.gazetteer import Gazetteer
from reportedly.tally.counts import PlaceCount

AT_ONCE = 100
"""Places without an entry of whose claims it is found out for one answer; the others have their turn at the next."""


class Reaches:
    """Radii that were found out once: of an entry by the gazetteer, of what a text's words place by its claim."""

    def __init__(self) -> None:
        self._known: dict[str, float | None] = {}

    def find(self, ledger: Ledger, places: Sequence[PlaceCount]) -> Mapping[str, float | None]:
        """The radii of these places in km, by their ids; None where nobody knows, and perhaps none yet."""
        unknown = [place for place in places if place.id not in self._known]
        if unknown:
            gazetteer = Gazetteer.open()
            for place in unknown:
                if place.gazetteer_id is not None:
                    entry = gazetteer.entry(place.gazetteer_id)
                    self._known[place.id] = None if entry is None else radius_km(entry)
            self._ask(ledger, [place.id for place in unknown if place.gazetteer_id is None][:AT_ONCE])
        return self._known

    def _ask(self, ledger: Ledger, ids: Sequence[str]) -> None:
        if not ids:
            return
        found = dict.fromkeys(ids) | {
            place_id(place): place.radius_km
            for held in ledger.each_claim(Query(places=tuple(ids)))
            for place in held.claim.places
            if place.gazetteer_id is None
        }
        self._known |= {id_: found[id_] for id_ in ids}

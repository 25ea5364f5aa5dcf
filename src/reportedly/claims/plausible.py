"""Whether an entry may be meant at all, beside the document's other places: a namesake abroad most often is not."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reportedly.claims.entry_signs import Term
from reportedly.claims.ranking import LEAST_SCORE
from reportedly.claims.relation_fit import AREAS, km_between, radius_km
from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon
from reportedly.reference.profile import conflict_partners
from reportedly.reference.spelling import sounded

_KNOWN_POPULATION = 100_000
"""A town of that size is meant even where nothing else speaks of its country."""
_KNOWN_UNIT_POPULATION = 1_000_000
_TOWN_POPULATION = 10_000
"""A town of that size is meant where no other country has one of that name."""
_LISTED_POPULATION = 15_000
"""A town of that size is no village's namesake."""
_NEIGHBOUR_KM = 300.0
"""So near another place, a town belongs to the scene though its country is not named."""
_RIVAL_KM = 1500.0
"""No farther from every other place, a namesake may be what is meant."""
_LEAST_LIKENESS = 60.0
"""Per cent, of a name and the entry's own: less, and the name is another one ("Al-Quds" for Jerusalem)."""
_OWN_NAMES = (Match.EXACT, Match.FOLDED, Match.RENAMED)


def is_called_after(text: str, name: PlaceName) -> bool:
    """Is it a hospital or a bank that bears the name? It may stand elsewhere: "the San Diego bank in Goma"."""
    nouns = lexicon("en", "place")["nouns"]["facility"].split()
    behind = text[name.end : name.end + 50]
    one = re.match(r"^\s+([A-Za-z]+)\b", behind)
    two = re.match(r"^\s+[A-Za-z]+\s+([A-Za-z]+)\b", behind)
    return any(match is not None and match.group(1).lower() in nouns for match in (one, two))


@dataclass(frozen=True, slots=True)
class Scene:
    """The other places of the document, seen from one of its names."""

    local: Sequence[Entry]
    """Those that are no countries."""
    countries: frozenset[str]
    """Named, implied by another place, or of the conflict profile."""
    weights: Counter[str]
    """How often something speaks for each country."""

    @property
    def local_countries(self) -> frozenset[str]:
        return frozenset(entry.country for entry in self.local if entry.country)

    def away_km(self, entry: Entry) -> float | None:
        """Distance from `entry` to the nearest other place; None if there is none."""
        return min((km for each in self.local if (km := km_between(entry, each)) is not None), default=None)


def take_likely(terms: Sequence[Term]) -> list[Entry | None]:
    """What each of `terms` is taken for so far; None where nothing speaks for any of its entries."""
    ranked = (term.ranked()[:1] for term in terms)
    return [best[0][1] if best and best[0][0] >= LEAST_SCORE else None for best in ranked]


def scene_of(number: int, terms: Sequence[Term], taken: Sequence[Entry | None], profile: Sequence[str]) -> Scene:
    """What the other `terms` are `taken` for so far."""
    found = [
        (term, entry) for each, (term, entry) in enumerate(zip(terms, taken, strict=True)) if each != number and entry
    ]  # fmt: skip
    others = [entry for _, entry in found]
    weights = Counter(entry.country for entry in others if entry.country) + Counter(profile)
    # Armies act abroad: "Russian infantry" may be in Ukraine, and does not tell which of the two.
    for actor in {entry.country for term, entry in found if entry.country and not term.named}:
        weights.update(conflict_partners(actor))
    local = [entry for entry in others if entry.kind not in (PlaceKind.COUNTRY, PlaceKind.WATER)]
    return Scene(local, frozenset(weights), weights)


def is_plausible(term: Term, entry: Entry, scene: Scene, called_after: bool, gazetteer: Gazetteer) -> bool:
    """May the name of `term` mean `entry`?

    Args:
        called_after: whether only what bears the name is spoken of, never the place itself.
    """
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER):
        return True
    away = scene.away_km(entry)
    if called_after:
        if entry.kind is not PlaceKind.SETTLEMENT:
            return False
        if entry.match is Match.ALTERNATE and fuzz.ratio(sounded(term.key), sounded(entry.name)) < _LEAST_LIKENESS:
            return False
        if away is not None:
            return away <= _NEIGHBOUR_KM or entry.country in scene.local_countries
    least = _KNOWN_POPULATION if entry.kind is PlaceKind.SETTLEMENT else _KNOWN_UNIT_POPULATION
    known = entry.match in _OWN_NAMES and entry.population >= least
    if known or not scene.countries or entry.country in scene.countries:
        return True
    if away is not None and away <= _NEIGHBOUR_KM:
        return True
    bearers = {each.country for each in term.entries if 10 * each.population >= entry.population}
    if entry.match in _OWN_NAMES and entry.population >= _TOWN_POPULATION and len(bearers) == 1:
        return True  # no other country has a place of that name that comes near
    return _is_at_border(entry, scene, gazetteer)


def _is_at_border(entry: Entry, scene: Scene, gazetteer: Gazetteer) -> bool:
    if entry.lat is None or entry.lon is None:
        return False
    return not scene.countries.isdisjoint(gazetteer.countries_around(entry.lat, entry.lon))


def choose_country(countries: Sequence[Entry], scene: Scene) -> Entry | None:
    """Which of several countries of one name ("Congo") the document's other places speak for; None if none."""
    ranked = sorted(countries, key=lambda entry: -scene.weights[entry.country or ""])
    first, second = (scene.weights[entry.country or ""] for entry in ranked[:2])
    return ranked[0] if first > second else None


def is_rival(chosen: Entry, other: Entry, scene: Scene) -> bool:
    """Is `other` a place that a reader of this document could take the name for?"""
    apart = km_between(chosen, other)
    overlap = radius_km(chosen) + radius_km(other) if other.kind in AREAS or chosen.kind in AREAS else 0.0
    if apart is not None and apart < overlap:
        return False  # a region and what it holds or overlaps
    if chosen.capital and (other.kind in AREAS or other.country == chosen.country):
        return False
    if other.match is Match.ALTERNATE and chosen.match in _OWN_NAMES and other.population <= chosen.population:
        return False  # a name that the other no longer bears, or bears elsewhere
    if other.country == chosen.country:
        return True
    if other.match is Match.ALTERNATE and chosen.match in _OWN_NAMES:
        return False
    away = scene.away_km(other)
    if away is None:
        return not scene.countries or other.country in scene.countries
    return away <= _RIVAL_KM and other.country in scene.local_countries


def is_known_town(entries: Sequence[Entry], anchor: Entry) -> bool:
    """Is the name that of a town in the country of `anchor`, and no village's with namesakes that nobody listed?"""
    there = [entry for entry in entries if entry.country == anchor.country]
    return bool(there) and all(entry.population >= _LISTED_POPULATION for entry in there)

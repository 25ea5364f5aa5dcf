"""Which entry of the gazetteer a name means, weighed for all names of a document together."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.claims.relations import Relation, RelationKind
from reportedly.reference.gazetteer import Entry, Match, PlaceKind
from reportedly.reference.outlines import bearing_deg, distance_km
from reportedly.reference.regions import Answer, Regions

# Weights: chosen on the development halves of four corpora of news; `python benchmarks/places.py` measures them again.
POPULATION_WEIGHT = 0.7
COUNTRY_WEIGHT = 3.0
PROFILE_WEIGHT = 1.5
ADMIN1_WEIGHT = 2.6
NEARNESS_WEIGHT = 2.4
NEARNESS_KM = 200.0
RELATION_WEIGHT = 6.0
NAMESAKE_WEIGHT = 6.0
NIL_SCORE = 7.0
"""A name whose best entry scores less is left unresolved."""
_LEAST_POPULATION = 200
"""Stands in where the number of inhabitants is unknown."""
_ROUNDS = 4
_AROUND = 40
"""So many names before and after a name speak for it: a long document may change its scene."""
_MOST_CANDIDATES = 30

_KIND_PRIOR: Mapping[PlaceKind, float] = {
    PlaceKind.COUNTRY: 6.0, PlaceKind.ADMIN1: -0.5, PlaceKind.ADMIN2: -1.5, PlaceKind.SETTLEMENT: 0.0,
    PlaceKind.AREA: 6.0, PlaceKind.WATER: 6.0, PlaceKind.SITE: -1.0,
}  # fmt: skip
_MATCH_PRIOR: Mapping[Match, float] = {
    Match.EXACT: 1.0, Match.FOLDED: 1.0, Match.RENAMED: 1.0, Match.ALTERNATE: 0.0, Match.SKELETON: -1.0
}  # fmt: skip
_CAPITAL_PRIOR = 1.5
_NAMESAKE_POPULATION = 20_000
"""A town of this size is meant rather than the region called after it, unless the text says "region"."""
AREAS = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA)


@dataclass(slots=True)
class Term:
    """A name, wherever it stands in the document: the same name is the same place."""

    key: str
    asked: PlaceKind | None
    """The kind that the words around ask for: "the Kharkiv region"."""
    entries: tuple[Entry, ...]
    mentions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def ranked(self) -> list[tuple[float, Entry]]:
        """Scores and entries, the best first."""
        return sorted(zip(self.scores, self.entries, strict=True), key=lambda pair: (-pair[0], pair[1].id))

    def best(self) -> Entry | None:
        return self.ranked()[0][1] if self.entries else None


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two terms."""

    relation: Relation
    target: int
    anchor: int


def cut_candidates(entries: Sequence[Entry], asked: PlaceKind | None) -> tuple[Entry, ...]:
    """The entries worth weighing, of a name that very many places bear."""
    entries = [entry for entry in entries if _fits(entry, asked)] or entries
    return tuple(sorted(entries, key=lambda entry: -_prior(entry, entries, asked))[:_MOST_CANDIDATES])


def rank(
    terms: Sequence[Term], ties: Sequence[Tie], named: Counter[str], profile: Sequence[str], regions: Regions
) -> None:
    """Fill in the `scores` of all `terms`, each seen in the light of the others.

    Args:
        named: how often each country is named or spoken of, by ISO 3166 alpha-2.
        profile: the countries of the conflict profile in force.
    """
    priors = [[_prior(entry, term.entries, term.asked) for entry in term.entries] for term in terms]
    for term, prior in zip(terms, priors, strict=True):
        term.scores = list(prior)
    for _ in range(_ROUNDS):
        best = [term.best() for term in terms]
        fresh = []
        for number, (term, prior) in enumerate(zip(terms, priors, strict=True)):
            around = range(max(0, number - _AROUND), min(len(best), number + _AROUND + 1))
            others = [entry for other in around if other != number and (entry := best[other]) is not None]
            context = _Surroundings(others, named, frozenset(profile))
            own = [tie for tie in ties if number in (tie.target, tie.anchor)]
            fresh.append(
                [
                    base + context.score(entry) + sum(_tie_score(tie, number, entry, best, regions) for tie in own)
                    for base, entry in zip(prior, term.entries, strict=True)
                ]
            )
        if all(term.scores == scores for term, scores in zip(terms, fresh, strict=True)):
            return
        for term, scores in zip(terms, fresh, strict=True):
            term.scores = scores


def _prior(entry: Entry, entries: Sequence[Entry], asked: PlaceKind | None) -> float:
    """What speaks for `entry` before anything around it is looked at."""
    score = POPULATION_WEIGHT * math.log(max(entry.population, _LEAST_POPULATION))
    score += _KIND_PRIOR[entry.kind] + _MATCH_PRIOR[entry.match] + (_CAPITAL_PRIOR if entry.capital else 0.0)
    if (
        asked is None
        and entry.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)
        and any(_is_seat(other, entry) for other in entries)
    ):
        score -= NAMESAKE_WEIGHT
    return score


def _fits(entry: Entry, asked: PlaceKind | None) -> bool:
    return entry.kind is asked or (asked is PlaceKind.ADMIN1 and entry.kind is PlaceKind.AREA)


def _is_seat(town: Entry, unit: Entry) -> bool:
    same = town.admin1 == unit.admin1 and town.country == unit.country
    return same and town.kind is PlaceKind.SETTLEMENT and town.population >= _NAMESAKE_POPULATION


class _Surroundings:
    """The other places named around a term, as they are resolved so far."""

    def __init__(self, others: Sequence[Entry], named: Counter[str], profile: frozenset[str]) -> None:
        self._profile = profile
        self._votes = named + Counter(other.country for other in others if other.country)
        self._total = max(1, self._votes.total())
        self._local = [other for other in others if other.kind is not PlaceKind.COUNTRY]
        self._units = Counter(other.admin1 for other in self._local)

    def score(self, entry: Entry) -> float:
        if entry.kind is PlaceKind.COUNTRY or entry.country is None:
            return 0.0
        score = COUNTRY_WEIGHT * min(1.0, 3.0 * self._votes[entry.country] / self._total)
        score += PROFILE_WEIGHT if entry.country in self._profile else 0.0
        score += ADMIN1_WEIGHT if entry.admin1 and self._units[entry.admin1] else 0.0
        apart = [km for other in self._local if other.id != entry.id and (km := km_between(entry, other)) is not None]
        return score + (NEARNESS_WEIGHT * math.exp(-min(apart) / NEARNESS_KM) if apart else 0.0)


def km_between(one: Entry, other: Entry) -> float | None:
    """Distance of two entries; None if one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _tie_score(tie: Tie, number: int, entry: Entry, best: Sequence[Entry | None], regions: Regions) -> float:
    """What a relation says for or against `entry`, the other end being what it is taken for so far."""
    other = best[tie.anchor if number == tie.target else tie.target]
    if other is None:
        return 0.0
    target, anchor = (entry, other) if number == tie.target else (other, entry)
    kept = keeps(tie.relation, target, anchor, regions)
    if kept is None:
        return 0.0
    if kept:
        return RELATION_WEIGHT
    # What is said of the target is no evidence against the anchor: the target may be what is misread.
    return 0.0 if is_loose(tie.relation, anchor) or number == tie.anchor else -RELATION_WEIGHT


def is_loose(relation: Relation, anchor: Entry) -> bool:
    """ "X, Y" may be a list as well as a town and its region; a country right behind a town is its own."""
    comma = relation.kind is RelationKind.WITHIN and relation.words.text.strip() == ","
    return comma and (relation.listed or anchor.kind is not PlaceKind.COUNTRY)


def keeps(relation: Relation, target: Entry, anchor: Entry, regions: Regions) -> bool | None:
    """Do these two entries stand as `relation` says? None if it cannot be told."""
    if relation.kind is RelationKind.WITHIN:
        return _lies_in(target, anchor, regions)
    km = km_between(target, anchor)
    if km is None or anchor.kind in AREAS:
        return None
    extent = radius_km(anchor) + radius_km(target)
    if relation.kind is RelationKind.DISTANCE and relation.km is not None:
        if abs(km - relation.km) > 1.5 * relation.slack_km + 0.5 * extent:
            return False
    elif km > REACH_KM[relation.kind] + extent:
        return False
    return relation.bearing is None or km < extent or _turn(relation.bearing, target, anchor) <= _BEARING_SLACK_DEG


REACH_KM: Mapping[RelationKind, float] = {
    RelationKind.DIRECTION: 150.0, RelationKind.NEAR: 40.0, RelationKind.BETWEEN: 120.0, RelationKind.SECTOR: 80.0,
    RelationKind.DISTANCE: 0.0,
}  # fmt: skip
"""How far off a place may lie of which only this is said."""
_BEARING_SLACK_DEG = 60.0


def _turn(bearing: float, target: Entry, anchor: Entry) -> float:
    """Degrees between the direction that is said and the one that is."""
    assert anchor.lat is not None and anchor.lon is not None and target.lat is not None and target.lon is not None
    turn = abs(bearing - bearing_deg(anchor.lat, anchor.lon, target.lat, target.lon)) % 360
    return min(turn, 360 - turn)


def _lies_in(target: Entry, region: Entry, regions: Regions) -> bool | None:
    if region.kind not in AREAS or target.id == region.id or target.lat is None or target.lon is None:
        return None
    if target.kind in (PlaceKind.COUNTRY, PlaceKind.AREA):
        return None
    if region.kind is PlaceKind.ADMIN1 and target.admin1 is not None:
        return target.admin1 == region.admin1
    if region.kind is PlaceKind.ADMIN2 and target.admin2 is not None and target.admin2 == region.admin2:
        return True
    if region.kind is PlaceKind.COUNTRY and target.country == region.country:
        return True
    return regions.contains(region, target.lat, target.lon).answer is not Answer.CONTRADICTS


_TOWN_RADII_KM = ((5_000_000, 25.0), (1_000_000, 18.0), (300_000, 12.0), (80_000, 8.0), (20_000, 5.0), (3_000, 3.0))


def radius_km(entry: Entry) -> float:
    """How far from its point a place reaches: a town by its inhabitants, a region by its area."""
    if entry.radius_km is not None:
        return entry.radius_km
    return next((km for people, km in _TOWN_RADII_KM if entry.population >= people), 2.0)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities; what is missing to 1 is that none of the entries is meant."""
    top = max([*scores, NIL_SCORE])
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights) + math.exp(NIL_SCORE - top)
    return [weight / total for weight in weights]

"""Which entry of the gazetteer a name means, weighed for all names of a document together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.entry_signs import (
    OWN_SIGNS,
    SCENE_SIGNS,
    SHARED_SIGNS,
    UNITS,
    Coverage,
    Scene,
    Term,
    Vote,
    fits,
    own_signs,
)
from reportedly.claims.relation_fit import LEAST_CLOSENESS, closeness, is_loose
from reportedly.claims.relations import Relation
from reportedly.reference.gazetteer import Entry, PlaceKind
from reportedly.reference.regions import Regions

TIE_SIGNS = ("relation kept", "relation broken", "comma kept")
SIGNS = (*OWN_SIGNS, *SHARED_SIGNS, *SCENE_SIGNS, *TIE_SIGNS)

# Fitted by `python -m training.fit_places` on the development halves of four corpora of news, then rounded. Those name no
# conflict and say little of where one place lies from another: the profile's weight and those of ties are set by hand.
WEIGHTS: Mapping[str, float] = {
    "people of a town": 0.65, "people of a unit": 0.3, "country": 8.5, "first-level unit": 2.5, "second-level unit": 1.5,
    "area": 6.4, "water": 5.5, "capital": 0.3, "alternate name": -1.5, "unlike name": -0.5, "unlike beside own": -4.0,
    "other romanisation": -2.5, "unit called after its seat": -0.9, "unit called like a capital": -2.2,
    "kind asked for": 2.0, "unit asked for": 4.0, "shared cell": 0.9, "shared unit": 2.4, "profile": 1.5, "country's share": 0.7, "country named": 0.7, "near": 3.9,
    "beside": 0.5, "relation kept": 4.0, "relation broken": -5.7, "comma kept": 4.4,
}  # fmt: skip
NIL_SCORE = 3.7
"""The score of "something else": what no entry of the name is."""
LEAST_SCORE = 1.5
"""A name whose best entry scores less is left unresolved."""
_ROUNDS = 4
_AROUND = 20
"""So many names before and after a name speak for it: a long document may change its scene."""
_ACTOR_WEIGHT = 0.5
"""Who acts need not be at home."""
_MOST_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two terms."""

    relation: Relation
    target: int
    anchor: int


def cut_candidates(entries: Sequence[Entry], asked: PlaceKind | None) -> tuple[Entry, ...]:
    """The entries worth weighing, of a name that very many places bear.

    Which level of unit is asked for is only a sign: "territory" is the first level here and the second there.
    """
    if asked not in UNITS:
        entries = [entry for entry in entries if fits(entry, asked)] or entries
    return tuple(sorted(entries, key=lambda entry: -entry.population)[:_MOST_CANDIDATES])


def rank(
    terms: Sequence[Term], ties: Sequence[Tie], named: Mapping[str, int], profile: Sequence[str], regions: Regions
) -> None:
    """Fill in the `scores` of all `terms`, each seen in the light of the others.

    Args:
        named: how often each country is named or spoken of, by ISO 3166 alpha-2.
        profile: the countries of the conflict profile in force.
    """
    ranking = Ranking(terms, ties, named, profile, regions)
    for _ in range(_ROUNDS):
        if not ranking.settle(WEIGHTS):
            return


class Ranking:
    """The signs that speak for the entries of a document's terms; what each term is taken for changes the others'."""

    def __init__(
        self,
        terms: Sequence[Term],
        ties: Sequence[Tie],
        named: Mapping[str, int],
        profile: Sequence[str],
        regions: Regions,
    ) -> None:
        self._terms, self._named, self._regions = terms, named, regions
        self._ties: list[list[Tie]] = [[] for _ in terms]
        for tie in ties:
            self._ties[tie.target].append(tie)
            self._ties[tie.anchor].append(tie)
        coverage = Coverage(terms, profile)
        self._fixed = [
            [[*own_signs(entry, term), *coverage.signs(number, entry)] for entry in term.entries]
            for number, term in enumerate(terms)
        ]
        self._signs = [[[*signs, *_NOTHING_AROUND] for signs in rows] for rows in self._fixed]

    def settle(self, weights: Mapping[str, float]) -> bool:
        """Score all entries by their signs, and look again at what surrounds them. Returns whether anything changed."""
        ordered = [weights[name] for name in SIGNS]
        changed = False
        for term, rows in zip(self._terms, self._signs, strict=True):
            scores = [sum(map(_times, ordered, signs)) for signs in rows]
            changed |= scores != term.scores
            term.scores = scores
        self._signs = self.signs()
        return changed

    def signs(self) -> list[list[list[float]]]:
        """For each term and each of its entries the signs, in the order of `SIGNS`."""
        votes = [_vote(term) for term in self._terms]
        signs = []
        for number, (term, fixed) in enumerate(zip(self._terms, self._fixed, strict=True)):
            first, last = max(0, number - _AROUND), number + _AROUND + 1
            others = [
                (vote, abs(at - number) == 1)
                for at, vote in enumerate(votes[first:last], first)
                if vote and at != number
            ]
            scene = Scene(others, self._named)
            signs.append(
                [
                    [*own, *scene.signs(entry), *self._tie_signs(number, entry, votes)]
                    for own, entry in zip(fixed, term.entries, strict=True)
                ]
            )
        return signs

    def _tie_signs(self, number: int, entry: Entry, votes: Sequence[Vote | None]) -> tuple[float, float, float]:
        """What relations say for or against `entry`, the other end being what it is taken for so far."""
        relation_kept = broken = comma_kept = 0.0
        for tie in self._ties[number]:
            other = votes[tie.anchor if number == tie.target else tie.target]
            if other is None:
                continue
            target, anchor = (entry, other.entry) if number == tie.target else (other.entry, entry)
            share, loose = closeness(tie.relation, target, anchor, self._regions), is_loose(tie.relation, anchor)
            if share is None:
                continue
            if share >= LEAST_CLOSENESS and loose:
                comma_kept = share
            elif share >= LEAST_CLOSENESS:
                relation_kept = max(relation_kept, share)
            elif not loose and number != tie.anchor:
                # What is said of the target is no evidence against the anchor: the target may be what is misread.
                broken = 1.0
        return relation_kept, broken, comma_kept


_NOTHING_AROUND = (0.0,) * (len(SCENE_SIGNS) + len(TIE_SIGNS))


def _times(weight: float, sign: float) -> float:
    return weight * sign


def _vote(term: Term) -> Vote | None:
    if not term.entries:
        return None
    shares = probabilities(term.scores)
    weight = 1.0 if term.named else _ACTOR_WEIGHT
    share, number = max((share, -number) for number, share in enumerate(shares))
    return Vote(term.entries[-number], weight * share)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities; what is missing to 1 is that none of the entries is meant."""
    top = max([*scores, NIL_SCORE])
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights) + math.exp(NIL_SCORE - top)
    return [weight / total for weight in weights]

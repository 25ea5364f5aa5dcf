"""What is taken of the entries that were weighed: none that breaks a relation, and none where two are as likely."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.entry_signs import OWN_NAMES, UNITS, Term
from reportedly.claims.plausible import (
    choose_country,
    is_called_after,
    is_known_town,
    is_plausible,
    scene_of,
    take_likely,
)
from reportedly.claims.ranking import LEAST_SCORE, Tie, probabilities
from reportedly.claims.relation_fit import is_loose, keeps, km_between, radius_km
from reportedly.claims.relations import Relation
from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.regions import Regions

AMBIGUOUS_KM = 20.0
"""Nearer one another two namesakes are one place for most questions."""
_TIE_RATIO = 2.0
"""A best entry that is not so much likelier than the second is no choice but a toss."""
_SAME_PLACE_KM = 25.0
_MOST_WEIGHED = 8
"""So many of the likeliest entries are held against the rest of the document."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is left of a term's entries once the relations have been asked."""

    options: Sequence[tuple[float, Entry]]
    """Probabilities and entries, the likeliest first."""
    candidates: int
    is_toss: bool = False
    """Are the first two far apart and as likely, so that neither may be taken?"""
    broken: Relation | None = None
    """The relation that all likely entries break, if one does."""
    anchor: Entry | None = None
    is_town: bool = False


class Chooser:
    """Chooses among the entries of each term of a document."""

    def __init__(
        self,
        text: str,
        names: Sequence[PlaceName],
        terms: Sequence[Term],
        ties: Sequence[Tie],
        profile: Sequence[str],
        gazetteer: Gazetteer,
        sure: bool,
    ) -> None:
        self._text, self._names, self._terms, self._ties = text, names, terms, ties
        self._gazetteer, self._regions, self._sure = gazetteer, Regions(gazetteer), sure
        taken = take_likely(terms)
        self.scenes = [scene_of(number, terms, taken, profile) for number in range(len(terms))]

    def choose(self, index: int) -> Choice:
        """The entries that break no relation; or the relation that all likely entries break."""
        term = self._terms[index]
        ranked = term.ranked()
        shares = probabilities([score for score, _ in ranked])
        least = -math.inf if self._sure else LEAST_SCORE
        options = [(share, entry) for share, (score, entry) in zip(shares, ranked, strict=True) if score >= least]
        for tie in self._ties:
            anchor = self.anchor(tie.anchor) if tie.target == index else None
            if anchor is None or is_loose(tie.relation, anchor):
                continue
            kept = [option for option in options if keeps(tie.relation, option[1], anchor, self._regions) is not False]
            if not kept:
                kept = self._other_spellings(term, tie.relation, anchor)
            if not kept:
                known = is_known_town(term.entries, anchor)
                return Choice([], len(term.entries), broken=tie.relation, anchor=anchor, is_town=known)
            options = kept
        options = self._plausible(index, options[:_MOST_WEIGHED])
        if not options:
            return Choice([], len(term.entries))
        scale = sum(shares) / max(sum(share for share, _ in options), 1e-9)
        merged = _merge_same([(min(1.0, share * scale), entry) for share, entry in options], term.asked)
        return Choice(merged, len(term.entries), is_toss=not self._sure and _is_toss(merged))

    def anchor(self, index: int) -> Entry | None:
        """What other places are measured from; None if nothing speaks for it."""
        best = self._terms[index].best()
        return best if best is not None and self._plausible(index, [(1.0, best)]) else None

    def _plausible(self, index: int, options: list[tuple[float, Entry]]) -> list[tuple[float, Entry]]:
        """The options without namesakes abroad that nothing speaks for."""
        if self._sure:
            return options
        term, scene = self._terms[index], self.scenes[index]
        countries = [entry for _, entry in options if entry.kind is PlaceKind.COUNTRY]
        if len(countries) > 1:
            country = choose_country(countries, scene)
            return [option for option in options if option[1] is country]
        called = term.asked not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2) and all(
            is_called_after(self._text, self._names[number]) for number in term.mentions
        )
        return [option for option in options if is_plausible(term, option[1], scene, called, self._gazetteer)]

    def _other_spellings(self, term: Term, relation: Relation, anchor: Entry) -> list[tuple[float, Entry]]:
        """Entries of another romanisation that keep a relation which all entries of this very name break."""
        like = self._gazetteer.find_like(term.key)
        fitting = [entry for entry in like if keeps(relation, entry, anchor, self._regions)]
        return [(1.0 / (len(fitting) + 1), entry) for entry in fitting]


def _merge_same(options: Sequence[tuple[float, Entry]], asked: PlaceKind | None) -> list[tuple[float, Entry]]:
    """The options, a town and the unit called after it taken for one place where they lie together: the town."""
    (share, first), *rest = options
    same = [
        option
        for option in rest
        if option[1].kind is not first.kind
        and (_is_seat(first, option[1]) or ((km := km_between(first, option[1])) is not None and km <= _SAME_PLACE_KM))
    ]
    towns = [entry for _, entry in same if entry.kind is PlaceKind.SETTLEMENT and entry.match in OWN_NAMES]
    meant = towns[0] if towns and asked is None and first.kind in UNITS else first
    return [
        (min(1.0, share + sum(part for part, _ in same)), meant),
        *(option for option in rest if option not in same),
    ]


def _is_seat(one: Entry, other: Entry) -> bool:
    """Are the two a town and the first-level unit around it, both of that very name?"""
    unit, town = (one, other) if one.kind is PlaceKind.ADMIN1 else (other, one)
    kinds = unit.kind is PlaceKind.ADMIN1 and town.kind is PlaceKind.SETTLEMENT
    return kinds and unit.admin1 == town.admin1 and town.match in OWN_NAMES


def _is_toss(options: Sequence[tuple[float, Entry]]) -> bool:
    """Is another place as likely as the first? A unit around a town of its name is no other place."""
    (first, chosen), *rest = options
    for share, entry in rest:
        apart = km_between(chosen, entry)
        around = radius_km(chosen) + radius_km(entry) if chosen.kind in UNITS or entry.kind in UNITS else 0.0
        if apart is not None and apart > max(AMBIGUOUS_KM, around):
            return first < _TIE_RATIO * share
    return False

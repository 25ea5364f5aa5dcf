"""Place names to places: all names of a document together, what the words say before how big a town is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.plausible import choose_country, is_called_after, is_known_town, is_plausible, is_rival, scene_of
from reportedly.claims.ranking import (
    AREAS,
    NIL_SCORE,
    Term,
    Tie,
    cut_candidates,
    is_loose,
    keeps,
    km_between,
    probabilities,
    radius_km,
    rank,
)
from reportedly.claims.reasons import explain, say_point
from reportedly.claims.relations import Relation, read_relations
from reportedly.claims.roles import asked_kind, read_role
from reportedly.model.annotation import Found, PlaceName
from reportedly.model.document import Document
from reportedly.model.place import Place, PlaceRole
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.regions import Answer, Regions
from reportedly.reference.spelling import fold

_AMBIGUOUS_KM = 50.0
_AMBIGUOUS_SHARE = 0.25
"""A runner-up this probable, seen beside the best, leaves the place ambiguous."""
_SAME_PLACE_KM = 25.0
_LIKELY = 0.05
_TOWARD_RADIUS_KM = 40.0
"""A direction reaches far beyond the town that names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A relation that the text states and that no likely entry of the name keeps."""

    text: str
    """What does not fit, in words for the reader."""
    spans: tuple[Span, ...]
    """The name, the words of the relation, and the name of the other place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place, and what else the name may have meant."""

    place: Place
    entry: Entry | None
    """What was chosen; None if nothing was."""
    runner_up: Entry | None = None
    runner_up_km: float | None = None
    """How far the runner-up lies from the entry chosen."""
    runner_up_probability: float = 0.0
    conflict: Conflict | None = None


def is_ambiguous(located: Located) -> bool:
    """Do two entries of the name lie far apart, and is the second nearly as likely?"""
    if located.runner_up is None or located.runner_up_km is None or located.place.confidence is None:
        return False
    far = located.runner_up_km > _AMBIGUOUS_KM
    return far and located.runner_up_probability >= _AMBIGUOUS_SHARE * located.place.confidence


def locate(
    document: Document, found: Found, tree: Tree, gazetteer: Gazetteer, profile_countries: Sequence[str] = ()
) -> tuple[Located, ...]:
    """Every name that is used as a place, with its point as far as the text lets us know.

    Args:
        found: with the layers SENTENCE, TOKEN and PLACE_NAME.
        profile_countries: of the conflict profile in force, ISO 3166 alpha-2.

    Returns:
        One for each place name that is no adjective, in order of the text.
    """
    return tuple(_Geocoder(document, found, tree, gazetteer, profile_countries).places())


def contradicts(place: Place, region: Place, gazetteer: Gazetteer) -> str | None:
    """Does `place` lie outside `region`, as both are resolved?

    Returns:
        What contradicts, and on whose authority; None if it fits or cannot be told.
    """
    entry = gazetteer.entry(region.gazetteer_id) if region.gazetteer_id else None
    if entry is None or entry.kind not in AREAS or place.lat is None or place.lon is None:
        return None
    if place.gazetteer_id == region.gazetteer_id:
        return None
    held = Regions(gazetteer).contains(entry, place.lat, place.lon)
    if held.answer is not Answer.CONTRADICTS or (held.away_km or 0.0) <= (place.radius_km or 0.0):
        return None
    return f"{place.name} lies {held.away_km:.0f} km outside {entry.name}, by {held.authority}"


class _Geocoder:
    """The places of one document."""

    def __init__(
        self, document: Document, found: Found, tree: Tree, gazetteer: Gazetteer, profile_countries: Sequence[str]
    ) -> None:
        self._text, self._tree, self._gazetteer = document.text, tree, gazetteer
        self._names = found.place_names
        self._regions = Regions(gazetteer)
        starts = [sentence.start for sentence in found.sentences]
        self._starts = [max((s for s in starts if s <= name.start), default=0) for name in self._names]
        self._relations = read_relations(self._text, self._starts, self._names)
        self._terms: list[Term] = []
        self._term_of = [self._enter(number) for number in range(len(self._names))]
        self._ties = list(self._tie())
        rank(self._terms, self._ties, self._countries(), profile_countries, self._regions)
        self._scenes = [scene_of(number, self._terms, profile_countries) for number in range(len(self._terms))]

    def _enter(self, number: int) -> int:
        """The number of the term that a name belongs to."""
        name = self._names[number]
        asked = asked_kind(self._text, name)
        for index, term in enumerate(self._terms):
            if fold(term.key) == fold(name.key) and asked in (None, term.asked):
                term.mentions.append(number)
                return index
        entries = cut_candidates(self._gazetteer.find(name.key), asked)
        self._terms.append(Term(name.key, asked, entries, [number]))
        return len(self._terms) - 1

    def _tie(self) -> Iterator[Tie]:
        for relation in self._relations:
            if relation.target is not None:
                target, anchor = self._term_of[relation.target], self._term_of[relation.anchor]
                if target != anchor:
                    yield Tie(relation, target, anchor)

    def _countries(self) -> Counter[str]:
        named: Counter[str] = Counter()
        for number in range(len(self._names)):
            term = self._terms[self._term_of[number]]
            for entry in term.entries:
                if entry.kind is PlaceKind.COUNTRY and entry.country:
                    named[entry.country] += 1
        return named

    def places(self) -> Iterator[Located]:
        chosen = [self._choose(index) for index in range(len(self._terms))]
        for number, name in enumerate(self._names):
            if not name.adjective:
                yield self._located(number, name, chosen)

    def _choose(self, index: int) -> "_Choice":
        """The best entry that breaks no relation; or the relation that all likely entries break."""
        term = self._terms[index]
        ranked = term.ranked()
        shares = probabilities([score for score, _ in ranked])
        options = [(share, entry) for share, (score, entry) in zip(shares, ranked, strict=True) if score >= NIL_SCORE]
        for tie in self._ties:
            anchor = self._anchor(tie.anchor)
            if tie.target != index or anchor is None or is_loose(tie.relation, anchor):
                continue
            kept = [option for option in options if keeps(tie.relation, option[1], anchor, self._regions) is not False]
            if not kept:
                kept = self._other_spellings(term, tie.relation, anchor)
            if not kept:
                return _Choice([], len(term.entries), tie.relation, anchor, is_known_town(term.entries, anchor))
            options = kept
        options = self._plausible(index, options)
        total = sum(shares) or 1.0
        scale = total / max(sum(share for share, _ in options), 1e-9)
        return _Choice([(min(1.0, share * scale), entry) for share, entry in options], len(term.entries))

    def _anchor(self, index: int) -> Entry | None:
        """What other places are measured from; None if nothing speaks for it."""
        best = self._terms[index].best()
        return best if best is not None and self._plausible(index, [(1.0, best)]) else None

    def _plausible(self, index: int, options: list[tuple[float, Entry]]) -> list[tuple[float, Entry]]:
        """The options without namesakes abroad that nothing speaks for."""
        term, scene = self._terms[index], self._scenes[index]
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

    def _located(self, number: int, name: PlaceName, chosen: Sequence["_Choice"]) -> Located:
        choice = chosen[self._term_of[number]]
        if choice.broken is not None and choice.anchor is not None:
            return self._as_said(number, name, choice, choice.broken, choice.anchor)
        if not choice.options:
            return self._unresolved(number, name, choice.candidates)
        (share, entry), *rest = _merge_same(choice.options)
        role = read_role(number, self._text, self._names, self._relations, self._tree, entry.kind)
        lat, lon, radius = entry.lat, entry.lon, None if entry.lat is None else radius_km(entry)
        because = explain(name, entry, choice.candidates, rest, self._kept_words(self._term_of[number]))
        own = [r for r in self._relations if r.anchor == number and r.target is None]
        if own and entry.lat is not None and entry.lon is not None and entry.kind not in AREAS:
            said = say_point(own[0], entry)
            lat, lon, radius, because = said.lat, said.lon, said.radius_km, f"{said.because}; {because}"
        elif role is PlaceRole.TOWARD and radius is not None:
            radius = max(radius, _TOWARD_RADIUS_KM)
        place = Place(
            span=_span(name), role=role, name=entry.name, gazetteer_id=entry.id, lat=lat, lon=lon,
            radius_km=radius, country=entry.country, candidates=choice.candidates, confidence=round(share, 3),
            because=because,
        )  # fmt: skip
        scene = self._scenes[self._term_of[number]]
        second = next((each for each in rest if each[0] >= _LIKELY and is_rival(entry, each[1], scene)), None)
        if second is None:
            return Located(place=place, entry=entry)
        apart = km_between(entry, second[1])
        return Located(
            place=place, entry=entry, runner_up=second[1], runner_up_km=apart, runner_up_probability=second[0]
        )

    def _kept_words(self, index: int) -> list[str]:
        """The relations that the term's entry keeps, as the text words them."""
        words = []
        for tie in self._ties:
            target, anchor = self._terms[tie.target].best(), self._terms[tie.anchor].best()
            if tie.target == index and target and anchor and keeps(tie.relation, target, anchor, self._regions):
                words.append(f"{tie.relation.words.text.strip(' ,')} {anchor.name}".strip())
        return words

    def _as_said(self, number: int, name: PlaceName, choice: "_Choice", relation: Relation, anchor: Entry) -> Located:
        """No entry fits what the text says: the place is where the text says that it is."""
        role = read_role(number, self._text, self._names, self._relations, self._tree, None)
        said = say_point(relation, anchor)
        reason = f"{said.because}; no {name.text} in the gazetteer fits"
        place = Place(
            span=_span(name), role=role, name=name.text, lat=said.lat, lon=said.lon, radius_km=said.radius_km,
            country=anchor.country, candidates=choice.candidates, because=reason,
        )  # fmt: skip
        conflict = None
        if choice.is_town:
            spans = (_span(name), relation.words, _span(self._names[relation.anchor]))
            stated = f"{relation.words.text.strip(' ,')} {anchor.name}".strip()
            conflict = Conflict(text=f"no {name.text} that the gazetteer knows lies {stated}", spans=spans)
        return Located(place=place, entry=None, conflict=conflict)

    def _unresolved(self, number: int, name: PlaceName, candidates: int) -> Located:
        role = read_role(number, self._text, self._names, self._relations, self._tree, None)
        reason = "the gazetteer has no such name"
        if candidates:
            reason = f"none of {candidates} entries of that name fits the document well enough"
        for relation in self._relations:
            anchor = self._anchor(self._term_of[relation.anchor])
            if relation.target != number or anchor is None or is_loose(relation, anchor):
                continue
            if anchor.lat is not None:
                said = say_point(relation, anchor)
                place = Place(
                    span=_span(name), role=role, name=name.text, lat=said.lat, lon=said.lon, radius_km=said.radius_km,
                    country=anchor.country, candidates=candidates, because=f"{said.because}; {reason}",
                )  # fmt: skip
                return Located(place=place, entry=None)
        return Located(
            place=Place(span=_span(name), role=role, name=name.text, candidates=candidates, because=reason), entry=None
        )


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is left of a term's entries once the relations have been asked."""

    options: Sequence[tuple[float, Entry]]
    candidates: int
    broken: Relation | None = None
    anchor: Entry | None = None
    is_town: bool = False


def _merge_same(options: Sequence[tuple[float, Entry]]) -> list[tuple[float, Entry]]:
    """The options, a town and the unit called after it taken for one place where they lie together."""
    (share, first), *rest = options
    same = [option for option in rest if (km := km_between(first, option[1])) is not None and km <= _SAME_PLACE_KM]
    return [
        (min(1.0, share + sum(part for part, _ in same)), first),
        *(option for option in rest if option not in same),
    ]


def _span(name: Span) -> Span:
    return Span(start=name.start, end=name.end, text=name.text)

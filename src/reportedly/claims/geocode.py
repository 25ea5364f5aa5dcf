"""Place names to places: all names of a document together, what the words say before how big a town is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.backdrop import Backdrop, home_countries
from reportedly.claims.choosing import AMBIGUOUS_KM, Choice, Chooser
from reportedly.claims.place_terms import count_countries, drop_misread, gather_terms, tie_terms
from reportedly.claims.plausible import is_rival
from reportedly.claims.ranking import rank
from reportedly.claims.reasons import explain, say_point
from reportedly.claims.relation_fit import AREAS, is_loose, keeps, km_between, radius_km
from reportedly.claims.relation_reading import read_relations
from reportedly.claims.relations import Relation, RelationKind
from reportedly.claims.roles import read_role
from reportedly.model.annotation import Found, PlaceName
from reportedly.model.document import Document
from reportedly.model.place import Alternative, Place, PlaceRole
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Entry, Gazetteer, PlaceKind
from reportedly.reference.regions import Answer, Regions

NO_BACKDROP = Backdrop()
_AMBIGUOUS_SHARE = 0.25
"""A runner-up this probable, seen beside the best, leaves the place ambiguous."""
_SURE = 0.7
"""A place this probable is not ambiguous."""
_LIKELY = 0.02
"""Less probable entries are not told."""
_PLANT = re.compile(
    r"\s+(?:(?:(?:nuclear|thermal|hydroelectric|atomic)\s+)?power\s+(?:plant|station)|(?:nuclear|atomic)\s+(?:plant|station)|NPP)\b"
)
_PLANT_RADIUS_KM = 60.0
_MOST_ALTERNATIVES = 10
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
    rival: Entry | None = None
    """The likeliest other entry that a reader of this document could take the name for."""
    rival_km: float | None = None
    """How far the rival lies from the likeliest entry."""
    rival_probability: float = 0.0
    conflict: Conflict | None = None


def is_ambiguous(located: Located) -> bool:
    """Do two entries of the name lie far apart, and is the second nearly as likely?"""
    if located.rival_km is None or located.rival_km <= AMBIGUOUS_KM:
        return False
    if located.entry is None or located.place.confidence is None:
        return True
    share = located.place.confidence
    return share < _SURE and located.rival_probability >= _AMBIGUOUS_SHARE * share


def locate(
    document: Document,
    found: Found,
    tree: Tree,
    gazetteer: Gazetteer,
    backdrop: Backdrop = NO_BACKDROP,
    *,
    sure: bool = False,
) -> tuple[Located, ...]:
    """Every name that is used as a place, with its point as far as the text lets us know.

    Args:
        found: with the layers SENTENCE, TOKEN and PLACE_NAME.
        backdrop: what was known before the text was read.
        sure: whether a person has said that each name is a place that the gazetteer knows. The likeliest entry is
            then taken, however little speaks for it.

    Returns:
        One for each place name that is no adjective, in order of the text.
    """
    return tuple(_Geocoder(document, found, tree, gazetteer, backdrop, sure).places())


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
        self,
        document: Document,
        found: Found,
        tree: Tree,
        gazetteer: Gazetteer,
        backdrop: Backdrop,
        sure: bool,
    ) -> None:
        self._text, self._tree = document.text, tree
        self._names = found.place_names
        self._regions = Regions(gazetteer)
        starts = [sentence.start for sentence in found.sentences]
        self._starts = [max((s for s in starts if s <= name.start), default=0) for name in self._names]
        self._languages = _languages_of(document, found)
        self._relations = read_relations(self._text, self._starts, self._names, self._languages)
        self._terms, self._term_of = gather_terms(self._text, self._names, gazetteer, backdrop.aliases, self._languages)
        self._relations = list(drop_misread(self._relations, self._terms, self._term_of))
        self._ties = list(tie_terms(self._relations, self._term_of))
        named = count_countries(self._terms) or home_countries(backdrop, document.language)
        rank(self._terms, self._ties, named, backdrop.countries, self._regions)
        self._chooser = Chooser(
            self._text, self._names, self._terms, self._ties, backdrop.countries, gazetteer, sure=sure
        )

    def places(self) -> Iterator[Located]:
        """One for each name that is no adjective."""
        chosen = [self._chooser.choose(index) for index in range(len(self._terms))]
        for number, name in enumerate(self._names):
            if not name.adjective:
                yield self._located(number, name, chosen[self._term_of[number]])

    def _role(self, number: int, kind: PlaceKind | None) -> PlaceRole:
        language = self._languages[number]
        return read_role(number, self._text, self._names, self._relations, self._tree, kind, language)

    def _located(self, number: int, name: PlaceName, choice: Choice) -> Located:
        if choice.broken is not None and choice.anchor is not None:
            return self._as_said(number, name, choice, choice.broken, choice.anchor)
        if not choice.options:
            return self._unresolved(number, name, choice.candidates)
        if choice.is_toss:
            return self._left_open(number, name, choice)
        (share, entry), *rest = choice.options
        role = self._role(number, entry.kind)
        lat, lon, radius = entry.lat, entry.lon, None if entry.lat is None else radius_km(entry)
        because = explain(name, entry, choice.candidates, rest, self._kept_words(self._term_of[number]))
        own = [r for r in self._relations if r.anchor == number and r.target is None]
        moved = bool(own) and role is not PlaceRole.REFERENCE and entry.kind not in AREAS
        if moved and entry.lat is not None and entry.lon is not None:
            said = say_point(own[0], entry)
            lat, lon, radius, because = said.lat, said.lon, said.radius_km, f"{said.because}; {because}"
        elif radius is not None and name.key == name.text and _PLANT.match(self._text, name.end):
            radius, because = max(radius, _PLANT_RADIUS_KM), f"a plant may stand far from its town; {because}"
        elif role is PlaceRole.TOWARD and radius is not None:
            radius = max(radius, _TOWARD_RADIUS_KM)
        place = Place(
            span=_span(name), role=role, name=entry.name, gazetteer_id=entry.id, lat=lat, lon=lon,
            radius_km=radius, country=entry.country, candidates=choice.candidates, confidence=round(share, 3),
            alternatives=_alternatives(rest), because=because,
        )  # fmt: skip
        return self._beside_rival(number, Located(place=place, entry=entry), entry, rest)

    def _left_open(self, number: int, name: PlaceName, choice: Choice) -> Located:
        """Two places of the name are as likely: neither is taken, both are told."""
        (_, first), *rest = choice.options
        likely = [entry for share, entry in choice.options if share >= _AMBIGUOUS_SHARE * choice.options[0][0]]
        role = self._role(number, first.kind)
        where = {entry.country for entry in likely}
        reason = f"{len(likely)} of {choice.candidates} entries of that name are about as likely"
        place = Place(
            span=_span(name), role=role, name=first.name, country=where.pop() if len(where) == 1 else None,
            candidates=choice.candidates, alternatives=_alternatives(choice.options), because=reason,
        )  # fmt: skip
        return self._beside_rival(number, Located(place=place, entry=None), first, rest)

    def _beside_rival(
        self, number: int, located: Located, entry: Entry, rest: Sequence[tuple[float, Entry]]
    ) -> Located:
        """The same, and the likeliest other entry that a reader could take the name for."""
        scene = self._chooser.scenes[self._term_of[number]]
        for share, other in rest:
            if share >= _LIKELY and is_rival(entry, other, scene):
                apart = km_between(entry, other)
                return replace(located, rival=other, rival_km=apart, rival_probability=share)
        return located

    def _kept_words(self, index: int) -> list[str]:
        """The relations that the term's entry keeps, as the text words them."""
        words = []
        for tie in self._ties:
            target, anchor = self._terms[tie.target].best(), self._terms[tie.anchor].best()
            if tie.target == index and target and anchor and keeps(tie.relation, target, anchor, self._regions):
                within = tie.relation.kind is RelationKind.WITHIN
                stated = "in" if within else tie.relation.words.text.strip(" ,")
                words.append(f"{stated} {anchor.name}".strip())
        return words

    def _as_said(self, number: int, name: PlaceName, choice: Choice, relation: Relation, anchor: Entry) -> Located:
        """No entry fits what the text says: the place is where the text says that it is."""
        role = self._role(number, None)
        said = say_point(relation, anchor)
        reason = f"{said.because}; no {name.text} in the gazetteer fits"
        place = Place(
            span=_span(name), role=role, name=name.text, lat=said.lat, lon=said.lon, radius_km=said.radius_km,
            country=anchor.country, candidates=choice.candidates, because=reason,
        )  # fmt: skip
        conflict = None
        if choice.is_town:
            # A genitive or a comma says "in" without a word: "Малиновка Н-ской области", "Malynivka, N region".
            stated = relation.words.text.strip(" ,") or "in"
            spans = (_span(name), *([relation.words] if relation.words else []), _span(self._names[relation.anchor]))
            told = f"no {name.text} that the gazetteer knows lies {stated} {anchor.name}"
            conflict = Conflict(text=told, spans=spans)
        return Located(place=place, entry=None, conflict=conflict)

    def _unresolved(self, number: int, name: PlaceName, candidates: int) -> Located:
        role = self._role(number, None)
        reason = "the gazetteer has no such name"
        if candidates:
            reason = f"none of {candidates} entries of that name fits the document well enough"
        for relation in self._relations:
            anchor = self._chooser.anchor(self._term_of[relation.anchor])
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


def _languages_of(document: Document, found: Found) -> list[str]:
    """The language of the sentence in which each place name stands, else the document's."""
    own = document.language or "en"
    starts = [sentence.start for sentence in found.sentences]
    spoken = [str(getattr(sentence, "language", None) or own) for sentence in found.sentences]
    numbers = (bisect_right(starts, name.start) - 1 for name in found.place_names)
    return [spoken[number] if number >= 0 else own for number in numbers]


def _alternatives(options: Sequence[tuple[float, Entry]]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            gazetteer_id=entry.id, name=entry.name, lat=entry.lat, lon=entry.lon, country=entry.country,
            confidence=round(share, 3),
        )
        for share, entry in options[:_MOST_ALTERNATIVES]
        if share >= _LIKELY
    )  # fmt: skip


def _span(name: Span) -> Span:
    return Span(start=name.start, end=name.end, text=name.text)

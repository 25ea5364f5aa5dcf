"""Places that a text names: looked for in the gazetteer first, since a small recogniser takes Kramatorsk for a product."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reportedly.annotate import place_signs as signs
from reportedly.annotate.datelines import find_datelines
from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.place_attributes import is_attribute
from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import COMPASS, JOINTS, Hit, Hits, is_strong, words
from reportedly.annotate.place_lists import take_listed
from reportedly.annotate.place_unlisted import is_unlisted
from reportedly.annotate.plain_places import find_plain
from reportedly.model.annotation import Annotation, Found, Layer, MentionLabel, PlaceName
from reportedly.model.document import Document
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon

_VILLAGE_POPULATION = 500
_TO_PLANT = 30
"""Code points behind a city's name within which its plant is named."""
_PLANT = re.compile(
    r"[\w'’]+\s+(?:(?:(?:atomic|nuclear|power)\s+)*plant|(?:(?:atomic|nuclear|power)\s+)+station|NPP)\b", re.IGNORECASE
)
_PERSON = frozenset({"Entity=B-PERSON", "Entity=I-PERSON"})


class PlaceNames:
    """Finds the names of places, and of countries in adjectives ("Russian")."""

    makes = Layer.PLACE_NAME
    needs = frozenset({Layer.SENTENCE})
    """And TOKEN and MENTION, where the language has a parser; without them only what is sure is found."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._given = gazetteer

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `PlaceName` for each document, in order, none overlapping."""
        gazetteer = self._given or Gazetteer.open()
        return [_find(document, each, gazetteer) for document, each in zip(documents, found, strict=True)]


def _find(document: Document, found: Found, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    if not found.layers.get(Layer.TOKEN) or document.language in WITH_CASES:
        return find_plain(document.text, found.sentences, document.language or "", gazetteer, _people(found))
    names = [*_Finder(Context(document.text, found), gazetteer).find(), *find_datelines(found.sentences, gazetteer)]
    return tuple(sorted(names, key=lambda name: name.start))


def _people(found: Found) -> frozenset[int]:
    """Where the words begin that the recogniser of a language takes for names of people."""
    tokens = found.tokens if Layer.TOKEN in found.layers else ()
    return frozenset(token.start for token in tokens if not _PERSON.isdisjoint(token.features))


class _Finder:
    """The names of one document."""

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        self._context, self._gazetteer = context, gazetteer
        self._hits = Hits(context.text, context.tokens, gazetteer)
        self._countries: set[str] = set()
        self._speakers: set[str] = set()

    def find(self) -> Iterator[PlaceName]:
        hits = [part for hit in self._hits for part in self._settle(hit) if not self._is_never(part)]
        for hit in hits:
            strong = {entry.country for entry in hit.entries if is_strong(entry)}
            if hit.is_state or len(strong) == 1:
                self._countries.add((hit.entries[0].country if hit.is_state else strong.pop()) or "")
            if hit.country:
                self._countries.add(hit.country)
        self._speakers = {hit.surface for hit in hits if signs.is_speaker(self._context, hit)}
        self._speakers -= {hit.surface for hit in hits if self._context.has_firm_cue(hit)}
        evident = {hit.surface for hit in hits if hit.entries and self._is_evident(hit)}
        taken = [self._is_taken(hit, evident) for hit in hits]
        take_listed(self._context, hits, taken, self._may_be_listed)
        for hit, is_place in zip(hits, taken, strict=True):
            if hit.is_adjective:
                yield self._name(hit, adjective=True)
            elif is_place:
                part = hit.is_part and not is_direction(self._context, hit)
                attribute = is_attribute(self._context, hit) and not self._seat_of_plant(hit)
                yield self._name(hit, adjective=part or attribute)

    def _is_taken(self, hit: Hit, evident: AbstractSet[str]) -> bool:
        """Is it a place, for what is said of it here or elsewhere in the document?"""
        if hit.is_open:
            return False
        if not hit.entries or self._is_evident(hit) or is_direction(self._context, hit):
            return True
        return not self._is_person(hit) and (hit.surface in evident or self._is_likely(hit))

    def _settle(self, hit: Hit) -> Iterator[Hit]:
        """`hit`; or the name of which it is only the beginning; or, of a name that is no place, the places in it."""
        if hit.entries and not hit.has_kind and not self._is_whole(hit):
            hit = self._whole(hit)
        if hit.entries or hit.is_adjective:
            yield hit
        elif hit.has_kind or is_unlisted(self._context, hit, self._gazetteer):
            if not hit.has_kind or self._is_kind(hit):
                yield hit
        else:
            parts = [replace(inner, is_part=True) for inner in self._hits.inside(hit) if self._is_part(inner)]
            yield from parts or [replace(hit, is_open=True)]

    def _is_whole(self, hit: Hit) -> bool:
        context = self._context
        if hit.is_strong or says_unit(hit) or context.is_never_name(hit) or not context.goes_on(hit):
            return True
        return signs.is_owner(context, hit) and context.label(hit) is not MentionLabel.PERSON

    def _is_part(self, hit: Hit) -> bool:
        """Is a place named within a longer name: "Nebraska" in "Northeast Nebraska", "Berlin" in "Air Berlin"?"""
        context, label = self._context, self._context.label(hit)
        if signs.is_party_seat(context, hit):
            return True
        if label is MentionLabel.PERSON or hit.surface in context.person_words:
            return False
        if is_direction(context, hit):
            return True
        return hit.is_adjective or (label is MentionLabel.ORGANIZATION and any(map(_is_great, hit.entries)))

    def _whole(self, hit: Hit) -> Hit:
        """The longer name of which `hit` is only the beginning, unlisted; `hit` itself if it does not begin it."""
        mention, last = self._context.mention(hit), hit.last
        while (token := self._context.after(last)) and mention and token.end <= mention.end:
            if token.pos != "PROPN" and token.text not in JOINTS:
                break
            last = token
        return hit if last is hit.last or last.text in JOINTS else self._hits.until(hit, last)

    def _is_never(self, hit: Hit) -> bool:
        context = self._context
        if hit.has_kind:
            return context.is_never_name(hit)
        if any(asked(context, hit) for asked in (signs.is_ministry, signs.is_given_name, signs.is_idea, signs.is_ship)):
            return True
        return context.is_never_name(hit) or context.is_called_after(hit) or signs.is_never_town(context, hit)

    def _name(self, hit: Hit, adjective: bool) -> PlaceName:
        key = hit.stands_for or hit.surface
        if hit.country and (country := self._gazetteer.country(hit.country)):
            key = country.name
        elif self._is_river(hit):
            key = f"{hit.surface} River"
        elif seat := self._seat_of_plant(hit):
            key = seat
        known = bool(hit.entries) or hit.is_adjective or key != hit.surface
        start, end = hit.first.start, hit.last.end
        return PlaceName(start=start, end=end, text=hit.surface, key=key, known=known, adjective=adjective)

    def _is_river(self, hit: Hit) -> bool:
        """ "the Dnipro" is the river, "Dnipro" the city."""
        previous = self._context.before(hit.first)
        if previous is None or previous.text.lower() != "the" or self._context.noun_after(hit) is not None:
            return False
        return any(entry.kind is PlaceKind.WATER for entry in self._gazetteer.find(f"{hit.surface} River"))

    def _seat_of_plant(self, hit: Hit) -> str | None:
        """Where a power plant stands that is called after a city: "the Zaporizhzhia plant"; None if it is another place."""
        seat = lexicon("en", "place")["plants"].get(hit.surface.split()[0])
        named = self._context.text[hit.first.start : hit.last.end + _TO_PLANT]
        return str(seat) if seat and _PLANT.match(named) else None

    def _is_kind(self, hit: Hit) -> bool:
        """Is "Mill Road" one, and no person, film or shop that bears its name?"""
        context, following = self._context, self._context.after(hit.last)
        if context.label(hit) is MentionLabel.PERSON and not context.preposition(hit):
            return False
        return following is None or following.pos != "PROPN" or not following.text[0].isupper()

    def _is_person(self, hit: Hit) -> bool:
        """A person's name, or a part of one."""
        context, mention = self._context, self._context.mention(hit)
        previous = context.before(hit.first)
        titles = words("titles", "before_names")
        if previous is not None and previous.text[0].isupper() and previous.text.lower().rstrip(".") in titles:
            return True
        part = mention is not None and (mention.end > hit.last.end or mention.start < hit.first.start)
        if part and context.label(hit) is MentionLabel.PERSON:
            return True
        if signs.is_byline(context, hit):
            return True
        if hit.surface in self._speakers or signs.is_speaker(context, hit):
            return True
        if not hit.is_word or hit.surface not in context.person_words:
            return False
        if context.is_introduced(hit) or context.is_measured_from(hit):
            return False
        named_here = context.label(hit) in (MentionLabel.PLACE, None)
        return not (hit.is_strong and named_here and context.has_cue(hit))

    def _is_word(self, hit: Hit) -> bool:
        """A common word that only looks like a name."""
        context = self._context
        if not hit.is_word or context.label(hit) is MentionLabel.PLACE:
            return False
        starts = context.is_sentence_start(hit.first)
        if starts and hit.surface.lower() in context.small_words:
            return True
        unread = hit.first.pos in ("ADV", "ADJ") and hit.first.relation == "nsubj:pass"
        if unread or (hit.first.pos in ("ADV", "ADJ", "NOUN") and context.is_under(hit)):
            return False  # the parser takes a town that it does not know for another word
        well_known = any(entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) for entry in hit.entries)
        return hit.first.pos != "PROPN" and not well_known and (starts or not context.has_cue(hit))

    def _is_evident(self, hit: Hit) -> bool:
        """Would the name be taken for a place even if nothing else in the document spoke for it?"""
        context, label = self._context, self._context.label(hit)
        if signs.is_dateline(context, hit) or signs.is_party_seat(context, hit) or hit.stands_for is not None:
            return True
        if self._is_person(hit) or self._is_word(hit):
            return False
        if hit.is_strong or says_unit(hit):
            return True
        if signs.is_home(context, hit) or signs.is_owner(context, hit) or signs.is_before_state(context, hit):
            return label is not MentionLabel.PERSON
        if context.goes_on(hit) or signs.is_thing(context, hit):
            return False
        if label is MentionLabel.PLACE:
            return not (_is_tiny(hit) and signs.is_agent(context, hit))
        if context.is_mostly(hit, MentionLabel.PERSON) and not context.has_firm_cue(hit):
            return False
        return context.has_cue(hit) and not context.is_in_longer_name(hit)

    def _is_likely(self, hit: Hit) -> bool:
        """A small place of a country that the document speaks of."""
        label = self._context.label(hit)
        if label in (MentionLabel.PERSON, MentionLabel.ORGANIZATION) or hit.first.pos != "PROPN":
            return False
        if self._is_word(hit) or self._context.is_in_longer_name(hit) or signs.is_thing(self._context, hit):
            return False
        if _is_tiny(hit):
            return False
        own = [entry for entry in hit.entries if entry.match is not Match.SKELETON]
        return any(entry.country in self._countries for entry in own)

    def _may_be_listed(self, hit: Hit) -> bool:
        if self._is_person(hit) or (self._context.is_sentence_start(hit.first) and self._is_word(hit)):
            return False
        return not self._context.is_in_longer_name(hit)


def _is_tiny(hit: Hit) -> bool:
    """Nothing but villages bear the name: there are so many that any word is one's name ("Victory", "Ray")."""
    return all(each.kind is PlaceKind.SETTLEMENT and each.population < _VILLAGE_POPULATION for each in hit.entries)


def says_unit(hit: Hit) -> bool:
    """ "Adams County": its last word says that it is a place."""
    return not hit.is_word and hit.last.text.lower() in words("units", "admin1") | words("units", "admin2")


def is_direction(context: Context, hit: Hit) -> bool:
    """ "Northeast Nebraska", "R-Nebraska": the place itself, or a part of it."""
    before = context.before(hit.first)
    turned = hit.is_strong and before is not None and before.text.lower() in COMPASS
    return turned or signs.is_party_seat(context, hit)


def _is_great(entry: Entry) -> bool:
    """So well known that it is meant within the name of a company too: "Air Zimbabwe"."""
    return entry.capital or (is_strong(entry) and entry.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.AREA))

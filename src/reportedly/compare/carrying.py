"""Where and when a claim happened that says neither itself: what stands before it in the document tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from reportedly.compare.deeds import DEEDS, Family, is_listed
from reportedly.compare.event_words import list_pattern, plain, word_list
from reportedly.compare.places import contains, distance, is_same
from reportedly.compare.stems import names_in
from reportedly.model.claim import Claim, Kind
from reportedly.model.comparable import Spot
from reportedly.model.place import Place, PlaceRole

REGION_KM = 45.0
"""A place whose point is less exact is a region; the largest cities, and sectors called after a town, are smaller."""
SURE = 0.8
"""From this probability on a place is taken for the one meant."""
WIDEST_KM = 200.0
"""A country or a sea is no place at which two happenings are one."""
MOST_CARRIED = 2
"""Of more places that are named together none is carried on."""
FARTHEST = 600
"""Code points between the place that is named and a claim that refers back to it: "the city"."""
FARTHEST_TOLL = 350
"""The same for a claim of the toll or the damage that an attack left."""
FARTHEST_DEED = 200
"""The same for any other happening, which must be of the same family."""
FARTHEST_FROM = 40
"""The same for "launched from the area of" and the place."""
FARTHEST_DAY = 350
"""The same for the day of an attack and the toll that it took."""
LONGEST_DAYS = 31
"""A longer stretch of time dates no happening."""
AFTERMATH = frozenset({Family.TOLL, Family.WRECK})
"""What an attack leaves behind happens on its day."""
VIEWS = frozenset({Kind.POSITION, Kind.ASSESSMENT})
PLACELESS = frozenset(
    {"exchange", "ceasefire", "violate", "agree", "talk", "sanction", "supply", "deploy", "suspend", "resume"}
)
"""Deeds that have no place but the one that their claim names."""
CAUSES = frozenset({Family.FIRE, Family.FIGHTING, Family.WRECK, Family.TOLL})


_CAPITAL = re.compile(r"[^\W\d_a-zа-яёіїєґ]")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when, and whether the claim says so itself."""

    spots: tuple[Spot, ...]
    days: tuple[date, date] | None
    names: tuple[str, ...] = ()
    """Where no place is known: what the names keep that stand in the last claim of a happening before it."""

    @property
    def is_carried(self) -> bool:
        """Is every place taken from a sentence before?"""
        return bool(self.spots) and all(spot.is_carried for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with its deed."""

    claim: Claim
    deed: str | None


def set_scenes(said: Sequence[Said], text: str, language: str | None) -> list[Setting]:
    """The setting of each claim of one document.

    Args:
        said: in the order in which they stand.
    """
    settings: list[Setting] = []
    for number, each in enumerate(said):
        before = list(zip(said[:number], settings, strict=True))
        own = list_spots(each.claim, language)
        carried = () if is_settled(own) or names_place(each.claim, language) else carry_spot(each, before, language)
        spots = (*own, *(spot for spot in carried if fits_in(spot, own)))
        settings.append(
            Setting(
                spots=spots,
                days=own_days(each.claim) or carry_days(each, before, language),
                names=() if is_settled(spots) else carry_names(each, before, language),
            )
        )
    return settings


def is_settled(spots: Sequence[Spot]) -> bool:
    """Is one of them more than a region?"""
    return any(not spot.is_region for spot in spots)


def fits_in(spot: Spot, regions: Sequence[Spot]) -> bool:
    """May a place that was named before be meant where a claim names these regions alone?"""
    return not regions or any(
        distance(spot, region) is None or is_same(spot, region) or contains(region, spot) for region in regions
    )


def names_place(claim: Claim, language: str | None) -> bool:
    """Does a claim name a place by its words of which none is known: "in Lukiantsi"? Then it goes on to speak of no other."""
    found = placed_name(language).finditer(claim.span.text.replace("ё", "е"))
    own = [range(place.span.start - claim.span.start, place.span.end - claim.span.start) for place in claim.places]
    return any(
        is_place_name(match["name"], language) and not any(match.start("name") in each for each in own)
        for match in found
    )


@cache
def placed_name(language: str | None) -> re.Pattern[str]:
    """A word behind those that stand before the names of places."""
    words = word_list(language)["place_words"]["words"]
    return re.compile(rf"(?<!\w)(?:{words})\s[«“\"]?(?P<name>[^\W\d_][\w'’-]+)", re.IGNORECASE)


def is_place_name(word: str, language: str | None) -> bool:
    """Does a word look like a place's name rather than like an adjective, a month or letters that stand for a body?"""
    if not word[0].isupper() or word.isupper() or is_listed(word, language):
        return False
    return not list_pattern(language, "no_place").match(plain(word))


def list_spots(claim: Claim, language: str | None) -> tuple[Spot, ...]:
    """The places where a claim says that it happens, the closest first."""
    happened = [
        make_spot(place)
        for place in claim.places
        if place.role is not PlaceRole.REFERENCE
        and (place.radius_km or 0.0) <= WIDEST_KM
        and not is_where_from(claim, place, language)
    ]
    return tuple(dict.fromkeys(sorted(happened, key=lambda spot: spot.is_region)))


def is_where_from(claim: Claim, place: Place, language: str | None) -> bool:
    """Is it from there that something was fired: "with missiles launched from Belgorod"?"""
    before = claim.span.text[: max(0, place.span.start - claim.span.start)]
    launched = list_pattern(language, "launched").search(plain(before), max(0, len(before) - FARTHEST_FROM))
    # Behind another name it is where that was fired at: "launched from Belgorod hit Kharkiv".
    return launched is not None and launched.start() > 0 and not _CAPITAL.search(before, launched.end())


def make_spot(place: Place) -> Spot:
    """The place without the words that named it."""
    wide = place.radius_km is not None and place.radius_km > REGION_KM
    return Spot(
        name=place.name,
        gazetteer_id=place.gazetteer_id,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        country=place.country,
        is_sure=place.lat is None or (place.confidence or 0.0) >= SURE,
        is_region=wide or (place.lat is None and place.role is PlaceRole.REGION),
    )


def carry_spot(said: Said, before: Sequence[tuple[Said, Setting]], language: str | None) -> tuple[Spot, ...]:
    """The settlement that was named last before the claim, where the claim goes on to speak of it; else the region."""
    start, spoken = said.claim.span.start, plain(said.claim.span.text)
    refers = bool(list_pattern(language, "same_place").search(spoken))
    if not refers and (said.deed is None or said.deed in PLACELESS or said.claim.kind in VIEWS):
        return ()
    region: Spot | None = None
    for earlier, setting in reversed(before):
        settled = [spot for spot in setting.spots if not spot.is_region]
        if start - earlier.claim.span.end > reach_of(said, earlier, refers=refers):
            break
        if len(settled) > MOST_CARRIED:
            break  # "Izium, Popasna, Mariupol": which of them?
        if settled:
            return tuple(replace(spot, is_carried=True) for spot in setting.spots)
        region = region or next(iter(setting.spots), None)
    return (replace(region, is_carried=True),) if region else ()


def reach_of(said: Said, earlier: Said, *, refers: bool) -> int:
    """How far before a claim another may stand whose place is its own; -1 if it is none of its own at all."""
    if refers:
        return FARTHEST
    if said.deed is None or earlier.deed is None:
        return -1 if said.deed is None else FARTHEST_DEED
    mine, theirs = DEEDS[said.deed].family, DEEDS[earlier.deed].family
    if mine in AFTERMATH:
        return FARTHEST_TOLL
    return FARTHEST_DEED if mine is theirs or {mine, theirs} <= CAUSES else -1


def carry_names(said: Said, before: Sequence[tuple[Said, Setting]], language: str | None) -> tuple[str, ...]:
    """The names in the last claim of a happening before this one, which goes on to tell of it."""
    if said.deed is None or said.deed in PLACELESS:
        return ()
    for earlier, _ in reversed(before):
        if said.claim.span.start - earlier.claim.span.end > reach_of(said, earlier, refers=False):
            return ()
        if earlier.deed and (names := names_in(earlier.claim.span.text, language)):
            return names
    return ()


def is_lasting(claim: Claim) -> bool:
    """Does a claim speak of a state of many weeks rather than of a happening: "has been shelled since May"?"""
    return claim.time is not None and (claim.time.latest - claim.time.earliest).days > LONGEST_DAYS


def own_days(claim: Claim) -> tuple[date, date] | None:
    """The days on which a claim says that it happened; None if it does not, or names too long a time."""
    when = claim.time
    if when is None or is_lasting(claim):
        return None
    return when.earliest, when.latest


def carry_days(said: Said, before: Sequence[tuple[Said, Setting]], language: str | None) -> tuple[date, date] | None:
    """The day of the attack whose toll or damage the claim tells."""
    if said.deed is None or DEEDS[said.deed].family not in AFTERMATH:
        return None
    if list_pattern(language, "back_then").match(plain(said.claim.span.text)):
        return None
    for earlier, setting in reversed(before):
        if said.claim.span.start - earlier.claim.span.end > FARTHEST_DAY:
            return None
        if earlier.deed and DEEDS[earlier.deed].family in CAUSES and setting.days and not earlier.claim.presupposed:
            return setting.days
    return None

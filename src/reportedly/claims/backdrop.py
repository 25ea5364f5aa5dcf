"""What was known of the places of a document before it was read: its conflict, and where its outlet sits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.profile import Profile

_SIDES = {"russia": "RU", "ukraine": "UA"}
_AT_HOME = {"uk": ("UA",), "ru": ("RU", "UA")}
"""Where a language is at home, ISO 3166 alpha-2; the second only if the conflict is one of these."""
_KNOWN_POPULATION = 300_000
"""A town of that size in an outlet's name is the town, and no founder's name."""
_LONGEST_NAME = 3
_OWN_NAMES = (Match.EXACT, Match.FOLDED, Match.RENAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """What speaks for a place though the text does not say it."""

    countries: tuple[str, ...] = ()
    """Of the conflict, ISO 3166 alpha-2, upper case."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """A party's own name of a place, as `plain_name` gives it, to the gazetteer's."""
    home: str | None = None
    """The country in which the outlet sits; it counts only where the text names no country and no place of one."""


def set_backdrop(outlet: str | None, profile: Profile, gazetteer: Gazetteer) -> Backdrop:
    """The backdrop of a document that `outlet` published."""
    home = None
    if outlet:
        known = profile.outlet(outlet)
        side = known.side if known else None
        home = _country_of_side(side) or _country_in(outlet, gazetteer)
    return Backdrop(countries=profile.countries, aliases=profile.places, home=home)


def home_countries(backdrop: Backdrop, language: str | None) -> Mapping[str, int]:
    """The countries of which a text speaks that names none: its outlet's, else those where its language is at home."""
    if backdrop.home:
        return {backdrop.home: 1}
    at_home = _AT_HOME.get(language or "", ())
    # Of a war at home a text speaks on both sides of the border.
    both = len(at_home) > 1 and not set(at_home).isdisjoint(backdrop.countries)
    return dict.fromkeys(at_home if both else at_home[:1], 1)


def _country_of_side(side: str | None) -> str | None:
    """A state's side is its country's code; a party's is none."""
    if side is None:
        return None
    return _SIDES.get(side) or (side.upper() if len(side) == 2 else None)


def _country_in(outlet: str, gazetteer: Gazetteer) -> str | None:
    """The country of a well-known place in an outlet's name: "Kyiv Post", "The Times of Israel"; None if in doubt."""
    words = outlet.split()
    for size in range(_LONGEST_NAME, 0, -1):
        for first in range(len(words) - size + 1):
            name = " ".join(words[first : first + size])
            if not name[0].isupper():
                continue
            if country := gazetteer.country_of_adjective(name):
                return country
            known = {entry.country for entry in gazetteer.find(name) if _is_known(entry)}
            if len(known) == 1:
                return known.pop()
    return None


def _is_known(entry: Entry) -> bool:
    if entry.match not in _OWN_NAMES:
        return False
    return entry.kind is PlaceKind.COUNTRY or (
        entry.kind is PlaceKind.SETTLEMENT and entry.population >= _KNOWN_POPULATION
    )

"""Tokens that spell a name of the gazetteer, or may be a name that it lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.annotate.place_joints import ARTICLES, HYPHENS, is_behind_article, joined_end
from reportedly.model.annotation import Token
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon

STRONG_POPULATION = 100_000
"""A town of that size needs no other sign that its name is meant."""
_CONTINENT_RADIUS_KM = 1000
"""What lies in several countries and is at least so large is spoken of as a party, as a state is."""
_STRONG_ADMIN_POPULATION = 1_000_000
_OWN_NAMES = (Match.EXACT, Match.FOLDED, Match.RENAMED)
_LONGEST_NAME = 9
"""Tokens; hyphens and apostrophes count."""
_LEAST_SKELETON_LETTERS = 5
_PARTICLES = ARTICLES | frozenset("de la le les au aux del di da do du am sur of the and und".split())
_ARTICLES = ARTICLES | frozenset("de la le los las".split())
COMPASS = frozenset(
    "eastern western northern southern central north south east west northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest upper lower greater".split()
)
JOINTS = frozenset("- ‐ ‑ – ' ’ . 's ’s".split())
_ENDS = frozenset("corridor enclave pocket river sea valley peninsula region camp reservoir states envelope".split())


@cache
def words(table: str, name: str) -> frozenset[str]:
    """A word list of `place.toml`."""
    return frozenset(lexicon("en", "place")[table][name].split())


@cache
def all_words(table: str) -> frozenset[str]:
    """Every word of a table of `place.toml`."""
    return frozenset(word for name in lexicon("en", "place")[table] for word in words(table, name))


@cache
def spellings(table: str) -> dict[str, str]:
    """What each spelling of a table of `place.toml` stands for: "Ky." for "Kentucky", "European" for "Europe"."""
    return {each: name for name, given in lexicon("en", "place")[table].items() for each in given.split(", ")}


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens that spell a name of the gazetteer, or may do so."""

    first: Token
    last: Token
    surface: str
    entries: tuple[Entry, ...] = ()
    country: str | None = None
    """Of an adjective of a country, ISO 3166 alpha-2."""
    stands_for: str | None = None
    """The name under which the gazetteer knows an abbreviation, or the area of an adjective."""
    has_kind: bool = False
    """Is it no name of the gazetteer, but one that ends in its kind: "Mill Road", "Otter Creek"?"""

    is_part: bool = False
    """Does it stand within a longer name that is no place: "Air Zimbabwe"?"""

    is_open: bool = False
    """Is it no name of the gazetteer, and a place only if it stands in a list of places?"""

    @property
    def is_word(self) -> bool:
        return self.first.index == self.last.index

    @property
    def is_adjective(self) -> bool:
        """ "Russian", "European"."""
        return self.country is not None or (self.stands_for is not None and not self.entries)

    @property
    def is_strong(self) -> bool:
        """Is one of the entries so well known that its name alone is enough?"""
        if len(self.entries) == 1 and self.entries[0].kind is PlaceKind.ADMIN1:
            return self.entries[0].match in _OWN_NAMES
        return any(is_strong(entry) for entry in self.entries)

    @property
    def is_state(self) -> bool:
        """May the name stand for a state: a country or a capital?"""
        return any(e.kind is PlaceKind.COUNTRY or (e.capital and e.match in _OWN_NAMES) for e in self.entries)

    @property
    def is_party(self) -> bool:
        """May the name stand for a state, or for the states of a continent or union: "Europe", "the Soviet Union"?"""
        areas = [entry for entry in self.entries if entry.kind is PlaceKind.AREA and entry.country is None]
        return self.is_state or any((area.radius_km or 0) >= _CONTINENT_RADIUS_KM for area in areas)

    @property
    def is_town(self) -> bool:
        """Is it a town or village under its own name, and nothing larger?"""
        own = [entry for entry in self.entries if entry.match is not Match.SKELETON]
        return bool(own) and not any(entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) for entry in own)


def is_strong(entry: Entry) -> bool:
    """Is the entry so well known under this name that nothing else need speak for it?"""
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER):
        return True
    if entry.match not in _OWN_NAMES:
        return False
    least = _STRONG_ADMIN_POPULATION if entry.kind is PlaceKind.ADMIN1 else STRONG_POPULATION
    return entry.population >= least


class Hits:
    """Every hit of a document, the longest at each place."""

    def __init__(self, text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self._text, self._tokens, self._gazetteer = text, tokens, gazetteer

    def __iter__(self) -> Iterator[Hit]:
        index = 0
        while index < len(self._tokens):
            hit = self._longest(self._tokens[index]) if _may_begin(self._tokens, index) else None
            if hit is None:
                index += 1
                continue
            yield hit
            index = hit.last.index + 1

    def inside(self, hit: Hit) -> Iterator[Hit]:
        """The names of the gazetteer within a longer name that it lacks: "Nebraska" in "Northeast Nebraska"."""
        index = hit.first.index
        while index <= hit.last.index:
            windows = [last for last in _windows(self._tokens, self._tokens[index]) if last.index <= hit.last.index]
            inner = self._known(self._tokens[index], windows) if self._tokens[index].text[0].isupper() else None
            if inner is not None:
                yield inner
            index = (inner.last.index if inner else index) + 1

    def until(self, hit: Hit, last: Token) -> Hit:
        """`hit` made longer, a name that the gazetteer lacks."""
        return Hit(hit.first, last, self._text[hit.first.start : last.end])

    def _longest(self, first: Token) -> Hit | None:
        """The longest name that begins at `first`; else one in other letters, else what may be an unlisted name."""
        windows = list(_windows(self._tokens, first))
        known = self._known(first, windows)
        named = self._by_kind(first)
        if named is not None and (known is None or self._says_more(named, known)):
            return named
        if known is not None and not self._is_only_part(known):
            return known
        if first.pos != "PROPN" or not first.text[0].isupper():
            return None
        if known is not None:
            return self.until(known, joined_end(self._tokens, known.last))
        return self._unlisted(first, windows)

    def _is_only_part(self, hit: Hit) -> bool:
        """Is it "Ain" of "Ain al-Hilweh", "Zor" of "ez-Zor"; not "Kyiv" of "Kyiv-Warsaw"?"""
        state = any(entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) for entry in hit.entries)
        if hit.is_adjective or state or hit.stands_for:
            return False
        if is_behind_article(self._tokens, hit.first):
            return True
        if joined_end(self._tokens, hit.last) is hit.last:
            return False
        if self._tokens[hit.last.index + 1].text not in HYPHENS:
            return True
        return not (hit.is_strong or self._gazetteer.knows(self._tokens[hit.last.index + 2].text))

    def _says_more(self, named: Hit, known: Hit) -> bool:
        """ "Ohio River" is not Ohio; "Sakhalin Island" is Sakhalin."""
        if known.last.index >= named.last.index:
            return False
        ground = [entry for entry in known.entries if entry.match is not Match.SKELETON]
        is_ground = any(entry.kind is not PlaceKind.SETTLEMENT for entry in ground)
        return named.last.text.lower() not in words("units", "area") or not is_ground

    def _known(self, first: Token, windows: Sequence[Token]) -> Hit | None:
        if (stands_for := self._abbreviated(first, windows)) is not None:
            return stands_for
        for last in reversed(windows):
            surface = self._text[first.start : last.end]
            if country := self._gazetteer.country_of_adjective(surface):
                return Hit(first, last, surface, country=country)
            if area := spellings("peoples").get(surface):
                return Hit(first, last, surface, stands_for=area)
            if self._gazetteer.knows(surface) and (first.text[0].isupper() or last.index > first.index):
                return Hit(first, last, surface, self._gazetteer.find(surface))
        return None

    def _abbreviated(self, first: Token, windows: Sequence[Token]) -> Hit | None:
        """ "Ky.", "W. Va.": a part of a country in short."""
        for last in windows[:2]:
            surface = self._text[first.start : last.end]
            dot = "" if surface.endswith(".") or self._text[last.end : last.end + 1] != "." else "."
            name = spellings("abbreviations").get(surface.replace(" ", "") + dot)
            name = name or (spellings("postal").get(surface) if self._is_after_comma(first) else None)
            if name:
                return Hit(first, last, surface, self._gazetteer.find(name), stands_for=name)
        return None

    def _is_after_comma(self, token: Token) -> bool:
        """ "Erie, PA": two capitals are a state only behind a town."""
        before = self._tokens[max(0, token.index - 2) : token.index]
        return len(before) == 2 and before[1].text == "," and before[0].pos == "PROPN"

    def _by_kind(self, first: Token) -> Hit | None:
        """A street, a lake, a mountain that no gazetteer of settlements holds, but whose name says what it is."""
        run = list(self._run(first))
        before = words("kinds", "before")
        if len(run) > 1 and first.text.lower() in before:
            return self._kinded(first, run[-1])
        for last in reversed(run[1:]):
            if last.text.lower().rstrip(".") in words("kinds", "after"):
                return self._kinded(first, last) if last is run[-1] else None
        return None

    def _kinded(self, first: Token, last: Token) -> Hit:
        surface = self._text[first.start : last.end]
        return Hit(first, last, surface, self._gazetteer.find(surface), has_kind=True)

    def _run(self, first: Token) -> Iterator[Token]:
        """Capitalised words of one name."""
        for token in self._tokens[first.index : first.index + _LONGEST_NAME]:
            if token.sentence != first.sentence:
                return
            if not (token.text[0].isupper() and token.pos in ("PROPN", "ADJ", "NOUN")):
                return
            yield token

    def _unlisted(self, first: Token, windows: Sequence[Token]) -> Hit | None:
        proper = [
            last
            for last in windows
            if all(self._is_proper(token) for token in self._tokens[first.index : last.index + 1])
        ]
        proper = [last for last in proper if last.text not in JOINTS]
        if len(proper) > 1 and first.text.lower() in words("words", "days"):
            return None  # "In the night to Monday Sumy was hit": the day is no part of the name
        for last in reversed(proper):
            surface = self._text[first.start : last.end]
            if len(surface) >= _LEAST_SKELETON_LETTERS and (entries := self._gazetteer.find(surface)):
                return Hit(first, last, surface, entries)
        if not proper:
            return None
        return Hit(first, proper[-1], self._text[first.start : proper[-1].end])

    def _is_proper(self, token: Token) -> bool:
        """A word that stands in names, the article before a hyphen too."""
        following = self._tokens[token.index + 1 : token.index + 2]
        article = token.text in ARTICLES and bool(following) and following[0].text in HYPHENS
        return token.pos == "PROPN" or token.text in JOINTS or article


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    text = tokens[index].text
    if text == "The":
        return False
    if text[0].isupper():
        return True
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return (text in COMPASS and following[:1].isupper()) or (text in _ARTICLES and following in JOINTS)


def _windows(tokens: Sequence[Token], first: Token) -> Iterator[Token]:
    """Tokens at which a name that begins at `first` may end, the nearest first."""
    for token in tokens[first.index : first.index + _LONGEST_NAME]:
        if token.sentence != first.sentence:
            return
        if token.text[0].isupper() or token.text in _ENDS or token.text[:2] in ("d'", "d’", "l'", "l’"):
            yield token
            if token.text in _ENDS:
                return
        elif not (token is first or token.text in JOINTS or token.text in _PARTICLES):
            return

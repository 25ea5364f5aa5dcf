"""The names of a profile as Russian and Ukrainian write them, in any case, beside its English index."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from reportedly.reference.lexicon import lexicon
from reportedly.reference.party import Index, Known, are_opposed
from reportedly.reference.person_names import plain_name
from reportedly.reference.slavic_forms import small, split_words, word_forms
from reportedly.reference.slavic_people import People
from reportedly.reference.slavic_script import has_cyrillic

LANGUAGES = ("ru", "uk")
_SHORT = 5
"""Names in capitals up to this length are abbreviations, and are written so."""
_PUBLISHING = ("agency", "channel", "outlet")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one spelling in the word lists stands for."""

    spelling: str
    side: str | None = None
    known: Known | None = None
    firm: bool = True
    """Must a text write it as capital as the list does?"""
    names_side: bool = False
    """Is it the side's own name or adjective, or words for it, and not one of its bodies?"""

    def fits(self, first: str) -> bool:
        """Is the text's first word as capital as the list's spelling?"""
        head = self.spelling.split(" ")[0].rstrip("=")
        if head.isupper() and 1 < len(head) <= _SHORT:
            return first[: len(head)].isupper()
        return not self.firm or not head[0].isupper() or first[0].isupper()


class Forms:
    """Spellings of one or more words, found again whatever the case of each word."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, int] = {}
        self._root: dict[int, Any] = {}

    def add(self, entry: Entry) -> None:
        """Take a spelling in; of two for the same words the earlier counts."""
        node = self._root
        for chunk in entry.spelling.split():
            for word in split_words(chunk):
                node = node.setdefault(self._number(word, declines=not chunk.endswith("=")), {})
        entries = node.setdefault(-1, [])
        # A word for a side may be the name of one of its bodies, too: whoever is known comes first.
        entries.insert(0 if entry.known and entries and entries[0].known is None else len(entries), entry)

    def starting(self, words: Sequence[str], at: int) -> Iterator[tuple[int, Entry]]:
        """What the words from `at` on are a spelling of, each with where it ends; the longest last."""
        nodes = [self._root]
        for end in range(at, len(words)):
            numbers = self._numbers.get(small(words[end]))
            if numbers is None:
                return
            nodes = [node[number] for node in nodes for number in numbers if number in node]
            if not nodes:
                return
            for node in nodes:
                if hit := next((each for each in node.get(-1, ()) if each.fits(words[at])), None):
                    yield end + 1, hit

    def whole(self, words: Sequence[str]) -> Entry | None:
        """What all of the words together are a spelling of."""
        return next((entry for end, entry in self.starting(words, 0) if end == len(words)), None)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Entry] | None:
        """The longest spelling that starts at `at`."""
        found = list(self.starting(words, at))
        return max(found, key=lambda hit: hit[0]) if found else None

    def _number(self, word: str, declines: bool) -> int:
        key = word if declines else word + "="
        if key not in self._known:
            self._known[key] = number = len(self._known)
            for form in word_forms(word) if declines else (small(word),):
                self._numbers[form] = (*self._numbers.get(form, ()), number)
        return self._known[key]


@dataclass(frozen=True, eq=False, slots=True)
class SlavicIndex:
    """Russian and Ukrainian spellings of what a profile knows. Built when the first Cyrillic name asks."""

    english: Index
    people: People
    names: Forms = field(default_factory=Forms)
    regions: Forms = field(default_factory=Forms)
    owned: dict[str, Forms] = field(default_factory=dict)
    """Side to the bodies that are its own beside its name: "Минобороны РФ"."""
    publishing: frozenset[str] = frozenset()
    """Forms of "газета", "телеканал", "агентство", which may stand before the name of one."""
    seats: frozenset[str] = frozenset()
    """Plain English names of sides that are bodies rather than places: somebody "in the Kremlin" speaks for it."""

    def opposed(self, one: str | None, other: str | None) -> bool:
        """Do the two sides fight or contest each other?"""
        return are_opposed(self.english.parties, one, other)

    def backed_speak_for(self, side: str) -> bool:
        """Are those whom `side` backs counted as its own?"""
        return side in self.english.parties and self.english.parties[side].backed_speak_for_it

    def find(self, words: tuple[str, ...]) -> Known | None:
        """Who goes by these words, as `Index.find` has it for Latin letters."""
        if not words:
            return None
        entry = self.names.whole(words)
        if entry is not None and entry.known is not None:
            return entry.known
        known = self._find_owned(words) or self.people.find(words)
        if known is None and len(words) > 1 and small(words[0]) in self.publishing:
            rest = words[1:]
            bare = self.find(rest) if has_cyrillic("".join(rest)) else self.english.find(" ".join(rest))
            return bare if bare is not None and bare.type in _PUBLISHING else None
        return known

    def side_of(self, words: Sequence[str]) -> str | None:
        """The side that these words name outright."""
        entry = self.names.whole(words)
        if entry is not None:
            return entry.side
        person = self.people.find(words) if len(words) > 1 else self.people.find_bare("".join(words))
        known = self._find_owned(words) or person
        return known.side if known is not None else None

    def _find_owned(self, words: Sequence[str]) -> Known | None:
        """A body by its name and its side's, in either order: "російська Держдума", "Генштаб ВСУ"."""
        owner = None
        if (first := self.names.longest(words, 0)) and first[1].names_side and first[0] < len(words):
            owner, words = first[1].side, words[first[0] :]
        for side, bodies in self.owned.items():
            for end, entry in (*bodies.starting(words, 0), *self.names.starting(words, 0)):
                if entry.known is None or entry.names_side or side != entry.side or owner not in (None, side):
                    continue
                rest = words[end:]
                if (not rest and owner == side) or (rest and self.side_of(rest) == side):
                    return entry.known
        return None


@cache
def slavic_index(index: Index) -> SlavicIndex:
    """The Russian and Ukrainian names of what `index` holds: by the word lists, else as the profile writes them."""
    seats = frozenset(map(plain_name, lexicon("ru", "profile")["seats"]["names"]))
    made = SlavicIndex(index, People.build(index.voices), publishing=_publishing(), seats=seats)
    for language in LANGUAGES:
        words = lexicon(language, "profile")
        for table in (*words["states"].values(), words["voices"]):
            for english, spellings in table.items():
                _add(made, english, [spellings] if isinstance(spellings, str) else spellings)
        for side, bodies in words["owned"].items():
            mine = made.owned.setdefault(side, Forms())
            for english, spellings in bodies.items():
                if (hit := index.names.get(plain_name(english))) and hit[1].side == side:
                    for spelling in spellings:
                        mine.add(Entry(spelling, side, hit[1], firm=False))
        _add_side_words(made, words)
    _add_own_cyrillic(made)
    return made


def _add(made: SlavicIndex, english: str, spellings: Iterable[str]) -> None:
    key = plain_name(english)
    named, known = made.english.sides.get(key), made.english.names.get(key)
    if named is None and known is None:
        return
    bearer = known[1] if known else None
    side = named[1] if named else (bearer.side if bearer else None)
    for spelling in spellings:
        made.names.add(Entry(spelling, side, bearer, names_side=named is not None))


def _add_side_words(made: SlavicIndex, words: dict[str, Any]) -> None:
    has_phrases = {side.id for side in made.english.parties.values() if side.phrases}
    has_regions = {side.id for side in made.english.parties.values() if side.regions}
    for side, spellings in words["phrases"].items():
        for spelling in spellings if side in has_phrases else ():
            made.names.add(Entry(spelling, side, names_side=True))
    for side, spellings in words["regions"].items():
        for spelling in spellings if side in has_regions else ():
            made.regions.add(Entry(spelling, side))


def _add_own_cyrillic(made: SlavicIndex) -> None:
    """A profile of one's own may be written in Cyrillic letters itself."""
    for side in made.english.parties.values():
        for spelling in filter(has_cyrillic, (*side.names, *side.adjectives, *side.phrases)):
            _add(made, spelling, [spelling])
        for spelling in filter(has_cyrillic, side.regions):
            made.regions.add(Entry(spelling, side.id))
    for voice in made.english.voices:
        for spelling in filter(has_cyrillic, (voice.name, *voice.aliases)):
            made.names.add(Entry(spelling, voice.side, voice))


@cache
def _publishing() -> frozenset[str]:
    lists = [lexicon(language, "source")["types"] for language in LANGUAGES]
    nouns = {noun for types in lists for kind in _PUBLISHING for noun in types[kind]}
    return frozenset(form for noun in nouns for word in split_words(noun) for form in word_forms(word))


@lru_cache(maxsize=16384)
def find_slavic(name: str, index: Index) -> Known | None:
    """Who goes by `name`, written in Cyrillic letters and in any case."""
    return slavic_index(index).find(tuple(split_words(name)))


@lru_cache(maxsize=16384)
def slavic_side_of_name(name: str, index: Index) -> str | None:
    """The side that a Cyrillic name or adjective stands for outright."""
    return slavic_index(index).side_of(split_words(name))


@lru_cache(maxsize=4096)
def slavic_side_of_region(name: str, index: Index) -> str | None:
    """The side that alone runs the region or city of this Cyrillic name."""
    entry = slavic_index(index).regions.whole(split_words(name))
    return entry.side if entry is not None else None


@cache
def _giveaways(profile: str) -> frozenset[str]:
    spellings = [each for language in LANGUAGES for each in lexicon(language, "profile")["words"].get(profile, ())]
    return frozenset(form for each in spellings if " " not in each for form in word_forms(each))


def count_slavic_words(text: str, profiles: Iterable[str]) -> dict[str, int]:
    """How often `text` says the words that give away the conflict of each of `profiles`."""
    said = Counter(map(small, split_words(text)))
    return {profile: sum(said[word] for word in _giveaways(profile).intersection(said)) for profile in profiles}
